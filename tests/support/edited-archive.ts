/** What does an archive look like that is edited at random? Articles that share names, words, times and whole texts, and changes to them; seeded. */
import type { ArchiveArticle, EntityKind, Sentence, Span, Timex } from "../../src/model.ts";
import type { StoryRulings } from "../../src/settings-model.ts";
import { seeded } from "./chance.ts";

/** An article with whom it names: kind and slug, and where. */
export interface EditedArticle {
  readonly article: ArchiveArticle;
  readonly named: readonly {
    readonly kind: EntityKind;
    readonly slug: string;
    readonly mentions: readonly Span[];
    readonly inHeadline: boolean;
  }[];
}

/** An archive that changes, the same way for one seed. */
export class EditedArchive {
  readonly articles = new Map<string, EditedArticle>();
  rulings: StoryRulings = { together: [], apart: [] };
  readonly #random: () => number;
  #number = 0;

  constructor(seed: number, size: number) {
    this.#random = seeded(seed);
    for (let count = 0; count < size; count++) this.#add();
  }

  /** Makes one change and returns the Markdown files that it touches. */
  change(): readonly string[] {
    const kinds = [
      ...(["add", "add", "add", "remove", "remove", "text", "text", "text"] as const),
      ...(["names", "names", "move", "swap", "copy", "copy", "rule"] as const),
    ] as const;
    const kind = kinds[this.#below(kinds.length)] ?? "add";
    const paths = [...this.articles.keys()];
    const path = paths[this.#below(paths.length)] ?? "";
    const old = this.articles.get(path);
    if (kind === "add" || old === undefined) return [this.#add()];
    if (kind === "remove") {
      this.articles.delete(path);
      return [path];
    }
    if (kind === "rule") {
      this.#rule(paths);
      return [];
    }
    const other = paths[this.#below(paths.length)] ?? path;
    if (kind === "swap") {
      const its = this.articles.get(other);
      if (its === undefined || other === path) return [];
      this.articles.set(path, withAddress(old, its.article.address));
      this.articles.set(other, withAddress(its, old.article.address));
      return [path, other];
    }
    this.articles.set(path, this.#changed(kind, old, this.articles.get(other) ?? old));
    return [path];
  }

  #changed(
    kind: "text" | "names" | "move" | "copy",
    old: EditedArticle,
    other: EditedArticle,
  ): EditedArticle {
    const { path, address, front } = old.article;
    const facts = {
      path,
      address,
      ...(front.published !== undefined && { published: front.published }),
    };
    if (kind === "text") return { ...old, article: articleOf(facts, this.#text()) };
    if (kind === "names") return { ...old, named: this.#names() };
    if (kind === "copy") {
      const { named } = this.#below(2) === 0 ? old : other;
      return { named, article: articleOf(facts, this.#again(other)) };
    }
    return {
      ...old,
      article: articleOf({ path, address, ...this.#published() }, old.article.body),
    };
  }

  #add(): string {
    this.#number += 1;
    const path = `articles/${String(this.#number).padStart(4, "0")}.md`;
    const affair = this.#below(24);
    const isOfAffair = affair < AFFAIRS;
    const facts = {
      path,
      address: `/2019/01/01/article-${this.#number}/`,
      ...(isOfAffair ? { published: dayOf(affair * 5 + this.#below(8)) } : this.#published()),
    };
    const named = [
      ...this.#names().slice(0, isOfAffair ? 2 : 9),
      ...(isOfAffair ? ofAffair(affair) : []),
    ];
    const others = [...this.articles.values()];
    const other = this.#below(3) === 0 ? others[this.#below(others.length)] : undefined;
    const text = other === undefined ? this.#text() : this.#again(other);
    this.articles.set(path, { article: articleOf(facts, text), named });
    return path;
  }

  /** A text to the word, or nearly. */
  #again({ article }: EditedArticle): string {
    return this.#below(2) === 0
      ? article.body
      : `${article.body} ${this.#words(1 + this.#below(9))}.`;
  }

  #rule(paths: readonly string[]): void {
    const some = (count: number): string[] =>
      Array.from({ length: count }, () => paths[this.#below(paths.length)] ?? "");
    const { together, apart } = this.rulings;
    const at = `decisions.yml:${this.#below(90)}`;
    const which = this.#below(5);
    if (which === 0) this.rulings = { together: together.slice(1), apart };
    if (which === 1) this.rulings = { together, apart: apart.slice(1) };
    if (which === 2) this.rulings = { together: [...together, { at, articles: some(2) }], apart };
    if (which === 3)
      this.rulings = { together, apart: [...apart, { at, articles: some(1 + this.#below(2)) }] };
    if (which === 4)
      this.rulings = {
        together: [...together, { at, articles: some(3), title: `Story ${at}` }],
        apart,
      };
  }

  #published(): { readonly published?: string } {
    const kind = this.#below(20);
    if (kind === 0) return {};
    if (kind === 1) return { published: "2019-03" };
    const day = dayOf(this.#below(90));
    return { published: kind < 6 ? `${day}T0${this.#below(10)}:30` : day };
  }

  #names(): EditedArticle["named"] {
    const kinds: readonly [EntityKind, number, number][] = [
      ["person", 40, 4],
      ["organisation", 16, 3],
      ["place", 10, 3],
      ["topic", 8, 2],
    ];
    const found = kinds.flatMap(([kind, all, most]) =>
      Array.from({ length: this.#below(most + 1) }, () => {
        const slug = `${kind}-${Math.floor(all * this.#random() ** 1.7)}`;
        const mentions = Array.from({ length: 1 + this.#below(3) }, (_, at) => ({
          start: 20 + at * 9,
          end: 25 + at * 9,
        }));
        return { kind, slug, mentions, inHeadline: this.#below(4) === 0 };
      }),
    );
    return [...new Map(found.map((one) => [`${one.kind} ${one.slug}`, one])).values()];
  }

  #text(): string {
    const length = this.#below(4) === 0 ? 8 : 60;
    const day = `2019-0${1 + this.#below(2)}-0${1 + this.#below(4)}`;
    const what = [
      "the old mill burned down",
      "the harbour board met the mayor",
      "a ferry sank near the pier",
    ];
    return `${this.#words(length)}. On ${day} ${what[this.#below(3)]} in Port Ellis. ${this.#words(12)}.`;
  }

  #words(count: number): string {
    return Array.from(
      { length: count },
      () => `word${letters(Math.floor(400 * this.#random() ** 2))}`,
    ).join(" ");
  }

  #below(most: number): number {
    return Math.floor(this.#random() * most);
  }
}

function withAddress({ article, named }: EditedArticle, address: string): EditedArticle {
  return { named, article: { ...article, address, front: { ...article.front, address } } };
}

function letters(number: number): string {
  return [...String(number)].map((digit) => "abcdefghij"[Number(digit)]).join("");
}

/** Of what several articles tell: in each, the same people and body. */
const AFFAIRS = 16;

function ofAffair(affair: number): EditedArticle["named"] {
  const named = [`affair-${affair}-a`, `affair-${affair}-b`, `affair-${affair}-c`];
  return named.map((slug, at) => ({
    ...{ kind: at === 2 ? "organisation" : "person", slug, inHeadline: false },
    mentions: [{ start: 0, end: 4 }],
  }));
}

function dayOf(day: number): string {
  return new Date(Date.UTC(2019, 0, 1 + day)).toISOString().slice(0, 10);
}

const DAY = /\d{4}-\d\d-\d\d/g;

function articleOf(
  {
    path,
    address,
    published,
  }: { readonly path: string; readonly address: string; readonly published?: string },
  body: string,
): ArchiveArticle {
  const headline = `News ${path.slice(-7, -3)}`;
  const text = `${headline}\n\n${body}`;
  const start = headline.length + 2;
  const sentences = sentencesOf(text, start);
  const times = [...text.matchAll(DAY)].map(
    ({ 0: value, index }): Timex => ({
      ...{ start: index, end: index + value.length, type: "DATE", value },
      evidence: { rule: "iso-date", confidence: 1 },
    }),
  );
  return {
    ...{ path, address, body, sortKey: published ?? "" },
    front: { headline, address, ...(published !== undefined && { published }) },
    document: {
      ...{ text, language: "en", headline: { start: 0, end: headline.length } },
      blocks: [{ kind: "paragraph", start, end: text.length }],
      ...(published !== undefined && { published }),
    },
    annotations: {
      ...{
        sentences,
        times,
        people: [],
        organisations: [],
        places: [],
        topics: [],
        quotations: [],
      },
    },
  };
}

function sentencesOf(text: string, from: number): readonly Sentence[] {
  return [...text.slice(from).matchAll(/[^.]+\./g)].map(({ 0: words, index }) => ({
    ...{ part: "body", block: 0 },
    start: from + index + (words.length - words.trimStart().length),
    end: from + index + words.length,
  }));
}
