/** What has the editor changed in an article since import wrote it? Pure; for the ledger. */
import type { FrontMatter } from "../model.ts";
import { differences } from "../text/alignment.ts";
import { blockText, type MarkdownBlock, parseMarkdown } from "../text/markdown.ts";
import { folded } from "../text/white-space.ts";
import type { ArticleText } from "./pieces.ts";

/** One difference between what import wrote and what stands. */
export interface Edit {
  /** The Markdown file. */
  readonly file: string;
  /** `headline`, `people`, … for what stands above the text; `paragraph 3`, counted from 1, in it. */
  readonly part: string;
  readonly change: "changed" | "added" | "removed";
  /** Words of the text as imported, and as they stand now. */
  readonly was?: string;
  readonly is?: string;
}

/** Returns what differs between an article as imported and as it stands; white space does not count. */
export function editsBetween(
  imported: ArticleText,
  standing: ArticleText,
  file: string,
): readonly Edit[] {
  return [
    ...fieldEdits(imported.front, standing.front),
    ...blockEdits(parseMarkdown(imported.body), parseMarkdown(standing.body)),
  ].map((edit) => ({ file, ...edit }));
}

type FoundEdit = Omit<Edit, "file">;

function fieldEdits(imported: FrontMatter, standing: FrontMatter): readonly FoundEdit[] {
  const was = new Map(Object.entries(imported).filter(([, value]) => isThere(value)));
  const is = new Map(Object.entries(standing).filter(([, value]) => isThere(value)));
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  return keys.flatMap((part): readonly FoundEdit[] => {
    if (!is.has(part)) return [{ part, change: "removed" }];
    if (!was.has(part)) return [{ part, change: "added" }];
    return sameValue(was.get(part), is.get(part)) ? [] : [{ part, change: "changed" }];
  });
}

/** An empty list says nothing; import leaves it out. */
function isThere(value: unknown): boolean {
  return !(Array.isArray(value) && value.length === 0);
}

/** Both come from one reader of front matter, with their keys in the order in which they are typed. */
function sameValue(was: unknown, is: unknown): boolean {
  return canonical(was) === canonical(is);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === "string") return folded(part);
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function blockEdits(
  imported: readonly MarkdownBlock[],
  standing: readonly MarkdownBlock[],
): readonly FoundEdit[] {
  return differences(imported.map(keyOf), standing.map(keyOf)).flatMap(({ first, second }) => {
    const [before, after] = [imported.slice(...first), standing.slice(...second)];
    const most = before.length > after.length ? before : after;
    return most.map((_, index) =>
      blockEdit(before[index], after[index], {
        old: first[0] + index + 1,
        now: second[0] + index + 1,
      }),
    );
  });
}

function keyOf(block: MarkdownBlock): string {
  const marks = block.runs.flatMap((run) => (run.marks.length === 0 ? [] : [run.text, run.marks]));
  return JSON.stringify([block.kind, folded(blockText(block)), marks]);
}

function blockEdit(
  before: MarkdownBlock | undefined,
  after: MarkdownBlock | undefined,
  number: { readonly old: number; readonly now: number },
): FoundEdit {
  const was = before && folded(blockText(before));
  const is = after && folded(blockText(after));
  return {
    part: `paragraph ${after === undefined ? number.old : number.now}`,
    change: before === undefined ? "added" : after === undefined ? "removed" : "changed",
    ...(was !== undefined && { was }),
    ...(is !== undefined && { is }),
  };
}
