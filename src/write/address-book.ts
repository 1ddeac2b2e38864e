/** Which file and address does a source's article have, and which are taken? Stage 3. */
import type { Diagnostic, MarkdownArticle, SourceText } from "../model.ts";
import type { ImportedArticle } from "./imported-article.ts";

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
  readonly #bySource = new Map<string, ArticlePlace>();
  readonly #addresses = new Map<string, string>();
  readonly #paths = new Set<string>();
  readonly #sourceOfHash = new Map<string, string>();

  /** Starts with the articles that stand; `unreadable` are paths of files that may not be written over. */
  constructor(standing: readonly MarkdownArticle[], unreadable: readonly string[]) {
    for (const path of unreadable) this.#paths.add(path);
    for (const { path, front } of standing) {
      this.#take({ path, address: front.address }, front.source?.file ?? path);
      if (front.source !== undefined)
        this.#bySource.set(front.source.file, { path, address: front.address });
    }
  }

  /** Returns the earlier source with the same bytes, if this one repeats it. */
  repeated(source: SourceText): string | undefined {
    const earlier = this.#sourceOfHash.get(source.sha256);
    if (earlier === undefined) this.#sourceOfHash.set(source.sha256, source.path);
    return earlier;
  }

  /** Returns the place of a source's article, and a note where the address it would have had is taken. */
  placeOf(
    source: SourceText,
    imported: ImportedArticle,
  ): { place: ArticlePlace; note?: Diagnostic } {
    const given = this.#bySource.get(source.path);
    if (given !== undefined) return { place: given };
    const wanted = placeAt(imported.shelf, imported.slug);
    if (this.#isFree(wanted)) {
      this.#take(wanted, source.path);
      return { place: wanted };
    }
    const place = this.#firstFree(imported, source.sha256);
    this.#take(place, source.path);
    const holder = this.#addresses.get(wanted.address) ?? wanted.path;
    return {
      place,
      note: takenNote(source.path, wanted.address, { holder, given: place.address }),
    };
  }

  #firstFree(imported: ImportedArticle, hash: string): ArticlePlace {
    for (let length = 6; length < hash.length; length += 2) {
      const place = placeAt(imported.shelf, `${imported.slug}-${hash.slice(0, length)}`);
      if (this.#isFree(place)) return place;
    }
    throw new Error(`no free address for a source with the hash ${hash}`);
  }

  #isFree(place: ArticlePlace): boolean {
    return !this.#addresses.has(place.address) && !this.#paths.has(place.path);
  }

  #take(place: ArticlePlace, holder: string): void {
    this.#addresses.set(place.address, holder);
    this.#paths.add(place.path);
  }
}

/** `/2022/01/26/` and `flood` give `articles/2022/01/flood.md` and `/2022/01/26/flood/`. */
function placeAt(shelf: string, slug: string): ArticlePlace {
  const folders = shelf.split("/").filter(Boolean).slice(0, 2);
  return { path: ["articles", ...folders, `${slug}.md`].join("/"), address: `${shelf}${slug}/` };
}

function takenNote(
  path: string,
  wanted: string,
  taken: { readonly holder: string; readonly given: string },
): Diagnostic {
  return {
    severity: "note",
    rule: "write/address-taken",
    file: `sources/${path}`,
    message: `has the date and headline of ${taken.holder}, which holds ${wanted}; it got ${taken.given} instead (delete one source if they are the same article)`,
  };
}
