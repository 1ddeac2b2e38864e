/** Can a reader find a sentence and its speaker in a real browser, on every page kind, at every width? */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type ServedSite, serveSite } from "../../src/commands/serve-site.ts";
import { launchBrowser } from "../support/browser.ts";
import { checkNarrow } from "../support/narrow-page.ts";
import { builtSample } from "../support/sample-archive.ts";

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

/** Opens a page and fails, when the test is over, on anything that the browser complains of. */
async function open(
  address: string,
  options: Parameters<Browser["newPage"]>[0] = {},
): Promise<Page> {
  const page = await browser.newPage(options);
  page.on("pageerror", (error) => assert.fail(`${address}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") assert.fail(`${address}: ${message.text()}`);
  });
  await page.goto(new URL(address.slice(1), site.url).href);
  return page;
}

test("from the first page to a person and back to the sentence", async () => {
  const page = await open("/");
  await page.fill("input[type=search]", "tablecloth");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\/\?q=tablecloth/);
  const passage = page.locator("#search-results a.evidence").first();
  await passage.waitFor();
  assert.match(await passage.innerText(), /tablecloth/);
  await passage.click();
  await page.waitForURL(/\/\d{4}\/\d\d\/\d\d\/[^/]+\/#s\d+$/);
  assert.match(await target(page), /tablecloth/);

  const person = page.locator(".text a[href*='/people/']").first();
  const name = await person.innerText();
  await person.click();
  await page.waitForURL(/\/people\/[^/]+\/$/);
  const shown = await page.locator("h1").innerText();
  assert.ok(shown.includes(name) || name.includes(shown), `${name} leads to ${shown}`);

  const claim = page.locator("main a[href*='#s']").first();
  await claim.click();
  await page.waitForURL(/#s\d+$/);
  assert.notEqual(await target(page), "");
  await page.close();
});

/** The words of the sentence that the address points at. */
async function target(page: Page): Promise<string> {
  const words = await page.locator(":target").innerText();
  return words.trim();
}

test("search shows the newest first and offers the years, people, topics, places and sections of its articles", async () => {
  const page = await open("/search/?q=bridge");
  await page.locator("#search-filters a[data-choice]").first().waitFor();
  const dates = await page
    .locator("#search-results time")
    .evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
  assert.ok(dates.length > 3);
  assert.deepEqual(dates, [...dates].sort().reverse());
  for (const name of ["year", "person", "topic", "place"]) {
    const before = await page.locator("#search-status").innerText();
    const choice = page.locator(`#search-filters a[data-choice^='${name}']`).first();
    await choice.click();
    await page.waitForURL(new RegExp(`[?&]${name}=`));
    await page.waitForFunction(
      (old) => document.querySelector("#search-status")?.textContent !== old,
      before,
    );
    assert.ok((await page.locator("#search-results .entry").count()) > 0, name);
    await page.goBack();
    await page.waitForFunction(
      (old) => document.querySelector("#search-status")?.textContent === old,
      before,
    );
  }
  await page.close();
});

test("the sample's right-to-left articles run from right to left", async () => {
  for (const day of ["/2023/06/17/", "/2023/09/05/"]) {
    const page = await open(day);
    await page.locator("[dir=rtl] a, a[dir=rtl]").first().click();
    await page.waitForURL(/\/2023\/\d\d\/\d\d\/[^/]+\/$/);
    assert.equal(await page.locator(".text").getAttribute("dir"), "rtl");
    assert.match((await page.locator(".text").getAttribute("lang")) ?? "", /^(ar|fa)$/);
    await page.close();
  }
});

/** Returns one address of each kind of page: what the site's own navigation leads to. */
async function kinds(): Promise<readonly string[]> {
  const page = await open("/");
  const hrefs = await page
    .locator("main a[href]")
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
  await page.close();
  const first = (pattern: RegExp): string => {
    const found = hrefs.find((href) => pattern.test(href));
    assert.ok(found, `no link like ${pattern} on the first page`);
    return found;
  };
  const article = first(/^\/\d{4}\/\d\d\/\d\d\/[^/]+\/$/);
  return [
    "/",
    article,
    article.replace(/[^/]+\/$/, ""),
    article.slice(0, 9),
    article.slice(0, 6),
    first(/^\/people\/.+/),
    first(/^\/topics\/.+/),
    first(/^\/places\/.+/),
    "/people/",
    "/people/by/mentions/",
    "/people/by/quotations/",
    "/people/by/role/",
    "/places/port-ellis/",
    "/topics/",
    "/places/",
    "/organisations/",
    "/archive/",
    "/search/?q=bridge",
    "/about/",
    "/about/review/",
    "/404.html",
    "/2023/09/05/",
  ];
}

test("no page scrolls sideways at 320 pixels, and none has a fault that axe finds, light or dark", async () => {
  for (const address of await kinds()) {
    for (const colorScheme of ["light", "dark"] as const) {
      await checkNarrow(browser, new URL(address.slice(1), site.url).href, colorScheme);
    }
  }
});

test("a quotation can be taken along: its sign is seen beside it, leads to it and is cited below, without scripts", async () => {
  const page = await open("/people/ilse-okafor/", { javaScriptEnabled: false });
  await page.locator("#said a.evidence").first().click();
  await page.waitForURL(/#q-/);
  const id = new URL(page.url()).hash.slice(1);
  assert.equal(await page.locator(":target").getAttribute("class"), "quotation direct");
  const sign = page.locator(`.permalink[href="#${id}"]`);
  const seen = () => sign.evaluate((one) => getComputedStyle(one).opacity);
  await page.mouse.move(0, 0);
  assert.equal(await seen(), "0");
  await page.locator(":target").hover();
  assert.equal(await seen(), "1");
  await page.mouse.move(0, 0);
  await sign.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  assert.equal(await seen(), "1");
  await page.locator(".cited summary").click();
  assert.match(
    await page.locator(`.cited li:has(a[href="#${id}"])`).innerText(),
    new RegExp(`^(?:Probably )?Ilse Okafor: .*, quoted in “.*20\\d\\d\\. .*/#${id}$`),
  );
  await page.close();
});

test("the names on a map do not meet, and a dot leads to its place, by the keyboard too", async () => {
  for (const width of [320, 390, 800, 1280]) {
    const page = await open("/places/port-ellis/", { viewport: { width, height: 900 } });
    const boxes = await page.locator(".map text:visible").evaluateAll((texts) =>
      texts.map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return { left, right, top, bottom, name: text.textContent };
      }),
    );
    assert.ok(boxes.length > 1, `${width}: ${boxes.length} names`);
    for (const [index, a] of boxes.entries())
      for (const b of boxes.slice(index + 1)) {
        const meet = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        assert.ok(!meet, `${a.name} and ${b.name} at ${width}`);
      }
    await page.locator(".map a.place:not([tabindex])").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/places\/(?!port-ellis)[^/]+\/$/);
    await page.close();
  }
});

test("everything but search works with scripts off", async () => {
  const page = await open("/", { javaScriptEnabled: false });
  await page.locator("main a[href^='people/']").first().click();
  assert.match(page.url(), /\/people\//);
  await page.goto(new URL("search/", site.url).href);
  assert.match(await page.locator("main").innerText(), /index/i);
  await page.close();
});
