/** Which articles has the editor put into one story, and which must not be in one? Stage 5. */
import type { Diagnostic } from "../model.ts";
import type { Ruled, StoryRulings } from "../settings-model.ts";
import { placeOf } from "./rulings.ts";
import { unknownArticle } from "./unknown-articles.ts";

/** The rulings on stories, by the numbers of the articles that there are. */
export class RuledGroups {
  /** Numbers of articles that are together, rising; each in one group. */
  readonly groups: readonly (readonly number[])[];
  readonly #rulings: StoryRulings;
  readonly #numberOf: (path: string) => number | undefined;
  readonly #ruled: ReadonlySet<number>;
  readonly #alone = new Set<number>();
  readonly #yielding = new Set<number>();
  readonly #apart = new Map<number, Set<number>>();

  /** @param numberOf The number of the article in a Markdown file, if there is one. */
  constructor(rulings: StoryRulings, numberOf: (path: string) => number | undefined) {
    this.#rulings = rulings;
    this.#numberOf = numberOf;
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

  /** Returns by article what the editor's lines say of it, in a form that is another one whenever something else follows from them. */
  effects(): ReadonlyMap<number, string> {
    const heads = new Map(this.groups.flatMap((group) => group.map((one) => [one, group[0]])));
    const titled = new Map<number, number>();
    for (const [index, { articles, title }] of this.#rulings.together.entries())
      if (title !== undefined)
        for (const one of this.#rowsOf(articles)) if (!titled.has(one)) titled.set(one, index);
    const all = new Set([...heads.keys(), ...this.#apart.keys(), ...titled.keys()]);
    return new Map(
      [...all].map((one) => {
        const line = titled.get(one);
        const title = line === undefined ? undefined : [line, this.#rulings.together[line]?.title];
        const apart = [...(this.#apart.get(one) ?? [])].sort((a, b) => a - b);
        const ruling = [heads.get(one), this.isAlone(one), this.yields(one), apart, title];
        return [one, JSON.stringify(ruling)];
      }),
    );
  }

  /**
   * Returns a remark on each article that there is not, and on each title whose articles are in no story. `pathsLike`: the Markdown files that may be
   * meant by one that there is not.
   */
  idleLines(known: {
    readonly isInStory: (path: string) => boolean;
    readonly pathsLike: (path: string) => readonly string[];
  }): readonly Diagnostic[] {
    const { together, apart } = this.#rulings;
    const isThere = (path: string): boolean => this.#numberOf(path) !== undefined;
    const unknown = [...together, ...apart].flatMap(({ articles, at }) =>
      articles
        .filter((path) => !isThere(path))
        .map((path) => unknownArticle(path, at, known.pathsLike(path))),
    );
    const untold = together.flatMap(({ title, articles, at }) => {
      const idle = title !== undefined && !articles.some(known.isInStory);
      const first = articles.find(isThere);
      return idle && first !== undefined ? noStory(title, first, at) : [];
    });
    return [...unknown, ...untold];
  }

  #rowsOf(paths: readonly string[]): readonly number[] {
    return [...new Set(paths.flatMap((path) => this.#numberOf(path) ?? []))];
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
