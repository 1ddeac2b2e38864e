/** What do all pages look up: articles in lists, names with addresses, days with pages? Stage 6. */
import type { Catalogue, Naming } from "../catalog/catalogue.ts";
import { type CountedSlug, countOf, countsOf, mostNamed } from "../catalog/index-rows.ts";
import { anniversaries } from "../catalog/stories.ts";
import type {
  Appearance,
  ArchiveArticle,
  CitedQuotation,
  CitedSentence,
  Entity,
  EntityKind,
} from "../model.ts";
import type {
  ArticleEntry,
  ArticleHead,
  CountedLink,
  Link,
  QuotationEntry,
  SentenceEntry,
  SpokenSpan,
} from "../page-parts.ts";
import type { ArchiveSettings } from "../settings-model.ts";
import type { Relation, Story } from "../story-model.ts";
import { dayOf } from "../text/dates.ts";
import { byCodeUnits } from "../text/fold.ts";
import { EventLookup } from "./event-lookup.ts";
import { Recent } from "./recent.ts";

/** Below which each kind's pages stand. */
export const FOLDERS: Readonly<Record<EntityKind, string>> = {
  person: "people",
  organisation: "organisations",
  place: "places",
  topic: "topics",
};

/** Says in half a sentence why a rule claims what it claims; the recognisers' own words. */
export interface Wordings {
  readonly time: (rule: string) => string;
  readonly speaker: (rule: string) => string;
}

/** Look-ups that many pages share. What a page asks for is noted as a cell that it has read, see `reading`. */
export class PageContext {
  readonly catalogue: Catalogue;
  readonly settings: ArchiveSettings;
  readonly wordings: Wordings;
  /** What happened when. */
  readonly events: EventLookup;
  readonly #heads = new Recent<ArticleHead | undefined>();
  readonly #entities = new Recent<Entity | undefined>();
  readonly #names = new Recent<readonly string[]>();
  #cells: Set<string> | undefined;
  /** Articles of which nothing need be noted: whatever changes in them is a change of the appearances that have been read. */
  readonly #covered = new Set<string>();

  constructor(catalogue: Catalogue, settings: ArchiveSettings, wordings: Wordings) {
    this.catalogue = catalogue;
    this.settings = settings;
    this.wordings = wordings;
    this.events = new EventLookup(this);
  }

  /** Does some work and returns what came of it, with the cells that it has read. Such work is not nested. */
  reading<T>(work: () => T): { readonly result: T; readonly cells: ReadonlySet<string> } {
    const cells = new Set<string>();
    this.#cells = cells;
    this.#covered.clear();
    try {
      return { result: work(), cells };
    } finally {
      this.#cells = undefined;
    }
  }

  /** Notes that a cell has been read: the page is out of date when that changes. */
  note(cell: string): void {
    this.#cells?.add(cell);
  }

  /** Forgets what was looked up: the catalogue has changed. */
  forget(): void {
    this.#heads.clear();
    this.#entities.clear();
    this.#names.clear();
  }

  // ---------------------------------------------------------------- articles

  /** Returns an article as it stands in lists. */
  entry(path: string): ArticleEntry {
    const entry = this.publishedEntry(path);
    if (entry === undefined) throw new Error(`no article ${path} in the catalogue`);
    return entry;
  }

  /** Returns the article at a path as it stands in lists; none if there is no such article on the site. */
  publishedEntry(path: string): ArticleEntry | undefined {
    return this.#head(path)?.entry;
  }

  /** Returns the article of a Markdown file. */
  article(path: string): ArchiveArticle {
    this.note(`article/${path}`);
    const article = this.catalogue.article(path);
    if (article === undefined) throw new Error(`no article ${path} in the catalogue`);
    return article;
  }

