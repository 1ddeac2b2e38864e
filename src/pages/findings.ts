/** What has an archive to show of a person, or of a topic, place or organisation? Stage 6. */
import type { Appearance } from "../model.ts";
import type { ArticleEntry, QuotationEntry, SentenceEntry } from "../page-parts.ts";
import type { PageContext } from "./context.ts";
import { saidAbout } from "./said-about.ts";
import type { NamedArticle } from "./topic-tree.ts";

/** What a page and its chapters list. */
export interface Findings {
  readonly entries: readonly ArticleEntry[];
  readonly said: readonly QuotationEntry[];
  readonly saidAbout: readonly QuotationEntry[];
  readonly mentioned: readonly SentenceEntry[];
}

/** What one article has of that. */
export interface FoundHere extends Omit<Findings, "entries"> {
  readonly entry: ArticleEntry;
  /** What is listed before all `said`, of whichever article. */
  readonly saidFirst: readonly QuotationEntry[];
}

/** An article of a name with what it has to show. */
export interface FoundArticle extends NamedArticle {
  readonly found: FoundHere;
}

/** Returns an article of a name by its Markdown file; undefined where it is none of the name's. */
export type ArticleAt = (path: string) => FoundArticle | undefined;

/** How pages list what appearances come to. */
export interface Listing {
  /** Returns all that one appearance says. */
  readonly find: (appearance: Appearance, context: PageContext) => FoundHere;
  /** Whether the name is that of who speaks in `said`. */
  readonly isSpeaker: boolean;
}

/** What people said, and what is said of them. */
export const OF_PERSON: Listing = {
  find: (appearance, context) => ({
    entry: context.articles.entry(appearance.article),
    saidFirst: [],
    said: context.quotations(appearance),
    saidAbout: saidAbout(appearance, context),
    mentioned: context.sentences(appearance),
  }),
  isSpeaker: true,
};

/** What is said in the articles that name a subject. */
export const OF_SUBJECT: Listing = {
  find: (appearance, context) => ({
    entry: context.articles.entry(appearance.article),
    saidFirst: [],
    said: spokenInOrder(appearance.article, context),
    saidAbout: [],
    mentioned: context.sentences(appearance),
  }),
  isSpeaker: false,
};

/** As of a subject, but that those quotations come first whose paragraphs hold the words that put the topic there. */
export const OF_TOPIC: Listing = {
  find: (appearance, context) => {
    const found = OF_SUBJECT.find(appearance, context);
    const near = new Set(nearTo(appearance, context));
    return {
      ...found,
      saidFirst: found.said.filter(({ address }) => near.has(address)),
      said: found.said.filter(({ address }) => !near.has(address)),
    };
  },
  isSpeaker: false,
};

/** Returns what several articles have, in their order. */
export function findingsOf(found: readonly FoundHere[]): Findings {
  return {
    entries: found.map(({ entry }) => entry),
    said: [...found.flatMap(({ saidFirst }) => saidFirst), ...found.flatMap(({ said }) => said)],
    saidAbout: found.flatMap((here) => here.saidAbout),
    mentioned: found.flatMap(({ mentioned }) => mentioned),
  };
}

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
