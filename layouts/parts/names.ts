/** How are names and lists of names drawn? For layouts. */
import type { CountedLink, Link } from "../../src/page-parts.ts";
import { type Html, html } from "../../src/render/html.ts";
import { type Frame, languageOf } from "./frame.ts";

/** Returns a name, linked if it has a page, apart from the direction of the text around it. */
export function drawName(name: Link, frame: Frame): Html {
  const language = languageOf(frame.site, frame.site, name.name);
  return name.address === undefined
    ? html`<bdi${language}>${name.name}</bdi>`
    : html`<a href="${frame.link(name.address)}"><bdi${language}>${name.name}</bdi></a>`;
}

/** Returns names as a sentence lists them: `Ana Reis, Tomas Varga and Ilse Okafor`; each between quotation marks where they are `mark`. */
export function drawListed(
  names: readonly string[],
  { words, tell }: Frame,
  mark?: "quotes.words",
): Html {
  const drawn = names.map((name) => html`<bdi>${name}</bdi>`);
  const marked = mark === undefined ? drawn : drawn.map((name) => tell(mark, { words: name }));
  return html`${words.listed(marked)}`;
}

/**
 * Returns names with their counts, one a line, or nothing if there are none.
 *
 * @param below Gives what stands below a name.
 */
export function drawCounts<Name extends CountedLink>(
  names: readonly Name[],
  frame: Frame,
  below: (name: Name) => Html | undefined = () => undefined,
): Html | undefined {
  if (names.length === 0) return undefined;
  const rows = names.map((name) => {
    const words = below(name);
    return html`
  <li>${drawName(name, frame)} <span class="count">${frame.number(name.count)}</span>${words !== undefined && html` <span class="beneath">${words}</span>`}</li>`;
  });
  return html`<ul class="counts">${rows}
</ul>`;
}

/** How many names stand open before the rest is folded. */
const OPEN_NAMES = 12;

/**
 * Returns a part of the margin column: a small heading over names with counts. Of a long list the
 * rest lies behind "and 188 more". Nothing if there are no names.
 */
export function drawMarginNames<Name extends CountedLink>(
  heading: string,
  names: readonly Name[],
  frame: Frame,
  below?: (name: Name) => Html | undefined,
): Html | undefined {
  if (names.length === 0) return undefined;
  const rest = names.slice(OPEN_NAMES);
  return html`<section class="margin-part">
<h2>${heading}</h2>
${drawCounts(names.slice(0, OPEN_NAMES), frame, below)}${
  rest.length > 0 &&
  html`
<details><summary>${frame.say("list.more", { count: rest.length })}</summary>
${drawCounts(rest, frame, below)}
</details>`
}
</section>
`;
}

/** Returns a list of letters or parts as a line of links. */
export function drawParts(
  label: string,
  parts: readonly CountedLink[],
  frame: Frame,
  current?: string,
): Html | undefined {
  if (parts.length === 0) return undefined;
  const items = parts.map((part) => {
    if (part.name === current) return html`<li><b aria-current="page">${part.name}</b></li>`;
    if (part.address === undefined) return html`<li>${part.name}</li>`;
    return html`<li><a href="${frame.link(part.address)}">${part.name}</a></li>`;
  });
  return html`<nav class="letters" aria-label="${label}"><ul>${items}</ul></nav>
`;
}
