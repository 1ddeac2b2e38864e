/** Which phrases recur in the archive that no topic has yet? Stage 5: proposals for the review list, published nowhere. */
import type { ArchiveArticle, CitedSentence, Diagnostic } from "../model.ts";
import type { ArchiveTopics } from "../settings-model.ts";
import { SentenceFinder } from "../text/anchors.ts";
import { byCodeUnits, foldName } from "../text/fold.ts";
import { shellWord } from "../text/shell-word.ts";
import { slugOf } from "../text/slug.ts";
import { countPhrases, LONGEST_PHRASE, type PhraseCount } from "./phrase-counts.ts";
import { type PhraseFacts, type ReadWords, readWords } from "./phrase-words.ts";

/** A list that an editor reads to its end. */
const MOST_PROPOSED = 30;
const EXAMPLES = 3;
/** Articles that a phrase must be in; in a large archive one in so many. */
const LEAST_ARTICLES = 5;
const LEAST_SHARE = 0.003;
/** What is in more articles than one in five says nothing of them, unless they are few. */
const MOST_SHARE = 0.2;
const FEW_ARTICLES = 20;
/** Of the articles that have the phrase, so many are about it: it stands in their headline, or twice. */
const LEAST_SALIENT = 0.25;

/**
 * Returns a remark for each phrase of two to four words that recurs in the archive and might be a topic: most telling first, at most thirty.
 * Ranked by C-value over articles (Frantzi, Ananiadou and Mima 2000), which takes off what a phrase owes to longer ones
 * that hold it, times how much its words keep to each other (normalised pointwise mutual information, Bouma 2009), times
 * the share of its articles that are about it. Names, roles, dates, phrases of topics and words that fit anything are no part of
 * a phrase; nor, in languages that capitalise nothing but names, is a word with a capital. Of a large archive a part is looked at:
 * `whole` is how many articles there are.
 */
export function recurringPhrases(
  articles: readonly PhrasedArticle[],
  topics: Pick<ArchiveTopics, "definitions">,
  whole: number,
): readonly Diagnostic[] {
  const read = readWords(articles.map(({ facts }) => facts));
  const least = Math.max(LEAST_ARTICLES, Math.ceil(articles.length * LEAST_SHARE));
  const most = Math.max(FEW_ARTICLES, articles.length * MOST_SHARE);
  const known = knownPhrases(topics);
  const named = partsOfNames(articles);
  const scored = countPhrases(read, least)
    .filter(({ articles: count, salient }) => count <= most && salient >= count * LEAST_SALIENT)
    .map((phrase) => ({ ...phrase, text: phrase.words.map((id) => read.words[id]).join(" ") }))
    .filter(({ text }) => !known.has(singular(foldName(text))) && !named.has(foldName(text)))
    .sort((a, b) => b.score - a.score || byCodeUnits(a.text, b.text));
  return withoutParts(scored)
    .slice(0, MOST_PROPOSED)
    .map((phrase) => remark(phrase, read, { articles, whole }));
}

/** An article of which the phrases are counted. */
export interface PhrasedArticle {
  /** Its Markdown file. */
  readonly path: string;
  readonly facts: PhraseFacts;
  /** Returns the sentence around a place in its text; asked for of few. */
  readonly citeAt: (start: number) => CitedSentence | undefined;
}

/** Returns the sentence around a place in an article's text. */
export function sentenceAt(
  { document, annotations }: Pick<ArchiveArticle, "document" | "annotations">,
  start: number,
): CitedSentence | undefined {
  return new SentenceFinder(document, annotations.sentences).cite({ start, end: start });
}

/** Returns all that decides what topics already say, for telling whether it is still the same. */
export function knownPhrasesText(topics: Pick<ArchiveTopics, "definitions">): string {
  return [...knownPhrases(topics)].sort().join("\n");
}

interface Proposed extends PhraseCount {
  readonly text: string;
}

