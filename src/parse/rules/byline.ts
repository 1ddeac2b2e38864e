/** Which line says who wrote the text (stage 2). */
import words from "../../words/parse-bylines.json" with { type: "json" };
import { type BylineText, readByline, readNames } from "../byline-text.ts";
import type { Draft, Finding, Line, Rule } from "../draft.ts";
import { headEnd, openingProse } from "../zones.ts";

const LABELS = new Set(words.labels);
/** A name alone is a byline only this near to the headline or the publication line. */
const NEAR = 4;

/**
 * Claims the byline in the head: a line that opens as one ("By Ana Reis"), else a line that consists of
 * names and stands below the headline before the text begins, or beside the publication line.
 */
export const byline: Rule = (draft) => {
  const end = headEnd(draft.lines);
  const labelled = draft.lines.slice(0, end).flatMap((line, index): Finding[] => {
    if (line.claim || line.columns) return [];
    const found = readByline(line.plain);
    return found ? [claim(index, found, "opens as a byline")] : [];
  });
  const first = labelled.slice(0, 1);
  if (first.length > 0) return first;
  const below = belowLabel(draft, end);
  return below.length > 0 ? below : nameAlone(draft, end).slice(0, 1);
};

/** The names right below a line such as `Author of the article:`; each on a line of its own. */
function belowLabel({ lines }: Draft, end: number): Finding[] {
  const label = lines.findIndex((line) => line.claim?.rule === "byline-label");
  const found: Finding[] = [];
  if (label === -1) return found;
  for (let index = label + 1; index < end; index += 1) {
    const line = lines[index];
    const names = line && !line.claim && !line.prose ? readNames(line.plain) : undefined;
    if (!names) break;
    found.push(claim(index, names, "a name below the author's label"));
  }
  return found;
}

/** The names nearest to the publication line, else the first below the headline. */
function nameAlone({ lines }: Draft, end: number): Finding[] {
  const headline = lines.findIndex((line) => line.claim?.reading.became === "headline");
  if (headline === -1) return [];
  const published = lines.findIndex((line) => line.claim?.reading.became === "published");
  const opening = openingProse(lines);
  const distance = (index: number): number =>
    published === -1 ? index - headline : Math.abs(index - published);
  const found = lines.slice(0, end).flatMap((line, index): Finding[] => {
    if (line.claim || line.columns || line.prose || index < headline) return [];
    const near =
      published !== -1 && distance(index) <= NEAR && !hasProseBetween(lines, published, index);
    if (!near && index > opening) return [];
    const names = readNames(line.plain);
    const agencyAlone = names?.agency !== undefined && names.authors[0] === names.agency;
    if (!names || (agencyAlone && !near)) return [];
    return [claim(index, names, near ? "a name beside the date" : "a name below the headline")];
  });
  return found.sort((a, b) => distance(a.line) - distance(b.line));
}

/** Past a paragraph a name is somebody the text speaks of. */
function hasProseBetween(lines: readonly Line[], a: number, b: number): boolean {
  return lines.slice(Math.min(a, b), Math.max(a, b)).some((line) => line.prose && !line.claim);
}

function claim(line: number, found: BylineText, why: string): Finding {
  return { line, reading: { became: "byline", ...found }, why };
}

/** Returns whether a line only announces an author, such as `Author of the article:`. */
export function isBylineLabel(plain: string): boolean {
  return LABELS.has(plain.toLowerCase().replace(/[\s:]+$/, ""));
}
