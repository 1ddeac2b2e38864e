/** What does a page say to whoever reads or hears it, and how does a language look in which no letter is an English one? */
import { parseHTML } from "linkedom";
import type { Sentence, WordTable } from "../../src/page-parts.ts";

/** Read by nobody, typed as it stands, or a name that every language writes so. */
const NOT_SAID = 'script, style, code, pre, .url, [download], [href^="https:"]';
const SAID_ATTRIBUTES = ["aria-label", "title", "alt", "placeholder", "data-means", "data-open"];

/** Returns the texts of a page and of the attributes that are read or heard, without those that are code or addresses. */
export function spokenTexts(markup: string): readonly string[] {
  const { document } = parseHTML(markup);
  for (const element of document.querySelectorAll(NOT_SAID)) element.remove();
  const texts: string[] = [];
  for (const element of document.querySelectorAll("*")) {
    for (const name of SAID_ATTRIBUTES) texts.push(element.getAttribute(name) ?? "");
    if (element.getAttribute("name") === "description")
      texts.push(element.getAttribute("content") ?? "");
    for (const node of element.childNodes)
      if (node.nodeType === 3) texts.push(node.textContent ?? "");
  }
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

/** Returns words with each Latin letter a wide one, slots left alone: `Ｂｙ {names}`. */
export function wide(words: string): string {
  return words.replace(/\{\w+\}|[A-Za-z]/g, (part) =>
    part.length > 1 ? part : String.fromCharCode(part.charCodeAt(0) + WIDE),
  );
}

const WIDE = "Ａ".charCodeAt(0) - "A".charCodeAt(0);

/** Returns all sentences of a language in wide letters. */
export function wideTable(table: WordTable): WordTable {
  return Object.fromEntries(
    Object.entries(table).map(([key, sentence]): [string, Sentence] => [
      key,
      typeof sentence === "string"
        ? wide(sentence)
        : {
            other: wide(sentence.other),
            ...Object.fromEntries(Object.entries(sentence).map(([name, one]) => [name, wide(one)])),
          },
    ]),
  );
}
