/** Is a quotation a sentence, a fragment in reported speech, or nobody's utterance? (stage 4, recognise) */
import type { Quotation } from "../../model.ts";
import type { Attribution, Shape } from "./context.ts";
import { NOT_CUES } from "./cues.ts";
import type { Quoted } from "./marks.ts";

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu;
const SMALL_WORDS = /^(?:a|an|and|as|at|but|by|for|from|in|of|on|or|the|to|with|vs|de|la|du)$/i;
const FEW_WORDS = 3;
const CUE_WORDS = new RegExp(`(?:${NOT_CUES.join("|")})[,:]?\\s*$`, "iu");
/** "the book “…”", "in “…”": what stands before a work's title. */
const WORK_BEFORE =
  /(?:^|[^\p{L}])(?:book|film|movie|song|album|novel|show|programme|program|series|play|single|hit|documentary|magazine|article|essay|poem|sitcom|drama|column|on|in|from|of|for|to|NBC's|ABC's|CBS's|CNN's)\s*$/iu;
const LONG = 300;

/** Is what the kind of a quotation depends on. */
export interface KindFacts {
  readonly quotation: Quoted;
  readonly shape: Shape;
  readonly attribution: Attribution | undefined;
}

/**
 * Returns `direct` for a whole sentence, or a word such as “No,” that somebody is said to have spoken; `mixed` for a
 * fragment with a source; `scare` for titles of works, for words after "so-called", and for up to three words
 * without a source. A longer fragment without one is `mixed`.
 */
export function kindOf(
  text: string,
  { quotation, shape, attribution }: KindFacts,
): Quotation["kind"] {
  const inner = text.slice(quotation.inner.start, quotation.inner.end);
  const before = text.slice(Math.max(0, quotation.start - 40), quotation.start);
  if (CUE_WORDS.test(before)) return "scare";
  if (isTitle(inner, before, attribution)) return "scare";
  const words = wordCount(inner);
  if (attribution) return shape.isSentence ? "direct" : "mixed";
  if (words <= FEW_WORDS) return "scare";
  return shape.isSentence ? "direct" : "mixed";
}

/** Capitals on every word but small ones, and no cue right before it. */
function isTitle(inner: string, before: string, attribution: Attribution | undefined): boolean {
  if (inner.length > LONG / 3) return false;
  const words = inner.match(WORD) ?? [];
  const main = words.filter((word) => !SMALL_WORDS.test(word));
  if (main.length === 0 || main.some((word) => !/^[\p{Lu}\p{N}]/u.test(word))) return false;
  if (WORK_BEFORE.test(before)) return true;
  if (/[,:]\s*$/.test(before) || before === "" || /\n$/.test(before)) return false;
  return words.length >= 2 || attribution === undefined;
}

function wordCount(inner: string): number {
  return (inner.slice(0, LONG).match(WORD) ?? []).length;
}
