/** What does the packed program consist of? Writes `dist/`: the program in JavaScript, for Node strips no types below `node_modules`. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const OUTPUT = join(ROOT, "dist");
const PARTS = ["src", "layouts", ".eleventy.ts"];
/** What makes word lists from packages that only the project itself has; guides to the code. */
const LEFT_OUT = /^src\/words\/prepare[\w-]*\.ts$|^src\/README\.md$/;
/** `from "./a.ts"`, `import("./a.ts")`, `import "./a.ts"`. */
const SPECIFIER = /(?<=\b(?:from|import)\s*\(?\s*")(?<stem>\.{1,2}\/[^"\n]+)\.ts(?=")/g;

rmSync(OUTPUT, { recursive: true, force: true });
for (const path of PARTS.flatMap(filesAt)) {
  if (LEFT_OUT.test(path)) continue;
  const file = join(ROOT, path);
  const target = join(OUTPUT, path);
  mkdirSync(dirname(target), { recursive: true });
  if (!path.endsWith(".ts")) cpSync(file, target);
  else writeFileSync(target.replace(/\.ts$/, ".js"), compiled(readFileSync(file, "utf8")));
}
writeFileSync(join(OUTPUT, "package.json"), manifest());

/** Lines stay as they are, so that a stack names the line of the source. */
function compiled(code: string): string {
  return stripTypeScriptTypes(code, { mode: "strip" })
    .replace(SPECIFIER, "$<stem>.js")
    .replace(/[ \t]+$/gm, "");
}

/** What the program reads of its own package. */
function manifest(): string {
  const text = readFileSync(join(ROOT, "package.json"), "utf8");
  const { name, version, type, dependencies } = JSON.parse(text) as Record<string, unknown>;
  return `${JSON.stringify({ name, version, private: true, type, dependencies }, undefined, 2)}\n`;
}

function filesAt(part: string): readonly string[] {
  if (part.endsWith(".ts")) return [part];
  return readdirSync(join(ROOT, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
