/** Does the sample archive hold what it claims: every claim its sentence, every character its place, the same bytes each time? */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import type { Progress } from "../src/archive-import.ts";
import { articlePaths } from "../src/catalog/reading-articles.ts";
import type { Article } from "../src/model.ts";
import type { ArticlePage, Page, PersonPage } from "../src/page-model.ts";
import type { SentenceEntry } from "../src/page-parts.ts";
import type { PageContext } from "../src/pages/context.ts";
import { parseArticle } from "../src/parse/parse.ts";
import { allPages } from "../src/pipeline.ts";
import { prepareSite } from "../src/prepared-archive.ts";
import { readSettings } from "../src/read/settings.ts";
import { listSources, readSources } from "../src/read/sources.ts";
import { plainText } from "../src/text/markdown.ts";
import { parseArticleFile } from "../src/write/article-file.ts";
import { runCli } from "./support/cli.ts";
import type { FreshFolder } from "./support/fresh-folder.ts";
import { sampleArchive } from "./support/sample-archive.ts";

const SILENT: Progress = { start() {}, step() {}, done() {} };

/** Built by the program itself, in a zone and a language of its own. */
let built: FreshFolder;
let context: PageContext;
let pages: readonly Page[] = [];
let articles: ReadonlyMap<string, ArticlePage> = new Map();

before(async (t) => {
  built = sampleArchive(t);
  const { code, stderr } = await runCli(["build", "--quiet"], {
    cwd: built.path,
    env: { TZ: "Pacific/Auckland", LANG: "de_DE.UTF-8" },
  });
  assert.equal(code, 0, stderr);
  const prepared = prepareSite(sampleArchive(t).at("content"), SILENT);
  context = prepared.context;
  pages = allPages(prepared);
  articles = new Map(
    pages.flatMap((page) => (page.kind === "article" ? [[page.address, page]] : [])),
  );
});

/** The words of the sentence that stands at an address with an anchor. */
function sentenceAt(address: string): string {
  const [path = "", anchor = ""] = address.split("#");
  const article = articles.get(path);
  assert.ok(article, `no article at ${path}`);
  if (anchor === "headline") return article.headline;
  if (anchor === "standfirst") return article.standfirst ?? "";
  const mark = article.marks.find((one) => "id" in one && one.id === anchor);
  assert.ok(mark, `no sentence or quotation ${anchor} on ${path}`);
  return plainText(article.body).slice(mark.start, mark.end);
}

function assertCited(sentence: SentenceEntry, claim: string): void {
  assert.ok(
    sentenceAt(sentence.address).includes(sentence.text),
    `${claim}: ${sentence.address} says something else`,
  );
  assert.ok(sentence.words.length > 0, claim);
  for (const { start, end } of sentence.words)
    assert.ok(sentence.text.slice(start, end).trim() !== "", claim);
}

function people(): readonly PersonPage[] {
  return pages.filter((page) => page.kind === "person");
}

test("every address is given once, and every claim of every person's page leads to its sentence", () => {
  const addresses = pages.map(({ address }) => address);
  assert.equal(new Set(addresses).size, addresses.length);
  assert.ok(people().length >= 20, `only ${people().length} people have pages`);
  for (const person of people()) {
    for (const role of person.roles) {
      for (const { title, sentence } of role.forms) {
        assertCited(sentence, `${person.name} as ${title}`);
        assert.ok(sentence.text.includes(title), `${person.name} as ${title}`);
      }
    }
    for (const mention of person.mentioned.shown) assertCited(mention, person.name);
    for (const quotation of person.said.shown) {
      const opening = sentenceAt(quotation.address).replace(/\s+/g, " ");
      assert.ok(
        opening.includes(quotation.text.slice(0, 8).replace(/\s+/g, " ")),
        `${person.name}: ${quotation.text}`,
      );
    }
  }
});

test("every link between pages leads to a page", () => {
  const known = new Set(pages.map(({ address }) => address));
  const dead: string[] = [];
  const walk = (value: unknown, from: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const isLink = (key === "address" || key === "day") && typeof inner === "string";
      if (isLink && !known.has(inner.split("#")[0] ?? "")) dead.push(`${inner} on ${from}`);
      walk(inner, from);
    }
  };
  for (const page of pages) walk(page, page.address);
  assert.deepEqual(dead, []);
});

test("every link of the built site leads to a file, and its fragment to an element there", () => {
  const files = new Set(built.files("_site"));
  const ids = new Map<string, ReadonlySet<string>>();
  const dead: string[] = [];
  let fragments = 0;
  const markup = [...files].filter((path) => path.endsWith(".html"));
  for (const path of markup) ids.set(path, idsIn(built.read(`_site/${path}`)));
  for (const path of markup) {
    const page = new URL(path.replace(/(^|\/)index\.html$/, "$1"), "https://site.invalid/");
    for (const [, href = ""] of built.read(`_site/${path}`).matchAll(/ (?:href|src)="([^"]*)"/g)) {
      const { origin, pathname, hash } = new URL(href.replaceAll("&amp;", "&"), page);
      if (origin !== page.origin) continue;
      const target = decodeURIComponent(pathname.slice(1)).replace(/(^|\/)$/, "$1index.html");
      if (hash !== "") fragments += 1;
      const isThere =
        hash === "" ? files.has(target) : ids.get(target)?.has(hash.slice(1)) === true;
      if (!isThere) dead.push(`${href} on ${path}`);
    }
  }
  assert.ok(fragments > 1000, `only ${fragments} links with a fragment`);
  assert.deepEqual(dead, []);
});

