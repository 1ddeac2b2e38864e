/** What do all pages look up: articles in lists, names with addresses, days with pages? Stage 6. */
import type { Catalogue } from "../catalog/catalogue.ts";
import type {
  Appearance,
  ArchiveArticle,
  CitedQuotation,
  CitedSentence,
  Entity,
  EntityKind,
  Span,
} from "../model.ts";
import type {
  ArticleEntry,
  CountedLink,
  Link,
  QuotationEntry,
  SentenceEntry,
} from "../page-parts.ts";
import type { ArchiveSettings } from "../settings-model.ts";
import { dayOf } from "../text/dates.ts";
import { byCodeUnits } from "../text/fold.ts";
import { utterancesOf } from "../text/utterances.ts";
import { entryOf } from "./entries.ts";
import { EventLookup } from "./event-lookup.ts";

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

/** Look-ups that many pages share, made once for a build. */
export class PageContext {
  readonly catalogue: Catalogue;
  readonly settings: ArchiveSettings;
  readonly wordings: Wordings;
  /** What happened when. */
  readonly events: EventLookup;
  /** Oldest first. */
  readonly entries: readonly ArticleEntry[];
  /** Their Markdown files, in the same order. */
  readonly paths: readonly string[];
  readonly #entryByPath = new Map<string, ArticleEntry>();
  readonly #pathByAddress = new Map<string, string>();
  readonly #datelines = new Map<string, string>();
  /** By kind and slug, in the order of slugs. */
  readonly #entities: Readonly<Record<EntityKind, ReadonlyMap<string, Entity>>>;
  readonly #days = new Set<string>();
  /** Where articles quote a known speaker; most articles of most archives quote nobody. */
  readonly #spoken = new Map<string, readonly SpokenSpan[]>();
  /** Slugs by kind and article; read once, for every list of names counts them. */
  readonly #namings: Readonly<Record<EntityKind, Map<string, string[]>>> = {
    person: new Map(),
    organisation: new Map(),
    place: new Map(),
    topic: new Map(),
  };

  constructor(catalogue: Catalogue, settings: ArchiveSettings, wordings: Wordings) {
    this.catalogue = catalogue;
    this.settings = settings;
    this.wordings = wordings;
    for (const article of catalogue.articles()) this.#remember(article);
    this.entries = [...this.#entryByPath.values()];
    this.paths = [...this.#entryByPath.keys()];
    const dates = this.entries.flatMap(({ date }) => date ?? []);
    this.events = new EventLookup(catalogue.events(), dates);
    const bySlug = (kind: EntityKind) =>
      new Map(catalogue.entities(kind).map((entity) => [entity.slug, entity]));
    this.#entities = {
      person: bySlug("person"),
      organisation: bySlug("organisation"),
      place: bySlug("place"),
      topic: bySlug("topic"),
    };
    for (const { article, kind, slug } of catalogue.namings()) {
      const slugs = this.#namings[kind].get(article);
      if (slugs === undefined) this.#namings[kind].set(article, [slug]);
      else slugs.push(slug);
    }
  }

  /** Returns an article as it stands in lists. */
  entry(path: string): ArticleEntry {
    const entry = this.#entryByPath.get(path);
    if (entry === undefined) throw new Error(`no article ${path} in the catalogue`);
    return entry;
  }

  /** Returns the article at a path as it stands in lists; none if there is no such article on the site. */
  publishedEntry(path: string): ArticleEntry | undefined {
    return this.#entryByPath.get(path);
  }

  /** Returns the file of an article as it stands in lists. */
  pathOf({ address }: ArticleEntry): string {
    const path = this.#pathByAddress.get(address);
    if (path === undefined) throw new Error(`no article at ${address} in the catalogue`);
    return path;
  }

  /** Returns the entities of a kind, by slug. */
  entities(kind: EntityKind): readonly Entity[] {
    return [...this.#entities[kind].values()];
  }

  /** Returns the entity of an appearance. */
  entity({ kind, slug }: { readonly kind: EntityKind; readonly slug: string }): Entity {
    const entity = this.knownEntity(kind, slug);
    if (entity === undefined) throw new Error(`no ${kind} ${slug} in the catalogue`);
    return entity;
  }

  /** Returns the entity of a slug; none if the archive has no such entity. */
  knownEntity(kind: EntityKind, slug: string): Entity | undefined {
    return this.#entities[kind].get(slug);
  }

  /** Returns an entity's name, with the address of its page if it has one. */
  link(of: { readonly kind: EntityKind; readonly slug: string }): Link {
    const { kind, slug, name, hasPage } = this.entity(of);
    return hasPage ? { name, address: entityAddress(kind, slug) } : { name };
  }

  /** Returns the address of a day's page, if the archive has an article of that day. */
  dayAddress(day: string): string | undefined {
    return this.#days.has(day) ? periodAddress(day) : undefined;
  }

  /** Returns where a time is told of: on the page of its day, else in the timeline; undefined where it is nowhere. */
  timeAddress(value: string): string | undefined {
    return this.dayAddress(dayOf(value)) ?? this.events.addressOf(dayOf(value));
  }

  /** Returns whether a day, month or year (`2022-01`) has an article. */
  hasPeriod(period: string): boolean {
    return this.#days.has(period);
  }

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
    const place = this.#datelines.get(path);
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

  /** Returns the spans of an article's utterances that have a speaker. */
  spokenSpans(path: string): readonly SpokenSpan[] {
    return this.#spoken.get(path) ?? [];
  }

  /** Returns in how many of the articles the entities of a kind appear, by slug. */
  tally(kind: EntityKind, articles: Iterable<string>): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const path of articles) {
      for (const slug of this.#namings[kind].get(path) ?? [])
        counts.set(slug, (counts.get(slug) ?? 0) + 1);
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

  #remember(article: ArchiveArticle): void {
    const { path, front } = article;
    this.#entryByPath.set(path, entryOf(article));
    this.#pathByAddress.set(article.address, path);
    if (front.dateline !== undefined) this.#datelines.set(path, titleCase(front.dateline));
    const spoken = spokenIn(article);
    if (spoken.length > 0) this.#spoken.set(path, spoken);
    if (front.published === undefined) return;
    const day = dayOf(front.published);
    for (const length of [4, 7, 10]) if (day.length >= length) this.#days.add(day.slice(0, length));
  }
}

/** Where somebody speaks, and the paragraphs in which they do. */
export interface SpokenSpan extends Span {
  readonly paragraphs: Span;
}

function spokenIn({ document, annotations }: ArchiveArticle): readonly SpokenSpan[] {
  if (annotations.quotations.length === 0) return [];
  return utterancesOf(document, annotations.quotations)
    .filter(({ speaker }) => speaker !== undefined)
    .map(({ pieces }) => {
      const start = pieces[0].start;
      const end = (pieces.at(-1) ?? pieces[0]).end;
      const around = document.blocks.filter((block) => block.start < end && block.end > start);
      return {
        start,
        end,
        paragraphs: { start: around[0]?.start ?? start, end: around.at(-1)?.end ?? end },
      };
    });
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

/** `PORT ELLIS` → `Port Ellis`: a dateline's capitals are type, not spelling. */
function titleCase(place: string): string {
  return place.replace(/\p{Lu}{2,}/gu, (word) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`);
}

/** Returns the address of an entity's page: `/people/ilse-okafor/`. */
export function entityAddress(kind: EntityKind, slug: string): string {
  return `/${FOLDERS[kind]}/${slug}/`;
}

/** Returns the address of a year, month or day: `2022-01` stands at `/2022/01/`. */
export function periodAddress(period: string): string {
  return `/${period.replaceAll("-", "/")}/`;
}
