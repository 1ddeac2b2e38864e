/** Does the package install in an empty folder, begin an archive and build it, and does a newer one leave the archive alone? */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { type FreshFolder, freshFolder } from "./support/fresh-folder.ts";
import { packInto, runIn, runWell } from "./support/packed.ts";

const TEXTS: Readonly<Record<string, string>> = {
  "bridge.txt": `Bridge to reopen after eleven years

12 March 2018

PORT ELLIS – The bridge will reopen on Friday, Tomas Varga, the mayor, said.
`,
  "ferry.txt": `Ferry runs for the last time

16 March 2018

PORT ELLIS – “We shall miss it,” said Tomas Varga, the mayor.
`,
};

let folder: FreshFolder;
let archive: string;

before(async (t) => {
  // of a file's own `before` the context is a test's
  folder = freshFolder(t as Parameters<typeof freshFolder>[0]);
  archive = folder.at("my-archive");
});

const backfile = (...args: readonly string[]): Promise<string> =>
  runWell(archive, "npx", ["backfile", ...args]);

/** The archive's own files with their hashes: all but what is installed and built. */
function ownFiles(): ReadonlyMap<string, string> {
  const own = folder
    .files("my-archive")
    .filter(
      (path) => !/^(?:node_modules|_site)\/|\.backfile\/(?:catalog|last-build)|^package/.test(path),
    );
  return new Map(
    own.map((path) => {
      const bytes = readFileSync(join(archive, path));
      return [path, createHash("sha256").update(bytes).digest("hex")];
    }),
  );
}

describe("backfile from its package", () => {
  test("installs by npm, begins an archive, and builds it", async () => {
    const name = await packInto(folder.path);
    const begun = await runWell(folder.path, "npx", [
      "--yes",
      "--prefer-offline",
      `--package=./${name}`,
      ...["backfile", "init", "my-archive", "--yes", "--title", "The Courier"],
    ]);
    assert.match(begun, /wrote my-archive\/package\.json/);
    await runWell(archive, "npm", ["install", "--prefer-offline", `../${name}`]);
    for (const [file, text] of Object.entries(TEXTS))
      folder.write(`my-archive/content/sources/${file}`, text);
    assert.match(await backfile("build"), /^2 articles on \d+ pages in _site/m);
    const page = folder.read("my-archive/_site/2018/03/16/ferry-runs-for-the-last-time/index.html");
    assert.match(page, /<a class="person" href="[^"]*\/people\/tomas-varga\/">Tomas Varga<\/a>/);
    assert.match(page, /class="quotation direct"/);
    assert.match(await backfile("check"), /: 0 errors, 0 warnings$/m);
    assert.match(await backfile("verify"), /2 proved.* 0 failures/);
  });

  test("works started by the machine's own Node, however old it is", async () => {
    const start = join(archive, "node_modules/backfile/bin/backfile.js");
    const found = await runIn(archive, "node", ["--version"]);
    const { code, stdout, stderr } = await runIn(archive, "node", [start, "build"]);
    assert.equal(code, 0, `${found.stdout}${stderr}`);
    assert.match(stdout, /nothing has changed since the last build/);
  });

  test("holds no TypeScript, and nothing of the project's tests and sample", async () => {
    const files = folder.files("my-archive/node_modules/backfile");
    assert.deepEqual(
      files.filter(
        (path) => path.endsWith(".ts") || /^(?:tests|src|training|content\/sources)\//.test(path),
      ),
      [],
    );
    assert.ok(files.includes("docs/deploying.md") && files.includes("content/README.md"));
  });

  test("a layout of the archive's own works beside the package", async () => {
    const theirs = folder.read("my-archive/node_modules/backfile/dist/layouts/about.11ty.js");
    folder.write("my-archive/layouts/about.11ty.js", theirs.replace("<h1", '<h1 class="ours"'));
    await backfile("build");
    assert.match(folder.read("my-archive/_site/about/index.html"), /<h1 class="ours"/);
  });

  test("a newer package leaves every file of the archive as it is, to the byte", async () => {
    const article = "my-archive/content/articles/2018/03/bridge-to-reopen-after-eleven-years.md";
    folder.write(article, folder.read(article).replace("on Friday", "next Friday"));
    await backfile("build");
    const before = ownFiles();
    assert.ok(before.has("content/articles/2018/03/bridge-to-reopen-after-eleven-years.md"));
    const newer = await packNewer();
    await runWell(archive, "npm", ["install", "--prefer-offline", `../${newer}`]);
    assert.equal((await backfile("--version")).trim(), "99.0.0");
    assert.deepEqual(ownFiles(), before, "the installation");
    assert.match(await backfile("build"), /^2 articles on \d+ pages/m);
    assert.deepEqual(ownFiles(), before, "the build by the newer one");
    assert.match(await backfile("check"), /: 0 errors, 0 warnings$/m);
  });
});

/** The package under a higher version, as a later one of backfile would be. */
async function packNewer(): Promise<string> {
  const unpacked = folder.at("newer");
  mkdirSync(unpacked);
  const [packed = ""] = folder.files().filter((path) => /^[^/]+\.tgz$/.test(path));
  await runWell(unpacked, "tar", ["-xzf", folder.at(packed), "--strip-components=1"]);
  for (const path of ["package.json", "dist/package.json"]) {
    const file = join(unpacked, path);
    const manifest = JSON.parse(readFileSync(file, "utf8")) as { scripts?: object };
    // it is compiled already
    writeFileSync(file, JSON.stringify({ ...manifest, version: "99.0.0", scripts: {} }));
  }
  return await packInto(folder.path, unpacked);
}
