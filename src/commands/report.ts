/** How is what a person should know printed? */
import type { Diagnostic } from "../model.ts";
import { countToReview } from "../text/review-list.ts";

/** Lines that are printed of what was set aside, and of a lesser kind; the review list has them all. */
const MOST_GRAVE_LINES = 20;
const MOST_LINES = 5;

/** Returns a diagnostic as one line: `sources/a.txt:3 warning parse/dateline: …`. */
export function diagnosticLine({ severity, rule, file, line, message }: Diagnostic): string {
  const where = line === undefined ? file : `${file}:${line}`;
  return printable(`${where} ${severity} ${rule}: ${message}`);
}

/** What a terminal would obey instead of showing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Returns words of a source or a file's name as a terminal may show them: each control character as `\ufffd`. */
export function printable(words: string): string {
  return words.replace(CONTROLS, "\ufffd");
}

/**
 * Prints diagnostics to standard error, the gravest first: twenty of what was set aside, five of what is doubtful
 * and five notes, and how many more there are. Notes are left out when quiet.
 */
export function printDiagnostics(diagnostics: readonly Diagnostic[], quiet: boolean): void {
  const isGrave = ({ severity }: Diagnostic): boolean =>
    severity === "set-aside" || severity === "error";
  const warnings = diagnostics.filter(({ severity }) => severity === "warning");
  const notes = quiet ? [] : diagnostics.filter(({ severity }) => severity === "note");
  printSome(diagnostics.filter(isGrave), MOST_GRAVE_LINES);
  printSome(warnings, MOST_LINES);
  printSome(notes, MOST_LINES);
}

function printSome(list: readonly Diagnostic[], most: number): void {
  for (const diagnostic of list.slice(0, most)) print(diagnosticLine(diagnostic));
  const rest = list.length - most;
  if (rest > 0) print(`… and ${rest} more of these`);
}

/** Prints how many remarks wait for the editor, and where they are listed; nothing where none does. */
export function printReviewHint(diagnostics: readonly Diagnostic[]): void {
  printReviewCount(countToReview(diagnostics));
}

/** Prints that so many remarks wait for the editor; nothing for none. */
export function printReviewCount(count: number): void {
  if (count === 0) return;
  print(`${counted(count, "remark")} to review: see \`backfile review\` or /about/review/`);
}

/** Returns the exit code of a command: 1 with `--strict` if anything was set aside or is doubtful. */
export function exitCodeFor(diagnostics: readonly Diagnostic[], strict: boolean): number {
  return exitCodeOf(countToReview(diagnostics), strict);
}

/** Returns the same by how many remarks there are to review. */
export function exitCodeOf(toReview: number, strict: boolean): number {
  return strict && toReview > 0 ? 1 : 0;
}

/** Returns a count with its noun: `1 article`, `3 articles`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function print(line: string): void {
  process.stderr.write(`${line}\n`);
}
