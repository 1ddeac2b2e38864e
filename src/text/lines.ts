/** Where the lines of a text are (stages 1 and 2). */
import type { Span } from "../model.ts";

/** A line with something on it, without the white space at its ends. */
export interface TextLine extends Span {
  /** Counted from 1, blank lines included; CR LF, CR, LF, VT, FF, U+2028 and U+2029 each end a line. */
  readonly number: number;
  /** Whether a blank line, or nothing, stands before it. */
  readonly parted: boolean;
  /** White space before its first character, in UTF-16 units. */
  readonly indent: number;
}

const LINE_END = /\r\n|[\n\r\v\f\u2028\u2029]/g;
const NOT_SPACE = /\S/;

/**
 * Returns the lines of a text that hold a character other than white space (as `\s` has it), in order.
 * Every such character lies in exactly one of them.
 *
 * Example: `textLines("a\n\n  b")` → `[{start: 0, end: 1, number: 1, parted: true, indent: 0},
 * {start: 5, end: 6, number: 3, parted: true, indent: 2}]`.
 */
export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let number = 0;
  let parted = true;
  const take = (from: number, to: number): void => {
    number += 1;
    const raw = text.slice(from, to);
    const indent = raw.search(NOT_SPACE);
    if (indent === -1) {
      parted = true;
      return;
    }
    lines.push({ start: from + indent, end: from + raw.trimEnd().length, number, parted, indent });
    parted = false;
  };
  let from = 0;
  LINE_END.lastIndex = 0;
  for (let end = LINE_END.exec(text); end; end = LINE_END.exec(text)) {
    take(from, end.index);
    from = LINE_END.lastIndex;
  }
  take(from, text.length);
  return lines;
}
