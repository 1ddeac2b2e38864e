/** Which lines are a table (stage 2). */
import type { Finding, Rule } from "../draft.ts";

/** Claims what was joined because it stands in fixed columns. */
export const table: Rule = ({ lines }) =>
  lines.flatMap((line, index): Finding[] =>
    line.columns && !line.claim
      ? [{ line: index, reading: { became: "table" }, why: "two or more lines in fixed columns" }]
      : [],
  );
