/** Is the list of a site's files the same whichever way its files came to be, and is no more of it read than what changes? */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ChangeLog } from "../src/publish/change-log.ts";
import { FileList } from "../src/publish/file-list.ts";
import { ListCutter } from "../src/publish/list-cutter.ts";
import {
  beginsPart,
  formatList,
  type ListPart,
  parseList,
  partFile,
  sha256Of,
} from "../src/publish/list-parts.ts";
import { updateList } from "../src/publish/list-update.ts";
import { areRivals, pathKey } from "../src/publish/site-paths.ts";
import { freshFolder } from "./support/fresh-folder.ts";

/** A list with its parts, as they would stand in a site. */
interface Listing {
  readonly root: string;
  readonly parts: ReadonlyMap<string, string>;
}

const NOTHING: Listing = { root: formatList({ of: "files", entries: [] }), parts: new Map() };

/** Paths of which one in four begins a part, and one in twelve one of the next level, so that a few make a tree. */
const PATHS = pathsWithCuts();

function pathsWithCuts(): readonly string[] {
  const cuts: [string[], string[], string[]] = [[], [], []];
  for (let n = 0; cuts[2].length < 8; n += 1) {
    const path = `${["2022/01", "2022/02", "people/a", "people"][n % 4]}/n${n}/index.html`;
    const level = beginsPart(path, 1) ? 2 : beginsPart(path, 0) ? 1 : 0;
    cuts[level].push(path);
  }
  return [...cuts[2], ...cuts[1].slice(0, 16), ...cuts[0].slice(0, 72)];
}

function listOf({ root, parts }: Listing, onRead: (path: string) => void = () => {}): FileList {
  const read = (path: string): string | undefined => {
    onRead(path);
    return parts.get(path);
  };
  const onFault = ({ path }: { readonly path: string }): void => assert.fail(`no part ${path}`);
  const part = parseList(root);
  assert.ok(part !== undefined);
  return new FileList(part, { read, onFault });
}

interface Edit {
  readonly path: string;
  /** `undefined` removes. */
  readonly text: string | undefined;
}

function updated(
  from: Listing,
  edits: readonly Edit[],
  more: { readonly onRead?: (path: string) => void; readonly removesOthers?: boolean } = {},
): Listing {
  const parts = new Map(from.parts);
  const former = listOf(from, more.onRead);
  const cutter = new ListCutter(former, {
    write(path, text) {
      assert.ok(!parts.has(path), `written again: ${path}`);
      parts.set(path, text);
    },
    drop: (path) => assert.ok(parts.delete(path), `not there: ${path}`),
  });
  const log = new ChangeLog("", Number.POSITIVE_INFINITY);
  for (const { path, text } of edits) {
    const kind = text === undefined ? "removed" : "staged";
    log.add({ path, kind, sha256: text === undefined ? "" : sha256Of(text), origin: path });
  }
  updateList(log.sorted(), {
    former,
    cutter,
    removesOthers: more.removesOthers ?? false,
    isKept: () => false,
    onStaged() {},
    onRemoved() {},
  });
  return { root: cutter.finish(), parts };
}

function filesOf(listing: Listing): ReadonlyMap<string, string> {
  return new Map([...listOf(listing).files()].map(({ path, sha256 }) => [path, sha256]));
}

function depthOf(part: ListPart, list: FileList): number {
  const [first] = part.entries;
  if (part.of === "files" || first === undefined) return 0;
  return 1 + depthOf(list.part(first), list);
}

const edit = fc.record({
  path: fc.constantFrom(...PATHS),
  text: fc.option(fc.constantFrom("a", "b"), { nil: undefined }),
});
const build = fc.uniqueArray(edit, { selector: ({ path }) => path, maxLength: 60 });
const FIXED = { seed: 20_221_126, numRuns: 400 };

