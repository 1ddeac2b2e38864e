/** Does the code keep the rules of the house, and would a breach be found? See "Who may import whom" in `src/README.md`. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { FILE_RULES, type Project } from "./support/house-rules.ts";
import { IMPORT_RULES } from "./support/import-rules.ts";
import { readCode, readProject, type TextFile } from "./support/source-files.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const RULES = [...FILE_RULES, ...IMPORT_RULES];
const PROGRAM = ["src", "layouts", "training", "packaging", "bin", ".eleventy.ts"];
const GUIDES = ["tests", ".ci", "README.md", "CHANGELOG.md", "CONTRIBUTING.md"];

/** The texts of the cases are sources and what was made of them, not the project's own words. */
const NOT_OUR_WORDS = /^tests\/cases\/|\.json$/;

function thisProject(): Project {
  const texts = readProject(ROOT, PROGRAM);
  const beside = readProject(ROOT, GUIDES).filter(({ path }) => !NOT_OUR_WORDS.test(path));
  // npm made it, and it has dependencies
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  return {
    texts,
    code: readCode(texts),
    users: readCode(beside),
    prose: [...texts.filter(({ path }) => !NOT_OUR_WORDS.test(path)), ...beside],
    packages: Object.keys(manifest.dependencies),
  };
}

const project = thisProject();

for (const { name, check } of RULES) {
  test(`the house: ${name}`, () => {
    const findings = check(project);
    assert.equal(findings.length, 0, `\n${findings.join("\n")}\n`);
  });
}

test("the house is not empty: the checks have read its files", () => {
  assert.ok(project.code.some(({ path }) => path === "src/pipeline.ts"));
  assert.ok(project.code.some(({ path }) => path.startsWith("layouts/")));
  assert.ok(project.users.some(({ path }) => path === "tests/architecture.test.ts"));
  const pipeline = project.code.find(({ path }) => path === "src/pipeline.ts");
  assert.ok(pipeline?.imports.some(({ target }) => target === "src/prepared-archive.ts"));
});

// ------------------------------------------------------------------ samples that break one rule each

const TOP = "/** Which word of a headline is its first one? Stage 2. */\n";

/** A small project without a fault: what each bad sample is set beside. */
const SOUND: readonly TextFile[] = [
  file("src/model.ts", `${TOP}/** A word. */\nexport interface Word { readonly text: string }\n`),
  file(
    "src/text/words.ts",
    `${TOP}import type { Word } from "../model.ts";\n
/** How a word is looked at; see \`text/*.md\`. */
export type Look = (word: Word) => boolean;\n
/** Returns the words of a line. */
export function wordsOf(line: string, look: Look): readonly Word[];
export function wordsOf(line: string, look: Look): readonly Word[] {
  // any! is but a word here, and so is process.env
  return line.split(" ").map((text) => ({ text, any: "any!" })).filter((word) => look(word));
}\n`,
  ),
  file(
    "src/pipeline.ts",
    `${TOP}import { wordsOf } from "./text/words.ts";\n
/** Returns how many there are at a time, \`new Date(0)\`. */
export const count = wordsOf(new Date(0).toISOString(), () => true).length;\n`,
  ),
  file(
    "src/commands/count.ts",
    `${TOP}import { count } from "../pipeline.ts";\n\nprocess.exitCode = count;\n`,
  ),
  file("layouts/home.11ty.ts", `${TOP}export default { render: () => "home" };\n`),
  file(
    "src/words/titles.json",
    '{"source": "own", "licence": "MIT", "note": "titles", "words": []}',
  ),
];

/** Words that must not stand in the project are put together here, or they would be found in this file. */
const spelled = (...pieces: readonly string[]): string => pieces.join("");

