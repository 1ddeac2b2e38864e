/** Does an archive that is imported again and again ever lose an edit, a character, an address, or mix two articles? */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import type { Progress } from "../src/archive-import.ts";
import { importSources, previewImport } from "../src/pipeline.ts";
import { parseArticleFile } from "../src/write/article-file.ts";
import { readArticles } from "../src/write/article-folder.ts";
import { runCli } from "./support/cli.ts";
import { type FreshFolder, freshFolder } from "./support/fresh-folder.ts";

const SILENT: Progress = { start() {}, step() {}, done() {} };

// ------------------------------------------------------------------ as a user meets it

const MILL = `Mill to close in May

4 March 2019

PORT ELLIS - The mill closes in May, its owners said on Monday.

Forty people work there. All of them were told by letter.

The council will meet on Friday, said Ida Lund, the mayor.
`;
const FILE = "content/articles/2019/03/mill-to-close-in-may.md";

function millArchive(t: Parameters<typeof freshFolder>[0]): FreshFolder {
  const folder = freshFolder(t);
  folder.write("content/sources/mill.txt", MILL);
  importSources(folder.at("content"), SILENT);
  return folder;
}

function edit(folder: FreshFolder, path: string, from: string, to: string): void {
  const before = folder.read(path);
  assert.ok(before.includes(from), `nothing to edit: ${from}`);
  folder.write(path, before.replace(from, to));
}

