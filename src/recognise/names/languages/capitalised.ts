/** Who is named in a text of another language that has capitals? By known given names. Stage 4, recognise. */
import type { Line, Reading, Word } from "../../reading.ts";
import { type Chunk, chunksOf, phraseAt } from "../chunks.ts";
import { type Lexicon, lexicon } from "../lexicon.ts";
import type { NameSpan } from "../recogniser.ts";

/** A given name and a capitalised row behind it, without any other evidence. */
const CONFIDENCE = 0.75;
const MOST_NAMES = 4;
const INITIALS = /^(?:\p{Lu}\.-?)+$/u;

/**
 * Returns the names of a text in another language: people whose row of capitalised words holds a known given
 * name with one to three capitalised words behind it (titles before it fall away: `Präsident Tomas Varga`),
 * and what the lists of places and bodies know word for word. Scripts without capitals yield nothing.
 */
export function namesByCapitals(reading: Reading): readonly NameSpan[] {
  const lists = lexicon();
  return reading.lines.flatMap((line, index) =>
    chunksOf(line).flatMap((chunk) => inChunk(line, index, { chunk, lists })),
  );
}

function inChunk(
  line: Line,
  index: number,
  { chunk, lists }: { readonly chunk: Chunk; readonly lists: Lexicon },
): NameSpan[] {
  const known = phraseAt(line.words, chunk.first);
  if (known && known.length === chunk.last - chunk.first) {
    const { kind, country, name } = known.phrase;
    const found = span(line, index, chunk);
    const evidence = { rule: "list", confidence: 0.85 };
    const word = line.words[chunk.first]?.text ?? "";
    const sure = known.length > 1 || word === word.toUpperCase();
    if (kind === "organisation") return !sure ? [] : [{ ...found, kind, evidence }];
    return [
      { ...found, kind: "place", evidence, ...(country && { country }), ...(name && { name }) },
    ];
  }
  const first = givenAt(line, chunk, lists);
  if (first === undefined) return [];
  const evidence = { rule: "given-name", confidence: CONFIDENCE };
  return [{ ...span(line, index, { first, last: chunk.last }), kind: "person", evidence }];
}

/** The index of the given name that opens the last part of a row, if that part is shaped like a name. */
function givenAt(line: Line, { first, last }: Chunk, lists: Lexicon): number | undefined {
  for (let at = first; at < last - 1; at += 1) {
    const word = line.words[at];
    if (!word?.capital || lists.particles.has(word.key)) continue;
    if (!lists.firstNames.has(word.key) || lists.doubtful.has(word.key)) continue;
    const rest = line.words.slice(at + 1, last);
    const opens = at === 0 && word.text.length < 4;
    return !opens && rest.length < MOST_NAMES && rest.every((each) => isSurname(each, lists))
      ? at
      : undefined;
  }
  return undefined;
}

function isSurname(word: Word, lists: Lexicon): boolean {
  if (!word.capital) return lists.particles.has(word.key);
  if (
    lists.bodyWords.has(word.key) ||
    lists.nobody.has(word.key) ||
    lists.placeBehind.has(word.key)
  )
    return false;
  return INITIALS.test(word.text) || word.text.length < 3 || word.text !== word.text.toUpperCase();
}

function span(
  line: Line,
  index: number,
  { first, last }: Chunk,
): Omit<NameSpan, "kind" | "evidence"> {
  const start = line.words[first]?.start ?? line.sentence.start;
  return { line: index, first, last, start, end: line.words[last - 1]?.end ?? start };
}
