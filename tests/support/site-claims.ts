/** What does a built site claim of its people and subjects, and does each article page bear it out? Reads finished HTML alone. */
import { parseHTML } from "linkedom";
import { type ArticleHere, keyOf, type Named, readArticle, wordsOf } from "./article-here.ts";
import { type Site, type SitePages, type Tell, Trail } from "./claim-trail.ts";
import { walkPage } from "./page-claims.ts";
import { walkQuotation } from "./quotation-claims.ts";
import { walkStory, walkStoryRows } from "./story-claims.ts";
import { type Naming, namingWithin, walkMargin, walkTelling } from "./topic-claims.ts";

/** Claims that were looked at, by kind, and the false ones, each in a line that names its page. */
export interface ClaimReport {
  readonly checked: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
}

/**
 * Walks every claim on the pages at the given addresses (articles, people, their chapters, subjects, stories, indexes, days, the first page) to the article page that it
 * links to. Counts are compared with what all article pages show.
 */
export function walkClaims(pages: SitePages, addresses: Iterable<string>): ClaimReport {
  const articles = new Map<string, ArticleHere>();
  for (const [address, html] of pages) {
    if (html.includes('data-ledger="headline"')) articles.set(address, articleOn(html, address));
  }
  const checked = new Map<string, number>();
  const faults: string[] = [];
  for (const address of addresses) {
    const tell: Tell = (kind, fault) => {
      checked.set(kind, (checked.get(kind) ?? 0) + 1);
      if (fault !== undefined) faults.push(`${address} ${kind}: ${fault}`);
    };
    new Walker(address, { pages, articles, tell }).walk();
  }
  return { checked, faults };
}

const read = new Map<string, ArticleHere>();

/** A page that many forgeries share is read once. */
function articleOn(html: string, address: string): ArticleHere {
  const known = read.get(html) ?? readArticle(html, address);
  read.set(html, known);
  return known;
}

class Walker extends Trail {
  /** Article pages that show the page's name below their text. */
  readonly #naming: Naming;

  constructor(address: string, site: Site) {
    super(address, site);
    this.#naming = namingWithin(address, this);
  }

  walk(): void {
    for (const row of this.all(".row")) this.#walkRow(row);
    for (const role of this.all(".roles tbody")) this.#walkRole(role);
    for (const row of this.all(".index-row")) this.#walkIndexRow(row);
    for (const link of this.all(".page-person .page-top .standfirst > a, .index-row .detail > a"))
      this.mustHold("role printed last", link, wordsOf(link));
    for (const headline of this.all(".entries:not(.story-rows) > .entry .headline a"))
      this.expect("article", this.target(headline)?.headline, wordsOf(headline));
    const kind = this.document.body.className;
    if (/^page-(?:person|topic|place|organisation)$/.test(kind)) this.#walkCounts();
    if (kind === "page-index") this.#walkGroups();
    if (kind === "page-story") walkStory(this);
    walkStoryRows(this);
    walkTelling(this.#naming, this);
    walkPage(kind, this);
  }

  /** A quotation, or a sentence with the words meant in bold; with its day and its headline. */
  #walkRow(row: Element): void {
    const link = row.querySelector("a.evidence");
    const article = this.target(link);
    if (row.querySelector("blockquote") === null)
      this.isSentence(link, wordsOf(row.querySelector(".passage")));
    else walkQuotation(row, this);
    this.expect("day", article?.dateLabel, dayOf(wordsOf(link)));
    this.expect("headline", article?.headline, wordsOf(row.querySelector("cite")));
  }