const BAD: readonly (readonly [
  rule: string,
  bad: TextFile | readonly TextFile[],
  finding: RegExp,
])[] = [
  ["names are", file("src/text/pressRelease.ts", TOP), /^src\/text\/pressRelease.ts:1: .*kebab/],
  ["names are", file("src/text/utils.ts", TOP), /utils.*says nothing/],
  [
    "a file says",
    file("src/text/late.ts", 'import "../model.ts";\n/** Late. */\n'),
    /late.ts:1: no comment/,
  ],
  ["a file says", file("src/text/terse.ts", "/** Words. */\n"), /terse.ts:1: no comment/],
  ["a file has", file("src/text/long.ts", TOP + "// line\n".repeat(350)), /351 lines, 350 allowed/],
  [
    "a function has",
    file("src/text/long-function.ts", `${TOP}(() => {\n${"\n".repeat(79)}})();\n`),
    /long-function.ts:2: a function of 81 lines/,
  ],
  [
    "a function has",
    file("src/text/wide.ts", `${TOP}((a, b, c, d, e) => a)();\n`),
    /wide.ts:2: 5 parameters/,
  ],
  ["every export has", used("export const bare = 1;"), /used.ts:2: no docstring before bare/],
  [
    "every export has",
    used("export interface Bare { x: Bare }"),
    /used.ts:2: no docstring before Bare/,
  ],
  [
    "every export has",
    used("/** Of another. */\nconst x = 1;\nexport const bare = x;"),
    /used.ts:4: no docs/,
  ],
  [
    "every export has",
    used("// no docstring\nexport class Bare {}"),
    /used.ts:3: no docstring before Bare/,
  ],
  [
    "types are",
    file("src/text/loose.ts", `${TOP}((x: any) => x)(1);\n`),
    /loose.ts:2: the type any/,
  ],
  [
    "types are",
    file("src/text/loose.ts", `${TOP}type T = {\n  any: any[] };\n[] as T[];\n`),
    /loose.ts:3: the type/,
  ],
  [
    "types are",
    file("src/text/sure.ts", `${TOP}const x = [1][0]! + 1;\nx;\n`),
    /sure.ts:2: a ! that hides/,
  ],
  ["no barrels", file("src/text/index.ts", TOP), /index.ts:1: an index file/],
  [
    "no barrels",
    file("src/text/again.ts", `${TOP}export * from "./words.ts";\n`),
    /again.ts:2: hands names on/,
  ],
  [
    "no barrels",
    file("src/text/again.ts", `${TOP}export { wordsOf } from "./words.ts";\n`),
    /again.ts:2: hands/,
  ],
  [
    "no barrels",
    file("src/text/again.ts", `${TOP}export type { Look } from "./words.ts";\n`),
    /:2: hands/,
  ],
  [
    "no barrels",
    file("src/text/nameless.ts", `${TOP}/** One. */\nexport default 1;\n`),
    /nameless.ts:3: a default/,
  ],
  ...[
    ['import { readFileSync } from "node:fs";', /imports node:fs; take it/],
    ['import type { Stats } from "fs";', /imports fs; take it/],
    ['await import("node:child_process");', /imports node:child_process/],
    ['process.env["HOME"];', /uses process/],
    ["globalThis.process;", /uses globalThis/],
    ['console.log("x");', /uses console/],
    ["Date.now();", /uses the clock/],
    ["new Date();", /uses new Date\(\)/],
    ["Date();", /uses Date\(\)/],
    ["performance.mark('a');", /uses performance/],
    ['fetch("https://a.example/");', /uses fetch/],
  ].map(([line, found]) => effect(String(line), found as RegExp)),
  [
    "nothing depends",
    file("src/read/sorted.ts", `${TOP}"a".localeCompare("b");\n`),
    /sorted.ts:2: localeCompare/,
  ],
  [
    "nothing depends",
    file("src/read/lower.ts", `${TOP}"a".toLocaleLowerCase();\n`),
    /:2: toLocaleLowerCase/,
  ],
  ["nothing depends", file("src/read/dice.ts", `${TOP}Math.random();\n`), /dice.ts:2: random/],
  [
    "word lists",
    file("src/words/cues.json", '{"source": "own", "licence": " ", "note": "x", "words": []}'),
    /no "licence"/,
  ],
  [
    "the project",
    file("src/text/host.ts", TOP + spelled("// regis", "try.example")),
    /host of a package registry/,
  ],
  [
    "the project",
    file("README.md", spelled("See shared", "/corpus/")),
    /README.md:1: .*somebody's machine/,
  ],
  [
    "the project",
    file("README.md", spelled("\nAs isu".replace("isu", "iss"), "ue 12 asks")),
    /README.md:2: .*ticket/,
  ],
  [
    "stages import",
    file("src/parse/a.ts", `${TOP}import "../read/b.ts";\n`),
    /a.ts:2: parse imports src\/read\/b.ts/,
  ],
  [
    "stages import",
    file("src/text/a.ts", `${TOP}import type { X } from "../read/b.ts";\n`),
    /a.ts:2: text imports/,
  ],
  [
    "stages import",
    file("src/text/a.ts", `${TOP}type X = import("../read/b.ts").X;\n[] as X[];\n`),
    /text imports/,
  ],
  [
    "stages import",
    file("src/link/a.ts", `${TOP}await import("../pipeline.ts");\n`),
    /link imports src\/pipeline/,
  ],
  ["stages import", file("src/new-stage/a.ts", TOP), /"new-stage" is no part of the house/],
  [
    "no import cycles",
    [
      file("src/text/a.ts", `${TOP}import "./b.ts";\n`),
      file("src/text/b.ts", `${TOP}import type { X } from "./c.ts";\n`),
      file("src/text/c.ts", `${TOP}import "./a.ts";\n`),
    ],
    /c.ts:2: a cycle, src\/text\/a.ts → src\/text\/b.ts → src\/text\/c.ts → src\/text\/a.ts/,
  ],
  [
    "every export is",
    file("src/text/idle.ts", `${TOP}/** One. */\nexport const idle = 1;\n`),
    /nobody imports idle/,
  ],
  [
    "every export is",
    file("src/text/idle.ts", `${TOP}/** One. */\nexport type Idle = 1;\n`),
    /nobody imports Idle/,
  ],
  [
    "the program needs",
    file("src/text/a.ts", `${TOP}import "left-pad/x";\n`),
    /imports left-pad\/x, which is not/,
  ],
];

