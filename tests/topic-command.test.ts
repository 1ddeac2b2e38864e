/** Does `backfile topic` show what a topic is and would be, and write files that keep what the editor wrote? */
import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { type CliResult, runCli } from "./support/cli.ts";
import { type FreshFolder, freshFolder } from "./support/fresh-folder.ts";

const FERRY = `Ferry to sail twice a day

4 March 2019

PORT ELLIS - The ferry to Carrow will sail twice a day from Monday, said Tomas Varga, the harbour master. Passengers want a second ferry, and the fares stay.

The eel market is open again.
`;
const EELS = `Eel market loses its roof

9 May 2020

PORT ELLIS - The eel market lost its roof on Friday. Traders at the eel market sold eels in the rain.

The ferry did not sail.
`;

/** Ships with backfile; ferries are about it. */
const WATER = "waterway-and-maritime-transport";

interface Archive {
  readonly folder: FreshFolder;
  topic(...args: string[]): Promise<CliResult>;
}

async function archive(t: TestContext): Promise<Archive> {
  const folder = freshFolder(t);
  folder.write("content/sources/ferry.txt", FERRY);
  folder.write("content/sources/eels.txt", EELS);
  const { code, stderr } = await runCli(["import"], { cwd: folder.path });
  assert.equal(code, 0, stderr);
  return {
    folder,
    topic: (...args) => runCli(["topic", ...args, "--quiet"], { cwd: folder.path }),
  };
}

async function written(run: Promise<CliResult>): Promise<string> {
  const { code, stdout, stderr } = await run;
  assert.equal(code, 0, stderr);
  return stdout.split("\n")[0] ?? "";
}

test("topics are listed with their articles, and one is shown with its words; nothing is written", async (t) => {
  const { folder, topic } = await archive(t);
  const before = folder.files();
  const all = await topic("list");
  assert.match(
    all.stdout,
    /^waterway and maritime transport {2}· {2}1 article {2}· {2}no page {2}· {2}ships with backfile$/m,
  );
  assert.match(all.stdout, /\n\d+ of \d+ topics\n$/);
  const rows = (await topic("list", "TRANSPORT", "--json")).stdout.trim().split("\n");
  assert.ok(rows.some((row) => (JSON.parse(row) as { id: string }).id === "transport"));
  const shown = await topic("show", "Waterway and Maritime Transport");
  assert.match(
    shown.stdout,
    /^waterway and maritime transport\n {2}no page\n {2}ships with backfile\n/,
  );
  assert.match(shown.stdout, /^ {2}phrases \(\d+\): .*ferry/m);
  assert.match(shown.stdout, /^Articles \(1\)\n {2}articles\/2019\/03\/\S+ {2}Ferry, /m);
  assert.deepEqual(folder.files(), before);
});

test("a draft is tried on the articles and on texts: what it catches, with its words, and what it misses", async (t) => {
  const { folder, topic } = await archive(t);
  folder.write("eel-market.md", "---\nphrases: [eel market, eels]\n---\n");
  const before = folder.files();
  const tried = await topic("try", "eel-market.md");
  assert.equal(tried.code, 0, tried.stderr);
  assert.match(tried.stdout, /^eel market: 1 of 2 articles\nCatches \(1\)\n/);
  assert.match(
    tried.stdout,
    / {2}articles\/2020\/05\/\S+ {2}[\d.]+ of [\d.]+ {2}Eel market loses its roof\n {6}\[Eel market\] loses its roof\n {6}and: eel market, eels\n/,
  );
  assert.match(
    tried.stdout,
    /Just misses \(1\)\n {2}articles\/2019\S+ {2}[\d.]+ of 2\.5, scores too little .*\n {6}The \[eel market\] is open again\.\n/,
  );
  assert.match(tried.stdout, /Changes\n {2}\S.*\n$/);
  const text = await topic("try", "eel-market.md", "--text", "content/sources/ferry.txt");
  assert.match(text.stdout, /^eel market: 0 of 1 article\n/);
  const rows = (await topic("try", "eel-market.md", "--json")).stdout.trim().split("\n");
  const [first] = rows.map((row) => JSON.parse(row) as { result: string; hadIt: boolean });
  assert.deepEqual([rows.length, first?.hadIt], [2, false]);
  assert.deepEqual(folder.files(), before);
});

