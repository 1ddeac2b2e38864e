/** Who is named in a text of another language that has capitals? By given names, titles and verbs beside them. Stage 4. */
import type { Line, Reading, Word } from "../../reading.ts";
import { type Chunk, chunksOf, phraseAt } from "../chunks.ts";
import { lexicon } from "../lexicon.ts";
import type { NameKind, NameSpan } from "../recogniser.ts";
import { type CapitalWords, capitalWordsOf } from "./capital-words.ts";
import { withUsualNames } from "./cases.ts";
import { type NameEnd, printedEnd } from "./endings.ts";
import { endOfName, givenAt } from "./given-names.ts";

/** A given name and a capitalised row behind it; with a title before it; a title or a verb and a row that no list knows. */
const CONFIDENCE = { given: 0.75, titled: 0.9, title: 0.65, surname: 0.55, said: 0.6 } as const;
/** Languages in which the title before a name is seldom the whole office (`Dışişleri Bakanı`). */
const NO_ROLES: ReadonlySet<string> = new Set(["tr", "id"]);
/** Languages whose nouns have capitals: a row beside a verb is no name for that. */
const NOUNS_HAVE_CAPITALS: ReadonlySet<string> = new Set(["de", "lb"]);

/** Languages in which one word behind a title is as often whose president (президент России). */
const NAMES_HAVE_CASES: ReadonlySet<string> = new Set(["ru", "uk", "pl", "el", "tr", "id"]);

/** Where a row stands, and the lists. */
interface Place {
  readonly line: Line;
  readonly index: number;
  readonly words: CapitalWords;
  readonly end: NameEnd;
}

/**
 * Returns the names of a text in a language with capitals other than English. People: a known given name with the
 * capitalised words behind it; two such words, or a surname alone, behind a title of that language; two beside a verb
 * of saying, where nouns have no capitals. Places: its countries, and what the English lists know word for word.
 * Organisations: by those lists, and rows that hold a word such as `Università` or `GmbH`.
 */
export function namesByCapitals(reading: Reading): readonly NameSpan[] {
  const words = capitalWordsOf(reading.document.language);
  const end = printedEnd(reading, words.language);
  const found = reading.lines.flatMap((line, index) => {
    const place = { line, index, words, end };
    return chunksOf(line).flatMap((chunk) => inChunk(place, chunk));
  });
  return withUsualNames(reading, found, words);
}

function inChunk(place: Place, chunk: Chunk): NameSpan[] {
  const { line, words } = place;
  const listed = listedRow(place, chunk);
  if (listed) return [listed];
  const given = givenAt(line, chunk, words);
  if (given !== undefined) {
    const last = endOfName(line, { first: given, last: chunk.last }, words);
    if (last !== undefined) {
      const rest = chunk.last - last > 1 ? inChunk(place, { first: last, last: chunk.last }) : [];
      return [person(place, { first: given, last }, "given"), ...rest];
    }
  }
  const body = bodyIn(place, chunk);
  if (body) return [body];
  return [...titledOrSaid(place, chunk), ...countryAtEnd(place, chunk)];
}

/** A row that the English lists know as a whole: a body, a town, a country. */
function listedRow(place: Place, chunk: Chunk): NameSpan | undefined {
  const { line } = place;
  const known = phraseAt(line.words, chunk.first);
  if (known?.length !== chunk.last - chunk.first) return undefined;
  const { kind, country, name } = known.phrase;
  const word = line.words[chunk.first]?.text ?? "";
  const sure = known.length > 1 || word === word.toUpperCase();
  if (kind === "organisation")
    return sure ? span(place, chunk, { kind, rule: "list", confidence: 0.85 }) : undefined;
  const found = span(place, chunk, { kind: "place", rule: "list", confidence: 0.85 });
  return { ...found, ...(country && { country }), ...(name && { name }) };
}

function person(place: Place, name: Chunk, rule: "given" | "title" | "surname" | "said"): NameSpan {
  const { line, words } = place;
  const title = line.words[name.first - 1];
  const titled = title !== undefined && words.titles.has(title.key);
  const confidence = CONFIDENCE[rule === "given" && titled ? "titled" : rule];
  const found = span(place, name, { kind: "person", rule: `${rule}-name`, confidence });
  const role = titled && rule === "given" && !words.honorifics.has(title.key);
  if (!role || NO_ROLES.has(words.language)) return found;
  return { ...found, title: { first: name.first - 1, last: name.first } };
}

