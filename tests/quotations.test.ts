/** Is each quotation found, told from words that nobody said, and given to the one who spoke? */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Quotation, Span } from "../src/model.ts";
import {
  explainSpeaker,
  findQuotations,
  pronounMentions,
} from "../src/recognise/quotations/quotations.ts";
import { splitSentences } from "../src/recognise/sentences.ts";
import { testCases } from "./support/golden.ts";
import { type DocumentFacts, documentOf, peopleOf } from "./support/news-document.ts";

const TWO: DocumentFacts = {
  people: [
    { name: "Ilse Korver", short: ["Korver"] },
    { name: "Tomas Amble", short: ["Amble"], titles: ["the mayor"] },
  ],
};

function quotationsOf(text: string, facts: DocumentFacts = TWO): readonly Quotation[] {
  const document = documentOf(text, facts);
  const people = peopleOf(text, facts);
  return findQuotations(document, { sentences: splitSentences(document), people });
}

testCases("quotations", "quotations.txt", (folder) => {
  const text = folder.read("source.txt");
  // a case's facts are written by us, in the shape named
  const facts = JSON.parse(folder.read("facts.json")) as DocumentFacts;
  const words = (span: Span | undefined): string =>
    span ? text.slice(span.start, span.end).replaceAll("\n", " ") : "–";
  return quotationsOf(text, facts)
    .map((quotation) =>
      [
        quotation.kind,
        words(quotation),
        `source: ${words(quotation.source)}`,
        `cue: ${words(quotation.cue)}`,
        `speaker: ${quotation.speaker ?? "–"}`,
        `${quotation.evidence.rule} ${quotation.evidence.confidence}`,
      ].join(" | "),
    )
    .concat("")
    .join("\n");
});

test("a quotation lies in one part, with its marks, and none overlaps another", () => {
  const text = "A “small” headline\n\n“One,” said Korver. “Two.”\n\n“Three and four,” Amble said.";
  let at = 0;
  for (const { start, end } of quotationsOf(text)) {
    assert.ok(start >= at);
    assert.match(text.slice(start, end), /^“[^“”]*”$/);
    at = end;
  }
  assert.equal(quotationsOf(text).length, 4);
});

test("a quotation in a headline has its speaker by a colon", () => {
  const [quotation] = quotationsOf("Amble: ‘I shall not resign over a pier’\n\nIt rained.");
  assert.equal(quotation?.speaker, "Tomas Amble");
});

function withBlockquotes(text: string): readonly Quotation[] {
  const document = documentOf(text.replaceAll(/^> /gm, "  "));
  const blocks = document.blocks.map((block) => ({
    ...block,
    kind: text.slice(block.start - 2, block.start) === "> " ? ("blockquote" as const) : block.kind,
  }));
  return findQuotations(
    { ...document, blocks },
    { sentences: splitSentences({ ...document, blocks }), people: peopleOf(text, TWO) },
  );
}

test("a block quotation is a quotation without marks, of whoever is named before its colon", () => {
  const text =
    "A headline\n\nIlse Korver wrote:\n\n> The pier leans.\n\n> It is “very old” too.\n\nThe town met.";
  const found = withBlockquotes(text);
  assert.deepEqual(
    found.map(({ start, end, kind, speaker }) => [text.slice(start, end), kind, speaker]),
    [
      ["The pier leans.", "direct", "Ilse Korver"],
      ["It is “very old” too.", "direct", "Ilse Korver"],
    ],
  );
  assert.ok((found[0]?.evidence.confidence ?? 0) >= 0.9);
});

test("a block quotation is its signer's, and nobody's where nobody is named", () => {
  const signed = "A headline\n\n> The pier leans. — Ilse Korver\n\n> Let it lean.";
  assert.deepEqual(
    withBlockquotes(signed).map(({ start, end, speaker }) => [signed.slice(start, end), speaker]),
    [
      ["The pier leans.", "Ilse Korver"],
      ["Let it lean.", undefined],
    ],
  );
});

test("apostrophes open no quotation", () => {
  for (const text of [
    "It's the boys' and the girls' boat, 'tis said.",
    "’Twas in the ’90s, rock ’n’ roll’s time.",
    "O’Brien’s men don’t, and the Joneses’ dog won’t.",
  ])
    assert.deepEqual(quotationsOf(`A headline\n\n${text}`), [], text);
});

test("two people who fit a pronoun leave it open", () => {
  const facts: DocumentFacts = { people: [{ name: "Tomas Amble" }, { name: "Jonas Pell" }] };
  const [quotation] = quotationsOf(
    "A headline\n\nAt noon Tomas Amble, with Jonas Pell, left. “It leans,” she said.",
    {
      people: facts.people ?? [],
    },
  );
  assert.equal(quotation?.speaker, undefined);
  assert.ok(quotation?.source);
});

