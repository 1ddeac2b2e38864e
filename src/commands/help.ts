/** What does the program say of itself? */
import type { Command } from "./command.ts";
import { OPTION_TEXTS } from "./options.ts";

/** Returns what `backfile --help` prints. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return `backfile turns a folder of plain-text news into an archive on the web.

Usage: backfile COMMAND [OPTIONS]

${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join("\n")}

\`backfile COMMAND --help\` says more of each. \`backfile --version\` prints the version.
`;
}

/** Returns what \`backfile COMMAND --help\` prints. */
export function helpFor(command: Command): string {
  const usage = ["backfile", command.name, ...(command.files === undefined ? [] : [command.files])];
  const rows = command.options.map((name) => {
    const { value, about } = OPTION_TEXTS[name];
    return { typed: `--${name}${value === undefined ? "" : ` ${value}`}`, about };
  });
  rows.push({ typed: "--debug", about: "show where the program failed, if it does" });
  const width = Math.max(...rows.map(({ typed }) => typed.length));
  return `Usage: ${usage.join(" ")} [OPTIONS]

${command.description}

${rows.map(({ typed, about }) => `  ${typed.padEnd(width)}  ${about}`).join("\n")}

Example: ${command.example}
`;
}
