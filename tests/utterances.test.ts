/** Are the pieces of one utterance put together, and only those, and does each keep its address? */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Quotation } from "../src/model.ts";
import { utterancesOf, wordsOf } from "../src/text/utterances.ts";
import { documentOf } from "./support/news-document.ts";

type Told = Partial<Pick<Quotation, "kind" | "speaker">> & { readonly rule?: string };

/** The quotations of a text by their words, each with what the test says of it. */
function quotationsIn(text: string, told: Readonly<Record<string, Told>>): Quotation[] {
  let at = 0;
  return Object.entries(told).map(([words, { kind = "direct", speaker, rule = "told" }]) => {
    const start = text.indexOf(words, at);
    assert.ok(start >= 0, words);
    at = start + words.length;
    const evidence = { rule, confidence: 0.95 };
    return { start, end: at, kind, evidence, ...(speaker !== undefined && { speaker }) };
  });
}

function utterances(text: string, told: Readonly<Record<string, Told>>) {
  const document = documentOf(text);
  return utterancesOf(document, quotationsIn(text, told)).map((utterance) => ({
    ...utterance,
    words: wordsOf(text, utterance),
  }));
}

const REIS = { speaker: "Ana Reis" };

test("a quotation that is not closed goes on in the next paragraph", () => {
  const [one, ...others] = utterances("Head\n\nReis said: “One.\n\n“Two.\n\n“Three.”", {
    "“One.": REIS,
    "“Two.": { ...REIS, rule: "quotation-goes-on" },
    "“Three.”": { ...REIS, rule: "quotation-goes-on" },
  });
  assert.deepEqual(others, []);
  assert.equal(one?.words, "“One.\n\n“Two.\n\n“Three.”");
  assert.equal(one?.anchor, "q-one");
  assert.equal(one?.evidence.rule, "told");
});

const APART: Readonly<Record<string, readonly [string, Readonly<Record<string, Told>>]>> = {
  "closed before the paragraph ends": ["H\n\n“One.”\n\n“Two.”", { "“One.”": REIS, "“Two.”": REIS }],
  "of two speakers": [
    "H\n\n“One.\n\n“Two.”",
    { "“One.": REIS, "“Two.”": { speaker: "Jon Marsh" } },
  ],
  "with a paragraph between": ["H\n\n“One.\n\nNo.\n\n“Two.”", { "“One.": REIS, "“Two.”": REIS }],
  "by another mark": ['H\n\n“One.\n\n"Two."', { "“One.": REIS, '"Two."': REIS }],
  "from the headline into the text": ["“One\n\n“Two.”", { "“One": REIS, "“Two.”": REIS }],
  "two sentences": ["H\n\n“One,” she said. “Two.”", { "“One,”": REIS, "“Two.”": REIS }],
  "capitals after the break": ["H\n\n“One,” she said, “Two.”", { "“One,”": REIS, "“Two.”": REIS }],
  "nobody’s, broken off": ["H\n\n“One,” it said, “two.”", { "“One,”": {}, "“two.”": {} }],
};

for (const [name, [text, told]] of Object.entries(APART))
  test(`stays two: ${name}`, () => {
    assert.equal(utterances(text, told).length, 2);
  });

test("a sentence broken off by who says it is one", () => {
  const [one, ...others] = utterances("H\n\n“Not now,” she said, “not here.”", {
    "“Not now,”": REIS,
    "“not here.”": { ...REIS, kind: "mixed" },
  });
  assert.deepEqual(others, []);
  assert.equal(one?.words, "“Not now,” … “not here.”");
  assert.equal(one?.kind, "direct");
});

test("what is only set off is nobody’s utterance", () => {
  assert.deepEqual(utterances("H\n\nA “scare”.", { "“scare”": { kind: "scare" } }), []);
});

test("an edit elsewhere in the article moves no address, and alike beginnings have numbers", () => {
  const told = { "“We have waited long enough for this bridge,”": REIS, "“We shall see.”": REIS };
  const text = "H\n\n“We have waited long enough for this bridge,” she said.\n\n“We shall see.”";
  const anchors = (words: string) => utterances(words, told).map(({ anchor }) => anchor);
  assert.deepEqual(anchors(text), ["q-we-have-waited-long-enough-for", "q-we-shall-see"]);
  const edited = text.replace("H\n\n", "H\n\nA paragraph more. And more.\n\n");
  assert.deepEqual(anchors(edited), anchors(text));
  const twice = { ...told, "“We shall see,”": REIS };
  assert.equal(
    utterances(`${text}\n\n“We shall see,” she said.`, twice).at(-1)?.anchor,
    "q-we-shall-see-2",
  );
});

test("words in other scripts have an address, too", () => {
  const [one] = utterances("H\n\n«صبر کرده‌ایم»", { "«صبر کرده‌ایم»": REIS });
  assert.match(one?.anchor ?? "", /^q-[0-9a-f]{10}$/);
});

test("whatever is quoted, each quotation but scare is in one utterance, in order, and ids differ", () => {
  const piece = fc.record({
    words: fc.constantFrom("“A b.", "“a b,”", "“A b.”", '"c"', "«d»"),
    speaker: fc.constantFrom(undefined, "Ana Reis", "Jon Marsh"),
    kind: fc.constantFrom("direct", "mixed", "scare"),
    after: fc.constantFrom(" she said, ", ". ", "\n\n", " "),
  });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      let text = "Head\n\n";
      const quotations = pieces.map(({ words, speaker, kind, after }): Quotation => {
        const start = text.length;
        text += words + after;
        const evidence = { rule: "told", confidence: 0.9 };
        const quotation = {
          start,
          end: start + words.length,
          kind: kind as Quotation["kind"],
          evidence,
        };
        return speaker === undefined ? quotation : { ...quotation, speaker };
      });
      const found = utterancesOf(documentOf(text), quotations);
      assert.deepEqual(
        found.flatMap((utterance) => utterance.pieces),
        quotations.filter(({ kind }) => kind !== "scare"),
      );
      assert.equal(new Set(found.map(({ anchor }) => anchor)).size, found.length);
    }),
  );
});
