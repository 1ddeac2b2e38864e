/** Which line says who wrote the text (stage 2). */
import words from "../../words/parse-bylines.json" with { type: "json" };
import {
  type BylineText,
  isJob,
  isNameOfPaper,
  isPublisher,
  readByline,
  readNames,
} from "../byline-text.ts";
import type { Draft, Finding, Line, Rule } from "../draft.ts";
import { headEnd, openingProse } from "../zones.ts";

const LABELS = new Set(words.labels);
/** A name alone is a byline only this near to the headline or the publication line. */
const NEAR = 4;

/** Marks and addresses between two authors' lines: `,`, `&`, `ana@gazette.example`, `@anareis`. */
const BETWEEN = /^(?:[,&|/•·…-]|and|und|et|y|e|[\w.+-]{0,40}@[\w.-]{2,60})$/u;
/** A crosshead of two words stands further down. */
const MOST_PROSE_ABOVE = 2;
/** Whom a text speaks of, it names in so many lines. */
const MOST_LINES_READ = 200;
const SMALL_LETTER = /\p{Ll}/u;
const CREDITS: ReadonlySet<string | undefined> = new Set(["credit", "caption"]);

/**
 * Claims the byline in the head: lines that open as one ("By Ana Reis"), else names below a line that announces
 * them ("By", "Von"), else a line that consists of names and stands below the headline before the text begins, or beside the
 * publication line. Names on the lines right below go with it. Of several lone names those that the text does not speak of
 * are the author's.
 */
export const byline: Rule = (draft) => {
  const end = headEnd(draft.lines);
  const labelled = draft.lines.slice(0, end).flatMap((line, index): Finding[] => {
    if (line.claim || line.columns) return [];
    const found = readByline(line.plain);
    return found ? [claim(index, found, "opens as a byline")] : [];
  });
  const [first] = labelled;
  // A paper's name alone gives way to a person's.
  const person = !first || isPaperAlone(first) ? byName(draft, end) : [];
  if (person.length > 0) return person;
  return first ? [first, ...namesBelow(draft, first.line, end, readByline)] : [];
};

function byName(draft: Draft, end: number): Finding[] {
  const below = belowLabel(draft, end);
  if (below.length > 0) return below;
  const alone = nameAlone(draft, end);
  if (!alone) return [];
  return [
    ...namesAbove(draft, alone.line),
    alone,
    ...namesBelow(draft, alone.line, end, readNames),
  ];
}

/** The names on the lines right above a lone name, unless the text speaks of them. */
function namesAbove(draft: Draft, below: number): Finding[] {
  const found: Finding[] = [];
  for (let index = below - 1; index > 0; index -= 1) {
    const line = draft.lines[index];
    const names = line && !line.claim && !line.prose ? readNames(line.plain) : undefined;
    if (!names || isOfText(draft, index, names)) break;
    found.unshift(claim(index, names, "a name above another one"));
  }
  return found;
}

function isPaperAlone({ reading }: Finding): boolean {
  return reading?.became === "byline" && reading.authors.every((name) => isPublisher(name));
}

/** The names right below a line such as `Author of the article:`; each on a line of its own. */
function belowLabel(draft: Draft, end: number): Finding[] {
  const label = draft.lines.findIndex((line) => line.claim?.rule === "byline-label");
  if (label === -1) return [];
  return namesBelow(draft, label, end, (plain) => readNames(plain, isNameOfPaper));
}

/** The names on the lines right below one, with the marks and addresses that stand between them. */
function namesBelow(
  { lines }: Draft,
  above: number,
  end: number,
  read: (plain: string) => BylineText | undefined,
): Finding[] {
  const found: Finding[] = [];
  const seen = new Set<string>();
  let between: Finding[] = [];
  for (let index = above + 1; index < end; index += 1) {
    const line = lines[index];
    if (!line || line.claim || line.columns || line.prose) break;
    const names = read(line.plain);
    if (names?.authors.some((name) => seen.has(name))) break;
    if (names) {
      for (const name of names.authors) seen.add(name);
      found.push(...between, claim(index, names, "a name below the author's label or name"));
      between = [];
    } else if (BETWEEN.test(line.plain)) {
      between.push(claim(index, { authors: [] }, "between authors' names"));
    } else {
      break;
    }
  }
  return found;
}

/** The name nearest to the publication line, else the first below the headline, that the text does not speak of. */
function nameAlone(draft: Draft, end: number): Finding | undefined {
  const { lines } = draft;
  const headline = lines.findIndex((line) => line.claim?.reading.became === "headline");
  if (headline === -1) return undefined;
  const published = lines.findIndex((line) => line.claim?.reading.became === "published");
  const opening = openingProse(lines);
  const distance = (index: number): number =>
    published === -1 ? index - headline : Math.abs(index - published);
  const found = lines.slice(0, end).flatMap((line, index): Finding[] => {
    if (line.claim || line.columns || line.prose || index < headline) return [];
    const near =
      published !== -1 && distance(index) <= NEAR && !hasProseBetween(lines, published, index);
    const above = index < opening || (published === -1 && isAboveText(lines, index));
    if (!near && !above) return [];
    const names = readNames(line.plain);
    const agencyAlone = names?.agency !== undefined && names.authors[0] === names.agency;
    if (!names || (agencyAlone && !near)) return [];
    if (index > opening && !near && isDoubtful(draft, index, names)) return [];
    return [claim(index, names, near ? "a name beside the date" : "a name below the headline")];
  });
  const isDoubted = ({ line, reading }: Finding): boolean =>
    reading?.became === "byline" && isOfText(draft, line, reading);
  const sorted = found.sort((a, b) => distance(a.line) - distance(b.line));
  return sorted.find((finding) => !isDoubted(finding)) ?? sorted[0];
}

/** Between the summary or captions of the head and the text. */
function isAboveText(lines: readonly Line[], index: number): boolean {
  const prose = lines.slice(0, index).filter((line) => line.prose && !line.claim).length;
  return (
    prose < MOST_PROSE_ABOVE && lines.slice(index + 1).find((line) => !line.claim)?.prose === true
  );
}

/** Whether a name is that of somebody the text speaks of, or stands above a picture's credit. */
function isOfText({ lines }: Draft, index: number, { authors }: BylineText): boolean {
  if (CREDITS.has(lines[index + 1]?.claim?.reading.became)) return true;
  return lines
    .slice(0, MOST_LINES_READ)
    .some(
      ({ plain, prose }, at) =>
        prose &&
        at !== index &&
        authors.some((name) => plain.indexOf(name) > 0 || isSubject(plain, name)),
    );
}

/** Past the first paragraph a crosshead may look like a name: `Safety Concerns`, `FULL TEXT`. */
function isDoubtful(draft: Draft, index: number, names: BylineText): boolean {
  if (isOfText(draft, index, names) || !SMALL_LETTER.test(names.authors.join(" "))) return true;
  return names.authors.some((name) => {
    const last = name.split(" ").at(-1)?.toLowerCase() ?? "";
    return draft.lines
      .slice(0, MOST_LINES_READ)
      .some(({ plain }) => plain.split(/[^\p{L}]+/u).includes(last));
  });
}

/** `Ana Reis said …`, but not `Ana Reis is a reporter in Port Ellis.` at the end. */
function isSubject(plain: string, name: string): boolean {
  return plain.startsWith(name) && !isJob(plain);
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
  return LABELS.has(plain.toLowerCase().replace(/[\s:|]+$/, ""));
}