test("two who speak together leave the speaker open", () => {
  const [quotation] = quotationsOf("A headline\n\n“We lean,” Ilse Korver and Tomas Amble said.");
  assert.equal(quotation?.speaker, undefined);
});

test("a woman's name fits no “he”, and a man's no “she”", () => {
  const facts: DocumentFacts = { people: [{ name: "Mary Pell" }, { name: "Donald Pell" }] };
  const speakerAfter = (name: string, pronoun: string): string | undefined =>
    quotationsOf(`A headline\n\n${name} came at noon. “It leans,” ${pronoun} said.`, facts)[0]
      ?.speaker;
  assert.equal(speakerAfter("Mary Pell", "she"), "Mary Pell");
  assert.equal(speakerAfter("Mary Pell", "he"), undefined);
  assert.equal(speakerAfter("Donald Pell", "he"), "Donald Pell");
  assert.equal(speakerAfter("Donald Pell", "she"), undefined);
});

test("the new minister is no prime minister, and the minister is the one introduced", () => {
  const facts: DocumentFacts = {
    people: [
      { name: "Mary Pell", roles: ["Prime Minister"] },
      { name: "Jonas Kray", roles: ["Treasurer"] },
    ],
  };
  const text = "A headline\n\nPrime Minister Mary Pell met the Treasurer, Jonas Kray.";
  assert.equal(
    quotationsOf(`${text}\n\n“It leans,” the minister said.`, facts)[0]?.speaker,
    undefined,
  );
  assert.equal(
    quotationsOf(`${text}\n\n“It leans,” the new treasurer said.`, facts)[0]?.speaker,
    undefined,
  );
  assert.equal(
    quotationsOf(`${text}\n\n“It leans,” the treasurer said.`, facts)[0]?.speaker,
    "Jonas Kray",
  );
});

test("a spokesman for somebody is not that person", () => {
  const [quotation] = quotationsOf("A headline\n\n“He is out,” said a spokesman for Amble.");
  assert.equal(quotation?.speaker, undefined);
});

test("pronouns that are sources become mentions of the speaker, each once", () => {
  const text = "A headline\n\nIlse Korver came. “It leans,” she said. “It leans a lot.”";
  const mentions = pronounMentions(quotationsOf(text), documentOf(text));
  assert.deepEqual(
    mentions.get("Ilse Korver")?.map(({ start, end, form }) => [text.slice(start, end), form]),
    [["she", "pronoun"]],
  );
});

test("less is claimed with less confidence", () => {
  const sure = quotationsOf("A headline\n\n“It leans to the left,” Korver said.")[0];
  const unclosed = quotationsOf("A headline\n\nKorver said: “It leans to the left.")[0];
  const floating = quotationsOf(
    "A headline\n\nKorver said it leans.\n\n“It leans to the left, and more so today.”",
  )[0];
  assert.ok((sure?.evidence.confidence ?? 0) >= 0.9);
  assert.ok((unclosed?.evidence.confidence ?? 1) < 0.9);
  assert.equal(floating?.speaker, "Ilse Korver");
  assert.ok((floating?.evidence.confidence ?? 1) < 0.8);
});

test("a rule of two parts is put in words", () => {
  assert.equal(
    explainSpeaker("source-and-cue-after+by-name"),
    "the words after the quotation say who speaks, by name",
  );
});

test("any text of marks and words is read, and each span lies in it", () => {
  const piece = fc.constantFrom(
    ..."“”\"'‘’«»„「」.,:?! \n",
    "``",
    "''",
    " said ",
    "Korver",
    " he ",
    "the mayor",
    "\n\n",
    "a",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = `A headline\n\nx${pieces.join("")}`;
      let at = 0;
      for (const { start, end, source, cue } of quotationsOf(text)) {
        assert.ok(start >= at && end > start && end <= text.length);
        for (const span of [source, cue])
          if (span) assert.ok(span.start < span.end && span.end <= text.length);
        at = end;
      }
    }),
    { numRuns: 3_000, seed: 4 },
  );
});

test("long lines of nothing but marks are read through", () => {
  for (const mark of [
    "“a ",
    '"a" ',
    "'a ",
    "‘a ",
    "``a ",
    "‚a ",
    "»a ",
    "”a ",
    "he said “b”, and ",
    "“Go on.” Amble, the mayor, told her. ",
    "her claim that the claim that ",
    "KORVER: It leans.\n",
    "Q: a.\nA: b.\n",
    "A: ".repeat(30),
  ]) {
    const text = `A headline\n\n${mark.repeat(Math.ceil(100_000 / mark.length))}`;
    assert.ok(quotationsOf(text).length <= 20_000);
  }
});
