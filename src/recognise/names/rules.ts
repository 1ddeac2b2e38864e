/** Which capitalised rows are people, bodies, places? By lists, shape and what the document says elsewhere. Stage 4. */
import type { Line, Reading, Word } from "../reading.ts";
import { joinBodies } from "./bodies.ts";
import { type Chunk, chunksOfLines, phraseAt } from "./chunks.ts";
import { type DocumentEvidence, evidenceOf, keyOfRow } from "./document-evidence.ts";
import { type Candidate, personEvidence } from "./evidence.ts";
import { joinedPlaces } from "./joined-places.ts";
import { type Lexicon, lexicon } from "./lexicon.ts";
import { endOfChurch } from "./localities.ts";
import { withinEdges } from "./name-edges.ts";
import type { NameKind, NameSpan } from "./recogniser.ts";
import { isTitle, nameStart } from "./titles.ts";
import { nameInside } from "./unknown-starts.ts";

/** Below this a row is nobody. */
const LEAST_CONFIDENCE = 0.5;

/** What the rules say about a document. */
export interface RuleFindings {
  readonly names: readonly NameSpan[];
  /** How sure the rules are that a row of words is a person, 0 to 1; of some rows that they take for none, too. */
  readonly personAt: (candidate: Candidate) => number;
}

/** Changes with every change of what the rules find. */
export const RULES_VERSION = "5";

/**
 * Returns the names that rules find: people with two names or more, or with one behind a title; bodies by their
 * usual name, by a word such as `Ministry` or `Ltd` in them, or as capitals; places by list, by a word such
 * as `Port` or `River` in them, as the dateline, as a row that words beside it somewhere say is a place (`lives in
 * Hexley`), or that stands behind `in` more than once, or once at the end of its phrase. Does not find a surname that
 * stands alone: that is bound to whom the document introduces.
 */
export function namesByRules(reading: Reading): RuleFindings {
  const lists = lexicon();
  const chunks = chunksOfLines(reading);
  const evidence = evidenceOf(reading, chunks);
  const names = reading.lines.flatMap((line, index) => {
    const place = { line, index, reading, evidence, lists };
    const rows = chunks[index] ?? [];
    const found = rows.flatMap((chunk) => namesInChunk(place, chunk));
    return joinBodies(
      line,
      rows,
      found.flatMap((each) => withoutEdges(place, each)),
    );
  });
  return {
    names,
    personAt: (candidate) => personEvidence(reading, evidence, candidate).confidence,
  };
}

/** A person without the words at the edges that are no part of the name; none where too little is left. */
function withoutEdges(place: Place, found: NameSpan): NameSpan[] {
  if (found.kind !== "person") return [found];
  const row = withinEdges(place.line, found);
  if (row.first === found.first && row.last === found.last) return [found];
  const person = personIn(place, row);
  return person === undefined ? [] : [span(place, row, person)];
}

/** Where a row stands and what is known about it. */
interface Place {
  readonly line: Line;
  readonly index: number;
  readonly reading: Reading;
  readonly evidence: DocumentEvidence;
  readonly lists: Lexicon;
}

interface Finding {
  readonly kind: NameKind;
  readonly rule: string;
  readonly confidence: number;
  readonly country?: string;
  readonly name?: string;
}

function namesInChunk(place: Place, chunk: Chunk): NameSpan[] {
  const whole = known(place, chunk);
  if (whole) return [span(place, chunk, whole)];
  const behind = personBehindBody(place, chunk);
  if (behind) return [...untitled(place, { ...chunk, last: behind.first }), behind];
  const start = endsAsThing(place, chunk) ? chunk.first : nameStart(place.line, chunk);
  if (start === chunk.first) return untitled(place, chunk);
  const name = { first: start, last: chunk.last };
  const before = { first: chunk.first, last: titleStart(place, chunk, start) };
  const left = before.last > before.first ? untitled(place, before) : [];
  const person = personIn(place, name);
  return person ? [...left, span(place, name, person)] : [...left, ...untitled(place, name)];
}

