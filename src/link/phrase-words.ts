/** Which words of the archive can be part of a recurring phrase, and where do they stand? Stage 5. */
import type { ArchiveArticle, Span } from "../model.ts";
import { hasSuppliedHeadline } from "../text/supplied-headline.ts";
import stops from "../words/phrase-stops.json" with { type: "json" };
import { SpanWalker } from "./span-walker.ts";

/** All articles as numbers, so that counting them is cheap. */
export interface ReadWords {
  /** By id. */
  readonly words: readonly string[];
  /** In how many articles each word is. */
  readonly counts: readonly number[];
  /** Ids of words that begin and end no phrase. */
  readonly isStop: (id: number) => boolean;
  /** Ids of words that may stand inside one. */
  readonly isJoining: (id: number) => boolean;
  readonly articles: readonly ArticleWords[];
}

/** One article: the ids of its words, with -1 wherever a phrase must end, and where each starts in its text. */
interface ArticleWords {
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  /** Index of the first word behind headline and standfirst. */
  readonly headEnd: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
const CAPITAL = /^\p{Lu}/u;
/** Figures, and whose something is: "the country's economy". */
const NO_PART = /\p{N}|['’]s?$/u;
/** A word in more of the archive's articles than this fits anything, in whatever language. */
const COMMON_SHARE = 0.25;
/** In fewer articles no word is common. */
const FEWEST_ARTICLES = 20;
/** Of the words of a headline, so many have a capital where case says nothing. */
const CASELESS_SHARE = 0.7;
/** Languages that write all nouns with a capital. */
const CAPITAL_NOUNS = /^(?:de|lb)\b/;

const STOPS: ReadonlySet<string> = new Set(
  [stops.function, stops.verbs, stops.qualities, stops.measures, stops.matters]
    .join(" ")
    .split(" "),
);
const JOINING: ReadonlySet<string> = new Set(stops.joining.split(" "));

/** What must be known of an article to count the phrases in it. */
export interface PhraseFacts {
  /** Its words that can be part of one, in lower case; empty wherever a phrase must end. */
  readonly words: readonly string[];
  /** Where each starts in its text. */
  readonly starts: readonly number[];
  /** Index of the first word behind headline and standfirst. */
  readonly headEnd: number;
  /** The names in it, as printed. */
  readonly names: readonly string[];
}

/** Returns the words of all articles as numbers. */
export function readWords(articles: readonly PhraseFacts[]): ReadWords {
  const idOf = new Map<string, number>();
  const words: string[] = [];
  const counts: number[] = [];
  const last: number[] = [];
  const read = articles.map(({ words: own, starts, headEnd }, index) => {
    const number = (word: string): number => {
      if (word === "") return -1;
      let id = idOf.get(word);
      if (id === undefined) {
        id = words.length;
        idOf.set(word, id);
        words.push(word);
        counts.push(0);
        last.push(-1);
      }
      if (last[id] !== index) counts[id] = (counts[id] ?? 0) + 1;
      last[id] = index;
      return id;
    };
    return { ids: Int32Array.from(own, number), starts: Int32Array.from(starts), headEnd };
  });
  const common =
    articles.length < FEWEST_ARTICLES ? Number.POSITIVE_INFINITY : articles.length * COMMON_SHARE;
  const stopIds = new Set(
    words.flatMap((word, id) => (STOPS.has(word) || (counts[id] ?? 0) > common ? [id] : [])),
  );
  const joiningIds = new Set(words.flatMap((word, id) => (JOINING.has(word) ? [id] : [])));
  return {
    words,
    counts,
    isStop: (id) => stopIds.has(id),
    isJoining: (id) => joiningIds.has(id),
    articles: read,
  };
}

/** Returns what must be known of an article to count the phrases in it. One pass over the text. */
export function phraseFactsOf(article: ArchiveArticle): PhraseFacts {
  const { text, language, dateline } = article.document;
  const words: string[] = [];
  const starts: number[] = [];
  const nouns = CAPITAL_NOUNS.test(language);
  const taken = new SpanWalker(takenBy(article));
  // a headline that was made of the opening words says them twice
  const isSupplied = hasSuppliedHeadline(article.document);
  let headEnd = 0;
  for (const sentence of article.annotations.sentences) {
    const { start: from, end, part } = sentence;
    if (isSupplied && part === "headline") continue;
    const isCaseless = nouns || (part !== "body" && hasMostlyCapitals(text.slice(from, end)));
    let behind = -1;
    for (const { 0: word, index } of text.slice(from, end).matchAll(WORD)) {
      const start = from + index;
      const isName = !isCaseless && CAPITAL.test(word);
      const isPart =
        !isName && !NO_PART.test(word) && taken.over(start, start + word.length) === undefined;
      if (behind !== start || !isPart) endPhrase(words, starts, start);
      if (isPart && !(dateline && start < dateline.end && start >= dateline.start)) {
        words.push(word.toLowerCase());
        starts.push(start);
      }
      behind = text.charAt(start + word.length) === " " ? start + word.length + 1 : -1;
    }
    endPhrase(words, starts, end);
    if (part !== "body") headEnd = words.length;
  }
  return { words, starts, headEnd, names: namesIn(article) };
}

function namesIn({ annotations, front }: ArchiveArticle): readonly string[] {
  const { people, organisations, places } = annotations;
  const names = [...people, ...organisations, ...places].map(({ name }) => name);
  return front.dateline === undefined ? names : [...names, front.dateline];
}

/** As headlines in capitals, or with a capital on nearly every word: there it makes no name. */
function hasMostlyCapitals(headline: string): boolean {
  const words = headline.match(WORD) ?? [];
  return words.filter((word) => CAPITAL.test(word)).length > words.length * CASELESS_SHARE;
}

function endPhrase(words: string[], starts: number[], at: number): void {
  if (words.length === 0 || words.at(-1) === "") return;
  words.push("");
  starts.push(at);
}

/** Names, roles and dates are no phrases of a topic. */
function takenBy({ annotations }: ArchiveArticle): readonly Span[] {
  const { people, organisations, places, times } = annotations;
  return [
    ...people.flatMap(({ mentions, roles }) => [...mentions, ...roles]),
    ...organisations.flatMap(({ mentions }) => mentions),
    ...places.flatMap(({ mentions }) => mentions),
    ...times,
  ];
}
