/** How does an article stand in a list? Stage 6. */
import type { ArchiveArticle } from "../model.ts";
import type { ArticleEntry } from "../page-parts.ts";
import { dateLabel, dayOf } from "../text/dates.ts";
import { directionOf } from "../text/direction.ts";

const LONGEST_LEDE = 160;

/** Returns the row of an article in lists. */
export function entryOf(article: ArchiveArticle): ArticleEntry {
  const { front } = article;
  const language = article.document.language;
  const lede = ledeOf(article);
  return {
    address: article.address,
    headline: front.headline,
    dateLabel: front.published === undefined ? "undated" : dateLabel(front.published),
    language,
    direction: directionOf(language),
    ...(front.published !== undefined && { date: dayOf(front.published) }),
    ...(lede !== undefined && { lede }),
    ...(article.publisher !== undefined && { publisher: article.publisher }),
    ...(front.note !== undefined && { note: front.note }),
    ...(front.correction !== undefined && { correction: front.correction }),
  };
}

/** "Sir," and the like open a letter and say nothing. */
const SHORTEST_LEDE = 20;

/** The first sentence of the body that says something, without its dateline. */
function ledeOf({ document, annotations }: ArchiveArticle): string | undefined {
  const inParagraphs = annotations.sentences.filter(
    ({ part, block }) => part === "body" && document.blocks[block]?.kind === "paragraph",
  );
  const first =
    inParagraphs.find(({ start, end }) => end - start >= SHORTEST_LEDE) ?? inParagraphs[0];
  if (first === undefined) return undefined;
  const start = Math.max(first.start, document.dateline?.end ?? 0);
  const words = document.text.slice(start, Math.max(start, first.end)).replace(/\s+/g, " ").trim();
  if (words === "") return undefined;
  if (words.length <= LONGEST_LEDE) return words;
  const cut = words.lastIndexOf(" ", LONGEST_LEDE);
  return `${words.slice(0, cut > 0 ? cut : LONGEST_LEDE)} …`;
}
