/** Does the old site stand until the new one is whole, and is nothing lost that backfile did not write? */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readlinkSync, rmSync, statSync, symlinkSync } from "node:fs";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { openPublishedSite } from "../src/publish/published-site.ts";
import { openSite } from "../src/publish/site.ts";
import { FILE_LIST, isListFile, MANIFEST } from "../src/publish/site-paths.ts";
import { FileStager } from "../src/publish/staged-file.ts";
import { CliError } from "../src/text/cli-error.ts";
import { type FreshFolder, freshFolder } from "./support/fresh-folder.ts";

const KILLED_BUILD = fileURLToPath(new URL("support/killed-build.ts", import.meta.url));

type Pages = Readonly<Record<string, string>>;

/** Publishes a site of these pages and no others. */
async function publish(output: string, pages: Pages) {
  const site = await openSite(output);
  for (const [path, content] of Object.entries(pages)) site.write(path, content);
  site.removeOthers();
  const { written, unchanged, removed } = await site.commit();
  return { written, unchanged, removed };
}

/** The files of the folder with their text, without the manifest and the list of files. */
function pagesIn(folder: FreshFolder, below: string): Pages {
  const paths = folder.files(below).filter((path) => !isListFile(path));
  return Object.fromEntries(paths.map((path) => [path, folder.read(`${below}/${path}`)]));
}

/** What stands in the folder itself: an update must leave nothing beside the site. */
function topLevel(folder: FreshFolder): readonly string[] {
  return [...new Set(folder.files().map((path) => path.split("/")[0] ?? ""))];
}

function refusal(words: RegExp) {
  return (error: unknown): boolean => {
    assert.ok(error instanceof CliError, String(error));
    assert.match(error.message, words);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  };
}

test("a first site is written, and a second one replaces it and counts what differs", async (t) => {
  const folder = freshFolder(t);
  const output = folder.at("_site");
  const first = await publish(output, { "index.html": "one", "a/index.html": "a", "b/x.txt": "b" });
  assert.deepEqual(first, { written: 3, unchanged: 0, removed: 0 });
  const second = await publish(output, { "index.html": "two", "a/index.html": "a" });
  assert.deepEqual(second, { written: 1, unchanged: 1, removed: 1 });
  assert.deepEqual(pagesIn(folder, "_site"), { "index.html": "two", "a/index.html": "a" });
  assert.deepEqual(topLevel(folder), ["_site"]);
});

test("until the commit the old site stands, and a site that is given up leaves no trace", async (t) => {
  const folder = freshFolder(t);
  await publish(folder.at("_site"), { "index.html": "old" });
  const site = await openSite(folder.at("_site"));
  site.write("index.html", "new");
  assert.deepEqual(pagesIn(folder, "_site"), { "index.html": "old" });
  await site.discard();
  assert.deepEqual(pagesIn(folder, "_site"), { "index.html": "old" });
  assert.deepEqual(topLevel(folder), ["_site"]);
});

test("files that are as they were stay the same files, and a site without change is left alone", async (t) => {
  const folder = freshFolder(t);
  const output = folder.at("_site");
  const identity = () => statSync(folder.at("_site/a.txt")).ino;
  await publish(output, { "a.txt": "same", "b.txt": "old" });
  const before = identity();
  await publish(output, { "a.txt": "same", "b.txt": "new" });
  assert.equal(identity(), before);
  const standing = statSync(output).ino;
  const changes = await publish(output, { "b.txt": "new", "a.txt": "same" });
  assert.deepEqual(changes, { written: 0, unchanged: 2, removed: 0 });
  assert.equal(statSync(output).ino, standing);
});

test("the same pages in another order give the same bytes, manifest included", async (t) => {
  const folder = freshFolder(t);
  await publish(folder.at("one"), { "b.txt": "b", "a.txt": "a", "é/Z.txt": "z" });
  await publish(folder.at("two"), { "é/Z.txt": "z", "a.txt": "a", "b.txt": "b" });
  assert.equal(folder.read(`one/${MANIFEST}`), folder.read(`two/${MANIFEST}`));
  assert.equal(folder.read(`one/${FILE_LIST}`), folder.read(`two/${FILE_LIST}`));
  assert.match(folder.read(`one/${FILE_LIST}`), /"a\.txt": "[0-9a-f]{64}",\n"b\.txt"/);
});

