/** Does the verb to which a time belongs tell of the past, of what is to come, or of somebody who spoke? Stage 5. */
import words from "../words/event-words.json" with { type: "json" };
import times from "../words/times.json" with { type: "json" };

/**
 * What a verb tells: `past`; `said`: a verb of saying; `ahead`: what is to come; `planned`: what had been meant to come ("was due"); `modal`:
 * what would or might be; `present`.
 */
export type Cue = "past" | "said" | "ahead" | "planned" | "modal" | "present";

/** The words of a part of a sentence, in small letters; a number and a comma are one, too. */
export type CueWords = readonly string[];

const TOKEN = /\p{L}[\p{L}\p{M}’'-]*|\p{N}+|,/gu;

/** Returns the words and commas of a part of a sentence as they are looked up. */
export function cueWords(text: string): CueWords {
  return (text.match(TOKEN) ?? []).map((word) => word.toLowerCase().replaceAll("’", "'"));
}

/** Returns whether one of the words is in a list of `words/event-words.json`. */
export function hasAny(among: CueWords, list: ReadonlySet<string>): boolean {
  return among.some((word) => list.has(word));
}

/** Returns whether a word may be a verb's past form: "sailed", "went". */
export function isPast(word: string): boolean {
  return PASTS.has(word) || (REGULAR.test(word) && !NOT_PASTS.has(word));
}

/** "London-based" is no verb. */
const REGULAR = /^\p{L}{2,}ed$/u;

/**
 * Returns what the verb tells to which a time belongs that stands between two parts of a sentence: the last verb before it, or, where there
 * is none, or where the clause with that verb is closed ("Reis, who chairs the board, on Monday …"), the first one behind it.
 */
export function governingCue(before: CueWords, after: CueWords): Cue | undefined {
  let last: Cue | undefined;
  for (let at = before.length - 1; at >= 0 && last === undefined; at -= 1) {
    last = cueAt(before, at);
    if (last !== undefined && !isClosed(before, at)) return last;
  }
  for (let at = 0; at < after.length; at += 1) {
    const next = cueAt(after, at);
    if (next !== undefined) return next;
  }
  return last;
}

/** Returns whether a headline's clause holds "to" with a verb behind it and none of the past before, which tells of what is to come: "Bridge to reopen". */
export function isToCome(clause: CueWords): boolean {
  const at = clause.lastIndexOf("to");
  const next = clause[at + 1];
  if (at <= 0 || next === undefined || !/^\p{L}/u.test(next) || NO_INFINITIVES.has(next))
    return false;
  return !clause.slice(0, at).some(isPast);
}

const NO_INFINITIVES: ReadonlySet<string> = new Set(times.noInfinitives);

/** "who chairs the board," closes before the time. */
function isClosed(before: CueWords, verb: number): boolean {
  const comma = before.lastIndexOf(",");
  if (comma < verb) return false;
  return before.slice(0, verb).some((word, at) => RELATIVES.has(word) && before[at - 1] === ",");
}

const RELATIVES: ReadonlySet<string> = new Set(["who", "which", "whose", "where"]);
const PASTS: ReadonlySet<string> = new Set(words.pasts);
const HAVE: ReadonlySet<string> = new Set(["has", "have"]);
const NOT_PASTS: ReadonlySet<string> = new Set(words.notPasts);
const SAYING: ReadonlySet<string> = new Set(words.reporting.en);
const AHEAD: ReadonlySet<string> = new Set(words.ahead);
const MODALS: ReadonlySet<string> = new Set(words.modals);
const PLANNED: ReadonlySet<string> = new Set(words.planned);
const PRESENTS: ReadonlySet<string> = new Set(["is", "are", "am", "do", "does"]);
const WERE: ReadonlySet<string> = new Set(["was", "were", "been", "had"]);
const BE: ReadonlySet<string> = new Set(["be", "get"]);

function cueAt(all: CueWords, at: number): Cue | undefined {
  const word = all[at] ?? "";
  const next = all[at + 1] ?? "";
  if (isOfPlan(all, at)) return "planned";
  if (AHEAD.has(word) || AHEAD.has(`${word} ${next}`) || word.endsWith("'ll")) return "ahead";
  if (MODALS.has(word)) return "modal";
  if (SAYING.has(word) || (word === "according" && next === "to")) return "said";
  if (isPast(word) && all[at - 1] === "have" && MODALS.has(all[at - 2] ?? "")) return "modal";
  if (HAVE.has(word)) return isPast(next) || isPast(all[at + 2] ?? "") ? "past" : "present";
  if (isPast(word) && !BE.has(all[at - 1] ?? "") && !isArranged(all, at))
    return isAdjective(all, at) ? undefined : "past";
  return PRESENTS.has(word) ? "present" : undefined;
}

/** "the most advanced societies": between a word that begins a noun and the noun. */
function isAdjective(all: CueWords, at: number): boolean {
  const next = all[at + 1];
  if (!REGULAR.test(all[at] ?? "") || next === undefined || next === ",") return false;
  return BEFORE_NOUNS.has(all[at - 1] ?? "") && !FUNCTION_WORDS.has(next);
}

const BEFORE_NOUNS: ReadonlySet<string> = new Set(words.beforeNouns);
const FUNCTION_WORDS: ReadonlySet<string> = new Set(words.functionWords);

/** "a debate hosted by the town": what is arranged may be still to come. */
function isArranged(all: CueWords, at: number): boolean {
  return all[at + 1] === "by" && ARRANGED.has(all[at] ?? "") && !WERE.has(all[at - 1] ?? "");
}

const ARRANGED: ReadonlySet<string> = new Set(words.arranged);

/** "was due", "were also to", seen from either word. */
function isOfPlan(all: CueWords, at: number): boolean {
  const word = all[at] ?? "";
  const beside = (step: 1 | -1): string => {
    const next = all[at + step] ?? "";
    return isAdverb(next) ? (all[at + 2 * step] ?? "") : next;
  };
  return (PLANNED.has(word) && WERE.has(beside(-1))) || (WERE.has(word) && PLANNED.has(beside(1)));
}

function isAdverb(word: string): boolean {
  return word.endsWith("ly") || word === "first" || word === "once" || word === "also";
}
