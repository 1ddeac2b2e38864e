/** Is what the pages of time claim to have happened when borne out by the articles? For the walkers of claims. */
import { type ArticleHere, wordsOf } from "./article-here.ts";
import type { Trail } from "./claim-trail.ts";

/** Walks every event on a page: its sentence's own time, its words for it, its place on the page, its other reports, its counts. */
export function walkTimes(kind: string, trail: Trail): void {
  for (const event of trail.all(".event")) walkEvent(event, trail);
  if (kind === "page-timeline") walkTimeline(trail);
  if (kind === "page-anniversary") walkAnniversary(trail);
  for (const square of trail.all(".heat-map a[aria-label]")) walkSquare(square, trail);
}

function walkEvent(event: Element, trail: Trail): void {
  const value = event.getAttribute("data-value") ?? "";
  const link = event.querySelector("a.evidence");
  const day = trail.target(link)?.date ?? "";
  const words = [...event.querySelectorAll(".passage b")].map(wordsOf);
  trail.site.tell("event", hasTime(link, value, words, trail));
  const when = wordsOf(event.querySelector(".when")) || headingOf(event);
  trail.expect("when it happened", labelOf(value), when);
  const expected = event.classList.contains("expected");
  trail.expect("outlook", wordsOf(event.querySelector(".where .doubt")) === "Expected", expected);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value) && day.length === 10;
  if (isDay && value !== day) trail.expect("what was to come", value > day, expected);
  for (const other of event.querySelectorAll(".also a"))
    trail.site.tell("other report", hasTime(other, value, [], trail));
  const others = event.querySelectorAll(".also a").length;
  const more = numberIn(wordsOf(event.querySelector(".also li.apparatus")));
  const title = wordsOf(event.querySelector(".also summary, .also > .apparatus"));
  if (title !== "") trail.expect("other reports", others + more, numberIn(title));
}

/** What is wrong with a link to a sentence that should hold a time of this value, if anything is. */
function hasTime(
  link: Element | null,
  value: string,
  words: readonly string[],
  trail: Trail,
): string | undefined {
  const anchor = trail.place(link).hash.slice(1);
  const article = trail.target(link);
  const sentence = article?.sentences.get(anchor);
  if (article === undefined || sentence === undefined) return `no sentence at ${anchor}`;
  if (words.some((word) => !sentence.includes(word))) return `“${words.join()}” is not there`;
  // no element stands within a headline
  if (!/^s\d+$/.test(anchor)) return undefined;
  const times = timesIn(article, anchor).filter((time) => time.value.startsWith(value));
  if (times.length === 0) return `no time of ${value} in “${sentence}”`;
  const meant = times.some((time) => words.length === 0 || words.includes(time.words));
  return meant ? undefined : `“${words.join()}” is no time of ${value}`;
}

function timesIn(article: ArticleHere, anchor: string): ArticleHere["times"] {
  return article.times.filter((time) => time.anchor === anchor);
}

function headingOf(event: Element): string {
  const heading = event.closest(".part")?.querySelector("h2");
  const words = wordsOf(heading);
  const own = words.slice(0, words.length - wordsOf(heading?.querySelector(".count")).length);
  const title = wordsOf(event.ownerDocument.querySelector("h1"));
  return /\d/.test(own) ? own.trim() : title;
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );
const SEASONS: Readonly<Record<string, string>> = {
  SP: "spring",
  SU: "summer",
  FA: "autumn",
  WI: "winter",
};

/** Says a value in words by a way of its own. */
function labelOf(value: string): string {
  const [year = "", second, day] = value.split("-");
  if (/^\d{3}X$/.test(value)) return `${value.slice(0, 3)}0s`;
  if (/^\d\dXX$/.test(value)) return `${Number(value.slice(0, 2)) + 1}th century`;
  if (second === undefined) return year;
  if (SEASONS[second] !== undefined) return `${SEASONS[second]} ${year}`;
  if (second.startsWith("W")) return weekLabel(Number(year), Number(second.slice(1)), day === "WE");
  const month = `${MONTHS[Number(second) - 1]} ${year}`;
  return day === undefined ? month : `${Number(day)} ${month}`;
}

/** By the Thursday that names a week. */
function weekLabel(year: number, week: number, weekend: boolean): string {
  const date = new Date(Date.UTC(year, 0, 1));
  while (date.getUTCDay() !== 4) date.setUTCDate(date.getUTCDate() + 1);
  date.setUTCDate(date.getUTCDate() + (week - 1) * 7 + (weekend ? 2 : -3));
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return `${weekend ? "weekend" : "week"} of ${day}`;
}

/** Counts below headings, and the events of a period that stand on its page. */
function walkTimeline(trail: Trail): void {
  for (const part of trail.all(".timeline > .part"))
    trail.expect(
      "events under a heading",
      part.querySelectorAll(".event").length,
      numberIn(wordsOf(part.querySelector("h2 .count"))),
    );
  const period =
    trail.address.split("/timeline/")[1]?.replace(/\/$/, "").replaceAll("/", "-") ?? "";
  if (!/^\d{4}(-\d\d)*$/.test(period)) return;
  for (const event of trail.all(".event")) {
    const value = event.getAttribute("data-value") ?? "";
    if (value.includes("W")) continue;
    const within = value.startsWith(period);
    trail.site.tell("event of the period", within ? undefined : `${value} is not in ${period}`);
  }
  const links = trail.all(".calendar a");
  for (const link of links) {
    const [, day = "", count = ""] = /^(\d+) ?: ?([\d,]+)/.exec(wordsOf(link)) ?? [];
    const own = `${period}-${day.padStart(2, "0")}`;
    const rows = trail.all(`.event[data-value="${own}"]`).length;
    if (trail.place(link).hash !== "") trail.expect("events of a day", rows, numberIn(count));
  }
}

/** What was printed on a day of each year, and what happened on it. */
function walkAnniversary(trail: Trail): void {
  const day = trail.address.split("/").at(-2) ?? "";
  for (const event of trail.all("#happened .event"))
    trail.expect("day of the year", event.getAttribute("data-value")?.slice(5, 10), day);
  for (const row of trail.all(".year-printed")) {
    const year = wordsOf(row.querySelector(".year"));
    const printed = [...trail.site.articles.values()].filter(
      ({ date }) => date === `${year}-${day}`,
    );
    const more = numberIn(wordsOf(row.querySelector("li.apparatus")));
    const links = [...row.querySelectorAll("ul a")];
    trail.expect("printed on a day", printed.length, links.length + more);
    for (const link of links) {
      trail.expect("headline", trail.target(link)?.headline, wordsOf(link));
      trail.expect("day", trail.target(link)?.date, `${year}-${day}`);
    }
  }
}

function walkSquare(square: Element, trail: Trail): void {
  const [label = "", count = ""] = (square.getAttribute("aria-label") ?? "").split(": ");
  const articles = [...trail.site.articles.values()];
  const printed = articles.filter(({ dateLabel }) => dateLabel === label).length;
  trail.expect("articles of a square", printed, numberIn(count));
  const day = trail.place(square).pathname.slice(1, -1).replaceAll("/", "-");
  trail.expect("day of a square", labelOf(day), label);
}

function numberIn(words: string): number {
  return Number(/[\d,]+/.exec(words)?.[0].replaceAll(",", "") ?? 0);
}
