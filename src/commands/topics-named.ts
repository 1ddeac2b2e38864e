/** Which topic does the user mean by a name? */
import { listedTopic } from "../link/topic-lists.ts";
import type { TopicDefinition } from "../model.ts";
import type { ArchiveTopics } from "../settings-model.ts";
import { CliError } from "../text/cli-error.ts";
import { foldName } from "../text/fold.ts";
import { nearestWord } from "../text/nearest.ts";
import { printable } from "./report.ts";

/** Returns the id of the topic that a label, a former label, an id or a file's name means; undefined where there is none. */
export function topicId(typed: string, topics: ArchiveTopics): string | undefined {
  return listedTopic(withoutFolder(typed), topics).id;
}

/** Returns the id of the topic that is meant, as `topicId` does. Throws a `CliError` with the nearest one where there is none. */
export function topicNamed(typed: string, topics: ArchiveTopics): string {
  const id = topicId(typed, topics);
  if (id !== undefined) return id;
  const labels = topics.definitions.map(({ label }) => foldName(label));
  const near =
    nearestWord(foldName(typed), labels) ??
    labels.find((label) => label.split(/[ ,]+/).includes(foldName(typed)));
  const remedy =
    near === undefined ? "`backfile topic list` prints them" : `did you mean \`${near}\`?`;
  throw new CliError(`no topic is called \`${printable(typed)}\`; ${remedy}`);
}

/** `content/topics/harbour-bridge.md` names a topic, too. */
function withoutFolder(typed: string): string {
  return /\.md$/.test(typed) ? typed.replace(/^.*[/\\]/, "").replace(/\.md$/, "") : typed;
}

/** Returns a topic's definition; undefined for a pair of countries and for what is taken out. */
export function definitionOf(
  id: string,
  { definitions }: ArchiveTopics,
): TopicDefinition | undefined {
  return definitions.find((topic) => topic.id === id);
}
