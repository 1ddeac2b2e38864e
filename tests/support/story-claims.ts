/** Is what pages say of stories and related articles borne out by the articles? For the walkers of claims. */
import { type ArticleHere, keyOf, wordsOf } from "./article-here.ts";
import type { Trail } from "./claim-trail.ts";

/** Walks what an article's page says of its story and of related articles. */
export function walkRelated(own: ArticleHere, trail: Trail): void {
  for (const row of trail.all(".related-rows li")) {
    const link = row.querySelector("a");
    const other = trail.target(link);
    trail.expect("related article", other?.headline, wordsOf(link));
    if (other === undefined) continue;
    walkCommon(row, own, [other], trail);
    const claimed = wordsOf(row.querySelector(".distance"));
    if (claimed !== "") walkDistance(claimed, own.date, other.date, trail);
  }
  for (const way of trail.all(".story-box p")) {
    const there = trail.target(way.querySelector("a"));
    trail.expect("neighbour in a story", there?.headline, wordsOf(way.querySelector("a")));
  }
  for (const link of trail.all(".story-line a, .story-box h2 a")) {
    const page = trail.site.pages.get(trail.place(link).pathname) ?? "";
    const [, part] = /Part (\d+) of/.exec(wordsOf(link.parentElement)) ?? [];
    const row = page.split(`id="part-${part}"`)[1]?.split("</li>")[0] ?? "";
    const isThere = row.includes(`/${trail.address.split("/").at(-2)}/"`);
    trail.site.tell("part of a story", isThere ? undefined : `no part ${part} on ${page.length}`);
  }
}

/** What is shared stands in the article and in another one: names below both, words in both texts. */
function walkCommon(
  row: Element,
  own: ArticleHere,
  others: readonly ArticleHere[],
  trail: Trail,
): void {
  const shared = [".shared-names a, .shared-names > bdi", ".shared-topics a, .shared-topics > bdi"];
  for (const name of shared.flatMap((each) => [...row.querySelectorAll(each)])) {
    const href = name.getAttribute("href");
    const key = href === null ? wordsOf(name) : trail.place(name).pathname;
    const holds = own.named.has(key) && others.some(({ named }) => named.has(key));
    trail.site.tell("shared name", holds ? undefined : `${key} is not in both`);
  }
  for (const word of row.querySelectorAll(".shared-words bdi")) {
    const words = wordsOf(word);
    const holds = textOf(own).includes(words) && others.some((one) => textOf(one).includes(words));
    trail.site.tell("shared word", holds ? undefined : `“${words}” is not in both`);
  }
}

function textOf({ headline, sentences, text }: ArticleHere): string {
  return [headline, ...sentences.values(), text].join("\n").toLowerCase();
}

const UNIT_DAYS = { day: 1, week: 7, month: 30.4375, year: 365.25 } as const;

/** `3 weeks later` is within half a week of three. */
function walkDistance(claimed: string, from: string, to: string, trail: Trail): void {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  const known = { "the same day": 0, "the day after": 1, "the day before": -1 }[claimed];
  if (known !== undefined) {
    trail.expect("days between", days, known);
    return;
  }
  const [, count = "", unit = "", way] =
    /^(\d+) (day|week|month|year)s? (later|earlier)$/.exec(claimed) ?? [];
  const length = UNIT_DAYS[unit as keyof typeof UNIT_DAYS] ?? Number.NaN;
  const told = Number(count) * length * (way === "later" ? 1 : -1);
  const isRight = Math.abs(days - told) <= length / 2;
  trail.site.tell("days between", isRight ? undefined : `${claimed}: ${days} days`);
}

