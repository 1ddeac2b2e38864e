/** What do the editor's lines lay down about articles that belong together, and do two of them contradict each other? Stage 1. */
import { join } from "node:path";
import type { Ruled, StoryRulings } from "../settings-model.ts";
import { CliError } from "../text/cli-error.ts";
import type { DecisionLine } from "./decision-lines.ts";

/** Returns the lines about stories in their order. */
export function storyRulings(lines: readonly DecisionLine[]): StoryRulings {
  return {
    together: lines.flatMap(({ at, story, title }) =>
      story === undefined ? [] : { at, articles: story, ...(title !== undefined && { title }) },
    ),
    apart: lines.flatMap(({ at, "not-story": articles }) =>
      articles === undefined ? [] : { at, articles },
    ),
  };
}

/** Throws a `CliError` that names both places where two lines about stories cannot both hold. */
export function refuseStoryContradictions(rulings: StoryRulings, contentFolder: string): void {
  const stories = new RuledStories(rulings);
  const found = twoTitles(rulings, stories) ?? togetherAndApart(rulings, stories);
  if (found === undefined) return;
  const place = ({ at }: Ruled): string => join(contentFolder, at);
  throw new CliError(
    `${place(found.later)}: ${found.message}, which contradicts ${place(found.earlier)}; take out one of the two`,
  );
}

interface Contradiction {
  readonly later: Ruled;
  readonly earlier: Ruled;
  readonly message: string;
}

/** Which articles are said to be in one story, perhaps through others. */
class RuledStories {
  readonly #lines = new Map<string, Ruled[]>();

  constructor({ together }: StoryRulings) {
    for (const line of together) {
      const joined = new Set([line, ...line.articles.flatMap((one) => this.linesOn(one))]);
      const all = together.filter((one) => joined.has(one));
      const articles = new Set(all.flatMap((one) => one.articles));
      for (const article of articles) this.#lines.set(article, all);
    }
  }

  /** Returns all lines that speak of the story of an article. */
  linesOn(article: string): readonly Ruled[] {
    return this.#lines.get(article) ?? [];
  }

  /** Returns the lines by which two articles are in one story; none where they are not. */
  areOne(a: string, b: string): readonly Ruled[] {
    const lines = this.linesOn(a);
    return lines === this.linesOn(b) ? lines : [];
  }
}

/** One story, perhaps of several lines, that is given two titles. */
function twoTitles({ together }: StoryRulings, stories: RuledStories): Contradiction | undefined {
  const titled = together.filter(({ title }) => title !== undefined);
  const first = new Map<readonly Ruled[], (typeof titled)[number]>();
  for (const line of titled) {
    const [article = ""] = line.articles;
    const story = stories.linesOn(article);
    const other = first.get(story);
    if (other === undefined) first.set(story, line);
    else if (other.title !== line.title) {
      const message = `one story is called “${line.title}” here and “${other.title}” there`;
      return { later: line, earlier: other, message };
    }
  }
  return undefined;
}

/** Articles that `not-story` parts and `story` puts together, perhaps through others; or one that is in a story and in none. */
function togetherAndApart(
  { apart }: StoryRulings,
  stories: RuledStories,
): Contradiction | undefined {
  for (const line of apart) {
    const articles = [...new Set(line.articles)];
    const [only = "", second] = articles;
    if (second === undefined) {
      const [earlier] = stories.linesOn(only);
      if (earlier === undefined) continue;
      return { later: line, earlier, message: `${only} is said to be in no story` };
    }
    for (const [index, article] of articles.entries()) {
      const other = articles
        .slice(0, index)
        .find((before) => stories.areOne(before, article).length > 0);
      const [earlier] = other === undefined ? [] : stories.areOne(other, article);
      if (earlier === undefined) continue;
      return {
        later: line,
        earlier,
        message: `${other} and ${article} are said to be in no story together`,
      };
    }
  }
  return undefined;
}
