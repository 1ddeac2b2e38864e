/** THE STAGE: what does a document say, and of whom? Stage 4, recognise, in order on one screen. */
import type {
  Annotations,
  Mention,
  NewsDocument,
  Person,
  Sentence,
  TopicDefinition,
} from "../model.ts";
import { nameRecogniser } from "./names/names.ts";
import type { NameSpan } from "./names/recogniser.ts";
import { organisationsOf, placesOf } from "./names/things.ts";
import { findPeople } from "./people/people.ts";
import { findQuotations, pronounMentions } from "./quotations/quotations.ts";
import { type Reading, readingOf } from "./reading.ts";
import { splitSentences } from "./sentences.ts";
import { findTimes } from "./times/times.ts";
import { findTopics } from "./topics/topics.ts";

/**
 * Returns all that is recognised in one document: sentences → words → names → people with their roles →
 * organisations and places → times → quotations with their speakers → topics. Every span lies in the
 * headline, standfirst or a block. Pure: the same document gives the same annotations.
 */
export function recognise(document: NewsDocument, topics: readonly TopicDefinition[]): Annotations {
  const { sentences, reading, names, people } = readPeople(document);
  const quotations = findQuotations(document, { sentences, people });
  const pronouns = pronounMentions(quotations, document);
  return {
    sentences,
    people: people.map((person) => withPronouns(person, pronouns.get(person.name) ?? [])),
    organisations: organisationsOf(reading, names, people),
    places: placesOf(reading, names, people),
    topics: findTopics(reading, { topics, people }),
    quotations,
    times: findTimes(reading),
  };
}

/** A document in sentences and words, with the names in it and whom they name. */
interface PeopleReading {
  readonly sentences: readonly Sentence[];
  readonly reading: Reading;
  readonly names: readonly NameSpan[];
  readonly people: readonly Person[];
}

/** Returns what `recognise` finds first: sentences → words → names → people with their roles, for whoever needs no more. */
export function readPeople(document: NewsDocument): PeopleReading {
  const sentences = splitSentences(document);
  const reading = readingOf(document, sentences);
  const names = nameRecogniser.recognise(reading);
  return { sentences, reading, names, people: findPeople(reading, names) };
}

/** Pronouns count as mentions only where they are the source of a quotation. */
function withPronouns(person: Person, pronouns: readonly Mention[]): Person {
  if (pronouns.length === 0) return person;
  return {
    ...person,
    mentions: [...person.mentions, ...pronouns].toSorted((a, b) => a.start - b.start),
  };
}