/** Navy | Commander Rear Admiral | Omid Doe: where the last titles before a name start. */
function titleStart({ line, lists }: Place, { first }: Chunk, name: number): number {
  const belongs = (key: string) =>
    isTitle(key, lists) || (lists.modifiers.has(key) && !lists.bodyOfWords.has(key));
  let at = name - 1;
  while (at > first && belongs(line.words[at - 1]?.key ?? "")) at -= 1;
  return at;
}

/** Words that end no surname: Prince Edward Island is no prince. */
const PLACE_ENDINGS: ReadonlySet<string> = new Set(
  "island islands street road avenue river county province airport station square valley mountains peninsula ocean sea strait".split(
    " ",
  ),
);

/** First Harbour International Inc: whatever titles its words are, what is owned by shares is a firm. */
const LEGAL_ENDINGS: ReadonlySet<string> = new Set("inc inc. corp corp. ltd ltd. plc".split(" "));

/** Prince Edward Island, International Atomic Energy Agency: what the last word says holds for the row. */
function endsAsThing({ line, lists }: Place, { first, last }: Chunk): boolean {
  const end = line.words[last - 1]?.key ?? "";
  return (
    PLACE_ENDINGS.has(end) ||
    LEGAL_ENDINGS.has(end) ||
    (OPENS_BODY.has(line.words[first]?.key ?? "") && lists.bodyWords.has(end))
  );
}

/** International Doe is a player of her country; International Doe Agency is a body. */
const OPENS_BODY: ReadonlySet<string> = new Set(["international", "presidential"]);

/** A row that no title starts: it may begin with a demonym or a known name that is not its own. */
function untitled(place: Place, chunk: Chunk): NameSpan[] {
  if (chunk.first >= chunk.last) return [];
  if (opensWithCountry(place, chunk)) return split(place, chunk);
  const found =
    known(place, chunk) ?? body(place, chunk) ?? personIn(place, chunk) ?? locality(place, chunk);
  if (found?.rule === "place-word")
    return [span(place, { ...chunk, last: endOfChurch(place.line, chunk) }, found)];
  if (found) return [span(place, chunk, found)];
  return split(place, chunk);
}

/** Harbour Ministry | James Doe: a given name behind the word that a body ends in starts a person. */
function personBehindBody(place: Place, chunk: Chunk): NameSpan | undefined {
  const { line, lists } = place;
  let at = chunk.last - 2;
  while (at > chunk.first && !lists.bodyWords.has(line.words[at - 1]?.key ?? "")) at -= 1;
  if (at <= chunk.first || !givenName(line.words[at], lists)) return undefined;
  const name = { first: at, last: chunk.last };
  const person = personIn(place, name);
  return person && span(place, name, person);
}

/** Afghanistan Zalmay Doe: a country is no given name, unless it is one (Jordan, Chad). */
function opensWithCountry({ line, lists }: Place, chunk: Chunk): boolean {
  const match = phraseAt(line.words, chunk.first);
  if (match?.phrase.kind !== "country" || match.length >= chunk.last - chunk.first) return false;
  const rest = line.words.slice(chunk.first + match.length, chunk.last);
  const first = line.words[chunk.first]?.key ?? "";
  return !lists.firstNames.has(first) && givenName(rest[0], lists) && rest.length > 1;
}

/** Iran’s usual name, a body of the lists, or a row that is only that. */
function known(place: Place, chunk: Chunk): Finding | undefined {
  const match = phraseAt(place.line.words, chunk.first);
  if (match === undefined || match.length < chunk.last - chunk.first) return undefined;
  const { phrase } = match;
  if (phrase.kind === "organisation")
    return { kind: "organisation", rule: "list", confidence: 0.95 };
  return {
    kind: "place",
    rule: "gazetteer",
    confidence: phrase.kind === "country" || match.length > 1 ? 0.98 : 0.9,
    ...(phrase.country && { country: phrase.country }),
    ...(phrase.name && { name: phrase.name }),
  };
}

