/** Where does everybody appear? A step of linking: each article that has changed, or of which a name is another's now. */
import { statement } from "../catalog/database.ts";
import { addArticles, identitiesWhere } from "../catalog/identities.ts";
import { addTask, takeTasks } from "../catalog/link-tasks.ts";
import { onePerArticle } from "../link/grouping.ts";
import type { UnlinkedAppearance } from "../link/units.ts";
import type { EntityKind } from "../model.ts";
import type { Linking } from "./linking.ts";

/** Writes the rows of appearances that differ, and counts articles by whom they name. */
export function writeAppearances(linking: Linking): void {
  const counts = new Counts(linking);
  for (const article of takeTasks(linking.database, "article"))
    writeArticle(linking, article, counts);
  counts.flush();
}

interface Row {
  readonly kind: EntityKind;
  readonly slug: string;
  readonly quotations: number;
  readonly roles: number;
  readonly json: string;
  /** 1 where but a part of a sighting is meant: then the counts are the whole's. */
  readonly part: number;
}

const SEEN = `
  SELECT sighting.kind AS kind, sighting.position AS position, slug, quotations, roles, json, 0 AS part FROM sighting
  CROSS JOIN unit ON unit.kind = sighting.kind AND unit.name = sighting.name AND unit.manner = sighting.manner AND unit.ruling = sighting.ruling
  CROSS JOIN identity ON identity.kind = unit.kind AND identity.key = unit.identity WHERE article = ?1`;
const SPLIT = `
  SELECT split.kind, split.position, slug, quotations, roles, coalesce(split.json, sighting.json), split.json IS NOT NULL FROM split
  CROSS JOIN sighting ON sighting.article = split.article AND sighting.kind = split.kind AND sighting.position = split.position
  CROSS JOIN identity ON identity.kind = split.kind AND identity.key = split.key WHERE split.article = ?1`;

function writeArticle({ database, wider }: Linking, article: string, counts: Counts): void {
  const wanted = rowsOf(database, article);
  const before = new Map(
    statement(database, "SELECT kind, slug, json FROM appearance WHERE article = ?")
      .all(article)
      .map((row): [string, typeof row] => [`${row["kind"]} ${row["slug"]}`, row]),
  );
  const topicsBefore = [...before.values()].filter(({ kind }) => kind === "topic");
  for (const [id, row] of wanted) {
    const { kind, slug } = row;
    const former = before.get(id);
    before.delete(id);
    if (former?.["json"] === row.json) continue;
    statement(
      database,
      `INSERT INTO appearance (kind, slug, article, quotations, roles, json) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
       SET quotations = excluded.quotations, roles = excluded.roles, json = excluded.json`,
    ).run(kind, slug, article, row.quotations, row.roles, row.json);
    if (former === undefined) counts.add(kind, slug, 1);
  }
  for (const { kind, slug } of before.values()) {
    statement(
      database,
      "DELETE FROM appearance WHERE kind = ? AND slug = ? AND article = ?",
    ).run(String(kind), String(slug), article);
    // a column that this function filled
    counts.add(kind as EntityKind, String(slug), -1);
  }
  const topicsNow = [...wanted.values()].filter(({ kind }) => kind === "topic");
  const heldBefore = wider.holding(topicsBefore.map(({ slug }) => String(slug)));
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

/** The rows that an article should have, by kind and slug. */
function rowsOf(database: Linking["database"], article: string): ReadonlyMap<string, Row> {
  const seen = statement(database, `${SEEN} UNION ALL ${SPLIT} ORDER BY 1, 2`).all(article);
  const groups = new Map<string, Row[]>();
  for (const one of seen) {
    // columns of these types
    const row = one as unknown as Row;
    const id = `${row.kind} ${row.slug}`;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  return new Map([...groups].flatMap(([id, group]) => {
    const row = joined(group);
    return row === undefined ? [] : [[id, row] as const];
  }));
}

function joined(group: readonly Row[]): Row | undefined {
  const [first] = group;
  if (first === undefined) return undefined;
  if (group.length === 1) {
    // the slug goes behind all else
    const json = `${first.json.slice(0, -1)},"slug":${JSON.stringify(first.slug)}}`;
    if (first.part === 0) return { ...first, json };
  }
  // `replaceSightings` wrote them
  return withCounts(first, group.map(({ json }) => JSON.parse(json) as UnlinkedAppearance));
}

function withCounts(
  { kind, slug }: Row,
  appearances: readonly UnlinkedAppearance[],
): Row | undefined {
  // whoever has a fuller name in an article is not called by the shorter one
  const [one] = onePerArticle(
    kind === "person"
      ? appearances.toSorted((a, b) => b.printed.length - a.printed.length)
      : appearances,
  );
  if (one === undefined) return undefined;
  const { quotations, roles } = one;
  const json = JSON.stringify({ ...one, slug });
  return { kind, slug, quotations: quotations.length, roles: roles.length, json, part: 0 };
}

/** More counts than this are not held back. */
const MOST_HELD = 50_000;

/** Counts of articles that have changed, written all at once: a common name is counted in many articles. */
class Counts {
  readonly #linking: Linking;
  readonly #counts = new Map<string, { kind: EntityKind | "wider"; slug: string; more: number }>();

  constructor(linking: Linking) {
    this.#linking = linking;
  }

  add(kind: EntityKind | "wider", slug: string, more: number): void {
    const id = `${kind} ${slug}`;
    const there = this.#counts.get(id);
    if (there === undefined) this.#counts.set(id, { kind, slug, more });
    else there.more += more;
    if (this.#counts.size > MOST_HELD) this.flush();
  }

  flush(): void {
    const { database } = this.#linking;
    for (const { kind, slug, more } of this.#counts.values()) {
      if (more === 0) continue;
      addArticles(database, kind, slug, more);
      if (kind === "wider") addTask(database, "wider", slug);
      else
        for (const { key } of identitiesWhere(database, kind, "slug", [slug]))
          addTask(database, `head ${kind}`, key);
    }
    this.#counts.clear();
  }
}
