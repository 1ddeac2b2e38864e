/** Which language is a text written in? Stage 4, recognise. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** Enough to be sure, little enough to be quick: UTF-16 units looked at. */
const SAMPLE_LENGTH = 4000;
/** Below this many letters a guess is worth nothing. */
const FEWEST_LETTERS = 24;
const FEWEST_WORDS_OF_ENGLISH = 8;
/** Share of `ENGLISH_WORDS` in running text: English news has 15 to 25 in a hundred, other languages under 4. */
const ENGLISH_SHARE = 0.1;

const WORD = /\p{L}+/gu;
const LETTER = /\p{L}/gu;

/** Frequent words of English that few other languages write. */
const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  "the of and that was for with said which from were has have had this his would their been".split(
    " ",
  ),
);

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
 * English is told by its function words; for all else the n-grams of eld ("small") decide. They are
 * loaded at the first text that is not English, because loading takes longer than all the rest.
 *
 * `languageOf("Der Minister sagte gestern in Berlin, dass er bleiben wolle.")` is `"de"`.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH);
  if ((sample.match(LETTER) ?? []).length < FEWEST_LETTERS) return "und";
  if (isEnglish(sample)) return "en";
  const result = detector().eld.detect(sample);
  return result.language !== "" && result.isReliable() ? result.language : "und";
}

function isEnglish(sample: string): boolean {
  const words = sample.toLowerCase().match(WORD) ?? [];
  if (words.length < FEWEST_WORDS_OF_ENGLISH) return false;
  const english = words.filter((word) => ENGLISH_WORDS.has(word)).length;
  return english / words.length >= ENGLISH_SHARE;
}

/** Loads eld synchronously; the value never changes once loaded. */
function detector(): Detector {
  // By path, because eld's entries are for `import` only; the cast names the one part of it used here.
  loaded ??= createRequire(import.meta.url)(
    fileURLToPath(import.meta.resolve("eld/small")),
  ) as Detector;
  return loaded;
}
