/** Which version of the program is at work? What it recognised as another one is of no use. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { byCodeUnits } from "../text/fold.ts";
import { ownLayoutFiles, ownLayoutsOf } from "./own-layouts.ts";
import { setState, stateOf } from "./state.ts";

const SOURCE = fileURLToPath(new URL("..", import.meta.url));
/** What decides what an article is and what is recognised in it. */
const PARTS = ["read", "parse", "write", "recognise", "text", "words"];
/** Its libraries stand there. */
const PACKAGE = fileURLToPath(new URL("../../package.json", import.meta.url));
const LAYOUTS = fileURLToPath(new URL("../../layouts", import.meta.url));
const CODE_END = import.meta.url.endsWith(".ts") ? "ts" : "js";
const ELEVENTY = fileURLToPath(new URL(`../../.eleventy.${CODE_END}`, import.meta.url));
const CODE = /\.(?:ts|js|json)$/;
/** What pages say is no part of what is recognised. */
const CODE_AND_WORDS = /\.(?:ts|js|json|yml)$/;
const LENGTH = 16;

/**
 * Returns a digest of the program that reads, parses, writes and recognises, sixteen hexadecimal digits: the same as long as its
 * files hold the same. They are read only if their sizes and times are not those that the catalogue remembers.
 */
export function programVersion(database: DatabaseSync): string {
  const code = PARTS.flatMap((part) => codeBelow(`${SOURCE}${part}`));
  return versionOf(database, "program", [PACKAGE, ...code]);
}

/**
 * Returns such a digest of the whole program and its layouts, those of the archive's own included: what decides how pages look,
 * too. The archive is the catalogue's; `own` is the folder of its layouts, where the catalogue lies elsewhere.
 */
export function siteVersion(database: DatabaseSync, own = ownLayoutsOf(database)): string {
  const shown = readdirSync(LAYOUTS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort(byCodeUnits);
  const added = own === undefined ? [] : ownLayoutFiles(own).map((path) => `${own}/${path}`);
  const code = codeBelow(SOURCE, CODE_AND_WORDS);
  return versionOf(database, "drawing", [PACKAGE, ELEVENTY, ...code, ...shown, ...added], own);
}

function versionOf(
  database: DatabaseSync,
  name: "program" | "drawing",
  files: readonly string[],
  own?: string,
): string {
  const looks = digestOf(
    files.map((path) => {
      const { size, mtimeMs } = statSync(path);
      return `${path} ${size} ${mtimeMs}`;
    }),
  );
  const [known, version] = (stateOf(database, name) ?? "").split(" ");
  if (known === looks && version !== undefined) return version;
  const fresh = digestOf([
    process.versions.node,
    ...files.flatMap((path) => [nameOf(path, own), readFileSync(path)]),
  ]);
  setState(database, name, `${looks} ${fresh}`);
  return fresh;
}

/** The same wherever program and archive lie. */
function nameOf(path: string, own: string | undefined): string {
  if (own !== undefined && path.startsWith(`${own}/`)) return `own${path.slice(own.length)}`;
  return path.slice(SOURCE.length);
}

function codeBelow(folder: string, wanted = CODE): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort(byCodeUnits);
}

function digestOf(parts: readonly (string | Uint8Array)[]): string {
  const digest = createHash("sha256");
  for (const part of parts) digest.update(part).update("\0");
  return digest.digest("hex").slice(0, LENGTH);
}
