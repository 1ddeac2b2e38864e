/** Which articles of the archive are the same text, or nearly? Stage 5: for the review list, and beside each article. */
import type { ArchiveArticle, Diagnostic } from "../model.ts";
import type { TextCopy } from "../story-model.ts";
import { byCodeUnits } from "../text/fold.ts";
import { type Shingled, sharedRuns, shingle } from "./shingles.ts";

/** What is looked at of an article. */
export type ComparedArticle = Pick<ArchiveArticle, "path" | "front" | "document" | "sortKey">;

/** Fewer words repeat by chance: "closed for the day", a table of two figures. */
const FEWEST_WORDS_SAME = 12;
const FEWEST_WORDS_NEAR = 50;
/** Of the runs of the shorter text. Background paragraphs that a paper prints again and again reach a half to two thirds. */
const LEAST_SHARED = 0.75;
/** A run in more texts than this is a formula of the trade and finds no candidates. */
const MOST_TEXTS_OF_A_RUN = 24;
/** Of all hashes the lowest quarter are looked up, so that a part of a long text is found as surely as the whole. */
const SAMPLED_BELOW = 2 ** 30;
/** Below the threshold, since a sample is one. */
const LEAST_SAMPLED = 0.5;

/** A copy, with what a remark on it says. */
export interface FoundCopy {
  readonly copy: TextCopy;
  readonly remark: Diagnostic;
}

/** Returns a remark on each article that repeats an earlier one (`link/duplicate`, `link/near-duplicate`). */
export function duplicateRemarks(articles: readonly ComparedArticle[]): readonly Diagnostic[] {
  return copiesIn(articles).map(({ remark }) => remark);
}

/**
 * Returns each article whose body is that of an earlier one word for word, whatever stands above it, or of which three
 * quarters or more of the shorter body stands in the other: once an article, with the earlier article that is most like it.
 * Letters and figures count, case and marks do not; any script. Bodies under 12 words are never the same, under 50 never nearly so.
 *
 * Near-linear: candidates by a sample of hashed runs of five words (FracMinHash, Irber 2022), those in more than
 * 24 texts left out; then exact counts.
 */
export function copiesIn(articles: readonly ComparedArticle[]): readonly FoundCopy[] {
  const ordered = articles.toSorted(byAge);
  const first = new Map<string, ComparedArticle>();
  const copies: FoundCopy[] = [];
  const distinct: Compared[] = [];
  for (const article of ordered) {
    const body = shingle(bodyOf(article));
    if (body.words < FEWEST_WORDS_SAME) continue;
    const earlier = first.get(body.whole);
    if (earlier !== undefined)
      copies.push({ copy: copyOf("same", article, earlier), remark: sameText(article, earlier) });
    else {
      first.set(body.whole, article);
      if (body.words >= FEWEST_WORDS_NEAR) distinct.push({ article, body });
    }
  }
  return [...copies, ...nearCopies(distinct)];
}

function copyOf(
  kind: TextCopy["kind"],
  article: ComparedArticle,
  earlier: ComparedArticle,
): TextCopy {
  return { article: article.path, earlier: earlier.path, kind };
}

interface Compared {
  readonly article: ComparedArticle;
  readonly body: Shingled;
}

/** Of two texts the later one is looked at; an undated one is later than any. */
function byAge(a: ComparedArticle, b: ComparedArticle): number {
  const undated = ({ front }: ComparedArticle): number => (front.published === undefined ? 1 : 0);
  return (
    undated(a) - undated(b) || byCodeUnits(a.sortKey, b.sortKey) || byCodeUnits(a.path, b.path)
  );
}

function bodyOf({ document: { text, blocks } }: ComparedArticle): string {
  return blocks.map(({ start, end }) => text.slice(start, end)).join("\n");
}

function nearCopies(texts: readonly Compared[]): readonly FoundCopy[] {
  const rare = rareRuns(texts);
  const holders = new Map<number, number[]>();
  return texts.flatMap((text, index): FoundCopy[] => {
    const sample = sampleOf(text.body).filter((run) => rare.has(run));
    const hits = new Map<number, number>();
    for (const run of sample) {
      const earlier = holders.get(run);
      for (const other of earlier ?? []) hits.set(other, (hits.get(other) ?? 0) + 1);
      if (earlier === undefined) holders.set(run, [index]);
      else earlier.push(index);
    }
    const best = mostAlike(text, hits, texts);
    if (best === undefined) return [];
    return [
      { copy: copyOf("near", text.article, best.article), remark: nearlySame(text.article, best) },
    ];
  });
}

/** Runs that more than one text has, and not too many; most of an archive's runs are in one alone. */
function rareRuns(texts: readonly Compared[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { body } of texts) {
    for (const run of sampleOf(body)) counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  const rare = new Set<number>();
  for (const [run, count] of counts) if (count > 1 && count <= MOST_TEXTS_OF_A_RUN) rare.add(run);
  return rare;
}

/** Runs are sorted, so that the lowest stand in front. */
function sampleOf({ runs }: Shingled): Uint32Array {
  const end = runs.findIndex((run) => run >= SAMPLED_BELOW);
  return end === -1 ? runs : runs.subarray(0, end);
}

interface Alike {
  readonly article: ComparedArticle;
  /** Of the shorter text's runs, 0 to 1. */
  readonly share: number;
  readonly isShorter: boolean;
}

/** The earlier text that shares most with a text; of equals the first. */
function mostAlike(
  { body }: Compared,
  hits: ReadonlyMap<number, number>,
  texts: readonly Compared[],
): Alike | undefined {
  let best: Alike | undefined;
  for (const [index, count] of [...hits].sort(([a], [b]) => a - b)) {
    const other = texts[index];
    if (other === undefined) continue;
    const shorter = Math.min(body.runs.length, other.body.runs.length);
    if (count * (2 ** 32 / SAMPLED_BELOW) < LEAST_SAMPLED * shorter) continue;
    const share = sharedRuns(body.runs, other.body.runs) / shorter;
    if (share < LEAST_SHARED || share <= (best?.share ?? 0)) continue;
    best = { article: other.article, share, isShorter: body.runs.length < other.body.runs.length };
  }
  return best;
}

function sameText(article: ComparedArticle, earlier: ComparedArticle): Diagnostic {
  return {
    severity: "warning",
    rule: "link/duplicate",
    file: article.path,
    about: earlier.path,
    article: article.path,
    message: `has the same text as ${earlier.path} (“${earlier.front.headline}”); keep one, or let both stand`,
    settle: `withdrawn: the same text as ${earlier.front.address}`,
  };
}

function nearlySame(article: ComparedArticle, alike: Alike): Diagnostic {
  const { path, front } = alike.article;
  const percent = Math.floor(alike.share * 100);
  const what = alike.isShorter ? `${percent} % of it stands in` : `holds ${percent} % of`;
  return {
    severity: "warning",
    rule: "link/near-duplicate",
    file: article.path,
    about: path,
    article: article.path,
    message: `${what} ${path} (“${front.headline}”), word for word; keep one, or let both stand`,
    settle: `withdrawn: nearly the same text as ${front.address}`,
  };
}
