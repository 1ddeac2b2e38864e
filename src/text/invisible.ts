/** Which characters of a text are not seen and part no words? */

/**
 * Soft hyphen, zero-width space, word joiner and byte order mark; marks, embeddings, overrides and isolates of
 * direction; invisible operators. The half-space U+200C and the joiner U+200D are spelling and not among them.
 */
const INVISIBLE = "\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff";
const ANY = new RegExp(`[${INVISIBLE}]`);
const ALL = new RegExp(`[${INVISIBLE}]+`, "g");

/**
 * Returns a text without the characters that are not seen: how a name is shown, compared and put into an address.
 *
 *     visibleText("Var\u00adga")  // "Varga"
 */
export function visibleText(text: string): string {
  return ANY.test(text) ? text.replace(ALL, "") : text;
}

/** Returns words as a name shows them: without what is not seen, each stretch of white space one space. */
export function printedName(text: string): string {
  return visibleText(text).replace(/\s+/g, " ").trim();
}
