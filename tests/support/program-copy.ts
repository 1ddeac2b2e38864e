/** How does a test break a template? In a copy of the program, which goes with its folder. */
import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Program } from "./cli.ts";
import type { FreshFolder } from "./fresh-folder.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PARTS = ["bin", "src", "layouts", ".eleventy.ts", "package.json"];

/** Copies the program into the folder `program` of a fresh one; its packages are the project's own. */
export function copyProgram(folder: FreshFolder): Program {
  for (const part of PARTS)
    cpSync(join(ROOT, part), folder.at(`program/${part}`), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), folder.at("program/node_modules"));
  return { start: folder.at("program/bin/backfile.js") };
}
