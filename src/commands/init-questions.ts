/** What does the editor of a new archive have to be asked, in which words? */
import { createInterface } from "node:readline/promises";
import { type Answers, answersFault } from "../read/new-settings.ts";
import { CliError } from "../text/cli-error.ts";
import { HOSTS, type Host, isHost } from "../write/host-files.ts";
import type { Options } from "./command.ts";

/** All that is asked: what goes into `archive.yml`, and who will build the site. */
export interface NewArchiveAnswers extends Answers {
  readonly host?: Host;
}

type Name = keyof Answers | "host";

/** A question. Without `usual`, an empty answer leaves the matter open. */
interface Question {
  readonly name: Name;
  readonly option: keyof Options;
  readonly asked: string;
  readonly usual?: string;
}

const questionsFor = (title: string): readonly Question[] => [
  { name: "title", option: "title", asked: "What is the archive called?", usual: title },
  {
    name: "language",
    option: "language",
    asked: "In which language are its pages? en, fa, ar, de, fr, es, or another code",
    usual: "en",
  },
  {
    name: "newspaper",
    option: "newspaper",
    asked: "Which newspaper are the texts from? Leave it empty if they are from several",
  },
  {
    name: "zone",
    option: "zone",
    asked:
      "In which time zone are its times? Such as Europe/Lisbon or Asia/Tehran; empty if you do not know",
  },
  {
    name: "dateOrder",
    option: "date-order",
    asked: "Is 04/05/2020 the 4th of May (dmy) or April the 5th (mdy)? Empty: as the texts show",
  },
  {
    name: "calendar",
    option: "calendar",
    asked:
      "Which calendar stands beside the Gregorian one? jalali, hijri, both with a comma; empty: none",
  },
  {
    name: "url",
    option: "url",
    asked:
      "At which address will the site stand? Such as https://archive.example/; empty: not known yet",
  },
  {
    name: "licence",
    option: "licence",
    asked: "Under which licence may the texts be used? An address or words; empty: nothing is said",
  },
  {
    name: "host",
    option: "host",
    asked: `Who will build the site? ${HOSTS.join(", ")}; empty: you`,
  },
];

/**
 * Returns the answers: of the options where they give them, else of whoever types, else what is usual. With `--yes` nothing is asked. An answer
 * that cannot be used is asked for again; an option that cannot be is a `CliError`. `named` is the title that the folder's name makes.
 */
export async function askFor(options: Options, named: string): Promise<NewArchiveAnswers> {
  const questions = questionsFor(named);
  const answers: Partial<Record<Name, string>> = {};
  for (const { name, usual } of questions) if (usual !== undefined) answers[name] = usual;
  for (const { name, option } of questions) {
    const given = options[option];
    if (typeof given !== "string") continue;
    answers[name] = given;
    const fault = faultOf(name, answers);
    if (fault !== undefined) throw new CliError(`--${option} ${given}: ${fault}`);
  }
  const open = questions.filter(({ option }) => typeof options[option] !== "string");
  if (!options.yes) await ask(open, answers);
  return completed(answers);
}

async function ask(
  questions: readonly Question[],
  answers: Partial<Record<Name, string>>,
): Promise<void> {
  const reader = createInterface({ input: process.stdin });
  const lines = reader[Symbol.asyncIterator]();
  const tell = (words: string): void => {
    process.stderr.write(words);
  };
  try {
    for (const { name, asked, usual } of questions) {
      for (;;) {
        tell(`${asked}${usual === undefined ? "" : ` [${usual}]`}: `);
        const { value, done } = await lines.next();
        // whoever stops answering takes what is usual
        if (done === true) return;
        const typed = value.trim();
        if (typed === "") break;
        const fault = faultOf(name, { ...answers, [name]: typed });
        if (fault === undefined) {
          answers[name] = typed;
          break;
        }
        tell(`  ${fault}\n`);
      }
    }
  } finally {
    reader.close();
    if (!process.stdin.isTTY) tell("\n");
  }
}

function faultOf(name: Name, answers: Partial<Record<Name, string>>): string | undefined {
  const value = answers[name] ?? "";
  if (name === "host") {
    return isHost(value) ? undefined : `expected ${HOSTS.join(", ")}, found \`${value}\``;
  }
  const { host: _, ...said } = answers;
  return answersFault(completed(said));
}

function completed({
  title = "",
  language = "en",
  host,
  ...others
}: Partial<Record<Name, string>>): NewArchiveAnswers {
  return { title, language, ...others, ...(host !== undefined && isHost(host) && { host }) };
}
