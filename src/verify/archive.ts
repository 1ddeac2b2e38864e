/** Does every source of an archive have its hash, and its article hold every character? Reads a content folder. */
import type { Diagnostic, FrontMatter, SourceText } from "../model.ts";
import { readDecisions } from "../read/decisions.ts";
import { readSettings } from "../read/settings.ts";
import { listSources, readSources } from "../read/sources.ts";
import { sourceName } from "../text/source-name.ts";
import { listArticles, readArticle, readImported } from "../write/article-folder.ts";
import type { ArchiveAccount, Finding, StandingArticle } from "./account.ts";
import { checkArticle } from "./article.ts";
import type { Edit } from "./edits.ts";

/** Says why a source has no article, if import sets it aside; `undefined` where it would make one. */
export type ReasonOf = (source: SourceText) => Diagnostic | undefined;

/**
 * Goes through the sources of a content folder and the articles made from them, one at a time in memory. The rules
 * that made the articles are not asked, so that newer ones cannot make an old archive look broken, and
 * a fault of theirs cannot vouch for itself. Throws a `CliError` where the folder is no archive.
 */
export function verifyArchive(content: string, reasonOf: ReasonOf): ArchiveAccount {
  const settings = readSettings(content);
  const { splits } = readDecisions(content);
  const listed = listSources(content, settings);
  const index = indexOf(content);
  const book = new SourceBook(content, index, reasonOf);
  const setAside: Diagnostic[] = listed.diagnostics.filter(isSetAside);
  for (const path of listed.paths) {
    const reading = readSources(content, path, splits.get(path), settings.thresholds.sourceBytes);
    setAside.push(...reading.diagnostics.filter(isSetAside));
    for (const source of reading.sources) book.enter(source);
  }
  const versions = listArticles(content, "versions");
  return {
    articles: index.articles,
    proved: book.proved,
    written: index.written,
    versions: versions.length,
    edits: book.edits,
    setAside: [...setAside, ...book.setAside],
    findings: [
      ...index.findings,
      ...book.findings,
      ...book.withoutSource(),
      ...versions.flatMap((path) => versionFault(content, path)),
    ],
    standing: index.standing,
  };
}

/** Enters each source with the articles made from it, and keeps what was found. */
class SourceBook {
  readonly findings: Finding[] = [];
  readonly edits: Edit[] = [];
  readonly setAside: Diagnostic[] = [];
  proved = 0;
  readonly #content: string;
  readonly #index: Index;
  readonly #reasonOf: ReasonOf;
  /** Articles whose source has not been seen, by its name. */
  readonly #waiting: Map<string, readonly string[]>;
  readonly #strays: ReadonlyMap<string, string>;
  readonly #sourceOfHash = new Map<string, string>();

  constructor(content: string, index: Index, reasonOf: ReasonOf) {
    this.#content = content;
    this.#index = index;
    this.#reasonOf = reasonOf;
    this.#waiting = new Map(index.bySource);
    this.#strays = strayCopies(content);
  }

