/** What does the user do about an error of the disk's? Any stage that touches the disk. */
import { CliError } from "./cli-error.ts";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied; change who may read and write there, or name another folder",
  EPERM: "permission denied; change who may read and write there, or name another folder",
  EROFS: "the disk is read-only; name another folder",
  ENOSPC: "the disk is full; make room and try again",
  EDQUOT: "your share of the disk is full; make room and try again",
  EBUSY: "the folder is in use or a mount point; name a folder inside it",
  EXDEV: "the folder is a mount point; name a folder inside it",
  ENOENT: "there is no such file or folder, and none can be made there; name another one",
  ENOTDIR: "a part of that path is a file; name another folder",
  EISDIR: "expected a file, found a folder; move it away",
  EEXIST: "a file has that name, or another build has just begun; name another folder",
  ENOTEMPTY: "a folder that backfile did not make stands in the way; move it away and build again",
  ENAMETOOLONG: "the name is too long for this disk; give the page a shorter address",
  ELOOP: "its links lead in a circle; mend them",
  EIO: "the disk cannot be read or written there; see whether it is sound",
};

/** SQLite's own numbers, for the part of them that the disk is to blame for. */
const SQLITE_CODES: ReadonlyMap<unknown, string> = new Map([
  [8, "EROFS"],
  [10, "EIO"],
  [13, "ENOSPC"],
  [14, "EACCES"],
]);

/**
 * Returns a `CliError` with what to do for an error of the disk's, naming the path; any other error as it is.
 *
 *     diskError(error, "/srv/_site") // "/srv/_site: the disk is full; make room and try again (ENOSPC)"
 */
export function diskError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof CliError) return error;
  const code = codeOf(error);
  const reason = REASONS[code];
  return reason === undefined
    ? error
    : new CliError(`${path}: ${reason} (${code})`, { cause: error });
}

/**
 * Returns what some work on a file or folder gives; an error of the disk's is thrown as a `CliError` that
 * names the path.
 *
 *     const yaml = onDisk(path, () => readFileSync(path, "utf8"));
 */
export function onDisk<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw diskError(error, path);
  }
}

function codeOf(error: Error): string {
  const sqlite = "errcode" in error ? SQLITE_CODES.get(error.errcode) : undefined;
  const code = (error as NodeJS.ErrnoException).code ?? "";
  // Node's own name for EISDIR in some calls
  return sqlite ?? code.replace(/^ERR_FS_/, "");
}
