/** What is a time rule, and which small patterns do they share? (stage 4, recognise) */
import type { Timex } from "../../model.ts";
import words from "../../words/times.json" with { type: "json" };
import type { Anchor } from "./calendar.ts";

/** A match of a rule's pattern, with what stands around it in the same sentence. */
export interface TimeContext {
  /** Named groups of the pattern, as printed. */
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** The words matched, as printed. */
  readonly printed: string;
  /** Up to 120 characters of the same sentence on either side. */
  readonly before: string;
  readonly after: string;
  readonly anchor: Anchor | undefined;
  /** What was found earlier in the text, in its order. */
  readonly earlier: readonly Timex[];
  /** Where the words, their sentence and its paragraph begin in the text, as `earlier` counts. */
  readonly start: number;
  readonly sentenceStart: number;
  readonly paragraphStart: number;
  readonly isHeadline: boolean;
  /** The sentence has capitals on most or all words, as headlines do. */
  readonly isTitle: boolean;
}

/** Is the type and value of a time expression, in TIMEX3 form. */
export interface TimeReading {
  readonly type: Timex["type"];
  readonly value: string;
}

/** One way to read a time expression. Rules are tried in order where one of their first words stands. */
export interface TimeRule {
  readonly name: string;
  /** Half a sentence for readers: "the latest such day on or before publication". */
  readonly words: string;
  /**
   * First words, lower case; `#` stands for any word that begins with a digit, `#2` for one of one or two figures, `#4` for
   * one of four, `#x` for all others.
   */
  readonly starts: readonly string[];
  /** Second words, in the same form; where given, one of them must follow the first. */
  readonly seconds?: readonly string[];
  /** Sticky; bounded in length, so that it is linear. */
  readonly pattern: RegExp;
  readonly confidence: number;
  /** Returns the reading, or `undefined` where this rule does not hold or the value cannot be known. */
  readonly read: (context: TimeContext) => TimeReading | undefined;
}

const FIRST_WORD = /[\p{L}\p{M}\p{N}\u200c]+/u;
const SPECIAL = /[.*+?^${}()|[\]\\]/g;
const SPACES = /\s+/g;
const FORMS = new WeakMap<readonly (readonly string[])[], ReadonlyMap<string, number>>();
const FIGURES = /^\d+(?:\.\d)?$/;
const GREATER_PART = new RegExp(
  `(?<![\\p{L}])(?:${Object.keys(words.multipliers).join("|")}|million|billion) and $`,
  "iu",
);

const LONGEST_GREATER_PART = 16;

/** White space between the words of one expression; never a blank line's worth. */
export const GAP = "[ \\t\\n\\r\\u00a0]{1,3}";
/**
 * Letters, marks and figures of the scripts that rules read, as a class of a pattern. By ranges: to fold the case of
 * `\\p{L}` for each pattern takes longer than all the texts of a folder.
 */
export const LETTER_OR_FIGURE =
  "[\\da-z\\u00c0-\\u05ff\\u0610-\\u061a\\u0620-\\u0669\\u066e-\\u06d3\\u06d5-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefe]";
/** None may follow, so that "March" is not found in "Marches"; nor a half-space that joins Persian words. */
const END = `(?!${LETTER_OR_FIGURE}|\\u200c${LETTER_OR_FIGURE})`;
/** Hyphen or white space, as in "two-week" and "two week". */
export const HYPHEN = "(?:[-‐‑]|[ \\t\\u00a0])";

/** Returns the reading of what is a date with this value. */
export function date(value: string): TimeReading {
  return { type: "DATE", value };
}

/** Returns a sticky pattern that ignores case. */
export function timePattern(source: string): RegExp {
  return new RegExp(source + END, "iy");
}

