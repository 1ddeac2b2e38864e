/** Of which words is an article made, by its Markdown file? Pure; for the ledger. */
import type { FrontMatter } from "../model.ts";
import { blockText, parseMarkdown } from "../text/markdown.ts";
import { folded } from "../text/white-space.ts";
import { sha256Of } from "./words.ts";

/** Where words of a source can stand, in the order in which the canonical text names them. */
export const PARTS = [
  "headline",
  "published",
  "byline",
  "standfirst",
  "section",
  "block",
  "kept",
  "removed",
] as const;

/** A kind of place for words; a `block` is one of the body's. */
export type Part = (typeof PARTS)[number];

/** The words of an article by where they stand, each list in its own order. */
export type Pieces = Readonly<Record<Part, readonly string[]>>;

/** A Markdown article's two halves. */
export interface ArticleText {
  readonly front: FrontMatter;
  readonly body: string;
}

/** Returns the pieces that a Markdown file says its source is made of: front lines as they were printed. */
export function printedPieces({ front, body }: ArticleText): Pieces {
  const shown = shownPieces({ front, body });
  return { ...shown, headline: [front.printed?.headline ?? front.headline] };
}

/** Returns the pieces that an article's page shows. */
export function shownPieces({ front, body }: ArticleText): Pieces {
  return {
    headline: [front.headline],
    published: listOf(front.printed?.published),
    byline: listOf(front.printed?.byline),
    standfirst: listOf(front.standfirst),
    section: listOf(front.section),
    block: parseMarkdown(body).map(blockText),
    kept: (front.kept ?? []).map(({ text }) => text),
    removed: (front.removed ?? []).map(({ text }) => text),
  };
}

function listOf(words: string | undefined): readonly string[] {
  return words === undefined ? [] : [words];
}

/** A piece with its place: `block` 3 is the third paragraph or other block of the body. */
export interface PlacedPiece {
  readonly part: Part;
  /** Counted from 1 within its part. */
  readonly number: number;
  /** White space folded. */
  readonly words: string;
}

/** Returns all pieces that hold words, in the order of `PARTS`, their white space folded. */
export function placedPieces(pieces: Pieces): readonly PlacedPiece[] {
  return PARTS.flatMap((part) =>
    pieces[part]
      .map(folded)
      .filter((words) => words !== "")
      .map((words, index) => ({ part, number: index + 1, words })),
  );
}

/**
 * Returns the SHA-256 of an article's canonical text: a line for each piece that holds words, in the order of
 * `PARTS`: the part's name, a tab, the words with white space folded to single spaces, a line feed; in UTF-8.
 */
export function textDigest(pieces: Pieces): string {
  return sha256Of(placedPieces(pieces).map(canonicalLine).join(""));
}

/** Returns the first eight digits of the SHA-256 of each line of the canonical text, with spaces between. */
export function pieceDigests(pieces: Pieces): string {
  return placedPieces(pieces).map(shortDigest).join(" ");
}

/**
 * Returns the first piece that is not as `pieceDigests` gave it, or `end` where the pieces are too few;
 * `undefined` where all are the same.
 */
export function firstAltered(pieces: Pieces, digests: string): PlacedPiece | "end" | undefined {
  const expected = digests.split(" ");
  const found = placedPieces(pieces);
  const altered = found.find((piece, index) => shortDigest(piece) !== expected[index]);
  return altered ?? (found.length < expected.length ? "end" : undefined);
}

function shortDigest(piece: PlacedPiece): string {
  return sha256Of(canonicalLine(piece)).slice(0, 8);
}

function canonicalLine({ part, words }: PlacedPiece): string {
  return `${part}\t${words}\n`;
}

/** Returns what a piece is called in messages: `the headline`, `block 3`, `removed line 2`. */
export function pieceName({ part, number }: Pick<PlacedPiece, "part" | "number">): string {
  if (part === "block") return `block ${number} of the body`;
  return part === "kept" || part === "removed" ? `${part} line ${number}` : `the ${NAMES[part]}`;
}

const NAMES = {
  headline: "headline",
  published: "printed date line",
  byline: "printed byline",
  standfirst: "standfirst",
  section: "section",
} as const;

/** The first place where an article's words are others than was expected. */
export interface PieceDifference {
  readonly expected?: PlacedPiece;
  readonly found?: PlacedPiece;
}

/** Returns where two sets of pieces first differ, white space aside; `undefined` where they are the same words. */
export function firstDifference(expected: Pieces, found: Pieces): PieceDifference | undefined {
  const wanted = placedPieces(expected);
  const there = placedPieces(found);
  const at = wanted.findIndex(
    ({ part, words }, index) => part !== there[index]?.part || words !== there[index]?.words,
  );
  if (at === -1 && wanted.length === there.length) return undefined;
  const index = at === -1 ? wanted.length : at;
  return {
    ...(wanted[index] && { expected: wanted[index] }),
    ...(there[index] && { found: there[index] }),
  };
}
