/** Which blocks does the content of a WordPress post hold? Stage 1: HTML, bare paragraphs and shortcodes. */
import type { StatedPiece } from "./composition.ts";
import { markupBlocks } from "./record.ts";

/** Written in the block editor: line breaks mean nothing then. */
const BLOCK_EDITOR = /<!-- wp:/;
/** In the classic editor a blank line parts paragraphs and a single one is a break, as WordPress' own `wpautop` has it. */
const BREAKS = /<[^<>]*>|\r?\n[ \t]*\r?\n\s*|\r?\n/g;
/** `[caption id="x"]<img> The bridge[/caption]`: the one shortcode whose words are the article's. */
const CAPTION_START = /\[(?:wp_)?caption(?:\s[^\]]{0,500})?\]/g;
const CAPTION_END = /\[\/(?:wp_)?caption\]/g;
/** What a plug-in puts in its place when the page is shown: `[gallery ids="1,2"]`, `[embed]https://…[/embed]`. */
const SHORTCODE =
  /^\[(?<name>[a-z][a-z0-9_-]{1,40})(?:\s[^\]]{0,2000})?\/?\](?:[^[\]]{0,2000}\[\/\k<name>\])?$/;
const CLOSING = /^\[\/[a-z][a-z0-9_-]{1,40}\]$/;

/**
 * Returns the blocks of a post's content. Shortcodes that stand alone are removed as `shortcode`; those inside a sentence
 * stay as they are written.
 */
export function wordpressPieces(content: string): StatedPiece[] {
  const captioned = content.replace(CAPTION_START, "<figure>").replace(CAPTION_END, "</figure>");
  const markup = BLOCK_EDITOR.test(captioned) ? captioned : withParagraphs(captioned);
  return markupBlocks(markup).map(({ text, kind, tag }) =>
    SHORTCODE.test(text) || CLOSING.test(text)
      ? { text, became: "removed", rule: "shortcode" }
      : { text, became: kind, rule: `wordpress/${tag}` },
  );
}

/** With line breaks as mark-up, but in `<pre>`, where they are what they are. */
function withParagraphs(content: string): string {
  const pieces: string[] = [];
  let at = 0;
  while (at < content.length) {
    const opens = content.indexOf("<pre", at);
    const closes = opens === -1 ? -1 : content.indexOf("</pre>", opens);
    const until = closes === -1 ? content.length : opens;
    pieces.push(content.slice(at, until).replace(BREAKS, asMarkup));
    if (closes === -1) break;
    pieces.push(content.slice(opens, closes + "</pre>".length));
    at = closes + "</pre>".length;
  }
  return pieces.join("");
}

function asMarkup(found: string): string {
  if (found.startsWith("<")) return found;
  return /\n[ \t]*\r?\n/.test(found) ? "<br><br>" : "<br>";
}
