/** Which lines above a lede with a dateline are not yet the story (stage 2). */
import { readDateline } from "../dateline.ts";
import type { Finding, Line, Rule } from "../draft.ts";

/** A dateline further down is that of another story. */
const MOST_OPEN_LINES = 5;
const MOST_LINES_DOWN = 20;

/**
 * Claims what is still open between the headline and a paragraph that opens with a dateline: the line
 * right below the headline is the standfirst, the others are captions. The story begins at its dateline.
 */
export const lede: Rule = ({ lines }) => {
  const open = lines.flatMap((line, index) => (line.claim ? [] : [{ line, index }]));
  const at = open
    .slice(0, MOST_OPEN_LINES)
    .findIndex(({ line }) => line.prose && readDateline(line.plain, line.start) !== undefined);
  const headline = lines.findIndex((line) => line.claim?.reading.became === "headline");
  const hasStandfirst = lines.some((line) => line.claim?.reading.became === "standfirst");
  const alone = headline === -1 ? [] : datelineAlone(lines, headline);
  if (alone.length > 0) return alone;
  if (at < 1 || headline === -1) return [];
  return open.slice(0, at).flatMap(({ line, index }): Finding[] => {
    if (line.columns || index < headline) return [];
    if (index === headline + 1 && !hasStandfirst) {
      return [{ line: index, reading: { became: "standfirst" }, why: "above the dateline" }];
    }
    return [
      {
        line: index,
        reading: { became: "caption" },
        why: "above the dateline, below the headline",
      },
    ];
  });
};

/** A dateline on a line of its own is the story's first paragraph, not a crosshead. */
function datelineAlone(lines: readonly Line[], headline: number): Finding[] {
  const index = lines.findIndex((line, at) => {
    if (at <= headline || at > headline + MOST_LINES_DOWN || line.claim || line.prose) return false;
    const dateline = readDateline(line.plain, line.start);
    return dateline !== undefined && dateline.end >= line.end && lines[at + 1]?.prose === true;
  });
  if (index === -1) return [];
  return [
    { line: index, reading: { became: "paragraph" }, why: "a dateline on a line of its own" },
  ];
}
