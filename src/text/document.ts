/** Which text do the recognisers read, and with what structure? Built from a source or from a Markdown article. */
import type { Article, Block, Dateline, FrontMatter, NewsDocument, Span } from "../model.ts";
import { blockText, parseMarkdown } from "./markdown.ts";

/** Returns the document of a parsed source: its text as it came, with the spans that the parser found. */
export function documentOfSource(text: string, article: Article, language: string): NewsDocument {
  return {
    text,
    language,
    blocks: article.blocks,
    ...(article.headline && { headline: article.headline }),
    ...(article.standfirst && { standfirst: article.standfirst }),
    ...(article.dateline && { dateline: article.dateline }),
    ...(article.byline && { byline: article.byline }),
    ...(article.published && { published: article.published.value }),
  };
}

/** Returns where `plainText(body)` starts in the text of a Markdown article's document (UTF-16 units). */
export function bodyStartOf({ headline, standfirst }: FrontMatter): number {
  return headline.length + 2 + (standfirst === undefined ? 0 : standfirst.length + 2);
}

/**
 * Returns the document of a Markdown article: headline, standfirst and the plain text of the body, parted
 * by empty lines. `bodyStart`: see `bodyStartOf`.
 */
export function documentOfMarkdown(
  front: FrontMatter,
  body: string,
): { readonly document: NewsDocument; readonly bodyStart: number } {
  const language = front.language ?? "und";
  const headline: Span = { start: 0, end: front.headline.length };
  const standfirst: Span | undefined =
    front.standfirst === undefined
      ? undefined
      : { start: headline.end + 2, end: headline.end + 2 + front.standfirst.length };
  const bodyStart = bodyStartOf(front);
  const parsed = parseMarkdown(body);
  const blocks = parsed.map(({ kind, start, end }) => ({
    kind,
    start: start + bodyStart,
    end: end + bodyStart,
  }));
  const parts = [front.headline, ...(front.standfirst === undefined ? [] : [front.standfirst])];
  const text = [...parts, ...parsed.map(blockText)].join("\n\n");
  const dateline = datelineIn(text, blocks, front);
  return {
    bodyStart,
    document: {
      text,
      language,
      headline,
      blocks,
      ...(standfirst && { standfirst }),
      ...(dateline && { dateline }),
      ...(front.published !== undefined && { published: front.published }),
    },
  };
}

/** What may stand between a dateline's place and the lede: an agency, a date, a dash. */
const DATELINE_REST = /^[^\n]{0,60}?(?:\s[-–—_]{1,2}(?=\s|$)|[-–—]\s|--|:\s|\)_)/;

/** Finds the dateline that the front matter names at the head of the first paragraph. */
function datelineIn(
  text: string,
  blocks: readonly Block[],
  front: FrontMatter,
): Dateline | undefined {
  const first = blocks.find((block) => block.kind === "paragraph");
  if (front.dateline === undefined || first === undefined) return undefined;
  const lead = text.slice(first.start, first.end);
  if (!lead.startsWith(front.dateline)) return undefined;
  const rest = DATELINE_REST.exec(lead.slice(front.dateline.length));
  const length = front.dateline.length + (rest?.[0].length ?? 0);
  return { start: first.start, end: first.start + length, place: front.dateline };
}
