/** Does a page stand in 320 pixels, and without a fault that axe finds? */
import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";

/** Fails if the page at an address scrolls sideways at 320 pixels, or axe finds a fault in it. */
export async function checkNarrow(
  browser: Browser,
  url: string,
  colorScheme: "light" | "dark",
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, colorScheme });
  const page = await context.newPage();
  await page.goto(url);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 320, `${url} is ${width} pixels wide at 320`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  assert.deepEqual(faults, [], `${url} ${colorScheme}`);
  await context.close();
}
