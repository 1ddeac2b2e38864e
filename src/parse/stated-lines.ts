/** Which lines does a text have whose format states what some of its spans are? Stage 2. */
import type { StatedSpan } from "../model.ts";
import type { TextLine } from "../text/lines.ts";

/**
 * Returns the lines of a text in runs: those of each stated span by themselves, and between them those that no span
 * touches, which may be joined to each other. A line that a span covers in part is cut, so that each span's lines
 * are the span's alone. Spans are in order and do not overlap; those without words have no run.
 */
export function runsByStatement(
  lines: readonly TextLine[],
  spans: readonly StatedSpan[],
  text: string,
): { readonly stated: boolean; readonly lines: TextLine[] }[] {
  const runs: { stated: boolean; lines: TextLine[] }[] = [];
  let at = -1;
  let next = 0;
  const add = (line: TextLine, from: number, to: number, span: number): void => {
    const piece = pieceOf(line, from, to, text);
    if (piece === undefined) return;
    if (span === at && runs.length > 0) runs.at(-1)?.lines.push(piece);
    else runs.push({ stated: span % 2 === 1, lines: [piece] });
    at = span;
  };
  for (const line of lines) {
    let from = line.start;
    for (let span = spans[next]; span !== undefined && span.start < line.end; span = spans[next]) {
      // odd numbers are spans, even ones the gaps before them
      add(line, from, Math.min(line.end, span.start), 2 * next);
      add(line, Math.max(from, span.start), Math.min(line.end, span.end), 2 * next + 1);
      from = Math.max(from, Math.min(line.end, span.end));
      if (span.end > line.end) break;
      next += 1;
    }
    add(line, from, line.end, 2 * next);
  }
  return runs;
}

function pieceOf(line: TextLine, from: number, to: number, text: string): TextLine | undefined {
  if (from >= to) return undefined;
  const raw = text.slice(from, to);
  const words = raw.trim();
  if (words === "") return undefined;
  const start = from + raw.length - raw.trimStart().length;
  return { ...line, start, end: start + words.length, parted: line.parted && start === line.start };
}
