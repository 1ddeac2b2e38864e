/** What does a project file hold, for a check that reads code: its syntax, its types, its imports and exports? */
import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join, posix, relative, sep } from "node:path";
import { type AnyNode, type Program, parse } from "acorn";

/** A file as text. The path is relative to the project, with forward slashes. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Names that a file takes from another; `*` stands for all of them. */
export interface Import {
  /** As written: `./urls.ts`, `node:fs`, `zod`. */
  readonly specifier: string;
  /** The project's file that it means, if it is one. */
  readonly target?: string;
  readonly names: readonly string[];
  readonly start: number;
  readonly isDynamic: boolean;
}

/** A name that a file gives to others. */
export interface Export {
  readonly name: string;
  readonly kind: "value" | "type" | "default" | "again";
  readonly start: number;
}

/** A file of code. All offsets are UTF-16 units of `text`. */
export interface CodeFile extends TextFile {
  /** The syntax tree of what is left when the types are taken out, at the same offsets. */
  readonly program: Program;
  /** As long as `text`: only what the types are, comments and strings blanked. */
  readonly types: string;
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
}

const IS_CODE = /\.(?:ts|js)$/;
const SKIPPED = /(?:^|\/)(?:node_modules|\.git|\.backfile|_site[^/]*)(?:\/|$)/;

/** Returns the files at or below some paths of the project, sorted by path. */
export function readProject(root: string, paths: readonly string[]): readonly TextFile[] {
  return readdirSync(root, { recursive: false, withFileTypes: true })
    .filter(({ name }) => paths.includes(name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(root, entry.name) : [entry.name]))
    .filter((path) => !SKIPPED.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

function filesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .map((path) => path.split(sep).join("/"));
}

/** Returns the files that hold code, read as code. Throws an error with the path where one is not. */
export function readCode(files: readonly TextFile[]): readonly CodeFile[] {
  return files.filter(({ path }) => IS_CODE.test(path)).map(codeFile);
}

/** Returns the line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** Calls `visit` for each node of a syntax tree, parents first. */
export function walk(node: AnyNode, visit: (node: AnyNode) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit);
    }
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function codeFile({ path, text }: TextFile): CodeFile {
  const javaScript = path.endsWith(".ts") ? strip(path, text) : text;
  const program = parse(javaScript, {
    ecmaVersion: "latest",
    sourceType: "module",
    allowHashBang: true,
  });
  const typeText = blankComments(difference(text, javaScript));
  return {
    path,
    text,
    program,
    types: typeText.replace(STRINGS, blanked),
    imports: [...valueImports(path, text, program), ...typeImports(path, typeText)],
    exports: [...valueExports(program), ...typeExports(typeText)],
  };
}

function strip(path: string, text: string): string {
  try {
    const stripped = stripTypeScriptTypes(text, { mode: "strip" });
    if (stripped.length === text.length) return stripped;
    throw new Error("its types cannot be taken out without moving the rest");
  } catch (cause) {
    throw new Error(`${path}: ${String(cause)}`, { cause });
  }
}

/** Keeps what stands in `text` alone; the stripper leaves spaces where types were. */
function difference(text: string, javaScript: string): string {
  let types = "";
  for (let index = 0; index < text.length; index++) {
    const unit = text.charAt(index);
    types += unit === "\n" || unit !== javaScript.charAt(index) ? unit : " ";
  }
  return types;
}

const COMMENTS = /"(?:[^"\\\n]|\\.)*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
const STRINGS = /"(?:[^"\\\n]|\\.)*"|`[^`]*`/g;
const NOT_LINE_END = /[^\n]/g;

function blankComments(text: string): string {
  return text.replace(COMMENTS, (found) => (found.startsWith('"') ? found : blanked(found)));
}

function blanked(found: string): string {
  return found.replace(NOT_LINE_END, " ");
}

// ------------------------------------------------------------------ imports and exports

