/** Do topics show the articles of the topics within them, when they filled the paper, and where to begin? */

import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTHING_RECOGNISED } from "../src/known-annotations.ts";
import { linkArchive } from "../src/linked-names/archive-links.ts";
import type { ArchiveArticle, TopicDefinition } from "../src/model.ts";
import type { ArticleEntry } from "../src/page-parts.ts";
import { type Beginning, startHere } from "../src/pages/start-here.ts";
import type { TopicFile } from "../src/settings-model.ts";
import { reasonInWords } from "../src/text/page-reason.ts";
import { ENGLISH } from "./support/english.ts";
import { NO_NAMES, NO_TOPICS, THRESHOLDS } from "./support/link-settings.ts";

function definition(id: string, broader?: string): TopicDefinition {
  return { id, label: id, phrases: [], ...(broader !== undefined && { broader }) };
}

const DEFINITIONS = [
  definition("sport"),
  definition("ball-games", "sport"),
  definition("football", "ball-games"),
  definition("tennis", "ball-games"),
];

/** What a topic's file says that says nothing. */
const NO_KEYS = { add: [], without: [], replaces: [], remove: false, lines: new Map() };

/** The topics that are in articles, with the ids of their topics, and those that they lie within. */
function linkedTopics(
  articles: readonly (readonly string[])[],
  definitions: readonly TopicDefinition[],
  { least, files = new Map() }: { least: number; files?: ReadonlyMap<string, TopicFile> },
) {
  const topics = { ...NO_TOPICS, definitions, files };
  const thresholds = { ...THRESHOLDS, topicArticles: least };
  return linkArchive(articles.map(articleOf), thresholds, { names: NO_NAMES, topics }).entities;
}

function articleOf(topics: readonly string[], index: number): ArchiveArticle {
  const address = `/${index}/`;
  return {
    path: `articles/${index}.md`,
    address,
    front: { headline: "H", address },
    body: "",
    document: { text: "", language: "en", blocks: [] },
    annotations: {
      ...NOTHING_RECOGNISED,
      topics: topics.map((id) => ({ id, label: id, score: 1, because: [] })),
    },
    sortKey: String(index),
  };
}

test("a topic above others has a page where they are in enough articles together", () => {
  const articles = [["football"], ["football", "tennis"], ["tennis"]];
  assert.deepEqual(
    linkedTopics(articles, DEFINITIONS, { least: 3 }).map(
      ({ entity }) => `${entity.slug} ${entity.hasPage} ${reasonInWords(entity.reason, ENGLISH)}`,
    ),
    [
      "ball-games true topics within it are in 3 articles",
      "football false in 2 articles",
      "sport true topics within it are in 3 articles",
      "tennis false in 2 articles",
    ],
  );
  assert.equal(linkedTopics(articles, DEFINITIONS, { least: 4 }).length, 2);
});

test("a topic above others keeps the note of its file, though no article is about it alone", () => {
  const files = new Map([
    ["ball-games", { ...NO_KEYS, slug: "ball-games", note: "Of all clubs." }],
  ]);
  assert.deepEqual(
    linkedTopics([["football"], ["football"]], DEFINITIONS, { least: 2, files }).map(
      ({ entity }) => [entity.slug, entity.note],
    ),
    [
      ["ball-games", "Of all clubs."],
      ["football", undefined],
      ["sport", undefined],
    ],
  );
});

test("a topic with few articles of its own gets its page by those of the topics within it", () => {
  const articles = [["ball-games"], ["tennis"], ["tennis"]];
  const [own] = linkedTopics(articles, DEFINITIONS, { least: 3 });
  assert.equal(own?.entity.slug, "ball-games");
  assert.equal(own.entity.hasPage, true);
  assert.deepEqual(own.entity.reason, { kind: "wider", articles: 3 });
  assert.equal(
    reasonInWords(own.entity.reason, ENGLISH),
    "in 3 articles, with the topics within it",
  );
});

test("topics that lie within each other in a circle do not run for ever", () => {
  const circle = [definition("a", "b"), definition("b", "a")];
  assert.deepEqual(
    linkedTopics([["a"], ["a"], ["a"]], circle, { least: 3 }).map(({ entity }) => entity.slug),
    ["a", "b"],
  );
});

function entry(slug: string, date?: string): ArticleEntry {
  return {
    address: `/${slug}/`,
    headline: slug,
    dateLabel: date ?? "undated",
    language: "en",
    direction: "ltr",
    ...(date !== undefined && { date }),
  };
}

function beginning(
  slug: string,
  date: string | undefined,
  people: number,
  words: number,
): Beginning {
  return { article: entry(slug, date), people, words };
}

const LIST = [
  beginning("note", undefined, 9, 1),
  beginning("chance", "2018-01-01", 0, 1),
  beginning("first", "2018-02-01", 1, 3),
  beginning("many", "2018-03-01", 6, 3),
  beginning("full", "2018-04-01", 2, 8),
  beginning("busy", "2019-01-01", 2, 5),
  beginning("last", "2019-02-01", 1, 1),
];

test("one begins with the first, the fullest, the one with most people, and the last", () => {
  const busiest = { period: "2019", label: "2019" };
  const start = startHere(LIST.slice(1), { total: 6, people: 12, busiest }, ENGLISH);
  assert.deepEqual(
    start.map(({ article, reasons }) => [article.headline, ...reasons]),
    [
      ["first", "the first with 3 of its words or more"],
      ["many", "names 6 of its 12 most typical people"],
      ["full", "has most of its words: 8 different ones"],
      ["busy", "has most of its words of all in 2019, when most was printed on it"],
      ["last", "the latest"],
    ],
  );
});

test("nobody needs advice on five articles, and an undated one is neither first nor last", () => {
  assert.deepEqual(
    startHere(LIST.slice(0, 5), { total: 5, people: 12, busiest: undefined }, ENGLISH),
    [],
  );
  const [note] = startHere(LIST, { total: 7, people: 12, busiest: undefined }, ENGLISH);
  assert.deepEqual(note?.reasons, ["names 9 of its 12 most typical people"]);
});
