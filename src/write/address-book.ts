/** Which file and address does a source's article have, and which are taken? Stage 3. */
import type { Diagnostic, FrontMatter, SourceText } from "../model.ts";
import { sourceName } from "../text/source-name.ts";
import type { UnreadableArticle } from "./article-folder.ts";
import type { ImportedArticle } from "./imported-article.ts";
import { nameOfSource, type SourceMatch, type Standing } from "./source-match.ts";

/** Where an article stands: its Markdown file (relative to the content folder) and its address. */
export interface ArticlePlace {
  readonly path: string;
  readonly address: string;
}

/**
 * Remembers which files and addresses are given. An address once given stays with its source; a new
 * one that is taken gets the first six characters of the source's hash behind it.
 */
export class AddressBook {
  readonly #match: SourceMatch;
  readonly #addresses = new Map<string, string>();
  readonly #paths = new Set<string>();
  readonly #unreadable = new Set<string>();

  /** Starts with the articles that stand, matched with their sources; files that cannot be read keep their place too. */
  constructor(
    standing: readonly Standing[],
    unreadable: readonly UnreadableArticle[],
    match: SourceMatch,
  ) {
    this.#match = match;
    for (const { path, front } of unreadable) {
      this.#unreadable.add(path);
      this.#paths.add(folded(path));
      if (front !== undefined) this.#addresses.set(folded(front.address), path);
    }
    for (const article of standing) {
      const { path, front } = article;
      this.#take({ path, address: front.address }, nameOfSource(article) ?? path);
    }
  }

  /** Returns whether a source's article stands in a file that cannot be read, which waits for its editor. */
  isUnreadable(source: SourceText): boolean {
    const article = this.#articleOf(source);
    return article !== undefined && this.#unreadable.has(article.path);
  }

  /** Returns what stands above the article of a source, if it has one that can be read. */
  frontOf(source: SourceText): FrontMatter | undefined {
    return this.#articleOf(source)?.front;
  }

  /** Returns the name of the source that stands for all with the same bytes, if this is another one of them. */
  repeated(source: SourceText): string | undefined {
    const holder = this.#match.holders.get(source.sha256);
    return holder === nameOf(source) ? undefined : holder;
  }

  /** Returns the place of a source's article, and a note where the address it would have had is taken. */
  placeOf(
    source: SourceText,
    imported: ImportedArticle,
  ): { place: ArticlePlace; note?: Diagnostic } {
    const given = this.#articleOf(source);
    if (given !== undefined) return { place: { path: given.path, address: given.front.address } };
    const wanted = addressAt(imported, imported.slug);
    const address = this.#addresses.has(folded(wanted))
      ? this.#freeAddress(imported, source.sha256)
      : wanted;
    const path = this.#freePath(imported.shelf, address, source.sha256);
    const holder = this.#addresses.get(folded(wanted));
    this.#take({ path, address }, nameOf(source));
    if (holder === undefined) return { place: { path, address } };
    return {
      place: { path, address },
      note: takenNote(nameOf(source), wanted, { holder, given: address }),
    };
  }

  #articleOf(source: SourceText): Standing | undefined {
    return this.#match.articles.get(nameOf(source));
  }

  /** The address with so much of the hash behind it as makes it free. */
  #freeAddress(imported: ImportedArticle, hash: string): string {
    return firstFree(
      hash,
      (ending) => addressAt(imported, `${imported.slug}${ending}`),
      (address) => !this.#addresses.has(folded(address)),
    );
  }

  /** Articles of one month share a folder, so that a file's name may be taken where the address is not. */
  #freePath(shelf: string, address: string, hash: string): string {
    const slug = address.slice(shelf.length, -1);
    const folders = shelf.split("/").filter(Boolean).slice(0, 2);
    const pathAt = (ending: string): string =>
      ["articles", ...folders, `${slug}${ending}.md`].join("/");
    return this.#paths.has(folded(pathAt("")))
      ? firstFree(hash, pathAt, (path) => !this.#paths.has(folded(path)))
      : pathAt("");
  }

  #take(place: ArticlePlace, holder: string): void {
    this.#addresses.set(folded(place.address), holder);
    this.#paths.add(folded(place.path));
  }
}

/** On some disks and servers names that differ in case alone, or in how accents are coded, are one. */
function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function nameOf({ path, item }: SourceText): string {
  return sourceName(path, item);
}

function addressAt({ shelf }: ImportedArticle, slug: string): string {
  return `${shelf}${slug}/`;
}

/** Tries six characters of a hash, then eight, and so on. */
function firstFree(
  hash: string,
  make: (ending: string) => string,
  isFree: (made: string) => boolean,
): string {
  for (let length = 6; length < hash.length; length += 2) {
    const made = make(`-${hash.slice(0, length)}`);
    if (isFree(made)) return made;
  }
  throw new Error(`no free address or file for a source with the hash ${hash}`);
}

function takenNote(
  file: string,
  wanted: string,
  taken: { readonly holder: string; readonly given: string },
): Diagnostic {
  return {
    severity: "note",
    rule: "write/address-taken",
    file,
    about: taken.holder,
    message: `has the date and headline of ${taken.holder}, which holds ${wanted}; it got ${taken.given} instead (if they are one article, delete the source and the Markdown file of one)`,
  };
}
