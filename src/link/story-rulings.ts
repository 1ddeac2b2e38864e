/** Which articles has the editor put into one story, and which must not be in one? Stage 5. */
import type { Diagnostic } from "../model.ts";
import type { Ruled, StoryRulings } from "../settings-model.ts";
import { placeOf } from "./rulings.ts";
import { unknownArticle } from "./unknown-articles.ts";

/** The rulings on stories, by the rows of the articles that there are. */
export class RuledGroups {
  /** Rows that are together, rising; each row in one group. */
  readonly groups: readonly (readonly number[])[];
  readonly #rulings: StoryRulings;
  readonly #rows: ReadonlyMap<string, number>;
  readonly #ruled: ReadonlySet<number>;
  readonly #alone = new Set<number>();
  readonly #yielding = new Set<number>();
  readonly #apart = new Map<number, Set<number>>();

  /** @param paths Markdown files of the archive's articles, by row. */
  constructor(rulings: StoryRulings, paths: readonly string[]) {
    this.#rulings = rulings;
    this.#rows = new Map(paths.map((path, row) => [path, row]));
    this.groups = joined(rulings.together.map(({ articles }) => this.#rowsOf(articles)));
    this.#ruled = new Set(this.groups.flat());
    for (const { articles } of rulings.apart) this.#part(articles);
  }

  /** Returns whether the editor has put an article together with another one. */
  isRuled(row: number): boolean {
    return this.#ruled.has(row);
  }

  /** Returns whether a line keeps an article apart from one that it names before: that one stays in its story, and this one goes. */
  yields(row: number): boolean {
    return this.#yielding.has(row);
  }

  /** Returns whether an article is to be in no story. */
  isAlone(row: number): boolean {
    return this.#alone.has(row);
  }

  /** Returns whether no line keeps an article apart from others. */
  mayJoin(row: number, rows: ReadonlySet<number>): boolean {
    const apart = this.#apart.get(row);
    if (apart === undefined) return true;
    for (const other of apart) if (rows.has(other)) return false;
    return true;
  }

  /** Returns what the editor calls a story of these articles; of several titles that of the earliest line. */
  titleOf(paths: ReadonlySet<string>): string | undefined {
    const line = this.#rulings.together.find(
      ({ title, articles }) => title !== undefined && articles.some((path) => paths.has(path)),
    );
    return line?.title;
  }

  /** Returns a remark on each article that there is not, and on each title whose articles are in no story. */
  idleLines(inStories: ReadonlySet<string>): readonly Diagnostic[] {
    const paths = [...this.#rows.keys()];
    const { together, apart } = this.#rulings;
    const unknown = [...together, ...apart].flatMap(({ articles, at }) =>
      articles
        .filter((path) => !this.#rows.has(path))
        .map((path) => unknownArticle(path, at, paths)),
    );
    const untold = together.flatMap(({ title, articles, at }) => {
      const idle = title !== undefined && !articles.some((path) => inStories.has(path));
      const known = articles.find((path) => this.#rows.has(path));
      return idle && known !== undefined ? noStory(title, known, at) : [];
    });
    return [...unknown, ...untold];
  }

  #rowsOf(paths: readonly string[]): readonly number[] {
    return [...new Set(paths.flatMap((path) => this.#rows.get(path) ?? []))];
  }

  #part(paths: readonly string[]): void {
    const rows = this.#rowsOf(paths);
    if (new Set(paths).size === 1) for (const row of rows) this.#alone.add(row);
    for (const row of rows.slice(1)) this.#yielding.add(row);
    for (const row of rows) {
      const others = this.#apart.get(row) ?? new Set();
      for (const other of rows) if (other !== row) others.add(other);
      this.#apart.set(row, others);
    }
  }
}

/** Lines add up: what shares an article is one group. */
function joined(lines: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const groupOf = new Map<number, Set<number>>();
  for (const rows of lines) {
    const group = new Set(rows.flatMap((row) => [row, ...(groupOf.get(row) ?? [])]));
    for (const row of group) groupOf.set(row, group);
  }
  return [...new Set(groupOf.values())]
    .filter(({ size }) => size > 1)
    .map((rows) => [...rows].sort((a, b) => a - b))
    .sort(([a = 0], [b = 0]) => a - b);
}

function noStory(title: string, article: string, at: Ruled["at"]): Diagnostic {
  return {
    severity: "warning",
    rule: "link/no-story",
    ...placeOf(at),
    about: title,
    article,
    message: `expected an article of a story, found ${article}, which is in none; name one that belongs with it, or take the line out`,
  };
}
