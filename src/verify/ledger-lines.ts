/** What does the ledger of a site say of one article? Pure; for the build. */
import type { FrontMatter, SourceText } from "../model.ts";
import type { LedgerLine } from "../publish/ledger.ts";
import { nonBlank } from "../text/white-space.ts";
import { type ArticleText, pieceDigests, shownPieces, textDigest } from "./pieces.ts";
import { formatOrder, tile } from "./tiling.ts";
import { sha256Of } from "./words.ts";

/**
 * Returns the ledger's line for a published article, whose page has the digest `page` (`pageDigest`). `source` is
 * the text that its front matter names, if it is there and has the hash that stands there; only then does the line
 * say how the page makes up the source.
 */
export function ledgerLine(
  article: ArticleText,
  source: SourceText | undefined,
  page: string,
): LedgerLine {
  const pieces = shownPieces(article);
  const { front } = article;
  return {
    address: front.address,
    text: textDigest(pieces),
    pieces: pieceDigests(pieces),
    page,
    ...(front.source && { source: { ...front.source } }),
    ...(source?.sha256 === front.source?.sha256 && source && account(source.text, article)),
  };
}

/** Returns the ledger's line for an article that was withdrawn. */
export function withdrawnLine({ address }: FrontMatter): LedgerLine {
  return { address, withdrawn: true };
}

function account(
  text: string,
  article: ArticleText,
): Pick<LedgerLine, "characters" | "words" | "order" | "edited"> {
  const words = nonBlank(text);
  const tiling = tile(text, shownPieces(article));
  return {
    characters: words.length,
    words: sha256Of(words),
    ...("order" in tiling ? { order: formatOrder(tiling.order) } : { edited: true }),
  };
}
