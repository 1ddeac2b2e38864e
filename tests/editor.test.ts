/** Is the editor obeyed: corrections, lists, drafts, withdrawals, and mistakes that are put right again? */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runCli } from "./support/cli.ts";
import { type FreshFolder, freshFolder } from "./support/fresh-folder.ts";

const FERRY = `Ferry sails on time and surprises harbour

March 3, 2021 - 09:15

PORT ELLIS - The ferry sailed on time on Tuesday, said Captain Lotte Arends, the harbour master.

“I was not ready,” Arends said. She had spoken to Robert Varga, a passenger, who was asleep.
`;
const FILE = "content/articles/2021/03/ferry-sails-on-time-and-surprises-harbour.md";
const PAGE = "_site/2021/03/03/ferry-sails-on-time-and-surprises-harbour/index.html";

async function build(folder: FreshFolder): Promise<string> {
  const { code, stderr } = await runCli(["build", "--quiet"], { cwd: folder.path });
  assert.equal(code, 0, stderr);
  return stderr;
}

function edit(folder: FreshFolder, from: string | RegExp, to: string): void {
  const before = folder.read(FILE);
  const after = before.replace(from, to);
  assert.notEqual(after, before, `nothing to edit: ${String(from)}`);
  folder.write(FILE, after);
}

async function ferry(t: Parameters<typeof freshFolder>[0]): Promise<FreshFolder> {
  const folder = freshFolder(t);
  folder.write("content/sources/ferry.txt", FERRY);
  await build(folder);
  return folder;
}

test("a slip in the front matter sets the file aside, and mending it brings the editor's text back", async (t) => {
  const folder = await ferry(t);
  edit(folder, "was not ready", "was NEVER ready");
  edit(folder, "headline: ", "headline: Slip: ");
  const complaint = await build(folder);
  assert.match(complaint, /^articles\/2021\/03\/ferry-\S+\.md:2 set-aside write\/front-matter/m);
  assert.deepEqual(folder.files("content/articles"), [FILE.replace("content/articles/", "")]);
  edit(folder, "headline: Slip: ", "headline: ");
  assert.equal(await build(folder), "");
  assert.match(folder.read(PAGE), /was NEVER ready/);
});

test("a withdrawn article leaves its reason and nothing else, anywhere", async (t) => {
  const folder = await ferry(t);
  edit(folder, "headline: ", "withdrawn: the captain asked\nheadline: ");
  await build(folder);
  assert.match(folder.read(PAGE), /This article was withdrawn: the captain asked/);
  for (const file of folder.files("_site").filter((path) => path.endsWith(".html"))) {
    assert.doesNotMatch(
      folder.read(`_site/${file}`),
      /Arends|Varga|Ferry sails|was not ready/,
      file,
    );
  }
});

test("a draft is on no page", async (t) => {
  const folder = await ferry(t);
  edit(folder, "headline: ", "draft: true\nheadline: ");
  await build(folder);
  assert.ok(!folder.files("_site").some((path) => path.startsWith("2021")));
});

test("a person taken out of the list leaves, and one put in is there", async (t) => {
  const folder = await ferry(t);
  assert.ok(folder.files("_site/people").includes("lotte-arends/index.html"));
  edit(folder, /^ {2}- Lotte Arends\n/m, "  - Hanna Viken\n");
  await build(folder);
  const people = folder.files("_site/people");
  assert.ok(!people.includes("lotte-arends/index.html"));
  assert.ok(people.includes("hanna-viken/index.html"));
});

test("a corrected sentence corrects every page, without the old name as the editor's own", async (t) => {
  const folder = await ferry(t);
  edit(folder, "Robert Varga, a passenger", "Robert Vasarely, a passenger");
  await build(folder);
  const people = folder.read("_site/people/index.html");
  assert.match(people, /Robert Vasarely/);
  assert.doesNotMatch(people, /Robert Varga/);
});

test("a person is called what the editor calls them, with what they said", async (t) => {
  const folder = await ferry(t);
  edit(folder, "  - Lotte Arends\n", "  - Charlotte Lotte Arends\n");
  await build(folder);
  assert.match(folder.read("_site/people/charlotte-lotte-arends/index.html"), /I was not ready/);
});

test("what the editor has settled is not complained of again", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/ferry.txt", FERRY.replace("March 3, 2021 - 09:15\n\n", ""));
  assert.match(await build(folder), /import\/undated.*articles\/undated\/ferry/);
  const file = "content/articles/undated/ferry-sails-on-time-and-surprises-harbour.md";
  folder.write(file, folder.read(file).replace("headline:", "published: 2021-03-03\nheadline:"));
  assert.equal(await build(folder), "");
});

test("the content folder may be named in any way", async (t) => {
  const folder = await ferry(t);
  for (const content of ["./content", "content/", "content//", folder.at("content")]) {
    const result = await runCli(["build", "--quiet", "--content", content], { cwd: folder.path });
    assert.equal(result.code, 0, `${content}: ${result.stderr}`);
  }
  const inside = await runCli(["build", "--quiet", "--content", ".", "--output", "../_site"], {
    cwd: folder.at("content"),
  });
  assert.equal(inside.code, 0, inside.stderr);
});

test("natural ways to write front matter are taken", async (t) => {
  const folder = await ferry(t);
  edit(folder, /^people:\n(?: {2}- .*\n)+/m, "people:\n");
  edit(folder, /^headline: .*$/m, "headline: 1984");
  await build(folder);
  assert.match(folder.read(PAGE), /<h1[^>]*>.*1984/s);
  assert.ok(!folder.files("_site/people").includes("lotte-arends/index.html"));
});

test("front matter that would show nonsense is refused with its line", async (t) => {
  const folder = await ferry(t);
  const good = folder.read(FILE);
  const faults: readonly (readonly [RegExp, string, RegExp])[] = [
    [/^published: .*$/m, "published: 2021-03-03T99:99", /expected a date/],
    [/^address:/m, "zone: Foo/Bar\naddress:", /zone/],
    [/^ {2}- Lotte Arends$/m, "  - Lotte: Arends", /`people\.0`|people/],
  ];
  for (const [from, to, complaint] of faults) {
    folder.write(FILE, good.replace(from, to));
    assert.match(
      await build(folder),
      new RegExp(`^articles/\\S+:\\d+ set-aside write/front-matter: .*${complaint.source}`, "m"),
    );
  }
});

test("an article file that is not UTF-8 is set aside, not garbled", async (t) => {
  const folder = await ferry(t);
  folder.write(FILE, Buffer.from(folder.read(FILE).replace("asleep", "café"), "latin1"));
  assert.match(await build(folder), /set-aside write\/encoding: .*UTF-8/);
});