test("after any builds the list and its parts are those that its files give at once", () => {
  let deepest = 0;
  fc.assert(
    fc.property(fc.array(build, { minLength: 1, maxLength: 6 }), (builds) => {
      const files = new Map<string, string>();
      let listing = NOTHING;
      for (const edits of builds) {
        listing = updated(listing, edits);
        for (const { path, text } of edits) {
          if (text === undefined) files.delete(path);
          else files.set(path, text);
        }
      }
      const whole = [...files].map(([path, text]) => ({ path, text }));
      const clean = updated(NOTHING, whole);
      assert.deepEqual(listing, clean);
      assert.deepEqual(
        updated(updated(NOTHING, builds[0] ?? []), whole, { removesOthers: true }),
        clean,
      );
      const list = listOf(listing);
      for (const [path, text] of files) assert.equal(list.hashOf(path), sha256Of(text));
      assert.equal(filesOf(listing).size, files.size);
      deepest = Math.max(deepest, depthOf(list.root, list));
    }),
    FIXED,
  );
  assert.equal(deepest, 2, "no list came to have parts of parts");
});

test("a change reads and writes one part of each level, however many files there are", () => {
  const paths = Array.from({ length: 90_000 }, (_, n) => `a/${n % 50}/${n}/index.html`);
  const listing = updated(
    NOTHING,
    paths.map((path) => ({ path, text: "1" })),
  );
  const read = new Set<string>();
  const next = updated(listing, [{ path: "a/7/12345/index.html", text: "2" }], {
    onRead: (path) => read.add(path),
  });
  const written = [...next.parts.keys()].filter((path) => !listing.parts.has(path));
  assert.ok(listing.parts.size > 300, `${listing.parts.size} parts`);
  // one of each level, and one more to see how many levels there are
  assert.ok(read.size <= 4 && written.length <= 2, `${read.size} read, ${written.length} written`);
  const sizes = [...listing.parts.values()].map(({ length }) => length);
  assert.ok(Math.max(...sizes) < 300_000, `a part of ${Math.max(...sizes)} characters`);
  for (const [path, text] of next.parts) assert.equal(partFile(sha256Of(text)), path);
});

test("paths that some disks hold for one, or one for a folder of the other, are sorted side by side", () => {
  const path = fc
    .array(fc.constantFrom("a", "A", "b", "a-", "a.b", "é", "e\u0301", "É", "ä"), {
      minLength: 1,
      maxLength: 3,
    })
    .map((steps) => steps.join("/"));
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 12 }), (paths) => {
      const sorted = paths.toSorted((a, b) => (pathKey(a) < pathKey(b) ? -1 : 1));
      const fold = (one: string): string => one.normalize("NFC").toLowerCase();
      const isRival = (one: string, other: string): boolean =>
        fold(one) === fold(other) || fold(other).startsWith(`${fold(one)}/`);
      const hasRivals = sorted.some((one, index) =>
        sorted.some((other, place) => place !== index && isRival(one, other)),
      );
      const found = sorted.some((one, index) => {
        const behind = sorted[index + 1];
        return behind !== undefined && areRivals(one, behind);
      });
      assert.equal(found, hasRivals, sorted.join(" "));
    }),
    FIXED,
  );
});

test("changes too many for memory are sorted all the same", (t) => {
  const folder = freshFolder(t);
  const log = new ChangeLog(folder.at("changes"), 7);
  const paths = Array.from({ length: 100 }, (_, n) => `é/${(n * 37) % 100}`);
  for (const path of paths)
    log.add({ path, kind: "staged", sha256: sha256Of(path), origin: "x\ny" });
  assert.ok(folder.files().length > 10);
  const sorted = [...log.sorted()];
  assert.deepEqual(
    sorted.map(({ path }) => path),
    paths.toSorted((a, b) => (pathKey(a) < pathKey(b) ? -1 : 1)),
  );
  for (const { path, sha256 } of sorted) assert.equal(sha256, sha256Of(path));
});

test("a list that names its parts in a circle comes to an end", () => {
  const self = formatList({ of: "parts", entries: [{ path: "a", sha256: "0".repeat(64) }] });
  const part = parseList(self);
  assert.ok(part !== undefined);
  const faults: string[] = [];
  const list = new FileList(part, { read: () => self, onFault: ({ found }) => faults.push(found) });
  assert.deepEqual([...list.files()], []);
  assert.equal(list.hashOf("a"), undefined);
  assert.deepEqual(new Set(faults), new Set(["other"]));
});
