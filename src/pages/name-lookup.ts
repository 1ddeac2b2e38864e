/** Who and what do pages name, and how often? Look-ups that are noted. Stage 6. */

import { type Chapter, chapterAt, chaptersIn, sumAt } from "../catalog/chapters.ts";
import type { Named } from "../catalog/entities.ts";
import { type CountedSlug, countOf, countsOf, mostNamed } from "../catalog/index-rows.ts";
import {
  appearanceAt,
  appearancesBetween,
  appearancesIn,
  appearancesOf,
  coverageOf,
  daysOf,
  entityAt,
  firstAppearance,
  lastWithRole,
  type NamedDay,
  type Naming,
  namesIn,
  namingOf,
  speakersIn,
  tallyIn,
  topicsWithin,
} from "../catalog/reading-entities.ts";
import type { Database } from "../catalog/statements.ts";
import type { Appearance, CitedQuotation, Entity, EntityKind } from "../model.ts";
import type { CountedLink, Link } from "../page-parts.ts";
import { byCodeUnits } from "../text/fold.ts";
import { daysWithin, inTime, statedIn } from "./chapter-periods.ts";
import { entityAddress } from "./page-addresses.ts";
import type { Readings } from "./readings.ts";
import { Recent } from "./recent.ts";
import { rounded } from "./rounded.ts";

/** What somebody says in an article. */
export interface SpokenHere {
  /** The speaker's. */
  readonly slug: string;
  readonly quotation: CitedQuotation;
}

/** Which of a name's articles are meant: all where nothing is said. */
export interface Where {
  /** See `chapter-periods.ts`. */
  readonly period?: string;
  /** One Markdown file alone. */
  readonly article?: string;
}

/** The people, organisations, places and topics of an archive. */
export class NameLookup {
  readonly #database: Database;
  readonly #readings: Readings;
  readonly #entities = new Recent<Entity | undefined>();
  readonly #names = new Recent<ReadonlyMap<string, readonly string[]>>();
  readonly #spoken = new Recent<readonly SpokenHere[]>();

  constructor(database: Database, readings: Readings) {
    this.#database = database;
    this.#readings = readings;
  }

