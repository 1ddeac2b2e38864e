/** Does the program do what its help says, and say in one line what a user has to put right? */
import assert from "node:assert/strict";
import { chmodSync } from "node:fs";
import { test } from "node:test";
import { openDatabase } from "../src/catalog/database.ts";
import { CliError } from "../src/text/cli-error.ts";
import { type CliResult, runCli } from "./support/cli.ts";
import { freshFolder } from "./support/fresh-folder.ts";
import { copyProgram } from "./support/program-copy.ts";

const BRIDGE = `Ferry timetable is lost at sea

March 3, 2021 - 09:15

By Ana Reis

PORT ELLIS - The ferry’s only printed timetable blew overboard on Tuesday, said Captain Lotte Arends, the harbour master.

“We shall sail when we are full,” Arends said.

Leave a Comment
`;

function oneLine(result: CliResult): string {
  assert.equal(result.code, 1, result.stderr);
  assert.doesNotMatch(result.stderr, /\n\s+at /, "a user's mistake has no stack");
  const lines = result.stderr.trimEnd().split("\n");
  assert.equal(lines.length, 1, result.stderr);
  return lines[0] ?? "";
}

test("help names every command, and each command explains itself", async (t) => {
  const folder = freshFolder(t);
  const help = await runCli(["--help"], { cwd: folder.path });
  assert.equal(help.code, 0);
  for (const name of ["import", "build", "serve", "explain", "annotate", "verify"]) {
    assert.match(help.stdout, new RegExp(`^  ${name} `, "m"));
    const about = await runCli([name, "--help"], { cwd: folder.path });
    assert.equal(about.code, 0);
    assert.match(about.stdout, new RegExp(`^Usage: backfile ${name}`));
    assert.match(about.stdout, /^Example: /m);
  }
});

test("mistyped commands and options are answered with what was meant", async (t) => {
  const { path } = freshFolder(t);
  assert.match(oneLine(await runCli(["biuld"], { cwd: path })), /did you mean `build`\?/);
  assert.match(oneLine(await runCli(["help", "biuld"], { cwd: path })), /did you mean `build`\?/);
  assert.match((await runCli(["help", "build"], { cwd: path })).stdout, /^Usage: backfile build/);
  assert.match(
    oneLine(await runCli(["--debug", "build"], { cwd: path })),
    /content\/sources/,
    "--debug may stand before the command",
  );
  assert.match(
    oneLine(await runCli(["build", "--contnet", "x"], { cwd: path })),
    /did you mean `--content`\?/,
  );
  assert.match(
    oneLine(await runCli(["build", "--content"], { cwd: path })),
    /--content wants a value/,
  );
  assert.match(
    oneLine(await runCli(["build", "file.txt"], { cwd: path })),
    /takes no files, found `file\.txt`/,
  );
  assert.match(
    oneLine(await runCli(["serve", "--port", "eighty"], { cwd: path })),
    /expected a port/,
  );
});

test("no sources folder: one line says where it is expected", async (t) => {
  const folder = freshFolder(t);
  assert.match(
    oneLine(await runCli(["build"], { cwd: folder.path })),
    /content\/sources.*create it/,
  );
});

test("a broken archive.yml stops the build with file and line", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/a.txt", BRIDGE);
  folder.write("content/archive.yml", "title: The Courier\nlangauge: en\n");
  assert.match(
    oneLine(await runCli(["build"], { cwd: folder.path })),
    /archive\.yml:2: unknown key `langauge`; did you mean `language`\?/,
  );
  assert.deepEqual(
    folder.files("content").filter((file) => file.endsWith(".md")),
    [],
  );
});

