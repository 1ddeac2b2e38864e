/** What do pages make of an archive of which only names, days and roles are told? Fills a catalogue in memory. */
import type { DatabaseSync } from "node:sqlite";
import { IN_MEMORY, openDatabase } from "../../src/catalog/database.ts";
import { NOTHING_RECOGNISED } from "../../src/known-annotations.ts";
import type { Appearance, ArchiveArticle, Entity, EntityKind } from "../../src/model.ts";
import type { IndexPage, Page } from "../../src/page-model.ts";
import { headOf } from "../../src/pages/entries.ts";
import { pageOf } from "../../src/pages/plan.ts";
import { groupBy } from "../../src/text/grouping.ts";
import { slugOf } from "../../src/text/slug.ts";
import { fillCatalogue } from "./filled-catalogue.ts";
import { planPages } from "./planned-pages.ts";

/** An article that names one person, or one place or organisation, or has one topic. */
export interface Told {
  readonly kind?: "place" | "organisation" | "topic";
  /** ISO 3166 alpha-2. */
  readonly country?: string;
  readonly name: string;
  readonly role: string;
  readonly published?: string;
  /** How many sentences name the person. */
  readonly sentences: number;
}

/** The catalogue of an archive with one article for each line. */
function archiveOf(told: readonly Told[]): DatabaseSync {
  const catalogue = openDatabase(IN_MEMORY);
  const articles = told.map(articleOf);
  const linked = [...groupBy(told.entries(), ([, { name }]) => name)].map(
    ([name, lines], index) => {
      const country = lines[0]?.[1].country;
      const entity: Entity = {
        kind: lines[0]?.[1].kind ?? "person",
        slug: slugOf(name) || `person-${index}`,
        name,
        ...(country !== undefined && { country }),
        variants: [],
        hasPage: true,
        reason: { kind: "count", articles: 1 },
      };
      return { entity, appearances: lines.map(([at, line]) => appearanceOf(entity, at, line)) };
    },
  );
  fillCatalogue(catalogue, { articles, linked, events: [], moved: [] }, headOf);
  return catalogue;
}

/** Returns the pages of names of a kind, and of their years, months and days. */
export function namePagesTold(told: readonly Told[], kind: EntityKind): readonly Page[] {
  const groups = ["chapter-10", "chapter-7", "chapter-4", "entity"];
  return pagesTold(told, ...groups.map((group) => `${group}/${kind}/`));
}

/** Returns the pages of kinds of groups of such an archive: `index/place` are those of the index of places. */
export function pagesTold(told: readonly Told[], ...groups: readonly string[]): readonly Page[] {
  const catalogue = archiveOf(told);
  const pages = planPages(catalogue, true).map(pageOf);
  const addresses = new Set(groups.flatMap((group) => addressesOfGroups(catalogue, group)));
  return pages.filter(({ address }) => addresses.has(address));
}

/** Whether a page is one of an index. */
export function isIndex(page: Page): page is IndexPage {
  return page.kind === "index";
}

function addressesOfGroups(database: DatabaseSync, group: string): readonly string[] {
  return database
    .prepare(
      "SELECT address FROM page JOIN page_group ON page_group.id = page_group WHERE substr(key, 1, length(?)) = ?",
    )
    .all(group, group)
    .map((row) => String(row["address"]));
}

function pathOf(index: number): string {
  return `articles/a${String(index).padStart(5, "0")}.md`;
}

function textOf({ name, role, sentences }: Told): string {
  return Array.from({ length: sentences }, () => `${name}, ${role}, came.`).join(" ");
}

function articleOf(line: Told, index: number): ArchiveArticle {
  const address = `/a/${index}/`;
  const published = line.published === undefined ? {} : { published: line.published };
  return {
    path: pathOf(index),
    address,
    front: { headline: "A day at the harbour", address, ...published },
    body: textOf(line),
    document: { text: textOf(line), language: "en", blocks: [] },
    annotations: NOTHING_RECOGNISED,
    sortKey: line.published ?? "",
  };
}

function appearanceOf({ kind, slug, name }: Entity, index: number, line: Told): Appearance {
  const text = `${name}, ${line.role}, came.`;
  const cited = (anchor: number, start: number, length: number) => ({
    anchor: `s${anchor}`,
    text,
    words: [{ start, end: start + length }],
  });
  return {
    kind,
    slug,
    article: pathOf(index),
    printed: name,
    mentions: [{ start: 0, end: name.length }],
    sentences: Array.from({ length: line.sentences }, (_, at) => cited(at + 1, 0, name.length)),
    roles: [{ title: line.role, sentence: cited(1, name.length + 2, line.role.length) }],
    quotations: [],
    byEditor: false,
  };
}
