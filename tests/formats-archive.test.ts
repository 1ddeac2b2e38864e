/** Do pages and exports go through the whole program: listed, imported, explained, shown? */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { runCli } from "./support/cli.ts";
import { freshFolder } from "./support/fresh-folder.ts";

const CASES = fileURLToPath(new URL("./cases/formats/", import.meta.url));
const sample = (name: string, file: string): string =>
  readFileSync(join(CASES, name, file), "utf8");

/** An archive with one page, one export and what is neither. */
function archive(t: Parameters<typeof freshFolder>[0]) {
  const folder = freshFolder(t);
  folder.write("content/archive.yml", "title: Test\nzone: Africa/Cairo\n");
  folder.write("content/sources/ferry.html", sample("page-with-json-ld", "source.html"));
  folder.write("content/sources/pier.htm", sample("page-right-to-left", "source.html"));
  folder.write("content/sources/linnet/export.xml", sample("wordpress-export", "source.xml"));
  folder.write("content/sources/linnet/oven.jpg", "x");
  folder.write("content/sources/sitemap.xml", "<urlset/>");
  return folder;
}

test("an import makes an article of each, with what its format states", async (t) => {
  const folder = archive(t);
  const { code, stderr } = await runCli(["import"], { cwd: folder.path });
  assert.equal(code, 0, stderr);
  assert.deepEqual(
    folder.files("content/articles").map((path) => path.split("/").slice(-3).join("/")),
    [
      "2016/07/bread-again-on-fridays.md",
      "2016/07/weir-lock-what-is-left.md",
      "2019/03/ferry-to-sail-on-sundays-again.md",
      folder.files("content/articles/2020/06").map((path) => `2020/06/${path}`)[0],
    ],
  );
  const ferry = folder.read("content/articles/2019/03/ferry-to-sail-on-sundays-again.md");
  for (const line of [
    /^headline: Ferry to sail on Sundays again$/m,
    /^published: 2019-03-04T18:20\+01:00$/m,
    /^modified: 2019-03-05T07:00\+01:00$/m,
    /^byline:\n {2}- Marta Lindqvist\n {2}- Owen Prys$/m,
    /^standfirst: The council votes to pay/m,
    /^section: Harbour$/m,
    /^language: en-GB$/m,
    /^original: https:\/\/gazette\.example\/2019\/ferry-sundays$/m,
    /^keywords:\n {2}- ferry\n {2}- council & budget$/m,
    /^ {2}- rule: outside-the-article$/m,
    /^## Who pays$/m,
    /^- Weekdays: as before\.$/m,
    /^\*The Linnet at the town quay\. Photo: Owen Prys\*$/m,
  ]) {
    assert.match(ferry, line);
  }
  const bread = folder.read("content/articles/2016/07/bread-again-on-fridays.md");
  // local times of an export have the archive's zone; the author is a field and no words
  assert.match(bread, /^published: '?2016-07-15T08:30:12'?\nzone: Africa\/Cairo$/m);
  assert.match(bread, /^byline:\n {2}- guest$/m);
  assert.match(bread, /^ {2}item: post-18$/m);
  const verified = await runCli(["verify"], { cwd: folder.path });
  assert.match(verified.stdout, /^4 articles: 4 proved/m, verified.stderr);
  assert.match(stderr, /sources\/sitemap\.xml set-aside read\/unknown-format/);
  assert.match(stderr, /sources\/linnet\/oven\.jpg note read\/not-a-source/);
  const again = await runCli(["import"], { cwd: folder.path });
  assert.match(`${again.stdout}${again.stderr}`, /0 written, 4 unchanged/);
});

test("a time in UTC is told in the zone of its source, whose day it was read on", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/archive.yml", "title: Test\nzone: Asia/Tehran\n");
  const feed = sample("feed-atom", "source.atom").replaceAll(
    "2021-11-08T01:04",
    "2021-11-08T21:04",
  );
  folder.write("content/sources/a.atom", feed);
  await runCli(["import"], { cwd: folder.path });
  const mole = folder.read("content/articles/2021/11/light-on-the-mole.md");
  assert.match(mole, /^published: 2021-11-09T00:34\+03:30\nzone: Asia\/Tehran$/m);
});

test("a language that only a template states yields to the words", async (t) => {
  const folder = freshFolder(t);
  const arabic = sample("page-right-to-left", "source.html");
  folder.write("content/sources/a.html", arabic.replace('lang="ar"', 'lang="en-US"'));
  await runCli(["import"], { cwd: folder.path });
  const [path = ""] = folder.files("content/articles");
  assert.match(
    folder.read(`content/articles/${path.replace(/^.*articles\//, "")}`),
    /^language: ar$/m,
  );
});

test("explain shows each article of a file, block by block; annotate wants a text", async (t) => {
  const folder = archive(t);
  const explain = await runCli(["explain", "sources/linnet/export.xml"], { cwd: folder.path });
  assert.equal(explain.code, 0, explain.stderr);
  assert.match(explain.stdout, /export\.xml#post-17\n/);
  assert.match(explain.stdout, /crosshead +The gate\n +wordpress\/h3: its format says so/);
  assert.match(explain.stdout, /removed +\[gallery ids="4,5"\]\n +shortcode: /);
  assert.match(explain.stderr, /export\.xml note read\/left-out: .*of type attachment \(1\)/);
  const json = await runCli(["explain", "--json", "sources/linnet/export.xml"], {
    cwd: folder.path,
  });
  const rows = json.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { file: string });
  assert.deepEqual(
    rows.map(({ file }) => file.split("#")[1]),
    ["post-17", "post-18"],
  );
  const annotate = await runCli(["annotate", "content/sources/ferry.html"], { cwd: folder.path });
  assert.equal(annotate.code, 1);
  assert.equal(annotate.stdout, "");
  assert.match(annotate.stderr, /^backfile: .*ferry\.html: expected a plain text, .*explain.*\n$/);
});

test("an export may be ten times as large as a text, and a crawl a hundred times", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/archive.yml", "title: Test\nthresholds:\n  sourceBytes: 100\n");
  const page = `<p>Boat</p>${" ".repeat(100)}`;
  const entries = Array.from(
    { length: 20 },
    (_, n) => `<item><title>Boat ${n}</title></item>`,
  ).join("");
  folder.write("content/sources/a.html", page);
  folder.write("content/sources/b.rss", `<rss><channel>${entries}</channel></rss>`);
  folder.write("content/sources/c.warc", " ".repeat(9_000));
  const { stderr } = await runCli(["import"], { cwd: folder.path });
  assert.match(stderr, /a\.html set-aside read\/too-large: 111 bytes, expected at most 100/);
  assert.doesNotMatch(stderr, /b\.rss set-aside/);
  assert.match(stderr, /c\.warc set-aside read\/broken-warc/);
});
