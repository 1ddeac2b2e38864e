/** What do the rules that look for a source see, and what do they give? (stage 4, recognise) */
import type { Span, Token } from "../../model.ts";
import type { Cue } from "./cues.ts";
import type { Quoted } from "./marks.ts";
import type { Phrase } from "./phrases.ts";
import type { DocumentView } from "./view.ts";

/** Source and cue of a quotation with the rule that found them; a colon stands for a cue. */
export interface Attribution {
  readonly source: Phrase;
  readonly cue?: Span;
  readonly rule: string;
  readonly confidence: number;
}

/** What a quotation looks like, apart from the words around it. */
export interface Shape {
  /** Begins and ends as a sentence does. */
  readonly isSentence: boolean;
  /** Ends with a mark, so that a source may follow at once. */
  readonly endsWithMark: boolean;
  /** A comma parts it from what follows. */
  readonly hasComma: boolean;
}

/** Is what the rules look at: a quotation with the words of its sentence before it and behind it. */
export interface Context {
  readonly view: DocumentView;
  readonly shape: Shape;
  readonly before: readonly Token[];
  readonly after: readonly Token[];
}

const LAST_MARK = /[,.?!…。！？؟—–-]["”’']?\s*$/;
const SENTENCE_START = /^[\s[(…._—–-]*[‘'“"¿¡]?[\p{Lu}\p{N}\p{Lo}]/u;
const BE = /^(?:is|are|was|were|be|been|being)$/i;

/** Returns the shape of a quotation. */
export function shapeOf(text: string, quotation: Quoted): Shape {
  const inner = text.slice(quotation.inner.start, quotation.inner.end);
  const comesAfterMark = /(?:^|[.!?:,]\s*|\n\s*)$/.test(
    text.slice(Math.max(0, quotation.start - 4), quotation.start),
  );
  const colonBefore = /:\s*$/.test(text.slice(Math.max(0, quotation.start - 3), quotation.start));
  const commaBehind = /^\s*[,，、]/.test(text.slice(quotation.end, quotation.end + 2));
  const endsWithMark = LAST_MARK.test(inner.slice(-6)) || !quotation.closed;
  const startsAsSentence = SENTENCE_START.test(inner.slice(0, 12));
  return {
    isSentence:
      startsAsSentence && (endsWithMark || colonBefore || (commaBehind && comesAfterMark)),
    endsWithMark: endsWithMark || commaBehind,
    hasComma: commaBehind || /,\s*$/.test(inner.slice(-3)),
  };
}

/** Returns whether a verb is passive: the subject of "was told" is not the one who speaks. */
export function isPassive(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]?.text ?? "";
  if (/ing$/.test(word)) return false;
  const before = tokens[index - 1]?.text ?? "";
  const verb = /ly$|^(?:also|not|often|once|never)$/.test(before)
    ? (tokens[index - 2]?.text ?? "")
    : before;
  return BE.test(verb);
}

/** Returns where a cue stands in the text. */
export function cueSpan(tokens: readonly Token[], cue: Cue): Span {
  const first = tokens[cue.index];
  const last = tokens[cue.index + cue.length - 1];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}
