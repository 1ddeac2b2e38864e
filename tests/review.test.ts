/** Does the review list name what is doubtful, say what to type, and forget it once it is typed? */
import assert from "node:assert/strict";
import { readFileSync, rmSync, symlinkSync } from "node:fs";
import { test } from "node:test";
import type { Diagnostic } from "../src/model.ts";
import { importSources } from "../src/pipeline.ts";
import { reviewArchive } from "../src/review-archive.ts";
import { remarkId } from "../src/text/remark-id.ts";
import { mayStand, withRemedy } from "../src/text/remedies.ts";
import { reviewParts, touched } from "../src/text/review-list.ts";
import { runCli } from "./support/cli.ts";
import { type FreshFolder, freshFolder } from "./support/fresh-folder.ts";
import { type Editor, typeWay } from "./support/settling.ts";

const QUIET = { start() {}, step() {}, done() {} };

function article(headline: string, date: string, body = BODY): string {
  return `${headline}\n\n${date}\n\n${body}\n`;
}

const BODY =
  "PORT ELLIS - The ferry to Carrow will sail twice a day from Monday, the harbour board said in a letter to its passengers.\n\nIt gave no reason for that. It has given none since 1988, when the first boat was painted.";
const LONG = `${BODY}

The second boat was bought from a widow in Tollen, who had kept hens in it. The board paid for the hens as well, since nobody could get them out, and sold the eggs on the first crossing at a price that the passengers called steep.`;

/** How a remark comes about, and what an editor knows who settles it. */
interface Case extends Editor {
  readonly rule: string;
  readonly make: (folder: FreshFolder) => void;
  /** Seen before the first import alone. */
  readonly unimported?: true;
}

const source =
  (text: string | Uint8Array, name = "a.txt") =>
  (folder: FreshFolder): void =>
    folder.write(`content/sources/${name}`, text);

/** An archive of one article, imported, whose Markdown file is then changed. */
const edited =
  (change: (text: string) => string | Uint8Array) =>
  (folder: FreshFolder): void => {
    source(article("Ferry sails twice", "4 March 2019"))(folder);
    importSources(folder.at("content"), QUIET);
    const file = onlyArticle(folder);
    folder.write(file, change(folder.read(file)));
  };

function caseText(name: string): string {
  return readFileSync(new URL(`cases/parse/${name}/source.txt`, import.meta.url), "utf8");
}

function onlyArticle(folder: FreshFolder): string {
  const [file = ""] = folder.files("content/articles");
  return `content/articles/${file}`;
}

