/** Which lines are crossheads (stage 2). */
import words from "../../words/parse-sections.json" with { type: "json" };
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";

/** Nine in ten crossheads of 359 in forty papers have twelve words or fewer; live tickers have longer ones. */
const MOST_WORDS = 17;
const LONGEST = 130;
const OPENING = /^(?:[-◆■●▶»] ?)?["'([¿¡]{0,2}[\p{Lu}\p{Lo}\p{Lt}\d]/u;
/** Above the first crosshead stand so many paragraphs at least. */
const FEWEST_PARAGRAPHS = 1;
/** Where so many stand, one more than so many times as long as the middle one is none. */
const FEWEST_ALIKE = 3;
const LONGER = 2;
const LEAST_LONGEST = 8;
/** In an interview the questions stand alone too, with a paragraph or two after each: no crossheads. */
const FEWEST_QUESTIONS = 4;
const PARAGRAPHS_AN_ANSWER = 2.5;
/** So short that most answers are one paragraph; or more of the questions are sentences of some length. */
const PARAGRAPHS_A_REPLY = 1.6;
const LONG_QUESTIONS = 0.3;
/** A question of some length stands as a crosshead if it is one sentence. */
const LONGEST_QUESTION = 110;
/** So many lines with one label before a colon are entries of a list. */
const FEWEST_ENTRIES = 3;
const LABEL = /^[^"':]{2,24}:(?=\s)/;
/** A section's name is a label of the page, unless others stand there too: then the text is in such parts. */
const SECTIONS: ReadonlySet<string> = new Set(words.sections);
const MOST_SECTIONS = 1;
const INNER_END = /[.!?]["')]?\s/;
const OPENS_QUOTATION = /^["'-]/;

/**
 * Claims a short line without an end mark that stands alone before a paragraph, with a paragraph somewhere
 * above; a question mark is no end mark, but in an interview. Of several such lines together only
 * the last is one, none is printed twice, and none is far longer than the others. Example: `Harbour master meets the mayor`.
 */
export const crosshead: Rule = ({ lines }) => {
  const found = candidates(lines);
  const questions = found.filter((index) => lines[index]?.plain.endsWith("?"));
  const interview = isInterview(lines, questions);
  const longest = longestOf(lines, found);
  const sections = found.filter((index) => isSection(lines[index]));
  return found.flatMap((index): Finding[] => {
    if (interview && questions.includes(index)) return [];
    if (sections.length <= MOST_SECTIONS && sections.includes(index)) {
      return [{ line: index, reading: { became: "note" }, why: "a section's name, no crosshead" }];
    }
    if (wordsIn(lines[index]) > longest && !questions.includes(index)) {
      const why = `longer than ${longest} words, twice what the text's crossheads have`;
      return [{ line: index, reading: { became: "note" }, why }];
    }
    const reading = { became: "crosshead" } as const;
    return [{ line: index, reading, why: "short, no end mark, before a paragraph" }];
  });
};

/** The number of words above which a line is too long for this text's crossheads: a link or a legend. */
function longestOf(lines: readonly Line[], found: readonly number[]): number {
  if (found.length < FEWEST_ALIKE) return MOST_WORDS;
  const counts = found.map((index) => wordsIn(lines[index])).sort((a, b) => a - b);
  const median = counts[counts.length >> 1] ?? MOST_WORDS;
  return Math.max(LEAST_LONGEST, median * LONGER);
}

function isSection(line: Line | undefined): boolean {
  return line !== undefined && SECTIONS.has(line.plain.trim().toLowerCase());
}

function wordsIn(line: Line | undefined): number {
  return line?.plain.trim().split(/\s+/).length ?? 0;
}

/** Whether the questions are put to somebody: many of them, long ones among them, and short answers. */
function isInterview(lines: readonly Line[], questions: readonly number[]): boolean {
  if (questions.length < FEWEST_QUESTIONS) return false;
  const long = questions.filter((index) => lines[index]?.prose).length;
  const paragraphs = lines.filter((line) => line.prose && !line.claim).length - long;
  if (paragraphs > questions.length * PARAGRAPHS_AN_ANSWER) return false;
  return (
    paragraphs <= questions.length * PARAGRAPHS_A_REPLY || long >= questions.length * LONG_QUESTIONS
  );
}

function candidates(lines: readonly Line[]): number[] {
  const found: number[] = [];
  const seen = new Map<string, number>();
  const count = (key: string): void => void seen.set(key, (seen.get(key) ?? 0) + 1);
  for (const { plain, prose, claim } of lines) {
    if (prose || claim?.rule === "contents") continue;
    count(plain);
    const label = labelOf(plain);
    if (label !== undefined && label !== plain) count(label);
  }
  let prose = 0;
  lines.forEach((line, index) => {
    if (line.claim) return;
    const heads = line.prose
      ? isLongQuestion(lines, index)
      : seen.get(line.plain) === 1 && isHeading(line) && !isEntry(line, seen);
    if (heads && prose >= FEWEST_PARAGRAPHS && startsText(lines, index + 1)) found.push(index);
    else if (line.prose) prose += 1;
  });
  return found;
}

/** `Weight: 2 kg`, one of several lines with that label. */
function isEntry({ plain }: Line, seen: ReadonlyMap<string, number>): boolean {
  const label = labelOf(plain);
  return label !== undefined && (seen.get(label) ?? 0) >= FEWEST_ENTRIES;
}

function labelOf(plain: string): string | undefined {
  return LABEL.exec(plain)?.[0];
}

/** Whether a paragraph, list or table follows, but for captions and what was removed; above a shop's price stands a product. */
function startsText(lines: readonly Line[], from: number): boolean {
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    const became = line?.claim?.reading.became;
    if (became === "listItem" || became === "table") return true;
    if (line?.claim?.rule === "shop-link") return false;
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

/** One question of up to two lines, in nobody's mouth, between paragraphs. */
function isLongQuestion(lines: readonly Line[], index: number): boolean {
  const plain = lines[index]?.plain ?? "";
  if (!plain.endsWith("?") || plain.length > LONGEST_QUESTION) return false;
  if (OPENS_QUOTATION.test(plain) || INNER_END.test(plain)) return false;
  const above = lines[index - 1];
  return above?.prose === true && !above.plain.trimEnd().endsWith(":");
}
