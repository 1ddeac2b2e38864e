/** Which lines towards the end present the author (stage 2). */
import furniture from "../../words/parse-furniture.json" with { type: "json" };
import { isJob, readNames } from "../byline-text.ts";
import type { Finding, Line, Rule } from "../draft.ts";

/** The box stands in the last part of the lines, below some text. */
const TAIL_SHARE = 0.55;
const FEWEST_ABOVE = 4;
const LONGEST_LABEL = 70;
const LONGEST_LIFE = 900;
const MOST_LINES = 3;
const OPENINGS: readonly string[] = furniture.authorBox;

/**
 * Keeps as notes the lines of a box about the author: `About Ana Reis`, or in the tail a line that consists of the
 * author's name or of a name above a job, with the paragraph below that tells the author's life.
 * Example: `Ana Reis` / `Ana Reis is the Gazette's harbour correspondent.`
 */
export const authorBox: Rule = ({ lines }) => {
  const authors = authorsOf(lines);
  const from = Math.max(FEWEST_ABOVE, Math.floor(lines.length * TAIL_SHARE));
  const found: Finding[] = [];
  for (let index = from; index < lines.length; index += 1) {
    const name = lines[index] && labelled(lines[index], lines[index + 1], authors);
    if (name === undefined) continue;
    found.push(note(index, "presents the author"));
    for (let at = index + 1; at <= index + MOST_LINES; at += 1) {
      if (!isLife(lines[at], name, at === index + 1)) break;
      found.push(note(at, "about the author"));
    }
  }
  return found;
};

function note(line: number, why: string): Finding {
  return { line, reading: { became: "note" }, why };
}

function authorsOf(lines: readonly Line[]): readonly string[] {
  const byline = lines.find((line) => line.claim?.reading.became === "byline")?.claim?.reading;
  return byline?.became === "byline" ? byline.authors : [];
}

/** The name that a line presents, or undefined where it is no label. */
function labelled(
  line: Line | undefined,
  next: Line | undefined,
  authors: readonly string[],
): string | undefined {
  if (!line || line.claim || line.prose || line.plain.length > LONGEST_LABEL) return undefined;
  const plain = line.plain.trim();
  const lower = plain.toLowerCase();
  const opening = OPENINGS.find((words) => lower.startsWith(`${words} `));
  const rest = opening === undefined ? plain : plain.slice(opening.length).trim();
  if (authors.includes(rest)) return rest;
  const [name] = readNames(rest)?.authors ?? [];
  if (name === undefined) return undefined;
  if (opening !== undefined) return name;
  return next && !next.claim && next.plain.startsWith(`${name} `) && isJob(next.plain)
    ? name
    : undefined;
}

/** Whether a line tells of the person: names them, or is right below the label and short enough. */
function isLife(line: Line | undefined, name: string, isFirst: boolean): boolean {
  if (!line || line.claim || line.plain.length > LONGEST_LIFE) return false;
  const surname = name.split(/\s+/).at(-1) ?? name;
  if (line.plain.includes(surname)) return true;
  return isFirst && (isJob(line.plain) || line.prose);
}
