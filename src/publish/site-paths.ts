/** Which paths may a site's files have, in which order do they stand, and which two cannot stand together? Stage 9. */
import { CliError } from "../text/cli-error.ts";

/** The manifest's name in the site's folder: it says that the site is backfile's, and which its list of files is. */
export const MANIFEST = ".backfile-site.json";
/** The folder of the site in which the ledger stands. */
export const LEDGER = "ledger";
/** The list of all files of the site but its own and the manifest. */
export const FILE_LIST = `${LEDGER}/files.json`;
/** The folder of the parts of a list too long for one file. */
export const LIST_PARTS = `${LEDGER}/files`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not stand in a path
const NOT_IN_PATHS = /[\\\u0000-\u001f\u007f]|^[A-Za-z]:/;
/** Spares what most paths are a second look. */
const FOLDED_ALREADY = /^[ -@[-~]*$/;

/**
 * Returns what a path is sorted by: a folder's files behind the file of its name and before all others, capitals and
 * composed letters aside. So two paths that some disks hold for one stand next to each other.
 */
export function pathKey(path: string): string {
  const folded = foldPath(path);
  const key = folded.replaceAll("/", "\0");
  return folded === path ? key : `${key}\0\0${path}`;
}

/**
 * Returns whether two paths, of which `first` stands right before `second`, cannot both be in a site: some disks do
 * not tell them apart, or one is a folder of the other.
 */
export function areRivals(first: string, second: string): boolean {
  const [one, other] = [foldPath(first), foldPath(second)];
  return one === other || other.startsWith(`${one}/`);
}

/** Throws a `CliError` for a path that is absolute, leaves the site, or is one that backfile keeps for its lists. */
export function checkPath(path: string, origin: string): void {
  const steps = path.split("/");
  const leaves = steps.some((step) => step === "" || step === "." || step === "..");
  if (leaves || NOT_IN_PATHS.test(path) || isListFile(path)) {
    throw new CliError(
      `${origin}: expected a path inside the site, such as about/index.html, found ${JSON.stringify(path)}; change its address`,
    );
  }
}

/** Returns whether a path is that of the manifest, the list of files, or a part of it. */
export function isListFile(path: string): boolean {
  return path === MANIFEST || path === FILE_LIST || path.startsWith(`${LIST_PARTS}/`);
}

/** Some disks do not tell capitals or composed letters apart. */
function foldPath(path: string): string {
  return FOLDED_ALREADY.test(path) ? path : path.normalize("NFC").toLowerCase();
}
