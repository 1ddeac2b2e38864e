/** Which paragraph, not right below the headline, sums the story up (stage 2). */
import bylineWords from "../../words/parse-bylines.json" with { type: "json" };
import words from "../../words/parse-datelines.json" with { type: "json" };
import { readNames } from "../byline-text.ts";
import { readDateline } from "../dateline.ts";
import type { Finding, Line, Rule } from "../draft.ts";

const LONGEST = 450;
/** Above a picture only a short paragraph is a summary. */
const LONGEST_ABOVE_PICTURE = 260;
/** Below a line that is a standfirst already, a second one stands above a much longer paragraph. */
const LONGEST_SHORT = 110;
const SECOND_RATIO = 2.3;
const HEAD_MATTER: ReadonlySet<string> = new Set(["published", "byline", "modified"]);
const BYLINE_OPENINGS: ReadonlySet<string> = new Set(bylineWords.openings);
const SMALL_LETTER = /\p{Ll}/u;
const FEWEST_WORDS = 8;
/** A summary of several paragraphs, each on a line of its own. */
const MOST_LINES = 4;

/** So many of its longer words return in the next paragraph: a summary, even if that one is no longer. */
const SHARE_REPEATED = 0.6;
const SHARE_IN_ENGLISH = 0.8;
const FEWEST_REPEATED = 8;
const LONGER_WORD = /[\p{L}\p{M}\u200c]{5,40}/gu;
/**
 * Elsewhere than in English, where the lede itself is as short and said again at length below, less is enough
 * above a longer paragraph. Words are compared by how they begin, since languages bend and join them.
 * German pages have such a summary as a rule.
 */
const SHARE_SUMMED_UP = 0.45;
const SHARE_IN_GERMAN = 0.34;
/** A line between the two, if it is no place, may be a crosshead of the text. */
const SHARE_ACROSS_LINE = 0.55;
const WORD = /[\p{L}\p{M}\u200c]{4,40}/gu;
const STEM = 5;
const FEWEST_STEMS = 6;
const LONGEST_SUMMARY = 300;
const SUMMARY_RATIO = 1.5;
const ENGLISH = /\b(?:the|of|and)\b/i;
const GERMAN = /\b(?:der|die|das|und|nicht|ist|für)\b/i;

/** `Chemnitz.`, `Berlin/Bonn.`: a dateline in the manner of German regional papers. */
const PLACE_ALONE = /^\p{Lu}[\p{L}\p{M}/-]{2,30}(?: \p{Lu}[\p{L}\p{M}/-]{2,30})?\.$/u;

interface Opening {
  readonly summary: Line;
  readonly lede: Line;
  readonly between: readonly Line[];
  readonly after: string;
}

/**
 * Claims the first paragraph below the headline as the standfirst if none was found and the story shows that it
 * begins below: a byline or date follows, or a picture, or a place on a line of its own, or the next
 * paragraph says the same at more length or opens as ledes do (`به گزارش …`). A paragraph with a dateline
 * is the lede itself. Below a standfirst of a few words (a kicker) a second one may stand.
 */
export const standfirstApart: Rule = ({ lines }) => {
  const headline = lines.findIndex((line) => line.claim?.reading.became === "headline");
  const first = lines.findIndex((line, index) => index > headline && isSummary(line));
  const summary = lines[first];
  if (headline === -1 || !summary || summary.plain.length > LONGEST) return [];
  if (readDateline(summary.plain, summary.start)) return [];
  const above = aboveHeadMatter(lines, first);
  const earlier = lines.find((line) => line.claim?.reading.became === "standfirst");
  if (above.length > 0 && !earlier) return above;
  const second = lines.findIndex((other, index) => index > first && other.prose && !other.claim);
  const lede = lines[second];
  if (!summary.prose || !lede) return [];
  if (earlier && !isSecond(earlier, summary, lede)) return [];
  const between = lines.slice(first + 1, second);
  const third = lines.find((other, index) => index > second && other.prose && !other.claim);
  const after = third?.plain.slice(0, LONGEST) ?? "";
  const why = whyAbove({ summary, lede, between, after }, earlier !== undefined);
  return why === undefined ? [] : [finding(first, why)];
};

