/** Is what somebody is said to have said marked so on the article's page, with that speaker? For the walkers of claims. */
import { type ArticleHere, keyOf, type QuotedHere, wordsOf } from "./article-here.ts";
import type { Trail } from "./claim-trail.ts";

/** Walks the quotation of a row to its mark on the article's page, and its speaker to the note beside that. */
export function walkQuotation(row: Element, trail: Trail): void {
  const link = row.querySelector("a.evidence");
  const article = trail.target(link);
  const mark = trail.place(link).hash.slice(1);
  const pieces = [...row.querySelectorAll("blockquote p")].flatMap((p) => wordsOf(p).split(" … "));
  const claim = `“${pieces.join(" / ")}” at ${link?.getAttribute("href")}`;
  if (!mark.startsWith("q-")) {
    // headlines and standfirsts have no marks
    const opens = article?.opensIn(mark, wordsOf(row.querySelector("blockquote"))) === true;
    trail.site.tell("quotation", opens ? undefined : `${claim} does not open there`);
    return;
  }
  const quoted = article?.quotations.get(mark);
  const found = article !== undefined && quoted !== undefined && follows(article, quoted, pieces);
  trail.site.tell("quotation", found ? undefined : `${claim} is not marked so`);
  trail.expect("speaker", quoted?.speaker, speakerOf(row, trail));
  const doubt = wordsOf(row.querySelector(".doubt")).toLowerCase();
  trail.expect("probably", quoted?.isProbable, doubt.startsWith("probably"));
  const why = wordsOf(row.querySelector(".why")).replace(/\.$/, "");
  // a sure speaker's reason is left to the article
  if (why !== "" || quoted?.isProbable === true)
    trail.expect("why this speaker", quoted?.isProbable && sentenceCase(quoted.because), why);
}

/** The first piece begins with the mark, the others come after it in their order. */
function follows(article: ArticleHere, { start }: QuotedHere, pieces: readonly string[]): boolean {
  let at = start;
  for (const [index, piece] of pieces.entries()) {
    const found = article.text.indexOf(piece, at);
    if (piece === "" || found < 0 || (index === 0 && found !== start)) return false;
    at = found + piece.length;
  }
  return pieces.length > 0;
}

/** Named in the row, or whose page it is; a chapter is part of its person's page. */
function speakerOf(row: Element, { address }: Trail): string {
  const named = row.querySelector(".speaker");
  return named === null
    ? address.split("/").slice(0, 3).join("/").concat("/")
    : keyOf(named, address);
}

/** Walks the citations on an article's own page to the marks above them. */
export function walkCitations(article: ArticleHere, trail: Trail): void {
  const rows = trail.all(".cited li");
  trail.expect("quotations to cite", article.quotations.size, rows.length);
  for (const row of rows) {
    const [speaker, words] = [...row.querySelectorAll("bdi")].map(wordsOf);
    const quoted = article.quotations.get(trail.place(row.querySelector("a")).hash.slice(1));
    const name = quoted && nameOf(quoted.speaker, article);
    const isNamed = !wordsOf(row).startsWith("Speaker not known");
    trail.expect("speaker cited", name, isNamed ? speaker : "");
    const pieces = ((isNamed ? words : speaker) ?? "").split(" … ").map(uncut);
    const marked = quoted !== undefined && follows(article, quoted, pieces);
    trail.site.tell("words cited", marked ? undefined : `“${words}” is not marked so`);
    trail.expect("probably", quoted?.isProbable, wordsOf(row).startsWith("Probably "));
  }
}

/** A long quotation is cut behind a word. */
function uncut(words: string): string {
  return words.replace(/ …\P{L}*$/u, "");
}

function nameOf(key: string, { named }: ArticleHere): string {
  return named.get(key)?.name ?? key;
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
