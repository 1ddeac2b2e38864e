/** What does every drawing function need to know about the page it draws on? For layouts. */
import type { Page, SiteFrame } from "../../src/page-model.ts";
import { type Html, html } from "../../src/render/html.ts";
import { languageOn } from "../../src/render/language.ts";
import { type Linker, relativeTo } from "../../src/render/urls.ts";
import {
  InterfaceWords,
  type SlotsFor,
  type SlotText,
  type WordKey,
} from "../../src/text/interface-words.ts";
import type { InLanguage } from "../../src/text/passage-language.ts";

/** The site, and how this page links to others. */
export interface Frame {
  readonly site: SiteFrame;
  readonly link: Linker;
  /** Numbers, dates and names of the interface's language. */
  readonly words: InterfaceWords;
  /** Returns a sentence of the interface with its slots filled, as plain text: for attributes and titles. */
  readonly say: InterfaceWords["say"];
  /** Returns a sentence of the interface as mark-up; a name in it that runs the other way is isolated. */
  readonly tell: Tell;
  /** Returns a whole number in the interface's figures: `8,412`. */
  readonly number: (count: number) => string;
}

/** Fills a sentence with mark-up, words and numbers. */
type Tell = <Key extends WordKey>(key: Key, ...slots: SlotsFor<Key, Html | SlotText>) => Html;

/** What a frame has of its site, whatever the page. */
type Spoken = Pick<Frame, "words" | "say" | "tell" | "number">;

/** A site's words are made ready once for all its pages. */
const spoken = new WeakMap<SiteFrame, Spoken>();

function spokenBy(site: SiteFrame): Spoken {
  let own = spoken.get(site);
  if (own === undefined) {
    own = spokenIn(new InterfaceWords(site.speech));
    spoken.set(site, own);
  }
  return own;
}

function spokenIn(words: InterfaceWords): Spoken {
  const drawSlot = (value: Html | SlotText): Html | string => {
    if (typeof value === "number") return words.number(value);
    if (typeof value !== "string" || words.isolated(value) === value) return value as Html | string;
    return html`<bdi>${value}</bdi>`;
  };
  return {
    words,
    say: (key, ...slots) => words.say(key, ...slots),
    tell: (key, ...slots) => {
      const values = (slots[0] ?? {}) as Readonly<Record<string, Html | SlotText>>;
      return html`${words.pieces(key, values["count"], (slot) => drawSlot(values[slot] ?? ""))}`;
    },
    number: (count) => words.number(count),
  };
}

/**
 * Returns the frame of a page. A file such as `/404.html` is shown under any address, so its links
 * begin at the site's root: below the path of the site's own address, or, where that is unknown, at the host's.
 */
export function frameOf(page: Pick<Page, "address">, site: SiteFrame): Frame {
  const own = spokenBy(site);
  if (page.address.endsWith("/")) return { site, link: relativeTo(page.address), ...own };
  const root = site.url === undefined ? "" : new URL(site.url).pathname.replace(/\/$/, "");
  return { site, link: (address) => root + address, ...own };
}

/** Returns the page's whole address, if the site's own is known. */
export function canonicalOf(address: string, site: SiteFrame): string | undefined {
  if (site.url === undefined) return undefined;
  return site.url.replace(/\/$/, "") + address;
}

/**
 * Returns ` lang="fa" dir="rtl"` for words in another language than the archive's, else nothing; `text` is
 * the words themselves, which may be in another script than their article. An unknown language is not named.
 */
export function languageOf(
  words: InLanguage,
  site: SiteFrame,
  text: string = "",
): Html | undefined {
  return languageOn(site, words, text);
}
