/** Which line says when the text was published (stage 2). */
import type { ParseFacts } from "../../model.ts";
import { isAgency, isPublisher, readByline, readNames } from "../byline-text.ts";
import { type DateLine, readDateLine } from "../dates/date-line.ts";
import type { Draft, Finding, Line, Rule } from "../draft.ts";
import { headEnd } from "../zones.ts";

const MOST_OTHER_WORDS = 8;
const MOST_WORDS_IN_PROSE = 2;
/** `Thornby, 3 May 2019`: one word is no author. */
const PLACE = /^\p{Lu}[\p{L}’'-]+,\s(?:\p{L}+,?\s)?$/u;

/**
 * Claims the publication line in the head, and lines that say "Updated" as `modified`. Where a byline
 * stands on the same line, only the date's part is claimed. If "Updated" is the only date stated, it
 * stands for the publication, with a note. A date that cannot be read is kept as a note and reported
 * as `parse/unreadable-date` or `parse/ambiguous-date`.
 * Example: `January 26, 2022 - 21:27`.
 */
export const publication: Rule = (draft) => {
  const dated = datedLines(draft);
  const main =
    dated.find(({ date }) => date.publication && !date.modified) ??
    dated.find(({ date }) => date.publication);
  return dated.map(({ index, line, date }): Finding => {
    const part = partOf(line, date);
    const claimed = { line: index, ...(part ? { part } : {}) };
    if (index === main?.index && date.publication) {
      const reading = { became: "published", publication: date.publication } as const;
      if (!date.modified) return { ...claimed, reading, why: `states ${date.publication.value}` };
      const doubt = {
        severity: "note",
        rule: "parse/updated-only",
        message: "the only date stated is that of an update; it stands for the publication",
      } as const;
      return { ...claimed, reading, doubt, why: "the only date stated, that of an update" };
    }
    if (date.publication) {
      const became = date.modified ? "modified" : "note";
      return {
        ...claimed,
        reading: { became },
        why: `a later date line: ${date.publication.value}`,
      };
    }
    return {
      ...claimed,
      reading: { became: "note" },
      why: "a date that cannot be read",
      doubt: doubtOf(date),
    };
  });
};

interface Dated {
  readonly index: number;
  readonly line: Line;
  readonly date: DateLine;
}

function datedLines({ lines, facts }: Draft): Dated[] {
  const end = headEnd(lines);
  const found = datedAmong(lines.slice(0, end), facts);
  if (found.some(({ date }) => date.publication)) return found;
  // Some pages state the date below the text: it counts if it is the only one on a line of its own.
  const below = datedAmong(lines, facts).filter(
    ({ index, date }) => index >= end && `${date.before}${date.after}` === "" && date.publication,
  );
  return below.length === 1 ? [...found, ...below] : found;
}

function datedAmong(lines: readonly Line[], facts: ParseFacts): Dated[] {
  const found: Dated[] = [];
  lines.forEach((line, index) => {
    if (line.claim || line.columns) return;
    const date = readDateLine(line.plain, facts);
    if (date && isDateLine(date, line, index)) found.push({ index, line, date });
  });
  return found;
}

function isDateLine(date: DateLine, line: Line, index: number): boolean {
  const words = `${date.before} ${date.after}`.trim();
  if (words === "") return true;
  const count = words.split(" ").length;
  if (date.after === "" && isPublisher(date.before)) return true;
  if (index === 0 || count > MOST_OTHER_WORDS || (line.prose && count > MOST_WORDS_IN_PROSE))
    return false;
  if (date.after === "" && (readByline(date.lead) ?? readNames(date.lead))) return true;
  // What stands beside a date is a name or a place: every word has a capital or no case at all.
  return words
    .split(" ")
    .every((word) => word.toLowerCase() !== word || word.toUpperCase() === word || word === "by");
}

/** The date's part of a line that says something else before it or after it. */
function partOf(line: Line, date: DateLine): { start: number; end: number } | undefined {
  // "Thornby Gazette, Thursday, June 1, 2017": the paper and its day.
  const isPlace = PLACE.test(date.lead) && !isAgency(date.before);
  if (
    isPlace ||
    (isPublisher(date.before) && date.lead.replace(/^\s?The\s/, "").startsWith(date.before))
  )
    return undefined;
  const other = date.before !== "" || (date.lead !== "" && readByline(date.lead) !== undefined);
  return other ? { start: line.start + date.labelStart, end: line.end } : undefined;
}

function doubtOf(date: DateLine): NonNullable<Finding["doubt"]> {
  return date.trouble === "ambiguous"
    ? {
        severity: "warning",
        rule: "parse/ambiguous-date",
        message: "day and month could be either way round; set dateOrder in archive.yml",
      }
    : {
        severity: "warning",
        rule: "parse/unreadable-date",
        message: "no calendar has this date; set published in the front matter",
      };
}
