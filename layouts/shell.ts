/** What stands around every page: the head, the masthead with the sections, the footer. */
import type { Page } from "../src/page-model.ts";
import { type Html, html } from "../src/render/html.ts";
import { canonicalOf, type Frame } from "./parts/frame.ts";

/** What a page puts into the shell. */
export interface ShellContent {
  readonly page: Pick<Page, "address" | "title" | "kind">;
  readonly frame: Frame;
  readonly main: Html;
  /** More for the head: metadata of the page. */
  readonly head?: Html | undefined;
  readonly description?: string | undefined;
  /** Address of the page that holds what this one leads to. */
  readonly canonical?: string;
  /** Address of a script module; only search has one. */
  readonly script?: string;
}

/** Returns a whole HTML document. */
export function drawShell(content: ShellContent): Html {
  const { page, frame, main } = content;
  const { site } = frame;
  return html`<!DOCTYPE html>
<html lang="${site.language}" dir="${site.direction}">
${drawHead(content)}
<body class="page-${page.kind}">
<a class="skip" href="#main">${frame.say("shell.skip")}</a>
${drawMasthead(page, frame)}
<main id="main">
${main}</main>
${drawFooter(frame)}
</body>
</html>
`;
}

/** The site runs no script, so that a text that slips through as mark-up could do nothing. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'";
/** Search runs its own script and Pagefind's, which is WebAssembly. */
const SEARCH_POLICY = `${POLICY}; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'`;

/** The face that the page's first words are set in: asked for along with the style sheet, it is mostly there when they are drawn. */
const FIRST_FACES = {
  ltr: "/assets/fonts/newsreader-latin.woff2",
  rtl: "/assets/fonts/vazirmatn-arabic.woff2",
} as const;

function drawHead(content: ShellContent): Html {
  const { page, frame, script } = content;
  const { site, link } = frame;
  const description = content.description ?? site.description;
  const title =
    page.kind === "home"
      ? site.title
      : frame.say("shell.title", { page: page.title, archive: site.title });
  const elsewhere = content.canonical && link(content.canonical);
  const canonical = canonicalOf(content.canonical ?? page.address, site) ?? elsewhere;
  return html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${script === undefined ? POLICY : SEARCH_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="backfile">
<title>${title}</title>
${description !== undefined && html`<meta name="description" content="${description}">\n`}${
  canonical !== undefined && html`<link rel="canonical" href="${canonical}">\n`
}<link rel="icon" href="data:,">
<link rel="stylesheet" href="${link("/assets/site.css")}">
<link rel="preload" as="font" type="font/woff2" crossorigin href="${link(FIRST_FACES[site.direction])}">
${script !== undefined && html`<script type="module" src="${link(script)}"></script>\n`}${content.head}</head>`;
}

function drawMasthead(page: ShellContent["page"], frame: Frame): Html {
  const { site, link } = frame;
  const sections = site.sections.map((section) => {
    const address = section.address ?? "/";
    const here = address === page.address;
    return html`
<li><a href="${link(address)}"${here && html` aria-current="page"`}>${section.name}</a></li>`;
  });
  const title =
    page.kind === "home"
      ? html`<span class="title">${site.title}</span>`
      : html`<a class="title" href="${link("/")}">${site.title}</a>`;
  return html`<header class="masthead">
${title}
<nav aria-label="${frame.say("shell.sections")}"><ul>${sections}
</ul></nav>
</header>`;
}

function drawFooter(frame: Frame): Html {
  const { site, link, say } = frame;
  return html`<footer class="colophon">
<p><a href="${link("/")}">${site.title}</a>${site.extent !== "" && html`${say("list.comma")}${site.extent}`}. ${say("shell.promise")}</p>
</footer>`;
}
