/** Is what happened told under the time at which it happened, and nothing else under any time? */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ArchiveEvent } from "../src/event-model.ts";
import { storiesTogether } from "../src/linked-stories.ts";
import type { ArchiveArticle } from "../src/model.ts";
import { recognise } from "../src/recognise/recognise.ts";
import { builtInTopics } from "../src/recognise/topics/topics.ts";
import { sortKeyOf } from "../src/text/dates.ts";
import { calendarPlace } from "../src/text/time-values.ts";
import { testCases } from "./support/golden.ts";
import { NO_STORY_RULINGS } from "./support/named-archive.ts";
import { type DocumentFacts, documentOf } from "./support/news-document.ts";

function findEvents(articles: readonly ArchiveArticle[]): readonly ArchiveEvent[] {
  const by = { decisions: { stories: NO_STORY_RULINGS }, topics: { definitions: [] } };
  return storiesTogether(articles, [], by).events;
}

let number = 0;

function articleOf(text: string, facts: DocumentFacts): ArchiveArticle {
  number += 1;
  const document = documentOf(text, facts);
  const { published } = facts;
  return {
    path: `articles/${number}.md`,
    address: `/${number}/`,
    front: {
      headline: "A headline",
      address: `/${number}/`,
      ...(published !== undefined && { published }),
    },
    body: text,
    document,
    annotations: recognise(document, builtInTopics()),
    sortKey: sortKeyOf(published, undefined),
  };
}

function told(sentence: string, published = "2022-01-26"): ArchiveArticle {
  return articleOf(`Port Ellis in brief\n\n${sentence}`, { published });
}

function lineOf({ value, outlook, reports }: ArchiveEvent): string {
  const { text, words } = reports[0].sentence;
  return [value, outlook, words.map(({ start, end }) => text.slice(start, end)), text].join(" | ");
}

testCases("events", "events.txt", (folder) => {
  // a case's facts are written by us, in the shape named
  const facts = JSON.parse(folder.read("facts.json")) as DocumentFacts;
  const events = findEvents([articleOf(folder.read("source.txt"), facts)]);
  return events.map(lineOf).concat("").join("\n");
});

/** What one sentence, printed on Wednesday 26 January 2022, tells of. */
function outlooks(sentence: string): string {
  return findEvents([told(sentence)])
    .map(({ value, outlook }) => `${value} ${outlook}`)
    .join(", ");
}

test("a time that tells of something else makes no event", () => {
  for (const sentence of [
    "The mill has stood empty since 2014, he wrote.",
    "Sales fell to 12 million from 14 million in January 2021.",
    "The 2018 agreement binds the town and the board.",
    "Monday's vote was close, and the clerk counted twice.",
    "The year ended 31 March 2021 brought a loss to the ferry.",
    "She had been due to sail on Monday with the first tide.",
    "The mayor might resign in March, a clerk thinks aloud.",
    "It would have opened on Monday, if the paint had dried.",
    "The ferry runs every Monday and the trip takes three days.",
    "Exports rose 4 per cent in the third quarter of 2021.",
    "The fair is held in winter and the mill stands idle.",
    "The lamp in the January 2020 picture is gone from the quay.",
    "Today the town is poor and the quay is quiet.",
  ])
    assert.equal(outlooks(sentence), "", sentence);
});

test("what lies before its print happened, what lies after it was expected", () => {
  assert.equal(outlooks("The mill burnt down on Monday at noon."), "2022-01-24 happened");
  assert.equal(outlooks("The mill will open on 3 March at noon."), "2022-03-03 expected");
  assert.equal(outlooks("The mill burnt down on Wednesday at noon."), "2022-01-26 happened");
  assert.equal(outlooks("The council will meet on Wednesday at noon."), "2022-01-26 expected");
  assert.equal(outlooks("Earlier this month Ilse Okafor sold the mill."), "2022-01 happened");
  assert.equal(outlooks("Later this month Ilse Okafor will sell the mill."), "2022-01 expected");
});

