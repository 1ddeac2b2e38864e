/** Which topics hold articles only through the topics within them? Stage 5: they have pages, too. */
import type { Entity } from "../model.ts";
import type { ArchiveTopics } from "../settings-model.ts";
import { topicFields } from "./topics.ts";

/** The topics that topics lie within. */
export class WiderTopics {
  readonly #topics: Pick<ArchiveTopics, "definitions" | "files">;
  readonly #broader: ReadonlyMap<string, string | undefined>;
  readonly #known = new Map<string, ReadonlySet<string>>();
  readonly #wide: ReadonlySet<string>;

  constructor(topics: Pick<ArchiveTopics, "definitions" | "files">) {
    this.#topics = topics;
    this.#broader = new Map(topics.definitions.map(({ id, broader }) => [id, broader]));
    this.#wide = new Set(topics.definitions.flatMap(({ broader }) => broader ?? []));
  }

  /**
   * Returns the wider topics in which an article about these topics is counted, one that it is about itself among them. A
   * topic that nothing lies within is none.
   */
  holding(slugs: Iterable<string>): ReadonlySet<string> {
    return new Set([...slugs].flatMap((slug) => [...this.#within(slug)]));
  }

  /** Returns a wider topic that no article is about by itself, with its page. */
  entity(id: string, articles: number): Entity | undefined {
    const topic = this.#topics.definitions.find((one) => one.id === id);
    if (topic === undefined) return undefined;
    return {
      kind: "topic",
      slug: id,
      name: topic.label,
      variants: [],
      hasPage: true,
      reason: { kind: "within", articles },
      ...topicFields(topic, this.#topics.files.get(id)),
    };
  }

  /** The topics that a topic lies within, the nearest first; an editor's circle ends where it began. */
  #within(slug: string): ReadonlySet<string> {
    const known = this.#known.get(slug);
    if (known !== undefined) return known;
    const wider = new Set<string>(this.#wide.has(slug) ? [slug] : []);
    let id = this.#broader.get(slug);
    while (id !== undefined && id !== slug && !wider.has(id)) {
      wider.add(id);
      id = this.#broader.get(id);
    }
    this.#known.set(slug, wider);
    return wider;
  }
}
