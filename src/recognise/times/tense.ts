/** Does the sentence look ahead where a weekday or month stands? (stage 4, recognise) */
import words from "../../words/times.json" with { type: "json" };
import { type Cues, cuesIn } from "./cues.ts";
import type { Direction } from "./nearest-day.ts";
import type { TimeContext } from "./rule.ts";

const PART_ENDS = ';:—“”"';
/** At most this many characters may part a cue such as "will" from the day. */
const REACH = 100;

const phrases = (list: readonly string[]): string =>
  `(?:${list.map((word) => word.replace("'", "['’]")).join("|")})(?![\\p{L}])`;
/** "by Friday", "as early as the Monday": words right before a time, by how many of them there are. */
const JUST_BEFORE: ReadonlySet<string> = new Set(words.futureBefore);
const NO_LETTERS = /[^a-z]+/;
const BETWEEN: ReadonlySet<string> = new Set(["the", "late", "early", "on", "mid"]);
const TO_DO = /(?<![\p{L}])to \p{Ll}{2,14} /u;
/** Verbs of saying tell nothing of when that was or will be of which they tell. */
const SAYING = /^(?:announc|report|warn|ask|add|claim|expect|plann|propos|schedul|urg)/iu;
/** "announced on Friday", but not "will be announced on Friday". */
const ENDS_IN_ED = /ed(?: late| early)?(?: on| in)? $/i;
const PARTICIPLE_BEFORE =
  /(?<!\b(?:be|been|is|are|to)(?: [a-zà-ɏ]{1,12})? )\b[a-zà-ɏ]{3,12}ed(?: late| early)?(?: on| in)? $/i;
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
const SINCE = /(?<![\p{L}])since (?:the |early |late )?$/iu;
const UNTIL = /(?<![a-zà-ɏ])(?:until|till|through)(?: the| late| early)? $/i;
/** A piece of a sentence between commas that goes with the verb before it: "will be at noon, on". */
const ADJUNCT =
  /^\s*(?:(?:on|at|in|from|near|late|early|beginning|starting|opening|ending|finishing)(?![a-zà-ɏ])[^,]*)?$/i;
/** "The board, which will meet again, on Monday chose a clerk": the day is not this clause's. */
const SUBORDINATE =
  /^\s*(?:who|whom|whose|which|where|when|while|as|if|although|though)(?![a-zà-ɏ])/i;
