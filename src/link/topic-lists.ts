/** What does an article's list of topics leave of what was recognised, and what does it add? Stage 5. */
import type { ArchiveTopics } from "../settings-model.ts";
import { foldName } from "../text/fold.ts";
import { slugOf } from "../text/slug.ts";
import { pairNamed } from "./entity-topics.ts";

/** A topic by its id, or, where the archive defines none of that name, by the name. */
export interface ListedTopic {
  /** Equal where the same topic is meant. */
  readonly key: string;
  /** Of a topic that is defined, or of a pair of countries. */
  readonly id?: string;
  /** As the list has it. */
  readonly name: string;
}

/** An article's list of topics as it is, and as import had written it. */
export interface TopicLists {
  readonly listed?: readonly string[];
  readonly imported?: readonly string[];
}

/** Returns which topic a name in a list means: by its label, the label that it shipped with, its id, or a former id. */
export function listedTopic(name: string, { names }: ArchiveTopics): ListedTopic {
  const slug = slugOf(name);
  const id =
    names.get(foldName(name)) ??
    (slug === "" ? undefined : names.get(slug)) ??
    pairNamed(slug)?.slug;
  return id === undefined ? { key: `name ${foldName(name)}`, name } : { key: id, id, name };
}

/**
 * Applies an article's list to the topics that were recognised in it. Without a list all stay. With one:
 *
 * - what it has stays, and what it has and was not recognised is added; but not what import wrote, for the archive's
 *   topics may have changed since;
 * - what import had listed and it has no longer goes;
 * - what import had not listed stays: nobody has ruled on it, as after a change of the archive's topics;
 * - what the editor has taken out of the archive is in no article.
 */
export function applyTopicList<T extends { readonly id: string }>(
  { listed, imported }: TopicLists,
  recognised: readonly T[],
  topics: ArchiveTopics,
): { readonly kept: readonly T[]; readonly added: readonly ListedTopic[] } {
  const found = recognised.filter(({ id }) => !topics.removed.has(id));
  if (listed === undefined) return { kept: found, added: [] };
  const wanted = new Map(
    listed.map((name) => listedTopic(name, topics)).map((one) => [one.key, one] as const),
  );
  const listedByImport = imported && new Set(imported.map((name) => listedTopic(name, topics).key));
  const kept = found.filter(
    ({ id }) => wanted.has(id) || (listedByImport !== undefined && !listedByImport.has(id)),
  );
  const there = new Set(kept.map(({ id }) => id));
  const added = [...wanted.values()].filter(
    ({ key, id = "" }) =>
      !there.has(key) && listedByImport?.has(key) !== true && !topics.removed.has(id),
  );
  return { kept, added };
}
