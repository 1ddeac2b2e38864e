/** What does a finished article page show: its sentences by anchor, and whom and what it names below? */
import { parseHTML } from "linkedom";

/** A name below an article's text. */
export interface Named {
  readonly roles: readonly string[];
  readonly mentions: number;
  readonly quotations: number;
}

/** An article as its page shows it. */
export interface ArticleHere {
  readonly headline: string;
  /** ISO, to the day; empty where undated. */
  readonly date: string;
  readonly dateLabel: string;
  /** By anchor. */
  readonly sentences: ReadonlyMap<string, string>;
  /** By `keyOf`. */
  readonly named: ReadonlyMap<string, Named>;
  /** Whether words stand in the text and begin in the sentence of an anchor. */
  readonly opensIn: (anchor: string, words: string) => boolean;
}

/** Returns what the page of an article shows. */
export function readArticle(html: string, address: string): ArticleHere {
  const { document } = parseHTML(html);
  for (const notes of document.querySelectorAll(".notes")) notes.remove();
  const anchors = "[data-ledger=headline], [data-ledger=standfirst], .sentence";
  const sentences = new Map<string, string>();
  for (const element of document.querySelectorAll(anchors))
    if (element.id !== "") sentences.set(element.id, wordsOf(element));
  const text = wordsOf(document.querySelector("[data-ledger=body]"));
  const time = document.querySelector(".kicker time");
  const named = new Map<string, Named>();
  for (const row of document.querySelectorAll(".people-here li, .foot-part .counts li"))
    named.set(keyOf(row.querySelector(".name") ?? row, address), readNamed(row));
  return {
    headline: wordsOf(document.querySelector("h1")),
    date: (time?.getAttribute("datetime") ?? "").slice(0, 10),
    dateLabel: time === null ? "undated" : wordsOf(time),
    sentences,
    named,
    opensIn(anchor, words) {
      const sentence = sentences.get(anchor) ?? "";
      if (sentence === "" || words === "") return false;
      const start = text.indexOf(sentence);
      const at = start === -1 ? sentence.indexOf(words) : text.indexOf(words, start) - start;
      return at >= 0 && at < sentence.length;
    },
  };
}

function readNamed(row: Element): Named {
  const said = wordsOf(row.querySelector(".apparatus"));
  const [, named = "0"] = /named (once|twice|\d+)/.exec(said) ?? [];
  return {
    roles: [...row.querySelectorAll(".roles bdi")].map(wordsOf),
    mentions: Number({ once: "1", twice: "2" }[named] ?? named),
    quotations: Number(/(\d+) quotation/.exec(said)?.[1] ?? 0),
  };
}

/** Returns the words of an element with single spaces; none for no element. */
export function wordsOf(element: Element | null | undefined): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** Returns by what a name is known on any page: the address of its own, or, where it has none, the name itself. */
export function keyOf(element: Element | null, base: string): string {
  const href = element?.querySelector("a")?.getAttribute("href");
  if (href === undefined || href === null) return wordsOf(element?.querySelector("bdi"));
  return new URL(href, `https://site.example${base}`).pathname;
}
