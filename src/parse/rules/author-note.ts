/** Which lines speak of those who wrote or helped (stage 2). */
import { isJob, readByline } from "../byline-text.ts";
import type { Finding, Line, Rule } from "../draft.ts";
import { headEnd } from "../zones.ts";

const LONGEST = 600;
/** A note about an author stands in the last third of the lines, or in the head. */
const TAIL_SHARE = 0.6;
const HELP =
  /^[(\s-]{0,3}(?:additional |with |writing |editing |edited |reporting |reported |compiled |translated |with additional )+(?:reporting|reports?|files|contributions?|input|editing|by|from|in)\b/iu;
const REPORTED_FROM = /^[\p{Lu}][\p{L}.' -]{1,60} (?:reported|contributed) (?:from|to) /u;
const CONTRIBUTED =
  /\bcontributed (?:reporting\b|to this (?:report|story|article))[^.]{0,60}\.?$/iu;
const IS_WRITER =
  /^[\p{Lu}][\p{L}\p{M}.' -]{1,60} (?:is|was|covers|writes|has been|joined) (?:an?|the|our|for|about|about|on|national|[\p{L} -]{0,40}\bfor\b)?/u;
const WRITES = /\b(?:covers|writes|is based in|award-winning|freelance|joined)\b/iu;

/**
 * Claims credits to those who helped (`Additional reporting by …`) and, towards the end, notes about an author
 * (`Ana Reis is a reporter in Port Ellis.`); in the head, an author's job on a line of its own.
 */
export const authorNote: Rule = ({ lines }) => {
  const bylineAt = lines.findIndex((line) => line.claim?.reading.became === "byline");
  const byline = lines[bylineAt]?.claim?.reading;
  const authors = byline?.became === "byline" ? byline.authors : [];
  const head = headEnd(lines);
  return lines.flatMap((line, index): Finding[] => {
    if (line.claim || line.columns || line.plain.length > LONGEST) return [];
    if (index > 0 && HELP.test(line.plain) && line.plain.length < 300) {
      return [{ line: index, reading: { became: "credit" }, why: "says who helped" }];
    }
    if (index === bylineAt + 1 && index < head && isJobLine(line)) {
      return [
        { line: index, reading: { became: "note" }, why: "the author's job, below the byline" },
      ];
    }
    if (byline && !line.prose && readByline(line.plain)) {
      return [{ line: index, reading: { became: "note" }, why: "another byline" }];
    }
    const tail = index >= lines.length * TAIL_SHARE && index >= 3;
    const about = tail ? (nameOfAuthor(line, authors) ?? noteAbout(line)) : undefined;
    const why = aboutAuthor(line, authors) ?? about;
    return why === undefined ? [] : [{ line: index, reading: { became: "note" }, why }];
  });
};

function isJobLine({ plain, prose }: Line): boolean {
  return !prose && plain.length < 80 && isJob(plain);
}

function aboutAuthor({ plain }: Line, authors: readonly string[]): string | undefined {
  if (authors.some((name) => plain === name)) return "the author's name again";
  if (
    authors.some((name) => plain.startsWith(`${name} is `) || plain.startsWith(`${name} covers `))
  ) {
    return "about the author";
  }
  return undefined;
}

/** In the tail nobody but a note on the author calls the author by name and says what he or she does. */
function nameOfAuthor({ plain, prose }: Line, authors: readonly string[]): string | undefined {
  if (!prose) return undefined;
  const full = authors.filter((name) => name.includes(" "));
  if (full.length === 0) return undefined;
  if (full.some((name) => plain.startsWith(`${name} `))) return "opens with the author's name";
  const named = full.some((name) => plain.includes(name));
  if (named && (WRITES.test(plain) || isJob(plain))) return "names the author";
  const called = full.some((name) => plain.includes(` ${name.split(" ")[0]} `));
  if (called && WRITES.test(plain) && isJob(plain)) return "calls the author by the first name";
  return undefined;
}

function noteAbout({ plain }: Line): string | undefined {
  if (CONTRIBUTED.test(plain.slice(-120))) return "says who helped";
  if (plain.includes("reported from") && REPORTED_FROM.test(plain)) return "says who helped";
  if (IS_WRITER.test(plain) && isJob(plain) && WRITES.test(plain)) return "about a writer";
  return undefined;
}
