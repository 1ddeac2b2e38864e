/** Which stretches of a part of the text stand in quotation marks? (stage 4, recognise) */
import type { Person, Span } from "../../model.ts";

/** Words in quotation marks, marks included. */
export interface Quoted extends Span {
  /** Offsets of what stands between the marks. */
  readonly inner: Span;
  /** False where the part ends, or another quotation opens, before the closing mark. */
  readonly closed: boolean;
  /** The opening mark as printed; empty for words that are quoted without marks. */
  readonly mark: string;
  /** For a turn of a transcript: the label before it, and the person that it names. */
  readonly turn?: { readonly label: Span; readonly person?: Person; readonly isAnswer: boolean };
}

/** Each opening mark with the marks that may close it. */
const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  "“": ["”", "“"],
  "„": ["“", "”"],
  "«": ["»"],
  "»": ["«", "»"],
  "「": ["」"],
  "『": ["』"],
  '"': ['"'],
  "``": ["''", '"', "”"],
  "''": ["''"],
  "”": ["”", "“"],
  "‚": ["‘", "’"],
  "‹": ["›"],
  "‘": ["’"],
  "'": ["'"],
};
/**
 * A scrape may curl one mark of a pair and leave the other straight: by which marks of the other kind a quotation is
 * closed, where none of that kind has opened within it.
 */
const MIXED: Readonly<Record<string, { readonly opens: string; readonly closes: string }>> = {
  '"': { opens: "“", closes: "”" },
  "“": { opens: '"', closes: '"' },
};
/** Marks that are always opening ones, wherever they stand. */
const ALWAYS_OPEN: ReadonlySet<string> = new Set(["“", "„", "「", "『", "``"]);
const ANY_MARK = /``|''|[“”„«»‚‹›「」『』"‘']/;
const NOT_BEFORE_OPENING = /[\p{L}\p{N}.,;:!?%)\]’]/u;
const BLANK = /\s/;
/** A part with more quotations than this is no prose; the rest of it is not read. */
const MOST_IN_A_PART = 10_000;
/** After so many single marks that nothing closes, single marks are apostrophes in the rest of the part. */
const MOST_APOSTROPHES = 2_000;
const WORD_UNIT = /[\p{L}\p{N}]/u;
const ENDS_SPEECH = /[,.?!…—–-]/;
/** Single marks are also apostrophes: a closing one is looked for in this many UTF-16 units only. */
const SINGLE_REACH = 600;
/** ’em, ‘til, ’90s: words that begin with an apostrophe, sometimes set as an opening mark. */
const ELISION = /^(?:em|til|tis|twas|bout|cause|round|n|\d0s)(?![\p{L}])/iu;

/**
 * Returns the outermost quotations of a part of a text, in order. Knows “ ”, „ “, „ ”, ” ”, « », » «, 「 」, 『 』, ‘ ’, ‚ ‘, ‹ ›, straight marks
 * and `` ''. An apostrophe opens nothing: a single mark opens only before a word, and only where one closes
 * within 600 characters. At most 10,000 a part. A quotation that is not closed ends with the part, or where the next one opens.
 *
 * One pass; linear.
 */
export function findQuoted(text: string, part: Span): readonly Quoted[] {
  const found: Quoted[] = [];
  let at = part.start;
  let apostrophes = 0;
  while (at < part.end && found.length < MOST_IN_A_PART) {
    const match = nextMark(text, at, part.end);
    if (!match) break;
    const isSingle = match.mark === "'" || match.mark === "‘";
    if (!opens(text, match, part) || (isSingle && apostrophes > MOST_APOSTROPHES)) {
      at = match.end;
      continue;
    }
    const quoted = readQuoted(text, match, part);
    if (quoted) found.push(quoted);
    else if (isSingle) apostrophes += 1;
    at = quoted?.end ?? match.end;
  }
  return found;
}

interface Mark extends Span {
  readonly mark: string;
}

function nextMark(text: string, from: number, end: number): Mark | undefined {
  // in a piece, because a search in the whole text goes on to its end for each part that has none
  const match = ANY_MARK.exec(text.slice(from, end));
  if (!match) return undefined;
  const start = from + match.index;
  return { start, end: start + match[0].length, mark: match[0] };
}

