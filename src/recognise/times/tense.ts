/** Does the sentence look ahead where a weekday or month stands? (stage 4, recognise) */
import words from "../../words/times.json" with { type: "json" };

const CLAUSE_END = /[;:—“”"]|, (?!\p{Lu})/u;
/** At most this many characters may part a cue such as "will" from the day. */
const REACH = 100;

const phrases = (list: readonly string[]): string =>
  `(?:${list.map((word) => word.replace("'", "['’]")).join("|")})(?![\\p{L}])`;
/** "is giving a supper on Saturday": the present continuous with a day means what is to come. */
const CONTINUOUS = "(?:is|are|am|['’]s|['’]re) (?!being)\\p{L}{2,14}ing(?![\\p{L}])";
const AHEAD = new RegExp(`(?<![\\p{L}])(?:${phrases(words.futureCues)}|${CONTINUOUS})`, "giu");
const SURELY_AHEAD = new RegExp(`(?<![\\p{L}])${phrases(words.strongFutureCues)}`, "giu");
const BACK = new RegExp(`(?<![\\p{L}])${phrases(words.pastCues)}`, "giu");
const JUST_BEFORE = new RegExp(
  `(?<![\\p{L}])${phrases(words.futureBefore)}(?: the| late| early| on| mid)?[ \\u00a0-]$`,
  "iu",
);
/** "announced on Friday", but not "will be announced on Friday". */
const PARTICIPLE_BEFORE =
  /(?<!\b(?:be|been|is|are|to)(?: \p{L}{1,12})? )\b\p{L}{3,12}ed(?: late| early)?(?: on| in)? $/iu;
const PAST_FORM = /(?<![\p{L}])\p{L}{3,14}ed(?![\p{L}])/iu;
const OPENING = /^(?:(?:and|but|then)\s)?(?:on|in|at|late on|early on)?\s?(?:the\s)?$/iu;
const POSSESSIVE = /^['’]s?(?![\p{L}])/u;

/**
 * Returns whether what a clause says lies ahead: the nearest cue before the time is one of the future
 * ("will", "scheduled", "due"), or the time opens the sentence and such a cue follows.
 *
 *     looksAhead("The council will discuss the fares on ", ".")  // true
 */
export function looksAhead(before: string, after: string): boolean {
  const rest = (after.split(CLAUSE_END, 2)[after.startsWith(",") ? 1 : 0] ?? "").slice(0, REACH);
  if (JUST_BEFORE.test(before)) return rest.search(BACK) < 0;
  const clause = afterLast(before, CLAUSE_END).slice(-REACH);
  const cues = POSSESSIVE.test(after) ? SURELY_AHEAD : AHEAD;
  const ahead = lastIndexOf(cues, clause);
  if (ahead >= 0) return ahead >= lastIndexOf(BACK, clause) && !PARTICIPLE_BEFORE.test(before);
  if (!OPENING.test(clause.trimStart())) return false;
  const next = rest.search(SURELY_AHEAD);
  const past = rest.search(BACK);
  return next >= 0 && (past < 0 || next < past);
}

/** Returns whether a clause opens with its time and tells of nothing past: "On Sunday a machine takes over". */
export function opensInThePresent(before: string, after: string): boolean {
  const rest = after.slice(0, REACH);
  if (!OPENING.test(afterLast(before, CLAUSE_END).trimStart())) return false;
  return rest.search(BACK) < 0 && !PAST_FORM.test(rest);
}

/**
 * Returns whether a cue of the past ("since", "ended", "was") is the nearest in the clause before the time, or
 * follows it where none stands before: "The fair in March was wet".
 */
export function looksBack(before: string, after: string): boolean {
  const clause = afterLast(before, CLAUSE_END).slice(-REACH);
  const ahead = lastIndexOf(AHEAD, clause);
  if (ahead < 0 && (after.slice(0, REACH).split(CLAUSE_END, 1)[0] ?? "").search(BACK) >= 0)
    return true;
  return lastIndexOf(BACK, clause) > ahead || PARTICIPLE_BEFORE.test(before);
}

function afterLast(text: string, mark: RegExp): string {
  return text.split(mark).at(-1) ?? "";
}

function lastIndexOf(pattern: RegExp, text: string): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index;
  return last;
}
