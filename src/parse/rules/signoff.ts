/** Which line is a wire service's sign-off (stage 2). */
import type { Rule } from "../draft.ts";

const SIGNOFF = /^-{0,2}\s?(?:reuters?|ap|upi|afp|dpa|pa|ends?|###?|-30-)\s?-{0,2}\s*$/i;

/** Claims the last open line if it is a sign-off. Example: `Reuter \u0003`. */
export const signoff: Rule = ({ lines }) => {
  const index = lines.findLastIndex((line) => !line.claim);
  const line = lines[index];
  if (!line || index === 0 || line.plain.length > 30 || !SIGNOFF.test(line.plain)) return [];
  return [{ line: index, reading: { became: "signoff" }, why: "last line, an agency's sign-off" }];
};
