/** Who speaks where the sentence of a quotation does not say it? (stage 4, recognise) */
import type { Span } from "../../model.ts";
import { sourceBeforeColon, speakerOfSentence } from "./attribution.ts";
import { type Attributed, type Found, type Place, passedOn, withSpeaker } from "./found.ts";
import type { Quoted } from "./marks.ts";
import { type DocumentView, sentenceIndexAt } from "./view.ts";

/** How much less sure a source is that is taken over: of a quotation over several paragraphs, of the sentence right before, of one farther off. */
const GOES_ON = 0.97;
const NEXT_SENTENCE = 0.99;
const FLOATING = 0.72;
/** So many quotations back the last one with a source is looked for. */
const NEAR = 40;
const COLON_AT_END = /[:：]\s?$/;

/** Returns who speaks by the nearest evidence: a quotation that goes on, the sentence before, the paragraph before. */
export function inheritedBy(view: DocumentView, place: Place): Attributed {
  const { part, index, quoted, all } = place;
  const previous = all.at(-1);
  const isFirst = part.quoted[0] === quoted;
  if (previous && isFirst && previous.part === index - 1) {
    const isBlock = previous.quoted.mark === "" && quoted.mark === "";
    // whoever signs a block quotation has ended it
    if (isBlock && previous.attribution?.rule === "signed") return {};
    if (isBlock || goesOn(view, previous.quoted, previous.part))
      return passedOn(previous, "quotation-goes-on", GOES_ON);
  }
  const before = sentenceIndexAt(view, quoted.start) - 1;
  const sentence = view.sentences[before];
  if (sentence && sentence.start >= part.start) {
    const last = lastAttributed(all, index);
    if (last && reaches(last, sentence)) return passedOn(last, "speaker-goes-on", NEXT_SENTENCE);
    const told = speakerOfSentence(view, part, sentence);
    if (told) return withSpeaker(view, told, place);
    return last ? passedOn(last, "speaker-goes-on", FLOATING) : {};
  }
  return isFirst ? fromParagraphBefore(view, place) : {};
}

/** Returns the source of “There are none.”, a sentence of its own, right after “…,” she said. */
export function fromSentenceBefore(view: DocumentView, { all, index, quoted }: Place): Attributed {
  const last = all.at(-1);
  const own = sentenceIndexAt(view, quoted.start);
  const before = view.sentences[own - 1];
  if (last?.part !== index || !before || view.sentences[own]?.start !== quoted.start) return {};
  return reaches(last, before) ? passedOn(last, "speaker-goes-on", NEXT_SENTENCE) : {};
}

/** Returns whether a quotation is not closed and its mark is repeated where the next paragraph begins. */
export function goesOn(view: DocumentView, { closed, mark }: Quoted, part: number): boolean {
  const next = view.parts[part + 1];
  const first = next?.quoted[0];
  // French print may repeat the closing mark
  const isRepeated = first?.mark === mark || (mark === "«" && first?.mark === "»");
  if (closed || !next || !first || !isRepeated) return false;
  return view.text.slice(next.start, first.start).trim() === "";
}

/** Gives the pieces of a quotation over several paragraphs the source that the last piece names. */
export function shareBackwards(all: Found[]): void {
  const last = all.at(-1);
  if (last?.attribution === undefined || last.attribution.rule === "quotation-goes-on") return;
  for (let index = all.length - 2; index >= 0; index -= 1) {
    const earlier = all[index];
    const next = all[index + 1];
    if (!earlier || !next || earlier.quoted.closed || earlier.part !== next.part - 1) return;
    if (earlier.attribution && earlier.attribution.rule !== "paragraph-before-names-source") return;
    all[index] = { ...earlier, ...passedOn(last, "quotation-goes-on", GOES_ON) };
  }
}

/** The paragraph before: its words before a colon at its end, its last quotation, its last sentence. */
function fromParagraphBefore(view: DocumentView, place: Place): Attributed {
  const { index, all } = place;
  const before = view.parts[index - 1];
  const sentence = before && view.sentences[sentenceIndexAt(view, before.end - 1)];
  if (before?.kind !== "block" || !sentence || sentence.start < before.start - 1) return {};
  if (COLON_AT_END.test(view.text.slice(before.end - 2, before.end))) {
    const announced = sourceBeforeColon(view, before);
    if (announced) return withSpeaker(view, announced, place);
  }
  const last = lastAttributed(all, index - 1);
  const rule = "paragraph-before-names-source";
  if (last && reaches(last, sentence)) return passedOn(last, rule, FLOATING);
  const told = speakerOfSentence(view, before, sentence);
  if (told && told.source.kind !== "phrase")
    return withSpeaker(view, { ...told, rule, confidence: FLOATING }, place);
  return last ? passedOn(last, rule, FLOATING) : {};
}

/** The last quotation of a part for which somebody is named; only the last 40 are looked at. */
function lastAttributed(all: readonly Found[], part: number): Found | undefined {
  return all.slice(-NEAR).findLast((found) => found.part === part && found.attribution);
}

/** Whether a quotation, or the words that say who speaks it, lies in a sentence at least in part. */
function reaches({ quoted, attribution }: Found, sentence: Span): boolean {
  return [quoted, ...(attribution ? [attribution.source] : [])].some(
    ({ start, end }) => start < sentence.end && end > sentence.start,
  );
}
