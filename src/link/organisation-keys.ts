/** When are two printed names one organisation's? Stage 5. */
import type { ArchiveArticle } from "../model.ts";
import { foldName } from "../text/fold.ts";
import spellings from "../words/body-spellings.json" with { type: "json" };

/** Legal forms at the end of a company's name, which some articles print and others leave out. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  "inc incorporated ltd limited plc llc llp corp corporation co company gmbh ag nv sa spa".split(
    " ",
  ),
);

/**
 * Returns the form in which names of organisations are compared: folded, without `the` before it, full stops, commas,
 * and a legal form at its end. A country's adjective stays: `Iranian Football Federation` is no other country's.
 *
 *     organisationKey("The Tern Dredging Co., Ltd.")  // "tern dredging"
 */
export function organisationKey(name: string): string {
  const words = foldName(name)
    .replaceAll("&", " and ")
    .replace(/[.,]/g, "")
    .replace(/'s?(?= |$)/g, "")
    .split(/[\s-]+/)
    .filter((word) => word !== "");
  if (words.length > 1 && words[0] === "the") words.shift();
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? "")) words.pop();
  return words.join(" ");
}

/** The key of a body's usual name, by the keys of its other names and letters. */
let built: ReadonlyMap<string, string> | undefined;

function usualKeys(): ReadonlyMap<string, string> {
  built ??= new Map(
    spellings.groups.split("|").flatMap((group) => {
      const [first = "", ...others] = group.split("/").map(organisationKey);
      return others.map((other) => [other, first] as const);
    }),
  );
  return built;
}

function usualKey(key: string): string {
  return usualKeys().get(key) ?? key;
}

/**
 * Returns the key under which a name goes. An explanation of its letters, as in `Port Ellis Harbour Board (PEHB)`, holds in
 * its own article, and in all others unless another article gives the same letters another full name; then, as without
 * one, they stand for what the world's press means by them, if it means anything.
 *
 * @param here The full name's key where the article itself explains the letters; else empty.
 * @param claims The full names' keys that the archive's articles give to these letters.
 */
export function keyInArchive(name: string, here: string, claims: readonly string[]): string {
  if (here !== "") return here;
  const [only, another] = claims;
  return only !== undefined && another === undefined ? only : usualKey(organisationKey(name));
}

const LETTERS_BEHIND = /^ ?\((?:the )?(?<letters>\p{Lu}[\p{L}.&-]{1,9})[),;]/u;
const REACH = 20;

/** Returns what an article explains: the key of letters and that of the full name before them. */
export function explanationsIn({
  document: { text },
  annotations,
}: ArchiveArticle): readonly (readonly [letters: string, full: string])[] {
  return annotations.organisations.flatMap(({ mentions }) =>
    mentions.flatMap(({ start, end }) => {
      const letters = LETTERS_BEHIND.exec(text.slice(end, end + REACH))?.groups?.["letters"];
      const full = text.slice(start, end);
      if (letters === undefined || !areInitialsOf(letters, full)) return [];
      return [[organisationKey(letters), usualKey(organisationKey(full))] as const];
    }),
  );
}

/** Whether letters are the initials of a name of two words or more, its small words counted or not. */
function areInitialsOf(letters: string, full: string): boolean {
  const words = full.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  const capitals = letters.replace(/[^\p{Lu}]/gu, "");
  if (words.length < 2 || capitals.length < 2) return false;
  const all = words.map((word) => word.charAt(0).toUpperCase()).join("");
  const large = words.flatMap((word) => /^\p{Lu}/u.exec(word) ?? []).join("");
  const withoutThe = all.replace(/^T/, "");
  return [all, large, withoutThe, large.replace(/^T/, "")].includes(capitals);
}
