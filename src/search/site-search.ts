/** How is a site indexed, or its index left as it stands, where nothing is known of the build before? Stage 8. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
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
    htmlOf: (path) => readFileSync(join(folder, path), "utf8"),
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

/** Yields the files of the index that stands in a site's folder, for a build that leaves it as it is; none where there is none. */
export function* standingIndex(folder: string): Generator<IndexFile> {
  const root = join(folder, "pagefind");
  if (!existsSync(root)) return;
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) {
    yield { path: relative(folder, file).split(sep).join("/"), bytes: readFileSync(file) };
  }
}
