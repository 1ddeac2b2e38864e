/** `backfile import`: every source becomes a Markdown article that the editor may correct. */
import { type ImportReport, importSources } from "../pipeline.ts";
import type { Command, Options } from "./command.ts";
import { terminalProgress } from "./progress.ts";
import { counted, exitCodeFor, printDiagnostics, printReviewHint } from "./report.ts";

/** The command `import`. */
export const importCommand: Command = {
  name: "import",
  summary: "turn every source text into a Markdown article",
  description: `Reads every text in content/sources/ and writes it as content/articles/YYYY/MM/<slug>.md.
A Markdown file that you have changed is never written over; those that were kept are named.`,
  options: ["content", "quiet", "json", "strict"],
  example: "backfile import --content my-archive",
  run: runImport,
};

async function runImport(options: Options): Promise<number> {
  const report = importSources(options.content, terminalProgress(options.quiet));
  if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else {
    printImport(report, options.quiet);
    printReviewHint(report.diagnostics);
  }
  return exitCodeFor(report.diagnostics, options.strict);
}

/** Prints what an import did: counts, the files kept, and what has to be put right. */
export function printImport(report: ImportReport, quiet: boolean): void {
  printDiagnostics(report.diagnostics, quiet);
  if (quiet) return;
  for (const path of report.kept) process.stdout.write(`kept ${path}: you have changed it\n`);
  const { sources, written, unchanged, kept } = report;
  process.stdout.write(
    `${counted(sources, "source")}: ${written} written, ${unchanged} unchanged, ${kept.length} kept as edited\n`,
  );
}
