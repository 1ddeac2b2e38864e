/** What does a site say of each article, so that a copy of it can be checked by itself? Stage 9. */
import { z } from "zod";
import { ledgerFile } from "../text/ledger-file.ts";

/** `formatLines` puts the address first. */
const ADDRESS = /^\{"address":(?<address>"[^"\\]*(?:\\.[^"\\]*)*")/;
const LINES = /^ledger\/(?:\d{4}\/\d{2}|other\/[0-9a-f]{2})\.jsonl$/;

const digest = z.string().regex(/^[0-9a-f]{64}$/, { error: "expected a SHA-256" });
const schema = z.strictObject({
  address: z.string().regex(/^(?:\/(?!\.{1,2}\/)[^/\\]+)+\/$/, { error: "expected an address" }),
  withdrawn: z.literal(true).optional(),
  text: digest.optional(),
  pieces: z
    .string()
    .regex(/^[0-9a-f]{8}(?: [0-9a-f]{8})*$/)
    .optional(),
  page: digest.optional(),
  source: z
    .strictObject({ file: z.string(), item: z.string().optional(), sha256: z.string() })
    .optional(),
  characters: z.number().int().optional(),
  words: digest.optional(),
  order: z.string().optional(),
  edited: z.literal(true).optional(),
});

/**
 * What the ledger says of one article. `text`: SHA-256 of the canonical text that its page shows. `pieces`: the
 * first eight digits of that of each of its lines, to find the one that was altered. `page`: of the page's
 * file, with runs of white space folded. `characters` and `words`: how many characters of the source are not
 * white space, and the SHA-256 of these. `order`: the pieces of the page that make them up. `edited`: the
 * page holds other words than the source. A withdrawn article has an address and no more.
 */
export type LedgerLine = z.infer<typeof schema>;

/** What the ledger is to say of one article: its line, or none where the site has it no more. */
export interface LedgerEntry {
  readonly address: string;
  readonly line?: LedgerLine;
}

/** A file of the site. `path` is relative to its folder, with forward slashes. */
export interface LedgerFile {
  readonly path: string;
  /** Empty where no line is left, and there should be no such file. */
  readonly text: string;
}

/**
 * Yields the files of the ledger that these entries change. Entries on one file are given one after the other, so that one file is in memory at a
 * time. `standing` gives the text of one that is there; its lines on other articles stay as they are. Lines are sorted by address.
 *
 *     ledgerFiles([{ address: "/2022/01/26/bridge/", line: … }], (path) => site.standingText(path))
 *     // {path: "ledger/2022/01.jsonl", text: …}
 */
export function* ledgerFiles(
  entries: Iterable<LedgerEntry>,
  standing: (path: string) => string | undefined = () => undefined,
): Generator<LedgerFile> {
  let open: { readonly path: string; readonly lines: Map<string, string> } | undefined;
  for (const { address, line } of entries) {
    const path = ledgerFile(address);
    if (open?.path !== path) {
      if (open !== undefined) yield { path: open.path, text: formatLines(open.lines) };
      open = { path, lines: linesByAddress(standing(path) ?? "") };
    }
    if (line === undefined) open.lines.delete(address);
    else open.lines.set(address, JSON.stringify(line));
  }
  if (open !== undefined) yield { path: open.path, text: formatLines(open.lines) };
}

function formatLines(lines: ReadonlyMap<string, string>): string {
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => `${line}\n`)
    .join("");
}

/** A line that says nothing of an article is left out, and so is mended. */
function linesByAddress(text: string): Map<string, string> {
  const lines = text.split("\n").flatMap((line) => {
    const address = ADDRESS.exec(line)?.groups?.["address"];
    return address === undefined ? [] : [[String(JSON.parse(address)), line] as const];
  });
  return new Map(lines);
}

/** Returns whether a path of the site is that of a file of ledger lines. */
export function isLedgerFile(path: string): boolean {
  return LINES.test(path);
}

/** Returns the lines of a ledger file, each checked; `undefined` stands for one that cannot be read. */
export function readLedgerLines(text: string): readonly (LedgerLine | undefined)[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => {
    try {
      return schema.parse(JSON.parse(line));
    } catch {
      // no JSON and JSON of another shape mean the same: the line says nothing
      return undefined;
    }
  });
}
