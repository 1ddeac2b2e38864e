/** Which year is "nineteen ninety-six"? Years as they are spoken (stage 4, recognise). */
import { anyOf, numberOf } from "./rule.ts";

const JOINT = "[- ]";
const CENTURIES: Readonly<Record<string, number>> = { eighteen: 18, nineteen: 19, twenty: 20 };
const DIGITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const TEENS = [
  ...["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"],
  ...["eighteen", "nineteen"],
];
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
/** "nineteen ninety-year-old women", "two thousand five hundred" are no years. */
const NO_MORE = "(?![-‑]|[ -](?:hundred|thousand))";

/** A year in words, to be put in a group: "nineteen ninety-six", "nineteen oh four", "two thousand and five", "twenty ten". */
export const YEAR_IN_WORDS =
  `(?:${anyOf(Object.keys(CENTURIES))}${JOINT}(?:oh${JOINT}${anyOf(DIGITS)}|${anyOf(TENS)}(?:${JOINT}${anyOf(DIGITS)})?|${anyOf(TEENS)})` +
  `|two${JOINT}thousand${JOINT}(?:and${JOINT})?(?:${anyOf([...DIGITS, ...TEENS])}))${NO_MORE}`;

/** A year in figures or words, to be put in a group. */
export const ANY_YEAR = `(?:[12]\\d{3}|${YEAR_IN_WORDS})`;

/** First words of years in words. */
export const YEAR_WORD_STARTS: readonly string[] = [...Object.keys(CENTURIES), "two"];
/** Words that may stand second in years in words. */
export const YEAR_WORD_SECONDS: readonly string[] = ["oh", "thousand", ...TENS, ...TEENS];

/** Returns the year that figures or words name, or `undefined`. */
export function yearNumber(printed: string | undefined): number | undefined {
  if (printed === undefined) return undefined;
  if (/^\d+$/.test(printed)) return Number(printed);
  const [first = "", ...rest] = printed.toLowerCase().split(/[-\s]+/);
  if (rest[0] === "thousand") return numberOf(printed);
  const century = CENTURIES[first];
  const within = numberOf(rest.filter((word) => word !== "oh").join(" "));
  return century === undefined || within === undefined ? undefined : century * 100 + within;
}
