/** Whether a text shows that something was cut from it (stage 2). */
import furniture from "../../words/parse-furniture.json" with { type: "json" };
import { readDateline } from "../dateline.ts";
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";

const PAYWALLS: readonly string[] = furniture.paywall;
/** Cut off with three points, in brackets or not, with or without a link behind them. */
const POINTS =
  /(?:\.{3,}|…|\[\s?(?:\.{2,}|…)\s?\]|\((?:\.{3}|…)\))["')\]]*(?:\s?(?:more|\[\+\d+ chars\]))?$/iu;
const COUNT_OF_REST = /\[\+\d{1,6} chars\]$/;
/** Ends in a letter, a figure or a mark that goes on: `… when the gates,`. */
const GOES_ON = /[\p{L}\p{M}\p{N},;–—-]["']?$/u;
/** A line that ends so is a paragraph cut short only if it is longer than headings and items are. */
const SHORTEST_CUT = 120;
const SHORTEST_LAST = 80;
/** Where other paragraphs have no end mark either, its absence says nothing. */
const LEAST_MARKED = 0.8;
const FEWEST_MARKED = 2;
const LONGEST_CALL = 120;

/**
 * Claims nothing, but reports as the warning `parse/suspected-gap` where the text seems to break off: a call to read on
 * (`Continue reading`) right below the last paragraph, a last paragraph that ends in three points, in the middle
 * of a sentence or inside a quotation. At most one a text, at the line where it shows.
 */
export const suspectedGap: Rule = ({ lines }) => {
  const last = lines.findLastIndex(isBody);
  const line = lines[last];
  if (!line) return [];
  const call = callBelow(lines, last);
  if (call !== undefined)
    return [report(call, "a call to read on stands below the last paragraph")];
  const why = whyCut(lines, line);
  return why === undefined ? [] : [report(last, why)];
};

function report(line: number, why: string): Finding {
  const message = `the text may be cut off here: ${why}; compare it with the page it came from`;
  const doubt = { severity: "warning", rule: "parse/suspected-gap", message } as const;
  return { line, why, doubt };
}

function isBody({ claim, plain, prose, columns }: Line): boolean {
  const long = prose || plain.length >= SHORTEST_LAST;
  return claim?.reading.became === "paragraph" && long && !columns;
}

/** The first removed line below the last paragraph, if it asks the reader to read on elsewhere. */
function callBelow(lines: readonly Line[], last: number): number | undefined {
  const next = lines.findIndex((line, index) => index > last && line.plain.length > 1);
  const line = lines[next];
  if (line?.claim?.reading.became !== "removed" || line.plain.length > LONGEST_CALL)
    return undefined;
  const lower = line.plain.trim().toLowerCase();
  return PAYWALLS.some((words) => lower.startsWith(words)) ? next : undefined;
}

function whyCut(lines: readonly Line[], line: Line): string | undefined {
  const plain = line.plain.trim();
  if (COUNT_OF_REST.test(plain)) return "it ends in a count of what is left out";
  if (POINTS.test(plain.slice(-30))) return "the last paragraph ends in three points";
  if (!isMarked(lines, line)) return undefined;
  const quotes = plain.match(/"/g)?.length ?? 0;
  const opens = plain.lastIndexOf('"');
  const unfinished = quotes % 2 === 1 && /^"\p{L}/u.test(plain.slice(opens));
  if (unfinished && !endsSentence(plain)) return "the last quotation is not closed";
  return GOES_ON.test(plain) && plain.length >= SHORTEST_CUT
    ? "it ends in the middle of a sentence"
    : undefined;
}

/** Whether the other paragraphs end as sentences do, so that one which does not stands out. */
function isMarked(lines: readonly Line[], last: Line): boolean {
  const others = lines.filter((line) => isBody(line) && line !== last);
  if (others.length === 0) return readDateline(last.plain, last.start) !== undefined;
  const marked = others.filter(({ plain }) => endsSentence(plain.trim())).length;
  return marked >= FEWEST_MARKED && marked >= others.length * LEAST_MARKED;
}
