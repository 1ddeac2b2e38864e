/** Which article belongs to which source, when sources have been changed, moved, copied and deleted? Stage 3. */

/** A source as it lies there now, without its text. */
export interface SourceDigest {
  /** See `sourceName`. */
  readonly name: string;
  readonly sha256: string;
}

/** An article that stands, with the source that it was made from if it was made from any. */
export interface Standing {
  readonly path: string;
  readonly source?: SourceDigest;
}

/** Articles that stand, each with its source as far as there is one. */
export interface SourceMatch {
  /** Paths of articles by the name of the source. */
  readonly articles: ReadonlyMap<string, string>;
  /** By hash: the source that stands for all with the same bytes. */
  readonly holders: ReadonlyMap<string, string>;
  /** Paths of articles whose source is nowhere to be found. */
  readonly gone: readonly string[];
}

/**
 * Matches articles and sources. A source under its old name with its old hash comes first; then one with the hash of an
 * article whose own source is not there any more as it was (it has moved); then one under an article's name
 * (it has changed). So two files that change places keep each its article, and a new file in an old one's
 * place gets an article of its own. Of several sources with one hash the one that has an article holds it. What shares neither
 * name nor hash with others, by however many steps, can be matched apart from them.
 */
export function matchSources(
  standing: readonly Standing[],
  sources: readonly SourceDigest[],
): SourceMatch {
  const byName = new Map<string, Standing>();
  for (const article of standing) {
    const name = article.source?.name;
    if (name !== undefined && !byName.has(name)) byName.set(name, article);
  }
  const articles = new Map<string, string>();
  const taken = new Set<Standing>();
  const take = (name: string, article: Standing | undefined): void => {
    if (article === undefined || taken.has(article) || articles.has(name)) return;
    articles.set(name, article.path);
    taken.add(article);
  };
  for (const { name, sha256 } of sources) {
    const article = byName.get(name);
    if (article !== undefined && article.source?.sha256 === sha256) take(name, article);
  }
  const byHash = new Map<string, Standing>();
  for (const article of standing) {
    const sha256 = article.source?.sha256;
    if (sha256 !== undefined && !taken.has(article) && !byHash.has(sha256)) {
      byHash.set(sha256, article);
    }
  }
  for (const { name, sha256 } of sources) take(name, byHash.get(sha256));
  for (const { name } of sources) take(name, byName.get(name));
  return {
    articles,
    holders: holdersOf(sources, articles),
    gone: standing
      .filter((article) => article.source !== undefined && !taken.has(article))
      .map(({ path }) => path),
  };
}

function holdersOf(
  sources: readonly SourceDigest[],
  articles: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const holders = new Map<string, string>();
  for (const { name, sha256 } of sources) {
    const holder = holders.get(sha256);
    const isSurer = holder !== undefined && !articles.has(holder) && articles.has(name);
    if (holder === undefined || isSurer) holders.set(sha256, name);
  }
  return holders;
}
