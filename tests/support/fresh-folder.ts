/** Where does a test write? Into a folder of its own, which goes when the test ends. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import type { SuiteContext, TestContext } from "node:test";

/** An empty folder with what tests do in it. Paths in it are relative, with forward slashes. */
export interface FreshFolder {
  /** Absolute, without symbolic links. */
  readonly path: string;
  /** Returns the absolute path of something in the folder. */
  at(path: string): string;
  /** Writes a file and the folders above it. */
  write(path: string, content: string | Uint8Array): void;
  /** Returns a file's text. */
  read(path: string): string;
  /** Returns the paths of all files in the folder or in one below it, sorted by code units. */
  files(below?: string): readonly string[];
}

/**
 * Makes an empty folder below the system's temporary one and removes it when the test ends.
 *
 *     test("an empty archive is an archive", async (t) => {
 *       const folder = freshFolder(t);
 *       folder.write("content/archive.yml", "title: The Courier\n");
 *     });
 *
 * In a file's `before` it is removed when all tests of the file have ended.
 */
export function freshFolder(t: TestContext | SuiteContext): FreshFolder {
  // only what is given to a `describe` itself has none
  if (!("after" in t)) throw new Error("ask for a fresh folder in a test or a before");
  const path = realpathSync(mkdtempSync(join(tmpdir(), "backfile-test-")));
  t.after(() => rmSync(path, { recursive: true, force: true, maxRetries: 3 }));
  return {
    path,
    at: (inside) => join(path, inside),
    write(inside, content) {
      mkdirSync(dirname(join(path, inside)), { recursive: true });
      writeFileSync(join(path, inside), content);
    },
    read: (inside) => readFileSync(join(path, inside), "utf8"),
    files: (below = ".") => filesBelow(join(path, below)),
  };
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    )
    .sort();
}