  #walkRole(row: Element): void {
    const [first = null, last = null] = [...row.querySelectorAll(".role a")];
    const shown = wordsOf(row.querySelector("th"));
    const titles = [
      shown,
      ...[...row.querySelectorAll(".forms li > p:first-child > b")].map(wordsOf),
    ];
    for (const [index, sentence] of [...row.querySelectorAll(".sentence-shown")].entries()) {
      const link = sentence.querySelector("a.evidence");
      this.isSentence(link, wordsOf(sentence.querySelector("span")));
      this.mustHold("role", link, titles[index] ?? "");
      this.expect("day", this.target(link)?.dateLabel, wordsOf(link));
    }
    const printing = this.#naming
      .filter(([, { roles }]) => titles.some((title) => roles.includes(title)))
      .map(([article]) => article);
    const dates = printing.map(({ date }) => date).sort();
    for (const [link, date] of [
      [first, dates[0]],
      [last, dates.at(-1)],
    ] as const) {
      this.expect("first and last day", this.target(link)?.date, date);
      this.expect("day", this.target(link)?.dateLabel, wordsOf(link));
      const held = titles.some((title) => this.sentence(link)?.includes(title));
      this.site.tell(
        "role on its first and last day",
        held ? undefined : `${shown} is not at ${link?.getAttribute("href")}`,
      );
    }
    this.expect(
      "articles with a role",
      printing.length,
      numberIn(wordsOf(row.querySelector(".role .number"))),
    );
  }

  #walkIndexRow(row: Element): void {
    const name = row.querySelector(".name");
    const key = keyOf(name, this.address);
    const dates = namingWithin(key, this).map(([{ date }]) => date);
    const [count = "", span = "", said = "0"] = wordsOf(row.querySelector(":scope > .count")).split(
      ", ",
    );
    if (this.address.startsWith("/people/")) {
      const quotations = this.naming(key).reduce((sum, [, one]) => sum + one.quotations, 0);
      this.expect("index: quotations", quotations, numberIn(said));
    }
    this.expect(`index: articles of ${key}`, dates.length, numberIn(count));
    const years = dates
      .filter((date) => date !== "")
      .map((date) => date.slice(0, 4))
      .sort();
    const [from = "undated"] = years;
    const to = years.at(-1) ?? from;
    this.expect("index: years", from === to ? from : `${from}–${to}`, span);
    const sentence = row.querySelector(".passage");
    if (sentence !== null)
      this.isSentence(sentence.querySelector("a"), wordsOf(sentence.querySelector("span")));
  }

  // ---------------------------------------------------------------- counts of a whole page

  #walkCounts(): void {
    const articles = this.#naming.map(([article]) => article);
    const sum = (of: (named: Named) => number) =>
      this.#naming.reduce((all, [, named]) => all + of(named), 0);
    const dates = articles.map(({ date }) => date).sort();
    this.expect(
      "articles",
      articles.length,
      this.#counted(/^(articles|the-story-so-far|in-the-order-of-time|all-of-it-by-year)$/),
    );
    this.#walkCoverage(dates);
    walkMargin(this.#naming, this);
    this.#walkFirstAndLast(dates);
    if (!this.address.startsWith("/people/")) {
      this.#walkSubject(articles);
      return;
    }
    this.expect(
      "quotations",
      sum(({ quotations }) => quotations),
      this.#counted(/^said$/),
    );
    this.#walkSaidAbout();
    const bold = this.all("#mentioned .passage b").length;
    if (this.document.querySelector("#all-of-it-by-year") === null)
      this.expect(
        "mentions",
        sum(({ mentions }) => mentions),
        bold,
      );
  }

  #walkFirstAndLast(dates: readonly string[]): void {
    const [first = null, last = null] = this.all(".margin-part p > a[href$='/']");
    for (const [link, date] of [
      [first, dates[0]],
      [last, dates.at(-1)],
    ] as const) {
      this.expect("first and last seen", this.target(link)?.date, date);
      const day = wordsOf(link).replace(/^(?:on|in an|in) /, "");
      this.expect("day", this.target(link)?.dateLabel, day.replace(/ article$/, ""));
    }
  }

  /** What is said in the articles that name a subject, and how many rows the page has of it and of sentences. */
  #walkSubject(articles: readonly ArticleHere[]): void {
    const spoken = articles.flatMap(({ named }) => [...named.values()]);
    this.expect(
      "quotations in the articles",
      spoken.reduce((sum, { quotations }) => sum + quotations, 0),
      this.#counted(/^who-said-what$/),
    );
    for (const id of ["who-said-what", "mentioned"]) {
      const all = this.#counted(new RegExp(`^${id}$`));
      const rows = this.all(`#${id} .row`).length;
      const cut = wordsOf(this.document.querySelector(`#${id} > .apparatus`));
      const claimed = cut === "" ? String(all) : /(?:newest|first) (\d+) of /.exec(cut)?.[1];
      this.expect(`rows of ${id}`, String(rows), claimed);
      if (cut !== "") this.expect(`all ${id}`, all, numberIn(cut.split(" of ")[1] ?? ""));
    }
  }

  /** Headings count their rows; under a country stand the places whose own pages say that they lie in it, and the country. */
  #walkGroups(): void {
    for (const part of this.all("section.part")) {
      const heading = part.querySelector("h2");
      const count = wordsOf(heading?.querySelector(".count"));
      const rows = [...part.querySelectorAll(".index-row .name")];
      this.expect("rows under a heading", rows.length, numberIn(count));
      if (!this.address.startsWith("/places/by/country/")) continue;
      const country = wordsOf(heading).slice(0, -count.length).trim();
      for (const link of rows.flatMap((row) => row.querySelector("a") ?? [])) {
        const { document } = parseHTML(this.site.pages.get(this.place(link).pathname) ?? "");
        const own = wordsOf(document.querySelector(".kicker bdi")) || wordsOf(link);
        this.expect("country", own, country);
      }
    }
  }

  /** Others name the person between their quotation marks; where a part is all there is, its heading counts its rows. */
  #walkSaidAbout(): void {
    const names = this.all("h1 > bdi, .variants bdi").flatMap((name) =>
      wordsOf(name).split(/[\s.]+/),
    );
    const own = wordsOf(this.document.querySelector("h1 > bdi"));
    for (const row of this.all("#said-about .row")) {
      const words = wordsOf(row.querySelector("blockquote"));
      const isNamed = names.some((name) => name.length > 2 && words.includes(name));
      this.site.tell("said about", isNamed ? undefined : `“${words}” does not name them`);
      const speaker = wordsOf(row.querySelector(".speaker bdi"));
      this.site.tell("said by another", speaker !== own ? undefined : `${speaker} speaks`);
    }
    if (this.document.querySelector("#all-of-it-by-year") !== null) return;
    for (const id of ["said", "said-about", "mentioned"])
      this.expect(
        `rows of ${id}`,
        this.all(`#${id} .row`).length,
        this.#counted(new RegExp(`^${id}$`)),
      );
  }

  /** The number in the heading of a part; 0 where there is no such part. */
  #counted(id: RegExp): number {
    const part = this.all(".part").find((one) => id.test(one.id));
    return part === undefined ? 0 : numberIn(wordsOf(part.querySelector("h2 .count")));
  }

  #walkCoverage(dates: readonly string[]): void {
    const rows = this.all(".coverage .figures tbody tr");
    for (const row of rows) {
      const place = this.place(row.querySelector("a")).pathname;
      const period = place.slice(1, -1).replaceAll("/", "-");
      const count = dates.filter((date) => date.startsWith(period)).length;
      this.expect("articles of a month", count, numberIn(wordsOf(row.querySelector("td"))));
    }
  }
}

function numberIn(words: string): number {
  return Number(/[\d,]+/.exec(words)?.[0].replaceAll(",", "") ?? Number.NaN);
}

function dayOf(where: string): string {
  return where
    .replace(/^Printed (?:on|in) /, "")
    .replace(/, from .*$/, "")
    .replace("an undated article", "undated");
}
