/** Whom does `the Azeri defense minister` mean? Title mentions, only where one introduced person fits. Stage 4. */
import { type Chunk, chunkFrom, chunksOfLines } from "../names/chunks.ts";
import { lexicon } from "../names/lexicon.ts";
import { isPossessive, officeEndingAt, type WordRange } from "../names/titles.ts";
import type { Line, Reading } from "../reading.ts";
import { fits, headsFor, type Office, officeOf } from "./offices.ts";

/** A title that stands for a person, with its article: `lines[line].words.slice(first, last)`. */
export interface TitleMention extends WordRange {
  readonly line: number;
  /** Where the title starts behind its article. */
  readonly title: number;
  /** Index of the person in the list given. */
  readonly person: number;
}

/** Nouns that many in one article can be meant by. */
const VAGUE: ReadonlySet<string> = new Set(
  "candidate nominee king queen counterpart official resident deputy victim survivor supporter student trader dealer".split(
    " ",
  ),
);

/** Words already part of a name or of a title before a name. */
export type IsTaken = (line: number, first: number, last: number) => boolean;

/**
 * Returns the titles that mean exactly one of the people whose offices are given, in the order of the text.
 * A title counts with `the`, with a country (`Iran’s defense minister`), or bare in a headline; not with `a`, `his`,
 * `another`; not in the plural. `the Azeri president`, where only Iran’s is introduced, is nobody.
 */
export function titleMentions(
  reading: Reading,
  offices: readonly (readonly Office[])[],
  isTaken: IsTaken,
): readonly TitleMention[] {
  const lists = lexicon();
  const found: TitleMention[] = [];
  const holders = holdersOf(offices);
  if (holders.size === 0) return [];
  const chunks = chunksOfLines(reading);
  reading.lines.forEach((line, index) => {
    if (line.capitals !== "prose") return;
    line.words.forEach((word, at) => {
      if (!lists.heads.has(word.key) && word.key !== "general" && word.key !== "admiral") return;
      if (VAGUE.has(word.key)) return;
      const range = titleAt(line, at, chunks[index] ?? []);
      if (range === undefined || isTaken(index, range.title, range.last)) return;
      const office = officeOf(line.words.slice(range.title, range.last));
      const person = office && onlyFit(office, offices, holders);
      if (person !== undefined) found.push({ ...range, line: index, person });
    });
  });
  return found;
}

/** Who holds an office of each noun, by index. */
function holdersOf(
  offices: readonly (readonly Office[])[],
): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  for (const [index, held] of offices.entries()) {
    for (const head of new Set(held.flatMap((office) => headsFor(office)))) {
      const known = holders.get(head);
      if (known) known.push(index);
      else holders.set(head, [index]);
    }
  }
  return holders;
}

function onlyFit(
  mention: Office,
  offices: readonly (readonly Office[])[],
  holders: ReadonlyMap<string, readonly number[]>,
): number | undefined {
  let only: number | undefined;
  for (const index of holders.get(mention.head) ?? []) {
    if (!fits(mention, offices[index] ?? [])) continue;
    if (only !== undefined) return undefined;
    only = index;
  }
  return only;
}

/** The title whose noun is the word at `at`, if it is definite and no name follows it. */
function titleAt(
  line: Line,
  at: number,
  chunks: readonly Chunk[],
): Omit<TitleMention, "line" | "person"> | undefined {
  const lists = lexicon();
  const next = line.words[at + 1];
  if (
    next !== undefined &&
    (lists.heads.has(next.key) || next.key === "general" || isPossessive(next))
  ) {
    if (!isPossessive(next)) return undefined;
  }
  const office = officeEndingAt(line, at + 1, lists) ?? rank(line, at);
  if (office === undefined) return undefined;
  const before = line.words[office.first - 1];
  const definite = before?.key === "the";
  if (!definite && !isDefiniteAlone(line, office)) return undefined;
  const first = definite ? office.first - 1 : office.first;
  if (isSaidOf(line, first, at + 1)) return undefined;
  const last = withComplement(line, at + 1, chunks);
  if (next?.capital && last === at + 1) return undefined;
  return { first, title: office.first, last };
}

const PREDICATES: ReadonlySet<string> = new Set(
  "is was were are be been being become becomes became remains named appointed elected made called".split(
    " ",
  ),
);

/** `was named the mayor`, `served as the mayor`: the title is said of somebody and names nobody. `As the mayor said` does. */
function isSaidOf(line: Line, first: number, end: number): boolean {
  const before = line.words[first - 1]?.key ?? "";
  if (PREDICATES.has(before)) return true;
  const verb = lexicon().saying.has(line.words[end]?.key ?? "");
  return before === "as" && !verb && !lexicon().acting.has(line.words[end]?.key ?? "");
}

/** `the top general`: ranks are offices only here, with an adjective before. */
function rank(line: Line, at: number): WordRange | undefined {
  const { modifiers, demonyms } = lexicon();
  let first = at;
  while (first > 0) {
    const key = line.words[first - 1]?.key ?? "";
    if (!modifiers.has(key) && !demonyms.has(key)) break;
    first -= 1;
  }
  return { first, last: at + 1 };
}

/** A title without `the` is definite with a country before its noun, or at the head of a headline. */
function isDefiniteAlone(line: Line, { first, last }: WordRange): boolean {
  const words = line.words.slice(first, last);
  const before = line.words[first - 1];
  const heading = line.sentence.part === "headline" || line.words.length < 12;
  const opens = before === undefined || before.text === ":";
  if (!(heading && opens) && !words.some(isPossessive)) return false;
  return officeOf(words)?.country !== undefined;
}

/** Defence, Foreign Affairs, Mines and Ports: what closes a title behind `of`. */
function endOfFields(line: Line, start: number): number {
  const { afterOf } = lexicon();
  let last = start;
  while (afterOf.has(line.words[last]?.key ?? ""))
    last += line.words[last + 1]?.key === "and" ? 2 : 1;
  return line.words[last - 1]?.key === "and" ? last - 1 : last;
}

/** The row behind `of`, `of the`: of Turkey, of the Harbour Board; of defence. */
function withComplement(line: Line, end: number, chunks: readonly Chunk[]): number {
  if (line.words[end]?.key !== "of") return end;
  const start = line.words[end + 1]?.key === "the" ? end + 2 : end + 1;
  const fields = endOfFields(line, start);
  if (fields > start) return withComplement(line, fields, chunks);
  return chunkFrom(chunks, start)?.last ?? end;
}