function opens(text: string, { start, end, mark }: Mark, part: Span): boolean {
  if (end >= part.end) return false;
  const next = text[end] ?? "";
  if (ALWAYS_OPEN.has(mark)) return true;
  // French print sets a blank behind its marks, and may repeat the closing one where a paragraph goes on
  if (mark === "»" && start === part.start) return true;
  if (BLANK.test(next) && mark !== "«") return false;
  const before = start > part.start ? (text[start - 1] ?? "") : "";
  // in Swedish, Finnish and some Arabic print it opens; elsewhere it does so by mistake, but does
  if (mark === "”") return (before === "" || BLANK.test(before)) && WORD_UNIT.test(next);
  if (mark === '"') return !/\d/.test(before) || BLANK.test(before);
  if (before !== "" && NOT_BEFORE_OPENING.test(before)) return false;
  if (mark !== "‘" && mark !== "'") return true;
  return WORD_UNIT.test(next) && !ELISION.test(text.slice(end, end + 6));
}

function readQuoted(text: string, opening: Mark, part: Span): Quoted | undefined {
  const isSingle = opening.mark === "'" || opening.mark === "‘";
  // a low mark is a comma, too
  const isLow = opening.mark === "‚" || opening.mark === "‹";
  const reach = isLow ? Math.min(part.end, opening.end + SINGLE_REACH) : part.end;
  const closing = isSingle
    ? closingSingle(text, opening, part)
    : closingMark(text, opening, { start: part.start, end: reach });
  if ((isSingle || isLow) && !closing) return undefined;
  const innerEnd = closing?.start ?? part.end;
  if (text.slice(opening.end, innerEnd).trim() === "") return undefined;
  return {
    start: opening.start,
    end: closing?.end ?? part.end,
    inner: { start: opening.end, end: innerEnd },
    closed: closing !== undefined && closing.end > closing.start,
    mark: opening.mark,
  };
}

/** The mark that closes, or an empty one where another quotation opens first. */
function closingMark(text: string, opening: Mark, part: Span): Mark | undefined {
  const closers = CLOSERS[opening.mark] ?? [];
  const other = MIXED[opening.mark];
  let nested = false;
  for (
    let mark = nextMark(text, opening.end, part.end);
    mark;
    mark = nextMark(text, mark.end, part.end)
  ) {
    if (other && (mark.mark === other.opens || mark.mark === other.closes)) {
      const isOpening = mark.mark === other.opens && opensWithin(text, mark, part);
      if (!nested && !isOpening && mark.mark === other.closes) return mark;
      nested = isOpening;
      continue;
    }
    if (!closers.includes(mark.mark)) continue;
    if (!reopens(text, mark, part)) return mark;
    if (mark.mark !== "”" && mark.mark !== "''" && mark.mark !== "»") {
      const end = trimmedEnd(text, mark.start);
      return { start: end, end, mark: "" };
    }
  }
  return undefined;
}

/** Whether a mark opens a quotation within another one: “He said "no" to it.” */
function opensWithin(text: string, { start, end }: Mark, part: Span): boolean {
  const isBlankBefore = BLANK.test(text[start - 1] ?? "");
  return isBlankBefore && end < part.end && !BLANK.test(text[end] ?? "");
}

/** A mark after white space and before a word opens a new quotation: the one before was not closed. */
function reopens(text: string, { start, end }: Mark, part: Span): boolean {
  if (end >= part.end || !BLANK.test(text[start - 1] ?? "")) return false;
  return WORD_UNIT.test(text[end] ?? "") || text[end] === "‘" || text[end] === "[";
}

/** Of the single marks at a word's end, the first after a mark of punctuation, else the first. */
function closingSingle(text: string, opening: Mark, part: Span): Mark | undefined {
  const closer = opening.mark === "‘" ? "’" : "'";
  const reach = text.slice(opening.end, Math.min(part.end, opening.end + SINGLE_REACH));
  let first: Mark | undefined;
  for (let found = reach.indexOf(closer); found >= 0; found = reach.indexOf(closer, found + 1)) {
    const at = opening.end + found;
    const before = text[at - 1] ?? "";
    const after = at + 1 < part.end ? (text[at + 1] ?? "") : "";
    if (WORD_UNIT.test(after) || BLANK.test(before)) continue;
    const mark = { start: at, end: at + 1, mark: closer };
    if (ENDS_SPEECH.test(before) || /[.,;:?!)—–]/.test(after)) return mark;
    // "the workers’ rights": after an s the mark may be a possessive; a later one is as likely
    if (before !== "s" || after === "") return first ?? mark;
    first ??= mark;
  }
  return first;
}

function trimmedEnd(text: string, from: number): number {
  let end = from;
  while (end > 0 && BLANK.test(text[end - 1] ?? "")) end -= 1;
  return end;
}
