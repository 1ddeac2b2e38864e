/** `backfile topic`: what the archive's articles are about, and what the editor lays down about it. */
import { archiveTopics } from "../archive-topics.ts";
import { actionOf } from "./actions.ts";
import type { Command, Options } from "./command.ts";
import { terminalProgress } from "./progress.ts";
import { addTopic, changePhrases, changeTopic, removeTopic } from "./topic-changes.ts";
import { listTopics, showTopic } from "./topic-lists.ts";
import { tryTopicFile } from "./topic-trial.ts";

type Words = readonly string[];

/** What can be done, by the word that is typed for it. */
const ACTIONS = {
  list: (words: Words, options: Options) => listTopics(words, linkedTopics(options), options),
  show: (words: Words, options: Options) => showTopic(words, linkedTopics(options)),
  try: tryTopicFile,
  add: addTopic,
  change: changeTopic,
  remove: removeTopic,
  phrase: changePhrases,
} as const;

type Action = keyof typeof ACTIONS;
// the keys of a literal are its own
const KNOWN = Object.keys(ACTIONS) as Action[];

/** Which options go with which action only. */
const OWN: readonly (readonly [option: "json" | "text" | "note", readonly Action[]])[] = [
  ["json", ["list", "try"]],
  ["text", ["try"]],
  ["note", ["add", "change", "remove"]],
];

/** The command `topic`. */
export const topicCommand: Command = {
  name: "topic",
  files:
    "list [WORDS] | show NAME | try FILE | add LABEL [PHRASE...] | change NAME | remove NAME | phrase add|remove NAME PHRASE...",
  summary: "list the topics of the archive, try one, and change them",
  description: `\`list\` prints every topic with how many articles are about it, whether there is a page, and where it comes from; with
WORDS, those whose labels hold them. \`show\` prints how one is defined, and the words by which each article has it.
\`try\` takes a topic's file, which may be a draft in any folder, or the name of a topic, and prints which articles it
catches, with their score and what it has to come to, the matched words [in brackets] in their sentence, which
articles it just misses and why, and what it changes about other topics; with --text, of texts that you name behind it.
All three write nothing.

The others write files in content/topics/, and the next build follows them: \`add\` begins a topic of the archive's own,
\`change\` the file of one that ships with backfile, with what ships in comments, \`remove\` takes one out of the archive,
\`phrase\` adds a phrase to a topic or takes one out. No file is written over, and comments stay. Delete a file to have
everything as it was before it.`,
  options: ["content", "quiet", "json", "text", "note"],
  example: 'backfile topic add "harbour dues" "harbour dues" "mooring fees"',
  run: runTopic,
};

async function runTopic(options: Options): Promise<number> {
  const action = actionOf(options, { command: "topic", actions: KNOWN, own: OWN });
  ACTIONS[action](options.files.slice(1), options);
  return 0;
}

function linkedTopics({ content, quiet }: Options) {
  return archiveTopics(content, terminalProgress(quiet));
}
