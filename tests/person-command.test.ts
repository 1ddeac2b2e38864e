/** Does `backfile person` show who is who, and write down what the editor rules, and nothing else? */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { type TestContext, test } from "node:test";
import type { ArchivePeople } from "../src/archive-people.ts";
import { bearersOf } from "../src/commands/people-named.ts";
import { notAPerson, notePerson, renamePerson } from "../src/commands/person-rulings.ts";
import type { LinkedEntity } from "../src/link/linked-entity.ts";
import { readDecisions } from "../src/read/decisions.ts";
import { CliError } from "../src/text/cli-error.ts";
import { type CliResult, runCli } from "./support/cli.ts";
import { type FreshFolder, freshFolder } from "./support/fresh-folder.ts";

const FERRY = `Ferry to sail twice a day

4 March 2019

PORT ELLIS - The ferry to Carrow will sail twice a day from Monday, said Tomas Varga, the harbour master. "Nobody will wait in the rain," Tomas Varga said.

Councillor Ana Reis welcomed the second crossing.
`;
const BRIDGE = `Bridge to close for repairs

9 May 2020

PORT ELLIS - The bridge will close for repairs in June, Mayor Tom Varga told reporters. "It has waited long enough," Tom Varga said.

Councillor Ana Reis said that she would take the ferry.
`;

interface Archive {
  readonly folder: FreshFolder;
  person(...args: string[]): Promise<CliResult>;
  decisions(): string;
}

