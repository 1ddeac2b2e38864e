/** Which lines name those who edited, translated or drew, or the agencies drawn on (stage 2). */
import words from "../../words/parse-furniture.json" with { type: "json" };
import { readNames } from "../byline-text.ts";
import type { Finding, Line, Rule } from "../draft.ts";

const LONGEST = 240;
const MOST_NAMES = 160;
/** Below the greater part of the text. */
const TAIL_SHARE = 0.5;
const TASKS: ReadonlySet<string> = new Set(words.staffTasks);
const AGENCIES: readonly string[] = words.agencyNotes;
const TASK_AND_NAMES = /^(?<task>[\p{L}\p{M} -]{3,30})\s?:\s?(?<names>\p{Lu}[^:]{3,})$/u;

/**
 * Claims as credit, in the second half, lines that consist of a task of the newsroom and names (`Translation: Ana Reis`,
 * several in a row too) and lines that name the agencies drawn on (`With material from Coast Wire`).
 */
export const staffCredit: Rule = ({ lines }) =>
  lines.flatMap((line, index): Finding[] => {
    if (line.claim || line.columns || line.plain.length > LONGEST) return [];
    if (index < lines.length * TAIL_SHARE) return [];
    const why = reasonFor(line);
    return why === undefined ? [] : [{ line: index, reading: { became: "credit" }, why }];
  });

function reasonFor({ plain }: Line): string | undefined {
  const lower = plain.trim().toLowerCase();
  if (AGENCIES.some((opening) => lower.startsWith(opening))) return "names the agencies drawn on";
  if (!plain.includes(":")) return undefined;
  const tasks = plain.split(/[;,|]\s(?=[\p{L}\p{M} -]{3,30}\s?:)/u);
  return tasks.every(isTask) ? "a task of the newsroom and names" : undefined;
}

function isTask(part: string): boolean {
  const { task, names } = TASK_AND_NAMES.exec(part.trim())?.groups ?? {};
  if (task === undefined || names === undefined || names.length > MOST_NAMES) return false;
  return TASKS.has(task.trim().toLowerCase()) && readNames(names) !== undefined;
}