  /** Returns where an entity appears, oldest article first. */
  appearances(kind: EntityKind, slug: string, where: Where = {}): readonly Appearance[] {
    const { article: path, period = "" } = where;
    if (path !== undefined) {
      this.#readings.note(`names/${path}`);
      return [appearanceAt(this.#database, { kind, slug }, path) ?? []].flat();
    }
    const cell = `appearances/${kind}/${slug}`;
    this.#readings.note(period === "" ? cell : `${cell}/${statedIn(period)}`);
    const appearances =
      period === ""
        ? appearancesOf(this.#database, kind, slug)
        : appearancesBetween(this.#database, { kind, slug }, daysWithin(period));
    for (const { article } of appearances) this.#readings.cover(article);
    return appearances;
  }

  /** Returns on which days articles of a name were printed, in their order; of a topic, those of all topics within it, too. */
  days({ kind, slug }: Named): readonly NamedDay[] {
    const slugs = kind === "topic" ? this.#withAllWithin(slug) : [slug];
    for (const one of slugs) this.#readings.note(`appearances/${kind}/${one}`);
    return daysOf(this.#database, kind, slugs);
  }

  /** Returns a chapter of a name, or, of the empty period, the name itself if it has chapters: the name is long. */
  chapter(named: Named, period: string): Chapter | undefined {
    this.#readings.note(`chapter/${named.kind}/${named.slug}/${period}`);
    return chapterAt(this.#database, named, period);
  }

  /** Returns the periods of the chapters that the page of a period links to, in their order, with how many articles each has. */
  chaptersIn(named: Named, parent: string): readonly Chapter[] {
    this.#readings.note(`sums/${named.kind}/${named.slug}/${parent}`);
    return this.#chaptersIn(named, parent);
  }

  /** Returns which chapters stand before and after one. */
  besideChapter(
    named: Named,
    { period, parent = "" }: Chapter,
  ): { readonly before: string | undefined; readonly after: string | undefined } {
    const periods = this.#chaptersIn(named, parent).map((chapter) => chapter.period);
    const index = periods.indexOf(period);
    return { before: periods[index - 1], after: periods[index + 1] };
  }

  #chaptersIn(named: Named, parent: string): readonly Chapter[] {
    this.#readings.note(`chapters/${named.kind}/${named.slug}/${parent}`);
    return [...chaptersIn(this.#database, named, parent)].sort((a, b) =>
      inTime(a.period, b.period),
    );
  }

  /** Returns what a chapter comes to, as it was put in before. */
  sum(named: Named, period: string): object {
    this.#readings.note(`sum/${named.kind}/${named.slug}/${period}`);
    return sumAt(this.#database, named, period);
  }

  /** Returns what appears in an article, by kind and slug. */
  appearancesIn(path: string): readonly Appearance[] {
    this.#readings.note(`names/${path}`);
    return appearancesIn(this.#database, path);
  }

  /** Returns what known people say in an article, in the order of its text. */
  spokenIn(path: string): readonly SpokenHere[] {
    if (!this.#readings.covers(path)) this.#readings.note(`said/${path}`);
    return this.#spoken.get(path, () => spokenIn(speakersIn(this.#database, path)));
  }

  /** Returns the topics right within a topic, by slug. */
  topicsWithin(slug: string): readonly Entity[] {
    this.#readings.note(`within/${slug}`);
    return topicsWithin(this.#database, slug);
  }

  /** A topic, those within it, and so on; each once, for an editor's circle has no end. */
  #withAllWithin(topic: string): readonly string[] {
    const slugs = new Set([topic]);
    for (const slug of slugs)
      for (const { slug: inside } of this.topicsWithin(slug)) slugs.add(inside);
    return [...slugs];
  }

  /** Returns the entity of a slug; none if the archive has no such entity. */
  knownEntity(kind: EntityKind, slug: string): Entity | undefined {
    const key = `${kind}/${slug}`;
    this.#readings.note(`entity/${key}`);
    return this.#entities.get(key, () => entityAt(this.#database, kind, slug));
  }

  /** Returns the entity of an appearance. */
  entity({ kind, slug }: { readonly kind: EntityKind; readonly slug: string }): Entity {
    const entity = this.knownEntity(kind, slug);
    if (entity === undefined) throw new Error(`no ${kind} ${slug} in the catalogue`);
    return entity;
  }

  /** Returns an entity's name, with the address of its page if it has one. */
  link(of: { readonly kind: EntityKind; readonly slug: string }): Link {
    const { kind, slug, name, hasPage } = this.entity(of);
    return hasPage ? { name, address: entityAddress(kind, slug) } : { name };
  }

  /** Returns in how many of the articles the entities of a kind appear, by slug. */
  tally(kind: EntityKind, articles: Iterable<string>): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const path of articles) {
      if (!this.#readings.covers(path)) this.#readings.note(`named/${path}`);
      const names = this.#names.get(path, () => namesIn(this.#database, path));
      for (const slug of names.get(kind) ?? []) counts.set(slug, (counts.get(slug) ?? 0) + 1);
    }
    return counts;
  }

  /** Returns the entities of a kind that appear in articles, but for one, those in most articles first. */
  counted(kind: EntityKind, articles: Iterable<string>, but?: string): CountedLink[] {
    return [...this.tally(kind, articles)]
      .filter(([slug]) => slug !== but)
      .map(([slug, count]) => ({ ...this.link({ kind, slug }), count }))
      .sort((a, b) => b.count - a.count || byCodeUnits(a.name, b.name));
  }

  /** Returns the entities of a tally that are counted most often, with their links; of equals, those whose names come first. */
  mostCounted(
    kind: EntityKind,
    tally: ReadonlyMap<string, number>,
    most: number,
  ): readonly CountedLink[] {
    const counts = [...tally.values()].sort((a, b) => b - a);
    const least = counts[most - 1] ?? 0;
    return [...tally]
      .filter(([, count]) => count >= least)
      .map(([slug, count]) => ({ ...this.link({ kind, slug }), count }))
      .sort((a, b) => b.count - a.count || byCodeUnits(a.name, b.name))
      .slice(0, most);
  }

  /** Returns the names of a kind in most articles of a year, month or day. */
  mostNamedIn(period: string, kind: EntityKind, most: number): readonly CountedLink[] {
    this.#readings.note(`printed/${period}`);
    return this.mostCounted(kind, tallyIn(this.#database, period, kind), most);
  }

  /** Returns in about how many articles of the whole archive a name is: rounded, so that one article more rarely changes it. */
  total(kind: EntityKind, slug: string): number {
    this.#readings.note(`total/${kind}/${slug}`);
    return rounded(countOf(this.#database, kind, slug));
  }

  /** Returns the names of a kind that have pages, those in most articles first. */
  mostNamed(kind: EntityKind, most: number): readonly CountedSlug[] {
    this.#readings.note(`index/${kind}`);
    return mostNamed(this.#database, kind, most);
  }

  /** Returns what an index tells of an entity; of a topic, with those within it. */
  naming(entity: Entity): Naming {
    const slugs = entity.kind === "topic" ? this.#withAllWithin(entity.slug) : [entity.slug];
    for (const slug of slugs) this.#readings.note(`appearances/${entity.kind}/${slug}`);
    return namingOf(this.#database, entity.kind, slugs);
  }

  /** Returns where an entity appears first. */
  firstAppearance(kind: EntityKind, slug: string): Appearance | undefined {
    this.#readings.note(`appearances/${kind}/${slug}`);
    return firstAppearance(this.#database, kind, slug);
  }

  /** Returns the places in most articles of the archive, by slug with how many these are. */
  mostPlaces(most: number): ReadonlyMap<string, number> {
    this.#readings.note("index/place");
    const counted = countsOf(this.#database, "place", most);
    return new Map(counted.map(({ slug, count }) => [slug, count]));
  }

  /** Returns the role of a person that was printed last, with its article. */
  lastRole(slug: string) {
    this.#readings.note(`appearances/person/${slug}`);
    const last = lastWithRole(this.#database, slug);
    const role = last?.roles[0];
    return last && role && { ...role, article: last.article };
  }

  /** Returns how many articles that name a person were printed in each month, or each year where the month is not known. */
  coverage(slug: string): ReadonlyMap<string, number> {
    this.#readings.note(`appearances/person/${slug}`);
    return coverageOf(this.#database, "person", slug);
  }
}

function spokenIn(speakers: readonly Appearance[]): readonly SpokenHere[] {
  return speakers
    .flatMap(({ slug, quotations }) => quotations.map((quotation) => ({ slug, quotation })))
    .sort((a, b) => a.quotation.start - b.quotation.start);
}
