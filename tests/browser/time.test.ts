/** Can a reader see what a time means by pointer, keyboard and without either, and find what happened when? */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type ServedSite, serveSite } from "../../src/commands/serve-site.ts";
import { launchBrowser } from "../support/browser.ts";
import { checkNarrow } from "../support/narrow-page.ts";
import { builtSample } from "../support/sample-archive.ts";

const PAGES = [
  "/timeline/",
  "/timeline/2019/",
  "/timeline/2019/11/",
  "/timeline/1910s/",
  "/on-this-day/",
  "/on-this-day/11-05/",
  "/2019/",
  "/2019/11/06/",
];

let site: ServedSite;
let browser: Browser;

before(async (t) => {
  const folder = await builtSample(t);
  site = await serveSite(folder.at("_site"), { port: 0 });
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

async function open(address: string, width: number): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    javaScriptEnabled: false,
  });
  await page.goto(new URL(address.slice(1), site.url).href);
  return page;
}

test("what happened is found from the masthead: year, month, sentence, and back by the time's own link", async () => {
  const page = await open("/", 1280);
  await page.click(".masthead a[href='timeline/']");
  await page.click(".years a[href$='2019/']");
  await page.locator(".bar-rows a").last().click();
  await page.waitForURL(/\/timeline\/2019\/11\/$/);
  const event = page.locator("#d05 .event").filter({ hasText: "broke over its banks" });
  await event.locator("a.evidence").click();
  assert.match(await page.locator(":target").innerText(), /broke over its banks/);
  const time = page.locator(":target a.to-time").first();
  assert.equal(await time.innerText(), "Tuesday");
  await time.click();
  await page.waitForURL(/\/timeline\/2019\/11\/#d05$|\/2019\/11\/05\/$/);
  await page.close();
});

test("a time says what it means in focus and under the pointer, and its note describes it", async () => {
  for (const width of [390, 1280]) {
    const page = await open("/timeline/2019/11/", width);
    await page
      .locator("#d05 .event")
      .filter({ hasText: "broke over its banks" })
      .locator("a.evidence")
      .click();
    const time = page.locator(":target a.to-time").first();
    const said = () =>
      time.evaluate((element) => getComputedStyle(element, "::after").content).catch(() => "");
    const described = await time.getAttribute("aria-describedby");
    const note = page.locator(`[id="${described}"]`);
    assert.match(await note.innerText(), /Tuesday: 5 November 2019/);
    assert.ok(await note.isVisible());
    await page.keyboard.press("Tab");
    for (let step = 0; step < 40; step += 1) {
      if (await time.evaluate((element) => element.matches(":focus-visible"))) break;
      await page.keyboard.press("Tab");
    }
    assert.ok(await time.evaluate((element) => element.matches(":focus-visible")), "not in focus");
    assert.match(await time.getAttribute("data-means").then(String), /^5 November 2019: ./);
    assert.match(await said(), /data-means|5 November 2019/);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(sideways <= width, `${sideways} pixels wide at ${width} in focus`);
    await page.close();
  }
});

test("a year's squares lie in weeks, each day with articles a link that says so, at any width", async () => {
  for (const width of [320, 390, 768, 1280]) {
    const page = await open("/2019/", width);
    const squares = page.locator(".heat-map td.empty, .heat-map td:has(a[aria-label])");
    assert.equal(await squares.count(), 365);
    const day = page.getByRole("link", { name: "6 November 2019: 2 articles" });
    assert.equal(await day.count(), 1);
    const monday = page.getByRole("link", { name: "4 November 2019: 1 article" });
    const [a, b] = [await monday.boundingBox(), await day.boundingBox()];
    assert.ok(a && b);
    if (width < 768) assert.ok(b.x > a.x && Math.abs(b.y - a.y) < 1, "a week is a line");
    else assert.ok(b.y > a.y && Math.abs(b.x - a.x) < 1, "a week is a column");
    assert.ok(Math.abs(a.width - a.height) <= 8, `squares of ${a.width} by ${a.height}`);
    const rows = await page.getByRole("table").first().getByRole("row").count();
    assert.equal(rows, 1 + 53, "the table has kept its rows");
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    await page.close();
  }
});

test("the pages of time scroll nowhere sideways at 320 pixels, and axe finds no fault in them, light or dark", async () => {
  for (const address of PAGES)
    for (const colorScheme of ["light", "dark"] as const) {
      await checkNarrow(browser, new URL(address.slice(1), site.url).href, colorScheme);
    }
});
