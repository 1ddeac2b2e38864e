/** What is known of a subject, who speaks in its articles, and which stories are about it? Stage 6. */
import type { Entity } from "../model.ts";
import type { CountedLink, QuotationEntry } from "../page-parts.ts";
import type { StoryRow } from "../page-subjects.ts";
import { byCodeUnits } from "../text/fold.ts";
import type { PageContext } from "./context.ts";
import { lastFirst, toldStory } from "./told-stories.ts";

const MOST_SPEAKERS = 20;
const MOST_STORIES = 12;

/** Returns what the archive knows of a subject apart from its articles. */
export function headOf(entity: Entity, address: string) {
  const { name, variants, label, scope, note, code, isOwnTopic, reason } = entity;
  return {
    address,
    title: name,
    name,
    variants,
    ...(label !== undefined && { label }),
    ...(scope !== undefined && { scope }),
    ...(note !== undefined && { note }),
    ...(code !== undefined && { code }),
    ...(isOwnTopic && { isOwnTopic }),
    reason,
  };
}

/** Returns who is quoted, by the number of quotations. */
export function speakersIn(said: readonly QuotationEntry[]): readonly CountedLink[] {
  const counts = new Map<string, CountedLink>();
  for (const { speaker } of said) {
    if (speaker === undefined) continue;
    const key = speaker.address ?? speaker.name;
    counts.set(key, { ...speaker, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || byCodeUnits(a.name, b.name))
    .slice(0, MOST_SPEAKERS);
}

/** Returns the stories of which half the articles or more are among those given, newest first, at most twelve. */
export function storiesAmong(paths: readonly string[], context: PageContext): readonly StoryRow[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const slug = context.articles.storyOf(path);
    if (slug !== undefined) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return [...counts]
    .flatMap(([slug, count]) => {
      const story = context.articles.story(slug);
      const isAmong = story !== undefined && count * 2 >= story.members.length;
      return isAmong ? toldStory(story, context) : [];
    })
    .sort(lastFirst)
    .slice(0, MOST_STORIES)
    .map(({ row }) => row);
}
