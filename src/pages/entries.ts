/** How does an article stand in lists and on other pages than its own? Stage 6. */
import type { ArchiveArticle } from "../model.ts";
import type { ArticleHead, SpokenSpan } from "../page-parts.ts";
import { dayOf } from "../text/dates.ts";
import { directionOf } from "../text/direction.ts";
import { sourceName } from "../text/source-name.ts";
import { type Utterance, utterancesOf } from "../text/utterances.ts";

const LONGEST_LEDE = 160;

/** Returns what other pages show of an article. */
export function headOf(article: ArchiveArticle): ArticleHead {
  const { document, annotations, front } = article;
  const utterances = utterancesOf(document, annotations.quotations);
  const attributed = utterances.filter(({ speaker }) => speaker !== undefined);
  return {
    entry: entryOf(article),
    ...(front.dateline !== undefined && { place: titleCase(front.dateline) }),
    spoken: attributed.map((utterance) => spokenSpan(utterance, article)),
    shape: shapeOf(article),
    utterances: utterances.length,
    attributed: attributed.length,
    order: `${article.sortKey}\n${article.address}`,
    ...(front.source !== undefined && { source: sourceName(front.source.file, front.source.item) }),
  };
}

function shapeOf({ annotations }: ArchiveArticle): string {
  const counts: number[] = [];
  for (const { block } of annotations.sentences)
    if (block >= 0) counts[block] = (counts[block] ?? 0) + 1;
  return counts.join(" ");
}

function spokenSpan({ pieces }: Utterance, { document }: ArchiveArticle): SpokenSpan {
  const start = pieces[0].start;
  const end = (pieces.at(-1) ?? pieces[0]).end;
  const around = document.blocks.filter((block) => block.start < end && block.end > start);
  return {
    start,
    end,
    paragraphs: { start: around[0]?.start ?? start, end: around.at(-1)?.end ?? end },
  };
}

/** `PORT ELLIS` → `Port Ellis`: a dateline's capitals are type, not spelling. */
function titleCase(place: string): string {
  return place.replace(/\p{Lu}{2,}/gu, (word) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`);
}

function entryOf(article: ArchiveArticle): ArticleHead["entry"] {
  const { front } = article;
  const language = article.document.language;
  const lede = ledeOf(article);
  return {
    address: article.address,
    headline: front.headline,
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
