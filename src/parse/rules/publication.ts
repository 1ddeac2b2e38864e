/** Which line says when the text was published (stage 2). */
import type { ParseFacts } from "../../model.ts";
import { isAgency, isPublisher, readByline, readNames } from "../byline-text.ts";
import { readDateline } from "../dateline.ts";
import {
  clockAlone,
  type DateLine,
  labelAlone,
  publicationOf,
  readDateLine,
} from "../dates/date-line.ts";
import { orderOfLanguage } from "../dates/order.ts";
import type { Draft, Finding, Line, Rule } from "../draft.ts";
import { headEnd } from "../zones.ts";

const MOST_OTHER_WORDS = 8;
const MOST_WORDS_IN_PROSE = 2;
/** `Thornby, 3 May 2019`: one word is no author. */
const PLACE = /^\p{Lu}[\p{L}’'-]+,\s(?:\p{L}+,?\s(?:[-|]\s)?)?$/u;
/** `Posted by Ana Reis on January 26, 2022`: the word before the date. */
const BEFORE_DATE = /[\s,|•·-]+(?:on|am|vom|le|el|em|il|op|den|dne|at|в|в)?[\s,|•·:-]*$/iu;

/** `Artikel veröffentlicht am`, `Story published`: a noun before the label is part of it. */
const NOUN = /^\p{Lu}\p{L}{3,14}\s$/u;
/** A date further away, or past a paragraph, is of something else. */
const NEAR = 4;
const LETTER = /\p{L}/u;
/** More words behind a date than a name has are sections or subjects. */
const MOST_NAME_WORDS = 5;

/**
 * Claims the publication line in the head, and lines that say "Updated" as `modified`. Where a byline
 * stands on the same line, only the date's part is claimed. If "Updated" is the only date stated, it
 * stands for the publication, with a note. Of a day printed in two calendars the Gregorian one counts. Where
 * dates contradict each other, the first is taken and `parse/several-dates` says so. A date that cannot be
 * read is kept as a note and reported as `parse/unreadable-date` or `parse/ambiguous-date`.
 * Example: `January 26, 2022 - 21:27`.
 */
export const publication: Rule = (draft) => {
  const dated = datedLines(draft);
  const main = mainOf(dated);
  const rival = main && rivalOf(main, dated, draft.lines);
  return dated.flatMap((found) => withLines(found, findingOf(found, main, rival)));
};

/** The finding for the date's line, and the same for the lines of its label and its time. */
function withLines({ label, time }: Dated, finding: Finding): Finding[] {
  const { reading, why } = finding;
  const beside = [label, time].filter((line) => line !== undefined);
  return [finding, ...beside.map((line) => ({ line, why, ...(reading ? { reading } : {}) }))];
}

function findingOf(found: Dated, main: Dated | undefined, rival: Dated | undefined): Finding {
  if (found === main) return published(found, rival);
  const { index, line, date } = found;
  const part = partOf(line, date);
  const claimed = { line: index, ...(part ? { part } : {}) };
  if (date.publication) {
    const became = date.modified ? "modified" : "note";
    const why = `a later date line: ${date.publication.value}`;
    return { ...claimed, reading: { became }, why };
  }
  const why = "a date that cannot be read";
  return { ...claimed, reading: { became: "note" }, why, doubt: doubtOf(date) };
}

/**
 * The line that says "published" before one that says nothing, and both before one that says "updated". Islamic months begin
 * with a sighted moon, so that a Gregorian day beside one is surer.
 */
function mainOf(dated: readonly Dated[]): Dated | undefined {
  const readable = dated.filter(({ date }) => date.publication);
  const plain = readable.filter(({ date }) => !date.modified);
  return (
    plain.find(({ date }) => date.labelled && date.calendar === undefined) ??
    plain.find(({ date }) => date.labelled && date.calendar !== "islamic") ??
    plain.find(({ date }) => date.calendar === undefined) ??
    plain.find(({ date }) => date.labelled) ??
    plain[0] ??
    readable[0]
  );
}

/** Another line nearby whose date is of another day, though neither says which of them counts. */
function rivalOf(main: Dated, dated: readonly Dated[], lines: readonly Line[]): Dated | undefined {
  if (main.date.labelled || main.date.modified) return undefined;
  const day = main.date.publication?.value.slice(0, 10);
  return dated.find(({ date, index }) => {
    if (!date.publication || date.modified || date.calendar !== main.date.calendar) return false;
    const between = lines.slice(Math.min(index, main.index) + 1, Math.max(index, main.index));
    const near = between.length < NEAR && !between.some((line) => line.prose);
    return near && !day?.startsWith(date.publication.value.slice(0, 10));
  });
}

function published({ index, line, date }: Dated, rival: Dated | undefined): Finding {
  const value = date.publication?.value ?? "";
  const part = partOf(line, date);
  const reading = { became: "published", publication: { ...date.publication, value } } as const;
  const claimed = { line: index, ...(part ? { part } : {}), reading };
  if (date.modified) {
    const doubt = {
      severity: "note",
      rule: "parse/updated-only",
      message: "the only date stated is that of an update; it stands for the publication",
    } as const;
    return { ...claimed, doubt, why: "the only date stated, that of an update" };
  }
  if (!rival) return { ...claimed, why: `states ${value}` };
  const other = `${rival.date.publication?.value} on line ${rival.line.number}`;
  const doubt = {
    severity: "warning",
    rule: "parse/several-dates",
    message: `took ${value}, but found ${other} too; if that is the right one, set published in the front matter`,
  } as const;
  return { ...claimed, doubt, why: `states ${value}, the first of several dates` };
}

/** The date with what the line above says of it (`Updated`) and the time of day on the line below. */
function withNeighbours(
  lines: readonly Line[],
  index: number,
  date: DateLine,
  facts: ParseFacts,
): Pick<Dated, "date" | "label" | "time"> {
  const [above, below] = [lines[index - 1], lines[index + 1]];
  const announced = above && !above.claim && !date.labelled ? labelAlone(above.plain) : undefined;
  const day = date.publication?.value ?? "";
  const clock = below && !below.claim && day.length === 10 ? clockAlone(below.plain) : undefined;
  const dated = clock ? { ...date, publication: publicationOf(day, clock, facts) } : date;
  if (!announced) return { date: dated, ...(clock ? { time: index + 1 } : {}) };
  const said = { labelled: announced === "published", modified: announced === "modified" };
  return { date: { ...dated, ...said }, label: index - 1, ...(clock ? { time: index + 1 } : {}) };
}

interface Dated {
  /** Index of the line above that holds the label alone, and of the one below that holds the time. */
  readonly label?: number;
  readonly time?: number;
  readonly index: number;
  readonly line: Line;
  readonly date: DateLine;
}

function datedLines({ text, lines, facts }: Draft): Dated[] {
  const found = datedWith(lines, facts);
  if (facts.dateOrder || !found.some(({ date }) => date.trouble === "ambiguous")) return found;
  const order = orderOfLanguage(text);
  return order ? datedWith(lines, { ...facts, dateOrder: order }) : found;
}

function datedWith(lines: readonly Line[], facts: ParseFacts): Dated[] {
  const end = headEnd(lines);
  const found = datedAmong(lines.slice(0, end), facts);
  if (found.some(({ date }) => date.publication)) return found;
  // Some pages state the date below the text: it counts if it is the only one on a line of its own.
  const below = datedAmong(lines, facts).filter(
    ({ index, date }) => index >= end && `${date.before}${date.after}` === "" && date.publication,
  );
  const [only] = below;
  return only && below.length === 1 && isBelowText(lines, only) ? [...found, only] : found;
}

/** Below other lines than the text's and its own headline, printed again, a date without a label is that of another story. */
function isBelowText(lines: readonly Line[], { index, date }: Dated): boolean {
  if (date.labelled || date.modified) return true;
  const open = lines.slice(0, index).filter((line) => !line.claim);
  const above = open.at(-1);
  return above !== undefined && (above.prose || above.plain === open[0]?.plain);
}

function datedAmong(lines: readonly Line[], facts: ParseFacts): Dated[] {
  const found: Dated[] = [];
  lines.forEach((line, index) => {
    if (line.claim || line.columns) return;
    const date = readDateLine(line.plain, facts);
    if (!date || !isDateLine(date, line, index)) return;
    found.push({ index, line, ...withNeighbours(lines, index, date, facts) });
  });
  return found;
}

function isDateLine(date: DateLine, line: Line, index: number): boolean {
  const words = `${date.before} ${date.after}`.trim();
  if (words === "") return true;
  const count = words.split(" ").length;
  if (date.after === "" && isPublisher(date.before)) return true;
  if (index > 0 && date.publication && !line.prose && opensWithAuthor(date, line)) return true;
  if (index === 0 || count > MOST_OTHER_WORDS || (line.prose && count > MOST_WORDS_IN_PROSE))
    return false;
  // What stands beside a date is a name or a place: every word has a capital or no case at all.
  return words
    .split(" ")
    .every((word) => word.toLowerCase() !== word || word.toUpperCase() === word || word === "by");
}

/** Behind an author's name stands the date, whatever follows it; but a dateline has its date too. */
function opensWithAuthor({ lead }: DateLine, { plain, start }: Line): boolean {
  return isAuthor(lead.trim().replace(BEFORE_DATE, "")) && !readDateline(plain, start);
}

function isAuthor(lead: string): boolean {
  return (readByline(lead) ?? readNames(lead)) !== undefined;
}

/** The date's part of a line that says something else before it or after it. */
function partOf(line: Line, date: DateLine): { start: number; end: number } | undefined {
  const lead = date.lead.trim().replace(BEFORE_DATE, "");
  const before = lead !== "" && !isPlaceOrPaper(date) && !(date.labelled && NOUN.test(date.lead));
  const named = before && isAuthor(lead);
  const start = named ? behindName(date, lead) : before && date.before !== "" ? date.labelStart : 0;
  const end = authorStart(line.plain, date);
  if (start === 0 && end === line.plain.length) return undefined;
  return { start: line.start + start, end: line.start + end };
}

/** Where the word before the date begins (`Ana Reis on May 3`), or the date with its label. */
function behindName({ lead, labelStart }: DateLine, name: string): number {
  const behind = lead.indexOf(name) + name.length;
  const word = lead.slice(behind).search(LETTER);
  return word === -1 ? labelStart : behind + word;
}

/** "Thornby Gazette, Thursday, June 1, 2017": the paper and its day. */
function isPlaceOrPaper({ lead, before }: DateLine): boolean {
  if (PLACE.test(lead) && !isAgency(before)) return true;
  return isPublisher(before) && lead.replace(/^\s?The\s/, "").startsWith(before);
}

/** Where the author's name begins that ends a line (`28. April 2024, Tomas Varga`), or the line's end. */
function authorStart(plain: string, { after, end }: DateLine): number {
  const word = after.split(" ")[0] ?? "";
  const start = word === "" ? -1 : plain.indexOf(word, end);
  // Behind a divider may stand a place or a section, so that a name alone says nothing there.
  const letter = plain.slice(end).search(LETTER);
  const first = letter === -1 ? plain.length : end + letter;
  if (readByline(plain.slice(first))) return first;
  const rest = start === -1 ? "" : plain.slice(start);
  if (rest === "" || rest.split(/\s+/).length > MOST_NAME_WORDS) return plain.length;
  return isAuthor(rest) ? start : plain.length;
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
