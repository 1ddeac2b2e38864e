/** What is known of a subject, who speaks in its articles, and which stories are about it? Stage 6. */
import type { Entity } from "../model.ts";
import type { CountedLink } from "../page-parts.ts";
import type { StoryRow } from "../page-subjects.ts";
import { reasonInWords } from "../text/page-reason.ts";
import type { PageContext } from "./context.ts";
import type { NameSum } from "./name-sums.ts";
import { lastFirst, type ToldStory, toldStory } from "./told-stories.ts";

const MOST_SPEAKERS = 20;
const MOST_STORIES = 12;

/** Returns what the archive knows of a subject apart from its articles. */
export function headOf(entity: Entity, address: string, { words }: PageContext) {
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
    reason: reasonInWords(reason, words),
  };
}

/** Returns who is quoted, by the number of quotations. */
export function speakersIn({ speakers }: NameSum, context: PageContext): readonly CountedLink[] {
  return context.names.mostCounted("person", new Map(speakers), MOST_SPEAKERS);
}

/** Returns the stories of which half the articles or more are a name's, those that go on last, at most twelve, those that began last first. */
export function storiesAmong({ stories }: NameSum, context: PageContext): readonly StoryRow[] {
  const told: ToldStory[] = [];
  for (const [slug, count] of stories) {
    const story = context.articles.story(slug);
    if (story === undefined || count * 2 < story.members.length) continue;
    told.push(toldStory(story, context));
    if (told.length === MOST_STORIES) break;
  }
  return told.sort(lastFirst).map(({ row }) => row);
}
