/** Who is said to have spoken words in quotation marks, by the sentence they stand in? PARC's source and cue (stage 4, recognise). */
import type { Span } from "../../model.ts";
import { type Attribution, type Context, cueSpan, isPassive, type Shape } from "./context.ts";
import { cueAt } from "./cues.ts";
import { attributionInLanguage } from "./languages.ts";
import type { Quoted } from "./marks.ts";
import { phraseBefore, phraseStartingAt } from "./phrases.ts";
import { cueJustBefore, nameAndColon, sourceBefore } from "./sources-before.ts";
import { besideAfter, cueThenSource, FARTHEST_CUE, sourceThenCue } from "./sources-behind.ts";
import { subjectOf } from "./subjects.ts";
import {
  type DocumentView,
  type Part,
  sentenceIndexAt,
  tokensAfter,
  tokensBefore,
} from "./view.ts";

const OPEN_END = /[?!…—–-]["”’']?\s*$/;

type Pattern = (context: Context) => Attribution | undefined;

/** Order matters: what touches the quotation comes before what stands farther off. */
const FOR_SENTENCES: readonly Pattern[] = [
  cueJustBefore,
  cueThenSource,
  sourceThenCue,
  sourceBefore,
  nameAndColon,
  accordingTo,
];
const FOR_FRAGMENTS: readonly Pattern[] = [
  besideAfter,
  sourceBefore,
  cueThenSource,
  sourceThenCue,
  nameAndColon,
  accordingTo,
];

/**
 * Returns source and cue from the sentence that a quotation stands in: “…,” he said; said the mayor; she said:
 * “…”; Varga called it “…”; Name: “…”; according to the Board, “…”. `undefined` where the sentence names nobody.
 */
export function attributionInSentence(
  view: DocumentView,
  part: Part,
  quotation: Quoted,
  shape: Shape,
): Attribution | undefined {
  const context: Context = {
    view,
    shape,
    before: tokensBefore(view, spanBefore(view, part, quotation), part.quoted),
    after: tokensAfter(view, spanAfter(view, part, quotation), part.quoted),
  };
  const inLanguage = attributionInLanguage(context);
  if (inLanguage) return inLanguage;
  for (const pattern of shape.isSentence ? FOR_SENTENCES : FOR_FRAGMENTS) {
    const found = pattern(context);
    if (found) return found;
  }
  return undefined;
}

/** Returns source and cue of the last sentence of a paragraph that a colon ends, before a quotation that is a paragraph of its own. */
export function sourceBeforeColon(view: DocumentView, part: Part): Attribution | undefined {
  const sentence = view.sentences[sentenceIndexAt(view, part.end - 1)];
  const span = { start: Math.max(part.start, sentence?.start ?? part.start), end: part.end };
  const context: Context = {
    view,
    shape: { isSentence: true, endsWithMark: true, hasComma: false },
    before: tokensBefore(view, span, part.quoted),
    after: [],
  };
  const named = cueJustBefore(context) ?? nameAndColon(context);
  // "Transcript as follows:"
  const found = named?.cue || named?.source.kind === "name" ? named : undefined;
  return found && { ...found, rule: "colon-before-paragraph" };
}

/** Returns source and cue of a sentence without quotations, such as "She would not comment": who speaks in it. */
export function speakerOfSentence(
  view: DocumentView,
  part: Part,
  sentence: Span,
): Attribution | undefined {
  const tokens = tokensAfter(view, sentence, part.quoted);
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const cue = cueAt(tokens, index);
    if (!cue || cue.isParticiple || isPassive(tokens, index)) continue;
    const source = phraseBefore(view, tokens, index);
    if (source)
      return {
        source,
        cue: cueSpan(tokens, cue),
        rule: "sentence-before-names-source",
        confidence: 0.75,
      };
  }
  const source = subjectOf(view, tokens);
  if (!source || source.kind === "phrase") return undefined;
  return { source, rule: "sentence-before-names-source", confidence: 0.65 };
}

function spanBefore(view: DocumentView, part: Part, { start }: Quoted): Span {
  const sentence = view.sentences[sentenceIndexAt(view, start)];
  return { start: Math.max(part.start, sentence?.start ?? part.start), end: start };
}

/** To the end of the sentence, or of the next where the quotation ends with "?": “Is it?” Lund asked. */
function spanAfter(view: DocumentView, part: Part, { end, inner }: Quoted): Span {
  const index = sentenceIndexAt(view, end - 1);
  const sentenceEnd = view.sentences[index]?.end ?? end;
  const goesOn =
    sentenceEnd <= end &&
    OPEN_END.test(view.text.slice(Math.max(inner.start, inner.end - 6), inner.end));
  const limit = goesOn ? (view.sentences[index + 1]?.end ?? end) : sentenceEnd;
  return { start: end, end: Math.max(end, Math.min(limit, part.end)) };
}

/** According to the Board, “…”; “…,” according to Lund */
function accordingTo({ view, before, after }: Context): Attribution | undefined {
  for (const tokens of [before, after.slice(0, FARTHEST_CUE)]) {
    const index = tokens.findLastIndex(({ text }) => /^according$/i.test(text));
    const [first, second] = [tokens[index], tokens[index + 1]];
    if (!first || second?.text !== "to") continue;
    const source = phraseStartingAt(view, tokens, index + 2);
    if (!source) continue;
    return {
      source,
      cue: { start: first.start, end: second.end },
      rule: "according-to-source",
      confidence: 0.85,
    };
  }
  return undefined;
}