test("bad sources are set aside with their reason and the rest is built", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/good.txt", BRIDGE);
  folder.write("content/sources/empty.txt", " \n\n");
  folder.write("content/sources/binary.txt", new Uint8Array([0, 1, 2, 0, 255, 0, 7, 0]));
  folder.write("content/sources/again.txt", BRIDGE);
  folder.write(
    "content/sources/undated.txt",
    BRIDGE.replace("March 3, 2021 - 09:15", "31/31/2021").replace("Ferry", "A second"),
  );
  const result = await runCli(["build", "--content", "content", "--output", "site"], {
    cwd: folder.path,
  });
  assert.equal(result.code, 0, result.stderr);
  assert.match(result.stderr, /^sources\/empty\.txt\S* set-aside read\/\S+: .+/m);
  assert.match(result.stderr, /^sources\/binary\.txt\S* set-aside read\/\S+: .+/m);
  assert.match(
    result.stderr,
    /^sources\/good\.txt set-aside import\/repeated: .*sources\/again\.txt/m,
  );
  assert.match(result.stderr, /^sources\/undated\.txt:\d+ warning parse\/unreadable-date: .+/m);
  assert.match(result.stderr, /^5 remarks to review: see `backfile review` or \/about\/review\/$/m);
  const list = folder.read("site/about/review/index.html");
  for (const name of ["empty.txt", "binary.txt", "good.txt", "undated.txt"])
    assert.ok(list.includes(name), name);
  assert.match(folder.read("site/about/index.html"), /href="review\/"/);
  assert.ok(folder.files("site").includes("2021/03/03/ferry-timetable-is-lost-at-sea/index.html"));
  const strict = await runCli(["build", "--output", "site", "--strict", "--quiet"], {
    cwd: folder.path,
  });
  assert.equal(strict.code, 1);
});

test("an output folder that backfile did not make is not touched", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/a.txt", BRIDGE);
  folder.write("site/letters.txt", "mine");
  assert.match(
    oneLine(await runCli(["build", "--output", "site", "--quiet"], { cwd: folder.path })),
    /site/,
  );
  assert.equal(folder.read("site/letters.txt"), "mine");
});

test("a site may not stand among what it is made from", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/a.txt", BRIDGE);
  for (const output of [
    "content/sources/site",
    "content/articles",
    "content/pages/../pages/x",
    "content/places",
    "content/versions/site",
  ]) {
    const line = oneLine(await runCli(["build", "--output", output], { cwd: folder.path }));
    assert.match(line, /--output \S+: expected a folder for the site alone/);
  }
  assert.deepEqual(folder.files(), ["content/sources/a.txt"]);
});

test("a site that Eleventy drew by itself is one that backfile may replace", async (t) => {
  const folder = freshFolder(t);
  copyProgram(folder);
  folder.write("program/content/sources/a.txt", BRIDGE);
  const cwd = folder.at("program");
  const eleventy = { start: folder.at("program/node_modules/@11ty/eleventy/cmd.cjs") };
  const drawn = await runCli(["--config=.eleventy.ts", "--quiet"], { cwd, program: eleventy });
  assert.equal(drawn.code, 0, drawn.stderr);
  folder.write("program/_site/CNAME", "courier.example");
  const files = folder.files("program/_site");
  const built = await runCli(["build"], { cwd });
  assert.equal(built.code, 0, built.stderr);
  assert.match(built.stdout, /, 0 removed$/m);
  assert.deepEqual(folder.files("program/_site"), files);
});

test("an output that cannot be written is one line", {
  skip: process.getuid?.() === 0 && "root may write anywhere",
}, async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/a.txt", BRIDGE);
  folder.write("locked/x", "");
  chmodSync(folder.at("locked"), 0o500);
  assert.match(
    oneLine(await runCli(["build", "--output", "locked/site", "--quiet"], { cwd: folder.path })),
    /locked/,
  );
});

test("what stands where a file or folder of ours belongs is one line", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/a.txt", BRIDGE);
  folder.write("content/archive.yml/x", "");
  assert.match(
    oneLine(await runCli(["build", "--quiet"], { cwd: folder.path })),
    /content\/archive\.yml: expected a file, found a folder/,
  );
  if (process.platform !== "linux") return;
  assert.match(
    oneLine(await runCli(["build", "--output", "/proc/site"], { cwd: folder.path })),
    /\/proc\/site: .*name another/,
  );
});

test("a catalogue that cannot be made is one line", (t) => {
  const folder = freshFolder(t);
  folder.write("content/.backfile", "a file");
  folder.write("catalog.db/x", "a folder");
  for (const file of ["content/.backfile/catalog.db", "catalog.db"]) {
    assert.throws(
      () => openDatabase(folder.at(file)),
      (error) => error instanceof CliError && error.message.startsWith(folder.at(file)),
    );
  }
});

test("an output inside a file is one line", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/a.txt", BRIDGE);
  folder.write("file", "");
  assert.match(
    oneLine(await runCli(["build", "--output", "file/site", "--quiet"], { cwd: folder.path })),
    /file/,
  );
});

