/** What does a page state about its article beside its visible words? Stage 1: JSON-LD first, then meta elements and microdata. */
import type { StatedFacts } from "../../model.ts";
import { articleData, type DataNode, namesIn, textsIn } from "./page-data.ts";
import { statedTime } from "./stated-time.ts";

/** What a page states about its article. */
export interface PageMetadata {
  /** The headlines it states, the surest first. */
  readonly titles: readonly string[];
  /** Summaries, one of which may be the standfirst. */
  readonly descriptions: readonly string[];
  /** The text of the article as JSON-LD has it. */
  readonly body?: string;
  readonly siteName?: string;
  readonly facts: Omit<StatedFacts, "spans">;
}

const TITLES = [
  "og:title",
  "twitter:title",
  "dc.title",
  "dcterms.title",
  "parsely-title",
  "sailthru.title",
];
const PUBLISHED = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "date.published",
  "publication_date",
  "published_at",
  "parsely-pub-date",
  "sailthru.date",
  "dc.date.issued",
  "dcterms.created",
  "dc.date",
  "dcterms.date",
  "citation_publication_date",
  "pubdate",
  "publishdate",
  "publish-date",
  "article.published",
  "cxenseparse:recs:publishtime",
  "date",
];
const MODIFIED = [
  "article:modified_time",
  "og:updated_time",
  "dcterms.modified",
  "last-modified",
  "datemodified",
];
const AUTHORS = [
  "author",
  "article:author",
  "parsely-author",
  "sailthru.author",
  "dc.creator",
  "dcterms.creator",
  "byl",
  "citation_author",
];
const SECTIONS = ["article:section", "parsely-section", "section"];
const KEYWORDS = ["news_keywords", "keywords", "parsely-tags", "sailthru.tags"];
const DESCRIPTIONS = ["og:description", "description", "twitter:description", "dc.description"];
const ADDRESS = /^https?:\/\//i;
const LANGUAGE = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i;
const MOST_KEYWORDS = 40;
const LONGEST_KEYWORD = 80;
const LONGEST_NAME = 100;

/** Returns what a page states. Fields that it states in several places are taken from the first of them that can be read. */
export function pageMetadata(document: Document): PageMetadata {
  const meta = metaOf(document);
  const data = articleData(document);
  const published =
    firstTime([...textsIn(data, "datePublished", "dateCreated"), ...inMeta(meta, PUBLISHED)]) ??
    firstTime(microdata(document, "datePublished"));
  const modified =
    firstTime([...textsIn(data, "dateModified"), ...inMeta(meta, MODIFIED)]) ??
    firstTime(microdata(document, "dateModified"));
  const [siteName] = [...inMeta(meta, ["og:site_name"]), ...namesIn(data, "publisher")];
  // a paper that names itself as the author names nobody
  const authors = authorsOf(document, meta, data).filter((name) => name !== siteName);
  const section = [...textsIn(data, "articleSection"), ...inMeta(meta, SECTIONS)][0];
  const language = languageOf(document, meta, data);
  const keywords = keywordsOf(meta, data);
  const original = originalOf(document, meta, data);
  const [body] = textsIn(data, "articleBody");
  return {
    titles: titlesOf(document, meta, data),
    descriptions: [...textsIn(data, "description"), ...inMeta(meta, DESCRIPTIONS)],
    ...(body !== undefined && { body }),
    ...(siteName !== undefined && { siteName }),
    facts: {
      ...(published !== undefined && { published }),
      ...(modified !== undefined && modified !== published && { modified }),
      ...(authors.length > 0 && { authors }),
      ...(section !== undefined && section.length <= LONGEST_NAME && { section }),
      ...(language !== undefined && { language }),
      ...(keywords.length > 0 && { keywords }),
      ...(original !== undefined && { original }),
    },
  };
}

/** Returns an address of the web as it may be linked to: http or https, and one that can be parsed; else undefined. */
export function webAddress(address: string | undefined): string | undefined {
  const trimmed = address?.trim() ?? "";
  return ADDRESS.test(trimmed) && URL.canParse(trimmed) ? new URL(trimmed).href : undefined;
}

/** Returns a BCP 47 code in its usual spelling, such as `pt-BR`; undefined where it is none. */
export function languageCode(code: string | undefined): string | undefined {
  const trimmed = code?.trim().replaceAll("_", "-") ?? "";
  if (!LANGUAGE.test(trimmed)) return undefined;
  try {
    return Intl.getCanonicalLocales(trimmed)[0];
  } catch {
    // thrown for what only looks like a code
    return undefined;
  }
}

