/** `backfile person`: who is in the archive, and what the editor rules about them. */
import { archivePeople } from "../archive-people.ts";
import { actionOf } from "./actions.ts";
import type { Command, Options } from "./command.ts";
import { listPeople, showPerson } from "./person-lists.ts";
import {
  mergePeople,
  notAPerson,
  notePerson,
  renamePerson,
  splitPerson,
} from "./person-rulings.ts";
import { terminalProgress } from "./progress.ts";

/** What can be done, by the word that is typed for it. */
const ACTIONS = {
  list: listPeople,
  show: showPerson,
  merge: mergePeople,
  split: splitPerson,
  rename: renamePerson,
  "not-a-person": notAPerson,
  note: notePerson,
} as const;

type Action = keyof typeof ACTIONS;
// the keys of a literal are its own
const KNOWN = Object.keys(ACTIONS) as Action[];

/** Which options go with which action only. */
const OWN: readonly (readonly [
  option: "doubtful" | "label" | "note" | "json",
  readonly Action[],
])[] = [
  ["doubtful", ["list"]],
  ["json", ["list"]],
  ["label", ["split"]],
  ["note", ["merge", "split", "rename", "not-a-person", "note"]],
];

/** The command `person`. */
export const personCommand: Command = {
  name: "person",
  files:
    "list [WORDS] | show NAME | merge NAME NAME... | split NAME FILE... | rename NAME NAME | not-a-person NAME | note NAME",
  summary: "list the people of the archive, and say who is who",
  description: `\`list\` prints everybody whom the articles name, with how many articles, the role last printed and whether
there is a page; with WORDS, those whose names hold them; with --doubtful, those without a page or with a remark on
the review list. \`show\` prints what is known of one person, with the sentences, and what you have ruled.

The others each write what you rule at the end of content/decisions.yml, and the next build follows it for ever:
\`merge\` says that names are one person's (the first is shown), \`split\` that the person in these articles is
another of the same name (--label "harbour master" tells the two apart), \`rename\` what somebody is shown as,
\`not-a-person\` that a name is nobody's. Take the lines out to have it as it was. \`note\` begins a file in
content/people/ for what you know of somebody. A name with spaces wants quotation marks; of namesakes, type the
label too: "Anton Melrose (harbour master)".`,
  options: ["content", "quiet", "json", "doubtful", "label", "note"],
  example: 'backfile person merge "Tomas Varga" "Tom Varga" --note "his own signature"',
  run: runPerson,
};

async function runPerson(options: Options): Promise<number> {
  const action = actionOf(options, { command: "person", actions: KNOWN, own: OWN });
  const archive = archivePeople(options.content, terminalProgress(options.quiet));
  ACTIONS[action](options.files.slice(1), archive, options);
  return 0;
}
