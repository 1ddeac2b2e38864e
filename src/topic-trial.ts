/** What would a topic's file do to the articles, before a build does it? For `backfile topic try`. */
import type { Progress } from "./archive-import.ts";
import { applyTopicList } from "./link/topic-lists.ts";
import type { CitedSentence, FrontMatter, NewsDocument, TopicMatch } from "./model.ts";
import { readPeople } from "./recognise/recognise.ts";
import { findTopics, type TopicWeight, weighTopics } from "./recognise/topics/topics.ts";
import type { ArchiveTopics } from "./settings-model.ts";
import { SentenceFinder } from "./text/anchors.ts";

/** A text on which a topic is tried. */
export interface TriedText {
  /** As it is named in what is printed. */
  readonly name: string;
  readonly document: NewsDocument;
  /** What the lists above an article say. */
  readonly front?: FrontMatter;
  readonly imported?: FrontMatter;
}

/** What the topic has in one text, and what it changes there. */
export interface Trial {
  readonly name: string;
  readonly headline: string;
  readonly result: "caught" | "missed";
  /** What is lacking where it is missed. */
  readonly reason?: string;
  readonly score: number;
  readonly threshold: number;
  /** Where the words that speak for it stand. */
  readonly sentences: readonly CitedSentence[];
  /** Whether it has the topic now, before the file. */
  readonly hadIt: boolean;
  /** Labels of other topics that come in and go out with the file. */
  readonly gains: readonly string[];
  readonly loses: readonly string[];
}

/** The archive's topics as they are, and as they would be. */
export interface TopicChange {
  readonly before: ArchiveTopics;
  readonly after: ArchiveTopics;
}

/** Returns what a topic has in each text that has any of its phrases, or that had it before, in the order of the texts. */
export function tryTopic(
  id: string,
  texts: readonly TriedText[],
  { change, progress }: { readonly change: TopicChange; readonly progress: Progress },
): readonly Trial[] {
  progress.start("Trying the topic", texts.length);
  const trials = texts.flatMap((text) => {
    progress.step(1);
    return trialOf(id, text, change) ?? [];
  });
  progress.done();
  return trials;
}

function trialOf(id: string, text: TriedText, topics: TopicChange): Trial | undefined {
  // as in a build, where names of people say nothing of topics
  const { sentences, reading, people } = readPeople(text.document);
  const by = ({ definitions }: ArchiveTopics) => ({ topics: definitions, people });
  const before = keptIn(text, findTopics(reading, by(topics.before)), topics.before);
  const weight = weighTopics(reading, by(topics.after)).find((one) => one.id === id);
  const hadIt = before.some((one) => one.id === id);
  if (weight === undefined && !hadIt) return undefined;
  const found = findTopics(reading, by(topics.after));
  const after = keptIn(text, found, topics.after);
  const isCaught = after.some((one) => one.id === id);
  const { headline, text: words } = text.document;
  return {
    name: text.name,
    headline: headline === undefined ? "" : words.slice(headline.start, headline.end),
    result: isCaught ? "caught" : "missed",
    ...(!isCaught && { reason: lacking(id, weight, found) }),
    score: weight?.score ?? 0,
    threshold: weight?.threshold ?? 0,
    sentences: new SentenceFinder(text.document, sentences).citeAll(weight?.because ?? []),
    hadIt,
    gains: missingFrom(after, before, id),
    loses: missingFrom(before, after, id),
  };
}

/** What the article's own list leaves of the topics that were recognised. */
function keptIn(
  { front, imported }: TriedText,
  matches: readonly TopicMatch[],
  topics: ArchiveTopics,
): readonly TopicMatch[] {
  if (front?.topics === undefined) return matches;
  const lists = { listed: front.topics, ...(imported && { imported: imported.topics ?? [] }) };
  return applyTopicList(lists, matches, topics).kept;
}

function lacking(
  id: string,
  weight: TopicWeight | undefined,
  found: readonly TopicMatch[],
): string {
  if (weight === undefined) return "none of its phrases";
  if (found.some((one) => one.id === id)) return "taken out by the list in the article";
  if (weight.score < weight.threshold) return "scores too little";
  if (!weight.hasEvidence)
    return "one phrase alone, fewer than three times and not in the headline";
  return `stands back behind ${found.map(({ label }) => label).join(", ")}`;
}

function missingFrom(
  these: readonly TopicMatch[],
  others: readonly TopicMatch[],
  but: string,
): readonly string[] {
  const ids = new Set(others.map(({ id }) => id));
  return these.filter(({ id }) => id !== but && !ids.has(id)).map(({ label }) => label);
}
