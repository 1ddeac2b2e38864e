/** Which blocks of a page are its article? Stage 1: Mozilla's Readability, checked against what the page states. */
import { readability } from "./libraries.ts";
import type { VisibleBlock } from "./visible-text.ts";

const MARK = "data-backfile";
/** A page with more elements is no article; Readability is slow on it. */
const MOST_ELEMENTS = 40_000;
const PROSE = 60;
/** A stated body counts if it is so long, and so much of it stands in the page. */
const STATED_BODY = 400;
const STATED_SHARE = 0.8;
const NOT_WORDS = /[^\p{L}\p{N}]+/gu;
const RUNNING: ReadonlySet<string> = new Set(["paragraph", "blockquote", "listItem"]);
/** Parts of a page in which no article's text stands. */
const APART = /^(?:nav|aside|footer|button|form|select|label|textarea|dialog|menu)(?:\.|$)/;

/**
 * Returns the indexes of the blocks that are the article's, empty where no article is found. `document` is changed
 * and of no use afterwards. What JSON-LD states as the text (`stated`) goes before what Readability finds; paragraphs
 * that stand in the page as the article's others do are the article's too.
 */
export function bodyBlocks(
  document: Document,
  blocks: readonly VisibleBlock[],
  stated: string | undefined,
): ReadonlySet<number> {
  const found = extracted(document, blocks);
  const known = statedBlocks(blocks, stated);
  if (known.size > 0) return withBetween(blocks, known, found);
  return withAlike(blocks, found);
}

/** The blocks of which Readability keeps most of the characters. */
function extracted(document: Document, blocks: readonly VisibleBlock[]): Set<number> {
  // Readability makes new elements of old ones and may begin again, so that only marks on spans of our own stay.
  for (const [number, node] of blocks.flatMap(({ nodes }) => nodes).entries()) {
    const span = document.createElement("span");
    span.setAttribute(MARK, String(number));
    node.parentNode?.replaceChild(span, node);
    span.appendChild(node);
  }
  const kept = keptMarks(document);
  const found = new Set<number>();
  let number = 0;
  for (const [index, { nodes }] of blocks.entries()) {
    let [all, held] = [0, 0];
    for (const node of nodes) {
      const length = (node.textContent ?? "").trim().length;
      all += length;
      if (kept.has(number)) held += length;
      number += 1;
    }
    if (held * 2 > all) found.add(index);
  }
  return found;
}

/** The numbers of the marks that stand in what Readability takes for the article. */
function keptMarks(document: Document): ReadonlySet<number> {
  if (document.getElementsByTagName("*").length > MOST_ELEMENTS) return new Set();
  const Reader = readability();
  const article = new Reader<Element>(document, {
    // the element that it is given is one: it asks for no text
    serializer: (node) => node as Element,
  }).parse();
  const marked = [...(article?.content?.querySelectorAll(`[${MARK}]`) ?? [])];
  return new Set(marked.map((span) => Number(span.getAttribute(MARK))));
}

/** The blocks whose words stand in the text that the page states, if that is the text of the page. */
function statedBlocks(blocks: readonly VisibleBlock[], stated = ""): ReadonlySet<number> {
  const whole = bare(stated.replace(/<[^<>]{1,500}>/g, " "));
  const found = new Set<number>();
  if (whole.length < STATED_BODY) return found;
  let length = 0;
  blocks.forEach(({ text, kind }, index) => {
    if (!RUNNING.has(kind)) return;
    const words = bare(text);
    if (words.length < PROSE / 2 || !whole.includes(words)) return;
    found.add(index);
    length += words.length;
  });
  return length >= STATED_SHARE * whole.length ? found : new Set();
}

/** With what Readability keeps between the stated paragraphs: crossheads, captions, lists, short lines. */
function withBetween(
  blocks: readonly VisibleBlock[],
  known: ReadonlySet<number>,
  found: ReadonlySet<number>,
): ReadonlySet<number> {
  const places = [...known].sort((a, b) => a - b);
  const [first = 0, last = -1] = [places[0], places.at(-1)];
  const between = blocks.flatMap(({ text, kind }, index) => {
    if (index < first || index > last || !found.has(index)) return [];
    return kind === "paragraph" && text.length >= PROSE ? [] : [index];
  });
  return new Set([...known, ...between]);
}

/** With paragraphs that stand in the page just as at least two of the article's do: Readability drops parts of a long one. */
function withAlike(
  blocks: readonly VisibleBlock[],
  found: ReadonlySet<number>,
): ReadonlySet<number> {
  const counts = new Map<string, number>();
  const placeOf = ({ path }: VisibleBlock): string =>
    path.map((step) => step.replace(/\d+/g, "")).join(">");
  for (const index of found) {
    const block = blocks[index];
    if (block?.kind !== "paragraph" || block.text.length < PROSE) continue;
    const place = placeOf(block);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const alike = blocks.flatMap((block, index) => {
    if (block.kind !== "paragraph" || block.text.length < PROSE || isApart(block)) return [];
    return (counts.get(placeOf(block)) ?? 0) >= 2 ? [index] : [];
  });
  return new Set([...found, ...alike]);
}

/** Returns whether a block stands in a part of the page that holds no article: a menu, a form, the foot. */
export function isApart({ path }: VisibleBlock): boolean {
  return path.some((step) => APART.test(step));
}

function bare(text: string): string {
  return text.toLowerCase().replace(NOT_WORDS, "");
}
