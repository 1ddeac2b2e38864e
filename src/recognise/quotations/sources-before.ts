/** Who speaks, by the words before a quotation in its sentence? (stage 4, recognise) */
import type { Token } from "../../model.ts";
import { type Attribution, type Context, cueSpan, isPassive, type Shape } from "./context.ts";
import { type Cue, cueAt, isInList } from "./cues.ts";
import { type Phrase, phraseAfter, phraseBefore, phraseEndingAt, skipBack } from "./phrases.ts";
import { atSentenceEnd } from "./sources-behind.ts";
import { subjectOf } from "./subjects.ts";
import { type DocumentView, QUOTATION_TOKEN } from "./view.ts";

/** "Told the crowd that": so many words may stand between a cue and its clause. */
const FARTHEST_HEARER = 6;
/** A cue nearer than this, in tokens, is beyond doubt the quotation's. */
const NEAR = 12;
/** "The board said: “…”": cue and colon, or cue and "that". */
const TOUCHING = 2;

/** Returns the source of a cue right before the quotation: said: “…”, said, “…”, said “…” */
export function cueJustBefore(context: Context): Attribution | undefined {
  const { before } = context;
  const last = before.at(-1);
  const at = last?.text === ":" || last?.text === "," ? before.length - 2 : before.length - 1;
  for (const index of [at, at - 1]) {
    const cue = cueAt(before, index);
    if (cue && index + cue.length - 1 >= at) return sourceOfCue(context, cue);
  }
  return last?.text === ":" ? sourceBefore(context) : undefined;
}

/** Returns the source of the nearest cue before the quotation that has a subject: Varga said that it was “…” */
export function sourceBefore(context: Context): Attribution | undefined {
  const { before, shape } = context;
  let conditional: Attribution | undefined;
  for (let index = before.length - 1; index >= 0 && before.length - index < 60; index -= 1) {
    const cue = cueAt(before, index);
    if (!cue) continue;
    if (shape.isSentence && cue.strength === "fragments" && index < before.length - 12) continue;
    if (isPassive(before, index)) continue;
    if (cue.strength === "fragments" && isSetOff(before, index, shape)) continue;
    // "learned how to see in the dark": nobody's view
    if (before[index - 1]?.text === "to" && isInList("mind", before[index]?.text)) continue;
    const found = sourceOfCue(context, cue);
    if (!found || isNaming(before, index, found.source)) continue;
    if (cue.strength === "fragments" && isConditional(before, found.source.from)) {
      conditional ??= found;
      continue;
    }
    const isSaid = found.source.kind !== "pronoun" && !isInList("mind", before[index]?.text);
    const reporter = reportedBy(context, found);
    const outer = !reporter ? found : isSaid ? { ...found, confidence: 0.82 } : reporter;
    return isWeak(context, outer, cue) ? (atSentenceEnd(context) ?? outer) : outer;
  }
  return atSentenceEnd(context) ?? conditional ?? possessorOfNoun(context);
}

/** Returns the name that a colon and the quotation follow: Varga: “…” */
export function nameAndColon({ view, before }: Context): Attribution | undefined {
  if (before.at(-1)?.text !== ":" || before.length > 10) return undefined;
  const source = phraseEndingAt(view, before, before.length - 2);
  if (!source || source.kind === "pronoun") return undefined;
  return { source, rule: "name-and-colon-before", confidence: 0.85 };
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

/** "A phenomenon called “…”": the noun's name; but not "what the town called “…”". */
function isNaming(tokens: readonly Token[], index: number, { kind, from }: Phrase): boolean {
  if (kind !== "phrase" || index !== tokens.length - 1) return false;
  if (!/^(?:called|dubbed|named|labell?ed|branded|deemed)$/.test(tokens[index]?.text ?? ""))
    return false;
  return !/^(?:what|which|that|whom)$/i.test(tokens[from - 1]?.text ?? "");
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
  const parenthesis = cue.isParticiple ? undefined : parenthesised(view, before, cue);
  if (parenthesis) {
    return {
      source: parenthesis,
      cue: cueSpan(before, cue),
      rule: "source-and-cue-before",
      confidence: 0.9,
    };
  }
  const inverted = subject ?? (cue.isParticiple ? undefined : invertedSubject(view, before, cue));
  const source = inverted ?? subjectOf(view, before.slice(0, cue.index));
  if (!source) return undefined;
  const confidence = subject ? certaintyOf(cue, subject, before.length - cue.index) : 0.82;
  return { source, cue: cueSpan(before, cue), rule: "source-and-cue-before", confidence };
}

/** A verb of speech with a name is surer than "the town wanted", and what is near, in tokens, surer than what is far. */
function certaintyOf({ strength }: Cue, { kind }: Phrase, distance: number): number {
  if (kind === "phrase") return strength === "speech" && distance <= TOUCHING ? 0.92 : 0.82;
  if (strength === "fragments") return distance < NEAR ? 0.92 : 0.87;
  return distance < NEAR ? 0.95 : 0.92;
}

/** "The pier, says Varga, is …": between commas the name follows its cue. */
function parenthesised(view: DocumentView, tokens: readonly Token[], cue: Cue): Phrase | undefined {
  if (cue.strength !== "speech" || tokens[cue.index - 1]?.text !== ",") return undefined;
  const source = phraseAfter(view, tokens, cue.index + cue.length);
  if (source?.kind !== "name") return undefined;
  return tokens.find(({ start }) => start >= source.end)?.text === "," ? source : undefined;
}

/** "With Varga noting that", "a film of Varga saying": the name right before; else the sentence's subject is asked. */
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

/** "ISIS, also called Daesh, …": a participle between commas, not a verb. */
function isSetOff(tokens: readonly Token[], index: number, shape: Shape): boolean {
  const at = tokens[index - 1]?.text === "also" ? index - 2 : index - 1;
  if (tokens[at]?.text !== "," || !/ed$/.test(tokens[index]?.text ?? "")) return false;
  return shape.hasComma || tokens.slice(index).some(({ text }) => text === ",");
}

/** A cue that goes with fragments only, or a subject that is no name and no pronoun: a clear source behind is better. */
function isWeak({ shape }: Context, { source }: Attribution, cue: Cue): boolean {
  return !shape.isSentence && (source.kind === "phrase" || cue.strength === "fragments");
}
