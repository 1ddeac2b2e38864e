/** Which articles of the archive are the same text, or nearly? Stage 5: for the review list, and beside each article. */
import type { ArchiveArticle, Diagnostic } from "../model.ts";
import { type Shingled, sharedRuns, shingle } from "./shingles.ts";

/** What is looked at of an article. */
export type ComparedArticle = Pick<ArchiveArticle, "path" | "front" | "document" | "sortKey">;

/** Fewer words repeat by chance: "closed for the day", a table of two figures. */
export const FEWEST_WORDS_SAME = 12;
/** Of fewer, three quarters are alike by chance. */
export const FEWEST_WORDS_NEAR = 50;
/** Of the runs of the shorter text. Background paragraphs that a paper prints again and again reach a half to two thirds. */
const LEAST_SHARED = 0.75;
/** A run in more texts than this is a formula of the trade and finds no candidates. */
export const MOST_TEXTS_OF_A_RUN = 24;
/** Of all hashes the lowest eighth are looked up, so that a part of a long text is found as surely as the whole. */
const SAMPLED_BELOW = 2 ** 29;
/** Below the threshold, since a sample is one, and runs that many have are left out of it. */
const LEAST_SAMPLED = 0.4;

/** A text that others are held against, and what a remark says of the article that had it first. */
export interface ComparedText extends ArticleLine {
  readonly runs: Uint32Array;
}

/** What a remark says of an article. */
export interface ArticleLine {
  /** Its Markdown file. */
  readonly path: string;
  readonly headline: string;
  readonly address: string;
}

/** Returns a body as it is compared: its runs of words, and how many words it has. */
export function comparedBody({
  document: { text, blocks },
}: Pick<ComparedArticle, "document">): Shingled {
  return shingle(blocks.map(({ start, end }) => text.slice(start, end)).join("\n"));
}

/** Returns what orders articles by age, smaller for the older one: of two texts the later one is a copy, and an undated one is later than any. */
export function ageOf({ front, sortKey }: Pick<ComparedArticle, "front" | "sortKey">): string {
  return `${front.published === undefined ? "undated" : "dated"} ${sortKey}`;
}

/** Returns the runs by which a text finds others and is found. Runs are sorted, so that the lowest stand in front. */
export function sampleOf(runs: Uint32Array): Uint32Array {
  const end = runs.findIndex((run) => run >= SAMPLED_BELOW);
  return end === -1 ? runs : runs.subarray(0, end);
}

/** An earlier text that shares much with another one. */
export interface Alike {
  readonly earlier: ComparedText;
  /** Of the shorter text's runs, 0 to 1. */
  readonly share: number;
  readonly isShorter: boolean;
}

/** Returns of earlier texts, the earliest first, the one that shares most with a text, if it is enough; of equals the first. `hits`: rare runs of the sample that both have. */
export function mostAlike(
  runs: Uint32Array,
  earlier: Iterable<{
    readonly hits: number;
    readonly length: number;
    readonly text: () => ComparedText | undefined;
  }>,
): Alike | undefined {
  let best: Alike | undefined;
  for (const { hits, length, text } of earlier) {
    const shorter = Math.min(runs.length, length);
    if (hits * (2 ** 32 / SAMPLED_BELOW) < LEAST_SAMPLED * shorter) continue;
    const other = text();
    if (other === undefined) continue;
    const share = sharedRuns(runs, other.runs) / shorter;
    if (share < LEAST_SHARED || share <= (best?.share ?? 0)) continue;
    best = { earlier: other, share, isShorter: runs.length < other.runs.length };
  }
  return best;
}

/** Returns the remark on an article that has an earlier one's text. */
export function sameText(path: string, earlier: ArticleLine): Diagnostic {
  return {
    severity: "warning",
    rule: "link/duplicate",
    file: path,
    about: earlier.path,
    article: path,
    message: `has the same text as ${earlier.path} (“${earlier.headline}”); keep one, or let both stand`,
    settle: `withdrawn: the same text as ${earlier.address}`,
  };
}

/** Returns the remark on an article that has nearly the text of an earlier one. */
export function nearlySame(
  path: string,
  {
    earlier,
    share,
    isShorter,
  }: Pick<Alike, "share" | "isShorter"> & { readonly earlier: ArticleLine },
): Diagnostic {
  const percent = Math.floor(share * 100);
  const what = isShorter ? `${percent} % of it stands in` : `holds ${percent} % of`;
  return {
    severity: "warning",
    rule: "link/near-duplicate",
    file: path,
    about: earlier.path,
    article: path,
    message: `${what} ${earlier.path} (“${earlier.headline}”), word for word; keep one, or let both stand`,
    settle: `withdrawn: nearly the same text as ${earlier.address}`,
  };
}
