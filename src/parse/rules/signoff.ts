/** Which words end the text: a wire's sign-off, a reporter's initials (stage 2). */
import words from "../../words/parse-datelines.json" with { type: "json" };
import { readDateline } from "../dateline.ts";
import type { Draft, Finding, Line, Rule } from "../draft.ts";

const SIGNOFF = new RegExp(
  `^[-(\\s]{0,3}(?:${[...words.agencies, "ends?", "end of story", "-30-", "30", "#{2,3}"].join("|")})[-)\\s]{0,3}$`,
  "i",
);
/** `MA`, `AR/JB`, `MF/`: of reporter and editor. */
const INITIALS = /^\(?\p{Lu}{1,3}(?:\/\p{Lu}{1,4}){0,3}\/?\)?\s*$/u;
/** Forms that stand behind the last sentence, each with what it is; the first that fits is taken. */
const GLUED: readonly (readonly ["signoff" | "source", string, RegExp])[] = [
  // … of Tehran. MA/PA; … of Tehran. MA
  [
    "signoff",
    "initials behind the last sentence",
    /[.!?"')]\s{1,4}(?<words>\p{Lu}{2,3}(?:\/\p{Lu}{1,4}){0,3}\/?(?:\sEND)?)\s*$/u,
  ],
  // … historic photo AFM/MG: two or more with strokes between them need no full stop before
  [
    "signoff",
    "initials behind the last words",
    /\s(?<words>\p{Lu}{2,4}(?:\/\p{Lu}{2,4}){1,3}\/?)\s*$/u,
  ],
  [
    "signoff",
    "an agency's sign-off behind the last sentence",
    /[.!?"')\d]\s{1,4}(?<words>(?:REUTERS?|Reuters?|ENDS?|\(ends?\)|-ends-)[.\s]{0,6}\S?)\s*$/u,
  ],
  [
    "source",
    "names its source behind the last sentence",
    /\s(?<words>\((?:source|sources|via|quelle|fuente|fonte|bron|kilde|källa|źródło|zdroj|источник|джерело|kaynak|sumber|nguồn|المصدر|منبع|来源|出典)\s?:\s?[^()]{2,60}\)\.?)\s*$/iu,
  ],
];
const INNER_END = /\p{Ll}[.!?]["')]?\s/u;
const LONGEST = 40;
const WINDOW = 90;
/** Past the head a sign-off may have teasers below it, if page furniture parts them. */
const FEWEST_LINES_ABOVE = 3;

/**
 * Claims a sign-off below the last paragraph (`Reuter \u0003`, `Coast Wire` where the dateline names it), and
 * initials on a line of their own there. Where there is none: what stands behind the last sentence, initials
 * (`AR/JB`), an agency's sign-off, or a source in brackets (`(Source: Coast Wire)`).
 */
export const signoff: Rule = (draft) => {
  const { lines } = draft;
  const agency = agencyOf(draft);
  const last = lines.findLastIndex((line) => line.prose && !line.claim);
  const below = lines.flatMap((line, index): Finding[] => {
    if (index === 0 || line.claim || line.plain.length > LONGEST) return [];
    const below = index > last || closes(lines, index);
    const why = below ? signs(line, agency) : undefined;
    return why === undefined ? [] : [{ line: index, reading: { became: "signoff" }, why }];
  });
  return below.length > 0 ? below : glued(lines, lastSentence(lines, last));
};

function closes(lines: readonly Line[], index: number): boolean {
  return index >= FEWEST_LINES_ABOVE && lines[index + 1]?.claim?.reading.became === "removed";
}

function signs({ plain }: Line, agency: string | undefined): string | undefined {
  if (SIGNOFF.test(plain)) return "an agency's sign-off, below the last paragraph";
  if (agency !== undefined && plain.trim() === agency)
    return "the dateline's agency, below the last paragraph";
  return INITIALS.test(plain) ? "a reporter's initials, below the last paragraph" : undefined;
}

function agencyOf({ lines }: Draft): string | undefined {
  for (const line of lines.slice(0, 12)) {
    const dateline = line.prose ? readDateline(line.plain, line.start) : undefined;
    if (dateline) return dateline.agency;
  }
  return undefined;
}

/** The last open line, if it is a short sentence below the last paragraph. */
function lastSentence(lines: readonly Line[], last: number): number {
  const open = lines.findLastIndex((line) => !line.claim && !line.columns);
  const plain = lines[open]?.plain ?? "";
  return open > last && INNER_END.test(plain) ? open : last;
}

/** What ends the last paragraph without being of its last sentence; the rest of the line stays open. */
function glued(lines: readonly Line[], last: number): Finding[] {
  const line = lines[last];
  if (!line) return [];
  const tail = line.plain.slice(Math.max(0, line.plain.length - WINDOW));
  for (const [became, why, pattern] of GLUED) {
    const words = pattern.exec(tail)?.groups?.["words"];
    if (words === undefined) continue;
    const start = line.start + line.plain.trimEnd().length - words.trimEnd().length;
    return [{ line: last, part: { start, end: line.end }, reading: { became }, why }];
  }
  return [];
}
