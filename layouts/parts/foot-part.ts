/** How does a part of an article's foot look: its heading in the margin, its content beside it? */
import { type Html, html } from "../../src/render/html.ts";

/** Returns a part of the foot. */
export function drawFootPart(heading: string, content: Html): Html {
  return html`<section class="foot-part">
<h2>${heading}</h2>
<div>
${content}
</div>
</section>
`;
}
