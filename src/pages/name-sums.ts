/** What do the articles of a name come to in a year, a month, a day, or all together? Stage 6: counts that can be added up, and which rows are the newest. */
import type { EntityKind } from "../model.ts";
import type { PageContext } from "./context.ts";
import type { FoundArticle, Listing } from "./findings.ts";
import { ENTITY_KINDS } from "./page-addresses.ts";
import { joinedRoles, type RoleCount, rolesPrinted } from "./person-roles.ts";
import { type BeginningToBe, beginningsAmong } from "./start-here.ts";
import { wordsOf } from "./topic-notes.ts";
import type { NamedArticle } from "./topic-tree.ts";

/** Rows of a list: how many there are, and which articles, newest first, have the first of them, each with its number. */
export interface RowCount {
  readonly total: number;
  readonly newest: readonly (readonly [path: string, rows: number])[];
}

/** How often each of some names or stories is counted, by slug. */
export type Counts = readonly (readonly [slug: string, count: number])[];

/** The lists of which the newest rows are kept. */
const LISTS = ["saidFirst", "said", "saidAbout", "mentioned"] as const;

/** What the articles of a name come to. Articles are told by their Markdown files. */
export interface NameSum extends Readonly<Record<(typeof LISTS)[number], RowCount>> {
  readonly articles: number;
  readonly first: string;
  readonly last: string;
  /** The newest of those that are dated. */
  readonly dated: readonly string[];
  /** Those on which the editor has remarked. */
  readonly remarked: RowCount;
  readonly names: Readonly<Record<EntityKind, Counts>>;
  /** People, by how often they are quoted. */
  readonly speakers: Counts;
  /** Those that went on last before the others. */
  readonly stories: Counts;
  readonly roles: readonly RoleCount[];
  /** Topics right within a topic, by how many of its articles have each. */
  readonly within: Counts;
  /** The same, of articles that are there through that topic alone. */
  readonly alone: Counts;
  readonly beginnings: readonly BeginningToBe[];
}

/** Rows that a page shows of a list that goes on elsewhere, at most; so many are kept of each. */
const MOST_ROWS = 30;
/** Entries of a feed. */
const MOST_DATED = 30;
const MOST_REMARKED = 50;

/** Returns what some articles of a name come to. */
export function sumOf(
  newestFirst: readonly FoundArticle[],
  { isSpeaker }: Listing,
  context: PageContext,
): NameSum {
  const paths = newestFirst.map(({ appearance }) => appearance.article);
  const isTopic = newestFirst[0]?.appearance.kind === "topic";
  const isRemarked = ({ found: { entry } }: FoundArticle): number =>
    Number(entry.correction !== undefined || entry.note !== undefined);
  const list = (rows: (one: FoundArticle) => number, most: number): RowCount =>
    joinedRows(
      newestFirst.map((one) => ({ total: rows(one), newest: [[pathOf(one), rows(one)]] })),
      most,
    );
  const listed = (of: (typeof LISTS)[number]) => list(({ found }) => found[of].length, MOST_ROWS);
  const counted = (slugs: (one: FoundArticle) => readonly string[]): Counts => [
    ...countedIn(newestFirst.flatMap(slugs)),
  ];
  return {
    articles: paths.length,
    first: paths.at(-1) ?? "",
    last: paths[0] ?? "",
    dated: newestFirst
      .filter(({ found }) => found.entry.date !== undefined)
      .slice(0, MOST_DATED)
      .map(pathOf),
    remarked: list(isRemarked, MOST_REMARKED),
    saidFirst: listed("saidFirst"),
    said: listed("said"),
    saidAbout: listed("saidAbout"),
    mentioned: listed("mentioned"),
    names: namesOf((kind) => [...context.names.tally(kind, paths)]),
    speakers: isSpeaker
      ? []
      : counted((one) => context.names.spokenIn(pathOf(one)).map(({ slug }) => slug)),
    stories: counted((one) => [context.articles.storyOf(pathOf(one)) ?? []].flat()),
    roles: rolesPrinted(newestFirst.map(({ appearance }) => appearance)),
    within: counted(({ through }) => through.map(({ slug }) => slug)),
    alone: counted(({ isOwn, through: [only, ...others] }) =>
      isOwn || only === undefined || others.length > 0 ? [] : [only.slug],
    ),
    beginnings: isTopic
      ? beginningsAmong(newestFirst.map((one) => beginningOf(one, context)).reverse())
      : [],
  };
}

function pathOf({ appearance }: NamedArticle): string {
  return appearance.article;
}

function beginningOf({ appearance, found }: FoundArticle, context: PageContext): BeginningToBe {
  const { date } = found.entry;
  return {
    path: appearance.article,
    ...(date !== undefined && { date }),
    people: context.names.tally("person", [appearance.article]).size,
    words: wordsOf(appearance).size,
  };
}

/** Returns what several parts come to together. */
export function joinedSums(newestFirst: readonly NameSum[]): NameSum {
  const counts = (of: (sum: NameSum) => Counts): Counts => [...addedUp(newestFirst.map(of))];
  const rows = (of: (sum: NameSum) => RowCount, most: number) =>
    joinedRows(newestFirst.map(of), most);
  return {
    articles: newestFirst.reduce((total, { articles }) => total + articles, 0),
    first: newestFirst.at(-1)?.first ?? "",
    last: newestFirst[0]?.last ?? "",
    dated: newestFirst.flatMap(({ dated }) => dated).slice(0, MOST_DATED),
    remarked: rows(({ remarked }) => remarked, MOST_REMARKED),
    saidFirst: rows((sum) => sum.saidFirst, MOST_ROWS),
    said: rows((sum) => sum.said, MOST_ROWS),
    saidAbout: rows((sum) => sum.saidAbout, MOST_ROWS),
    mentioned: rows((sum) => sum.mentioned, MOST_ROWS),
    names: namesOf((kind) => counts(({ names }) => names[kind])),
    speakers: counts(({ speakers }) => speakers),
    stories: counts(({ stories }) => stories),
    roles: joinedRoles(newestFirst.flatMap(({ roles }) => roles)),
    within: counts(({ within }) => within),
    alone: counts(({ alone }) => alone),
    beginnings: beginningsAmong(newestFirst.toReversed().flatMap(({ beginnings }) => beginnings)),
  };
}

function joinedRows(newestFirst: readonly RowCount[], most: number): RowCount {
  const newest: RowCount["newest"][number][] = [];
  let rows = 0;
  let total = 0;
  for (const count of newestFirst) {
    total += count.total;
    for (const [path, here] of count.newest) {
      if (rows >= most || here === 0) continue;
      newest.push([path, here]);
      rows += here;
    }
  }
  return { total, newest };
}

function namesOf(counts: (kind: EntityKind) => Counts): NameSum["names"] {
  // each kind has its counts
  return Object.fromEntries(ENTITY_KINDS.map((kind) => [kind, counts(kind)])) as Record<
    EntityKind,
    Counts
  >;
}

function countedIn(slugs: readonly string[]): ReadonlyMap<string, number> {
  return addedUp([slugs.map((slug) => [slug, 1])]);
}

function addedUp(parts: readonly Counts[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const part of parts)
    for (const [slug, count] of part) counts.set(slug, (counts.get(slug) ?? 0) + count);
  return counts;
}
