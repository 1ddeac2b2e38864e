/** Which person of the article do the words "he", "the mayor" or "Captain Arends" mean? (stage 4, recognise) */
import type { Person, Span } from "../../model.ts";
import english from "../../words/names-english.json" with { type: "json" };
import genders from "../../words/names-gender.json" with { type: "json" };
import titles from "../../words/titles.json" with { type: "json" };
import { isInList } from "./cues.ts";
import type { Phrase } from "./phrases.ts";
import { subjectOf } from "./subjects.ts";
import {
  type DocumentView,
  mentionsIn,
  type PersonMention,
  sentenceIndexAt,
  tokensAfter,
} from "./view.ts";

/** A person with how the words lead to it. */
export interface Speaker {
  readonly person: Person;
  readonly rule: "by-name" | "by-title" | "by-office" | "by-pronoun";
  readonly confidence: number;
}

/** Speakers found so far, by the index of the sentence that names them. */
export type KnownSpeakers = ReadonlyMap<number, Person>;

const MAN =
  /(?:^|\W)(?:mr|sir|lord|king|prince|father|brother|chairman|spokesman|businessman|congressman|councilman|actor)\.?$/i;
const WOMAN =
  /(?:^|\W)(?:mrs|ms|miss|dame|lady|queen|princess|sister|chairwoman|spokeswoman|businesswoman|congresswoman|councilwoman|actress)\.?$/i;
const WOMEN = new Set(genders.women.split(" "));
const MEN = new Set(genders.men.split(" "));
const EITHER = new Set(genders.either.split(" "));
const HEADS: ReadonlySet<string> = new Set(titles.heads.split(" "));
const ENGLISH = new Set(english.first.split(" "));
/** Nouns for people: "the owner of the launderette", "a spokesman". */
const HUMAN =
  /(?:er|or|ist|man|woman|person|ian|ant|ent|boy|girl|mother|father|wife|husband|son|judge|coach|clerk|chief|aide|witness|official)$/i;
/** Words that make another office of one: prime minister, vice-president. */
const OTHER_OFFICE =
  /^(?:prime|vice|deputy|assistant|former|acting|shadow|vice-\p{L}+|ex-\p{L}+)$/u;
/** An honorific that tells a man from a woman, and the surname behind it. */
const HONORIFIC = /^(?<honorific>Mr|Mrs|Ms|Miss)\.?\s(?<surname>\p{Lu}[\p{L}’'-]{0,40})$/u;
/** "The new minister" is who has just come to that office, not one introduced with it. */
const NEW = /^(?:new|newly|incoming|newly-elected)$/;
const SPEAKS_NEXT = /^,?[^.;:“”"]{0,80}\b(?:said|says|told|added|asked|wrote)\b/;
/** Sentences looked back over for whom a pronoun means, and characters. */
const MOST_SENTENCES = 7;
const FARTHEST = 1500;
/** A name in apposition begins this near to the office, in characters. */
const FARTHEST_NAME = 40;
/** Holders of an office and mentions of a person looked at. */
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
  if (source.kind === "pronoun") return byPronoun(view, source, known);
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
  for (const held of (view.offices.get(office) ?? []).slice(0, MOST_HOLDERS)) {
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

function byPronoun(view: DocumentView, pronoun: Phrase, known: KnownSpeakers): Speaker | undefined {
  const word = view.text.slice(pronoun.start, pronoun.end).toLowerCase();
  if (word !== "he" && word !== "she") return undefined;
  const fits = (person: Person): boolean => genderFits(view, person, word);
  const own = sentenceIndexAt(view, pronoun.start);
  const sentence = view.sentences[own];
  const inSentence = sentence
    ? personBefore(view, { start: sentence.start, end: pronoun.start }, fits)
    : undefined;
  if (inSentence === "several") return undefined;
  if (inSentence) return { person: inSentence, rule: "by-pronoun", confidence: 0.85 };
  for (let index = own - 1; index >= 0 && own - index <= MOST_SENTENCES; index -= 1) {
    const earlier = view.sentences[index];
    if (!earlier || pronoun.start - earlier.end > FARTHEST) return undefined;
    const person = spokenOf(view, index, { known, fits });
    if (person === "several") return undefined;
    if (person) return { person, rule: "by-pronoun", confidence: own - index <= 2 ? 0.85 : 0.75 };
  }
  return undefined;
}

/** Whom a sentence is about: who speaks in it, its subject, else the only person it names. */
function spokenOf(
  view: DocumentView,
  index: number,
  { known, fits }: { readonly known: KnownSpeakers; readonly fits: (person: Person) => boolean },
): Person | "several" | undefined {
  const speaker = known.get(index);
  if (speaker && fits(speaker)) return speaker;
  const sentence = view.sentences[index];
  if (!sentence) return undefined;
  const subject = subjectOf(view, tokensAfter(view, sentence, []));
  if (subject && subject.kind !== "pronoun") {
    const mention = mentionsIn(view, subject).find(({ end }) => end >= subject.end - 1);
    if (mention && fits(mention.person)) return mention.person;
  }
  if (subject?.kind === "pronoun" && fitsPronoun(view, subject)) return undefined;
  const apposed = subject && apposedTo(view, subject);
  if (apposed && fits(apposed)) return apposed;
  if (subject?.kind === "phrase" && speaksUnnamed(view, subject)) return "several";
  return personBefore(view, sentence, fits);
}

function personBefore(
  view: DocumentView,
  span: Span,
  fits: (person: Person) => boolean,
): Person | "several" | undefined {
  const people = new Set(
    mentionsIn(view, span)
      .filter(({ form }) => form !== "pronoun")
      .map(({ person }) => person),
  );
  const fitting = [...people].filter(fits);
  return fitting.length > 1 ? "several" : fitting[0];
}

/** False only where a title, a role or the given name tells that the pronoun cannot be meant. */
function genderFits(view: DocumentView, person: Person, pronoun: "he" | "she"): boolean {
  const [against, agreeing] = pronoun === "he" ? [WOMAN, MAN] : [MAN, WOMAN];
  if (person.roles.some(({ title }) => against.test(title))) return false;
  if (person.roles.some(({ title }) => agreeing.test(title))) return true;
  const given = person.name.split(" ", 1)[0] ?? "";
  if (pronoun === "he" ? WOMEN.has(given) : isMan(given)) return false;
  return !person.mentions
    .slice(0, MOST_HOLDERS)
    .some(({ start }) => against.test(view.text.slice(Math.max(0, start - 14), start).trimEnd()));
}

function isMan(given: string): boolean {
  return MEN.has(given) || (ENGLISH.has(given) && !WOMEN.has(given) && !EITHER.has(given));
}

/** "Its regional manager, Hilde Aarons": the name behind the comma. */
function apposedTo(view: DocumentView, subject: Span): Person | undefined {
  const behind = { start: subject.end + 2, end: subject.end + 3 };
  if (view.text.slice(subject.end, behind.start) !== ", ") return undefined;
  return mentionsIn(view, behind)[0]?.person;
}

/** "He" and "she" carry on whoever was meant before; "they" and "it" do not. */
function fitsPronoun(view: DocumentView, subject: Span): boolean {
  return /^(?:he|she)$/i.test(view.text.slice(subject.start, subject.end));
}

/** "The owner of the launderette … said": a person who is not named, whom a pronoun behind may mean. */
function speaksUnnamed(view: DocumentView, subject: Span): boolean {
  const words = view.text.slice(subject.start, subject.end).split(" ");
  return (
    words.some((word) => HUMAN.test(word)) &&
    SPEAKS_NEXT.test(view.text.slice(subject.end, subject.end + 120))
  );
}
