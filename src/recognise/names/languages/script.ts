/** What is a word of a script without capitals, and what is written together with it? Stage 4, recognise. */
import type { Line, Reading, Word } from "../../reading.ts";

/** A word as it may be read: `key` begins at `cut` of what is printed. */
export interface WordReading {
  readonly key: string;
  readonly cut: number;
}

/** A line with its words in the form of the lists. */
export interface PlainLine {
  readonly line: Line;
  readonly index: number;
  readonly keys: readonly string[];
}

const MARKS = /(?:\p{M}|\u0640|\u200c|\u200d|['’׳])+/gu;
const VARIANTS: ReadonlyMap<string, string> = new Map([
  ["ي", "ی"],
  ["ى", "ی"],
  ["ك", "ک"],
  ["ة", "ه"],
  ["ہ", "ه"],
  ["ھ", "ه"],
  ["ٱ", "ا"],
  ["״", '"'],
  ["”", '"'],
  ["“", '"'],
]);
const VARIANT = /[يىكةہھٱ״”“]/g;

/** The preposition of Arabic, which only its last letter tells from the name Ali. */
const ON = "على";

/**
 * Returns a word in the form in which lists hold it: without vowel signs, hamza, half-space and geresh, with the
 * Persian letter for its Arabic and Urdu twins. `plainKey("أميرة")` is `"امیره"`.
 */
export function plainKey(text: string): string {
  if (text === ON) return text;
  return text
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(VARIANT, (letter) => VARIANTS.get(letter) ?? letter);
}

/** Returns the lines of a document with their plain keys. */
export function plainLines({ lines }: Reading): readonly PlainLine[] {
  return lines.map((line, index) => ({
    line,
    index,
    keys: line.words.map(({ text }) => plainKey(text)),
  }));
}

/** Small words that are written together with the next: and, in, to, from, that, as. */
const CLITICS: ReadonlyMap<string, RegExp> = new Map([
  ["he", /^(?:ו?ש?[הבלמכ]?|ו?כש)$/],
  ["ar", /^[وف]?[بلک]?$/],
]);
const MOST_GLUED = 3;
/** Shorter words are read as they stand. */
const SHORTEST_REST = 2;

/**
 * Returns the ways to read a word: as it stands first, then without the small words glued before it
 * (Hebrew `ולדוד`, Arabic `ومحمد`; `للرئيس` is `ل` and `الرئيس`).
 */
export function readingsOf(
  word: Word | undefined,
  key: string,
  language: string,
): readonly WordReading[] {
  const whole = { key, cut: 0 };
  const clitics = CLITICS.get(language);
  if (word?.kind !== "word" || clitics === undefined) return [whole];
  const found: WordReading[] = [whole];
  for (let cut = 1; cut <= MOST_GLUED && key.length - cut >= SHORTEST_REST; cut += 1) {
    const glued = key.slice(0, cut);
    if (!clitics.test(glued) || plainKey(word.text.slice(0, cut)) !== glued) break;
    found.push({ key: key.slice(cut), cut });
  }
  if (language === "ar" && key.startsWith("لل")) found.push({ key: `ا${key.slice(1)}`, cut: 1 });
  return found;
}
