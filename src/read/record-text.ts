/** What does an editor's Markdown file say above and below its second line of hyphens? Stage 1: for people, places and topics. */
import type { z } from "zod";
import { checkYaml, type YamlFault } from "../text/checked-yaml.ts";

/** What the files of one folder may say. */
export interface RecordForm<T> {
  readonly schema: z.ZodType<T>;
  /** What is between the two lines of hyphens, in words. */
  readonly known: string;
}

/** A file in its two parts. */
export interface RecordText<T> {
  readonly value: T;
  /** Markdown, without white space at its ends. */
  readonly note: string;
  /** Returns the line, counted from 1, on which a key stands; that of the hyphens where none does. */
  readonly lineOf: (key: string) => number;
}

/** The last part of an address, as a file's name gives it. */
export const RECORD_SLUG: RegExp = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Characters of a slug; file systems take no more than 255 bytes of a name. */
const LONGEST_SLUG = 100;

const OPENING = "---\n";
const CLOSING = /\n---[ \t]*(?:\n|$)/;

/** Returns whether a file's name, without `.md`, can be the last part of an address. */
export function isRecordSlug(slug: string): boolean {
  return RECORD_SLUG.test(slug) && slug.length <= LONGEST_SLUG;
}

/** Returns the two parts of a file, the upper one checked, or its first fault; lines are those of the file. */
export function checkRecord<T>(
  text: string,
  { schema, known }: RecordForm<T>,
): RecordText<T> | { readonly fault: YamlFault } {
  const unix = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const closing = CLOSING.exec(unix);
  if (!unix.startsWith(OPENING) || closing === null) {
    return { fault: { line: 1, message: `expected ${known} between two lines of ---` } };
  }
  const yaml = unix.slice(OPENING.length, Math.max(OPENING.length, closing.index));
  const checked = checkYaml(yaml, schema);
  // the first line of the file is the one of hyphens
  if ("fault" in checked) return { fault: { ...checked.fault, line: checked.fault.line + 1 } };
  return {
    value: checked.value,
    note: unix.slice(closing.index + closing[0].length).trim(),
    lineOf: (key) => lineOfKey(yaml, key) + 1,
  };
}

/** Counted from 1; 0 where no line has the key. */
function lineOfKey(yaml: string, key: string): number {
  const pattern = new RegExp(`^["']?${RegExp.escape(key)}["']?\\s*:`);
  return yaml.split("\n").findIndex((line) => pattern.test(line)) + 1;
}
