/** Which words were put in and which taken out between two wordings? For showing a difference. */
import { alignment } from "./alignment.ts";

/** A run of words that both wordings have, or only the later (`added`) or the earlier (`removed`). */
export interface WordChange {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

const WORDS = /\s+|[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060'’]+|[^\s\p{L}\p{M}\p{N}]/gu;

/**
 * Returns two wordings laid over each other, word by word: without the runs added it is `before`, without those
 * removed it is `after`, both to the character. What was removed comes before what was put in its place.
 *
 *     wordChanges("It cost 37m.", "It cost 31m.")
 *     // [{same "It cost "}, {removed "37m"}, {added "31m"}, {same "."}]
 */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const [old, fresh] = [before.match(WORDS) ?? [], after.match(WORDS) ?? []];
  const runs: { kind: WordChange["kind"]; text: string }[] = [];
  const add = (kind: WordChange["kind"], text: string): void => {
    const last = runs.at(-1);
    if (text === "") return;
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  };
  let [from, into] = [0, 0];
  for (const [a, b] of [...alignment(old, fresh), [old.length, fresh.length] as const]) {
    add("removed", old.slice(from, a).join(""));
    add("added", fresh.slice(into, b).join(""));
    add("same", old[a] ?? "");
    [from, into] = [a + 1, b + 1];
  }
  return runs;
}