test("what is neither written nor removed stays untouched, and the lists are those of a clean build", async (t) => {
  const folder = freshFolder(t);
  const output = folder.at("_site");
  const paths = Array.from({ length: 2000 }, (_, n) => `a/${n % 7}/${n}/index.html`);
  const before = Object.fromEntries(paths.map((path) => [path, `old ${path}`]));
  await publish(output, before);
  const untouched = paths.slice(10);
  const times = () => untouched.map((path) => statSync(folder.at(`_site/${path}`)).ctimeMs);
  const then = times();
  const site = await openSite(output);
  const { digest } = site;
  for (const path of paths.slice(0, 5)) site.write(path, `new ${path}`);
  for (const path of paths.slice(5, 10)) site.remove(path);
  site.remove("not/there.html");
  site.write("a/new.txt", "new");
  const changes = await site.commit();
  assert.partialDeepStrictEqual(changes, { written: 6, unchanged: 0, removed: 5 });
  assert.notEqual(changes.digest, digest);
  assert.deepEqual(times(), then);
  await publish(folder.at("clean"), {
    ...Object.fromEntries(untouched.map((path) => [path, `old ${path}`])),
    ...Object.fromEntries(paths.slice(0, 5).map((path) => [path, `new ${path}`])),
    "a/new.txt": "new",
  });
  assert.ok(folder.files("_site/ledger/files").length > 3);
  assert.deepEqual(everyFile(folder, "_site"), everyFile(folder, "clean"));
  assert.equal((await openSite(output)).digest, changes.digest);
});

function everyFile(folder: FreshFolder, below: string): Pages {
  return Object.fromEntries(
    folder.files(below).map((path) => [path, folder.read(`${below}/${path}`)]),
  );
}

test("files that another process has put on the stage are taken in", async (t) => {
  const folder = freshFolder(t);
  for (const text of ["old", "new", "new"]) {
    const site = await openSite(folder.at("_site"));
    const stager = new FileStager({ ...site.stage });
    site.write("index.html", "home");
    for (const path of ["a/b/index.html", "a/c.txt"]) site.adopt(path, stager.write(path, text));
    site.removeOthers();
    await site.commit();
    const expected = { "a/b/index.html": text, "a/c.txt": text, "index.html": "home" };
    assert.deepEqual(pagesIn(folder, "_site"), expected);
    assert.deepEqual(topLevel(folder), ["_site"]);
  }
  const site = await openSite(folder.at("_site"));
  assert.equal(site.standingText("a/c.txt"), "new");
  folder.write("_site/a/c.txt", "other");
  assert.equal(site.standingText("a/c.txt"), undefined);
  assert.equal(site.standingText("no.txt"), undefined);
  assert.throws(() => site.adopt("../x", { sha256: "", bytes: 0 }), refusal(/expected a path/));
});

test("a file that was altered or deleted is written again when it is given", async (t) => {
  const folder = freshFolder(t);
  const pages = { "a.txt": "a", "b.txt": "b" };
  await publish(folder.at("_site"), pages);
  folder.write("_site/a.txt", "altered");
  rmSync(folder.at("_site/b.txt"));
  const changes = await publish(folder.at("_site"), pages);
  assert.deepEqual(changes, { written: 2, unchanged: 0, removed: 0 });
  assert.deepEqual(pagesIn(folder, "_site"), pages);
});

