/** Are two names spellings of one, by different ways of writing another script's letters? Stage 5. */
import { nearestWord } from "../text/nearest.ts";
import words from "../words/link.json" with { type: "json" };
import { areCompatible, consonantsOf, type NameForm } from "./name-forms.ts";

/**
 * Returns whether the words of two names are the same or spellings of each other: the same consonants, and no more than
 * two letters changed: "Mohammed" and "Muhammad", "Araqchi" and "Araghchi"; not "Hassan" and "Hossein", nor "Tim" and "Tom".
 */
export function areSpellings(forms: readonly NameForm[], others: readonly NameForm[]): boolean {
  return forms.some((form) => others.some((other) => areSpelt(form, other)));
}

function areSpelt(a: NameForm, b: NameForm): boolean {
  if (a.suffix !== b.suffix || !isSpelling(a.given, b.given) || !isSpelling(a.family, b.family)) {
    return false;
  }
  if (a.middle.length === b.middle.length && a.rest === b.rest) {
    return a.middle.every((word, index) => isSpelling(word, b.middle[index] ?? ""));
  }
  // with a name more on one side, the outer ones must bear out that one person is meant
  return a.family === b.family && areCompatible({ ...a, given: "" }, { ...b, given: "" });
}

/** So many letters a word has at least in which two may be changed: "Tim" is no spelling of "Tom". */
const LONG_WORD = 5;
const UNLIKE: ReadonlyMap<string, number> = new Map(
  words.unlike.flatMap((line, group) => line.split(" ").map((name) => [name, group] as const)),
);

function isSpelling(a: string, b: string): boolean {
  if (a === b) return true;
  if (UNLIKE.has(a) && UNLIKE.has(b) && UNLIKE.get(a) !== UNLIKE.get(b)) return false;
  if (Math.min(a.length, b.length) < LONG_WORD) return a !== "" && soundOf(a) === soundOf(b);
  return (
    consonantsOf(a) === consonantsOf(b) &&
    nearestWord(a, [b]) !== undefined &&
    // "Ahmad" is not "Hamad", and an "Ahmadi" is not an "Ahmad"
    a.startsWith("h") === b.startsWith("h") &&
    ENDS_IN_I.test(a) === ENDS_IN_I.test(b)
  );
}

const ENDS_IN_I = /(?:[iy]|ee)$/;
const SAME_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ee|ei|y|e/g, "i"],
  [/oo|ou|o/g, "u"],
  [/(.)\1+/g, "$1"],
];

/** "Omeed" and "Omid" sound alike, and "Adel" and "Adil"; Arabic letters have three vowels for our five. */
function soundOf(word: string): string {
  return SAME_SOUNDS.reduce((sound, [from, to]) => sound.replace(from, to), word);
}
