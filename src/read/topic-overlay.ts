/** What do the topics that ship become with the editor's files laid over them, and which files do not fit? Stage 1. */
import type { Diagnostic, TopicDefinition } from "../model.ts";
import type { ArchiveTopics, TopicFile } from "../settings-model.ts";
import { foldName } from "../text/fold.ts";
import { nearestWord } from "../text/nearest.ts";
import { slugOf } from "../text/slug.ts";

/** A file that cannot be used beside the other ones. */
interface Misfit {
  readonly file: TopicFile;
  /** Of the front matter. */
  readonly key: string;
  readonly message: string;
}

type Fault = Pick<Misfit, "key" | "message"> | undefined;

/**
 * Returns the archive's topics. A file whose slug is a shipped topic's changes it, key by key: what it does not name stays as
 * shipped, also where a later version ships more; another one is a topic of the editor's. What is below a topic that was
 * taken out belongs to the topic above it. A file that does not fit (`broader` names no topic or goes round in a circle, two
 * topics of one label) is left out, with a remark; then the others are looked at again without it.
 */
export function overlaidTopics(
  shipped: readonly TopicDefinition[],
  files: readonly TopicFile[],
): { readonly topics: ArchiveTopics; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  let usable = files;
  for (;;) {
    const plan = planOf(shipped, usable);
    const misfits = misfitsIn(plan);
    if (misfits.length === 0) {
      diagnostics.push(...strayPhrases(plan));
      return { topics: topicsOf(plan), diagnostics };
    }
    diagnostics.push(...misfits.map(remark));
    const left = new Set(misfits.map(({ file }) => file));
    usable = usable.filter((file) => !left.has(file));
  }
}

function remark({ file, key, message }: Misfit): Diagnostic {
  return leftOut(file.slug, { line: file.lines.get(key) ?? 1, message });
}

/** Returns the remark on a topic's file that cannot be used, so that the topics are as they would be without it. */
export function leftOut(
  slug: string,
  { line, message }: { readonly line: number; readonly message: string },
): Diagnostic {
  return {
    severity: "error",
    rule: "read/topic-file",
    file: `topics/${slug}.md`,
    line,
    about: message,
    message: `${message}; the topics are used without this file`,
  };
}

interface Plan {
  readonly shipped: ReadonlyMap<string, TopicDefinition>;
  readonly files: ReadonlyMap<string, TopicFile>;
  readonly removed: ReadonlySet<string>;
  /** Without those that are removed; `broader` as the files have it. */
  readonly topics: ReadonlyMap<string, TopicDefinition>;
}

function planOf(shipped: readonly TopicDefinition[], files: readonly TopicFile[]): Plan {
  const byId = new Map(shipped.map((topic) => [topic.id, topic]));
  const bySlug = new Map(files.map((file) => [file.slug, file]));
  const removed = new Set([
    ...files.filter(({ remove }) => remove).map((file) => file.slug),
    ...files.flatMap(({ remove, replaces }) => (remove ? [] : replaces)),
  ]);
  const all = [
    ...shipped.map((topic) => changed(topic, bySlug.get(topic.id))),
    ...files.filter(({ slug }) => !byId.has(slug)).map(ownTopic),
  ];
  const parents = new Map(all.map(({ id, broader }) => [id, broader]));
  const topics = all
    .filter(({ id }) => !removed.has(id))
    .map((topic) => withParent(topic, standing(topic.broader, parents, removed)));
  return {
    shipped: byId,
    files: bySlug,
    removed,
    topics: new Map(topics.map((topic) => [topic.id, topic])),
  };
}

/** The nearest topic above that is not taken out. */
function standing(
  broader: string | undefined,
  parents: ReadonlyMap<string, string | undefined>,
  removed: ReadonlySet<string>,
): string | undefined {
  let above = broader;
  for (let step = 0; above !== undefined && removed.has(above) && step < parents.size; step++)
    above = parents.get(above);
  return above;
}

function withParent(topic: TopicDefinition, broader: string | undefined): TopicDefinition {
  if (topic.broader === broader) return topic;
  const { broader: _, ...rest } = topic;
  return broader === undefined ? rest : { ...rest, broader };
}

function changed(topic: TopicDefinition, file: TopicFile | undefined): TopicDefinition {
  if (file === undefined) return topic;
  const { label, scope, broader, code, phrases, against, threshold, add, without } = file;
  const dropped = new Set(without.map(foldName));
  const base = phrases ?? topic.phrases;
  const kept = distinct([...base.filter((one) => !dropped.has(foldName(one))), ...add]);
  return {
    ...topic,
    ...(label !== undefined && { label }),
    ...(scope !== undefined && { scope }),
    ...(broader !== undefined && { broader }),
    ...(code !== undefined && { code }),
    ...(against !== undefined && { against }),
    ...(threshold !== undefined && { threshold }),
    phrases: kept,
    shipped: topic.phrases,
  };
}

/** Each phrase once; of "Basin Six" and "basin six" the one in small letters, which is found in any. */
function distinct(phrases: readonly string[]): readonly string[] {
  const byFolded = new Map<string, string>();
  for (const phrase of phrases) {
    const folded = foldName(phrase);
    if (!byFolded.has(folded) || phrase === phrase.toLowerCase()) byFolded.set(folded, phrase);
  }
  return [...byFolded.values()];
}

function ownTopic(file: TopicFile): TopicDefinition {
  const { slug, label, scope, broader, code, phrases = [], against, threshold } = file;
  return {
    id: slug,
    label: label ?? slug.replaceAll("-", " "),
    ...(scope !== undefined && { scope }),
    ...(broader !== undefined && { broader }),
    ...(code !== undefined && { code }),
    ...(against !== undefined && { against }),
    ...(threshold !== undefined && { threshold }),
    phrases: distinct(phrases),
  };
}

