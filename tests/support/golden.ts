/** Does the program still say of each case what was held for right? A folder in `tests/cases/<area>/` is a test. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/** The files of one case. */
export interface CaseFolder {
  readonly name: string;
  /** Returns the text of a file of the case; throws if there is none. */
  read(file: string): string;
  /** Returns the text of a file of the case, if there is one. */
  readIfThere(file: string): string | undefined;
}

const CASES = fileURLToPath(new URL("../cases/", import.meta.url));

/** A machine that checks the work of others must not write what it compares with. */
const UPDATES = process.env["UPDATE"] === "1" && process.env["CI"] === undefined;

/**
 * Makes a test of each folder in `tests/cases/<area>/`: what `outcome` returns for it must be what its
 * file `golden` holds, to the character. Under `UPDATE=1` the file is written anew, though never in CI.
 *
 *     testCases("times", "times.json", (folder) => shown(findTimes(folder.read("source.txt"))));
 */
export function testCases(
  area: string,
  golden: string,
  outcome: (folder: CaseFolder) => string,
): void {
  const names = readdirSync(join(CASES, area)).sort();
  test(`there are cases of ${area}`, () => assert.notEqual(names.length, 0));
  for (const name of names) {
    test(`${area}: ${name}`, () => {
      const path = join(CASES, area, name, golden);
      const found = outcome(caseFolder(join(CASES, area, name), name));
      if (UPDATES) writeFileSync(path, found);
      assert.ok(existsSync(path), `no ${golden}; run npm run update, and read what it writes`);
      assert.equal(found, readFileSync(path, "utf8"));
    });
  }
}

function caseFolder(folder: string, name: string): CaseFolder {
  const read = (file: string): string => readFileSync(join(folder, file), "utf8");
  return {
    name,
    read,
    readIfThere: (file) => (existsSync(join(folder, file)) ? read(file) : undefined),
  };
}
