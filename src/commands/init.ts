/** `backfile init`: a new archive in a folder of its own. */
import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import manifest from "../../package.json" with { type: "json" };
import { folderOf, settingsText } from "../read/new-settings.ts";
import { CliError } from "../text/cli-error.ts";
import { shellWord } from "../text/shell-word.ts";
import { writeNewArchive } from "../write/new-archive.ts";
import type { Command, Options } from "./command.ts";
import { askFor } from "./init-questions.ts";

/** The command `init`. */
export const initCommand: Command = {
  name: "init",
  files: "DIR",
  summary: "begin an archive of your own in a new folder",
  description: `Makes the folder DIR with all that an archive begins with: content/ for your texts and corrections, layouts/ for looks of
your own, and a package.json that says by which backfile it is built. It asks what it has to know in plain words; every
question has an option, and --yes asks nothing. A file that is there is never written over.`,
  options: [
    "title",
    "language",
    "newspaper",
    "zone",
    "date-order",
    "calendar",
    "url",
    "licence",
    "host",
    "yes",
    "quiet",
  ],
  example: 'backfile init my-archive --title "The Courier, 1951–2022" --zone Europe/Lisbon --yes',
  run: runInit,
};

async function runInit(options: Options): Promise<number> {
  const [named, ...others] = options.files;
  if (named === undefined || others.length > 0)
    throw new CliError("`backfile init` wants one folder, such as `backfile init my-archive`");
  const settings = join(named, "content", "archive.yml");
  if (existsSync(settings))
    throw new CliError(
      `${settings}: expected a folder without an archive, found one; name another folder, or change the file by hand`,
    );
  const answers = await askFor(options, titleOf(named));
  const { title, newspaper, url, host } = answers;
  const { written, kept } = writeNewArchive({
    folder: named,
    title,
    settings: settingsText(answers),
    version: manifest.version,
    ...(newspaper !== undefined && { newspaperFolder: folderOf(newspaper) }),
    ...(url !== undefined && { url }),
    ...(host !== undefined && { host }),
  });
  if (options.quiet) return 0;
  const lines = [
    ...written.map((path) => `wrote ${join(named, path)}`),
    ...kept.map((path) => `left ${join(named, path)} as it is`),
    "",
    `The archive is ready. Put article texts into ${join(named, "content", "sources")}, then:`,
    "",
    ...(resolve(named) === resolve(".") ? [] : [`  cd ${shellWord(named)}`]),
    "  npm install",
    "  npm start",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return 0;
}

/** `my-archive` → `My archive`. */
function titleOf(folder: string): string {
  const words = basename(resolve(folder)).replaceAll(/[-_]+/g, " ").trim();
  return words === "" ? "An archive of news" : words.charAt(0).toUpperCase() + words.slice(1);
}
