/** Which articles do pages list, and what is beside each? Look-ups that are noted. Stage 6. */

import {
  articleAt,
  headAt,
  latestArticles,
  latestSpeaking,
  neighboursOf,
} from "../catalog/reading-articles.ts";
import type { Database } from "../catalog/statements.ts";
import { relationsOf, storyOf, storyWith } from "../catalog/told.ts";
import type { ArchiveArticle } from "../model.ts";
import type { ArticleEntry, ArticleHead, CitedArticle, SpokenSpan } from "../page-parts.ts";
import type { Relation, Story } from "../story-model.ts";
import { byCodeUnits } from "../text/fold.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import type { Readings } from "./readings.ts";
import { Recent } from "./recent.ts";

/** The articles of an archive. */
export class ArticleLookup {
  readonly #database: Database;
  readonly #readings: Readings;
  readonly #words: InterfaceWords;
  readonly #heads = new Recent<Head | undefined>();

  constructor(database: Database, readings: Readings, words: InterfaceWords) {
    this.#database = database;
    this.#readings = readings;
    this.#words = words;
  }

  /** Returns an article as it stands in lists. */
  entry(path: string): ArticleEntry {
    const entry = this.publishedEntry(path);
    if (entry === undefined) throw new Error(`no article ${path} in the catalogue`);
    return entry;
  }

  /** Returns an article as it stands beside what is cited from it. */
  cited(path: string): CitedArticle {
    const head = this.#head(path);
    if (head === undefined) throw new Error(`no article ${path} in the catalogue`);
    return head.cited;
  }

  /** Returns the article at a path as it stands in lists; none if there is no such article on the site. */
  publishedEntry(path: string): ArticleEntry | undefined {
    return this.#head(path)?.entry;
  }

  /** Returns the article of a Markdown file. */
  article(path: string): ArchiveArticle {
    this.#readings.note(`article/${path}`);
    const article = articleAt(this.#database, path);
    if (article === undefined) throw new Error(`no article ${path} in the catalogue`);
    return article;
  }

  /** Returns the articles before and after an article in the archive's order of time. */
  neighbours(path: string): {
    readonly previous: CitedArticle | undefined;
    readonly next: CitedArticle | undefined;
  } {
    this.#readings.note(`order/${path}`);
    const { previous, next } = neighboursOf(this.#database, path);
    const citedAt = (at: string | undefined) =>
      at === undefined ? undefined : this.#head(at)?.cited;
    return { previous: citedAt(previous), next: citedAt(next) };
  }

  /** Returns where an article was written, where it says so. */
  placeOf(path: string): string | undefined {
    return this.#head(path)?.place;
  }

  /** Returns the spans of an article's utterances that have a speaker. */
  spokenSpans(path: string): readonly SpokenSpan[] {
    return this.#head(path)?.spoken ?? [];
  }

  /** Returns the Markdown files of the newest articles, the newest first. */
  latest(most: number): readonly string[] {
    this.#readings.note("articles");
    return latestArticles(this.#database, most);
  }

  /** Returns the Markdown files of the newest articles in which somebody who is known speaks, the newest first. */
  latestSpeaking(most: number): readonly string[] {
    this.#readings.note("articles");
    return latestSpeaking(this.#database, most);
  }

  /** Returns the articles that are related to an article, the nearest first. */
  relations(path: string): readonly Relation[] {
    this.#readings.note(`relations/${path}`);
    return relationsOf(this.#database, path);
  }

  /** Returns the slug of the story that an article is in. */
  storyOf(path: string): string | undefined {
    if (!this.#readings.covers(path)) this.#readings.note(`member/${path}`);
    return storyOf(this.#database, path);
  }

  /** Returns the story of a slug; none if the archive tells no such story. */
  story(slug: string): Story | undefined {
    this.#readings.note(`story/${slug}`);
    return storyWith(this.#database, slug);
  }

  /** Tells which of two articles comes first in the archive's order of time, as a sort does; of appearances that have been read. */
  inOrderOfTime(a: string, b: string): number {
    return byCodeUnits(this.#head(a)?.order ?? "", this.#head(b)?.order ?? "");
  }

  #head(path: string): Head | undefined {
    if (!this.#readings.covers(path)) this.#readings.note(`entry/${path}`);
    return this.#heads.get(path, () => withCited(headAt(this.#database, path), this.#words));
  }
}

/** Both are made once, for pages cite an article many times. */
interface Head extends Omit<ArticleHead, "entry"> {
  readonly entry: ArticleEntry;
  readonly cited: CitedArticle;
}

function withCited(head: ArticleHead | undefined, words: InterfaceWords): Head | undefined {
  if (head === undefined) return undefined;
  const { date } = head.entry;
  const dateLabel = date === undefined ? words.say("time.undated") : words.dates.date(date);
  const entry = { ...head.entry, dateLabel };
  const { lede: _, ...cited } = entry;
  return { ...head, entry, cited };
}
