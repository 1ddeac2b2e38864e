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
/** The same behind the last sentence: `… of Tehran. MA/PA`. */
const GLUED_INITIALS = /[.!?"')]\s{1,4}(?<initials>\p{Lu}{2,3}(?:\/\p{Lu}{1,4}){0,3}\/?)\s*$/u;
const LONGEST = 40;
const WINDOW = 60;
/** Past the head a sign-off may have teasers below it, if page furniture parts them. */
const FEWEST_LINES_ABOVE = 3;

/**
 * Claims a sign-off below the last paragraph (`Reuter \u0003`, `Coast Wire` where the dateline names it), and
 * initials on a line of their own there or behind the last sentence (`AR/JB`).
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
  return below.length > 0 ? below : gluedInitials(lines, last);
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

function gluedInitials(lines: readonly Line[], last: number): Finding[] {
  const line = lines[last];
  if (!line) return [];
  const from = Math.max(0, line.plain.length - WINDOW);
  const initials = GLUED_INITIALS.exec(line.plain.slice(from))?.groups?.["initials"];
  if (initials === undefined) return [];
  const start = line.start + line.plain.trimEnd().length - initials.length;
  const reading = { became: "signoff" } as const;
  return [
    {
      line: last,
      part: { start, end: line.end },
      reading,
      why: "initials behind the last sentence",
    },
  ];
}
