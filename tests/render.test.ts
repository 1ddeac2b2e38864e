/** Do the drawing processes write each page once and alike, however many they are, and is one told that dies? */
import assert from "node:assert/strict";
import childProcess, { type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { afterEach, mock, test } from "node:test";
import type { Page } from "../src/page-model.ts";
import { type DrawnPage, pageText } from "../src/render/batch.ts";
import type { StandbyWorker as Standby } from "../src/render/crew.ts";
import { filePathOf } from "../src/render/urls.ts";
import { CliError } from "../src/text/cli-error.ts";
import { pageDigest } from "../src/text/page-digest.ts";
import { pages as fixturePages, site } from "./fixture-pages.ts";
import { type FreshFolder, freshFolder } from "./support/fresh-folder.ts";

const started: ChildProcess[] = [];
const fork = childProcess.fork;
mock.method(childProcess, "fork", (...args: Parameters<typeof fork>) => {
  const child = fork(...args);
  started.push(child);
  return child;
});
syncBuiltinESMExports();
const { StandbyWorker } = await import("../src/render/crew.ts");
const { renderPages } = await import("../src/render/renderer.ts");

afterEach(() => {
  started.length = 0;
});

/** Copies of the pages at other addresses: enough for several batches. */
function manyPages(copies: number): readonly Page[] {
  return Array.from({ length: copies }, (_, copy) =>
    fixturePages
      .filter(({ address }) => address.endsWith("/"))
      .map((page) => ({
        ...page,
        address: `/copy-${copy}${page.address}`,
      })),
  ).flat();
}

async function draw(
  folder: FreshFolder,
  name: string,
  pages: Iterable<Page>,
  workers?: number,
  standby?: Standby,
): Promise<ReadonlyMap<string, DrawnPage>> {
  const drawn = new Map<string, DrawnPage>();
  const costs = await renderPages(Iterator.from(pages).map(pageText), site, {
    workers,
    standby,
    spool: folder.at(`${name}-spool`),
    stagedPath: (path) => folder.at(`${name}/${path}`),
    onDrawn: (page) => {
      assert.equal(drawn.has(page.path), false, `${page.path} came twice`);
      drawn.set(page.path, page);
    },
  });
  if (standby === undefined) assert.equal(costs.workers, started.length);
  assert.equal(costs.cpu > 0, costs.workers > 0);
  assert.equal(existsSync(folder.at(`${name}-spool`)), false, "nothing is left on the way");
  return drawn;
}

test("each page is written where it is wanted, with its digest, and an article with the ledger's", async (t) => {
  const folder = freshFolder(t);
  const drawn = await draw(folder, "site", fixturePages);
  assert.equal(started.length, 1);
  assert.deepEqual(
    [...drawn.keys()].sort(),
    fixturePages.map(({ address }) => filePathOf(address)).sort(),
  );
  for (const { kind, address } of fixturePages) {
    const page = drawn.get(filePathOf(address));
    const bytes = readFileSync(folder.at(`site/${filePathOf(address)}`));
    assert.equal(page?.sha256, createHash("sha256").update(bytes).digest("hex"), address);
    assert.equal(page?.bytes, bytes.length, address);
    const ledger = kind === "article" ? pageDigest(bytes.toString("utf8")) : undefined;
    assert.equal(page?.ledger, ledger, address);
  }
});

test("many processes draw what one draws", async (t) => {
  const folder = freshFolder(t);
  const pages = manyPages(Math.ceil(1100 / fixturePages.length));
  const alone = await draw(folder, "alone", pages, 1);
  assert.equal(started.length, 1);
  started.length = 0;
  const together = await draw(folder, "together", pages, 3);
  assert.ok(started.length > 1, "one has as much as it is given before all is written out");
  assert.equal(alone.size, pages.length);
  const sorted = (drawn: typeof alone) =>
    [...drawn.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  assert.deepEqual(sorted(together), sorted(alone));
});

test("where there is nothing to draw, no process is started", async (t) => {
  assert.equal((await draw(freshFolder(t), "site", [])).size, 0);
  assert.equal(started.length, 0);
});

test("a process on standby draws for one build after the other, but none whose layouts are others", async (t) => {
  const folder = freshFolder(t);
  const standby = new StandbyWorker();
  t.after(() => standby.end());
  const alone = await draw(folder, "alone", fixturePages);
  assert.equal(started.length, 1);
  for (const [shape, processes] of [
    ["a", 2],
    ["a", 2],
    ["b", 3],
  ] as const) {
    standby.prepare(shape, site);
    const name = `site-${shape}-${processes}`;
    assert.deepEqual(await draw(folder, name, fixturePages, 1, standby), alone);
    assert.equal(started.length, processes);
    assert.equal((await draw(folder, name, [], 1, standby)).size, 0);
  }
  assert.equal(started.at(-1)?.connected, true);
  assert.equal(started.at(-2)?.connected, false);
});

test("a process on standby that has died or failed is replaced", async (t) => {
  const folder = freshFolder(t);
  const standby = new StandbyWorker();
  t.after(() => standby.end());
  standby.prepare("a", site);
  started[0]?.kill("SIGKILL");
  await assert.rejects(draw(folder, "killed", manyPages(1), 1, standby), /was killed/);
  standby.prepare("a", site);
  folder.write("failed/copy-0", "a file where a folder belongs");
  await assert.rejects(draw(folder, "failed", manyPages(1), 1, standby), CliError);
  standby.prepare("a", site);
  assert.equal((await draw(folder, "site", fixturePages, 1, standby)).size, fixturePages.length);
  assert.equal(started.length, 3);
});

test("a process that is killed is one line, and ends the drawing", async (t) => {
  const folder = freshFolder(t);
  const pages = function* (): Generator<Page> {
    for (const page of manyPages(Math.ceil(1100 / fixturePages.length))) {
      if (started.length > 0) started[0]?.kill("SIGKILL");
      yield page;
    }
  };
  await assert.rejects(draw(folder, "site", pages(), 1), (error) => {
    assert.ok(error instanceof CliError);
    assert.match(error.message, /^a drawing process was killed \(SIGKILL\).*--workers$/);
    return true;
  });
  assert.equal(existsSync(folder.at("site-spool")), false);
});

test("what stops the making of pages stops the processes", async (t) => {
  const folder = freshFolder(t);
  const pages = function* (): Generator<Page> {
    yield* manyPages(Math.ceil(600 / fixturePages.length));
    throw new CliError("sources/a.txt: no more");
  };
  await assert.rejects(draw(folder, "site", pages(), 1), /no more/);
  assert.equal(started.length, 1);
  assert.ok(started[0]?.killed || !started[0]?.connected);
});

test("a disk that does not take a page is one line that names the file", async (t) => {
  const folder = freshFolder(t);
  folder.write("site/copy-0", "a file where a folder belongs");
  await assert.rejects(draw(folder, "site", manyPages(1), 1), (error) => {
    assert.ok(error instanceof CliError);
    assert.match(
      error.message,
      /site\/copy-0\/.*: (?:a part of that path is a file|a file has that name)/,
    );
    return true;
  });
});
