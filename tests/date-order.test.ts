/** Is a date that could be either way round read as its neighbours write theirs, and left alone where they do not agree? */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Progress } from "../src/archive-import.ts";
import { orderShownBy } from "../src/parse/dates/shown-orders.ts";
import { importSources } from "../src/pipeline.ts";
import { type FreshFolder, freshFolder } from "./support/fresh-folder.ts";

const SILENT: Progress = { start() {}, step() {}, done() {} };

function write(folder: FreshFolder, path: string, date: string): void {
  const headline = `Ferry number ${path.replace(/\W/g, " ")}`;
  folder.write(
    `content/sources/${path}`,
    `${headline}\n\n${date}\n\nThe ferry sailed on time, and the harbour master was surprised.\n`,
  );
}

function published(folder: FreshFolder, file: string): string | undefined {
  const path = folder
    .files("content/articles")
    .find((name) => folder.read(`content/articles/${name}`).includes(`file: ${file}`));
  const text = folder.read(`content/articles/${path}`);
  return /^published: '?(?<day>[\d-]+)/m.exec(text)?.groups?.["day"];
}

test("an ambiguous date is read as three others of its folder are written, and that is noted", (t) => {
  const folder = freshFolder(t);
  // the ambiguous one is read first
  write(folder, "us/a.txt", "04/05/2020");
  for (const [name, date] of [
    ["b", "04/15/2020"],
    ["c", "05/21/2020"],
    ["d", "06/30/2020"],
  ]) {
    write(folder, `us/${name}.txt`, String(date));
    write(folder, `uk/${name}.txt`, String(date).replace(/(\d+)\/(\d+)/, "$2/$1"));
  }
  write(folder, "uk/z.txt", "04/05/2020");
  const { diagnostics } = importSources(folder.at("content"), SILENT);
  assert.equal(published(folder, "us/a.txt"), "2020-04-05");
  assert.equal(published(folder, "uk/z.txt"), "2020-05-04");
  assert.deepEqual(
    diagnostics.map(({ rule, file, severity }) => [rule, file, severity]),
    [
      ["import/date-order", "sources/uk/z.txt", "note"],
      ["import/date-order", "sources/us/a.txt", "note"],
    ],
  );
});

test("two are not enough, and other folders do not count: it stays ambiguous, once", (t) => {
  const folder = freshFolder(t);
  write(folder, "us/a.txt", "04/05/2020");
  write(folder, "us/b.txt", "04/15/2020");
  write(folder, "us/c.txt", "05/21/2020");
  write(folder, "uk/d.txt", "15/04/2020");
  const { diagnostics } = importSources(folder.at("content"), SILENT);
  assert.equal(published(folder, "us/a.txt"), undefined);
  assert.deepEqual(
    diagnostics.map(({ rule, file }) => [rule, file]),
    [["parse/ambiguous-date", "sources/us/a.txt"]],
  );
});

test("an order counts from three on, if nineteen in twenty have it", () => {
  for (let dmy = 0; dmy <= 19; dmy += 1)
    assert.equal(orderShownBy({ dmy, mdy: 0 }), dmy < 3 ? undefined : "dmy");
  assert.equal(orderShownBy({ dmy: 0, mdy: 3 }), "mdy");
  assert.equal(orderShownBy({ dmy: 19, mdy: 1 }), "dmy");
  assert.equal(orderShownBy({ dmy: 19, mdy: 2 }), undefined);
});
