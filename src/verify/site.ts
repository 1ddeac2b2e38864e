/** Does a published site hold what it says, and what its Markdown says where that is at hand? Reads the site alone. */
import { isLedgerFile } from "../publish/ledger.ts";
import { sha256Of } from "../publish/list-parts.ts";
import type { ListDifference, PublishedSite } from "../publish/published-site.ts";
import { FILE_LIST, LEDGER } from "../publish/site-paths.ts";
import { ledgerFile } from "../text/ledger-file.ts";
import type { ArticlesAtHand, Finding, SiteAccount, StandingArticle } from "./account.ts";
import { LedgerBook, type LedgerSheet, pageOf } from "./ledger-book.ts";
import { checkPage } from "./page.ts";
import { isArticlePage } from "./page-text.ts";

/**
 * Goes through the files that a site lists and the articles of its ledger, one at a time in memory, and one part of the
 * list and a few months of the ledger beside it.
 */
export function verifySite(site: PublishedSite, articles?: ArticlesAtHand): SiteAccount {
  const book = new LedgerBook(site);
  const listed = checkListed(site, book);
  const findings = [...site.differences().map((one) => listDiffers(site, one)), ...listed.findings];
  for (const path of extraFiles(site)) findings.push(extra(site, path));
  const counts = { pages: 0, holding: 0, rebuilt: 0, edited: 0 };
  for (const file of listed.ledger) {
    const sheet = book.sheet(file);
    findings.push(...badLines(site, file, sheet));
    for (const [path, line] of sheet.lines) {
      const page = checkPage({ site, path, line, isChanged: listed.changed.has(path) }, articles);
      findings.push(...page.findings);
      if (line.withdrawn === true) continue;
      counts.pages += 1;
      if (page.findings.length === 0) counts.holding += 1;
      if (page.isRebuilt) counts.rebuilt += 1;
      if (line.edited === true) counts.edited += 1;
    }
  }
  if (articles !== undefined) findings.push(...notOnSite(site, book, articles.standing));
  return { files: listed.count, ...counts, digest: site.digest, findings };
}

interface ListedFiles {
  readonly count: number;
  /** The files of the ledger. */
  readonly ledger: readonly string[];
  /** Those that hold other bytes than the list says. */
  readonly changed: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/** Of a page that the ledger has, its text is checked later, which says more than that its bytes are others. */
function checkListed(site: PublishedSite, book: LedgerBook): ListedFiles {
  const findings: Finding[] = [];
  const ledger: string[] = [];
  const changed = new Set<string>();
  let count = 0;
  for (const { path, sha256 } of site.listed()) {
    count += 1;
    if (isLedgerFile(path)) ledger.push(path);
    const bytes = site.read(path);
    if (bytes === undefined) {
      findings.push(missing(site, path));
      continue;
    }
    const isArticle = path.endsWith(".html") && isArticlePage(bytes.toString("utf8"));
    const hasLine = (): boolean => book.lineOf(path) !== undefined;
    if (isArticle && !hasLine()) findings.push(noLine(site, path));
    if (isFileOf(bytes, sha256)) continue;
    changed.add(path);
    if (!hasLine()) findings.push(otherBytes(site, path, sha256));
  }
  return { count, ledger, changed, findings };
}

function isFileOf(bytes: Buffer, sha256: string): boolean {
  return sha256 === sha256Of(bytes) || sha256 === sha256Of(withUnixLines(bytes));
}

function listDiffers({ folder }: PublishedSite, { path, found, by }: ListDifference): Finding {
  return finding(
    `${folder}/${path}`,
    "lists-differ",
    found === "nothing"
      ? `expected the part of the list that ${by} names, found none that can be read; copy the site again`
      : `expected what ${by} says of ${path}, found another; one of the two was altered, copy the site again`,
  );
}

/** Files that no list has and that say of themselves that they are an archive's. */
function* extraFiles(site: PublishedSite): Generator<string> {
  for (const path of site.files()) {
    if (site.hashOf(path) !== undefined || site.isOfList(path)) continue;
    const isOurs =
      path.startsWith(`${LEDGER}/`) ||
      (path.endsWith(".html") && MADE_BY.test(site.read(path)?.toString("utf8") ?? ""));
    if (isOurs) yield path;
  }
}

const MADE_BY = /<meta name="generator" content="backfile">|data-ledger=/;

function notOnSite(
  { folder, read }: PublishedSite,
  book: LedgerBook,
  standing: ReadonlyMap<string, StandingArticle>,
): readonly Finding[] {
  return [...standing].flatMap(([address, { path, state }]) => {
    const page = pageOf(address);
    const hasLine = book.lineOf(page) !== undefined;
    if (state === "draft") {
      if (hasLine || read(page) === undefined) return [];
      return [
        finding(
          `${folder}/${page}`,
          "draft-published",
          `expected no page, for ${path} is a draft; run \`backfile build\`, and delete the page if it still stands`,
        ),
      ];
    }
    if (hasLine || state === "unreadable") return [];
    return [
      finding(
        path,
        "not-on-site",
        `expected its page ${address} in ${folder}, found none in the ledger; the site was built before, or sets it aside: run \`backfile build\``,
      ),
    ];
  });
}

function missing({ folder }: PublishedSite, path: string): Finding {
  return finding(
    `${folder}/${path}`,
    "file-missing",
    `expected the file that ${FILE_LIST} lists, found none that can be read; copy the site again, or build it with --again`,
  );
}

function otherBytes({ folder }: PublishedSite, path: string, sha256: string): Finding {
  return finding(
    `${folder}/${path}`,
    "file-changed",
    `expected SHA-256 ${sha256}, found other bytes; copy the site again, or build it with --again`,
  );
}

function noLine({ folder }: PublishedSite, path: string): Finding {
  return finding(
    `${folder}/${path}`,
    "no-ledger-line",
    "expected a line of the ledger on this article, found none; copy the site again, or build it with --again",
  );
}

/** Lines that cannot be read, that speak of an article again, or that stand in another month's file. */
function badLines(
  { folder }: PublishedSite,
  file: string,
  { bad }: LedgerSheet,
): readonly Finding[] {
  return bad.map(({ number, line }) => {
    const found =
      line === undefined
        ? "one that cannot be read"
        : ledgerFile(line.address) === file
          ? `a second one on ${line.address}`
          : `one on ${line.address}, which belongs in ${ledgerFile(line.address)}`;
    return {
      ...finding(
        `${folder}/${file}`,
        "ledger-line",
        `expected a line on one article, found ${found}; copy the site again, or build it with --again`,
      ),
      line: number,
    };
  });
}

function extra({ folder }: PublishedSite, path: string): Finding {
  return finding(
    `${folder}/${path}`,
    "extra-file",
    `expected only what ${FILE_LIST} lists, found a page that says it is the archive's; delete it, or build the site with --again`,
  );
}

/** Some hosts and version controls write other line ends. */
function withUnixLines(bytes: Buffer): Buffer {
  return bytes.includes("\r\n")
    ? Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1")
    : bytes;
}

function finding(file: string, rule: string, message: string): Finding {
  return { severity: "error", rule: `verify/${rule}`, file, message };
}
