/** Is an archive whose index is cut into parts searched as one, in a real browser, and no part asked for nothing? */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { drawSearch } from "../../layouts/search.11ty.ts";
import { type ServedSite, serveSite } from "../../src/commands/serve-site.ts";
import type { SiteFrame } from "../../src/page-model.ts";
import { renderHtml } from "../../src/render/html.ts";
import { indexSite } from "../../src/search/site-search.ts";
import * as fixture from "../fixture-pages.ts";
import { launchBrowser } from "../support/browser.ts";
import { type FreshFolder, freshFolder } from "../support/fresh-folder.ts";

const ASSETS = fileURLToPath(new URL("../../layouts/assets", import.meta.url));

/** One part of the index each, and the articles in it. */
const YEARS = [
  ["1955", 4],
  ["1971", 6],
  ["1977", 6],
  ["1990", 8],
  ["2003", 8],
  ["2024", 24],
] as const;

let folder: FreshFolder;
let served: ServedSite;
let browser: Browser;
/** The site stands under a path, as on many hosts. */
let root: string;

before(async (t) => {
  folder = freshFolder(t);
  await makeSite("courier", fixture.site);
  await makeSite("rtl", { ...fixture.site, language: "fa", direction: "rtl" });
  writeSearchPage("unindexed", fixture.site);
  served = await serveSite(folder.path, { port: 0 });
  root = new URL("courier/", served.url).href;
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await served?.close();
});

async function makeSite(name: string, frame: SiteFrame): Promise<void> {
  writeSearchPage(name, frame);
  const pages = new Map(
    YEARS.flatMap(([year, count]) =>
      Array.from({ length: count }, (_, index) => articlePage(year, index)),
    ),
  );
  await indexSite(
    [...pages.keys()].map((path) => ({ path, date: path.slice(0, 10).replaceAll("/", "-") })),
    {
      htmlOf: (path) => pages.get(path) ?? "",
      language: frame.language,
      write: ({ path, bytes }) => put(join(name, path), bytes),
      onProgress() {},
    },
  );
}

function writeSearchPage(name: string, frame: SiteFrame): void {
  put(join(name, "search/index.html"), renderHtml(drawSearch(fixture.search, frame)));
  cpSync(ASSETS, folder.at(join(name, "assets")), { recursive: true });
}

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(folder.at(path)), { recursive: true });
  writeFileSync(folder.at(path), content);
}

/** A ferry in each, more often in those of a lower number; a bridge in those of 1971 alone. */
function articlePage(year: string, index: number): [path: string, html: string] {
  const date = `${year}-05-${String(index + 1).padStart(2, "0")}`;
  const facts = [
    `<meta content="${year}" data-pagefind-filter="year[content]">`,
    `<meta content="Topic ${index % 3}" data-pagefind-filter="topic[content]">`,
    `<meta content="Section ${index % 2}" data-pagefind-filter="section[content]">`,
    `<meta content="Ferries of ${date}" data-pagefind-meta="title[content]">`,
    `<meta content="${date}" data-pagefind-meta="date[content]">`,
    `<meta content="${date}" data-pagefind-meta="dateLabel[content]">`,
    `<meta content="${date.replaceAll("-", "")}000000" data-pagefind-sort="date[content]">`,
  ];
  const words = [
    "A ferry sails. ",
    index === 0 ? "Ferry ferry ferry ferry. " : "",
    year === "1971" ? "A bridge opens. " : "",
    "پل بندر باز شد.",
    " Much else is told of here, at length and in other words.".repeat(3),
  ];
  const text = `<p><span id="s1">${words.join("")}</span></p>`;
  return [
    `${date.replaceAll("-", "/")}/ferries/index.html`,
    `<html lang="en"><head>${facts.join("")}</head><body><div data-pagefind-body>${text}</div></body></html>`,
  ];
}

interface Opened {
  readonly page: Page;
  /** The parts of the index from which anything was fetched. */
  readonly parts: Set<string>;
  /** Paths of all requests, in their order. */
  readonly asked: string[];
}

