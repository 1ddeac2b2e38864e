/** What do the editor's lists in the front matter leave of what was recognised, and what do they add? Stage 5. */
import type { ArchiveArticle, Span } from "../model.ts";
import { foldName } from "../text/fold.ts";

/** A name that the editor lists and that was not recognised. */
export interface AddedName {
  readonly name: string;
  /** Where the text has it, letter for letter. */
  readonly mentions: readonly Span[];
}

/** What is left of the recognised names after the editor's list, and what the list adds. */
export interface Ruled<T> {
  readonly kept: readonly T[];
  readonly added: readonly AddedName[];
}

/**
 * Applies an editor's list to what was recognised. Without a list everything stays; with one, only what
 * it names (by the name or by any form printed) stays, and a name of its own is added.
 */
export function applyList<T extends { readonly name: string; readonly mentions: readonly Span[] }>(
  article: ArchiveArticle,
  found: readonly T[],
  list: readonly string[] | undefined,
): Ruled<T> {
  if (list === undefined) return { kept: found, added: [] };
  const wanted = new Map(list.map((name) => [foldName(name), name]));
  const kept: T[] = [];
  for (const entry of found) {
    const forms = [
      entry.name,
      ...entry.mentions.map(({ start, end }) => article.document.text.slice(start, end)),
    ];
    const listed = forms.map(foldName).find((form) => wanted.has(form));
    if (listed === undefined) continue;
    wanted.delete(listed);
    kept.push(entry);
  }
  const added = [...wanted.values()].map((name) => ({
    name,
    mentions: occurrences(article.document.text, name),
  }));
  return { kept, added };
}

/** Finds a name in a text, letter for letter and as whole words. */
function occurrences(text: string, name: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    const isWhole = !isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(end));
    if (isWhole) spans.push({ start: at, end });
  }
  return spans;
}

function isLetter(character: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(character);
}
