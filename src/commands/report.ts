/** How is what a person should know printed? */
import type { Diagnostic } from "../model.ts";

/** Lines of a kind that are printed; `--json` has them all, and the about page what is doubtful. */
const MOST_LINES = 20;

/** Returns a diagnostic as one line: `sources/a.txt:3 warning parse/dateline: …`. */
export function diagnosticLine({ severity, rule, file, line, message }: Diagnostic): string {
  return `${file}${line === undefined ? "" : `:${line}`} ${severity} ${rule}: ${message}`;
}

/**
 * Prints diagnostics to standard error, the gravest first: all that was set aside, and the first twenty
 * that are doubtful and the first twenty notes. Notes are left out when quiet.
 */
export function printDiagnostics(diagnostics: readonly Diagnostic[], quiet: boolean): void {
  const grave = diagnostics.filter(
    ({ severity }) => severity === "set-aside" || severity === "error",
  );
  const warnings = diagnostics.filter(({ severity }) => severity === "warning");
  const notes = quiet ? [] : diagnostics.filter(({ severity }) => severity === "note");
  for (const diagnostic of grave) print(diagnosticLine(diagnostic));
  for (const list of [warnings, notes]) {
    for (const diagnostic of list.slice(0, MOST_LINES)) print(diagnosticLine(diagnostic));
    const rest = list.length - MOST_LINES;
    if (rest > 0) print(`… and ${counted(rest, `more ${list[0]?.severity}`)}; --json prints all`);
  }
}

/** Returns the exit code of a command: 1 with `--strict` if anything was set aside or is doubtful. */
export function exitCodeFor(diagnostics: readonly Diagnostic[], strict: boolean): number {
  return strict && diagnostics.some(({ severity }) => severity !== "note") ? 1 : 0;
}

/** Returns a count with its noun: `1 article`, `3 articles`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function print(line: string): void {
  process.stderr.write(`${line}\n`);
}
