/** Which stories do the branches tell that have changed? Stage 5 over the tables. */
import { textOf } from "../catalog/copies.ts";
import type { NearnessTables } from "../catalog/nearness.ts";
import { type Database, statement } from "../catalog/statements.ts";
import { putStory } from "../catalog/stories.ts";
import { unpackedNeighbours } from "../link/neighbours.ts";
import { storyOf, type Teller } from "../link/stories.ts";
import { type Candidate, storyGroups } from "../link/story-groups.ts";
import type { RuledGroups } from "../link/story-rulings.ts";
import type { Story } from "../story-model.ts";
import { countedOf, standingOf } from "./profiles.ts";

/** The catalogue and what the editor has laid down of stories. */
export interface StorySetting {
  readonly database: Database;
  readonly tables: NearnessTables;
  readonly ruled: RuledGroups;
}

/** Tells the stories of all branches of two and more, which begin at these roots, and writes what differs. */
export function makeStories(setting: StorySetting, roots: readonly number[]): void {
  const { database, tables } = setting;
  database.exec(`
    CREATE TEMP TABLE told_story (slug TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TEMP TABLE told_member (article TEXT PRIMARY KEY) WITHOUT ROWID;`);
  const addStory = database.prepare("INSERT INTO told_story VALUES (?)");
  const addMember = database.prepare("INSERT INTO told_member VALUES (?)");
  for (const root of roots)
    for (const story of storiesIn(branchOf(tables, root), root, setting)) {
      putStory(database, story);
      addStory.run(story.slug);
      for (const { article } of story.members) addMember.run(article);
    }
  database.exec(`
    DELETE FROM story WHERE slug NOT IN (SELECT slug FROM told_story);
    DELETE FROM story_member WHERE article NOT IN (SELECT article FROM told_member);
    DROP TABLE told_story;
    DROP TABLE told_member;`);
}

/**
 * Tells anew the stories of all branches that begin at these roots, and writes what differs. `gone`: Markdown files of articles that are there no longer. Returns the
 * Markdown files of all articles in stories whose members have changed, those that have left included.
 */
export function updateStories(
  setting: StorySetting,
  roots: Iterable<number>,
  gone: readonly string[] = [],
): ReadonlySet<string> {
  const paths = new Set(gone);
  const stories = new Map<string, Story>();
  for (const root of [...roots].sort((a, b) => a - b)) {
    const branch = branchOf(setting.tables, root);
    for (const { article } of branch) {
      const path = setting.tables.path(article);
      if (path !== undefined) paths.add(path);
    }
    if (branch.length < 2) continue;
    for (const story of storiesIn(branch, root, setting)) stories.set(story.slug, story);
  }
  return write(setting.database, paths, stories);
}

function branchOf(tables: NearnessTables, root: number): readonly Candidate[] {
  return tables.membersOf(root).flatMap((article): readonly Candidate[] => {
    const vector = tables.vector(article);
    const near = tables.near(article);
    if (vector === undefined || near === undefined) return [];
    return [
      {
        article,
        ...standingOf(vector),
        density: near.density,
        near: new Set(unpackedNeighbours(near.near).map((one) => one.article)),
      },
    ];
  });
}

function storiesIn(
  branch: readonly Candidate[],
  root: number,
  { database, tables, ruled }: StorySetting,
): readonly Story[] {
  const teller = (article: number): Teller | undefined => {
    const profile = tables.profile(article);
    if (profile === undefined) return undefined;
    const { path, address } = profile;
    return {
      path,
      address,
      text: textOf(database, path),
      counted: countedOf(profile),
      byEditor: ruled.isRuled(article),
    };
  };
  return storyGroups(branch, root, ruled).flatMap(
    (group) => storyOf(group, { teller, titleOf: (paths) => ruled.titleOf(paths) }) ?? [],
  );
}

/** Puts these stories in the place of all that articles of theirs were in. */
function write(
  database: Database,
  paths: ReadonlySet<string>,
  stories: ReadonlyMap<string, Story>,
): ReadonlySet<string> {
  const slugOf = statement(database, "SELECT slug FROM story_member WHERE article = ?");
  const membersOf = statement(database, "SELECT article FROM story_member WHERE slug = ?");
  const before = new Map<string, ReadonlySet<string>>();
  for (const path of paths) {
    const slug = slugOf.get(path)?.["slug"];
    if (slug === undefined || before.has(String(slug))) continue;
    before.set(
      String(slug),
      new Set(membersOf.all(String(slug)).map((row) => String(row["article"]))),
    );
  }
  const after = new Map(
    [...stories].map(([slug, { members }]) => [
      slug,
      new Set(members.map(({ article }) => article)),
    ]),
  );
  const told = new Set([...after.values()].flatMap((members) => [...members]));
  const changed = new Set<string>();
  for (const [slug, members] of [...before, ...after]) {
    if (sameMembers(before.get(slug), after.get(slug))) continue;
    for (const member of members) changed.add(member);
  }
  for (const slug of before.keys())
    if (!stories.has(slug)) statement(database, "DELETE FROM story WHERE slug = ?").run(slug);
  for (const path of changed)
    if (!told.has(path))
      statement(database, "DELETE FROM story_member WHERE article = ?").run(path);
  for (const story of stories.values()) putStory(database, story);
  return changed;
}

function sameMembers(
  one: ReadonlySet<string> | undefined,
  other: ReadonlySet<string> | undefined,
): boolean {
  return one !== undefined && other !== undefined && one.symmetricDifference(other).size === 0;
}
