/** Which articles have the text of an article? Stage 5: copies put together. */
import type { TextCopy } from "../story-model.ts";

/** A copy of an article, and how like it is. */
export interface CopyOf {
  readonly article: string;
  readonly copy: TextCopy["kind"];
}

/** Copies by Markdown file. What an article is a copy of, and what else is a copy of that, all have one text. */
export class Copies {
  readonly #earlier = new Map<string, TextCopy>();
  readonly #later = new Map<string, TextCopy[]>();

  constructor(copies: Iterable<TextCopy>) {
    for (const copy of copies) {
      this.#earlier.set(copy.article, copy);
      const others = this.#later.get(copy.earlier);
      if (others === undefined) this.#later.set(copy.earlier, [copy]);
      else others.push(copy);
    }
  }

  /** Returns the article whose text an article has; the same for all that have one text. */
  textOf(article: string): string {
    let text = article;
    for (
      const seen = new Set<string>();
      !seen.has(text);
      text = this.#earlier.get(text)?.earlier ?? text
    )
      seen.add(text);
    return text;
  }

  /** Returns the article that this one is a copy of and its own copies; those that are the same to the word first. */
  of(article: string): readonly CopyOf[] {
    const earlier = this.#earlier.get(article);
    const later = this.#later.get(article) ?? [];
    const all: readonly CopyOf[] = [
      ...(earlier === undefined ? [] : [{ article: earlier.earlier, copy: earlier.kind }]),
      ...later.map((copy) => ({ article: copy.article, copy: copy.kind })),
    ];
    return all.toSorted((a, b) => Number(a.copy === "near") - Number(b.copy === "near"));
  }
}