const BRACES = /\{(?<names>[^}]*)\}/;
const TYPE_IMPORT = /^import\s+type\b(?<clause>[^;"]*)\bfrom\s+"(?<specifier>[^"]+)"/gm;
const IMPORTED_TYPE = /\bimport\(\s*"(?<specifier>[^"]+)"\s*\)(?:\.(?<name>[\w$]+))?/g;
const TYPE_EXPORT = /^export\s+(?:declare\s+)?(?:type|interface)\s+(?<name>[A-Za-z_$][\w$]*)/gm;
const AGAIN_EXPORT = /^export\s+type\s*(?:\{|\*)/gm;

function valueImports(path: string, text: string, program: Program): readonly Import[] {
  const found: Import[] = [];
  const patterns = new Map<AnyNode, readonly string[]>();
  walk(program, (node) => {
    if (node.type === "ImportDeclaration") {
      const specifier = String(node.source.value);
      // from the text, since the types among the names are not in the tree
      const clause = text.slice(node.start, node.source.start);
      const start = node.start;
      found.push({ ...named(path, specifier, importedNames(clause)), start, isDynamic: false });
    }
    if (node.type === "VariableDeclarator" && node.init?.type === "AwaitExpression") {
      const names = node.id.type === "ObjectPattern" ? patternNames(node.id) : ["*"];
      patterns.set(node.init.argument, names);
    }
    if (node.type === "ImportExpression" && node.source.type === "Literal") {
      const names = patterns.get(node) ?? ["*"];
      const specifier = String(node.source.value);
      found.push({ ...named(path, specifier, names), start: node.start, isDynamic: true });
    }
  });
  return found;
}

function typeImports(path: string, types: string): readonly Import[] {
  const found: Import[] = [];
  for (const { groups, index } of types.matchAll(TYPE_IMPORT)) {
    const names = importedNames(groups?.["clause"] ?? "");
    const specifier = groups?.["specifier"] ?? "";
    found.push({ ...named(path, specifier, names), start: index, isDynamic: false });
  }
  for (const { groups, index } of types.matchAll(IMPORTED_TYPE)) {
    const names = [groups?.["name"] ?? "*"];
    const specifier = groups?.["specifier"] ?? "";
    found.push({ ...named(path, specifier, names), start: index, isDynamic: true });
  }
  return found;
}

function named(
  path: string,
  specifier: string,
  names: readonly string[],
): Pick<Import, "specifier" | "names" | "target"> {
  if (!specifier.startsWith(".")) return { specifier, names };
  return { specifier, names, target: posix.join(posix.dirname(path), specifier) };
}

function importedNames(clause: string): readonly string[] {
  if (clause.includes("*")) return ["*"];
  const names = (BRACES.exec(clause)?.groups?.["names"] ?? "")
    .split(",")
    .map((name) =>
      name
        .trim()
        .replace(/^type\s+/, "")
        .replace(/\s+as\s.*/s, ""),
    )
    .filter((name) => name !== "");
  return /^import\s+(?:type\s+)?[A-Za-z_$]/.test(clause) ? [...names, "default"] : names;
}

function patternNames(pattern: AnyNode): readonly string[] {
  if (pattern.type !== "ObjectPattern") return ["*"];
  return pattern.properties.map((property) =>
    property.type === "Property" && property.key.type === "Identifier" ? property.key.name : "*",
  );
}

function valueExports(program: Program): readonly Export[] {
  return program.body.flatMap((node): Export[] => {
    const { start } = node;
    if (node.type === "ExportDefaultDeclaration")
      return [{ name: "default", kind: "default", start }];
    if (node.type === "ExportAllDeclaration") return [{ name: "*", kind: "again", start }];
    if (node.type !== "ExportNamedDeclaration") return [];
    const { declaration } = node;
    // types of an emptied `export {type A}` are found as such; what is left names things of elsewhere
    if (declaration == null) return [{ name: "*", kind: "again", start }];
    const names =
      declaration.type === "VariableDeclaration"
        ? declaration.declarations.map(({ id }) => (id.type === "Identifier" ? id.name : "*"))
        : [declaration.id.name];
    return names.map((name) => ({ name, kind: "value", start }));
  });
}

function typeExports(types: string): readonly Export[] {
  const declared = [...types.matchAll(TYPE_EXPORT)].map(({ groups, index }): Export => {
    return { name: groups?.["name"] ?? "", kind: "type", start: index };
  });
  const again = [...types.matchAll(AGAIN_EXPORT)].map(({ index }): Export => {
    return { name: "*", kind: "again", start: index };
  });
  return [...declared, ...again];
}
