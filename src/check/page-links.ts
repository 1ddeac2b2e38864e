/** What does a page point to: links, pictures, style sheets, forms, and what its head and its data name? */
import { cssAddresses } from "./css-addresses.ts";
import type { PageElement } from "./element.ts";
import type { FileNotes, Reference } from "./page-notes.ts";
import type { PageRule } from "./page-scan.ts";

/** Attributes that hold one address, by element. */
const ADDRESSES: ReadonlyMap<string, readonly string[]> = new Map([
  ["a", ["href"]],
  ["area", ["href"]],
  ["link", ["href"]],
  ["base", ["href"]],
  ["form", ["action"]],
  ["button", ["formaction"]],
  ["input", ["formaction", "src"]],
  ["img", ["src"]],
  ["script", ["src"]],
  ["source", ["src"]],
  ["track", ["src"]],
  ["audio", ["src"]],
  ["video", ["src", "poster"]],
  ["embed", ["src"]],
  ["iframe", ["src"]],
  ["object", ["data"]],
  ["blockquote", ["cite"]],
  ["q", ["cite"]],
  ["ins", ["cite"]],
  ["del", ["cite"]],
]);
/** Of SVG. */
const DRAWN: readonly string[] = ["href", "xlink:href"];
const SETS: readonly string[] = ["srcset", "imagesrcset"];

/** Links of the head that a browser fetches at once. */
const FETCHED = /(?:^|\s)(?:stylesheet|preload|modulepreload|icon|manifest)(?:\s|$)/i;

/** Values of `name` and `property` of meta elements whose content is an address. */
const META_ADDRESSES =
  /^(?:og:(?:url|image|image:url|image:secure_url|audio|video)|twitter:image|citation_(?:public_url|abstract_html_url|fulltext_html_url|pdf_url)|dc(?:terms)?\.(?:identifier|relation|source))$/i;

/** Returns the rule that notes them. */
export function linkRule(notes: FileNotes): PageRule {
  const style: string[] = [];
  return {
    open(element) {
      const { name } = element;
      const attributes = element.isForeign ? DRAWN : (ADDRESSES.get(name) ?? []);
      for (const attribute of attributes) {
        const href = element.get(attribute);
        if (href !== undefined) note(element, href, isLoaded(element, attribute));
      }
      for (const attribute of SETS) {
        for (const href of candidatesOf(element.get(attribute))) note(element, href);
      }
      const css = element.get("style");
      if (css !== undefined) for (const { href } of cssAddresses(css)) note(element, href);
      if (name === "meta") noteMeta(element);
    },
    text(text, around, line) {
      if (around?.name !== "style") return;
      style.push(text);
      for (const { href } of cssAddresses(text))
        notes.references.push({ href, line, place: around.place });
    },
  };

  function note(element: PageElement, href: string, isFetched = false): void {
    const { line, place } = element;
    const reference: Reference = { href: href.trim(), line, place };
    notes.references.push(isFetched ? { ...reference, isLoaded: true } : reference);
  }

  function noteMeta(element: PageElement): void {
    const content = element.get("content") ?? "";
    const leadsOn = element.get("http-equiv")?.toLowerCase() === "refresh";
    if (leadsOn) {
      notes.isRedirect = true;
      const href = /^\s*\d+\s*[;,]\s*url\s*=\s*['"]?([^'"]*)/i.exec(content)?.[1];
      if (href !== undefined) note(element, href);
      return;
    }
    const name = element.get("property") ?? element.get("name") ?? "";
    if (!META_ADDRESSES.test(name)) return;
    // an identifier need not be an address
    if (/^dc/i.test(name) && !/^https?:/.test(content)) return;
    note(element, content);
  }
}

function isLoaded(element: PageElement, attribute: string): boolean {
  if (element.name === "link") return FETCHED.test(element.get("rel") ?? "");
  if (element.name === "script" || element.name === "embed") return true;
  return element.name === "img" && attribute === "src" && element.get("loading") !== "lazy";
}

/** The addresses of a `srcset`: https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute. */
function candidatesOf(set: string | undefined): readonly string[] {
  if (set === undefined) return [];
  return [...set.matchAll(/[\s,]*(\S*[^\s,])(?:\s[^,]*)?(?:,|$)/g)].map(([, href = ""]) => href);
}
