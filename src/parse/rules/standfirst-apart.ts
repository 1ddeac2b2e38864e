/** Which paragraph, not right below the headline, sums the story up (stage 2). */
import words from "../../words/parse-datelines.json" with { type: "json" };
import { readDateline } from "../dateline.ts";
import type { Finding, Line, Rule } from "../draft.ts";

const LONGEST = 450;
/** Above a picture only a short paragraph is a summary. */
const LONGEST_ABOVE_PICTURE = 260;
const HEAD_MATTER: ReadonlySet<string> = new Set(["published", "byline"]);
/** So many of its longer words return in the next paragraph. */
const ABOVE_HEAD_MATTER = "a paragraph above the byline or date";
const SHARE_REPEATED = 0.6;
const FEWEST_WORDS = 8;
const LONGER_WORD = /[\p{L}\p{M}\u200c]{5,40}/gu;

/**
 * Claims the first paragraph below the headline as the standfirst if none was found and the story shows that it
 * begins below: a byline or date follows, or a picture, or the next paragraph says the same at
 * more length or opens as ledes do (`به گزارش …`). A paragraph with a dateline is the lede itself.
 */
export const standfirstApart: Rule = ({ lines }) => {
  if (lines.some((line) => line.claim?.reading.became === "standfirst")) return [];
  const headline = lines.findIndex((line) => line.claim?.reading.became === "headline");
  const first = lines.findIndex((line, index) => index > headline && isSummary(line));
  const line = lines[first];
  if (headline === -1 || !line || line.plain.length > LONGEST) return [];
  const second = lines.findIndex((other, index) => index > first && other.prose && !other.claim);
  const next = lines[second];
  if (!next || readDateline(line.plain, line.start)) return [];
  const why = whyAbove(line, next, lines.slice(first + 1, second));
  if (!line.prose && why !== ABOVE_HEAD_MATTER) return [];
  const finding: Finding = { line: first, reading: { became: "standfirst" }, why: why ?? "" };
  return why === undefined ? [] : [finding];
};

function whyAbove(line: Line, next: Line, between: readonly Line[]): string | undefined {
  if (between.some((other) => other.claim && HEAD_MATTER.has(other.claim.reading.became))) {
    return ABOVE_HEAD_MATTER;
  }
  const below = between[0]?.claim?.reading.became;
  const picture = below === "caption" || below === "credit";
  if (picture && line.plain.length <= LONGEST_ABOVE_PICTURE)
    return "a short paragraph above a picture";
  if (words.openings.some((opening) => next.plain.startsWith(opening))) {
    return "a paragraph above one that opens as ledes do";
  }
  return repeats(line.plain, next.plain) ? "a paragraph that the next one repeats" : undefined;
}

function isSummary(line: Line): boolean {
  if (line.claim || line.columns) return false;
  return line.prose || line.plain.split(/\s+/).length >= FEWEST_WORDS;
}

function repeats(summary: string, lede: string): boolean {
  const said = summary.toLowerCase().match(LONGER_WORD) ?? [];
  if (said.length < FEWEST_WORDS) return false;
  const again = new Set(lede.slice(0, 3000).toLowerCase().match(LONGER_WORD) ?? []);
  return said.filter((word) => again.has(word)).length >= said.length * SHARE_REPEATED;
}
