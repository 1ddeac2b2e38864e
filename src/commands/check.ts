/** `backfile check`: is the built site whole? Links, mark-up, data for machines, words for pictures, weight. */
import { join } from "node:path";
import { checkSite, type SiteCheck } from "../check/check-site.ts";
import type { Fault, FaultGroup } from "../check/fault.ts";
import { BUDGET, type PageWeight } from "../check/page-weight.ts";
import { heaviestOf } from "../check/weight-tally.ts";
import { CliError } from "../text/cli-error.ts";
import type { Command, Options } from "./command.ts";
import { terminalProgress } from "./progress.ts";
import { counted, printable } from "./report.ts";

/** The command `check`. */
export const checkCommand: Command = {
  name: "check",
  files: "[DIR]",
  summary: "check the built site: links, mark-up, data, pictures, weight",
  description: `Reads the site in DIR (default: _site) file by file, and asks nothing but its files: whether every link and every
place on a page that is linked to is there (of pages, feeds, sitemaps, style sheets, data), under the path that the site
is to stand at; whether the HTML is valid; whether JSON-LD, citation tags, feeds and data packages are as their schemas
have them; whether pictures have words and pages a title, a language and one headline; and what pages weigh, compressed.
A fault of a layout is told three times and counted. Exit code 1 if there is an error, and with --strict if there is a
warning. Nothing is written.`,
  options: ["output", "quiet", "json", "strict"],
  example: "backfile check public",
  run: runCheck,
};

/** Faults of a group that are printed. */
const SHOWN = 3;

async function runCheck(options: Options): Promise<number> {
  const [named, ...others] = options.files;
  if (others.length > 0)
    throw new CliError(`\`backfile check\` takes one folder, found ${options.files.join(" ")}`);
  const folder = named ?? options.output;
  const progress = terminalProgress(options.quiet || options.json);
  progress.start("Checking files");
  const found = await checkSite(folder, (files) => progress.step(files));
  progress.done();
  const [errors, warnings] = [countOf(found.groups, "error"), countOf(found.groups, "warning")];
  if (options.json) process.stdout.write(`${JSON.stringify({ errors, warnings, ...found })}\n`);
  else print(folder, found, options.quiet);
  return errors > 0 || (options.strict && warnings > 0) ? 1 : 0;
}

function countOf(groups: readonly FaultGroup[], severity: Fault["severity"]): number {
  return groups
    .filter(({ first }) => first[0]?.severity === severity)
    .reduce((sum, { count }) => sum + count, 0);
}

function print(folder: string, found: SiteCheck, quiet: boolean): void {
  const { files, pages, bytes, links, url, groups } = found;
  for (const { count, first } of groups) {
    for (const fault of first.slice(0, SHOWN)) process.stderr.write(`${lineOf(folder, fault)}\n`);
    if (count <= SHOWN) continue;
    const place = first[0]?.place ?? "";
    const where = place === "" ? "" : `, in ${printable(place)}`;
    process.stderr.write(`… and ${grouped(count - SHOWN)} more of these${where}\n`);
  }
  if (quiet) return;
  const lines = [...weightLines(found)];
  const at = url === undefined ? "under any path" : `at ${url}`;
  const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
  lines.push(
    `${counted(pages, "page")}, ${counted(files, "file")}, ${size}, ${grouped(links)} links from page to page into the text, ${at}: ${counted(countOf(groups, "error"), "error")}, ${counted(countOf(groups, "warning"), "warning")}`,
  );
  process.stdout.write(`${lines.join("\n")}\n`);
}

function lineOf(folder: string, fault: Fault): string {
  const { file, line, severity, rule, expected, found, remedy } = fault;
  return printable(
    `${join(folder, file)}:${line} ${severity} ${rule}: expected ${expected}, found ${found}; ${remedy}`,
  );
}

/** The weight of each kind of page and the ten heaviest pages of all, in kB over the wire. */
function* weightLines({ weights }: SiteCheck): Generator<string> {
  yield `kind of page      pages   mean kB  first visit  heaviest  (budget ${BUDGET.warm / 1000}, at a first visit ${BUDGET.cold / 1000})`;
  for (const { kind, pages, warm, cold, heaviest } of weights) {
    const cells = [
      kilobytes(warm / pages),
      kilobytes(cold / pages),
      kilobytes(heaviest[0]?.cold ?? 0),
    ];
    const [mean = "", first = "", most = ""] = cells;
    yield `${kind.padEnd(15)} ${String(pages).padStart(7)} ${mean.padStart(9)} ${first.padStart(12)} ${most.padStart(9)}`;
  }
  yield "the heaviest:";
  for (const page of heaviestOf(weights.flatMap(({ heaviest }) => heaviest)))
    yield `  ${weightOf(page)}`;
}

function weightOf({ file, warm, cold }: PageWeight): string {
  return `${kilobytes(cold).padStart(6)} kB (${kilobytes(warm)} with its typefaces there)  ${printable(file)}`;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
