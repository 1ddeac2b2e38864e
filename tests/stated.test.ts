/** Does the parser take what a format states for what it is, read what lies between, and lose nothing? */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { ParseFacts, StatedFacts, StatedSpan } from "../src/model.ts";
import { parseArticle } from "../src/parse/parse.ts";
import { statedTime } from "../src/read/formats/stated-time.ts";

const TEXT = `Harbour
Bridge opens
Changed on Friday
The bridge over the Carrow opened on Monday, the mayor said, and nobody fell in.
3 May 2020
By Ana Reis`;

function spanOf(words: string, became: StatedSpan["became"]): StatedSpan {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length, became, rule: `test/${became}` };
}

function parse(
  spans: readonly StatedSpan[],
  facts: Omit<StatedFacts, "spans"> = {},
  zone?: string,
) {
  return parseArticle(TEXT, { stated: { spans, ...facts }, ...(zone !== undefined && { zone }) });
}

describe("what a format states", () => {
  test("goes before what the rules would read", () => {
    const article = parse([
      spanOf("Harbour", "section"),
      spanOf("Bridge opens", "headline"),
      spanOf("Changed on Friday", "removed"),
    ]);
    assert.equal(article.headline?.text, "Bridge opens");
    assert.equal(article.other[0]?.kind, "section");
    assert.deepEqual(
      article.removed.map(({ rule }) => rule),
      ["test/removed"],
    );
    assert.equal(article.published?.value, "2020-05-03");
    assert.deepEqual(article.byline?.authors, ["Ana Reis"]);
  });

  test("gives its values to the lines that print them less well", () => {
    const facts = { published: "2020-05-03T09:15+01:00", authors: ["Reis, Ana"] };
    const spans = [
      spanOf("Bridge opens", "headline"),
      spanOf("3 May 2020", "published"),
      spanOf("By Ana Reis", "byline"),
    ];
    const article = parse(spans, facts);
    assert.equal(article.published?.value, "2020-05-03T09:15+01:00");
    assert.equal(
      TEXT.slice(article.published?.span?.start, article.published?.span?.end),
      "3 May 2020",
    );
    const plain = parse(spans);
    assert.equal(plain.published?.value, "2020-05-03");
    assert.deepEqual(plain.byline?.authors, ["Ana Reis"]);
    // a date line that a rule reads is the stated date's, too
    assert.equal(
      parse([spanOf("Bridge opens", "headline")], facts).published?.value,
      "2020-05-03T09:15+01:00",
    );
  });

  test("is a moment, told in the source's zone where it is stated in UTC", () => {
    const at = (published: string, zone?: string) => parse([], { published }, zone).published;
    assert.deepEqual(at("2022-01-26T21:27Z", "Asia/Tehran")?.value, "2022-01-27T00:57+03:30");
    assert.equal(at("2022-01-26T21:27:09Z", "Asia/Tehran")?.value, "2022-01-27T00:57:09+03:30");
    assert.equal(at("2022-01-26T21:27Z")?.value, "2022-01-26T21:27Z");
    assert.equal(at("2022-01-26T21:27-05:00", "Asia/Tehran")?.value, "2022-01-26T21:27-05:00");
    assert.equal(at("2022-01-26T21:27", "Asia/Tehran")?.zone, "Asia/Tehran");
    assert.equal(at("2022-01", "Asia/Tehran")?.value, "2022-01");
  });

  test("accounts for every character, wherever its spans begin and end", () => {
    const became = fc.constantFrom<StatedSpan["became"]>(
      ...([
        "headline",
        "byline",
        "published",
        "standfirst",
        "removed",
        "paragraph",
        "crosshead",
        "table",
        "section",
      ] as const),
    );
    const cuts = fc.array(fc.tuple(fc.nat(TEXT.length), became), { maxLength: 8 });
    fc.assert(
      fc.property(cuts, (list) => {
        const sorted = list.toSorted(([a], [b]) => a - b);
        const spans = sorted.flatMap(([start, kind], index): StatedSpan[] => {
          const end = sorted[index + 1]?.[0] ?? TEXT.length;
          // every second one is a gap, which the rules read
          return index % 2 === 0 && end > start
            ? [{ start, end, became: kind, rule: "test/any" }]
            : [];
        });
        const { readings } = parseArticle(TEXT, { stated: { spans } } satisfies ParseFacts);
        const read = readings.map(({ start, end }) => TEXT.slice(start, end)).join("");
        assert.equal(read.replace(/\s+/g, ""), TEXT.replace(/\s+/g, ""));
      }),
      { numRuns: 500, seed: 11 },
    );
  });
});

test("moments are read from ISO and mail dates, to the precision stated", () => {
  const read: readonly (readonly [string, string | undefined])[] = [
    ["2022", "2022"],
    ["2022-01", "2022-01"],
    ["20220126", "2022-01-26"],
    ["2022-01-26T21:27:00.000Z", "2022-01-26T21:27Z"],
    ["2022-01-26 21:27:09", "2022-01-26T21:27:09"],
    ["20130731T153200+0000", "2013-07-31T15:32Z"],
    ["2022-01-26T21:27+01", "2022-01-26T21:27+01:00"],
    ["2022-01-26T00:00:00+03:30", "2022-01-26"],
    ["Sun, 06 Sep 2009 16:20:00 +0000", "2009-09-06T16:20Z"],
    ["6 Sep 99 16:20 EDT", "1999-09-06T16:20-04:00"],
    ["Tue, 4 June 2019 08:05:00 CEST", "2019-06-04T08:05"],
    ["2022-02-30", undefined],
    ["2022-13-01", undefined],
    ["0000-00-00 00:00:00", undefined],
    ["yesterday", undefined],
    ["", undefined],
  ];
  for (const [field, value] of read) assert.equal(statedTime(field), value, field);
  assert.equal(statedTime(undefined), undefined);
});
