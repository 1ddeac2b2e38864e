/** What does import do to an article's file, and is it done whole? Stage 3: plans a write, then carries it out. */
import { join } from "node:path";
import type { FrontMatter } from "../model.ts";
import {
  type ArticleNames,
  copyName,
  importedPath,
  type MergeMemory,
  moveCopies,
  nextVersion,
  readMemory,
  writeMemory,
} from "./article-copies.ts";
import { parseArticleFile } from "./article-file.ts";
import { type Conflict, mergeArticle, openConflicts } from "./merge.ts";
import { readIfThere, writeWhole } from "./whole-files.ts";

const NOTHING: MergeMemory = { conflicts: [], refused: {} };

/**
 * How a write ends. `written`: new, or as import wrote it before; `merged`: edited, and what the source has anew was
 * put in; `kept`: edited, and left as it is.
 */
export type WriteOutcome = "written" | "unchanged" | "merged" | "kept";

/** What import will do to one article's file. */
export interface WritePlan extends ArticleNames {
  readonly outcome: WriteOutcome;
  /** What stands there now; absent where nothing does. */
  readonly standing?: string;
  /** What will stand there. */
  readonly text: string;
  /** What import alone would have written. */
  readonly incoming: string;
  /** What it took from the source, in words, where it was merged. */
  readonly taken: string;
  /** What is to be remembered of it. */
  readonly memory: MergeMemory;
  /** Where the former version is laid by, and what it says, if the source has changed. */
  readonly version?: { readonly path: string; readonly text: string };
  /** The source has changed and there is no copy of what import wrote, so that nothing can be merged. */
  readonly isWithoutBase: boolean;
  /** Whether the incoming text is kept as the copy that the next import merges by; else the copy stays as it is. */
  readonly isCopied: boolean;
}

/**
 * Returns what import will do to a file: write it if none stands there or if the one that stands is, byte for byte,
 * what the last import wrote; merge into one that its editor has changed what the source has anew. Where
 * no copy of the last import is left, the file counts as the editor's and stays. Writes nothing.
 */
export function planWrite(
  contentFolder: string,
  file: ArticleNames & { readonly text: string },
): WritePlan {
  const { text: incoming, ...names } = file;
  const standing = readIfThere(join(contentFolder, names.path));
  const copy = readIfThere(join(contentFolder, importedPath(copyName(contentFolder, names))));
  const base = copy === undefined || isOfAnother(copy, incoming) ? undefined : copy;
  const earlier = readMemory(contentFolder, names);
  const version = versionOf(contentFolder, names, { base, incoming });
  const plan = {
    ...names,
    incoming,
    taken: "",
    memory: NOTHING,
    isWithoutBase: false,
    isCopied: true,
    ...(standing !== undefined && { standing }),
    ...(version !== undefined && { version }),
  };
  const isRefusing = Object.keys(earlier.refused).length > 0;
  if (standing === undefined || (standing === base && !isRefusing)) {
    return { ...plan, outcome: standing === incoming ? "unchanged" : "written", text: incoming };
  }
  // a version that was laid by already tells of an import that was killed before it had kept its copy
  const isResumed = standing === incoming || version === undefined;
  return { ...plan, ...mergePlan({ base, incoming, standing }, { ...earlier, isResumed }) };
}

/** What becomes of a file that is not as the last import wrote it. */
function mergePlan(
  texts: {
    readonly base: string | undefined;
    readonly incoming: string;
    readonly standing: string;
  },
  earlier: MergeMemory & { readonly isResumed: boolean },
): Pick<WritePlan, "outcome" | "text" | "memory"> & Partial<WritePlan> {
  const { base, incoming, standing } = texts;
  const merge = base === undefined ? undefined : mergeArticle(base, incoming, standing, earlier);
  const open = openConflicts(earlier.conflicts, merge?.text ?? standing, incoming);
  if (merge === undefined) {
    const memory = { conflicts: open, refused: earlier.refused };
    if (standing === incoming) return { outcome: "unchanged", text: standing, memory };
    const isWithoutBase = sourceOf(standing)?.sha256 !== sourceOf(incoming)?.sha256;
    // a copy made now would give the editor's words out for import's
    return { outcome: "kept", text: standing, memory, isWithoutBase, isCopied: false };
  }
  const { text, taken, refused } = merge;
  const unmerged = text === incoming ? "unchanged" : "kept";
  const memory = { conflicts: together(merge.conflicts, open), refused };
  return { outcome: text === standing ? unmerged : "merged", text, taken, memory };
}

/**
 * Carries out a plan. Each write is atomic, and they are in such an order that a run killed between two of them
 * leaves a state in which the next run comes to the same end: what is remembered and laid by comes first, the copy of
 * what import wrote last.
 */
export function carryOut(contentFolder: string, plan: WritePlan): void {
  const { path, standing, text, incoming, version } = plan;
  if (plan.renamedFrom !== undefined) moveCopies(contentFolder, plan);
  writeMemory(contentFolder, path, plan.memory);
  if (version !== undefined) writeWhole(join(contentFolder, version.path), version.text);
  if (standing !== text) writeWhole(join(contentFolder, path), text);
  const copy = join(contentFolder, importedPath(path));
  if (plan.isCopied && readIfThere(copy) !== incoming) writeWhole(copy, incoming);
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
  // most articles are as they were, and their front matter need not be read to know it
  if (copy === incoming) return false;
  const [before, now] = [sourceOf(copy), sourceOf(incoming)];
  if (before === undefined || now === undefined || before.sha256 === now.sha256) return false;
  return before.file !== now.file || before.item !== now.item;
}

/** The former version to lay by: what import had made of the source before it changed. */
function versionOf(
  contentFolder: string,
  names: ArticleNames,
  { base, incoming }: { readonly base: string | undefined; readonly incoming: string },
): WritePlan["version"] {
  if (base === undefined || base === incoming) return undefined;
  const before = sourceOf(base)?.sha256;
  // a damaged copy is no version of anything
  if (before === undefined) return undefined;
  if (before === sourceOf(incoming)?.sha256) return undefined;
  const path = nextVersion(contentFolder, names, base);
  return path === undefined ? undefined : { path, text: base };
}

function sourceOf(text: string): FrontMatter["source"] {
  const read = parseArticleFile(text, "");
  return "front" in read ? read.front.source : undefined;
}

function together(fresh: readonly Conflict[], earlier: readonly Conflict[]): readonly Conflict[] {
  const known = new Set(fresh.map((conflict) => JSON.stringify(conflict)));
  return [...fresh, ...earlier.filter((conflict) => !known.has(JSON.stringify(conflict)))];
}
