/** What was a person, as printed, and when? Stage 6. */
import type { Appearance } from "../model.ts";
import type { RoleGroup } from "../page-model.ts";
import type { SentenceEntry } from "../page-parts.ts";
import { byCodeUnits } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { type PageContext, sentenceEntry } from "./context.ts";
import { wordingOf } from "./role-wording.ts";

/** A role in the sentence that prints it. */
interface PrintedRole {
  readonly title: string;
  readonly sentence: SentenceEntry;
}

/**
 * Returns a person's roles, latest first. Forms that differ in capitals, articles and the country named are one role;
 * a form without a country joins the one that has some, unless forms name several.
 */
export function rolesOf(
  newestFirst: readonly Appearance[],
  context: PageContext,
): readonly RoleGroup[] {
  const printed = newestFirst.flatMap(({ article, roles }) => {
    const entry = context.articles.entry(article);
    return roles.map(({ title, sentence }) => ({
      title,
      sentence: sentenceEntry(entry, sentence),
    }));
  });
  return [...groupBy(printed, keysOf(printed)).values()]
    .flatMap(groupOf)
    .sort((a, b) => byCodeUnits(b.last.article.date ?? "", a.last.article.date ?? ""));
}

/** The office with the country that is meant by it. */
function keysOf(printed: readonly PrintedRole[]): (role: PrintedRole) => string {
  const countries = new Map<string, Set<string>>();
  const wordings = new Map<string, ReturnType<typeof wordingOf>>();
  for (const { title } of printed) {
    if (wordings.has(title)) continue;
    const wording = wordingOf(title);
    wordings.set(title, wording);
    const known = countries.get(wording.core) ?? new Set();
    countries.set(wording.core, known);
    if (wording.country !== undefined) known.add(wording.country);
  }
  return ({ title }) => {
    const { core, country } = wordings.get(title) ?? { core: title };
    const known = countries.get(core);
    const [only = ""] = known?.size === 1 ? known : [];
    return `${core}|${country ?? only}`;
  };
}

function groupOf(newestFirst: readonly PrintedRole[]): readonly RoleGroup[] {
  const last = newestFirst[0]?.sentence;
  const first = newestFirst.at(-1)?.sentence;
  if (first === undefined || last === undefined) return [];
  const forms = [...groupBy(newestFirst, ({ title }) => title)]
    .flatMap(([title, alike]): RoleGroup["forms"] => {
      const sentence = alike[0]?.sentence;
      return sentence === undefined ? [] : [{ title, count: articlesIn(alike), sentence }];
    })
    .sort((a, b) => b.count - a.count);
  const title = forms[0]?.title ?? "";
  return [{ title, first, last, count: articlesIn(newestFirst), forms }];
}

function articlesIn(roles: readonly PrintedRole[]): number {
  return new Set(roles.map(({ sentence }) => sentence.article.address)).size;
}
