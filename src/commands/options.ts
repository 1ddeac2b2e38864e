/** What did the user type behind the command's name? */
import { join, relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { EDITORS_FOLDERS } from "../read/markdown-folder.ts";
import { CliError } from "../text/cli-error.ts";
import { nearestWord } from "../text/nearest.ts";
import type { Command, OptionName, Options } from "./command.ts";

/** How an option is typed and what its help says. */
interface OptionText {
  readonly value?: string;
  readonly about: string;
}

/** Every option's help. */
export const OPTION_TEXTS: Readonly<Record<OptionName, OptionText>> = {
  content: { value: "DIR", about: "the archive's folder (default: content)" },
  output: { value: "DIR", about: "where the site goes (default: _site)" },
  site: {
    value: "DIR",
    about: "check this published site by itself, without the archive's folder",
  },
  port: { value: "N", about: "where to serve; the next free one if it is taken (default: 8080)" },
  workers: {
    value: "N",
    about: "processes that draw pages beside this one (default: the machine's cores less one)",
  },
  jobs: {
    value: "DIR",
    about: "where jobs and their results lie (default: .backfile/jobs in the archive's folder)",
  },
  size: {
    value: "N",
    about: "articles that a job has at most, pages five times as many (default: 2000)",
  },
  again: {
    about: "draw and index everything again, as after files of the site were altered or lost",
  },
  "no-search": {
    about: "leave the search as it stands; the next build without it indexes what has changed",
  },
  quiet: { about: "print only what was set aside and what is doubtful" },
  json: { about: "print the report on standard output as JSON, one object a line" },
  jsonl: { about: "read JSON Lines from standard input" },
  diff: { about: "show what would change in the Markdown files, and write nothing" },
  doubtful: { about: "only those without a page, or with a remark on the review list" },
  label: { value: "TEXT", about: "what tells the namesake from the others, such as an office" },
  note: { value: "TEXT", about: "why; written down beside the decision" },
  text: { about: "on the texts named behind it, and not on the archive's articles" },
  title: { value: "TEXT", about: "what the archive is called" },
  language: { value: "CODE", about: "the language of its pages, such as en, fa, ar, de, fr, es" },
  newspaper: { value: "TEXT", about: "the newspaper that the texts are from, if it is one" },
  zone: { value: "ZONE", about: "the time zone that it prints, such as Europe/Lisbon" },
  "date-order": { value: "ORDER", about: "dmy if 04/05 is 4 May, mdy if it is April 5" },
  calendar: { value: "NAMES", about: "shown beside the Gregorian: jalali, hijri, or both" },
  url: { value: "ADDRESS", about: "where the site will stand, such as https://archive.example/" },
  licence: { value: "TEXT", about: "under which the texts may be used: an address or words" },
  host: {
    value: "NAME",
    about: "writes what github, gitlab, netlify or cloudflare needs to build the site",
  },
  yes: { about: "ask nothing, and take what is usual for what no option says" },
  profile: {
    about: "print where the time went, by stage; .backfile/last-build.json has it always",
  },
  strict: { about: "exit with 1 if anything was set aside or is doubtful" },
};

/** Options that are absent where nothing is said. */
const WORDS = [
  "label",
  "note",
  "title",
  "language",
  "newspaper",
  "zone",
  "date-order",
  "calendar",
  "url",
  "licence",
  "host",
] as const satisfies readonly OptionName[];

const HIGHEST_PORT = 65_535;

/** Returns the options typed for a command. Throws a `CliError` on one that it does not know. */
export function parseOptions(command: Command, args: readonly string[]): Options {
  const known: Record<string, { type: "string" | "boolean"; short?: string }> = {
    help: { type: "boolean", short: "h" },
    debug: { type: "boolean" },
  };
  for (const name of command.options) {
    known[name] = { type: OPTION_TEXTS[name].value === undefined ? "boolean" : "string" };
  }
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: known,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = known[token.name];
    if (option === undefined)
      throw new CliError(unknownOption(command, token.rawName, Object.keys(known)));
    if (option.type === "string" && (token.value === undefined || token.value === "")) {
      throw new CliError(
        `${token.rawName} wants a value, such as ${token.rawName} ${OPTION_TEXTS[token.name as OptionName].value}`,
      );
    }
    if (option.type === "boolean" && token.value !== undefined) {
      throw new CliError(`${token.rawName} takes no value; leave out \`=${token.value}\``);
    }
  }
  if (command.files === undefined && positionals.length > 0) {
    throw new CliError(
      `\`backfile ${command.name}\` takes no files, found \`${positionals[0]}\`; see \`backfile ${command.name} --help\``,
    );
  }
  const text = (name: OptionName, otherwise: string): string => String(values[name] ?? otherwise);
  const content = text("content", "content");
  const output = text("output", "_site");
  if (command.options.includes("output")) refuseInContent(output, content);
  return {
    files: positionals,
    content,
    output,
    site: text("site", ""),
    port: portOf(text("port", "8080")),
    ...(typeof values["workers"] === "string" && {
      workers: numberOf("workers", values["workers"], MOST_WORKERS),
    }),
    ...(typeof values["jobs"] === "string" && { jobs: values["jobs"] }),
    size: numberOf("size", text("size", "2000"), LARGEST_JOB),
    again: values["again"] === true,
    "no-search": values["no-search"] === true,
    quiet: values["quiet"] === true,
    json: values["json"] === true,
    jsonl: values["jsonl"] === true,
    strict: values["strict"] === true,
    profile: values["profile"] === true,
    diff: values["diff"] === true,
    doubtful: values["doubtful"] === true,
    text: values["text"] === true,
    ...Object.fromEntries(
      WORDS.flatMap((name) => (typeof values[name] === "string" ? [[name, values[name]]] : [])),
    ),
    yes: values["yes"] === true,
    debug: values["debug"] === true,
    help: values["help"] === true,
  };
}

/** What is read there, and no place for a site: the next build would read the site as a text. */
const CONTENT_PARTS = ["sources", "articles", "versions", ...EDITORS_FOLDERS, ".backfile"];

function refuseInContent(output: string, content: string): void {
  const inside = relative(resolve(content), resolve(output)).split(sep)[0] ?? "";
  if (!CONTENT_PARTS.includes(inside)) return;
  throw new CliError(
    `--output ${output}: expected a folder for the site alone, found one in ${join(content, inside)}; name a folder outside it`,
  );
}

function unknownOption(command: Command, raw: string, known: readonly string[]): string {
  const meant = nearestWord(raw.replace(/^-+/, ""), known);
  const remedy =
    meant === undefined
      ? `see \`backfile ${command.name} --help\``
      : `did you mean \`--${meant}\`?`;
  return `\`backfile ${command.name}\` has no option \`${raw}\`; ${remedy}`;
}

const MOST_WORKERS = 256;
const LARGEST_JOB = 100_000;

/** A number from 1 on. */
function numberOf(option: string, typed: string, most: number): number {
  const number = Number(typed);
  if (!/^\d+$/.test(typed) || number < 1 || number > most)
    throw new CliError(`--${option}: expected a number from 1 to ${most}, found \`${typed}\``);
  return number;
}

function portOf(typed: string): number {
  const port = Number(typed);
  if (!/^\d+$/.test(typed) || port > HIGHEST_PORT) {
    throw new CliError(`expected a port from 0 to ${HIGHEST_PORT}, found \`${typed}\``);
  }
  return port;
}
