/** Whether a line is a known piece of page furniture, by the word lists (stage 2). */
import words from "../words/parse-furniture.json" with { type: "json" };

/** Opening and fixed phrases of one rule, ready to match. */
interface Phrases {
  readonly lines: ReadonlySet<string>;
  readonly starts: RegExp | undefined;
  readonly contains: RegExp | undefined;
}

/** The names of the removal rules that the word lists define. */
export type FurnitureRule = keyof typeof words.rules;

const SHORT = 140;
const LONGEST = 900;
const EDGE_MARKS = /^[\s"'*•·>»|-]+|[\s"'*.:;!?…>»|,-]+$/g;
const RUN_OF_DIGITS = /\d+/g;
const RUN_OF_SPACES = /\s+/g;

const HANDLE = /^@\w{2,30}$/;
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;
/** `2 hours ago`, `Last updated an hour ago`, `Monday 5:30PM`: nothing without the day it was printed. */
const AGE =
  /^(?:(?:last )?(?:updated|published|posted) )?(?:(?:an?|\d{1,3}) ?(?:sec|min|h|hour|day|week|month|year|d|w)\p{L}{0,6}\.? ago|vor \d{1,2} \p{L}{3,8}|il y a \d{1,2} \p{L}{3,8}|hace \d{1,2} \p{L}{3,8}|(?:mon|tues|wednes|thurs|fri|satur|sun)day \d{1,2}:\d{2} ?[ap]m)$/iu;
const NETWORKS = new RegExp(`(?:${alternatives(words.networks)})(?!\\p{Ll})`, "giu");

const phrasesOf = new Map(
  Object.entries(words.rules).map(([rule, lists]) => [rule, compile(lists)]),
);

/**
 * Returns the words by which a rule's lists know a line, or undefined. `plain` is the line's plain
 * text (see `shadowOf`). Whole lines only: a phrase inside a paragraph of prose is not asked for
 * unless the lists hold it under `contains`.
 *
 * Example: `knownFurniture("share-bar", "Share this article")` → `Share this article`.
 */
export function knownFurniture(rule: FurnitureRule, plain: string): string | undefined {
  const phrases = phrasesOf.get(rule);
  if (!phrases || plain.length > LONGEST) return undefined;
  const lower = plain.toLowerCase();
  if (plain.length <= SHORT) {
    const bare = lower
      .replace(EDGE_MARKS, "")
      .replace(RUN_OF_DIGITS, "#")
      .replace(RUN_OF_SPACES, " ");
    if (phrases.lines.has(bare)) return plain;
    if (rule === "share-bar" && (HANDLE.test(plain) || isNetworks(plain))) return plain;
    if (rule === "page-furniture" && (ADDRESS.test(plain) || AGE.test(plain))) return plain;
  }
  if (plain.length <= SHORT * 2) {
    const start = phrases.starts?.exec(lower)?.[0];
    if (start !== undefined) return start;
  }
  return phrases.contains?.exec(lower)?.[0];
}

/** Whether nothing but names of networks and words of share bars is on a line, glued or not. */
function isNetworks(plain: string): boolean {
  const named = plain.match(NETWORKS) ?? [];
  return named.length >= 2 && !/\p{L}/u.test(plain.replace(NETWORKS, ""));
}

function compile(lists: {
  readonly lines: readonly string[];
  readonly starts: readonly string[];
  readonly contains: readonly string[];
}): Phrases {
  return {
    lines: new Set(lists.lines),
    starts:
      lists.starts.length > 0 ? new RegExp(`^(?:${alternatives(lists.starts)})`, "u") : undefined,
    contains: lists.contains.length > 0 ? new RegExp(alternatives(lists.contains), "u") : undefined,
  };
}

function alternatives(phrases: readonly string[]): string {
  return phrases.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|");
}
