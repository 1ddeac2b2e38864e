/** Why is each article in the list of a topic? Stage 6. */
import type { Appearance } from "../model.ts";
import type { ArticleEntry } from "../page-parts.ts";
import type { EntryNote, EntryNotes, Peak } from "../page-subjects.ts";
import type { PageContext } from "./context.ts";
import { peakAt } from "./peaks.ts";
import type { NamedArticle } from "./topic-tree.ts";

const MOST_WORDS = 4;

/** Returns the words that put an article into a topic, folded, as printed first, with their sentence. */
export function wordsOf({
  sentences,
}: Appearance): ReadonlyMap<string, { readonly name: string; readonly anchor: string }> {
  const words = new Map<string, { name: string; anchor: string }>();
  for (const { text, anchor, words: spans } of sentences) {
    for (const { start, end } of spans) {
      const name = text.slice(start, end).replace(/\s+/g, " ");
      const key = name.toLowerCase();
      if (!words.has(key)) words.set(key, { name, anchor });
    }
  }
  return words;
}

/** Why the articles of a topic are in its list. */
export class TopicNotes {
  readonly #articles: ReadonlyMap<string, NamedArticle>;
  readonly #peaks: readonly Peak[];
  readonly #context: PageContext;

  constructor(articles: readonly NamedArticle[], peaks: readonly Peak[], context: PageContext) {
    this.#articles = new Map(
      articles.map((article) => [
        context.articles.entry(article.appearance.article).address,
        article,
      ]),
    );
    this.#peaks = peaks;
    this.#context = context;
  }

  /** Returns the notes on some of the articles, oldest first, by address. */
  of(entries: readonly ArticleEntry[]): EntryNotes {
    const told = new Set<Peak>();
    return Object.fromEntries(
      entries.flatMap((entry) => {
        const article = this.#articles.get(entry.address);
        if (article === undefined) return [];
        const peak = peakAt(entry, this.#peaks);
        const isFirst = peak !== undefined && !told.has(peak);
        if (isFirst) told.add(peak);
        return [[entry.address, this.#note(entry, article, isFirst ? peak : undefined)]];
      }),
    );
  }

  #note(entry: ArticleEntry, article: NamedArticle, peak: Peak | undefined): EntryNote {
    const { appearance, isOwn, through } = article;
    return {
      words: [...wordsOf(appearance).values()]
        .slice(0, MOST_WORDS)
        .map(({ name, anchor }) => ({ name, address: `${entry.address}#${anchor}` })),
      byEditor: isOwn && appearance.byEditor,
      through: isOwn ? [] : through.map((topic) => this.#context.names.link(topic)),
      ...(peak !== undefined && { peak }),
    };
  }
}
