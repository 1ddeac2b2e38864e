/** Which of the topics with phrases in a text is it about? (stage 4, recognise) */
import type { TopicDefinition } from "../../model.ts";
import { emptyTally, hasEvidence, isAtTop, joinTally, type Tally } from "./tally.ts";

/** A topic that the document is about. */
export interface Ranked {
  /** Index in the list of definitions. */
  readonly topic: number;
  readonly score: number;
  /** The topics whose phrases it has: itself, and narrower ones that have not enough by themselves. */
  readonly counted: ReadonlySet<number>;
}

/** What the topics are and how long the document is, in words and marks. */
export interface Measure {
  readonly topics: readonly TopicDefinition[];
  /** By topic, the indexes of its broader topics, the nearest first. */
  readonly broader: readonly (readonly number[])[];
  readonly length: number;
}

const MOST_TOPICS = 5;
/** Score that a topic needs in a text of `USUAL_LENGTH` words; longer texts need more, by the square root. */
const THRESHOLD = 2.5;
const USUAL_LENGTH = 250;
/** A topic far weaker than the strongest is left out. */
const LEAST_SHARE = 0.25;
/** What a broader topic has of the score of a narrower one. */
const INHERITED = 0.5;

/** What the other phrases under its top-level concept lend a topic for its place in the order. */
const KINSHIP = 0.9;

/**
 * Returns the topics that the document is about, the strongest first, at most five. What all phrases under its top-level
 * concept weigh counts for a topic's place, so that an article full of financial words begins with a topic of business. A
 * broader topic stands aside where a narrower one is found.
 */
export function rank(tallies: ReadonlyMap<number, Tally>, measure: Measure): readonly Ranked[] {
  const able = ableTopics(tallies, measure);
  const strongest = Math.max(0, ...able.map(({ score }) => score));
  const strong = able.filter(({ score }) => score >= LEAST_SHARE * strongest);
  const aside = new Set(strong.flatMap(({ topic }) => measure.broader[topic] ?? []));
  const areas = areasOf(tallies, measure);
  return strong
    .filter(({ topic }) => !aside.has(topic))
    .map((able) => {
      const area = areas.get(rootOf(able.topic, measure)) ?? 0;
      return { ...able, score: able.score + KINSHIP * Math.max(0, area - able.score) };
    })
    .toSorted((a, b) => b.score - a.score || compareIds(a.topic, b.topic, measure))
    .slice(0, MOST_TOPICS);
}

/**
 * Topics with evidence and score enough. A narrower one that has not gives what it has to the next broader; what was gathered
 * so says something only where a word of it stands in headline or lede.
 */
function ableTopics(tallies: ReadonlyMap<number, Tally>, measure: Measure): readonly Ranked[] {
  const { topics, broader } = measure;
  const able: Ranked[] = [];
  const families = familiesOf(tallies, broader);
  const depth = (topic: number): number => broader[topic]?.length ?? 0;
  for (const [topic, { tally, counted }] of [...families].toSorted(
    (a, b) => depth(b[0]) - depth(a[0]),
  )) {
    const isGathered =
      counted.size > 1 || (depth(topic) === 0 && topics[topic]?.root !== undefined);
    if (
      tally.score >= thresholdOf(topic, measure) &&
      hasEvidence(tally) &&
      (!isGathered || isAtTop(tally))
    ) {
      able.push({ topic, score: tally.score, counted });
      continue;
    }
    const above = families.get(broader[topic]?.[0] ?? -1);
    if (above === undefined || tally.score <= 0) continue;
    joinTally(above.tally, tally, INHERITED);
    for (const each of counted) above.counted.add(each);
  }
  return able;
}

interface Family {
  readonly tally: Tally;
  readonly counted: Set<number>;
}

/** Each topic with a phrase, and each that is broader than one, with what it has itself. */
function familiesOf(
  tallies: ReadonlyMap<number, Tally>,
  broader: Measure["broader"],
): ReadonlyMap<number, Family> {
  const families = new Map<number, Family>();
  for (const [topic, own] of tallies) {
    for (const each of [topic, ...(broader[topic] ?? [])])
      if (!families.has(each)) families.set(each, { tally: emptyTally(), counted: new Set() });
    const family = families.get(topic);
    if (family === undefined) continue;
    joinTally(family.tally, own, 1);
    family.counted.add(topic);
  }
  return families;
}

/** What all phrases under each top-level concept weigh. */
function areasOf(
  tallies: ReadonlyMap<number, Tally>,
  measure: Measure,
): ReadonlyMap<string, number> {
  const areas = new Map<string, number>();
  for (const [topic, { score }] of tallies) {
    const root = rootOf(topic, measure);
    areas.set(root, (areas.get(root) ?? 0) + Math.max(0, score));
  }
  return areas;
}

/** Returns the score that a topic needs in a text of the length: that of its definition, or the usual one. */
export function thresholdOf(topic: number, { topics, length }: Measure): number {
  const factor = Math.sqrt(Math.max(1, length / USUAL_LENGTH));
  return (topics[topic]?.threshold ?? THRESHOLD) * factor;
}

function rootOf(topic: number, { topics }: Measure): string {
  const definition = topics[topic];
  return definition?.root ?? definition?.id ?? "";
}

function compareIds(a: number, b: number, { topics }: Measure): number {
  return (topics[a]?.id ?? "") < (topics[b]?.id ?? "") ? -1 : 1;
}
