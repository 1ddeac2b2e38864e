/** Which lines are posts from elsewhere and the sources of charts (stage 2). */
import type { Finding, Line, Rule } from "../draft.ts";

/** `- The Harbour Board (@harbour) May 3, 2020`, below the words of the post. */
const ATTRIBUTION = /^-{1,2}\s?[^@()]{2,60}\s?\(@\w{2,30}\)/u;
/** `Source: Harbour Board`. */
const SOURCE =
  /^(?:sources?|quellen?|fuentes?|fonti?|kild(?:e|er)|källa|lähde|źródło|источник|kaynak|sumber)\s?:\s?\S/iu;
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;
const LONGEST = 200;

/** Claims the line that says who posted as credit, the post above it as a quotation, and `Source: …` or a bare address as source. */
export const embed: Rule = ({ lines }) =>
  lines.flatMap((line, index): Finding[] => {
    if (line.claim || line.columns || line.plain.length > LONGEST || index === 0) return [];
    if (ATTRIBUTION.test(line.plain)) {
      const credit: Finding = {
        line: index,
        reading: { became: "credit" },
        why: "says who posted",
      };
      return isOpen(lines[index - 1])
        ? [
            { line: index - 1, reading: { became: "blockquote" }, why: "a post from elsewhere" },
            credit,
          ]
        : [credit];
    }
    if (ADDRESS.test(line.plain)) {
      return [{ line: index, reading: { became: "source" }, why: "an address on the web" }];
    }
    if (!line.prose && SOURCE.test(line.plain)) {
      return [
        {
          line: index,
          reading: { became: "source" },
          why: "names the source of a picture or chart",
        },
      ];
    }
    return [];
  });

function isOpen(line: Line | undefined): boolean {
  return line !== undefined && !line.claim && line.prose;
}
