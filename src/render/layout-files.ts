/** Which file of the layouts is meant: the program's, or the archive's own in its place? Stage 7. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CliError } from "../text/cli-error.ts";
import { byCodeUnits } from "../text/fold.ts";
import { nearestWord } from "../text/nearest.ts";

/** The program's own layouts, absolute. */
export const LAYOUTS = fileURLToPath(new URL("../../layouts", import.meta.url));

/** What the program's code ends in: as it is written, or as it is packed, since Node strips no types below `node_modules`. */
export const CODE = import.meta.url.endsWith(".ts") ? ".ts" : ".js";

const TEMPLATE = /\.11ty\.[jt]s$/;
const ENDING = /\.[jt]s$/;

/** Returns the names of the page kinds' templates, in the order of their code units. */
export function templateNames(): readonly string[] {
  return readdirSync(LAYOUTS)
    .filter((name) => TEMPLATE.test(name))
    .sort(byCodeUnits);
}

/**
 * Returns the file that has a path, whether it is written in TypeScript or in JavaScript: `parts/entries.js` may be
 * `parts/entries.ts`; `undefined` if there is none.
 */
export function codeFile(path: string): string | undefined {
  if (existsSync(path)) return path;
  if (!ENDING.test(path)) return undefined;
  const stem = path.replace(ENDING, "");
  return [`${stem}.ts`, `${stem}.js`].find((other) => existsSync(other));
}

/** Refuses templates of an archive's own that stand in the place of none. Throws a `CliError` that names the one that was meant. */
export function checkOwnTemplates(own: string): void {
  const known = templateNames().map((name) => name.replace(ENDING, ""));
  const names = readdirSync(own).filter((name) => TEMPLATE.test(name));
  for (const name of names.sort(byCodeUnits)) {
    const stem = name.replace(ENDING, "");
    if (known.includes(stem)) continue;
    const meant = nearestWord(stem, known);
    const remedy =
      meant === undefined
        ? `known are ${known.join(", ")}`
        : `did you mean \`${meant}${name.slice(-3)}\`?`;
    throw new CliError(
      `${join(own, name)}: expected the name of a layout of backfile's, which it takes the place of; ${remedy}`,
    );
  }
}