async function archive(t: TestContext): Promise<Archive> {
  const folder = freshFolder(t);
  folder.write("content/sources/ferry.txt", FERRY);
  folder.write("content/sources/bridge.txt", BRIDGE);
  const { code, stderr } = await runCli(["import"], { cwd: folder.path });
  assert.equal(code, 0, stderr);
  return {
    folder,
    person: (...args) => runCli(["person", ...args, "--quiet"], { cwd: folder.path }),
    decisions: () => folder.read("content/decisions.yml").replace(/^#.*\n/gm, ""),
  };
}

test("people are listed and shown with their evidence, and nothing is written", async (t) => {
  const { folder, person } = await archive(t);
  const before = folder.files();
  const all = await person("list");
  assert.equal(all.code, 0, all.stderr);
  assert.match(
    all.stdout,
    /^Ana Reis {2}· {2}2 articles {2}· {2}.*\S {2}· {2}\/people\/ana-reis\/$/m,
  );
  assert.match(all.stdout, /^Tomas Varga {2}· {2}1 article {2}· .*harbour master/m);
  const some = await person("list", "VARGA", "tom");
  assert.deepEqual(
    some.stdout.split("\n").map((line) => line.split("  ")[0]),
    ["Tom Varga", "Tomas Varga", "2 of 3 names", ""],
  );
  const rows = (await person("list", "reis", "--json")).stdout.trim().split("\n");
  assert.deepEqual(
    rows.map((row) => (JSON.parse(row) as { slug: string }).slug),
    ["ana-reis"],
  );
  const shown = await person("show", "tomás varga");
  assert.match(shown.stdout, /^Tomas Varga\n {2}page at \/people\/tomas-varga\/: named in/);
  assert.match(
    shown.stdout,
    /harbour master\n {6}PORT ELLIS - The ferry to Carrow .*\n {6}articles\/2019\/03\/\S+\.md#s1$/m,
  );
  assert.match(shown.stdout, /^Rulings \(0\)$/m);
  assert.deepEqual(folder.files(), before);
});

test("a name that nobody bears is refused with the nearest ones", async (t) => {
  const { folder, person } = await archive(t);
  const slip = await person("show", "Ana Ries");
  assert.equal(slip.code, 1);
  assert.match(slip.stderr, /no article names `Ana Ries`; did you mean `Ana Reis`\?/);
  const surname = await person("not-a-person", "Bartholomew Varga");
  assert.match(surname.stderr, /did you mean `Tom(?:as)? Varga` or `Tom(?:as)? Varga`\?/);
  assert.match((await person("merge", "Ana Reis", "Zzz")).stderr, /see `backfile person list`/);
  assert.match((await person("mrege", "a", "b")).stderr, /did you mean `merge`/);
  assert.match((await person("merge", "Ana Reis")).stderr, /wants two names or more/);
  assert.match((await person("show", "Ana", "Reis")).stderr, /in quotation marks/);
  assert.match((await person("list", "--label", "x")).stderr, /--label goes with split/);
  assert.ok(!folder.files("content").includes("decisions.yml"));
});

test("each ruling is a line at the end of decisions.yml, and is shown with the person", async (t) => {
  const { folder, person, decisions } = await archive(t);
  const merged = await person("merge", "tomas varga", "Tom Varga", "--note", "his signature");
  assert.equal(merged.code, 0, merged.stderr);
  assert.equal(merged.stdout, "- same: [Tomas Varga, Tom Varga]\n");
  const [ferry = ""] = folder.files("content/articles");
  await person("split", "Ana Reis", `content/articles/${ferry}`, "--label", "poet: of Carrow");
  await person("rename", "Tomas Varga", "Tomás J. Varga");
  assert.equal(
    decisions(),
    `- same: [Tomas Varga, Tom Varga]
  note: "his signature"
- different: Ana Reis
  in: ["articles/${ferry}"]
  label: "poet: of Carrow"
- rename: Tomas Varga
  to: Tomás J. Varga
`,
  );
  const shown = await person("show", "Tomas Varga");
  assert.match(
    shown.stdout,
    /^Rulings \(2\)\n {2}decisions\.yml:\d+ {2}same: Tomas Varga, Tom Varga$/m,
  );
  assert.match(shown.stdout, /^ {2}decisions\.yml:\d+ {2}rename: Tomas Varga to Tomás J\. Varga$/m);
});

test("an article that does not name the person cannot be split off", async (t) => {
  const { folder, person } = await archive(t);
  const [ferry, bridge = ""] = folder.files("content/articles");
  const { code, stderr } = await person("split", "Tomas Varga", bridge);
  assert.equal(code, 1);
  assert.ok(stderr.includes(`such as articles/${ferry}`), stderr);
});

test("a ruling that contradicts another is refused with both places, and nothing is written", async (t) => {
  const { folder, person } = await archive(t);
  const before = "# two men\n- different: [Tomas Varga, Tom Varga]\n- not-a-person: Silk Road\n";
  folder.write("content/decisions.yml", before);
  const merge = await person("merge", "Tomas Varga", "Tom Varga");
  assert.equal(merge.code, 1);
  assert.match(merge.stderr, /decisions\.yml:2: .*decisions\.yml:4/);
  assert.match(
    (await person("not-a-person", "Tom Varga")).stderr,
    /decisions\.yml:4: .*decisions\.yml:2/,
  );
  assert.match(
    (await person("rename", "Ana Reis", "Silk Road")).stderr,
    /decisions\.yml:3: .*decisions\.yml:4/,
  );
  assert.equal(folder.read("content/decisions.yml"), before);
});

test("who is not a person has no page, and has it again when the line is taken out", async (t) => {
  const { folder, person, decisions } = await archive(t);
  const build = async (): Promise<readonly string[]> => {
    const { code, stderr } = await runCli(["build", "--quiet"], { cwd: folder.path });
    assert.equal(code, 0, stderr);
    return folder.files("_site/people").filter((file) => file.includes("varga"));
  };
  const before = await build();
  assert.ok(before.includes("tom-varga/index.html"), before.join());
  const page = folder.read("_site/people/tom-varga/index.html");
  assert.equal((await person("not-a-person", "Tom Varga")).code, 0);
  assert.ok(!(await build()).includes("tom-varga/index.html"));
  assert.match((await person("show", "Tom Varga")).stderr, /no article names `Tom Varga`/);
  folder.write("content/decisions.yml", decisions().replace("- not-a-person: Tom Varga\n", ""));
  assert.deepEqual(await build(), before);
  assert.equal(folder.read("_site/people/tom-varga/index.html"), page);
});

test("a merge leaves one page to which the other leads, until its line is taken out", async (t) => {
  const { folder, person, decisions } = await archive(t);
  folder.write("content/archive.yml", "url: https://archive.example/news/\n");
  const build = async (): Promise<void> => {
    const { code, stderr } = await runCli(["build", "--quiet"], { cwd: folder.path });
    assert.equal(code, 0, stderr);
  };
  const page = (slug: string): string => folder.read(`_site/people/${slug}/index.html`);
  await build();
  const before = page("tom-varga");
  await person("merge", "Tomas Varga", "Tom Varga");
  await build();
  assert.match(page("tomas-varga"), /Also printed as .*Tom Varga/);
  assert.match(page("tom-varga"), /http-equiv="refresh" content="0; url=\.\.\/tomas-varga\/"/);
  assert.match(
    page("tom-varga"),
    /rel="canonical" href="https:\/\/archive\.example\/news\/people\/tomas-varga\/"/,
  );
  const listed = folder
    .files("_site/ledger")
    .filter((path) => path.startsWith("files"))
    .map((path) => folder.read(`_site/ledger/${path}`));
  assert.match(listed.join(""), /people\/tom-varga\/index\.html/);
  const verified = await runCli(["verify", "--quiet"], { cwd: folder.path });
  assert.equal(verified.code, 0, verified.stdout);
  folder.write("content/decisions.yml", decisions().replace(/- same: .*\n/, ""));
  await build();
  assert.equal(page("tom-varga"), before);
});

test("a record is begun with what is known, and never written over", async (t) => {
  const { folder, person } = await archive(t);
  const begun = await person("note", "Tomas Varga", "--note", "Kept *bees*.");
  assert.equal(begun.code, 0, begun.stderr);
  const record = folder.read("content/people/tomas-varga.md");
  assert.match(
    record,
    /^---\nname: Tomas Varga\n# label: .*\n(?:# .*\n)+---\n\nKept \*bees\*\.\n$/,
  );
  const again = await person("note", "Tomas Varga");
  assert.match(again.stderr, /tomas-varga\.md is there already/);
  assert.equal(folder.read("content/people/tomas-varga.md"), record);
  folder.write(
    "content/decisions.yml",
    "- same: [Tom Varga, Ana Reis]\n- not-a-person: Tomas Vargas\n",
  );
  folder.write("content/people/tomas-varga.md", record.replace("name: Tomas Varga", "nane: x"));
  const broken = await runCli(["build"], { cwd: folder.path });
  assert.equal(broken.code, 1);
  assert.match(broken.stderr, /people\/tomas-varga\.md:2: unknown key `nane`; did you mean `name`/);
});

test("without articles it says what to do first", async (t) => {
  const { folder, person } = await archive(t);
  rmSync(folder.at("content/articles"), { recursive: true });
  const { code, stderr } = await person("list");
  assert.equal(code, 1);
  assert.match(stderr, /run `backfile import` first/);
});

function namesake(label: string): LinkedEntity {
  const slug = `anton-melrose-${label}`;
  const article = `articles/2019/03/${label}.md`;
  const printed = "Anton Melrose";
  return {
    entity: {
      kind: "person",
      slug,
      name: printed,
      variants: [],
      hasPage: true,
      reason: { kind: "count", articles: 1 },
      label,
    },
    appearances: [
      {
        kind: "person",
        slug,
        article,
        printed,
        mentions: [],
        sentences: [],
        roles: [],
        quotations: [],
        byEditor: false,
      },
    ],
  };
}

test("namesakes are known by their labels, and a line that would reach both is not written", (t) => {
  const folder = freshFolder(t);
  const people = [namesake("poet"), namesake("mayor")];
  const { names } = readDecisions(folder.path);
  const both: ArchivePeople = { people, rulings: names.person, isDoubtful: () => false };
  assert.equal(bearersOf("anton melrose", people).people.length, 2);
  assert.throws(
    () => bearersOf("Anton Melrose (baker)", people),
    /did you mean `Anton Melrose \(poet\)` or `Anton Melrose \(mayor\)`\?/,
  );
  const poet = bearersOf("Anton Melrose (Poet)", people);
  assert.deepEqual([poet.people, poet.isOneOfSeveral], [[people[0]], true]);
  const given = { content: folder.path };
  for (const act of [
    () => renamePerson(["Anton Melrose (poet)", "A. Melrose"], both, given),
    () => notAPerson(["Anton Melrose"], both, given),
    () => notePerson(["Anton Melrose"], both, given),
  ]) {
    assert.throws(act, (error) => error instanceof CliError && /poet/.test(error.message));
  }
  assert.deepEqual(folder.files(), []);
  t.mock.method(process.stdout, "write", () => true);
  notePerson(["Anton Melrose (poet)"], both, given);
  const [record] = readDecisions(folder.path).names.person.records;
  assert.deepEqual(
    [record?.slug, record?.label, record?.articles],
    ["anton-melrose-poet", "poet", ["articles/2019/03/poet.md"]],
  );
});