test("a site of a former version, with one list in its manifest, is known and updated", async (t) => {
  const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
  const old = { "a/index.html": "a", "b/index.html": "b", "ledger/2021.jsonl": "{}\n" };
  for (const isWhole of [true, false]) {
    const folder = freshFolder(t);
    for (const [path, text] of Object.entries(old)) folder.write(`_site/${path}`, text);
    const hashes = Object.entries(old).map(([path, text]) => [path, hash(text)]);
    const listed = JSON.stringify({ files: Object.fromEntries(hashes) });
    folder.write(`_site/${FILE_LIST}`, listed);
    const files = Object.fromEntries([...hashes, [FILE_LIST, hash(listed)]]);
    folder.write(`_site/${MANIFEST}`, JSON.stringify({ files }));
    folder.write("_site/CNAME", "courier.example");
    const site = await openSite(folder.at("_site"));
    assert.equal(site.digest, undefined);
    site.write("a/index.html", isWhole ? "a" : "new");
    site.write("c/index.html", "c");
    if (isWhole) site.removeOthers();
    else site.remove("ledger/2021.jsonl");
    await site.commit();
    const expected = {
      "a/index.html": isWhole ? "a" : "new",
      ...(!isWhole && { "b/index.html": "b" }),
      "c/index.html": "c",
    };
    assert.deepEqual(pagesIn(folder, "_site"), { CNAME: "courier.example", ...expected });
    await publish(folder.at("clean"), expected);
    for (const path of [FILE_LIST, MANIFEST]) {
      assert.equal(folder.read(`_site/${path}`), folder.read(`clean/${path}`));
    }
  }
});

