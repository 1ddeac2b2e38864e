/** Which headline stands in the place of one that the source lacks? */
import type { NewsDocument } from "../model.ts";

/** Longer ones are cut between words; in UTF-16 units. */
const LONGEST = 80;

/** Returns the opening words of a text in brackets, to stand in for its headline: `[The ferry did not sail on …]`. */
export function suppliedHeadline(opening: string): string {
  const words = opening.replace(/\s+/g, " ");
  if (words.length <= LONGEST) return `[${words}]`;
  const cut = words.lastIndexOf(" ", LONGEST);
  return `[${words.slice(0, cut > 0 ? cut : LONGEST)} …]`;
}

/** Returns whether a headline was made of the opening words: all of it stands in brackets. */
export function isSuppliedHeadline(headline: string): boolean {
  return headline.startsWith("[") && headline.endsWith("]");
}

/** Returns whether an article has such a headline. */
export function hasSuppliedHeadline({
  text,
  headline,
}: Pick<NewsDocument, "text" | "headline">): boolean {
  return headline !== undefined && isSuppliedHeadline(text.slice(headline.start, headline.end));
}
