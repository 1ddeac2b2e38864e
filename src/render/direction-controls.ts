/** Which direction controls of a text would turn round what stands beside it? For rendering. */

/** Embeddings, overrides and isolates, and what ends them; marks (LRM, RLM, ALM) turn nothing round. */
const CONTROL = /[\u202a-\u202e\u2066-\u2069]/g;
const END_OF_EMBEDDING = "\u202c";
const END_OF_ISOLATE = "\u2069";

/** A control whose end has not come yet. */
interface Opened {
  readonly at: number;
  readonly kind: "embedding" | "override" | "isolate";
}

/**
 * Returns the offsets, ascending, of the controls that must not act: every override (U+202D, U+202E) with
 * its end, and every embedding or isolate without its end, or end without its beginning. Pairs are those
 * of the Unicode bidirectional algorithm (UAX #9, BD9 to BD11): the end of an isolate ends the embeddings in it.
 *
 * `strayControls("a \u2067b\u2069 \u202ec")` is `[6]`: the isolate has its end, the override none.
 */
export function strayControls(text: string): readonly number[] {
  const stray: number[] = [];
  const open: Opened[] = [];
  let isolates = 0;
  for (const { 0: control, index: at } of text.matchAll(CONTROL)) {
    if (control === END_OF_EMBEDDING) {
      stray.push(...endEmbedding(open, at));
    } else if (control === END_OF_ISOLATE) {
      for (const place of isolates === 0 ? [at] : endIsolate(open)) stray.push(place);
      if (isolates > 0) isolates -= 1;
    } else {
      const kind = kindOf(control);
      if (kind === "isolate") isolates += 1;
      open.push({ at, kind });
    }
  }
  return [...stray, ...open.map(({ at }) => at)].sort((a, b) => a - b);
}

function kindOf(control: string): Opened["kind"] {
  if (control >= "\u2066") return "isolate";
  return control >= "\u202d" ? "override" : "embedding";
}

/** An end of embedding reaches no further back than the isolate that it stands in. */
function endEmbedding(open: Opened[], at: number): readonly number[] {
  const last = open.at(-1);
  if (last === undefined || last.kind === "isolate") return [at];
  open.pop();
  return last.kind === "override" ? [last.at, at] : [];
}

function endIsolate(open: Opened[]): readonly number[] {
  const cutOff: number[] = [];
  let last = open.pop();
  while (last !== undefined && last.kind !== "isolate") {
    cutOff.push(last.at);
    last = open.pop();
  }
  return cutOff;
}