const CASES: readonly Case[] = [
  {
    rule: "link/unknown-name",
    make: (folder) => {
      source(article("Ferry sails twice", "4 March 2019"))(folder);
      folder.write("content/decisions.yml", "# ours\n- not-a-place: Nowhere-on-Sea\n");
    },
    mend: (folder) => folder.write("content/decisions.yml", ""),
  },
  { rule: "read/empty-file", make: source(" \n") },
  { rule: "read/binary-file", make: source(new Uint8Array([0, 1, 2, 0, 255, 0, 7, 0])) },
  {
    rule: "read/too-large",
    make: (folder) => {
      folder.write("content/archive.yml", "thresholds:\n  sourceBytes: 40\n");
      source(article("Ferry sails twice", "4 March 2019"))(folder);
    },
  },
  {
    rule: "read/link",
    make: (folder) => {
      source(article("Ferry sails twice", "4 March 2019"))(folder);
      symlinkSync("/nowhere", folder.at("content/sources/b.txt"));
    },
  },
  {
    rule: "read/no-publisher-folder",
    make: (folder) => {
      source(article("Ferry sails twice", "4 March 2019"))(folder);
      folder.write(
        "content/archive.yml",
        "publishers:\n  - name: The Courier\n    folder: sources/courier\n",
      );
    },
    mend: (folder) => folder.write("content/archive.yml", ""),
  },
  { rule: "read/no-sources", make: (folder) => folder.write("content/sources/.keep", "") },
  {
    rule: "read/not-a-source",
    make: (folder) => {
      source(article("Ferry sails twice", "4 March 2019"))(folder);
      source("not a text", "odd name's.pdf")(folder);
    },
  },
  {
    rule: "read/not-a-record",
    make: (folder) => {
      source(article("Ferry sails twice", "4 March 2019"))(folder);
      folder.write("content/topics/locks.txt", "---\nlabel: locks\nphrases: [lock gate]\n---\n");
    },
  },
  {
    rule: "read/not-a-record",
    make: (folder) => {
      source(article("Ferry sails twice", "4 March 2019"))(folder);
      folder.write(
        "content/topics/the port's/locks.md",
        "---\nlabel: locks\nphrases: [lock gate]\n---\n",
      );
    },
  },
  {
    rule: "import/repeated",
    make: (folder) => {
      source(article("Ferry sails twice", "4 March 2019"))(folder);
      source(article("Ferry sails twice", "4 March 2019"), "odd name's.txt")(folder);
    },
  },
  { rule: "import/undated", make: source(`Ferry sails twice\n\n${BODY}\n`), words: "2019-03-04" },
  {
    rule: "parse/ambiguous-date",
    make: source(article("Ferry", "04/05/2019")),
    words: "2019-05-04",
  },
  {
    rule: "parse/unreadable-date",
    make: source(article("Ferry sails twice", "31/31/2019")),
    words: "2019-03-31",
  },
  {
    rule: "parse/updated-only",
    make: source(article("Ferry sails twice", "Updated 4 March 2019")),
    words: "2019-03-03",
  },
  { rule: "parse/no-headline", make: source(`${BODY}\n`), words: "Ferry sails twice" },
  { rule: "parse/no-body", make: source("Goat sold\n\nShare this article\n\n4 March 2019\n") },
  { rule: "parse/removed-prose", make: source(caseText("tail-rubbish")) },
  {
    rule: "parse/several-articles",
    make: source(
      `${article("Ferry sails twice", "4 March 2019")}\n${article("Hens for sale", "5 March 2019", LONG)}`,
      "odd name.txt",
    ),
  },
  {
    rule: "read/split",
    make: (folder) => {
      source(article("Ferry sails twice", "4 March 2019"))(folder);
      folder.write("content/decisions.yml", "- split: a.txt\n  at: [99]\n");
    },
    mend: (folder) => folder.write("content/decisions.yml", ""),
  },
  {
    rule: "read/encoding-guessed",
    make: source(latin1(article("Ferry at the Café", "4 March 2019"))),
  },
  {
    rule: "read/broken-encoding",
    make: source(
      new Uint8Array([0xff, 0xfe, ...utf16("Ferry sails twice\n\n"), 0x00, 0xd8, 0x41, 0]),
    ),
  },
  { rule: "read/mojibake", make: source(article("The ferryâ€™s hens", "4 March 2019")) },
  { rule: "read/nul", make: source(article("The ferry\0 sails", "4 March 2019")) },
  {
    rule: "write/source-gone",
    make: (folder) => {
      edited((text) => text)(folder);
      rmSync(folder.at("content/sources/a.txt"));
    },
  },
  {
    rule: "write/front-matter",
    make: edited((text) => text.replace("headline:", "hedline:")),
    mend: (folder) =>
      folder.write(onlyArticle(folder), folder.read(onlyArticle(folder)).replace("hedl", "headl")),
  },
  {
    rule: "write/conflict",
    make: (folder) => {
      edited((text) => text.replace("Ferry sails twice", "Ferry sails twice a day"))(folder);
      source(article("Ferry sails three times", "4 March 2019"))(folder);
    },
    mend: (folder) =>
      folder.write(
        onlyArticle(folder),
        folder.read(onlyArticle(folder)).replace(/^headline: .*$/m, "headline: Ferry sails often"),
      ),
  },
  { rule: "write/encoding", make: edited((text) => latin1(text.replace("Ferry", "Café"))) },
  { rule: "write/encoding", make: edited((text) => Buffer.from(`\ufeff${text}`, "utf16le")) },
  {
    rule: "write/shared-address",
    make: (folder) => {
      edited((text) => text)(folder);
      folder.write("content/articles/z.md", folder.read(onlyArticle(folder)));
    },
    words: "/2019/03/04/another/",
  },
  {
    rule: "pages/taken-address",
    make: edited((text) => text.replace(/^address: .*$/m, "address: /people/")),
    words: "/2019/03/04/another/",
  },
  {
    rule: "pages/taken-address",
    make: (folder) => {
      source(article("Ferry sails twice", "4 March 2019"))(folder);
      folder.write("content/pages/people.md", "# Us\n\nWe.\n");
    },
  },
  {
    rule: "write/address-taken",
    unimported: true,
    make: (folder) => {
      source(article("Ferry sails twice", "4 March 2019"))(folder);
      source(article("Ferry sails twice", "4 March 2019", LONG), "b.txt")(folder);
    },
  },
  {
    rule: "link/duplicate",
    make: (folder) => {
      source(article("Ferry sails twice", "4 March 2019"))(folder);
      source(article("Two crossings a day", "4 March 2019"), "b.txt")(folder);
    },
  },
  {
    rule: "link/near-duplicate",
    make: (folder) => {
      source(article("Ferry sails twice", "4 March 2019", LONG))(folder);
      const corrected = LONG.replace("twice a day", "three times a day");
      source(article("Corrected: three crossings", "5 March 2019", corrected), "b.txt")(folder);
    },
  },
  topicFile("read/topic-file", "hens", "lable: Hens", "label: Hens"),
  topicFile("read/topic-phrase", "transport", "without: [zebra]", "without: [ferry]"),
  topicFile("link/unknown-topic", "hens", "remove: true", "label: Hens"),
];

