/** Which of the editor's lines speak of what there is not? The last step of linking: remarks with the nearest name or path. */

import { linkState, setLinkState, takeTasks } from "../catalog/link-tasks.ts";
import { replaceRemarks } from "../catalog/remarks.ts";
import { statement, storedJson } from "../catalog/statements.ts";
import { printedAs } from "../catalog/units.ts";
import { placeOf } from "../link/rulings.ts";
import { movedTopics, strayRemovals } from "../link/topics.ts";
import { unknownArticle } from "../link/unknown-articles.ts";
import type { Diagnostic } from "../model.ts";
import type { RuledKind } from "../settings-model.ts";
import { foldName } from "../text/fold.ts";
import { nearestWord } from "../text/nearest.ts";
import { type Linking, RULED_KINDS } from "./linking.ts";

/** Remarks on lines that speak of unknown names, articles and topics; sets where addresses of former topics lead. */
export function settleStrayRulings(linking: Linking): void {
  const { database, topics } = linking;
  for (const kind of RULED_KINDS)
    replaceRemarks(database, `link/${kind}/unknown`, unknownNames(linking, kind));
  replaceRemarks(database, "link/articles/unknown", unknownArticles(linking));
  const isThere = (kind: string, slug: string): boolean =>
    statement(database, "SELECT 1 FROM entity WHERE kind = ? AND slug = ?").get(kind, slug) !==
    undefined;
  const stray = strayRemovals(topics, (slug) => isThere("organisation", slug));
  replaceRemarks(database, "link/topic/unknown", stray);
  setMovedTopics(linking, (slug) => isThere("topic", slug));
}

/** What is nearest to words that are not there; kept, since looking for it means looking at all that there is. */
type Nearest = readonly (readonly [sought: string, found: string | null])[];

/**
 * Finds what is nearest to words that are not there. Only those that are sought anew, or that what has come or gone may be
 * nearer to, are looked for in the whole catalogue.
 */
function nearestTo(
  { database }: Linking,
  what: string,
  {
    sought,
    changed,
    near,
  }: {
    readonly sought: readonly string[];
    readonly changed: readonly string[];
    readonly near: (word: string) => string | undefined;
  },
): ReadonlyMap<string, string | undefined> {
  const former = linkState(database, `nearest ${what}`);
  // this function wrote it
  const kept = new Map(storedJson(former ?? "[]") as Nearest);
  const isGood = (word: string): boolean => {
    const known = kept.get(word);
    if (known === undefined) return false;
    return !changed.some((one) => one === known || nearestWord(word, [one]) !== undefined);
  };
  const found = sought.map((word) => {
    const known = isGood(word) ? kept.get(word) : near(word);
    return [word, known ?? null] as const;
  });
  setLinkState(database, `nearest ${what}`, JSON.stringify(found));
  return new Map(found.map(([word, one]) => [word, one ?? undefined]));
}

function unknownNames(linking: Linking, kind: RuledKind): readonly Diagnostic[] {
  const { database, rulings } = linking;
  const changed = [...takeTasks(database, `spelling ${kind}`)];
  const unknown = rulings[kind]
    .namesUsed()
    .filter(
      ({ names }) => !names.some((name) => printedAs(database, kind, foldName(name)) !== undefined),
    );
  const nearest = nearestTo(linking, kind, {
    sought: unknown.map(({ names: [name = ""] }) => foldName(name)),
    changed,
    near: (word) => nearestWord(word, alike(linking, word, NAMES, [kind])),
  });
  return unknown.map(({ names: [name = ""], at }) => {
    const folded = nearest.get(foldName(name));
    const near = folded === undefined ? undefined : printedAs(database, kind, folded);
    const hint = near === undefined ? "correct it or take the line out" : `perhaps ${near}?`;
    return {
      severity: "warning",
      rule: "link/unknown-name",
      ...placeOf(at),
      about: name,
      message: `expected a name that an article has, found ${name}; ${hint}`,
    };
  });
}

function unknownArticles(linking: Linking): readonly Diagnostic[] {
  const { database, names } = linking;
  const changed = [...takeTasks(database, "path")];
  const lines = Object.values(names).flatMap(({ apart, records }) =>
    [...apart, ...records].flatMap(({ at, articles = [] }) =>
      articles.map((path) => ({ path, at })),
    ),
  );
  const unknown = lines.filter(
    ({ path }) =>
      statement(database, "SELECT 1 FROM linked_article WHERE article = ?").get(path) === undefined,
  );
  const nearest = nearestTo(linking, "article", {
    sought: unknown.map(({ path }) => path),
    changed,
    near: (word) => nearestWord(word, alike(linking, word, PATHS, [])),
  });
  return unknown.map(({ path, at }) => {
    const near = nearest.get(path);
    return unknownArticle(path, at, near === undefined ? [] : [near]);
  });
}

const NAMES = "SELECT DISTINCT folded AS word FROM unit WHERE kind = ?1";
const PATHS = "SELECT article AS word FROM linked_article";

/**
 * The words of a query that may be within two edits of one: two edits leave one of three parts as it is. Sorted, so
 * that of equals the first is the same whenever it is asked.
 */
function alike(
  { database }: Linking,
  word: string,
  query: string,
  values: readonly string[],
): readonly string[] {
  const third = Math.ceil(word.length / 3);
  const parts = [word.slice(0, third), word.slice(third, 2 * third), word.slice(2 * third)];
  const [a, b, c] = parts.map((_, index) => `?${values.length + 1 + index}`);
  const rows = database
    .prepare(
      `SELECT word FROM (${query}) WHERE abs(length(word) - ${[...word].length}) <= 2
       AND (instr(word, ${a}) OR instr(word, ${b}) OR instr(word, ${c})) ORDER BY word`,
    )
    .all(...values, ...parts);
  return rows.map((row) => String(row["word"]));
}

function setMovedTopics({ database, topics }: Linking, isThere: (slug: string) => boolean): void {
  const wanted = new Map(movedTopics(isThere, topics).map(({ from, to }) => [from, to]));
  const rows = statement(database, "SELECT former, now FROM moved WHERE kind = 'topic'").all();
  for (const row of rows) {
    const former = String(row["former"]);
    if (wanted.get(former) === row["now"]) wanted.delete(former);
    else statement(database, "DELETE FROM moved WHERE kind = 'topic' AND former = ?").run(former);
  }
  for (const [from, to] of wanted)
    statement(database, "INSERT INTO moved VALUES ('topic', ?, ?)").run(from, to);
}
