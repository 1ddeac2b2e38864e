/** Which article belongs to which source, when sources have been changed, moved, copied and deleted? Stage 3. */
import type { FrontMatter, MarkdownArticle } from "../model.ts";
import { sourceName } from "../text/source-name.ts";

/** A source as it lies there now, without its text. */
export interface SourceDigest {
  /** See `sourceName`. */
  readonly name: string;
  readonly sha256: string;
}

/** An article that stands, without its text; of a file that cannot be read, what its copy says. */
export type Standing = Pick<MarkdownArticle, "path" | "front" | "imported">;

/** The articles that stand, each with its source as far as there is one. */
export interface SourceMatch {
  /** By the name of the source. */
  readonly articles: ReadonlyMap<string, Standing>;
  /** By hash: the source that stands for all with the same bytes. */
  readonly holders: ReadonlyMap<string, string>;
  /** Articles whose source is nowhere to be found. */
  readonly gone: readonly Standing[];
}

/** Returns which source an article was made from; where its editor has deleted that line, the copy tells. */
export function sourceOf({ front, imported }: Standing): FrontMatter["source"] {
  return front.source ?? imported?.source;
}

/** Returns the name of the source that an article was made from, if it was made from any. */
export function nameOfSource(article: Standing): string | undefined {
  const source = sourceOf(article);
  return source && sourceName(source.file, source.item);
}

/**
 * Matches articles and sources. A source under its old name with its old hash comes first; then one with the hash of an
 * article whose own source is not there any more as it was (it has moved); then one under an article's name
 * (it has changed). So two files that change places keep each its article, and a new file in an old one's
 * place gets an article of its own. Of several sources with one hash the one that has an article holds it.
 */
export function matchSources(
  standing: readonly Standing[],
  sources: readonly SourceDigest[],
): SourceMatch {
  const byName = new Map<string, Standing>();
  for (const article of standing) {
    const name = nameOfSource(article);
    if (name !== undefined && !byName.has(name)) byName.set(name, article);
  }
  const articles = new Map<string, Standing>();
  const taken = new Set<Standing>();
  const take = (name: string, article: Standing | undefined): void => {
    if (article === undefined || taken.has(article) || articles.has(name)) return;
    articles.set(name, article);
    taken.add(article);
  };
  for (const { name, sha256 } of sources) {
    const article = byName.get(name);
    if (article !== undefined && sourceOf(article)?.sha256 === sha256) take(name, article);
  }
  const byHash = new Map<string, Standing>();
  for (const article of standing) {
    const sha256 = sourceOf(article)?.sha256;
    if (sha256 !== undefined && !taken.has(article) && !byHash.has(sha256)) {
      byHash.set(sha256, article);
    }
  }
  for (const { name, sha256 } of sources) take(name, byHash.get(sha256));
  for (const { name } of sources) take(name, byName.get(name));
  return {
    articles,
    holders: holdersOf(sources, articles),
    gone: standing.filter((article) => sourceOf(article) !== undefined && !taken.has(article)),
  };
}

function holdersOf(
  sources: readonly SourceDigest[],
  articles: ReadonlyMap<string, Standing>,
): ReadonlyMap<string, string> {
  const holders = new Map<string, string>();
  for (const { name, sha256 } of sources) {
    const holder = holders.get(sha256);
    const isSurer = holder !== undefined && !articles.has(holder) && articles.has(name);
    if (holder === undefined || isSurer) holders.set(sha256, name);
  }
  return holders;
}
