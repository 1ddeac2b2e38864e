/** Where does a claim on a page lead, and does what stands there say so? For the walkers of claims. */
import { parseHTML } from "linkedom";
import type { ArticleHere, Named } from "./article-here.ts";

/** A site's pages: HTML by address. */
export type SitePages = ReadonlyMap<string, string>;

/** Takes a claim that was looked at, by kind, and what is wrong with it, if anything is. */
export type Tell = (kind: string, fault: string | undefined) => void;

/** What all walkers know of the site. */
export interface Site {
  readonly pages: SitePages;
  readonly articles: ReadonlyMap<string, ArticleHere>;
  readonly tell: Tell;
}

/** One page, with what its links lead to. */
export class Trail {
  readonly address: string;
  readonly document: Document;
  readonly site: Site;

  constructor(address: string, site: Site) {
    this.address = address;
    this.site = site;
    this.document = parseHTML(site.pages.get(address) ?? "").document;
  }

  /** Returns the article pages that show the name of an address below their text. */
  naming(key: string): readonly (readonly [ArticleHere, Named])[] {
    return [...this.site.articles.values()].flatMap((article) => {
      const named = article.named.get(key);
      return named === undefined ? [] : [[article, named] as const];
    });
  }

  /** Returns the elements of a selector. */
  all(selector: string): readonly Element[] {
    return [...this.document.querySelectorAll(selector)];
  }

  /** Tells whether what is found is what is claimed. */
  expect(kind: string, found: unknown, claimed: unknown): void {
    const same = found === claimed;
    this.site.tell(
      kind,
      same ? undefined : `claims ${String(claimed)}, the articles show ${String(found)}`,
    );
  }

  /** The article that a link leads to. */
  target(link: Element | null): ArticleHere | undefined {
    return this.site.articles.get(this.place(link).pathname);
  }

  /** Returns where a link leads. */
  place(link: Element | null): URL {
    return new URL(link?.getAttribute("href") ?? "", `https://site.example${this.address}`);
  }

  /** The sentence that a link leads to. */
  sentence(link: Element | null): string | undefined {
    return this.target(link)?.sentences.get(this.place(link).hash.slice(1));
  }

  /** Tells whether the sentence that a link leads to holds words. */
  mustHold(kind: string, link: Element | null, words: string): void {
    const sentence = this.sentence(link);
    const holds = words !== "" && sentence?.includes(words) === true;
    this.site.tell(kind, holds ? undefined : `“${words}” is not in “${sentence ?? "no sentence"}”`);
  }

  /** Sentences of a headline or a standfirst share an anchor; one of the body has its own. */
  isSentence(link: Element | null, words: string): void {
    if (/^#s\d+$/.test(this.place(link).hash)) this.expect("sentence", this.sentence(link), words);
    else this.mustHold("sentence", link, words);
  }
}
