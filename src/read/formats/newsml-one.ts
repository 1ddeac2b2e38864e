/** What does NewsML 1 say, which agencies sent before NewsML-G2? Stage 1: the text of each NewsItem. */
import { type FormatAdapter, FormatError, type FormatItem, readEach } from "./adapter.ts";
import type { StatedPiece } from "./composition.ts";
import { itemName, uniquelyNamed } from "./item-name.ts";
import { leftOut } from "./left-out.ts";
import { nitfArticle } from "./nitf.ts";
import { markupPieces, markupText, plainPieces, recordItem } from "./record.ts";
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

const ROOT = /<(?:[\w.-]{1,20}:)?NewsML[\s>]/;
const CONTACT = /^contact/i;
const FORMAT = "newsml-1";

/** Reads NewsML 1.0 to 1.2: `.xml` files. */
export const newsmlOne: FormatAdapter = {
  format: "newsml-g2",
  recognises: (name, opening) => name.endsWith(".xml") && ROOT.test(opening),
  read: ({ bytes }) => {
    const { text, encoding, doubts } = decodeWeb(bytes);
    const all = [...descendants(xmlTree(text))].filter(({ name }) => name === "NewsItem");
    const usable = all.filter((item) => statusOf(item) === "usable");
    const others = all.map(statusOf).filter((status) => status !== "usable");
    const notes = leftOut(
      others.map((status) => `with status ${status}`),
      "they stay in the file",
    );
    const diagnostics = [...doubts, ...notes];
    if (all.length === 1) return { items: usable.map(articleOf), diagnostics, encoding };
    const named = usable.map((item) => [itemName(idOf(item)), item] as const);
    const read = readEach(uniquelyNamed(named), articleOf);
    return { items: read.items, diagnostics: [...read.diagnostics, ...diagnostics], encoding };
  },
};

function idOf(item: XmlElement): string {
  return (
    textIn(find(item, "Identification", "NewsIdentifier", "PublicIdentifier")) ??
    textIn(find(item, "Identification")) ??
    ""
  );
}

function statusOf(item: XmlElement): string {
  const status = find(item, "NewsManagement", "Status")?.attributes.get("FormalName");
  return (status ?? "Usable").toLowerCase();
}

function articleOf(item: XmlElement): FormatItem {
  const all = [...descendants(item)];
  const first = (name: string): string | undefined =>
    textIn(all.find((element) => element.name === name));
  const components = all.filter(({ name }) => name === "NewsComponent");
  const management = find(item, "NewsManagement");
  const language = all.find(({ name }) => name === "Language")?.attributes.get("FormalName");
  const article = recordItem(FORMAT, {
    headline: first("HeadLine"),
    standfirst: textOfRole(components, /^subhead/i) ?? first("SubHeadLine"),
    byline: first("ByLine"),
    dateline: first("DateLine"),
    body: [
      ...components.filter((component) => !CONTACT.test(roleOf(component))).flatMap(piecesOf),
      // whom to ask stands above the text in the file and below it in print
      ...components.filter((component) => CONTACT.test(roleOf(component))).flatMap(notesOf),
    ],
    published: textIn(find(management, "FirstCreated")),
    modified: textIn(find(management, "ThisRevisionCreated")),
    agency: all.find(({ name }) => name === "NewsService")?.attributes.get("FormalName"),
    language,
    keywords: all
      .filter(({ name }) => name === "KeywordLine")
      .flatMap((line) => textIn(line) ?? []),
  });
  if (article.text === "") {
    throw new FormatError("read/empty-entry", "expected a headline or text, found neither");
  }
  return article;
}

function roleOf(component: XmlElement): string {
  return find(component, "Role")?.attributes.get("FormalName") ?? "";
}

function textOfRole(components: readonly XmlElement[], role: RegExp): string | undefined {
  const component = components.find((candidate) => role.test(roleOf(candidate)));
  const content = find(component, "ContentItem", "DataContent");
  return content === undefined ? undefined : markupText(markupOf(content));
}

/** The blocks of a component's own content; what is a headline or a style sheet is none, a picture has but a caption. */
function piecesOf(component: XmlElement): StatedPiece[] {
  const contents = elements(component, "ContentItem").flatMap((item) =>
    elements(item, "DataContent").map((content) => [item, content] as const),
  );
  if (contents.length === 0) return captionOf(component);
  if (/head-?line$/i.test(roleOf(component))) return [];
  return contents.flatMap(([item, content]) => {
    const kind = find(item, "MimeType")?.attributes.get("FormalName") ?? "";
    if (/css|javascript/i.test(kind)) return [];
    const nitf = [...descendants(content)].find(({ name }) => name === "nitf");
    if (nitf !== undefined) return [...nitfArticle(nitf).body];
    if (elements(content).length > 0) return markupPieces(FORMAT, markupOf(content));
    const text = rawText(content);
    return /html/i.test(kind) ? markupPieces(FORMAT, text) : plainPieces(text);
  });
}

function notesOf(component: XmlElement): StatedPiece[] {
  return piecesOf(component).map(({ text }) => ({
    text,
    became: "note",
    rule: `${FORMAT}/contact`,
  }));
}

function captionOf(component: XmlElement): StatedPiece[] {
  const isFile = elements(component, "ContentItem").length > 0;
  const caption = textIn(find(component, "NewsLines", "HeadLine"));
  if (!isFile || caption === undefined) return [];
  return [{ text: caption, became: "caption", rule: `${FORMAT}/HeadLine` }];
}
