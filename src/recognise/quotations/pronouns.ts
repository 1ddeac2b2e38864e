/** Whom do "he" and "she" mean where they are the source of a quotation? (stage 4, recognise) */
import type { Person, Span } from "../../model.ts";
import { genderFits, HUMAN } from "./genders.ts";
import { pronounMeans } from "./languages.ts";
import type { Phrase } from "./phrases.ts";
import { subjectOf } from "./subjects.ts";
import {
  type DocumentView,
  mentionsIn,
  mentionsOutside,
  quotedAt,
  sentenceIndexAt,
  tokensAfter,
} from "./view.ts";

/** Who speaks in the sentences read so far, by their index; `undefined` for somebody who is not named. */
export type KnownSpeakers = ReadonlyMap<number, KnownSpeaker | undefined>;

/** Is somebody found to speak in a sentence, and how sure that is. */
export interface KnownSpeaker {
  readonly person: Person;
  readonly confidence: number;
}

/** Whom a sentence is about. Clear: its speaker, or its subject and the only one in it whom the pronoun fits. */
interface Topic {
  readonly person: Person;
  readonly isClear: boolean;
}

const SPEAKS_NEXT = /^,?[^.;:“”"]{0,80}\b(?:said|says|told|added|asked|wrote)\b/;
/** Sentences looked back over for whom a pronoun means, and characters. */
const MOST_SENTENCES = 7;
const FARTHEST = 1500;
/** From this confidence on the speaker of a sentence is clear. */
const CLEAR = 0.9;
const POSSESSIVE: Readonly<Record<string, "he" | "she">> = {
  he: "he",
  his: "he",
  she: "she",
  her: "she",
};

type Fits = (person: Person) => boolean;

/**
 * Returns the person that "he" or "she" (or "his", "her" with a noun) means: who is named before it in its sentence, else who speaks
 * in, or is what is spoken of by, the nearest of the seven sentences before it. Names inside quotations count for nothing.
 * `undefined` where two fit, where somebody who is not named speaks in between, and for other pronouns.
 *
 * Surest, at 0.92, are speakers and subjects at most two sentences back that no other fitting person shares the sentence with.
 */
export function byPronoun(
  view: DocumentView,
  source: Phrase,
  known: KnownSpeakers,
): KnownSpeaker | undefined {
  const word = view.text.slice(source.start, source.end).toLowerCase();
  const pronoun = POSSESSIVE[word] ?? pronounMeans(view.language, word);
  if (!pronoun) return undefined;
  const found = antecedentOf(view, source, { known, pronoun });
  // in other languages the words around it tell less of who is spoken of
  return (
    found && (POSSESSIVE[word] ? found : { ...found, confidence: Math.min(found.confidence, 0.85) })
  );
}

function antecedentOf(
  view: DocumentView,
  source: Phrase,
  { known, pronoun }: { readonly known: KnownSpeakers; readonly pronoun: "he" | "she" },
): KnownSpeaker | undefined {
  const fits: Fits = (person) => genderFits(view, person, pronoun);
  const own = sentenceIndexAt(view, source.start);
  const inSentence = inOwnSentence(view, source, fits);
  if (inSentence === "several") return undefined;
  if (inSentence)
    return { person: inSentence.person, confidence: inSentence.isClear ? 0.92 : 0.82 };
  for (let index = own - 1; index >= 0 && own - index <= MOST_SENTENCES; index -= 1) {
    const earlier = view.sentences[index];
    if (!earlier || source.start - earlier.end > FARTHEST) return undefined;
    const topic = spokenOf(view, index, { known, fits });
    if (topic === "several") return undefined;
    if (topic) {
      const isNear = own - index <= 2;
      return {
        person: topic.person,
        confidence: topic.isClear ? (isNear ? 0.92 : 0.85) : isNear ? 0.82 : 0.75,
      };
    }
  }
  return undefined;
}

/** "Varga said that he": the sentence's subject, else the only one named before the pronoun. */
function inOwnSentence(
  view: DocumentView,
  pronoun: Phrase,
  fits: Fits,
): Topic | "several" | undefined {
  const own = view.sentences[sentenceIndexAt(view, pronoun.start)];
  if (!own) return undefined;
  const before = { start: own.start, end: pronoun.start };
  const only = personBefore(view, before, fits);
  if (!only) return undefined;
  const subject = subjectOf(view, tokensAfter(view, before, quotedAt(view, own.start)));
  if (subject?.kind === "phrase" && isHuman(view, subject)) return "several";
  const named = subject && personNamed(view, subject);
  if (named && fits(named)) return { person: named, isClear: only === named };
  return only === "several" ? only : { person: only, isClear: false };
}

/** Whom a sentence is about: who speaks in it, its subject, else the only person it names. */
function spokenOf(
  view: DocumentView,
  index: number,
  { known, fits }: { readonly known: KnownSpeakers; readonly fits: Fits },
): Topic | "several" | undefined {
  const speaker = known.get(index);
  if (speaker && fits(speaker.person)) {
    return { person: speaker.person, isClear: speaker.confidence >= CLEAR };
  }
  if (!speaker && known.has(index)) return "several";
  const sentence = view.sentences[index];
  if (!sentence) return undefined;
  const subject = subjectOf(view, tokensAfter(view, sentence, quotedAt(view, sentence.start)));
  if (subject?.kind === "pronoun" && isSamePronoun(view, subject)) return undefined;
  const only = personBefore(view, sentence, fits);
  const named = subject && (personNamed(view, subject) ?? apposedTo(view, subject));
  if (named && fits(named)) return { person: named, isClear: only === named };
  if (subject?.kind === "phrase" && speaksUnnamed(view, subject)) return "several";
  return only && only !== "several" ? { person: only, isClear: false } : only;
}

/** The person whose name ends a phrase. */
function personNamed(view: DocumentView, phrase: Phrase): Person | undefined {
  if (phrase.kind === "pronoun") return undefined;
  return mentionsIn(view, phrase).find(({ end }) => end >= phrase.end - 1)?.person;
}

function personBefore(view: DocumentView, span: Span, fits: Fits): Person | "several" | undefined {
  const people = new Set(
    mentionsOutside(view, span)
      .filter(({ form }) => form !== "pronoun")
      .map(({ person }) => person),
  );
  const fitting = [...people].filter(fits);
  return fitting.length > 1 ? "several" : fitting[0];
}

/** "Its regional manager, Hilde Aarons": the name behind the comma. */
function apposedTo(view: DocumentView, subject: Span): Person | undefined {
  const behind = { start: subject.end + 2, end: subject.end + 3 };
  if (view.text.slice(subject.end, behind.start) !== ", ") return undefined;
  return mentionsIn(view, behind)[0]?.person;
}

/** "He" and "she" carry on whoever was meant before; "they" and "it" do not. */
function isSamePronoun(view: DocumentView, subject: Span): boolean {
  return /^(?:he|she)$/i.test(view.text.slice(subject.start, subject.end));
}

/** "The owner of the launderette … said": a person who is not named, whom a pronoun behind may mean. */
function speaksUnnamed(view: DocumentView, subject: Span): boolean {
  return (
    isHuman(view, subject) && SPEAKS_NEXT.test(view.text.slice(subject.end, subject.end + 120))
  );
}

function isHuman(view: DocumentView, { start, end }: Span): boolean {
  return view.text
    .slice(start, end)
    .split(" ")
    .some((word) => HUMAN.test(word));
}
