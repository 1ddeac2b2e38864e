/** Does a sentence tell what happened at a time, or is the time said of something else? Stage 5. */
import type { Outlook } from "../event-model.ts";
import type { TimeGrain } from "../text/time-values.ts";
import lists from "../words/event-words.json" with { type: "json" };
import { type Cue, cueWords, governingCue, hasAny, isPast, isToCome } from "./event-cues.ts";

/** A time in its sentence. */
export interface TimeInSentence {
  /** What stands before the time and behind it, in its sentence. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
  readonly grain: TimeGrain;
  /** The recogniser's rule. */
  readonly rule: string;
  /** Of the time as against the publication. */
  readonly order: "before" | "after" | "together" | "unknown";
  readonly isHeadline: boolean;
}

/** Further away a word says nothing about a time. */
const REACH = 160;

/**
 * Returns whether a sentence of English tells what happened at a time, what was to happen, or who spoke then; undefined where the
 * time only describes ("the 2018 budget", "Friday's close"), begins or ends a span ("since March"), is compared with
 * ("from 72 million in 1985"), or where what was meant for it may never have come ("had been due on Monday").
 */
export function outlookInEnglish(time: TimeInSentence): Outlook | undefined {
  if (isGeneral(time) || !saysWhen(time) || isOfAccounts(time)) return undefined;
  return outlookOf(time);
}

const alternatives = (list: readonly string[]): string =>
  list
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace("'", "['’]"))
    .join("|");

// ---------------------------------------------------------------- says the time when?

/** "Nowadays", and spans up to the day of printing: no time of anything that happened. */
const GENERAL_RULES: ReadonlySet<string> = new Set([
  "season-nearest-publication",
  "the-past-week-month-or-year",
  "last-day-of-a-range",
  "last-year-of-a-range",
  "same-quarter-a-year-before",
]);
/** Names the time by its distance: "last month", "two years ago"; such a time stands without "in". */
const BY_DISTANCE = /^(?:last|this|next|earlier|later)\s|\s(?:ago|before|earlier|later)$/iu;
const BY_DAY_WORD =
  /^(?:late |early )?(?:yesterday|today|tomorrow|tonight|mon|tues|wednes|thurs|fri|satur|sun)/iu;

