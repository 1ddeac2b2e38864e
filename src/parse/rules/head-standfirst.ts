/** Which sentence above the publication line or byline sums the story up (stage 2). */
import type { Finding, Line, Rule } from "../draft.ts";

const LONGEST = 450;
const HEAD_RULES: ReadonlySet<string> = new Set(["publication-line", "byline"]);

/**
 * Claims, where the standfirst does not stand right below the headline, the one paragraph between the headline
 * and a publication line or byline further down.
 */
export const headStandfirst: Rule = ({ lines }) => {
  if (lines.some((line) => line.claim?.reading.became === "standfirst")) return [];
  const headline = lines.findIndex((line) => line.claim?.reading.became === "headline");
  const first = lines.findIndex((line, index) => index > headline && line.prose && !line.claim);
  const line = lines[first];
  if (headline === -1 || !line || line.plain.length > LONGEST) return [];
  const second = lines.findIndex((other, index) => index > first && other.prose && !other.claim);
  if (second === -1) return [];
  const between = lines.slice(first + 1, second);
  if (!between.some(isHeadMatter)) return [];
  const reading = { became: "standfirst" } as const;
  const found: Finding = { line: first, reading, why: "a paragraph above the byline or date" };
  return [found];
};

function isHeadMatter(line: Line): boolean {
  return line.claim !== undefined && HEAD_RULES.has(line.claim.rule);
}