test("a sound project breaks no rule", () => {
  const sound = sampleProject([]);
  for (const { name, check } of RULES) assert.deepEqual(check(sound), [], name);
});

for (const [rule, bad, found] of BAD) {
  test(`a breach is found: ${rule} … ${found.source}`, () => {
    const sample = sampleProject(Array.isArray(bad) ? bad : [bad]);
    const broken = RULES.find(({ name }) => name.startsWith(rule));
    const findings = broken?.check(sample) ?? [];
    assert.equal(findings.length, 1, findings.join("\n"));
    assert.match(findings[0] ?? "", found);
    assert.match(findings[0] ?? "", /^[^:\n]+:\d+: [^\n]+$/);
  });
}

test("every rule has a sample that breaks it", () => {
  const unproven = RULES.filter(({ name }) => !BAD.some(([rule]) => name.startsWith(rule)));
  assert.deepEqual(unproven, []);
});

test("syntax that Node cannot run is an error that names the file", () => {
  assert.throws(
    () => readCode([file("src/text/e.ts", `${TOP}enum Kind { A }\n`)]),
    /src\/text\/e\.ts/,
  );
});

function file(path: string, text: string): TextFile {
  return { path, text };
}

/** A file whose exports are wanted, so that only its docstrings can be at fault. */
function used(text: string): readonly TextFile[] {
  const user = file("src/text/user.ts", `${TOP}import * as all from "./used.ts";\n\nall;\n`);
  return [file("src/text/used.ts", `${TOP}${text}\n`), user];
}

function effect(line: string, found: RegExp): readonly [string, TextFile, RegExp] {
  return ["only some", file("src/recognise/effect.ts", `${TOP}${line}\n`), found];
}

function sampleProject(bad: readonly TextFile[]): Project {
  const texts = [...SOUND, ...bad];
  return { texts, code: readCode(texts), users: [], prose: texts, packages: ["zod"] };
}
