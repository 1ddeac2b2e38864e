/** What Markdown file does a parsed and annotated source become? Stage 3: article → front matter and body. */
import type { Annotations, Article, FrontMatter, SourceText, Span } from "../model.ts";
import { inZone } from "../text/dates.ts";
import { writeMarkdown } from "../text/markdown.ts";
import { isLoneSurname } from "../text/particles.ts";
import { slugOf } from "../text/slug.ts";
import { suppliedHeadline } from "../text/supplied-headline.ts";

/** Names less sure than this are not put into the editor's lists; nobody has ruled on them then. */
const LISTED_CONFIDENCE = 0.5;

/** A source's Markdown file before an address is given and its lists are filled. */
export interface ImportedArticle {
  readonly front: Omit<FrontMatter, "address">;
  readonly body: string;
  /** Folder of the address: `/2022/01/26/`, `/2022/01/`, or `/undated/`. */
  readonly shelf: string;
  /** Last part of the address if it is free. */
  readonly slug: string;
}

/**
 * Returns the Markdown of a source. An article without a headline gets its opening words in square
 * brackets, as cataloguers mark a title they had to supply.
 */
export function importedArticle(
  source: SourceText,
  article: Article,
  language: string,
): ImportedArticle {
  const printed = (span: Span | undefined): string | undefined =>
    span && source.text.slice(span.start, span.end);
  const headline = article.headline?.text ?? suppliedHeadline(openingWords(source.text, article));
  const section = article.other.find((matter) => matter.kind === "section");
  const front = dropAbsent({
    headline,
    published: article.published?.value,
    zone: article.published?.zone,
    dateline: article.dateline?.place,
    modified: source.stated?.modified && inZone(source.stated.modified, article.published?.zone),
    byline: article.byline?.authors ?? source.stated?.authors,
    agency: article.byline?.agency ?? article.dateline?.agency ?? source.stated?.agency,
    standfirst: printed(article.standfirst),
    section: printed(section) ?? source.stated?.section,
    language: language === "und" ? undefined : language,
    original: source.stated?.original,
    keywords: source.stated?.keywords,
    source: dropAbsent({ file: source.path, item: source.item, sha256: source.sha256 }),
    printed: unlessEmpty(
      dropAbsent({
        headline: article.headline && exactHeadline(source.text, article.headline),
        published: printed(article.published?.span),
        byline: printed(article.byline),
      }),
    ),
    kept: article.other
      .filter((matter) => matter !== section)
      .map((matter) => ({ kind: matter.kind, text: source.text.slice(matter.start, matter.end) })),
    removed: article.removed.map((removal) => ({
      rule: removal.rule,
      text: source.text.slice(removal.start, removal.end),
    })),
  });
  return {
    front,
    body: writeMarkdown(source.text, article.blocks),
    shelf: shelfOf(article.published?.value),
    slug: slugOf(headline) || `article-${source.sha256.slice(0, 8)}`,
  };
}

/** Returns the lists that import fills: who and what is recognised in an article, but what is too unsure. Empty ones are absent. */
export function listsOf(
  annotations: Annotations,
): Pick<FrontMatter, "people" | "organisations" | "places" | "topics"> {
  return dropAbsent({
    people: namesOf(annotations.people).filter((name) => !isLoneSurname(name)),
    organisations: namesOf(annotations.organisations),
    places: namesOf(annotations.places),
    topics: annotations.topics.map((topic) => topic.label),
  });
}

/** The headline as printed, where folding its white space has changed it. */
function exactHeadline(
  text: string,
  headline: Span & { readonly text: string },
): string | undefined {
  const exact = text.slice(headline.start, headline.end);
  return exact === headline.text ? undefined : exact;
}

function openingWords(text: string, { blocks: [first] }: Article): string {
  return first === undefined ? "untitled" : text.slice(first.start, first.end);
}

function namesOf(
  named: readonly { readonly name: string; readonly confidence: number }[],
): string[] {
  return named.filter((entry) => entry.confidence >= LISTED_CONFIDENCE).map((entry) => entry.name);
}

function shelfOf(published: string | undefined): string {
  if (published === undefined) return "/undated/";
  return `/${published.slice(0, 10).replaceAll("-", "/")}/`;
}

function unlessEmpty<T extends object>(record: T): T | undefined {
  return Object.keys(record).length === 0 ? undefined : record;
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out keys that have nothing to say: `undefined`, which the types of the model do not allow, and empty lists. */
function dropAbsent<T extends object>(record: T): Present<T> {
  // the entries that stay are those the type promises
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Present<T>;
}
