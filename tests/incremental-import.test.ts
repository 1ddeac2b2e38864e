/** Does an import of what has changed come to the same end as one that knows of nothing: files, rows, remarks, articles? */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { annotateArticles, changedArticles } from "../src/annotated-articles.ts";
import { importChanged, type Progress } from "../src/archive-import.ts";
import { openDatabase } from "../src/catalog/database.ts";
import { forgetChanges } from "../src/catalog/files.ts";
import { isImportDue, surveyContent } from "../src/content-survey.ts";
import { articleRemarks, importRemarks } from "../src/import-tally.ts";
import type { FileKind } from "../src/read/content-walk.ts";
import { readFreePages } from "../src/read/free-pages.ts";
import { readSettings } from "../src/read/settings.ts";
import { readTopics } from "../src/read/topic-files.ts";
import { builtInTopics } from "../src/recognise/topics/topics.ts";
import { usableArticles } from "../src/usable-articles.ts";
import { readArticles } from "../src/write/article-folder.ts";
import { readVersions } from "../src/write/changes.ts";
import { catalogueRows } from "./support/catalogue-rows.ts";
import { type FreshFolder, freshFolder } from "./support/fresh-folder.ts";

const SILENT: Progress = { start() {}, step() {}, done() {} };
const CATALOGUE = "content/.backfile/catalog.db";

/** What other stages make use of. */
const OF_OTHER_STAGES = [
  "settings",
  "decisions",
  "page",
  "person",
  "place",
  "topic",
] satisfies FileKind[];

const TOPICS = new Map<string, ReturnType<typeof readTopics>["topics"]>();

/** An archive with what a site would know of it. */
class Archive {
  readonly folder: FreshFolder;
  /** Articles and tombstones by path, as JSON. */
  readonly site = new Map<string, string>();

  constructor(folder: FreshFolder) {
    this.folder = folder;
  }

  get content(): string {
    return this.folder.at("content");
  }

  /** One list for each state of the editor's file, for recognition compiles each list once. */
  topics(): ReturnType<typeof readTopics>["topics"] {
    const file = "content/topics/quays.md";
    const said = existsSync(this.folder.at(file)) ? this.folder.read(file) : "";
    const known = TOPICS.get(said) ?? readTopics(this.content, builtInTopics()).topics;
    TOPICS.set(said, known);
    return known;
  }

  /** Runs an import and hands the changed articles on; returns what is told of it. */
  import(): object {
    const database = openDatabase(this.folder.at(CATALOGUE));
    try {
      surveyContent(this.content, database);
      const counts = importChanged(this.content, database, SILENT);
      const settings = readSettings(this.content);
      const topics = this.topics();
      const options = { settings, topics, progress: SILENT };
      database.exec("BEGIN");
      for (const changed of changedArticles(this.content, database, options)) {
        const shown = changed.article ?? changed.withdrawn;
        if (shown === undefined) this.site.delete(changed.path);
        else this.site.set(changed.path, JSON.stringify(shown));
      }
      forgetChanges(database, ...OF_OTHER_STAGES);
      database.exec("COMMIT");
      return { ...counts, remarks: [...importRemarks(database), ...articleRemarks(database)] };
    } finally {
      database.close();
    }
  }

  isDue(): boolean {
    const database = openDatabase(this.folder.at(CATALOGUE));
    try {
      return surveyContent(this.content, database).hasChanged || isImportDue(database);
    } finally {
      database.close();
    }
  }

  forget(): void {
    rmSync(this.folder.at(CATALOGUE), { force: true });
    this.site.clear();
  }

  files(): readonly (readonly [string, string])[] {
    return this.folder
      .files("content")
      .filter((path) => `content/${path}` !== CATALOGUE)
      .map((path) => [path, this.folder.read(`content/${path}`)]);
  }

  rows(): ReturnType<typeof catalogueRows> {
    return catalogueRows(this.folder.at(CATALOGUE));
  }

  shown(): readonly (readonly [string, string])[] {
    return [...this.site].sort();
  }

