/** What has the editor changed in an article since import wrote it? Pure; for the ledger. */
import type { FrontMatter } from "../model.ts";
import { blockText, type MarkdownBlock, parseMarkdown } from "../text/markdown.ts";
import type { ArticleText } from "./pieces.ts";
import { folded } from "./words.ts";

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

/** More pairs of blocks than this are not compared one by one. */
const MOST_PAIRS = 1_000_000;

function blockEdits(
  imported: readonly MarkdownBlock[],
  standing: readonly MarkdownBlock[],
): readonly FoundEdit[] {
  const was = imported.map((block) => ({ block, key: keyOf(block) }));
  const is = standing.map((block) => ({ block, key: keyOf(block) }));
  let head = 0;
  while (head < was.length && head < is.length && was[head]?.key === is[head]?.key) head += 1;
  let tail = 0;
  const most = Math.min(was.length, is.length) - head;
  while (tail < most && was.at(-1 - tail)?.key === is.at(-1 - tail)?.key) tail += 1;
  const removed = was.slice(head, was.length - tail);
  const added = is.slice(head, is.length - tail);
  return gaps(
    removed.map(({ key }) => key),
    added.map(({ key }) => key),
  ).flatMap(({ from, to, at, until }) => {
    const before = removed.slice(from, to);
    const after = added.slice(at, until);
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) =>
      blockEdit(before[index]?.block, after[index]?.block, {
        old: head + from + index + 1,
        now: head + at + index + 1,
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

/** A stretch of one list that stands in the place of a stretch of another. */
interface Gap {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly until: number;
}

/** The stretches between the longest common run of keys, by the table of its lengths. */
function gaps(was: readonly string[], is: readonly string[]): readonly Gap[] {
  if (was.length + is.length === 0) return [];
  const whole = { from: 0, to: was.length, at: 0, until: is.length };
  if (was.length * is.length > MOST_PAIRS) return [whole];
  const width = is.length + 1;
  const lengths = new Uint32Array((was.length + 1) * width);
  const lengthAt = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = was.length - 1; i >= 0; i -= 1) {
    for (let j = is.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        was[i] === is[j]
          ? lengthAt(i + 1, j + 1) + 1
          : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const found: Gap[] = [];
  let [i, j, from, at] = [0, 0, 0, 0];
  while (i < was.length && j < is.length) {
    if (was[i] === is[j]) {
      if (i > from || j > at) found.push({ from, to: i, at, until: j });
      [i, j] = [i + 1, j + 1];
      [from, at] = [i, j];
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }
  if (from < was.length || at < is.length) found.push({ ...whole, from, at });
  return found;
}
