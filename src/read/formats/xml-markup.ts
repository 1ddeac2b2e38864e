/** How is XHTML or NITF in an XML file read as the HTML that it nearly is? Stage 1. */
import type { XmlElement } from "./xml-tree.ts";

/** NITF 3.6: names of its own for what HTML has, too. https://iptc.org/standards/nitf/ */
const NITF: Readonly<Record<string, string>> = {
  hl1: "h1",
  hl2: "h2",
  media: "figure",
  "media-caption": "figcaption",
  "media-producer": "figcaption",
  bq: "blockquote",
  block: "div",
  "body.content": "div",
  fn: "div",
  "nitf-table": "div",
  "media-metadata": "template",
  "media-reference": "template",
};
/** A second tag of these would be a second element. */
const VOID: ReadonlySet<string> = new Set([
  "br",
  "hr",
  "img",
  "col",
  "wbr",
  "input",
  "meta",
  "link",
]);
const NAME = /^[a-z][a-z0-9-]*$/i;

/** Returns the content of an element as HTML, its text escaped; NITF's names become those of HTML. */
export function markupOf(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === "string") return escaped(child);
      const name = NITF[child.name] ?? child.name;
      if (!NAME.test(name)) return markupOf(child);
      if (VOID.has(name)) return `<${name}>`;
      return `<${name}>${markupOf(child)}</${name}>`;
    })
    .join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
