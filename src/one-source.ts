/** What does one source become? Stages 2 and 3 for a single article of an archive. */
import type { Article, Diagnostic, FrontMatter, ParseFacts, SourceText } from "./model.ts";
import { dateOrderShown } from "./parse/dates/order.ts";
import { parseArticle } from "./parse/parse.ts";
import { factsFor } from "./read/settings.ts";
import { languageOf } from "./recognise/language.ts";
import { recognise } from "./recognise/recognise.ts";
import { builtInTopics } from "./recognise/topics/topics.ts";
import type { ArchiveSettings } from "./settings-model.ts";
import { documentOfSource } from "./text/document.ts";
import { sourceName } from "./text/source-name.ts";
import { isSuppliedHeadline } from "./text/supplied-headline.ts";
import type { AddressBook } from "./write/address-book.ts";
import { formatArticleFile } from "./write/article-file.ts";
import { importedArticle } from "./write/imported-article.ts";

/** The Markdown file of a source, not yet written, and what should be known of it. */
export interface ImportOutcome {
  readonly file?: { readonly path: string; readonly text: string };
  readonly diagnostics: readonly Diagnostic[];
  /** Which order of day and month its publication line proves. */
  readonly orderShown?: DateOrder;
  /** Day and month of its date could be either way round, and nothing else has been done with it. */
  readonly isAmbiguous?: true;
}

type DateOrder = NonNullable<ParseFacts["dateOrder"]>;

/**
 * Returns the Markdown file that a source becomes; none where it is set aside, or where its article stands in a
 * file that waits for its editor. What the editor has settled in the front matter is not complained of again.
 * A date that could be either way round is left to the caller, once: given `dateOrder`, or `"unknown"`, it
 * is read by that or stays unread.
 */
export function importSource(
  source: SourceText,
  options: {
    readonly settings: ArchiveSettings;
    readonly book: AddressBook;
    readonly dateOrder?: DateOrder | "unknown";
  },
): ImportOutcome {
  const { settings, book, dateOrder } = options;
  const file = sourceName(source.path, source.item);
  const earlier = book.repeated(source);
  if (earlier !== undefined) return { diagnostics: [repetition(file, earlier)] };
  // what is wrong with the article's file is said where it is read
  if (book.isUnreadable(source)) return { diagnostics: [] };
  const article = parseArticle(source.text, {
    ...factsFor(source, settings),
    ...(dateOrder !== undefined && dateOrder !== "unknown" && { dateOrder }),
  });
  if (dateOrder === undefined && article.diagnostics.some(({ rule }) => rule === AMBIGUOUS)) {
    return { diagnostics: [], isAmbiguous: true };
  }
  const orderShown = orderShownIn(source, article);
  const diagnostics = article.diagnostics.map((diagnostic) => ({ ...diagnostic, file }));
  if (article.headline === undefined && article.blocks.length === 0) {
    return { diagnostics: [...diagnostics, nothingLeft(file)] };
  }
  const language = languageOfSource(source, article);
  const annotations = recognise(documentOfSource(source.text, article, language), builtInTopics());
  const imported = importedArticle(source, article, { annotations, language });
  const { place, note } = book.placeOf(source, imported);
  const doubts = isUndated(article) ? [...diagnostics, undated(file, place.path)] : diagnostics;
  return {
    file: {
      path: place.path,
      text: formatArticleFile({ ...imported.front, address: place.address }, imported.body),
    },
    diagnostics: [
      ...doubts
        .filter((doubt) => !isSettled(doubt, article, book.frontOf(source)))
        .map((doubt) => ({ ...doubt, article: place.path })),
      ...(note === undefined ? [] : [note]),
    ],
    ...(orderShown !== undefined && { orderShown }),
  };
}

const AMBIGUOUS = "parse/ambiguous-date";

function orderShownIn({ text }: SourceText, { published }: Article): DateOrder | undefined {
  const span = published?.span;
  return span && dateOrderShown(text.slice(span.start, span.end));
}

/** What templates say when nobody has set it. */
const DEFAULT_LANGUAGE = "en";

/**
 * The language that the source's format states, unless that is only what templates say and the words say otherwise;
 * else the one that the words speak for. Words around an article in a page are often in another.
 */
function languageOfSource({ text, stated }: SourceText, article: Article): string {
  if (stated === undefined) return languageOf(text);
  const words = article.blocks.map(({ start, end }) => text.slice(start, end)).join("\n");
  const { language = "und" } = stated;
  if (language !== "und" && !isLanguage(language, DEFAULT_LANGUAGE)) return language;
  const read = languageOf(words === "" ? text : words);
  return read === "und" || isLanguage(language, read) ? language : read;
}

/** `en-GB` is `en`. */
function isLanguage(code: string, language: string): boolean {
  return code.split("-")[0]?.toLowerCase() === language;
}

const ABOUT_DATES: ReadonlySet<string> = new Set([
  "import/undated",
  "parse/unreadable-date",
  "parse/ambiguous-date",
]);

/** A date was found, but another one may be meant. */
const ABOUT_THE_DATE_CHOSEN: ReadonlySet<string> = new Set([
  "parse/several-dates",
  "parse/updated-only",
]);

/**
 * Whether the article's file has what the source lacks: a date, another date than the one we chose, or a headline
 * not supplied by us.
 */
function isSettled(
  { rule }: Diagnostic,
  { published }: Article,
  front: FrontMatter | undefined,
): boolean {
  if (ABOUT_DATES.has(rule)) return front?.published !== undefined;
  if (ABOUT_THE_DATE_CHOSEN.has(rule)) {
    return front?.published !== undefined && front.published !== published?.value;
  }
  return rule === "parse/no-headline" && front !== undefined && !isSuppliedHeadline(front.headline);
}

/** Without a date, and without a complaint about one that says more. */
function isUndated({ published, diagnostics }: Article): boolean {
  return published === undefined && !diagnostics.some(({ rule }) => rule.endsWith("-date"));
}

function undated(file: string, path: string): Diagnostic {
  return {
    severity: "warning",
    rule: "import/undated",
    file,
    message: `states no publication date and stands among the undated; add \`published:\` to ${path} if you know it`,
  };
}

function repetition(file: string, earlier: string): Diagnostic {
  return {
    severity: "set-aside",
    rule: "import/repeated",
    file,
    about: earlier,
    message: `holds the same bytes as ${earlier}, which stands for both; delete one of them`,
  };
}

function nothingLeft(file: string): Diagnostic {
  return {
    severity: "set-aside",
    rule: "import/no-article",
    file,
    line: 1,
    message:
      "expected a headline and paragraphs, found none; add a headline as the first line or delete the file",
  };
}
