/** Which article has which source, where something has changed? Between stages 1 and 3: by what is connected with the change, and no more. */

import { type ArticleFileRow, articleFilesOf, setMatched } from "./catalog/article-files.ts";
import {
  assignSource,
  type MatchSeed,
  nextMatchSeed,
  type SourceRow,
  settleMatch,
  sourceNamed,
  sourcesOfHash,
} from "./catalog/sources.ts";
import type { Database } from "./catalog/statements.ts";
import { byCodeUnits } from "./text/fold.ts";
import { matchSources, type Standing } from "./write/source-match.ts";

/**
 * Matches sources and articles anew wherever a name or hash was stirred (`stirMatch`). Each time all are matched that names and hashes
 * connect, which are a source and its article as a rule, so that the result is that of `matchSources` for the whole archive. A source that gets
 * another article, or another source to stand for it, is due.
 */
export function matchChanged(database: Database): void {
  for (let seed = nextMatchSeed(database); seed !== undefined; seed = nextMatchSeed(database)) {
    const { sources, articles, seen } = connectedWith(database, seed);
    const match = matchSources(articles.map(standingOf), sources);
    for (const { name, sha256 } of sources) {
      const [article, holder] = [match.articles.get(name), match.holders.get(sha256)];
      assignSource(database, name, {
        ...(article !== undefined && { article }),
        ...(holder !== undefined && holder !== name && { holder }),
      });
    }
    const gone = new Set(match.gone);
    for (const { path } of articles) setMatched(database, path, !gone.has(path));
    for (const one of seen) settleMatch(database, one);
  }
}

interface Connected {
  /** In the order in which an import reads them. */
  readonly sources: readonly SourceRow[];
  /** In the order of their paths, those that cannot be read last. */
  readonly articles: readonly ArticleFileRow[];
  readonly seen: Iterable<MatchSeed>;
}

function connectedWith(database: Database, seed: MatchSeed): Connected {
  const sources = new Map<string, SourceRow>();
  const articles = new Map<string, ArticleFileRow>();
  // grows while it is walked through
  const seen = new Set<MatchSeed>([seed]);
  for (const one of seen) {
    const value = one.slice(1);
    const isName = one.startsWith("n");
    const named = isName ? sourceNamed(database, value) : undefined;
    const found = isName ? (named ? [named] : []) : sourcesOfHash(database, value);
    for (const source of found) {
      sources.set(source.name, source);
      seen.add(`n${source.name}`).add(`h${source.sha256}`);
    }
    for (const article of articleFilesOf(database, isName ? "source" : "sha256", value)) {
      articles.set(article.path, article);
      if (article.source !== undefined) seen.add(`n${article.source}`);
      if (article.sha256 !== undefined) seen.add(`h${article.sha256}`);
    }
  }
  return {
    sources: [...sources.values()].sort(
      (a, b) => byCodeUnits(a.path, b.path) || a.number - b.number,
    ),
    articles: [...articles.values()].sort(
      (a, b) => Number(b.isReadable) - Number(a.isReadable) || byCodeUnits(a.path, b.path),
    ),
    seen,
  };
}

function standingOf({ path, source, sha256 }: ArticleFileRow): Standing {
  if (source === undefined || sha256 === undefined) return { path };
  return { path, source: { name: source, sha256 } };
}
