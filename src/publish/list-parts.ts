/** How is a list of files cut into parts that stay small, and the same whatever was changed in which order? Stage 9. */
import { hash } from "node:crypto";
import { LIST_PARTS, pathKey } from "./site-paths.ts";

/** A file with its SHA-256; or a part of the list, by the first file in it and the SHA-256 of its own text. */
export interface ListEntry {
  readonly path: string;
  readonly sha256: string;
}

/** The list, or one part of it: of files, or of further parts. Sorted by `pathKey`. */
export interface ListPart {
  readonly of: "files" | "parts";
  readonly entries: readonly ListEntry[];
}

const SHA_256_LENGTH = 64;
const SHA_256 = /^[0-9a-f]{64}$/;

/**
 * Returns whether a part begins with this path. A list is cut before each path whose SHA-256 begins with eight
 * bits of 0, the list of these parts before each with sixteen, and so on until one part is left. So a cut depends on
 * one path and not on what stands beside it, and a file more or less touches one part of each level. One
 * path in 256 begins a part, which makes 35 kB of most and a tenth of a megabyte of few.
 */
export function beginsPart(path: string, level: number): boolean {
  return sha256Of(path).startsWith("00".repeat(level + 1));
}

/** Returns the file of a part, by the SHA-256 of its text. */
export function partFile(sha256: string): string {
  return `${LIST_PARTS}/${sha256.slice(0, 16)}.json`;
}

/** Returns what a list's text, or that of a part, says; `undefined` if it is none, or absent. */
export function parseList(text: string | undefined): ListPart | undefined {
  const list = text === undefined ? undefined : parseObject(text);
  const [of, ...more] = Object.keys(list ?? {});
  if ((of !== "files" && of !== "parts") || more.length > 0) return undefined;
  const hashes: unknown = list?.[of];
  if (typeof hashes !== "object" || hashes === null) return undefined;
  const entries = Object.entries(hashes).map(([path, sha256]) => ({ path, sha256 }));
  return entries.every(isEntry) ? { of, entries: sorted(entries) } : undefined;
}

/**
 * Returns the hash that a text made by `formatList` has for a path, without reading the rest of it; `undefined` if
 * the path is not in it.
 */
export function hashInText(text: string, path: string): string | undefined {
  const line = `\n${JSON.stringify(path)}: "`;
  const at = text.indexOf(line);
  return at === -1 ? undefined : text.slice(at + line.length, at + line.length + SHA_256_LENGTH);
}

/**
 * Returns the text of a list or a part, so that equal ones have equal bytes.
 *
 *     formatList({ of: "files", entries: [{ path: "index.html", sha256: "9f86d0…" }] }) // {"files": {"index.html": …}}
 */
export function formatList({ of, entries }: ListPart): string {
  const lines = entries.map(({ path, sha256 }) => `${JSON.stringify(path)}: "${sha256}"`);
  return `{"${of}": {\n${lines.join(",\n")}\n}}\n`;
}

/** Returns the SHA-256 of a text or of bytes, in hexadecimal. */
export function sha256Of(content: string | Uint8Array): string {
  return hash("sha256", content);
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    // an object of JSON is a record of whatever stands in it
    return isObject ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    // no JSON and JSON of another shape mean the same: it lists nothing
    return undefined;
  }
}

function isEntry(entry: { readonly path: string; readonly sha256: unknown }): entry is ListEntry {
  return typeof entry.sha256 === "string" && SHA_256.test(entry.sha256);
}

/** A program that writes JSON anew may have put names that are numbers first. */
function sorted(entries: readonly ListEntry[]): readonly ListEntry[] {
  const keys = new Map(entries.map((entry) => [entry, pathKey(entry.path)]));
  const keyOf = (entry: ListEntry): string => keys.get(entry) ?? "";
  const isSorted = entries.every((entry, index) => {
    const before = entries[index - 1];
    return before === undefined || keyOf(before) < keyOf(entry);
  });
  return isSorted ? entries : entries.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