  /** What a build from nothing would show. */
  shownFromNothing(): readonly (readonly [string, string])[] {
    const usable = usableArticles(readArticles(this.content), readFreePages(this.content));
    const settings = readSettings(this.content);
    const topics = this.topics();
    const published = annotateArticles(usable.published, { settings, topics }, SILENT).map(
      (article) => {
        const versions = readVersions(this.content, article.path);
        return versions.length === 0 ? article : { ...article, versions };
      },
    );
    return [...published, ...usable.withdrawn]
      .map((article) => [article.path, JSON.stringify(article)] as const)
      .sort();
  }

  articles(): readonly string[] {
    if (!existsSync(this.folder.at("content/articles"))) return [];
    return this.folder.files("content/articles").map((path) => `content/articles/${path}`);
  }

  sources(): readonly string[] {
    return this.folder.files("content/sources").map((path) => `content/sources/${path}`);
  }

  move(from: string, to: string): void {
    mkdirSync(dirname(this.folder.at(to)), { recursive: true });
    renameSync(this.folder.at(from), this.folder.at(to));
  }

  edit(path: string | undefined, change: (text: string) => string): void {
    if (path !== undefined) this.folder.write(path, change(this.folder.read(path)));
  }
}

const DATES = [
  "4 March 2019",
  "04/05/2020",
  "04/15/2020",
  "04/16/2020",
  "04/17/2020",
  "15/04/2020",
];

function text(which: number, where: number): string {
  const date = DATES[where % DATES.length];
  const people = ["Ana Reis", "Jon Marsh", "Ida Lund"][which % 3];
  return `Headline number ${which % 4} of the day\n\n${date}\n\nPORT ELLIS - ${people}, the mayor, spoke of quay ${where}.\n\nThe board will meet again on Friday.\n`;
}

type Change = (archive: Archive, which: number, where: number) => void;

const CHANGES: Readonly<Record<string, Change>> = {
  add: ({ folder }, which, where) =>
    folder.write(`content/sources/us/n${which}.txt`, text(which, where)),
  addBeside: ({ folder }, which, where) =>
    folder.write(`content/sources/uk/n${where}.txt`, text(which, where)),
  change: (archive, which, where) =>
    archive.edit(pick(archive.sources(), which), () => text(which, where)),
  addWords: (archive, which, where) =>
    archive.edit(
      pick(archive.sources(), which),
      (before) => `${before}\nThe quay is number ${where}.\n`,
    ),
  copy: (archive, which, where) => {
    const from = pick(archive.sources(), which);
    if (from !== undefined)
      archive.folder.write(`content/sources/us/copy${where}.txt`, archive.folder.read(from));
  },
  move: (archive, which, where) => {
    const from = pick(archive.sources(), which);
    if (from !== undefined) archive.move(from, `content/sources/uk/moved${where}.txt`);
  },
  swap: (archive, which, where) => {
    const [a, b] = [pick(archive.sources(), which), pick(archive.sources(), where)];
    if (a === undefined || b === undefined || a === b) return;
    archive.move(a, "content/swapped");
    archive.move(b, a);
    archive.move("content/swapped", b);
  },
  takeAway: (archive, which) => {
    const path = pick(archive.sources(), which);
    if (path !== undefined) rmSync(archive.folder.at(path));
  },
  empty: (archive, which) => archive.edit(pick(archive.sources(), which), () => "\n"),
  feed: ({ folder }, which, where) => {
    const item = (id: number): string =>
      `<item><guid>e${id}</guid><title>Entry number ${id}</title><description>The quay number ${id} and ${where} is closed.</description></item>`;
    const items = [which, which + 1].map(item).join("");
    folder.write(
      "content/sources/feed.rss",
      `<rss version="2.0"><channel><title>N</title>${items}</channel></rss>`,
    );
  },
  stray: ({ folder }, which) => folder.write(`content/sources/picture${which}.jpg`, "x"),
  editWords: (archive, which, where) =>
    archive.edit(
      pick(archive.articles(), which),
      (before) => `${before}\nThe editor adds ${where}.\n`,
    ),
  editList: (archive, which) =>
    archive.edit(pick(archive.articles(), which), (before) => before.replace(/^ {2}- .*\n/m, "")),
  editHeadline: (archive, which, where) =>
    archive.edit(pick(archive.articles(), which), (before) =>
      before.replace(/^headline: .*$/m, `headline: The editor's ${where}`),
    ),
  editAddress: (archive, which, where) =>
    archive.edit(pick(archive.articles(), which), (before) =>
      before.replace(/^address: .*$/m, `address: /${["x", "X", "imprint", "people"][where % 4]}/`),
    ),
  draft: (archive, which) =>
    archive.edit(pick(archive.articles(), which), (before) => toggle(before, "draft: true\n")),
  withdraw: (archive, which) =>
    archive.edit(pick(archive.articles(), which), (before) => toggle(before, "withdrawn: asked\n")),
  spoil: (archive, which) =>
    archive.edit(pick(archive.articles(), which), (before) =>
      before.includes('headline: "')
        ? before.replace('headline: "', "headline: ")
        : before.replace("headline: ", 'headline: "'),
    ),
  loseSource: (archive, which) =>
    archive.edit(pick(archive.articles(), which), (before) =>
      before.replace(/^source:\n(?: .*\n)+/m, ""),
    ),
  rename: (archive, which, where) => {
    const path = pick(archive.articles(), which);
    if (path !== undefined) archive.move(path, `content/articles/kept/a${where}.md`);
  },
  deleteArticle: (archive, which) => {
    const path = pick(archive.articles(), which);
    if (path !== undefined) rmSync(archive.folder.at(path));
  },
  page: ({ folder }, which) =>
    folder.write(`content/pages/${["x", "imprint", "Imprint"][which % 3]}.md`, "# One\n"),
  settings: ({ folder }, which) =>
    folder.write(
      "content/archive.yml",
      [
        "title: One\n",
        "zone: Europe/Lisbon\n",
        "dateOrder: dmy\n",
        "publishers:\n  - {name: Us, folder: us}\n",
      ][which % 4] ?? "",
    ),
  split: ({ folder }, which) =>
    folder.write("content/decisions.yml", which % 2 === 0 ? "" : "- split: us/n1.txt\n  at: [7]\n"),
  topic: ({ folder }, which) =>
    folder.write(
      "content/topics/quays.md",
      `---\nlabel: Quays\nphrases: [quay, board${which}]\n---\n`,
    ),
};

