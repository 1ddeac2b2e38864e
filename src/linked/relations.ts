/** Which articles are shown beside each? Stage 5 over the tables: by neighbours, stories and copies. */
import { copiesOf, textOf } from "../catalog/copies.ts";
import type { NearnessTables } from "../catalog/nearness.ts";
import { type Database, statement } from "../catalog/statements.ts";
import { putRelations } from "../catalog/stories.ts";
import { sharesOf, toldTraits } from "../link/likeness.ts";
import { type Alike, relationsOf } from "../link/related.ts";
import { AtHand } from "./at-hand.ts";
import { countedOf } from "./profiles.ts";
import { Surroundings } from "./surroundings.ts";

/** Articles kept at hand: some 300 bytes each. */
const MOST_HEADS = 50_000;

type Head = Pick<Alike, "article" | "text" | "story">;

/** Writes beside which articles each of these is shown, where it differs; rows of articles that are gone go. */
export class Relations {
  readonly #database: Database;
  readonly #tables: NearnessTables;
  readonly #surroundings: Surroundings;
  readonly #heads: AtHand<Head>;

  constructor(database: Database, tables: NearnessTables) {
    this.#database = database;
    this.#tables = tables;
    this.#surroundings = new Surroundings(tables, "some");
    this.#heads = new AtHand(MOST_HEADS, (article) => this.#head(article));
  }

  /** Writes the row of an article. */
  write(article: number): void {
    const profile = this.#tables.profile(article);
    const own = this.#surroundings.standing(article);
    if (profile === undefined || own === undefined) return;
    const { path } = profile;
    const relations = relationsOf(
      this.#heads.get(article) ?? { text: path },
      copiesOf(this.#database, path),
      this.#alike(article, () => countedOf(profile)),
    );
    if (relations.length === 0) this.remove(path);
    else putRelations(this.#database, path, relations);
  }

  /** Takes out the row of an article. */
  remove(path: string): void {
    statement(this.#database, "DELETE FROM relation WHERE article = ?").run(path);
  }

  *#alike(article: number, counted: () => ReturnType<typeof countedOf>): Generator<Alike> {
    for (const near of this.#surroundings.near(article)) {
      const head = this.#heads.get(near.article);
      if (head === undefined) continue;
      yield {
        ...head,
        shared: () => {
          const own = this.#surroundings.standing(article);
          const its = this.#surroundings.standing(near.article);
          if (own === undefined || its === undefined) return [];
          return toldTraits(sharesOf(own.vector, its.vector), counted());
        },
      };
    }
  }

  #head(article: number): Head | undefined {
    const path = this.#tables.path(article);
    if (path === undefined) return undefined;
    const row = statement(this.#database, "SELECT slug FROM story_member WHERE article = ?").get(
      path,
    );
    return {
      article: path,
      text: textOf(this.#database, path),
      ...(row !== undefined && { story: String(row["slug"]) }),
    };
  }
}