  /** Returns the articles before and after an article in the archive's order of time. */
  neighbours(path: string): {
    readonly previous: ArticleEntry | undefined;
    readonly next: ArticleEntry | undefined;
  } {
    this.note(`order/${path}`);
    const { previous, next } = this.catalogue.neighbours(path);
    const entryAt = (at: string | undefined) =>
      at === undefined ? undefined : this.#head(at)?.entry;
    return { previous: entryAt(previous), next: entryAt(next) };
  }

  /** Returns the spans of an article's utterances that have a speaker. */
  spokenSpans(path: string): readonly SpokenSpan[] {
    return this.#head(path)?.spoken ?? [];
  }

  #head(path: string): ArticleHead | undefined {
    if (!this.#covered.has(path)) this.note(`entry/${path}`);
    return this.#heads.get(path, () => this.catalogue.head(path));
  }

  /** Returns the Markdown files of the newest articles, the newest first. */
  latest(most: number): readonly string[] {
    this.note("articles");
    return this.catalogue.latest(most);
  }

  /** Returns the Markdown files of the newest articles in which somebody who is known speaks, the newest first. */
  latestSpeaking(most: number): readonly string[] {
    this.note("articles");
    return this.catalogue.latestSpeaking(most);
  }

  /** Returns the articles that are related to an article, the nearest first. */
  relations(path: string): readonly Relation[] {
    this.note(`relations/${path}`);
    return this.catalogue.relations(path);
  }

