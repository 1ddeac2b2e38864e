/** On which articles has the editor remarked? Stage 6. */
import type { ArticleEntry, Portion } from "../page-parts.ts";
import { portion } from "./chapters.ts";

const MOST = 50;

/** Returns those articles that have a correction or a note, in their order. */
export function remarkedOf(entries: readonly ArticleEntry[]): Portion<ArticleEntry> {
  const remarked = entries.filter(
    ({ correction, note }) => correction !== undefined || note !== undefined,
  );
  return portion(remarked, MOST);
}
