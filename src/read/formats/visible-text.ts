/** Which words of a page does its reader see, and in which blocks? Stage 1. */
import type { BlockKind } from "../../model.ts";
import { FormatError } from "./adapter.ts";

/** A block of a page as its reader sees it: a paragraph, a heading, a button, a line of a menu. */
export interface VisibleBlock {
  /** White space is folded as browsers do; `<br>` is a line break. No blank line but in a table. */
  readonly text: string;
  readonly kind: BlockKind;
  /** The element that says so: `p`, `h2`, `figcaption`, `div`. */
  readonly tag: string;
  /** The nodes of the page whose text it is. */
  readonly nodes: readonly Node[];
  /** The elements that it stands in, outermost first, each as `tag.class`. */
  readonly path: readonly string[];
  /** The same of its first words, with the elements inside the line: `time`, `a.author`. */
  readonly inner: readonly string[];
  /** Whether all of it is a link to elsewhere. */
  readonly linked: boolean;
}

/** Deeper nesting is no article but an attack. */
const DEEPEST = 200;
const UNSEEN: ReadonlySet<string> = new Set(
  "script style noscript template svg iframe object embed video audio canvas head title meta link map datalist".split(
    " ",
  ),
);
const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol optgroup option p pre section select summary table tbody td textarea tfoot th thead time-line tr ul".split(
    " ",
  ),
);
const KINDS: Readonly<Record<string, BlockKind>> = {
  h1: "crosshead",
  h2: "crosshead",
  h3: "crosshead",
  h4: "crosshead",
  h5: "crosshead",
  h6: "crosshead",
  li: "listItem",
  dd: "listItem",
  dt: "listItem",
  blockquote: "blockquote",
  figure: "caption",
  figcaption: "caption",
  pre: "table",
};
/** In a table that lays out a page, cells hold blocks; in one of figures they hold words. */
const LAYOUT = "table,div,p,ul,ol,h1,h2,h3,h4,article,section,form,blockquote,pre,figure";
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const FOLDED = /[ \t\n\r\f]+/g;
const EMPTY_LINES = /\n(?:[ \t]*\n){3,}/g;
const BREAK = "\n";

/** Where in the page the walk is. */
interface Place {
  readonly kind: BlockKind;
  readonly tag: string;
  readonly path: readonly string[];
  readonly linked: boolean;
}

/** The block that is being read. */
interface OpenBlock {
  text: string;
  nodes: Node[];
  inner: readonly string[];
  linked: boolean;
}

const OUTERMOST: Place = { kind: "paragraph", tag: "div", path: [], linked: false };

/**
 * Returns the blocks below an element in the order of the page; together they hold all its text but that of scripts,
 * styles and elements hidden by attribute. Throws a `FormatError` (`read/too-deep`) for nesting deeper than 200.
 *
 * Example: `<h2>Flour</h2><p>It <b>rose</b>.` gives a `crosshead` "Flour" and a `paragraph` "It rose.".
 */
export function visibleBlocks(root: Element): VisibleBlock[] {
  const walk = new Walk();
  walk.children(root, OUTERMOST);
  walk.close(OUTERMOST);
  return walk.blocks;
}

class Walk {
  readonly blocks: VisibleBlock[] = [];
  #open: OpenBlock = { text: "", nodes: [], inner: [], linked: true };

  children(element: Element, place: Place): void {
    if (place.path.length > DEEPEST) {
      throw new FormatError(
        "read/too-deep",
        `expected elements nested at most ${DEEPEST} deep, found more; save the page again`,
      );
    }
    for (const node of element.childNodes) {
      if (node.nodeType === node.TEXT_NODE) this.#text(node, place);
      // an element node is an element: the tree's types do not tell them apart
      else if (node.nodeType === node.ELEMENT_NODE) this.#element(node as Element, place);
    }
  }

  /** Ends the block that is being read. */
  close({ kind, tag, path }: Place): void {
    const { text, nodes, inner, linked } = this.#open;
    this.#open = { text: "", nodes: [], inner: [], linked: true };
    const trimmed = text.trim();
    if (trimmed !== "") this.blocks.push({ text: trimmed, kind, tag, nodes, path, inner, linked });
  }