/** Returns a group that matches any of the forms, the longest first; a form's full stop may be left out. */
export function anyOf(forms: readonly string[]): string {
  const sorted = forms.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${sorted
    .map((form) =>
      form
        .replace(SPECIAL, "\\$&")
        .replace(/\\\.$/, `(?:\\.|(?!${LETTER_OR_FIGURE}))`)
        .replace(SPACES, GAP)
        .replace("'", "['’]"),
    )
    .join("|")})`;
}

/** Returns the first words of forms, as `starts` wants them. */
export function firstWords(forms: readonly string[]): readonly string[] {
  return [...new Set(forms.map((form) => FIRST_WORD.exec(form)?.[0] ?? form))];
}

/** Returns which entry of a list of forms a printed word is, or -1. A form's full stop may be left out, or added. */
export function indexOfForm(
  lists: readonly (readonly string[])[],
  printed: string | undefined,
): number {
  if (printed === undefined) return -1;
  const folded = printed.toLowerCase().replace(SPACES, " ");
  const plain = folded.endsWith(".") ? folded.slice(0, -1) : folded;
  return formsOf(lists).get(plain) ?? -1;
}

/** The entries by their forms without full stops; made once for a list. */
function formsOf(lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const known = FORMS.get(lists);
  if (known) return known;
  const made = new Map<string, number>();
  for (const [index, forms] of lists.entries()) {
    for (const form of forms) {
      const plain = form.endsWith(".") ? form.slice(0, -1) : form;
      if (!made.has(plain)) made.set(plain, index);
    }
  }
  FORMS.set(lists, made);
  return made;
}

/** Returns whether the words begin with a capital, as English names of days and months do. */
export function isCapitalised(printed: string): boolean {
  return /^\p{Lu}/u.test(printed);
}

/** Returns the number that words or figures stand for: "twenty-one", "a", "12", "two hundred and six". */
export function numberOf(printed: string | undefined): number | undefined {
  if (printed === undefined) return undefined;
  const figures = printed.replaceAll(",", "");
  if (FIGURES.test(figures)) return Number(figures);
  const numbers: Readonly<Record<string, number>> = words.numbers;
  const multipliers: Readonly<Record<string, number>> = words.multipliers;
  let [thousands, rest] = [0, 0];
  for (const part of printed.toLowerCase().split(/[-\s]+/)) {
    const [small, multiplier] = [numbers[part], multipliers[part]];
    if (small !== undefined) rest += small;
    else if (multiplier === 1000) [thousands, rest] = [thousands + rest * multiplier, 0];
    else if (multiplier !== undefined) rest *= multiplier;
    else if (part !== "and") return undefined;
  }
  return thousands + rest;
}

/** Returns whether what stands before a number is its greater part: "several hundred and" six days. */
export function isRestOfNumber(before: string): boolean {
  return GREATER_PART.test(before.slice(-LONGEST_GREATER_PART));
}

const names = Object.keys(words.numbers);
const counts = names.filter((name) => name !== "a" && name !== "an");
const JOINT = "[- ]";
const TENS = anyOf(names.filter((name) => (numberOf(name) ?? 0) >= 20));
/** Ninety-nine at most, and what may follow a hundred: "two hundred one-day tickets" are no 201 days. */
const SMALL = `(?:${TENS}(?:${JOINT}${anyOf(counts)})?|${anyOf(names)})`;
const AND_SMALL = `${JOINT}and${JOINT}(?:${TENS}(?:${JOINT}${anyOf(counts)})?|${anyOf(counts)})`;
const HUNDREDS = `${JOINT}hundred(?:${AND_SMALL})?`;
const THOUSANDS = `${JOINT}thousand(?:${AND_SMALL}|${JOINT}${anyOf(counts)}${HUNDREDS})?`;

/** Number words and figures as one group; both to 999,999, figures perhaps with one decimal. */
export const NUMBER = `(?:\\d{1,3}(?:,\\d{3})?(?:\\.\\d)?|${SMALL}(?:(?:${HUNDREDS})?${THOUSANDS}|${HUNDREDS})?)`;

/** Returns the words that may stand second where a `NUMBER` is followed by one of some words. */
export function afterNumber(following: readonly string[]): readonly string[] {
  return [...new Set([...following, ...names, ...Object.keys(words.multipliers), "#", "and"])];
}

/** First words of a `NUMBER`. */
export const NUMBER_STARTS: readonly string[] = ["#", ...names];
