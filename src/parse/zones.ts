/** Where head, body and tail of a draft are, as far as it is known (stage 2). */
import type { Line } from "./draft.ts";

/** Captions, standfirsts and summaries in the head may be prose, so the first few do not end it. */
const PROSE_LINES_IN_HEAD = 4;
const MOST_LINES_IN_HEAD = 60;

/** Returns the index of the first line that cannot be of the head: past the fourth open line of prose. */
export function headEnd(lines: readonly Line[]): number {
  let prose = 0;
  const end = lines.findIndex((line, index) => {
    if (index >= MOST_LINES_IN_HEAD) return true;
    if (line.prose && !line.claim) prose += 1;
    return prose >= PROSE_LINES_IN_HEAD;
  });
  return end === -1 ? lines.length : end;
}

/** Returns the index of the last open line of prose, or -1. What follows it is the tail. */
export function lastProse(lines: readonly Line[]): number {
  return lines.findLastIndex((line) => line.prose && !line.claim);
}

/** Returns the index of the first open line of prose after the headline, or the number of lines. */
export function openingProse(lines: readonly Line[]): number {
  const index = lines.findIndex((line) => line.prose && !line.claim);
  return index === -1 ? lines.length : index;
}
