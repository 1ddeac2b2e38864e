/** What is recognised in a document, without recognising any twice? Between import, which fills lists by it, and the later stages. */

import { hash } from "node:crypto";
import { annotationsOf, keepAnnotations } from "./catalog/annotations.ts";
import { programVersion } from "./catalog/program.ts";
import type { Database } from "./catalog/statements.ts";
import { annotationsJoined } from "./joined-results.ts";
import type { Annotations, NewsDocument, TopicDefinition } from "./model.ts";
import { readingOf } from "./recognise/reading.ts";
import { recognise } from "./recognise/recognise.ts";
import { builtInTopics, findTopics } from "./recognise/topics/topics.ts";

/** Annotations, and the key that stands for all that they depend on. */
export interface KeyedAnnotations {
  readonly key: string;
  readonly annotations: Annotations;
}

/** Recognises a document of which nothing is known; or does something else about it. */
export type Recogniser = (
  document: NewsDocument,
  topics: readonly TopicDefinition[],
  key: string,
) => Annotations;

/** What comes of a document in which nothing is recognised. */
export const NOTHING_RECOGNISED: Annotations = {
  sentences: [],
  people: [],
  organisations: [],
  places: [],
  topics: [],
  quotations: [],
  times: [],
};

/** Recognises documents of one archive, with its topics, as far as they are not known. */
export class KnownAnnotations {
  /** Stands for all that annotations depend on but the document. */
  readonly basis: string;
  readonly #database: Database;
  readonly #topics: readonly TopicDefinition[];
  readonly #recognise: Recogniser;
  /** Whether its topics are not those that ship. */
  readonly hasOwnTopics: boolean;

  constructor(
    database: Database,
    topics: readonly TopicDefinition[],
    recogniser: Recogniser = recognise,
  ) {
    this.#database = database;
    this.#recognise = recogniser;
    const own = digestOf(topics);
    this.hasOwnTopics = own !== digestOf(builtInTopics());
    // compiled once for each list
    this.#topics = this.hasOwnTopics ? topics : builtInTopics();
    this.basis = hash("sha256", `${programVersion(database)} ${own}`);
  }

  /** Returns what is recognised in the document of an article, which may be known already; `path` is its Markdown file. */
  of(document: NewsDocument, path: string | undefined): KeyedAnnotations {
    const key = hash("sha256", `${this.basis} ${JSON.stringify(document)}`);
    const known = path === undefined ? undefined : annotationsOf(this.#database, path, key);
    const annotations = known ?? annotationsJoined(this.#database, key);
    return { key, annotations: annotations ?? this.#recognise(document, this.#topics, key) };
  }

  /** Returns annotations with the topics that ship, by which import fills lists, whatever topics the archive has. */
  asListed(document: NewsDocument, { annotations }: KeyedAnnotations): Annotations {
    if (!this.hasOwnTopics) return annotations;
    const { sentences, people } = annotations;
    const reading = readingOf(document, sentences);
    const topics = findTopics(reading, { people, topics: builtInTopics() });
    return { ...annotations, topics };
  }

  /** Keeps annotations for the stages that follow import. */
  keep(path: string, made: KeyedAnnotations): void {
    keepAnnotations(this.#database, path, made);
  }
}

/** What a topic's page says of it beside its name does not decide where it is found. */
function digestOf(topics: readonly TopicDefinition[]): string {
  return hash("sha256", JSON.stringify(topics.map(({ scope: _, code: __, ...rest }) => rest)));
}