/** What a headline, printed on Wednesday 26 January 2022, tells of. */
function headlineOutlooks(headline: string): string {
  const text = `${headline}\n\nNothing more is known.`;
  return findEvents([articleOf(text, { published: "2022-01-26" })])
    .map(({ value, outlook }) => `${value} ${outlook}`)
    .join(", ");
}

test("a headline's infinitive is to come, unless a verb of the past holds it", () => {
  assert.equal(headlineOutlooks("Nether Amble ferry to sail on Friday"), "2022-01-28 expected");
  assert.equal(headlineOutlooks("Talks on ferry failed to open on Friday"), "2022-01-21 happened");
  assert.equal(headlineOutlooks("Ferry master taken to court on Friday"), "2022-01-21 happened");
});

test("a headline in capitals is read as one in small letters", () => {
  assert.equal(headlineOutlooks("FERRY TO SAIL ON 3 MARCH"), "2022-03-03 expected");
  assert.equal(headlineOutlooks("FERRY COMPANY 1ST QTR JAN 31 NET"), "");
});

test("captions, tables and lines about the text tell of nothing", () => {
  const article = told("The mill burnt down on Monday at noon.");
  const as = (kind: "caption" | "table"): ArchiveArticle => ({
    ...article,
    document: {
      ...article.document,
      blocks: article.document.blocks.map((block) => ({ ...block, kind })),
    },
  });
  assert.equal(findEvents([article]).length, 1);
  assert.deepEqual(findEvents([as("caption")]), []);
  assert.deepEqual(findEvents([as("table")]), []);
  assert.deepEqual(findEvents([told("Updated on Monday by the desk of the paper.")]), []);
});

test("reports of one event stand together, the earliest that saw it happen first", () => {
  const before = told(
    "The repaired Harbour Bridge will open to carts on 24 January.",
    "2022-01-10",
  );
  const first = told("The repaired Harbour Bridge opened to carts on Monday.", "2022-01-25");
  const later = told("The repaired Harbour Bridge was opened to carts on Monday.", "2022-01-26");
  const other = told("A cow fell into the dock on Monday and was saved.", "2022-01-25");
  const events = findEvents([later, other, before, first]);
  assert.deepEqual(
    events.map(({ outlook, reports }) => [outlook, reports.map(({ article }) => article)]),
    [
      ["happened", [first.path, before.path, later.path]],
      ["happened", [other.path]],
    ],
  );
});

test("two deeds of one person on one day are two events", () => {
  const events = findEvents([
    told("Mayor Tomas Varga of Port Ellis opened the new bridge on Monday."),
    told("Mayor Tomas Varga of Port Ellis dismissed his deputy on Monday."),
  ]);
  assert.equal(events.length, 2);
});

const SENTENCES = [
  "The mill burnt down on Monday.",
  "The mill burnt down in 1931, and Reis saw it.",
  "Reis will sail on 3 March with the ferry.",
  "In the 1950s the mole was built by hand.",
  "Okafor said on Tuesday that the fair began last week.",
  "The fair began on Monday at the old mill in Port Ellis.",
  "The fair at the old mill in Port Ellis began on Monday.",
];

test("each event's words are a time of its article with its value, and the order of articles does not matter", () => {
  const texts = fc.array(
    fc.record({
      sentences: fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 }),
      published: fc.constantFrom("2022-01-26", "2022-01-31", "2021-12", "2020"),
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(texts, (list) => {
      const articles = list.map(({ sentences, published }) => told(sentences.join(" "), published));
      const events = findEvents(articles);
      assert.deepEqual(findEvents([...articles].reverse()), events);
      for (const { value, period, reports } of events) {
        assert.equal(calendarPlace(value)?.period, period);
        for (const { article: path } of reports) {
          const times = articles.find((one) => one.path === path)?.annotations.times ?? [];
          assert.ok(
            times.some((timex) => timex.value.startsWith(value)),
            `${path} tells nothing of ${value}`,
          );
        }
      }
    }),
    { numRuns: 60, seed: 7 },
  );
});

test("a line without an end is no sentence", () => {
  const long = "on Monday the mill, which who if to ".repeat(3000);
  assert.deepEqual(findEvents([told(`The mill burnt down ${long}.`)]), []);
});
