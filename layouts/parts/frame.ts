/** What does every drawing function need to know about the page it draws on? For layouts. */
import type { Page, SiteFrame } from "../../src/page-model.ts";
import type { Html } from "../../src/render/html.ts";
import { languageOn } from "../../src/render/language.ts";
import { type Linker, relativeTo } from "../../src/render/urls.ts";
import type { InLanguage } from "../../src/text/passage-language.ts";

/** The site, and how this page links to others. */
export interface Frame {
  readonly site: SiteFrame;
  readonly link: Linker;
}

/**
 * Returns the frame of a page. A file such as `/404.html` is shown under any address, so its links
 * begin at the site's root: below the path of the site's own address, or, where that is unknown, at the host's.
 */
export function frameOf(page: Pick<Page, "address">, site: SiteFrame): Frame {
  if (page.address.endsWith("/")) return { site, link: relativeTo(page.address) };
  const root = site.url === undefined ? "" : new URL(site.url).pathname.replace(/\/$/, "");
  return { site, link: (address) => root + address };
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
