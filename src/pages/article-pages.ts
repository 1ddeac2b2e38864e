/** What does an article's page show? Stage 6. */
import type { Appearance, ArchiveArticle, EntityKind, FrontMatter } from "../model.ts";
import type { ArticlePage } from "../page-model.ts";
import type { CitedArticle, CountedLink, PersonHere, TopicHere } from "../page-parts.ts";
import { SentenceFinder } from "../text/anchors.ts";
import { dayOf, timeLabel } from "../text/dates.ts";
import { directionOf } from "../text/direction.ts";
import { bodyStartOf } from "../text/document.ts";
import { utterancesOf } from "../text/utterances.ts";
import { versionsHere } from "./article-versions.ts";
import type { PageContext } from "./context.ts";
import { mapOf } from "./maps.ts";
import { marksOf } from "./marks.ts";
import { quotationsHere } from "./quotations-here.ts";
import { relatedHere, storyHere } from "./related-here.ts";
import { speakerLinks } from "./speakers.ts";

/** Returns the page of the article of a Markdown file. */
export function articlePageOf(path: string, context: PageContext): ArticlePage {
  const { previous, next } = context.articles.neighbours(path);
  return articlePage(context.articles.article(path), context, {
    previous,
    next,
    story: storyHere(path, context),
  });
}

/** Dots on the map below an article. */
const MOST_ON_MAP = 15;

/** What stands before and after an article in the paper, and the story that it is a part of. */
interface Beside {
  readonly previous: CitedArticle | undefined;
  readonly next: CitedArticle | undefined;
  readonly story: ArticlePage["story"];
}

function articlePage(article: ArchiveArticle, context: PageContext, beside: Beside): ArticlePage {
  const { front, document } = article;
  const appearances = context.names.appearancesIn(article.path);
  const bodyStart = bodyStartOf(front);
  const utterances = utterancesOf(document, article.annotations.quotations);
  const speakers = speakerLinks(article.annotations.people, appearances, context);
  const places = appearances.filter(({ kind }) => kind === "place");
  const counts = new Map(places.map(({ slug, mentions }) => [slug, mentions.length]));
  const map = mapOf(counts, context, { most: MOST_ON_MAP, size: "note" });
  return {
    kind: "article",
    address: article.address,
    title: front.headline,
    headline: front.headline,
    ...(front.standfirst !== undefined && { standfirst: front.standfirst }),
    ...(front.section !== undefined && { section: front.section }),
    ...(article.publisher !== undefined && { publisher: { name: article.publisher } }),
    ...dateFields(article, context),
    byline: front.byline ?? [],
    ...(front.agency !== undefined && { agency: front.agency }),
    ...(front.dateline !== undefined && { dateline: front.dateline }),
    language: document.language,
    direction: directionOf(document.language),
    body: article.body,
    marks: marksOf(article, appearances, { context, bodyStart, utterances, speakers }),
    people: peopleHere(article, appearances, context),
    quotations: quotationsHere(
      document.text,
      utterances.filter(({ pieces }) => pieces[0].start >= bodyStart),
      speakers,
    ),
    organisations: countedHere("organisation", appearances, context),
    places: countedHere("place", appearances, context),
    ...(map !== undefined && { map }),
    topics: topicsHere(article, appearances, context),
    days: daysOf(article, context),
    printed: printedLines(front),
    kept: front.kept ?? [],
    removed: front.removed ?? [],
    ...(front.source !== undefined && { source: front.source }),
    ...(front.original !== undefined && { original: front.original }),
    keywords: front.keywords ?? [],
    ...(front.modified !== undefined && { modifiedLabel: momentLabel(front.modified, context) }),
    versions: versionsHere(article.versions ?? []),
    ...(front.note !== undefined && { note: front.note }),
    ...(front.correction !== undefined && { correction: front.correction }),
    related: relatedHere(article.path, context),
    ...(beside.story !== undefined && { story: beside.story }),
    ...(beside.previous !== undefined && { previous: beside.previous }),
    ...(beside.next !== undefined && { next: beside.next }),
    sortKey: article.sortKey,
  };
}

