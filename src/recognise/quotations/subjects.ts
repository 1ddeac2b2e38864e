/** What does a sentence speak of? (stage 4, recognise) */
import type { Token } from "../../model.ts";
import { isInList } from "./cues.ts";
import { isConjunction, MOST_SEGMENTS, type Phrase, phraseStartingAt } from "./phrases.ts";
import { type DocumentView, mentionsIn, QUOTATION_TOKEN } from "./view.ts";

const CAPITAL = /^\p{Lu}/u;

/** Returns what a sentence speaks of: its first phrase, after parts such as "In a statement," at its head. */
export function subjectOf(view: DocumentView, tokens: readonly Token[]): Phrase | undefined {
  let at = 0;
  for (let step = 0; step < MOST_SEGMENTS; step += 1) {
    while (tokens[at]?.kind === "mark" && tokens[at]?.text !== QUOTATION_TOKEN) at += 1;
    const word = tokens[at]?.text;
    if (word === undefined) return undefined;
    if (isConjunction(word)) {
      at += 1;
      continue;
    }
    const comma = tokens.findIndex((token, index) => index > at && token.text === ",");
    if (comma - at > 40) return undefined;
    if (isOpener(word)) {
      if (comma < 0) return undefined;
      at = comma + 1;
    } else if (
      comma > at &&
      (isTimePart(view, tokens, at, comma) || isRestOfPlace(view, tokens, at, comma))
    ) {
      at = comma + 1;
    } else break;
  }
  return phraseStartingAt(view, tokens, at);
}

/** "In", "Speaking", "Alarmed": a word at a sentence's head that begins no subject. */
function isOpener(word: string): boolean {
  return isInList("openers", word) || /^\p{Lu}\p{Ll}+(?:ing|ly)$/u.test(word);
}

/** "Hours later,", "A month ago,", "Last week,": a few words to the comma, with one that tells a time. */
function isTimePart(
  view: DocumentView,
  tokens: readonly Token[],
  from: number,
  comma: number,
): boolean {
  const [first, last] = [tokens[from], tokens[comma - 1]];
  if (!first || !last || comma - from > 6 || isInList("pronouns", first.text)) return false;
  if (mentionsIn(view, { start: first.start, end: last.end }).length > 0) return false;
  return tokens.slice(from, comma).some(({ text }) => isInList("timeWords", text));
}

/** "At a meeting in Salem, New Harbour, Varga said": capitals between two commas, behind a part that was left out. */
function isRestOfPlace(
  view: DocumentView,
  tokens: readonly Token[],
  from: number,
  comma: number,
): boolean {
  if (tokens[from - 1]?.text !== "," || comma - from > 3) return false;
  for (let at = from; at < comma; at += 1) {
    const token = tokens[at];
    if (!token || !CAPITAL.test(token.text) || mentionsIn(view, token).length > 0) return false;
  }
  return true;
}
