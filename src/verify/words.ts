/** Which words of a text does a message show, and by which number are they known again? Pure; for the ledger. */
import { createHash } from "node:crypto";
import { folded } from "../text/white-space.ts";

/** Returns the SHA-256 of a text in UTF-8, in hexadecimal. */
export function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Returns the first words of a text, at most 60 characters, in quotation marks, for a message. */
export function opening(text: string): string {
  const words = folded(text.slice(0, 4 * SHOWN)).replace(UNSHOWN, "\ufffd");
  return words.length <= SHOWN ? `“${words}”` : `“${words.slice(0, SHOWN).toWellFormed()}…”`;
}

/**
 * Returns the words of two texts from a little before the place where they begin to differ, each with the code of
 * its first other character, for two letters may look alike.
 */
export function openingsWhereTheyDiffer(a: string, b: string): readonly [string, string] {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const from = at < SHOWN / 2 ? 0 : a.lastIndexOf(" ", at - SHOWN / 3) + 1;
  return [shownFrom(a, from, at), shownFrom(b, from, at)];
}

function shownFrom(text: string, from: number, at: number): string {
  const code = text.codePointAt(at);
  const other =
    code === undefined ? "its end" : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return `${from > 0 ? "…" : ""}${opening(text.slice(from))} (${other})`;
}

const SHOWN = 60;
/** What a terminal would obey instead of showing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const UNSHOWN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
