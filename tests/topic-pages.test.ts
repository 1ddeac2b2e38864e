/** Do topics show the articles of the topics within them, when they filled the paper, and where to begin? */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { LinkedEntity } from "../src/link/linked-entity.ts";
import { withWiderTopics } from "../src/link/wider-topics.ts";
import type { Appearance, TopicDefinition } from "../src/model.ts";
import type { ArticleEntry } from "../src/page-parts.ts";
import { type Beginning, startHere } from "../src/pages/start-here.ts";

function definition(id: string, broader?: string): TopicDefinition {
  return { id, label: id, phrases: [], ...(broader !== undefined && { broader }) };
}

function topic(slug: string, articles: readonly string[], broader?: string): LinkedEntity {
  const appearances = articles.map(
    (article): Appearance => ({
      kind: "topic",
      slug,
      article,
      printed: slug,
      mentions: [],
      sentences: [],
      roles: [],
      quotations: [],
      byEditor: false,
    }),
  );
  const entity = { kind: "topic", slug, name: slug, variants: [], reason: "told" } as const;
  const hasPage = articles.length >= 3;
  return {
    entity: { ...entity, hasPage, ...(broader !== undefined && { broader }) },
    appearances,
  };
}

const DEFINITIONS = [
  definition("sport"),
  definition("ball-games", "sport"),
  definition("football", "ball-games"),
  definition("tennis", "ball-games"),
];

/** What a topic's file says that says nothing. */
const NO_KEYS = { add: [], without: [], replaces: [], remove: false, lines: new Map() };

function archiveOf(definitions: readonly TopicDefinition[]) {
  return { definitions, files: new Map() };
}

test("a topic above others has a page where they are in enough articles together", () => {
  const topics = [
    topic("football", ["a", "b"], "ball-games"),
    topic("tennis", ["b", "c"], "ball-games"),
  ];
  const all = withWiderTopics(topics, archiveOf(DEFINITIONS), 3);
  assert.deepEqual(
    all.map(({ entity }) => `${entity.slug} ${entity.hasPage} ${entity.reason}`),
    [
      "football false told",
      "tennis false told",
      "ball-games true topics within it are in 3 articles",
      "sport true topics within it are in 3 articles",
    ],
  );
  assert.deepEqual(withWiderTopics(topics, archiveOf(DEFINITIONS), 4).length, 2);
});

test("a topic above others keeps the note of its file, though no article is about it alone", () => {
  const topics = [topic("football", ["a", "b"], "ball-games")];
  const files = new Map([
    ["ball-games", { ...NO_KEYS, slug: "ball-games", note: "Of all clubs." }],
  ]);
  const all = withWiderTopics(topics, { definitions: DEFINITIONS, files }, 2);
  assert.deepEqual(
    all.map(({ entity }) => [entity.slug, entity.note]),
    [
      ["football", undefined],
      ["ball-games", "Of all clubs."],
      ["sport", undefined],
    ],
  );
});

test("a topic with few articles of its own gets its page by those of the topics within it", () => {
  const topics = [topic("ball-games", ["a"], "sport"), topic("tennis", ["b", "c"], "ball-games")];
  const [own] = withWiderTopics(topics, archiveOf(DEFINITIONS), 3);
  assert.equal(own?.entity.hasPage, true);
  assert.equal(own?.entity.reason, "in 3 articles, with the topics within it");
});

test("topics that lie within each other in a circle do not run for ever", () => {
  const circle = [definition("a", "b"), definition("b", "a")];
  const all = withWiderTopics([topic("a", ["1", "2", "3"], "b")], archiveOf(circle), 3);
  assert.deepEqual(
    all.map(({ entity }) => entity.slug),
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
  const start = startHere(LIST.slice(1), 12, { period: "2019", label: "2019" });
  assert.deepEqual(
    start.map(({ article, reasons }) => [article.headline, ...reasons]),
    [
      ["first", "the first with 3 of its words or more"],
      ["many", "names most of its people: 6 of 12"],
      ["full", "has most of its words: 8 different ones"],
      ["busy", "has most of its words of all in 2019, when most was printed on it"],
      ["last", "the latest"],
    ],
  );
});

test("nobody needs advice on five articles, and an undated one is neither first nor last", () => {
  assert.deepEqual(startHere(LIST.slice(0, 5), 12, undefined), []);
  const [note] = startHere(LIST, 12, undefined);
  assert.deepEqual(note?.reasons, ["names most of its people: 9 of 12"]);
});
