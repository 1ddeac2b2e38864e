/** Which person of the article do the words "he", "the mayor" or "Captain Arends" mean? (stage 4, recognise) */
import type { Person, Span } from "../../model.ts";
import titles from "../../words/titles.json" with { type: "json" };
import { isInList } from "./cues.ts";
import { genderFits, HUMAN, MAN } from "./genders.ts";
import { isOfAnother } from "./languages.ts";
import type { Phrase } from "./phrases.ts";
import { byPronoun, type KnownSpeakers } from "./pronouns.ts";
import { type DocumentView, mentionsIn, type PersonMention } from "./view.ts";

/** A person with how the words lead to it. */
export interface Speaker {
  readonly person: Person;
  readonly rule: "by-name" | "by-title" | "by-office" | "by-pronoun";
  readonly confidence: number;
}

const HEADS: ReadonlySet<string> = new Set(titles.heads.split(" "));
/** Words that make another office of one: prime minister, vice-president. */
const OTHER_OFFICE =
  /^(?:prime|vice|deputy|assistant|former|acting|shadow|vice-\p{L}+|ex-\p{L}+)$/u;
/** An honorific that tells a man from a woman, and the surname behind it. */
const HONORIFIC = /^(?<honorific>Mr|Mrs|Ms|Miss)\.?\s(?<surname>\p{Lu}[\p{L}’'-]{0,40})$/u;
/** "The new minister" is who has just come to that office, not one introduced with it. */
const NEW = /^(?:new|newly|incoming|newly-elected)$/;
/** A name in apposition begins this near to the office, in characters. */
const FARTHEST_NAME = 40;
/** Holders of an office looked at. */
const MOST_HOLDERS = 20;

/**
 * Returns the one person that a source means: the name in it, a title mention that the people rules resolved,
 * the only person introduced with that office, or for "he" and "she" the person last spoken of. `undefined`
 * where two fit, where the name is another's ("a spokesman for Varga"), and for "they", "it" and "who".
 */
export function speakerOf(
  view: DocumentView,
  source: Phrase,
  known: KnownSpeakers,
): Speaker | undefined {
  if (source.kind === "pronoun") {
    const found = byPronoun(view, source, known);
    return found && { ...found, rule: "by-pronoun" };
  }
  const mentions = mentionsIn(view, source);
  const named = mentions.filter(({ form }) => form === "full" || form === "short");
  if (named.length > 0) return byName(view, source, named);
  const titled = mentions.filter(({ form, end }) => form === "title" && end >= source.end - 1);
  const [title] = titled;
  if (title && titled.every(({ person }) => person === title.person)) {
    return { person: title.person, rule: "by-title", confidence: 0.9 };
  }
  return byApposition(view, source) ?? byHonorific(view, source) ?? byOffice(view, source);
}

/** "The presiding judge, Dame Honoria Vane-Bassett": the name set off behind the words for the office. */
function byApposition(view: DocumentView, source: Span): Speaker | undefined {
  const words = view.text.slice(source.start, source.end);
  const noun = words.split(" ").at(-1) ?? "";
  if (!/^(?:the|its|his|her|their)\s/i.test(words)) return undefined;
  if (!HEADS.has(noun) && !HUMAN.test(noun)) return undefined;
  const title = /^, (?:(?:\p{Lu}\p{L}{0,12}\.? ){0,3})/u.exec(
    view.text.slice(source.end, source.end + FARTHEST_NAME),
  )?.[0];
  if (title === undefined) return undefined;
  const behind = { start: source.end + 2, end: source.end + title.length + 1 };
  const mention = mentionsIn(view, behind).find(({ form }) => form === "full" || form === "short");
  if (!mention || mention.start < behind.start) return undefined;
  if (!/^(?:[.,;:!?—–]|\s*$)/.test(view.text.slice(mention.end, mention.end + 2))) return undefined;
  return { person: mention.person, rule: "by-name", confidence: 0.9 };
}

/** "Ms Dunne", where the surname is one woman's, whatever men bear it. */
function byHonorific(view: DocumentView, source: Span): Speaker | undefined {
  const { honorific, surname } =
    HONORIFIC.exec(view.text.slice(source.start, source.end))?.groups ?? {};
  if (honorific === undefined || surname === undefined) return undefined;
  const pronoun = MAN.test(honorific) ? "he" : "she";
  const bearers = new Set<Person>();
  for (const { person } of view.mentions)
    if (person.name.endsWith(` ${surname}`) && genderFits(view, person, pronoun))
      bearers.add(person);
  const [bearer] = bearers;
  if (!bearer || bearers.size > 1) return undefined;
  return { person: bearer, rule: "by-name", confidence: 0.9 };
}

function byName(
  view: DocumentView,
  source: Span,
  named: readonly PersonMention[],
): Speaker | undefined {
  const head = named.at(-1);
  if (!head) return undefined;
  const before = view.text.slice(Math.max(source.start, head.start - 12), head.start);
  const preposition = /(?:^|\s)(\p{L}+)\s$/u.exec(before)?.[1];
  if (isInList("prepositions", preposition)) return undefined;
  if (isOfAnother(view.language, view.text.slice(source.start, head.start))) return undefined;
  // "Varga’s office", "the Varga campaign"
  if (view.text.slice(head.end, source.end).trim() !== "") return undefined;
  if (isOneOfTwo(view, source)) return undefined;
  return { person: head.person, rule: "by-name", confidence: 0.97 };
}

/** "Korver and Amble said": two people speak, so neither alone. */
function isOneOfTwo(view: DocumentView, source: Span): boolean {
  const isNamed = (start: number): boolean =>
    mentionsIn(view, { start, end: start + 1 }).some(({ form }) => form !== "pronoun");
  const before = /\s(?:and|&)\s$/.exec(
    view.text.slice(Math.max(0, source.start - 6), source.start),
  );
  if (before && isNamed(source.start - before[0].length - 1)) return true;
  const after = /^\s(?:and|&)\s/.exec(view.text.slice(source.end, source.end + 6));
  return after !== null && isNamed(source.end + after[0].length);
}

/** "the treasurer", where one person introduced before has that word, and all words before it, in a role. */
function byOffice(view: DocumentView, source: Span): Speaker | undefined {
  const [article, ...printed] = view.text
    .slice(source.start, source.end)
    .toLowerCase()
    .split(/\s+/);
  const words = printed.filter((word) => !NEW.test(word));
  const office = words.at(-1) ?? "";
  if (article !== "the" || office.length < 4) return undefined;
  const holders = new Set<Person>();
  const isNew = words.length < printed.length;
  for (const held of (view.offices().get(office) ?? []).slice(0, MOST_HOLDERS)) {
    if (held.start < source.start && isOffice(held.title, words) && (held.isNew || !isNew))
      holders.add(held.person);
  }
  const [holder] = holders;
  if (!holder || holders.size > 1) return undefined;
  return { person: holder, rule: "by-office", confidence: 0.8 };
}

/** Not "the foreign minister" for a minister, nor "the minister" for a prime minister. */
function isOffice(title: string, words: readonly string[]): boolean {
  const titleWords = title.toLowerCase().split(/\s+/);
  if (!words.every((word) => titleWords.includes(word))) return false;
  return !titleWords.some((word) => OTHER_OFFICE.test(word) && !words.includes(word));
}
