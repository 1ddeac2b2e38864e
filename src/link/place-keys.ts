/** When are two printed names one place's? Stage 5. */
import { foldName } from "../text/fold.ts";
import regions from "../words/regions.json" with { type: "json" };

/**
 * Returns the form in which names of places are compared: folded, without `the` before it and without hyphens, spelt as
 * the list of spellings has it first, and with the country behind it where that is known. Two towns of one name in two
 * countries so are two.
 *
 *     placeKey("Kiev", "UA")  // "kyiv UA"
 */
export function placeKey(name: string, country: string | undefined): string {
  const plain = foldName(name)
    .replaceAll("-", " ")
    .replace(/^the /, "")
    .replace(/\bst\.? /, "saint ");
  const key = spellings().get(plain) ?? plain;
  return country === undefined ? key : `${key} ${country}`;
}

let built: ReadonlyMap<string, string> | undefined;

function spellings(): ReadonlyMap<string, string> {
  built ??= new Map(
    regions.spellings.split("|").flatMap((group) => {
      const [first = "", ...others] = group.split("/").map(foldName);
      return others.map((other) => [other, first] as const);
    }),
  );
  return built;
}
