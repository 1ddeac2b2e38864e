/** Which lines below "Related" and the like are links (stage 2). */
import type { Finding, Line, Rule } from "../draft.ts";

const OPENERS: ReadonlySet<string> = new Set(["related-link", "newsletter"]);
const MOST_LINKS = 12;
const LONGEST = 180;
const CROSSHEAD_WORDS = 6;

/**
 * Removes lines without an end mark that follow a line such as `Related articles`, up to the next paragraph.
 * The last of several, if short, is left for a crosshead.
 */
export const relatedList: Rule = ({ lines }) => {
  const found: Finding[] = [];
  lines.forEach((line, index) => {
    if (!line.claim || !OPENERS.has(line.claim.rule) || !line.claim.why.startsWith("known")) return;
    const links = linksBelow(lines, index + 1);
    for (const at of links) {
      found.push({
        line: at,
        reading: { became: "removed" },
        why: `a link below line ${line.number}`,
      });
    }
  });
  return found;
};

function linksBelow(lines: readonly Line[], from: number): number[] {
  const links: number[] = [];
  for (let index = from; index < lines.length && links.length < MOST_LINKS; index += 1) {
    const line = lines[index];
    if (!line || line.claim || line.prose || line.columns || line.plain.length > LONGEST) break;
    links.push(index);
  }
  const last = lines[links.at(-1) ?? -1];
  const after = lines[(links.at(-1) ?? -1) + 1];
  const short = last !== undefined && last.plain.split(/\s+/).length <= CROSSHEAD_WORDS;
  return after?.prose && !after.claim && short ? links.slice(0, -1) : links;
}
