/** Which lines stand between lines of the same furniture (stage 2). */
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";

/** Forms and bars are several lines; what stands between two of them is theirs. */
const FAMILIES: ReadonlySet<string> = new Set([
  "newsletter",
  "share-bar",
  "comment-form",
  "cookie-notice",
]);
const MOST_BETWEEN = 3;
const LONGEST = 170;

/** What stands right above such a line and below a paragraph is the title of its box. */
const BOXES: ReadonlySet<string> = new Set(["newsletter", "cookie-notice"]);
const LONGEST_TITLE = 60;

/**
 * Removes up to three short open lines between two lines that one of the form rules removed, sentences only where more
 * lines of the form stand above or below; and the title right above a newsletter's box.
 */
export const sandwiched: Rule = ({ lines }) => {
  const found: Finding[] = titles(lines);
  let from = -1;
  lines.forEach((line, index) => {
    if (!isForm(line)) return;
    const between = lines.slice(from + 1, index);
    const few = from !== -1 && between.length > 0 && between.length <= MOST_BETWEEN;
    if (
      few &&
      between.every(isShort) &&
      (!between.some(isOpenProse) || isBox(lines, from, index))
    ) {
      between.forEach((_, offset) => {
        found.push({
          line: from + 1 + offset,
          reading: { became: "removed" },
          why: "between two lines of a form",
        });
      });
    }
    from = index;
  });
  return found;
};

function titles(lines: readonly Line[]): Finding[] {
  return lines.flatMap((line, index): Finding[] => {
    const next = lines[index + 1]?.claim;
    if (!next || !BOXES.has(next.rule) || !lines[index - 1]?.prose) return [];
    if (line.claim || line.prose || line.columns || line.plain.length > LONGEST_TITLE) return [];
    if (endsSentence(line.plain)) return [];
    const why = "the title of the box below";
    return [{ line: index, reading: { became: "removed" }, why }];
  });
}

/** Lines of a form that stand alone, each between paragraphs, may have a short paragraph between them. */
function isBox(lines: readonly Line[], from: number, to: number): boolean {
  return [lines[from - 1], lines[to + 1]].some((line) => line !== undefined && isForm(line));
}

function isOpenProse({ claim, prose }: Line): boolean {
  return prose && !claim;
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