function finding(line: number, why: string): Finding {
  return { line, reading: { became: "standfirst" }, why };
}

/** The summary's lines, where the byline or date stands below them and the text below that. */
function aboveHeadMatter(lines: readonly Line[], first: number): Finding[] {
  const found: Finding[] = [];
  let isRightBelow = false;
  for (let index = first; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) break;
    if (isHeadMatter(line, isRightBelow)) {
      const goesOn = lines.some((other, at) => at > index && other.prose && !other.claim);
      return goesOn ? found : [];
    }
    if (line.claim) continue;
    isRightBelow = index === first;
    if (line.columns || line.plain.length > LONGEST) break;
    if (isSummary(line)) found.push(finding(index, "a paragraph above the byline or date"));
    if (found.length > MOST_LINES) break;
  }
  return [];
}

/** A byline or date, or the word that opens a byline (`Von`); a name alone right below the first paragraph is the author's too, if not in capitals. */
function isHeadMatter({ claim, prose, plain }: Line, isRightBelow: boolean): boolean {
  if (claim) return HEAD_MATTER.has(claim.reading.became);
  if (BYLINE_OPENINGS.has(plain.trim().toLowerCase())) return true;
  return !prose && isRightBelow && SMALL_LETTER.test(plain) && readNames(plain) !== undefined;
}

function isSecond(earlier: Line, summary: Line, lede: Line): boolean {
  if (earlier.prose || earlier.plain.length > LONGEST_SHORT) return false;
  return lede.plain.length >= summary.plain.length * SECOND_RATIO;
}

function whyAbove(opening: Opening, isSecondOne: boolean): string | undefined {
  const { summary, lede, between } = opening;
  const open = between.filter((line) => !line.claim);
  const last = between.at(-1);
  if (last && !last.claim && PLACE_ALONE.test(last.plain) && GERMAN.test(lede.plain))
    return "a paragraph above the place";
  if (readDateline(lede.plain, lede.start) && open.length === 0) {
    return "a paragraph above one with a dateline";
  }
  const below = between[0]?.claim?.reading.became;
  const picture = below === "caption" || below === "credit";
  if (picture && summary.plain.length <= LONGEST_ABOVE_PICTURE && !isSecondOne)
    return "a short paragraph above a picture";
  if (words.openings.some((start) => lede.plain.startsWith(start)) && !isSecondOne) {
    return "a paragraph above one that opens as ledes do";
  }
  return isSummedUp(opening, open.length > 0) ? "a paragraph that the next ones repeat" : undefined;
}

function isSummary(line: Line): boolean {
  if (line.claim || line.columns) return false;
  return line.prose || line.plain.split(/\s+/).length >= FEWEST_WORDS;
}

function isSummedUp({ summary, lede, after }: Opening, acrossLine: boolean): boolean {
  if (repeats(summary.plain, lede.plain)) return true;
  const { length } = summary.plain;
  if (length > LONGEST_SUMMARY || lede.plain.length < length * SUMMARY_RATIO) return false;
  if (ENGLISH.test(lede.plain) && !GERMAN.test(lede.plain)) return false;
  const said = stemsOf(summary.plain);
  if (said.size < FEWEST_STEMS) return false;
  const again = stemsOf(`${lede.plain.slice(0, 3000)} ${after}`);
  const share = [...said].filter((stem) => again.has(stem)).length / said.size;
  if (acrossLine) return share >= SHARE_ACROSS_LINE;
  return share >= (GERMAN.test(lede.plain) ? SHARE_IN_GERMAN : SHARE_SUMMED_UP);
}

function repeats(summary: string, lede: string): boolean {
  const said = summary.toLowerCase().match(LONGER_WORD) ?? [];
  if (said.length < FEWEST_REPEATED) return false;
  const again = new Set(lede.slice(0, 3000).toLowerCase().match(LONGER_WORD) ?? []);
  return (
    said.filter((word) => again.has(word)).length >=
    said.length * (ENGLISH.test(lede) ? SHARE_IN_ENGLISH : SHARE_REPEATED)
  );
}

function stemsOf(plain: string): Set<string> {
  const found = plain.toLowerCase().match(WORD) ?? [];
  return new Set(found.map((word) => word.slice(0, STEM)));
}
