/** Where does the name end in a word that carries an ending: Merkels, Erdoğan’ın? Stage 4, recognise. */
import type { Reading, Word } from "../../reading.ts";

/** Returns where in the text the name in its last word ends. */
export type NameEnd = (word: Word) => number;

/** Languages whose possessive is an s without an apostrophe. */
const POSSESSIVE_S: ReadonlySet<string> = new Set(["de", "nl", "sv", "nb", "da"]);
const APOSTROPHE = /['’]/;

/**
 * Returns the rule of a language: Turkish cases stand behind an apostrophe; a possessive s is taken off where the
 * document has the word without it as well.
 */
export function printedEnd(reading: Reading, language: string): NameEnd {
  if (language === "tr") return (word) => word.start + beforeApostrophe(word.text);
  if (!POSSESSIVE_S.has(language)) return ({ end }) => end;
  const known = new Set<string>();
  for (const { words } of reading.lines)
    for (const { key, capital } of words) if (capital) known.add(key);
  return ({ key, end }) => (key.endsWith("s") && known.has(key.slice(0, -1)) ? end - 1 : end);
}

function beforeApostrophe(text: string): number {
  const at = text.search(APOSTROPHE);
  return at > 0 ? at : text.length;
}
