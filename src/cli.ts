/** What does the user want, and did it go well? The only place that prints errors and sets the exit code. */
import type { Command } from "./commands/command.ts";
import { helpFor, overview } from "./commands/help.ts";
import { parseOptions } from "./commands/options.ts";
import { CliError } from "./text/cli-error.ts";
import { nearestWord } from "./text/nearest.ts";

/** Each command by name, loaded when it is wanted: all together take longer than `annotate` does. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["init", async () => (await import("./commands/init.ts")).initCommand],
  ["import", async () => (await import("./commands/import.ts")).importCommand],
  ["build", async () => (await import("./commands/build.ts")).buildCommand],
  ["serve", async () => (await import("./commands/serve.ts")).serveCommand],
  ["review", async () => (await import("./commands/review.ts")).reviewCommand],
  ["person", async () => (await import("./commands/person.ts")).personCommand],
  ["topic", async () => (await import("./commands/topic.ts")).topicCommand],
  ["explain", async () => (await import("./commands/explain.ts")).explainCommand],
  ["plan", async () => (await import("./commands/plan.ts")).planCommand],
  ["job", async () => (await import("./commands/job.ts")).jobCommand],
  ["assemble", async () => (await import("./commands/assemble.ts")).assembleCommand],
  ["annotate", async () => (await import("./commands/annotate.ts")).annotateCommand],
  ["verify", async () => (await import("./commands/verify.ts")).verifyCommand],
  ["check", async () => (await import("./commands/check.ts")).checkCommand],
]);

const DONE = 0;
const USER_ERROR = 1;
const OUR_ERROR = 2;

/**
 * Runs the command that the arguments name and returns the exit code: 0 done; 1 the user has something to
 * put right (or `--strict` found something); 2 backfile itself failed. Never throws.
 */
export async function main(args: readonly string[]): Promise<number> {
  process.stdout.on("error", stopWhenPipeCloses);
  try {
    return await run(args);
  } catch (error) {
    const debug = args.includes("--debug");
    if (error instanceof CliError) {
      process.stderr.write(`backfile: ${error.message}\n${debug ? stackOf(error.cause) : ""}`);
      return USER_ERROR;
    }
    const reason = error instanceof Error ? error.message : String(error);
    const where = debug ? stackOf(error) : "Run it again with --debug to see where.\n";
    process.stderr.write(`backfile failed, and that is its own fault: ${reason}\n${where}`);
    return OUR_ERROR;
  }
}

/** The stack of an error and of what caused it. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return `${error.stack ?? ""}\n${stackOf(error.cause)}`;
}

async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = withoutDebug(args);
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const about = rest.find((word) => !word.startsWith("-"));
    process.stdout.write(
      about === undefined ? overview(await allCommands()) : helpFor(await commandNamed(about)),
    );
    return DONE;
  }
  if (name === "--version") {
    const { default: manifest } = await import("../package.json", { with: { type: "json" } });
    process.stdout.write(`${manifest.version}\n`);
    return DONE;
  }
  const command = await commandNamed(name);
  const options = parseOptions(command, [...args.slice(0, args.indexOf(name)), ...rest]);
  if (options.help) {
    process.stdout.write(helpFor(command));
    return DONE;
  }
  return await command.run(options);
}

/** `backfile --debug build` is `backfile build --debug`. */
function withoutDebug(args: readonly string[]): readonly string[] {
  const first = args.findIndex((arg) => arg !== "--debug");
  return first === -1 ? [] : args.slice(first);
}

async function commandNamed(name: string): Promise<Command> {
  const load = COMMANDS.get(name);
  if (load === undefined) throw new CliError(unknownCommand(name));
  return await load();
}

async function allCommands(): Promise<readonly Command[]> {
  return await Promise.all([...COMMANDS.values()].map((load) => load()));
}

function unknownCommand(name: string): string {
  const names = [...COMMANDS.keys()];
  const meant = nearestWord(name, names);
  const remedy =
    meant === undefined ? `known are ${names.join(", ")}` : `did you mean \`${meant}\`?`;
  return `unknown command \`${name}\`; ${remedy}`;
}

/** `backfile … | head` closes the pipe early; that is no failure. */
function stopWhenPipeCloses(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(DONE);
  throw error;
}
