/** Which file and address does a new article get, where others are taken? Stage 3. */
import type { Diagnostic, SourceText } from "../model.ts";
import { sourceName } from "../text/source-name.ts";
import type { ImportedArticle } from "./imported-article.ts";

/** Where an article stands: its Markdown file (relative to the content folder) and its address. */
export interface ArticlePlace {
  readonly path: string;
  readonly address: string;
}

/** Which addresses and files are given. Names that differ in case, or in how accents are coded, are one. */
export interface TakenPlaces {
  /** Returns the name of the source, else the file, of the article at an address. */
  readonly holderOf: (address: string) => string | undefined;
  readonly isFile: (path: string) => boolean;
}

/**
 * Returns the place of a new article, and a note where the address that it would have had is taken: then it gets the first six
 * characters of its source's hash behind it, or as many more as make it free. An address once given stays with its
 * source, so that this is asked once for each.
 */
export function newPlace(
  source: SourceText,
  imported: ImportedArticle,
  taken: TakenPlaces,
): { readonly place: ArticlePlace; readonly note?: Diagnostic } {
  const wanted = addressAt(imported, imported.slug);
  const holder = taken.holderOf(wanted);
  const address =
    holder === undefined
      ? wanted
      : firstFree(
          source.sha256,
          (ending) => addressAt(imported, `${imported.slug}${ending}`),
          (made) => taken.holderOf(made) === undefined,
        );
  const place = {
    path: freePath(imported.shelf, address, { hash: source.sha256, taken }),
    address,
  };
  if (holder === undefined) return { place };
  return { place, note: takenNote(nameOf(source), wanted, { holder, given: address }) };
}

/** Articles of one month share a folder, so that a file's name may be taken where the address is not. */
function freePath(
  shelf: string,
  address: string,
  { hash, taken }: { readonly hash: string; readonly taken: TakenPlaces },
): string {
  const slug = address.slice(shelf.length, -1);
  const folders = shelf.split("/").filter(Boolean).slice(0, 2);
  const pathAt = (ending: string): string =>
    ["articles", ...folders, `${slug}${ending}.md`].join("/");
  return taken.isFile(pathAt(""))
    ? firstFree(hash, pathAt, (path) => !taken.isFile(path))
    : pathAt("");
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
