/** `backfile review`: what waits for the editor, and what is to be typed about it. */
import type { Diagnostic } from "../model.ts";
import { addDecision } from "../read/decision-file.ts";
import { reviewArchive, reviewTexts } from "../review-archive.ts";
import { CliError } from "../text/cli-error.ts";
import { nearestWord } from "../text/nearest.ts";
import { remarkId } from "../text/remark-id.ts";
import { mayStand } from "../text/remedies.ts";
import {
  countToReview,
  REVIEW_GROUPS,
  type ReviewList,
  type ReviewPart,
  reviewParts,
  touched,
} from "../text/review-list.ts";
import type { Command, Options } from "./command.ts";
import { terminalProgress } from "./progress.ts";
import { counted, diagnosticLine, exitCodeFor, printable } from "./report.ts";

/** Remarks of a part that are printed where no part is named. */
const MOST_OF_A_PART = 20;

/** The command `review`. */
export const reviewCommand: Command = {
  name: "review",
  files: "[PART | settle ID... | split FILE LINE...]",
  summary: "list what is set aside or doubtful, with what to type; settle a remark",
  description: `Reads the sources and the Markdown articles as they stand, writes nothing, and prints every remark that is
not settled with its number and what to type about it: the list that the next build will show under
/about/review/. Of a part with more than twenty remarks the first twenty; name the part to see all of it:
${REVIEW_GROUPS.map(([group]) => group).join(", ")}. With --json, every one, an object a line.

\`backfile review settle ID...\` lets remarks stand as they are, and \`backfile review split FILE LINE...\` says at
which lines the second and later articles of a file begin. Both add a line to content/decisions.yml and
change nothing else in it.`,
  options: ["content", "quiet", "json", "strict", "note"],
  example: 'backfile review settle 5f1c2a9b --note "both editions ran it"',
  run: runReview,
};

async function runReview(options: Options): Promise<number> {
  const [action, ...words] = options.files;
  if (action === "settle") return settle(words, options);
  if (action === "split") return split(words, options);
  const part = REVIEW_GROUPS.find(([group]) => group === action)?.[0];
  if (action !== undefined && part === undefined) throw new CliError(unknownAction(action));
  if (options.note !== undefined) {
    throw new CliError("--note goes with a decision: `backfile review settle ID --note TEXT`");
  }
  const list = openList(options);
  const parts = reviewParts(list.open).filter(({ group }) => group === (part ?? group));
  if (options.json) printJson(parts);
  else {
    printList(list, parts, part === undefined ? MOST_OF_A_PART : Number.POSITIVE_INFINITY);
    printAdvice(list, options.content);
  }
  return exitCodeFor(list.open, options.strict);
}

function unknownAction(action: string): string {
  const known = ["settle", "split", ...REVIEW_GROUPS.map(([group]) => group)];
  const meant = nearestWord(action, known);
  const remedy =
    meant === undefined ? `known are ${known.join(", ")}` : `did you mean \`${meant}\`?`;
  return `\`backfile review\` does not know \`${action}\`; ${remedy}`;
}

function openList({ content, quiet }: Options): ReviewList {
  return reviewArchive(content, terminalProgress(quiet));
}

function printJson(parts: readonly ReviewPart[]): void {
  for (const { group, remarks } of parts) {
    for (const remark of remarks) {
      process.stdout.write(`${JSON.stringify({ id: remarkId(remark), group, ...remark })}\n`);
    }
  }
}

function printList(
  { open, settled }: ReviewList,
  parts: readonly ReviewPart[],
  most: number,
): void {
  for (const { group, heading, remarks } of parts) {
    const printed = remarks
      .slice(0, most)
      .map((remark) => `\n${remarkId(remark)}  ${lineOf(remark)}\n${indented(remark)}`);
    const rest = remarks.length - most;
    if (rest > 0) printed.push(`\n… and ${rest} more: backfile review ${group}\n`);
    process.stdout.write(`${heading} (${remarks.length})\n${printed.join("")}\n`);
  }
  const total = countToReview(open);
  const notes = open.length - total;
  process.stdout.write(
    `${counted(total, "remark")} to review, ${counted(notes, "note")} for the record, ${settled} settled\n`,
  );
}

function lineOf(remark: Diagnostic): string {
  const pages = touched(remark);
  return `${diagnosticLine(remark)}${pages === undefined ? "" : ` (${pages})`}`;
}

/** What holds for every remark, said once. */
function printAdvice({ open }: ReviewList, content: string): void {
  if (open.some(mayStand)) {
    process.stdout.write("To let one stand as it is: backfile review settle ID\n");
  }
  if (open.length > 0 && content !== "content") {
    process.stdout.write(`In what is to be typed, content/ is ${printable(content)}/\n`);
  }
}

/** The likeliest way to settle it; that it may stand is said once, at the end. */
function indented({ settle = "" }: Diagnostic): string {
  const [first = ""] = settle.split("\n\n");
  const lines = first === "" ? [] : first.split("\n");
  return lines.map((line) => `          ${printable(line)}\n`).join("");
}

function settle(ids: readonly string[], options: Options): number {
  if (ids.length === 0) throw new CliError("`backfile review settle` wants an ID from the list");
  // what recognition shows takes longest, and is looked at where nothing else has the number
  const texts = reviewTexts(options.content, terminalProgress(options.quiet)).open;
  const known = new Set(texts.map(remarkId));
  const open = ids.every((id) => known.has(id)) ? texts : openList(options).open;
  const remarks = ids.map((id) => remarkNamed(id, open));
  for (const remark of remarks) {
    if (mayStand(remark)) continue;
    throw new CliError(
      `${remarkId(remark)} keeps an article off the site and cannot stand: ${diagnosticLine(remark)}`,
    );
  }
  for (const remark of remarks) {
    addDecision(options.content, { settled: remarkId(remark), ...noteOf(options) });
    process.stdout.write(`settled ${remarkId(remark)}: ${diagnosticLine(remark)}\n`);
  }
  return 0;
}

function remarkNamed(id: string, open: readonly Diagnostic[]): Diagnostic {
  const remark = open.find((one) => remarkId(one) === id);
  if (remark !== undefined) return remark;
  const meant = nearestWord(id, open.map(remarkId));
  const remedy =
    meant === undefined
      ? "`backfile review` prints the open ones with their IDs"
      : `did you mean \`${meant}\`?`;
  throw new CliError(`no open remark has the ID \`${id}\`; ${remedy}`);
}

function split([file, ...numbers]: readonly string[], options: Options): number {
  const lines = numbers.map(Number);
  if (
    file === undefined ||
    lines.length === 0 ||
    !numbers.every((word) => /^\d{1,9}$/.test(word))
  ) {
    throw new CliError(
      "`backfile review split` wants a file and the lines at which further articles begin: backfile review split sources/a.txt 14 31",
    );
  }
  const written = addDecision(options.content, { split: file, at: lines, ...noteOf(options) });
  process.stdout.write(`${written}\nThe next import cuts it there.\n`);
  return 0;
}

function noteOf({ note }: Options): { readonly note?: string } {
  return note === undefined ? {} : { note };
}
