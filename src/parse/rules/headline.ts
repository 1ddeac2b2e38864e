/** Which line is the headline (stage 2). */
import { readByline, readNames } from "../byline-text.ts";
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";

const LONGEST = 250;
/** A line with a full stop is taken only if it is as short as headlines are. */
const LONGEST_SENTENCE = 120;
/** A headline in capitals was set in so many lines at most. */
const MOST_LINES = 3;
const SMALL_LETTER = /\p{Ll}/u;
const TWO_CAPITALS = /\p{Lu}.*\p{Lu}/u;
/** Words that no name holds. */
const NO_NAME = /\s(?:AS|TO|ON|OF|IN|FOR|AT|AFTER|OVER|WITH|FROM|IS|BE|NOT)\s/;
const FULL_STOP = /[.。।۔]["')\]]*$/u;

/**
 * Claims the first line that is open, if it is short enough and not a sentence of prose. A headline may end in a
 * question or exclamation mark; with a full stop it counts only if other lines follow and it is short. Lines in capitals
 * right below a first line in capitals go on with it.
 * Example: `Harbour bridge to reopen`.
 */
export const headline: Rule = ({ lines }) => {
  const index = lines.findIndex((line) => !line.claim);
  const line = lines[index];
  if (!line || line.columns || line.plain.length > LONGEST) return [];
  const open = lines.filter((other) => !other.claim).length;
  const sentence = FULL_STOP.test(line.plain) && endsSentence(line.plain);
  if (sentence && (line.plain.length > LONGEST_SENTENCE || open < 3)) return [];
  if (open === 1 && line.prose) return [];
  const mark = endsSentence(line.plain) ? "short" : "no end mark";
  return [
    {
      line: index,
      reading: { became: "headline" },
      why: `first line, ${mark}, ${line.plain.length} characters`,
    },
    ...inCapitals(lines, index),
  ];
};

/** The lines of a headline in capitals behind its first: `COUNCIL VOTES TO REBUILD` / `MILL AS FLATS`. */
function inCapitals(lines: readonly Line[], first: number): Finding[] {
  const found: Finding[] = [];
  if (!isInCapitals(lines[first])) return found;
  for (let index = first + 1; ; index += 1) {
    const line = lines[index];
    const goesOn = line && !line.parted && !line.claim;
    if (!goesOn || !isInCapitals(line) || isAuthor(line.plain)) {
      // Capitals of a list or a text, not of a headline.
      return goesOn && !line.prose && !isAuthor(line.plain) ? [] : found;
    }
    if (found.length + 2 > MOST_LINES) return [];
    found.push({
      line: index,
      reading: { became: "headline" },
      why: "goes on in capitals from the line above",
    });
  }
}

function isInCapitals(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    !line.columns &&
    !line.prose &&
    !SMALL_LETTER.test(line.plain) &&
    TWO_CAPITALS.test(line.plain) &&
    !endsSentence(line.plain)
  );
}

function isAuthor(plain: string): boolean {
  if (readByline(plain)) return true;
  return readNames(plain) !== undefined && !NO_NAME.test(plain);
}
