/** What does a WordPress export (WXR) say? Stage 1: its published posts and pages. */
import { type FormatAdapter, type FormatItem, readEach } from "./adapter.ts";
import { uniquelyNamed } from "./item-name.ts";
import { leftOut } from "./left-out.ts";
import { markupText, recordItem } from "./record.ts";
import { decodeWeb } from "./web-encoding.ts";
import { wordpressPieces } from "./wordpress-body.ts";
import { elements, find, rawText, textIn, type XmlElement, xmlTree } from "./xml-tree.ts";

const ADVICE = "they stay in the export";
const NO_TIME = "0000-00-00";

/** Reads WordPress exports: `.xml` files with WordPress' own namespace. */
export const wordpress: FormatAdapter = {
  format: "wordpress",
  recognises: (name, opening) =>
    name.endsWith(".xml") && /wordpress\.org\/export\/|<wp:wxr_version/.test(opening),
  read: ({ bytes }) => {
    const { text, encoding, doubts } = decodeWeb(bytes);
    const channel = find(xmlTree(text), "channel");
    const entries = elements(channel, "item").map((item) => new Entry(item));
    const articles = entries.filter((entry) => entry.leftOutAs === undefined);
    const blog = blogOf(channel);
    const named = articles.map(
      (entry) => [`post-${entry.field("post_id") ?? "0"}`, entry] as const,
    );
    const { items, diagnostics } = readEach(uniquelyNamed(named), (entry) =>
      articleOf(entry, blog),
    );
    const others = entries.flatMap((entry) => [
      ...(entry.leftOutAs === undefined ? [] : [entry.leftOutAs]),
      ...elements(entry.item, "comment").map(() => "comments"),
    ]);
    return {
      items,
      diagnostics: [...doubts, ...diagnostics, ...leftOut(others, ADVICE)],
      encoding,
    };
  },
};

/** What holds for all posts. */
interface Blog {
  readonly language: string | undefined;
  /** Names as shown, by the names that authors sign in with. */
  readonly authors: ReadonlyMap<string, string>;
}

/** An `<item>`: a post, page, attachment, menu entry … */
class Entry {
  readonly item: XmlElement;

  constructor(item: XmlElement) {
    this.item = item;
  }

  field(name: string): string | undefined {
    return textIn(find(this.item, name));
  }

  /** RSS and WordPress both have a `description` and the like: told apart by their namespaces. */
  encoded(space: "content" | "excerpt"): string {
    const field = elements(this.item, "encoded").find((element) => element.space.includes(space));
    return rawText(field);
  }

  /** Why this is no article of the paper, as the note counts it; undefined where it is one. */
  get leftOutAs(): string | undefined {
    const kind = this.field("post_type") ?? "post";
    const status = this.field("status") ?? "publish";
    if (kind !== "post" && kind !== "page") return `of type ${kind}`;
    if (status !== "publish") return `${kind}s with status ${status}`;
    return this.field("post_password") === undefined ? undefined : `${kind}s with a password`;
  }
}

function blogOf(channel: XmlElement | undefined): Blog {
  const authors = elements(channel, "author").flatMap((author) => {
    const login = textIn(find(author, "author_login"));
    const name = textIn(find(author, "author_display_name"));
    return login === undefined || name === undefined ? [] : [[login, name] as const];
  });
  return { language: textIn(find(channel, "language")), authors: new Map(authors) };
}

function articleOf(entry: Entry, { language, authors }: Blog): FormatItem {
  const login = entry.field("creator");
  const categories = elements(entry.item, "category");
  const inDomain = (domain: string): string[] =>
    categories
      .filter(({ attributes }) => attributes.get("domain") === domain)
      .flatMap((category) => markupText(rawText(category)) ?? []);
  const [section, ...otherSections] = inDomain("category");
  return recordItem("wordpress", {
    headline: markupText(entry.field("title")),
    standfirst: markupText(entry.encoded("excerpt")),
    body: wordpressPieces(entry.encoded("content")),
    published: timeOf(entry, "post_date") ?? entry.field("pubDate"),
    modified: timeOf(entry, "post_modified"),
    authors: login === undefined ? [] : [authors.get(login) ?? login],
    section,
    language,
    keywords: [...otherSections, ...inDomain("post_tag")],
    original: entry.field("link"),
  });
}

/** The local time that WordPress states, with the offset that its UTC time tells. */
function timeOf(entry: Entry, field: string): string | undefined {
  const local = entry.field(field);
  if (local === undefined || local.startsWith(NO_TIME)) return undefined;
  const utc = entry.field(`${field}_gmt`);
  if (utc === undefined || utc.startsWith(NO_TIME)) return local;
  const minutes =
    (Date.parse(`${local.replace(" ", "T")}Z`) - Date.parse(`${utc.replace(" ", "T")}Z`)) / 60_000;
  if (!Number.isInteger(minutes) || Math.abs(minutes) > 14 * 60) return local;
  const digits = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const offset = `${minutes < 0 ? "-" : "+"}${digits(Math.abs(minutes) / 60)}:${digits(Math.abs(minutes) % 60)}`;
  return `${local}${minutes === 0 ? "Z" : offset}`;
}
