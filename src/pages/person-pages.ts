/** What does a person's page show? Stage 6. */
import type { Entity } from "../model.ts";
import type { FeedPage, PersonPage } from "../page-model.ts";
import type { TimelinePage } from "../page-time.ts";
import { reasonInWords } from "../text/page-reason.ts";
import { type PageContext, sentenceEntry } from "./context.ts";
import { coverageOf } from "./coverage.ts";
import { feedOf } from "./feeds.ts";
import { OF_PERSON } from "./findings.ts";
import { mapOf } from "./maps.ts";
import type { NameSum } from "./name-sums.ts";
import { entityAddress } from "./page-addresses.ts";
import { rolesOf } from "./person-roles.ts";
import { rulingsOn } from "./rulings.ts";
import { linksTo, tellingOf } from "./telling.ts";

/** Rows of each list on the page of a person whose years have pages of their own. */
const NEWEST = 20;
const MOST_COMPANY = 40;

/** Yields a person's page, the feed and the timeline. */
export function* personPages(
  entity: Entity,
  context: PageContext,
): Generator<PersonPage | FeedPage | TimelinePage> {
  const telling = tellingOf(entity, { listing: OF_PERSON, most: NEWEST }, context);
  if (telling.sum.articles === 0) return;
  const { sum, days, found, years, timeline, said, saidAbout, mentioned, remarked } = telling;
  const feed = feedOf(entity, telling, context);
  const map = mapOf(new Map(sum.names.place), context);
  yield {
    kind: "person",
    ...headOf(entity, entityAddress("person", entity.slug), context),
    ...latestRoleOf(entity.slug, context),
    remarked,
    roles: rolesOf(sum.roles, telling.articleAt, context),
    said,
    ...(timeline !== undefined && { timeline: timeline.cut }),
    saidAbout,
    mentioned,
    company: companyOf(sum, entity.slug, context),
    coverage: coverageOf(days, context),
    ...(map !== undefined && { map }),
    articles: {
      total: sum.articles,
      entries: found.map((one) => one.found.entry),
      parts: linksTo(entity, years, context.words).reverse(),
    },
    first: context.articles.entry(sum.first),
    last: context.articles.entry(sum.last),
    ...(feed !== undefined && { feed: feed.address }),
    rulings: rulingsOn(entity, [sum.last], context.words),
  };
  if (feed !== undefined) yield feed;
  if (timeline !== undefined) yield* timeline.pages;
}

/** What the archive and its editor know of a person, apart from articles. */
function headOf(entity: Entity, address: string, { words }: PageContext) {
  const { name, label, variants, note, sameAs = [], reason } = entity;
  return {
    address,
    title: label === undefined ? name : [name, label].join(words.say("list.comma")),
    name,
    ...(label !== undefined && { label }),
    variants,
    ...(note !== undefined && { note }),
    sameAs,
    reason: reasonInWords(reason, words),
  };
}

/** The role printed last, in the newest article that prints one. */
function latestRoleOf(slug: string, context: PageContext): Pick<PersonPage, "latestRole"> {
  const role = context.names.lastRole(slug);
  if (role === undefined) return {};
  const { title, sentence, article } = role;
  return {
    latestRole: { title, sentence: sentenceEntry(context.articles.cited(article), sentence) },
  };
}

function companyOf({ names }: NameSum, slug: string, context: PageContext): PersonPage["company"] {
  const tally = new Map(names.person);
  tally.delete(slug);
  return { shown: context.names.mostCounted("person", tally, MOST_COMPANY), total: tally.size };
}
