/** Is one word two places, as in Tehran-Baku? Stage 4, recognise. */
import type { Line } from "../reading.ts";
import { type Chunk, phraseAt } from "./chunks.ts";
import type { NameSpan } from "./recogniser.ts";

const HYPHEN = /[-–]/;

/** Returns the places of a word whose parts around a hyphen are all listed ones; none where one is not. `index` is the line's. */
export function joinedPlaces(
  { line, index }: { readonly line: Line; readonly index: number },
  { first, last }: Chunk,
): NameSpan[] {
  const word = line.words[first];
  if (word === undefined || !HYPHEN.test(word.text)) return [];
  const parts = word.text.split(HYPHEN);
  const matches = parts.map((text) =>
    phraseAt([{ ...word, text, key: text.toLowerCase(), capital: true }], 0),
  );
  if (!matches.every((match) => match !== undefined && match.phrase.kind !== "organisation"))
    return [];
  let start = word.start;
  return parts.map((text, part) => {
    const phrase = matches[part]?.phrase;
    const from = start;
    start += text.length + 1;
    return {
      ...{ kind: "place", line: index, first, last },
      ...{ start: from, end: from + text.length },
      evidence: { rule: "gazetteer", confidence: 0.9 },
      ...(phrase?.country && { country: phrase.country }),
      ...(phrase?.name && { name: phrase.name }),
    };
  });
}
