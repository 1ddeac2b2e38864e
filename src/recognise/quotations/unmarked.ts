/** Who speaks in words that are quoted without marks: turns of a transcript, block quotations? (stage 4, recognise) */
import type { Attributed, Place } from "./found.ts";
import type { Quoted } from "./marks.ts";
import { type Phrase, phraseStartingAt } from "./phrases.ts";
import { speakerOf } from "./speakers.ts";
import { type DocumentView, tokensAfter } from "./view.ts";

/** A label is as sure as a name beside a verb; that an answer is the only person's of whom the text has spoken, less so. */
const TURN = 0.96;
const ANSWER = 0.9;
const SIGNED = 0.95;

/** Returns the label of a turn as its source, and the person that it names. */
export function takenBy(turn: NonNullable<Quoted["turn"]>): Attributed {
  const { label, person, isAnswer } = turn;
  const source: Phrase = { ...label, kind: "name", from: 0 };
  const confidence = isAnswer ? ANSWER : TURN;
  const rule = isAnswer ? "transcript-answer" : "transcript-turn";
  return {
    attribution: { source, rule, confidence },
    ...(person && { speaker: { person, rule: "by-name", confidence } }),
  };
}

/** Returns whoever signs a block quotation: "— Ilse Korver" at its end. */
export function signedBy(
  view: DocumentView,
  { part, quoted, known }: Place,
): Attributed | undefined {
  if (quoted.end === part.end) return undefined;
  const tokens = tokensAfter(view, { start: quoted.end, end: part.end }, []);
  const from = tokens.findIndex(({ kind }) => kind === "word");
  const source = from < 0 ? undefined : phraseStartingAt(view, tokens, from);
  if (!source) return undefined;
  const speaker = speakerOf(view, source, known);
  return {
    attribution: { source, rule: "signed", confidence: SIGNED },
    ...(speaker && { speaker }),
  };
}
