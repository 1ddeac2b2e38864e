/** Does the sentence look ahead where a weekday or month stands? (stage 4, recognise) */
import words from "../../words/times.json" with { type: "json" };

const PART_ENDS = ';:—“”"';
const COMMA = /, (?!\p{Lu})/u;
const CLAUSE_END = new RegExp(`[${PART_ENDS}]|${COMMA.source}`, "u");
/** At most this many characters may part a cue such as "will" from the day. */
const REACH = 100;

const phrases = (list: readonly string[]): string =>
  `(?:${list.map((word) => word.replace("'", "['’]")).join("|")})(?![\\p{L}])`;
/** "is giving a supper on Saturday": the present continuous with a day means what is to come. */
const CONTINUOUS = "(?:is|are|am|['’]s|['’]re) (?!being)\\p{L}{2,14}ing(?![\\p{L}])";
/** "had been scheduled to end on Friday": a plan that is told of as past. */
const NOT_PAST_PLAN =
  "(?<!(?:had|having) (?:originally |previously |first |once )?been (?:\\p{L}{1,12} (?:to )?)?)";
const AHEAD = new RegExp(
  `(?<![\\p{L}])${NOT_PAST_PLAN}(?:${phrases(words.futureCues)}|${CONTINUOUS})`,
  "giu",
);
const SURELY_AHEAD = new RegExp(
  `(?<![\\p{L}])${NOT_PAST_PLAN}${phrases(words.strongFutureCues)}`,
  "giu",
);
const BACK = new RegExp(`(?<![\\p{L}])${phrases(words.pastCues)}`, "giu");
const JUST_BEFORE = new RegExp(
  `(?<![\\p{L}])${phrases(words.futureBefore)}(?: the| late| early| on| mid)?[ \\u00a0-]$`,
  "iu",
);
/** Verbs of saying tell nothing of when that was or will be of which they tell. */
const BACK_BUT_SAYING = new RegExp(
  `(?<![\\p{L}])${phrases(words.pastCues.filter((cue) => cue !== "said" && cue !== "told"))}`,
  "giu",
);
const TO_DO = /(?<![\p{L}])to \p{Ll}{2,14} /u;
const SAYING = /^(?:announc|report|warn|ask|add|claim|expect|plann|propos|schedul|urg)/iu;
/** "announced on Friday", but not "will be announced on Friday". */
const PARTICIPLE_BEFORE =
  /(?<!\b(?:be|been|is|are|to)(?: \p{L}{1,12})? )\b\p{L}{3,12}ed(?: late| early)?(?: on| in)? $/iu;
/** Between a verb and its day: "again on", "at the old mill on", "to work". */
const TO_DAY =
  "(?: (?:again|here|there|home|\\p{L}{3,12}ly|in (?:private|public)))?(?: (?:at|in|to)(?: \\p{L}+){1,3}?)?(?: late| early)?(?: on)? $";
