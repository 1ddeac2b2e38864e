/** What does an RSS or Atom feed say? Stage 1: each entry is an article. */
import { type FormatAdapter, FormatError, type FormatItem, readEach } from "./adapter.ts";
import { itemName, uniquelyNamed } from "./item-name.ts";
import { markupPieces, markupText, recordItem } from "./record.ts";
import { decodeWeb } from "./web-encoding.ts";
import { markupOf } from "./xml-markup.ts";
import { elements, find, rawText, textIn, type XmlElement, xmlTree } from "./xml-tree.ts";

const ENDING = /\.(?:xml|rss|atom|rdf)$/i;
const ROOT = /<(?:[\w.-]{1,20}:)?(?:rss|feed|RDF)[\s>]/;
/** RSS gives authors as `desk@courier.example (Ana Reis)`. */
const MAIL_AND_NAME = /^\S+@\S+\s*\((?<name>[^()]+)\)$/;
const MAIL = /^\S+@\S+$/;

/** Reads feeds: RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom. */
export const feed: FormatAdapter = {
  format: "feed",
  recognises: (name, opening) => ENDING.test(name) && ROOT.test(opening),
  read: ({ bytes }) => {
    const { text, encoding, doubts } = decodeWeb(bytes);
    const root = xmlTree(text);
    const isAtom = root.name === "feed";
    const channel = isAtom ? root : find(root, "channel");
    const entries = isAtom
      ? elements(root, "entry")
      : [...elements(channel, "item"), ...elements(root, "item")];
    const named = entries.map((entry) => [itemName(idOf(entry)), entry] as const);
    const context = {
      language: textIn(find(channel, "language")) ?? root.attributes.get("xml:lang"),
      authors: authorsOf(channel),
    };
    const read = readEach(uniquelyNamed(named), (entry) =>
      isAtom ? atomArticle(entry, context) : rssArticle(entry, context),
    );
    return { items: read.items, diagnostics: [...doubts, ...read.diagnostics], encoding };
  },
};

/** What holds for all entries of a feed. */
interface FeedContext {
  readonly language: string | undefined;
  readonly authors: readonly string[];
}

function idOf(entry: XmlElement): string {
  return (
    textIn(find(entry, "guid")) ??
    textIn(find(entry, "id")) ??
    entry.attributes.get("rdf:about") ??
    linkOf(entry) ??
    textIn(find(entry, "title")) ??
    textIn(entry) ??
    ""
  );
}

function rssArticle(item: XmlElement, { language }: FeedContext): FormatItem {
  const description = rawText(own(item, "description"));
  const full = rawText(elements(item, "encoded").find(({ space }) => space.includes("content")));
  const guid = find(item, "guid");
  const body = full.trim() === "" ? description : full;
  const isPermanent = guid?.attributes.get("isPermaLink") !== "false";
  return articleWithWords({
    headline: markupText(rawText(own(item, "title"))),
    ...(full.trim() !== "" && { standfirst: markupText(description) }),
    body: markupPieces("feed", body),
    published: textIn(find(item, "pubDate")) ?? textIn(find(item, "date")),
    authors: authorsOf(item),
    language: language,
    keywords: elements(item, "category").flatMap((category) => textIn(category) ?? []),
    original: linkOf(item) ?? (isPermanent ? textIn(guid) : undefined),
  });
}

function atomArticle(entry: XmlElement, { language, authors }: FeedContext): FormatItem {
  const content = find(entry, "content");
  const summary = find(entry, "summary");
  const own = authorsOf(entry);
  const published = textIn(find(entry, "published"));
  const updated = textIn(find(entry, "updated"));
  return articleWithWords({
    headline: markupText(markupIn(find(entry, "title"))),
    ...(content !== undefined && { standfirst: markupText(markupIn(summary)) }),
    body: markupPieces("feed", markupIn(content ?? summary)),
    published: published ?? updated,
    ...(published !== undefined && { modified: updated }),
    authors: own.length > 0 ? own : authors,
    language: entry.attributes.get("xml:lang") ?? language,
    keywords: elements(entry, "category").flatMap(
      ({ attributes }) => attributes.get("label") ?? attributes.get("term") ?? [],
    ),
    original: linkOf(entry),
  });
}

function articleWithWords(record: Parameters<typeof recordItem>[1]): FormatItem {
  const item = recordItem("feed", record);
  if (item.text === "") {
    throw new FormatError("read/empty-entry", "expected a title or text, found neither");
  }
  return item;
}

/** The HTML of an Atom text: written out as elements, as text, or plain words. */
function markupIn(element: XmlElement | undefined): string {
  if (element === undefined) return "";
  const type = element.attributes.get("type") ?? "text";
  if (type === "xhtml" || type.endsWith("/xhtml+xml")) return markupOf(element);
  const text = rawText(element);
  return type.includes("html") ? text : escaped(text);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** RSS' own elements have no namespace, or that of RSS 1.0; `media:title` and the like are others'. */
function own(item: XmlElement, name: string): XmlElement | undefined {
  return elements(item, name).find(({ space }) => space === "" || space.includes("purl.org/rss"));
}

function linkOf(entry: XmlElement): string | undefined {
  const links = elements(entry, "link");
  const page = links.find(
    ({ attributes }) => (attributes.get("rel") ?? "alternate") === "alternate",
  );
  for (const link of page === undefined ? links : [page, ...links]) {
    const address = link.attributes.get("href") ?? textIn(link);
    if (address !== undefined) return address;
  }
  return undefined;
}

function authorsOf(parent: XmlElement | undefined): string[] {
  const stated = [...elements(parent, "creator"), ...elements(parent, "author")];
  return stated.flatMap((author) => {
    const words = textIn(find(author, "name")) ?? textIn(author) ?? "";
    const name = MAIL_AND_NAME.exec(words)?.groups?.["name"] ?? words;
    return name === "" || MAIL.test(name) ? [] : [name];
  });
}
