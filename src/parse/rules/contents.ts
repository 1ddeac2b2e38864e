/** Which lines announce the crossheads that follow (stage 2). */
import type { Finding, Line, Rule } from "../draft.ts";

const LONGEST = 140;
const FEWEST_LINES = 2;

/**
 * Removes a table of contents: two or more short lines together each of which stands again further down, above a
 * paragraph. The crossheads themselves stay. The first is reported as `parse/removed-list`, a note.
 */
export const contents: Rule = ({ lines }) => {
  const heads = new Map<string, number>();
  lines.forEach((line, index) => {
    if (isShort(line) && standsAbove(lines, index)) heads.set(line.plain, index);
  });
  const returns = lines.map(
    (line, index) => isShort(line) && (heads.get(line.plain) ?? -1) > index,
  );
  const found: Finding[] = [];
  let from = 0;
  for (let index = 0; index <= lines.length; index += 1) {
    if (returns[index]) continue;
    if (index - from >= FEWEST_LINES)
      for (const removal of removals(from, index)) found.push(removal);
    from = index + 1;
  }
  return found;
};

function isShort({ plain, prose, claim, columns }: Line): boolean {
  return !claim && !prose && !columns && plain.length <= LONGEST;
}

/** Whether the next line that was not removed is a paragraph or picture. */
function standsAbove(lines: readonly Line[], index: number): boolean {
  let next = index + 1;
  while (lines[next]?.claim?.reading.became === "removed") next += 1;
  const line = lines[next];
  return line !== undefined && (line.claim !== undefined || line.prose);
}

function removals(from: number, to: number): Finding[] {
  return Array.from({ length: to - from }, (_, offset): Finding => {
    const removal = {
      line: from + offset,
      reading: { became: "removed" },
      why: "announces a crosshead further down",
    } as const;
    if (offset > 0) return removal;
    const doubt = {
      severity: "note",
      rule: "parse/removed-list",
      message: `${to - from} lines announce the crossheads below; put them back if they are the article's`,
    } as const;
    return { ...removal, doubt };
  });
}
