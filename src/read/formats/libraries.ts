/** Where do the parsers of web pages and XML come from? Stage 1: they are loaded when such a file is met, not before. */
import { createRequire } from "node:module";
import type { Readability } from "@mozilla/readability";
import type { SaxesParser } from "saxes";

interface ReadabilityModule {
  readonly Readability: typeof Readability;
}
interface LinkedomModule {
  readonly parseHTML: (html: string) => { readonly document: Document };
}
interface SaxesModule {
  readonly SaxesParser: typeof SaxesParser;
}

// Required, since reading is synchronous; the casts name the one part of each package that is used.
const load = createRequire(import.meta.url);

/** `<html>`, `<head>` and `<body>`, opening or closing; browsers make do without them, and with several. */
const FRAME = /<\/?(?:html|head|body)(?=[\s/>])(?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}')*>/gi;
const LANGUAGE = /<html\s(?:[^<>]{0,1000}\s)?(?:xml:)?lang\s*=\s*["']?(?<code>[a-z][\w-]{1,30})/i;

/**
 * Returns a page's document tree, whatever the mark-up is: all of it is in `document.body`, what stands before or after
 * the page's own body and what its head holds included. Runs no script and fetches nothing.
 */
export function pageDocument(html: string): Document {
  const language = LANGUAGE.exec(html)?.groups?.["code"] ?? "";
  const framed = `<html lang="${language}"><head></head><body>${html.replace(FRAME, "")}`;
  return (load("linkedom") as LinkedomModule).parseHTML(framed).document;
}

/** Returns Mozilla's Readability, which finds the article in a page. */
export function readability(): ReadabilityModule["Readability"] {
  return (load("@mozilla/readability") as ReadabilityModule).Readability;
}

/** Returns saxes' XML parser, which knows namespaces and expands no entity but the five of XML itself. */
export function xmlParser(): SaxesModule["SaxesParser"] {
  return (load("saxes") as SaxesModule).SaxesParser;
}