function toggle(before: string, line: string): string {
  return before.includes(line)
    ? before.replace(line, "")
    : before.replace("headline:", `${line}headline:`);
}

function pick<T>(list: readonly T[], which: number): T | undefined {
  return list[which % Math.max(list.length, 1)];
}

const names = Object.keys(CHANGES);
const steps = fc.array(
  fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(7), fc.nat(7)), {
    minLength: 1,
    maxLength: 3,
  }),
  { minLength: 3, maxLength: 7 },
);

test("whatever changes, an import of the changes leaves what one with a lost catalogue leaves", (t) => {
  fc.assert(
    fc.property(steps, (rounds) => {
      const [folder, other] = [freshFolder(t), freshFolder(t)];
      const [archive, lost] = [new Archive(folder), new Archive(other)];
      for (const one of [archive, lost]) {
        for (const which of [1, 2, 3])
          one.folder.write(`content/sources/us/n${which}.txt`, text(which, which));
      }
      for (const round of [[], ...rounds, []]) {
        for (const [name, which, where] of round) {
          for (const one of [archive, lost]) CHANGES[name]?.(one, which, where);
        }
        lost.forget();
        const [told, afresh] = [archive.import(), lost.import()];
        assert.deepEqual(archive.files(), lost.files(), "files");
        assert.deepEqual(told, afresh, "what is told");
        assert.deepEqual(archive.rows(), lost.rows(), "rows");
        assert.deepEqual(archive.shown(), lost.shown(), "shown");
      }
      assert.deepEqual(archive.shown(), archive.shownFromNothing(), "shown from nothing");
      for (let more = 0; archive.isDue(); more += 1) {
        assert.ok(more < 3, "there is always something due");
        archive.import();
      }
      rmSync(folder.path, { recursive: true });
      rmSync(other.path, { recursive: true });
    }),
    { seed: 21, numRuns: 5 },
  );
});
