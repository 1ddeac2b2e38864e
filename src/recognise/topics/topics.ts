/** What is the article about? Topics by the phrases that stand in it (stage 4, recognise). */
import type { NewsDocument, Sentence, Span, TopicDefinition, TopicMatch } from "../../model.ts";
import words from "../../words/topics.json" with { type: "json" };
import { tokenise } from "../tokens.ts";
import { type PhraseTrie, phraseTrie } from "./phrase-trie.ts";
import {
  count,
  hasEvidence,
  type Meaning,
  namePairsOf,
  PLACE_WEIGHTS,
  readPart,
  scoreOf,
  type Tally,
} from "./tally.ts";

const MOST_TOPICS = 5;
/** Score that a topic needs in a text of `USUAL_LENGTH` words; longer texts need more, by the square root. */
const THRESHOLD = 2.5;
const USUAL_LENGTH = 250;
/** A topic far weaker than the strongest is left out. */
const LEAST_SHARE = 0.25;
/** The part of their score that topics under the same top-level concept lend each other. */
const KINSHIP = 0.3;

interface Compiled {
  readonly trie: PhraseTrie<Meaning>;
  /** Number of topics that a phrase speaks for. */
  readonly shared: ReadonlyMap<string, number>;
}

/** Phrases of the built-in topics: the German "war" is no war, so that they are looked for in English only. */
const ENGLISH_PHRASES: ReadonlySet<readonly string[]> = new Set(
  words.topics.map(({ phrases }) => phrases),
);

const WEAK_WORDS: ReadonlySet<string> = new Set(words.weak);

const compiled = new WeakMap<readonly TopicDefinition[], Compiled>();

/**
 * Returns the topics of a document, the strongest first, at most five, each with the spans of the phrases that
 * put it there (at most twelve, in the order of the text). Headline and lede weigh more; a phrase counts the
 * less the more topics share it, little where it is only a title before names, not at
 * all inside other names, and further times by the logarithm;
 * phrases in `against` count against; topics of the same top-level concept support each other. A topic needs
 * its threshold, and two different phrases, or one three times or in the headline. Datelines and tables are
 * not read. Shipped phrases are found in English texts only, an editor's own in any. The definitions are compiled once for each list.
 */
export function findTopics(
  document: NewsDocument,
  found: { readonly sentences: readonly Sentence[]; readonly topics: readonly TopicDefinition[] },
): readonly TopicMatch[] {
  return strongestOf(tallied(document, found.topics).filter(passes));
}

/** What speaks for one topic in one document, whether or not it is enough. */
export interface TopicWeight {
  readonly id: string;
  readonly score: number;
  /** What the score must come to in a text of this length. */
  readonly threshold: number;
  /** Whether the phrases are enough, apart from what they weigh: two different ones, or one three times or in the headline. */
  readonly hasEvidence: boolean;
  /** The first dozen. */
  readonly because: readonly Span[];
}

/**
 * Returns what every topic has in a document that has any of its phrases, also those that `findTopics` leaves out; without
 * the support of kindred topics, by which only the order is decided.
 */
export function weighTopics(
  document: NewsDocument,
  found: { readonly sentences: readonly Sentence[]; readonly topics: readonly TopicDefinition[] },
): readonly TopicWeight[] {
  return tallied(document, found.topics).map(({ tally, score, threshold }) => ({
    id: tally.topic.id,
    score: hundredths(score),
    threshold: hundredths(threshold),
    hasEvidence: hasEvidence(tally),
    because: tally.spans,
  }));
}

interface Scored {
  readonly tally: Tally;
  readonly score: number;
  readonly threshold: number;
}

function passes({ tally, score, threshold }: Scored): boolean {
  return score >= threshold && hasEvidence(tally);
}

function tallied(document: NewsDocument, topics: readonly TopicDefinition[]): readonly Scored[] {
  const { trie, shared } = compile(topics);
  const tallies = new Map<TopicDefinition, Tally>();
  const isEnglish = /^(?:en|und)(?:-|$)/.test(document.language);
  let length = 0;
  const parts = partsOf(document).map(({ start, end, weight }) =>
    readPart(tokenise(document.text, { start, end }), weight),
  );
  const names = { pairs: namePairsOf(parts), loneCapitals: isEnglish };
  for (const part of parts) {
    length += part.tokens.length;
    for (const hit of trie.find(part.tokens)) {
      const { topic, isEnglishOnly } = hit.value;
      if (isEnglish || !isEnglishOnly) count(tallyOf(tallies, topic), hit, { part, names });
    }
  }
  return [...tallies.values()].map((tally) => ({
    tally,
    score: scoreOf(tally, shared),
    threshold: thresholdOf(tally.topic, length),
  }));
}

