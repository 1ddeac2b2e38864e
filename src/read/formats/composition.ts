/** How is a text put together from blocks, with a mark on each that says what it is? Stage 1. */
import type { StatedSpan } from "../../model.ts";

/** A piece of an article's text. */
export interface StatedPiece {
  readonly text: string;
  /** What the format says that it is; absent where the parsing rules shall say. */
  readonly became?: StatedSpan["became"] | undefined;
  /** The format's word for it, or the rule that removes it. */
  readonly rule: string;
}

const BETWEEN = "\n\n";

/**
 * Returns the pieces as one text, an empty line between them, and the spans of those that are stated.
 * Neighbours that one rule removes are one span. Pieces without words are left out.
 *
 * Example: `composed([{text: "Bridge opens", became: "headline", rule: "rss/title"}])` →
 * `{text: "Bridge opens", spans: [{start: 0, end: 12, became: "headline", rule: "rss/title"}]}`.
 */
export function composed(pieces: readonly StatedPiece[]): {
  readonly text: string;
  readonly spans: readonly StatedSpan[];
} {
  const texts: string[] = [];
  const spans: StatedSpan[] = [];
  let start = 0;
  let removes: string | undefined;
  for (const { text: raw, became, rule } of pieces) {
    const text = raw.trim();
    if (text === "") continue;
    const end = start + text.length;
    const last = spans.at(-1);
    if (last !== undefined && became === "removed" && removes === rule) {
      spans[spans.length - 1] = { ...last, end };
    } else if (became !== undefined) {
      spans.push({ start, end, became, rule });
    }
    removes = became === "removed" ? rule : undefined;
    texts.push(text);
    start = end + BETWEEN.length;
  }
  return { text: texts.join(BETWEEN), spans };
}
