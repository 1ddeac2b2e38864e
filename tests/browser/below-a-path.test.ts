/** Does the site work below a path of a host, to the last link and asset, and where there is no page? In Chromium, and walked whole. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import { runCli } from "../support/cli.ts";
import type { FreshFolder } from "../support/fresh-folder.ts";
import { loadPage } from "../support/page-load.ts";
import { buildIn, sampleArchive } from "../support/sample-archive.ts";
import { hostSite, type StaticHost } from "../support/static-host.ts";

const PREFIX = "/old/papers/";

let archive: FreshFolder;
let host: StaticHost;
let browser: Browser;

before(async (t) => {
  // of a file's own `before` the context is a test's
  archive = sampleArchive(t as Parameters<typeof sampleArchive>[0]);
  const settings = archive.read("content/archive.yml");
  archive.write("content/archive.yml", `${settings}\nurl: https://press.example${PREFIX}\n`);
  await buildIn(archive);
  host = await hostSite(archive.at("_site"), PREFIX);
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await host?.close();
});

test("its files are whole as they are to stand there", async () => {
  const { code, stdout, stderr } = await runCli(["check"], { cwd: archive.path });
  assert.equal(code, 0, stderr);
  assert.match(stdout, /at https:\/\/press\.example\/old\/papers\/: 0 errors/);
});

const ADDRESS = /\s(?:href|src)="(?<href>[^"]*)"/g;

test("whoever follows every link from the front page and from a missing page is always answered", async () => {
  const asked = new Set<string>();
  const faults: string[] = [];
  const follow = (from: string, html: string): readonly string[] =>
    [...html.matchAll(ADDRESS)].flatMap(({ groups }) => {
      const href = groups?.["href"]?.replaceAll("&amp;", "&") ?? "";
      // a page says what stands at the address that it will have
      const { origin, pathname } = new URL(href, from);
      const isOurs = origin === new URL(host.url).origin || origin === "https://press.example";
      return isOurs && !href.startsWith("data:") ? [new URL(pathname, host.url).href] : [];
    });
  const missing = await (await fetch(new URL("no/such/page/", host.url))).text();
  let next = [host.url, ...follow(host.url, missing)];
  while (next.length > 0) {
    const fresh = [...new Set(next)].filter((url) => !asked.has(url));
    next = [];
    for (const url of fresh) {
      asked.add(url);
      const answer = await fetch(url);
      const body = await answer.text();
      if (answer.status !== 200) faults.push(`${answer.status} ${url}`);
      else if (answer.redirected) faults.push(`sent on: ${url}`);
      else if (/html/.test(answer.headers.get("content-type") ?? ""))
        next.push(...follow(url, body));
    }
  }
  assert.deepEqual(faults, []);
  const pages = archive.files("_site").filter((path) => path.endsWith("index.html")).length;
  // redirects, and pages that only the search leads to, are not linked
  assert.ok(asked.size > pages * 0.9, `${asked.size} addresses for ${pages} pages`);
});

test("a browser has all that its pages want there, and the search finds", async () => {
  for (const path of ["", "2018/03/12/", "people/ilse-okafor/", "topics/transport/", "search/"]) {
    const { fetched, complaints } = await loadPage(browser, `${host.url}${path}`);
    assert.deepEqual(complaints, [], path);
    assert.deepEqual(
      fetched.filter(({ status, url }) => status !== 200 || !url.includes(PREFIX)),
      [],
    );
    assert.ok(fetched.some(({ type }) => type === "Stylesheet"));
  }
  const page = await browser.newPage();
  await page.goto(`${host.url}search/?q=tablecloth`);
  const passage = page.locator("#search-results a.evidence").first();
  await passage.waitFor();
  await passage.click();
  await page.waitForURL(/\/old\/papers\/\d{4}\/\d\d\/\d\d\/[^/]+\/#s\d+$/);
  assert.match(await page.locator(":target").innerText(), /tablecloth/);
  await page.close();
});

test("an address that there is not, however deep, shows the site's own page, whole", async () => {
  const { fetched } = await loadPage(browser, `${host.url}2031/no/such/page/`);
  const others = fetched.filter(({ type }) => type !== "Document");
  assert.ok(others.some(({ type }) => type === "Stylesheet"));
  assert.deepEqual(
    others.filter(({ status }) => status !== 200),
    [],
  );
});
