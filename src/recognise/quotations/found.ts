/** What is known of a quotation while a document is read, and where it stands (stage 4, recognise). */
import type { Quotation } from "../../model.ts";
import type { Attribution } from "./context.ts";
import type { Quoted } from "./marks.ts";
import type { KnownSpeakers } from "./pronouns.ts";
import { type Speaker, speakerOf } from "./speakers.ts";
import type { DocumentView, Part } from "./view.ts";

/** Is a quotation with what was found of its source. */
export interface Found {
  readonly quoted: Quoted;
  readonly kind: Quotation["kind"];
  /** Index of its part. */
  readonly part: number;
  readonly attribution?: Attribution;
  readonly speaker?: Speaker;
}

/** Is where a quotation stands, and what was found before it. */
export interface Place {
  readonly part: Part;
  readonly index: number;
  readonly quoted: Quoted;
  /** All before it. */
  readonly all: readonly Found[];
  readonly known: KnownSpeakers;
}

/** Is a source and who is meant by it. */
export type Attributed = Pick<Found, "attribution" | "speaker">;

/** Returns an attribution with the person that its source means, if one is. */
export function withSpeaker(
  view: DocumentView,
  attribution: Attribution,
  { known }: Place,
): Attributed {
  const speaker = speakerOf(view, attribution.source, known);
  return { attribution, ...(speaker && { speaker }) };
}

/** Returns the attribution and speaker of another quotation, less sure by a factor. */
export function passedOn(
  { attribution, speaker }: Found,
  rule: string,
  factor: number,
): Attributed {
  if (!attribution) return {};
  return {
    attribution: { ...attribution, rule, confidence: attribution.confidence * factor },
    ...(speaker && { speaker }),
  };
}
