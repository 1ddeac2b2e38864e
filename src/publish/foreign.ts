/** Does a file that backfile did not write stand where a new one is to be? Stage 9. */
import { type Dirent, lstatSync, readdirSync, type Stats } from "node:fs";
import { dirname, join, sep } from "node:path";
import { CliError } from "../text/cli-error.ts";

/** Looks, for one file after the other in the order of their paths, at what stands in its way. */
export class WayCheck {
  readonly #output: string;
  readonly #isListed: (path: string) => boolean;
  /** Folders above the file looked at last that are there, and the first that is not. */
  #known = new Map<string, boolean>();

  /** `isListed` says whether the site's list has a path; what it has is backfile's own. */
  constructor(output: string, isListed: (path: string) => boolean) {
    this.#output = output;
    this.#isListed = isListed;
  }

  /** Throws a `CliError` if anything that is not in the list has the file's name or that of a folder above it. */
  check(path: string): void {
    if (!this.#isFolder(dirname(path))) return;
    const standing = this.#at(path);
    if (standing === undefined) return;
    if (standing.isDirectory()) this.#checkBelow(path);
    else if (!this.#isListed(path)) throw inTheWay(join(this.#output, path));
  }

  /** Whether a folder is there, with all above it; a file of ours in its place will be gone by then. */
  #isFolder(folder: string): boolean {
    if (folder === ".") return true;
    const known = this.#known.get(folder);
    if (known !== undefined) return known;
    const isThere = this.#isFolder(dirname(folder)) && this.#isFolderAt(folder);
    // the folders of the next file are mostly these
    this.#known = new Map([...this.#known].filter(([above]) => folder.startsWith(`${above}/`)));
    this.#known.set(folder, isThere);
    return isThere;
  }

  #isFolderAt(folder: string): boolean {
    const standing = this.#at(folder);
    if (standing === undefined || standing.isDirectory()) return standing !== undefined;
    if (this.#isListed(folder)) return false;
    throw inTheWay(join(this.#output, folder));
  }

  /** A folder makes room for a file if all in it is ours, for then all of it goes. */
  #checkBelow(path: string): void {
    const folder = join(this.#output, path);
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const isOurs = (entry: Dirent): boolean => {
      const full = join(entry.parentPath, entry.name);
      if (entry.isDirectory()) return readdirSync(full).length > 0;
      return this.#isListed(full.slice(this.#output.length + 1).replaceAll(sep, "/"));
    };
    if (entries.length === 0) throw inTheWay(folder);
    const foreign = entries.find((entry) => !isOurs(entry));
    if (foreign !== undefined) throw inTheWay(join(foreign.parentPath, foreign.name));
  }

  #at(path: string): Stats | undefined {
    return lstatSync(join(this.#output, path), { throwIfNoEntry: false });
  }
}

function inTheWay(path: string): CliError {
  return new CliError(
    `${path}: backfile did not write this file, and the new site has one of that name; move it away`,
  );
}
