/** Does each page fetch the faces of its own letters, from the site alone, and does nothing jump when they come? */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type ServedSite, serveSite } from "../../src/commands/serve-site.ts";
import { launchBrowser } from "../support/browser.ts";
import { builtSample } from "../support/sample-archive.ts";

let site: ServedSite;
let browser: Browser;
let articles: readonly string[];

before(async (t) => {
  const folder = await builtSample(t);
  articles = folder
    .files("_site")
    .filter((file) => /^\d{4}\/\d\d\/\d\d\/.+\/index\.html$/.test(file));
  site = await serveSite(folder.at("_site"), { port: 0 });
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

/** A page as it stands when all has come, with the files that it has asked for and by how much it has jumped. */
interface Loaded {
  readonly page: Page;
  readonly faces: readonly string[];
  readonly elsewhere: readonly string[];
}

async function load(address: string): Promise<Loaded> {
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Number(Object(entry).value));
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(new URL(address, site.url).href, { waitUntil: "networkidle" });
  return {
    page,
    faces: asked.flatMap((url) => /\/assets\/fonts\/([a-z-]+)\.woff2$/.exec(url)?.[1] ?? []).sort(),
    elsewhere: asked.filter((url) => !url.startsWith(site.url) && !url.startsWith("data:")),
  };
}

/** Returns the address of the first article whose text is in one language. */
async function articleIn(language: string): Promise<string> {
  for (const file of articles) {
    const response = await fetch(new URL(file, site.url));
    const isIn = (await response.text()).includes(`data-pagefind-body lang="${language}"`);
    if (isIn) return file.replace("index.html", "");
  }
  throw new Error(`no article in ${language}`);
}

test("an English article is set in the site's own serif, and asks for no other script's", async () => {
  const { page, faces, elsewhere } = await load(articles[0]?.replace("index.html", "") ?? "");
  assert.deepEqual(elsewhere, []);
  assert.ok(faces.includes("newsreader-latin"), faces.join());
  assert.ok(!faces.includes("vazirmatn-arabic"), faces.join());
  const isSet = await page.evaluate(() => document.fonts.check("400 19px Newsreader", "river"));
  assert.ok(isSet);
});

for (const language of ["fa", "ar"])
  test(`an article in ${language} asks for the Arabic face besides`, async () => {
    const { faces } = await load(await articleIn(language));
    assert.ok(faces.includes("vazirmatn-arabic"), faces.join());
  });

test("no page jumps while it is loaded", async () => {
  for (const address of ["", articles[0]?.replace("index.html", "") ?? "", "people/", "topics/"]) {
    const { page } = await load(address);
    const shifts = await page.evaluate(() => Object(window).shifts);
    assert.deepEqual(shifts, [], `/${address}`);
    await page.close();
  }
});

test("the licence of the faces goes with them", async () => {
  const response = await fetch(new URL("assets/fonts/open-font-licence.txt", site.url));
  assert.match(await response.text(), /SIL OPEN FONT LICENSE/);
});
