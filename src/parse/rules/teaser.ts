/** Which lines inside the body are headlines of other stories (stage 2). */
import type { Finding, Line, Rule } from "../draft.ts";

const FEWEST_WORDS = 8;
const FEWEST_BEHIND_LABEL = 3;
const LONGEST = 200;
const CAPITALS = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;
/** `READ ALSO | The bridge …`, `Video | …`: a stroke parts a label from a headline; sentences have none. */
const LABELLED = /^(?<label>[^|]{2,40}?)\s?\|\s(?<headline>[^|]{8,})$/u;
const LAST_MARK = /[.!?:]$/;
const MEDIA = /^(?:video|audio|podcast|live)\s?(?:\|\s?)?\d{1,2}:\d{2}/iu;
/** `>> More on the harbour`, `→ To the gallery`; several together are a list. */
const ARROW = /^(?:>{1,3}|[\u2192\u21d2\u25b6\u25b8\u25ba\u27a1\u27a4\u261e])\s?/u;
const CONTACT = /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,32}/g;
const TELEPHONE = /\d{3,4}[-\s]\d{6,8}/;
const ADDRESS_OF_MAIL = /^[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,3}$/;

/**
 * Removes links to other stories inside the body: a line of eight words or more all in capitals between paragraphs
 * which are not, a headline behind a label and a stroke (`READ ALSO | The bridge opens`), and a film's
 * length with its title, a link behind an arrow. An e-mail address alone is the page's too.
 */
export const teaser: Rule = ({ lines }) => {
  const open = lines.flatMap((line, index) => (line.claim ? [] : [{ line, index }]));
  return open.flatMap(({ line, index }, at): Finding[] => {
    if (line.columns || line.plain.length > LONGEST) return [];
    const [before, after] = [open[at - 1]?.line, open[at + 1]?.line];
    const why =
      labelled(line) ?? behindArrow(line, before, after) ?? inCapitals(line, before, after);
    return why === undefined ? [] : [{ line: index, reading: { became: "removed" }, why }];
  });
};

function labelled({ plain, prose }: Line): string | undefined {
  if (MEDIA.test(plain)) return "a film and its length";
  if (ADDRESS_OF_MAIL.test(plain)) return "an e-mail address alone";
  const mails = plain.includes("@") ? (plain.match(CONTACT) ?? []).length : 0;
  if (mails > 1 || (mails === 1 && TELEPHONE.test(plain))) return "how to reach the paper";
  const headline = LABELLED.exec(plain)?.groups?.["headline"];
  if (headline === undefined || (prose && LAST_MARK.test(plain))) return undefined;
  return headline.split(/\s+/).length >= FEWEST_BEHIND_LABEL
    ? "another story's headline, behind a label"
    : undefined;
}

function behindArrow(
  { plain }: Line,
  before: Line | undefined,
  after: Line | undefined,
): string | undefined {
  const isList = [before, after].some((other) => other && ARROW.test(other.plain));
  return ARROW.test(plain) && !isList ? "a link behind an arrow" : undefined;
}

function inCapitals(
  { plain }: Line,
  before: Line | undefined,
  after: Line | undefined,
): string | undefined {
  if (!before?.prose || !after?.prose) return undefined;
  if (!CAPITALS.test(plain) || plain.split(/\s+/).length < FEWEST_WORDS) return undefined;
  if (CAPITALS.test(before.plain) || CAPITALS.test(after.plain)) return undefined;
  return "another story's headline, in capitals";
}
