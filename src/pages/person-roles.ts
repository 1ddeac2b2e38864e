/** What was a person, as printed, and when? Stage 6. */
import type { Appearance } from "../model.ts";
import type { RoleGroup } from "../page-model.ts";
import type { SentenceEntry } from "../page-parts.ts";
import { byCodeUnits } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { type PageContext, sentenceEntry } from "./context.ts";
import type { ArticleAt } from "./findings.ts";
import { wordingOf } from "./role-wording.ts";

/** Articles that print the same roles of a person. */
export interface RoleCount {
  /** In the order of print. */
  readonly titles: readonly string[];
  readonly articles: number;
  /** Markdown files of the oldest and the newest. */
  readonly first: string;
  readonly last: string;
}

/** Returns which roles appearances print, those printed last first. */
export function rolesPrinted(newestFirst: readonly Appearance[]): readonly RoleCount[] {
  return joinedRoles(
    newestFirst.flatMap(({ article, roles }) =>
      roles.length === 0
        ? []
        : [{ titles: roles.map(({ title }) => title), articles: 1, first: article, last: article }],
    ),
  );
}

/** Returns counts of roles with those of the same titles as one, those printed last first. */
export function joinedRoles(newestFirst: readonly RoleCount[]): readonly RoleCount[] {
  const joined = new Map<string, RoleCount>();
  for (const count of newestFirst) {
    const key = JSON.stringify(count.titles);
    const newer = joined.get(key);
    const articles = count.articles + (newer?.articles ?? 0);
    joined.set(key, { ...count, articles, last: newer?.last ?? count.last });
  }
  return [...joined.values()];
}

/** Finds the sentence of an article that prints a role. */
type Printed = (article: string, isMeant: (title: string) => boolean) => SentenceEntry | undefined;

/**
 * Returns a person's roles, latest first. Forms that differ in capitals, articles and the country named are one role;
 * a form without a country joins the one that has some, unless forms name several.
 */
export function rolesOf(
  newestFirst: readonly RoleCount[],
  articleAt: ArticleAt,
  context: PageContext,
): readonly RoleGroup[] {
  const titles = newestFirst.flatMap((count) => count.titles);
  const keyOf = keysOf(titles);
  const printed: Printed = (article, isMeant) => {
    const role = articleAt(article)?.appearance.roles.find(({ title }) => isMeant(title));
    return role && sentenceEntry(context.articles.cited(article), role.sentence);
  };
  return [...groupBy([...new Set(titles)], keyOf)]
    .flatMap(([key, forms]) => {
      const counts = newestFirst.filter((count) => count.titles.some((one) => keyOf(one) === key));
      const isMeant = (title: string): boolean => keyOf(title) === key;
      return groupOf({ forms, counts, isMeant, printed, context });
    })
    .sort((a, b) => byCodeUnits(b.last.article.date ?? "", a.last.article.date ?? ""));
}

/** The office with the country that is meant by it. */
function keysOf(titles: readonly string[]): (title: string) => string {
  const countries = new Map<string, Set<string>>();
  const wordings = new Map<string, ReturnType<typeof wordingOf>>();
  for (const title of titles) {
    if (wordings.has(title)) continue;
    const wording = wordingOf(title);
    wordings.set(title, wording);
    const known = countries.get(wording.core) ?? new Set();
    countries.set(wording.core, known);
    if (wording.country !== undefined) known.add(wording.country);
  }
  return (title) => {
    const { core, country } = wordings.get(title) ?? { core: title };
    const known = countries.get(core);
    const [only = ""] = known?.size === 1 ? known : [];
    return `${core}|${country ?? only}`;
  };
}

function groupOf({
  forms: titles,
  counts: newestFirst,
  isMeant,
  printed,
  context,
}: {
  readonly forms: readonly string[];
  readonly counts: readonly RoleCount[];
  readonly isMeant: (title: string) => boolean;
  readonly printed: Printed;
  readonly context: PageContext;
}): readonly RoleGroup[] {
  const newest = newestFirst[0];
  const [oldest] = newestFirst
    .map(({ first }) => first)
    .sort((a, b) => context.articles.inOrderOfTime(a, b));
  const last = newest && printed(newest.last, isMeant);
  const first = oldest === undefined ? undefined : printed(oldest, isMeant);
  if (first === undefined || last === undefined) return [];
  const forms = titles
    .flatMap((title): RoleGroup["forms"] => {
      const alike = newestFirst.filter((count) => count.titles.includes(title));
      const sentence = alike[0] && printed(alike[0].last, (one) => one === title);
      return sentence === undefined ? [] : [{ title, count: articlesIn(alike), sentence }];
    })
    .sort((a, b) => b.count - a.count);
  const title = forms[0]?.title ?? "";
  return [{ title, first, last, count: articlesIn(newestFirst), forms }];
}

function articlesIn(counts: readonly RoleCount[]): number {
  return counts.reduce((sum, { articles }) => sum + articles, 0);
}