// ------------------------------------------------------------------ what does not fit

function misfitsIn(plan: Plan): readonly Misfit[] {
  return [...plan.files.values()].flatMap((file): readonly Misfit[] => {
    const standing = plan.removed.has(file.slug)
      ? undefined
      : (misplaced(file, plan) ?? sameLabel(file, plan));
    const fault = strayChange(file, plan) ?? standing ?? replacedTwice(file, plan);
    return fault === undefined ? [] : [{ file, ...fault }];
  });
}

/** `add` and `without` change what ships; in a file with a misspelt name they would begin another topic. */
function strayChange({ slug, add, without }: TopicFile, { shipped }: Plan): Fault {
  const key = add.length > 0 ? "add" : without.length > 0 ? "without" : undefined;
  if (key === undefined || shipped.has(slug)) return undefined;
  const near = nearestWord(slug, [...shipped.keys()]);
  const hint =
    near === undefined
      ? "list the phrases of a topic of your own under `phrases`"
      : `did you mean \`${near}.md\`?`;
  return {
    key,
    message: `\`${key}\` changes a topic that ships with backfile, and none is called ${slug}; ${hint}`,
  };
}

function misplaced({ slug, broader }: TopicFile, { topics }: Plan): Fault {
  if (broader === undefined) return undefined;
  const key = "broader";
  const above = topics.get(slug)?.broader ?? broader;
  if (!topics.has(above)) {
    const near = nearestWord(above, [...topics.keys()]);
    const hint =
      near === undefined ? "`backfile topic list` prints them" : `did you mean \`${near}\`?`;
    return { key, message: `\`broader\`: there is no topic ${above}; ${hint}` };
  }
  const way = [slug];
  for (let at: string | undefined = above; at !== undefined; at = topics.get(at)?.broader) {
    way.push(at);
    if (at === slug)
      return { key, message: `\`broader\` goes round in a circle: ${way.join(", ")}` };
    // it leads into another file's circle
    if (way.length > topics.size) return undefined;
  }
  return undefined;
}

/** Lists in articles call a topic by its label. */
function sameLabel({ slug }: TopicFile, { topics }: Plan): Fault {
  const label = topics.get(slug)?.label ?? "";
  const folded = foldName(label);
  const other = [...topics.values()].find(
    (topic) => topic.id !== slug && foldName(topic.label) === folded,
  );
  return (
    other && {
      key: "label",
      message: `\`label\`: ${label} is the label of the topic ${other.id}, too; give it another`,
    }
  );
}

function replacedTwice(file: TopicFile, { files }: Plan): Fault {
  const fault = (message: string): Fault => ({
    key: "replaces",
    message: `\`replaces\`: ${message}`,
  });
  for (const former of file.remove ? [] : file.replaces) {
    if (former === file.slug) return fault(`${former} is this topic itself`);
    if (files.get(former)?.remove === false)
      return fault(
        `${former} has a file of its own; delete topics/${former}.md, or take ${former} out here`,
      );
    const other = [...files.values()].find(
      (one) => one.slug < file.slug && !one.remove && one.replaces.includes(former),
    );
    if (other !== undefined) return fault(`topics/${other.slug}.md replaces ${former}, too`);
  }
  return undefined;
}

/** What `without` names and the topic does not have: mistyped, or shipped no longer. The file is used all the same. */
function strayPhrases({ files, shipped }: Plan): readonly Diagnostic[] {
  return [...files.values()].flatMap(({ slug, without, phrases, lines }) => {
    const known = (phrases ?? shipped.get(slug)?.phrases ?? []).map(foldName);
    return without
      .filter((one) => !known.includes(foldName(one)))
      .map((one): Diagnostic => {
        const near = nearestWord(foldName(one), known);
        const hint = near === undefined ? "take it out" : `did you mean \`${near}\`?`;
        return {
          severity: "warning",
          rule: "read/topic-phrase",
          file: `topics/${slug}.md`,
          line: lines.get("without") ?? 1,
          about: one,
          message: `\`without\`: the topic has no phrase \`${one}\`; ${hint}`,
        };
      });
  });
}

// ------------------------------------------------------------------ what fits

function topicsOf({ shipped, files, removed, topics }: Plan): ArchiveTopics {
  const replaced = new Map(
    [...files.values()]
      .filter(({ remove }) => !remove)
      .flatMap(({ slug, replaces }) => replaces.map((former) => [former, slug] as const)),
  );
  const idNow = (id: string): string => replaced.get(id) ?? id;
  const names = new Map<string, string>();
  // what a list may mean in the first place comes last, and wins
  for (const former of replaced.keys()) names.set(former, idNow(former));
  for (const file of files.values()) names.set(file.slug, idNow(file.slug));
  for (const { id, label } of shipped.values()) {
    for (const name of [id, slugOf(label), foldName(label)]) names.set(name, idNow(id));
  }
  for (const { id, label } of topics.values()) {
    for (const name of [slugOf(label), foldName(label)]) if (name !== "") names.set(name, id);
  }
  return {
    definitions: [...topics.values()].map((topic) => withRoot(topic, topics)),
    shipped: new Set(shipped.keys()),
    files,
    removed,
    replaced,
    names,
  };
}

/** Under the same top-level topic as the one above it, wherever the editor has put it. */
function withRoot(
  topic: TopicDefinition,
  topics: ReadonlyMap<string, TopicDefinition>,
): TopicDefinition {
  let top = topic;
  for (let step = 0; top.broader !== undefined && step < topics.size; step++)
    top = topics.get(top.broader) ?? top;
  const root = top.root ?? top.code;
  return root === undefined || root === topic.root ? topic : { ...topic, root };
}
