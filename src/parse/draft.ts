/** What a text is while rules claim its lines, and how a claim is laid on it (stage 2). */
import type { BlockKind, Diagnostic, OtherKind, ParseFacts, Publication, Span } from "../model.ts";

/** What a rule says a line is, with what it read there. */
export type Reading =
  | { readonly became: "headline" | "standfirst" | "removed" | BlockKind | OtherKind }
  | { readonly became: "published"; readonly publication: Omit<Publication, "span"> }
  | { readonly became: "byline"; readonly authors: readonly string[]; readonly agency?: string };

/** A doubt about a line that the archive's keeper should see. */
export type Doubt = Pick<Diagnostic, "severity" | "rule" | "message" | "settle" | "about">;

/** What a line is, by which rule, and why. */
export interface Claim {
  readonly reading: Reading;
  readonly rule: string;
  readonly why: string;
}

/**
 * A line of the text, or several that were only wrapped, or a part of one that a claim cut.
 * No two lines of a draft overlap, and together they hold every character but white space.
 */
export interface Line extends Span {
  /** Number of its first line in the text, from 1. */
  readonly number: number;
  /** Number of its last line. */
  readonly lastNumber: number;
  /** Whether a blank line, or nothing, stands before it. */
  readonly parted: boolean;
  /** Whether its line breaks and columns are part of what it says. */
  readonly columns: boolean;
  /** Its text with look-alikes made plain (see `shadowOf`), of equal length. */
  readonly plain: string;
  /** Whether it reads as running text: a full sentence, or too long to be anything else. */
  readonly prose: boolean;
  readonly claim?: Claim;
}

/** A text while rules look at it. Lines are in the order of the text. */
export interface Draft {
  readonly text: string;
  readonly facts: ParseFacts;
  readonly lines: readonly Line[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a rule finds in one line. */
export interface Finding {
  /** Index in `draft.lines`. */
  readonly line: number;
  readonly why: string;
  /** Left out where the rule has only a doubt to report. */
  readonly reading?: Reading;
  /** A name for the claim other than the rule's own, where one rule asks several lists. */
  readonly rule?: string;
  /** Claims this part of the line and leaves the rest of it open, offsets into the text. */
  readonly part?: Span;
  readonly doubt?: Doubt;
}

/** Looks at a draft, with what earlier rules decided, and says what it finds. Changes nothing. */
export type Rule = (draft: Draft) => readonly Finding[];

/**
 * Returns the draft with the findings laid on it. A line that is claimed already keeps its first
 * claim; of a line claimed in part, the rest becomes lines of their own, so that no character is
 * lost or counted twice.
 */
export function applyFindings(draft: Draft, rule: string, findings: readonly Finding[]): Draft {
  if (findings.length === 0) return draft;
  const byLine = new Map<number, Finding>();
  for (const finding of findings) {
    if (!byLine.has(finding.line)) byLine.set(finding.line, finding);
  }
  const lines: Line[] = [];
  const diagnostics = [...draft.diagnostics];
  draft.lines.forEach((line, index) => {
    const finding = byLine.get(index);
    if (finding?.doubt) diagnostics.push({ ...finding.doubt, file: "", line: line.number });
    if (!finding?.reading || line.claim) {
      lines.push(line);
      return;
    }
    const claim: Claim = { reading: finding.reading, rule: finding.rule ?? rule, why: finding.why };
    if (finding.part) lines.push(...cutLine(draft.text, line, finding.part, claim));
    else lines.push({ ...line, claim });
  });
  return { ...draft, lines, diagnostics };
}

/** The line in up to three: what stands before the part, the part, claimed, and what follows. */
function cutLine(text: string, line: Line, part: Span, claim: Claim): Line[] {
  const start = Math.max(line.start, part.start);
  const end = Math.min(line.end, part.end);
  const pieces = [
    trimmedPiece(text, line, line.start, start),
    trimmedPiece(text, line, start, end),
    trimmedPiece(text, line, end, line.end),
  ];
  const kept: Line[] = [];
  pieces.forEach((piece, index) => {
    if (piece) kept.push({ ...piece, parted: false, ...(index === 1 ? { claim } : {}) });
  });
  const [first] = kept;
  if (first) kept[0] = { ...first, parted: line.parted };
  return kept;
}

function trimmedPiece(text: string, line: Line, from: number, to: number): Line | undefined {
  if (from >= to) return undefined;
  const raw = text.slice(from, to);
  const lead = raw.length - raw.trimStart().length;
  const length = raw.trim().length;
  if (length === 0) return undefined;
  const start = from + lead;
  const plain = line.plain.slice(start - line.start, start - line.start + length);
  return { ...line, start, end: start + length, plain, prose: isProse(plain) };
}

const SENTENCE_END = /[.!?…。！？।؟۔][\])"'”’»」』)*]{0,3}$/u;
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/;
const LONG_LINE = 140;
const PROSE_LENGTH = 50;
/** Scripts that part no words say in one character what others say in about three. */
const DENSITY = 3;

/** Returns whether a line's plain text ends as a sentence does, in any script. */
export function endsSentence(plain: string): boolean {
  return SENTENCE_END.test(plain.slice(-6));
}

/** Returns whether a line reads as running text: a full sentence, or longer than a headline is. */
export function isProse(plain: string): boolean {
  if (plain.length >= LONG_LINE) return true;
  const unspaced = UNSPACED.test(plain);
  if (unspaced && plain.length >= LONG_LINE / DENSITY) return true;
  if (plain.length < PROSE_LENGTH / (unspaced ? DENSITY : 1)) return false;
  return endsSentence(plain) || plain.endsWith(":");
}
