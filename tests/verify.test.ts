/** Does `verify` prove a whole archive, and catch every damage done to it? */
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { before, test } from "node:test";
import { runCli } from "./support/cli.ts";
import { type FreshFolder, freshFolder } from "./support/fresh-folder.ts";
import { builtSample } from "./support/sample-archive.ts";
import {
  buildArchive,
  copyArchive,
  EEL_PAGE,
  FERRY_FILES,
  findingsIn,
  findingsInSite,
  GULL_PAGE,
  run,
} from "./support/verified-archive.ts";

const { source, markdown, copy, page } = FERRY_FILES;
const WHALE = "whale-is-measured-by-the-harbour-board";
const LEDGER = "_site/ledger/2021/03.jsonl";
const MANIFEST = "_site/.backfile-site.json";
const FILE_LIST = "_site/ledger/files.json";

let built: FreshFolder;

before(async (t) => {
  built = freshFolder(t);
  await buildArchive(built);
});

function change(folder: FreshFolder, path: string, from: string | RegExp, to: string): void {
  const text = folder.read(path);
  const changed = text.replace(from, to);
  assert.notEqual(changed, text, `nothing to change in ${path}: ${String(from)}`);
  folder.write(path, changed);
}

/** Changes the list of files, in whichever part of it that stands. */
function changeList(folder: FreshFolder, from: RegExp, to: string): void {
  const parts = folder.files("_site/ledger").filter((path) => path.startsWith("files"));
  const part = parts.find((path) => from.test(folder.read(`_site/ledger/${path}`)));
  change(folder, `_site/ledger/${part}`, from, to);
}

function remove(folder: FreshFolder, path: string): void {
  rmSync(folder.at(path), { recursive: true });
}

test("an archive as it was built is proved, and its site by itself", () => {
  assert.deepEqual(findingsIn(built), []);
  assert.deepEqual(findingsInSite(built), []);
});

interface Corruption {
  readonly name: string;
  readonly damage: (folder: FreshFolder) => void;
  /** What `verify` must say. */
  readonly expected: RegExp;
}

