/** Which lines are paragraphs: all that no other rule wants (stage 2). */
import type { Finding, Rule } from "../draft.ts";

/** Claims every line that is still open, so that none is lost. */
export const paragraph: Rule = ({ lines }) =>
  lines.flatMap((line, index): Finding[] =>
    line.claim
      ? []
      : [{ line: index, reading: { became: "paragraph" }, why: "no other rule claims it" }],
  );
