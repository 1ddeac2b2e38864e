/** Is what the pages of articles and days and the first page claim borne out by the articles? For the walkers of claims. */
import { keyOf, wordsOf } from "./article-here.ts";
import type { Trail } from "./claim-trail.ts";
import { walkCitations, walkQuotation } from "./quotation-claims.ts";
import { walkRelated } from "./story-claims.ts";
import { walkTimes } from "./time-claims.ts";
import { namingWithin } from "./topic-claims.ts";

/** Walks what only a page of this kind (the class of its body) claims, and what pages of any kind claim of times. */
export function walkPage(kind: string, trail: Trail): void {
  walkTimes(kind, trail);
  if (kind === "page-article") walkArticle(trail);
  if (kind === "page-period") walkPeriod(trail);
  if (kind === "page-home") walkHome(trail);
}

/** Whom it names as what, its topics' words, its days, its neighbours. */
function walkArticle(trail: Trail): void {
  const article = trail.site.articles.get(trail.address);
  if (article === undefined) return;
  const shown = [article.headline, ...article.sentences.values(), article.text].join("\n");
  for (const person of trail.all(".people-here li")) {
    for (const role of person.querySelectorAll(".roles a"))
      trail.mustHold("role here", role, wordsOf(role));
    const key = keyOf(person.querySelector(".name"), trail.address);
    const own = [...article.quotations.values()].filter(({ speaker }) => speaker === key);
    const { quotations = 0 } = article.named.get(key) ?? {};
    if (person.querySelector(".roles, .name a") !== null || quotations > 0)
      trail.site.tell(
        "quotations here",
        own.length <= quotations ? undefined : `${key} has ${own.length}, not ${quotations}`,
      );
    for (const word of person.querySelectorAll(".apparatus bdi")) {
      const words = wordsOf(word);
      trail.site.tell("topic's word", shown.includes(words) ? undefined : `no “${words}” here`);
    }
  }
  for (const day of trail.all(".foot-part .days .words"))
    trail.mustHold("day spoken of", day, wordsOf(day).slice(1, -1));
  for (const neighbour of trail.all(".neighbours p")) {
    const there = trail.target(neighbour.querySelector("a"));
    trail.expect("neighbour", there?.headline, wordsOf(neighbour.querySelector("a")));
    const day = wordsOf(neighbour.querySelector(".apparatus")).split(", ").slice(1).join(", ");
    trail.expect("neighbour's day", there?.dateLabel, day);
  }
  walkCitations(article, trail);
  walkRelated(article, trail);
}

/** What a day, month or year has printed, and who spoke on a day. */
function walkPeriod(trail: Trail): void {
  const period = trail.address.slice(1, -1).replaceAll("/", "-");
  const printed = [...trail.site.articles.values()].filter(({ date }) =>
    period === "undated" ? date === "" : date.startsWith(period),
  );
  const [total] = wordsOf(trail.document.querySelector(".page-top .apparatus")).split(" ");
  trail.expect("articles printed", String(printed.length), total);
  for (const headline of trail.all("#printed .headline a")) {
    const { date = "none" } = trail.target(headline) ?? {};
    const within = period === "undated" ? date === "" : date.startsWith(period);
    trail.site.tell("printed then", within ? undefined : `${wordsOf(headline)} is of ${date}`);
  }
  const listed = trail.all("#printed .entry").length;
  if (listed > 0) trail.expect("articles listed", printed.length, listed);
  const spoken = trail.document.querySelector("#who-spoke");
  if (spoken === null) return;
  const said = printed.flatMap(({ named }) => [...named.values()]);
  const count = said.reduce((sum, { quotations }) => sum + quotations, 0);
  trail.expect("quotations of a day", `${count}`, numberOf(spoken.querySelector("h2 .count")));
  const cut = wordsOf(spoken.querySelector(":scope > .apparatus"));
  const rows = cut === "" ? String(count) : /(?:first|newest) (\d+) of /i.exec(cut)?.[1];
  trail.expect("quotations shown", String(spoken.querySelectorAll(".row").length), rows);
}

/** The newest articles, those of this day, the quotation, and names with their articles. */
function walkHome(trail: Trail): void {
  const dates = [...trail.site.articles.values()].map(({ date }) => date).sort();
  for (const [index, headline] of trail.all("#latest .headline a").entries())
    trail.expect("latest", trail.target(headline)?.date, dates.at(-1 - index));
  for (const row of trail.all(".on-this-day li")) {
    const there = trail.target(row.querySelector("a"));
    trail.expect("on this day", there?.headline, wordsOf(row.querySelector("a")));
    trail.expect("its year", there?.date.slice(0, 4), wordsOf(row.querySelector(".count")));
    trail.expect("its day", there?.date.slice(5), dates.at(-1)?.slice(5));
  }
  for (const said of trail.all(".margin-part.said")) walkQuotation(said, trail);
  for (const row of trail.all(".spark-rows li, .margin .counts li")) {
    const key = keyOf(row, trail.address);
    const count = numberOf(row.querySelector(".count"));
    trail.expect(`articles of ${key}`, String(namingWithin(key, trail).length), count);
  }
}

function numberOf(element: Element | null): string {
  return /[\d,]+/.exec(wordsOf(element))?.[0].replaceAll(",", "") ?? "";
}
