/** What about people should an editor look at? The last but one step of linking: doubts, each kept by whom it is about. */

import { articlesWith, identitiesWhere, identityOf } from "../catalog/identities.ts";
import { addTask, takeTasks } from "../catalog/link-tasks.ts";
import { replaceRemarks } from "../catalog/remarks.ts";
import { statement } from "../catalog/statements.ts";
import {
  type Compared,
  doubtfulPerson,
  type LikePeople,
  likenessesOf,
  MOST_USUAL,
  namesakesRemark,
  perhapsSame,
} from "../link/people-remarks.ts";
import type { Judged } from "./judged.ts";
import { factsOf, type Linking } from "./linking.ts";
import { countPeople } from "./sighting-reader.ts";

/** Says what is doubtful of one person, and notes with whom they are to be compared. `judged`: absent of one who is gone. */
export function settlePerson(linking: Linking, key: string, judged: Judged | undefined): void {
  const { database } = linking;
  if (judged === undefined) {
    replaceRemarks(database, `link/person/${key}`, []);
    replaceRemarks(database, `link/alike/${key}`, []);
    setLikenesses(linking, key, []);
    return;
  }
  const { row, about, articles } = judged;
  if (about.split === true || about.contradicts === true) addTask(database, "namesakes", row.name);
  setLikenesses(linking, key, likenessesOf(row.name, about.offices ?? []));
  const confidence = linking.thresholds.personSure;
  const isSure = (): boolean =>
    about.ruled === true || countPeople(database, judged, { confidence, most: 1 }) > 0;
  const remarks = doubtfulPerson(row.name, articles, isSure);
  replaceRemarks(database, `link/person/${key}`, remarks);
}

function setLikenesses({ database }: Linking, key: string, wanted: readonly string[]): void {
  const rows = statement(database, "SELECT likeness FROM likeness WHERE key = ?").all(key);
  const before = new Set(rows.map(({ likeness }) => String(likeness)));
  for (const likeness of wanted) {
    addTask(database, "likeness", likeness);
    if (!before.delete(likeness))
      statement(database, "INSERT OR IGNORE INTO likeness VALUES (?, ?)").run(likeness, key);
  }
  for (const likeness of before) {
    addTask(database, "likeness", likeness);
    statement(database, "DELETE FROM likeness WHERE likeness = ? AND key = ?").run(likeness, key);
  }
}

/** Remarks on names that are two people's, and on people who may be one. */
export function comparePeople(linking: Linking): void {
  const { database } = linking;
  for (const name of takeTasks(database, "namesakes")) settleNamesakes(linking, name);
  for (const likeness of takeTasks(database, "likeness")) {
    database
      .prepare(
        "INSERT OR IGNORE INTO link_task SELECT 'alike', key FROM likeness WHERE likeness = ?",
      )
      .run(likeness);
  }
  const known = new Map<string, LikePeople>();
  for (const key of takeTasks(database, "alike")) settleAlike(linking, key, known);
}

function settleNamesakes({ database }: Linking, name: string): void {
  const bearers = identitiesWhere(database, "person", "name", [name]).map((row) => {
    const { label, split, ruled, contradicts } = factsOf(row);
    const { slug = "" } = row;
    return {
      ...(label !== undefined && { label }),
      articles: articlesWith(database, "person", slug),
      isSplit: split === true,
      isRuled: ruled === true,
      contradicts: contradicts === true,
      paths: () =>
        statement(
          database,
          "SELECT article FROM appearance WHERE kind = 'person' AND slug = ? ORDER BY article",
        )
          .all(slug)
          .map(({ article }) => String(article)),
    };
  });
  replaceRemarks(database, `link/namesakes/${name}`, namesakesRemark(name, bearers));
}

/** So many groups are kept at hand: one is asked for by each of its people. */
const MOST_KNOWN = 2000;

function settleAlike(linking: Linking, key: string, known: Map<string, LikePeople>): void {
  const { database, rulings } = linking;
  const row = identityOf(database, "person", key);
  if (row === undefined) return;
  const { name, slug = "" } = row;
  const lesser: Compared = { name, slug, articles: articlesWith(database, "person", slug) };
  const likenesses = statement(
    database,
    "SELECT likeness FROM likeness WHERE key = ? ORDER BY likeness",
  ).all(key);
  const groups = likenesses.map(({ likeness }) => {
    const one = String(likeness);
    const kept = known.get(one);
    if (kept !== undefined) return kept;
    const group = { likeness: one, usual: mostUsual(linking, one) };
    if (known.size > MOST_KNOWN) known.clear();
    known.set(one, group);
    return group;
  });
  const remark = perhapsSame(lesser, groups, rulings.person);
  replaceRemarks(database, `link/alike/${key}`, remark === undefined ? [] : [remark]);
}

function mostUsual({ database }: Linking, likeness: string): readonly Compared[] {
  const rows = statement(
    database,
    `SELECT identity.name, identity.slug, articles FROM likeness
     CROSS JOIN identity ON identity.kind = 'person' AND identity.key = likeness.key
     CROSS JOIN appearing ON appearing.kind = 'person' AND appearing.slug = identity.slug
     WHERE likeness = ? ORDER BY articles DESC, identity.slug LIMIT ?`,
  ).all(likeness, MOST_USUAL);
  return rows.map((row) => ({
    name: String(row["name"]),
    slug: String(row["slug"]),
    articles: Number(row["articles"]),
  }));
}
