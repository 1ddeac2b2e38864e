/** How do the quotation rules look at a document: its parts, sentences, words outside quotations, people? (stage 4, recognise) */
import type { Mention, NewsDocument, Person, Sentence, Span, Token } from "../../model.ts";
import { lastIndexWhere } from "../../text/halving.ts";
import { tokenise } from "../tokens.ts";
import { findQuoted, type Quoted } from "./marks.ts";
import { turnsOf } from "./turns.ts";

/** Headline, standfirst or a block, with the quotations in it. */
export interface Part extends Span {
  readonly kind: "headline" | "standfirst" | "block";
  /** Set off as a quotation by the one who laid out the text. */
  readonly isBlockquote: boolean;
  readonly quoted: readonly Quoted[];
}

/** A mention with the person it names. */
export interface PersonMention extends Span {
  readonly form: Mention["form"];
  readonly person: Person;
}

/** Is a document as the quotation rules see it. */
export interface DocumentView {
  readonly text: string;
  readonly language: string;
  readonly parts: readonly Part[];
  /** Offsets in order; those of a dateline are cut off. */
  readonly sentences: readonly Span[];
  /** Every mention of everybody, in the order of the text. */
  readonly mentions: readonly PersonMention[];
  /** Who was introduced with an office, by each word of its title in lower case, in the order of the text; made when asked for. */
  readonly offices: () => ReadonlyMap<string, readonly Office[]>;
}

/** Is somebody who was introduced with an office. */
export interface Office {
  readonly person: Person;
  readonly title: string;
  /** Where the role is printed. */
  readonly start: number;
  /** Whether the text says that the person has just come to it. */
  readonly isNew: boolean;
}

/** Text of a token that stands in the place of a quotation. */
export const QUOTATION_TOKEN = "“”";
/** "— Ilse Korver" at the end of a block quotation. */
const SIGNATURE = /\s*[—–]\s?\p{Lu}[^—–.?!\n]{1,60}$/u;
const SIGNATURE_REACH = 80;
/** A sentence is read this far from the quotation, in UTF-16 units. */
const REACH = 420;
/** "Was elected mayor of Amble", "became treasurer". */
const TAKES_OFFICE =
  /\s(?:(?:is|was|been)\s(?:sworn in|(?:re-)?elected|appointed|named|made|chosen)(?:\son\s\p{Lu}\p{L}{2,8})?(?:\sas)?|(?:became|becomes|took over as|takes over as))\s(?:the\s|an?\s)?(?<title>\p{L}[\p{L}’'-]{0,30}(?:\s\p{L}[\p{L}’'-]{0,30}){0,3})/u;

/** Returns the view of a document. Tables hold no quotations. */
export function viewOf(
  document: NewsDocument,
  sentences: readonly Sentence[],
  people: readonly Person[],
): DocumentView {
  const { text, dateline } = document;
  const head = { isBlockquote: false };
  const spans: readonly Omit<Part, "quoted">[] = [
    ...(document.headline ? [{ ...document.headline, ...head, kind: "headline" as const }] : []),
    ...(document.standfirst
      ? [{ ...document.standfirst, ...head, kind: "standfirst" as const }]
      : []),
    ...document.blocks
      .filter(({ kind }) => kind !== "table")
      .map(({ start, end, kind }) => ({
        start,
        end,
        kind: "block" as const,
        isBlockquote: kind === "blockquote",
      })),
  ];
  const turns = turnsOf(text, spans, people);
  const mentions = people
    .flatMap((person) =>
      person.mentions.map(({ start, end, form }): PersonMention => ({ start, end, form, person })),
    )
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  let offices: ReadonlyMap<string, readonly Office[]> | undefined;
  return {
    text,
    language: document.language,
    offices: () => {
      offices ??= officesOf([...officesIn(people), ...officesTaken(text, sentences, mentions)]);
      return offices;
    },
    parts: spans.map((span, index) => ({
      ...span,
      quoted: turns.get(index) ?? quotedIn(text, span),
    })),
    sentences: sentences.map(({ start, end }) => ({
      start: dateline && start >= dateline.start && start < dateline.end ? dateline.end : start,
      end,
    })),
    mentions,
  };
}

/** What stands in quotation marks, or all of a block quotation. */
function quotedIn(text: string, part: Omit<Part, "quoted">): readonly Quoted[] {
  const quoted = findQuoted(text, part);
  const [first] = quoted;
  if (!part.isBlockquote || (first?.start === part.start && first.end >= part.end - 1))
    return quoted;
  const signed = SIGNATURE.exec(
    text.slice(Math.max(part.start, part.end - SIGNATURE_REACH), part.end),
  );
  const end = part.end - (signed?.[0].length ?? 0);
  if (end <= part.start) return quoted;
  const inner = { start: part.start, end };
  return [{ ...inner, inner, closed: true, mark: "" }];
}

