/** `backfile annotate`: texts in, one JSON object a line out; a filter for pipes of any length. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { annotateText, parseFile, type TextRow } from "../single-text.ts";
import { CliError } from "../text/cli-error.ts";
import type { Command, Options } from "./command.ts";

/** The command `annotate`. */
export const annotateCommand: Command = {
  name: "annotate",
  files: "FILE...",
  summary: "print what is recognised in texts, as JSON Lines",
  description: `Prints one JSON object a line for each text: headline, date, byline, body blocks, people with their roles,
organisations, places, topics, quotations and time expressions, all with their positions.
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
  for (const file of options.files) await print(annotateText({ id: file, text: readText(file) }));
  return 0;
}

async function annotateRows(): Promise<void> {
  let number = 0;
  for await (const line of createInterface({
    input: process.stdin,
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (line.trim() === "") continue;
    await print(annotateText(rowOf(line, number)));
  }
}

function rowOf(line: string, number: number): TextRow {
  const row = objectOf(line, number);
  const { id, text, published, zone } = row;
  if (typeof text !== "string") {
    throw new CliError(
      `row ${number}: expected a JSON object with a string \`text\`, found ${describe(row, text)}`,
    );
  }
  return {
    id: typeof id === "string" ? id : String(id ?? number),
    text,
    ...(typeof published === "string" && { published }),
    ...(typeof zone === "string" && { zone }),
  };
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
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new CliError(`${file}: cannot be read; expected an article text`, { cause });
  }
  const { text, article, diagnostics } = parseFile(bytes, file, {});
  if (article === undefined) throw new CliError(`${file}: ${diagnostics[0]?.message}`);
  return text;
}

/** Waits while the reader of the pipe is behind, so that memory does not fill. */
async function print(value: object): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, "drain");
}
