/** Which words does a text hold, whatever white space lies between them? Pure; for the ledger. */

const WHITE_SPACE = /\s+/g;
/** Runs that are not one space already, as nearly all are. */
const UNFOLDED = /[^\S ]\s*| \s+/g;

/**
 * Returns the characters of a text that are not white space (`\s`), in order. Two things that no Markdown
 * file can hold count as U+FFFD, which stands there for them: NUL, and half a surrogate pair.
 *
 *     nonBlank("Flour\r\n rose.")   // "Flourrose."
 */
export function nonBlank(text: string): string {
  return writable(text).replace(WHITE_SPACE, "");
}

/** Returns a text with its runs of white space folded to one space, none at either end; else as `nonBlank`. */
export function folded(text: string): string {
  return writable(text).replace(UNFOLDED, " ").trim();
}

function writable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\ufffd");
}