/** "The trial continues on Monday": the present of a timetable. */
const TIMETABLED = new RegExp(`(?<![\\p{L}])${phrases(words.timetabledVerbs)}${TO_DAY}`, "iu");
/** "The talks resume on Monday"; not "failed to resume on Monday". */
const TIMETABLED_PLURAL = new RegExp(
  `(?<![\\p{L}])(?:we|they|\\p{L}{2,20}s|and (?:\\p{L}+ ){0,4}\\p{Lu}\\p{L}+) ${phrases(words.timetabledPlurals)}${TO_DAY}`,
  "iu",
);
/** "stayed open until Friday", "was not found until Friday": it lasted, and is over. */
const LASTED = new RegExp(
  `(?<![\\p{L}]|(?:is|are|be|being) )${phrases(words.lastingVerbs)}(?!.* to )`,
  "iu",
);
const NOT_UNTIL =
  /(?:(?:was|were|did|had|could) (?:not|no|never)|(?:was|were|did|had|could)n['’]t|nobody|no one|nothing) [^;]*(?:until|till) (?:the |late |early )?$/iu;
const UNTIL = /(?<![\p{L}])(?:until|till|through)(?: the| late| early)? $/iu;
/** "asks everyone to bring a lamp on Friday"; not "asks who went to the fair on Friday". */
const REQUEST =
  /(?<![\p{L}])(?:asks?|urges?|advises?|begs?|invites?|calls? on|wants?) (?!wh|how|if)[^;.?]{2,70}? to \p{Ll}/giu;
/** A piece of a sentence between commas that goes with the verb before it: "will be at noon, on". */
const ADJUNCT =
  /^\s*(?:(?:on|at|in|from|near|late|early|beginning|starting|opening|ending|finishing)(?![\p{L}])[^,]*)?$/iu;
/** "The board, which will meet again, on Monday chose a clerk": the day is not this clause's. */
const SUBORDINATE =
  /^\s*(?:who|whom|whose|which|where|when|while|as|if|although|though)(?![\p{L}])/iu;
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
  const rest = clauseAfter(after).slice(0, REACH);
  const clause = clauseBefore(before).slice(-REACH);
  if (JUST_BEFORE.test(before)) return rest.search(BACK) < 0 && !hasLasted(clause);
  if (isTimetabled(clause, rest)) return true;
  const cues = POSSESSIVE.test(after) ? SURELY_AHEAD : AHEAD;
  const ahead = aheadIn(before, rest, cues);
  if (ahead !== undefined) return ahead && !PARTICIPLE_BEFORE.test(before);
  if (!OPENING.test(clause.trimStart())) return false;
  const next = rest.search(SURELY_AHEAD);
  const past = rest.search(BACK);
  return next >= 0 && (past < 0 || next < past);
}

/** Returns which way a clause looks from its time; `either` where it does not say. */
export function directionOf(before: string, after: string): "ahead" | "back" | "either" {
  if (looksAhead(before, after)) return "ahead";
  return looksBack(before, after) ? "back" : "either";
}

/** Returns whether a clause opens with its time and tells of nothing past: "On Sunday a machine takes over". */
export function opensInThePresent(before: string, after: string): boolean {
  const rest = after.slice(0, REACH);
  if (!OPENING.test(clauseBefore(before).trimStart())) return false;
  return rest.search(BACK) < 0 && !PAST_FORM.test(rest);
}

/**
 * Returns whether a cue of the past ("since", "ended", "was") is the nearest in the clause before the time, or
 * follows it where none stands before: "The fair in March was wet".
 */
function looksBack(before: string, after: string): boolean {
  const clause = clauseBefore(before).slice(-REACH);
  const ahead = lastIndexOf(AHEAD, clause);
  if (ahead < 0 && looksBackAfter(after, BACK)) return true;
  return lastIndexOf(BACK, clause) > ahead || PARTICIPLE_BEFORE.test(before);
}

/**
 * Returns whether a verb of the past that is none of saying stands in the clause before a month: "changed its books in
 * December" looks back, "told the buyers of a cut in September" may look either way.
 */
export function looksBackForMonths(before: string, after: string): boolean {
  const clause = clauseBefore(before).slice(-REACH);
  if (clause.search(BACK_BUT_SAYING) >= 0) return true;
  const verb = PAST_FORM.exec(clause)?.[0];
  // "decided to open in March"
  if (verb !== undefined && !SAYING.test(verb) && !TO_DO.test(clause)) return true;
  return clause.search(AHEAD) < 0 && looksBackAfter(after, BACK_BUT_SAYING);
}

/** The clause says by its present tense and its verb that a day of a timetable follows. */
function isTimetabled(clause: string, rest: string): boolean {
  if (rest.search(BACK) >= 0 || PAST_FORM.test(rest)) return false;
  if (TIMETABLED.test(clause)) return true;
  return TIMETABLED_PLURAL.test(clause) && clause.search(BACK) < 0 && !PAST_FORM.test(clause);
}

/** "It stayed shut until …", but not "It was not expected to open until …". */
function hasLasted(clause: string): boolean {
  if (!UNTIL.test(clause) || clause.search(AHEAD) >= 0) return false;
  return LASTED.test(clause) || NOT_UNTIL.test(clause);
}

/** Whether the nearest cue before a time is of the future; `undefined` where there is none of the future. */
function aheadIn(before: string, rest: string, cues: RegExp): boolean | undefined {
  const clause = governingClause(before, rest).slice(-REACH);
  const ahead = Math.max(lastIndexOf(cues, clause), lastIndexOf(REQUEST, clause));
  return ahead < 0 ? undefined : ahead >= lastIndexOf(BACK, clause);
}

function looksBackAfter(after: string, cues: RegExp): boolean {
  const end = after.slice(0, REACH).search(CLAUSE_END);
  return after.slice(0, end < 0 ? REACH : end).search(cues) >= 0;
}

/** The clause before a time, with the one before it where it is but an adjunct and no verb of the past follows. */
function governingClause(before: string, rest: string): string {
  const pieces = before.slice(lastMark(before, false)).split(COMMA);
  let first = pieces.length - 1;
  const mayGoBack = rest.search(BACK) < 0 && !PAST_FORM.test(rest);
  while (mayGoBack && first > 0 && ADJUNCT.test(pieces[first] ?? "")) first -= 1;
  return pieces.slice(SUBORDINATE.test(pieces[first] ?? "") ? -1 : first).join(", ");
}

/** What follows to the end of its clause; past a comma that stands right behind the time, the next clause. */
function clauseAfter(after: string): string {
  const first = after.startsWith(",") ? CLAUSE_END.exec(after) : null;
  const rest = first === null ? after : after.slice(first.index + first[0].length);
  const end = rest.search(CLAUSE_END);
  return end < 0 ? rest : rest.slice(0, end);
}

/** What stands before, from the last end of a clause on. */
function clauseBefore(before: string): string {
  return before.slice(lastMark(before, true));
}

/** Where the last part of a sentence begins; with `orComma` also behind a comma that no name follows. */
function lastMark(text: string, orComma: boolean): number {
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const character = text[at] ?? "";
    if (PART_ENDS.includes(character)) return at + 1;
    if (orComma && character === " " && text[at - 1] === "," && !isCapital(text[at + 1]))
      return at + 1;
  }
  return 0;
}

function isCapital(letter: string | undefined): boolean {
  return letter !== undefined && letter !== letter.toLowerCase();
}

function lastIndexOf(pattern: RegExp, text: string): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index;
  return last;
}
