/** Does a real browser keep the order of words that stand beside a text with direction controls? */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { renderMarkdown } from "../../src/render/body.ts";
import { type Html, html, renderHtml } from "../../src/render/html.ts";
import { launchBrowser } from "../support/browser.ts";
import { ENGLISH } from "../support/english.ts";

const CSS = readFileSync(new URL("../../layouts/assets/site.css", import.meta.url), "utf8");

let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});

after(() => browser?.close());

/** Each turns round or swallows what follows, if it is let. */
const HOSTILE = [
  "\u202eAna Reis",
  "Ana \u202dReis",
  "Ana \u202bReis",
  "\u2067Ana Reis",
  "Ana Reis\u2069\u202e",
  "\u202bAna\u202c\u202c\u202e Reis",
  "\u2067\u202eAna\u2069 Reis\u2069",
];

/** How a text from outside may stand in a line, before two words of ours. */
const PLACES: readonly (readonly [string, (text: string) => Html])[] = [
  ["beside words", (text) => html`<p>${text} <b id="one">one</b> <b id="two">two 12</b></p>`],
  [
    "in an isolate",
    (text) => html`<p><bdi>${text}</bdi> <b id="one">one</b> <b id="two">two 12</b></p>`,
  ],
  [
    "struck out",
    (text) => html`<p><del>${text}</del> <b id="one">one</b> <b id="two">two 12</b></p>`,
  ],
];

for (const [place, draw] of PLACES) {
  test(`what follows stays where it was: ${place}`, async () => {
    const page = await browser.newPage();
    for (const text of HOSTILE) {
      await page.setContent(`<!doctype html><style>${CSS}</style>${renderHtml(draw(text))}`);
      const one = await page.locator("#one").boundingBox();
      const two = await page.locator("#two").boundingBox();
      assert.ok(one !== null && two !== null);
      assert.ok(two.x > one.x + one.width - 1, `${JSON.stringify(text)}: two before one`);
      assert.equal(await page.locator("p").textContent(), `${text} one two 12`);
    }
    await page.close();
  });
}

test("without our care the browser does turn them round", async () => {
  const page = await browser.newPage();
  await page.setContent('<p>\u202eAna <b id="one">one</b> <b id="two">two 12</b></p>');
  const one = await page.locator("#one").boundingBox();
  const two = await page.locator("#two").boundingBox();
  assert.ok(one !== null && two !== null && two.x < one.x);
  await page.close();
});

test("in a body, what stands in another block, mark or setting stays too, and pairs still act", async () => {
  const page = await browser.newPage();
  const body = renderMarkdown(
    "\u202eAna *one* **two 12**\n\n\u202eOne *three* **four**",
    [],
    String,
    { words: ENGLISH },
  );
  await page.setContent(`<!doctype html><style>${CSS}</style>${renderHtml(body)}`);
  for (const line of [0, 1]) {
    const first = await page.locator("em").nth(line).boundingBox();
    const second = await page.locator("strong").nth(line).boundingBox();
    assert.ok(first !== null && second !== null && second.x > first.x);
  }
  const pair = renderMarkdown("\u2067*one* **אב**\u2069", [], String, { words: ENGLISH });
  await page.setContent(renderHtml(pair));
  const first = await page.locator("em").boundingBox();
  const second = await page.locator("strong").boundingBox();
  assert.ok(first !== null && second !== null && second.x < first.x);
  await page.close();
});
