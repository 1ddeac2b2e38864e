/** Which articles are searched, by month? Stage 8: what indexing asks of the catalogue, or of a list. */
import { byBytes } from "../text/fold.ts";
import { type MonthSpan, UNDATED } from "./shards.ts";

/** An article whose page is searched. */
export interface SearchedArticle {
  /** Its page, relative to the site's folder: `2022/01/26/x/index.html`. */
  readonly path: string;
  /** When it was printed (`monthOf`): `2022-01`, or `UNDATED`. */
  readonly month: string;
  /** Of what of its page is searched (`searchedDigest`). */
  readonly digest: string;
}

/** All articles that are searched; never held in memory together. */
export interface SearchedArchive {
  /** Returns how many there are in each month. */
  readonly counts: () => ReadonlyMap<string, number>;
  /** Yields those of a span, or those undated, in the order of the bytes of their paths. */
  readonly articles: (span?: MonthSpan) => Iterable<SearchedArticle>;
  /** Months in which an article came, went or changed since the shards were indexed; where it is not known, all are looked at. */
  readonly changedMonths?: ReadonlySet<string>;
}

/** Returns an archive of articles in a list, for one that is small or is built whole. */
export function archiveOf(articles: readonly SearchedArticle[]): SearchedArchive {
  const byMonth = Map.groupBy(articles, ({ month }) => month);
  return {
    counts: () => new Map([...byMonth].map(([month, { length }]) => [month, length])),
    articles: (span) =>
      [...byMonth.entries()]
        .filter(([month]) => isWithin(month, span))
        .flatMap(([, within]) => within)
        .sort((a, b) => byBytes(a.path, b.path)),
  };
}

/** Whether a month lies in a span; the undated lie in none. */
export function isWithin(month: string, span: MonthSpan | undefined): boolean {
  if (span === undefined) return month === UNDATED;
  return span.from <= month && month <= span.to;
}
