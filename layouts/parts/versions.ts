/** How does an article's page show what the article was before its source changed? */
import type { ArticlePage, VersionHere } from "../../src/page-model.ts";
import { type Html, html } from "../../src/render/html.ts";
import { drawFootPart } from "./foot-part.ts";
import { type Frame, languageOf } from "./frame.ts";

/** Returns the former versions with what each next one changed; nothing where the source never changed. */
export function drawVersions(page: ArticlePage, frame: Frame): Html | undefined {
  if (page.versions.length === 0) return undefined;
  const parts = page.versions.map((version) => drawVersion(version, page, frame));
  return drawFootPart(frame.say("article.versions"), html`${parts}`);
}

function drawVersion(version: VersionHere, page: ArticlePage, frame: Frame): Html {
  const { number, source, changes } = version;
  const head =
    source === undefined
      ? frame.tell("article.version", { number })
      : frame.tell("article.versionFrom", {
          number,
          file: html`<code>${source.file}</code>`,
          hash: html`<code class="hash">${source.sha256}</code>`,
        });
  const rows = changes.map(
    (change) => html`
<li><span class="apparatus">${frame.words.known(`changed.${change.label}`) ?? change.label}</span> <span${languageOf(page, frame.site, change.words.map(({ text }) => text).join(""))}>${change.words.map((words) => drawWords(words, frame))}</span></li>`,
  );
  const shown =
    changes.length > 0 &&
    html`<details><summary>${frame.say("article.changes", { count: changes.length })}</summary>
<ul class="source-lines versions">${rows}
</ul>
</details>
`;
  return html`<p class="apparatus">${head}</p>
${shown}`;
}

/** Who does not see the strokes hears where words were taken out and put in. */
function drawWords(
  { kind, text }: VersionHere["changes"][number]["words"][number],
  { say }: Frame,
): Html {
  if (kind === "same") return html`${text}`;
  if (kind === "added") {
    return html`<ins><span class="unseen">${say("article.putIn")}</span>${text}<span class="unseen">${say("article.endPutIn")}</span></ins>`;
  }
  return html`<del><span class="unseen">${say("article.takenOut")}</span>${text}<span class="unseen">${say("article.endTakenOut")}</span></del>`;
}
