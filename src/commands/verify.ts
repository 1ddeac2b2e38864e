/** `backfile verify`: proof, offline, that nothing of the archive is lost. */
import { existsSync } from "node:fs";
import type { SourceText } from "../model.ts";
import { parseArticle } from "../parse/parse.ts";
import { openPublishedSite } from "../publish/published-site.ts";
import { factsFor, readSettings } from "../read/settings.ts";
import { sourceName } from "../text/source-name.ts";
import type { ArchiveAccount, Finding, SiteAccount } from "../verify/account.ts";
import { type ReasonOf, verifyArchive } from "../verify/archive.ts";
import type { Edit } from "../verify/edits.ts";
import { shownPieces } from "../verify/pieces.ts";
import { verifySite } from "../verify/site.ts";
import { readArticle } from "../write/article-folder.ts";
import type { Command, Options } from "./command.ts";
import { counted, diagnosticLine } from "./report.ts";

/** The command `verify`. */
export const verifyCommand: Command = {
  name: "verify",
  summary: "prove that nothing is lost: sources, articles, pages",
  description: `Proves, offline, that every source still has its hash, that each of its characters is in the article made
from it or in what was set apart, that each page of the site holds its article's text, and that the
site's files are as they were built. Your edits are named as edits; they are no failure.
With --site it proves as much of a published site, or of a copy of one, by its own ledger, with
nothing else at hand. Exit code 1 if anything is not proved. Nothing is written.`,
  options: ["content", "output", "site", "quiet", "json"],
  example: "backfile verify --site ~/copy-of-the-archive",
  run: runVerify,
};

/** All that was found; without `archive` a site by itself, without `site` an archive that has none. */
interface Account {
  readonly archive?: ArchiveAccount;
  readonly site?: SiteAccount;
}

async function runVerify(options: Options): Promise<number> {
  const account = options.site === "" ? accountOfArchive(options) : accountOfSite(options.site);
  const failures = [...(account.archive?.findings ?? []), ...(account.site?.findings ?? [])];
  if (options.json) process.stdout.write(`${JSON.stringify(asJson(account, failures))}\n`);
  else print(account, failures, options);
  return failures.length === 0 ? 0 : 1;
}

function accountOfSite(folder: string): Account {
  return { site: verifySite(openPublishedSite(folder)) };
}

function accountOfArchive({ content, output }: Options): Account {
  const archive = verifyArchive(content, reasonsIn(content));
  if (!existsSync(output)) return { archive };
  const wordsOf = ({ path }: { readonly path: string }) => {
    const article = readArticle(content, path);
    return "front" in article ? shownPieces(article) : undefined;
  };
  const { standing } = archive;
  return { archive, site: verifySite(openPublishedSite(output), { standing, wordsOf }) };
}

/** A text in which the rules find nothing but matter that is no article's is set aside by each import. */
function reasonsIn(content: string): ReasonOf {
  const settings = readSettings(content);
  return (source: SourceText) => {
    const { headline, blocks } = parseArticle(source.text, factsFor(source, settings));
    if (headline !== undefined || blocks.length > 0) return undefined;
    return {
      severity: "set-aside",
      rule: "import/no-article",
      file: sourceName(source.path, source.item),
      message: "holds no headline and no paragraph",
    };
  };
}

function asJson({ archive, site }: Account, failures: readonly Finding[]): object {
  const { findings: _, standing: __, ...archiveCounts } = archive ?? {};
  const { findings: ___, ...siteCounts } = site ?? {};
  return {
    failures,
    ...(archive && { archive: archiveCounts }),
    ...(site && { site: siteCounts }),
  };
}

/** Edits that are printed; `--json` has them all. */
const MOST_EDITS = 20;

function print(account: Account, failures: readonly Finding[], options: Options): void {
  for (const failure of failures) process.stderr.write(`${diagnosticLine(failure)}\n`);
  if (options.quiet) return;
  const { archive, site } = account;
  const edits = archive?.edits ?? [];
  const lines = edits.slice(0, MOST_EDITS).map(editLine);
  if (edits.length > MOST_EDITS) {
    lines.push(`… and ${counted(edits.length - MOST_EDITS, "more edit")}; --json prints all`);
  }
  for (const { file, message } of archive?.setAside ?? [])
    lines.push(`${file} set aside: ${message}`);
  lines.push(summary(account, failures.length));
  if (site?.digest !== undefined && failures.length === 0) {
    lines.push(
      `The list of the site's files has SHA-256 ${site.digest}; it stands for all of them`,
    );
  }
  if (archive !== undefined && site === undefined) {
    lines.push(`no site in ${options.output}: only the archive was checked`);
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

function editLine({ file, part, change }: Edit): string {
  return `${file} edited: ${part} ${change}`;
}

/** Returns such as `48 articles: 48 proved, 3 edited (7 edits), 0 failures; 48 pages hold their text`. */
function summary({ archive, site }: Account, failures: number): string {
  const parts: string[] = [];
  if (archive !== undefined) {
    const { articles, proved, written, versions, edits, setAside } = archive;
    const edited = new Set(edits.map(({ file }) => file)).size;
    const counts = [
      `${proved} proved`,
      written > 0 && `${written} without a source`,
      edited > 0 && `${edited} edited (${counted(edits.length, "edit")})`,
      setAside.length > 0 && `${counted(setAside.length, "source")} set aside`,
      versions > 0 && `${counted(versions, "former version")}`,
      counted(failures, "failure"),
    ].filter((part) => part !== false);
    parts.push(`${counted(articles, "article")}: ${counts.join(", ")}`);
  }
  if (site !== undefined) {
    const { pages, holding, rebuilt, edited, files } = site;
    const hold = `${holding} of ${counted(pages, "page")} hold their text`;
    const made = `${rebuilt} make up their source${edited > 0 ? `, ${edited} edited` : ""}`;
    const end = archive === undefined ? `, ${counted(failures, "failure")}` : "";
    parts.push(`${hold}, ${made}; ${counted(files, "file")} of the site${end}`);
  }
  return parts.join("; ");
}
