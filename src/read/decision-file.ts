/** How is a decision added to `decisions.yml` without changing anything that stands in it? Stage 1. */
import { appendFileSync, existsSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { CliError } from "../text/cli-error.ts";
import { onDisk } from "../text/disk-error.ts";
import { nameInYaml } from "../text/yaml-name.ts";
import { DECISIONS_FILE, type DecisionLine, parseDecisions } from "./decision-lines.ts";
import { decisionsOf, readDecisions } from "./decisions.ts";

/** A decision as the editor would write it. */
export type Decision = { readonly note?: string } & (
  | { readonly settled: string }
  | { readonly split: string; readonly at: readonly number[] }
  | NameDecision
);

/** A ruling on people's names. */
type NameDecision =
  | { readonly same: readonly string[] }
  | { readonly different: string; readonly in: readonly string[]; readonly label?: string }
  | { readonly "not-a-person": string }
  | { readonly rename: string; readonly to: string };

const HEAD = `# What the editor has decided, once and for all. backfile reads this file and only ever adds to its end.
# - settled: "5f1c2a9b"      a remark of the review list may stand as it is
# - split: sources/three.txt   a file holds several articles;
#   at: [14, 31]               the second and the third begin at these lines
# - same: [Tomas Varga, Tom Varga]      two names of one person; the first is shown
# - different: [Tomas Varga, Tom Varga]   two people
# - not-a-person: Silk Road
# - rename: Tom Varga
#   to: Tomas Varga
# - story: [articles/2018/03/bridge.md, articles/2021/04/verdict.md]   one story, however far apart
#   title: The bridge
# - not-story: [articles/2018/03/bridge.md, articles/2018/03/ferry.md]   never in one story
`;

/**
 * Adds a decision at the end of `decisions.yml`, which is made if there is none; what stands in it stays to the byte.
 * Returns its lines, without the note: for a split, with the file as it was written. A file may be named as messages name
 * it, or by its path.
 * @throws CliError if the file cannot be read or written, if the decision would not be understood in it or contradicts
 * another one, or if there is no such file to split. Nothing has been written then.
 */
export function addDecision(contentFolder: string, decision: Decision): string {
  // a file that cannot be read now is not made worse
  readDecisions(contentFolder);
  const path = join(contentFolder, DECISIONS_FILE);
  const before = existsSync(path) ? onDisk(path, () => readFileSync(path, "utf8")) : undefined;
  const lines = linesOf(contentFolder, decision).join("\n");
  const note = decision.note === undefined ? "" : `  note: ${quoted(decision.note)}\n`;
  const added = `${before === undefined ? HEAD : endOfLine(before)}${lines}\n${note}`;
  decisionsOf(understood(path, before ?? "", added), contentFolder);
  onDisk(path, () => appendFileSync(path, added));
  return lines;
}

function linesOf(contentFolder: string, decision: Decision): readonly string[] {
  if ("settled" in decision) return [`- settled: "${decision.settled}"`];
  if ("split" in decision) return splitLines(contentFolder, decision);
  if ("same" in decision) return [`- same: [${decision.same.map(nameInYaml).join(", ")}]`];
  if ("not-a-person" in decision)
    return [`- not-a-person: ${nameInYaml(decision["not-a-person"])}`];
  if ("rename" in decision) {
    return [`- rename: ${nameInYaml(decision.rename)}`, `  to: ${nameInYaml(decision.to)}`];
  }
  const { label } = decision;
  return [
    `- different: ${nameInYaml(decision.different)}`,
    `  in: [${decision.in.map(quoted).join(", ")}]`,
    ...(label === undefined ? [] : [`  label: ${nameInYaml(label)}`]),
  ];
}

/** A file in another style than ours, such as `[{settled: …}]`, cannot be added to at its end. */
function understood(path: string, before: string, added: string): readonly DecisionLine[] {
  try {
    return parseDecisions(`${before}${added}`, path);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    throw new CliError(
      `${path}: a decision cannot be added at the end of this file, add it by hand (${error.message})`,
      { cause: error },
    );
  }
}

function splitLines(
  contentFolder: string,
  decision: { readonly split: string; readonly at: readonly number[] },
): readonly string[] {
  const file = sourceNamed(contentFolder, decision.split);
  return [`- split: ${quoted(file)}`, `  at: [${decision.at.join(", ")}]`];
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