test("a site whose list of files was altered is not touched", async (t) => {
  const folder = freshFolder(t);
  const paths = Array.from({ length: 2000 }, (_, n) => `a/${n}.txt`);
  await publish(folder.at("_site"), Object.fromEntries(paths.map((path) => [path, path])));
  const [part = ""] = folder.files("_site/ledger/files");
  for (const path of [`ledger/files/${part}`, FILE_LIST]) {
    const text = folder.read(`_site/${path}`);
    folder.write(`_site/${path}`, text.replace(/"[0-9a-f]{4}/, '"0000'));
    await assert.rejects(
      publish(folder.at("_site"), { "a/1.txt": "new" }),
      refusal(/_site: expected the list of its files.*move this folder away/),
    );
    const site = openSite(folder.at("_site"));
    if (path === FILE_LIST) await assert.rejects(site);
    else await (await site).discard();
    assert.equal(folder.read("_site/a/1.txt"), "a/1.txt");
    assert.deepEqual(topLevel(folder), ["_site"]);
    folder.write(`_site/${path}`, text);
  }
});

test("a site that is being put in place, or was when its build was killed, is not read as one", async (t) => {
  const folder = freshFolder(t);
  await publish(folder.at("_site"), { "index.html": "old" });
  for (const [pid, words] of [
    [process.ppid, /process \d+ is putting the files of a build in place/],
    [2 ** 30, /a build was killed while.*run `backfile build`/],
  ] as const) {
    folder.write("_site.journal", `{"state":"placing","pid":${pid}}\n`);
    assert.throws(() => openPublishedSite(folder.at("_site")), refusal(words));
  }
  folder.write("_site.journal", `{"state":"writing","pid":${process.ppid}}\n`);
  assert.equal([...openPublishedSite(folder.at("_site")).listed()].length, 1);
});

test("what backfile did not write is carried over: files, links, empty folders", async (t) => {
  const folder = freshFolder(t);
  const output = folder.at("_site");
  await publish(output, { "index.html": "one", "gone/index.html": "gone" });
  folder.write("_site/CNAME", "courier.example");
  folder.write("_site/gone/by-hand.txt", "mine");
  folder.write("_site/.git/refs/x", "");
  symlinkSync("nowhere", folder.at("_site/link"));
  await publish(output, { "index.html": "two" });
  assert.equal(folder.read("_site/CNAME"), "courier.example");
  assert.equal(folder.read("_site/gone/by-hand.txt"), "mine");
  assert.equal(existsSync(folder.at("_site/gone/index.html")), false);
  assert.equal(existsSync(folder.at("_site/.git/refs/x")), true);
  assert.equal(readlinkSync(folder.at("_site/link")), "nowhere");
});

test("a page does not overwrite a file that somebody else put there", async (t) => {
  const folder = freshFolder(t);
  await publish(folder.at("_site"), { "index.html": "one" });
  folder.write("_site/robots.txt", "mine");
  for (const path of ["robots.txt", "robots.txt/index.html"]) {
    await assert.rejects(
      publish(folder.at("_site"), { [path]: "ours" }),
      refusal(/robots\.txt.*move it/),
    );
    assert.equal(folder.read("_site/robots.txt"), "mine");
    assert.equal(folder.read("_site/index.html"), "one");
  }
});

test("a folder that backfile did not make is refused and stays as it is; an empty one is taken", async (t) => {
  const folder = freshFolder(t);
  folder.write("home/letter.txt", "mine");
  await assert.rejects(
    openSite(folder.at("home")),
    refusal(/not|other files.*another output folder/),
  );
  assert.deepEqual(folder.files(), ["home/letter.txt"]);
  folder.write("site.next/letter.txt", "mine");
  await assert.rejects(openSite(folder.at("site")), refusal(/site\.next.*move it away/));
  assert.deepEqual(folder.files(), ["home/letter.txt", "site.next/letter.txt"]);
  folder.write("empty/x", "");
  const emptied = freshFolder(t);
  await publish(emptied.path, { "index.html": "one" });
  assert.deepEqual(pagesIn(emptied, "."), { "index.html": "one" });
});

test("the output may lie behind a link or be one, in a folder that is not there yet", async (t) => {
  const folder = freshFolder(t);
  folder.write("real/site/x", "");
  symlinkSync(folder.at("real"), folder.at("link"));
  await publish(folder.at("link/deep/_site"), { "index.html": "one" });
  assert.equal(folder.read("real/deep/_site/index.html"), "one");
  symlinkSync(folder.at("real/deep/_site"), folder.at("current"));
  await publish(folder.at("current"), { "index.html": "two" });
  assert.equal(folder.read("real/deep/_site/index.html"), "two");
  assert.equal(readlinkSync(folder.at("current")), folder.at("real/deep/_site"));
});

test("paths that leave the site, and two files for one path, are refused with their origin", async (t) => {
  const folder = freshFolder(t);
  const site = await openSite(folder.at("_site"));
  for (const path of [
    "../x",
    "a/../../x",
    "/x",
    "a//b",
    "a/",
    "",
    ".",
    "a\\b",
    "C:/x",
    "a\0",
    MANIFEST,
  ]) {
    assert.throws(
      () => site.write(path, "", "articles/a.md"),
      refusal(/articles\/a\.md: expected a path/),
    );
  }
  await site.discard();
  assert.deepEqual(folder.files(), []);
});

const ROSE = "people/rose/index.html";
/** Paths that cannot stand beside Rose's on every disk. */
const RIVALS = ["people/Rose/INDEX.html", "people/rose", `${ROSE}/x`, "people", "People"];

test("two files that want one path, on some disks, are told with their origins, and nothing is changed", async (t) => {
  for (const standing of [false, true]) {
    for (const path of [ROSE, ...RIVALS]) {
      const folder = freshFolder(t);
      if (standing) await publish(folder.at("_site"), { "index.html": "old" });
      const site = await openSite(folder.at("_site"));
      const writeBoth = async () => {
        site.write(ROSE, "1", "articles/a.md");
        site.write("people/zoe/index.html", "1", "articles/c.md");
        site.write(path, "2", "articles/b.md");
        await site.commit();
      };
      await assert.rejects(
        writeBoth,
        refusal(/^articles\/[abc]\.md and articles\/[abc]\.md cannot both/),
        path,
      );
      await site.discard();
      assert.deepEqual(folder.files().length === 0 ? {} : pagesIn(folder, "_site"), {
        ...(standing && { "index.html": "old" }),
      });
    }
  }
});

test("a new file is told from one that stands and is not written, unless that one goes", async (t) => {
  for (const path of RIVALS) {
    const folder = freshFolder(t);
    await publish(folder.at("_site"), { [ROSE]: "1", "people/zoe/index.html": "z" });
    const change = async (isGone: boolean) => {
      const site = await openSite(folder.at("_site"));
      site.write(path, "2", "articles/b.md");
      if (isGone) for (const old of [ROSE, "people/zoe/index.html"]) site.remove(old);
      try {
        await site.commit();
      } finally {
        await site.discard();
      }
    };
    await assert.rejects(change(false), refusal(/articles\/b\.md.*cannot both/), path);
    assert.equal(folder.read(`_site/${ROSE}`), "1");
    await change(true);
    assert.deepEqual(pagesIn(folder, "_site"), { [path]: "2" });
  }
});

test("a build beside another one that is at work is refused", async (t) => {
  const folder = freshFolder(t);
  // the test's parent runs as long as the test
  folder.write("_site.journal", `{"state":"writing","pid":${process.ppid}}\n`);
  await assert.rejects(openSite(folder.at("_site")), refusal(/process \d+ is building this site/));
});

test("an output that cannot be written is one line with what to do", async (t) => {
  const folder = freshFolder(t);
  folder.write("file", "");
  await assert.rejects(openSite(folder.at("file/_site")), refusal(/file.*name another folder/));
  mkdirSync(folder.at("locked"), 0o500);
  if (process.getuid?.() === 0) return t.diagnostic("root may write everywhere");
  await assert.rejects(openSite(folder.at("locked/_site")), refusal(/permission denied/));
});

const OLD_SITE: Pages = {
  "index.html": "old home",
  "kept/index.html": "kept",
  "gone/index.html": "gone",
};
const NEW_SITE: Pages = {
  "index.html": "new home",
  "kept/index.html": "kept",
  "added/index.html": "added",
};
const BY_HAND: Pages = { CNAME: "courier.example" };

/** Kills a build in its Nth change to the disk; returns whether it was still at work by then. */
function killBuild(output: string, change: number): boolean {
  const { signal, status, stderr } = spawnSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", KILLED_BUILD, output, String(change)],
    { encoding: "utf8" },
  );
  assert.ok(signal === "SIGKILL" || status === 0, stderr);
  return signal === "SIGKILL";
}

async function checkKilled(
  t: TestContext,
  change: number,
  before: Pages,
): Promise<string | undefined> {
  const folder = freshFolder(t);
  const output = folder.at("_site");
  if (Object.keys(before).length > 0) {
    await publish(output, before);
    folder.write("_site/CNAME", "courier.example");
  }
  if (!killBuild(output, change)) return undefined;
  const [old, next]: readonly [Pages, Pages] =
    Object.keys(before).length === 0
      ? [{}, NEW_SITE]
      : [
          { ...before, ...BY_HAND },
          { ...NEW_SITE, ...BY_HAND },
        ];
  const standing = existsSync(output) ? pagesIn(folder, "_site") : {};
  const isPlacing = /placing.*\n/.test(
    folder.files().includes("_site.journal") ? folder.read("_site.journal") : "",
  );
  const site = await openSite(output);
  await site.discard();
  const recovered = existsSync(output) ? pagesIn(folder, "_site") : {};
  const isNew = "added/index.html" in recovered;
  assert.deepEqual(
    recovered,
    sorted(isNew ? next : old),
    `killed in change ${change}, then mended`,
  );
  // half of a page never stands, and what stands of both sites is the new one when the next build begins
  for (const [path, content] of Object.entries(standing)) {
    assert.ok([old[path], next[path]].includes(content), `${path}: ${content}`);
  }
  if (isPlacing) assert.ok(isNew);
  else assert.deepEqual(standing, sorted(isNew ? next : old), `killed in change ${change}`);
  assert.deepEqual(topLevel(folder), existsSync(output) ? ["_site"] : []);
  await publish(output, NEW_SITE);
  assert.deepEqual(pagesIn(folder, "_site"), sorted(next));
  return isNew ? "new" : "old";
}

function sorted(pages: Pages): Pages {
  return Object.fromEntries(
    Object.keys(pages)
      .sort()
      .map((path) => [path, pages[path] ?? ""]),
  );
}

for (const [name, before] of [
  ["over an old site", OLD_SITE],
  ["where none was", {}],
] as const) {
  test(`a build ${name}, killed in any of its changes to the disk, leaves the old site or the new`, async (t) => {
    const outcomes: string[] = [];
    for (let change = 1; change < 100; change++) {
      const outcome = await checkKilled(t, change, before);
      if (outcome === undefined) break;
      outcomes.push(outcome);
    }
    assert.ok(outcomes.length < 99, "the build never came to its end");
    // first every kill leaves the old one, from some change on every kill the new one
    const firstNew = outcomes.indexOf("new");
    assert.ok(firstNew > 5 && firstNew < outcomes.length - 1, outcomes.join(" "));
    assert.deepEqual(new Set(outcomes.slice(firstNew)), new Set(["new"]));
  });
}
