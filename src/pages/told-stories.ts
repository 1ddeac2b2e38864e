/** How does a story stand in a list: its title, when it went on, who is in it? Stage 6. */
import { dropStoryRow, putStoryRow, storyRows } from "../catalog/index-rows.ts";
import type { EntityKind } from "../model.ts";
import type { ArticleEntry, CountedLink } from "../page-parts.ts";
import type { StoryRow, StoryTitle } from "../page-subjects.ts";
import type { Story } from "../story-model.ts";
import { byCodeUnits } from "../text/fold.ts";
import type { PageContext } from "./context.ts";

const MOST_NAMES = 4;

/** A story with its row and its articles. */
export interface ToldStory {
  readonly story: Story;
  readonly row: StoryRow;
  /** In the order of the story. */
  readonly entries: readonly ArticleEntry[];
  readonly paths: readonly string[];
}

/** A story as the lists of all stories have it. */
export interface ListedStory {
  readonly row: StoryRow;
  /** The day of its first article as far as it is known; empty where it is not. */
  readonly begun: string;
}

/** Returns the archive's stories, as they were kept before, those that began last first. */
export function listedStories(context: PageContext): readonly ListedStory[] {
  context.readings.note("story-rows");
  // `keptStory` put them there
  return storyRows(context.database) as readonly ListedStory[];
}

/** Keeps for the lists how a story stands in them, or that it is told no more. Returns the story. */
export function keptStory(slug: string, context: PageContext): ToldStory | undefined {
  const told = storyAt(slug, context);
  if (told === undefined) dropStoryRow(context.database, slug);
  else putStoryRow(context.database, { slug, begun: told.entries[0]?.date ?? "" }, told.row);
  return told;
}

/** Orders stories: those that began last first. */
export function lastFirst(a: ToldStory, b: ToldStory): number {
  return (
    byCodeUnits(b.entries[0]?.date ?? "", a.entries[0]?.date ?? "") ||
    byCodeUnits(a.story.slug, b.story.slug)
  );
}

/** Returns a story as it is told; undefined where there is none of that slug. */
function storyAt(slug: string, context: PageContext): ToldStory | undefined {
  const story = context.articles.story(slug);
  return story && toldStory(story, context);
}

/** Returns the story that an article is in. */
export function storyOfArticle(path: string, context: PageContext): ToldStory | undefined {
  const slug = context.articles.storyOf(path);
  return slug === undefined ? undefined : storyAt(slug, context);
}

/** Returns the address of a story's page. */
export function storyAddress(slug: string): string {
  return `/stories/${slug}/`;
}

/** Returns a story as it is told. */
export function toldStory(story: Story, context: PageContext): ToldStory {
  const paths = story.members.map(({ article }) => article);
  const entries = paths.map((path) => context.articles.entry(path));
  const row: StoryRow = {
    ...titleOf(story, context),
    count: paths.length,
    extent: extentOf(entries, context),
    names: namesOf(paths, context),
  };
  return { story, row, entries, paths };
}

function titleOf({ title, central, slug }: Story, context: PageContext): StoryTitle {
  const address = storyAddress(slug);
  if (title !== undefined) return { name: title, address };
  const { headline, language, direction } = context.articles.entry(central);
  return { name: headline, address, headlineIn: { language, direction } };
}

function extentOf(entries: readonly ArticleEntry[], { words }: PageContext): string {
  const dates = entries.flatMap(({ date }) => date ?? []);
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return words.say("time.undated");
  return words.dates.range(first, last);
}

/** Names in half of the articles or more; people first, for they are whom a story is told of. */
function namesOf(paths: readonly string[], context: PageContext): readonly CountedLink[] {
  const inMost = (kind: EntityKind) =>
    context.names.counted(kind, paths).filter(({ count }) => count * 2 >= paths.length);
  return [...inMost("person"), ...inMost("organisation"), ...inMost("place")].slice(0, MOST_NAMES);
}