/** A file in `topics/`, and what it is after it was put right. */
function topicFile(rule: string, name: string, yaml: string, mended: string): Case {
  const write = (folder: FreshFolder, text: string): void =>
    folder.write(`content/topics/${name}.md`, `---\n${text}\n---\n`);
  return {
    rule,
    make: (folder) => {
      source(article("Ferry sails twice", "4 March 2019"))(folder);
      write(folder, yaml);
    },
    mend: (folder) => write(folder, mended),
  };
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, "latin1");
}

function utf16(text: string): Uint8Array {
  return Buffer.from(text, "utf16le");
}

for (const one of CASES) {
  test(`${one.rule} is on the list, and what it says to type takes it off`, (t) => {
    const ways = waysOf(prepared(t, one), one.rule);
    assert.ok(ways.length > 0, "something to type");
    for (const way of ways) {
      const folder = prepared(t, one);
      const before = found(folder, one.rule);
      typeWay(folder, way, one);
      if (one.unimported !== true) importSources(folder.at("content"), QUIET);
      const after = reviewArchive(folder.at("content"), QUIET);
      const ids = new Set(after.open.map(remarkId));
      assert.ok(!ids.has(remarkId(before)), `still there after:\n${way}`);
      assert.equal(after.settled, way.includes("settled:") ? 1 : 0);
    }
  });
}

function prepared(t: Parameters<typeof freshFolder>[0], { make, unimported }: Case): FreshFolder {
  const folder = freshFolder(t);
  make(folder);
  if (unimported !== true) importSources(folder.at("content"), QUIET);
  return folder;
}

function found(folder: FreshFolder, rule: string): Diagnostic {
  const { open } = reviewArchive(folder.at("content"), QUIET);
  const remark = open.find((one) => one.rule === rule);
  assert.ok(remark, `${rule} among ${open.map((one) => one.rule).join(", ")}`);
  return remark;
}

function waysOf(folder: FreshFolder, rule: string): readonly string[] {
  return (found(folder, rule).settle ?? "").split("\n\n").filter((way) => way !== "");
}

