/** Does `backfile check` find what is wrong with a site, say it once, and keep still where nothing is? */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { before, describe, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { type CliResult, runCli } from "./support/cli.ts";
import type { FreshFolder } from "./support/fresh-folder.ts";
import { PLANTED_FAULTS, planted } from "./support/planted-faults.ts";
import { buildIn, builtSample, sampleArchive } from "./support/sample-archive.ts";

interface FaultHere {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly expected: string;
  readonly found: string;
}

interface Report {
  readonly errors: number;
  readonly warnings: number;
  readonly groups: readonly { readonly count: number; readonly first: readonly FaultHere[] }[];
}

const DAY = "2018/03/12";
const ARTICLE = `${DAY}/harbour-bridge-shuts-for-eleven-weeks-and-the-mayor-has-it-in/index.html`;

let sample: FreshFolder;
let article: string;

before(async (t) => {
  // of a file's own `before` the context is a test's
  sample = await builtSample(t as Parameters<typeof builtSample>[0]);
  article = sample.read(`_site/${ARTICLE}`);
});

const check = (...args: readonly string[]): Promise<CliResult> =>
  runCli(["check", ...args], { cwd: sample.path });

const reportOf = ({ stdout }: CliResult): Report => JSON.parse(stdout) as Report;

const wordsOf = ({ rule, expected, found }: FaultHere): string =>
  `${rule}: expected ${expected}, found ${found}`;

/** Writes a file of the site, checks, and puts back what was there. */
async function checkWith(path: string, content: string | undefined): Promise<CliResult> {
  const file = `_site/${path}`;
  const before = sample.files("_site").includes(path) ? sample.read(file) : undefined;
  if (content === undefined) rmSync(sample.at(file));
  else sample.write(file, content);
  const result = await check("--json");
  if (before === undefined) rmSync(sample.at(file), { force: true });
  else sample.write(file, before);
  return result;
}

/** Checks the site with one file more or another one, and returns what is said. */
async function told(path: string, content: string | undefined): Promise<readonly string[]> {
  const result = await checkWith(path, content);
  const faults = reportOf(result).groups.flatMap(({ first }) => first);
  assert.equal(result.code, faults.some(({ severity }) => severity === "error") ? 1 : 0);
  return faults.map((fault) => `${fault.file}:${fault.line} ${wordsOf(fault)}`);
}

test("the sample archive's site is whole", async () => {
  const { code, stdout, stderr } = await check("--strict");
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^article +47 /m);
  assert.match(stdout, /under any path: 0 errors, 0 warnings$/m);
});

describe("a fault that is planted in a page is found", () => {
  const pageOf = (index: number): string => `${DAY}/planted-${index}/index.html`;
  let faults: readonly FaultHere[];

  before(async () => {
    sample.write(`_site/${DAY}/planted-not/index.html`, article);
    for (const [index, fault] of PLANTED_FAULTS.entries())
      sample.write(`_site/${pageOf(index)}`, planted(article, fault));
    const result = await check("--json");
    assert.equal(result.code, 1, result.stderr);
    faults = reportOf(result).groups.flatMap(({ first }) => first);
    for (const index of [...PLANTED_FAULTS.keys(), "not"])
      rmSync(sample.at(`_site/${DAY}/planted-${index}`), { recursive: true });
  });

  for (const [index, { name, rule, says }] of PLANTED_FAULTS.entries()) {
    test(name, () => {
      const here = faults.filter(({ file }) => file === pageOf(index)).map(wordsOf);
      const found = here.find((words) => words.startsWith(`${rule}: `) && says.test(words));
      assert.ok(found, `wanted ${rule} ${says}; told: ${here.join("; ") || "nothing"}`);
    });
  }

  test("and nothing is told of other pages", () => {
    const others = faults.filter(({ file }) => !/planted-\d/.test(file));
    assert.deepEqual(others, []);
  });
});

test("another judge of HTML finds the same mark-up at fault, and the sound page sound", async () => {
  const judge = new HtmlValidate({ extends: ["html-validate:standard"] });
  assert.equal((await judge.validateString(article)).valid, true);
  const markup = PLANTED_FAULTS.filter(({ rule }) => rule.startsWith("html/"));
  // what it does not look at
  const ours =
    /policy|unknown role|a day that|unknown attribute|text right in|name of an id|no doctype/;
  for (const fault of markup.filter(({ name }) => !ours.test(name))) {
    const { valid } = await judge.validateString(planted(article, fault));
    assert.equal(valid, false, fault.name);
  }
});

test("a fault of the layout is told three times and counted, with its place", async () => {
  const style = sample.read("_site/assets/site.css");
  rmSync(sample.at("_site/assets/site.css"));
  const { code, stderr } = await check("--quiet");
  sample.write("_site/assets/site.css", style);
  assert.equal(code, 1);
  const lines = stderr.trimEnd().split("\n");
  assert.equal(lines.length, 4, stderr);
  for (const line of lines.slice(0, 3))
    assert.match(
      line,
      /^_site\/\S+\.html:\d+ error link\/missing: expected .*site\.css, found none, .*; mend /,
    );
  assert.match(lines[3] ?? "", /^… and 4\d\d more of these, in head > link$/);
});

