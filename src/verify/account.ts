/** What does a verification hand back? The types that its parts share. */
import type { Diagnostic } from "../model.ts";
import type { Edit } from "./edits.ts";
import type { Pieces } from "./pieces.ts";

/** What is wrong, of severity `error`; or what could not be proved and may yet be right, a `warning`. */
export type Finding = Diagnostic;

/** What was found in the content folder. */
export interface ArchiveAccount {
  readonly articles: number;
  /** Articles whose source has its hash and is covered by their pieces to the last character. */
  readonly proved: number;
  /** Articles without a source: written by the editor. */
  readonly written: number;
  /** Former versions of articles. */
  readonly versions: number;
  readonly edits: readonly Edit[];
  /** Sources without an article, each with the reason. */
  readonly setAside: readonly Diagnostic[];
  readonly findings: readonly Finding[];
  /** All articles that can be read, by address. */
  readonly standing: ReadonlyMap<string, StandingArticle>;
}

/** Where an article stands, and whether the site should show it. */
export interface StandingArticle {
  /** The Markdown file. */
  readonly path: string;
  readonly state: "published" | "draft" | "withdrawn" | "unreadable";
}

/** The articles of which a site was built, where they are at hand. */
export interface ArticlesAtHand {
  /** By address. */
  readonly standing: ReadonlyMap<string, StandingArticle>;
  /** Returns the words that an article's page must show; `undefined` if its file cannot be read. */
  readonly wordsOf: (article: StandingArticle) => Pieces | undefined;
}

/** What was found in a site. */
export interface SiteAccount {
  readonly files: number;
  /** Article pages. */
  readonly pages: number;
  /** Those that hold the text that the ledger states, or their Markdown where that is at hand. */
  readonly holding: number;
  /** Those from which the source's words were put together again. */
  readonly rebuilt: number;
  /** Those that hold other words than their source, by the editor. */
  readonly edited: number;
  /** SHA-256 of the list of files, which stands for the whole site: who keeps it can tell any other site from this. */
  readonly digest?: string;
  readonly findings: readonly Finding[];
}
