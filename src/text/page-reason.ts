/** Why has a name a page or none, in words? For pages and commands. */
import type { PageReason } from "../model.ts";
import type { InterfaceWords } from "./interface-words.ts";

/** Returns a reason as half a sentence: `named in 3 articles, and quoted`. */
export function reasonInWords({ kind, articles }: PageReason, words: InterfaceWords): string {
  if (kind === "record" || kind === "editor") return words.say(`reason.${kind}`);
  return words.say(`reason.${kind}`, { count: articles });
}
