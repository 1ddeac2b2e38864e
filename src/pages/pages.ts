/** Which pages does the site have, and what is each given? Stage 6: catalogue → page data. */
import type { FreeText, FrontMatter, MarkdownArticle } from "../model.ts";
import type { FreePage, Page, PagesByKind, SiteFrame } from "../page-model.ts";
import { directionOf } from "../text/direction.ts";
import { aboutPage } from "./about-page.ts";
import { articlePages } from "./article-pages.ts";
import type { PageContext } from "./context.ts";
import { extentOf, homePage } from "./home-page.ts";
import { indexPages } from "./index-pages.ts";
import { anniversaryPages } from "./on-this-day.ts";
import { periodPages } from "./period-pages.ts";
import { personPages } from "./person-pages.ts";
import { redirectPages } from "./redirect-pages.ts";
import { reviewPages } from "./review-page.ts";
import { storyPages } from "./story-pages.ts";
import { subjectPages } from "./subject-pages.ts";
import { timelinePages } from "./timeline-pages.ts";
import { toldStories } from "./told-stories.ts";

/** Pages that are text and nothing else. */
export interface PlainTexts {
  readonly freeTexts: readonly FreeText[];
  readonly withdrawn: readonly MarkdownArticle[];
}

/** Yields every page of the site; no two have one address. */
export function* allPages(context: PageContext, texts: PlainTexts): Generator<Page> {
  const taken = new Set<string>();
  for (const page of pagesWithContent(context, texts)) {
    taken.add(page.address);
    yield page;
  }
  yield* redirectPages(context, taken);
}

function* pagesWithContent(context: PageContext, texts: PlainTexts): Generator<Page> {
  const { freeTexts, withdrawn } = texts;
  const about = freeTexts.find(({ slug }) => slug === "about");
  yield homePage(context);
  yield* articlePages(context);
  yield* personPages(context);
  yield* subjectPages(context);
  yield* storyPages(context);
  yield* periodPages(context);
  yield* timelinePages(context);
  yield* anniversaryPages(context);
  yield* indexPages(context);
  yield aboutPage(context, about?.text);
  yield* reviewPages(context);
  yield { kind: "search", address: "/search/", title: "Search", articles: context.entries.length };
  for (const free of freeTexts) if (free !== about) yield freePage(free);
  for (const { front } of withdrawn) yield tombstone(front);
  yield NOT_FOUND;
}

/** People with pages up to which search has a filter of their names. */
const MOST_FILTERED_PEOPLE = 500;

/** Returns what every page shows around its content. */
export function siteFrame(context: PageContext): SiteFrame {
  const { settings, entries } = context;
  const years = extentOf(entries);
  const people = context.entities("person").filter(({ hasPage }) => hasPage).length;
  const articles = entries.length === 1 ? "1 article" : `${grouped(entries.length)} articles`;
  return {
    title: settings.title,
    ...(settings.description !== undefined && { description: settings.description }),
    language: settings.language,
    direction: directionOf(settings.language),
    ...(settings.url !== undefined && { url: settings.url }),
    extent: years === "" ? articles : `${articles}, ${years}`,
    filtersPeople: people <= MOST_FILTERED_PEOPLE,
    sections: SECTIONS.filter(
      ({ address }) =>
        (address !== STORIES || toldStories(context).length > 0) &&
        (address !== TIMELINE || context.events.pages.length > 0),
    ),
  };
}

/** Returns pages by kind, as the templates want them: topics, places and organisations together. */
export function byKind(pages: Iterable<Page>): PagesByKind {
  const kinds = {
    article: [],
    person: [],
    chapter: [],
    feed: [],
    subject: [],
    shelf: [],
    story: [],
    stories: [],
    period: [],
    timeline: [],
    anniversary: [],
    anniversaries: [],
    index: [],
    home: [],
    about: [],
    review: [],
    search: [],
    free: [],
    redirect: [],
  } as { -readonly [K in keyof PagesByKind]: Page[] };
  for (const page of pages) {
    const kind =
      page.kind === "topic" || page.kind === "place" || page.kind === "organisation"
        ? "subject"
        : page.kind;
    kinds[kind].push(page);
  }
  // each list has just been given pages of its own kind only
  return kinds as PagesByKind;
}

const STORIES = "/stories/";
const TIMELINE = "/timeline/";

const SECTIONS: SiteFrame["sections"] = [
  { name: "Archive", address: "/archive/" },
  { name: "Timeline", address: TIMELINE },
  { name: "People", address: "/people/" },
  { name: "Topics", address: "/topics/" },
  { name: "Stories", address: STORIES },
  { name: "Places", address: "/places/" },
  { name: "Organisations", address: "/organisations/" },
  { name: "Search", address: "/search/" },
  { name: "About", address: "/about/" },
];

const NOT_FOUND: FreePage = {
  kind: "free",
  address: "/404.html",
  title: "Not here",
  unlisted: true,
  text: "There is nothing at this address. It may have been mistyped, or the page was never in the archive.",
};

function freePage({ slug, title, text }: FreeText): FreePage {
  return { kind: "free", address: `/${slug}/`, title, text };
}

/** What is left of a withdrawn article: that it was here, and the editor's reason. */
function tombstone({ address, withdrawn = "" }: FrontMatter): FreePage {
  return {
    kind: "free",
    address,
    title: "Withdrawn",
    text: `This article was withdrawn: ${withdrawn}`,
  };
}

/** 8412 → 8,412. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
