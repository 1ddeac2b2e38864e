/** How is an editor told what to do about a mistake on a page? For layouts. */
import type { RulingOffer } from "../../src/page-model.ts";
import { type Html, html } from "../../src/render/html.ts";

/** Returns, folded, the lines that the editor can add to `decisions.yml` and the commands that add them. */
export function drawWrong(name: string, rulings: readonly RulingOffer[]): Html {
  const offers = rulings.map(
    ({ purpose, lines, command }) => html`
<dt>${purpose}</dt>
<dd>${lines.length > 0 && html`<pre>${lines.join("\n")}</pre>`}<p>${lines.length > 0 && "or "}<code>${command}</code></p></dd>`,
  );
  return html`<footer class="wrong">
<details><summary>Is this wrong?</summary>
<p>Add the lines that fit to <code>content/decisions.yml</code>, or type the command that adds them. Every build
follows them; taken out again, they leave everything as it was. Where a single article is misread, open its Markdown file below
<code>content/articles</code>: take <b><bdi>${name}</bdi></b> out of its <code>people</code>, or correct its text.</p>
<dl class="rulings">${offers}
</dl>
</details>
</footer>
`;
}
