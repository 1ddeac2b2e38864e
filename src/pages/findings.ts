/** What has an archive to show of a person, or of a topic, place or organisation? Stage 6. */
import type { Appearance } from "../model.ts";
import type { ArticleEntry, QuotationEntry, SentenceEntry } from "../page-parts.ts";
import type { PageContext } from "./context.ts";
import { saidAbout } from "./said-about.ts";

/** What a page and its chapters list. */
export interface Findings {
  readonly entries: readonly ArticleEntry[];
  readonly said: readonly QuotationEntry[];
  readonly saidAbout: readonly QuotationEntry[];
  readonly mentioned: readonly SentenceEntry[];
}

/** How pages list what appearances come to. */
export interface Listing {
  /** Returns all that appearances say, in their order. */
  readonly find: (appearances: readonly Appearance[], context: PageContext) => Findings;
  /** Returns about how many rows an appearance gives the longest list; what only the editor's list names is a row, too. */
  readonly rows: (appearance: Appearance, context: PageContext) => number;
  /** Whether the name is that of who speaks in `said`. */
  readonly isSpeaker: boolean;
}

/** What people said, and what is said of them. */
export const OF_PERSON: Listing = {
  find: (appearances, context) => ({
    entries: appearances.map(({ article }) => context.articles.entry(article)),
    said: appearances.flatMap((appearance) => context.quotations(appearance)),
    saidAbout: appearances.flatMap((appearance) => saidAbout(appearance, context)),
    mentioned: appearances.flatMap((appearance) => context.sentences(appearance)),
  }),
  rows: ({ sentences }) => Math.max(1, sentences.length),
  isSpeaker: true,
};

/** What is said in the articles that name a subject. */
export const OF_SUBJECT: Listing = {
  find: (appearances, context) => ({
    entries: appearances.map(({ article }) => context.articles.entry(article)),
    said: quotationsIn(
      appearances.map(({ article }) => article),
      context,
      Number.POSITIVE_INFINITY,
    ),
    saidAbout: [],
    mentioned: appearances.flatMap((appearance) => context.sentences(appearance)),
  }),
  rows: ({ sentences, article }, context) =>
    Math.max(1, sentences.length, context.articles.spokenSpans(article).length),
  isSpeaker: false,
};

/** As of a subject, but that those quotations come first whose paragraphs hold the words that put the topic there. */
export const OF_TOPIC: Listing = {
  ...OF_SUBJECT,
  find: (appearances, context) => {
    const found = OF_SUBJECT.find(appearances, context);
    const near = new Set(appearances.flatMap((appearance) => nearTo(appearance, context)));
    const said = found.said.toSorted(
      (a, b) => Number(near.has(b.address)) - Number(near.has(a.address)),
    );
    return { ...found, said };
  },
};

/** The addresses of what is said in the paragraphs that hold an appearance's words. */
function nearTo({ article, mentions }: Appearance, context: PageContext): readonly string[] {
  const paragraphs = context.articles
    .spokenSpans(article)
    .filter(({ paragraphs: { start, end } }) =>
      mentions.some((mention) => mention.start >= start && mention.end <= end),
    );
  if (paragraphs.length === 0) return [];
  const starts = new Set(paragraphs.map(({ start }) => start));
  return context.names
    .spokenIn(article)
    .filter(({ quotation }) => starts.has(quotation.start))
    .map(({ quotation }) => context.quotationEntry(article, quotation).address);
}

/** Returns what people say in articles: article by article in the order given, in the order of each text, at most so many. */
export function quotationsIn(
  paths: readonly string[],
  context: PageContext,
  most: number,
): readonly QuotationEntry[] {
  const quotations: QuotationEntry[] = [];
  for (const path of paths) {
    quotations.push(...spokenInOrder(path, context));
    if (quotations.length >= most) break;
  }
  return quotations.slice(0, most);
}

function spokenInOrder(path: string, context: PageContext): readonly QuotationEntry[] {
  if (context.articles.spokenSpans(path).length === 0) return [];
  return context.names.spokenIn(path).map(({ slug, quotation }) => ({
    ...context.quotationEntry(path, quotation),
    speaker: context.names.link({ kind: "person", slug }),
  }));
}
