/** Who said what? Quotations with their source, cue and speaker, in PARC's terms (stage 4, recognise). */
import type { Mention, NewsDocument, Person, Quotation, Sentence, Span } from "../../model.ts";
import { attributionInSentence } from "./attribution.ts";
import { type Attribution, shapeOf } from "./context.ts";
import { type Found, type Place, withSpeaker } from "./found.ts";
import { HUMAN } from "./genders.ts";
import { fromSentenceBefore, goesOn, inheritedBy, shareBackwards } from "./inheritance.ts";
import { isShort, kindOf } from "./kinds.ts";
import type { Quoted } from "./marks.ts";
import type { KnownSpeaker } from "./pronouns.ts";
import { signedBy, takenBy } from "./unmarked.ts";
import { type DocumentView, sentenceIndexAt, viewOf } from "./view.ts";

/** Half-sentences for readers, by the names of the rules that evidence is made of. */
const WORDS_OF_RULES: Readonly<Record<string, string>> = {
  "source-and-cue-after": "the words after the quotation say who speaks",
  "cue-and-source-after": "the words after the quotation say who speaks",
  "source-and-cue-before": "the words before the quotation say who speaks",
  "name-and-colon-before": "a name and a colon stand before the quotation",
  "colon-before-paragraph": "the paragraph before ends with a colon and says who speaks",
  "transcript-turn": "the transcript names who speaks",
  "transcript-answer": "the interview is with one person only",
  signed: "the block quotation is signed",
  "according-to-source": "the sentence says according to whom",
  "speaker-goes-on": "the speaker of the quotation before goes on in the same paragraph",
  "quotation-goes-on": "the quotation of the paragraph before was not closed and goes on here",
  "sentence-before-names-source": "the sentence before, in the same paragraph, says who speaks",
  "paragraph-before-names-source": "the paragraph before says who speaks",
  "no-source": "nothing near the quotation says who speaks",
  "nobody-s-utterance": "the words are set off, but nobody is said to have spoken them",
  "by-name": "by name",
  "by-title": "by a title that one person in the article has",
  "by-office": "by an office that one person in the article was introduced with",
  "by-pronoun": "by a pronoun that fits one person only",
};

/** Confidence of a quotation for which nobody is named, of one that is not closed (times the rest), of one inherited. */
const WITHOUT_SOURCE = 0.6;
const UNCLOSED = 0.85;
const SCARE = 0.8;
const PRONOUN = /^(?:he|she)$/i;

/**
 * Returns the quotations of a document in the order of the text: every outermost stretch in quotation marks of
 * headline, standfirst and blocks. A quotation over several paragraphs is one piece a paragraph. `source` and
 * `cue` are spans of the text, for a quotation that goes on or stands alone those of the words before it.
 * `speaker` is the `name` of one of `found.people`; it is sure from a confidence of 0.9 on.
 *
 *     “No,” said Dr Achterberg.   // direct, cue "said", source "Dr Achterberg"
 *
 * Indirect speech is not looked for. Terms after PARC (S. Pareti, 2016).
 */
export function findQuotations(
  document: NewsDocument,
  found: { readonly sentences: readonly Sentence[]; readonly people: readonly Person[] },
): readonly Quotation[] {
  const view = viewOf(document, found.sentences, found.people);
  const all: Found[] = [];
  const known = new Map<number, KnownSpeaker | undefined>();
  view.parts.forEach((part, index) => {
    for (const quoted of part.quoted) {
      const reading = readQuotation(view, { part, index, quoted, all, known });
      all.push(reading);
      const { attribution, speaker } = reading;
      if (!attribution) continue;
      // somebody not known whom the next "he" may mean
      if (speaker || isSomebody(view.text, attribution.source))
        known.set(sentenceIndexAt(view, attribution.source.start), speaker);
      shareBackwards(all);
    }
  });
  return all.map((found) => quotationOf(view, found));
}

/**
 * Returns half a sentence that says how a quotation got its speaker, for the rule in its evidence.
 *
 *     explainSpeaker("source-and-cue-after+by-name")
 *     // "the words after the quotation say who speaks, by name"
 */