function idsIn(markup: string): ReadonlySet<string> {
  return new Set([...markup.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id));
}

test("names are counted as they appear", () => {
  const paths = [...articlePaths(context.database)];
  const counts = new Map<string, number>();
  for (const path of paths) {
    for (const appearance of context.names.appearancesIn(path)) {
      if (appearance.kind !== "place") continue;
      const { name } = context.names.entity(appearance);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const counted = context.names.counted("place", paths);
  assert.deepEqual(new Map(counted.map(({ name, count }) => [name, count])), counts);
  assert.ok(counted.length > 5);
  const order = counted.map(({ count }) => count);
  assert.deepEqual(
    order,
    [...order].sort((a, b) => b - a),
  );
});

test("each day, month and year leads to the one before and after it that has articles", () => {
  for (const scale of ["day", "month", "year"] as const) {
    const alike = pages.flatMap((page) =>
      page.kind === "period" && page.scale === scale ? [page] : [],
    );
    alike.sort((a, b) => (a.period < b.period ? -1 : 1));
    assert.ok(alike.length > 3, scale);
    assert.deepEqual(
      alike.map(({ previous, next }) => [previous?.address, next?.address]),
      alike.map((_, at) => [alike[at - 1]?.address, alike[at + 1]?.address]),
    );
  }
});

test("marks lie inside the text, and sentences do not overlap", () => {
  for (const article of articles.values()) {
    const text = plainText(article.body);
    let end = 0;
    for (const mark of article.marks) {
      assert.ok(
        mark.start < mark.end && mark.end <= text.length,
        `${article.address} ${mark.kind}`,
      );
      if (mark.kind !== "sentence") continue;
      assert.ok(mark.start >= end, `${article.address} ${mark.id}`);
      end = mark.end;
    }
  }
});

test("each character of each source is in exactly one place, and the Markdown holds the article's words", (t) => {
  const content = sampleArchive(t).at("content");
  prepareSite(content, SILENT).context.database.close();
  const markdown = readdirSync(join(content, "articles"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => parseArticleFile(readFileSync(join(content, "articles", path), "utf8"), path));
  const bySource = new Map(
    markdown.flatMap((file) => ("front" in file ? [[file.front.source?.file, file]] : [])),
  );
  const listed = listSources(content, readSettings(content));
  let compared = 0;
  for (const path of listed.paths) {
    const {
      sources: [source],
    } = readSources(content, path);
    assert.ok(source, path);
    const file = bySource.get(path);
    if (file === undefined) continue;
    compared += 1;
    const article = parseArticle(source.text, { zone: "Europe/Lisbon", dateOrder: "dmy" });
    assert.equal(unaccounted(source.text, article), "", path);
    const words = article.blocks.map(({ start, end }) =>
      source.text.slice(start, end).replace(/\r\n?/g, "\n"),
    );
    assert.equal(plainText(file.body), words.join("\n\n"), path);
  }
  assert.equal(compared, bySource.size);
  assert.ok(compared >= 40);
});

/** What of a text lies in none of an article's spans, or in two. */
function unaccounted(text: string, article: Article): string {
  const { headline, published, byline, standfirst, other, blocks, removed } = article;
  const spans = [headline, published?.span, byline, standfirst, ...other, ...blocks, ...removed]
    .filter((span) => span !== undefined)
    .sort((a, b) => a.start - b.start);
  let left = "";
  let at = 0;
  for (const { start, end } of spans) {
    left += start < at ? `twice: ${text.slice(start, at)}` : text.slice(at, start);
    at = end;
  }
  return (left + text.slice(at)).trim();
}

test("two builds, in other zones, languages and folders, are equal to the byte", async (t) => {
  const second = sampleArchive(t);
  const options = ["build", "--quiet"];
  const other = await runCli(options, {
    cwd: second.path,
    env: { TZ: "America/St_Johns", LANG: "fa_IR.UTF-8" },
  });
  assert.equal(other.code, 0, other.stderr);
  assert.deepEqual(hashes(built), hashes(second));
  const again = await runCli(options, { cwd: second.path });
  assert.equal(again.code, 0);
  assert.deepEqual(hashes(built), hashes(second), "a build over a build is a clean build");
});

function hashes(folder: FreshFolder): readonly string[] {
  return ["_site", "content/articles"].flatMap((below) =>
    folder.files(below).map((path) => {
      const bytes = readFileSync(folder.at(join(below, path)));
      return `${path} ${createHash("sha256").update(bytes).digest("hex")}`;
    }),
  );
}
