/** How are the archive's topics printed: all in a list, and one with all that is known? */

import type { LinkedTopics } from "../archive-topics.ts";
import type { LinkedEntity } from "../link/linked-entity.ts";
import type { TopicDefinition } from "../model.ts";
import { englishWords } from "../read/interface-words.ts";
import { CliError } from "../text/cli-error.ts";
import { byCodeUnits, foldName } from "../text/fold.ts";
import { printedName } from "../text/invisible.ts";
import { reasonInWords } from "../text/page-reason.ts";
import type { Options } from "./command.ts";
import { counted, diagnosticLine, printable } from "./report.ts";
import { definitionOf, topicNamed } from "./topics-named.ts";

/** A topic for a list of all. */
interface TopicRow {
  readonly id: string;
  readonly label: string;
  /** With those of the topics within it. */
  readonly articles: number;
  readonly hasPage: boolean;
  /** Where it comes from. */
  readonly from: "shipped" | "changed" | "own" | "countries" | "organisation" | "lists" | "removed";
  /** In a text of 250 words. */
  readonly threshold?: number;
  readonly broader?: string;
}

/** Prints the topics whose labels hold all words typed, those in most articles first. */
export function listTopics(
  words: readonly string[],
  archive: LinkedTopics,
  { json }: Pick<Options, "json">,
): void {
  const sought = words.flatMap((typed) => foldName(typed).split(" "));
  const rows = rowsOf(archive);
  const found = rows
    .filter(({ label, id }) => sought.every((word) => `${foldName(label)} ${id}`.includes(word)))
    .sort((a, b) => b.articles - a.articles || byCodeUnits(a.id, b.id));
  for (const row of found) say(json ? JSON.stringify(row) : lineOf(row));
  if (json) return;
  for (const remark of archive.diagnostics) say(diagnosticLine(remark));
  say(`${found.length} of ${counted(rows.length, "topic")}`);
}

function rowsOf({ topics, entities, leaders }: LinkedTopics): readonly TopicRow[] {
  const pages = new Set(entities.filter(({ entity }) => entity.hasPage).map(slugIn));
  const counts = articlesWithin(entities, topics.definitions);
  const rowOf = (id: string, label: string) => ({
    id,
    label,
    articles: counts.get(id)?.size ?? 0,
    hasPage: pages.has(id),
  });
  const defined = topics.definitions.map((topic) => ({
    ...rowOf(topic.id, topic.label),
    from: sourceOf(topic, topics),
    ...(topic.threshold !== undefined && { threshold: topic.threshold }),
    ...(topic.broader !== undefined && { broader: topic.broader }),
  }));
  const ids = new Set(defined.map(({ id }) => id));
  const others = entities
    .filter((one) => !ids.has(slugIn(one)))
    .map(({ entity: { slug, name, isCountryPair } }) => ({
      ...rowOf(slug, name),
      from: isCountryPair === true ? ("countries" as const) : ("lists" as const),
    }));
  const led = leaders.map(({ entity: { slug, name, leads = 0 } }) => ({
    id: slug,
    label: name,
    articles: leads,
    hasPage: false,
    from: "organisation" as const,
  }));
  const removed = [...topics.removed].map((id) => ({
    ...rowOf(id, id),
    from: "removed" as const,
  }));
  return [...defined, ...others, ...led, ...removed];
}

function slugIn({ entity }: LinkedEntity): string {
  return entity.slug;
}

/** By topic, the articles that have it or a topic within it. */
function articlesWithin(
  entities: readonly LinkedEntity[],
  definitions: readonly TopicDefinition[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const broader = new Map(definitions.map((topic) => [topic.id, topic.broader]));
  const within = new Map<string, Set<string>>();
  for (const { entity, appearances } of entities) {
    for (let id: string | undefined = entity.slug; id !== undefined; id = broader.get(id)) {
      const articles = within.get(id) ?? new Set();
      within.set(id, articles);
      for (const { article } of appearances) articles.add(article);
    }
  }
  return within;
}

function sourceOf(topic: TopicDefinition, { files }: LinkedTopics["topics"]): TopicRow["from"] {
  if (!files.has(topic.id)) return "shipped";
  return topic.shipped === undefined ? "own" : "changed";
}

const SOURCES: Readonly<Record<TopicRow["from"], (id: string) => string>> = {
  shipped: () => "ships with backfile",
  changed: (id) => `changed by topics/${id}.md`,
  own: (id) => `topics/${id}.md`,
  countries: () => "two countries",
  organisation: (id) => `leads them; its page is /organisations/${id}/`,
  lists: () => "from the lists in articles",
  removed: (id) => `taken out by topics/${id}.md`,
};

function lineOf({ id, label, articles, hasPage, from, threshold }: TopicRow): string {
  const parts = [
    label,
    counted(articles, "article"),
    ...(from === "organisation" ? [] : [hasPage ? `/topics/${id}/` : "no page"]),
    SOURCES[from](id),
    ...(threshold === undefined ? [] : [`threshold ${threshold}`]),
  ];
  return printable(parts.join("  ·  "));
}

/** Prints a topic's definition, and the words by which each article has it. */
export function showTopic(words: readonly string[], archive: LinkedTopics): void {
  const [name, ...rest] = words;
  if (name === undefined || rest.length > 0) {
    throw new CliError(
      '`backfile topic show` wants one name, in quotation marks: backfile topic show "local government and authority"',
    );
  }
  const { topics, entities } = archive;
  const named = entities.find(({ entity }) => foldName(entity.name) === foldName(name));
  const id = named?.entity.slug ?? topicNamed(name, topics);
  const linked = named ?? entities.find((one) => slugIn(one) === id);
  for (const line of whatIsKnown(id, linked, archive)) say(printable(line));
}

function whatIsKnown(
  id: string,
  linked: LinkedEntity | undefined,
  { topics }: LinkedTopics,
): readonly string[] {
  const definition = definitionOf(id, topics);
  const appearances = linked?.appearances ?? [];
  const page =
    linked?.entity.hasPage === true
      ? `page at /topics/${id}/: ${reasonInWords(linked.entity.reason, englishWords())}`
      : "no page";
  const from = definition && SOURCES[sourceOf(definition, topics)](id);
  return [
    linked?.entity.name ?? definition?.label ?? id,
    `  ${topics.removed.has(id) ? "taken out of the archive" : page}`,
    ...(from === undefined ? [] : [`  ${from}`]),
    ...(definition === undefined ? [] : definitionLines(definition)),
    `Articles (${appearances.length})`,
    ...appearances.flatMap((appearance) => {
      const { article, sentences, byEditor } = appearance;
      const words = sentences.flatMap(({ text, words: spans }) =>
        spans.map(({ start, end }) => text.slice(start, end)),
      );
      const why = byEditor ? "put there by you" : [...new Set(words)].join(", ");
      return [`  ${article}  ${printedName(why)}`];
    }),
  ];
}

function definitionLines(topic: TopicDefinition): readonly string[] {
  const { scope, broader, code, threshold, phrases, against = [] } = topic;
  return [
    ...(scope === undefined ? [] : [`  ${scope}`]),
    ...(broader === undefined ? [] : [`  within ${broader}`]),
    ...(code === undefined ? [] : [`  IPTC Media Topic ${code}`]),
    ...(threshold === undefined ? [] : [`  threshold ${threshold}`]),
    `  phrases (${phrases.length}): ${phrases.join(", ")}`,
    ...(against.length === 0 ? [] : [`  against it: ${against.join(", ")}`]),
  ];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
