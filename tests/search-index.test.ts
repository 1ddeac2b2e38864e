/** Which indexes are made, of which words of a page, and only where something has changed? */
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import {
  forgetSearched,
  keepShards,
  noteSearched,
  SHARD_TABLES,
  searchedArchive,
  standingShards,
} from "../src/catalog/shards.ts";
import { indexShards, type ShardsReport } from "../src/search/index-shards.ts";
import { searchedDigest, searchedPart } from "../src/search/searched-part.ts";
import { monthOf } from "../src/search/shards.ts";
import { indexSite } from "../src/search/site-search.ts";

type Files = Map<string, Uint8Array>;

function pageOf(words: string, more = ""): string {
  return `<html lang="en"><head><title>A – B</title></head><body><h1 data-pagefind-body>Ferries</h1><p data-pagefind-body>${words}</p>${more}</body></html>`;
}

async function indexed(pages: Readonly<Record<string, string>>, language = "en"): Promise<Files> {
  const files: Files = new Map();
  await indexSite(
    Object.keys(pages).map((path) => ({ path, date: path.slice(0, 10).replaceAll("/", "-") })),
    {
      htmlOf: (path) => pages[path] ?? "",
      language,
      write: ({ path, bytes }) => files.set(path, bytes),
      onProgress() {},
    },
  );
  return files;
}

function jsonOf(files: Files, path: string): Record<string, unknown> {
  const bytes = files.get(path);
  assert.ok(bytes, `no ${path} among ${[...files.keys()].join(" ")}`);
  return Object(JSON.parse(Buffer.from(bytes).toString("utf8")));
}

/** All words of all results. */
function wordsIn(files: Files): string {
  return [...files]
    .filter(([path]) => path.includes("/fragment/"))
    .map(([, bytes]) => gunzipSync(bytes).toString("utf8"))
    .join("");
}

const ONE = { "2022/01/26/a/index.html": pageOf("Two ferries sail.") };

test("an index is in the archive's language, without its region, and in no other", async () => {
  const entry = "pagefind/2016-2031/pagefind-entry.json";
  assert.deepEqual(Object.keys(Object(jsonOf(await indexed(ONE, "pt-BR"), entry)["languages"])), [
    "pt",
  ]);
  // Filipino is not Finnish
  assert.deepEqual(Object.keys(Object(jsonOf(await indexed(ONE, "fil"), entry)["languages"])), [
    "fil",
  ]);
});

test("all indexes share one script and one wasm; each has the rest in its own folder", async () => {
  const files = await indexed({
    ...ONE,
    "1999/05/01/b/index.html": pageOf("A harbour."),
    "undated/c/index.html": pageOf("Nobody knows when."),
  });
  const outside = [...files.keys()].filter((path) => path.split("/").length === 2);
  assert.deepEqual(outside.sort(), [
    "pagefind/pagefind.js",
    "pagefind/shards.json",
    "pagefind/wasm.pagefind",
  ]);
  for (const shard of ["1984-1999", "2016-2031", "undated"]) {
    const { languages } = jsonOf(files, `pagefind/${shard}/pagefind-entry.json`);
    const { wasm } = Object(Object(languages)["en"]);
    // as a browser reads the address that Pagefind's script makes of it
    const address = new URL(`/x/pagefind/${shard}/wasm.${wasm}.pagefind`, "https://example.org");
    assert.equal(address.pathname, "/x/pagefind/wasm.pagefind");
    const own = [...files.keys()].filter((path) => path.startsWith(`pagefind/${shard}/`));
    assert.deepEqual(
      own.filter((path) => /\.js$|\.css$|wasm\./.test(path)),
      [],
    );
  }
});

test("the list of shards tells each one's months and articles, the newest first", async () => {
  const files = await indexed({
    ...ONE,
    "2019/05/01/d/index.html": pageOf("A bridge."),
    "1999/05/01/b/index.html": pageOf("A harbour."),
    "undated/c/index.html": pageOf("Nobody knows when."),
  });
  const { articles, shards } = jsonOf(files, "pagefind/shards.json") as {
    articles: number;
    shards: { digest: string }[];
  };
  assert.equal(articles, 4);
  assert.deepEqual(
    shards.map(({ digest, ...shard }) => ({ ...shard, digest: /^[0-9a-f]{24}$/.test(digest) })),
    [
      { name: "2016-2031", from: "2019-05", to: "2022-01", count: 2, digest: true },
      { name: "1984-1999", from: "1999-05", to: "1999-05", count: 1, digest: true },
      { name: "undated", count: 1, digest: true },
    ],
  );
});

test("the same pages give the same bytes, in whichever order they are given", async () => {
  const pages = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [
      `2022/01/${String(index + 1).padStart(2, "0")}/a/index.html`,
      pageOf(`Ferry ${index} sails to basin ${index % 7}.`),
    ]),
  );
  const there = await indexed(pages);
  const back = await indexed(Object.fromEntries(Object.entries(pages).reverse()));
  assert.deepEqual(new Map([...there].sort()), new Map([...back].sort()));
});

test("a word with soft hyphens or marks of direction in it is indexed as it is typed", async () => {
  const page = pageOf("Tom Var\u00adga\u200b spoke.");
  assert.match(wordsIn(await indexed({ "2022/01/26/a/index.html": page })), /Tom Varga spoke/);
});

// ------------------------------------------------------------------ what of a page is searched

