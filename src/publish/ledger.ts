/** What does a site say of each article, so that a copy of it can be checked by itself? Stage 9. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { formatManifest, readManifest, writeManifest } from "./manifest.ts";

/** The folder of the site in which the ledger stands. */
export const LEDGER = "ledger";
/** The manifest under a name that every host serves: all files of the site but itself. */
export const FILE_LIST = `${LEDGER}/files.json`;
const LINES = /^ledger\/(?:\d{4}|undated)\.jsonl$/;

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

/** A file of the site. `path` is relative to its folder, with forward slashes. */
export interface LedgerFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Returns the ledger's files, one for each year and one for what is undated, the lines sorted by address.
 *
 *     ledgerFiles([{ year: "2022", line: { address: "/2022/01/26/bridge/", … } }])  // [{path: "ledger/2022.jsonl", …}]
 */
export function ledgerFiles(
  entries: readonly { readonly year: string | undefined; readonly line: LedgerLine }[],
): readonly LedgerFile[] {
  const years = new Map<string, LedgerLine[]>();
  for (const { year = "undated", line } of entries) {
    const lines = years.get(year) ?? [];
    years.set(year, lines);
    lines.push(line);
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([year, lines]) => ({
      path: `${LEDGER}/${year}.jsonl`,
      text: lines
        .sort((a, b) => (a.address < b.address ? -1 : 1))
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(""),
    }));
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

/** Writes the ledger of a site that Eleventy wrote by itself, but for the list of files. */
export function writeLedger(site: string, files: readonly LedgerFile[]): void {
  mkdirSync(join(site, LEDGER), { recursive: true });
  for (const { path, text } of files) writeFileSync(join(site, path), text);
}

/** Writes the list of files of a site that Eleventy wrote by itself, and enters it in the manifest. */
export function writeFileList(site: string): void {
  const files = new Map(readManifest(site));
  files.delete(FILE_LIST);
  writeFileSync(join(site, FILE_LIST), formatManifest(files));
  writeManifest(site, [FILE_LIST]);
}