/** Damage to what the editor has. */
const IN_CONTENT: readonly Corruption[] = [
  {
    name: "a byte of a source flipped",
    damage: (folder) => change(folder, source, "Tuesday", "Tuesdax"),
    expected:
      /^sources\/ferry\.txt verify\/source-changed: expected SHA-256 \w+, .*put the file back/,
  },
  {
    name: "a source cut short",
    damage: (folder) => change(folder, source, /Leave a Comment\n$/, ""),
    expected: /^sources\/ferry\.txt verify\/source-changed/,
  },
  {
    name: "a source emptied",
    damage: (folder) => folder.write(source, ""),
    expected: /^articles\/\S+ferry\S+ verify\/source-gone: expected its source sources\/ferry\.txt/,
  },
  {
    name: "a source deleted",
    damage: (folder) => remove(folder, source),
    expected: /^articles\/\S+ferry\S+ verify\/source-gone/,
  },
  {
    name: "a source swapped with another",
    damage(folder) {
      const other = folder.read("content/sources/gull.txt");
      folder.write("content/sources/gull.txt", folder.read(source));
      folder.write(source, other);
    },
    expected: /^sources\/gull\.txt verify\/source-changed/,
  },
  {
    name: "a source saved in another encoding",
    damage: (folder) =>
      folder.write(source, Buffer.from(`\ufeff${folder.read(source)}`, "utf16le")),
    expected: /^sources\/ferry\.txt verify\/source-changed/,
  },
  {
    name: "a source that nobody imported",
    damage: (folder) =>
      folder.write("content/sources/new.txt", "Crane falls\n\nIt fell on Monday.\n"),
    expected: /^sources\/new\.txt verify\/no-article: .*run `backfile import`/,
  },
  {
    name: "a cut of a file taken back",
    damage: (folder) => remove(folder, "content/decisions.yml"),
    expected: /^articles\/\S+nut-is-lost\.md verify\/source-gone: .*pair\.txt#line-7/,
  },
  {
    name: "an article's source item renumbered",
    damage: (folder) =>
      change(folder, "content/articles/2021/03/nut-is-lost.md", "line-7", "line-9"),
    expected: /^sources\/pair\.txt#line-7 verify\/no-article/,
  },
  {
    name: "a hash in front matter altered",
    damage: (folder) => change(folder, markdown, /sha256: ..../, "sha256: 0000"),
    expected: /^articles\/\S+ferry\S+ verify\/hash-altered: expected `sha256: \w+` .*put it back/,
  },
  {
    name: "an article's source taken out of its front matter",
    damage: (folder) => change(folder, markdown, /source:\n.*\n.*\n/, ""),
    expected: /^articles\/\S+ferry\S+ verify\/hash-altered: expected .*, found none; put it back/,
  },
  {
    name: "a Markdown file deleted",
    damage: (folder) => remove(folder, markdown),
    expected: /^sources\/ferry\.txt verify\/no-article/,
  },
  {
    name: "a Markdown file that is no longer one",
    damage: (folder) => folder.write(markdown, "Ferry sails"),
    expected: /^articles\/\S+ferry\S+:1 verify\/article-unreadable: expected front matter/,
  },
  {
    name: "a Markdown file doubled",
    damage: (folder) =>
      folder.write(
        "content/articles/2021/03/again.md",
        folder.read(markdown).replace(/^address: .*$/m, "address: /2021/03/03/again/"),
      ),
    expected: /^sources\/ferry\.txt verify\/two-articles: .*again\.md and .*delete one/,
  },
  {
    name: "an address given twice",
    damage: (folder) =>
      change(folder, markdown, /^address: .*$/m, "address: /2021/03/05/bolt-is-found/"),
    expected: /verify\/shared-address: .*bolt-is-found/,
  },
  {
    name: "a paragraph dropped from the copy of what was imported",
    damage: (folder) => change(folder, copy, /“I was not ready.*\n\n/, ""),
    expected: /^\.backfile\/imported\/\S+ferry\S+ verify\/copy-damaged/,
  },
  {
    name: "a paragraph dropped from copy and Markdown",
    damage(folder) {
      for (const path of [copy, markdown]) change(folder, path, /“I was not ready.*\n\n/, "");
    },
    expected:
      /^sources\/ferry\.txt:9 verify\/not-accounted: expected ““I was not ready,.*found “The café/,
  },
  {
    name: "a removed line dropped from copy and Markdown",
    damage(folder) {
      for (const path of [copy, markdown])
        change(folder, path, "  - rule: share-bar\n    text: Share this\n", "");
    },
    expected: /^sources\/ferry\.txt:15 verify\/not-accounted: expected “Share this/,
  },
  {
    name: "a kept line altered in copy and Markdown",
    damage(folder) {
      for (const path of [copy, markdown]) change(folder, path, "18:40", "18:41");
    },
    expected: /^sources\/ferry\.txt:13 verify\/not-accounted: expected “Updated/,
  },
  {
    name: "a copy that cannot be read",
    damage: (folder) => folder.write(copy, "---\n"),
    expected: /^\.backfile\/imported\/\S+ferry\S+ verify\/copy-damaged/,
  },
  {
    name: "a word changed and no copy left to tell whether that was an edit",
    damage(folder) {
      remove(folder, "content/.backfile/imported");
      change(folder, markdown, "a passenger", "a sailor");
    },
    expected:
      /^sources\/ferry\.txt:9 verify\/not-accounted: .*edited or damaged: articles\/\S+ferry/,
  },
  {
    name: "a former version that cannot be read",
    damage: (folder) =>
      folder.write("content/versions/2021/03/ferry/1.md", "---\nheadline: x\n---\n"),
    expected: /^versions\/2021\/03\/ferry\/1\.md\S* verify\/version-unreadable/,
  },
];