/** Words that end a surname or a body alike; behind a given name they are a surname. */
const SURNAME_BODIES: ReadonlySet<string> = new Set(
  "banks church post court street lane hill rivers lake field green greens wells head fell dale moor common parks park beach falls bay gates square hills bridge guard guards page marine coast lines steel mines fund trust gross workers farmers brothers mail weekly pier point".split(
    " ",
  ),
);

function body(place: Place, chunk: Chunk): Finding | undefined {
  const { line, lists, evidence } = place;
  const words = line.words.slice(chunk.first, chunk.last);
  const last = words.at(-1);
  if (last === undefined) return undefined;
  if (words.length === 1) {
    const opens = lists.bodyOfWords.has(last.key) && line.words[chunk.last]?.key === "of";
    if (opens && last.key !== "port") return { kind: "organisation", rule: "of", confidence: 0.8 };
    return acronym(place, chunk.first);
  }
  if (words.length === 2 && givenName(words[0], lists) && SURNAME_BODIES.has(last.key))
    return undefined;
  if (isClub(place, words)) return { kind: "organisation", rule: "club", confidence: 0.7 };
  if (lists.placeBehind.has(last.key) && !lists.bodyWords.has(last.key)) return undefined;
  const keyword = words.some(({ key }) => lists.bodyWords.has(key));
  if (keyword) return { kind: "organisation", rule: "keyword", confidence: 0.85 };
  // Port Ellis is not Port Ellis Athletic
  if (words[0] !== undefined && lists.placeBefore.has(words[0].key)) return undefined;
  const key = keyOfRow(words);
  const town = evidence.datelines.has(key) || evidence.localities.has(key);
  const company = !town && evidence.bodies.has(key);
  return company ? { kind: "organisation", rule: "named-as-body", confidence: 0.75 } : undefined;
}

const CLUB_TOWNS: ReadonlySet<string> = new Set(["town", "city", "county"]);

/** Carrow Town, in an article of matches and goals, unless something is said to be in it. */
function isClub({ evidence }: Place, words: readonly Word[]): boolean {
  if (!evidence.sport || !CLUB_TOWNS.has(words.at(-1)?.key ?? "")) return false;
  const key = keyOfRow(words);
  return !evidence.inPlace.has(key) && !evidence.localities.has(key);
}

const CAPITALS = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}&.-]{2,6}$/u;

/** Of so many letters with a vowel among them, capitals can be a word from a sign or a plate. */
const READABLE = /^(?=.*[AEIOUY])\p{Lu}{4,}$/u;

/**
 * Capitals are a body unless they are a word printed in small letters or with one capital elsewhere, the dateline, a
 * stock code, or words shouted in a row; those that can be read as a word (FILED) only where they are used as a body.
 */
function acronym({ line, lists, reading, evidence }: Place, at: number): Finding | undefined {
  const word = line.words[at];
  if (word === undefined) return undefined;
  if (READABLE.test(word.text) && !evidence.acronyms.has(word.key)) return undefined;
  if (evidence.capitalised.has(word.key) || isShouted(line, at, lists)) return undefined;
  if (lists.notBodies.has(word.key) || lists.demonyms.has(word.key)) return undefined;
  if (!CAPITALS.test(word.text) || word.text.length < 3 || line.words.length < 3) return undefined;
  if (reading.small.has(word.key)) return undefined;
  const { dateline, text } = reading.document;
  if (dateline && word.start < dateline.end && dateline.start <= word.start) return undefined;
  if (text[word.start - 1] === "<" || STRAIN.test(word.text)) return undefined;
  return { kind: "organisation", rule: "acronym", confidence: 0.7 };
}

/** H5N1, AK-47, CAC-40: a strain, a make, an index. */
const STRAIN = /\p{Lu}-?\p{N}/u;

