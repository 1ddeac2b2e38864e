/** Does a published site hold what it says, and what its Markdown says where that is at hand? Reads the site alone. */
import { createHash } from "node:crypto";
import {
  FILE_LIST,
  isLedgerFile,
  LEDGER,
  type LedgerLine,
  readLedgerLines,
} from "../publish/ledger.ts";
import type { PublishedSite } from "../publish/published-site.ts";
import type { ArticlesAtHand, Finding, SiteAccount, StandingArticle } from "./account.ts";
import { checkPage } from "./page.ts";
import { isArticlePage } from "./page-text.ts";

/** Goes through the files that a site lists and the articles of its ledger, one at a time in memory. */
export function verifySite(site: PublishedSite, articles?: ArticlesAtHand): SiteAccount {
  const ledger = readLedger(site);
  const findings: Finding[] = [...listFaults(site), ...ledger.findings];
  const changed = new Set<string>();
  for (const [path, sha256] of site.listed) {
    const bytes = site.read(path);
    if (bytes === undefined) {
      findings.push(missing(site, path));
      continue;
    }
    const html = path.endsWith(".html") ? bytes.toString("utf8") : "";
    const isListed = ledger.lines.has(path);
    if (!isListed && isArticlePage(html)) findings.push(noLine(site, path));
    if (sha256 === sha256Of(bytes) || sha256 === sha256Of(withUnixLines(bytes))) continue;
    changed.add(path);
    if (!isListed) findings.push(otherBytes(site, path));
  }
  findings.push(...extraFiles(site));
  const counts = { pages: 0, holding: 0, rebuilt: 0, edited: 0 };
  for (const [path, line] of ledger.lines) {
    const page = checkPage({ site, path, line, isChanged: changed.has(path) }, articles);
    findings.push(...page.findings);
    if (line.withdrawn === true) continue;
    counts.pages += 1;
    if (page.findings.length === 0) counts.holding += 1;
    if (page.isRebuilt) counts.rebuilt += 1;
    if (line.edited === true) counts.edited += 1;
  }
  if (articles !== undefined) findings.push(...notOnSite(site, ledger.lines, articles.standing));
  const list = site.read(FILE_LIST);
  return {
    files: site.listed.size,
    ...counts,
    ...(list && { digest: sha256Of(list) }),
    findings,
  };
}

interface Ledger {
  /** By the path of the page's file. */
  readonly lines: ReadonlyMap<string, LedgerLine>;
  readonly findings: readonly Finding[];
}

function readLedger(site: PublishedSite): Ledger {
  const lines = new Map<string, LedgerLine>();
  const findings: Finding[] = [];
  const files = [...site.listed.keys()].filter(isLedgerFile);
  // an archive without articles has a list of files and no lines
  if (files.length === 0 && site.read(FILE_LIST) === undefined) findings.push(noLedger(site));
  for (const file of files) {
    readLedgerLines(site.read(file)?.toString("utf8") ?? "").forEach((line, index) => {
      const path = line && `${line.address.slice(1)}index.html`;
      if (line !== undefined && path !== undefined && !lines.has(path)) lines.set(path, line);
      else findings.push({ ...badLine(site, file, line), line: index + 1 });
    });
  }
  return { lines, findings };
}

/** Two lists of one site must be one list; the second cannot name itself. */
function listFaults({ folder, listed, listName, secondList }: PublishedSite): readonly Finding[] {
  if (secondList === undefined) return [];
  const paths = new Set([...listed.keys(), ...secondList.keys()]);
  paths.delete(FILE_LIST);
  const differing = [...paths].find((path) => listed.get(path) !== secondList.get(path));
  if (differing === undefined) return [];
  return [
    finding(
      `${folder}/${listName}`,
      "lists-differ",
      `expected what ${FILE_LIST} says of ${differing}, found another; one of the two was altered, copy the site again`,
    ),
  ];
}

/** Files that no list has and that say of themselves that they are an archive's. */
function extraFiles(site: PublishedSite): readonly Finding[] {
  return site.files().flatMap((path) => {
    if (site.listed.has(path) || path === FILE_LIST) return [];
    const isOurs =
      path.startsWith(`${LEDGER}/`) ||
      (path.endsWith(".html") && MADE_BY.test(site.read(path)?.toString("utf8") ?? ""));
    return isOurs ? [extra(site, path)] : [];
  });
}

const MADE_BY = /<meta name="generator" content="backfile">|data-ledger=/;

function notOnSite(
  { folder, read }: PublishedSite,
  lines: Ledger["lines"],
  standing: ReadonlyMap<string, StandingArticle>,
): readonly Finding[] {
  return [...standing].flatMap(([address, { path, state }]) => {
    const page = `${address.slice(1)}index.html`;
    if (state === "draft") {
      if (lines.has(page) || read(page) === undefined) return [];
      return [
        finding(
          `${folder}/${page}`,
          "draft-published",
          `expected no page, for ${path} is a draft; run \`backfile build\`, and delete the page if it still stands`,
        ),
      ];
    }
    if (lines.has(page) || state === "unreadable") return [];
    return [
      finding(
        path,
        "not-on-site",
        `expected its page ${address} in ${folder}, found none in the ledger; the site was built before, or sets it aside: run \`backfile build\``,
      ),
    ];
  });
}

function missing({ folder, listName }: PublishedSite, path: string): Finding {
  return finding(
    `${folder}/${path}`,
    "file-missing",
    `expected the file that ${listName} lists, found none that can be read; build or copy the site again`,
  );
}

function otherBytes({ folder, listed }: PublishedSite, path: string): Finding {
  return finding(
    `${folder}/${path}`,
    "file-changed",
    `expected SHA-256 ${listed.get(path)}, found other bytes; build or copy the site again`,
  );
}

function noLine({ folder }: PublishedSite, path: string): Finding {
  return finding(
    `${folder}/${path}`,
    "no-ledger-line",
    "expected a line of the ledger on this article, found none; build or copy the site again",
  );
}

function noLedger({ folder }: PublishedSite): Finding {
  return finding(
    `${folder}/${LEDGER}`,
    "no-ledger",
    "expected the ledger of the site's articles, found none; build the site again",
  );
}

function badLine({ folder }: PublishedSite, file: string, line: LedgerLine | undefined): Finding {
  const found = line === undefined ? "one that cannot be read" : `a second one on ${line.address}`;
  return finding(
    `${folder}/${file}`,
    "ledger-line",
    `expected a line on one article, found ${found}; build or copy the site again`,
  );
}

function extra({ folder, listName }: PublishedSite, path: string): Finding {
  return finding(
    `${folder}/${path}`,
    "extra-file",
    `expected only what ${listName} lists, found a page that says it is the archive's; delete it, or build the site again`,
  );
}

/** Some hosts and version controls write other line ends. */
function withUnixLines(bytes: Buffer): Buffer {
  return bytes.includes("\r\n")
    ? Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1")
    : bytes;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function finding(file: string, rule: string, message: string): Finding {
  return { severity: "error", rule: `verify/${rule}`, file, message };
}
