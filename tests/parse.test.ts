/** Does the parser say what each text in tests/cases/parse says, and account for every character of any text? */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import type { Article, ParseFacts, Span } from "../src/model.ts";
import { parseArticle } from "../src/parse/parse.ts";

const casesFolder = fileURLToPath(new URL("cases/parse/", import.meta.url));
const update = process.env["UPDATE"] === "1" && process.env["CI"] === undefined;

/** Fails unless each character that is not white space lies in exactly one top-level span. */
function assertAccounted(article: Article, text: string): void {
  const single = [article.headline, article.published?.span, article.byline, article.standfirst];
  const spans: Span[] = [...single, ...article.other, ...article.blocks, ...article.removed]
    .filter((span) => span !== undefined)
    .sort((a, b) => a.start - b.start);
  let at = 0;
  for (const { start, end } of spans) {
    assert.ok(start >= at && end > start && end <= text.length, `span ${start}–${end} at ${at}`);
    assert.equal(text.slice(at, start).trim(), "", `lost before ${start}`);
    at = end;
  }
  assert.equal(text.slice(at).trim(), "", "lost at the end");
}

/** The article as a golden file shows it: words instead of offsets. */
function shown(article: Article, text: string): unknown {
  const words = ({ start, end }: Span): string => text.slice(start, end);
  const { headline, published, byline, dateline, standfirst } = article;
  return {
    headline: headline?.text,
    published: published && {
      value: published.value,
      zone: published.zone,
      printed: published.span && words(published.span),
    },
    byline: byline && { printed: words(byline), authors: byline.authors, agency: byline.agency },
    standfirst: standfirst && words(standfirst),
    dateline: dateline && {
      printed: words(dateline),
      place: dateline.place,
      agency: dateline.agency,
    },
    other: article.other.map((span) => `${span.kind}: ${words(span)}`),
    blocks: article.blocks.map((span) => `${span.kind}: ${words(span)}`),
    removed: article.removed.map((span) => `${span.rule}: ${words(span)}`),
    diagnostics: article.diagnostics.map(({ severity, rule, line }) =>
      [severity, rule, ...(line === undefined ? [] : [`line ${line}`])].join(" "),
    ),
  };
}

describe("parse cases", () => {
  for (const name of readdirSync(casesFolder).sort()) {
    test(name, () => {
      const folder = join(casesFolder, name);
      const text = readFileSync(join(folder, "source.txt"), "utf8");
      const factsFile = join(folder, "facts.json");
      const facts: ParseFacts = existsSync(factsFile)
        ? JSON.parse(readFileSync(factsFile, "utf8"))
        : {};
      const article = parseArticle(text, facts);
      assertAccounted(article, text);
      const golden = join(folder, "article.json");
      const found = `${JSON.stringify(shown(article, text), undefined, 2)}\n`;
      if (update) writeFileSync(golden, found);
      assert.equal(found, readFileSync(golden, "utf8"));
    });
  }
});

describe("the ledger", () => {
  const fragments = fc.constantFrom(
    "By Ana Reis",
    "May 3, 2020",
    "Updated: 31/31/2020 25:61",
    "Leave a Comment",
    "2 + 0 =",
    "Share",
    "PORT ELLIS (AP) — ",
    "He said so to the board on Monday, and nobody answered him at all.",
    "Read more: ",
    "Reuter \u0003",
    "\u200b",
    "\u0000",
    "\ud800",
    "a  1  b",
    "---",
    "{%",
    "Photo: Ana Reis",
    "Ana Reis",
    "Von",
    "Published",
    "21:27 GMT",
    "Ana Reis | 26.01.2022, Tomas Varga",
    "۶ بهمن ۱۴۰۰",
    "김나리 기자",
    "All rights reserved.",
  );
  const breaks = fc.constantFrom("\n", "\n\n", "\r\n", "\r", " ", "\u2028", "\t", "\u00a0", "");
  const newsy = fc
    .array(fc.tuple(fragments, breaks), { maxLength: 30 })
    .map((pairs) => pairs.map(([words, end]) => words + end).join(""));
  const anything = fc.oneof(newsy, fc.string({ unit: "binary", maxLength: 300 }));

  test("holds for any text", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const article = parseArticle(text);
        assertAccounted(article, text);
        for (const span of article.blocks) {
          assert.equal(text.slice(span.start, span.end), text.slice(span.start, span.end).trim());
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("the dateline lies inside the first block", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { dateline, blocks } = parseArticle(text);
        const [first] = blocks.filter((block) => block.kind === "paragraph");
        if (dateline)
          assert.ok(first && dateline.start >= first.start && dateline.end <= first.end);
      }),
      { numRuns: 500 },
    );
  });
});
