/** What is told of each article of a story: what it shares, who is new in it, and whether its day is a turning day? Stage 6. */
import type { ArticleEntry, CountedLink } from "../page-parts.ts";
import type { StoryPart } from "../page-subjects.ts";
import { groupBy } from "../text/grouping.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import type { PageContext } from "./context.ts";
import { commonOf } from "./related-here.ts";
import { daysBetween } from "./time-between.ts";
import type { ToldStory } from "./told-stories.ts";

/** After so many days without an article a story is taken up again. */
const QUIET_DAYS = 5;
/** Who is named again in so many later parts, and in half of them, comes in. */
const FEWEST_AGAIN = 2;
const MOST_ENTERING = 3;

/**
 * Returns the parts of a story in its order. Turning days are the day with the most articles (two or more; of equals the
 * first), days after five quiet ones or more, and days on which somebody is first named whom half of the parts that follow, and two at least,
 * name again.
 */
export function storyParts(
  { story, entries, paths }: ToldStory,
  context: PageContext,
): readonly StoryPart[] {
  const numbers = new Map(paths.map((path, index) => [path, index + 1]));
  const entering = enteringIn(paths, context);
  const busiest = busiestDay(entries);
  return story.members.flatMap((member, index): StoryPart[] => {
    const article = entries[index];
    if (article === undefined) return [];
    const copyOf = member.copyOf === undefined ? undefined : numbers.get(member.copyOf);
    return [
      {
        number: index + 1,
        article,
        file: member.article,
        common: commonOf(member.shared, context),
        byEditor: member.byEditor,
        ...(copyOf !== undefined && { copyOf }),
        turns: turnsOf(article, entries[index - 1], busiest, context.words),
        enters: entering.get(member.article) ?? [],
      },
    ];
  });
}

interface BusiestDay {
  readonly day: string;
  readonly count: number;
}

function busiestDay(entries: readonly ArticleEntry[]): BusiestDay | undefined {
  const days = groupBy(
    entries.flatMap(({ date }) => date ?? []),
    (date) => date,
  );
  if (days.size < 2) return undefined;
  let most: BusiestDay | undefined;
  for (const [day, { length }] of days) {
    if (length > (most?.count ?? 1)) most = { day, count: length };
  }
  return most;
}

/** Said of the first article of a day. */
function turnsOf(
  { date }: ArticleEntry,
  before: ArticleEntry | undefined,
  busiest: BusiestDay | undefined,
  words: InterfaceWords,
): readonly string[] {
  if (date === undefined || date === before?.date) return [];
  const gap = daysBetween(before?.date, date) ?? 0;
  return [
    ...(gap > QUIET_DAYS ? [words.say("story.quiet", { count: gap - 1 })] : []),
    ...(date === busiest?.day ? [words.say("story.busiest", { count: busiest.count })] : []),
  ];
}

/** By Markdown file: people and organisations that come in with it. */
function enteringIn(
  paths: readonly string[],
  context: PageContext,
): ReadonlyMap<string, readonly CountedLink[]> {
  const entering = new Map<string, readonly CountedLink[]>();
  const seen = new Set<string>();
  const named = (of: readonly string[]) =>
    [...context.names.counted("person", of), ...context.names.counted("organisation", of)].map(
      (link) => ({
        link,
        key: link.address ?? link.name,
      }),
    );
  /** In how many of the parts that follow. */
  const again = new Map(named(paths).map(({ link, key }) => [key, link.count]));
  for (const [index, path] of paths.entries()) {
    const later = paths.length - index - 1;
    const come = named([path]).flatMap(({ link, key }) => {
      const count = (again.get(key) ?? 0) - 1;
      again.set(key, count);
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew && count >= FEWEST_AGAIN && count * 2 >= later ? { ...link, count } : [];
    });
    if (index > 0 && come.length > 0)
      entering.set(path, come.sort((a, b) => b.count - a.count).slice(0, MOST_ENTERING));
  }
  return entering;
}
