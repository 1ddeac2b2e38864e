/** Who may import whom, and is everything that is exported wanted somewhere? Rules that look at all files together. */
import { finding, type HouseRule, isForEleventy, type Project } from "./house-rules.ts";
import type { CodeFile, Export, Import } from "./source-files.ts";

/** Rules about what files take from each other. */
export const IMPORT_RULES: readonly HouseRule[] = [
  { name: "stages import only what they may", check: checkLayers },
  { name: "no import cycles", check: checkCycles },
  { name: "every export is wanted somewhere", check: checkWanted },
  { name: "the program needs only the packages it is installed with", check: checkPackages },
];

const MODELS = [
  "model",
  "story-model",
  "event-model",
  "settings-model",
  "page-parts",
  "page-subjects",
  "page-time",
  "page-model",
];
const BASE = [...MODELS, "stage-clock", "text", "words"];
const STAGES = ["read", "parse", "write", "recognise", "link", "render", "search", "publish"];
/** What an import is made of, beside the catalogue. */
const IMPORT_MAPS = [
  "catalogue-file",
  "content-survey",
  "standing-articles",
  "source-intake",
  "matched-sources",
  "source-import",
  "source-remarks",
  "import-tally",
  "known-annotations",
  "joined-results",
  "one-source",
  "usable-articles",
];
const MAPS = [
  ...IMPORT_MAPS,
  "pipeline",
  "standing-site",
  "prepared-archive",
  "drawn-site",
  "searched-site",
  "site-ledger",
  "archive-import",
  "single-text",
  "annotated-articles",
  "linked-archive",
  "linked-stories",
  "linked-names",
  "archive-people",
  "archive-topics",
  "topic-trial",
  "review-archive",
  "planned-jobs",
  "single-job",
];
const PREPARING = [
  "archive-import",
  "annotated-articles",
  "linked-archive",
  "linked-names",
  "linked-stories",
];
const DRAWING = [
  "joined-results",
  "archive-import",
  "prepared-archive",
  "searched-site",
  "site-ledger",
];
const STAGE_LAYERS = STAGES.map((stage) => [stage, [...BASE, stage]] as const);

/** Each part of the house with the parts that it may import. */
const LAYERS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["model", []],
  ["story-model", ["model"]],
  ["settings-model", ["model"]],
  ["event-model", ["model"]],
  ["page-parts", ["model"]],
  ["page-subjects", ["model", "page-parts"]],
  ["page-time", ["page-parts"]],
  ["page-model", ["model", "page-parts", "page-subjects", "page-time"]],
  ["stage-clock", []],
  ["text", ["model", "page-parts", "text"]],
  ["words", ["model", "words"]],
  ...STAGE_LAYERS,
  ["catalog", [...BASE, "catalog"]],
  ["pages", [...BASE, "catalog", "pages"]],
  ["layouts", [...MODELS, "text", "render", "layouts"]],
  ["verify", [...BASE, "read", "write", "publish", "verify"]],
  // looks at what is built, and at nothing else
  ["check", [...BASE, "check"]],
  ["pipeline", [...BASE, ...STAGES, "catalog", "pages", "verify", ...MAPS]],
  ["catalogue-file", []],
  // what sees that there is nothing to do loads next to nothing
  ["standing-site", ["catalog", "catalogue-file", "content-survey", "publish"]],
  ["prepared-archive", [...BASE, ...STAGES, "catalog", ...IMPORT_MAPS, ...PREPARING, "pages"]],
  ["drawn-site", [...BASE, ...STAGES, ...DRAWING, "catalog", "pages"]],
  ["searched-site", [...BASE, ...STAGES, "catalog", "archive-import", "joined-results"]],
  // files of jobs, whatever they do
  ["jobs", [...BASE, "jobs"]],
  ["joined-results", [...BASE, ...STAGES, "catalog", "jobs"]],
  ["planned-jobs", [...BASE, ...STAGES, ...MAPS, "catalog", "pages", "jobs"]],
  ["single-job", [...BASE, ...STAGES, ...MAPS, "catalog", "jobs"]],
  ["site-ledger", [...BASE, ...STAGES, "catalog", "verify", "prepared-archive"]],
  ["archive-import", [...BASE, ...STAGES, "catalog", ...IMPORT_MAPS]],
  // the survey loads next to nothing
  ["content-survey", ["catalog", "read"]],
  ["standing-articles", [...BASE, ...STAGES, "catalog", "usable-articles"]],
  ["source-intake", [...BASE, ...STAGES, "catalog"]],
  ["matched-sources", [...BASE, ...STAGES, "catalog"]],
  ["source-import", [...BASE, ...STAGES, "catalog", ...IMPORT_MAPS]],
  ["source-remarks", [...BASE, ...STAGES, "catalog", "source-intake"]],
  ["import-tally", [...BASE, ...STAGES, "catalog"]],
  ["known-annotations", [...BASE, ...STAGES, "catalog", "joined-results"]],
  ["one-source", [...BASE, ...STAGES, "one-source"]],
  ["usable-articles", [...BASE, ...STAGES, "catalog", "pages"]],
  [
    "annotated-articles",
    [...BASE, ...STAGES, "catalog", "archive-import", "known-annotations", "usable-articles"],
  ],
  ["linked-archive", [...BASE, ...STAGES, "linked-stories", "linked-names"]],
  ["linked-stories", [...BASE, "link", "catalog", "linked"]],
  ["linked", [...BASE, "link", "catalog", "linked"]],
  ["linked-names", [...BASE, "link", "catalog", "linked-names"]],
  ["archive-people", [...BASE, ...STAGES, ...MAPS]],
  ["archive-topics", [...BASE, ...STAGES, ...MAPS]],
  ["topic-trial", [...BASE, ...STAGES, "archive-import", "topic-trial"]],
  ["review-archive", [...BASE, ...STAGES, ...MAPS]],
  ["single-text", [...BASE, ...STAGES, "single-text"]],
  [
    "commands",
    [
      "package.json",
      ...BASE,
      ...STAGES,
      ...MAPS,
      "catalog",
      "pages",
      "verify",
      "jobs",
      "check",
      "commands",
    ],
  ],
  // its version
  ["cli", [...BASE, "commands", "package.json"]],
  // in a package as JavaScript
  ["bin", ["cli", "dist"]],
  ["packaging", []],
  // makes the name model; nobody imports it
  ["training", [...BASE, "recognise", "training"]],
  [".eleventy", [...BASE, ...STAGES, ...MAPS]],
]);

