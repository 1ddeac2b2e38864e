/** What of an article's page is searched? Stage 8. Pure. */
import { createHash } from "node:crypto";
import { visibleText } from "../text/invisible.ts";

const MARK = "data-pagefind-";
/** What Pagefind is to read; the marks are its own: `data-pagefind-body`, `-filter`, `-meta`, `-sort`. */
const SEARCHED = /\sdata-pagefind-(?!ignore)/;
const IGNORED = /\sdata-pagefind-ignore="all"/;

/**
 * Returns a page that holds only what Pagefind reads of this one: a tenth of it, so that another link to
 * the next article indexes nothing anew, and Pagefind has less to parse. Characters that are not seen are
 * left out: who looks for a word types it without its soft hyphens. A page in which one of the elements
 * is not closed is returned whole.
 *
 *     searchedPart('<title>A</title><p data-pagefind-body>Two <i data-pagefind-ignore="all">1</i> ferries</p>')
 *     // … <p data-pagefind-body>Two  ferries</p> …
 */
export function searchedPart(html: string): string {
  const places = elementsWith(html, SEARCHED);
  if (places === undefined) return visibleText(html);
  const elements = places.map(([start, end]) => withoutIgnored(html.slice(start, end)));
  return visibleText(`<!DOCTYPE html>\n<html><body>\n${elements.join("\n")}\n</body></html>\n`);
}

/** Returns the hash of what of a page is searched: the first 32 hexadecimal digits of its SHA-256. */
export function searchedDigest(html: string): string {
  return createHash("sha256").update(searchedPart(html)).digest("hex").slice(0, 32);
}

function withoutIgnored(element: string): string {
  if (!element.includes(`${MARK}ignore`)) return element;
  let text = "";
  let from = 0;
  for (const [start, end] of elementsWith(element, IGNORED) ?? []) {
    text += element.slice(from, start);
    from = end;
  }
  return text + element.slice(from);
}

/** A comment's beginning or a tag; its attributes are what stands behind its name. */
const TAG =
  /<!--|<(?<close>\/?)(?<name>[a-z][^\s/<>]*)(?<attributes>(?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
/** In these, what looks like a tag is none. */
const RAW = /^(?:script|style|textarea|title)$/i;

/**
 * Returns where the outermost elements whose attributes match begin and end; nothing if one of them is
 * not closed. Elements of its own name are counted in each, so that it ends with its own end tag.
 */
function elementsWith(
  html: string,
  wanted: RegExp,
): readonly (readonly [start: number, end: number])[] | undefined {
  const places: [number, number][] = [];
  let open: { readonly name: string; readonly start: number } | undefined;
  let depth = 0;
  const tags = new RegExp(TAG);
  for (let match = tags.exec(html); match !== null; match = tags.exec(html)) {
    const { close = "", name, attributes = "" } = match.groups ?? {};
    const end = tags.lastIndex;
    if (name === undefined) {
      tags.lastIndex = placeOf(html, "-->", end);
      continue;
    }
    if (close === "" && RAW.test(name)) tags.lastIndex = placeOf(html, `</${name}`, end);
    if (open !== undefined) {
      if (name === open.name) depth += close === "" ? 1 : -1;
      if (depth > 0) continue;
      places.push([open.start, end]);
      open = undefined;
    } else if (close === "" && attributes.includes(MARK) && wanted.test(attributes)) {
      if (VOID.test(name)) places.push([match.index, end]);
      else open = { name, start: match.index };
      depth = 1;
    }
  }
  return open === undefined ? places : undefined;
}

/** Where words stand next, or the end. */
function placeOf(html: string, words: string, from: number): number {
  const at = html.indexOf(words, from);
  return at === -1 ? html.length : at;
}