test("what is new in a source is merged into the edited article, and the edits stay", async (t) => {
  const folder = millArchive(t);
  edit(folder, FILE, "Forty people", "Forty-one people");
  edit(
    folder,
    FILE,
    "headline: Mill to close in May",
    "# as the bound volume has it\nheadline: Mill closes",
  );
  edit(folder, "content/sources/mill.txt", "on Friday", "on Thursday");
  const { stdout, code } = await runCli(["import"], { cwd: folder.path });
  assert.equal(code, 0);
  assert.match(stdout, /^merged articles\/2019\/03\/mill\S+: took .*1 paragraph from its source/m);
  assert.match(stdout, /^laid by versions\/2019\/03\/mill-to-close-in-may\/1\.md/m);
  const text = folder.read(FILE);
  assert.match(text, /Forty-one people/);
  assert.match(text, /# as the bound volume has it\nheadline: Mill closes/);
  assert.match(text, /on Thursday/);
  assert.match(folder.read("content/versions/2019/03/mill-to-close-in-may/1.md"), /on Friday/);
  const again = await runCli(["import"], { cwd: folder.path });
  assert.match(again.stdout, /0 written, 0 unchanged, 0 merged, 1 kept/);
  assert.equal(folder.read(FILE), text);
});

test("a conflict leaves the editor's words, is named at every import, and goes when it is settled", async (t) => {
  const folder = millArchive(t);
  edit(folder, FILE, "Forty people work there.", "Forty-one people work there.");
  edit(folder, "content/sources/mill.txt", "Forty people", "Fifty people");
  for (const _time of [1, 2]) {
    const { stderr } = await runCli(["import"], { cwd: folder.path });
    assert.match(
      stderr,
      /mill-to-close-in-may\.md:\d+ warning write\/conflict: .*Forty-one.*Fifty/,
    );
    assert.match(folder.read(FILE), /Forty-one people/);
    assert.doesNotMatch(folder.read(FILE), /Fifty/);
  }
  const report = previewImport(folder.at("content"), SILENT, () => {});
  const [remark] = report.diagnostics;
  const [line = ""] = /^- settled: "[0-9a-f]{8}"$/m.exec(remark?.settle ?? "") ?? [];
  assert.notEqual(line, "");
  folder.write("content/decisions.yml", `${line}\n`);
  assert.deepEqual(importSources(folder.at("content"), SILENT).diagnostics, []);
  folder.write("content/decisions.yml", "");
  assert.equal(importSources(folder.at("content"), SILENT).diagnostics.length, 1);
  edit(folder, FILE, "Forty-one people", "Fifty-one people");
  assert.deepEqual(importSources(folder.at("content"), SILENT).diagnostics, []);
});

test("a name that was taken out of a list stays out, whatever sources say later, until it is put back", (t) => {
  const folder = millArchive(t);
  const source = folder.read("content/sources/mill.txt");
  const withNames = (...people: readonly string[]): void => {
    const told = people.map((name) => `${name}, a miller, spoke on Monday.\n\n`).join("");
    folder.write("content/sources/mill.txt", source.replace("Forty", `${told}Forty`));
    importSources(folder.at("content"), SILENT);
  };
  const listed = (): readonly string[] => {
    const [article] = readArticles(folder.at("content")).articles;
    return article?.front.people ?? [];
  };
  withNames("Jon Marsh");
  assert.deepEqual(listed(), ["Jon Marsh", "Ida Lund"]);
  edit(folder, FILE, "  - Jon Marsh\n", "");
  // taken out between two imports in which the source itself leaves the name out
  withNames();
  assert.deepEqual(listed(), ["Ida Lund"]);
  const [ruled] = readArticles(folder.at("content")).articles;
  assert.ok(ruled?.imported?.people?.includes("Jon Marsh"), "nobody else may put it in");
  withNames("Jon Marsh", "Ana Reis");
  assert.deepEqual(listed(), ["Ana Reis", "Ida Lund"]);
  withNames("Ana Reis");
  withNames("Jon Marsh", "Ana Reis");
  assert.deepEqual(listed(), ["Ana Reis", "Ida Lund"]);
  edit(folder, FILE, "  - Ida Lund\n", "  - Ida Lund\n  - Jon Marsh\n");
  withNames();
  withNames("Jon Marsh");
  assert.deepEqual(listed(), ["Ida Lund", "Jon Marsh"]);
});

for (const [slip, to] of [
  ["cannot be read", 'headline: "Mill'],
  ["has lost its source line", "headline: Mill"],
] as const) {
  test(`a source that moves while its article ${slip} starts no second article`, (t) => {
    const folder = millArchive(t);
    const before = folder.read(FILE);
    const slipped = before
      .replace("headline: Mill", to)
      .replace(/^source:\n(?: .*\n)+/m, slip.endsWith("line") ? "" : "$&");
    folder.write(FILE, slipped);
    mkdirSync(folder.at("content/sources/2019"));
    renameSync(folder.at("content/sources/mill.txt"), folder.at("content/sources/2019/m.txt"));
    const moved = importSources(folder.at("content"), SILENT);
    assert.equal(moved.written, 0);
    // the slip is named, and nothing else
    const named = slip === "cannot be read" ? ["write/front-matter"] : [];
    assert.deepEqual(
      moved.diagnostics.map(({ rule }) => rule),
      named,
    );
    if (slip === "cannot be read") assert.equal(folder.read(FILE), slipped);
    folder.write(FILE, before.replace("Forty", "Forty-one"));
    importSources(folder.at("content"), SILENT);
    assert.deepEqual(folder.files("content/articles"), ["2019/03/mill-to-close-in-may.md"]);
    assert.match(folder.read(FILE), /file: 2019\/m\.txt/);
    assert.match(folder.read(FILE), /Forty-one/);
  });
}

test("what has gone from a file of several articles is named, and what cannot be read is not gone", (t) => {
  const folder = millArchive(t);
  const item = (id: number): string =>
    `<item><guid>e${id}</guid><title>Entry number ${id}</title><description>The quay number ${id} is closed.</description></item>`;
  const feed = (...ids: readonly number[]): void =>
    folder.write(
      "content/sources/feed.rss",
      `<rss version="2.0"><channel><title>News</title>${ids.map(item).join("")}</channel></rss>`,
    );
  const gone = (): readonly string[] =>
    importSources(folder.at("content"), SILENT)
      .diagnostics.filter(({ rule }) => rule === "write/source-gone")
      .map(({ message }) => message.split(";")[0] ?? "");
  feed(1, 2);
  assert.deepEqual(gone(), []);
  feed(2);
  assert.deepEqual(gone(), [
    "its source sources/feed.rss#e1 is gone, so that nothing proves it any more",
  ]);
  folder.write("content/sources/feed.rss", "<rss");
  folder.write("content/archive.yml", "thresholds:\n  sourceBytes: 10\n");
  assert.deepEqual(gone(), [], "too large or broken");
  rmSync(folder.at("content/sources/mill.txt"));
  assert.deepEqual(gone(), [
    "its source sources/mill.txt is gone, so that nothing proves it any more",
  ]);
});

test("a damaged copy is no version, and the file stays the editor's", (t) => {
  const folder = millArchive(t);
  const copy = "content/.backfile/imported/articles/2019/03/mill-to-close-in-may.md";
  folder.write(copy, "---\nheadline: [\n---\n");
  edit(folder, FILE, "Forty people", "Forty-one people");
  edit(folder, "content/sources/mill.txt", "on Friday", "on Thursday");
  for (const _time of [1, 2]) {
    const { diagnostics, versions } = importSources(folder.at("content"), SILENT);
    assert.deepEqual(
      diagnostics.map(({ rule }) => rule),
      ["write/no-copy"],
    );
    assert.deepEqual(versions, []);
    assert.match(folder.read(FILE), /Forty-one people[\s\S]*on Friday/);
  }
});

test("import --diff shows what would change and writes nothing", async (t) => {
  const folder = millArchive(t);
  edit(folder, FILE, "Forty people", "Forty-one people");
  edit(folder, "content/sources/mill.txt", "on Friday", "on Thursday");
  folder.write("content/sources/ferry.txt", MILL.replaceAll(/[Mm]ill/g, "Ferry"));
  const before = folder.files().map((path) => [path, folder.read(path)]);
  const { stdout, code } = await runCli(["import", "--diff"], { cwd: folder.path });
  assert.equal(code, 0);
  assert.deepEqual(
    folder.files().map((path) => [path, folder.read(path)]),
    before,
  );
  assert.match(stdout, /^new articles\/2019\/03\/ferry-to-close-in-may\.md$/m);
  assert.match(stdout, /^merged articles\/2019\/03\/mill-to-close-in-may\.md$/m);
  assert.match(stdout, /meet on \[-Friday-\]\{\+Thursday\+\}/);
  assert.doesNotMatch(stdout, /Forty/);
  assert.match(stdout, /nothing has been written/);
  const json = await runCli(["import", "--diff", "--json"], { cwd: folder.path });
  const { changes } = JSON.parse(json.stdout) as { changes: { what: string }[] };
  assert.deepEqual(
    changes.map(({ what }) => what),
    ["new", "merged"],
  );
});

test("the page shows what the version before said, and hostile words stay words", async (t) => {
  const folder = millArchive(t);
  edit(folder, "content/sources/mill.txt", "by letter", "by <b>mail</b>");
  await runCli(["build", "--quiet"], { cwd: folder.path });
  const page = folder.read("_site/2019/03/04/mill-to-close-in-may/index.html");
  assert.match(page, /<h2>Versions<\/h2>/);
  assert.match(page, /<del>.*letter.*<\/del>/);
  assert.match(page, /<ins>.*&lt;b&gt;mail&lt;\/b&gt;.*<\/ins>/);
});

test("a renamed Markdown file is one article with its copy still, a deleted one comes back", (t) => {
  const folder = millArchive(t);
  const renamed = "content/articles/2019/the-mill.md";
  renameSync(folder.at(FILE), folder.at(renamed));
  edit(folder, renamed, "Forty people", "Forty-one people");
  edit(folder, "content/sources/mill.txt", "on Friday", "on Thursday");
  const report = importSources(folder.at("content"), SILENT);
  assert.deepEqual(
    report.merged.map(({ path }) => path),
    ["articles/2019/the-mill.md"],
  );
  assert.deepEqual(report.versions, ["versions/2019/the-mill/1.md"]);
  assert.ok(existsSync(folder.at("content/versions/2019/the-mill/1.md")));
  assert.match(folder.read(renamed), /Forty-one people[\s\S]*on Thursday/);
  assert.ok(!existsSync(folder.at(FILE)));
  rmSync(folder.at(renamed));
  importSources(folder.at("content"), SILENT);
  assert.match(folder.read(FILE), /Forty people[\s\S]*on Thursday/);
});

test("a version of a file that was renamed since is named by where it lies", (t) => {
  const folder = millArchive(t);
  edit(folder, "content/sources/mill.txt", "on Friday", "on Thursday");
  const renamed = "content/articles/2019/the-mill.md";
  renameSync(folder.at(FILE), folder.at(renamed));
  const { versions } = importSources(folder.at("content"), SILENT);
  assert.deepEqual(versions, ["versions/2019/the-mill/1.md"]);
  assert.match(folder.read(`content/${versions[0]}`), /on Friday/);
});

test("of a source that has only moved, nothing is said to be taken but its name", async (t) => {
  const folder = millArchive(t);
  edit(folder, FILE, "Forty people", "Forty-one people");
  renameSync(folder.at("content/sources/mill.txt"), folder.at("content/sources/old-mill.txt"));
  const { stdout } = await runCli(["import"], { cwd: folder.path });
  assert.match(stdout, /^merged articles\S+: took the new name or hash of its source, kept/m);
});

test("a slip above the text is named by import too, and the file stays as it is", async (t) => {
  const folder = millArchive(t);
  edit(folder, FILE, "headline: Mill to close", "headline: Mill: to close");
  edit(folder, "content/sources/mill.txt", "on Friday", "on Thursday");
  const typed = folder.read(FILE);
  const { code, stderr } = await runCli(["import", "--strict", "--quiet"], { cwd: folder.path });
  assert.equal(code, 1);
  assert.match(stderr, /^articles\/2019\/03\/mill\S+:2 set-aside write\/front-matter: /m);
  assert.equal(folder.read(FILE), typed);
});

test("without copies a changed source is named and nothing is written over", (t) => {
  const folder = millArchive(t);
  edit(folder, FILE, "Forty people", "Forty-one people");
  rmSync(folder.at("content/.backfile"), { recursive: true });
  edit(folder, "content/sources/mill.txt", "on Friday", "on Thursday");
  const before = folder.read(FILE);
  const { diagnostics } = importSources(folder.at("content"), SILENT);
  assert.deepEqual(
    diagnostics.map(({ rule }) => rule),
    ["write/no-copy"],
  );
  assert.equal(folder.read(FILE), before);
});

// ------------------------------------------------------------------ at random

/** A source as the test made it; every paragraph has a word that stands nowhere else. */
interface Made {
  readonly id: number;
  path: string;
  headline: string;
  paragraphs: string[];
  isThere: boolean;
}

type Operation = readonly [name: keyof typeof OPERATIONS, which: number, where: number];

/** One archive, what was done to it, and what must be true of it ever after. */
class Trial {
  readonly sources: Made[] = [];
  /** Words that an editor put into an article, by the article's address. */
  readonly edits = new Map<string, Set<string>>();
  /** Words of every source that an import has seen. */
  readonly seen = new Set<string>();
  readonly folder: FreshFolder;
  #words = 0;

  constructor(folder: FreshFolder) {
    this.folder = folder;
    for (let id = 0; id < 3; id += 1) this.add(id);
  }

  word(mark: string): string {
    this.#words += 1;
    return `${mark}x${this.#words}`;
  }

  add(id: number): void {
    const paragraphs = [1, 2, 3].map(() => this.paragraph(id));
    const headline = `Headline number ${id} of the day`;
    this.sources.push({ id, path: `s${id}.txt`, headline, paragraphs, isThere: true });
  }

  paragraph(id: number): string {
    return `The harbour board met on the quay and spoke of ${this.word(`s${id}`)} for an hour.`;
  }

  write(): void {
    rmSync(this.folder.at("content/sources"), { recursive: true, force: true });
    mkdirSync(this.folder.at("content/sources"), { recursive: true });
    for (const { path, headline, paragraphs, isThere } of this.sources) {
      if (!isThere) continue;
      const text = `${headline}\n\n4 March 2019\n\n${paragraphs.join("\n\n")}\n`;
      this.folder.write(`content/sources/${path}`, text);
      for (const word of text.match(/s\dx\d+/g) ?? []) this.seen.add(word);
    }
  }

  articles(): readonly {
    readonly path: string;
    readonly text: string;
    readonly address: string;
  }[] {
    if (!existsSync(this.folder.at("content/articles"))) return [];
    return this.folder
      .files("content/articles")
      .filter((path) => path.endsWith(".md"))
      .map((path) => {
        const text = this.folder.read(`content/articles/${path}`);
        const read = parseArticleFile(text, path);
        assert.ok("front" in read, path);
        return { path: `content/articles/${path}`, text, address: read.front.address };
      });
  }

  remember(address: string, word: string): void {
    this.edits.set(address, new Set([...(this.edits.get(address) ?? []), word]));
  }

  check(): void {
    const articles = this.articles();
    const everything = this.folder
      .files("content")
      .filter((path) => !path.startsWith("sources/"))
      .map((path) => this.folder.read(`content/${path}`))
      .join("\n");
    for (const word of this.seen) assert.ok(everything.includes(word), `${word} is lost`);
    for (const [address, words] of this.edits) {
      const text = articles.find((article) => article.address === address)?.text ?? "";
      for (const word of words) assert.ok(text.includes(word), `the edit ${word} is lost`);
    }
    for (const { path, text } of articles) {
      const origins = new Set(Array.from(text.matchAll(/s(\d)x\d+/g), ([, origin]) => origin));
      assert.ok(origins.size <= 1, `${path} mixes ${[...origins].join(" and ")}`);
    }
    assert.equal(new Set(articles.map(({ address }) => address)).size, articles.length);
  }
}

/** What an editor and the keeper of the sources may do; each leaves the archive to be imported. */
const OPERATIONS = {
  changeParagraph(trial: Trial, which: number, where: number): void {
    const source = pick(trial.sources, which);
    source.paragraphs[where % source.paragraphs.length] = trial.paragraph(source.id);
  },
  addParagraph(trial: Trial, which: number, where: number): void {
    const source = pick(trial.sources, which);
    source.paragraphs.splice(where % (source.paragraphs.length + 1), 0, trial.paragraph(source.id));
  },
  dropParagraph(trial: Trial, which: number, where: number): void {
    const { paragraphs } = pick(trial.sources, which);
    if (paragraphs.length > 2) paragraphs.splice(where % paragraphs.length, 1);
  },
  changeHeadline(trial: Trial, which: number, where: number): void {
    pick(trial.sources, which).headline = `Another headline ${where} of the day`;
  },
  move(trial: Trial, which: number, where: number): void {
    pick(trial.sources, which).path = `moved/${where}/s${which}-${trial.word("to")}.txt`;
  },
  swap(trial: Trial, which: number, where: number): void {
    const [a, b] = [pick(trial.sources, which), pick(trial.sources, where)];
    [a.path, b.path] = [b.path, a.path];
  },
  takeAway(trial: Trial, which: number): void {
    pick(trial.sources, which).isThere = false;
  },
  bringBack(trial: Trial, which: number): void {
    pick(trial.sources, which).isThere = true;
  },
  editParagraph(trial: Trial, which: number, where: number): void {
    editArticle(trial, which, (paragraphs, word) => {
      const at = where % Math.max(paragraphs.length, 1);
      return paragraphs.map((text, index) => (index === at ? `${text} And ${word}.` : text));
    });
  },
  writeParagraph(trial: Trial, which: number, where: number): void {
    editArticle(trial, which, (paragraphs, word) =>
      paragraphs.toSpliced(where % (paragraphs.length + 1), 0, `The editor adds ${word}.`),
    );
  },
  editHeadline(trial: Trial, which: number): void {
    const article = pick(trial.articles(), which);
    if (article === undefined) return;
    const word = trial.word("ed");
    const text = article.text.replace(/^headline: (.*)$/m, (_line, old: string) =>
      old.includes("edx") ? `headline: ${old}` : `headline: The ${word} headline`,
    );
    if (text.includes(word)) trial.remember(article.address, word);
    trial.folder.write(article.path, text);
  },
  rename(trial: Trial, which: number): void {
    const article = pick(trial.articles(), which);
    if (article === undefined) return;
    const to = trial.folder.at(`content/articles/kept/${trial.word("file")}.md`);
    mkdirSync(dirname(to), { recursive: true });
    renameSync(trial.folder.at(article.path), to);
  },
} as const;

function pick<T>(list: readonly T[], which: number): T {
  // an empty list gives nothing, which callers that may meet one ask for
  return list[which % list.length] as T;
}

function editArticle(
  trial: Trial,
  which: number,
  change: (paragraphs: readonly string[], word: string) => readonly string[],
): void {
  const article = pick(trial.articles(), which);
  if (article === undefined) return;
  const word = trial.word("ed");
  const [front = "", body = ""] = article.text.split(/(?<=\n---\n)/);
  const paragraphs = body.split("\n\n").map((text) => text.trim());
  trial.folder.write(article.path, `${front}${change(paragraphs, word).join("\n\n")}\n`);
  trial.remember(article.address, word);
}

const names = Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[];
const operations: fc.Arbitrary<Operation[]> = fc.array(
  fc.tuple(fc.constantFrom(...names), fc.nat(5), fc.nat(5)),
  { minLength: 8, maxLength: 16 },
);

test("whatever is done to sources and articles, no edit, no character and no address is lost", (t) => {
  fc.assert(
    fc.property(operations, (steps) => {
      const folder = freshFolder(t);
      const trial = new Trial(folder);
      const run = (): void => {
        trial.write();
        importSources(folder.at("content"), SILENT);
        trial.check();
      };
      run();
      for (const [name, which, where] of steps) {
        OPERATIONS[name](trial, which, where);
        run();
      }
      const before = trial.articles();
      run();
      assert.deepEqual(trial.articles(), before, "a second import changes nothing");
      rmSync(folder.path, { recursive: true });
    }),
    { seed: 17, numRuns: 30 },
  );
});