export function explainSpeaker(rule: string): string {
  return rule
    .split("+")
    .map((part) => WORDS_OF_RULES[part] ?? part.replaceAll("-", " "))
    .join(", ");
}

/**
 * Returns, by the name of each person, the pronouns that are sources of that person's quotations, as mentions
 * of form `pronoun` in the order of the text; so that they can be added to the person's other mentions.
 */
export function pronounMentions(
  quotations: readonly Quotation[],
  document: NewsDocument,
): ReadonlyMap<string, readonly Mention[]> {
  const mentions = new Map<string, Mention[]>();
  for (const { speaker, source, evidence } of quotations) {
    if (speaker === undefined || !source) continue;
    if (!PRONOUN.test(document.text.slice(source.start, source.end))) continue;
    const list = mentions.get(speaker) ?? [];
    if (!list.some(({ start }) => start === source.start)) {
      list.push({ ...source, form: "pronoun", evidence });
    }
    mentions.set(speaker, list);
  }
  return mentions;
}

function readQuotation(view: DocumentView, place: Place): Found {
  const { part, quoted, index } = place;
  if (quoted.turn) return { quoted, kind: "direct", part: index, ...takenBy(quoted.turn) };
  if (quoted.mark === "") {
    const attributed = signedBy(view, place) ?? inheritedBy(view, place);
    return { quoted, kind: "direct", part: index, ...attributed };
  }
  const shape = shapeOf(view.text, quoted);
  const own = attributionInSentence(view, part, quoted, shape);
  const kind = kindOf(view.text, {
    quotation: quoted,
    shape,
    attribution: own,
    isHeadline: part.kind === "headline",
    goesOn: goesOn(view, quoted, index),
    isParagraph: part.kind === "block" && quoted.start === part.start && quoted.end === part.end,
  });
  const base: Found = { quoted, kind, part: index };
  if (kind === "scare") {
    const near = shape.isSentence ? fromSentenceBefore(view, place) : {};
    return near.attribution ? { ...base, ...near, kind: "direct" } : base;
  }
  if (own) return { ...base, ...withSpeaker(view, own, place) };
  if (kind !== "direct") return base;
  const inherited = inheritedBy(view, place);
  const isNobodys =
    !inherited.attribution &&
    quoted.closed &&
    isShort(view.text, quoted) &&
    !isAfterColon(view, quoted);
  return { ...base, ...inherited, ...(isNobodys && { kind: "scare" as const }) };
}

function isAfterColon({ text }: DocumentView, { start }: Quoted): boolean {
  return /:\s*$/.test(text.slice(Math.max(0, start - 3), start));
}

function quotationOf(
  view: DocumentView,
  { quoted, kind, part, attribution, speaker }: Found,
): Quotation {
  const { start, end } = quoted;
  const isWhole = quoted.closed || goesOn(view, quoted, part);
  const confidence = Math.min(attribution?.confidence ?? WITHOUT_SOURCE, speaker?.confidence ?? 1);
  const rule = attribution
    ? [attribution.rule, ...(speaker ? [speaker.rule] : [])].join("+")
    : kind === "scare"
      ? "nobody-s-utterance"
      : "no-source";
  return {
    start,
    end,
    kind,
    ...(speaker && { speaker: speaker.person.name }),
    ...(attribution && {
      source: nearestWords(attribution.source),
    }),
    ...(attribution?.cue && { cue: attribution.cue }),
    evidence: {
      rule,
      confidence: rounded(kind === "scare" ? SCARE : confidence * (isWhole ? 1 : UNCLOSED)),
    },
  };
}

/** "Varga, who … said": the source is "who", the speaker Varga. */
function nearestWords({ start, end, relative }: Attribution["source"]): Span {
  return relative ?? { start, end };
}

/** "A neighbour", "Pell", whom nobody introduced: not "the report", and not a pronoun that is left open. */
function isSomebody(text: string, { kind, start, end }: Attribution["source"]): boolean {
  if (kind === "pronoun") return false;
  const words = text.slice(start, end).split(" ");
  return (
    kind === "name" || words.some((word) => HUMAN.test(word)) || /^\p{Lu}/u.test(words.at(-1) ?? "")
  );
}

/** Two decimals, so that the same product gives the same text everywhere. */
function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
