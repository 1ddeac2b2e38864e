/** How does a test get the sample archive for itself, without what builds have made of it? */
import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import type { SuiteContext, TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { runCli } from "./cli.ts";
import { type FreshFolder, freshFolder } from "./fresh-folder.ts";

const SAMPLE = fileURLToPath(new URL("../../content", import.meta.url));
const PARTS = ["archive.yml", "sources", "pages", "places", "topics"];

/** Returns a fresh folder with the sample archive in `content/`. */
export function sampleArchive(t: TestContext | SuiteContext): FreshFolder {
  const folder = freshFolder(t);
  for (const part of PARTS)
    cpSync(join(SAMPLE, part), folder.at(join("content", part)), { recursive: true });
  return folder;
}

/** Returns a fresh folder with the sample archive in `content/` and its site in `_site/`. */
export async function builtSample(t: TestContext | SuiteContext): Promise<FreshFolder> {
  const folder = sampleArchive(t);
  await buildIn(folder);
  return folder;
}

/** Builds the site of a folder. */
export async function buildIn(folder: FreshFolder): Promise<void> {
  const { code, stderr } = await runCli(["build", "--quiet"], { cwd: folder.path });
  assert.equal(code, 0, stderr);
}