/** `src/parse/dates/order.ts` belongs to `parse`, `src/model.ts` to `model`, `layouts/shell.ts` to `layouts`. */
function partOf(path: string): string {
  const [first = "", second] = path.replace(/^src\//, "").split("/");
  return second === undefined ? first.replace(/\.ts$/, "") : first;
}

function checkLayers({ code }: Project): readonly string[] {
  return code.flatMap((file) => {
    const part = partOf(file.path);
    const allowed = LAYERS.get(part);
    if (allowed === undefined)
      return [
        finding(
          file,
          0,
          `"${part}" is no part of the house; give it its line in tests/support/import-rules.ts`,
        ),
      ];
    return file.imports.flatMap(({ target, start }) => {
      if (target === undefined || allowed.includes(partOf(target))) return [];
      const may = allowed.length === 0 ? "nothing" : allowed.join(", ");
      return [finding(file, start, `${part} imports ${target}; it may import ${may}`)];
    });
  });
}

function checkCycles({ code }: Project): readonly string[] {
  const files = new Map(code.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: CodeFile, trail: readonly string[]): void => {
    for (const { target, start } of file.imports) {
      const next = target === undefined ? undefined : files.get(target);
      if (next === undefined) continue;
      const from = trail.indexOf(next.path);
      if (from !== -1) {
        const circle = [...trail.slice(from), next.path].join(" → ");
        cycles.push(
          finding(file, start, `a cycle, ${circle}; move what both need into a third file`),
        );
      } else if (!done.has(next.path)) {
        visit(next, [...trail, next.path]);
      }
    }
    done.add(file.path);
  };
  for (const file of code) if (!done.has(file.path)) visit(file, [file.path]);
  return cycles;
}

/** A type is wanted, too, where its own file says what something else is by it. */
function checkWanted({ code, users }: Project): readonly string[] {
  const taken = namesTaken([...code, ...users].flatMap(({ imports }) => imports));
  return code.flatMap((file) => {
    const names = taken.get(file.path) ?? new Set();
    const isWanted = ({ kind, name }: Export): boolean =>
      kind === "default" ||
      kind === "again" ||
      names.has("*") ||
      names.has(name) ||
      isForEleventy(file.path, name) ||
      (kind === "type" && occurrences(file.types, name) > 1);
    return file.exports
      .filter((exported) => !isWanted(exported))
      .map(({ name, start }) =>
        finding(file, start, `nobody imports ${name}; use it, keep it to this file, or delete it`),
      );
  });
}

function namesTaken(imports: readonly Import[]): ReadonlyMap<string, ReadonlySet<string>> {
  const taken = new Map<string, Set<string>>();
  for (const { target, names } of imports) {
    if (target === undefined) continue;
    const known = taken.get(target) ?? new Set();
    taken.set(target, known);
    for (const name of names) known.add(name);
  }
  return taken;
}

function occurrences(text: string, name: string): number {
  return [...text.matchAll(new RegExp(`(?<![\\w$])${RegExp.escape(name)}(?![\\w$])`, "g"))].length;
}

const PREPARES_WORDS = /^src\/words\/prepare/;
const IN_BROWSER = /^layouts\/assets\//;

function checkPackages({ code, packages }: Project): readonly string[] {
  return code
    .filter(({ path }) => !PREPARES_WORDS.test(path) && !IN_BROWSER.test(path))
    .flatMap((file) =>
      file.imports
        .filter(({ specifier }) => !specifier.startsWith(".") && !specifier.startsWith("node:"))
        .filter(({ specifier }) => !packages.includes(packageOf(specifier)))
        .map(({ specifier, start }) =>
          finding(
            file,
            start,
            `imports ${specifier}, which is not in package.json's dependencies; add it there or do without`,
          ),
        ),
    );
}

function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
