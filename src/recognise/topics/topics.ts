/** What is the article about? Topics by the phrases that stand in it (stage 4, recognise). */
import type { NewsDocument, Sentence, Span, TopicDefinition, TopicMatch } from "../../model.ts";
import words from "../../words/topics.json" with { type: "json" };
import { tokenise } from "../tokens.ts";
import { type Hit, type PhraseTrie, phraseTrie } from "./phrase-trie.ts";

const MOST_TOPICS = 5;
const MOST_REASONS = 12;
/** What a phrase weighs by where it stands first: headline; standfirst or lede; the rest. */
const PLACE_WEIGHTS = { headline: 3, lede: 2, body: 1 } as const;
/** A phrase of several words says more than a single one. */
const SEVERAL_WORDS = 1.5;
const AGAINST = 1.5;
/** Score that a topic needs in a text of `USUAL_LENGTH` words; longer texts need more, by the square root. */
const THRESHOLD = 2.5;
const USUAL_LENGTH = 250;
/** A topic far weaker than the strongest is left out. */
const LEAST_SHARE = 0.25;
/** The part of their score that topics under the same top-level concept lend each other. */
const KINSHIP = 0.3;

/** What a phrase means for one topic. */
interface Meaning {
  readonly topic: TopicDefinition;
  readonly isAgainst: boolean;
}

interface Compiled {
  readonly trie: PhraseTrie<Meaning>;
  /** Number of topics that a phrase speaks for. */
  readonly shared: ReadonlyMap<string, number>;
}

const compiled = new WeakMap<readonly TopicDefinition[], Compiled>();

/**
 * Returns the topics of a document, the strongest first, at most five, each with the spans of the phrases that
 * put it there (at most twelve, in the order of the text). Headline and lede weigh more; a phrase counts the
 * less the more topics share it, and further times by the logarithm; phrases in `against` count
 * against; topics of the same top-level concept support each other. A topic needs two different phrases, or one three times or in the headline, and its threshold.
 * Tables are not read. The definitions are compiled once for each list.
 */
export function findTopics(
  document: NewsDocument,
  found: { readonly sentences: readonly Sentence[]; readonly topics: readonly TopicDefinition[] },
): readonly TopicMatch[] {
  const { trie, shared } = compile(found.topics);
  const tallies = new Map<TopicDefinition, Tally>();
  let length = 0;
  for (const part of partsOf(document)) {
    const tokens = tokenise(document.text, part);
    length += tokens.length;
    for (const hit of trie.find(tokens)) addHit(tallies, hit, part.weight);
  }
  const scored = [...tallies.values()]
    .map((tally) => ({ tally, score: scoreOf(tally, shared) }))
    .filter(({ tally, score }) => score >= thresholdOf(tally.topic, length) && hasEvidence(tally));
  const strongest = Math.max(0, ...scored.map(({ score }) => score));
  const kin = new Map<string, number>();
  for (const { tally, score } of scored) {
    const root = tally.topic.root ?? tally.topic.id;
    kin.set(root, (kin.get(root) ?? 0) + score);
  }
  return scored
    .filter(({ score }) => score >= LEAST_SHARE * strongest)
    .map(({ tally, score }) => {
      const kindred = kin.get(tally.topic.root ?? tally.topic.id) ?? score;
      return matchOf(tally, score + KINSHIP * (kindred - score));
    })
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_TOPICS);
}

/** Returns the topics that ship with the program: IPTC Media Topics (CC BY 4.0, IPTC) with phrases of our own. */
export function builtInTopics(): readonly TopicDefinition[] {
  return words.topics;
}

interface Tally {
  readonly topic: TopicDefinition;
  readonly phrases: Map<string, { count: number; weight: number }>;
  readonly spans: Span[];
  against: number;
}

function compile(topics: readonly TopicDefinition[]): Compiled {
  const known = compiled.get(topics);
  if (known) return known;
  const trie = phraseTrie<Meaning>();
  const shared = new Map<string, number>();
  for (const topic of topics) {
    for (const phrase of topic.phrases) {
      trie.add(phrase, { topic, isAgainst: false });
      shared.set(phrase, (shared.get(phrase) ?? 0) + 1);
    }
    for (const phrase of topic.against ?? []) trie.add(phrase, { topic, isAgainst: true });
  }
  const result = { trie, shared };
  compiled.set(topics, result);
  return result;
}

function partsOf(document: NewsDocument): readonly (Span & { readonly weight: number })[] {
  const blocks = document.blocks.filter(({ kind }) => kind !== "table");
  const lede = blocks.find(({ kind }) => kind === "paragraph");
  return [
    ...(document.headline ? [{ ...document.headline, weight: PLACE_WEIGHTS.headline }] : []),
    ...(document.standfirst ? [{ ...document.standfirst, weight: PLACE_WEIGHTS.lede }] : []),
    ...blocks.map((block) => ({
      ...block,
      weight: block === lede ? PLACE_WEIGHTS.lede : PLACE_WEIGHTS.body,
    })),
  ];
}

function addHit(tallies: Map<TopicDefinition, Tally>, hit: Hit<Meaning>, weight: number): void {
  const { topic, isAgainst } = hit.value;
  const tally: Tally = tallies.get(topic) ?? { topic, phrases: new Map(), spans: [], against: 0 };
  tallies.set(topic, tally);
  if (isAgainst) {
    tally.against += AGAINST * weight;
    return;
  }
  const seen = tally.phrases.get(hit.phrase);
  if (seen) seen.count += 1;
  else tally.phrases.set(hit.phrase, { count: 1, weight });
  if (tally.spans.length < MOST_REASONS) tally.spans.push({ start: hit.start, end: hit.end });
}

function scoreOf({ phrases, against }: Tally, shared: ReadonlyMap<string, number>): number {
  let score = -against;
  for (const [phrase, { count, weight }] of phrases) {
    const specific =
      (phrase.includes(" ") ? SEVERAL_WORDS : 1) / Math.sqrt(shared.get(phrase) ?? 1);
    score += specific * weight * (1 + Math.log(count));
  }
  return score;
}

function thresholdOf(topic: TopicDefinition, length: number): number {
  return (topic.threshold ?? THRESHOLD) * Math.sqrt(Math.max(1, length / USUAL_LENGTH));
}

function hasEvidence({ phrases }: Tally): boolean {
  if (phrases.size >= 2) return true;
  return [...phrases.values()].some(
    ({ count, weight }) => count >= 3 || weight === PLACE_WEIGHTS.headline,
  );
}

function matchOf({ topic, spans }: Tally, score: number): TopicMatch {
  const { id, label, root } = topic;
  return {
    id,
    label,
    ...(root !== undefined && { root }),
    score: Math.round(score * 100) / 100,
    because: spans,
  };
}
