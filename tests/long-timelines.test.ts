/** Does the timeline of a name with chapters follow an event of which an article tells in fewer sentences than before? */
import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { IN_MEMORY, openDatabase } from "../src/catalog/database.ts";
import { putEvent } from "../src/catalog/stories.ts";
import type { ArchiveEvent } from "../src/event-model.ts";
import { NOTHING_RECOGNISED } from "../src/known-annotations.ts";
import type { Appearance, ArchiveArticle, Entity } from "../src/model.ts";
import { headOf } from "../src/pages/entries.ts";
import { fillCatalogue } from "./support/filled-catalogue.ts";
import { keptPages, planPages } from "./support/planned-pages.ts";

/** So many that the topic has chapters. */
const ARTICLES = Array.from({ length: 120 }, (_, index) => `articles/a${index}.md`);

const TRANSPORT: Entity = {
  kind: "topic",
  slug: "transport",
  name: "transport",
  variants: [],
  hasPage: true,
  reason: { kind: "count", articles: 1 },
};

function articleOf(path: string, index: number): ArchiveArticle {
  const address = `/a/${index}/`;
  return {
    path,
    address,
    front: { headline: "Tide", address, published: "2019-03-12" },
    body: "They came.",
    document: { text: "They came.", language: "en", blocks: [] },
    annotations: NOTHING_RECOGNISED,
    sortKey: "2019-03-12",
  };
}

/** The words of the topic stand in no sentence, so that it has the head of the article alone. */
function appearanceIn(article: string): Appearance {
  const lists = { mentions: [], sentences: [], roles: [], quotations: [] };
  return { kind: "topic", slug: "transport", article, printed: "", ...lists, byEditor: false };
}

/** Of each day one article tells, in the sentences of these anchors. */
function eventOn(day: number, ...anchors: readonly [string, ...string[]]): ArchiveEvent {
  const value = `2019-03-0${day}`;
  const [lead, ...others] = anchors.map((anchor) => ({
    article: ARTICLES[day] ?? "",
    sentence: { anchor, text: "They came.", words: [] },
    outlook: "happened" as const,
  }));
  assert.ok(lead);
  return { value, period: value, outlook: "happened", reports: [lead, ...others] };
}

function archiveWith(events: readonly ArchiveEvent[]): DatabaseSync {
  const database = openDatabase(IN_MEMORY);
  const linked = [{ entity: TRANSPORT, appearances: ARTICLES.map(appearanceIn) }];
  const articles = ARTICLES.map(articleOf);
  fillCatalogue(database, { articles, linked, events, moved: [] }, headOf);
  planPages(database, true);
  return database;
}

test("an event leaves a long name's timeline with the sentence that told of it, though its article tells of it elsewhere", () => {
  const others = [2, 3, 4].map((day) => eventOn(day, "s1"));
  const database = archiveWith([eventOn(1, "s1", "s9"), ...others]);
  putEvent(database, eventOn(1, "s9"), 0);
  const addresses = planPages(database, false).map(({ address }) => address);
  assert.ok(addresses.includes("/topics/transport/timeline/"));
  const fromNothing = archiveWith([eventOn(1, "s9"), ...others]);
  assert.deepEqual(keptPages(database), keptPages(fromNothing));
});
