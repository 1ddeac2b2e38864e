/** What stands around every page, and how do pages go to the templates? Stage 6. */
import { entityCounts } from "../catalog/reading-entities.ts";
import { storySlugs } from "../catalog/told.ts";
import type { Page, PagesByKind, SiteFrame } from "../page-model.ts";
import { directionOf } from "../text/direction.ts";
import type { PageContext } from "./context.ts";
import { extentOf } from "./home-page.ts";

/** People with pages up to which search has a filter of their names. */
const MOST_FILTERED_PEOPLE = 500;

/** Returns what every page shows around its content. */
export function siteFrame(context: PageContext): SiteFrame {
  const { settings, database, events } = context;
  const { withPage: people } = entityCounts(database, "person");
  return {
    title: settings.title,
    ...(settings.description !== undefined && { description: settings.description }),
    language: settings.language,
    direction: directionOf(settings.language),
    speech: context.words.speech,
    ...(settings.url !== undefined && { url: settings.url }),
    extent: extentOf(context),
    filtersPeople: people <= MOST_FILTERED_PEOPLE,
    sections: SECTIONS.map(({ section, address }) => ({
      name: context.words.say(section),
      address,
    })).filter(
      ({ address }) =>
        (address !== STORIES || storySlugs(database).length > 0) &&
        (address !== TIMELINE || events.deeds().length > 0),
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

const SECTIONS = [
  { section: "section.archive", address: "/archive/" },
  { section: "section.timeline", address: TIMELINE },
  { section: "section.people", address: "/people/" },
  { section: "section.topics", address: "/topics/" },
  { section: "section.stories", address: STORIES },
  { section: "section.places", address: "/places/" },
  { section: "section.organisations", address: "/organisations/" },
  { section: "section.search", address: "/search/" },
  { section: "section.about", address: "/about/" },
] as const;