/** The word on which the time hangs, past "the", "late" and the like. */
const LEAD =
  /(?:^|[\s(“"'’—–-])(?<lead>\p{L}+)\s(?:(?:the|late|early|mid|only|just|nearly|all|again)\s)*$/iu;
const HANGS_ON_THE =
  /(?:^|\s)(?:the|a|an|this|that|its|his|her|their|our|another|each|every|whose|\p{L}+['’]s)\s$/iu;
const WITHIN: ReadonlySet<string> = new Set([
  "on",
  "in",
  "at",
  "during",
  "over",
  "around",
  "about",
  "late",
  "early",
]);
const OUTSIDE: ReadonlySet<string> = new Set([
  "since",
  "from",
  "to",
  "between",
  "beyond",
  "than",
  "after",
  "before",
  "through",
  "per",
  "upon",
  "against",
  "versus",
  "vs",
  "following",
  "or",
  "until",
  "till",
  "by",
  "for",
  "of",
  "and",
  "as",
  "with",
  "like",
  "dated",
  "ended",
  "ending",
]);
/** "by Friday", "until 3 March", "scheduled for Monday" say when only of what is to come. */
const TOWARDS: ReadonlySet<string> = new Set(["by", "until", "till", "for"]);
const OF_A_TIME = new RegExp(
  `(?:^|\\s)(?:${alternatives(lists.timeNouns)})\\sof\\s(?:the\\s)?$`,
  "iu",
);
/** "since the start of 2015". */
const FROM_A_TIME =
  /(?:^|\s)(?:since|from|before|after|until|till|than|by)\s(?:the\s)?\p{L}+\sof\s(?:the\s)?$/iu;
const AND_ANOTHER_DAY = /(?:\d|day|\d(?:st|nd|rd|th))(?:,)?\s(?:and|or)\s$/iu;
/** `March 21-June 21`, `1987/88`. */
const RANGE_BEFORE = /[\p{L}\d]\s?[–—/-]$|\d\s?[–—-]\s$/u;
const RANGE_AFTER = /^\s?[–—/-]\s?[\p{L}\d]/u;
const POSSESSIVE = /^['’]s?(?![\p{L}])/u;
const NEXT_WORD = /^[\s\u00a0]+(?<next>[\p{L}\p{N}][\p{L}\p{N}'’]*)/u;
const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...lists.functionWords,
  ...lists.pasts,
  ...lists.reporting.en,
]);
/** A time that opens its clause: "On Monday Reis sailed". */
const OPENING =
  /(?:^|[;:—–“"(]|,)\s*(?:(?:and|but|then|later|earlier|also)\s)?(?:(?:on|in|at|during|late|early|over)\s)?(?:the\s)?$/iu;

function isGeneral({ rule, grain, words }: TimeInSentence): boolean {
  return GENERAL_RULES.has(rule) || grain === "quarter" || /^current\s/iu.test(words);
}

function saysWhen(time: TimeInSentence): boolean {
  const { before, after } = time;
  if (POSSESSIVE.test(after) || RANGE_BEFORE.test(before) || RANGE_AFTER.test(after)) return false;
  return hangsOnAVerb(time) && !describesWhatFollows(time);
}

/** Whether the word before lets the time say when. */
function hangsOnAVerb(time: TimeInSentence): boolean {
  const { before, grain, order } = time;
  const isNear = grain === "day" || grain === "week";
  const standsAlone = isNear || BY_DISTANCE.test(time.words) || time.isHeadline;
  const lead = LEAD.exec(before.slice(-REACH))?.groups?.["lead"]?.toLowerCase();
  if (lead !== undefined && WITHIN.has(lead)) return true;
  if (lead !== undefined && TOWARDS.has(lead)) return order === "after" && isNear;
  if (lead === "of") return OF_A_TIME.test(before) && !FROM_A_TIME.test(before);
  if (lead === "and" || lead === "or") return isNear && AND_ANOTHER_DAY.test(before);
  if (lead !== undefined && OUTSIDE.has(lead)) return false;
  return standsAlone && !HANGS_ON_THE.test(before);
}

/** "On Wednesday rain fell", but "the Wednesday meeting", "in January exports". */
function describesWhatFollows(time: TimeInSentence): boolean {
  const next = NEXT_WORD.exec(time.after)?.groups?.["next"];
  if (next === undefined || BY_DISTANCE.test(time.words)) return false;
  if (FUNCTION_WORDS.has(next.toLowerCase()) || isPast(next) || next.endsWith("ly")) return false;
  if (/^\p{Lu}/u.test(next) && BY_DAY_WORD.test(time.words)) return false;
  if (OPENING.test(time.before))
    return time.grain !== "day" && (/^\p{N}/u.test(next) || /\bthe\s$/iu.test(time.before));
  return !(
    time.grain === "day" &&
    /^[\p{Lu}\p{N}]/u.test(next) &&
    /(?:on|in)\s$/iu.test(time.before)
  );
}

// ---------------------------------------------------------------- is it a heading of figures?

const UNITS = alternatives(lists.units);
/** "2.83 billion in January", "10 pct in 1986". */
const FIGURE = new RegExp(
  `(?:[\\d¼½¾]|(?<!\\p{L})(?:hundred|thousand|million|billion))\\s?(?:(?:${UNITS})(?!\\p{L})\\s?){0,3},?\\s?(?:a share\\s|each\\s)?(?:in|during|on|at)?\\s?(?:the\\s|late\\s|early\\s)?$`,
  "iu",
);
const COMPARED =
  /(?<!\p{L})(?:than|versus|vs|against|compared (?:with|to)|unchanged from|up from|down from)(?!\p{L})[^,;]{0,60}$/iu;
/** "73 pct up on 1985", "sales from 72 million in 1985". */
const FROM = /(?<!\p{L})(?:up|down)\son\s$|(?<!\p{L})from[^,;]{0,40}\d[^,;]{0,30}$/iu;
const ACCOUNTS = new RegExp(
  `(?<!\\p{L})(?:${alternatives(lists.accounts)})\\s?(?:on|in|at|for)?\\s?(?:the\\s)?$`,
  "iu",
);
const TERM = new RegExp(
  `(?<!\\p{L})(?:${lists.terms.join("|")})(?!\\p{L})[^.;]{0,30}\\b(?:end|ends|start|starts|begin|begins|end(?:ed|ing)|start(?:ed|ing)|began|beginning|to|from)\\s(?:on\\s|in\\s|at\\s)?$`,
  "iu",
);

/** "the rise in January", "net profit in 1986". */
const STATISTIC = new RegExp(
  `(?<!\\p{L})(?:${alternatives(lists.statistics)})\\s(?:in|during|for)\\s(?:late\\s|early\\s)?$`,
  "iu",
);
/** So much before a time tells what it is a heading of. */
const HEADING = 90;

function isOfAccounts(time: TimeInSentence): boolean {
  const before = time.before.slice(-HEADING);
  if (COMPARED.test(before) || TERM.test(before)) return true;
  if (ACCOUNTS.test(before) && !(time.order === "after" && /due (?:on|in)\s$/iu.test(before)))
    return true;
  if (time.grain === "day") return false;
  if (FIGURE.test(before) || STATISTIC.test(before)) return true;
  return time.grain !== "week" && (/^fiscal/iu.test(time.words) || FROM.test(before));
}

// ---------------------------------------------------------------- past, to come, or said?

const PART_END = /[;:—–“”"]/u;
const CONDITIONS: ReadonlySet<string> = new Set(["if", "unless"]);
/** What might be is not expected. */
const MAY_BE: ReadonlySet<string> = new Set([...CONDITIONS, ...lists.possibilities]);
const FORECASTS: ReadonlySet<string> = new Set([
  ...lists.forecasts,
  ...lists.modals,
  ...lists.ahead,
]);
const MOVES: ReadonlySet<string> = new Set(lists.moves);
/** "in a speech on Tuesday", "told a press conference held on Monday": the time of what was said. */
const SPEAKING = new RegExp(
  `(?<!\\p{L})(?:in|during|at|told|via|to)\\s(?:a|an|the|his|her|their|its|separate|\\p{L}+['’]s)\\s(?:[\\p{L}-]+\\s){0,3}(?:${alternatives(lists.speeches)})(?!\\p{L})[^,;]{0,80}$`,
  "iu",
);

function outlookOf(time: TimeInSentence): Outlook | undefined {
  const part = time.before.slice(-REACH).split(PART_END).at(-1) ?? "";
  const before = cueWords(part);
  const after = cueWords(time.after.slice(0, REACH));
  const cue =
    time.isHeadline && isToCome(before) ? ("ahead" as const) : governingCue(before, after);
  if (time.order === "after") {
    const isSure = cue !== "said" && cue !== "planned" && !hasAny(before, MAY_BE);
    return isSure ? "expected" : undefined;
  }
  if (cue === "modal" || cue === "planned" || hasAny(before, CONDITIONS)) return undefined;
  if (cue === "said" || (cue !== "ahead" && SPEAKING.test(part))) return "said";
  const isForecast = hasAny(before, FORECASTS) || (cue === "present" && hasAny(after, FORECASTS));
  const isFigure = hasAny(before, MOVES) || hasAny(after, MOVES);
  return outlookOfDeed(time, cue, { isForecast, isFigure });
}

/** "In 2012, 43 percent of the money came in small sums." */
const SHARE_NEXT = /^,?\s\d[\d.,]{0,6}\s?(?:percent|per cent|pct|%)/u;
/** "earlier this month" is over. */
const OVER = /^earlier\s/iu;
/** "ordered layoffs at plants later this month": to come, whatever the verb. */
const STILL_AHEAD = /^later\s+this\s/iu;

/** Of what is neither said nor surely to come. */
function outlookOfDeed(
  { order, grain, isHeadline, words, before, after }: TimeInSentence,
  cue: Cue | undefined,
  sentence: { readonly isForecast: boolean; readonly isFigure: boolean },
): Outlook | undefined {
  const isNear = grain === "day" || grain === "week";
  if (order !== "before") {
    if (STILL_AHEAD.test(words)) return "expected";
    if (OVER.test(words)) return cue === "past" ? "happened" : undefined;
    if (cue === "ahead") return "expected";
    return cue === "past" && (isNear || !sentence.isForecast) ? "happened" : undefined;
  }
  if (cue === "ahead" || (cue === "present" && sentence.isForecast)) return undefined;
  if (!isNear && SHARE_NEXT.test(after)) return undefined;
  // "In January, exports fell to 117 billion": a month or a year as the heading of a figure
  if (!isNear && sentence.isFigure && (isHeadline || /\d/u.test(before + after))) return undefined;
  return cue === "past" || isNear || isHeadline ? "happened" : undefined;
}
