/** How far does a body's name go on behind of, for and and, and before and? Stage 4, recognise. */
import type { Line } from "../reading.ts";
import { type Chunk, chunkFrom, phraseAt } from "./chunks.ts";
import { lexicon } from "./lexicon.ts";
import type { NameSpan } from "./recogniser.ts";
import { isTitle, nameStart } from "./titles.ts";

/**
 * Returns the names of a line, whose rows are `chunks`, with those that are one body put together: `Bank | of England`, `Armed Forces | of the
 * Islamic Republic of Iran`, `Ministry | of Science, Research and Technology`. A list of fields goes on only behind a
 * body that has fields (a ministry, a committee), and not to another body, place or person.
 */
export function joinBodies(
  line: Line,
  chunks: readonly Chunk[],
  spans: readonly NameSpan[],
): NameSpan[] {
  if (spans.length === 0) return [];
  const starts = { names: new Map(spans.map((each) => [each.first, each])), chunks };
  const joined: NameSpan[] = [];
  let covered = 0;
  for (const each of spans) {
    if (each.first < covered) continue;
    const last = each.kind === "organisation" ? endOfBody(line, each, starts) : each.last;
    const first =
      each.kind === "organisation" ? fieldsBefore(line, each, joined.at(-1)) : each.first;
    while (first < (joined.at(-1)?.first ?? first)) joined.pop();
    covered = last;
    const start = line.words[first]?.start ?? each.start;
    const end = line.words[last - 1]?.end ?? each.end;
    joined.push({ ...each, first, last, start, end });
  }
  return joined;
}

/** What starts where on a line. */
interface Starts {
  readonly names: ReadonlyMap<number, NameSpan>;
  readonly chunks: readonly Chunk[];
}

/** Bodies that are named by what they deal with. */
const HAVE_FIELDS: ReadonlySet<string> = new Set(
  "ministry department office committee commission bureau board agency authority chamber directorate academy institute faculty organisation organization administration".split(
    " ",
  ),
);

function endOfBody(line: Line, body: NameSpan, starts: Starts): number {
  const opens = line.words.slice(body.first, body.last);
  let last = behindOf(
    line,
    body.last,
    opens.some(({ key }) => lexicon().bodyOfWords.has(key)),
    starts,
  );
  // Union for Care | of Harbours
  if (line.words[body.last]?.key === "for" && line.words[last]?.key === "of")
    last = behindOf(line, last, true, starts);
  if (last === body.last || !opens.some(({ key }) => HAVE_FIELDS.has(key))) return last;
  last = behindFields(line, last, starts);
  return behindOf(line, last, line.words[last]?.key === "of", starts);
}

/** Behind the name or row that follows of, unless that holds a title. */
function behindOf(line: Line, last: number, opens: boolean, starts: Starts): number {
  const of = line.words[last]?.key;
  if (!opens || (of !== "of" && of !== "for")) return last;
  const start = line.words[last + 1]?.key === "the" ? last + 2 : last + 1;
  return nameBehind(line, start, starts) ?? last;
}

/** Where the place, body or row ends that starts at a word; undefined for a person. */
function nameBehind(line: Line, start: number, starts: Starts): number | undefined {
  const named = starts.names.get(start);
  if (named) return named.kind === "person" ? undefined : named.last;
  const next = chunkFrom(starts.chunks, start);
  if (next)
    return nameStart(line, next) === next.first || !holdsOffice(line, next)
      ? beforePerson(next, starts)
      : undefined;
  const end = beforePerson({ first: start, last: endOfCapitals(line, start) }, starts);
  return end === start || holdsOffice(line, { first: start, last: end }) ? undefined : end;
}

/** A word that only titles hold; `General` and `Chief` are in names of bodies, too. */
function holdsOffice({ words }: Line, { first, last }: Chunk): boolean {
  const lists = lexicon();
  return words
    .slice(first, last)
    .some(({ key }) => isTitle(key, lists) && !lists.modifiers.has(key));
}

