/** Which lines stand between lines of the same furniture (stage 2). */
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";
import { opensAsOffer } from "../furniture.ts";

/** Forms and bars are several lines; what stands between two of them is theirs. */
const FAMILIES: ReadonlySet<string> = new Set([
  "newsletter",
  "share-bar",
  "comment-form",
  "cookie-notice",
]);
const MOST_BETWEEN = 3;
const LONGEST = 170;
const FEWEST_OF_FORM = 5;

/** What stands right above such a line and below a paragraph is the title of its box. */
const BOXES: ReadonlySet<string> = new Set(["newsletter", "cookie-notice"]);
const LONGEST_TITLE = 60;

/**
 * Removes up to three short open lines between two lines that one of the form rules removed, sentences only inside a
 * form of many lines; and the title right above a newsletter's box.
 */
export const sandwiched: Rule = ({ lines }) => {
  const found: Finding[] = titles(lines);
  for (const chain of chainsOf(lines)) {
    chain.forEach((to, at) => {
      const from = chain[at - 1] ?? to;
      const between = lines.slice(from + 1, to);
      if (between.some(isOpenProse) && !isInside(chain, at)) return;
      between.forEach((_, offset) => {
        found.push(removal(from + 1 + offset, "between two lines of a form"));
      });
    });
  }
  return found;
};

/** The indexes of lines of forms, those together that have no more than a few short lines between them. */
function chainsOf(lines: readonly Line[]): number[][] {
  const chains: number[][] = [];
  lines.forEach((line, index) => {
    if (!isForm(line)) return;
    const chain = chains.at(-1);
    const last = chain?.at(-1) ?? -1;
    const between = lines.slice(last + 1, index);
    if (chain && between.length <= MOST_BETWEEN && between.every(isShort)) chain.push(index);
    else chains.push([index]);
  });
  return chains;
}

/** Between two small boxes may stand short paragraphs; a form has many lines, and two together above and below. */
function isInside(chain: readonly number[], at: number): boolean {
  if (chain.length < FEWEST_OF_FORM) return false;
  const isPair = (index: number, place: number): boolean => chain[place + 1] === index + 1;
  const last = chain.findLastIndex(isPair);
  return chain.findIndex(isPair) < at - 1 && last >= at;
}

function isOpenProse({ claim, prose }: Line): boolean {
  return prose && !claim;
}

function titles(lines: readonly Line[]): Finding[] {
  return lines.flatMap((line, index): Finding[] => {
    if (!isOfBox(lines[index + 1]) || line.claim) return [];
    const offers = isOffer(lines, index);
    const title = offers ? index - 1 : index;
    const found: Finding[] = offers ? [removal(index, "what the box below offers")] : [];
    if (isTitle(lines, title)) found.push(removal(title, "the title of the box below"));
    return found;
  });
}

function removal(line: number, why: string): Finding {
  return { line, reading: { became: "removed" }, why };
}

function isOfBox(line: Line | undefined): boolean {
  return line?.claim !== undefined && BOXES.has(line.claim.rule);
}

/** A short line without an end mark, below a paragraph. */
function isTitle(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (!line || !lines[index - 1]?.prose || line.claim || line.prose || line.columns) return false;
  return line.plain.length <= LONGEST_TITLE && !endsSentence(line.plain);
}

/** A sentence that tells the reader to get something, above two lines of a newsletter's box. */
function isOffer(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (!line?.prose || line.plain.length > LONGEST || !isOfBox(lines[index + 2])) return false;
  return opensAsOffer(line.plain);
}

function isForm(line: Line): boolean {
  return line.claim !== undefined && FAMILIES.has(line.claim.rule);
}

function isShort(line: Line): boolean {
  return (
    !line.columns &&
    line.plain.length <= LONGEST &&
    (line.claim === undefined || line.claim.reading.became === "removed")
  );
}
