/** Which lines are captions and picture credits (stage 2). */

import type { ParseFacts } from "../../model.ts";
import words from "../../words/parse-bylines.json" with { type: "json" };
import { isAgency, isName, readByline } from "../byline-text.ts";
import { readDateLine } from "../dates/date-line.ts";
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";

const LONGEST = 700;
const LONGEST_POSITION = 300;
const LONGEST_CREDIT = 110;
/** A caption without its own mark is short. */
const LONGEST_PLAIN_CAPTION = 220;
const pictureWords = [...words.pictureWords].sort((a, b) => b.length - a.length).join("|");
const agencies = [...words.agencies]
  .filter((name) => name.length > 2)
  .sort((a, b) => b.length - a.length)
  .join("|");
/** `Photo: Ana Reis`, `Image caption The bridge`, `Foto: dpa`. */
const OPENS = new RegExp(
  `^[(\\[]?(?:${pictureWords})(?:\\s?:|\\s(?=[\\p{Lu}\\p{Lo}@"'])|\\s?/|(?=\\p{Lu}\\p{Ll}))`,
  "iu",
);
/** `… (Photo: Reuters)`, `… [File: Reuters]`, `… - Picture by Ana Reis`, `… Credit: AFP/Getty`. */
const CLOSES = new RegExp(
  `(?:[(\\[](?:${pictureWords}|file)\\b[^()\\[\\]]{0,80}[)\\]]|(?:^|[\\s.])(?:AP Photo|(?:${pictureWords})(?:\\s(?:by|courtesy)|\\s?:)\\s?[^.:]{2,60}|\\((?:${agencies})(?:\\s[^()]{0,40})?\\)))\\.?$`,
  "iu",
);
const AP_PHOTO = /\((?:AP|Reuters|AFP) (?:Photo|file)[^()]{0,80}\)\.?$/iu;
/** `… in the slaughterhouse. © Ana Reis`, `… Bild © Ana Reis (hr)`. */
const COPYRIGHT_MARK = /©\s?[^©]{2,90}$/u;
const HANGS_AGENCY = new RegExp(`[^.]/(?:${agencies})\\.?$`, "u");
/** `… in May. (Nine)`, `… before the vote. Ana Reis`: a credit behind the full stop. */
const BEHIND_STOP =
  /[\p{Ll}\d]{2}[.!?]["']?\s?(?:\((?<bracketed>[\p{Lu}][^()]{1,40})\)|(?<name>\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}.'-]*){1,3}))$/u;
/** `Ana Reis, left, and …`, `Pictured: …`: where people stand in a picture. */
const POSITION =
  /(?:^pictured\b|\((?:left|right|cent(?:re|er)|pictured|above|below|l\.?|r\.?|m\.|links|rechts|Mitte|Symbolbild|Symbolfoto|Archivbild)\)|,\s(?:left|right|cent(?:re|er))(?:,|$| and ))/iu;
const GLUED_AGENCY = new RegExp(
  `[\\p{Ll}\\d][.!?](?:\\p{Lu}[\\p{L}.' ]{1,30}\\s?/\\s?)?(?:${agencies})(?: file)?$`,
  "u",
);
const CREDIT_DOTS = /Credit\.\.\./;
const COUNTER = /^\d{1,3} (?:of|\/) \d{1,3}\s?\|?$/i;

/**
 * Claims picture credits (`Getty Images`, `Photo: Ana Reis`) and captions: lines that say what they are, that
 * end in a credit, or that stand without an end mark beside a credit or a picture counter.
 * Captions stay in the article, as captions; credits are kept beside it.
 */
export const caption: Rule = ({ lines, facts }) => {
  // The first open line is the headline's, unless it opens as a caption does.
  const first = lines.findIndex((line) => !line.claim);
  const kinds = lines.map((line, index) => {
    if (line.claim || line.columns || (index === first && !OPENS.test(line.plain)))
      return undefined;
    return isHeadLine(line, facts) ? undefined : kindOf(line);
  });
  return lines.flatMap((line, index): Finding[] => {
    if (line.claim || line.columns || (index === first && !kinds[index])) return [];
    if (!kinds[index] && isHeadLine(line, facts)) return [];
    const kind = kinds[index] ?? besideCredit(lines, kinds, index);
    return kind ? [{ line: index, ...kind }] : [];
  });
};

/** A byline may name an agency, and a date line may stand beside a credit; neither is a caption. */
function isHeadLine({ plain }: Line, facts: ParseFacts): boolean {
  if (readByline(plain)) return true;
  const date = plain.length < LONGEST_CREDIT ? readDateLine(plain, facts) : undefined;
  return date !== undefined && date.before === "" && date.after === "";
}

type Kind = Pick<Finding, "reading" | "why">;

function kindOf({ plain }: Line): Kind | undefined {
  if (plain.length > LONGEST) return undefined;
  if (plain.length <= LONGEST_CREDIT && isCredit(plain)) {
    return { reading: { became: "credit" }, why: "a picture credit" };
  }
  const tail = plain.slice(-140);
  if (plain.length < 300 && OPENS.test(plain))
    return { reading: { became: "caption" }, why: "says that it is a caption" };
  if (
    CLOSES.test(tail) ||
    AP_PHOTO.test(tail) ||
    HANGS_AGENCY.test(tail) ||
    COPYRIGHT_MARK.test(tail) ||
    GLUED_AGENCY.test(tail) ||
    CREDIT_DOTS.test(tail)
  ) {
    return { reading: { became: "caption" }, why: "ends in a picture credit" };
  }
  const name = plain.length < LONGEST_POSITION ? BEHIND_STOP.exec(tail)?.groups : undefined;
  if (name && (name["bracketed"] || isName(name["name"] ?? ""))) {
    return { reading: { became: "caption" }, why: "a credit behind the full stop" };
  }
  if (plain.length < LONGEST_POSITION && POSITION.test(plain)) {
    return { reading: { became: "caption" }, why: "says where people stand in a picture" };
  }
  return undefined;
}

/** Whether a line consists of agencies, picture words and names: `Ana Reis/Getty Images`. */
function isCredit(plain: string): boolean {
  const rest = plain.replace(OPENS, "");
  const opened = rest !== plain;
  if (/[.!?]$/.test(rest) && !opened) return false;
  const parts = rest.replace(/[)\]]$/, "").split(/\s?[/|,]\s?|\svia\s|\s-\s/);
  const named = parts.filter((part) => isAgency(part) || hasPictureWord(part)).length;
  const people = parts.filter((part) => isName(part) || /^\p{Lu}\S*$/u.test(part)).length;
  if (opened) return parts.length <= 4 && named + people === parts.length;
  return named > 0 && parts.length <= 5 && named + people >= parts.length;
}

function hasPictureWord(part: string): boolean {
  return /(?:Images|Photos?|Press|stock\.adobe\.com)$/.test(part) && part.split(" ").length <= 4;
}

/** A line without an end mark above or below a credit, or below a counter such as `3 of 12`. */
function besideCredit(
  lines: readonly Line[],
  kinds: readonly (Kind | undefined)[],
  index: number,
): Kind | undefined {
  const line = lines[index];
  if (!line || line.plain.length > LONGEST) return undefined;
  if (COUNTER.test(lines[index - 1]?.plain ?? "")) {
    return { reading: { became: "caption" }, why: "below a picture counter" };
  }
  if (line.plain.length > LONGEST_PLAIN_CAPTION || line.plain.split(/\s+/).length < 4)
    return undefined;
  const credit = (at: number): boolean => kinds[at]?.reading?.became === "credit";
  if (endsSentence(line.plain)) return undefined;
  if (credit(index - 1))
    return { reading: { became: "caption" }, why: "no end mark, below a picture credit" };
  if (credit(index + 1) && index > 0)
    return { reading: { became: "caption" }, why: "no end mark, above a picture credit" };
  return undefined;
}
