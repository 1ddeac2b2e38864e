/** What must be known of an article to put it beside others? Stage 5: what its text alone says, before names are linked. */
import type { ArchiveArticle, EntityKind, Span } from "../model.ts";
import stops from "../words/phrase-stops.json" with { type: "json" };
import { SpanWalker } from "./span-walker.ts";

/** A word and how much the article makes of it. */
export type WordCount = readonly [word: string, count: number];

/** What an article's text says by itself. */
export interface StoryFacts {
  /** Of publication, in minutes, for the order of articles; those without a day come first. See `dayOfTime`. */
  readonly time: number;
  readonly words: readonly WordCount[];
}

/** What a headline names, the article is about. */
const IN_HEADLINE = 1.5;
/** Words are taken from the opening: news tells first what it is about. In UTF-16 units. */
const OPENING = 2_000;
/** Of the words of the opening so many may become traits. */
const MOST_WORDS = 24;
/** Longer words are the rarer ones, up to so many letters. */
const LONG = 10;
const DAY_MINUTES = 1440;
const UNDATED = -2_000_000_000;

/** Returns what an article's text says by itself. Linear in the length of the opening. */
export function storyFactsOf(article: ArchiveArticle): StoryFacts {
  const { published } = article.front;
  const day = dayNumber(published);
  const words = wordsOf(article);
  if (day === undefined) return { time: UNDATED, words };
  const { hour = 0, minute = 0 } =
    /T(?<hour>\d\d):(?<minute>\d\d)/.exec(published ?? "")?.groups ?? {};
  return { time: day * DAY_MINUTES + Number(hour) * 60 + Number(minute), words };
}

/** Returns the day of a time, in days since 1970; undefined for one that has none. */
export function dayOfTime(time: number): number | undefined {
  return time === UNDATED ? undefined : Math.floor(time / DAY_MINUTES);
}

/** Days since 1970 in the paper's own calendar; undefined where no day is stated. */
function dayNumber(published: string | undefined): number | undefined {
  if (published === undefined || published.length < "2022-01-26".length) return undefined;
  const [year = 0, month = 1, day = 1] = published.slice(0, 10).split("-").map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** Whom or what an article names, and where. */
export interface Naming {
  readonly kind: EntityKind;
  /** How often. */
  readonly mentions: number;
  /** Where, of a place. */
  readonly spans: readonly Span[];
  readonly isInHeadline: boolean;
}

/** Returns how much an article makes of whom or what it names; 0 for a place that it names as where it was written and nowhere else. */
export function prominenceOf(
  { kind, mentions, spans, isInHeadline }: Naming,
  dateline: Span | undefined,
): number {
  if (kind === "place" && dateline !== undefined && spans.length > 0)
    if (spans.every(({ start, end }) => start >= dateline.start && end <= dateline.end)) return 0;
  return often(mentions, isInHeadline);
}

function often(times: number, isInHeadline: boolean): number {
  return (1 + Math.log(Math.max(1, times))) * (isInHeadline ? IN_HEADLINE : 1);
}

/** A word of three letters or more, in any script that parts words. */
const WORD = /\p{L}[\p{L}\p{M}\u200c]{2,}/gu;
const STOPS: ReadonlySet<string> = new Set(
  [stops.function, stops.verbs, stops.qualities, stops.measures].join(" ").split(" "),
);

/** Words outside names that may tell, in lower case: those that stand there most often and are longest. */
function wordsOf({ document, annotations }: ArchiveArticle): readonly WordCount[] {
  const { text, headline, blocks } = document;
  const named = new SpanWalker([
    ...annotations.people.flatMap(({ mentions }) =>
      mentions.filter(({ form }) => form === "full" || form === "short"),
    ),
    ...annotations.organisations.flatMap(({ mentions }) => mentions),
    ...annotations.places.flatMap(({ mentions }) => mentions),
  ]);
  const counts = new Map<string, number>();
  const inHeadline = new Set<string>();
  for (const { 0: printed, index } of text
    .slice(0, (blocks[0]?.start ?? 0) + OPENING)
    .matchAll(WORD)) {
    if (named.over(index, index + printed.length) !== undefined) continue;
    const word = printed.toLowerCase();
    if (STOPS.has(word)) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (index < (headline?.end ?? 0)) inHeadline.add(word);
  }
  return [...counts]
    .map(([word, times]) => [word, often(times, inHeadline.has(word))] as const)
    .sort(([a, one], [b, other]) => other * lengthOf(b) - one * lengthOf(a) || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS);
}

function lengthOf(word: string): number {
  return Math.min(LONG, word.length);
}
