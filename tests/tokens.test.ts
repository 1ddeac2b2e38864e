/** Are words, sentences, the language and its direction found where a reader sees them? */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { NewsDocument } from "../src/model.ts";
import { languageOf } from "../src/recognise/language.ts";
import { splitSentences } from "../src/recognise/sentences.ts";
import { tokenise } from "../src/recognise/tokens.ts";
import { directionOf } from "../src/text/direction.ts";

function tokens(text: string): string[] {
  return tokenise(text, { start: 0, end: text.length }).map((token) => token.text);
}

function sentences(text: string): string[] {
  return splitSentences(paragraph(text)).map(({ start, end }) => text.slice(start, end));
}

function paragraph(text: string): NewsDocument {
  return { text, language: "en", blocks: [{ kind: "paragraph", start: 0, end: text.length }] };
}

const WORDS: readonly (readonly [string, string])[] = [
  ["Iran’s J. Doe paid $3.5.", "Iran ’s J. Doe paid $ 3.5 ."],
  ["Mr. O'Brien-Smith, Jr., left", "Mr. O'Brien-Smith , Jr. , left"],
  ["the U.S.'s U.N.-backed plan", "the U.S. 's U.N.-backed plan"],
  ["she’ll see al-Haddad at AT&T", "she ’ll see al-Haddad at AT&T"],
  ["``No,'' he said -- twice...", "`` No , '' he said -- twice ..."],
  ["at 21:27 on 1996-08-22, 1,234.5", "at 21:27 on 1996-08-22 , 1,234.5"],
  ["a 40-year-old and 4-Varga", "a 40-year-old and 4 - Varga"],
  ["‘Yes’ and 'no' at Ellis' inn", "‘ Yes ’ and ' no ' at Ellis ' inn"],
  ["see www.example.com. End.End", "see www.example.com . End . End"],
  ["می‌رود 2022", "می‌رود 2022"],
];

for (const [text, expected] of WORDS) {
  test(`words: ${text}`, () => assert.equal(tokens(text).join(" "), expected));
}

const SENTENCES: readonly (readonly string[])[] = [
  ["He left.", "“Why?” he asked.", "Gen. J. Doe knew."],
  ["It rained in the U.S. Senate at 3.5 p.m. sharp."],
  ["They went to the U.S. for Tern Ltd. work.", "The boat sank."],
  ["“Go!”", "“No.”", "``Well,'' he said.", "'Well' what?"],
  ["(It sank.)", "It rose [sic] again...", "No. 4 did not."],
  ["A. B. Doe and P.J. Roe met Mr. Poe vs. the Board."],
  ["این خبر است؟", "بله."],
  ["是的。", "不是。"],
];

for (const expected of SENTENCES) {
  test(`sentences: ${expected.join(" | ")}`, () => {
    assert.deepEqual(sentences(expected.join(" ")), expected);
  });
}

test("a sentence ends where a scrape has lost the space, not inside an address or a figure", () => {
  assert.deepEqual(sentences("It is pride.“The ship sank.”Nobody came."), [
    "It is pride.",
    "“The ship sank.”",
    "Nobody came.",
  ]);
  assert.deepEqual(sentences("See Example.com or v2.0 and e.g. this"), [
    "See Example.com or v2.0 and e.g. this",
  ]);
});

test("headline and standfirst have sentences of their own, tables have none", () => {
  const text = "Ship sinks\n\nIt was old. It leaked.\n\n1 2 3. A b.\n\nThe end.";
  const found = splitSentences({
    text,
    language: "en",
    headline: { start: 0, end: 10 },
    standfirst: { start: 12, end: 34 },
    blocks: [
      { kind: "table", start: 36, end: 47 },
      { kind: "paragraph", start: 49, end: 57 },
    ],
  });
  assert.deepEqual(
    found.map(({ part, block, start, end }) => [part, block, text.slice(start, end)]),
    [
      ["headline", -1, "Ship sinks"],
      ["standfirst", -1, "It was old."],
      ["standfirst", -1, "It leaked."],
      ["body", 1, "The end."],
    ],
  );
});

test("every character that is not white space lies in exactly one token and one sentence", () => {
  const odd = fc.constantFrom(
    ..."aB.'’“”?!-–`&,:;()1 \n\t\u00a0\u200b\u200c\u200e\u202e\u00adéש字。😀",
  );
  const texts = fc.array(odd, { maxLength: 60 }).map((letters) => letters.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      const seen = (part: string): string =>
        part.replace(/[\s\u00ad\u200b\u200e\u202e\u2060\ufeff]/g, "");
      assert.equal(seen(tokens(text).join("")), seen(text));
      assert.equal(sentences(text).join("").replace(/\s/g, ""), text.replace(/\s/g, ""));
    }),
    { numRuns: 5000, seed: 3 },
  );
});

test("a line of marks or stops a million characters long is read in one go", () => {
  for (const piece of [".", "'", "’s", "“", "a.", "J. ", "-", "`", "1,"]) {
    const text = piece.repeat(Math.ceil(1e6 / piece.length));
    assert.ok(tokenise(text, { start: 0, end: text.length }).length > 0);
    assert.ok(splitSentences(paragraph(text)).length > 0);
  }
});

test("a language is told where the text says enough, and not where it does not", () => {
  assert.equal(
    languageOf("The harbour board said that the bridge was closed for the winter."),
    "en",
  );
  assert.equal(
    languageOf("Der Bürgermeister sagte gestern, dass die Brücke geschlossen bleibe."),
    "de",
  );
  assert.equal(languageOf("شهردار روز دوشنبه گفت که پل بندر تا اطلاع بعدی بسته خواهد ماند"), "fa");
  assert.equal(languageOf("Ship sinks"), "und");
  assert.equal(languageOf("THE BOARD SAID THAT THE BRIDGE WAS CLOSED FOR THE WINTER"), "en");
  assert.equal(languageOf("میئر نے پل بند کر دیا"), "ur");
  assert.equal(languageOf("رئيس البلدية يغلق الجسر"), "ar");
  assert.equal(languageOf("ראש העיר סגר גשר"), "he");
  assert.equal(languageOf("市長が橋を閉鎖すると発表"), "ja");
  assert.equal(
    languageOf(
      "Wali kota mengatakan bahwa jembatan itu ditutup pada hari Senin karena rusak, kata polisi.",
    ),
    "id",
  );
  assert.equal(
    languageOf(
      "Meya wa mji alisema kuwa daraja la bandari ni bovu na kwa hiyo litafungwa kwa wiki ya pili.",
    ),
    "sw",
  );
  assert.equal(languageOf("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17"), "und");
});

test("a language runs the way of its script", () => {
  for (const tag of ["fa", "ar-EG", "he", "ur", "az-Arab"]) assert.equal(directionOf(tag), "rtl");
  for (const tag of ["en", "und", "", "az", "az-Latn", "ku-Latn"])
    assert.equal(directionOf(tag), "ltr");
});
