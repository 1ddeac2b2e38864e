/** How is a topic's file begun or changed, so that nothing of the editor's is lost? Stage 1. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TopicDefinition } from "../model.ts";
import type { TopicFile } from "../settings-model.ts";
import { CliError } from "../text/cli-error.ts";
import { onDisk } from "../text/disk-error.ts";
import { nameInYaml } from "../text/yaml-name.ts";
import { parseTopicFile, readTopics, TOPICS_FOLDER } from "./topic-files.ts";
import { withoutPhrase, withPhrase, withTrue } from "./topic-lines.ts";

/** Where a topic's file stands, and beside which topics. */
export interface TopicPlace {
  readonly contentFolder: string;
  readonly slug: string;
  readonly shipped: readonly TopicDefinition[];
}

/** What a file is begun with. */
export interface NewTopic {
  readonly label: string;
  readonly phrases: readonly string[];
  readonly note?: string;
}

/** Characters of a line of comment. */
const WIDTH = 96;

/**
 * Writes a file for a topic of the editor's own, and returns its path.
 * @throws CliError if it is there, if it does not fit beside the other topics, or if the disk refuses. Nothing is left behind then.
 */
export function beginTopic(place: TopicPlace, { label, phrases, note = "" }: NewTopic): string {
  return begin(
    place,
    [
      `label: ${nameInYaml(label)}`,
      "phrases:",
      ...phrases.map((phrase) => `  - ${nameInYaml(phrase)}`),
      "# scope: what the topic is about, in a sentence",
      "# broader: transport",
      "# against: [words that speak against it]",
      "# threshold: 2.5",
    ],
    note,
  );
}

/** Writes a file that changes nothing yet about a shipped topic, with what ships in comments; returns and throws as above. */
export function beginChange(place: TopicPlace, topic: TopicDefinition, note = ""): string {
  const { label, scope = "", broader = "", phrases, against = [], threshold } = topic;
  return begin(
    place,
    [
      "# What ships with backfile stands in comments. Take the # off a line and say something else; what you leave is as",
      "# it ships, also when an update brings better phrases.",
      `# label: ${nameInYaml(label)}`,
      ...commented(`scope: ${scope}`, scope !== ""),
      ...commented(`broader: ${broader}`, broader !== ""),
      `# threshold: ${threshold ?? "2.5"}`,
      "# Phrases more, and shipped phrases that do not count in this archive:",
      "# add: [first phrase, second phrase]",
      "# without: [shipped phrase]",
      ...commented(`The phrases that ship: ${phrases.join(", ")}`, phrases.length > 0),
      ...commented(`Against it: ${against.join(", ")}`, against.length > 0),
    ],
    note,
  );
}

/** Takes a topic out of the archive: by a file that says so, or by a line in the one that there is. Returns and throws as above. */
export function takeOut(place: TopicPlace, note = ""): string {
  if (!existsSync(pathOf(place))) return begin(place, ["remove: true"], note);
  return change(
    place,
    (text) => withTrue(text, "remove"),
    ({ remove }) => remove,
  );
}

/** Adds a phrase to a list of a topic's file, which must be there. Returns and throws as above. */
export function addPhrase(place: TopicPlace, key: PhraseKey, phrase: string): string {
  return change(
    place,
    (text) => withPhrase(text, key, phrase),
    (file) => listOf(file, key).includes(phrase),
  );
}

/** Takes a phrase out of a list of a topic's file. Returns and throws as above. */
export function dropPhrase(place: TopicPlace, key: PhraseKey, phrase: string): string {
  return change(
    place,
    (text) => withoutPhrase(text, key, phrase),
    (file) => !listOf(file, key).includes(phrase),
  );
}

/** A list of phrases in a topic's file. */
export type PhraseKey = "phrases" | "add" | "without";

function listOf(file: TopicFile, key: PhraseKey): readonly string[] {
  return file[key] ?? [];
}

function commented(words: string, isThere: boolean): readonly string[] {
  if (!isThere) return [];
  const lines = [""];
  for (const word of words.split(/\s+/)) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.map((line, index) => (index === 0 ? `# ${line}` : `#   ${line}`));
}

function pathOf({ contentFolder, slug }: TopicPlace): string {
  return join(contentFolder, TOPICS_FOLDER, `${slug}.md`);
}

function begin(place: TopicPlace, lines: readonly string[], note: string): string {
  const path = pathOf(place);
  if (existsSync(path)) throw new CliError(`${path} is there already; open it in an editor`);
  const text = `---\n${lines.join("\n")}\n---\n${note === "" ? "" : `\n${note}\n`}`;
  onDisk(path, () => {
    mkdirSync(join(place.contentFolder, TOPICS_FOLDER), { recursive: true });
    writeFileSync(path, text, { flag: "wx" });
  });
  const fault = faultOf(place);
  if (fault === undefined) return path;
  rmSync(path);
  throw new CliError(`nothing is written: ${fault}`);
}

/** A file that cannot be used as it stands is put right by hand; one that is written in an unusual way is changed by hand. */
function change(
  place: TopicPlace,
  edit: (text: string) => string | undefined,
  isDone: (file: TopicFile) => boolean,
): string {
  const path = pathOf(place);
  const before = onDisk(path, () => readFileSync(path, "utf8"));
  const fault = faultOf(place);
  if (fault !== undefined) throw new CliError(`${path} cannot be changed by a command: ${fault}`);
  const after = edit(before);
  const changed = after === undefined ? undefined : parseTopicFile(after, place.slug);
  if (after === undefined || changed === undefined || "message" in changed || !isDone(changed)) {
    throw new CliError(
      `${path} is written in a way that a command cannot change; open it in an editor`,
    );
  }
  replace(path, after);
  const broken = faultOf(place);
  if (broken === undefined) return path;
  replace(path, before);
  throw new CliError(`nothing is changed: ${broken}`);
}

/** Either the old text stands or the new one. */
function replace(path: string, text: string): void {
  onDisk(path, () => {
    const beside = `${path}.new`;
    writeFileSync(beside, text);
    renameSync(beside, path);
  });
}

/** Why the file cannot be used, if it cannot. */
function faultOf({ contentFolder, slug, shipped }: TopicPlace): string | undefined {
  const file = `${TOPICS_FOLDER}/${slug}.md`;
  const remark = readTopics(contentFolder, shipped).diagnostics.find(
    (one) => one.file === file && one.severity === "error",
  );
  return remark && `${remark.file}:${remark.line}: ${remark.about}`;
}