function printedLines({ printed }: FrontMatter): ArticlePage["printed"] {
  return (["published", "byline"] as const).flatMap((kind) => {
    const text = printed?.[kind];
    return text === undefined ? [] : [{ kind, text }];
  });
}

function dateFields(article: ArchiveArticle, context: PageContext) {
  const { published, zone, printed } = article.front;
  if (published === undefined) return { dateLabel: context.words.say("time.undated") };
  const time = timeLabel(published);
  const day = context.print.dayAddress(dayOf(published));
  const label = context.words.dates.date(published);
  return {
    date: published,
    dateLabel: label,
    ...(time !== undefined && { timeLabel: context.words.figures(time) }),
    ...(zone !== undefined && { zone }),
    ...(printed?.published !== undefined && { datePrinted: printed.published }),
    ...(day !== undefined && { day: { name: label, address: day } }),
  };
}

function momentLabel(value: string, { words }: PageContext): string {
  const time = timeLabel(value);
  const day = words.dates.date(value);
  return time === undefined ? day : words.say("article.time", { day, time: words.figures(time) });
}

function peopleHere(
  article: ArchiveArticle,
  appearances: readonly Appearance[],
  context: PageContext,
): PersonHere[] {
  return ofKind("person", appearances)
    .sort(byFirstMention)
    .map((appearance) => ({
      ...context.names.link(appearance),
      roles: distinctBy(
        appearance.roles.map(({ title, sentence }) => ({
          title,
          address: `${article.address}#${sentence.anchor}`,
        })),
        ({ title }) => title.toLowerCase(),
      ),
      mentions: appearance.mentions.length,
      quotations: appearance.quotations.length,
      byEditor: appearance.byEditor,
    }));
}

function countedHere(
  kind: EntityKind,
  appearances: readonly Appearance[],
  context: PageContext,
): CountedLink[] {
  return ofKind(kind, appearances)
    .sort(byFirstMention)
    .map((appearance) => ({
      ...context.names.link(appearance),
      count: appearance.mentions.length,
    }));
}

function topicsHere(
  article: ArchiveArticle,
  appearances: readonly Appearance[],
  context: PageContext,
): TopicHere[] {
  const strongestFirst = article.annotations.topics.map(({ label }) => label);
  const rank = ({ printed }: Appearance): number => strongestFirst.indexOf(printed) + 1 || Infinity;
  return ofKind("topic", appearances)
    .sort((a, b) => rank(a) - rank(b))
    .map((appearance) => ({
      ...context.names.link(appearance),
      because: distinctBy(
        appearance.mentions.map(({ start, end }) => article.document.text.slice(start, end)),
        (words) => words.toLowerCase(),
      ),
    }));
}

/** The days, months and years that the article speaks of, each once, in the order of time. */
function daysOf(article: ArchiveArticle, context: PageContext): ArticlePage["days"] {
  const finder = new SentenceFinder(article.document, article.annotations.sentences);
  const days = article.annotations.times.flatMap((timex) => {
    const value = /^\d{4}(-\d\d(-\d\d)?)?(?=T|$)/.exec(timex.value)?.[0];
    const sentence = finder.cite(timex);
    if (
      timex.type === "DURATION" ||
      timex.type === "SET" ||
      value === undefined ||
      sentence === undefined
    )
      return [];
    const day = context.print.dayAddress(value);
    return {
      value,
      label: context.words.dates.date(value),
      words: article.document.text.slice(timex.start, timex.end),
      address: `${article.address}#${sentence.anchor}`,
      ...(day !== undefined && { day }),
    };
  });
  return distinctBy(days, ({ value }) => value).sort((a, b) => (a.value < b.value ? -1 : 1));
}

function ofKind(kind: EntityKind, appearances: readonly Appearance[]): Appearance[] {
  return appearances.filter((appearance) => appearance.kind === kind);
}

function byFirstMention(a: Appearance, b: Appearance): number {
  const position = ({ mentions }: Appearance): number =>
    mentions[0]?.start ?? Number.MAX_SAFE_INTEGER;
  return position(a) - position(b);
}

function distinctBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const item of items) if (!seen.has(keyOf(item))) seen.set(keyOf(item), item);
  return [...seen.values()];
}
