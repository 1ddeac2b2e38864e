/** What does linking make of articles of which a test says whom they name? */

import { NOTHING_RECOGNISED } from "../../src/known-annotations.ts";
import type { LinkedEntity } from "../../src/link/linked-entity.ts";
import { storiesTogether } from "../../src/linked-stories.ts";
import type { Appearance, ArchiveArticle, EntityKind } from "../../src/model.ts";
import type { StoryRulings } from "../../src/settings-model.ts";
import type { ArchiveStories } from "../../src/story-model.ts";
import { groupBy } from "../../src/text/grouping.ts";
import { slugOf } from "../../src/text/slug.ts";

/** An article: `2019-03-04`, its slug, whom it names and its words. */
export interface NamedArticle {
  readonly slug: string;
  readonly published?: string;
  /** `Ana Reis`, or with a kind before it: `place: Port Ellis`. */
  readonly names: readonly string[];
  readonly text?: string;
}

/** No line of the editor's on stories. */
export const NO_STORY_RULINGS: StoryRulings = { together: [], apart: [] };

/** Returns the Markdown file of an article. */
export function fileOf(slug: string): string {
  return `articles/${slug}.md`;
}

/** Returns the stories and relations of articles. */
export function storiesOf(
  named: readonly NamedArticle[],
  rulings: StoryRulings = NO_STORY_RULINGS,
): ReturnType<typeof storiesTogether> {
  return storiesTogether(named.map(articleOf), entitiesOf(named), {
    decisions: { stories: rulings },
    topics: { definitions: [] },
  });
}

/** Returns the slugs of the articles of each story. */
export function slugsOf({
  stories,
}: Pick<ArchiveStories, "stories">): readonly (readonly string[])[] {
  return stories.map(({ members }) =>
    members.map(({ article }) => article.replace(/^articles\/|\.md$/g, "")),
  );
}

/** So many articles that have nothing in common with anything, so that names of others are rare. */
export function strangers(count: number): readonly NamedArticle[] {
  return Array.from({ length: count }, (_, index) => ({
    slug: `stranger-${index}`,
    published: `2019-${String(1 + (index % 12)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`,
    names: [`Stranger Number ${index}`, `organisation: Club ${index}`],
  }));
}

function articleOf({ slug, published, text = "" }: NamedArticle): ArchiveArticle {
  const day = published?.replaceAll("-", "/") ?? "undated";
  const address = `/${day}/${slug}/`;
  const headline = `Of ${slug}`;
  const whole = `${headline}\n\n${text}`;
  const start = headline.length + 2;
  return {
    path: fileOf(slug),
    address,
    front: { headline, address, ...(published !== undefined && { published }) },
    body: text,
    document: {
      text: whole,
      language: "en",
      headline: { start: 0, end: headline.length },
      blocks: [{ kind: "paragraph", start, end: whole.length }],
    },
    annotations: NOTHING_RECOGNISED,
    sortKey: published ?? "",
  };
}

function entitiesOf(named: readonly NamedArticle[]): readonly LinkedEntity[] {
  const all = named.flatMap(({ slug, names }) => names.map((name) => ({ slug, name })));
  return [...groupBy(all, ({ name }) => name)].map(([typed, holders]) => {
    const [, kind = "person", name = ""] =
      /^(?:(person|organisation|place|topic): )?(.*)$/.exec(typed) ?? [];
    const slug = slugOf(name);
    const entity = {
      // the pattern lets no other kind through
      kind: kind as EntityKind,
      slug,
      name,
      variants: [],
      hasPage: true,
      reason: { kind: "count" as const, articles: 1 },
    };
    const appearances = holders.map(
      (holder): Appearance => ({
        kind: entity.kind,
        slug,
        article: fileOf(holder.slug),
        printed: name,
        mentions: [],
        sentences: [],
        roles: [],
        quotations: [],
        byEditor: false,
      }),
    );
    return { entity, appearances };
  });
}