/** Returns the topics that ship with the program: IPTC Media Topics (CC BY 4.0, IPTC) with phrases of our own. */
export function builtInTopics(): readonly TopicDefinition[] {
  return words.topics;
}

function compile(topics: readonly TopicDefinition[]): Compiled {
  const known = compiled.get(topics);
  if (known) return known;
  const trie = phraseTrie<Meaning>();
  const shared = new Map<string, number>();
  for (const topic of topics) {
    const isOurs = shippedIn(topic);
    for (const phrase of topic.phrases) {
      const isEnglishOnly = isOurs(phrase);
      const isWeak = isEnglishOnly && WEAK_WORDS.has(phrase);
      trie.add(phrase, { topic, isAgainst: false, isWeak, isEnglishOnly });
      shared.set(phrase, (shared.get(phrase) ?? 0) + 1);
    }
    const isEnglishOnly = ENGLISH_PHRASES.has(topic.shipped ?? topic.phrases);
    for (const phrase of topic.against ?? [])
      trie.add(phrase, { topic, isAgainst: true, isWeak: false, isEnglishOnly });
  }
  const result = { trie, shared };
  compiled.set(topics, result);
  return result;
}

/** Which phrases of a topic ship with the program, also where the editor has changed it. */
function shippedIn({ phrases, shipped }: TopicDefinition): (phrase: string) => boolean {
  if (!ENGLISH_PHRASES.has(shipped ?? phrases)) return () => false;
  if (shipped === undefined) return () => true;
  const own = new Set(shipped);
  return (phrase) => own.has(phrase);
}

function partsOf({
  headline,
  standfirst,
  dateline,
  blocks,
}: NewsDocument): readonly (Span & { readonly weight: number })[] {
  const read = blocks.filter(({ kind }) => kind !== "table");
  const lede = read.find(({ kind }) => kind === "paragraph");
  return [
    ...(headline ? [{ ...headline, weight: PLACE_WEIGHTS.headline }] : []),
    ...(standfirst ? [{ ...standfirst, weight: PLACE_WEIGHTS.lede }] : []),
    ...read.map((block) => ({
      start: dateline && dateline.start === block.start ? dateline.end : block.start,
      end: block.end,
      weight: block === lede ? PLACE_WEIGHTS.lede : PLACE_WEIGHTS.body,
    })),
  ];
}

function tallyOf(tallies: Map<TopicDefinition, Tally>, topic: TopicDefinition): Tally {
  const tally: Tally = tallies.get(topic) ?? { topic, phrases: new Map(), spans: [], against: 0 };
  tallies.set(topic, tally);
  return tally;
}

function thresholdOf(topic: TopicDefinition, length: number): number {
  return (topic.threshold ?? THRESHOLD) * Math.sqrt(Math.max(1, length / USUAL_LENGTH));
}

function strongestOf(
  scored: readonly { readonly tally: Tally; readonly score: number }[],
): readonly TopicMatch[] {
  const strongest = Math.max(0, ...scored.map(({ score }) => score));
  const kin = new Map<string, number>();
  const rootOf = ({ topic }: Tally): string => topic.root ?? topic.id;
  for (const { tally, score } of scored) {
    kin.set(rootOf(tally), (kin.get(rootOf(tally)) ?? 0) + score);
  }
  return scored
    .filter(({ score }) => score >= LEAST_SHARE * strongest)
    .map(({ tally, score }) =>
      matchOf(tally, score + KINSHIP * ((kin.get(rootOf(tally)) ?? score) - score)),
    )
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_TOPICS);
}

function matchOf({ topic, spans }: Tally, score: number): TopicMatch {
  const { id, label, root } = topic;
  return {
    id,
    label,
    ...(root !== undefined && { root }),
    score: hundredths(score),
    because: spans,
  };
}

function hundredths(score: number): number {
  return Math.round(score * 100) / 100;
}
