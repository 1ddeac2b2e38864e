/** Which authors and agency a byline names (stage 2). */

/** Who wrote a text, as printed. */
export interface BylineText {
  readonly authors: readonly string[];
  readonly agency?: string;
}

const LONGEST = 160;
const OPENING = /^by\s{1,3}(?=\p{L})/iu;
const BETWEEN = /\s*(?:,|;|\/|&|\||\s(?:and|und|et|y|e|og|och|en|ve|dan)\s)\s*/u;

/** Returns the names of a byline that opens with "By", or undefined where the line is none. */
export function readByline(plain: string): BylineText | undefined {
  if (plain.length > LONGEST || !OPENING.test(plain)) return undefined;
  const names = plain.replace(OPENING, "").replace(/[\s,|-]+$/, "");
  if (/[.!?]$/.test(names) || /\d/.test(names)) return undefined;
  const authors = names
    .split(BETWEEN)
    .map((name) => name.trim())
    .filter((name) => /^\p{Lu}/u.test(name));
  return authors.length > 0 && authors.every((name) => name.split(/\s+/).length <= 5)
    ? { authors }
    : undefined;
}
