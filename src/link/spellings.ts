/** Are two names spellings of one, by different ways of writing another script's letters? Stage 5. */
import { nearestWord } from "../text/nearest.ts";
import { areCompatible, consonantsOf, type NameForm } from "./name-forms.ts";

/**
 * Returns whether the words of two names are the same or spellings of each other: the same consonants, and no more than
 * two letters changed: "Mohammed" and "Muhammad", "Araqchi" and "Araghchi"; not "Hassan" and "Hossein".
 */
export function areSpellings(forms: readonly NameForm[], others: readonly NameForm[]): boolean {
  return forms.some((form) => others.some((other) => areSpelt(form, other)));
}

function areSpelt(a: NameForm, b: NameForm): boolean {
  if (a.suffix !== b.suffix || !isSpelling(a.given, b.given) || !isSpelling(a.family, b.family)) {
    return false;
  }
  const middles = { ...a, given: "", family: "" };
  if (areCompatible(middles, { ...b, given: "", family: "" })) return true;
  return (
    a.middle.length === b.middle.length &&
    a.middle.every((word, index) => isSpelling(word, b.middle[index] ?? ""))
  );
}

function isSpelling(a: string, b: string): boolean {
  if (a === b) return true;
  return (
    Math.min(a.length, b.length) > 2 &&
    consonantsOf(a) === consonantsOf(b) &&
    nearestWord(a, [b]) !== undefined
  );
}
