/** Can two printed names be one person's? Names taken to their parts. Stage 4, recognise. */
import { foldName } from "../../text/fold.ts";
import { lexicon } from "../names/lexicon.ts";
import type { Word } from "../reading.ts";

/** Returns the parts of a name that are compared: folded, without Jr. and particles. */
export function partsOf(words: readonly Word[]): readonly string[] {
  const { suffixes } = lexicon();
  const name = opensWithParticles(words) ? words.slice(2) : words;
  return name
    .filter((word) => (word.capital || hasNoCase(word)) && !suffixes.has(word.key))
    .map(({ key }) => foldName(key));
}

/** Scripts without capitals: Hebrew, Arabic, and others. */
function hasNoCase({ kind, key }: Word): boolean {
  return kind === "word" && key === key.toUpperCase();
}

/** Returns the suffix of a name of two words or more, as a key: `jr`, `iii`. */
export function suffixOf(words: readonly Word[]): string | undefined {
  const last = words.at(-1)?.key ?? "";
  return words.length > 2 && lexicon().suffixes.has(last) ? last : undefined;
}

/** Whether a name is a surname with its particles: Van der Laak at the start of a sentence. */
export function opensWithParticles(words: readonly Word[]): boolean {
  const { particles } = lexicon();
  return words.length > 2 && words.slice(0, 2).every(({ key }) => particles.has(key));
}

/**
 * Whether two full names can be one person's: the same last part, and the parts before of the shorter one
 * found in order among the longer one's, where an initial stands for any name it starts.
 */
export function sameName(a: readonly string[], b: readonly string[]): boolean {
  if (bare(a.at(-1) ?? "") !== bare(b.at(-1) ?? "")) return false;
  const [longer, shorter] = a.length >= b.length ? [a, b] : [b, a];
  let at = 0;
  for (const part of shorter.slice(0, -1)) {
    while (at < longer.length - 1 && !samePart(longer[at] ?? "", part)) at += 1;
    if (at >= longer.length - 1) return false;
    at += 1;
  }
  return true;
}

function samePart(a: string, b: string): boolean {
  if (a === b) return true;
  const initials = a.length <= 2 || b.length <= 2;
  return initials && a[0] === b[0];
}

const ARTICLE = /^(?:al|el)-/;

/** Returns a surname without its article: al-Abadi is Abadi on second mention. */
export function bare(part: string): string {
  return part.replace(ARTICLE, "");
}

/** Returns the words that name somebody alone: the surname; the first part too where the family name comes first. */
export function shortForms(parts: readonly string[]): readonly string[] {
  const { familyFirst } = lexicon();
  const last = bare(parts.at(-1) ?? "");
  const first = parts[0] ?? "";
  const family = parts.length > 1 && parts.length <= 3 && familyFirst.has(first) && first !== last;
  return family ? [last, first] : [last];
}

/** Whether a part of a name is an initial only. */
export function hasInitial(parts: readonly string[]): boolean {
  return parts.some((part) => part.length <= 2 || part.includes("."));
}