/** OPEN AGAIN: a small word of the language in capitals beside it. */
function isShouted({ words }: Line, at: number, lists: Lexicon): boolean {
  return [words[at - 1], words[at + 1]].some(
    (word) => word !== undefined && SHOUTED.test(word.text) && lists.stop.has(word.key),
  );
}

const SHOUTED = /^\p{Lu}{2,}$/u;

function givenName(word: Word | undefined, lists: Lexicon): boolean {
  return word !== undefined && lists.firstNames.has(word.key) && !lists.doubtful.has(word.key);
}

function personIn(place: Place, chunk: Chunk): Finding | undefined {
  const { confidence, rule } = personEvidence(place.reading, place.evidence, {
    ...chunk,
    line: place.index,
  });
  return confidence >= LEAST_CONFIDENCE ? { kind: "person", rule, confidence } : undefined;
}

/** Port Ellis, Tern River, and rows that the document treats as a place. */
function locality({ line, lists, evidence, reading }: Place, chunk: Chunk): Finding | undefined {
  const words = line.words.slice(chunk.first, chunk.last);
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (
    words.length > 1 &&
    words.length < 5 &&
    !lists.demonyms.has(last.key) &&
    !lists.nobody.has(last.key) &&
    (lists.placeBefore.has(first.key) || lists.placeBehind.has(last.key))
  ) {
    return { kind: "place", rule: "place-word", confidence: 0.8 };
  }
  const named = keyOfRow(words);
  if (evidence.datelines.has(named)) return { kind: "place", rule: "dateline", confidence: 0.9 };
  if (evidence.localities.has(named)) return { kind: "place", rule: "said-to-be", confidence: 0.8 };
  const stands = evidence.inPlace.get(named) ?? 0;
  const shouted = words.every(({ text }) => SHOUTED.test(text));
  return stands >= 2 && !shouted && !reading.small.has(named)
    ? { kind: "place", rule: "stands-behind-in", confidence: 0.6 }
    : undefined;
}

/** Takes a known first part off (Iranian Ali Doe, Tehran Mayor …) and looks at the rest; halves of Tehran-Baku. */
function split(place: Place, chunk: Chunk): NameSpan[] {
  const { line, lists } = place;
  const first = line.words[chunk.first];
  if (first === undefined) return [];
  if (chunk.last - chunk.first === 1) return joinedPlaces(place, chunk);
  const match = phraseAt(line.words, chunk.first);
  const length =
    match?.length ?? (lists.demonyms.has(first.key) || lists.nobody.has(first.key) ? 1 : 0);
  if (length > 0 && length < chunk.last - chunk.first) {
    const head = { first: chunk.first, last: chunk.first + length };
    const found = known(place, head);
    const rest = untitled(place, { first: head.last, last: chunk.last });
    return found ? [span(place, head, found), ...rest] : rest;
  }
  return behindUnknown(place, chunk);
}

/** Budget | James Doe, Sabir Omar Tell: where a row as a whole is nothing, a given name inside it may start one. */
function behindUnknown(place: Place, chunk: Chunk): NameSpan[] {
  const start = nameInside(place, chunk);
  const person = start && personIn(place, { first: start.given, last: chunk.last });
  if (start === undefined || person === undefined) return [];
  const confidence = Math.min(person.confidence, start.most);
  return [span(place, { first: start.first, last: chunk.last }, { ...person, confidence })];
}

function span({ line, index }: Place, chunk: Chunk, found: Finding): NameSpan {
  const { kind, rule, confidence, country, name } = found;
  return {
    kind,
    line: index,
    first: chunk.first,
    last: chunk.last,
    start: line.words[chunk.first]?.start ?? line.sentence.start,
    end: line.words[chunk.last - 1]?.end ?? line.sentence.end,
    evidence: { rule, confidence },
    ...(country && { country }),
    ...(name && { name }),
  };
}
