/** What stands beside an article that belongs with others: related ones with the reason, and its story? Stage 6. */
import type { ArticleEntry } from "../page-parts.ts";
import type { Common, RelatedEntry, StoryHere } from "../page-subjects.ts";
import type { Trait } from "../story-model.ts";
import type { PageContext } from "./context.ts";
import { timeBetween } from "./time-between.ts";
import { storyOfArticle } from "./told-stories.ts";

const MOST_NAMES = 4;
const MOST_TOPICS = 2;
const MOST_WORDS = 3;

/** Returns the articles that are related to an article, with what both have. */
export function relatedHere(path: string, context: PageContext): readonly RelatedEntry[] {
  const own = context.articles.entry(path);
  return context.articles.relations(path).map(({ article, shared, copy }): RelatedEntry => {
    const entry = context.articles.cited(article);
    const when = timeBetween(own.date, entry.date, context.words);
    return {
      article: entry,
      ...commonOf(shared, context),
      ...(when !== undefined && { when }),
      ...(copy !== undefined && { copy }),
    };
  });
}

/** Returns traits as they are told: at most four names, two topics and, where names are few, three words. */
export function commonOf(shared: readonly Trait[], context: PageContext): Common {
  const links = (of: (kind: Trait["kind"]) => boolean, most: number) =>
    shared
      .flatMap((trait) =>
        trait.kind !== "word" && of(trait.kind) ? context.names.link(trait) : [],
      )
      .slice(0, most);
  const names = links((kind) => kind !== "topic", MOST_NAMES);
  const words = shared.flatMap((trait) => (trait.kind === "word" ? trait.word : []));
  return {
    names,
    topics: links((kind) => kind === "topic", MOST_TOPICS),
    words: words.slice(0, Math.max(0, MOST_WORDS + 1 - names.length)),
  };
}

/** Returns the story that an article is in, and what stands before and after it there. */
export function storyHere(path: string, context: PageContext): StoryHere | undefined {
  const told = storyOfArticle(path, context);
  if (told === undefined) return undefined;
  const { row, entries, paths } = told;
  const index = paths.indexOf(path);
  return { story: row, part: index + 1, parts: entries.length, ...beside(entries, index) };
}

function beside(entries: readonly ArticleEntry[], index: number) {
  const previous = entries[index - 1];
  const next = entries[index + 1];
  return { ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
}
