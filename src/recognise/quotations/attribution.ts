/** Who is said to have spoken words in quotation marks, by the sentence they stand in? PARC's source and cue (stage 4, recognise). */
import type { Span, Token } from "../../model.ts";
import { type Cue, cueAt, isInList } from "./cues.ts";
import type { Quoted } from "./marks.ts";
import {
  type Phrase,
  phraseAfter,
  phraseBefore,
  phraseEndingAt,
  phraseStartingAt,
  skipBack,
  subjectOf,
} from "./phrases.ts";
import {
  type DocumentView,
  type Part,
  QUOTATION_TOKEN,
  sentenceIndexAt,
  tokensAfter,
  tokensBefore,
} from "./view.ts";

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

const LAST_MARK = /[,.?!…。！？؟—–-]["”’']?\s*$/;
const OPEN_END = /[?!…—–-]["”’']?\s*$/;
const SENTENCE_START = /^[\s[(…._—–-]*[‘'“"¿¡]?[\p{Lu}\p{N}\p{Lo}]/u;
const BE = /^(?:is|are|was|were|be|been|being)$/i;
const FARTHEST_CUE = 26;
/** "Varga said", "said Varga": from the first letter to the last, no more than this. */
const FARTHEST_BESIDE = 48;
/** "Told the crowd that": so many words may stand between a cue and its clause. */
const FARTHEST_HEARER = 6;

type Pattern = (context: Context) => Attribution | undefined;

interface Context {
  readonly view: DocumentView;
  readonly shape: Shape;
  readonly before: readonly Token[];
  readonly after: readonly Token[];
}

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
  for (const pattern of shape.isSentence ? FOR_SENTENCES : FOR_FRAGMENTS) {
    const found = pattern(context);
    if (found) return found;
  }
  return undefined;
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

/** said: “…”, said, “…”, said “…” */
function cueJustBefore(context: Context): Attribution | undefined {
  const { before } = context;
  const last = before.at(-1);
  const at = last?.text === ":" || last?.text === "," ? before.length - 2 : before.length - 1;
  for (const index of [at, at - 1]) {
    const cue = cueAt(before, index);
    if (cue && index + cue.length - 1 >= at) return sourceOfCue(context, cue);
  }
  return last?.text === ":" ? sourceBefore(context) : undefined;
}

/** “…,” said the mayor */
function cueThenSource({ view, after, shape }: Context): Attribution | undefined {
  if (!shape.endsWithMark) return undefined;
  const at = after[0]?.text === "," ? 1 : 0;
  const cue = cueAt(after, at) ?? cueAt(after, at + 1);
  if (cue?.strength !== "speech" || cue.isParticiple) return undefined;
  if (cue.index > at && !/ly$/.test(after[at]?.text ?? "")) return undefined;
  const source = phraseAfter(view, after, cue.index + cue.length);
  return (
    source && { source, cue: cueSpan(after, cue), rule: "cue-and-source-after", confidence: 0.96 }
  );
}

/** “…,” the mayor said; “…,” Okafor, who chairs the committee, told him */
function sourceThenCue({ view, after, shape }: Context): Attribution | undefined {
  if (!shape.endsWithMark) return undefined;
  const at = after[0]?.kind === "mark" && after[0]?.text !== QUOTATION_TOKEN ? 1 : 0;
  const start = phraseStartingAt(view, after, at);
  if (!start) return undefined;
  for (let index = at + 1; index < Math.min(after.length, at + FARTHEST_CUE); index += 1) {
    const token = after[index];
    if (!token || /^[.;:?!]$/.test(token.text) || token.text === QUOTATION_TOKEN) return undefined;
    const cue = cueAt(after, index);
    if (cue?.strength !== "speech" || cue.isParticiple || isPassive(after, index)) continue;
    const source = phraseBefore(view, after, index);
    if (source?.from === at)
      return { source, cue: cueSpan(after, cue), rule: "source-and-cue-after", confidence: 0.97 };
    if (start.kind === "pronoun" && index - at > 4) continue;
    return {
      source: start,
      cue: cueSpan(after, cue),
      rule: "source-and-cue-after",
      confidence: 0.92,
    };
  }
  return undefined;
}

/** “… as long as we live,” he said: a fragment whose source stands right behind its comma, unless a cue is right before it. */
function besideAfter(context: Context): Attribution | undefined {
  const { shape, before, after } = context;
  if (!shape.hasComma || cueAt(before, before.length - 1)) return undefined;
  const found = sourceThenCue(context) ?? cueThenSource(context);
  if (!found || found.source.kind === "phrase") return undefined;
  const end = Math.max(found.source.end, found.cue?.end ?? 0);
  if (end - Math.min(found.source.start, found.cue?.start ?? end) > FARTHEST_BESIDE)
    return undefined;
  return after.find(({ start }) => start >= end)?.kind === "word" ? undefined : found;
}

/** Varga said that it was “…”; the nearest cue before the quotation that has a subject */
function sourceBefore(context: Context): Attribution | undefined {
  const { before, shape } = context;
  let conditional: Attribution | undefined;
  for (let index = before.length - 1; index >= 0 && before.length - index < 60; index -= 1) {
    const cue = cueAt(before, index);
    if (!cue) continue;
    if (shape.isSentence && cue.strength === "fragments" && index < before.length - 12) continue;
    if (isPassive(before, index)) continue;
    if (cue.strength === "fragments" && isSetOff(before, index, shape)) continue;
    const found = sourceOfCue(context, cue);
    if (!found) continue;
    if (cue.strength === "fragments" && isConditional(before, found.source.from)) {
      conditional ??= found;
      continue;
    }
    return reportedBy(context, found) ?? found;
  }
  return conditional ?? possessorOfNoun(context);
}

/** His remark that “…”; Varga’s latest warning of “…”, where no verb tells who speaks. */
function possessorOfNoun({ view, before }: Context): Attribution | undefined {
  const index = before.findLastIndex(({ text }) => isInList("nouns", text));
  const noun = before[index];
  if (!noun || before.length - index > FARTHEST_HEARER) return undefined;
  if (!/^(?:that|of|about|to|:|“”)$/.test(before[index + 1]?.text ?? QUOTATION_TOKEN))
    return undefined;
  for (let at = index - 1; at >= 0 && index - at <= 3; at -= 1) {
    const token = before[at];
    if (token?.kind !== "word") return undefined;
    const source = /^(?:his|her|their|its|my)$/i.test(token.text)
      ? { start: token.start, end: token.end, kind: "pronoun" as const, from: at }
      : /^['’]s?$/.test(token.text)
        ? phraseEndingAt(view, before, at - 1)
        : undefined;
    if (!source) continue;
    const cue = { start: noun.start, end: noun.end };
    return { source, cue, rule: "source-and-cue-before", confidence: 0.8 };
  }
  return undefined;
}

/**
 * Varga said the town wanted “…”; Varga says that he “…”: the words are quoted as Varga spoke them, and the town's
 * wish is what Varga reports. A cue right before the quotation keeps its own subject.
 */
function reportedBy({ view, before }: Context, { source }: Attribution): Attribution | undefined {
  const at = outerCue(before, source.from);
  const cue = at === undefined ? undefined : cueAt(before, at);
  if (cue?.strength !== "speech" || isPassive(before, cue.index)) return undefined;
  const speaker = cue.isParticiple
    ? participleSubject(view, before, cue)
    : phraseBefore(view, before, cue.index);
  return (
    speaker && {
      source: speaker,
      cue: cueSpan(before, cue),
      rule: "source-and-cue-before",
      confidence: 0.85,
    }
  );
}

/** The token before a clause that would be its cue: "said (that) the town wanted", "told them that the town wanted". */
function outerCue(tokens: readonly Token[], clause: number): number | undefined {
  const at = clause - 1;
  if (tokens[at]?.text !== "that" && tokens[at]?.text !== "if" && tokens[at]?.text !== "whether")
    return at;
  for (let index = at - 1; index >= 0 && at - index <= FARTHEST_HEARER; index -= 1) {
    if (tokens[index]?.kind !== "word") return undefined;
    if (cueAt(tokens, index)) return index;
  }
  return undefined;
}

/** "If people think …, says Varga": the clause only supposes. */
function isConditional(tokens: readonly Token[], clause: number): boolean {
  return /^(?:if|when|whether|unless|until|while)$/i.test(tokens[clause - 1]?.text ?? "");
}

function sourceOfCue({ view, before }: Context, cue: Cue): Attribution | undefined {
  if (isPassive(before, cue.index)) return undefined;
  const subject = cue.isParticiple
    ? participleSubject(view, before, cue)
    : phraseBefore(view, before, cue.index);
  const inverted = subject ?? (cue.isParticiple ? undefined : invertedSubject(view, before, cue));
  const source = inverted ?? subjectOf(view, before.slice(0, cue.index));
  if (!source) return undefined;
  const distance = before.length - cue.index;
  const confidence = subject ? (distance < 12 ? 0.94 : 0.9) : 0.82;
  return { source, cue: cueSpan(before, cue), rule: "source-and-cue-before", confidence };
}

/** "With Gorka noting that", "footage of Trump saying": the name right before; else the sentence's subject is asked. */
function participleSubject(
  view: DocumentView,
  tokens: readonly Token[],
  cue: Cue,
): Phrase | undefined {
  const last = skipBack(tokens, cue.index - 1);
  if (tokens[last]?.kind !== "word") return undefined;
  const phrase = phraseEndingAt(view, tokens, last);
  return phrase?.kind === "name" ? phrase : undefined;
}

/** “…,” said Castellane, “…”: the cue of two halves of a sentence */
function invertedSubject(
  view: DocumentView,
  tokens: readonly Token[],
  cue: Cue,
): Phrase | undefined {
  if (cue.strength !== "speech") return undefined;
  const previous = tokens[cue.index - 1];
  const before = previous?.kind === "mark" ? (tokens[cue.index - 2] ?? previous) : previous;
  if (previous && previous.text !== QUOTATION_TOKEN && before?.text !== QUOTATION_TOKEN)
    return undefined;
  return phraseAfter(view, tokens, cue.index + cue.length);
}

/** Varga: “…” */
function nameAndColon({ view, before }: Context): Attribution | undefined {
  if (before.at(-1)?.text !== ":" || before.length > 10) return undefined;
  const source = phraseEndingAt(view, before, before.length - 2);
  if (!source || source.kind === "pronoun") return undefined;
  return { source, rule: "name-and-colon-before", confidence: 0.85 };
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

/** "was told", "is called": the subject is not the one who speaks. */
function isPassive(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]?.text ?? "";
  if (/ing$/.test(word)) return false;
  const before = tokens[index - 1]?.text ?? "";
  const verb = /ly$|^(?:also|not|often|once|never)$/.test(before)
    ? (tokens[index - 2]?.text ?? "")
    : before;
  return BE.test(verb);
}

/** "ISIS, also called Daesh, …": a participle between commas, not a verb. */
function isSetOff(tokens: readonly Token[], index: number, shape: Shape): boolean {
  const at = tokens[index - 1]?.text === "also" ? index - 2 : index - 1;
  if (tokens[at]?.text !== "," || !/ed$/.test(tokens[index]?.text ?? "")) return false;
  return shape.hasComma || tokens.slice(index).some(({ text }) => text === ",");
}

function cueSpan(tokens: readonly Token[], cue: Cue): Span {
  const first = tokens[cue.index];
  const last = tokens[cue.index + cue.length - 1];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}