  /** Returns the slug of the story that an article is in. */
  storyOf(path: string): string | undefined {
    if (!this.#covered.has(path)) this.note(`member/${path}`);
    return this.catalogue.storyOf(path);
  }

  /** Returns the story of a slug; none if the archive tells no such story. */
  story(slug: string): Story | undefined {
    this.note(`story/${slug}`);
    return this.catalogue.story(slug);
  }

  // ---------------------------------------------------------------- names

  /** Returns where an entity appears, oldest article first. */
  appearances(kind: EntityKind, slug: string): readonly Appearance[] {
    this.note(`appearances/${kind}/${slug}`);
    const appearances = this.catalogue.appearances(kind, slug);
    for (const { article } of appearances) this.#covered.add(article);
    return appearances;
  }

  /** Returns what appears in an article, by kind and slug. */
  appearancesIn(path: string): readonly Appearance[] {
    if (!this.#covered.has(path)) this.note(`names/${path}`);
    return this.catalogue.appearancesIn(path);
  }

  /** Returns the topics right within a topic, by slug. */
  topicsWithin(slug: string): readonly Entity[] {
    this.note(`within/${slug}`);
    return this.catalogue.topicsWithin(slug);
  }

  /** Tells which of two articles comes first in the archive's order of time, as a sort does; of appearances that have been read. */
  inOrderOfTime(a: string, b: string): number {
    return byCodeUnits(this.#head(a)?.order ?? "", this.#head(b)?.order ?? "");
  }

  /** Returns the entity of an appearance. */
  entity({ kind, slug }: { readonly kind: EntityKind; readonly slug: string }): Entity {
    const entity = this.knownEntity(kind, slug);
    if (entity === undefined) throw new Error(`no ${kind} ${slug} in the catalogue`);
    return entity;
  }

  /** Returns the entity of a slug; none if the archive has no such entity. */
  knownEntity(kind: EntityKind, slug: string): Entity | undefined {
    const key = `${kind}/${slug}`;
    this.note(`entity/${key}`);
    return this.#entities.get(key, () => this.catalogue.entity(kind, slug));
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
      if (!this.#covered.has(path)) this.note(`names/${path}`);
      const slugs = this.#names.get(`${kind}/${path}`, () => this.catalogue.namesIn(path, kind));
      for (const slug of slugs) counts.set(slug, (counts.get(slug) ?? 0) + 1);
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

  /** Returns the names of a kind that have pages, those in most articles first. */
  mostNamed(kind: EntityKind, most: number): readonly CountedSlug[] {
    this.note(`index/${kind}`);
    return mostNamed(this.catalogue.database, kind, most);
  }

  /** Returns what an index tells of an entity; of a topic, with those within it. */
  naming(entity: Entity): Naming {
    const slugs = entity.kind === "topic" ? this.#withAllWithin(entity.slug) : [entity.slug];
    for (const slug of slugs) this.note(`appearances/${entity.kind}/${slug}`);
    return this.catalogue.naming(entity.kind, slugs);
  }

  /** A topic, those within it, and so on; each once, for an editor's circle has no end. */
  #withAllWithin(topic: string): readonly string[] {
    const slugs = new Set([topic]);
    for (const slug of slugs)
      for (const { slug: inside } of this.topicsWithin(slug)) slugs.add(inside);
    return [...slugs];
  }

  /** Returns where an entity appears first. */
  firstAppearance(kind: EntityKind, slug: string): Appearance | undefined {
    this.note(`appearances/${kind}/${slug}`);
    return this.catalogue.firstAppearance(kind, slug);
  }

  /** Returns the places in most articles of the archive, by slug with how many these are. */
  mostPlaces(most: number): ReadonlyMap<string, number> {
    this.note("index/place");
    const counted = countsOf(this.catalogue.database, "place", most);
    return new Map(counted.map(({ slug, count }) => [slug, count]));
  }

  /** Returns the role of a person that was printed last, with its article. */
  lastRole(slug: string) {
    this.note(`appearances/person/${slug}`);
    const last = this.catalogue.lastWithRole(slug);
    const role = last?.roles[0];
    return last && role && { ...role, article: last.article };
  }

  /** Returns how many articles that name a person were printed in each month, or each year where the month is not known. */
  coverage(slug: string): ReadonlyMap<string, number> {
    this.note(`appearances/person/${slug}`);
    return this.catalogue.coverage("person", slug);
  }

  /** Returns in about how many articles of the whole archive a name is: rounded, so that one article more rarely changes it. */
  total(kind: EntityKind, slug: string): number {
    this.note(`total/${kind}/${slug}`);
    return rounded(countOf(this.catalogue.database, kind, slug));
  }

  // ---------------------------------------------------------------- time

  /**
   * Returns about how many articles were printed in a year or month, or, of the empty period, are in the whole archive: rounded, so that one article
   * more rarely changes it.
   */
  printedAbout(period: string): number {
    this.note(`share/${period}`);
    return rounded(this.catalogue.printedIn(period));
  }

  /** Returns the address of a day's page, if the archive has an article of that day. */
  dayAddress(day: string): string | undefined {
    return this.hasPeriod(day) ? periodAddress(day) : undefined;
  }

  /** Returns where a time is told of: on the page of its day, else in the timeline; undefined where it is nowhere. */
  timeAddress(value: string): string | undefined {
    return this.dayAddress(dayOf(value)) ?? this.events.addressOf(dayOf(value));
  }

  /** Returns whether a day, month or year (`2022-01`) has an article. */
  hasPeriod(period: string): boolean {
    this.note(`has/${period}`);
    return this.catalogue.printedIn(period) > 0;
  }

  /** Returns how many articles were printed in a year, month or on a day; of the empty period, how many there are in all. */
  printedIn(period: string): number {
    this.note(`printed/${period}`);
    return this.catalogue.printedIn(period);
  }

  /** Returns the Markdown files of the articles of a year, month or day, oldest first; of the empty period, of those without a date. */
  pathsIn(period: string): readonly string[] {
    this.note(`printed/${period}`);
    const paths = this.catalogue.pathsIn(period);
    // what changes in them is a change of their day, month and year, too
    for (const path of paths) this.#covered.add(path);
    return paths;
  }

  /** Returns how many articles each month and day of a year, or each day of a month, has. */
  printedWithin(period: string): ReadonlyMap<string, number> {
    this.note(`printed/${period}`);
    return this.catalogue.printedWithin(period);
  }

  /** Returns the names of a kind in most articles of a year, month or day. */
  mostNamedIn(period: string, kind: EntityKind, most: number): readonly CountedLink[] {
    this.note(`printed/${period}`);
    return this.mostCounted(kind, this.catalogue.tallyIn(period, kind), most);
  }

  /** Returns how many articles each year has, in the order of time. */
  years(): readonly { readonly year: string; readonly count: number }[] {
    this.note("articles");
    return this.catalogue.years();
  }

  /** Returns the last day of which there is an article; undefined where no article states its day. */
  latestDay(): string | undefined {
    this.note("articles");
    return this.catalogue.latestDay();
  }

  /** Returns the days with articles among those of one day of the calendar (`01-26`), in the order of time. */
  daysLike(monthDay: string): readonly string[] {
    this.note(`anniversary/${monthDay}`);
    return this.catalogue.daysLike(monthDay);
  }

  /** Returns the days of the calendar that have pages, in its order. */
  anniversaryDays(): readonly string[] {
    this.note("anniversary-days");
    return [...anniversaries(this.catalogue.database).keys()];
  }

  /** Returns how much there is of each day of the calendar that has a page. */
  anniversaryCounts(): ReadonlyMap<string, number> {
    this.note("anniversary-counts");
    return anniversaries(this.catalogue.database);
  }

  /** Returns the year, month or day with articles before and after one of the same length. */
  besidePeriod(period: string): { readonly previous?: string; readonly next?: string } {
    this.note(`beside/${period}`);
    return this.catalogue.besidePeriod(period);
  }

  /** Returns the first and the last date of print, as far as each is known; undefined where no article has one. */
  extent(): { readonly first: string; readonly last: string } | undefined {
    this.note("extent");
    return this.catalogue.extent();
  }

  // ---------------------------------------------------------------- sentences

  /** Returns the sentences in which an entity is named in one article. */
  sentences(appearance: Appearance): SentenceEntry[] {
    const article = this.entry(appearance.article);
    return appearance.sentences.map((sentence) => sentenceEntry(article, sentence));
  }

  /** Returns what a person says in one article, in its order. */
  quotations(appearance: Appearance): QuotationEntry[] {
    const speaker = this.link(appearance);
    return appearance.quotations.map((quotation) => ({
      ...this.quotationEntry(appearance.article, quotation),
      speaker,
    }));
  }

  /** Returns a quotation of an article as other pages show it, without its speaker. */
  quotationEntry(path: string, quotation: CitedQuotation): QuotationEntry {
    const { anchor, mark = anchor, text, kind, sure, rule } = quotation;
    const article = this.entry(path);
    const place = this.#head(path)?.place;
    return {
      address: `${article.address}#${mark}`,
      text,
      kind,
      sure,
      because: this.wordings.speaker(rule),
      article,
      ...(place !== undefined && { place }),
    };
  }
}

/** To the nearest power of the square root of two, as the triggers of the catalogue round. */
function rounded(count: number): number {
  return count === 0 ? 0 : 2 ** (Math.round(2 * Math.log2(count)) / 2);
}

/** Returns a sentence of an article as other pages cite it. */
export function sentenceEntry(article: ArticleEntry, sentence: CitedSentence): SentenceEntry {
  const { anchor, text, words } = sentence;
  return { address: `${article.address}#${anchor}`, text, words, article };
}

/** Returns the role printed last: the first of the newest article that prints one. Appearances come oldest first. */
export function lastRole(appearances: readonly Appearance[]) {
  const last = appearances.findLast(({ roles }) => roles.length > 0);
  const role = last?.roles[0];
  return last && role && { ...role, article: last.article };
}

/** Returns the address of an entity's page: `/people/ilse-okafor/`. */
export function entityAddress(kind: EntityKind, slug: string): string {
  return `/${FOLDERS[kind]}/${slug}/`;
}

/** Returns the address of a year, month or day: `2022-01` stands at `/2022/01/`. */
export function periodAddress(period: string): string {
  return `/${period.replaceAll("-", "/")}/`;
}
