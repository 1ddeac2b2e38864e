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
const COUNTER = /^\d{1,3} (?:of|\/) \d{1,3}\s?\|?$/i;

/**
 * Claims picture credits (`Getty Images`, `Photo: Ana Reis`) and captions: lines that say what they are, that
 * end in a credit, or that stand without an end mark beside a credit or a picture counter.
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
  return lines.flatMap((line, index): Finding[] => {
    if (line.claim || line.columns || (index === first && !told[index])) return [];
    const found = told[index] ?? besideCredit(lines, told, index);
    if (!found || isHeadLine(line, facts)) return [];
    return [{ line: index, reading: { became: found.became }, why: found.why }];
  });
};

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
