/** `backfile explain FILE`: what each line of a text became, by which rule, and why. */
import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Article, LineReading, ParseFacts } from "../model.ts";
import { factsFor, readSettings } from "../read/settings.ts";
import { parseFile } from "../single-text.ts";
import { CliError } from "../text/cli-error.ts";
import type { Command, Options } from "./command.ts";
import { diagnosticLine, printable } from "./report.ts";
import { forEachFile, readNamed } from "./text-files.ts";

/** The command `explain`. */
export const explainCommand: Command = {
  name: "explain",
  files: "FILE...",
  summary: "show what each line of a text became, by which rule, and why",
  description: `Parses article texts and prints each line with what it became (headline, byline, paragraph, removed …),
the rule that decided it, and the reason. Of a saved page or an export it shows the words that a reader sees, block by
block, each article in turn. Writes nothing. A file may be named as messages name it, below
the archive's folder: sources/courier/2018/flood.txt. With --json, one object a line for each article.`,
  options: ["content", "json"],
  example: "backfile explain content/sources/courier/2018/harbour-bridge-closed.txt",
  run: runExplain,
};

async function runExplain(options: Options): Promise<number> {
  if (options.files.length === 0) {
    throw new CliError("`backfile explain` wants a text file; see `backfile explain --help`");
  }
  return forEachFile(options.files, (named) => explain(fileNamed(named, options), options));
}

function explain(file: string, options: Options): void {
  const { texts, diagnostics } = parseFile(readNamed(file), file, factsOf(file, options));
  if (texts.length === 0) throw new CliError(`${file}: ${diagnostics[0]?.message}`);
  for (const { name, text, article } of texts) {
    if (options.json) {
      const { readings } = article;
      const remarks = diagnostics.filter((remark) => remark.file === name);
      process.stdout.write(`${JSON.stringify({ file: name, readings, diagnostics: remarks })}\n`);
    } else {
      process.stdout.write(explanation(name, text, article));
    }
  }
  for (const diagnostic of diagnostics) process.stderr.write(`${diagnosticLine(diagnostic)}\n`);
}

/** Messages name a file as it stands below the content folder. */
function fileNamed(named: string, options: Options): string {
  if (named.endsWith(".md")) {
    throw new CliError(
      `${named}: expected a source text, found Markdown; explain the text that it was made from, which stands in it under \`source\``,
    );
  }
  const below = join(options.content, named);
  return !existsSync(named) && existsSync(below) ? below : named;
}

/** A text that lies in the archive's `sources/` is read with what `archive.yml` says of its publisher. */
function factsOf(file: string, options: Options): ParseFacts {
  const inSources = relative(resolve(options.content, "sources"), resolve(file)).replaceAll(
    "\\",
    "/",
  );
  return inSources.startsWith("..")
    ? {}
    : factsFor({ path: inSources }, readSettings(options.content));
}

const LONGEST_LINE = 100;

function explanation(file: string, text: string, article: Article): string {
  const width = article.readings.reduce((most, { became }) => Math.max(most, became.length), 0);
  const lines = article.readings.map((reading) => explainedLine(text, reading, width));
  return `${file}\n${lines.join("\n")}\n`;
}

function explainedLine(text: string, reading: LineReading, width: number): string {
  const words = printable(text.slice(reading.start, reading.end));
  const shown = words.length > LONGEST_LINE ? `${words.slice(0, LONGEST_LINE)}…` : words;
  const number = String(reading.line).padStart(4);
  return `${number}  ${reading.became.padEnd(width)}  ${shown}\n${" ".repeat(width + 8)}${reading.rule}: ${reading.why}`;
}