test("of a page, what Pagefind reads is taken, and nothing beside it or set apart in it", () => {
  const part = searchedPart(
    `<!DOCTYPE html><html><head><title>A <p data-pagefind-body></title>
<meta name="a" content="x > y" data-pagefind-filter="year[content]"><meta name="b" content="no"></head>
<body><!-- <p data-pagefind-body>no</p> --><script type="application/ld+json">{"a":"<p data-pagefind-body>no"}</script>
<h1 data-pagefind-body>Ferry</h1><p>no</p>
<div class="text" data-pagefind-body><div>Two</div> <div class="notes" data-pagefind-ignore="all"><div>no</div></div><br>sail</div>
<p>no</p></body></html>`,
  );
  assert.match(part, /<meta name="a" content="x > y"/);
  assert.match(part, /<h1 data-pagefind-body>Ferry<\/h1>/);
  assert.match(part, /<div class="text" data-pagefind-body><div>Two<\/div> <br>sail<\/div>/);
  assert.doesNotMatch(part, /no\b/);
});

test("a page that leaves an element open is searched whole", () => {
  const page = "<p>one</p><div data-pagefind-body><div>two</div>";
  assert.equal(searchedPart(page), page);
});

test("tags that never end are read in time that grows with the page, not with its square", () => {
  for (const piece of ["<a ", '<a "', "<!--", "<p data-pagefind-body>", "<title>"]) {
    searchedPart(piece.repeat(20_000));
  }
});

test("another link beside the text changes no digest, another word in it does", () => {
  const digest = searchedDigest(pageOf("Two ferries sail."));
  assert.equal(searchedDigest(pageOf("Two ferries sail.", "<a href='/next/'>Next</a>")), digest);
  assert.notEqual(searchedDigest(pageOf("Three ferries sail.")), digest);
});

// ------------------------------------------------------------------ from build to build

/** An archive with its catalogue and its site, indexed again and again. */
class Indexed {
  readonly database = new DatabaseSync(":memory:");
  readonly pages = new Map<string, string>();
  readonly site: Files = new Map();
  readonly read: string[] = [];

  constructor() {
    this.database.exec(SHARD_TABLES);
  }

  put(date: string, slug: string, words: string): void {
    const path = `${date.replaceAll("-", "/")}/${slug}/index.html`;
    this.pages.set(path, pageOf(words));
    noteSearched(this.database, {
      path,
      month: monthOf(date),
      digest: searchedDigest(pageOf(words)),
    });
  }

  take(date: string, slug: string): void {
    const path = `${date.replaceAll("-", "/")}/${slug}/index.html`;
    this.pages.delete(path);
    forgetSearched(this.database, path);
  }

  /** Returns the names of what was indexed. */
  async index(language = "en"): Promise<ShardsReport & { readonly names: readonly string[] }> {
    this.read.length = 0;
    const report = await indexShards({
      archive: searchedArchive(this.database),
      standing: standingShards(this.database),
      htmlOf: (path) => {
        this.read.push(path);
        return this.pages.get(path) ?? assert.fail(`no page ${path}`);
      },
      language,
      write: ({ path, bytes }) => this.site.set(path, bytes),
      onTotal() {},
      onProgress() {},
    });
    for (const path of report.remove) assert.ok(this.site.delete(path), path);
    keepShards(this.database, report);
    return { ...report, names: report.indexed.map(({ name }) => name).sort() };
  }
}

test("only the shard whose articles have changed is indexed again, and the site is as if made anew", async () => {
  const archive = new Indexed();
  archive.put("2022-01-26", "a", "Two ferries sail.");
  archive.put("1999-05-01", "b", "A harbour.");
  archive.put("1970-05-01", "c", "A bridge.");
  assert.deepEqual((await archive.index()).names, [
    "1968-1983",
    "1984-1999",
    "2016-2031",
    "shared",
  ]);
  assert.deepEqual((await archive.index()).names, []);
  assert.deepEqual(archive.read, []);

  archive.put("1999-05-01", "b", "A harbour, corrected.");
  assert.deepEqual((await archive.index()).names, ["1984-1999", "shared"]);
  assert.deepEqual(archive.read, ["1999/05/01/b/index.html"]);

  archive.put("1999-05-01", "b", "A harbour, corrected.");
  assert.deepEqual((await archive.index()).names, []);

  archive.take("1970-05-01", "c");
  const { dropped, names } = await archive.index();
  assert.deepEqual(dropped, ["1968-1983"]);
  assert.deepEqual(names, ["shared"]);

  const clean = new Indexed();
  clean.put("1999-05-01", "b", "A harbour, corrected.");
  clean.put("2022-01-26", "a", "Two ferries sail.");
  await clean.index();
  assert.deepEqual(new Map([...archive.site].sort()), new Map([...clean.site].sort()));
});

test("another language indexes everything anew and leaves none of the former one's files", async () => {
  const archive = new Indexed();
  archive.put("2022-01-26", "a", "Two ferries sail.");
  await archive.index();
  assert.deepEqual((await archive.index("de")).names, ["2016-2031", "shared"]);
  assert.deepEqual(
    [...archive.site.keys()].filter((path) => /\ben\b|en_/.test(path)),
    [],
  );
});

test("an archive from which the last article is taken has a list of no shards", async () => {
  const archive = new Indexed();
  archive.put("2022-01-26", "a", "Two ferries sail.");
  await archive.index();
  archive.take("2022-01-26", "a");
  await archive.index();
  assert.deepEqual(jsonOf(archive.site, "pagefind/shards.json"), { articles: 0, shards: [] });
});

test("addresses beyond the first 65,536 characters are indexed in the order of the catalogue", async () => {
  const archive = new Indexed();
  archive.put("2022-01-26", "\u{1f309}", "A bridge.");
  archive.put("2022-01-26", "\uff21", "A harbour.");
  await archive.index();
  const paths = ["2022/01/26/\uff21/index.html", "2022/01/26/\u{1f309}/index.html"];
  assert.deepEqual(archive.read, paths);
});
