/** Which topics has the archive? Stage 5: units → topics. */
import type { Diagnostic, Entity, TopicDefinition } from "../model.ts";
import type { ArchiveTopics, Thresholds, TopicFile } from "../settings-model.ts";
import { nearestWord } from "../text/nearest.ts";
import { pairNamed } from "./entity-topics.ts";
import { formsByFrequency } from "./grouping.ts";
import type { Identity, LinkedBlock } from "./identity.ts";
import type { MovedEntity } from "./linked-entity.ts";
import { nameWithLabel } from "./slugs.ts";
import { countsByName, type Unit } from "./units.ts";

/** Returns the key of a topic's unit: an id, or what names of one topic have in common. */
export function topicKey(manner: string): string {
  return manner.slice(manner.indexOf(" ") + 1);
}

/**
 * Returns the topic that units of one key are: one that is defined, a pair of countries, or what the lists in articles
 * name. A pair is one from `countryPairArticles` articles on, or with a file of its own; with 0 there are none but those.
 */
export function linkTopic(
  units: readonly Unit[],
  thresholds: Pick<Thresholds, "countryPairArticles">,
  topics: ArchiveTopics,
): LinkedBlock {
  const [first] = units;
  if (first === undefined || !isPublished(units, thresholds, topics)) return { identities: [] };
  const key = topicKey(first.manner);
  const hasId = !first.manner.startsWith("name ");
  const usualName = formsByFrequency(countsByName(units))[0] ?? "";
  if (!hasId) {
    return { identities: [{ key: usualName, units, about: { name: usualName, variants: [] } }] };
  }
  return { identities: [definedTopic(key, units, { topics, usualName })] };
}

function isPublished(
  units: readonly Unit[],
  { countryPairArticles }: Pick<Thresholds, "countryPairArticles">,
  topics: ArchiveTopics,
): boolean {
  if (units.some(({ manner }) => topics.files.has(topicKey(manner)) || !manner.startsWith("pair ")))
    return true;
  const found = units.reduce((total, { sightings }) => total + sightings, 0);
  return countryPairArticles > 0 && found >= countryPairArticles;
}

function definedTopic(
  id: string,
  units: readonly Unit[],
  { topics, usualName }: { readonly topics: ArchiveTopics; readonly usualName: string },
): Identity {
  const file = topics.files.get(id);
  const topic = topics.definitions.find((one) => one.id === id);
  const isOwn = file !== undefined && topic?.shipped === undefined;
  const pair = pairNamed(id);
  return {
    key: nameWithLabel(id, ""),
    fixed: id,
    units,
    about: {
      name: file?.label ?? pair?.label ?? topic?.label ?? usualName,
      variants: [],
      ...(isOwn && { recorded: true }),
      rest: {
        ...(isOwn && { isOwnTopic: true }),
        ...(pair !== undefined && { isCountryPair: true }),
        ...topicFields(topic, file),
      },
    },
  };
}

/** Returns what the definition of a topic and the editor's file on it say of it, apart from its name. */
export function topicFields(
  topic: TopicDefinition | undefined,
  file: TopicFile | undefined,
): Pick<Entity, "scope" | "note" | "code" | "broader"> {
  return {
    ...(topic?.scope !== undefined && { scope: topic.scope }),
    ...(file?.note !== undefined && { note: file.note }),
    ...(topic?.code !== undefined && { code: topic.code }),
    ...(topic?.broader !== undefined && { broader: topic.broader }),
  };
}

/** Returns former addresses that lead to a topic which is there. */
export function movedTopics(
  isThere: (slug: string) => boolean,
  topics: ArchiveTopics,
): readonly MovedEntity[] {
  const otherOrders = [...topics.files.keys()].flatMap((slug): [string, string][] => {
    const usual = pairNamed(slug)?.slug;
    return usual === undefined || usual === slug ? [] : [[usual, slug]];
  });
  return [...otherOrders, ...topics.replaced].flatMap(([from, to]): MovedEntity[] =>
    isThere(to) && !isThere(from) ? [{ kind: "topic", from, to }] : [],
  );
}

/**
 * Returns a remark for each file that takes a topic out of the archive which never was in it: no topic that ships, no pair of
 * countries, no organisation.
 */
export function strayRemovals(
  topics: ArchiveTopics,
  isOrganisation: (slug: string) => boolean,
): readonly Diagnostic[] {
  return [...topics.files.values()].flatMap((file): readonly Diagnostic[] => {
    const { slug, remove, phrases, label, lines } = file;
    // an own topic that is switched off for a time
    if (!remove || phrases !== undefined || label !== undefined) return [];
    if (topics.shipped.has(slug) || isOrganisation(slug) || pairNamed(slug) !== undefined)
      return [];
    const near = nearestWord(slug, [...topics.shipped]);
    return [
      {
        severity: "warning",
        rule: "link/unknown-topic",
        file: `topics/${slug}.md`,
        line: lines.get("remove") ?? 1,
        about: slug,
        message: `takes out a topic that there is not; ${near === undefined ? "delete the file" : `did you mean \`${near}.md\`?`}`,
      },
    ];
  });
}
