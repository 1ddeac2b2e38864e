/** What does the about page say of how the archive was made, and whose work it rests on? For layouts. */
import { type Html, html } from "../../src/render/html.ts";
import type { Frame } from "./frame.ts";

/** Returns the account of the method: the same words for every archive. */
export function drawMethod({ link, say, tell }: Frame): Html {
  const files = html`<a href="${link("/ledger/files.json")}">${say("about.listOfFiles")}</a>`;
  const sources = tell("about.method4", {
    naturalEarth: html`<a href="https://www.naturalearthdata.com/">Natural Earth</a>`,
    geoNames: html`<a href="https://www.geonames.org/">GeoNames</a>`,
    mediaTopics: html`<a href="https://iptc.org/standards/media-topics/">IPTC Media Topics</a>`,
  });
  return html`<div class="text">
<p>${tell("about.method1", { files })}</p>
<p>${say("about.method2")}</p>
<p>${say("about.method3")}</p>
<p>${sources}</p>
</div>
`;
}
