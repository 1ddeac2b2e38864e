/** Is each format read as its makers meant it, and is nothing that its reader would see lost? */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Article, SourceText, Span } from "../src/model.ts";
import { parseArticle } from "../src/parse/parse.ts";
import { readBytes } from "../src/read/sources.ts";
import { testCases } from "./support/golden.ts";

const CASES = fileURLToPath(new URL("./cases/formats/", import.meta.url));

/** Every case: its file's articles, what each block of each became, and what was said of the file. */
testCases("formats", "readings.json", ({ name }) => {
  const file = sourceFile(name);
  const { sources, diagnostics } = readBytes(file, readFileSync(join(CASES, name, file)));
  const shown = {
    articles: sources.map(shownSource),
    diagnostics: diagnostics.map(({ severity, rule, file, message }) =>
      [severity, rule, file, message].join(" | "),
    ),
  };
  return `${JSON.stringify(shown, undefined, 2)}\n`;
});

function sourceFile(name: string): string {
  const file = readdirSync(join(CASES, name)).find((entry) => entry.startsWith("source."));
  return file ?? assert.fail(`no source in ${name}`);
}

function shownSource(source: SourceText): unknown {
  const { item, text, format, encoding, stated } = source;
  const article = parseArticle(text, { ...(stated && { stated }) });
  assertAccounted(article, text);
  const { spans: _, ...facts } = stated ?? { spans: [] };
  return {
    item,
    format,
    encoding,
    facts,
    published: article.published?.value,
    byline: article.byline?.authors,
    dateline: article.dateline?.place,
    readings: article.readings.map(
      ({ became, rule, start, end }) => `${became} (${rule}): ${text.slice(start, end)}`,
    ),
  };
}

/** Each character that is not white space lies in exactly one span. */
function assertAccounted(article: Article, text: string): void {
  const single = [article.headline, article.published?.span, article.byline, article.standfirst];
  const spans: Span[] = [...single, ...article.other, ...article.blocks, ...article.removed]
    .filter((span) => span !== undefined)
    .sort((a, b) => a.start - b.start);
  let at = 0;
  for (const { start, end } of spans) {
    assert.ok(start >= at && end > start, `span ${start}–${end} at ${at}`);
    assert.equal(text.slice(at, start).trim(), "", `lost before ${start}`);
    at = end;
  }
  assert.equal(text.slice(at).trim(), "", "lost at the end");
}

test("every case has a source of its own", () => {
  for (const name of readdirSync(CASES)) assert.match(sourceFile(name), /^source\./);
});
