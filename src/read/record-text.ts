/** What stands above and below the second line of hyphens of an editor's Markdown file? Stage 1. */

/** A Markdown file in its two parts; its first line is the one of hyphens. */
interface RecordText {
  /** Between the two lines of hyphens; its first line is the file's second. */
  readonly yaml: string;
  /** Markdown, without white space at its ends. */
  readonly note: string;
}

/** The last part of an address, as a file's name gives it. */
export const RECORD_SLUG: RegExp = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Characters of a slug; file systems take no more than 255 bytes of a name. */
export const LONGEST_SLUG = 100;

const OPENING = "---\n";
const CLOSING = /\n---[ \t]*(?:\n|$)/;

/** Returns the two parts of a file, line ends as `\n`; undefined where there are no two lines of hyphens. */
export function splitRecord(text: string): RecordText | undefined {
  const unix = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const closing = CLOSING.exec(unix);
  if (!unix.startsWith(OPENING) || closing === null) return undefined;
  return {
    yaml: unix.slice(OPENING.length, Math.max(OPENING.length, closing.index)),
    note: unix.slice(closing.index + closing[0].length).trim(),
  };
}

/** Returns the line of a file, counted from 1, on which a key of its front matter stands; that of the hyphens where none does. */
export function lineOfKey(yaml: string, key: string): number {
  const index = yaml
    .split("\n")
    .findIndex((line) => new RegExp(`^["']?${RegExp.escape(key)}["']?\\s*:`).test(line));
  return index + 2;
}
