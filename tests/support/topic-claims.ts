/** Is what the pages of topics, places and organisations tell beside their lists borne out by the articles? For the walkers of claims. */
import { parseHTML } from "linkedom";
import { type ArticleHere, keyOf, type Named, wordsOf } from "./article-here.ts";
import type { Site, Trail } from "./claim-trail.ts";

/** An article with what its page shows of the name by which it counts. */
export type Naming = readonly (readonly [ArticleHere, Named])[];

/** Returns the addresses of the topics within a topic, as its page lists them. */
function withinOf(address: string, { pages }: Site): readonly string[] {
  const html = pages.get(address) ?? "";
  if (!html.includes(">Within it<")) return [];
  const { document } = parseHTML(html);
  const part = [...document.querySelectorAll(".margin-part")].find(
    (one) => wordsOf(one.querySelector("h2")) === "Within it",
  );
  return [...(part?.querySelectorAll("li") ?? [])].map((row) => keyOf(row, address));
}

/** Returns the articles that name a topic or one within it, each once. */
export function namingWithin(address: string, trail: Trail, seen = new Set<string>()): Naming {
  if (seen.has(address)) return [];
  seen.add(address);
  const own = trail.naming(address);
  if (!address.startsWith("/topics/")) return own;
  const all = new Map(own);
  for (const inside of withinOf(address, trail.site))
    for (const [article, named] of namingWithin(inside, trail, seen))
      if (!all.has(article)) all.set(article, named);
  return [...all];
}

/** Walks the counts of the margin: who is in the articles, who speaks in them, what lies within and next to a topic. */
export function walkMargin(naming: Naming, trail: Trail): void {
  for (const part of trail.all(".margin-part")) {
    const heading = wordsOf(part.querySelector("h2"));
    for (const row of part.querySelectorAll(".counts li")) {
      const key = keyOf(row, trail.address);
      const count = numberIn(row.querySelector(".count"));
      if (heading === "Who speaks") {
        const said = naming.reduce(
          (sum, [{ named }]) => sum + (named.get(key)?.quotations ?? 0),
          0,
        );
        trail.expect(`quotations of ${key}`, said, count);
      } else if (heading === "Within it") walkWithin(key, row, count, trail);
      else {
        const shared = naming.filter(([{ named }]) => named.has(key)).length;
        trail.expect(`articles with ${key}`, shared, count);
        walkLift(key, row, { naming, shared, trail });
      }
    }
  }
}

function walkWithin(key: string, row: Element, count: number, trail: Trail): void {
  const inside = namingWithin(key, trail).map(([article]) => article);
  trail.expect(`articles within ${key}`, inside.length, count);
  const others = withinOf(trail.address, trail.site).filter((one) => one !== key);
  const elsewhere = new Set([
    ...trail.naming(trail.address).map(([article]) => article),
    ...others.flatMap((one) => namingWithin(one, trail).map(([article]) => article)),
  ]);
  const alone = inside.filter((article) => !elsewhere.has(article)).length;
  trail.expect(`articles through ${key} alone`, alone, numberIn(row.querySelector(".beneath")));
}

function walkLift(
  key: string,
  row: Element,
  { naming, shared, trail }: { naming: Naming; shared: number; trail: Trail },
): void {
  const words = wordsOf(row.querySelector(".beneath"));
  if (words === "") return;
  const claimed = Number(/^about ([\d.]+) times as often as elsewhere$/.exec(words)?.[1]);
  const total = trail.naming(key).length;
  const lift = (shared * trail.site.articles.size) / (total * naming.length);
  // two figures of the archive are rounded to powers of the square root of two, and what is made of them to halves or to whole numbers
  const rounding = claimed < 3 ? 0.251 : 0.501;
  const isNear = lift * Math.SQRT2 >= claimed - rounding && lift / Math.SQRT2 <= claimed + rounding;
  const isRight = isNear && lift > 1;
  trail.site.tell("times as often", isRight ? undefined : `${key}: ${claimed}, not ${lift}`);
}

/** Walks the reasons in the list, the turning points, and the first and last of those to begin with. */
export function walkTelling(naming: Naming, trail: Trail): void {
  for (const word of trail.all(".entry .reason a.evidence")) {
    const [, words = ""] = /^“(.*)”$/s.exec(wordsOf(word)) ?? [];
    trail.mustHold("word of a topic", word, words);
  }
  for (const peak of trail.all(".peak-of")) {
    const period = trail.place(peak.querySelector("a")).pathname.slice(1, -1).replaceAll("/", "-");
    const [own, all] = wordsOf(peak.querySelector(".count")).split(" of ");
    const inPeriod = ({ date }: ArticleHere): boolean => date.startsWith(period);
    const here = naming.filter(([article]) => inPeriod(article)).length;
    const printed = [...trail.site.articles.values()].filter(inPeriod).length;
    trail.expect("articles of a turning point", `${here}`, own?.replaceAll(",", ""));
    trail.expect("printed at a turning point", `${printed}`, all?.replaceAll(",", ""));
  }
  const dates = naming.map(([{ date }]) => date).filter((date) => date !== "");
  for (const row of trail.all(".start-here > .entry")) {
    const reasons = wordsOf(row.querySelector(".reason")).toLowerCase().split("; ");
    const { date } = trail.target(row.querySelector(".headline a")) ?? {};
    if (reasons.includes("the first")) trail.expect("the first", date, dates.toSorted()[0]);
    if (reasons.includes("the latest")) trail.expect("the latest", date, dates.toSorted().at(-1));
  }
}

function numberIn(element: Element | null): number {
  return Number(/[\d,]+/.exec(wordsOf(element))?.[0].replaceAll(",", "") ?? 0);
}