  enter(source: SourceText): void {
    const name = sourceName(source.path, source.item);
    const articles = this.#waiting.get(name) ?? [];
    this.#waiting.delete(name);
    if (articles.length === 0) this.#enterAlone(name, source);
    for (const path of articles) {
      const checked = checkArticle(this.#content, { path, stray: this.#strays.get(name) }, source);
      this.findings.push(...checked.findings);
      for (const edit of checked.edits) this.edits.push(edit);
      if (checked.findings.length === 0) this.proved += 1;
    }
    if (articles.length > 1) this.findings.push(twoArticles(name, articles));
    if (!this.#sourceOfHash.has(source.sha256)) this.#sourceOfHash.set(source.sha256, name);
  }

  /** Returns a finding for each article whose source was not entered. */
  withoutSource(): readonly Finding[] {
    return [...this.#waiting].flatMap(([name, paths]) => paths.map((path) => gone(name, path)));
  }

  /** A source without an article that can be read. */
  #enterAlone(name: string, source: SourceText): void {
    // of an article that cannot be read it was said already
    if (this.#index.unreadable.has(name)) return;
    const earlier = this.#sourceOfHash.get(source.sha256);
    const reason = earlier === undefined ? this.#reasonOf(source) : repeated(name, earlier);
    if (reason === undefined) this.findings.push(noArticle(name));
    else this.setAside.push(reason);
  }
}

function isSetAside({ severity }: Diagnostic): boolean {
  return severity === "set-aside";
}

/** Which Markdown files there are, and of which sources; no text is kept. */
interface Index {
  readonly articles: number;
  readonly written: number;
  /** Paths of Markdown files by the name of their source. */
  readonly bySource: ReadonlyMap<string, readonly string[]>;
  /** Names of sources whose articles cannot be read. */
  readonly unreadable: ReadonlySet<string>;
  readonly standing: ReadonlyMap<string, StandingArticle>;
  readonly findings: readonly Finding[];
}

function indexOf(content: string): Index {
  const bySource = new Map<string, string[]>();
  const unreadable = new Set<string>();
  const standing = new Map<string, StandingArticle>();
  const findings: Finding[] = [];
  const paths = listArticles(content);
  let written = 0;
  for (const path of paths) {
    const read = readArticle(content, path);
    if ("severity" in read) {
      findings.push({ ...read, severity: "error", rule: "verify/article-unreadable" });
      const front = importedFront(content, path);
      if (front?.source) unreadable.add(sourceName(front.source.file, front.source.item));
      if (front !== undefined) standing.set(front.address, { path, state: "unreadable" });
      continue;
    }
    const { address, draft, withdrawn } = read.front;
    const source = read.front.source ?? importedFront(content, path)?.source;
    const holder = standing.get(address);
    if (holder !== undefined) findings.push(sharedAddress(path, address, holder.path));
    const state = draft === true ? "draft" : withdrawn === undefined ? "published" : "withdrawn";
    if (holder === undefined) standing.set(address, { path, state });
    if (source === undefined) written += 1;
    else {
      const name = sourceName(source.file, source.item);
      bySource.set(name, [...(bySource.get(name) ?? []), path]);
    }
  }
  return { articles: paths.length, written, bySource, unreadable, standing, findings };
}

/** Copies of what was imported, by the name of their source, whose Markdown files the editor has renamed. */
function strayCopies(content: string): ReadonlyMap<string, string> {
  const standing = new Set(listArticles(content));
  const strays = listArticles(content, "imported").filter((path) => !standing.has(path));
  return new Map(
    strays.flatMap((path) => {
      const source = importedFront(content, path)?.source;
      return source === undefined ? [] : [[sourceName(source.file, source.item), path] as const];
    }),
  );
}

/** What stood above an article as it was imported, where that can still be read. */
function importedFront(content: string, path: string): FrontMatter | undefined {
  const copy = readImported(content, path);
  return copy !== undefined && "front" in copy ? copy.front : undefined;
}

function versionFault(content: string, path: string): readonly Finding[] {
  const read = readArticle(content, path);
  if ("severity" in read) {
    return [{ ...read, severity: "error", rule: "verify/version-unreadable" }];
  }
  if (/^[0-9a-f]{64}$/.test(read.front.source?.sha256 ?? "")) return [];
  return [
    error(
      path,
      "version-unreadable",
      "expected the SHA-256 of its source under `source`, found none; put the file back from a backup",
    ),
  ];
}

function noArticle(name: string): Finding {
  return error(
    name,
    "no-article",
    "expected an article made from it, found none; run `backfile import`",
  );
}

function repeated(name: string, earlier: string): Diagnostic {
  return {
    severity: "set-aside",
    rule: "import/repeated",
    file: name,
    message: `holds the same bytes as ${earlier}, which stands for both`,
  };
}

function twoArticles(name: string, paths: readonly string[]): Finding {
  return error(
    name,
    "two-articles",
    `expected one article made from it, found ${paths.join(" and ")}; delete one of them`,
  );
}

function gone(name: string, path: string): Finding {
  return error(
    path,
    "source-gone",
    `expected its source ${name}, found none that can be read; put the file back, run \`backfile import\` if it has moved, or delete the article too`,
  );
}

function sharedAddress(path: string, address: string, holder: string): Finding {
  return error(
    path,
    "shared-address",
    `expected an address of its own, found ${address}, which is that of ${holder}; give one of them another \`address\``,
  );
}

function error(file: string, rule: string, message: string): Finding {
  return { severity: "error", rule: `verify/${rule}`, file, message };
}
