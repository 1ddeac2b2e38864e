/** What does a person's page show? Stage 6. */
import type { Appearance, Entity } from "../model.ts";
import type { PersonPage, SentenceEntry, ShelfPage } from "../page-model.ts";
import { byCodeUnits, foldName } from "../text/fold.ts";
import { entityAddress, lastRole, type PageContext, sentenceEntry } from "./context.ts";
import { coverageOf } from "./coverage.ts";
import { shelve } from "./shelves.ts";

/** Sentences and quotations that one page shows; the rest are counted and found through the articles. */
const MOST_SENTENCES = 100;
const MOST_COMPANY = 20;

/** Yields each person's page, and the pages of lists that are too long for it. */
export function* personPages(context: PageContext): Generator<PersonPage | ShelfPage> {
  for (const entity of context.catalogue.entities("person")) {
    if (entity.hasPage) yield* pagesOf(entity, context);
  }
}

function* pagesOf(entity: Entity, context: PageContext): Generator<PersonPage | ShelfPage> {
  const oldestFirst = context.catalogue.appearances("person", entity.slug);
  const newestFirst = [...oldestFirst].reverse();
  const entries = newestFirst.map(({ article }) => context.entry(article));
  const [last] = entries;
  const first = entries.at(-1);
  if (first === undefined || last === undefined) return;
  const address = entityAddress("person", entity.slug);
  const { shelf, pages } = shelve(entries, { name: entity.name, address });
  const latestRole = latestRoleOf(oldestFirst, context);
  yield {
    kind: "person",
    address,
    title: entity.name,
    name: entity.name,
    variants: entity.variants,
    ...(entity.note !== undefined && { note: entity.note }),
    reason: entity.reason,
    ...(latestRole !== undefined && { latestRole }),
    roles: rolesOf(newestFirst, context),
    said: newestFirst
      .flatMap((appearance) => context.quotations(appearance))
      .slice(0, MOST_SENTENCES),
    mentioned: newestFirst
      .flatMap((appearance) => context.sentences(appearance))
      .slice(0, MOST_SENTENCES),
    company: context
      .counted(
        "person",
        newestFirst.map(({ article }) => article),
      )
      .filter((other) => other.address !== address)
      .slice(0, MOST_COMPANY),
    coverage: coverageOf(entries, context),
    articles: shelf,
    first,
    last,
  };
  yield* pages;
}

/** The role printed last, in the newest article that prints one. */
function latestRoleOf(
  oldestFirst: readonly Appearance[],
  context: PageContext,
): PersonPage["latestRole"] {
  const role = lastRole(oldestFirst);
  if (role === undefined) return undefined;
  const { address, dateLabel } = context.entry(role.article);
  return { title: role.title, dateLabel, address: `${address}#${role.sentence.anchor}` };
}

/** Each role as printed, with the dates of the first and last article that print it; latest first. */
function rolesOf(newestFirst: readonly Appearance[], context: PageContext): PersonPage["roles"] {
  const roles = new Map<string, { title: string; sentences: SentenceEntry[] }>();
  for (const appearance of newestFirst) {
    const article = context.entry(appearance.article);
    for (const { title, sentence } of appearance.roles) {
      const cited = sentenceEntry(article, sentence);
      const key = foldName(title);
      const before = roles.get(key);
      if (before === undefined) roles.set(key, { title, sentences: [cited] });
      else before.sentences.push(cited);
    }
  }
  return [...roles.values()]
    .flatMap(({ title, sentences }) => {
      const [latest] = sentences;
      const earliest = sentences.at(-1);
      if (latest === undefined || earliest === undefined) return [];
      return {
        title,
        first: earliest.article.dateLabel,
        last: latest.article.dateLabel,
        count: new Set(sentences.map(({ article }) => article.address)).size,
        sentence: latest,
      };
    })
    .sort((a, b) => byCodeUnits(b.sentence.article.date ?? "", a.sentence.article.date ?? ""));
}
