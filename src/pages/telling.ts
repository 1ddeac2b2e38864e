/** From what is the page of a name made: from all its articles, or, of a long one, from what its years come to? Stage 6. */
import type { Chapter } from "../catalog/chapters.ts";
import type { Named } from "../catalog/entities.ts";
import type { NamedDay } from "../catalog/reading-entities.ts";
import type { Entity } from "../model.ts";
import type {
  ArticleEntry,
  CountedLink,
  Portion,
  QuotationEntry,
  SentenceEntry,
} from "../page-parts.ts";
import type { Peak } from "../page-subjects.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import { chapterAddress, labelOf } from "./chapter-periods.ts";
import type { PageContext } from "./context.ts";
import {
  type ArticleAt,
  type FoundArticle,
  type FoundHere,
  findingsOf,
  type Listing,
} from "./findings.ts";
import type { Where } from "./name-lookup.ts";
import { joinedSums, type NameSum, type RowCount, sumOf } from "./name-sums.ts";
import { longTimeline, type OwnTimeline, ownTimeline } from "./own-timelines.ts";
import { entityAddress } from "./page-addresses.ts";
import { portion } from "./portions.ts";
import { Recent } from "./recent.ts";
import { articlesOf } from "./topic-tree.ts";

/** What a page shows of a name. */
export interface Telling {
  readonly sum: NameSum;
  readonly days: readonly NamedDay[];
  readonly said: Portion<QuotationEntry>;
  readonly saidAbout: Portion<QuotationEntry>;
  readonly mentioned: Portion<SentenceEntry>;
  readonly remarked: Portion<ArticleEntry>;
  /** All articles, newest first; none of a long name, whose years list them. */
  readonly found: readonly FoundArticle[];
  /** The years of a long name, in the order of time. */
  readonly years: readonly Chapter[];
  readonly timeline: OwnTimeline | undefined;
  /** Returns one of its articles by its Markdown file, read once. */
  readonly articleAt: ArticleAt;
}

/** Returns what is shown of a name. `most`: rows of each list on the page of a long name. */
export function tellingOf(
  entity: Entity,
  { listing, most }: { readonly listing: Listing; readonly most: number },
  context: PageContext,
): Telling {
  if (context.names.chapter(entity, "") !== undefined)
    return longTelling(entity, { listing, most }, context);
  const found = foundIn(entity, {}, listing, context);
  const sum = sumOf(found, listing, context);
  const { said, saidAbout, mentioned } = findingsOf(found.map((one) => one.found));
  const byPath = new Map(found.map((one) => [one.appearance.article, one]));
  return {
    sum,
    days: context.names.days(entity),
    said: portion(said, said.length),
    saidAbout: portion(saidAbout, saidAbout.length),
    mentioned: portion(mentioned, mentioned.length),
    remarked: remarkedOf(sum, context),
    found,
    years: [],
    timeline: ownTimeline(entity, found.map(({ appearance }) => appearance).reverse(), context),
    articleAt: (path) => byPath.get(path),
  };
}

/** Returns articles of a name, newest first, with what each has to show. */
export function foundIn(
  named: Named,
  where: Where,
  listing: Listing,
  context: PageContext,
): readonly FoundArticle[] {
  return articlesOf(named, context, where)
    .map((article) => ({ ...article, found: listing.find(article.appearance, context) }))
    .reverse();
}

function longTelling(
  entity: Entity,
  { listing, most }: { readonly listing: Listing; readonly most: number },
  context: PageContext,
): Telling {
  const chapters = context.names.chaptersIn(entity, "");
  const sum = sumOfChapters(
    entity,
    chapters.map(({ period }) => period),
    context,
  );
  const read = new Recent<FoundArticle | undefined>();
  const articleAt: ArticleAt = (path) =>
    read.get(path, () => foundIn(entity, { article: path }, listing, context)[0]);
  const rows = <Row>(count: RowCount, of: (found: FoundHere) => readonly Row[]): readonly Row[] =>
    count.newest
      .flatMap(([path]) => {
        const here = articleAt(path);
        return here === undefined ? [] : of(here.found);
      })
      .slice(0, most);
  return {
    sum,
    days: context.names.days(entity),
    said: {
      shown: [
        ...rows(sum.saidFirst, ({ saidFirst }) => saidFirst),
        ...rows(sum.said, ({ said }) => said),
      ].slice(0, most),
      total: sum.saidFirst.total + sum.said.total,
    },
    saidAbout: {
      shown: rows(sum.saidAbout, ({ saidAbout }) => saidAbout),
      total: sum.saidAbout.total,
    },
    mentioned: {
      shown: rows(sum.mentioned, ({ mentioned }) => mentioned),
      total: sum.mentioned.total,
    },
    remarked: remarkedOf(sum, context),
    found: [],
    years: chapters,
    timeline: longTimeline(entity, context),
    articleAt,
  };
}

/** Returns links to chapters, marked where more was printed than usual. */
export function linksTo(
  { kind, slug }: Named,
  chapters: readonly Chapter[],
  words: InterfaceWords,
  peaks: readonly Peak[] = [],
): (CountedLink & { readonly peak?: true })[] {
  return chapters.map(({ period, articles }) => ({
    name: labelOf(period, words),
    address: chapterAddress(entityAddress(kind, slug), period),
    count: articles,
    ...(peaks.some((peak) => peak.period === period) && { peak: true as const }),
  }));
}

/** Returns what chapters, given in the order of time, come to together. */
export function sumOfChapters(
  named: Named,
  periods: readonly string[],
  context: PageContext,
): NameSum {
  // `chapterPages` put them in
  return joinedSums(
    periods.toReversed().map((period) => context.names.sum(named, period) as NameSum),
  );
}

function remarkedOf({ remarked }: NameSum, context: PageContext): Portion<ArticleEntry> {
  return {
    shown: remarked.newest.map(([path]) => context.articles.entry(path)),
    total: remarked.total,
  };
}
