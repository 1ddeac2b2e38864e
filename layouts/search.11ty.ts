/** How does the search page look before its script fills it? */
import type { SearchPage, SiteFrame } from "../src/page-model.ts";
import { type Html, html } from "../src/render/html.ts";
import { drawColumns } from "./parts/columns.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { drawName } from "./parts/names.ts";
import { pageTemplate } from "./parts/template.ts";
import { drawShell } from "./shell.ts";

/** Returns the search page. `assets/search.js` finds its places by the ids in here. */
export function drawSearch(page: SearchPage, site: SiteFrame): Html {
  const frame = frameOf(page, site);
  const { say } = frame;
  const main = html`<header class="page-top">
<h1>${page.title}</h1>
<form class="search-form" id="search-form" role="search" action="${frame.link(page.address)}" method="get">
<label for="q">${say("search.label", { count: page.articles })}</label>
<div class="field"><input type="search" id="q" name="q" autocomplete="off" enterkeyhint="search"><button type="submit">${say("search.button")}</button></div>
<fieldset class="search-years" id="search-years" hidden>
<legend>${say("search.printed")}</legend>
<label for="from">${say("search.from")}</label> <select id="from" name="from" data-open="${say("search.firstYear")}"></select>
<label for="to">${say("search.to")}</label> <select id="to" name="to" data-open="${say("search.lastYear")}"></select>
</fieldset>
<p class="apparatus">${say("search.hint")}</p>
</form>
${drawWithoutScript(frame)}</header>
${drawColumns(drawResults(frame), frame, FILTERS)}`;
  return drawShell({ page, frame, main, script: "/assets/search.js", head: drawPreloads(frame) });
}

export default pageTemplate("search", drawSearch);

function drawResults({ say }: Frame): Html {
  return html`<div class="search-line" id="search-line" hidden>
<p id="search-status" role="status" aria-live="polite"></p>
<p class="sorts" id="search-sorts"></p>
</div>
<p class="apparatus" id="search-note" hidden></p>
<ol class="entries" id="search-results"></ol>
<p><button type="button" id="search-more" hidden>${say("search.more")}</button></p>
<p><button type="button" id="search-older" hidden>${say("search.older")}</button></p>
`;
}

const FILTERS = html`<div id="search-filters" hidden></div>
`;

/** What the script needs for the first results: asked for with the page, it is there when it is wanted. */
const NEEDED: readonly string[] = [
  "/assets/search-index.js",
  "/assets/search-results.js",
  "/assets/search-state.js",
  "/assets/search-walk.js",
  "/assets/search-words.js",
  "/pagefind/pagefind.js",
];

function drawPreloads({ link }: Frame): Html {
  const modules = NEEDED.map(
    (address) => html`<link rel="modulepreload" href="${link(address)}">\n`,
  );
  return html`${modules}<link rel="preload" as="fetch" crossorigin="anonymous" href="${link("/pagefind/wasm.pagefind")}">
`;
}

function drawWithoutScript(frame: Frame): Html {
  const indexes = frame.site.sections.filter((section) => section.address !== undefined);
  return html`<noscript><p>${frame.say("search.noScript")}</p>
<ul>${indexes.map((section) => html`<li>${drawName(section, frame)}</li>`)}</ul></noscript>
`;
}
