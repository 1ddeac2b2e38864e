/** What does one source become? Stages 2 and 3 for a single article of an archive. */
import type {
  Annotations,
  Article,
  Diagnostic,
  FrontMatter,
  NewsDocument,
  ParseFacts,
  SourceText,
} from "./model.ts";
import { dateOrderShown } from "./parse/dates/order.ts";
import { parseArticle } from "./parse/parse.ts";
import { factsFor } from "./read/settings.ts";
import { languageOf } from "./recognise/language.ts";
import type { ArchiveSettings } from "./settings-model.ts";
import { documentOfMarkdown } from "./text/document.ts";
import { sourceName } from "./text/source-name.ts";
import { isSuppliedHeadline } from "./text/supplied-headline.ts";
import { newPlace, type TakenPlaces } from "./write/address-book.ts";
import { formatArticleFile } from "./write/article-file.ts";
import { type ImportedArticle, importedArticle, listsOf } from "./write/imported-article.ts";

/** The Markdown file of a source, not yet written, and what should be known of it. */
export interface ImportOutcome {
  readonly file?: { readonly path: string; readonly text: string; readonly front: FrontMatter };
  readonly diagnostics: readonly Diagnostic[];
  /** That a new article's address was taken: said once, when it is given another. */
  readonly note?: Diagnostic;
  /** The date that the source states. */
  readonly dateRead?: string;
  /** Which order of day and month its publication line proves. */
  readonly orderShown?: DateOrder;
  /** Day and month of its date could be either way round, and nothing else has been done with it. */
  readonly isAmbiguous?: true;
}

type DateOrder = NonNullable<ParseFacts["dateOrder"]>;

/** What is known of the archive around a source. */
export interface SourceSurroundings {
  readonly settings: ArchiveSettings;
  /** The article that the source has already. */
  readonly standing?: StandingArticle;
  /** The name of the source that stands for all with the same bytes, if it is another one. */
  readonly holder?: string;
  readonly taken: TakenPlaces;
  /** Recognises the document of the Markdown that is about to be written, with the topics that ship. */
  readonly recognise: (document: NewsDocument) => Annotations;
  /** By which an ambiguous date is read, or that it is not to be read. */
  readonly dateOrder?: DateOrder | "unknown";
}

/** What the Markdown file of an article that stands says; of one that cannot be read, what its copy says. */
export interface StandingArticle {
  readonly path: string;
  readonly isReadable: boolean;
  readonly address?: string;
}

/**
 * Returns the Markdown file that a source becomes; none where it is set aside, or where its article stands in a
 * file that waits for its editor. Of what is doubtful in it the editor may have settled some (`openDoubts`).
 * A date that could be either way round is left to the caller, once: given `dateOrder`, or `"unknown"`, it
 * is read by that or stays unread.
 */
export function importSource(source: SourceText, around: SourceSurroundings): ImportOutcome {
  const { settings, standing, holder, dateOrder } = around;
  const file = sourceName(source.path, source.item);
  if (holder !== undefined) return { diagnostics: [repetition(file, holder)] };
  // what is wrong with the article's file is said where it is read
  if (standing?.isReadable === false) return { diagnostics: [] };
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
  const imported = importedArticle(source, article, languageOfSource(source, article));
  const { place, note } = placeOf(source, imported, around);
  const front = { ...imported.front, address: place.address };
  const { document } = documentOfMarkdown(front, imported.body);
  const listed = { ...front, ...listsOf(around.recognise(document)) };
  const doubts = isUndated(article) ? [...diagnostics, undated(file, place.path)] : diagnostics;
  return {
    file: { path: place.path, text: formatArticleFile(listed, imported.body), front: listed },
    diagnostics: doubts.map((doubt) => ({ ...doubt, article: place.path })),
    ...(note !== undefined && { note }),
    ...(article.published !== undefined && { dateRead: article.published.value }),
    ...(orderShown !== undefined && { orderShown }),
  };
}

/** An article that stands keeps its place, whatever its date and headline have become. */
function placeOf(
  source: SourceText,
  imported: ImportedArticle,
  { standing, taken }: SourceSurroundings,
): ReturnType<typeof newPlace> {
  if (standing?.address === undefined) return newPlace(source, imported, taken);
  return { place: { path: standing.path, address: standing.address } };
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
 * Returns what is doubtful in a source and its article's file, as it stands after the import, does not settle: it has what the source lacks, a date,
 * another date than the one we chose, or a headline not supplied by us.
 */
export function openDoubts(
  { diagnostics, dateRead }: Pick<ImportOutcome, "diagnostics" | "dateRead">,
  { headline, published }: Partial<Pick<FrontMatter, "headline" | "published">>,
): readonly Diagnostic[] {
  const isSettled = (rule: string): boolean => {
    if (ABOUT_DATES.has(rule)) return published !== undefined;
    if (ABOUT_THE_DATE_CHOSEN.has(rule)) return published !== undefined && published !== dateRead;
    return rule === "parse/no-headline" && headline !== undefined && !isSuppliedHeadline(headline);
  };
  return diagnostics.filter(({ rule }) => !isSettled(rule));
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