test("what the editor has changed stays, what is new in the source is merged, and the page shows both", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/a.txt", BRIDGE);
  await runCli(["import"], { cwd: folder.path });
  const file = "content/articles/2021/03/ferry-timetable-is-lost-at-sea.md";
  const edited = folder.read(file).replace("We shall sail", "We shall all sail");
  folder.write(file, edited);
  folder.write("content/sources/a.txt", BRIDGE.replace("blew overboard", "fell overboard"));
  const result = await runCli(["build"], { cwd: folder.path });
  assert.match(result.stdout, /^merged articles\/2021\/03\/ferry-timetable-is-lost-at-sea\.md/m);
  assert.match(folder.read(file), /fell overboard[\s\S]*We shall all sail/);
  assert.match(
    folder.read("_site/2021/03/03/ferry-timetable-is-lost-at-sea/index.html"),
    /We shall all sail/,
  );
});

test("import --json prints one object and nothing else", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/a.txt", BRIDGE);
  const { stdout } = await runCli(["import", "--json"], { cwd: folder.path });
  const report: unknown = JSON.parse(stdout);
  assert.deepEqual(Object.entries(Object(report)).slice(0, 3), [
    ["sources", 1],
    ["written", 1],
    ["unchanged", 0],
  ]);
});

test("a broken template is one line with its file; the stack comes with --debug", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/a.txt", BRIDGE);
  const program = copyProgram(folder);
  const home = folder.read("program/layouts/home.11ty.ts");
  const options = { cwd: folder.path, program };
  for (const [broken, found] of [
    [
      `${home}\nfunction oops(): string { throw new TypeError("oops"); }\n`.replace(
        "<header class",
        `\${oops()}<header class`,
      ),
      /^backfile: layouts\/home\.11ty\.ts:\d+: TypeError: oops; mend the template$/,
    ],
    [`${home}\nconst = 1;\n`, /^backfile: layouts\/home\.11ty\.ts\S* SyntaxError: .*; mend the/],
  ] as const) {
    folder.write("program/layouts/home.11ty.ts", broken);
    assert.match(oneLine(await runCli(["build", "--quiet"], options)), found);
  }
  const debugged = await runCli(["build", "--quiet", "--debug"], options);
  assert.equal(debugged.code, 1);
  assert.match(debugged.stderr, /\n\s+at /);
  assert.equal(debugged.stderr.split("mend the template").length, 2, "it is printed once");
});

test("explain shows each line, its rule and why", async (t) => {
  const folder = freshFolder(t);
  folder.write("a.txt", BRIDGE);
  const { stdout, code } = await runCli(["explain", "a.txt"], { cwd: folder.path });
  assert.equal(code, 0);
  assert.match(stdout, /1 {2}headline +Ferry timetable is lost at sea\n\s+\S+: .+/);
  assert.match(stdout, /11 {2}removed +Leave a Comment\n\s+\S+: .+/);
  assert.match(
    oneLine(await runCli(["explain", "b.txt"], { cwd: folder.path })),
    /b\.txt: no such file/,
  );
});

test("explain takes a path as messages print it, and says what it cannot explain", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/gazette/a.txt", BRIDGE);
  folder.write("b.txt", BRIDGE);
  folder.write("binary.txt", new Uint8Array([0, 1, 2, 0, 255, 0, 7, 0]));
  folder.write("content/articles/2021/03/a.md", "---\nheadline: A\n---\n");
  const explain = (...files: string[]) => runCli(["explain", ...files], { cwd: folder.path });
  const asPrinted = await explain("sources/gazette/a.txt");
  assert.equal(asPrinted.code, 0, asPrinted.stderr);
  assert.match(asPrinted.stdout, /headline +Ferry timetable/);
  assert.match(oneLine(await explain("binary.txt")), /binary\.txt: expected text, found binary/);
  assert.match(oneLine(await explain("content")), /content: .*found a folder/);
  assert.match(
    oneLine(await explain("articles/2021/03/a.md")),
    /a\.md: expected a source text, found Markdown/,
  );
  const several = await explain(
    "b.txt",
    "binary.txt",
    "gone.txt",
    "sources/gazette/a.txt",
    "--json",
  );
  assert.equal(several.code, 1);
  assert.match(several.stderr, /^backfile: binary\.txt: .*\nbackfile: gone\.txt: .*\n$/);
  const rows = several.stdout.trimEnd().split("\n");
  assert.deepEqual(
    rows.map((row) => Object(JSON.parse(row)).file),
    ["b.txt", "content/sources/gazette/a.txt"],
  );
});

