/** Which indexes does the archive need, and which of them stand already? Stage 8, for a whole archive. */
import { createHash } from "node:crypto";
import {
  closePagefind,
  type IndexedPage,
  type IndexFile,
  indexPages,
  indexSetup,
  type PagefindFiles,
} from "./pagefind-index.ts";
import { isWithin, type SearchedArchive } from "./searched-archive.ts";
import { cutShards, type Shard } from "./shards.ts";

/** What is kept of a shard from one build to the next. */
export interface ShardRecord {
  readonly name: string;
  /** Of the setup and of each record's path and searched part. */
  readonly digest: string;
  /** Its files, relative to the site's folder, sorted. */
  readonly files: readonly string[];
}

/** What stands from the build before. */
export interface StandingShards {
  /** Digests by name. */
  readonly digests: ReadonlyMap<string, string>;
  readonly filesOf: (name: string) => readonly string[];
}

/** What indexing works on. */
export interface ShardsInput {
  readonly archive: SearchedArchive;
  /** Returns an article's page by its file; asked for one at a time, and only where it is indexed. */
  readonly htmlOf: (path: string) => string;
  readonly standing: StandingShards;
  /** Of the archive; words are stemmed as in it. */
  readonly language: string;
  /** Returns an index that has been made elsewhere of a shard with a digest. */
  readonly indexOf?: (shard: string, digest: string) => PagefindFiles | undefined;
  /** Takes a file of the site, as soon as it is made. */
  readonly write: (file: IndexFile) => void;
  /** Told once, before the first page, how many articles are in the shards to index. */
  readonly onTotal: (articles: number) => void;
  /** Told of each page that it is indexed. */
  readonly onProgress: (articles: number) => void;
}

/** What has become of the indexes. */
export interface ShardsReport {
  /** To be kept in place of the records of these names. */
  readonly indexed: readonly ShardRecord[];
  /** Names of shards that are no more; their records are to be dropped. */
  readonly dropped: readonly string[];
  /** Files of the site that belong to no index any more, sorted. */
  readonly remove: readonly string[];
  readonly shards: number;
}

/** Where the browser finds out which shards there are. */
const MANIFEST = "pagefind/shards.json";
/** The record of what is not in a shard: the manifest, script and wasm. No shard has this name. */
const SHARED = "shared";
/** Of a digest, those that tell the setup; the others tell the articles. */
const SETUP_DIGITS = 8;
const CONTENT_DIGITS = 24;

/**
 * Indexes the shards of an archive whose digest is not the standing one and writes their files below
 * `pagefind/`, each shard's in its own folder. Holds one page and one shard's index in memory. What stands
 * stays as it is until the caller removes what is to be removed, so that it may do so in one step.
 */
export async function indexShards(input: ShardsInput): Promise<ShardsReport> {
  const { standing } = input;
  const { shards, digests, changed } = lookAt(input);
  input.onTotal(changed.reduce((sum, { count }) => sum + count, 0));
  const indexed: ShardRecord[] = [];
  const shared = new Map<string, IndexFile>();
  try {
    for (const shard of changed) {
      const files = await filesOf(shard, digests.get(shard.name) ?? "", input);
      for (const file of files.own) input.write(inSite(file));
      for (const file of files.shared) shared.set(file.path, inSite(file));
      indexed.push({
        name: shard.name,
        digest: digests.get(shard.name) ?? "",
        files: files.own.map((file) => inSite(file).path),
      });
    }
  } finally {
    if (changed.length > 0) await closePagefind();
  }
  const around = writeShared(input, manifestOf(shards, digests), [...shared.values()]);
  if (around !== undefined) indexed.push(around);
  const kept = new Set([...digests.keys(), SHARED]);
  const dropped = [...standing.digests.keys()].filter((name) => !kept.has(name)).sort();
  return { indexed, dropped, remove: unneeded(indexed, dropped, standing), shards: shards.length };
}

/** What decides which shards there are, and which of them have to be indexed. */
type ShardsLookedAt = Pick<ShardsInput, "archive" | "standing" | "language">;

/** A shard that has to be indexed. */
export interface ChangedShard extends Shard {
  readonly digest: string;
  readonly pages: Iterable<IndexedPage>;
}

