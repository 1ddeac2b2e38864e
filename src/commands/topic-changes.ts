/** How does the editor begin, change and take out topics by command? */
import { createHash } from "node:crypto";
import { archiveTopics } from "../archive-topics.ts";
import { pairNamed } from "../link/entity-topics.ts";
import type { TopicDefinition } from "../model.ts";
import { readTopics } from "../read/topic-files.ts";
import {
  addPhrase,
  beginChange,
  beginTopic,
  dropPhrase,
  type PhraseKey,
  type TopicPlace,
  takeOut,
} from "../read/topic-writing.ts";
import { builtInTopics } from "../recognise/topics/topics.ts";
import type { ArchiveTopics } from "../settings-model.ts";
import { CliError } from "../text/cli-error.ts";
import { foldName } from "../text/fold.ts";
import { shellWord } from "../text/shell-word.ts";
import { slugOf } from "../text/slug.ts";
import type { Options } from "./command.ts";
import { terminalProgress } from "./progress.ts";
import { printable } from "./report.ts";
import { definitionOf, topicId, topicNamed } from "./topics-named.ts";

type Given = Pick<Options, "content" | "note">;

/** `add LABEL PHRASE...`: begins a file for a topic of the archive's own. The label is its phrase if none is typed. */
export function addTopic(words: readonly string[], given: Given): void {
  const [label, ...phrases] = words;
  if (label === undefined) {
    throw wants(
      "add",
      "a label, and phrases that speak for it",
      '"harbour dues" "harbour dues" "mooring fees"',
    );
  }
  const topics = topicsOf(given);
  const slug =
    slugOf(label) || `topic-${createHash("sha256").update(label).digest("hex").slice(0, 8)}`;
  if (topics.shipped.has(slug)) {
    throw new CliError(
      `\`${slug}\` ships with backfile; change it: backfile topic change ${slug}, or backfile topic phrase add ${slug} PHRASE`,
    );
  }
  report(
    beginTopic(placeOf(slug, given), {
      label,
      phrases: phrases.length === 0 ? [label] : phrases,
      ...noteOf(given),
    }),
  );
}

/** `change NAME`: begins the file of a shipped topic, with what ships in comments, or of two countries. */
export function changeTopic(words: readonly string[], given: Given): void {
  const [name, ...rest] = words;
  if (name === undefined || rest.length > 0)
    throw wants("change", "one name", '"local government and authority"');
  const id = topicNamed(name, topicsOf(given));
  const place = placeOf(id, given);
  const shipped = shippedTopic(id);
  // what neither ships nor is two countries has a file, which is not written over
  report(
    shipped === undefined
      ? beginTopic(place, { label: pairNamed(id)?.label ?? id, phrases: [], ...noteOf(given) })
      : beginChange(place, shipped, given.note),
  );
}

/** `remove NAME`: takes a topic, a pair of countries or an organisation out of the archive's topics. */
export function removeTopic(words: readonly string[], given: Given & Pick<Options, "quiet">): void {
  const [name, ...rest] = words;
  if (name === undefined || rest.length > 0) throw wants("remove", "one name", '"horse racing"');
  const topics = topicsOf(given);
  const id = topicId(name, topics) ?? leaderNamed(name, given) ?? topicNamed(name, topics);
  report(takeOut(placeOf(id, given), given.note));
}

/** An organisation that is listed among the topics; which are, only the articles tell. */
function leaderNamed(
  name: string,
  { content, quiet }: Given & Pick<Options, "quiet">,
): string | undefined {
  const { leaders } = archiveTopics(content, terminalProgress(quiet));
  return leaders.find(({ entity }) => foldName(entity.name) === foldName(name))?.entity.slug;
}

/** `phrase add NAME PHRASE...` and `phrase remove NAME PHRASE...`. */
export function changePhrases(words: readonly string[], given: Given): void {
  const [action, name, ...phrases] = words;
  if ((action !== "add" && action !== "remove") || name === undefined || phrases.length === 0) {
    throw wants("phrase", "`add` or `remove`, a topic and phrases", 'add transport "toll bridge"');
  }
  const id = topicNamed(name, topicsOf(given));
  const path = phrases
    .map((phrase) => (action === "add" ? addOne(id, phrase, given) : removeOne(id, phrase, given)))
    .at(-1);
  if (path !== undefined) report(path);
}

function addOne(id: string, phrase: string, given: Given): string {
  const place = placeOf(id, given);
  const { known, file, shipped } = whatStands(id, given);
  const isIt = same(phrase);
  const dropped = file?.without.find(isIt);
  if (dropped !== undefined) return dropPhrase(place, "without", dropped);
  if (known.some(isIt)) {
    throw new CliError(`${id} has the phrase \`${printable(phrase)}\` already`);
  }
  if (file === undefined) {
    if (shipped === undefined) throw noFile(id);
    beginChange(place, shipped);
  }
  const key = shipped !== undefined && file?.phrases === undefined ? "add" : "phrases";
  return addPhrase(place, key, phrase);
}

function removeOne(id: string, phrase: string, given: Given): string {
  const place = placeOf(id, given);
  const { known, file, shipped } = whatStands(id, given);
  const isIt = same(phrase);
  for (const key of ["add", "phrases"] as const satisfies readonly PhraseKey[]) {
    const own = file?.[key]?.find(isIt);
    if (own !== undefined) return dropPhrase(place, key, own);
  }
  const dropped = known.find(isIt);
  if (dropped === undefined || shipped === undefined) {
    throw new CliError(
      `${id} has no phrase \`${printable(phrase)}\`; \`backfile topic show ${id}\` prints those that it has`,
    );
  }
  if (file === undefined) beginChange(place, shipped);
  return addPhrase(place, "without", dropped);
}

/** Whether a phrase is the one that was typed, however its capitals and accents are. */
function same(typed: string): (phrase: string) => boolean {
  const folded = foldName(typed);
  return (phrase) => foldName(phrase) === folded;
}

function whatStands(id: string, given: Given) {
  const topics = topicsOf(given);
  return {
    known: definitionOf(id, topics)?.phrases ?? [],
    file: topics.files.get(id),
    shipped: shippedTopic(id),
  };
}

function shippedTopic(id: string): TopicDefinition | undefined {
  return builtInTopics().find((topic) => topic.id === id);
}

function noFile(id: string): CliError {
  return new CliError(`${id} has no file; begin one with \`backfile topic change ${id}\``);
}

function topicsOf({ content }: Given): ArchiveTopics {
  return readTopics(content, builtInTopics()).topics;
}

function placeOf(slug: string, { content }: Given): TopicPlace {
  return { contentFolder: content, slug, shipped: builtInTopics() };
}

function noteOf({ note }: Given): { readonly note?: string } {
  return note === undefined ? {} : { note };
}

function report(path: string): void {
  process.stdout.write(
    `${printable(path)}\nThe next build shows it; \`backfile topic try ${printable(shellWord(path))}\` says what it does.\n`,
  );
}

function wants(action: string, what: string, example: string): CliError {
  return new CliError(
    `\`backfile topic ${action}\` wants ${what}: backfile topic ${action} ${example}`,
  );
}
