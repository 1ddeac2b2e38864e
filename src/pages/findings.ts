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
    entries: appearances.map(({ article }) => context.entry(article)),
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
    entries: appearances.map(({ article }) => context.entry(article)),
    said: quotationsIn(
      appearances.map(({ article }) => article),
      context,
      Number.POSITIVE_INFINITY,
    ),
    saidAbout: [],
    mentioned: appearances.flatMap((appearance) => context.sentences(appearance)),
  }),
  rows: ({ sentences, article }, context) =>
    Math.max(1, sentences.length, context.spokenSpans(article).length),
  isSpeaker: false,
};

/** Returns what people say in articles, in their order, at most so many. */
export function quotationsIn(
  paths: readonly string[],
  context: PageContext,
  most: number,
): readonly QuotationEntry[] {
  const quotations: QuotationEntry[] = [];
  for (const path of paths) {
    for (const appearance of context.catalogue.appearancesIn(path)) {
      if (appearance.kind === "person") quotations.push(...context.quotations(appearance));
    }
    if (quotations.length >= most) break;
  }
  return quotations.slice(0, most);
}
