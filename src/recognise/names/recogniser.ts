/** What must a recogniser of names do, so that another can be put beside it? Stage 4, recognise. */
import type { Evidence, Span } from "../../model.ts";
import type { Reading } from "../reading.ts";

/** What a name is the name of. */
export type NameKind = "person" | "organisation" | "place";

/** A name as printed. A person's is the name alone, without title, honorific or possessive. */
export interface NameSpan extends Span {
  readonly kind: NameKind;
  /** Index in `Reading.lines`. */
  readonly line: number;
  /** Words of that line: `words.slice(first, last)`. */
  readonly first: number;
  readonly last: number;
  readonly evidence: Evidence;
  /** ISO 3166 alpha-2, for a place that a list knows. */
  readonly country?: string;
  /** Words of that line that are the person's office, where the language of the text is not English. */
  readonly title?: { readonly first: number; readonly last: number };
  /** The usual name where the printed one is another form of it. */
  readonly name?: string;
}

/** Finds names. Pure: the same reading gives the same spans, in the order of the text, never overlapping. */
export interface Recogniser {
  /** Such as `rules`. */
  readonly id: string;
  /** Changes with every change of what it finds. */
  readonly version: string;
  readonly recognise: (reading: Reading) => readonly NameSpan[];
}
