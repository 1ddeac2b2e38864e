/** What does import do to an article's file, and is it done whole? Stage 3: plans a write, then carries it out. */
import { join } from "node:path";
import type { FrontMatter } from "../model.ts";
import {
  importedPath,
  moveCopies,
  nextVersion,
  readConflicts,
  writeConflicts,
} from "./article-copies.ts";
import { parseArticleFile } from "./article-file.ts";
import { type Conflict, mergeArticle, openConflicts } from "./merge.ts";
import { readIfThere, writeWhole } from "./whole-files.ts";

/**
 * How a write ends. `written`: new, or as import wrote it before; `merged`: edited, and what the source has anew was
 * put in; `kept`: edited, and left as it is.
 */
export type WriteOutcome = "written" | "unchanged" | "merged" | "kept";

/** What import will do to one article's file. */
export interface WritePlan {
  readonly path: string;
  readonly outcome: WriteOutcome;
  /** What stands there now; absent where nothing does. */
  readonly standing?: string;
  /** What will stand there. */
  readonly text: string;
  /** What import alone would have written. */
  readonly incoming: string;
  /** What it took from the source, in words, where it was merged. */
  readonly taken: string;
  readonly conflicts: readonly Conflict[];
  /** Where the former version is laid by, and what it says, if the source has changed. */
  readonly version?: { readonly path: string; readonly text: string };
  /** Where what is kept beside the article lies, if its editor has renamed the file. */
  readonly renamedFrom?: string;
  /** The source has changed and there is no copy of what import wrote, so that nothing can be merged. */
  readonly isWithoutBase: boolean;
  /** There is a copy of what import wrote, and it is this article's. */
  readonly hasBase: boolean;
}

/**
 * Returns what import will do to a file: write it if none stands there or if the one that stands is, byte for byte,
 * what the last import wrote; merge into one that its editor has changed what the source has anew. Where
 * no copy of the last import is left, the file counts as the editor's and stays. Writes nothing.
 */
export function planWrite(
  contentFolder: string,
  file: { readonly path: string; readonly text: string; readonly renamedFrom?: string },
): WritePlan {
  const { path, text: incoming, renamedFrom } = file;
  const standing = readIfThere(join(contentFolder, path));
  const copy = readIfThere(join(contentFolder, importedPath(renamedFrom ?? path)));
  const base = copy === undefined || isOfAnother(copy, incoming) ? undefined : copy;
  const version = versionOf(
    contentFolder,
    { path, keptUnder: renamedFrom ?? path },
    { base, incoming },
  );
  const plan = {
    path,
    incoming,
    taken: "",
    conflicts: [],
    isWithoutBase: false,
    hasBase: base !== undefined,
    ...(standing !== undefined && { standing }),
    ...(version !== undefined && { version }),
    ...(renamedFrom !== undefined && { renamedFrom }),
  };
  if (standing === undefined || standing === base) {
    return { ...plan, outcome: standing === incoming ? "unchanged" : "written", text: incoming };
  }
  if (standing === incoming) return { ...plan, outcome: "unchanged", text: standing };
  if (base === undefined) {
    const isWithoutBase = sourceHash(standing) !== sourceHash(incoming);
    return { ...plan, outcome: "kept", text: standing, isWithoutBase };
  }
  const merge = mergeArticle(base, incoming, standing);
  if (merge === undefined) return { ...plan, outcome: "kept", text: standing };
  const { text, taken } = merge;
  const earlier = readConflicts(contentFolder, renamedFrom ?? path);
  const conflicts = together(merge.conflicts, openConflicts(earlier, text, incoming));
  return { ...plan, outcome: text === standing ? "kept" : "merged", text, taken, conflicts };
}

/**
 * Carries out a plan. Each write is atomic, and they are in such an order that a run killed between two of them
 * leaves a state in which the next run plans the same: what is laid by comes first, the copy of what
 * import wrote last.
 */
export function carryOut(contentFolder: string, plan: WritePlan): void {
  const { path, standing, text, incoming, version, conflicts, renamedFrom } = plan;
  if (renamedFrom !== undefined) moveCopies(contentFolder, renamedFrom, path);
  if (version !== undefined) {
    const moved = nextVersion(contentFolder, { path }, version.text);
    if (moved !== undefined) writeWhole(join(contentFolder, moved), version.text);
  }
  if (conflicts.length > 0 || readConflicts(contentFolder, path).length > 0) {
    writeConflicts(contentFolder, path, conflicts);
  }
  if (standing !== text) writeWhole(join(contentFolder, path), text);
  // a file without a copy stays the editor's: a copy made now would give his words out for import's
  if (plan.outcome === "kept" && !plan.hasBase) return;
  const copy = join(contentFolder, importedPath(path));
  if (readIfThere(copy) !== incoming) writeWhole(copy, incoming);
}

/** Returns whether a file of the content folder stands, byte for byte, as the last import wrote it. */
export function isAsImported(contentFolder: string, path: string): boolean {
  const standing = readIfThere(join(contentFolder, path));
  return (
    standing !== undefined && standing === readIfThere(join(contentFolder, importedPath(path)))
  );
}

/**
 * Whether a copy was made of another source than a text: that of an article which had this name before its editor
 * gave files each other's names, or deleted it. A source that has moved is known by its hash.
 */
function isOfAnother(copy: string, incoming: string): boolean {
  const [before, now] = [sourceOf(copy), sourceOf(incoming)];
  if (before === undefined || now === undefined || before.sha256 === now.sha256) return false;
  return before.file !== now.file || before.item !== now.item;
}

/** The former version to lay by: what import had made of the source before it changed. */
function versionOf(
  contentFolder: string,
  article: { readonly path: string; readonly keptUnder: string },
  { base, incoming }: { readonly base: string | undefined; readonly incoming: string },
): WritePlan["version"] {
  if (base === undefined || sourceHash(base) === sourceHash(incoming)) return undefined;
  const file = nextVersion(contentFolder, article, base);
  return file === undefined ? undefined : { path: file, text: base };
}

function sourceHash(text: string): string | undefined {
  return sourceOf(text)?.sha256;
}

function sourceOf(text: string): FrontMatter["source"] {
  const read = parseArticleFile(text, "");
  return "front" in read ? read.front.source : undefined;
}

function together(fresh: readonly Conflict[], earlier: readonly Conflict[]): readonly Conflict[] {
  const known = new Set(fresh.map((conflict) => JSON.stringify(conflict)));
  return [...fresh, ...earlier.filter((conflict) => !known.has(JSON.stringify(conflict)))];
}