  #element(element: Element, place: Place): void {
    const tag = element.localName.toLowerCase();
    if (UNSEEN.has(tag) || isHidden(element)) return;
    if (tag === "br") {
      this.#lineBreak(place);
      return;
    }
    const path = [...place.path, step(element, tag)];
    const linked = place.linked || (tag === "a" && leadsAway(element));
    if (!BLOCKS.has(tag)) {
      this.children(element, { ...place, path, linked });
      return;
    }
    this.close(place);
    if (tag === "table" && isDataTable(element)) {
      this.#table(element, path);
      return;
    }
    const kind = KINDS[tag] ?? (place.kind === "table" ? "paragraph" : place.kind);
    // a paragraph in a list item is of the list
    const isOwn = KINDS[tag] !== undefined || place.kind === "paragraph";
    const inner = { kind, tag: isOwn ? tag : place.tag, path, linked };
    this.children(element, inner);
    this.close(inner);
  }

  #text(node: Node, place: Place): void {
    const raw = node.textContent ?? "";
    const text = place.kind === "table" ? preformatted(raw) : raw.replace(FOLDED, " ");
    const { text: before, nodes } = this.#open;
    const joins = place.kind !== "table" && /(?:^|[ \n])$/.test(before.slice(-1));
    const added = joins ? text.replace(/^ /, "") : text;
    if (added === "") return;
    this.#open.text += added;
    if (added.trim() === "") return;
    if (nodes.length === 0) this.#open.inner = place.path;
    nodes.push(node);
    this.#open.linked &&= place.linked;
  }

  /** One line break goes on with the paragraph, a second one ends it. */
  #lineBreak(place: Place): void {
    const before = this.#open.text;
    // looked at from its end only, since a paragraph may hold thousands of breaks
    if (before === "" || before === " ") return;
    if (place.kind !== "table" && before.endsWith(BREAK)) this.close(place);
    else this.#open.text = `${before.endsWith(" ") ? before.slice(0, -1) : before}${BREAK}`;
  }

  /** Its cells parted by tabs, its rows by line breaks. */
  #table(table: Element, path: readonly string[]): void {
    for (const caption of table.querySelectorAll("caption")) {
      const place: Place = { kind: "caption", tag: "caption", path, linked: false };
      this.children(caption, place);
      this.close(place);
    }
    const rows = [...table.querySelectorAll("tr")].map((row) =>
      [...row.children].map((cell) => visibleBlocks(cell)),
    );
    const text = rows
      .map((cells) => cells.map(inOneLine).join("\t").trimEnd())
      .filter((row) => row.trim() !== "")
      .join(BREAK);
    this.#open = {
      text,
      nodes: rows.flat(2).flatMap(({ nodes }) => nodes),
      inner: path,
      linked: false,
    };
    this.close({ kind: "table", tag: "table", path, linked: false });
  }
}

function step(element: Element, tag: string): string {
  const marks = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  const words = marks.trim().replace(/\s+/g, ".");
  return words === "" ? tag : `${tag}.${words}`;
}

/** As it stands, but that no more than two of its empty lines stand together: Markdown files are not read beyond a hundred. */
function preformatted(raw: string): string {
  return raw.replace(/\r\n?/g, BREAK).replace(EMPTY_LINES, `${BREAK}${BREAK}${BREAK}`);
}

/** A heading may be a link to itself. */
function leadsAway(link: Element): boolean {
  return !(link.getAttribute("href") ?? "#").startsWith("#");
}

function isHidden(element: Element): boolean {
  return element.hasAttribute("hidden") || HIDDEN_STYLE.test(element.getAttribute("style") ?? "");
}

/** Whether a table says something by its rows and columns, and holds no blocks. */
function isDataTable(table: Element): boolean {
  const rows = [...table.querySelectorAll("tr")];
  const isWide = rows.some((row) => row.children.length > 1);
  return rows.length > 1 && isWide && table.querySelector(LAYOUT) === null;
}

function inOneLine(cell: readonly VisibleBlock[]): string {
  return cell.map(({ text }) => text.replace(/\s+/g, " ")).join(" ");
}
