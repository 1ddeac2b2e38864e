/** Does anything that a reader sees stand in the code, where no translator finds it? */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { AnyNode } from "acorn";
import type { Page, SiteFrame } from "../src/page-model.ts";
import { renderHtml } from "../src/render/html.ts";
import * as fixture from "./fixture-pages.ts";
import { timePages } from "./fixture-time-pages.ts";
import { drawPage } from "./support/drawn-page.ts";
import { ENGLISH } from "./support/english.ts";
import { buildIn, sampleArchive } from "./support/sample-archive.ts";
import { lineAt, readCode, readProject, walk } from "./support/source-files.ts";
import { spokenTexts, wide, wideTable } from "./support/spoken-words.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Tell what a value is and are not shown, or shown as they are typed. */
const NOT_SHOWN = new Set(
  "kind scale of type quoted address day url id updated feed sameAs value period language direction date copy severity partsAre source speech code".split(
    " ",
  ),
);

function widened(value: unknown, key = ""): unknown {
  if (typeof value === "string") return NOT_SHOWN.has(key) ? value : wide(value);
  if (Array.isArray(value)) return value.map((item) => widened(item, key));
  if (value === null || typeof value !== "object") return value;
  if (key === "speech") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, widened(item, name)]),
  );
}

const WIDE_SITE: SiteFrame = {
  ...(widened(fixture.site) as SiteFrame),
  // its months are no English ones
  speech: { language: "fa", table: wideTable(ENGLISH.speech.table) },
};

for (const page of [...fixture.pages, ...timePages])
  if (page.kind !== "feed")
    test(`the layout of ${page.address} has no words of its own`, () => {
      const texts = spokenTexts(renderHtml(drawPage(widened(page) as Page, WIDE_SITE)));
      const own = texts.filter((text) => /[A-Za-z]{2,}/.test(text));
      assert.deepEqual(own, []);
    });

/** Sentences and headings; keys, addresses, classes and queries are none. */
const WORDS = /[a-z][,:;]? [a-z]{2,}|^[A-Z][a-z]+(?:[ :]|$)/;
/** Commands are typed as they are. */
const TYPED = /^backfile /;

/** What is thrown, and what goes to the editor's terminal as a diagnostic, is no page's. */
function isForNoPage(node: AnyNode): boolean {
  return node.type === "ThrowStatement" || node.type === "ImportDeclaration";
}

test("what pages are made of has no words of its own", () => {
  const files = readCode(readProject(ROOT, ["src"])).filter(
    ({ path }) =>
      /^src\/(?:pages\/|render\/(?:body|notes)\.ts|text\/interface-)/.test(path) &&
      // its messages are an import's remarks
      path !== "src/pages/addresses.ts",
  );
  assert.ok(files.length > 40);
  const found: string[] = [];
  for (const file of files) {
    const passed: [number, number][] = [];
    walk(file.program, (node) => {
      if (isForNoPage(node)) passed.push([node.start, node.end]);
      if (passed.some(([start, end]) => node.start >= start && node.end <= end)) return;
      const text =
        node.type === "Literal" && typeof node.value === "string"
          ? node.value
          : node.type === "TemplateElement"
            ? (node.value.cooked ?? "")
            : "";
      const shown = text.replace(/<[^>]*>?/g, " ");
      if (WORDS.test(shown.trim()) && !TYPED.test(shown))
        found.push(`${file.path}:${lineAt(file.text, node.start)}: ${text.trim()}`);
    });
  }
  assert.deepEqual(found, []);
});

test("every sentence of the English file is said somewhere", () => {
  const code = readProject(ROOT, ["src", "layouts"])
    .filter(({ path }) => /\.(?:ts|js)$/.test(path) && !path.endsWith("interface-slots.ts"))
    .map(({ text }) => text)
    .join("\n");
  /** Put together of a value: `reason.${kind}`. */
  const parts = new Set(
    [...code.matchAll(/`([a-z]+(?:\.[a-z]+)?)\.?\$\{/gi)].map(([, part]) => part),
  );
  const unsaid = Object.keys(ENGLISH.speech.table).filter((key) => {
    const [section = ""] = key.split(".");
    return !code.includes(`"${key}"`) && !parts.has(section);
  });
  assert.deepEqual(unsaid, []);
});

test("in a language of wide letters the whole sample archive speaks no English but what it printed", async (t) => {
  const folder = sampleArchive(t);
  const settings = folder.read("content/archive.yml").replace("language: en", "language: fa");
  folder.write("content/archive.yml", settings);
  folder.write("content/words/fa.yml", yamlOf());
  await buildIn(folder);
  const printed = folder
    .files("content")
    .filter((file) => /\.(?:txt|yml|md)$/.test(file) && !file.startsWith("words/"))
    .map((file) => folder.read(`content/${file}`))
    .concat(readTopicLabels())
    .join("\n")
    .replace(/\s+/g, " ")
    .toLowerCase();
  const found = new Map<string, string>();
  for (const file of folder.files("_site")) {
    if (!file.endsWith(".html") || file.startsWith("about/review")) continue;
    for (const text of spokenTexts(folder.read(`_site/${file}`)))
      for (const [run] of text.matchAll(/[A-Za-z][A-Za-z' ]*[A-Za-z]/g))
        if (!printed.includes(run.toLowerCase()) && !found.has(run)) found.set(run, file);
  }
  assert.deepEqual([...found], []);
});

/** JSON is YAML. */
function yamlOf(): string {
  const sections: Record<string, Record<string, unknown>> = {};
  for (const [key, sentence] of Object.entries(wideTable(ENGLISH.speech.table))) {
    const [section = "", name = ""] = key.split(".");
    sections[section] = { ...sections[section], [name]: sentence };
  }
  return JSON.stringify(sections, undefined, 1);
}

/** Topics that ship have English labels; places and countries that are known by name have English names. */
function readTopicLabels(): string {
  return readProject(ROOT, ["src"])
    .filter(({ path }) => /^src\/words\/(?:topics-.*|places|regions)\.json$/.test(path))
    .map(({ path }) => readFileSync(`${ROOT}${path}`, "utf8"))
    .join("\n");
}
