/** What does the about page say of how the archive was made, and whose work it rests on? For layouts. */
import { type Html, html } from "../../src/render/html.ts";
import type { Frame } from "./frame.ts";

/** Returns the account of the method: the same words for every archive. */
export function drawMethod({ link }: Frame): Html {
  return html`<div class="text">
<p>The articles were read from plain texts. Named rules decide for each line what it is: headline, byline, date, paragraph,
crosshead, caption, or something that is not the article’s, such as a share bar. Nothing was thrown away: what was set apart
is listed below, and stands at the foot of each article with the source it came from. The ledger accounts for each character,
and the <a href="${link("/ledger/files.json")}">list of files</a> for the site; anyone can check a copy against them.</p>
<p>People, their offices, organisations, places, quotations with their speakers, subjects and dates were recognised by rules
and word lists, and can be corrected by the editor. A machine makes mistakes of its own: every claim therefore
links to the sentence that it rests on, and what is only probable says so. Two articles mean the same person where they print
the same full name; a surname by itself is taken only for somebody whom the same article introduces.</p>
<p>“On Wednesday” is resolved against the day of publication, and the margin says how. Dates are shown to the precision that
is printed. A headline in square brackets was supplied from the opening words of a text that has none.</p>
<p>Coasts, borders and the middles of countries come from <a href="https://www.naturalearthdata.com/">Natural Earth</a>
(public domain), names and positions of towns from <a href="https://www.geonames.org/">GeoNames</a> (CC BY 4.0), subjects and their codes from the
<a href="https://iptc.org/standards/media-topics/">IPTC Media Topics</a> (CC BY 4.0). The site is drawn by Eleventy and searched by
Pagefind.</p>
</div>
`;
}
