/** What did a file hold besides articles? Stage 1: counted, so that nothing goes unsaid. */
import type { FormatDiagnostic } from "./adapter.ts";

/**
 * Returns one note that counts what of a file is no article, by kinds in the order in which they came; none where
 * nothing was left out. Example: `comments (33), of type attachment (37)`.
 */
export function leftOut(kinds: readonly string[], advice: string): readonly FormatDiagnostic[] {
  if (kinds.length === 0) return [];
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const listed = [...counts].map(([kind, count]) => `${kind} (${count})`).join(", ");
  return [
    {
      severity: "note",
      rule: "read/left-out",
      message: `left out as no articles: ${listed}; ${advice}`,
    },
  ];
}
