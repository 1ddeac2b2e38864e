/** Is an XML file of a site well-formed, and what it claims to be: a feed, a sitemap, a search description? */
import { SaxesParser } from "saxes";
import type { FileNotes } from "./page-notes.ts";
import { isFullDate, isMomentWithZone } from "./stated-dates.ts";

/** An element that has ended. */
interface Ended {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly line: number;
  /** Names of the elements around it, outermost first. */
  readonly around: readonly string[];
  /** Names of the elements right in it. */
  readonly children: readonly string[];
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly children: string[];
  text: string;
}

/** Elements of feeds and sitemaps that must hold others. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  "atom feed": ["id", "title", "updated"],
  "atom entry": ["id", "title", "updated"],
  "rss channel": ["title", "link", "description"],
  "rss item": ["title|description"],
  "sitemap url": ["loc"],
  "sitemap sitemap": ["loc"],
  "sitemap news:news": ["news:publication", "news:publication_date", "news:title"],
  "sitemap news:publication": ["news:name", "news:language"],
  "opensearch OpenSearchDescription": ["ShortName", "Description", "Url"],
};

const KINDS: ReadonlyMap<string, string> = new Map([
  ["feed", "atom"],
  ["rss", "rss"],
  ["urlset", "sitemap"],
  ["sitemapindex", "sitemap"],
  ["OpenSearchDescription", "opensearch"],
]);
const NAMESPACES: Readonly<Record<string, string>> = {
  atom: "http://www.w3.org/2005/Atom",
  sitemap: "http://www.sitemaps.org/schemas/sitemap/0.9",
  opensearch: "http://a9.com/-/spec/opensearch/1.1/",
};
/** What sitemaps.org allows in one file. */
const MOST_ADDRESSES = 50_000;

/** Checks a file by its text, and notes the addresses that it names. */
export function checkXml(text: string, notes: FileNotes): void {
  const check = new XmlCheck(notes);
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: Open[] = [];
  parser.on("error", (error) => {
    check.tell(
      "xml/syntax",
      parser.line,
      "well-formed XML",
      error.message.replace(/^\d+:\d+: /, ""),
    );
  });
  parser.on("opentag", ({ name, attributes }) => {
    open.at(-1)?.children.push(name);
    open.push({ name, attributes, line: parser.line, children: [], text: "" });
    if (open.length === 1) check.begin(name, attributes, parser.line);
  });
  const onText = (more: string): void => {
    const top = open.at(-1);
    if (top !== undefined) top.text += more;
  };
  parser.on("text", onText);
  parser.on("cdata", onText);
  parser.on("closetag", () => {
    const element = open.pop();
    if (element !== undefined) check.ended({ ...element, around: open.map(({ name }) => name) });
  });
  parser.write(text).close();
  check.end();
}

class XmlCheck {
  readonly #notes: FileNotes;
  #kind = "";
  #addresses = 0;
  readonly #ids = new Map<string, number>();

  constructor(notes: FileNotes) {
    this.#notes = notes;
  }

  begin(root: string, attributes: Readonly<Record<string, string>>, line: number): void {
    this.#kind = KINDS.get(root) ?? "";
    const wanted = NAMESPACES[this.#kind];
    if (wanted !== undefined && attributes["xmlns"] !== wanted)
      this.tell(
        `data/${this.#kind}`,
        line,
        `<${root} xmlns="${wanted}">`,
        attributes["xmlns"] ?? "none",
      );
  }

  ended(element: Ended): void {
    const { name, line, children, text } = element;
    const required = REQUIRED[`${this.#kind} ${name}`] ?? [];
    for (const wanted of required) {
      if (!wanted.split("|").some((child) => children.includes(child)))
        this.tell(
          `data/${this.#kind}`,
          line,
          `<${wanted.replace("|", "> or <")}> in <${name}>`,
          "none",
        );
    }
    this.#checkDate(element);
    this.#noteAddresses(element);
    const isIdentified =
      this.#kind === "atom" && name === "id" && element.around.at(-1) === "entry";
    if (isIdentified) this.#noteId(text.trim(), line);
  }

  end(): void {
    if (this.#kind === "sitemap" && this.#addresses > MOST_ADDRESSES)
      this.tell("data/sitemap", 1, `${MOST_ADDRESSES} addresses at most`, String(this.#addresses));
  }

  tell(rule: string, line: number, expected: string, found: string): void {
    const remedy = "mend the layout that writes it";
    this.#notes.tell({ rule, line, place: expected, expected, found, remedy });
  }

  #noteId(id: string, line: number): void {
    const before = this.#ids.get(id);
    if (before === undefined) this.#ids.set(id, line);
    else this.tell("data/atom", line, "an id of its own for each entry", `that of line ${before}`);
  }

  #checkDate({ name, text, line }: Ended): void {
    const value = text.trim();
    if (
      this.#kind === "atom" &&
      (name === "updated" || name === "published") &&
      !isMomentWithZone(value)
    )
      this.tell("data/atom", line, `<${name}> with a moment of RFC 3339`, value);
    if (
      this.#kind === "sitemap" &&
      (name === "lastmod" || name === "news:publication_date") &&
      !isFullDate(value)
    )
      this.tell("data/sitemap", line, `<${name}> with a date of ISO 8601`, value);
  }

  #noteAddresses({ name, attributes, text, line, around }: Ended): void {
    const note = (href: string): void => {
      this.#notes.references.push({ href: href.trim(), line, place: `${this.#kind} ${name}` });
    };
    if (this.#kind === "atom" && name === "link") note(attributes["href"] ?? "");
    if (this.#kind === "rss" && (name === "link" || name === "comments")) note(text);
    if (this.#kind === "rss" && name === "enclosure") note(attributes["url"] ?? "");
    if (this.#kind === "sitemap" && (name === "loc" || name === "image:loc")) {
      this.#addresses += 1;
      note(text);
      if (!/^https?:\/\//.test(text.trim()))
        this.tell("data/sitemap", line, "whole addresses, with https://", text.trim());
    }
    if (this.#kind === "opensearch" && name === "Url")
      this.#noteTemplate(attributes["template"], line);
    if (around[0] === "svg" || name === "svg") {
      const href = attributes["href"] ?? attributes["xlink:href"];
      if (href !== undefined) note(href);
    }
  }

  #noteTemplate(template: string | undefined, line: number): void {
    if (template === undefined || !template.includes("{searchTerms}"))
      this.tell("data/opensearch", line, "a template with {searchTerms}", template ?? "none");
    const [href = ""] = (template ?? "").split(/[?#{]/, 1);
    if (href !== "") this.#notes.references.push({ href, line, place: "opensearch Url" });
  }
}
