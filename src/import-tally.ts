/** What has an import done, and how does the archive stand after it? Counted as it goes; what was not touched the catalogue knows. */

import { remarksBelow } from "./catalog/remarks.ts";
import { countSources, keptArticles } from "./catalog/sources.ts";
import type { Database } from "./catalog/statements.ts";
import type { Diagnostic } from "./model.ts";
import type { WritePlan } from "./write/article-writing.ts";

/** What an import did. */
export interface ImportCounts {
  /** Files below `sources/` that are not too large. */
  readonly sources: number;
  readonly written: number;
  readonly unchanged: number;
  /** Markdown files that an editor has changed and that took in something new, with what it was. */
  readonly merged: readonly { readonly path: string; readonly taken: string }[];
  /** Markdown files that an editor has changed and that were left alone. */
  readonly kept: readonly string[];
  /** Former versions laid by, because their sources have changed. */
  readonly versions: readonly string[];
}

/** Counts what is planned. */
export class ImportTally {
  readonly #written = { same: 0, total: 0 };
  readonly #merged = new Map<string, { readonly taken: string; readonly isSame: boolean }>();
  readonly #versions: string[] = [];

  add({ path, outcome, taken, version, text, incoming }: WritePlan): void {
    const isSame = text === incoming;
    if (outcome === "merged") this.#merged.set(path, { taken, isSame });
    if (outcome === "written") {
      this.#written.total += 1;
      if (isSame) this.#written.same += 1;
    }
    if (version !== undefined) this.#versions.push(version.path);
  }

  /** Returns what the import did; all others stand as they stood. */
  counts(database: Database): ImportCounts {
    const { files, same } = countSources(database);
    const mergedSame = [...this.#merged.values()].filter(({ isSame }) => isSame).length;
    return {
      sources: files,
      written: this.#written.total,
      unchanged: same - this.#written.same - mergedSame,
      merged: [...this.#merged].map(([path, { taken }]) => ({ path, taken })),
      kept: keptArticles(database).filter((path) => !this.#merged.has(path)),
      versions: this.#versions,
    };
  }
}

/** Yields what should be known of what lies in `sources/`, of each source, and of those that are gone, as the last import found them. */
export function* importRemarks(database: Database): Generator<Diagnostic> {
  yield* remarksBelow(database, "import");
  yield* remarksBelow(database, "source-gone");
}

/** Yields what is wrong with Markdown files that cannot be used, as the last import found them; shared addresses last. */
export function* articleRemarks(database: Database): Generator<Diagnostic> {
  yield* remarksBelow(database, "write/articles");
  yield* remarksBelow(database, "write/addresses");
}
