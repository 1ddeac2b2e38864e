/** What is the article about? Topics by the phrases that stand in it (stage 4, recognise). */
import type {
  NewsDocument,
  Person,
  Sentence,
  Span,
  TopicDefinition,
  TopicMatch,
} from "../../model.ts";
import { ledeOf } from "../../text/lede.ts";
import { shippedTopics } from "../../words/topics.ts";
import type { Line, Reading } from "../reading.ts";
import { compile, type Phrase } from "./definitions.ts";
import { type NameWords, nameWordsOf } from "./name-words.ts";
import type { PhraseTrie } from "./phrase-trie.ts";
import { type Measure, rank, thresholdOf } from "./ranking.ts";
import { hasEvidence, PLACE_WEIGHTS, type Sighting, type Tally, tallyAll } from "./tally.ts";

const MOST_REASONS = 12;

/** What topics are found by. */
export interface TopicSources {
  readonly topics: readonly TopicDefinition[];
  /** Whose names say nothing of topics. */
  readonly people: readonly Person[];
}

/**
 * Returns the topics of a document, the strongest first, at most five, each with the spans of the phrases that
 * put it there (at most twelve, in the order of the text, none overlapping). Headline and lede weigh more; a phrase counts the
 * less the more topics share it, little where it is only a title before names, not at all inside other names, and further times
 * by the logarithm; phrases in `against` count against; topics of the same top-level concept support each other. A topic needs
 * its threshold, and two different phrases, or one three times or in the headline. A broader topic has what its narrower ones
 * have, but stands aside where one of them is found. Datelines and tables are
 * not read. Shipped phrases are found in English texts only, an editor's own in any. The definitions are compiled once for each list.
 */
export function findTopics(reading: Reading, sources: TopicSources): readonly TopicMatch[] {
  const evidence = evidenceIn(reading, sources);
  if (evidence === undefined) return [];
  const { sightings, tallies, measure } = evidence;
  return rank(tallies, measure).flatMap(({ topic, score, counted }) => {
    const definition = measure.topics[topic];
    if (definition === undefined) return [];
    const { id, label, root } = definition;
    return {
      id,
      label,
      ...(root !== undefined && { root }),
      score: hundredths(score),
      because: reasons(sightings, counted),
    };
  });
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
 * what narrower topics give to it, and the support of kindred ones, by which only the order is decided.
 */
export function weighTopics(reading: Reading, sources: TopicSources): readonly TopicWeight[] {
  const evidence = evidenceIn(reading, sources);
  if (evidence === undefined) return [];
  const { sightings, tallies, measure } = evidence;
  return [...tallies].map(([topic, tally]) => ({
    id: measure.topics[topic]?.id ?? "",
    score: hundredths(tally.score),
    threshold: hundredths(thresholdOf(topic, measure)),
    hasEvidence: hasEvidence(tally),
    because: reasons(sightings, new Set([topic])),
  }));
}

/** Returns the topics that ship with the program: IPTC Media Topics (CC BY 4.0, IPTC) with phrases of our own. */
export function builtInTopics(): readonly TopicDefinition[] {
  return shippedTopics;
}

interface Evidence {
  readonly sightings: readonly Sighting[];
  readonly tallies: ReadonlyMap<number, Tally>;
  readonly measure: Measure;
}

function evidenceIn(reading: Reading, { topics, people }: TopicSources): Evidence | undefined {
  const { all, own, broader } = compile(topics);
  const isEnglish = /^(?:en|und)(?:-|$)/.test(reading.document.language);
  const trie = isEnglish ? all : own;
  if (trie === undefined) return undefined;
  const names = nameWordsOf(reading, people, isEnglish);
  const sightings = sightingsIn(reading, names, trie);
  const length = reading.lines.reduce((sum, { words }) => sum + words.length, 0);
  const measure = { topics, broader, length };
  return { sightings, tallies: tallyAll(sightings), measure };
}

/** All phrases that count, in the order of the text. */
function sightingsIn(
  { document, lines }: Reading,
  names: NameWords,
  trie: PhraseTrie<Phrase>,
): readonly Sighting[] {
  const sightings: Sighting[] = [];
  const weightOf = weigher(document, lines);
  for (const line of lines) {
    const { words } = line;
    const weight = weightOf(line.sentence);
    trie.find(words, firstWord(line, document), (phrase, first, end) => {
      const start = words[first]?.start ?? 0;
      const span = { start, end: words[end - 1]?.end ?? start };
      const use = phrase.isWord ? names.useOf(line, first) : "plain";
      if (use === "named" || (words[first]?.capital && names.isInPerson(span))) return;
      sightings.push({ ...span, phrase, use, weight });
    });
  }
  return sightings;
}

/** What a phrase weighs in each sentence. A text without a headline has its first sentence for one. */
function weigher(
  { headline, blocks }: NewsDocument,
  lines: readonly Line[],
): (sentence: Sentence) => number {
  const lede = ledeOf(
    blocks,
    lines.map(({ sentence }) => sentence),
  );
  return (sentence) => {
    if (sentence.part === "headline") return PLACE_WEIGHTS.headline;
    if (sentence.part === "standfirst") return PLACE_WEIGHTS.lede;
    if (!lede.includes(sentence)) return PLACE_WEIGHTS.body;
    return sentence === lede[0] && !headline ? PLACE_WEIGHTS.headline : PLACE_WEIGHTS.lede;
  };
}

/** Index of the first word behind the dateline. */
function firstWord({ words, sentence }: Line, { dateline }: NewsDocument): number {
  if (!dateline || sentence.part !== "body" || sentence.start > dateline.end) return 0;
  const first = words.findIndex(({ start }) => start >= dateline.end);
  return sentence.end <= dateline.start || first < 0 ? words.length : first;
}

/** Where the phrases stand that speak for one of the topics; each place once, though phrases of several be found there. */
function reasons(sightings: readonly Sighting[], topics: ReadonlySet<number>): readonly Span[] {
  const spans: Span[] = [];
  for (const { phrase, start, end } of sightings) {
    if (spans.length === MOST_REASONS) break;
    const speaks = phrase.uses.some(({ topic, value }) => value > 0 && topics.has(topic));
    if (speaks && start >= (spans.at(-1)?.end ?? 0)) spans.push({ start, end });
  }
  return spans;
}

function hundredths(score: number): number {
  return Math.round(score * 100) / 100;
}