test("annotate names a file that it cannot read and goes on", async (t) => {
  const folder = freshFolder(t);
  folder.write("a.txt", BRIDGE);
  folder.write("b.txt", BRIDGE);
  const result = await runCli(["annotate", "a.txt", "gone.txt", "b.txt"], { cwd: folder.path });
  assert.match(oneLine(result), /^backfile: gone\.txt: no such file/);
  assert.equal(result.stdout.trimEnd().split("\n").length, 2);
});

test("annotate divides its input at line feeds alone", async (t) => {
  const { path } = freshFolder(t);
  const rows = [
    { id: "one", text: "Weather\n\nIt rained\u2028on Monday.\u2029It froze." },
    { id: "two", text: "Ports\n\nNo ship came." },
  ];
  const input = `\uFEFF${rows.map((row) => JSON.stringify(row)).join("\r\n")}`;
  const { code, stdout, stderr } = await runCli(["annotate", "--jsonl"], { cwd: path, input });
  assert.equal(code, 0, stderr);
  assert.deepEqual(
    stdout
      .trimEnd()
      .split("\n")
      .map((line) => Object(JSON.parse(line)).id),
    ["one", "two"],
  );
});

test("annotate says which row has no date or zone where one is expected", async (t) => {
  const { path } = freshFolder(t);
  const annotate = (more: object) =>
    runCli(["annotate", "--jsonl"], {
      cwd: path,
      input: JSON.stringify({ id: "a", text: "A\n\nB on Monday.", ...more }),
    });
  for (const published of ["garbage", "2021-02-30", "2021-13", "2021-03-04T25:00", "", 7])
    assert.match(oneLine(await annotate({ published })), /row 1: expected `published` as/);
  for (const zone of ["Mars/Olympus", "", 1])
    assert.match(oneLine(await annotate({ zone })), /row 1: expected `zone` as/);
  for (const published of ["2021", "2021-03-04T09:15:00.5Z", "2021-03-04T09:15:00+0330", null])
    assert.equal((await annotate({ published, zone: "Asia/Tehran" })).code, 0, published ?? "null");
});

test("annotate is a filter: rows in, rows out, in order, without a configuration", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/archive.yml", "broken: [");
  const rows = [
    { id: "one", text: BRIDGE },
    { id: "two", text: "Weather\n\nIt rained on Monday.", published: "2021-03-04" },
  ];
  const input = rows.map((row) => JSON.stringify(row)).join("\n");
  const first = await runCli(["annotate", "--jsonl"], { cwd: folder.path, input });
  assert.equal(first.code, 0, first.stderr);
  const [one, two] = first.stdout
    .trimEnd()
    .split("\n")
    .map((line) => Object(JSON.parse(line)));
  assert.equal(one.id, "one");
  assert.equal(one.published.value, "2021-03-03T09:15");
  assert.equal(one.dateline.place, "PORT ELLIS");
  assert.deepEqual(
    two.times.map((time: { value: string }) => time.value),
    ["2021-03-01"],
  );
  const elsewhere = await runCli(["annotate", "--jsonl"], {
    cwd: folder.path,
    input: [...rows]
      .reverse()
      .map((row) => JSON.stringify(row))
      .join("\n"),
    env: { TZ: "Asia/Tehran", LANG: "fa_IR.UTF-8" },
  });
  assert.deepEqual(
    elsewhere.stdout.trimEnd().split("\n").reverse(),
    first.stdout.trimEnd().split("\n"),
  );
  assert.deepEqual(folder.files(), ["content/archive.yml"], "nothing is written");
});

test("annotate names the row that is no text", async (t) => {
  const { path } = freshFolder(t);
  const good = JSON.stringify({ id: "a", text: "A\n\nB." });
  for (const bad of ["{", "[]", '{"id":"x"}', '{"id":"x","text":7}', '"text"']) {
    const result = await runCli(["annotate", "--jsonl"], { cwd: path, input: `${good}\n${bad}\n` });
    assert.match(oneLine(result), /row 2: expected a JSON object with a string `text`/);
  }
});
