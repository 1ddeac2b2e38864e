/** What would a topic's file do to the articles, before a build does it? For `backfile topic try`. */
import { applyTopicList } from "./link/topic-lists.ts";
import type { CitedSentence, FrontMatter, NewsDocument, TopicMatch } from "./model.ts";
import { splitSentences } from "./recognise/sentences.ts";
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

/**
 * Returns what a topic has in each text that has any of its phrases, or that had it before, in the order of the texts.
 *
 * @param topics Those of the archive as they are, and as they would be.
 */
export function tryTopic(
  id: string,
  texts: readonly TriedText[],
  topics: { readonly before: ArchiveTopics; readonly after: ArchiveTopics },
): readonly Trial[] {
  return texts.flatMap((text) => {
    const sentences = splitSentences(text.document);
    const found = (archive: ArchiveTopics): readonly TopicMatch[] => {
      const matches = findTopics(text.document, { sentences, topics: archive.definitions });
      return text.front === undefined
        ? matches
        : applyTopicList(
            { front: text.front, ...(text.imported && { imported: text.imported }) },
            matches,
            archive,
          ).kept;
    };
    const [before, after] = [found(topics.before), found(topics.after)];
    const weight = weighTopics(text.document, { sentences, topics: topics.after.definitions }).find(
      (one) => one.id === id,
    );
    const hadIt = before.some((one) => one.id === id);
    if (weight === undefined && !hadIt) return [];
    const isCaught = after.some((one) => one.id === id);
    const reason = isCaught ? undefined : lacking(weight, after);
    const finder = new SentenceFinder(text.document, sentences);
    return [
      {
        name: text.name,
        headline: headlineOf(text.document),
        result: isCaught ? ("caught" as const) : ("missed" as const),
        ...(reason !== undefined && { reason }),
        score: weight?.score ?? 0,
        threshold: weight?.threshold ?? 0,
        sentences: finder.citeAll(weight?.because ?? []),
        hadIt,
        gains: missingFrom(after, before, id),
        loses: missingFrom(before, after, id),
      },
    ];
  });
}

function headlineOf({ headline, text }: NewsDocument): string {
  return headline === undefined ? "" : text.slice(headline.start, headline.end);
}

function lacking(weight: TopicWeight | undefined, after: readonly TopicMatch[]): string {
  if (weight === undefined) return "none of its phrases";
  if (weight.score < weight.threshold) return "scores too little";
  if (!weight.hasEvidence)
    return "one phrase alone, fewer than three times and not in the headline";
  return after.length > 0
    ? `stands back behind ${after.map(({ label }) => label).join(", ")}`
    : "taken out by the list in the article";
}

function missingFrom(
  these: readonly TopicMatch[],
  others: readonly TopicMatch[],
  but: string,
): readonly string[] {
  const ids = new Set(others.map(({ id }) => id));
  return these.filter(({ id }) => id !== but && !ids.has(id)).map(({ label }) => label);
}
