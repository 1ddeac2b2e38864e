/** Which stories does an archive tell, and which articles belong beside each other? Stage 5: after names are linked. */
import { createHash } from "node:crypto";
import type { ArchiveArticle, Diagnostic } from "../model.ts";
import type { StoryRulings } from "../settings-model.ts";
import type { ArchiveStories, Story, StoryMember, TextCopy } from "../story-model.ts";
import { byCodeUnits } from "../text/fold.ts";
import { slugOf } from "../text/slug.ts";
import { Copies } from "./copies.ts";
import type { LinkedEntity } from "./linked-entity.ts";
import { type Profiles, profilesOf } from "./profiles.ts";
import { relationsOf } from "./related.ts";
import { likenessOf, toldTraits } from "./shared-traits.ts";
import { type StoryGroup, storyGroups } from "./story-groups.ts";
import { RuledGroups } from "./story-rulings.ts";

/** Fewer texts are no story, unless the editor says so. */
const FEWEST_TEXTS = 3;
/** Members after the first whose addresses lead to their story, for an article that is found later may come to stand before them. */
const MOST_OTHER_SLUGS = 3;

/** What linking finds of articles that belong together. */
export interface LinkedStories extends ArchiveStories {
  /** Lines of the editor's that do nothing. */
  readonly remarks: readonly Diagnostic[];
}

/**
 * Returns the stories of an archive and, for each article, those that are related. Articles without a day of publication are in no story
 * unless the editor has put them there; they may be related to others. The order of the articles given does not matter.
 */
export function linkStories(
  articles: readonly ArchiveArticle[],
  entities: readonly LinkedEntity[],
  known: { readonly copies: Iterable<TextCopy>; readonly rulings: StoryRulings },
): LinkedStories {
  const copies = new Copies(known.copies);
  const profiles = profilesOf(articles, entities);
  const ruled = new RuledGroups(
    known.rulings,
    profiles.articles.map(({ path }) => path),
  );
  const stories = storyGroups(profiles, ruled)
    .map((group) => storyOf(group, { profiles, ruled, copies }))
    .filter(
      ({ members }) => members.some(({ byEditor }) => byEditor) || texts(members) >= FEWEST_TEXTS,
    )
    .sort((a, b) => byCodeUnits(a.slug, b.slug));
  const storyIndex = new Map(
    stories.flatMap(({ members }, index) =>
      members.map(({ article }) => [article, index] as const),
    ),
  );
  return {
    stories,
    relations: relationsOf(profiles, { copies, storyOf: storyIndex }),
    remarks: ruled.idleLines(new Set(storyIndex.keys())),
  };
}

function storyOf(
  { members, sharesOf }: StoryGroup,
  {
    profiles,
    ruled,
    copies,
  }: { readonly profiles: Profiles; readonly ruled: RuledGroups; readonly copies: Copies },
): Story {
  const ordered = [...dated(members, profiles), ...undated(members, profiles)];
  const texts = new Map<string, string>();
  const told = ordered.flatMap((row): StoryMember[] => {
    const profile = profiles.articles[row];
    if (profile === undefined) return [];
    const { path } = profile;
    const text = copies.textOf(path);
    const copyOf = texts.get(text);
    if (copyOf === undefined) texts.set(text, path);
    return [
      {
        article: path,
        shared: toldTraits(sharesOf(row), profiles),
        byEditor: ruled.isRuled(row),
        ...(copyOf !== undefined && { copyOf }),
      },
    ];
  });
  const [first = "", ...others] = ordered.map((row) =>
    storySlug(profiles.articles[row]?.address ?? ""),
  );
  const title = ruled.titleOf(new Set(told.map(({ article }) => article)));
  return {
    slug: first,
    otherSlugs: others.slice(0, MOST_OTHER_SLUGS),
    ...(title !== undefined && { title }),
    central: centralOf(ordered, { profiles, sharesOf }),
    members: told,
  };
}

/** Of equals the earliest. */
function centralOf(
  rows: readonly number[],
  { profiles, sharesOf }: { readonly profiles: Profiles } & Pick<StoryGroup, "sharesOf">,
): string {
  let central = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const likeness = likenessOf(sharesOf(row));
    if (likeness <= most) continue;
    central = row;
    most = likeness;
  }
  return profiles.articles[central]?.path ?? "";
}

function dated(rows: readonly number[], { articles }: Profiles): readonly number[] {
  return rows.filter((row) => articles[row]?.day !== undefined);
}

function undated(rows: readonly number[], { articles }: Profiles): readonly number[] {
  return rows.filter((row) => articles[row]?.day === undefined);
}

function texts(members: readonly StoryMember[]): number {
  return members.filter(({ copyOf }) => copyOf === undefined).length;
}

/** An address as import gives it; put on one line, no two of them are alike. */
const USUAL_ADDRESS = /^\/(?:undated|\d{4}\/\d\d\/\d\d)\/[a-z0-9-]+\/$/;

/** `/2018/03/12/harbour-bridge-closes/` → `2018-03-12-harbour-bridge-closes`; any other address is told by its hash, too. */
function storySlug(address: string): string {
  if (USUAL_ADDRESS.test(address)) return address.slice(1, -1).replaceAll("/", "-");
  const hash = createHash("sha256").update(address).digest("hex").slice(0, 12);
  return [slugOf(address), hash].filter((part) => part !== "").join("-");
}
