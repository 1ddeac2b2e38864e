/** `backfile annotate`: texts in, one JSON object a line out; a filter for pipes of any length. */
import { once } from "node:events";
import { decode } from "../read/decode.ts";
import { isFormatName } from "../read/source-names.ts";
import { annotateText, type TextRow } from "../single-text.ts";
import { CliError } from "../text/cli-error.ts";
import { daysInMonth, isZone } from "../text/dates.ts";
import type { Command, Options } from "./command.ts";
import { forEachFile, readNamed } from "./text-files.ts";

/** The command `annotate`. */
export const annotateCommand: Command = {
  name: "annotate",
  files: "FILE...",
  summary: "print what is recognised in texts, as JSON Lines",
  description: `Prints one JSON object a line for each text: headline, date, byline, body blocks, people with their roles,
organisations, places, topics, quotations and time expressions, all with their positions.
A file that cannot be read is named on standard error, and the others are annotated all the same.
With --jsonl it reads {"id", "text", "published"?, "zone"?} objects, one a line, from standard input.
It reads no configuration and writes no file.`,
  options: ["jsonl"],
  example: "backfile annotate article.txt",
  run: runAnnotate,
};

async function runAnnotate(options: Options): Promise<number> {
  if (options.jsonl) {
    if (options.files.length > 0) {
      throw new CliError(
        `with --jsonl texts come on standard input, found the file \`${options.files[0]}\`; leave one of them out`,
      );
    }
    await annotateRows();
    return 0;
  }
  if (options.files.length === 0) {
    throw new CliError(
      "`backfile annotate` wants text files, or --jsonl; see `backfile annotate --help`",
    );
  }
  return forEachFile(options.files, async (file) => {
    await print(annotateText({ id: file, text: readText(file) }));
  });
}

async function annotateRows(): Promise<void> {
  let number = 0;
  for await (const line of linesOf(process.stdin.setEncoding("utf8"))) {
    number += 1;
    const row = number === 1 ? line.replace(/^\uFEFF/, "") : line;
    if (row.trim() !== "") await print(annotateText(rowOf(row, number)));
  }
}

/** JSON strings may hold U+2028 and U+2029 as they are, at which other readers of lines divide. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const chunk of chunks) {
    const [first = "", ...others] = chunk.split("\n");
    begun.push(first);
    for (const next of others) {
      yield begun.join("");
      begun = [next];
    }
  }
  yield begun.join("");
}

function rowOf(line: string, number: number): TextRow {
  const row = objectOf(line, number);
  const { id, text, published, zone } = row;
  if (typeof text !== "string") {
    throw new CliError(
      `row ${number}: expected a JSON object with a string \`text\`, found ${describe(row, text)}`,
    );
  }
  if (isGiven(published) && !isDate(published)) {
    throw new CliError(
      `row ${number}: expected \`published\` as an ISO date such as 2022-01-26 or 2022-01-26T21:27, found ${JSON.stringify(published)}`,
    );
  }
  if (isGiven(zone) && !(typeof zone === "string" && isZone(zone))) {
    throw new CliError(
      `row ${number}: expected \`zone\` as an IANA time zone such as Europe/Lisbon, found ${JSON.stringify(zone)}`,
    );
  }
  return {
    id: typeof id === "string" ? id : String(id ?? number),
    text,
    ...(isDate(published) && { published }),
    ...(typeof zone === "string" && { zone }),
  };
}

/** Many programs write null for what they do not know. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

const ISO_DATE =
  /^(?<month>\d{4}(?:-(?:0[1-9]|1[0-2]))?)(?:(?<=-\d\d)-(?<day>0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?)?$/;

/** To the year, month, day or time, if its day is on the calendar. */
function isDate(value: unknown): value is string {
  const parts = typeof value === "string" ? ISO_DATE.exec(value)?.groups : undefined;
  if (parts === undefined) return false;
  const { month = "", day } = parts;
  return day === undefined || Number(day) <= daysInMonth(month);
}

function objectOf(line: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new CliError(
      `row ${number}: expected a JSON object with a string \`text\`, found no JSON`,
    );
  }
  // any object may be looked into by key; what is found is checked by the caller
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function describe(row: object, text: unknown): string {
  return Object.keys(row).length === 0
    ? "no object"
    : text === undefined
      ? "no `text`"
      : `a \`text\` that is ${typeof text}`;
}

function readText(file: string): string {
  if (isFormatName(file)) {
    throw new CliError(
      `${file}: expected a plain text, found a page, export or feed; \`backfile explain\` shows how it is read`,
    );
  }
  const decoding = decode(readNamed(file));
  if ("refused" in decoding) throw new CliError(`${file}: ${decoding.refused.message}`);
  return decoding.text;
}

/** Waits while the reader of the pipe is behind, so that memory does not fill. */
async function print(value: object): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, "drain");
}
