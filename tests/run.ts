/**
 * Do the tests pass? `node tests/run.ts` runs every `*.test.ts` below this folder; with a word, such as
 * `node tests/run.ts publish`, those whose path holds it; `cases` stands for those that read `tests/cases/`.
 * Fails too if there was nothing to run.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));

/** The tests start browsers and programs of their own, so that two at a time fill a small machine. */
const AT_A_TIME = 2;

/** Only ends a run in which a test hangs; no test measures time. */
const LONGEST_RUN = 45 * 60_000;

/** Named by each test file that reads cases, itself or through `support/golden.ts`. */
const CASES = /["(]cases\/|support\/golden\.ts/;

const wanted = process.argv.slice(2);
const files = testFiles().filter((path) => wanted.every((word) => isMeant(path, word)));
let ran = 0;
let failed = false;

if (files.length === 0) {
  process.stderr.write(`no test file below tests/ has "${wanted.join(" ")}" in its path\n`);
  process.exitCode = 1;
} else {
  runFiles();
}

/** Paths relative to this folder, with forward slashes, in the order of their code units. */
function testFiles(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .map((path) => path.split(sep).join("/"))
    .filter((path) => path.endsWith(".test.ts"))
    .sort();
}

function isMeant(path: string, word: string): boolean {
  if (path.includes(word)) return true;
  return word === "cases" && CASES.test(readFileSync(join(FOLDER, path), "utf8"));
}

function runFiles(): void {
  const events = run({
    cwd: join(FOLDER, ".."),
    files: files.map((path) => join(FOLDER, path)),
    concurrency: AT_A_TIME,
    signal: AbortSignal.timeout(LONGEST_RUN),
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  events.on("test:summary", ({ counts, file, success }) => {
    if (!success) failed = true;
    if (file === undefined) ran = counts.tests;
  });
  events.on("test:fail", () => {
    failed = true;
  });
  const report = events.compose(spec);
  report.on("end", () => {
    if (ran === 0) process.stderr.write("no test ran\n");
    process.exitCode = failed || ran === 0 ? 1 : 0;
  });
  // a run that breaks off before its summary has not passed
  process.exitCode = 1;
  report.pipe(process.stdout);
}