/** Returns subject words without repeats, as many and as long as an archive can use. */
export function subjectWords(words: readonly string[]): string[] {
  const trimmed = words.map((word) => word.replace(/\s+/g, " ").trim());
  const usable = trimmed.filter((word) => word !== "" && word.length <= LONGEST_KEYWORD);
  return [...new Set(usable)].slice(0, MOST_KEYWORDS);
}

/** The contents of meta elements by name or property, in lower case. */
function metaOf(document: Document): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const content = element.getAttribute("content")?.replace(/\s+/g, " ").trim() ?? "";
    for (const attribute of ["name", "property", "itemprop"]) {
      const name = element.getAttribute(attribute)?.toLowerCase() ?? "";
      if (name === "" || content === "") continue;
      const contents = found.get(name);
      if (contents === undefined) found.set(name, [content]);
      else contents.push(content);
    }
  }
  return found;
}

function inMeta(meta: ReadonlyMap<string, readonly string[]>, names: readonly string[]): string[] {
  return names.flatMap((name) => meta.get(name) ?? []);
}

/** What elements marked with schema.org's microdata say: by an attribute, else by their words. */
function microdata(document: Document, property: string): string[] {
  return [...document.querySelectorAll(`[itemprop~="${property}"]`)].flatMap((element) => {
    const stated =
      element.getAttribute("content") ?? element.getAttribute("datetime") ?? element.textContent;
    const text = stated?.replace(/\s+/g, " ").trim() ?? "";
    return text === "" ? [] : [text];
  });
}

function firstTime(fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const time = statedTime(field);
    if (time !== undefined) return time;
  }
  return undefined;
}

function titlesOf(
  document: Document,
  meta: ReadonlyMap<string, readonly string[]>,
  data: DataNode | undefined,
): string[] {
  const title = document.querySelector("title")?.textContent?.replace(/\s+/g, " ").trim();
  const stated = [
    ...textsIn(data, "headline", "alternativeHeadline"),
    ...microdata(document, "headline"),
    ...inMeta(meta, TITLES),
    ...textsIn(data, "name"),
    ...(title === undefined ? [] : [title]),
  ];
  return [...new Set(stated.filter((words) => words !== ""))];
}

/** Names only: many pages give the address of an author's profile. */
function authorsOf(
  document: Document,
  meta: ReadonlyMap<string, readonly string[]>,
  data: DataNode | undefined,
): string[] {
  const sources = [
    namesIn(data, "author"),
    namesIn(data, "creator"),
    ...AUTHORS.map((name) => inMeta(meta, [name])),
    microdata(document, "author"),
  ];
  for (const names of sources) {
    const usable = names.filter(
      (name) => name.length <= LONGEST_NAME && !/https?:|www\.|@/.test(name),
    );
    if (usable.length > 0) return [...new Set(usable)];
  }
  return [];
}

function languageOf(
  document: Document,
  meta: ReadonlyMap<string, readonly string[]>,
  data: DataNode | undefined,
): string | undefined {
  const stated = [
    ...textsIn(data, "inLanguage"),
    document.documentElement?.getAttribute("lang") ?? "",
    ...inMeta(meta, ["language", "dc.language", "og:locale"]),
  ];
  for (const code of stated) {
    const language = languageCode(code);
    if (language !== undefined) return language;
  }
  return undefined;
}

/** Words in one string are parted by commas. */
function keywordsOf(
  meta: ReadonlyMap<string, readonly string[]>,
  data: DataNode | undefined,
): string[] {
  const inData = [...textsIn(data, "keywords"), ...namesIn(data, "keywords")];
  const tags = inMeta(meta, ["article:tag"]);
  const stated = inData.length > 0 ? inData : tags.length > 0 ? tags : inMeta(meta, KEYWORDS);
  return subjectWords(stated.flatMap((words) => words.split(/[,;،、]/)));
}

function originalOf(
  document: Document,
  meta: ReadonlyMap<string, readonly string[]>,
  data: DataNode | undefined,
): string | undefined {
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute("href") ?? "";
  const stated = [
    canonical,
    ...inMeta(meta, ["og:url"]),
    ...textsIn(data, "url", "mainEntityOfPage", "@id"),
  ];
  for (const address of stated) {
    const usable = webAddress(address);
    if (usable !== undefined) return usable;
  }
  return undefined;
}
