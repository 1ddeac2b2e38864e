/** Which articles does a file hold that the editor has cut? Stage 1. */
import { createHash } from "node:crypto";
import type { Diagnostic, SourceText } from "../model.ts";

const LINE_END = /\r\n|[\n\r]/g;

/**
 * Returns the pieces of a source cut before the lines named (counted from 1, rising), each a source of its own
 * with the hash of its text. The first goes on as the file's own article, without an item; the others are
 * `line-14`, `line-31`. Together they are the text, to the character. Lines beyond the end and pieces that
 * hold nothing but white space cut nothing off, and are named (`read/split`).
 */
export function splitSource(
  source: SourceText,
  lines: readonly number[],
): { readonly sources: readonly SourceText[]; readonly diagnostics: readonly Diagnostic[] } {
  const starts = lineStarts(source.text);
  const cuts = lines.flatMap((line) => {
    const at = starts[line - 1];
    return at === undefined ? [] : [{ line, at }];
  });
  const sources: SourceText[] = [];
  const idle = lines.filter((line) => starts[line - 1] === undefined);
  let from = 0;
  let item: string | undefined;
  for (const { line, at } of [...cuts, { line: 0, at: source.text.length }]) {
    const text = source.text.slice(from, at);
    if (text.trim() === "") {
      if (line !== 0) idle.push(line);
      continue;
    }
    sources.push({ ...source, text, sha256: sha256Of(text), ...(item !== undefined && { item }) });
    from = at;
    item = `line-${line}`;
  }
  return { sources, diagnostics: idle.length === 0 ? [] : [idleCut(source.path, idle)] };
}

/** Where each line begins, in UTF-16 units. */
function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(LINE_END), (end) => end.index + end[0].length)];
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function idleCut(path: string, lines: readonly number[]): Diagnostic {
  return {
    severity: "warning",
    rule: "read/split",
    file: `sources/${path}`,
    message: `decisions.yml cuts it at line ${lines.join(", ")}, where no article begins; correct the lines of that \`split\``,
  };
}
