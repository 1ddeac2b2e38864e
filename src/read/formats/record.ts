/** What text does a record of a newsroom's system make? Stage 1: its fields, put together in the order of a page. */
import type { StatedFacts } from "../../model.ts";
import type { FormatItem } from "./adapter.ts";
import { composed, type StatedPiece } from "./composition.ts";
import { pageDocument } from "./libraries.ts";
import { languageCode, subjectWords, webAddress } from "./page-metadata.ts";
import { statedTime } from "./stated-time.ts";
import { type VisibleBlock, visibleBlocks } from "./visible-text.ts";

/** An article as records hold it: plain words but for the body. What is absent or empty is left out. */
export interface ArticleRecord {
  readonly headline?: string | undefined;
  readonly standfirst?: string | undefined;
  readonly byline?: string | undefined;
  /** A place, such as `PORT ELLIS`; it is put before the first paragraph. */
  readonly dateline?: string | undefined;
  readonly body: readonly StatedPiece[];
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
  readonly authors?: readonly string[];
  readonly agency?: string | undefined;
  readonly section?: string | undefined;
  readonly language?: string | undefined;
  readonly keywords?: readonly string[];
  readonly original?: string | undefined;
}

const DASH = " – ";
const NOT_WORDS = /[^\p{L}\p{N}]+/gu;
/** A plain text's paragraphs are parted by blank lines, or by single ones. */
const BLANK_LINE = /\n[ \t]*\n/;
const PARAGRAPHS = /(?:\r\n|[\n\r])\s*/;
const BLANK_LINES = /(?:\r\n|[\n\r])[ \t]*(?:\r\n|[\n\r])\s*/;

/**
 * Returns the article that a record makes. `format` stands before the names of fields: `feed/headline`. A summary with
 * which the text itself begins is not repeated as standfirst.
 */
export function recordItem(format: string, record: ArticleRecord): FormatItem {
  const body = withDateline(record);
  const standfirst = isOpening(record.standfirst, body) ? undefined : record.standfirst;
  const fields = [
    ["headline", record.headline],
    ["standfirst", standfirst],
    ["byline", record.byline],
  ] as const;
  const head = fields.flatMap(([became, text]): StatedPiece[] =>
    text === undefined ? [] : [{ text: oneLine(text), became, rule: `${format}/${became}` }],
  );
  const { text, spans } = composed([...head, ...body]);
  return { text, stated: { spans, ...factsOf(record) } };
}

/** Returns the blocks of HTML in a record: what they are is stated by their mark-up. */
export function markupPieces(format: string, markup: string): StatedPiece[] {
  return markupBlocks(markup).map(({ text, kind, tag }) => ({
    text,
    became: kind,
    rule: `${format}/${tag}`,
  }));
}

/** Returns the visible blocks of a piece of HTML. */
export function markupBlocks(markup: string): VisibleBlock[] {
  return visibleBlocks(pageDocument(markup).body);
}

/** Returns the words of a field that may hold mark-up, in one line; undefined where there are none. */
export function markupText(markup: string | undefined): string | undefined {
  if (markup === undefined || markup.trim() === "") return undefined;
  const text = /[<&]/.test(markup)
    ? markupBlocks(markup)
        .map((block) => block.text)
        .join(" ")
    : markup;
  return oneLine(text) || undefined;
}

/** Returns the paragraphs of a plain text in a record; what they are is left to the parsing rules. */
export function plainPieces(text: string): StatedPiece[] {
  const parting = BLANK_LINE.test(text.replace(/\r\n?/g, "\n")) ? BLANK_LINES : PARAGRAPHS;
  return text.split(parting).map((paragraph) => ({ text: paragraph, rule: "" }));
}

function factsOf(record: ArticleRecord): Omit<StatedFacts, "spans"> {
  const published = statedTime(record.published);
  const modified = statedTime(record.modified);
  const authors = (record.authors ?? []).map(oneLine).filter((name) => name !== "");
  const keywords = subjectWords(record.keywords ?? []);
  const language = languageCode(record.language);
  const original = webAddress(record.original);
  return {
    ...(published !== undefined && { published }),
    ...(modified !== undefined && modified !== published && { modified }),
    ...(authors.length > 0 && { authors: [...new Set(authors)] }),
    ...(isSaid(record.agency) && { agency: oneLine(record.agency) }),
    ...(isSaid(record.section) && { section: oneLine(record.section) }),
    ...(language !== undefined && { language }),
    ...(keywords.length > 0 && { keywords }),
    ...(original !== undefined && { original }),
  };
}

/** The dateline stands in the first paragraph, as it is printed, unless it does already. */
function withDateline({ dateline, body }: ArticleRecord): readonly StatedPiece[] {
  const place = oneLine(dateline ?? "");
  const first = body.findIndex(({ became }) => became === undefined || became === "paragraph");
  const lede = body[first];
  if (place === "" || lede === undefined) return body;
  const opening = bare(lede.text.slice(0, place.length + 40));
  if (opening.includes(bare(place))) return body;
  return body.with(first, { ...lede, text: `${place}${DASH}${lede.text.trim()}` });
}

/** Whether a summary, less the dots at its end, is what the text begins with. */
function isOpening(summary: string | undefined, body: readonly StatedPiece[]): boolean {
  const words = bare((summary ?? "").replace(/(?:\[?(?:…|\.\.\.)\]?|\[&hellip;\])\s*$/u, ""));
  const opening = bare(
    body
      .map(({ text }) => text)
      .join(" ")
      .slice(0, 2 * (summary ?? "").length + 200),
  );
  return words === "" || opening.includes(words);
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== "";
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function bare(text: string): string {
  return text.toLowerCase().replace(NOT_WORDS, "");
}
