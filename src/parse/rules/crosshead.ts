/** Which lines are crossheads (stage 2). */
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";

/** Nine in ten crossheads of 359 in forty papers have twelve words or fewer; live tickers have longer ones. */
const MOST_WORDS = 17;
const LONGEST = 130;
const OPENING = /^(?:[-◆■●▶»] ?)?["'([¿¡]{0,2}[\p{Lu}\p{Lo}\p{Lt}\d]/u;
/** Above the first crosshead stand so many paragraphs at least. */
const FEWEST_PARAGRAPHS = 1;
/** In an interview the questions stand alone too, with a paragraph or two after each: no crossheads. */
const FEWEST_QUESTIONS = 4;
const PARAGRAPHS_AN_ANSWER = 2.5;

/**
 * Claims a short line without an end mark that stands alone before a paragraph, with a paragraph somewhere
 * above; a question mark is no end mark, but in an interview. Of several such lines together only
 * the last is one, and none is printed twice. Example: `Harbour master meets the mayor`.
 */
export const crosshead: Rule = ({ lines }) => {
  const found = candidates(lines);
  const questions = found.filter((index) => lines[index]?.plain.endsWith("?"));
  const paragraphs = lines.filter((line) => line.prose && !line.claim).length;
  const interview =
    questions.length >= FEWEST_QUESTIONS && paragraphs <= questions.length * PARAGRAPHS_AN_ANSWER;
  return found.flatMap((index): Finding[] => {
    if (interview && questions.includes(index)) return [];
    const reading = { became: "crosshead" } as const;
    return [{ line: index, reading, why: "short, no end mark, before a paragraph" }];
  });
};

function candidates(lines: readonly Line[]): number[] {
  const found: number[] = [];
  const seen = new Map<string, number>();
  for (const { plain, prose } of lines) {
    if (!prose) seen.set(plain, (seen.get(plain) ?? 0) + 1);
  }
  let prose = 0;
  lines.forEach((line, index) => {
    if (line.claim) return;
    if (line.prose) {
      prose += 1;
    } else if (
      prose >= FEWEST_PARAGRAPHS &&
      seen.get(line.plain) === 1 &&
      isHeading(line) &&
      startsText(lines, index + 1)
    ) {
      found.push(index);
    }
  });
  return found;
}

/** Whether a paragraph, list or table follows, but for captions and what was removed. */
function startsText(lines: readonly Line[], from: number): boolean {
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    const became = line?.claim?.reading.became;
    if (became === "listItem" || became === "table") return true;
    if (line && !line.claim) return line.prose;
  }
  return false;
}

function isHeading({ plain, columns }: Line): boolean {
  if (columns || plain.length > LONGEST || !OPENING.test(plain) || !/\p{L}/u.test(plain))
    return false;
  if (endsSentence(plain) && !plain.endsWith("?")) return false;
  return !/[,;:]$/.test(plain) && plain.split(/\s+/).length <= MOST_WORDS;
}