/** Opens a page and fails, when the test is over, on anything that the browser complains of. */
async function open(address: string, options: { mayComplain?: boolean } = {}): Promise<Opened> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const opened: Opened = { page, parts: new Set(), asked: [] };
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    opened.asked.push(pathname);
    const part = /\/pagefind\/([^/]+)\//.exec(pathname)?.[1];
    if (part !== undefined) opened.parts.add(part);
  });
  if (options.mayComplain !== true) {
    page.on("pageerror", (error) => assert.fail(`${address}: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") assert.fail(`${address}: ${message.text()}`);
    });
  }
  await page.goto(new URL(address, root).href);
  await settle(page);
  return opened;
}

/** Waits until the page has said what it found and drawn its lists. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector("#search-results")?.getAttribute("aria-busy") === "false" &&
      document.querySelector("#search-status")?.textContent?.endsWith("…") === false,
  );
}

async function dates(page: Page): Promise<readonly string[]> {
  return page
    .locator("#search-results time")
    .evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
}

function status(page: Page): Promise<string> {
  return page.locator("#search-status").innerText();
}

test("the newest part alone is asked while it has enough, and older ones when the reader goes on", async () => {
  const { page, parts, asked } = await open("search/?q=ferry");
  assert.deepEqual([...parts], ["2016-2031"]);
  assert.equal(
    await status(page),
    "24 articles with “ferry” in 2024 so far, the first 10 of them shown.",
  );
  assert.equal((await dates(page))[0], "2024-05-24");

  await page.locator("#search-more").press("Enter");
  await settle(page);
  assert.deepEqual([...parts], ["2016-2031"]);
  assert.equal((await dates(page)).length, 24);
  // reading goes on where the new results begin
  assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ""), /2024-05-14/);

  const older = page.locator("#search-older");
  assert.equal(await older.innerText(), "Go on to 2003");
  await older.press("Enter");
  await settle(page);
  const shown = await dates(page);
  assert.equal(shown.length, 44);
  assert.deepEqual(shown, [...shown].sort().reverse());
  assert.match(await status(page), /^52 articles with “ferry” in 1971–2024 so far/);
  const wasm = new Set(asked.filter((path) => path.includes("wasm")));
  assert.deepEqual([...wasm], ["/courier/pagefind/wasm.pagefind"]);
  assert.deepEqual(
    asked.filter((path) => /worker/.test(path)),
    [],
  );

  await page.locator("#search-more").click();
  await settle(page);
  await older.click();
  await settle(page);
  assert.equal(await status(page), "56 articles with “ferry”.");
  assert.equal(await older.isHidden(), true);
  await page.context().close();
});

test("a search goes on by itself where the newest parts have too little", async () => {
  const { page, parts } = await open("search/?q=bridge");
  assert.equal(parts.size, 5);
  assert.equal(await status(page), "6 articles with “bridge”.");
  await page.context().close();
});

test("chosen years decide which parts are asked, and cut what is found in them", async () => {
  const { page, parts } = await open("search/?q=ferry&from=1970&to=1975");
  assert.deepEqual([...parts], ["1968-1983"]);
  assert.equal(await status(page), "6 articles with “ferry” in 1970–1975.");
  assert.ok((await dates(page)).every((date) => date.startsWith("1971")));

  await page.selectOption("#to", "1995");
  await page.waitForURL(/from=1970&to=1995/);
  await settle(page);
  assert.deepEqual([...parts].sort(), ["1968-1983", "1984-1999"]);
  assert.match(await status(page), /^20 articles with “ferry” in 1970–1995/);

  await page.goBack();
  await settle(page);
  assert.equal(await page.inputValue("#to"), "1975");
  assert.match(await status(page), /^6 articles/);
  await page.context().close();
});

test("years that have no article touch no part", async () => {
  const { page, parts } = await open("search/?q=ferry&from=1960&to=1965");
  assert.deepEqual([...parts], []);
  assert.match(await status(page), /^No article with “ferry” in 1960–1965\./);
  await page.context().close();
});

test("the best matches of several parts come first, and the page says what that means", async () => {
  const { page, parts } = await open("search/?q=ferry&sort=relevance");
  assert.ok(parts.size > 1);
  const first = (await dates(page)).slice(0, YEARS.length);
  assert.ok(
    first.every((date) => date.endsWith("-05-01")),
    first.join(" "),
  );
  assert.match(await page.locator("#search-note").innerText(), /within its own years/);
  await page.locator("a[data-choice='sort:newest']").click();
  await page.waitForURL((url) => !url.search.includes("sort"));
  await settle(page);
  assert.equal((await dates(page))[0], "2024-05-24");
  assert.equal(await page.locator("#search-note").isHidden(), true);
  await page.context().close();
});

test("the lists count what has been searched, say so, and choose", async () => {
  const { page } = await open("search/?q=ferry");
  const topic = page.locator("a[data-choice='topic:Topic 1']");
  await topic.waitFor();
  const extent = page.locator("#search-filters > p");
  assert.equal(await extent.innerText(), "Counted in 2024 so far.");
  const item = page.locator("#search-filters li", { has: topic });
  assert.match(await item.innerText(), /^Topic 1\s8$/);

  await topic.click();
  await page.waitForURL(/topic=Topic\+1/);
  await settle(page);
  // eight in the newest part are too few for a page
  assert.match(await status(page), /^1\d articles with “ferry”/);
  const focused = await page.evaluate(() => document.activeElement?.getAttribute("data-choice"));
  assert.equal(focused, "topic:Topic 1");

  await page.locator("#search-filters a[data-choice='year:2024']").click();
  await page.waitForURL(/year=2024/);
  await settle(page);
  assert.equal(await status(page), "8 articles with “ferry” in 2024.");
  const address = page.url();
  await page.reload();
  await settle(page);
  assert.equal(page.url(), address);
  assert.equal(await status(page), "8 articles with “ferry” in 2024.");
  await page.context().close();
});

test("typing searches, the empty page asks for words, and a search for nothing says so", async () => {
  const { page } = await open("search/");
  assert.match(await status(page), /^Type a word or a name/);
  assert.equal(await page.locator("#search-results li").count(), 0);
  await page.locator("#q").pressSequentially("xyzzyplugh");
  await page.waitForURL(/q=xyzzyplugh/);
  await settle(page);
  assert.match(await status(page), /^No article with “xyzzyplugh”\. Try fewer/);
  await page.context().close();
});

test("an archive from right to left is searched in its own script, without a fault that axe finds", async () => {
  const { page } = await open("../rtl/search/?q=بندر");
  assert.match(await status(page), /^24 articles with “بندر”/);
  assert.match(await page.locator("#search-results mark").first().innerText(), /بندر/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(
    violations.map(({ id }) => id),
    [],
  );
  await page.context().close();
});

test("a site that is published anew while its search page stands open is searched as it is now", async () => {
  await makeSite("renewed", fixture.site);
  const { page } = await open("../renewed/search/?q=bridge", { mayComplain: true });
  assert.equal(await status(page), "6 articles with “bridge”.");
  rmSync(folder.at("renewed/pagefind"), { recursive: true });
  const [path, html] = articlePage("1971", 0);
  await indexSite([{ path, date: "1971-05-01" }], {
    htmlOf: () => html,
    language: "en",
    write: (file) => put(join("renewed", file.path), file.bytes),
    onProgress() {},
  });
  await page.fill("#q", "sails");
  await page.waitForURL(/q=sails/);
  await settle(page);
  assert.equal(await status(page), "1 article with “sails”.");
  await page.context().close();
});

test("a page that finds no index yet says so kindly, and one that is damaged says that", async () => {
  const { page } = await open("../unindexed/search/?q=ferry", { mayComplain: true });
  assert.match(await status(page), /index .* is not there yet; it is made after the pages/);
  await page.context().close();

  await makeSite("damaged", fixture.site);
  rmSync(folder.at("damaged/pagefind/2016-2031/pagefind-entry.json"));
  const { page: damaged } = await open("../damaged/search/?q=ferry", { mayComplain: true });
  assert.match(await status(damaged), /could not be read/);
  await damaged.context().close();
});
