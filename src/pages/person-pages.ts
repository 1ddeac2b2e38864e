/** What does a person's page show? Stage 6. */
import type { Appearance, Entity } from "../model.ts";
import type { ChapterPage, FeedPage, PersonPage } from "../page-model.ts";
import type { TimelinePage } from "../page-time.ts";
import { chaptersOf, isLong, portion } from "./chapters.ts";
import { type PageContext, sentenceEntry } from "./context.ts";
import { coverageOf } from "./coverage.ts";
import { feedOf } from "./feeds.ts";
import { OF_PERSON } from "./findings.ts";
import { mapOf } from "./maps.ts";
import { entityAddress } from "./page-addresses.ts";
import { rolesOf } from "./person-roles.ts";
import { remarkedOf } from "./remarked.ts";
import { rulingsOn } from "./rulings.ts";
import { ownTimeline } from "./timeline-pages.ts";

/** Rows of each list on the page of a person whose years have pages of their own. */
const NEWEST = 20;
const MOST_COMPANY = 40;

/** Yields a person's page, the pages of years that are too long for it, the feed and the timeline. */
export function* personPages(
  entity: Entity,
  context: PageContext,
): Generator<PersonPage | ChapterPage | FeedPage | TimelinePage> {
  const oldestFirst = context.names.appearances("person", entity.slug);
  const newestFirst = [...oldestFirst].reverse();
  const { entries, ...lists } = OF_PERSON.find(newestFirst, context);
  const [last] = entries;
  const first = entries.at(-1);
  if (first === undefined || last === undefined) return;
  const owner = { name: entity.name, address: entityAddress("person", entity.slug) };
  const long = isLong(newestFirst, OF_PERSON, context);
  const { parts, pages } = long
    ? chaptersOf(newestFirst, owner, OF_PERSON, context)
    : { parts: [], pages: [] };
  const most = long ? NEWEST : Number.POSITIVE_INFINITY;
  const feed = feedOf(newestFirst, owner, context);
  const timeline = ownTimeline("person", owner, oldestFirst, context);
  const map = mapOf(
    context.names.tally(
      "place",
      newestFirst.map(({ article }) => article),
    ),
    context,
  );
  yield {
    kind: "person",
    ...headOf(entity, owner.address),
    ...latestRoleOf(entity.slug, context),
    remarked: remarkedOf(entries),
    roles: rolesOf(newestFirst, context),
    said: portion(lists.said, most),
    ...(timeline !== undefined && { timeline: timeline.cut }),
    saidAbout: portion(lists.saidAbout, most),
    mentioned: portion(lists.mentioned, most),
    company: companyOf(newestFirst, entity.slug, context),
    coverage: coverageOf(entries, context),
    ...(map !== undefined && { map }),
    articles: { total: entries.length, entries: long ? [] : entries, parts },
    first,
    last,
    ...(feed !== undefined && { feed: feed.address }),
    rulings: rulingsOn(
      entity,
      newestFirst.map(({ article }) => article),
    ),
  };
  yield* pages;
  if (feed !== undefined) yield feed;
  if (timeline !== undefined) yield* timeline.pages;
}

/** What the archive and its editor know of a person, apart from articles. */
function headOf(entity: Entity, address: string) {
  const { name, label, variants, note, sameAs = [], reason } = entity;
  return {
    address,
    title: label === undefined ? name : `${name}, ${label}`,
    name,
    ...(label !== undefined && { label }),
    variants,
    ...(note !== undefined && { note }),
    sameAs,
    reason,
  };
}

/** The role printed last, in the newest article that prints one. */
function latestRoleOf(slug: string, context: PageContext): Pick<PersonPage, "latestRole"> {
  const role = context.names.lastRole(slug);
  if (role === undefined) return {};
  const { title, sentence, article } = role;
  return {
    latestRole: { title, sentence: sentenceEntry(context.articles.entry(article), sentence) },
  };
}

function companyOf(
  appearances: readonly Appearance[],
  slug: string,
  context: PageContext,
): PersonPage["company"] {
  const paths = appearances.map(({ article }) => article);
  const tally = new Map(context.names.tally("person", paths));
  tally.delete(slug);
  return { shown: context.names.mostCounted("person", tally, MOST_COMPANY), total: tally.size };
}
