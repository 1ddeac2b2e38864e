/** How does a site that Eleventy wrote by itself get its ledger and its list of files? Stage 9. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FileList } from "./file-list.ts";
import type { LedgerFile } from "./ledger.ts";
import { ListCutter } from "./list-cutter.ts";
import { parseList, sha256Of } from "./list-parts.ts";
import { formatManifest, readManifest } from "./manifest.ts";
import { bytesIn } from "./site-file.ts";
import { FILE_LIST, LIST_PARTS, MANIFEST, pathKey } from "./site-paths.ts";

/** Writes the ledger. */
export function writeLedger(site: string, files: readonly LedgerFile[]): void {
  for (const { path, text } of files) writeFile(site, path, text);
}

/**
 * Writes the list of files and the manifest, so that the next build may replace the site. `paths` are the files
 * written, relative to the site; what an earlier list names and still stands stays in it.
 */
export function writeFileList(site: string, paths: Iterable<string>): void {
  const ours = new Set([...listedBefore(site), ...paths]);
  const standing = [...ours].filter((path) => existsSync(join(site, path)));
  standing.sort((a, b) => (pathKey(a) < pathKey(b) ? -1 : 1));
  rmSync(join(site, LIST_PARTS), { recursive: true, force: true });
  const cutter = new ListCutter(undefined, {
    write: (path, text) => writeFile(site, path, text),
    drop() {},
  });
  for (const path of standing) {
    cutter.add({ path, sha256: sha256Of(readFileSync(join(site, path))) });
  }
  const list = cutter.finish();
  writeFile(site, FILE_LIST, list);
  writeFile(site, MANIFEST, formatManifest(sha256Of(list)));
}

function* listedBefore(site: string): Generator<string> {
  const read = (path: string): string | undefined => bytesIn(site, path)?.toString("utf8");
  const root = readManifest(site)?.former ?? parseList(read(FILE_LIST));
  if (root === undefined) return;
  // a list that is damaged names what it can
  const list = new FileList(root, { read, onFault() {} });
  for (const { path } of list.files()) yield path;
}

function writeFile(site: string, path: string, text: string): void {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
}
