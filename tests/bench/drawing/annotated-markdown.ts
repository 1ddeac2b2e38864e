/** How is an article's body with its marks written as Markdown, so that another generator has Markdown to read? */

const PARAGRAPH = /<p>(?<inside>.*?)<\/p>(?<notes><div class="notes".*?<\/div>)?\n/gs;
const TAG_OR_TEXT = /<[^<>]*>|[^<>]+/g;
const ESCAPES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "\\<",
  "&gt;": "\\>",
  "&quot;": '"',
  "&#39;": "'",
};

/**
 * Returns Markdown in which marks stand as elements among the words, and margin notes as blocks, from a body's mark-up.
 * Invented articles have paragraphs only; throws on anything else.
 */
export function annotatedMarkdown(markup: string): string {
  let done = 0;
  const blocks: string[] = [];
  for (const match of markup.matchAll(PARAGRAPH)) {
    if (match.index !== done) break;
    const { inside = "", notes } = match.groups ?? {};
    blocks.push(inside.replace(TAG_OR_TEXT, (part) => (part.startsWith("<") ? part : plain(part))));
    if (notes !== undefined) blocks.push(notes);
    done += match[0].length;
  }
  if (done !== markup.length)
    throw new Error(
      `expected paragraphs and their notes alone, found ${markup.slice(done, done + 80)}`,
    );
  return `${blocks.join("\n\n")}\n`;
}

function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]]/g, "\\$&")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ESCAPES[entity] ?? entity);
}
