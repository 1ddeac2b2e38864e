/** How much of a list does a page show? Stage 6. */
import type { Portion } from "../page-parts.ts";

/** Returns the first rows of a list with the number of all. */
export function portion<Row>(rows: readonly Row[], most: number): Portion<Row> {
  return { shown: rows.slice(0, most), total: rows.length };
}