function officesIn(people: readonly Person[]): readonly Office[] {
  return people.flatMap((person) =>
    person.roles.map(({ title, start }) => ({ person, title, start, isNew: false })),
  );
}

/** "Okafor was sworn in as mayor": the office of the one person whom the sentence names before. */
function officesTaken(
  text: string,
  sentences: readonly Span[],
  mentions: readonly PersonMention[],
): readonly Office[] {
  const offices: Office[] = [];
  let at = 0;
  for (const { start, end } of sentences) {
    const taken = TAKES_OFFICE.exec(text.slice(start, end));
    const title = taken?.groups?.["title"];
    if (!taken || title === undefined) continue;
    while ((mentions[at]?.start ?? end) < start) at += 1;
    const named = new Set<Person>();
    for (let index = at; (mentions[index]?.start ?? end) < start + taken.index; index += 1) {
      const mention = mentions[index];
      if (mention && mention.form !== "pronoun") named.add(mention.person);
    }
    const [person] = named;
    if (person && named.size === 1)
      offices.push({ person, title, start: start + taken.index, isNew: true });
  }
  return offices;
}

function officesOf(held: readonly Office[]): ReadonlyMap<string, readonly Office[]> {
  const offices = new Map<string, Office[]>();
  for (const office of held.toSorted((a, b) => a.start - b.start))
    for (const word of new Set(office.title.toLowerCase().split(/\s+/))) {
      const list = offices.get(word) ?? [];
      list.push(office);
      offices.set(word, list);
    }
  return offices;
}

/** Returns the index of the sentence that holds an offset, or of the last one before it; -1 before the first. */
export function sentenceIndexAt(view: DocumentView, offset: number): number {
  return lastIndexWhere(view.sentences, (sentence) => sentence.start <= offset);
}

/** Returns the mentions that lie in a span or overlap it, in order. */
export function mentionsIn(view: DocumentView, span: Span): readonly PersonMention[] {
  const last = lastIndexWhere(view.mentions, (mention) => mention.start < span.end);
  const found: PersonMention[] = [];
  for (let index = last; index >= 0 && last - index < 200; index -= 1) {
    const mention = view.mentions[index];
    if (!mention || mention.start < span.start - 200) break;
    if (mention.end > span.start) found.push(mention);
  }
  return found.reverse();
}

/** Returns the mentions in a span that no quotation holds: whom the article itself names. */
export function mentionsOutside(view: DocumentView, span: Span): readonly PersonMention[] {
  const quoted = quotedAt(view, span.start);
  return mentionsIn(view, span).filter(({ start, end }) => {
    const nearest = quoted[lastIndexWhere(quoted, (quotation) => quotation.start < end)];
    return nearest === undefined || nearest.end <= start;
  });
}

/** Returns the quotations of the part that holds an offset. */
export function quotedAt(view: DocumentView, offset: number): readonly Quoted[] {
  const part = view.parts[lastIndexWhere(view.parts, ({ start }) => start <= offset)];
  return part && offset < part.end ? part.quoted : [];
}

/** Returns the tokens of the end of a span, each quotation in it as one token; at most 420 characters back. */
export function tokensBefore(
  view: DocumentView,
  span: Span,
  quoted: readonly Quoted[],
): readonly Token[] {
  return tokensOutside(
    view.text,
    { start: Math.max(span.start, span.end - REACH), end: span.end },
    quoted,
  );
}

/** Returns the tokens of the beginning of a span, each quotation in it as one token; at most 420 characters on. */
export function tokensAfter(
  view: DocumentView,
  span: Span,
  quoted: readonly Quoted[],
): readonly Token[] {
  return tokensOutside(
    view.text,
    { start: span.start, end: Math.min(span.end, span.start + REACH) },
    quoted,
  );
}

function tokensOutside(text: string, span: Span, quoted: readonly Quoted[]): readonly Token[] {
  const tokens: Token[] = [];
  let at = span.start;
  const first = lastIndexWhere(quoted, (quotation) => quotation.start <= span.start);
  for (let index = Math.max(0, first); index < quoted.length; index += 1) {
    const quotation = quoted[index];
    if (!quotation || quotation.start >= span.end) break;
    if (quotation.end <= at) continue;
    if (quotation.start > at) addTokens(tokens, text, { start: at, end: quotation.start });
    tokens.push({
      start: Math.max(at, quotation.start),
      end: quotation.end,
      text: QUOTATION_TOKEN,
      kind: "mark",
    });
    at = quotation.end;
  }
  if (at < span.end) addTokens(tokens, text, { start: at, end: span.end });
  return tokens;
}

/** One by one: as arguments, the tokens of a sentence of any length would overflow the stack. */
function addTokens(tokens: Token[], text: string, span: Span): void {
  for (const token of tokenise(text, span)) tokens.push(token);
}
