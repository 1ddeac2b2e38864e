/** What waits for an editor, and what is to be typed about it? Stage 6: the review list. */
import { pathOfSource } from "../catalog/reading-articles.ts";
import type { Diagnostic } from "../model.ts";
import type { ReviewEntry, ReviewPage } from "../page-model.ts";
import type { ArticleEntry, CountedLink } from "../page-parts.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import { remarkId } from "../text/remark-id.ts";
import { groupOf } from "../text/remedies.ts";
import { countToReview, type ReviewPart, reviewParts } from "../text/review-list.ts";
import type { PageContext } from "./context.ts";

const ADDRESS = "/about/review/";
const MOST_ON_A_PAGE = 100;
/** What tells a remark from others may be a file, which its message names, or made for no reader. */
const NO_WORDS = /^(?:sources|articles|pages)\/|^\[|^[0-9a-f]{8,64}$/;
const NAMED: ReadonlySet<string> = new Set(["people", "topics"]);

/** Yields the pages of the review list: one at least, a hundred remarks each. */
export function* reviewPages(context: PageContext): Generator<ReviewPage> {
  context.readings.note("review");
  // which article was made of which source
  context.readings.note("articles");
  const { open, settled } = context.review;
  const { words } = context;
  const parts = reviewParts(open);
  const pageCount = Math.max(1, Math.ceil(open.length / MOST_ON_A_PAGE));
  const contents = contentsOf(parts, words);
  for (let page = 0; page < pageCount; page++) {
    const from = page * MOST_ON_A_PAGE;
    yield {
      kind: "review",
      address: addressOf(page),
      title:
        page === 0
          ? words.say("review.title")
          : words.say("index.page", { title: words.say("review.title"), number: page + 1 }),
      total: countToReview(open),
      notes: open.length - countToReview(open),
      settled,
      contents,
      page: page + 1,
      pages: Array.from({ length: pageCount }, (_, index) => ({
        name: words.number(index + 1),
        address: addressOf(index),
      })),
      parts: sliceOf(parts, from, from + MOST_ON_A_PAGE).map(({ group, heading, remarks }) => ({
        id: idOf(heading),
        heading: words.say(`review.${group}`),
        entries: remarks.map((remark) => entryOf(remark, articleOf(remark, context), words)),
      })),
    };
  }
}

/** Returns the parts of the list with their counts and the places at which they begin. */
export function contentsOf(
  parts: readonly ReviewPart[],
  words: InterfaceWords,
): readonly CountedLink[] {
  let before = 0;
  return parts.map(({ group, heading, remarks }) => {
    const page = Math.floor(before / MOST_ON_A_PAGE);
    before += remarks.length;
    const address = `${addressOf(page)}#${idOf(heading)}`;
    return { name: words.say(`review.${group}`), address, count: remarks.length };
  });
}

/** Of a part, by its heading in English. */
function idOf(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z]+/g, "-");
}

function addressOf(page: number): string {
  return page === 0 ? ADDRESS : `${ADDRESS}${page + 1}/`;
}

/** The remarks from one number to another, counted through all parts. */
function sliceOf(parts: readonly ReviewPart[], from: number, to: number): ReviewPart[] {
  let before = 0;
  return parts.flatMap((part) => {
    const remarks = part.remarks.slice(Math.max(0, from - before), Math.max(0, to - before));
    before += part.remarks.length;
    return remarks.length === 0 ? [] : [{ ...part, remarks }];
  });
}

function entryOf(
  remark: Diagnostic,
  article: ArticleEntry | undefined,
  words: InterfaceWords,
): ReviewEntry {
  const { severity, rule, file, line, message, settle = "", about } = remark;
  const group = groupOf(remark);
  const { weight } = remark;
  const touches = weight === undefined ? undefined : words.say("review.touches", { count: weight });
  return {
    id: remarkId(remark),
    severity,
    rule,
    where: line === undefined ? file : `${file}:${line}`,
    message,
    ways: settle === "" ? [] : settle.split("\n\n"),
    // a remark on people or topics gives their names in its message
    ...(about !== undefined && !NAMED.has(group) && !NO_WORDS.test(about) && { words: about }),
    ...(touches !== undefined && { touches }),
    ...(article !== undefined && { article }),
  };
}

function articleOf({ article, file }: Diagnostic, context: PageContext): ArticleEntry | undefined {
  const path = article ?? pathOfSource(context.database, file) ?? file;
  return context.articles.publishedEntry(path);
}
