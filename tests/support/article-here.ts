/** What does a finished article page show: its sentences by anchor, and whom and what it names below? */
import { parseHTML } from "linkedom";

/** A name below an article's text. */
export interface Named {
  readonly name: string;
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
  /** The times in the sentences of the body. */
  readonly times: readonly {
    readonly anchor: string;
    readonly value: string;
    readonly words: string;
  }[];
  /** By `keyOf`. */
  readonly named: ReadonlyMap<string, Named>;
  /** By the id of its mark. */
  readonly quotations: ReadonlyMap<string, QuotedHere>;
  /** The body by single spaces. */
  readonly text: string;
  /** Whether words stand in the text and begin in the sentence of an anchor. */
  readonly opensIn: (anchor: string, words: string) => boolean;
}

/** A quotation's mark, and what the note beside it says. */
export interface QuotedHere {
  /** Where it begins in the text, by single spaces. */
  readonly start: number;
  /** `keyOf` the speaker; empty where nobody is named. */
  readonly speaker: string;
  readonly isProbable: boolean;
  readonly because: string;
}

/** Returns what the page of an article shows. */
export function readArticle(html: string, address: string): ArticleHere {
  const { document } = parseHTML(html);
  const notes = readNotes(document, address);
  for (const note of document.querySelectorAll(".notes")) note.remove();
  const quotations = readQuotations(document, notes);
  const anchors = "[data-ledger=headline], [data-ledger=standfirst], .sentence";
  const sentences = new Map<string, string>();
  for (const element of document.querySelectorAll(anchors))
    if (element.id !== "") sentences.set(element.id, wordsOf(element));
  const times = [...document.querySelectorAll(".sentence[id] .time")].map((time) => ({
    anchor: time.closest(".sentence")?.id ?? "",
    value: time.getAttribute("data-value") ?? time.getAttribute("datetime") ?? "",
    words: wordsOf(time),
  }));
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
    times,
    named,
    quotations,
    text,
    opensIn(anchor, words) {
      const sentence = sentences.get(anchor) ?? "";
      if (sentence === "" || words === "") return false;
      const start = text.indexOf(sentence);
      const at = start === -1 ? sentence.indexOf(words) : text.indexOf(words, start) - start;
      return at >= 0 && at < sentence.length;
    },
  };
}

type Note = Omit<QuotedHere, "start">;

/** A reason is given once for as long as it does not change. */
function readNotes(document: Document, address: string): ReadonlyMap<string, Note> {
  const notes = new Map<string, Note>();
  let last = "";
  for (const note of document.querySelectorAll(".note.speaker, .note.unspoken")) {
    const name = note.querySelector("bdi");
    const link = name?.closest("a") ?? null;
    const speaker = link === null ? wordsOf(name) : keyOf(link.parentElement, address);
    const isProbable = note.querySelector(".doubt") !== null;
    // the reason for a quotation stands before its sign
    for (const part of note.querySelectorAll(".why, .permalink"))
      if (part.classList.contains("why")) last = wordsOf(part).replace(/^— /, "");
      else
        notes.set(part.getAttribute("href")?.slice(1) ?? "", {
          speaker,
          isProbable,
          because: name === null ? "" : last,
        });
  }
  return notes;
}

const BEGINS = "\uE000";
const ENDS = "\uE001";
const SIGN = /\uE000([^\uE001]*)\uE001/g;

/** Where each mark begins: a sign is set before it, and taken out of the text again. */
function readQuotations(
  document: Document,
  notes: ReadonlyMap<string, Note>,
): ReadonlyMap<string, QuotedHere> {
  const signs = [...document.querySelectorAll(".quotation[id]")].map((mark) => {
    const sign = document.createTextNode(`${BEGINS}${mark.id}${ENDS}`);
    mark.prepend(sign);
    return sign;
  });
  const signed = wordsOf(document.querySelector("[data-ledger=body]"));
  for (const sign of signs) sign.remove();
  const quotations = new Map<string, QuotedHere>();
  let taken = 0;
  for (const match of signed.matchAll(SIGN)) {
    const note = notes.get(match[1] ?? "");
    if (note !== undefined) quotations.set(match[1] ?? "", { ...note, start: match.index - taken });
    taken += match[0].length;
  }
  return quotations;
}

function readNamed(row: Element): Named {
  const said = wordsOf(row.querySelector(".apparatus"));
  const [, named = "0"] = /named (once|twice|\d+)/.exec(said) ?? [];
  return {
    name: wordsOf(row.querySelector("bdi")),
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
