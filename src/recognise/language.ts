/** Which language is a text written in? Stage 4, recognise. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { languageByLetters } from "../text/passage-language.ts";
import functionWords from "../words/function-words.json" with { type: "json" };

/** Enough to be sure, little enough to be quick: UTF-16 units looked at. */
const SAMPLE_LENGTH = 4000;
/** Below this many letters a guess by words or n-grams is worth nothing; an alphabet is told by fewer. */
const FEWEST_LETTERS = 24;
const FEWEST_OF_A_SCRIPT = 8;
const FEWEST_WORDS_OF_ENGLISH = 8;
/** Share of `ENGLISH_WORDS` in running text: English news has 15 to 25 in a hundred, other languages under 4. */
const ENGLISH_SHARE = 0.1;

const WORD = /\p{L}+/gu;
const LETTER = /\p{L}/u;
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;
const LAST_OF_ASCII = 0x7f;
const HAS_LETTERS = lettersAtLeast(FEWEST_LETTERS);
const HAS_LETTERS_OF_A_SCRIPT = lettersAtLeast(FEWEST_OF_A_SCRIPT);

/** Frequent words of English that few other languages write. */
const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  "the of and that was for with said which from were has have had this his would their been".split(
    " ",
  ),
);

const LONGEST_OF_ENGLISH = Math.max(...[...ENGLISH_WORDS].map((word) => word.length));

interface Detector {
  readonly eld: {
    readonly detect: (text: string) => {
      readonly language: string;
      readonly isReliable: () => boolean;
    };
  };
}

let loaded: Detector | undefined;

/**
 * Returns the BCP 47 code of a text's language, such as `en` or `fa`; `und` where the text is too short
 * or the guess is not reliable. Looks at the first 4,000 UTF-16 units. Does not tell regional variants
 * apart, and sees one language where a text mixes two.
 *
 * English is told by its function words, and so are languages that eld does not know; for all else the n-grams
 * of eld ("small") decide, and where they are not sure the letters, as between Persian, Arabic and Urdu.
 * eld is loaded at the first text that needs it, because loading takes longer than all the rest.
 *
 * `languageOf("Der Minister sagte gestern in Berlin, dass er bleiben wolle.")` is `"de"`.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH);
  if (!HAS_LETTERS_OF_A_SCRIPT.test(sample)) return "und";
  if (!HAS_LETTERS.test(sample)) return languageByLetters(sample) ?? "und";
  const lower = sample.toLowerCase();
  if (isEnglish(lower)) return "en";
  const words = lower.match(WORD) ?? [];
  const result = detector().eld.detect(sample);
  if (result.language !== "" && result.isReliable()) return amongNeighbours(result.language, words);
  return languageByLetters(sample) ?? languageByWords(words) ?? "und";
}

/** Stops at the last letter wanted, since most texts have thousands. */
function lettersAtLeast(count: number): RegExp {
  return new RegExp(`^(?:\\P{L}*\\p{L}){${count}}`, "u");
}

/** Counts as it goes along the text, since most texts are English and a list of their words takes five times as long. */
function isEnglish(lower: string): boolean {
  let words = 0;
  let english = 0;
  for (let at = 0; at < lower.length; at += 1) {
    const start = at;
    for (let step = letterAt(lower, at); step > 0; step = letterAt(lower, at)) at += step;
    if (at === start) continue;
    words += 1;
    if (at - start <= LONGEST_OF_ENGLISH && ENGLISH_WORDS.has(lower.slice(start, at))) english += 1;
  }
  return words >= FEWEST_WORDS_OF_ENGLISH && english / words >= ENGLISH_SHARE;
}

/** How many UTF-16 units the letter at a place takes; 0 where no letter is. `lower` is in small letters. */
function letterAt(lower: string, at: number): number {
  const point = lower.codePointAt(at) ?? 0;
  if (point < LAST_OF_ASCII) return point >= SMALL_A && point <= SMALL_Z ? 1 : 0;
  const character = String.fromCodePoint(point);
  return LETTER.test(character) ? character.length : 0;
}

const OTHERS = Object.entries(functionWords.languages).map(([language, { share, words }]) => ({
  language,
  share,
  words: new Set(words.split(" ")),
}));
const NEIGHBOURS = Object.entries(functionWords.neighbours).map(([language, { of, words }]) => ({
  language,
  of,
  words: new Set(words.split(" ")),
}));

/** The language whose function words the text has most of, if it has enough of them. */
function languageByWords(words: readonly string[]): string | undefined {
  let best: string | undefined;
  let most = 1;
  for (const { language, share, words: frequent } of OTHERS) {
    const score = countOf(words, frequent) / words.length / share;
    if (score > most) [best, most] = [language, score];
  }
  return best;
}

/** Languages so near to each other that n-grams take one for the other are told apart by words. */
function amongNeighbours(guess: string, words: readonly string[]): string {
  let best = guess;
  let most = 0;
  for (const { language, of, words: telling } of NEIGHBOURS) {
    const count = of === guess ? countOf(words, telling) : 0;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}

function countOf(words: readonly string[], wanted: ReadonlySet<string>): number {
  let count = 0;
  for (const word of words) if (wanted.has(word)) count += 1;
  return count;
}

/** Loads eld synchronously; the value never changes once loaded. */
function detector(): Detector {
  // By path, because eld's entries are for `import` only; the cast names the one part of it used here.
  loaded ??= createRequire(import.meta.url)(
    fileURLToPath(import.meta.resolve("eld/small")),
  ) as Detector;
  return loaded;
}
