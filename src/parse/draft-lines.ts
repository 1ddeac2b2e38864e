/** Which lines of a text stand for themselves and which were only wrapped (stage 2). */
import type { ParseFacts } from "../model.ts";
import { type TextLine, textLines } from "../text/lines.ts";
import { shadowOf } from "../text/shadow.ts";
import { readByline } from "./byline-text.ts";
import { readDateLine } from "./dates/date-line.ts";
import { type Draft, endsSentence, isProse, type Line } from "./draft.ts";
import { runsByStatement } from "./stated-lines.ts";

/** Widths at which typewriters, wires and mail programs wrapped: in characters. */
const NARROWEST_WRAP = 45;
const WIDEST_WRAP = 100;
/** A wrapped line stops short of the width by less than a long word. */
const RAGGED = 22;
const COLUMN_GAP = /\S(?: {2,}|\t)\S/;
const WIDEST_ROW = 200;
const DIGIT = /\d/;
/** Date and byline may stand right below the headline, this near to the beginning. */
const LAST_HEAD_LINE = 12;
const LONGEST_BYLINE = 80;
const BYLINE = /^B[yY]\s\p{Lu}/u;
/** What stands beside a date, if anything: `Thornby`, `The Thornby Gazette`. */
const PLACE_OR_PAPER = /^(?:\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,3})?$/u;
const LIST_MARK = /^(?:[-*•·–—]|\d{1,3}[.)])\s/;

/**
 * Returns a text as a draft without claims: its lines, those of a hard-wrapped paragraph joined to
 * one, those of a table joined to one with `columns` set.
 */
export function draftOf(text: string, facts: ParseFacts): Draft {
  const lines = runsByStatement(textLines(text), facts.stated?.spans ?? [], text).flatMap((run) =>
    run.stated
      ? spanLine(text, run.lines)
      : groupsOf(run.lines).flatMap((group) => joinedLines(text, group)),
  );
  return { text, facts, lines, diagnostics: [] };
}

/** What the format states of several lines holds of them all together. */
function spanLine(text: string, lines: readonly TextLine[]): Line[] {
  const [first] = lines;
  return first ? [lineOf(text, first, lines.at(-1) ?? first, false)] : [];
}

/** Lines without a blank line between them. */
function groupsOf(lines: readonly TextLine[]): TextLine[][] {
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (line.parted || !group) groups.push([line]);
    else group.push(line);
  }
  return groups;
}

function joinedLines(text: string, group: readonly TextLine[]): Line[] {
  const [first] = group;
  if (!first) return [];
  if (group.length === 1) return [lineOf(text, first, first, false)];
  return runsOf(text, group).flatMap(({ columns, lines }) => {
    const [start, end] = [lines[0] ?? first, lines.at(-1) ?? first];
    return columns ? [lineOf(text, start, end, true)] : unwrapped(text, lines);
  });
}

/** The group cut where fixed columns begin and end; fewer than two rows are no table. */
function runsOf(
  text: string,
  group: readonly TextLine[],
): { columns: boolean; lines: TextLine[] }[] {
  const gaps = group.map((line) => hasGap(text, line));
  const figures = group.map((line, index) => gaps[index] === true && hasFigure(text, line));
  // The line of names above the figures is a row too.
  const rows = gaps.map(
    (gap, index) => gap && (figures[index] || figures[index + 1] || figures[index + 2]),
  );
  const runs: { columns: boolean; lines: TextLine[] }[] = [];
  group.forEach((line, index) => {
    const columns = rows[index] === true && (rows[index - 1] === true || rows[index + 1] === true);
    const run = runs.at(-1);
    if (run && run.columns === columns) run.lines.push(line);
    else runs.push({ columns, lines: [line] });
  });
  return runs;
}

function unwrapped(text: string, group: readonly TextLine[]): Line[] {
  let width = 0;
  for (const line of group) width = Math.max(width, line.end - line.start + line.indent);
  const lines: Line[] = [];
  let start = group[0];
  group.forEach((line, index) => {
    const next = group[index + 1];
    if (next && isWrapped(text, line, next, width)) return;
    lines.push(lineOf(text, start ?? line, line, false));
    start = next;
  });
  return lines;
}

/** Whether the break after a line is only a wrap: the line is full and the next one goes on. */
function isWrapped(text: string, line: TextLine, next: TextLine, width: number): boolean {
  if (width < NARROWEST_WRAP || width > WIDEST_WRAP) return false;
  if (next.indent > line.indent) return false;
  const words = text.slice(line.start, line.end);
  const nextWords = text.slice(next.start, Math.min(next.end, next.start + 40));
  if (LIST_MARK.test(nextWords) || isOfHead(text, line) || isOfHead(text, next)) return false;
  const nextWord = nextWords.search(/\s|$/);
  const room = width - (line.end - line.start + line.indent);
  if (room > RAGGED) return false;
  // A full stop at the end of a line that had room for the next word ends a paragraph.
  return !endsSentence(shadowOf(words)) || room <= nextWord + 1;
}

/** Whether a line near the beginning is a date or a byline and nothing else: no wrapped part of the headline. */
function isOfHead(text: string, { number, start, end }: TextLine): boolean {
  if (number > LAST_HEAD_LINE || end - start > LONGEST_BYLINE) return false;
  const plain = shadowOf(text.slice(start, end));
  if (endsSentence(plain)) return false;
  const date = readDateLine(plain, {});
  if (date && PLACE_OR_PAPER.test(date.before) && PLACE_OR_PAPER.test(date.after)) return true;
  return BYLINE.test(plain) && readByline(plain) !== undefined;
}

/** Whether a line stands in fixed columns: a gap of two spaces or a tab inside. */
function hasGap(text: string, { start, end }: TextLine): boolean {
  return end - start <= WIDEST_ROW && COLUMN_GAP.test(text.slice(start, end));
}

function hasFigure(text: string, { start, end }: TextLine): boolean {
  return DIGIT.test(text.slice(start, end));
}

function lineOf(text: string, first: TextLine, last: TextLine, columns: boolean): Line {
  const plain = shadowOf(text.slice(first.start, last.end));
  return {
    start: first.start,
    end: last.end,
    number: first.number,
    lastNumber: last.number,
    parted: first.parted,
    columns,
    plain,
    prose: !columns && isProse(plain),
  };
}