/** Labels and phrases of all topics, those that speak against one too. */
function knownPhrases({ definitions }: Pick<ArchiveTopics, "definitions">): ReadonlySet<string> {
  return new Set(
    definitions.flatMap(({ label, phrases, against = [] }) =>
      [label, ...phrases, ...against].map((one) => singular(foldName(one))),
    ),
  );
}

/** Names and the words side by side in them, folded: in a headline in capitals recognition may have passed one over. */
function partsOfNames(articles: readonly PhrasedArticle[]): ReadonlySet<string> {
  const names = new Set(articles.flatMap(({ facts }) => facts.names));
  const parts = new Set<string>();
  for (const name of names) {
    const words = foldName(name).split(" ");
    for (let length = 2; length <= Math.min(LONGEST_PHRASE, words.length); length++)
      for (let at = 0; at + length <= words.length; at++)
        parts.add(words.slice(at, at + length).join(" "));
  }
  return parts;
}

function singular(phrase: string): string {
  return phrase.replace(/(?<=[^s])s$/, "");
}

/** Of "harbour dues" and "new harbour dues" the better one: who takes it up sees the other in its articles. */
function withoutParts(sorted: readonly Proposed[]): readonly Proposed[] {
  const kept: Proposed[] = [];
  for (const one of sorted) {
    const isPart = kept.some(
      ({ text }) =>
        ` ${text} `.includes(` ${one.text} `) ||
        ` ${one.text} `.includes(` ${text} `) ||
        singular(text) === singular(one.text),
    );
    if (!isPart) kept.push(one);
    if (kept.length === MOST_PROPOSED) break;
  }
  return kept;
}

function remark(
  phrase: Proposed,
  read: ReadWords,
  { articles, whole }: { readonly articles: readonly PhrasedArticle[]; readonly whole: number },
): Diagnostic {
  const { text, articles: count, salient } = phrase;
  const found = examplesOf(phrase, read, articles);
  const shown = found.map(({ path, sentence }) => `${path}#${sentence.anchor}: ${short(sentence)}`);
  const slug = slugOf(text);
  const [first] = found;
  return {
    severity: "note",
    rule: "link/recurring-phrase",
    file: `topics/${slug === "" ? "…" : slug}.md`,
    ...(first !== undefined && { article: first.path }),
    about: text,
    weight: count,
    message: `\`${text}\` stands in ${count} articles${whole > articles.length ? ` of the ${articles.length} that were looked at` : ""}, and ${salient} of them are about it; it may be a topic. ${shown.join(" · ")}`,
    settle: `backfile topic add ${shellWord(text)} ${shellWord(text)}`,
  };
}

interface Example {
  readonly path: string;
  readonly sentence: CitedSentence;
}

/** From the first, a middle and the last article that has it. */
function examplesOf(
  { places }: PhraseCount,
  { articles: texts }: ReadWords,
  articles: readonly PhrasedArticle[],
): readonly Example[] {
  const last = places.length - 1;
  const chosen = [...new Set([0, last >> 1, last])].slice(0, EXAMPLES);
  return chosen.flatMap((index) => {
    const { article, at } = places[index] ?? { article: -1, at: 0 };
    const one = articles[article];
    if (one === undefined) return [];
    const sentence = one.citeAt(texts[article]?.starts[at] ?? 0);
    return sentence === undefined ? [] : [{ path: one.path, sentence }];
  });
}

const LONGEST_EXAMPLE = 160;

/** The words around the phrase. */
function short({ text, words }: CitedSentence): string {
  const plain = text.replace(/\s+/g, " ");
  if (plain.length <= LONGEST_EXAMPLE) return plain;
  const at = Math.max(0, (words[0]?.start ?? 0) - LONGEST_EXAMPLE / 2);
  const from = at === 0 ? 0 : plain.indexOf(" ", at) + 1;
  const cut = plain.lastIndexOf(" ", from + LONGEST_EXAMPLE);
  return `${from > 0 ? "… " : ""}${plain.slice(from, Math.max(cut, from + 1))} …`;
}