/** Budget | James Doe: where a person starts inside a row, the row ends before. */
function beforePerson({ first, last }: Chunk, starts: Starts): number {
  for (let at = first + 1; at < last; at += 1)
    if (starts.names.get(at)?.kind === "person") return at;
  return last;
}

/** Trade opens no row, since sentences open with it. */
function endOfCapitals({ words }: Line, start: number): number {
  let at = start;
  while (words[at]?.capital && words[at]?.kind === "word") at += 1;
  return at;
}

/**
 * Where the row of fields starts before a body that ends in what has fields: `Culture, Tourism and | Crafts Organization`.
 * Names before an and may be others’, so that one of the fields must be of the list.
 */
function fieldsBefore(line: Line, body: NameSpan, before: NameSpan | undefined): number {
  const { words } = line;
  const and = words[body.first - 1];
  const isRow = and?.key === "and" || and?.text === "&";
  if (!isRow || !HAVE_FIELDS.has(words[body.last - 1]?.key ?? "")) return body.first;
  const from = (isIncomplete(line, before) ? before?.first : before?.last) ?? 0;
  let first = body.first;
  let comma = words[body.first - 2]?.text === "," ? body.first - 2 : body.first - 1;
  let known = false;
  for (let fields = 0; fields < MOST_FIELDS; fields += 1) {
    const start = fieldEndingAt(line, comma, from);
    if (start === comma) break;
    known ||= isField(words[comma - 1]?.key);
    first = start;
    comma = start - 1;
    if (words[comma]?.text !== ",") break;
  }
  return known ? first : body.first;
}

/** Harbour Industries Development | and Renovation Organization: a body by a word that is not its last. */
function isIncomplete({ words }: Line, body: NameSpan | undefined): boolean {
  if (body?.evidence.rule !== "keyword") return false;
  return !lexicon().bodyWords.has(words[body.last - 1]?.key ?? "");
}

function isField(key = ""): boolean {
  const { domains, afterOf } = lexicon();
  return domains.has(key) || afterOf.has(key);
}

/** Where the capitalised words start that end before a word; where a name or a title is among them, there is no field. */
function fieldEndingAt(line: Line, end: number, from: number): number {
  const { words } = line;
  let start = end;
  while (start > from && words[start - 1]?.capital && words[start - 1]?.kind === "word") start -= 1;
  if (start === 0 && lexicon().stop.has(words[0]?.key ?? "")) start = 1;
  if (start === end || phraseAt(words, start) !== undefined) return end;
  return holdsOffice(line, { first: start, last: end }) ? end : start;
}

/** Science, Research and Technology: as far as the row behind its and. */
function behindFields(line: Line, last: number, starts: Starts): number {
  let at = last;
  for (let fields = 0; fields < MOST_FIELDS && line.words[at]?.text === ","; fields += 1) {
    const end = fieldBehind(line, at + 1, starts);
    if (end === undefined) break;
    at = end;
  }
  if (line.words[at]?.text === ",") at += 1;
  const and = line.words[at];
  return and?.key === "and" || and?.text === "&"
    ? (fieldBehind(line, at + 1, starts) ?? last)
    : last;
}

const MOST_FIELDS = 4;

/** Where a field ends: capitalised words that no list knows as a place or a body, and that no body starts. */
function fieldBehind(line: Line, start: number, starts: Starts): number | undefined {
  const end = beforePerson({ first: start, last: endOfCapitals(line, start) }, starts);
  const named = starts.names.get(start);
  const isList = named?.evidence.rule === "list" || named?.evidence.rule === "acronym";
  if (end === start || named?.kind === "place" || named?.kind === "person" || isList)
    return undefined;
  if (phraseAt(line.words, start) !== undefined) return undefined;
  if (lexicon().bodyOfWords.has(line.words[end - 1]?.key ?? "")) return undefined;
  return holdsOffice(line, { first: start, last: end }) ? undefined : end;
}