test("every remark has a way to be settled, one of a rule that nobody has heard of too", () => {
  const remark: Diagnostic = {
    severity: "warning",
    rule: "parse/of-tomorrow",
    file: "sources/a.txt",
    message: "odd",
  };
  const id = remarkId(remark);
  assert.equal(
    withRemedy(remark).settle,
    `# content/decisions.yml, to let it stand\n- settled: "${id}"`,
  );
  assert.match(withRemedy({ ...remark, settle: "rm it" }).settle ?? "", /^rm it\n\n# content/);
  assert.deepEqual(
    reviewParts([remark]).map(({ group }) => group),
    ["other"],
  );
});

test("a doubt about people is settled by a line, or by the command that writes it", () => {
  const ways = (rule: string, settle: string): readonly string[] => {
    const remark: Diagnostic = {
      severity: "warning",
      rule,
      file: "articles/a.md",
      message: "odd",
      settle,
    };
    assert.equal(reviewParts([remark])[0]?.heading, "People");
    return (withRemedy(remark).settle ?? "").split("\n\n").slice(0, -1);
  };
  assert.deepEqual(
    ways(
      "link/perhaps-same",
      "- same: [Zoë O'Hara, Zoe O'Hara-Ruiz]\n\n- different: [Zoë O'Hara, Zoe O'Hara-Ruiz]",
    ),
    [
      "# content/decisions.yml\n- same: [Zoë O'Hara, Zoe O'Hara-Ruiz]",
      "backfile person merge 'Zoë O'\\''Hara' 'Zoe O'\\''Hara-Ruiz'",
      "# content/decisions.yml\n- different: [Zoë O'Hara, Zoe O'Hara-Ruiz]",
    ],
  );
  assert.deepEqual(
    ways("link/namesakes", "- different: Anton Melrose\n  in: [articles/a.md]\n  label: poet"),
    [
      "# content/decisions.yml\n- different: Anton Melrose\n  in: [articles/a.md]\n  label: poet",
      "backfile person split 'Anton Melrose' articles/a.md --label poet",
    ],
  );
  assert.deepEqual(
    ways("link/perhaps-same", "# content/decisions.yml, if they are one\n- same: [Ana B, Ana C]"),
    [
      "# content/decisions.yml, if they are one\n- same: [Ana B, Ana C]",
      "backfile person merge 'Ana B' 'Ana C'",
    ],
  );
  assert.deepEqual(ways("link/doubtful-person", "- not-a-person: Silk Road"), [
    "# content/decisions.yml\n- not-a-person: Silk Road",
    "backfile person not-a-person 'Silk Road'",
  ]);
  assert.deepEqual(ways("link/perhaps-same", "- same: [A B, C D]\n  kind: place").length, 1);
});

test("within its part, what touches most pages comes first", () => {
  const remark = (about: string, weight: number, severity: Diagnostic["severity"]): Diagnostic => ({
    severity,
    rule: "link/perhaps-same",
    file: "decisions.yml",
    message: "odd",
    about,
    weight,
  });
  const list = [remark("a", 2, "warning"), remark("b", 14, "note"), remark("c", 2, "note")];
  const [part] = reviewParts(list);
  assert.deepEqual(
    part?.remarks.map(({ about }) => about),
    ["b", "a", "c"],
  );
  assert.deepEqual(list.map(touched), ["touches 2 pages", "touches 14 pages", "touches 2 pages"]);
  assert.equal(touched({ ...remark("d", 1, "note") }), "touches 1 page");
});

test("what keeps an article off the site cannot be settled as it stands", async (t) => {
  const folder = freshFolder(t);
  edited((text) => text.replace("headline:", "hedline:"))(folder);
  const remark = found(folder, "write/front-matter");
  assert.ok(!mayStand(remark));
  folder.write("content/decisions.yml", `- settled: "${remarkId(remark)}"\n`);
  assert.equal(remarkId(found(folder, "write/front-matter")), remarkId(remark));
  const refused = await runCli(["review", "settle", remarkId(remark)], { cwd: folder.path });
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /cannot stand: articles\/\S+:2 set-aside write\/front-matter/);
});

test("a file cut wrongly can be cut again, in the file's own lines", (t) => {
  const folder = freshFolder(t);
  const three = [
    article("Ferry sails twice", "4 March 2019"),
    article("Hens for sale", "5 March 2019", LONG),
    article("Boat to be painted", "6 March 2019", LONG),
  ].join("\n");
  source(three)(folder);
  folder.write("content/decisions.yml", "- split: a.txt\n  at: [9]\n");
  importSources(folder.at("content"), QUIET);
  const remark = found(folder, "parse/several-articles");
  const [way = ""] = (remark.settle ?? "").split("\n\n");
  const line = three.split("\n").indexOf("Boat to be painted") + 1;
  assert.match(way, new RegExp(`^- split: a\\.txt\n {2}at: \\[${line}\\]$`, "m"));
  typeWay(folder, way, {});
  importSources(folder.at("content"), QUIET);
  assert.equal(folder.files("content/articles").length, 3);
});

test("`backfile review` writes nothing, lists by group, and is strict when asked", async (t) => {
  const folder = freshFolder(t);
  source(article("Ferry sails twice", "4 March 2019"))(folder);
  source(article("Two crossings a day", "4 March 2019"), "b.txt")(folder);
  source("", "empty.txt")(folder);
  const before = folder.files();
  const { code, stdout } = await runCli(["review", "--quiet"], { cwd: folder.path });
  assert.equal(code, 0);
  assert.match(stdout, /^Set aside \(1\)\n\n[0-9a-f]{8} {2}sources\/empty\.txt set-aside/);
  assert.match(stdout, /^ {10}rm content\/sources\/empty\.txt$/m);
  assert.match(stdout, /^The same text twice \(1\)$/m);
  assert.match(stdout, /^2 remarks to review, 0 notes for the record, 0 settled$/m);
  assert.match(stdout, /settled\nTo let one stand as it is: backfile review settle ID\n$/);
  assert.deepEqual(folder.files(), before);
  assert.equal((await runCli(["review", "--strict"], { cwd: folder.path })).code, 1);
  const { stdout: json } = await runCli(["review", "--json", "--quiet"], { cwd: folder.path });
  const rows = json
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Diagnostic & { id: string });
  assert.deepEqual(
    rows.map((row) => [row.id, row.rule]),
    rows.map((row) => [remarkId(row), row.rule]),
  );
});

