/** Which lines are captions and picture credits (stage 2). */
import type { ParseFacts } from "../../model.ts";
import { readByline } from "../byline-text.ts";
import { opensAsCaption, type PictureText, readPictureText } from "../caption-text.ts";
import { readDateLine } from "../dates/date-line.ts";
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";

/** A caption without its own mark is short, and no mere name or label. */
const LONGEST = 220;
const FEWEST_WORDS = 4;
/** Below a picture counter it may be longer. */
const LONGEST_COUNTED = 700;
/** Above a credit a sentence is a caption if it is but a few words, or if several stand so in one text. */
const LONGEST_LEGEND = 40;
const LONGEST_REPEATED = 140;
const FEWEST_REPEATED = 3;
const INNER_END = /[.!?]["')]?\s/;
const COUNTER = /^\d{1,3} (?:of|\/) \d{1,3}\s?\|?$/i;

/**
 * Claims picture credits (`Getty Images`, `Photo: Ana Reis`) and captions: lines that say what they are, that
 * end in a credit, or that stand without an end mark beside a credit or a picture counter; with one, above a
 * credit, if they are a few words or if several lines stand so.
 * Captions stay in the article, as captions; credits are kept beside it.
 */
export const caption: Rule = ({ lines, facts }) => {
  // The first open line is the headline's, unless it opens as a caption does.
  const first = lines.findIndex((line) => !line.claim);
  const told = lines.map((line, index) => {
    if (line.claim || line.columns) return undefined;
    if (index === first && !opensAsCaption(line.plain)) return undefined;
    return readPictureText(line.plain);
  });
  const repeated = legendsAbove(lines, told);
  return lines.flatMap((line, index): Finding[] => {
    if (line.claim || line.columns || (index === first && !told[index])) return [];
    const found = told[index] ?? repeated.get(index) ?? besideCredit(lines, told, index);
    if (!found || isHeadLine(line, facts)) return [];
    return [{ line: index, reading: { became: found.became }, why: found.why }];
  });
};

/** One sentence right above a credit: in galleries each picture has such a legend. */
function legendsAbove(
  lines: readonly Line[],
  told: readonly (PictureText | undefined)[],
): ReadonlyMap<number, PictureText> {
  const found = lines.flatMap(({ plain, claim, columns }, index) => {
    const above = told[index + 1]?.became === "credit" && !told[index] && !claim && !columns;
    const one = plain.length <= LONGEST_REPEATED && isStatement(plain);
    return above && one ? [index] : [];
  });
  const legends = found.filter(
    (index) =>
      found.length >= FEWEST_REPEATED || (lines[index]?.plain.length ?? 0) <= LONGEST_LEGEND,
  );
  const legend = { became: "caption", why: "a sentence right above a picture credit" } as const;
  return new Map(legends.map((index) => [index, legend]));
}

function isStatement(plain: string): boolean {
  return endsSentence(plain) && !plain.endsWith("?") && !INNER_END.test(plain);
}

/** A byline may name an agency, and a date line may stand beside a credit; neither is a caption. */
function isHeadLine({ plain }: Line, facts: ParseFacts): boolean {
  if (readByline(plain)) return true;
  const date = readDateLine(plain, facts);
  return date !== undefined && date.before === "" && date.after === "";
}

/** A line without an end mark above or below a credit, or below a counter such as `3 of 12`. */
function besideCredit(
  lines: readonly Line[],
  told: readonly (PictureText | undefined)[],
  index: number,
): PictureText | undefined {
  const plain = lines[index]?.plain ?? "";
  if (plain.length <= LONGEST_COUNTED && COUNTER.test(lines[index - 1]?.plain ?? "")) {
    return { became: "caption", why: "below a picture counter" };
  }
  const above = told[index - 1]?.became === "credit";
  const below = told[index + 1]?.became === "credit";
  if ((!above && !below) || plain.length > LONGEST || endsSentence(plain)) return undefined;
  if (plain.split(/\s+/).length < FEWEST_WORDS) return undefined;
  return { became: "caption", why: `no end mark, ${above ? "below" : "above"} a picture credit` };
}
