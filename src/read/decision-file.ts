/** How is a decision added to `decisions.yml` without changing anything that stands in it? Stage 1. */
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { CliError } from "../text/cli-error.ts";
import { onDisk } from "../text/disk-error.ts";
import { readDecisions } from "./decisions.ts";

/** A decision as the editor would write it. */
export type Decision = { readonly note?: string } & (
  | { readonly settled: string }
  | { readonly split: string; readonly at: readonly number[] }
);

const HEAD = `# What the editor has decided, once and for all. backfile reads this file and only ever adds to its end.
# - settled: "5f1c2a9b"      a remark of the review list may stand as it is
# - split: sources/three.txt   a file holds several articles;
#   at: [14, 31]               the second and the third begin at these lines
`;

/**
 * Adds a decision at the end of `decisions.yml`, which is made if there is none; what stands in it stays to the byte.
 * Returns the id, or the file of a split as it was written. A file may be named as messages name it, or by its path.
 * @throws CliError if the file cannot be read or written, if the decision would not be understood in it, or if
 * there is no such file to split.
 */
export function addDecision(contentFolder: string, decision: Decision): string {
  // a file that cannot be read now is not made worse
  readDecisions(contentFolder);
  const path = join(contentFolder, "decisions.yml");
  const before = existsSync(path) ? onDisk(path, () => readFileSync(path, "utf8")) : undefined;
  const [named, lines] =
    "settled" in decision
      ? [decision.settled, [`- settled: "${decision.settled}"`]]
      : splitLines(contentFolder, decision);
  const note = decision.note === undefined ? [] : [`  note: ${quoted(decision.note)}`];
  const added = `${[...lines, ...note].join("\n")}\n`;
  if (before === undefined) onDisk(path, () => writeFileSync(path, `${HEAD}${added}`));
  else onDisk(path, () => appendFileSync(path, `${endOfLine(before)}${added}`));
  checkOrTakeBack(contentFolder, path, before);
  return named;
}

function splitLines(
  contentFolder: string,
  decision: { readonly split: string; readonly at: readonly number[] },
): [string, string[]] {
  const file = sourceNamed(contentFolder, decision.split);
  return [file, [`- split: ${quoted(file)}`, `  at: [${decision.at.join(", ")}]`]];
}

/** The path as messages name it: `sources/2022/a.txt`. */
function sourceNamed(contentFolder: string, typed: string): string {
  const places = [join(contentFolder, typed), join(contentFolder, "sources", typed), typed];
  const place = places.find((one) => statSync(one, { throwIfNoEntry: false })?.isFile());
  const named = place && relative(resolve(contentFolder), resolve(place)).replaceAll("\\", "/");
  if (named?.startsWith("sources/")) return named;
  throw new CliError(
    `no source ${typed} below ${join(contentFolder, "sources")}; name it as the list does`,
  );
}

/** Double-quoted YAML takes what JSON writes. */
function quoted(words: string): string {
  return JSON.stringify(words);
}

function endOfLine(before: string): string {
  return before === "" || before.endsWith("\n") ? "" : "\n";
}

/** A file in another style than ours, such as `[{settled: …}]`, cannot be added to at its end. */
function checkOrTakeBack(contentFolder: string, path: string, before: string | undefined): void {
  try {
    readDecisions(contentFolder);
  } catch (error) {
    if (before !== undefined) onDisk(path, () => writeFileSync(path, before));
    if (!(error instanceof CliError)) throw error;
    throw new CliError(
      `${path}: a decision cannot be added at the end of this file, add it by hand (${error.message})`,
      { cause: error },
    );
  }
}
