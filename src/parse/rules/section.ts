/** Which lines in the head name the paper's section (stage 2). */
import words from "../../words/parse-sections.json" with { type: "json" };
import type { Finding, Line, Rule } from "../draft.ts";
import { headEnd } from "../zones.ts";

const SECTIONS: ReadonlySet<string> = new Set(words.sections);
const LONGEST = 60;
/** A text in parts has more than one of them between paragraphs. */
const MOST_BETWEEN = 1;
const PARTS = /\s?[>/|,»·•]\s?|\s-\s/;
const LEAD = /^in (?=\p{Lu})/u;

/**
 * Claims lines of the head that consist of section names, above the headline too where other lines follow:
 * `Politics`, `News > World`, `In Local News, News`. Two that stand between paragraphs are the crossheads of a text in parts.
 */
export const section: Rule = ({ lines }) => {
  const head = lines.slice(0, Math.min(headEnd(lines), lines.length - 2));
  const named = head.flatMap((line, index) => (isNamed(line) ? [index] : []));
  const between = named.filter(
    (index) => isParagraph(lines[index - 1]) && isParagraph(lines[index + 1]),
  );
  const parts = between.length > MOST_BETWEEN ? between : [];
  return named.flatMap((index): Finding[] => {
    if (parts.includes(index)) return [];
    return [{ line: index, reading: { became: "section" }, why: "names a section of the paper" }];
  });
};

function isNamed({ claim, columns, plain }: Line): boolean {
  if (claim || columns || plain.length > LONGEST) return false;
  const parts = plain.trim().replace(LEAD, "").toLowerCase().split(PARTS);
  return parts.every((part) => SECTIONS.has(part));
}

function isParagraph(line: Line | undefined): boolean {
  return line?.prose === true && !line.claim;
}
