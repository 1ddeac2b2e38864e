/** Which lines above the headline are the site's navigation or only marks (stage 2). */
import furniture from "../../words/parse-furniture.json" with { type: "json" };
import sections from "../../words/parse-sections.json" with { type: "json" };
import type { Finding, Line, Rule } from "../draft.ts";

const KNOWN: ReadonlySet<string> = new Set([...furniture.navigation, ...sections.sections]);
const LONGEST = 160;
const FEWEST_PARTS = 3;
const DIVIDER = /[|›»>•·]/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Removes lines above the headline that hold no letter or that consist of the site's navigation: three parts
 * or more, all of them names of sections and the like but one, which may be the site's name.
 * Example: `Home | News | Sport | Subscribe`, `Gazette Online › News › Local`. Not `Sport | Amble wins`.
 */
export const navigation: Rule = ({ lines }) => {
  const found: Finding[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.claim) continue;
    const why = reasonFor(line);
    if (why === undefined) break;
    found.push({ line: index, reading: { became: "removed" }, why });
  }
  // Something must be left to be the article.
  const open = lines.filter(({ claim }) => !claim).length;
  return found.length < open ? found : [];
};

function reasonFor({ plain, columns }: Line): string | undefined {
  if (columns || plain.length > LONGEST) return undefined;
  if (!LETTER_OR_DIGIT.test(plain)) return "marks alone, above the headline";
  const parts = plain
    .toLowerCase()
    .split(DIVIDER)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length < FEWEST_PARTS) return undefined;
  const known = parts.filter((part) => KNOWN.has(part)).length;
  return known >= parts.length - 1 ? "names parts of the site, above the headline" : undefined;
}
