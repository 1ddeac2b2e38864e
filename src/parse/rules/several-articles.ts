/** Whether a text seems to hold several articles (stage 2). */
import { readDateline } from "../dateline.ts";
import { readDateLine } from "../dates/date-line.ts";
import type { Draft, Finding, Line, Rule } from "../draft.ts";

/** The head of the first article is not looked at. */
const FIRST_LINES = 4;
const LONGEST_HEADLINE = 200;

/**
 * Claims nothing, but reports as the warning `parse/several-articles` each place past the first paragraphs
 * where a short line, a date line and a paragraph with a dateline follow each other: the head of another
 * article. Splitting the file is left to the editor.
 */
export const severalArticles: Rule = (draft) =>
  draft.lines.flatMap((line, index): Finding[] => {
    if (index < FIRST_LINES || !isHead(draft, line, index)) return [];
    const doubt = {
      severity: "warning",
      rule: "parse/several-articles",
      message: "the head of another article: one file should hold one article; split it here",
    } as const;
    return [{ line: index, doubt, why: "headline, date and dateline" }];
  });

function isHead({ lines, facts }: Draft, line: Line, index: number): boolean {
  if (line.prose || line.columns || line.plain.length > LONGEST_HEADLINE) return false;
  const [date, lede] = [lines[index + 1], lines[index + 2]];
  if (!date || date.prose || !lede?.prose) return false;
  if (!readDateline(lede.plain, lede.start)) return false;
  const stated = readDateLine(date.plain, facts);
  return stated?.publication !== undefined && `${stated.before}${stated.after}` === "";
}
