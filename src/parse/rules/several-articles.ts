/** Whether a text seems to hold several articles (stage 2). */
import { readDateline } from "../dateline.ts";
import { readDateLine } from "../dates/date-line.ts";
import type { Draft, Finding, Line, Rule } from "../draft.ts";

/** The head of the first article is not looked at. */
const FIRST_LINES = 4;
const LONGEST_HEADLINE = 200;
/** Below a date without a dateline so many paragraphs together are an article; a link has one or none. */
const FEWEST_PARAGRAPHS = 3;
const FEWEST_ABOVE = 3;
const FEWEST_WORDS = 4;
const MOST_BETWEEN = 2;

/**
 * Claims nothing, but reports as the warning `parse/several-articles` each place past the first paragraphs
 * where another article's head stands: a short line, a date line and a paragraph with a dateline; or a short
 * line, at most two others (a byline, a picture's credit), a date line and three paragraphs. Splitting
 * the file is left to the editor.
 */
export const severalArticles: Rule = (draft) => {
  let above = 0;
  return draft.lines.flatMap((line, index): Finding[] => {
    if (line.prose) above += 1;
    if (index < FIRST_LINES || !isShort(line)) return [];
    const bare = above >= FEWEST_ABOVE && isHeadWithoutDateline(draft, index);
    if (!bare && !isHead(draft, index)) return [];
    const doubt = {
      severity: "warning",
      rule: "parse/several-articles",
      message: "the head of another article: one file should hold one article; split it here",
    } as const;
    return [{ line: index, doubt, why: "headline, date and text" }];
  });
};

function isShort(line: Line): boolean {
  return !line.prose && !line.columns && line.plain.length <= LONGEST_HEADLINE;
}

function isHead(draft: Draft, index: number): boolean {
  const [date, lede] = [draft.lines[index + 1], draft.lines[index + 2]];
  if (!date || !lede?.prose || !readDateline(lede.plain, lede.start)) return false;
  return isDate(draft, date);
}

function isHeadWithoutDateline(draft: Draft, index: number): boolean {
  const { lines } = draft;
  const words = lines[index]?.plain.split(/\s+/).length ?? 0;
  const date = nextDate(draft, index + 1);
  if (words < FEWEST_WORDS || date === undefined) return false;
  return proseIn(lines.slice(date + 1, date + 1 + FEWEST_PARAGRAPHS)) === FEWEST_PARAGRAPHS;
}

function nextDate(draft: Draft, from: number): number | undefined {
  for (let index = from; index <= from + MOST_BETWEEN; index += 1) {
    const line = draft.lines[index];
    if (!line || !isShort(line)) return undefined;
    if (isDate(draft, line)) return index;
  }
  return undefined;
}

function isDate({ facts }: Draft, line: Line): boolean {
  if (line.prose) return false;
  const stated = readDateLine(line.plain, facts);
  return stated?.publication !== undefined && `${stated.before}${stated.after}` === "";
}

function proseIn(lines: readonly Line[]): number {
  return lines.filter((line) => line.prose).length;
}
