/** How is a list of files cut into parts that stay small, and the same whatever was changed in which order? Stage 9. */
import { hash } from "node:crypto";
import { z } from "zod";
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

const hashes = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));
const schema = z.union([z.strictObject({ files: hashes }), z.strictObject({ parts: hashes })]);

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
  if (text === undefined) return undefined;
  try {
    const list = schema.parse(JSON.parse(text));
    if ("files" in list) return { of: "files", entries: sorted(list.files) };
    return { of: "parts", entries: sorted(list.parts) };
  } catch {
    // no JSON and JSON of another shape mean the same: it lists nothing
    return undefined;
  }
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

/** A program that writes JSON anew may have put names that are numbers first. */
function sorted(hashesByPath: Readonly<Record<string, string>>): readonly ListEntry[] {
  return Object.entries(hashesByPath)
    .map(([path, sha256]) => ({ path, sha256, key: pathKey(path) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ path, sha256 }) => ({ path, sha256 }));
}
