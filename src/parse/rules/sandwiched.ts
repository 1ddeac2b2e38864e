/** Which lines stand between lines of the same furniture (stage 2). */
import type { Finding, Line, Rule } from "../draft.ts";

/** Forms and bars are several lines; what stands between two of them is theirs. */
const FAMILIES: ReadonlySet<string> = new Set([
  "newsletter",
  "share-bar",
  "comment-form",
  "cookie-notice",
]);
const MOST_BETWEEN = 3;
const LONGEST = 170;

/** Removes up to three short open lines between two lines that one of the form rules removed. */
export const sandwiched: Rule = ({ lines }) => {
  const found: Finding[] = [];
  let from = -1;
  lines.forEach((line, index) => {
    if (!isForm(line)) return;
    const between = lines.slice(from + 1, index);
    if (
      from !== -1 &&
      between.length > 0 &&
      between.length <= MOST_BETWEEN &&
      between.every(isShort)
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
