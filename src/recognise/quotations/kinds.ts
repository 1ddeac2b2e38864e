/** Is a quotation a sentence, a fragment in reported speech, or nobody's utterance? (stage 4, recognise) */
import type { Quotation } from "../../model.ts";
import type { Attribution, Shape } from "./context.ts";
import { NOT_CUES } from "./cues.ts";
import type { Quoted } from "./marks.ts";

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu;
const SMALL_WORDS = /^(?:a|an|and|as|at|but|by|for|from|in|of|on|or|the|to|with|vs|de|la|du)$/i;
/**
 * So many words without a source are nobody's; so many, that are no sentence or all of a paragraph, as crossheads are; so many,
 * where no prose goes on behind them, are a title or a slogan.
 */
const FEW_WORDS = 3;
const WORDS_OF_CROSSHEAD = 5;
const WORDS_OF_SLOGAN = 9;
/** A source so far before three words in the middle of a sentence has not spoken them, in characters; one without a name, so near. */
const FAR = 60;
const NEAR = 20;
const WORDS_OF_FRAGMENT = 3;
const CUE_WORDS = new RegExp(`(?:${NOT_CUES.join("|")})[,:]?\\s*$`, "iu");
const WORKS =
  "books?|biography|autobiography|memoirs?|film|movie|song|album|novel|show|programme|program|series|play|single|hit|documentary|magazine|podcast|article|essay|poem|sitcom|drama|column|speech|report|reads";
/** "the book “…”", "in her memoir, “…”", "in “…”": what stands before a work's title. */
const WORK_BEFORE = new RegExp(
  `(?:^|[^\\p{L}])(?:(?:${WORKS}),?|on|in|from|of|for|to|\\p{L}['’]s)\\s*$`,
  "iu",
);
/** "Told the paper “…”": what stands before the name of who prints or broadcasts. */
const OUTLET_BEFORE =
  /(?:^|[^\p{L}])(?:newspapers?|papers?|daily|weekly|website|portal|channel|broadcaster|network|Zeitung|Portal|Sender|Magazin|journal|quotidien|chaîne|diario|periódico|revista|صحيفة|قناة|روزنامه|شبکه)\s*$/iu;
const STARTS_WITH_CAPITAL = /^[^\p{L}\p{N}]{0,4}[\p{Lu}\p{N}]/u;
const LONG = 300;

/** Is what the kind of a quotation depends on. */
export interface KindFacts {
  readonly quotation: Quoted;
  readonly shape: Shape;
  readonly attribution: Attribution | undefined;
  /** In a headline most words have capitals, so that they do not tell a title. */
  readonly isHeadline: boolean;
  /** Not closed, and its mark is repeated where the next paragraph begins. */
  readonly goesOn: boolean;
  /** All of its paragraph. */
  readonly isParagraph: boolean;
}

/**
 * Returns `direct` for a whole sentence, or a word such as “No,” that somebody is said to have spoken; `mixed` for a
 * fragment with a source; `scare` for titles of works, for words after "so-called", and for up to three words
 * without a source. A longer fragment without one is `mixed`.
 */
export function kindOf(text: string, facts: KindFacts): Quotation["kind"] {
  const { quotation, shape, attribution, goesOn, isParagraph } = facts;
  const before = text.slice(Math.max(0, quotation.start - 40), quotation.start);
  if (CUE_WORDS.test(before) || isTitle(text, before, facts)) return "scare";
  const words = wordCount(text.slice(quotation.inner.start, quotation.inner.end));
  if (words <= WORDS_OF_FRAGMENT && OUTLET_BEFORE.test(before)) return "scare";
  if (attribution) {
    if (words <= WORDS_OF_FRAGMENT && isFarFragment(text, facts)) return "scare";
    return shape.isSentence ? "direct" : "mixed";
  }
  if (goesOn) return "direct";
  if (shape.isSentence) {
    const few = isParagraph ? WORDS_OF_CROSSHEAD : FEW_WORDS;
    return words > few || /:\s*$/.test(before) ? "direct" : "scare";
  }
  if (words <= WORDS_OF_CROSSHEAD) return "scare";
  return words <= WORDS_OF_SLOGAN && standsAlone(text, quotation, shape) ? "scare" : "mixed";
}

/** Returns whether a quotation has so few words that it is nobody's where neither its sentence nor the one before names a source. */
export function isShort(text: string, { inner }: Quoted): boolean {
  return wordCount(text.slice(inner.start, inner.end)) <= WORDS_OF_CROSSHEAD;
}

/** "… and for a “unity” lunch": a few words amid the words of a sentence whose cue is far before them. */
function isFarFragment(text: string, { quotation, shape, attribution }: KindFacts): boolean {
  if (!attribution || shape.endsWithMark || attribution.confidence >= 0.9) return false;
  if (!/^\s\p{Ll}/u.test(text.slice(quotation.end, quotation.end + 3))) return false;
  const { source, cue = source } = attribution;
  return quotation.start - cue.end > (source.kind === "phrase" ? NEAR : FAR);
}

/** “Axe the tax” (2015) — “No to the bridge”: no word of a sentence goes on behind it. */
function standsAlone(text: string, quotation: Quoted, { endsWithMark }: Shape): boolean {
  return !endsWithMark && !/^\s?[\p{L}\p{N}]/u.test(text.slice(quotation.end, quotation.end + 2));
}

/** Capitals on every word but small ones, and no cue right beside it. */
function isTitle(
  text: string,
  before: string,
  { quotation, attribution, isHeadline }: KindFacts,
): boolean {
  const inner = text.slice(quotation.inner.start, quotation.inner.end);
  if (inner.length > LONG / 3 || !STARTS_WITH_CAPITAL.test(inner)) return false;
  const words = inner.match(WORD) ?? [];
  const main = words.filter((word) => !SMALL_WORDS.test(word));
  if (main.length === 0 || main.some((word) => !/^[\p{Lu}\p{N}]/u.test(word))) return false;
  if (WORK_BEFORE.test(before)) return true;
  if (/:\s*$/.test(before) || before === "" || /\n$/.test(before)) return false;
  // "in her memoir, “Low Water,”": set off by commas, and nobody beside it speaks
  if (/,\s*$/.test(before)) return !isHeadline && !isBeside(text, quotation, attribution);
  // "she declared “What a Day!”"
  if (/[!?]$/.test(inner) && isBeside(text, quotation, attribution)) return false;
  return words.length >= 2 || attribution === undefined;
}

/** Whether the words that say who speaks touch the quotation. */
function isBeside(text: string, quotation: Quoted, attribution: Attribution | undefined): boolean {
  if (!attribution) return false;
  const { source, cue = source } = attribution;
  const before = Math.max(
    source.end <= quotation.start ? source.end : 0,
    cue.end <= quotation.start ? cue.end : 0,
  );
  const behind = Math.min(...[source.start, cue.start].filter((start) => start >= quotation.end));
  if (before > 0 && text.slice(before, quotation.start).trim().length <= 1) return true;
  return Number.isFinite(behind) && text.slice(quotation.end, behind).trim().length <= 1;
}

/** Counts no more words than the rules tell apart. */
function wordCount(inner: string): number {
  const head = inner.slice(0, LONG);
  WORD.lastIndex = 0;
  let count = 0;
  while (count <= WORDS_OF_SLOGAN && WORD.test(head)) count += 1;
  return count;
}