test("`backfile review settle` adds a line, keeps the rest to the byte, and knows what is meant", async (t) => {
  const folder = freshFolder(t);
  source("", "empty.txt")(folder);
  const [id] = reviewArchive(folder.at("content"), QUIET).open.map(remarkId);
  assert.ok(id);
  const review = (...args: string[]) =>
    runCli(["review", "--quiet", ...args], { cwd: folder.path });
  const wrong = await review("settle", `${id.slice(0, -1)}x`);
  assert.equal(wrong.code, 1);
  assert.match(wrong.stderr, new RegExp(`did you mean \`${id}\``));
  const first = '# Ours\r\n- {settled: "00000000"}   # kept';
  folder.write("content/decisions.yml", first);
  const settled = await review("settle", id, "--note", 'it is "meant": empty');
  assert.equal(settled.code, 0, settled.stderr);
  assert.match(settled.stdout, new RegExp(`^settled ${id}: sources/empty\\.txt`));
  assert.equal(
    folder.read("content/decisions.yml"),
    `${first}\n- settled: "${id}"\n  note: "it is \\"meant\\": empty"\n`,
  );
  assert.match((await review()).stdout, /^0 remarks to review.*1 settled$/m);
  assert.match((await review("settle", id)).stderr, /no open remark/);
});

test("a decisions.yml that cannot be added to at its end is left as it was", async (t) => {
  const folder = freshFolder(t);
  source("", "empty.txt")(folder);
  folder.write("content/decisions.yml", '[{settled: "00000000"}]\n');
  const [id = ""] = reviewArchive(folder.at("content"), QUIET).open.map(remarkId);
  const { code, stderr } = await runCli(["review", "settle", id], { cwd: folder.path });
  assert.equal(code, 1);
  assert.match(stderr, /add it by hand/);
  assert.equal(folder.read("content/decisions.yml"), '[{settled: "00000000"}]\n');
});

test("`backfile review split` cuts a file named as messages name it, and refuses what is none", async (t) => {
  const folder = freshFolder(t);
  source(`${article("Ferry sails", "4 March 2019")}\n${article("Hens", "5 March 2019")}`)(folder);
  const review = (...args: string[]) => runCli(["review", ...args], { cwd: folder.path });
  assert.match((await review("split", "sources/b.txt", "9")).stderr, /no source sources\/b\.txt/);
  assert.match(
    (await review("split", "sources/a.txt", "nine")).stderr,
    /wants a file and the lines/,
  );
  assert.equal((await review("split", "sources/a.txt", "9")).code, 0);
  assert.match(
    folder.read("content/decisions.yml"),
    /^# .*\n(?:.*\n)*- split: "sources\/a\.txt"\n {2}at: \[9\]\n$/,
  );
  importSources(folder.at("content"), QUIET);
  assert.equal(folder.files("content/articles").length, 2);
  assert.match((await review("stle")).stderr, /does not know `stle`; did you mean `settle`/);
});

test("what is to be typed may lie in another folder than content/, and the list says so", async (t) => {
  const folder = freshFolder(t);
  folder.write("papers/sources/empty.txt", "");
  const { stdout } = await runCli(["review", "--content", "papers"], { cwd: folder.path });
  assert.match(stdout, /^In what is to be typed, content\/ is papers\/$/m);
});