const OPENING = /^(?:(?:and|but|then)\s)?(?:on|in|at|late on|early on)?\s?(?:the\s)?$/iu;
/** No opening is longer: "and late on the ". */
const LONGEST_OPENING = 24;
const LONGEST_JUST_BEFORE = 40;
const POSSESSIVE = /^['’]s?(?![\p{L}])/u;

/** "Ferry to sail on", in a headline. */
const HEADLINE_INFINITIVE = /^(?<subject>.*\S) to (?<verb>\p{L}{2,20})(?![\p{L}])/iu;
/** A headline with such a word prints verbs in small letters. */
const SMALL_WORD = /(?<![\p{L}])\p{Ll}{4}/u;
const NO_INFINITIVES: ReadonlySet<string> = new Set(words.noInfinitives);

/** A time with what stands around it in its sentence. */
export type Surroundings = Pick<TimeContext, "before" | "after" | "isHeadline">;

/**
 * Returns whether what a clause says lies ahead: the nearest cue before the time is one of the future
 * ("will", "scheduled", "due"), or the time opens the sentence and such a cue follows; in a headline also an infinitive.
 *
 *     looksAhead({ before: "The council will discuss the fares on ", after: ".", … })  // true
 */
export function looksAhead({ before, after, isHeadline }: Surroundings): boolean {
  const clause = clauseBefore(before).slice(-REACH);
  const own = cuesIn(clause);
  const rest = onceAsked(() => cuesIn(clauseAfter(after).slice(0, REACH)));
  if (isJustBefore(before)) return rest().firstBack < 0 && !hasLasted(clause, own);
  if (isTimetabled(clause, own, rest)) return true;
  if (isHeadline && isToCome(clause)) return true;
  const governing = governingClause(before, rest).slice(-REACH);
  const cues = governing === clause ? own : cuesIn(governing);
  const ahead = POSSESSIVE.test(after) ? cues.surelyAhead : cues.ahead;
  if (ahead >= 0) return ahead >= cues.back && !isParticipleBefore(before);
  if (!isOpening(clause)) return false;
  const { firstSurelyAhead, firstBack } = rest();
  return firstSurelyAhead >= 0 && (firstBack < 0 || firstSurelyAhead < firstBack);
}

/** Returns which way a clause looks from its time. */
export function directionOf(around: Surroundings): Direction {
  if (looksAhead(around)) return "ahead";
  if (SINCE.test(around.before.slice(-LONGEST_OPENING)) || isParticipleBefore(around.before))
    return "over";
  return looksBack(around.before, around.after) ? "back" : "either";
}

/** Returns whether a clause opens with its time and tells of nothing past: "On Sunday a machine takes over". */
export function opensInThePresent(before: string, after: string): boolean {
  return isOpening(clauseBefore(before)) && isPresent(cuesIn(after.slice(0, REACH)));
}

/**
 * Returns whether a verb of the past that is none of saying stands in the clause before a month: "changed its books in
 * December" looks back, "told the buyers of a cut in September" may look either way.
 */
export function looksBackForMonths(before: string, after: string): boolean {
  const clause = clauseBefore(before).slice(-REACH);
  const { isBackBesidesSaying, pastForm, ahead } = cuesIn(clause);
  if (isBackBesidesSaying) return true;
  // "decided to open in March"
  if (pastForm !== undefined && !SAYING.test(pastForm) && !TO_DO.test(clause)) return true;
  return ahead < 0 && cuesIn(toClauseEnd(after)).isBackBesidesSaying;
}

/**
 * Whether a cue of the past ("since", "ended", "was") is the nearest in the clause before the time, or follows it where
 * none stands before: "The fair in March was wet".
 */
function looksBack(before: string, after: string): boolean {
  const { ahead, back } = cuesIn(clauseBefore(before).slice(-REACH));
  if (ahead < 0 && cuesIn(toClauseEnd(after)).back >= 0) return true;
  return back > ahead;
}

/** Most clauses say enough before their time, and what follows need not be read. */
function onceAsked(find: () => Cues): () => Cues {
  let found: Cues | undefined;
  return () => {
    found ??= find();
    return found;
  };
}

function isPresent({ firstBack, pastForm }: Cues): boolean {
  return firstBack < 0 && pastForm === undefined;
}

function isOpening(clause: string): boolean {
  return clause.length <= LONGEST_OPENING && OPENING.test(clause.trimStart());
}

function isParticipleBefore(before: string): boolean {
  return ENDS_IN_ED.test(before.slice(-LONGEST_OPENING)) && PARTICIPLE_BEFORE.test(before);
}

/** Whether one of the words of `futureBefore` stands right before, with an article or "late" between at most. */
function isJustBefore(before: string): boolean {
  const last = before.at(-1);
  if (last !== " " && last !== "-" && last !== "\u00a0") return false;
  const tail = before.slice(-LONGEST_JUST_BEFORE, -1).toLowerCase().split(NO_LETTERS);
  return endsInOneOf(tail) || (BETWEEN.has(tail.at(-1) ?? "") && endsInOneOf(tail.slice(0, -1)));
}

function endsInOneOf(tail: readonly string[]): boolean {
  const [third, second, first] = [tail.at(-3), tail.at(-2), tail.at(-1) ?? ""];
  return (
    JUST_BEFORE.has(first) ||
    JUST_BEFORE.has(`${second} ${first}`) ||
    JUST_BEFORE.has(`${third} ${second} ${first}`)
  );
}

/** The clause says by its present tense and its verb that a day of a timetable follows. */
function isTimetabled(clause: string, own: Cues, rest: () => Cues): boolean {
  if (!own.isTimetabled || !isPresent(rest())) return false;
  return TIMETABLED.test(clause) || (isPresent(own) && TIMETABLED_PLURAL.test(clause));
}

/** The clause of a headline ends in an infinitive that hangs on no verb of the past: "Ferry to sail", not "Talks failed to open". */
function isToCome(clause: string): boolean {
  const { subject = "", verb = "" } = HEADLINE_INFINITIVE.exec(clause)?.groups ?? {};
  if (verb === "" || NO_INFINITIVES.has(verb.toLowerCase())) return false;
  // "Minister flies to Lund"
  if (isCapital(verb[0]) && SMALL_WORD.test(subject)) return false;
  return isPresent(cuesIn(subject));
}

/** "It stayed shut until …", but not "It was not expected to open until …". */
function hasLasted(clause: string, { ahead }: Cues): boolean {
  if (!UNTIL.test(clause) || ahead >= 0) return false;
  return LASTED.test(clause) || NOT_UNTIL.test(clause);
}

/** The clause before a time, with the one before it where it is but an adjunct and no verb of the past follows. */
function governingClause(before: string, rest: () => Cues): string {
  const part = before.slice(lastMark(before, false));
  if (!part.includes(", ")) return part;
  const pieces = commaPieces(part);
  let first = pieces.length - 1;
  while (first > 0 && ADJUNCT.test(pieces[first] ?? "") && isPresent(rest())) first -= 1;
  return pieces.slice(SUBORDINATE.test(pieces[first] ?? "") ? -1 : first).join(", ");
}

function toClauseEnd(after: string): string {
  return after.slice(0, Math.min(REACH, nextMark(after, 0).start));
}

/** Parted at commas that no name follows. */
function commaPieces(part: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = part.indexOf(", "); at >= 0; at = part.indexOf(", ", at + 1)) {
    if (isCapital(part[at + 2])) continue;
    pieces.push(part.slice(from, at));
    from = at + 2;
  }
  return [...pieces, part.slice(from)];
}

/** What follows to the end of its clause; past a comma that stands right behind the time, the next clause. */
function clauseAfter(after: string): string {
  const from = after.startsWith(",") ? nextMark(after, 0).end : 0;
  return after.slice(from, nextMark(after, from).start);
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

/** Where the next end of a clause stands; at the end of the text where there is none. */
function nextMark(text: string, from: number): { readonly start: number; readonly end: number } {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (PART_ENDS.includes(character)) return { start: at, end: at + 1 };
    if (character === "," && text[at + 1] === " " && !isCapital(text[at + 2]))
      return { start: at, end: at + 2 };
  }
  return { start: text.length, end: text.length };
}

function isCapital(letter: string | undefined): boolean {
  return letter !== undefined && letter !== letter.toLowerCase();
}
