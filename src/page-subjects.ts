/**
 * What pages of topics, places, organisations and stories are put together from, and what stands beside an article that belongs
 * with others. As for `page-model.ts`, every `address` is a path from the site's root and all strings are plain text that must be escaped.
 */
import type { ArticleEntry, CitedArticle, CountedLink, CoverageBar, Link } from "./page-parts.ts";

/** What articles have in common: names of people, organisations and places, topics, and words in lower case. */
export interface Common {
  readonly names: readonly Link[];
  readonly topics: readonly Link[];
  readonly words: readonly string[];
}

/** An article beside another one, with the reason. */
export interface RelatedEntry extends Common {
  readonly article: CitedArticle;
  /** How long before or after: `three days later`; absent where a day is not known. */
  readonly when?: string;
  /** It has the same text, or nearly; it then has nothing else in common. */
  readonly copy?: "same" | "near";
}

/** The story that an article is a part of. */
export interface StoryHere {
  readonly story: StoryTitle;
  /** Counted from 1. */
  readonly part: number;
  readonly parts: number;
  readonly previous?: ArticleEntry;
  readonly next?: ArticleEntry;
}

/** A story by its title: the headline that is most typical of its articles, or the editor's. */
export interface StoryTitle extends Required<Link> {
  /** Of the headline; absent of an editor's title. */
  readonly headlineIn?: Pick<ArticleEntry, "language" | "direction">;
}

/** A story in a list. */
export interface StoryRow extends StoryTitle {
  /** How many articles. */
  readonly count: number;
  /** `3–17 March 2018`. */
  readonly extent: string;
  /** Named in most of its articles. */
  readonly names: readonly Link[];
}

/** An article of a story. */
export interface StoryPart {
  /** Counted from 1. */
  readonly number: number;
  readonly article: ArticleEntry;
  /** Its Markdown file. */
  readonly file: string;
  /** What it has in common with the others. */
  readonly common: Common;
  /** Put here by the editor. */
  readonly byEditor: boolean;
  /** The part whose text it has. */
  readonly copyOf?: number;
  /** Why its day is one of the turning days, in words. */
  readonly turns: readonly string[];
  /** Named here for the first time in the story, with in how many of the later parts they are named again. */
  readonly enters: readonly CountedLink[];
}

/** Lines that an editor can copy to `decisions.yml`. */
export interface LinesOffer {
  readonly purpose: string;
  readonly lines: readonly string[];
}

/** Why an article is in a list. */
export interface EntryNote {
  /** Words of the text that put it here, each once, with the address of the first sentence that has them. */
  readonly words: readonly Required<Link>[];
  readonly byEditor: boolean;
  /** The topics within this one through which it is here. */
  readonly through: readonly Link[];
  /** Set on the first article of a month or year that is a peak. */
  readonly peak?: Peak;
}

/** By the address of the article. */
export type EntryNotes = Readonly<Record<string, EntryNote>>;

/** A month or year in which a subject filled more of the paper than usual. */
export interface Peak extends CoverageBar {
  /** Articles of the whole archive in it. */
  readonly printed: number;
}

/** An article to begin with. */
export interface StartEntry {
  readonly article: ArticleEntry;
  /** Half sentences, such as `the first`. */
  readonly reasons: readonly string[];
}

/** A topic within a topic. */
export interface NarrowerTopic extends CountedLink {
  /** Articles that are in the wider topic through this one alone. */
  readonly alone: number;
}

/** A topic that stands in the same articles more often than chance has it. */
export interface KindredTopic extends CountedLink {
  /** About how many times as often as in the archive as a whole: to within the square root of two. */
  readonly lift: number;
}

/** What a subject's page tells apart from its lists. */
export interface SubjectTelling {
  /** What a topic takes in. */
  readonly scope?: string;
  /** A topic's wider topic, and those within it. */
  readonly broader?: Link;
  readonly narrower: readonly NarrowerTopic[];
  /** Those who are quoted in its articles, by the number of their quotations. */
  readonly speakers: readonly CountedLink[];
  readonly organisations: readonly CountedLink[];
  readonly kindred: readonly KindredTopic[];
  /** Stories of which half the articles or more are about it, newest first. */
  readonly stories: readonly StoryRow[];
  readonly peaks: readonly Peak[];
  readonly start: readonly StartEntry[];
  /** Of the articles that the page lists. */
  readonly notes: EntryNotes;
  /** Address of its feed; absent where no article has a date. */
  readonly feed?: string;
}