/** Returns the shards that `indexShards` would index, newest first, with their pages; nothing is indexed. */
export function changedShards(
  input: ShardsLookedAt & Pick<ShardsInput, "htmlOf">,
): readonly ChangedShard[] {
  const { changed, digests } = lookAt(input);
  const pagesOfShard = (shard: Shard) => pagesOf(shard, { ...input, onProgress() {} });
  return changed.map((shard) => ({
    ...shard,
    digest: digests.get(shard.name) ?? "",
    pages: pagesOfShard(shard),
  }));
}

function lookAt(input: ShardsLookedAt): {
  readonly shards: readonly Shard[];
  readonly digests: ReadonlyMap<string, string>;
  readonly changed: readonly Shard[];
} {
  const setup = indexSetup(input.language);
  const shards = cutShards(input.archive.counts());
  const digests = new Map(shards.map((shard) => [shard.name, digestOf(shard, input, setup)]));
  const { standing } = input;
  const changed = shards.filter(({ name }) => digests.get(name) !== standing.digests.get(name));
  return { shards, digests, changed };
}

async function filesOf(shard: Shard, digest: string, input: ShardsInput): Promise<PagefindFiles> {
  const made = input.indexOf?.(shard.name, digest);
  if (made === undefined)
    return await indexPages(pagesOf(shard, input), { ...shard, language: input.language });
  input.onProgress(shard.count);
  return made;
}

/** A shard in no month of which anything has changed is not read again. */
function digestOf(shard: Shard, { archive, standing }: ShardsLookedAt, setup: string): string {
  const start = sha256Of(setup).slice(0, SETUP_DIGITS);
  const known = standing.digests.get(shard.name);
  const { changedMonths } = archive;
  if (known?.startsWith(start) === true && changedMonths !== undefined) {
    if (![...changedMonths].some((month) => isWithin(month, shard.span))) return known;
  }
  const hash = createHash("sha256");
  for (const { path, digest } of archive.articles(shard.span)) hash.update(`${path}\0${digest}\n`);
  return start + hash.digest("hex").slice(0, CONTENT_DIGITS);
}

function* pagesOf(
  shard: Shard,
  input: Pick<ShardsInput, "archive" | "htmlOf" | "onProgress">,
): Generator<IndexedPage> {
  for (const { path } of input.archive.articles(shard.span)) {
    yield { path, html: input.htmlOf(path) };
    input.onProgress(1);
  }
}

/** One shard a line; at a million articles it has some five hundred. */
function manifestOf(shards: readonly Shard[], digests: ReadonlyMap<string, string>): string {
  const articles = shards.reduce((sum, { count }) => sum + count, 0);
  const lines = shards.map(({ name, count, printed }) =>
    JSON.stringify({
      name,
      ...printed,
      count,
      digest: (digests.get(name) ?? "").slice(SETUP_DIGITS),
    }),
  );
  return `{"articles":${articles},"shards":[\n${lines.join(",\n")}\n]}\n`;
}

/** Writes what all shards share, where it is not as it was, and returns the record of it. */
function writeShared(
  { standing, write }: ShardsInput,
  manifest: string,
  files: readonly IndexFile[],
): ShardRecord | undefined {
  for (const file of files) write(file);
  const digest = sha256Of(manifest).slice(0, SETUP_DIGITS + CONTENT_DIGITS);
  if (files.length === 0 && digest === standing.digests.get(SHARED)) return undefined;
  write({ path: MANIFEST, bytes: Buffer.from(manifest) });
  // where no shard was indexed, the files of the build before still stand
  const others = files.length > 0 ? files.map(({ path }) => path) : standing.filesOf(SHARED);
  return { name: SHARED, digest, files: [...new Set([...others, MANIFEST])].sort() };
}

function unneeded(
  indexed: readonly ShardRecord[],
  dropped: readonly string[],
  { filesOf }: StandingShards,
): readonly string[] {
  const left = indexed.flatMap(({ name, files }) => {
    const now = new Set(files);
    return filesOf(name).filter((file) => !now.has(file));
  });
  return [...left, ...dropped.flatMap((name) => filesOf(name))].sort();
}

function inSite({ path, bytes }: IndexFile): IndexFile {
  return { path: `pagefind/${path}`, bytes };
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
