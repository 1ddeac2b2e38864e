/** Who speaks, by the words behind a quotation in its sentence? (stage 4, recognise) */
import { type Attribution, type Context, cueSpan, isPassive } from "./context.ts";
import { cueAt } from "./cues.ts";
import { phraseAfter, phraseBefore, phraseStartingAt } from "./phrases.ts";
import { QUOTATION_TOKEN } from "./view.ts";

/** So many tokens behind the quotation are read for a cue. */
export const FARTHEST_CUE = 26;
/** "Varga said", "said Varga": from the first letter to the last, no more than this. */
const FARTHEST_BESIDE = 48;

/**
 * Returns the source right behind the comma of a fragment, as in “… as long as we live,” he said; none where a cue
 * stands right before the fragment.
 */
export function besideAfter(context: Context): Attribution | undefined {
  const { shape, before, after } = context;
  if (!shape.hasComma || cueAt(before, before.length - 1)) return undefined;
  const found = sourceThenCue(context) ?? cueThenSource(context);
  if (!found || found.source.kind === "phrase") return undefined;
  const end = Math.max(found.source.end, found.cue?.end ?? 0);
  if (end - Math.min(found.source.start, found.cue?.start ?? end) > FARTHEST_BESIDE)
    return undefined;
  return after.find(({ start }) => start >= end)?.kind === "word" ? undefined : found;
}

/** Returns the source behind its cue: “…,” said the mayor */
export function cueThenSource({ view, after, shape }: Context): Attribution | undefined {
  if (!shape.endsWithMark) return undefined;
  const at = after[0]?.text === "," ? 1 : 0;
  const cue = cueAt(after, at) ?? cueAt(after, at + 1);
  if (cue?.strength !== "speech" || cue.isParticiple) return undefined;
  if (cue.index > at && !/ly$/.test(after[at]?.text ?? "")) return undefined;
  const source = phraseAfter(view, after, cue.index + cue.length);
  // "…, says she warned of it": her words are what she says of it
  if (source?.kind === "pronoun" && /(?:ed|s)$/.test(after[source.from + 1]?.text ?? ""))
    return undefined;
  return (
    source && { source, cue: cueSpan(after, cue), rule: "cue-and-source-after", confidence: 0.96 }
  );
}

/** Returns the source before its cue: “…,” the mayor said; “…,” Okafor, who chairs the committee, told him */
export function sourceThenCue({ view, after, shape }: Context): Attribution | undefined {
  if (!shape.endsWithMark) return undefined;
  const at = after[0]?.kind === "mark" && after[0]?.text !== QUOTATION_TOKEN ? 1 : 0;
  const start = phraseStartingAt(view, after, at);
  if (!start || after[at]?.text === "who") return undefined;
  for (let index = at + 1; index < Math.min(after.length, at + FARTHEST_CUE); index += 1) {
    const token = after[index];
    if (!token || /^[.;:?!]$/.test(token.text) || token.text === QUOTATION_TOKEN) return undefined;
    const cue = cueAt(after, index);
    if (cue?.strength !== "speech" || cue.isParticiple || isPassive(after, index)) continue;
    const source = phraseBefore(view, after, index);
    if (source?.from === at)
      return { source, cue: cueSpan(after, cue), rule: "source-and-cue-after", confidence: 0.97 };
    if (start.kind === "pronoun" && index - at > 4) continue;
    // "the “open day,” a custom of which the town speaks": set off behind a fragment stands what it is
    if (start.kind === "phrase" && !shape.isSentence) continue;
    return {
      source: start,
      cue: cueSpan(after, cue),
      rule: "source-and-cue-after",
      confidence: 0.92,
    };
  }
  return undefined;
}

/** Returns the source of all of a sentence, at its end: The treaty was “the end” for the bridge, said Varga. */
export function atSentenceEnd({ view, after, shape }: Context): Attribution | undefined {
  if (shape.isSentence) return undefined;
  const comma = after.findLastIndex(({ text }, index) => text === "," && index < after.length - 1);
  if (comma < 0 || after.length - comma > FARTHEST_CUE) return undefined;
  const rest = after.slice(comma);
  const behind: Context = {
    view,
    shape: { ...shape, endsWithMark: true },
    before: [],
    after: rest,
  };
  const found = cueThenSource(behind) ?? sourceThenCue(behind);
  return found && { ...found, confidence: 0.85 };
}
