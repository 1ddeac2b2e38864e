/** Which lines in the head are a list of key points (stage 2). */
import words from "../../words/parse-furniture.json" with { type: "json" };
import { readDateline } from "../dateline.ts";
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";
import { headEnd } from "../zones.ts";

const LABELS: ReadonlySet<string> = new Set(words.highlights);
const OPENING = /^story highlights\s(?=\S)/i;
const MOST_POINTS = 5;
const LONGEST = 300;
/** After points as short as this, the first longer paragraph begins the text. */
const SHORT = 140;

/**
 * Claims what stands below a label such as `Key Points` in the head, down to a line that is claimed already, has a
 * dateline or is clearly longer: the points are kept as notes, the label is removed. Where no such line ends them, nothing
 * is claimed but the label.
 */
export const highlights: Rule = ({ lines }) => {
  const end = headEnd(lines);
  const opened = openedPoints(lines, end);
  if (opened.length > 0) return opened;
  const label = lines.slice(0, end).findIndex((line) => !line.claim && isLabel(line));
  if (label === -1) return [];
  const found: Finding[] = [
    { line: label, reading: { became: "removed" }, why: "announces key points" },
  ];
  const points: Finding[] = [];
  let allShort = true;
  for (let index = label + 1; index <= label + MOST_POINTS + 1; index += 1) {
    const line = lines[index];
    if (!line) break;
    if (line.claim || readDateline(line.plain, line.start)) return [...found, ...points];
    if (line.plain.length > SHORT && points.length >= 2 && allShort) return [...found, ...points];
    if (line.plain.length > LONGEST) break;
    allShort &&= line.plain.length <= SHORT;
    points.push({ line: index, reading: { became: "note" }, why: "a key point, above the text" });
  }
  return found;
};

/** `Story highlights The bridge opens`: the label stands before the first point, and no point has an end mark. */
function openedPoints(lines: readonly Line[], end: number): Finding[] {
  const first = lines.slice(0, end).findIndex((line) => !line.claim && OPENING.test(line.plain));
  const points: Finding[] = [];
  for (let index = first; first !== -1 && index <= first + MOST_POINTS; index += 1) {
    const line = lines[index];
    if (!line || line.claim || line.plain.length > LONGEST || endsSentence(line.plain)) break;
    points.push({ line: index, reading: { became: "note" }, why: "a key point, above the text" });
  }
  return points;
}

function isLabel({ plain }: Line): boolean {
  return plain.length < 40 && LABELS.has(plain.toLowerCase().replace(/[\s:]+$/, ""));
}