/** Damage to the site, which `verify --site` must see with nothing else at hand. */
const IN_SITE: readonly Corruption[] = [
  {
    name: "a paragraph dropped from a page",
    damage: (folder) => change(folder, page, /<p>(?:(?!<\/p>).)*café.*?<\/p>/s, ""),
    expected: /ferry\S+ verify\/page-text/,
  },
  {
    name: "two paragraphs swapped on a page",
    damage: (folder) =>
      change(
        folder,
        page,
        /(<p>(?:(?!<\/p>).)*not ready.*?<\/p>)(.*?)(<p>(?:(?!<\/p>).)*café.*?<\/p>)/s,
        "$3$2$1",
      ),
    expected: /ferry\S+ verify\/page-text/,
  },
  {
    name: "a word changed on a page",
    damage: (folder) => change(folder, page, "who was asleep", "who was awake"),
    expected: /ferry\S+ verify\/page-text/,
  },
  {
    name: "a letter replaced by one that looks alike",
    damage: (folder) => change(folder, page, "its keeper said", "its keep\u0435r said"),
    expected: /ferry\S+ verify\/page-text/,
  },
  {
    name: "letters taken apart into letter and accent",
    damage: (folder) => change(folder, page, "caf\u00e9", "cafe\u0301"),
    expected: /ferry\S+ verify\/page-text/,
  },
  {
    name: "a headline altered on a page",
    damage: (folder) => change(folder, page, /(<h1[^>]*>)Ferry/, "$1Fairy"),
    expected: /ferry\S+ verify\/page-text/,
  },
  {
    name: "a paragraph put into the text of a page",
    damage: (folder) =>
      change(folder, page, /(<div class="text"[^>]*>)/, "$1<p>The captain was paid.</p>"),
    expected: /ferry\S+ verify\/page-text/,
  },
  {
    name: "a paragraph put elsewhere on a page",
    damage: (folder) =>
      change(folder, page, "</article>", "<p>The captain was paid.</p></article>"),
    expected: /ferry\S+ verify\/file-changed/,
  },
  {
    name: "a script put into a page",
    damage: (folder) => change(folder, page, "</head>", '<script src="x.js"></script></head>'),
    expected: /ferry\S+ verify\/file-changed/,
  },
  {
    name: "a removed line dropped from a page",
    damage: (folder) =>
      change(folder, page, /<li><span class="apparatus">removed: share.*?<\/li>/, ""),
    expected: /ferry\S+ verify\/page-text/,
  },
  {
    name: "a kept line altered on a page",
    damage: (folder) => change(folder, page, "18:40", "18:41"),
    expected: /ferry\S+ verify\/page-text/,
  },
  {
    name: "a page deleted",
    damage: (folder) => remove(folder, page),
    expected: /ferry\S+ verify\/file-missing/,
  },
  {
    name: "a page emptied",
    damage: (folder) => folder.write(page, ""),
    expected: /ferry\S+ verify\/page-text/,
  },
  {
    name: "the page of another article in its place",
    damage: (folder) => folder.write(page, folder.read(`_site/2021/03/04/${WHALE}/index.html`)),
    expected: /ferry\S+ verify\/page-text/,
  },
  {
    name: "a page of mark-up nested without end",
    damage: (folder) => change(folder, page, "</article>", `${"<div>".repeat(20_000)}</article>`),
    expected: /ferry\S+ verify\/file-changed/,
  },
  {
    name: "a style sheet changed",
    damage: (folder) => change(folder, "_site/assets/site.css", /$/, "p { display: none }"),
    expected: /assets\/site\.css verify\/file-changed/,
  },
  {
    name: "a page of a person changed",
    damage: (folder) =>
      change(folder, "_site/people/index.html", "</main>", "<p>And I.</p></main>"),
    expected: /people\/index\.html verify\/file-changed/,
  },
  {
    name: "a line of the ledger altered",
    damage: (folder) => change(folder, LEDGER, /"text":"..../, '"text":"0000'),
    expected: /verify\/(?:page-text|ledger-line)/,
  },
  {
    name: "a line of the ledger taken out",
    damage: (folder) => change(folder, LEDGER, /^.*ferry.*\n/, ""),
    expected: /ferry\S+ verify\/no-ledger-line/,
  },
  {
    name: "a line of the ledger doubled",
    damage: (folder) => change(folder, LEDGER, /^(.*\n)/, "$1$1"),
    expected: /ledger\/2021\/03\.jsonl:2 verify\/ledger-line: .*a second one/,
  },
  {
    name: "a line of the ledger cut short",
    damage: (folder) => change(folder, LEDGER, /\}\n$/, "\n"),
    expected: /ledger\/2021\/03\.jsonl:5 verify\/ledger-line: .*cannot be read/,
  },
  {
    name: "the ledger deleted",
    damage: (folder) => remove(folder, LEDGER),
    expected: /ledger\/2021\/03\.jsonl verify\/file-missing/,
  },
  {
    name: "a source's digest altered in ledger and list alike",
    damage(folder) {
      change(folder, LEDGER, /"characters":\d+/, '"characters":3');
    },
    expected: /verify\/source-not-rebuilt/,
  },
  {
    name: "a hash in the list of files altered",
    damage: (folder) => changeList(folder, /"404\.html": "..../, '"404.html": "0000'),
    expected: /verify\/lists-differ: expected what \S+ says of ledger\/files.*, found another/,
  },
  {
    name: "a hash in the list of files altered, by the file that it is of",
    damage: (folder) => changeList(folder, /"404\.html": "..../, '"404.html": "0000'),
    expected: /404\.html verify\/file-changed/,
  },
  {
    name: "the hash of the list of files altered",
    damage: (folder) => change(folder, MANIFEST, /"list":"..../, '"list":"0000'),
    expected: /ledger\/files\.json verify\/lists-differ: .*\.backfile-site\.json says/,
  },
  {
    name: "a page taken out of the list of files",
    damage: (folder) => changeList(folder, /^"2021\/03\/03\/ferry.*\n/m, ""),
    expected: /ferry\S+ verify\/extra-file/,
  },
  {
    name: "a part put into the list of files",
    damage: (folder) =>
      folder.write("_site/ledger/files/0123456789abcdef.json", folder.read(FILE_LIST)),
    expected: /files\/0123456789abcdef\.json verify\/extra-file/,
  },
  {
    name: "a line of the ledger in the file of another month",
    damage: (folder) =>
      folder.write(
        LEDGER,
        folder.read(LEDGER) + folder.read(LEDGER).split("\n")[0]?.replace("/2021/03/", "/2021/04/"),
      ),
    expected: /verify\/ledger-line: .*which belongs in ledger\/2021\/04\.jsonl/,
  },
  {
    name: "a page that the archive never had",
    damage: (folder) => folder.write("_site/2021/03/09/new/index.html", folder.read(page)),
    expected: /2021\/03\/09\/new\/index\.html verify\/extra-file/,
  },
  {
    name: "the text of a withdrawn article on its page again",
    damage: (folder) => folder.write(GULL_PAGE, folder.read(page)),
    expected: /gull\S+ verify\/withdrawn-text/,
  },
  {
    name: "a draft published",
    damage: (folder) => folder.write(EEL_PAGE, folder.read(page)),
    expected: /eel\S+ verify\/(?:extra-file|draft-published)/,
  },
];

function assertFound(findings: readonly string[], expected: RegExp): void {
  assert.ok(
    findings.some((finding) => expected.test(finding)),
    `expected ${expected}, found:\n${findings.join("\n")}`,
  );
}

for (const { name, damage, expected } of IN_CONTENT) {
  test(`verify sees ${name}`, (t) => {
    const folder = copyArchive(built, freshFolder(t));
    damage(folder);
    assertFound(findingsIn(folder), expected);
  });
}

for (const { name, damage, expected } of IN_SITE) {
  test(`verify, and verify --site alone, sees ${name}`, (t) => {
    const folder = copyArchive(built, freshFolder(t));
    damage(folder);
    assertFound(findingsIn(folder), expected);
    remove(folder, "content");
    assertFound(findingsInSite(folder), expected);
  });
}

test("where a page differs from its Markdown the words are named, and letters by their codes", (t) => {
  const folder = copyArchive(built, freshFolder(t));
  change(folder, page, "its keeper said", "its keep\u0435r said");
  assertFound(
    findingsIn(folder),
    /expected .*keeper said\.” \(U\+0065\) as block 3 of the body, found .*\(U\+0435\)/,
  );
});

// ------------------------------------------------------------------ what is no damage

test("white space alone is no damage, nor are other line ends", (t) => {
  const folder = copyArchive(built, freshFolder(t));
  change(folder, markdown, "The ferry sailed", "The  ferry sailed");
  folder.write(markdown, folder.read(markdown).replaceAll("\n", "\r\n"));
  change(folder, page, "</p>\n", "</p>\n\n   ");
  const home = folder.read("_site/index.html");
  folder.write("_site/index.html", home.replaceAll("\n", "\r\n"));
  assert.deepEqual(findingsIn(folder), []);
  assert.deepEqual(findingsInSite(folder), []);
});

test("an honest edit is named and is no failure, and a site built before it is told so", async (t) => {
  const folder = copyArchive(built, freshFolder(t));
  change(folder, markdown, "a passenger", "a sailor");
  change(folder, markdown, "headline: Ferry", "correction: He is a sailor.\nheadline: The ferry");
  change(folder, markdown, /\n\nThe café.*\n/, "\n\nNobody came.\n\nNobody left.\n");
  const before = await runCli(["verify"], { cwd: folder.path });
  assert.equal(before.code, 1);
  assert.match(
    before.stderr,
    /ferry\S+ error verify\/site-outdated: expected .*; built before this edit of articles\S+, run `backfile build`\n$/,
  );
  await run(folder, ["build", "--quiet"]);
  const after = await runCli(["verify"], { cwd: folder.path });
  assert.equal(after.stderr, "");
  assert.equal(after.code, 0);
  assert.match(after.stdout, /ferry\S+ edited: headline changed\n/);
  assert.match(after.stdout, /ferry\S+ edited: paragraph 2 changed\n/);
  assert.match(after.stdout, /ferry\S+ edited: paragraph 3 changed\n/);
  assert.match(after.stdout, /ferry\S+ edited: paragraph 4 added\n/);
  assert.match(
    after.stdout,
    /^6 articles: 6 proved, 3 edited \(7 edits\), 0 failures; 4 of 4 pages hold their text, 3 make up their source, 1 edited; /m,
  );
  assert.deepEqual(findingsInSite(folder), []);
});

test("an archive in whose words nothing was edited is proved without the copies", (t) => {
  const folder = copyArchive(built, freshFolder(t));
  remove(folder, "content/.backfile");
  assert.deepEqual(findingsIn(folder), []);
});

test("an article that was edited and given another file name is still told from a damaged one", (t) => {
  const folder = copyArchive(built, freshFolder(t));
  change(folder, markdown, /^people:\n(?: .*\n)+/m, "people: []\n");
  change(folder, markdown, "its keeper said", "its owner said");
  folder.write("content/articles/ferries/on-time.md", folder.read(markdown));
  remove(folder, markdown);
  const findings = findingsIn(folder);
  assert.equal(findings.length, 1, findings.join("\n"));
  assertFound(
    findings,
    /ferry\S+ verify\/site-outdated: .*this edit of articles\/ferries\/on-time\.md/,
  );
});

test("a copy of the site without its dot files is proved by the list in its ledger", (t) => {
  const folder = copyArchive(built, freshFolder(t));
  remove(folder, MANIFEST);
  assert.deepEqual(findingsInSite(folder), []);
  change(folder, page, "who was asleep", "who was awake");
  assertFound(findingsInSite(folder), /ferry\S+ verify\/page-text/);
});

test("files that are not the archive's are nobody's business", (t) => {
  const folder = copyArchive(built, freshFolder(t));
  folder.write("_site/CNAME", "archive.example\n");
  folder.write("_site/verification.html", "<p>yes");
  assert.deepEqual(findingsInSite(folder), []);
});

test("what import sets aside is counted with its reason", async (t) => {
  const folder = copyArchive(built, freshFolder(t));
  folder.write("content/sources/again.txt", folder.read("content/sources/whale.txt"));
  folder.write("content/sources/zz-again.txt", folder.read(source));
  folder.write("content/sources/empty.txt", "\n");
  remove(folder, "content/sources/again.txt");
  const { code, stdout } = await runCli(["verify"], { cwd: folder.path });
  assert.match(
    stdout,
    /^sources\/zz-again\.txt set aside: holds the same bytes as sources\/ferry\.txt/m,
  );
  assert.match(stdout, /^sources\/empty\.txt set aside: expected text, found nothing/m);
  assert.match(stdout, /2 sources set aside, 0 failures/);
  assert.equal(code, 0);
});

test("failures are lines on standard error, a summary, an exit code, and JSON for programs", async (t) => {
  const folder = copyArchive(built, freshFolder(t));
  change(folder, page, "who was asleep", "who was awake");
  const site = await runCli(["verify", "--site", "_site"], { cwd: folder.path });
  assert.equal(site.code, 1);
  assert.match(
    site.stderr,
    /^_site\/2021\/03\/03\/ferry\S+ error verify\/page-text: expected .*\n$/,
  );
  assert.match(
    site.stdout,
    /^3 of 4 pages hold their text, 3 make up their source; \d+ files of the site, 1 failure\n$/,
  );
  const quiet = await runCli(["verify", "--quiet"], { cwd: folder.path });
  assert.equal(quiet.stdout, "");
  const json = await runCli(["verify", "--json"], { cwd: folder.path });
  assert.equal(json.code, 1);
  const report: unknown = JSON.parse(json.stdout);
  assert.partialDeepStrictEqual(report, {
    failures: [{ severity: "error", rule: "verify/page-text" }],
    archive: { articles: 6, proved: 6 },
    site: { pages: 4, holding: 3, rebuilt: 3 },
  });
});

test("an archive without articles is proved, and a site of before there were ledgers is not", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/.keep", "");
  await run(folder, ["build", "--quiet"]);
  assert.deepEqual(findingsIn(folder), []);
  assert.deepEqual(findingsInSite(folder), []);
  const old = copyArchive(built, freshFolder(t));
  const pages = old.files("_site").filter((path) => path.endsWith(".html"));
  const files = Object.fromEntries(pages.map((path) => [path, "0".repeat(64)]));
  old.write(MANIFEST, JSON.stringify({ files }));
  const former = await runCli(["verify"], { cwd: old.path });
  assert.equal(former.code, 1);
  assert.match(former.stderr, /_site: expected a site of this version.*build the site again/);
  remove(old, MANIFEST);
  remove(old, FILE_LIST);
  const none = await runCli(["verify", "--site", "_site"], { cwd: old.path });
  assert.match(none.stderr, /_site: expected the list of its files in ledger\/files\.json/);
});

test("a folder that is no site, and an archive without one, are told", async (t) => {
  const folder = copyArchive(built, freshFolder(t));
  const none = await runCli(["verify", "--site", "nowhere"], { cwd: folder.path });
  assert.match(none.stderr, /^backfile: nowhere: no such folder/);
  const foreign = await runCli(["verify", "--site", "content"], { cwd: folder.path });
  assert.match(foreign.stderr, /^backfile: content: expected the list of its files/);
  remove(folder, "_site");
  const archive = await runCli(["verify"], { cwd: folder.path });
  assert.equal(archive.code, 0);
  assert.match(archive.stdout, /no site in _site: only the archive was checked/);
});

test("the sample archive is proved, and its site by itself", async (t) => {
  const folder = await builtSample(t);
  for (const args of [["verify"], ["verify", "--site", "_site"]]) {
    const { code, stderr } = await runCli(args, { cwd: folder.path });
    assert.equal(stderr, "");
    assert.equal(code, 0);
  }
  writeFileSync(folder.at("content/sources/gazette/art_00113.txt"), "Other words\n\nAnd these.\n");
  assert.equal((await runCli(["verify"], { cwd: folder.path })).code, 1);
});
