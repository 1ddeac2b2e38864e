/** What does a saved web page say? Stage 1: its visible words, and which of them are the article's. */
import type { StatedFacts } from "../../model.ts";
import { type FormatAdapter, FormatError, type FormatItem } from "./adapter.ts";
import { composed, type StatedPiece } from "./composition.ts";
import { pageDocument } from "./libraries.ts";
import { bodyBlocks } from "./page-body.ts";
import { headlineIndex, headParts, isStandfirst, plainTitle } from "./page-head.ts";
import { type PageMetadata, pageMetadata } from "./page-metadata.ts";
import { type VisibleBlock, visibleBlocks } from "./visible-text.ts";
import { decodeWeb } from "./web-encoding.ts";

const ENDING = /\.x?html?$/i;
/** What a Markdown file's front matter can hold of the page around an article, in characters. */
const MOST_AROUND = 800_000;
/** The name under which all is removed that is not the article's. */
const RELATED = "related-link";
const OUTSIDE = "outside-the-article";

/** Reads saved web pages: `.html`, `.htm`, `.xhtml`. */
export const htmlPage: FormatAdapter = {
  format: "html",
  recognises: (name) => ENDING.test(name),
  read: ({ bytes }) => {
    const { text, encoding, doubts } = decodeWeb(bytes);
    return { items: [readPage(text)], diagnostics: doubts, encoding };
  },
};

/**
 * Returns the text of a page, one block a paragraph, and what each block is: all that its reader sees, in the order of the
 * page. The article's paragraphs are left to the parsing rules; headings, lists, quotations, captions and tables in
 * it are stated, and so are headline, standfirst, byline, publication line and section where the page's JSON-LD or meta
 * elements say so; the rest is removed as `outside-the-article`. A headline that is not seen in the page is put first.
 * `address` is where the page stood, if it does not say so itself. Throws a `FormatError` for a page without words.
 */
export function readPage(html: string, address?: string): FormatItem {
  const document = pageDocument(html);
  const metadata = pageMetadata(document);
  const blocks = visibleBlocks(document.body);
  if (blocks.length === 0) {
    throw new FormatError(
      "read/empty-page",
      "expected a page with words, found none; save the page again",
    );
  }
  const body = bodyBlocks(document, blocks, metadata.body);
  const { text, spans } = composed(piecesOf(blocks, metadata, body));
  const original = metadata.facts.original ?? address;
  const stated: StatedFacts = {
    ...metadata.facts,
    spans,
    ...(original !== undefined && { original }),
  };
  const around = spans.reduce(
    (sum, span) => sum + (span.became === "removed" ? span.end - span.start : 0),
    0,
  );
  if (around > MOST_AROUND) {
    throw new FormatError(
      "read/too-large",
      `${around} characters around the article, expected at most ${MOST_AROUND}; save the article's part of the page`,
    );
  }
  return { text, stated };
}

function piecesOf(
  blocks: readonly VisibleBlock[],
  metadata: PageMetadata,
  found: ReadonlySet<number>,
): StatedPiece[] {
  const bodyStart = [...found].reduce((first, index) => Math.min(first, index), blocks.length);
  const headline = headlineIndex(blocks, metadata, bodyStart);
  const standfirst = standfirstIndex(blocks, metadata, found, headline);
  const body = withoutLastHeads(
    blocks,
    [...found].filter((index) => index !== standfirst),
  );
  const parts = headParts(blocks, metadata, { headline, standfirst, body });
  const title = headline === undefined ? plainTitle(metadata) : undefined;
  const unseen: StatedPiece[] =
    title === undefined ? [] : [{ text: title, became: "headline", rule: "html/title" }];
  return [
    ...unseen,
    ...blocks.map((block, index): StatedPiece => {
      const part = parts.get(index);
      if (part?.became === "open") return { text: block.text, rule: "" };
      if (part !== undefined) return { text: block.text, ...part };
      if (body.size === 0) return { text: block.text, rule: "" };
      if (!body.has(index)) return { text: block.text, became: "removed", rule: OUTSIDE };
      return bodyPiece(block);
    }),
  ];
}

/** Headings below the last block of the text are those of boxes that follow it. */
function withoutLastHeads(
  blocks: readonly VisibleBlock[],
  body: readonly number[],
): ReadonlySet<number> {
  const text = body.filter((index) => blocks[index]?.kind !== "crosshead");
  const end = text.reduce((last, index) => Math.max(last, index), -1);
  return new Set(body.filter((index) => index <= end));
}

/** The text's first block where it is rather the standfirst: it stands elsewhere in the page than the second. */
function standfirstIndex(
  blocks: readonly VisibleBlock[],
  metadata: PageMetadata,
  found: ReadonlySet<number>,
  headline: number | undefined,
): number | undefined {
  const [first, second] = [...found].filter((index) => index !== headline).sort((a, b) => a - b);
  if (first === undefined || second === undefined) return undefined;
  const [a, b] = [blocks[first], blocks[second]];
  if (a === undefined || a.path.join(">") === b?.path.join(">")) return undefined;
  return isStandfirst(a, metadata) ? first : undefined;
}

function bodyPiece({ text, kind, tag, linked }: VisibleBlock): StatedPiece {
  // a heading or list entry that only leads elsewhere is a teaser of another article
  if (linked && (kind === "crosshead" || kind === "listItem")) {
    return { text, became: "removed", rule: RELATED };
  }
  if (kind === "paragraph") return { text, rule: "" };
  return { text, became: kind, rule: `html/${tag}` };
}
