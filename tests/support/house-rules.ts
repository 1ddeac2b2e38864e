/** Which rules of the house does a file break by itself? Each rule says where, what was found, and what to do. */
import { basename } from "node:path";
import type { AnyNode } from "acorn";
import { type CodeFile, lineAt, type TextFile, walk } from "./source-files.ts";

/** The files that a check reads. */
export interface Project {
  /** Of `src`, `layouts`, `bin` and `.eleventy.ts`: the rules hold for these. */
  readonly texts: readonly TextFile[];
  /** Those of them that are code. */
  readonly code: readonly CodeFile[];
  /** Tests and scripts: code that uses the project and that most rules do not bind. */
  readonly users: readonly CodeFile[];
  /** All that a reader of the repository sees, for words that should not be in it. */
  readonly prose: readonly TextFile[];
  /** The packages that the installed program has. */
  readonly packages: readonly string[];
}

/** A rule and its check, which returns one line for each place that breaks it. */
export interface HouseRule {
  readonly name: string;
  readonly check: (project: Project) => readonly string[];
}

/** Rules that look at one file at a time. */
export const FILE_RULES: readonly HouseRule[] = [
  { name: "names are kebab-case nouns", check: checkNames },
  { name: "a file says first which question it answers", check: checkFirstLines },
  { name: "a file has at most 350 lines", check: checkFileLengths },
  { name: "a function has at most 80 lines and few parameters", check: checkFunctions },
  { name: "every export has a docstring", check: checkDocstrings },
  { name: "types are sound: no any, no !", check: checkTypes },
  { name: "no barrels and no default exports", check: checkExportKinds },
  { name: "only some folders touch disk, clock, console and environment", check: checkEffects },
  { name: "nothing depends on the machine's language or on chance", check: checkDeterminism },
  { name: "word lists say where they come from", check: checkWordLists },
  { name: "the project speaks of itself alone", check: checkProse },
];

/** Returns `path:line: found; remedy` for a place in a file. */
export function finding(file: TextFile, offset: number, message: string): string {
  return `${file.path}:${lineAt(file.text, offset)}: ${message}`;
}

// ------------------------------------------------------------------ names and sizes

const KEBAB = /^\.?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*$/;
const SHOUTED = /^[A-Z]+\.md$/;
const EMPTY_NAMES = /^(?:utils?|helpers?|misc|common|stuff)(?:\.|$)/;

function checkNames({ texts }: Project): readonly string[] {
  return texts.flatMap((file) =>
    file.path.split("/").flatMap((name) => {
      if (SHOUTED.test(name)) return [];
      if (EMPTY_NAMES.test(name))
        return [finding(file, 0, `"${name}" says nothing; name it after the question it answers`)];
      if (KEBAB.test(name)) return [];
      return [
        finding(file, 0, `"${name}" is not kebab-case; rename it, like this: press-release.ts`),
      ];
    }),
  );
}