test("one of several articles in a file is neither deleted nor opened by its own name", () => {
  const files: readonly (readonly [string, readonly string[]])[] = [
    ["sources/a.warc.gz#town.example/bridge@20190312064500", []],
    ["sources/a.xml#post-17", []],
    ["sources/a.txt#line-14", []],
    ["sources/week#2/a.txt", ["'content/sources/week#2/a.txt'"]],
    ["sources/no#2.txt", ["'content/sources/no#2.txt'"]],
  ];
  for (const [file, named] of files) {
    for (const rule of ["import/repeated", "parse/suspected-gap"]) {
      const remark: Diagnostic = { severity: "warning", rule, file, message: "odd" };
      const ways = (withRemedy(remark).settle ?? "").split("\n\n").slice(0, -1);
      assert.deepEqual(
        ways.map((way) => way.replace(/^(?:rm|\S+ \+1) /, "")),
        named,
        `${rule} of ${file}`,
      );
    }
  }
});

test("each removed sentence has a number of its own", (t) => {
  const folder = freshFolder(t);
  const removed = [
    "The cost of a crossing will go up by a tenth from April, the company says.",
    "Hens are for sale in the square, and nobody has asked the board why.",
  ];
  const rest = ["Share this article", "Most read", "Ferry fares rise", ...removed, "Leave a Reply"];
  source(`${article("Ferry sails twice", "4 March 2019", LONG)}\n${rest.join("\n\n")}\n`)(folder);
  const { open } = reviewArchive(folder.at("content"), QUIET);
  const remarks = open.filter(({ rule }) => rule === "parse/removed-prose");
  assert.deepEqual(
    remarks.map(({ about }) => about),
    removed,
  );
  assert.equal(new Set(remarks.map(remarkId)).size, removed.length);
});

test("a long list has pages, and every part of it is where the contents say", async (t) => {
  const folder = freshFolder(t);
  for (let number = 100; number < 220; number++) source("", `e${number}.txt`)(folder);
  source(`${BODY}\n`, "z.txt")(folder);
  const { code, stderr } = await runCli(["build"], { cwd: folder.path });
  assert.equal(code, 0, stderr);
  assert.ok(stderr.split("\n").length < 40, "the terminal is not flooded");
  assert.match(stderr, /^… and 100 more of these$/m);
  const listed = await runCli(["review", "--quiet"], { cwd: folder.path });
  assert.match(listed.stdout, /^… and 100 more: backfile review set-aside$/m);
  const whole = await runCli(["review", "set-aside", "--quiet"], { cwd: folder.path });
  assert.equal(whole.stdout.split(" set-aside read/empty-file").length - 1, 120);
  assert.doesNotMatch(whole.stdout, /^Dates/m);
  const first = folder.read("_site/about/review/index.html");
  assert.equal(first.split('class="proof"').length - 1, 100);
  for (const address of ["#set-aside", "2/#dates", "2/#other"])
    assert.ok(first.includes(`href="${address}"`), address);
  const second = folder.read("_site/about/review/2/index.html");
  assert.match(second, /id="dates"/);
  assert.match(second, /id="other"/);
  assert.match(second, /href="\.\.\/\.\.\/\.\.\/undated\/[^"]+">\[/);
  assert.match(folder.read("_site/about/index.html"), /href="review\/2\/#dates"/);
});

test("nothing in a text speaks to the terminal", async (t) => {
  const folder = freshFolder(t);
  source(article("Ferry \u001b[31msails", "4 March 2019"))(folder);
  source(article("Two crossings a day", "5 March 2019"), "b\u001b[2J.txt")(folder);
  const { stdout } = await runCli(["review", "--quiet"], { cwd: folder.path });
  assert.match(stdout, /link\/duplicate: .*Ferry \ufffd\[31msails/);
  assert.ok(!stdout.includes("\u001b"));
});

test("the list is to the remark what the next build shows", async (t) => {
  const folder = freshFolder(t);
  for (const [at, one] of CASES.entries()) {
    if (one.rule.startsWith("parse/")) one.make(prefixed(folder, String(at)));
  }
  const { stdout } = await runCli(["review", "--json", "--quiet"], { cwd: folder.path });
  const listed = stdout
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { id: string }).id);
  const built = await runCli(["build", "--quiet", "--json"], { cwd: folder.path });
  const { diagnostics } = JSON.parse(built.stdout) as { diagnostics: readonly Diagnostic[] };
  assert.deepEqual(listed.sort(), diagnostics.map(remarkId).sort());
  assert.ok(listed.length > 10);
});

/** The folder with each source under a name of its own. */
function prefixed(folder: FreshFolder, prefix: string): FreshFolder {
  const write: FreshFolder["write"] = (path, content) =>
    folder.write(path.replace("sources/", `sources/${prefix}/`), content);
  return { ...folder, write };
}