test("a draft of a shipped topic shows which articles it would lose", async (t) => {
  const { folder, topic } = await archive(t);
  folder.write("waterway-and-maritime-transport.md", "---\nphrases: [omnibus]\n---\n");
  const { stdout } = await topic("try", "waterway-and-maritime-transport.md");
  assert.match(stdout, /^waterway and maritime transport: 0 of 2 articles\n/);
  assert.match(stdout, /Changes\n {2}1 article no longer: articles\/2019\/03\//);
});

test("a topic is added, its page is there from the first article on, and gone when it is taken out", async (t) => {
  const { folder, topic } = await archive(t);
  const build = async (): Promise<readonly string[]> => {
    const { code, stderr } = await runCli(["build", "--quiet"], { cwd: folder.path });
    assert.equal(code, 0, stderr);
    return folder.files("_site/topics").filter((file) => file.startsWith("eel"));
  };
  const path = await written(
    topic("add", "Eel market", "eel market", "eels", "--note", "Open on Fridays."),
  );
  assert.equal(path, "content/topics/eel-market.md");
  assert.ok((await build()).includes("eel-market/index.html"));
  assert.match(folder.read("_site/topics/eel-market/index.html"), /Open on Fridays\./);
  const changed = folder
    .read("content/topics/eel-market.md")
    .replace("# broader", "# mine\n# broader");
  folder.write("content/topics/eel-market.md", changed);
  assert.equal(await written(topic("remove", "eel market")), path);
  assert.equal(folder.read(path), changed.replace("\n---\n\nOpen", "\nremove: true\n---\n\nOpen"));
  assert.ok(!(await build()).includes("eel-market/index.html"));
});

test("phrases of a shipped topic come and go by a file that leaves the rest as it ships", async (t) => {
  const { folder, topic } = await archive(t);
  const path = await written(topic("phrase", "add", WATER, "eel cart", "fish van"));
  assert.equal(path, `content/topics/${WATER}.md`);
  const added = folder.read(path);
  assert.match(added, /# The phrases that ship: [\s\S]*#.*\bferry\b/);
  assert.match(added, /\nadd:\n {2}- eel cart\n {2}- fish van\n---\n$/);
  await written(topic("phrase", "remove", WATER, "ferry"));
  assert.match(folder.read(path), /\nwithout:\n {2}- "ferry"\n---\n$/);
  await written(topic("phrase", "add", WATER, "ferry"));
  await written(topic("phrase", "remove", WATER, "fish van"));
  assert.equal(
    folder.read(path),
    added.replace("  - fish van\n", "").replace("\n---\n", "\nwithout:\n---\n"),
  );
  const shown = await topic("show", WATER);
  assert.match(
    shown.stdout,
    /changed by topics\/waterway-and-maritime-transport\.md[\s\S]*ferry[\s\S]*eel cart/,
  );
});

test("no file is written over, and each mistake has one line that says what to do", async (t) => {
  const { folder, topic } = await archive(t);
  const own = "---\n# mine\nlabel: Eel market\nphrases: &mine\n  - eel market\n---\n";
  folder.write("content/topics/eel-market.md", own);
  folder.write("content/topics/odd.md", "---\nphrases: [one,\n  two]\n---\n");
  folder.write("content/topics/broken.md", "---\nlable: x\n---\n");
  const before = folder.files().map((file) => [file, folder.read(file)]);
  const lines: readonly (readonly [readonly string[], RegExp])[] = [
    [["add", "Eel market"], /topics\/eel-market\.md is there already; open it in an editor/],
    [
      ["add", "transport"],
      /`transport` ships with backfile; change it: backfile topic change transport/,
    ],
    [["add"], /wants a label, and phrases/],
    [["change", "transprot"], /no topic is called `transprot`; did you mean `transport`\?/],
    [["remove", "zzz"], /no topic is called `zzz`; `backfile topic list` prints them/],
    [
      ["phrase", "add", WATER, "ferry"],
      /waterway-and-maritime-transport has the phrase `ferry` already/,
    ],
    [
      ["phrase", "remove", "transport", "zeppelin"],
      /has no phrase `zeppelin`; `backfile topic show transport`/,
    ],
    [["phrase", "put", "transport", "x"], /wants `add` or `remove`/],
    [
      ["phrase", "add", "odd", "three"],
      /odd\.md is written in a way that a command cannot change; open it/,
    ],
    [["try", "nothing.md"], /nothing\.md: no such file; expected a topic's file/],
    [
      ["try", "content/topics/broken.md"],
      /broken\.md:2: unknown key `lable`; did you mean `label`\?/,
    ],
    [["try", "transport", "content/sources/ferry.txt"], /with --text texts behind it/],
    [["show", "a", "b"], /in quotation marks/],
    [["lst"], /did you mean `list`\?/],
    [["add", "x", "--text"], /--text goes with try, not with `add`/],
  ];
  for (const [words, expected] of lines) {
    const { code, stderr, stdout } = await topic(...words);
    assert.equal(code, 1, `${words.join(" ")}: ${stdout}`);
    assert.match(stderr, expected);
    assert.equal(stderr.split("\n").length, 2, stderr);
  }
  assert.deepEqual(
    folder.files().map((file) => [file, folder.read(file)]),
    before,
  );
});

test("a file that cannot be used is on the review list until it is mended, and the build goes on without it", async (t) => {
  const { folder, topic } = await archive(t);
  folder.write("content/topics/eels.md", "---\nphrases: [eel market]\nbroader: fishing\n---\n");
  const { code } = await runCli(["build", "--quiet"], { cwd: folder.path });
  assert.equal(code, 0);
  assert.ok(!folder.files("_site/topics").some((file) => file.startsWith("eels")));
  const review = () => runCli(["review", "topics", "--quiet"], { cwd: folder.path });
  const listed = (await review()).stdout;
  assert.match(
    listed,
    /topics\/eels\.md:3 error read\/topic-file: `broader`: there is no topic fishing/,
  );
  assert.match(listed, /EDITOR:-nano\} \+3 content\/topics\/eels\.md/);
  assert.match((await topic("list")).stdout, /topics\/eels\.md:3 error/);
  assert.match((await topic("phrase", "add", "eels", "x")).stderr, /no topic is called `eels`/);
  folder.write("content/topics/eels.md", "---\nphrases: [eel market]\n---\n");
  assert.doesNotMatch((await review()).stdout, /topic-file/);
});

test("a phrase that recurs is proposed until it is taken up, or settled by its number", async (t) => {
  const { folder, topic } = await archive(t);
  for (const [index, word] of ["quiet", "muddy", "famous", "ruined", "painted"].entries()) {
    const text = `Traps ${word}\n\n${index + 1} May 2021\n\nThe ${word} fishermen laid eel traps near pier ${index}. Their eel traps were ${word}.\n`;
    folder.write(`content/sources/${word}.txt`, text);
  }
  const review = async (...args: string[]): Promise<string> => {
    const { stdout, stderr, code } = await runCli(["review", ...args, "--quiet"], {
      cwd: folder.path,
    });
    assert.equal(code, 0, stderr);
    return stdout;
  };
  const listed = await review("topics");
  assert.match(listed, /^Topics \(1\)\n\n[0-9a-f]{8} {2}.*`eel traps` stands in 5 articles/);
  assert.match(listed, /\n {10}backfile topic add 'eel traps' 'eel traps'\n/);
  const id = /[0-9a-f]{8}/.exec(listed)?.[0] ?? "";
  await review("settle", id);
  assert.doesNotMatch(await review("topics"), /eel traps/);
  folder.write("content/decisions.yml", "");
  await written(topic("add", "eel traps", "eel traps"));
  assert.doesNotMatch(await review("topics"), /eel traps/);
});
