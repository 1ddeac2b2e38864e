/** How does an article's page show what the article was before its source changed? */
import type { ArticlePage, VersionHere } from "../../src/page-model.ts";
import { type Html, html } from "../../src/render/html.ts";
import { counted } from "./counts.ts";
import { drawFootPart } from "./foot-part.ts";
import { type Frame, languageOf } from "./frame.ts";

/** Returns the former versions with what each next one changed; nothing where the source never changed. */
export function drawVersions(page: ArticlePage, frame: Frame): Html | undefined {
  if (page.versions.length === 0) return undefined;
  const parts = page.versions.map((version) => drawVersion(version, page, frame));
  return drawFootPart("Versions", html`${parts}`);
}

function drawVersion(version: VersionHere, page: ArticlePage, frame: Frame): Html {
  const { number, source, changes } = version;
  const from =
    source !== undefined &&
    html`, from <code>${source.file}</code>, SHA-256 <code class="hash">${source.sha256}</code>`;
  const rows = changes.map(
    (change) => html`
<li><span class="apparatus">${change.label}</span> <span${languageOf(page, frame.site, change.words.map(({ text }) => text).join(""))}>${change.words.map(drawWords)}</span></li>`,
  );
  const shown =
    changes.length > 0 &&
    html`<details><summary>${counted(changes.length, "change")} to the text that followed</summary>
<ul class="source-lines versions">${rows}
</ul>
</details>
`;
  return html`<p class="apparatus">Version ${number}${from}.</p>
${shown}`;
}

/** Who does not see the strokes hears where words were taken out and put in. */
function drawWords({ kind, text }: VersionHere["changes"][number]["words"][number]): Html {
  if (kind === "same") return html`${text}`;
  if (kind === "added") {
    return html`<ins><span class="unseen">put in: </span>${text}<span class="unseen"> end of what was put in </span></ins>`;
  }
  return html`<del><span class="unseen">taken out: </span>${text}<span class="unseen"> end of what was taken out </span></del>`;
}
