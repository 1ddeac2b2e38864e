/** What does NewsML-G2 say? Stage 1: the text items of a newsItem, packageItem or newsMessage. https://iptc.org/standards/newsml-g2/ */
import { type FormatAdapter, FormatError, type FormatItem, readEach } from "./adapter.ts";
import type { StatedPiece } from "./composition.ts";
import { itemName, uniquelyNamed } from "./item-name.ts";
import { leftOut } from "./left-out.ts";
import { type NitfArticle, nitfArticle } from "./nitf.ts";
import { markupPieces, plainPieces, recordItem } from "./record.ts";
import { decodeWeb } from "./web-encoding.ts";
import { markupOf } from "./xml-markup.ts";
import {
  descendants,
  elements,
  find,
  rawText,
  textIn,
  type XmlElement,
  xmlTree,
} from "./xml-tree.ts";

const ROOT = /<(?:[\w.-]{1,20}:)?(?:newsItem|packageItem|newsMessage|contentSet|nitf)[\s>]/;
const ADVICE = "they stay in the file";

/** Reads NewsML-G2, and NITF by itself: `.xml` files. */
export const newsml: FormatAdapter = {
  format: "newsml-g2",
  recognises: (name, opening) => /\.(?:xml|nitf|g2)$/i.test(name) && ROOT.test(opening),
  read: ({ bytes }) => {
    const { text, encoding, doubts } = decodeWeb(bytes);
    const root = xmlTree(text);
    const all = [...descendants(root)];
    const found = all.filter(({ name }) => name === "newsItem");
    const entries = found.length > 0 ? found : [root];
    const packages = all.filter(({ name }) => name === "packageItem").map(() => "packages");
    const articles = entries.filter((entry) => leftOutAs(entry) === undefined);
    const others = [...packages, ...entries.flatMap((entry) => leftOutAs(entry) ?? [])];
    const diagnostics = [...doubts, ...leftOut(others, ADVICE)];
    if (entries.length === 1) return { items: articles.map(articleOf), diagnostics, encoding };
    const named = articles.map((entry) => [itemName(guidOf(entry)), entry] as const);
    const read = readEach(uniquelyNamed(named), articleOf);
    return { items: read.items, diagnostics: [...read.diagnostics, ...diagnostics], encoding };
  },
};

function guidOf(item: XmlElement): string {
  return item.attributes.get("guid") ?? textIn(find(item, "contentMeta", "headline")) ?? "";
}

/** Pictures and the like have no text; a cancelled item is no article any more. */
function leftOutAs(item: XmlElement): string | undefined {
  const status = find(item, "itemMeta", "pubStatus");
  const code = (status?.attributes.get("qcode") ?? "").replace(/^\w+:/, "");
  if (code !== "" && code !== "usable") return `with status ${code}`;
  const itemClass = find(item, "itemMeta", "itemClass")?.attributes.get("qcode") ?? "";
  const kind = itemClass.replace(/^\w+:/, "");
  return kind === "" || kind === "text" || kind === "composite" ? undefined : `of class ${kind}`;
}

function articleOf(item: XmlElement): FormatItem {
  const content = contentOf(item);
  const meta = find(item, "contentMeta");
  const itemMeta = find(item, "itemMeta");
  const field = (name: string): string | undefined => textIn(find(meta, name));
  const { nitf } = content;
  const record = {
    headline: field("headline") ?? nitf?.headline ?? textIn(find(itemMeta, "title")),
    standfirst: nitf?.standfirst ?? summaryOf(meta),
    byline: field("by") ?? nitf?.byline,
    dateline: field("dateline") ?? nitf?.dateline,
    body: content.body,
    published: timeOf(item) ?? nitf?.published,
    modified: field("contentModified") ?? textIn(find(itemMeta, "versionCreated")),
    authors: elements(meta, "creator").flatMap(nameOf),
    agency: elements(meta, "infoSource").flatMap(nameOf)[0],
    section: textIn(find(itemMeta, "service", "name")),
    language: find(meta, "language")?.attributes.get("tag") ?? item.attributes.get("xml:lang"),
    keywords: [
      ...elements(meta, "subject").flatMap(nameOf),
      ...elements(meta, "keyword").flatMap((word) => textIn(word) ?? []),
    ],
    original:
      find(itemMeta, "link")?.attributes.get("rel")?.includes("self") === true
        ? find(itemMeta, "link")?.attributes.get("href")
        : undefined,
  };
  const article = recordItem("newsml-g2", record);
  if (article.text === "") {
    throw new FormatError("read/empty-entry", "expected a headline or text, found neither");
  }
  return article;
}

/** In the order in which they tell when the reader had it. */
function timeOf(item: XmlElement): string | undefined {
  const meta = find(item, "itemMeta");
  return (
    textIn(find(meta, "firstCreated")) ??
    textIn(find(item, "contentMeta", "contentCreated")) ??
    textIn(find(meta, "versionCreated"))
  );
}

function summaryOf(meta: XmlElement | undefined): string | undefined {
  return textIn(
    elements(meta, "description").find(({ attributes }) =>
      /summary|abstract|standfirst/.test(attributes.get("role") ?? ""),
    ),
  );
}

/** One name, though it may be given in several languages. */
function nameOf(element: XmlElement): string[] {
  const name = textIn(find(element, "name")) ?? element.attributes.get("literal");
  return name === undefined ? [] : [name];
}

/** The first content that is text: NITF, XHTML, HTML as text, or plain words. */
function contentOf(item: XmlElement): {
  readonly body: readonly StatedPiece[];
  readonly nitf?: NitfArticle;
} {
  const set = find(item, "contentSet") ?? item;
  const all = [...descendants(set)];
  const nitf = all.find(({ name }) => name === "nitf");
  if (nitf !== undefined) {
    const article = nitfArticle(nitf);
    return { body: article.body, nitf: article };
  }
  const inline = all.find(({ name, children }) => name === "inlineXML" && children.length > 0);
  const page = all.find(({ name, space }) => name === "body" && space.includes("xhtml")) ?? inline;
  if (page !== undefined) return { body: markupPieces("newsml-g2", markupOf(page)) };
  const data = all.find(({ name }) => name === "inlineData");
  const text = rawText(data);
  const isHtml = data?.attributes.get("contenttype")?.includes("html") === true;
  return { body: isHtml ? markupPieces("newsml-g2", text) : plainPieces(text) };
}
