/** What does an XML file hold? Stage 1: a small tree of its elements, names told apart from their prefixes. */
import { FormatError } from "./adapter.ts";
import { xmlParser } from "./libraries.ts";

/** An element. Text and elements among `children` are in the order of the file. */
export interface XmlElement {
  /** Without a prefix. */
  readonly name: string;
  /** Namespace URI; empty for none. */
  readonly space: string;
  /** By name as written, such as `xml:lang`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** Deeper nesting is no article but an attack. */
const DEEPEST = 500;

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/**
 * Returns the root element of an XML text. CDATA is text. Entities that a DTD declares are not expanded: they stand as
 * written (`&name;`), and nothing is fetched. Small faults are forgiven as browsers do; throws a `FormatError`
 * (`read/broken-xml`) where an element does not close, or nesting is deeper than 500.
 */
export function xmlTree(xml: string): XmlElement {
  const Parser = xmlParser();
  const parser = new Parser({ xmlns: true, position: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let fault: string | undefined;
  const addText = (text: string): void => {
    open.at(-1)?.children.push(text);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("error", (error) => {
    fault ??= error.message;
  });
  parser.on("opentag", (tag) => {
    if (open.length >= DEEPEST) throw new FormatError("read/broken-xml", tooDeep(parser.line));
    const attributes = new Map(
      Object.values(tag.attributes).map(({ name, value }) => [name, value] as const),
    );
    open.push({ name: tag.local, space: tag.uri, attributes, children: [] });
  });
  parser.on("closetag", () => {
    const element = open.pop();
    if (element === undefined) return;
    const parent = open.at(-1);
    if (parent !== undefined) parent.children.push(element);
    else root ??= element;
  });
  parser.write(xml).close();
  if (root === undefined || open.length > 0) {
    throw new FormatError(
      "read/broken-xml",
      `expected a whole XML document (${fault ?? "no element closes"}); export it again`,
    );
  }
  return root;
}

function tooDeep(line: number): string {
  return `expected elements nested at most ${DEEPEST} deep, found more at line ${line}`;
}

/** Returns the child elements, those with a name if one is given. */
export function elements(parent: XmlElement | undefined, name?: string): readonly XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement =>
      typeof child !== "string" && (name === undefined || child.name === name),
  );
}

/** Returns the first element at the end of a path of names below one. */
export function find(
  parent: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined {
  let found = parent;
  for (const name of path) found = elements(found, name)[0];
  return found;
}

/** Returns an element and all below it, in the order of the file. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of elements(element)) yield* descendants(child);
}

/** Returns all text in an element, as it stands. */
export function rawText(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === "string" ? child : rawText(child)))
    .join("");
}

/** Returns all text in an element, its white space folded; undefined where there is none. */
export function textIn(element: XmlElement | undefined): string | undefined {
  const text = rawText(element).replace(/\s+/g, " ").trim();
  return text === "" ? undefined : text;
}
