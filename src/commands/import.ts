/** `backfile import`: every source becomes a Markdown article that the editor may correct. */
import type { ImportReport } from "../archive-import.ts";
import type { Change } from "../model.ts";
import { importSources, previewImport } from "../pipeline.ts";
import { wordChanges } from "../text/word-changes.ts";
import type { WritePlan } from "../write/article-writing.ts";
import { changesBetween } from "../write/changes.ts";
import type { Command, Options } from "./command.ts";
import { terminalProgress } from "./progress.ts";
import { counted, exitCodeFor, printDiagnostics, printReviewHint } from "./report.ts";

/** The command `import`. */
export const importCommand: Command = {
  name: "import",
  summary: "turn every source text into a Markdown article",
  description: `Reads every text in content/sources/ and writes it as content/articles/YYYY/MM/<slug>.md.
What you have changed in a Markdown file stays. If its source changes later, what is new in it is merged in, field by
field and paragraph by paragraph; where both of you have changed the same words, yours stand and the
other ones are named. What the source said before is laid by in content/versions/. With --diff nothing is
written: it shows what an import would do.`,
  options: ["content", "diff", "quiet", "json", "strict"],
  example: "backfile import --diff",
  run: runImport,
};

async function runImport(options: Options): Promise<number> {
  const progress = terminalProgress(options.quiet);
  const plans: WritePlan[] = [];
  const report = options.diff
    ? previewImport(options.content, progress, (plan) => plans.push(...[plan].filter(isOfNote)))
    : importSources(options.content, progress);
  if (options.json) {
    const changes = plans.map((plan) => ({ ...summaryOf(plan), changes: changesOf(plan) }));
    process.stdout.write(`${JSON.stringify(options.diff ? { ...report, changes } : report)}\n`);
  } else if (options.diff) {
    printPlans(plans, report);
  } else {
    printImport(report, options.quiet);
    printReviewHint(report.diagnostics);
  }
  return exitCodeFor(report.diagnostics, options.strict);
}

/** Prints what an import did: counts, the files merged and kept, and what has to be put right. */
export function printImport(report: ImportReport, quiet: boolean): void {
  printDiagnostics(report.diagnostics, quiet);
  if (quiet) return;
  const { sources, written, unchanged, merged, kept, versions } = report;
  for (const { path, taken } of merged) {
    const what = taken === "" ? "the new name or hash of" : `${taken} from`;
    process.stdout.write(`merged ${path}: took ${what} its source, kept your changes\n`);
  }
  for (const path of kept) process.stdout.write(`kept ${path}: you have changed it\n`);
  for (const path of versions) process.stdout.write(`laid by ${path}: its source has changed\n`);
  process.stdout.write(
    `${counted(sources, "source")}: ${written} written, ${unchanged} unchanged, ${merged.length} merged, ${kept.length} kept as edited\n`,
  );
}

// ------------------------------------------------------------------ --diff

function isOfNote({ standing, text, version, memory }: WritePlan): boolean {
  return standing !== text || version !== undefined || memory.conflicts.length > 0;
}

function summaryOf({ path, outcome, version, standing }: WritePlan): object {
  const what = standing === undefined ? "new" : outcome;
  return { path, what, ...(version && { version: version.path }) };
}

/** A new file is shown by its name alone: all of it is new. */
function changesOf({ standing, text }: WritePlan): readonly Change[] {
  return standing === undefined ? [] : changesBetween(standing, text);
}

function printPlans(plans: readonly WritePlan[], report: ImportReport): void {
  printDiagnostics(report.diagnostics, false);
  for (const plan of plans) {
    const { path, outcome, standing, version } = plan;
    process.stdout.write(`${standing === undefined ? "new" : outcome} ${path}\n`);
    if (version !== undefined) process.stdout.write(`  lays by ${version.path}\n`);
    for (const change of changesOf(plan)) process.stdout.write(changeLines(change));
  }
  process.stdout.write(
    plans.length === 0
      ? "an import would change nothing\n"
      : `an import would change ${counted(plans.length, "file")}; nothing has been written\n`,
  );
}

const CONTROLS = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A change of a few words is shown within its line: `It cost [-37m-]{+31m+}.` */
function changeLines({ place, before, after }: Change): string {
  const indented = (mark: string, words: string): string =>
    words
      .split("\n")
      .map((line) => `  ${mark} ${line.replace(CONTROLS, "\ufffd")}\n`)
      .join("");
  if (before === undefined) return `  ${place}:\n${indented("+", after ?? "")}`;
  if (after === undefined) return `  ${place}:\n${indented("-", before)}`;
  const words = wordChanges(before, after)
    .map(({ kind, text }) =>
      kind === "same" ? text : kind === "added" ? `{+${text}+}` : `[-${text}-]`,
    )
    .join("");
  return `  ${place}:\n${indented("~", words)}`;
}
