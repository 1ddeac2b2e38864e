/** Does an archive come to the same end when an import is killed at any moment and another one follows? */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { test } from "node:test";
import type { Progress } from "../src/archive-import.ts";
import { importSources } from "../src/pipeline.ts";
import { catalogueRows } from "./support/catalogue-rows.ts";
import { freshFolder } from "./support/fresh-folder.ts";
import { stoppedAt } from "./support/stopped-disk.ts";

const SILENT: Progress = { start() {}, step() {}, done() {} };

/** A source whose people import lists, each by a sentence of their own. */
function source(headline: string, people: readonly string[], news: string): string {
  const sentences = people.map((name) => `${name}, a pilot, spoke to the harbour board on Monday.`);
  const paragraphs = [...sentences, `The quay is ${news}.`, "The board will meet again."];
  return `${headline}\n\n4 March 2019\n\n${paragraphs.join("\n\n")}\n`;
}

const CATALOGUE = ".backfile/catalog.db";
const ARTICLES = "content/articles/2019/03";

test("wherever an import is killed, the next one comes to the end that it would have come to", (t) => {
  const folder = freshFolder(t);
  const importNow = (): void => void importSources(folder.at("now/content"), SILENT);
  const write = (path: string, text: string): void => folder.write(`now/${path}`, text);
  const edit = (path: string, from: string | RegExp, to: string): void => {
    const before = folder.read(`now/${path}`);
    assert.notEqual(before.replace(from, to), before, `nothing to edit: ${from}`);
    write(path, before.replace(from, to));
  };
  const everything = () => ({
    files: folder
      .files("now/content")
      .filter((path) => path !== CATALOGUE)
      .map((path) => [path, folder.read(`now/content/${path}`)] as const),
    rows: catalogueRows(folder.at(`now/content/${CATALOGUE}`)),
  });

  const crew = ["Ana Reis", "Jon Marsh", "Ida Lund"];
  for (const name of ["edited", "plain", "renamed"]) {
    write(`content/sources/${name}.txt`, source(`The ${name} quay`, crew, "closed"));
  }
  importNow();
  // a conflict and a version that are there before the file is renamed
  edit(`${ARTICLES}/the-renamed-quay.md`, "quay is closed", "quay is shut, the editor says");
  write("content/sources/renamed.txt", source("The renamed quay", crew, "open"));
  importNow();
  mkdirSync(folder.at("now/content/articles/kept"));
  renameSync(
    folder.at(`now/${ARTICLES}/the-renamed-quay.md`),
    folder.at("now/content/articles/kept/quay.md"),
  );
  edit("content/articles/kept/quay.md", "The board will", "The harbour board will");
  edit(`${ARTICLES}/the-edited-quay.md`, "  - Ana Reis\n", "");
  edit(`${ARTICLES}/the-edited-quay.md`, "quay is closed", "quay is shut, the editor says");
  // of the two that the source leaves out the editor has taken one out himself
  for (const name of ["edited", "plain", "renamed"]) {
    write(`content/sources/${name}.txt`, source(`The ${name} quay`, ["Ida Lund"], "dry"));
  }
  write("content/sources/new.txt", source("A new quay", crew, "built"));
  cpSync(folder.at("now"), folder.at("before"), { recursive: true });

  const restart = (): void => {
    rmSync(folder.at("now"), { recursive: true });
    cpSync(folder.at("before"), folder.at("now"), { recursive: true });
  };
  const nameAgain = (): void => {
    write("content/sources/edited.txt", source("The edited quay", crew, "dry"));
    importNow();
  };
  importNow();
  const end = everything();
  nameAgain();
  const later = everything();
  const article = folder.read(`now/${ARTICLES}/the-edited-quay.md`);
  assert.match(article, /people:\n {2}- Jon Marsh\n {2}- Ida Lund\n/);
  let kills = 0;
  for (let isThrough = false; !isThrough; kills += 1) {
    restart();
    isThrough = stoppedAt(kills + 1, importNow);
    importNow();
    assert.deepEqual(everything(), end, `killed in change ${kills + 1}`);
    nameAgain();
    assert.deepEqual(everything(), later, `killed in change ${kills + 1}, and named again`);
  }
  assert.ok(kills > 25, `killed only ${kills} times`);
});