/** Kanzlerin | Vera Lorne, le ministre | Lorne, Vera Lorne | dijo: no list knows the given name. */
function titledOrSaid(place: Place, chunk: Chunk): NameSpan[] {
  const { line, words } = place;
  const at = afterTitles(line, chunk, words);
  const row = { first: at, last: chunk.last };
  const length = row.last - row.first;
  if (length < 1 || length > 3 || !line.words[at]?.capital || !isPlain(line, row, words)) return [];
  const title = line.words[at - 1];
  if (title !== undefined && words.titles.has(title.key)) {
    if (length > 1) return [person(place, row, "title")];
    return NAMES_HAVE_CASES.has(words.language) ? [] : [person(place, row, "surname")];
  }
  if (length < 2 || chunk.first === 0 || NOUNS_HAVE_CAPITALS.has(words.language)) return [];
  const said = [line.words[at - 1], line.words[chunk.last]];
  return said.some((word) => word !== undefined && words.saying.has(word.key))
    ? [person(place, row, "said")]
    : [];
}

function afterTitles({ words: row }: Line, { first, last }: Chunk, words: CapitalWords): number {
  let at = first;
  for (let index = first; index < last; index += 1)
    if (words.titles.has(row[index]?.key ?? "")) at = index + 1;
  return at;
}

/** Whether no word of a row is a known place, body or nation, an abbreviation or a word that only looks like a name. */
function isPlain(line: Line, { first, last }: Chunk, words: CapitalWords): boolean {
  const lists = lexicon();
  const isOther = (word: Word, at: number): boolean =>
    words.countries.has(word.key) ||
    words.bodies.has(word.key) ||
    words.doubtful.has(word.key) ||
    lists.bodyWords.has(word.key) ||
    lists.demonyms.has(word.key) ||
    phraseAt(line.words, at) !== undefined ||
    (lists.phrases.get(word.key)?.some(({ rest }) => rest.length === 0) ?? false) ||
    (word.text.length > 1 && word.text === word.text.toUpperCase());
  return line.words.slice(first, last).every((word, index) => !isOther(word, first + index));
}

/** Università di Lorne, Lorne GmbH: a row with a word that only bodies have. */
function bodyIn(place: Place, chunk: Chunk): NameSpan | undefined {
  const { line, words } = place;
  const opener = line.words[chunk.first];
  const article = chunk.first === 0 && (opener?.text.length ?? 0) <= 3;
  const row = { first: article ? chunk.first + 1 : chunk.first, last: chunk.last };
  if (row.last - row.first < 2) return undefined;
  const holds = line.words.slice(row.first, row.last).some(({ key }) => words.bodies.has(key));
  return holds
    ? span(place, row, { kind: "organisation", rule: "keyword", confidence: 0.6 })
    : undefined;
}

/** Die Schweiz, en France: a country of the language that ends a row. */
function countryAtEnd(place: Place, chunk: Chunk): NameSpan[] {
  const { line, words } = place;
  for (let at = chunk.first; at < chunk.last; at += 1) {
    const found = words.countries
      .get(line.words[at]?.key ?? "")
      ?.find(
        ({ rest }) =>
          at + 1 + rest.length === chunk.last &&
          rest.every((key, index) => line.words[at + 1 + index]?.key === key),
      );
    if (found === undefined) continue;
    const { country } = found;
    const row = { first: at, last: chunk.last };
    const named = span(place, row, { kind: "place", rule: "country", confidence: 0.85 });
    return [{ ...named, ...(country && { country }) }];
  }
  return [];
}

interface Finding {
  readonly kind: NameKind;
  readonly rule: string;
  readonly confidence: number;
}

function span(
  { line, index, end }: Place,
  { first, last }: Chunk,
  { kind, rule, confidence }: Finding,
): NameSpan {
  const start = line.words[first]?.start ?? line.sentence.start;
  const evidence = { rule, confidence };
  const word = line.words[last - 1];
  return { kind, line: index, first, last, start, end: word ? end(word) : start, evidence };
}
