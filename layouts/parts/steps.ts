/** How does a page of a row, such as a day among days, lead to the one before and after it? For layouts. */
import type { Link } from "../../src/page-parts.ts";
import { type Html, html } from "../../src/render/html.ts";
import type { Frame } from "./frame.ts";
import { drawName } from "./names.ts";

/** Returns the way to the page before and to the page after; nothing where there is neither. */
export function drawSteps(
  { previous, next }: { readonly previous?: Link; readonly next?: Link },
  frame: Frame,
): Html | undefined {
  if (previous === undefined && next === undefined) return undefined;
  const step = (key: "steps.earlier" | "steps.later", to: Link | undefined): Html | false =>
    to !== undefined && html`<li>${frame.tell(key, { name: drawName(to, frame) })}</li>`;
  return html`<nav class="steps" aria-label="${frame.say("steps.label")}"><ul>${step("steps.earlier", previous)}${step("steps.later", next)}</ul></nav>
`;
}