const FIRST_COMMENT = /^(?:#![^\n]*\n)?(?:\/\*\*?|\/\/)\s*(?:\*\s*)?\S[^\n]{15,}/;
const FIRST_DOCSTRING = /^\/\*\*\s*(?:\*\s*)?\S[^\n]{15,}/;
const HAS_COMMENTS = /\.(?:ts|js|css)$/;

function checkFirstLines({ texts }: Project): readonly string[] {
  return texts
    .filter(({ path }) => HAS_COMMENTS.test(path))
    .filter(
      ({ path, text }) => !(path.endsWith(".ts") ? FIRST_DOCSTRING : FIRST_COMMENT).test(text),
    )
    .map((file) =>
      finding(
        file,
        0,
        "no comment first; begin with /** the question that this file answers, and the stage */",
      ),
    );
}

const LONGEST_FILE = 350;
const LONGEST_MODEL = 520;
/** A line for each sentence of the interface. */
const WRITTEN_BY_A_SCRIPT = "src/text/interface-slots.ts";
const MODELS: readonly string[] = ["src/model.ts", "src/page-model.ts"];

function checkFileLengths({ texts }: Project): readonly string[] {
  return texts
    .filter(({ path }) => HAS_COMMENTS.test(path) && !path.endsWith(".css"))
    .filter(({ path }) => path !== WRITTEN_BY_A_SCRIPT)
    .flatMap((file) => {
      const longest = MODELS.includes(file.path) ? LONGEST_MODEL : LONGEST_FILE;
      const lines = lineAt(file.text, file.text.length) - 1;
      if (lines <= longest) return [];
      return [
        finding(
          file,
          file.text.length,
          `${lines} lines, ${longest} allowed; divide it by question`,
        ),
      ];
    });
}

const LONGEST_FUNCTION = 80;
const MOST_PARAMETERS = 4;

function checkFunctions({ code }: Project): readonly string[] {
  return findInCode(code, (node, file) => {
    if (
      node.type !== "FunctionDeclaration" &&
      node.type !== "FunctionExpression" &&
      node.type !== "ArrowFunctionExpression"
    )
      return undefined;
    const lines = lineAt(file.text, node.end) - lineAt(file.text, node.start) + 1;
    if (lines > LONGEST_FUNCTION)
      return `a function of ${lines} lines, ${LONGEST_FUNCTION} allowed; take steps out of it and name them`;
    if (node.params.length > MOST_PARAMETERS)
      return `${node.params.length} parameters; take three and then one object of options`;
    return undefined;
  });
}

// ------------------------------------------------------------------ exports and types

const ELEVENTY_TEMPLATE = /\.11ty\.ts$/;
const MAY_DEFAULT = /\.11ty\.ts$|^\.eleventy\.ts$/;

function checkDocstrings({ code }: Project): readonly string[] {
  return code.flatMap((file) =>
    file.exports
      .filter(({ kind }) => kind === "value" || kind === "type" || kind === "default")
      .filter(
        ({ kind, name }) => !(kind === "default" && MAY_DEFAULT.test(file.path)) && name !== "*",
      )
      .filter(({ name, start }) => !hasDocstring(file.text, firstOverload(file.text, name, start)))
      .map(({ name, start }) =>
        finding(
          file,
          start,
          `no docstring before ${name}; say in the third person what it returns or is`,
        ),
      ),
  );
}

/** The documented form of a function with several signatures is its first. */
function firstOverload(text: string, name: string, start: number): number {
  const first = text.search(
    new RegExp(`^export (?:async )?function ${RegExp.escape(name)}\\b`, "m"),
  );
  return first === -1 ? start : Math.min(first, start);
}

/** The file's own first comment is not one of an export's. */
function hasDocstring(text: string, start: number): boolean {
  const before = text.slice(0, start).trimEnd();
  const opens = before.lastIndexOf("\n/**");
  return opens > 0 && before.indexOf("*/", opens) === before.length - 2;
}

const ANY = /(?<![\w$.])any(?![\w$]|\??:)/g;
const NOT_NULL = /!/g;

function checkTypes({ code }: Project): readonly string[] {
  return code.flatMap((file) => [
    ...[...file.types.matchAll(ANY)].map(({ index }) =>
      finding(file, index, "the type any; use unknown and check it once"),
    ),
    ...[...file.types.matchAll(NOT_NULL)].map(({ index }) =>
      finding(file, index, "a ! that hides a missing value; return early or give a default"),
    ),
  ]);
}

function checkExportKinds({ code }: Project): readonly string[] {
  return code.flatMap((file) => [
    ...(/^index\.[jt]s$/.test(basename(file.path))
      ? [finding(file, 0, "an index file; import from the file that answers the question")]
      : []),
    ...file.exports.flatMap(({ kind, start }) => {
      if (kind === "again")
        return [
          finding(file, start, "hands names on; export a thing where it is declared, only there"),
        ];
      if (kind === "default" && !MAY_DEFAULT.test(file.path))
        return [finding(file, start, "a default export; give it its name")];
      return [];
    }),
  ]);
}

/** Whether Eleventy, and no file of ours, takes the export of a template. */
export function isForEleventy(path: string, name: string): boolean {
  return ELEVENTY_TEMPLATE.test(path) && (name === "data" || name === "render");
}

// ------------------------------------------------------------------ effects

const MAY_TOUCH =
  /^(?:src\/(?:read|write|catalog|render|search|publish|jobs|check|commands)\/|src\/cli\.ts$|src\/words\/prepare[\w-]*\.ts$|training\/|packaging\/|bin\/|\.eleventy\.ts$)/;
const IN_BROWSER = /^layouts\/assets\//;
const TOUCHING_MODULES =
  /^(?:node:)?(?:fs|fs\/promises|process|console|child_process|worker_threads|cluster|http|https|http2|net|dgram|dns|os|sqlite|readline|readline\/promises|timers\/promises|perf_hooks|vm|repl|tty)$/;
const TOUCHING_GLOBALS: readonly string[] = ["process", "console", "performance", "fetch"];

function checkEffects({ code }: Project): readonly string[] {
  const bound = code.filter(({ path }) => !MAY_TOUCH.test(path) && !IN_BROWSER.test(path));
  const remedy =
    "take it as a parameter from a stage that may (read, write, catalog, render, search, publish, jobs, check, commands)";
  const imported = bound.flatMap((file) =>
    file.imports
      .filter(({ specifier }) => TOUCHING_MODULES.test(specifier))
      .map(({ specifier, start }) => finding(file, start, `imports ${specifier}; ${remedy}`)),
  );
  const used = findInCode(bound, (node) => {
    const name = globalUsed(node) ?? clockRead(node);
    return name === undefined ? undefined : `uses ${name}; ${remedy}`;
  });
  return [...imported, ...used];
}

function globalUsed(node: AnyNode): string | undefined {
  const object =
    node.type === "MemberExpression"
      ? node.object
      : node.type === "CallExpression"
        ? node.callee
        : undefined;
  if (object?.type === "Identifier" && object.name === "globalThis") return "globalThis";
  return object?.type === "Identifier" && TOUCHING_GLOBALS.includes(object.name)
    ? object.name
    : undefined;
}

function clockRead(node: AnyNode): string | undefined {
  if (node.type === "NewExpression" && node.arguments.length === 0)
    return isNamed(node.callee, "Date") ? "new Date()" : undefined;
  if (node.type !== "CallExpression") return undefined;
  if (isNamed(node.callee, "Date")) return "Date()";
  const isNow = node.callee.type === "MemberExpression" && isNamed(node.callee.property, "now");
  return isNow && node.arguments.length === 0 ? "the clock (now)" : undefined;
}

function isNamed(node: AnyNode, name: string): boolean {
  return node.type === "Identifier" && node.name === name;
}

const OF_CHANCE: readonly string[] = [
  "random",
  "randomUUID",
  "randomBytes",
  "randomInt",
  "getRandomValues",
];

function checkDeterminism({ code }: Project): readonly string[] {
  return findInCode(code, (node, file) => {
    if (node.type !== "Identifier" || IN_BROWSER.test(file.path)) return undefined;
    if (node.name === "localeCompare" || node.name.startsWith("toLocale"))
      return `${node.name} depends on the machine; compare code units, write dates and numbers yourself`;
    return OF_CHANCE.includes(node.name)
      ? `${node.name} gives other bytes each time; derive the value from the content`
      : undefined;
  });
}

// ------------------------------------------------------------------ words

const WORD_LIST = /^src\/words\/.+\.json$/;
const WORD_LIST_KEYS: readonly string[] = ["source", "licence", "note"];

function checkWordLists({ texts }: Project): readonly string[] {
  return texts
    .filter(({ path }) => WORD_LIST.test(path))
    .flatMap((file) => {
      const list: unknown = JSON.parse(file.text);
      const keys = new Map(typeof list === "object" && list !== null ? Object.entries(list) : []);
      return WORD_LIST_KEYS.filter((key) => {
        const value: unknown = keys.get(key);
        return typeof value !== "string" || value.trim() === "";
      }).map((key) => finding(file, 0, `no "${key}"; say it in words, beside the list`));
    });
}

/** Each with what it is; the examples of a test are put together from pieces, or they would be found themselves. */
const FOREIGN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bregistry\.[a-z]|\bnpmjs\.(?:org|com)\b/gi, "the host of a package registry"],
  [
    /(?<![\w.-])(?:\/work\/|shared\/(?:corpus|score|hooks|design|style|contract|look)\b)/g,
    "a path of somebody's machine",
  ],
  [
    /\bissues?\s+(?:no\.?\s*)?#?\d|\b(?:fix(?:es)?|closes|see|refs?)\s+#\d|\(#\d+\)/gi,
    "the number of a ticket",
  ],
];

function checkProse({ prose }: Project): readonly string[] {
  return prose.flatMap((file) =>
    FOREIGN_WORDS.flatMap(([pattern, what]) =>
      [...file.text.matchAll(pattern)].map(({ index, 0: found }) =>
        finding(file, index, `"${found}", ${what}; say the reason itself`),
      ),
    ),
  );
}

/** Calls `judge` for each node of each file and returns a finding for each message it gives. */
function findInCode(
  code: readonly CodeFile[],
  judge: (node: AnyNode, file: CodeFile) => string | undefined,
): readonly string[] {
  const findings: string[] = [];
  for (const file of code) {
    walk(file.program, (node) => {
      const message = judge(node, file);
      if (message !== undefined) findings.push(finding(file, node.start, message));
    });
  }
  return findings;
}
