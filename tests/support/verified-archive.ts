/** What does `verify` say of a small archive that a test has damaged? Builds it once, and copies it for each test. */
import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { openPublishedSite } from "../../src/publish/published-site.ts";
import { verifyArchive } from "../../src/verify/archive.ts";
import { shownPieces } from "../../src/verify/pieces.ts";
import { verifySite } from "../../src/verify/site.ts";
import { readArticle } from "../../src/write/article-folder.ts";
import { runCli } from "./cli.ts";
import type { FreshFolder } from "./fresh-folder.ts";

const FERRY = `Ferry sails on time and surprises harbour

March 3, 2021 - 09:15

By Ana Reis

PORT ELLIS - The ferry sailed on time on Tuesday, said Captain Lotte Arends, the harbour master.

“I was not ready,” Arends said. She had spoken to Robert Varga, a passenger, who was asleep.

The café on the quay had opened at six and had sold nothing at all by noon, its keeper said.

Updated: March 3, 2021 - 18:40

Share this
Leave a Comment
`;
/** CR and LF, words from right to left with their controls, and a NUL. */
const WHALE = `Whale is measured by the harbour board

March 4, 2021 - 10:00

The whale is eleven metres long, \u0623\u0647\u0644\u0627 \u202bsaid\u202c the board, which had not asked it.

It left with the evening tide, and\0nobody waved to it from the quay.
`.replaceAll("\n", "\r\n");
const PAIR = `Bolt is found

March 5, 2021

The last bolt of the bridge was found under a chair in the council chamber on Friday.

Nut is lost

March 6, 2021

The nut that belongs to the last bolt was lost again on Saturday, the council said.
`;
const GULL = `Gull is given a name

March 7, 2021

The gull that stole the mayor’s chain was named Bailiff on Sunday by a vote of the council.
`;
const EEL = `Eel is believed to be a hose

March 8, 2021

The eel that was seen in the fountain of the town hall on Monday is believed to be a hose.
`;

/** The files of the ferry's article, the richest one. */
export const FERRY_FILES = {
  source: "content/sources/ferry.txt",
  markdown: "content/articles/2021/03/ferry-sails-on-time-and-surprises-harbour.md",
  copy: "content/.backfile/imported/articles/2021/03/ferry-sails-on-time-and-surprises-harbour.md",
  page: "_site/2021/03/03/ferry-sails-on-time-and-surprises-harbour/index.html",
} as const;

/** Articles that the editor has withdrawn (the gull) and not yet published (the eel). */
export const GULL_PAGE = "_site/2021/03/07/gull-is-given-a-name/index.html";
/** The draft's page, which should not be there. */
export const EEL_PAGE = "_site/2021/03/08/eel-is-believed-to-be-a-hose/index.html";

/** Builds an archive of six articles, one withdrawn, one a draft, two of one file, in an empty folder. */
export async function buildArchive(folder: FreshFolder): Promise<void> {
  for (const [name, text] of Object.entries({ FERRY, WHALE, PAIR, GULL, EEL })) {
    folder.write(`content/sources/${name.toLowerCase()}.txt`, text);
  }
  folder.write("content/decisions.yml", "- split: pair.txt\n  at: [7]\n");
  await run(folder, ["import", "--quiet"]);
  const editOf = (file: string, line: string): void => {
    const path = `content/articles/2021/03/${file}.md`;
    folder.write(path, folder.read(path).replace("---\n", `---\n${line}\n`));
  };
  editOf("gull-is-given-a-name", "withdrawn: the gull asked");
  editOf("eel-is-believed-to-be-a-hose", "draft: true");
  await run(folder, ["build", "--quiet"]);
}

/** Builds the site anew, as an editor does after a change. */
export async function run(folder: FreshFolder, args: readonly string[]): Promise<void> {
  const { code, stderr } = await runCli(args, { cwd: folder.path });
  assert.equal(code, 0, stderr);
}

/** Copies an archive that was built, with its site. */
export function copyArchive(from: FreshFolder, to: FreshFolder): FreshFolder {
  cpSync(from.path, to.path, { recursive: true });
  return to;
}

/** Returns what `verify` finds in an archive and its site, a line each: `sources/a.txt verify/x: …`. */
export function findingsIn(folder: FreshFolder): readonly string[] {
  const content = folder.at("content");
  const archive = verifyArchive(content, () => undefined);
  const wordsOf = ({ path }: { readonly path: string }) => {
    const article = readArticle(content, path);
    return "front" in article ? shownPieces(article) : undefined;
  };
  const { standing } = archive;
  const site = verifySite(openPublishedSite(folder.at("_site")), { standing, wordsOf });
  return linesOf([...archive.findings, ...site.findings], folder);
}

/** Returns what `verify --site` finds in the site alone. */
export function findingsInSite(folder: FreshFolder): readonly string[] {
  return linesOf(verifySite(openPublishedSite(folder.at("_site"))).findings, folder);
}

function linesOf(
  findings: readonly {
    readonly file: string;
    readonly line?: number;
    readonly rule: string;
    readonly message: string;
  }[],
  folder: FreshFolder,
): readonly string[] {
  return findings.map(({ file, line, rule, message }) => {
    const path = file.replace(`${folder.path}/`, "");
    return `${path}${line === undefined ? "" : `:${line}`} ${rule}: ${message}`;
  });
}
