/** Which names does a document have, by the rules and by the trained model together? Stage 4, recognise. */
import { lastIndexWhere } from "../../text/halving.ts";
import type { Line, Reading } from "../reading.ts";
import { MODEL_VERSION, type Model, nameModel } from "../tagger/model.ts";
import { tagNames } from "../tagger/tagger.ts";
import { isEnglish, namesInOtherLanguages } from "./languages/languages.ts";
import { lexicon } from "./lexicon.ts";
import { withinEdges } from "./name-edges.ts";
import type { NameSpan, Recogniser } from "./recogniser.ts";
import { namesByRules, RULES_VERSION, type RuleFindings } from "./rules.ts";
import { isTitle, nameStart } from "./titles.ts";

/** What rules and model together think less likely than this is no person. */
const LEAST_TOGETHER = 0.5;
const SUREST = 0.99;
/** Where rules and model look at a row of two names or more, they are right more often than either says. */
const FULL_NAME = 1;

/**
 * From so likely on, a surname or a place that the model alone sees is one. Read off labelled news: of lone surnames
 * that nobody introduces, at 0.8 three in four are people. Of bodies that no rule finds, at no probability more than half
 * are bodies, so that none is taken.
 */
const LEAST_ALONE = { surname: 0.8, knownSurname: 0.4, place: 0.85 } as const;

/** Returns the names of an English document by the rules and a model together: see `nameRecogniser`. */
export function namesTogether(reading: Reading, model: Model): readonly NameSpan[] {
  const rules = namesByRules(reading);
  const { names, chances } = tagNames(reading, rules.names, model);
  const weighed = rules.names
    .map((span, index) => (span.kind === "person" ? weighedWith(span, chances[index] ?? 0) : span))
    .filter(({ evidence }) => evidence.confidence >= LEAST_TOGETHER);
  const trimmed = names.flatMap((span) => trimmedName(reading, span));
  const known = knownNames(reading, [...weighed, ...trimmed]);
  const seen = trimmed.flatMap((span) => seenAlone(reading, span, { rules, known }));
  const kept = weighed.filter(
    (span) => !overlapping(seen, span).some((other) => beats(other, span)),
  );
  const added = seen.filter((span) => overlapping(kept, span).length === 0);
  return [...kept, ...added].sort((a, b) => a.start - b.start);
}

/**
 * Names by rules and model together, in English; in other languages by rules. Each person of either is as sure as both
 * are of him; a surname or place that the model alone sees is taken where it is sure. Other names are the rules', unless
 * the model is surer of another one there.
 */
export const nameRecogniser: Recogniser = {
  id: "rules-and-model",
  version: `${RULES_VERSION}-${MODEL_VERSION}`,
  recognise: (reading) =>
    isEnglish(reading) ? namesTogether(reading, nameModel()) : namesInOtherLanguages(reading),
};

/** A person as sure as both together: the mean of the logarithms of their odds. */
function weighedWith(span: NameSpan, chance: number): NameSpan {
  const { rule, confidence } = span.evidence;
  return { ...span, evidence: { rule, confidence: confidenceOf(span, confidence, chance) } };
}

function confidenceOf({ first, last }: NameSpan, byRules: number, byModel: number): number {
  const score = (oddsOf(byRules) + oddsOf(byModel)) / 2 + (last - first > 1 ? FULL_NAME : 0);
  return Math.min(SUREST, Math.round(1000 / (1 + Math.exp(-score))) / 1000);
}

function oddsOf(chance: number): number {
  const within = Math.min(0.999, Math.max(0.001, chance));
  return Math.log(within / (1 - within));
}

/** A person's name without the title before and the letters behind it. */
function trimmedName(reading: Reading, span: NameSpan): NameSpan[] {
  const line = reading.lines[span.line];
  if (line === undefined || span.kind !== "person") return [span];
  const { postNominals } = lexicon();
  const first = nameStart(line, span);
  let { last } = span;
  while (last > first + 2 && postNominals.has(line.words[last - 1]?.key ?? "")) last -= 1;
  const row = withinEdges(line, { first, last });
  const start = line.words[row.first]?.start;
  const end = line.words[row.last - 1]?.end;
  return start === undefined || end === undefined ? [] : [{ ...span, ...row, start, end }];
}

/** The last words and the first words of people named in full. */
interface KnownNames {
  readonly surnames: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
}

function knownNames(reading: Reading, spans: readonly NameSpan[]): KnownNames {
  const full = spans.filter(({ kind, first, last }) => kind === "person" && last - first > 1);
  const keys = (at: (span: NameSpan) => number): ReadonlySet<string> =>
    new Set(full.map((span) => reading.lines[span.line]?.words[at(span)]?.key ?? ""));
  return { surnames: keys(({ last }) => last - 1), given: keys(({ first }) => first) };
}

/** What the model alone sees, with the confidence that it has for it; nothing where that is not enough. */
function seenAlone(
  reading: Reading,
  span: NameSpan,
  { rules, known }: { readonly rules: RuleFindings; readonly known: KnownNames },
): NameSpan[] {
  const { rule, confidence } = span.evidence;
  if (span.kind === "organisation") return [];
  if (span.kind === "place") return confidence >= LEAST_ALONE.place ? [span] : [];
  const line = reading.lines[span.line];
  if (span.last - span.first === 1) {
    const key = line?.words[span.first]?.key ?? "";
    if (known.surnames.has(key)) return confidence >= LEAST_ALONE.knownSurname ? [span] : [];
    if (known.given.has(key) || !mayStandAlone(line, span)) return [];
    return confidence >= LEAST_ALONE.surname ? [span] : [];
  }
  const both = confidenceOf(span, rules.personAt(span), confidence);
  return both >= LEAST_TOGETHER ? [{ ...span, evidence: { rule, confidence: both } }] : [];
}

/** Whether one word of prose can be a surname that nobody introduces: no piece of a longer row, no people’s name. */
function mayStandAlone(line: Line | undefined, { first }: NameSpan): boolean {
  const lists = lexicon();
  const word = line?.words[first];
  if (word === undefined || line?.capitals !== "prose" || lists.demonyms.has(word.key))
    return false;
  const before = line.words[first - 1];
  if (before?.capital !== true) return true;
  return isTitle(before.key, lists) && !lists.demonyms.has(`${before.key} ${word.key}`);
}

/** Of two names that overlap: another extent or kind that the model is surer of; of bodies and places the rules know the whole name better. */
function beats(seen: NameSpan, span: NameSpan): boolean {
  if (isSame(seen, span)) return false;
  if (seen.kind === span.kind && span.kind !== "person" && isIn(seen, span)) return false;
  return seen.evidence.confidence > span.evidence.confidence;
}

/** The spans, which are in order and do not overlap, that one overlaps. */
function overlapping(spans: readonly NameSpan[], { start, end }: NameSpan): readonly NameSpan[] {
  const first = lastIndexWhere(spans, (span) => span.end <= start) + 1;
  let past = first;
  while ((spans[past]?.start ?? Infinity) < end) past += 1;
  return spans.slice(first, past);
}

function isIn(inner: NameSpan, outer: NameSpan): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function isSame(a: NameSpan, b: NameSpan): boolean {
  return a.kind === b.kind && a.start === b.start && a.end === b.end;
}
