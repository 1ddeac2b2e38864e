/** Which words of an article does a page of the site hold? Pure; reads HTML as a browser does. */
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { PARTS, type Part, type Pieces } from "./pieces.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Names a place for an article's words on its page: a part, or `body` around the blocks. */
const ATTRIBUTE = "data-ledger";
/** Each is a block of the body, whatever stands in it; what stands outside of all is a block, too. */
const BLOCKS: ReadonlySet<string> = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "pre"]);
const NOT_BLANK = /\S/;

/**
 * Returns the words that a page marks as its article's, by the attribute `data-ledger`: the elements of each part
 * in the order of the page, and in that named `body` each block; margin notes (class `notes`) are left out.
 * All lists are empty on a page that is no article's.
 */
export function pagePieces(html: string): Pieces {
  const found: Record<Part, string[]> = {
    headline: [],
    published: [],
    byline: [],
    standfirst: [],
    section: [],
    block: [],
    kept: [],
    removed: [],
  };
  visit(parse(html), (node) => {
    const name = attribute(node, ATTRIBUTE);
    if (name === undefined) return true;
    // one by one here and where else as many may come as a source has lines: arguments overflow the stack
    if (name === "body") for (const block of blocksIn(node)) found.block.push(block);
    const part = PARTS.find((one) => one === name);
    if (part !== undefined) found[part].push(textOf(node));
    return false;
  });
  return found;
}

/** Returns whether a page may be an article's, without reading it whole. */
export function isArticlePage(html: string): boolean {
  return html.includes(`${ATTRIBUTE}="headline"`);
}

function blocksIn(body: Node): readonly string[] {
  const blocks: string[] = [];
  visit(body, (node) => {
    if (isNotes(node)) return false;
    if (node.nodeName === "#text" && NOT_BLANK.test(textOf(node))) blocks.push(textOf(node));
    if (!BLOCKS.has(node.nodeName)) return true;
    blocks.push(textOf(node));
    return false;
  });
  return blocks;
}

function textOf(top: Node): string {
  let text = "";
  visit(top, (node) => {
    if (node.nodeName === "#text" && "value" in node) text += node.value;
    return !isNotes(node);
  });
  return text;
}

function isNotes(node: Node): boolean {
  return attribute(node, "class")?.split(/\s+/).includes("notes") === true;
}

function attribute(node: Node, name: string): string | undefined {
  return isElement(node) ? node.attrs.find((one) => one.name === name)?.value : undefined;
}

function isElement(node: Node): node is Element {
  return "attrs" in node;
}

/** Calls `enter` on each node in the order of the page; where it returns false its children are passed over. */
function visit(top: Node, enter: (node: Node) => boolean): void {
  // no recursion: a damaged page may nest without end
  const waiting: Node[] = [top];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!enter(node) || !("childNodes" in node)) continue;
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}