/** Walks the page of a story that stands on one page. */
export function walkStory(trail: Trail): void {
  const rows = trail.all(".story-parts > .entry");
  const articles = rows.flatMap((row) => trail.target(row.querySelector(".headline a")) ?? []);
  trail.expect("articles of a story", articles.length, rows.length);
  trail.expect("parts of a story", counted(trail, "in-the-order-of-time"), rows.length);
  const dates = articles.map(({ date }) => date || "9999");
  trail.expect("order of a story", dates.toSorted().join(), dates.join());
  const title = wordsOf(trail.document.querySelector("h1"));
  const isTypical = /most typical/.test(wordsOf(trail.document.querySelector(".standfirst")));
  if (isTypical)
    trail.site.tell(
      "title of a story",
      articles.some(({ headline }) => headline === title) ? undefined : `no article has ${title}`,
    );
  for (const [index, row] of rows.entries()) {
    const own = articles[index];
    if (own === undefined) continue;
    trail.expect("number of a part", `part-${index + 1}`, row.id);
    walkCommon(row, own, articles.toSpliced(index, 1), trail);
    walkTurn(row, articles, index, trail);
  }
  for (const row of trail.all(".margin .counts li")) {
    const key = keyOf(row, trail.address);
    const naming = articles.filter(({ named }) => named.has(key)).length;
    trail.expect(`articles of a story with ${key}`, naming, numberIn(row.querySelector(".count")));
  }
  const spoken = articles.flatMap(({ named }) => [...named.values()]);
  const said = spoken.reduce((sum, { quotations }) => sum + quotations, 0);
  if (counted(trail, "who-said-what") > 0)
    trail.expect("quotations of a story", said, counted(trail, "who-said-what"));
}

/** Why a day is a turning day. */
function walkTurn(
  row: Element,
  articles: readonly ArticleHere[],
  index: number,
  trail: Trail,
): void {
  const turn = wordsOf(row.querySelector(".turn"));
  const own = articles[index];
  if (turn === "" || own === undefined) return;
  const before = articles[index - 1]?.date ?? "";
  const [, quiet] = /after (\d+) quiet days/.exec(turn) ?? [];
  if (quiet !== undefined)
    trail.expect(
      "quiet days",
      (Date.parse(own.date) - Date.parse(before)) / 86_400_000 - 1,
      Number(quiet),
    );
  const [, most] = /(\d+) articles, more than/.exec(turn) ?? [];
  if (most !== undefined)
    trail.expect(
      "articles of a turning day",
      articles.filter(({ date }) => date === own.date).length,
      Number(most),
    );
  for (const enters of row.querySelectorAll(".turn .enters")) {
    const key = keyOf(enters, trail.address);
    const naming = (some: readonly ArticleHere[]) =>
      some.filter(({ named }) => named.has(key)).length;
    trail.expect("named before", naming(articles.slice(0, index)), 0);
    trail.expect("named here", naming([own]), 1);
    const [, later] = /named in (\d+) of/.exec(wordsOf(enters)) ?? [];
    trail.expect("named later", naming(articles.slice(index + 1)), Number(later));
  }
}

/** Walks a list of stories: each leads to its page, which has its title and so many articles. */
export function walkStoryRows(trail: Trail): void {
  for (const row of trail.all(".story-rows > .entry")) {
    const link = row.querySelector(".headline a");
    const page = trail.site.pages.get(trail.place(link).pathname) ?? "";
    const [, title = ""] = /<h1><bdi[^>]*>(.*?)<\/bdi>/.exec(page) ?? [];
    const template = trail.document.createElement("p");
    template.innerHTML = title;
    trail.expect("title of a story", wordsOf(template), wordsOf(link));
    trail.expect(
      "articles of a story",
      page.split(' id="part-').length - 1,
      numberIn(row.querySelector(".count")),
    );
  }
}

function counted(trail: Trail, id: string): number {
  return numberIn(trail.document.querySelector(`#${id} > h2 .count`));
}

function numberIn(element: Element | null): number {
  return Number(/[\d,]+/.exec(wordsOf(element))?.[0].replaceAll(",", "") ?? 0);
}
