/** What lies beside the editor's records and pages, and is none? Stage 1. */
import type { Diagnostic } from "../model.ts";

/**
 * Returns a warning `read/not-a-record` on what the walk has found in one of the editor's folders and is no record:
 * `topics/locks.txt` would be obeyed by nobody.
 */
export function strayRecord(file: string, folder: string): Diagnostic {
  return {
    severity: "warning",
    rule: "read/not-a-record",
    file,
    message: `passed over: expected Markdown files straight in ${folder}/, under names ending in .md; rename or move what is meant to be read`,
  };
}
