/** Whether a text seems to hold several articles (stage 2). */
import words from "../../words/parse-datelines.json" with { type: "json" };
import { isAgency, readByline } from "../byline-text.ts";
import { readDateline } from "../dateline.ts";
import { readDateLine } from "../dates/date-line.ts";
import { type Draft, endsSentence, type Line, type Rule } from "../draft.ts";

const LONGEST_HEADLINE = 200;
const LONGEST_DATE_LINE = 80;
/** Date, byline and a line below the headline may stand before the text, in any order. */
const MOST_HEAD_LINES = 3;
/** In characters. A teaser has a headline, a date and a sentence; an article has more. */
const LEAST_TEXT = 200;
/** Text above, in characters: what stands higher is the head of the first article. */
const LEAST_ABOVE = 80;
const FULL_STOP = /[.。।۔]$/;
const LETTER = /\p{L}/u;
const RULED_OFF = /^[-–—=_*#~+]{3,}$|^(?:[-*#~+•]\s){2,}[-*#~+•]$/u;
const ENDS = new RegExp(
  `^[-(\\s]{0,3}(?:${[...words.agencies, "ends?", "end of story", "-30-"].join("|")})[-)\\s.]{0,3}$`,
  "i",
);

/**
 * Claims nothing, but reports as the warning `parse/several-articles` the lines at which further articles begin: a
 * short line below a text, and two of these: a date line below it, as there was one before; a dateline
 * below it, as there was one before; a sign-off or a ruled line above it. A date line written as the first one is
 * enough where more than a teaser's text follows. Splitting is left to the editor; `settle` has the lines as
 * `decisions.yml` wants them: `at: [14, 31]`.
 */
export const severalArticles: Rule = (draft) => {
  const signoff = draft.lines.at(-1)?.plain ?? "";
  const above: Above = { lines: 0, text: 0, dateline: false, signoff };
  const numbers: number[] = [];
  let first: number | undefined;
  draft.lines.forEach((line, index) => {
    if (!isHead(draft, index, above)) return;
    numbers.push(line.number);
    first ??= index;
  });
  if (first === undefined) return [];
  const doubt = {
    severity: "warning",
    rule: "parse/several-articles",
    message: `more articles seem to begin at line ${numbers.join(", ")}; split the file there`,
    settle: `at: [${numbers.join(", ")}]`,
  } as const;
  return [{ line: first, doubt, why: "the head of another article" }];
};

/** What has been seen on the way down. */
interface Above {
  /** So many lines have been looked at. */
  lines: number;
  /** Running text, in characters. */
  text: number;
  /** How the first date line is written: `4 March 2019` → `0 a 0`. */
  dateForm?: string;
  dateline: boolean;
  /** The last line of all: in a text with datelines, one that stands above a head too is how the wire signs off. */
  readonly signoff: string;
}

/** Looks at the lines above one; only where it is asked, since few lines look like a head and reading dates costs much. */
function lookAbove(draft: Draft, index: number, above: Above): void {
  for (; above.lines < index; above.lines += 1) {
    const line = draft.lines[above.lines];
    if (line === undefined) return;
    if (line.prose) above.text += line.plain.length;
    if (line.prose) above.dateline ||= readDateline(line.plain, 0) !== undefined;
    else if (above.dateForm === undefined && isDate(line, draft)) above.dateForm = formOf(line);
  }
}

function isHead(draft: Draft, index: number, above: Above): boolean {
  const { lines } = draft;
  const headline = lines[index];
  const before = lines[index - 1];
  if (!headline || !before || !isHeadline(headline)) return false;
  const isOpen = !before.prose && !endsSentence(before.plain);
  const isMarked = isEnd(before.plain);
  if (isOpen && !isMarked && before.plain !== above.signoff) return false;
  lookAbove(draft, index, above);
  // what the head of another article is known by is like what stands above
  if (above.dateForm === undefined && !above.dateline) return false;
  const isClosed = isMarked || (above.dateline && before.plain === above.signoff);
  if (isOpen && !isClosed) return false;
  if (isEnd(headline.plain) || isDate(headline, draft) || readByline(headline.plain)) return false;
  const head = lines.slice(index + 1, index + 2 + MOST_HEAD_LINES);
  const prose = head.findIndex((line) => line.prose);
  const front = prose === -1 ? head : head.slice(0, prose);
  const date = front.find((line) => isDate(line, draft));
  if (isClosed && date !== undefined && above.dateForm !== undefined) return true;
  if (above.text < LEAST_ABOVE || prose === -1) return false;
  // without a mark of the end above it, the line may be the last one of the text before
  if (!isClosed && !front.every((line) => line === date || readByline(line.plain))) return false;
  const lede = head[prose];
  const hasDateline =
    above.dateline && lede !== undefined && readDateline(lede.plain, 0) !== undefined;
  // a crosshead stands right above its paragraph
  if (date === undefined) return isClosed && hasDateline && prose <= 1;
  if (above.dateForm === undefined) return false;
  if (hasDateline) return true;
  return formOf(date) === above.dateForm && textBelow(lines, index + 1 + prose) >= LEAST_TEXT;
}

/** Whether a line has the shape of a headline; whether it is a date or a byline is asked later, since it costs more. */
function isHeadline({ prose, columns, plain }: Line): boolean {
  if (prose || columns || plain.length > LONGEST_HEADLINE || !LETTER.test(plain)) return false;
  return !FULL_STOP.test(plain);
}

function isEnd(plain: string): boolean {
  return RULED_OFF.test(plain) || ENDS.test(plain) || isAgency(plain);
}

function isDate(line: Line, { facts }: Draft): boolean {
  if (line.prose || line.plain.length > LONGEST_DATE_LINE) return false;
  const stated = readDateLine(line.plain, facts);
  return stated?.publication !== undefined && `${stated.before}${stated.after}` === "";
}

function formOf({ plain }: Line): string {
  return plain.replace(/[\p{L}\p{M}]+/gu, "a").replace(/\p{N}+/gu, "0");
}

/** How much running text follows without a break, in characters. */
function textBelow(lines: readonly Line[], from: number): number {
  let length = 0;
  for (const line of lines.slice(from)) {
    if (!line.prose || length >= LEAST_TEXT) break;
    length += line.plain.length;
  }
  return length;
}
