/** How is an editor told what to do about a mistake on a page? For layouts. */
import type { RulingOffer } from "../../src/page-model.ts";
import { type Html, html } from "../../src/render/html.ts";
import type { Frame } from "./frame.ts";

/** Returns, folded, the lines that the editor can add to `decisions.yml` and the commands that add them. */
export function drawWrong(
  name: string,
  rulings: readonly RulingOffer[],
  { say, tell }: Frame,
): Html {
  const offers = rulings.map(
    ({ purpose, lines, command }) => html`
<dt>${purpose}</dt>
<dd>${lines.length > 0 && html`<pre>${lines.join("\n")}</pre>`}<p>${drawCommand(command, lines.length > 0, tell)}</p></dd>`,
  );
  return html`<footer class="wrong">
<details><summary>${say("wrong.summary")}</summary>
<p>${tell("wrong.person", {
    decisions: html`<code>content/decisions.yml</code>`,
    folder: html`<code>content/articles</code>`,
    name: html`<b><bdi>${name}</bdi></b>`,
    list: html`<code>people</code>`,
  })}</p>
<dl class="rulings">${offers}
</dl>
</details>
</footer>
`;
}

function drawCommand(command: string, isSecond: boolean, tell: Frame["tell"]): Html {
  const typed = html`<code>${command}</code>`;
  return isSecond ? tell("wrong.orCommand", { command: typed }) : typed;
}
