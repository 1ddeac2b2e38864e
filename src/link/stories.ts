/** What is said of articles that tell one story? Stage 5: its address, its members and what they share. */
import { createHash } from "node:crypto";
import type { Story, StoryMember } from "../story-model.ts";
import { slugOf } from "../text/slug.ts";
import { toldTraits } from "./likeness.ts";
import type { Candidate, StoryGroup } from "./story-groups.ts";
import type { CountedTrait } from "./traits.ts";

/** Fewer texts are no story, unless the editor says so. */
const FEWEST_TEXTS = 3;
/** Members after the first whose addresses lead to their story, for an article that is found later may come to stand before them. */
const MOST_OTHER_SLUGS = 3;

/** An article as a story tells of it. */
export interface Teller {
  /** Its Markdown file. */
  readonly path: string;
  readonly address: string;
  /** The same for all articles that have one text. */
  readonly text: string;
  readonly counted: readonly CountedTrait[];
  /** Put here by the editor's line. */
  readonly byEditor: boolean;
}

/** Returns the story of a group; undefined where too few texts tell it. `title`: what the editor calls a story of these Markdown files. */
export function storyOf(
  { members, sharesOf }: StoryGroup,
  known: {
    readonly teller: (article: number) => Teller | undefined;
    readonly titleOf: (paths: ReadonlySet<string>) => string | undefined;
  },
): Story | undefined {
  const texts = new Map<string, string>();
  const slugs: string[] = [];
  const told = members.flatMap((member): StoryMember[] => {
    const teller = known.teller(member.article);
    if (teller === undefined) return [];
    const { path, address, text, counted, byEditor } = teller;
    const copyOf = texts.get(text);
    if (copyOf === undefined) texts.set(text, path);
    slugs.push(storySlug(address));
    const shared = toldTraits(sharesOf(member), counted);
    return [{ article: path, shared, byEditor, ...(copyOf !== undefined && { copyOf }) }];
  });
  if (!told.some(({ byEditor }) => byEditor) && texts.size < FEWEST_TEXTS) return undefined;
  const [slug = "", ...others] = slugs;
  const title = known.titleOf(new Set(told.map(({ article }) => article)));
  return {
    slug,
    otherSlugs: others.slice(0, MOST_OTHER_SLUGS),
    ...(title !== undefined && { title }),
    central: known.teller(centralOf(members, sharesOf))?.path ?? "",
    members: told,
  };
}

/** Of equals the earliest. */
function centralOf(members: readonly Candidate[], sharesOf: StoryGroup["sharesOf"]): number {
  let central = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (const member of members) {
    const likeness = sharesOf(member).reduce((sum, { weight }) => sum + weight, 0);
    if (likeness <= most) continue;
    central = member.article;
    most = likeness;
  }
  return central;
}

/** An address as import gives it; put on one line, no two of them are alike. */
const USUAL_ADDRESS = /^\/(?:undated|\d{4}\/\d\d\/\d\d)\/[a-z0-9-]+\/$/;

/** `/2018/03/12/harbour-bridge-closes/` → `2018-03-12-harbour-bridge-closes`; any other address is told by its hash, too. */
function storySlug(address: string): string {
  if (USUAL_ADDRESS.test(address)) return address.slice(1, -1).replaceAll("/", "-");
  const hash = createHash("sha256").update(address).digest("hex").slice(0, 12);
  return [slugOf(address), hash].filter((part) => part !== "").join("-");
}
