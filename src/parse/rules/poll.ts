/** Which lines are a question put to the readers and the answers to choose from (stage 2). */
import type { Finding, Line, Rule } from "../draft.ts";

const LONGEST_QUESTION = 140;
const LONGEST_ANSWER = 80;
const FEWEST_ANSWERS = 3;
const MOST_ANSWERS = 7;
const ONE_QUESTION = /^[^"'-][^?@]*\?$/u;
/** Speech and lists have marks of their own. */
const MARKED = /^["'@-]|^[•·*]|^\d{1,2}[.)]|[:?]$/;

/**
 * Removes a question with three to seven answers below it, each a short line without a mark in front, where a paragraph
 * follows or the text ends. The question is reported as `parse/removed-list`, a note.
 * Example: `Would you cross it?` / `Yes, at once.` / `Only by day.` / `Never.`
 */
export const poll: Rule = ({ lines }) =>
  lines.flatMap((line, index): Finding[] => {
    if (!isQuestion(line)) return [];
    const answers = answersBelow(lines, index + 1);
    if (answers < FEWEST_ANSWERS || answers > MOST_ANSWERS) return [];
    return removals(index, answers);
  });

function isQuestion({ plain, claim, columns }: Line): boolean {
  if (claim || columns || plain.length > LONGEST_QUESTION || !plain.endsWith("?")) return false;
  return ONE_QUESTION.test(plain);
}

/** How many answers stand below; none where a short line of another kind ends them. */
function answersBelow(lines: readonly Line[], from: number): number {
  let count = 0;
  while (isAnswer(lines[from + count])) count += 1;
  const next = lines[from + count];
  const ended = !next || next.claim !== undefined || next.prose;
  const sentences = lines.slice(from, from + count).filter(({ plain }) => /[.!]$/.test(plain));
  // Without end marks they may be headings or links, which other rules know.
  return ended && sentences.length === count ? count : 0;
}

function isAnswer(line: Line | undefined): boolean {
  if (!line || line.claim || line.columns || line.prose) return false;
  return line.plain.length <= LONGEST_ANSWER && !MARKED.test(line.plain);
}

function removals(question: number, answers: number): Finding[] {
  const doubt = {
    severity: "note",
    rule: "parse/removed-list",
    message:
      "a question to the readers and its answers were removed; put them back if they are the article's",
  } as const;
  return Array.from({ length: answers + 1 }, (_, offset): Finding => {
    const removal = {
      line: question + offset,
      reading: { became: "removed" },
      why: offset === 0 ? "a question to the readers" : "an answer to choose",
    } as const;
    return offset === 0 ? { ...removal, doubt } : removal;
  });
}
