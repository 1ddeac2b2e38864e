/** What does a page say, whoever drew it? Its elements, its words and where its links lead, without white space between and around. */
import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;

/**
 * Returns a page as a list of what stands in it: `<tag`, words, and `→ address` for each link, resolved against the page's own
 * address. White space and entities make no difference; what stands in `script` is left out, for the order of keys is free.
 */
export function saidBy(html: string, address: string): readonly string[] {
  const said: string[] = [];
  const base = new URL(address, "https://page.example/");
  const walk = (node: Node): void => {
    if (node.nodeName === "script" || node.nodeName === "#comment") return;
    if ("value" in node && node.nodeName === "#text") said.push(...wordsOf(node.value));
    if ("attrs" in node) {
      said.push(`<${node.nodeName}`);
      for (const { name, value } of node.attrs)
        said.push(
          name === "href" ? `→ ${new URL(value, base).href}` : `${name}=${squeezed(value)}`,
        );
    }
    if ("childNodes" in node) for (const child of node.childNodes) walk(child);
  };
  for (const child of parse(html).childNodes) walk(child);
  return said;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

function squeezed(value: string): string {
  return wordsOf(value).join(" ");
}
