/** THE STAGE: what does a document say, and of whom? Stage 4, recognise, in order on one screen. */
import type { Annotations, NewsDocument, TopicDefinition } from "../model.ts";
import { splitSentences } from "./sentences.ts";

/** Returns all that is recognised in one document. Every span lies in the headline, standfirst or a block. */
export function recognise(document: NewsDocument, topics: readonly TopicDefinition[]): Annotations {
  const sentences = splitSentences(document);
  void topics;
  return {
    sentences,
    people: [],
    organisations: [],
    places: [],
    topics: [],
    quotations: [],
    times: [],
  };
}
