/** Which runs of lines are lists of links to other stories (stage 2). */
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";

const FEWEST_LINES = 3;
const FEWEST_MEAN_WORDS = 4;
const FEWEST_MOST_WORDS = 7;
const LONGEST = 170;
/** Results, prices and programmes are lists too, but of the article's own. */
const MOST_FIGURES = 0.5;
const PASSED_OVER: ReadonlySet<string> = new Set(["caption", "credit", "removed"]);
const INNER_END = /\p{Ll}[.!?]["']?\s/u;
const CUT = /^[^"]{20,110}(?:[\p{L}\d,:]|[\p{L}\d]['"]?\s)(?:\.{3}|\u2026)$/u;
const FIGURE = /\d/;
/** A short line at the end of the run, right above a paragraph, may be a crosshead. */
const CROSSHEAD_WORDS = 8;
/** In a text of short lines nothing tells its own from others'. */
const LEAST_PROSE = 0.3;

/**
 * Removes three or more lines together that are as long as headlines and end in no mark. A list that a colon
 * announces, that holds figures, or whose lines are but a word or two, stays. The first line removed
 * is reported as `parse/removed-list`, a note.
 */
export const linkList: Rule = ({ lines }) => {
  const open = lines.filter((line) => !line.claim);
  if (open.filter((line) => line.prose).length < open.length * LEAST_PROSE) return [];
  return runsOf(lines).flatMap(([from, to]) => {
    const run = lines.slice(from, to);
    if (!isLinks(run) || announced(lines, from)) return [];
    const last = lines[to - 1];
    const crosshead = last && startsText(lines, to) && wordsIn(last) <= CROSSHEAD_WORDS;
    return removals(from, crosshead ? to - 1 : to);
  });
};

/** From and to, exclusive, of each run of loose lines below the headline. */
function runsOf(lines: readonly Line[]): (readonly [number, number])[] {
  const headline = lines.findIndex((line) => line.claim?.reading.became === "headline");
  const runs: (readonly [number, number])[] = [];
  let from = -1;
  for (let index = headline + 1; index <= lines.length; index += 1) {
    const loose = isLoose(lines[index]);
    if (loose && from === -1) from = index;
    if (!loose && from !== -1) {
      if (index - from >= FEWEST_LINES) runs.push([from, index]);
      from = -1;
    }
  }
  return runs;
}

function isLoose(line: Line | undefined): boolean {
  if (!line || line.claim || line.columns || line.plain.length > LONGEST) return false;
  if (isCut(line)) return true;
  if (line.prose) return false;
  if (line.plain.trimEnd().endsWith(":")) return false;
  return !endsSentence(line.plain) || line.plain.endsWith("?") || line.plain.endsWith("...");
}

/** `Mayor to open the bridge he did not want, sa...`: a headline cut to fit its place. */
function isCut({ plain }: Line): boolean {
  return (
    (plain.endsWith("...") || plain.endsWith("\u2026")) && CUT.test(plain) && !INNER_END.test(plain)
  );
}

function isLinks(run: readonly Line[]): boolean {
  const counts = run.map(wordsIn);
  const figures = run.filter((line) => FIGURE.test(line.plain)).length;
  const mean = counts.reduce((sum, count) => sum + count, 0) / run.length;
  const most = counts.reduce((greatest, count) => Math.max(greatest, count), 0);
  return (
    mean >= FEWEST_MEAN_WORDS && most >= FEWEST_MOST_WORDS && figures < run.length * MOST_FIGURES
  );
}

/** Whether a paragraph follows, but for pictures and what was removed. */
function startsText(lines: readonly Line[], from: number): boolean {
  let index = from;
  while (PASSED_OVER.has(lines[index]?.claim?.reading.became ?? "")) index += 1;
  const next = lines[index];
  return next?.prose === true && !next.claim;
}

/** Whether the last line above that was not removed ends in a colon. */
function announced(lines: readonly Line[], from: number): boolean {
  let index = from - 1;
  while (lines[index]?.claim?.reading.became === "removed") index -= 1;
  return lines[index]?.plain.trimEnd().endsWith(":") === true;
}

function wordsIn({ plain }: Line): number {
  return plain.trim().split(/\s+/).length;
}

function removals(from: number, to: number): Finding[] {
  const found: Finding[] = [];
  for (let line = from; line < to; line += 1) {
    const removal = {
      line,
      reading: { became: "removed" },
      why: "several headlines together",
    } as const;
    const doubt = {
      severity: "note",
      rule: "parse/removed-list",
      message: `${to - from} lines read as links to other stories; put them back if they are a list`,
    } as const;
    found.push(line === from ? { ...removal, doubt } : removal);
  }
  return found;
}
