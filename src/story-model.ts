/** What is known of articles that belong together: what they share, which are alike, which tell one story. */
import type { EntityKind } from "./model.ts";

/** A name or a word that articles have in common; a word is in lower case. */
export type Trait =
  | { readonly kind: EntityKind; readonly slug: string }
  | { readonly kind: "word"; readonly word: string };

/** Two articles with one text, or nearly: `same` word for word, `near` three quarters of the shorter one or more. */
export interface TextCopy {
  /** The Markdown file of the later one. */
  readonly article: string;
  readonly earlier: string;
  readonly kind: "same" | "near";
}

/** Why an article is shown beside another one. */
export interface Relation {
  /** The Markdown file of the article that is shown. */
  readonly article: string;
  /** What both have, that which tells most first; nothing of a copy. */
  readonly shared: readonly Trait[];
  readonly copy?: TextCopy["kind"];
}

/** An article in a story. */
export interface StoryMember {
  /** Its Markdown file. */
  readonly article: string;
  /** What it has in common with the others, that which tells most first. */
  readonly shared: readonly Trait[];
  /** Put here by the editor's line. */
  readonly byEditor: boolean;
  /** The member before it whose text it has. */
  readonly copyOf?: string;
}

/** Articles that tell of one thing that happened, and of what came of it. */
export interface Story {
  /** From the address of its first article. */
  readonly slug: string;
  /** Of further members, whose story may once have begun with them: their addresses lead here. */
  readonly otherSlugs: readonly string[];
  /** The editor's. */
  readonly title?: string;
  /** The Markdown file of the member that has most in common with the others. */
  readonly central: string;
  /** In the order of time, those without a day last. */
  readonly members: readonly StoryMember[];
}

/** Stories and relations of an archive. */
export interface ArchiveStories {
  /** By their first day, then by slug. */
  readonly stories: readonly Story[];
  /** By Markdown file: at most five, the nearest first; an article without any is left out. */
  readonly relations: ReadonlyMap<string, readonly Relation[]>;
}