/** Files beside the pages: what is written, and what must be told of it. */
const OTHER_FILES: readonly (readonly [name: string, path: string, text: string, says: RegExp])[] =
  [
    [
      "a picture that a style sheet wants",
      "assets/own.css",
      "p {}\n/* url(x.png) */\nq { background: url('gone.png') }\n",
      /own\.css:3 link\/missing: .*gone\.png/,
    ],
    [
      "a feed that is no XML",
      "feed.xml",
      "<feed>\n<title>A & B</title></feed>",
      /feed\.xml:2 xml\/syntax/,
    ],
    [
      "a feed without an id",
      "feed.xml",
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><updated>2022-01-26T21:27:00Z</updated></feed>',
      /data\/atom: expected <id> in <feed>/,
    ],
    [
      "a feed of a day without an hour",
      "feed.xml",
      '<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><title>x</title><updated>2022-01-26</updated></feed>',
      /moment of RFC 3339, found 2022-01-26/,
    ],
    [
      "an entry that leads nowhere",
      "feed.xml",
      '<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><title>x</title><updated>2022-01-26T21:27:00Z</updated><link href="gone/#s1"/></feed>',
      /link\/missing: expected the file (?:other-\d+\/)?gone\/index\.html/,
    ],
    [
      "an entry that leads to no sentence",
      "feed.xml",
      `<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><title>x</title><updated>2022-01-26T21:27:00Z</updated><link href="../${ARTICLE.replace("index.html", "")}#s999"/></feed>`,
      /link\/anchor: expected an element with the id s999/,
    ],
    [
      "a sitemap of addresses that are not whole",
      "sitemap.xml",
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>/people/</loc></url></urlset>',
      /data\/sitemap: expected whole addresses/,
    ],
    [
      "an entry of a sitemap without an address",
      "sitemap.xml",
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><lastmod>2022-01-26</lastmod></url></urlset>',
      /data\/sitemap: expected <loc> in <url>/,
    ],
    [
      "a JSON feed with one id twice",
      "feed.json",
      '{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[{"id":"1","content_text":"x"},{"id":"1","content_text":"x"}]}',
      /data\/json-feed: expected an id of its own/,
    ],
    [
      "a data package without its file",
      "data/datapackage.json",
      '{"name":"x","resources":[{"name":"articles","path":"gone.csv"}]}',
      /data\/package: expected the file gone\.csv/,
    ],
    ["a broken line of JSON Lines", "data/x.jsonl", '{"a":1}\n{"a":\n', /x\.jsonl:2 json\/syntax/],
    [
      "a search description without its words",
      "opensearch.xml",
      '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>x</ShortName><Description>x</Description><Url type="text/html" template="search/"/></OpenSearchDescription>',
      /data\/opensearch: expected a template with \{searchTerms\}/,
    ],
  ];

describe("a fault of a file that is no page is found", () => {
  const folderOf = (index: number): string => `other-${index}`;
  let lines: readonly string[];

  before(async () => {
    for (const [index, [, path, text]] of OTHER_FILES.entries())
      sample.write(`_site/${folderOf(index)}/${path}`, text);
    const result = await check("--json");
    for (const index of OTHER_FILES.keys())
      rmSync(sample.at(`_site/${folderOf(index)}`), { recursive: true });
    const faults = reportOf(result).groups.flatMap(({ first }) => first);
    lines = faults.map((fault) => `${fault.file}:${fault.line} ${wordsOf(fault)}`);
  });

  for (const [index, [name, , , says]] of OTHER_FILES.entries()) {
    test(name, () => {
      const here = lines.filter((line) => line.startsWith(`${folderOf(index)}/`));
      assert.ok(
        here.some((line) => says.test(line)),
        here.join("\n") || "nothing was told",
      );
    });
  }
});

test("an article that is too heavy is an error, and another page that is, a warning", async () => {
  // letters that do not compress
  const noise = Array.from(
    { length: 30_000 },
    (_, index) => (index * 2_654_435_761) % 4_294_967_296,
  );
  const heavy = article.replace("</main>", `<p>${noise.join(" ")}</p></main>`);
  const [first = ""] = await told(ARTICLE, heavy);
  assert.match(
    first,
    /page\/weight: expected 60 kB over the wire at most, with its typefaces there, found 1\d\d/,
  );
  const other = heavy.replace("page-article", "page-day");
  const result = await checkWith(ARTICLE, other);
  assert.equal(result.code, 0);
  // of its weight, with typefaces and without
  assert.equal(reportOf(result).warnings, 2);
});

test("a folder that is no site is named, and what to do", async () => {
  for (const [folder, says] of [
    ["nowhere", /^backfile: nowhere: expected a built site, found no such folder; run/],
    ["content", /^backfile: content: expected a built site with an index.html, found none/],
  ] as const) {
    const { code, stderr } = await check(folder);
    assert.equal(code, 1);
    assert.match(stderr, says);
  }
});

test("an archive below a path is checked as it stands there", async (t) => {
  const folder = sampleArchive(t);
  const settings = folder.read("content/archive.yml");
  folder.write("content/archive.yml", `${settings}\nurl: https://press.example/old/papers/\n`);
  await buildIn(folder);
  const run = (): Promise<CliResult> => runCli(["check", "--strict"], { cwd: folder.path });
  const { code, stdout, stderr } = await run();
  assert.equal(code, 0, stderr);
  assert.match(stdout, /at https:\/\/press\.example\/old\/papers\/: 0 errors/);
  const home = folder.read("_site/index.html");
  for (const [href, says] of [
    ["/people/", /link\/outside: expected a link within the site, found \/people\//],
    [
      "https://press.example/old/papers/gone/",
      /link\/missing: expected the file (?:other-\d+\/)?gone\/index\.html/,
    ],
  ] as const) {
    folder.write(
      "_site/index.html",
      home.replace("</main>", `<p><a href="${href}">x</a></p></main>`),
    );
    const faulty = await run();
    assert.equal(faulty.code, 1);
    assert.match(faulty.stderr, says);
  }
});
