/** Which lines in the head name the paper's section (stage 2). */
import words from "../../words/parse-sections.json" with { type: "json" };
import type { Finding, Rule } from "../draft.ts";
import { headEnd } from "../zones.ts";

const SECTIONS: ReadonlySet<string> = new Set(words.sections);
const LONGEST = 60;
const PARTS = /\s?[>/|,»·•]\s?|\s-\s/;
const LEAD = /^in (?=\p{Lu})/u;

/**
 * Claims lines of the head that consist of section names, above the headline too where other lines follow:
 * `Politics`, `News > World`, `In Local News, News`.
 */
export const section: Rule = ({ lines }) =>
  lines.slice(0, Math.min(headEnd(lines), lines.length - 2)).flatMap((line, index): Finding[] => {
    if (line.claim || line.columns || line.plain.length > LONGEST) return [];
    const parts = line.plain.trim().replace(LEAD, "").toLowerCase().split(PARTS);
    if (!parts.every((part) => SECTIONS.has(part))) return [];
    return [{ line: index, reading: { became: "section" }, why: "names a section of the paper" }];
  });
