/** Where does everybody appear? A step of linking: each article that has changed, or of which a name is another's now. */
import { putAppearanceRow } from "../catalog/entities.ts";
import { addArticles, identitiesWhere } from "../catalog/identities.ts";
import { addTask, takeTasks } from "../catalog/link-tasks.ts";
import { keepJson } from "../catalog/sightings.ts";
import { statement } from "../catalog/statements.ts";
import type { EntityKind } from "../model.ts";
import type { Linking } from "./linking.ts";
import { type Wanted, WantedRows } from "./wanted-rows.ts";

/** Writes the rows of appearances that differ, and counts articles by whom they name. */
export function writeAppearances(linking: Linking): void {
  const { database } = linking;
  const counts = new Counts(linking);
  const rows = new WantedRows(database);
  for (const article of takeTasks(database, "article"))
    writeArticle(linking, article, { counts, wanted: rows.of(article) });
  counts.flush();
}

function writeArticle(
  { database, wider }: Linking,
  article: string,
  { counts, wanted }: { readonly counts: Counts; readonly wanted: Wanted },
): void {
  const before = new Map(
    statement(database, "SELECT kind, slug, position, json FROM appearance WHERE article = ?")
      .all(article)
      .map((row): [string, typeof row] => [`${row["kind"]} ${row["slug"]}`, row]),
  );
  const topicsBefore = [...before.values()].filter(({ kind }) => kind === "topic");
  for (const [id, row] of wanted.rows) {
    const { kind, slug, position = null, json } = row;
    const former = before.get(id);
    before.delete(id);
    if (former?.["json"] !== json || former["position"] !== position)
      putAppearanceRow(database, { ...row, article });
    if (former === undefined) counts.add(kind, slug, 1);
  }
  for (const { kind, slug } of before.values()) {
    statement(database, "DELETE FROM appearance WHERE kind = ? AND slug = ? AND article = ?").run(
      String(kind),
      String(slug),
      article,
    );
    // a column that this function filled
    counts.add(kind as EntityKind, String(slug), -1);
  }
  for (const [id, json] of wanted.jsons) keepJson(database, id, json);
  const heldBefore = wider.holding(topicsBefore.map(({ slug }) => String(slug)));
  const topicsNow = [...wanted.rows.values()].filter(({ kind }) => kind === "topic");
  const heldNow = wider.holding(topicsNow.map(({ slug }) => slug));
  for (const id of heldNow) if (!heldBefore.has(id)) counts.add("wider", id, 1);
  for (const id of heldBefore) if (!heldNow.has(id)) counts.add("wider", id, -1);
}

/** Counts the articles of wider topics from nothing: topics may lie within others now. */
export function recountWider({ database, wider }: Linking): void {
  database.exec(
    "INSERT OR IGNORE INTO link_task SELECT 'wider', slug FROM appearing WHERE kind = 'wider'; DELETE FROM appearing WHERE kind = 'wider';",
  );
  const counts = new Map<string, number>();
  const rows = database
    .prepare("SELECT article, slug FROM appearance WHERE kind = 'topic' ORDER BY article")
    .iterate();
  let article = "";
  let slugs: string[] = [];
  const count = (): void => {
    for (const id of wider.holding(slugs)) counts.set(id, (counts.get(id) ?? 0) + 1);
    slugs = [];
  };
  for (const row of rows) {
    if (row["article"] !== article) count();
    article = String(row["article"]);
    slugs.push(String(row["slug"]));
  }
  count();
  for (const [id, articles] of counts) {
    addArticles(database, "wider", id, articles);
    addTask(database, "wider", id);
  }
}

/** More counts than this are not held back. */
const MOST_HELD = 50_000;

/** Counts of articles that have changed, written all at once: a common name is counted in many articles. */
class Counts {
  readonly #linking: Linking;
  readonly #counts = new Map<EntityKind | "wider", Map<string, number>>();
  #held = 0;

  constructor(linking: Linking) {
    this.#linking = linking;
  }

  add(kind: EntityKind | "wider", slug: string, more: number): void {
    let counts = this.#counts.get(kind);
    if (counts === undefined) {
      counts = new Map();
      this.#counts.set(kind, counts);
    }
    const there = counts.get(slug);
    counts.set(slug, (there ?? 0) + more);
    if (there !== undefined) return;
    this.#held += 1;
    if (this.#held > MOST_HELD) this.flush();
  }

  flush(): void {
    const { database } = this.#linking;
    for (const [kind, counts] of this.#counts) {
      for (const [slug, more] of counts) {
        if (more === 0) continue;
        addArticles(database, kind, slug, more);
        if (kind === "wider") addTask(database, "wider", slug);
        else
          for (const { key } of identitiesWhere(database, kind, "slug", [slug]))
            addTask(database, `head ${kind}`, key);
      }
    }
    this.#counts.clear();
    this.#held = 0;
  }
}
