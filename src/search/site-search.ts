/** How is a site indexed where nothing is known of the build before, and how are its pages read? Stage 8. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { onDisk } from "../text/disk-error.ts";
import { indexShards, type StandingShards } from "./index-shards.ts";
import type { IndexFile } from "./pagefind-index.ts";
import { archiveOf } from "./searched-archive.ts";
import { searchedDigest } from "./searched-part.ts";
import { monthOf } from "./shards.ts";

/** An article's page. */
export interface ArticlePlace {
  /** Relative to the site's folder. */
  readonly path: string;
  /** When it was printed: ISO, to the precision known. */
  readonly date?: string | undefined;
}

/** Indexes stand nowhere. */
const NOTHING: StandingShards = { digests: new Map(), filesOf: () => [] };

/** Indexes all articles of a site. The pages are asked for twice: for their digests, and to be indexed. */
export async function indexSite(
  articles: readonly ArticlePlace[],
  options: {
    readonly htmlOf: (path: string) => string;
    readonly language: string;
    readonly write: (file: IndexFile) => void;
    readonly onProgress: (articles: number) => void;
  },
): Promise<void> {
  const searched = articles.map(({ path, date }) => ({
    path,
    month: monthOf(date),
    digest: searchedDigest(options.htmlOf(path)),
  }));
  await indexShards({ ...options, archive: archiveOf(searched), standing: NOTHING, onTotal() {} });
}

/**
 * Indexes articles that stand in a folder and writes the index beside them, for a site that Eleventy
 * wrote by itself. Returns the index's files; paths are relative to the folder.
 */
export async function writeSearchIndex(
  folder: string,
  articles: readonly ArticlePlace[],
  language: string,
): Promise<readonly string[]> {
  const written: string[] = [];
  await indexSite(articles, {
    htmlOf: pagesIn(folder),
    language,
    write({ path, bytes }) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
      written.push(path);
    },
    onProgress() {},
  });
  return written;
}

/** Returns what reads the pages of the site in a folder; that throws a `CliError` where the disk refuses. */
export function pagesIn(folder: string): (path: string) => string {
  return (path) => {
    const file = join(folder, path);
    return onDisk(file, () => readFileSync(file, "utf8"));
  };
}
