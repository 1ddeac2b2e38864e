/** Which line is the headline (stage 2). */
import { endsSentence, type Rule } from "../draft.ts";

const LONGEST = 250;
/** A line with a full stop is taken only if it is as short as headlines are. */
const LONGEST_SENTENCE = 120;
const FULL_STOP = /[.。।۔]["')\]]*$/u;

/**
 * Claims the first line that is open, if it is short enough and not a sentence of prose. A headline may end in a
 * question or exclamation mark; with a full stop it counts only if other lines follow and it is short.
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
  ];
};
