/** Which lines were never meant to be read as sentences: data of scripts, link bars glued together (stage 2). */
import { endsSentence, type Finding, type Line, type Rule } from "../draft.ts";

const WINDOW = 2000;
const SCRIPT_START = /^[{[(<.@$wvfdg]/;
const SHORTEST_BAR = 40;
/** `About us | Contact | Jobs | Privacy | Terms`: what a bar holds, and how long its parts are. */
const FEWEST_PARTS = 5;
const LONGEST_PART = 40;
const DATA = /^[{[]{1,3}\s?"[\w@$.-]{1,40}"\s?:/;
const SCRIPT =
  /^(?:window\.\w|var \w{1,40}\s?=|function\s?\(|\(function\s?\(|document\.\w|\$\(|googletag\.|@media\s?[(\w]|\.[\w-]{1,40}\s?\{|<script|<!--)/;
const SCRIPT_MARK = /[;{}()=]/g;
const FEWEST_MARKS = 4;
/** `DAZN GutscheineNike Store Gutscheine`: a small letter, and the next name's capital right behind it. */
const GLUE = /\p{Ll}{3}(?=\p{Lu}\p{Ll})/gu;
const FEWEST_GLUED = 4;
/** A glued place for so many characters at least; sentences have none but in a few trade names. */
const GLUE_EVERY = 45;
const SENTENCE = /\p{Ll}{2}[.!?](?:\s|$)/u;

/**
 * Removes lines of script and its data (`{"articleId": …}`) and bars of links whose names stand together
 * without a space. A sentence with a trade name or two in it stays.
 */
export const machineText: Rule = ({ lines }) =>
  lines.flatMap((line, index): Finding[] => {
    const why = line.claim || line.columns ? undefined : reasonFor(line);
    return why === undefined ? [] : [{ line: index, reading: { became: "removed" }, why }];
  });

function reasonFor({ plain }: Line): string | undefined {
  if (SCRIPT_START.test(plain)) {
    const opening = plain.slice(0, WINDOW);
    if (DATA.test(opening)) return "data of a script";
    const marks = SCRIPT.test(opening) ? (opening.match(SCRIPT_MARK) ?? []).length : 0;
    if (marks >= FEWEST_MARKS) return "a script";
  }
  if (isBar(plain)) return "a bar of links between strokes";
  if (plain.length < SHORTEST_BAR || endsSentence(plain)) return undefined;
  const opening = plain.slice(0, WINDOW);
  if (SENTENCE.test(opening)) return undefined;
  const glued = (opening.match(GLUE) ?? []).length;
  if (glued < FEWEST_GLUED || glued * GLUE_EVERY < opening.length) return undefined;
  return `${glued} names without a space between them`;
}

function isBar(plain: string): boolean {
  if (!plain.includes("|") || endsSentence(plain)) return false;
  const parts = plain.slice(0, WINDOW).split("|");
  return (
    parts.length >= FEWEST_PARTS &&
    parts.every((part) => part.trim().length <= LONGEST_PART && !/\d/.test(part))
  );
}
