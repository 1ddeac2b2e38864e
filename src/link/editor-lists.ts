/** What do the editor's lists in the front matter leave of what was recognised, and what do they add? Stage 5. */
import type { ArchiveArticle, Span } from "../model.ts";
import { foldName } from "../text/fold.ts";

/** Names that a list may hold: `people`, `organisations`, `places` or `topics`. */
export type ListName = "people" | "organisations" | "places" | "topics";

/** A name that the list has and that was not recognised. */
export interface AddedName {
  readonly name: string;
  /** Where the text has it, whatever its capitals. */
  readonly mentions: readonly Span[];
}

/** What is left of the recognised names after the editor's list, and what the list adds. */
export interface Ruled<T> {
  /** Under the name that the editor gave; `printed` is the one recognised. */
  readonly kept: readonly (T & { readonly printed: string })[];
  readonly added: readonly AddedName[];
}

/**
 * Applies an editor's list to what was recognised. Without a list everything stays. With one:
 *
 * - a name it has stays, and is called what the editor calls it ("Martin Sykes" for "Cllr Martin Sykes");
 * - a name that import had listed and that it has no longer goes;
 * - a name that import had not listed stays: nobody has ruled on it, as after a correction of the text;
 * - a name of its own is added; one that import wrote and that the text has no longer is not.
 */
export function applyList<T extends { readonly name: string; readonly mentions: readonly Span[] }>(
  article: ArchiveArticle,
  found: readonly T[],
  which: ListName,
): Ruled<T> {
  const list = article.front[which];
  if (list === undefined) {
    return { kept: found.map((entry) => ({ ...entry, printed: entry.name })), added: [] };
  }
  const { text } = article.document;
  const imported = article.imported && new Set((article.imported[which] ?? []).map(foldName));
  const wanted = new Map(list.map((name) => [foldName(name), name]));
  const formsOf = (entry: T): ReadonlySet<string> =>
    new Set([
      foldName(entry.name),
      ...entry.mentions.map(({ start, end }) => foldName(text.slice(start, end))),
    ]);
  const given = new Map<T, string>();
  // names as they were recognised first, so that "Harbour Board" is not taken for a part of a longer one
  for (const entry of found) {
    const forms = formsOf(entry);
    for (const folded of [...wanted.keys()].filter((name) => forms.has(name))) {
      const isWhole = folded === foldName(entry.name);
      if (isWhole || !given.has(entry))
        given.set(entry, (isWhole && wanted.get(folded)) || entry.name);
      wanted.delete(folded);
    }
  }
  for (const entry of found) {
    const part = [...wanted.keys()].find((name) => !given.has(entry) && isPartOf(name, entry.name));
    if (part === undefined) continue;
    given.set(entry, wanted.get(part) ?? entry.name);
    wanted.delete(part);
  }
  const isUnruled = (entry: T): boolean =>
    imported !== undefined && ![...formsOf(entry)].some((form) => imported.has(form));
  const kept = found
    .filter((entry) => given.has(entry) || isUnruled(entry))
    .map((entry) => ({ ...entry, name: given.get(entry) ?? entry.name, printed: entry.name }));
  const added = [...wanted]
    .map(([folded, name]) => ({ folded, name, mentions: occurrences(text, name) }))
    .filter(({ folded, mentions }) => mentions.length > 0 || imported?.has(folded) !== true)
    .map(({ name, mentions }) => ({ name, mentions }));
  return { kept, added };
}

/** Whether one name holds the other, word for word, and the shorter has two words or more. */
function isPartOf(folded: string, name: string): boolean {
  const other = foldName(name);
  const [shorter, longer] = folded.length <= other.length ? [folded, other] : [other, folded];
  return shorter.includes(" ") && ` ${longer} `.includes(` ${shorter} `);
}

/** Finds a name in a text as whole words, whatever its capitals. */
function occurrences(text: string, name: string): Span[] {
  const lower = text.toLowerCase();
  // a few letters change their length with their case; then only the name as written is looked for
  const [inText, sought] =
    lower.length === text.length ? [lower, name.toLowerCase()] : [text, name];
  const spans: Span[] = [];
  for (
    let at = inText.indexOf(sought);
    at !== -1;
    at = inText.indexOf(sought, at + sought.length)
  ) {
    const end = at + sought.length;
    const isWhole = !isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(end));
    if (isWhole) spans.push({ start: at, end });
  }
  return spans;
}

function isLetter(character: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(character);
}
