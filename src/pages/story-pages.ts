/** What do the pages of stories show, and the lists of all stories? Stage 6. */
import type { RedirectPage, StoriesPage, StoryPage } from "../page-model.ts";
import type { Link, QuotationEntry } from "../page-parts.ts";
import { groupBy } from "../text/grouping.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import type { PageContext } from "./context.ts";
import { type DateLength, dateParts } from "./date-parts.ts";
import { quotationsIn } from "./findings.ts";
import { LONGEST_LIST } from "./shelves.ts";
import { storyParts } from "./story-parts.ts";
import { storyRulings } from "./story-rulings.ts";
import { type ListedStory, listedStories, storyAddress, type ToldStory } from "./told-stories.ts";

const MOST_NAMES = 20;
const MOST_QUOTED = 8;
/** A longer quotation is read in its article. In UTF-16 units. */
const LONGEST_QUOTED = 400;

/** Yields the pages of a story, and the ways to it from addresses that it may have had. */
export function* storyPages(
  told: ToldStory,
  context: PageContext,
): Generator<StoryPage | RedirectPage> {
  yield* pagesOf(told, context);
  const { name, address } = told.row;
  for (const other of told.story.otherSlugs) {
    if (context.articles.story(other) === undefined)
      yield { kind: "redirect", address: storyAddress(other), title: name, to: { name, address } };
  }
}

/** Yields the lists of stories; none where there are no stories. */
export function* storiesIndex(context: PageContext): Generator<StoriesPage> {
  const stories = listedStories(context);
  if (stories.length > 0)
    yield* indexPages(
      stories,
      { address: "/stories/", title: context.words.say("story.title"), length: 4 },
      context.words,
    );
}

function* pagesOf(told: ToldStory, context: PageContext): Generator<StoryPage> {
  const { row, paths } = told;
  const parts = storyParts(told, context);
  const quotations = quotationsIn(paths, context, Number.POSITIVE_INFINITY);
  const named = (kind: "person" | "organisation" | "place" | "topic") =>
    context.names.counted(kind, paths).slice(0, MOST_NAMES);
  const count = Math.ceil(parts.length / LONGEST_LIST);
  const whole = {
    kind: "story",
    title: row.name,
    story: row,
    extent: row.extent,
    count: parts.length,
    people: named("person"),
    organisations: named("organisation"),
    places: named("place"),
    topics: named("topic"),
    said: { shown: ofNote(quotations), total: quotations.length },
    rulings: storyRulings(paths, context.words),
  } as const;
  for (let page = 0; page < count; page++)
    yield {
      ...whole,
      address: page === 0 ? row.address : `${row.address}${page + 1}/`,
      parts: parts.slice(page * LONGEST_LIST, (page + 1) * LONGEST_LIST),
      pages: count > 1 ? numbered(count, page, row.address, context.words) : [],
    };
}

function numbered(
  count: number,
  current: number,
  address: string,
  words: InterfaceWords,
): StoryPage["pages"] {
  return Array.from({ length: count }, (_, page) => ({
    name: words.number(page + 1),
    ...(page !== current && { address: page === 0 ? address : `${address}${page + 1}/` }),
  }));
}

/** Of each who speaks the longest quotation that is surely theirs; of those quoted most, in the order of the articles. */
function ofNote(quotations: readonly QuotationEntry[]): readonly QuotationEntry[] {
  const quotable = quotations.filter(
    ({ sure, kind, text }) => sure && kind === "direct" && text.length <= LONGEST_QUOTED,
  );
  const chosen = [...groupBy(quotable, ({ speaker }) => speaker?.address ?? speaker?.name ?? "")]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_QUOTED)
    .flatMap(([, own]) => own.toSorted((a, b) => b.text.length - a.text.length)[0] ?? []);
  return quotations.filter((quotation) => chosen.includes(quotation));
}

interface StoryList {
  readonly address: string;
  readonly title: string;
  readonly up?: Link;
  /** By what part of the date on which stories begin the list is cut where it is too long. */
  readonly length: DateLength | undefined;
}

/** The list, or, of one that is too long, its parts and their lists. */
function* indexPages(
  stories: readonly ListedStory[],
  { length, ...head }: StoryList,
  words: InterfaceWords,
): Generator<StoriesPage> {
  const page = { kind: "stories", ...head, total: stories.length } as const;
  if (stories.length <= LONGEST_LIST || length === undefined) {
    yield { ...page, rows: stories.map(({ row }) => row), parts: [] };
    return;
  }
  const lists = dateParts(stories, length, { dateOf: ({ begun }) => begun, words }).map(
    ({ label, part, within, finer }) => ({
      link: { name: label, address: `${head.address}${part}/`, count: within.length },
      within,
      finer,
    }),
  );
  yield { ...page, rows: [], parts: lists.map(({ link }) => link) };
  const up = { name: head.title, address: head.address };
  for (const { link, within, finer } of lists)
    yield* indexPages(
      within,
      {
        address: link.address,
        title: words.say("story.titleOf", { period: link.name }),
        up,
        length: finer,
      },
      words,
    );
}
