/** Does `backfile init` begin an archive that builds, in the words that its editor has answered with, and write over nothing? */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readSettings } from "../src/read/settings.ts";
import { runCli } from "./support/cli.ts";
import { freshFolder } from "./support/fresh-folder.ts";

const TEXT = `Bridge to reopen after eleven years

12 March 2018

PORT ELLIS – The bridge will reopen on Friday, Tomas Varga, the mayor, said.
`;

test("an archive begun by options is complete, builds, and is whole", async (t) => {
  const folder = freshFolder(t);
  const options = [
    ...["--title", "The Courier: a century", "--language", "de", "--newspaper", "Der Bote"],
    ...["--zone", "Europe/Lisbon", "--date-order", "dmy", "--calendar", "jalali, hijri"],
    ...["--url", "https://archive.example/old", "--licence", "CC BY 4.0", "--host", "github"],
  ];
  const begun = await runCli(["init", "bote", "--yes", ...options], { cwd: folder.path });
  assert.equal(begun.code, 0, begun.stderr);
  assert.match(begun.stdout, /cd bote\n {2}npm install\n {2}npm start\n$/);
  const { title, language, zone, dateOrder, calendars, url, licence, publishers } = readSettings(
    folder.at("bote/content"),
  );
  assert.deepEqual(
    { title, language, zone, dateOrder, calendars, url, licence, publishers },
    {
      title: "The Courier: a century",
      language: "de",
      zone: "Europe/Lisbon",
      dateOrder: "dmy",
      calendars: ["jalali", "hijri"],
      url: "https://archive.example/old/",
      licence: "CC BY 4.0",
      publishers: [{ name: "Der Bote", folder: "der-bote" }],
    },
  );
  const manifest: unknown = JSON.parse(folder.read("bote/package.json"));
  assert.match(
    JSON.stringify(manifest),
    /"name":"the-courier-a-century".*"dependencies":\{"backfile":"\d+\.\d+\.\d+"\}/,
  );
  assert.match(folder.read("bote/.github/workflows/site.yml"), /run: npm run check/);
  folder.write("bote/content/sources/der-bote/bridge.txt", TEXT);
  const cwd = folder.at("bote");
  const built = await runCli(["build", "--strict"], { cwd });
  assert.equal(built.code, 0, built.stderr);
  const page = folder.read("bote/_site/2018/03/12/bridge-to-reopen-after-eleven-years/index.html");
  assert.match(page, /<html lang="de"/);
  assert.match(page, /Der Bote/);
  const checked = await runCli(["check", "--strict"], { cwd });
  assert.equal(checked.code, 0, checked.stderr);
});

test("the notes in its folders are no sources, people or pages, and an empty archive builds", async (t) => {
  const folder = freshFolder(t);
  await runCli(["init", ".", "--yes"], { cwd: folder.path });
  const built = await runCli(["build", "--json"], { cwd: folder.path });
  assert.equal(built.code, 0, built.stderr);
  const { diagnostics } = JSON.parse(built.stdout) as { diagnostics: { rule: string }[] };
  assert.deepEqual(
    diagnostics.map(({ rule }) => rule),
    ["read/no-sources"],
  );
});

test("what is asked is asked again until it can be used; what is not answered is left open", async (t) => {
  const folder = freshFolder(t);
  const input = "The Courier\nxx1\nfa\n\nMars/North\nAsia/Tehran\n\njalali\n";
  const { code, stderr } = await runCli(["init", "mine"], { cwd: folder.path, input });
  assert.equal(code, 0, stderr);
  assert.match(stderr, /expected a language code such as en or pt-BR/);
  assert.match(stderr, /expected an IANA time zone such as Europe\/Lisbon/);
  const { title, language, zone, calendars, publishers } = readSettings(folder.at("mine/content"));
  assert.deepEqual(
    { title, language, zone, calendars, publishers },
    {
      title: "The Courier",
      language: "fa",
      zone: "Asia/Tehran",
      calendars: ["jalali"],
      publishers: [],
    },
  );
  assert.match(folder.read("mine/content/archive.yml"), /^# url: /m);
});

test("no file is written over, and no archive", async (t) => {
  const folder = freshFolder(t);
  folder.write("mine/package.json", '{"name": "x"}');
  folder.write("mine/content/pages/about.md", "Ours.\n");
  const first = await runCli(["init", "mine", "--yes"], { cwd: folder.path });
  assert.equal(first.code, 0, first.stderr);
  assert.match(first.stdout, /^left mine\/package\.json as it is$/m);
  assert.equal(folder.read("mine/package.json"), '{"name": "x"}');
  assert.equal(folder.read("mine/content/pages/about.md"), "Ours.\n");
  const again = await runCli(["init", "mine", "--yes"], { cwd: folder.path });
  assert.equal(again.code, 1);
  assert.match(again.stderr, /expected a folder without an archive, found one/);
});

test("an option that cannot be used is named, and nothing is written", async (t) => {
  const folder = freshFolder(t);
  for (const [option, value, says] of [
    ["--zone", "Mars", /--zone Mars: .*expected an IANA time zone/],
    ["--url", "archive", /--url archive: .*expected an address such as/],
    ["--calendar", "maya", /--calendar maya: .*expected jalali or hijri/],
    ["--host", "geocities", /expected github, gitlab, netlify, cloudflare, found `geocities`/],
  ] as const) {
    const { code, stderr } = await runCli(["init", "mine", "--yes", option, value], {
      cwd: folder.path,
    });
    assert.equal(code, 1);
    assert.match(stderr, says);
  }
  assert.deepEqual(folder.files(), []);
});
