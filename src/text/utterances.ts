/** Which quotations are one utterance, and under which anchor does each stand on its article's page? */
import { createHash } from "node:crypto";
import type { Block, CitedQuotation, NewsDocument, Quotation } from "../model.ts";
import { isInBody, type SentenceFinder } from "./anchors.ts";
import { isSure } from "./certainty.ts";
import { lastIndexWhere } from "./halving.ts";
import { slugOf } from "./slug.ts";

/** What somebody said in one go, as an article quotes it: in one piece, or in several that one reader hears as one. */
export interface Utterance {
  /** In the order of the text, at least one. */
  readonly pieces: readonly [Quotation, ...Quotation[]];
  /** The id of its mark on the article's page: `q-we-have-waited-long-enough`. */
  readonly anchor: string;
  readonly kind: Quotation["kind"];
  readonly speaker?: string;
  /** The rule that found the speaker. As sure as the surest piece: the others have their speaker from it. */
  readonly evidence: Quotation["evidence"];
}

/**
 * Returns the utterances of a document in the order of the text; what is set off but said by nobody (`scare`) is none.
 * Pieces are one utterance if they have one speaker, and either
 *
 * - the first is not closed where its paragraph ends and the next paragraph begins with the second; or
 * - the speaker's name or the like breaks off a sentence that goes on in small letters: “Not now,” she said, “not here.”
 *
 * The anchor is made of the first words, so that a correction elsewhere in the article moves none; a second utterance that
 * begins alike has a number.
 */
export function utterancesOf(
  { text, blocks }: Pick<NewsDocument, "text" | "blocks">,
  quotations: readonly Quotation[],
): readonly Utterance[] {
  const groups: [Quotation, ...Quotation[]][] = [];
  for (const quotation of quotations) {
    if (quotation.kind === "scare") continue;
    const group = groups.at(-1);
    const last = group?.at(-1);
    const goesOn =
      last !== undefined &&
      last.speaker === quotation.speaker &&
      (isCarriedOver(text, blocks, [last, quotation]) || isBrokenOff(text, [last, quotation]));
    if (goesOn) group?.push(quotation);
    else groups.push([quotation]);
  }
  const taken = new Map<string, number>();
  return groups.map((pieces) => {
    const wanted = anchorFor(text.slice(pieces[0].start, pieces[0].end));
    const count = (taken.get(wanted) ?? 0) + 1;
    taken.set(wanted, count);
    return utteranceOf(pieces, count === 1 ? wanted : `${wanted}-${count}`);
  });
}

/**
 * Returns the words of an utterance as they are read in one go: its paragraphs parted by a blank line, and three points
 * where the article says in between who speaks.
 */
export function wordsOf(text: string, { pieces }: Pick<Utterance, "pieces">): string {
  return pieces
    .map(({ start, end }, index) => {
      const before = pieces[index - 1];
      const words = text.slice(start, end);
      if (before === undefined) return words;
      return text.slice(before.end, start).includes("\n") ? `\n\n${words}` : ` … ${words}`;
    })
    .join("");
}

/** Returns an utterance as other pages cite it; undefined outside all sentences. */
export function citedQuotation(
  { text }: Pick<NewsDocument, "text">,
  utterance: Utterance,
  finder: SentenceFinder,
): CitedQuotation | undefined {
  const { pieces, anchor: mark, kind, evidence } = utterance;
  const anchor = finder.cite(pieces[0])?.anchor;
  if (anchor === undefined) return undefined;
  return {
    start: pieces[0].start,
    end: (pieces.at(-1) ?? pieces[0]).end,
    kind,
    text: wordsOf(text, utterance),
    anchor,
    ...(isInBody(anchor) && { mark }),
    sure: isSure(evidence.confidence),
    rule: evidence.rule,
  };
}

type Pair = readonly [before: Quotation, after: Quotation];

const CLOSING = /(?:[”“»«’‘"'」』]|'')\s*$/u;
const OPENING = /^(?:[“”„«»‘’"'「『]|``|'')/u;
const GOES_ON = "quotation-goes-on";

/** A paragraph's quotation is left open, and the mark is repeated at the head of the next paragraph. */
function isCarriedOver(text: string, blocks: readonly Block[], [before, after]: Pair): boolean {
  const first = text.slice(before.start, before.end);
  const opening = OPENING.exec(first)?.[0];
  const second = text.slice(after.start, after.end);
  if (opening === undefined || OPENING.exec(second)?.[0] !== opening) return false;
  if (first.length > opening.length && CLOSING.test(first)) return false;
  const gap = text.slice(before.end, after.start);
  if (gap.trim() !== "" || !gap.includes("\n")) return false;
  const at = lastIndexWhere(blocks, ({ start }) => start <= before.start);
  const [block, next] = [blocks[at], blocks[at + 1]];
  if (block === undefined || next === undefined || before.end > block.end) return false;
  return next.start <= after.start && after.end <= next.end;
}

/** How many characters may stand between two halves of a sentence. */
const LONGEST_BREAK = 120;

function isBrokenOff(text: string, [before, after]: Pair): boolean {
  if (before.speaker === undefined || after.start - before.end > LONGEST_BREAK) return false;
  const gap = text.slice(before.end, after.start);
  return (
    /,["”’'»]+$/u.test(text.slice(before.start, before.end)) &&
    /,\s*$/u.test(gap) &&
    !/\n|[.!?]\s/u.test(gap) &&
    /^[^\p{L}\p{N}]{1,2}\p{Ll}/u.test(text.slice(after.start, after.end))
  );
}

function utteranceOf(pieces: Utterance["pieces"], anchor: string): Utterance {
  const [first] = pieces;
  const telling = pieces.find(({ evidence }) => !evidence.rule.startsWith(GOES_ON)) ?? first;
  const confidence = Math.max(...pieces.map(({ evidence }) => evidence.confidence));
  const isDirect = pieces.some(({ kind }) => kind === "direct");
  return {
    pieces,
    anchor,
    kind: isDirect ? "direct" : first.kind,
    ...(first.speaker !== undefined && { speaker: first.speaker }),
    evidence: { rule: telling.evidence.rule, confidence },
  };
}

const WORDS_OF_ANCHOR = 6;
const DIGITS_OF_ANCHOR = 10;

/** Words in other than Latin letters give a hash. */
function anchorFor(words: string): string {
  const opening = words.replace(OPENING, "").trim().split(/\s+/u).slice(0, WORDS_OF_ANCHOR);
  const slug = slugOf(opening.join(" "));
  if (slug !== "") return `q-${slug}`;
  const hash = createHash("sha256").update(words).digest("hex");
  return `q-${hash.slice(0, DIGITS_OF_ANCHOR)}`;
}
