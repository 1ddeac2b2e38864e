/** Where does a new file of the site wait, and how does it come there? Stage 9: for the build and the processes that draw for it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { onDisk } from "../text/disk-error.ts";
import { sha256Of } from "./list-parts.ts";

/** Where the files of a build wait. Plain data, so that other processes can be told. */
export interface Stage {
  /** Absolute. */
  readonly folder: string;
  /**
   * Whether no site stands. A first site waits as it will stand, for then one rename puts it in place; the
   * files of an update wait side by side, for each needs a rename of its own and folders would only cost.
   */
  readonly isFirst: boolean;
}

/** A file that waits, as its list will name it. */
export interface StagedFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** The folder of a first site in that of the stage. */
export const FIRST_SITE = "site";

const FOLDERS_KNOWN = 1000;

/** Returns the file in which a file of the site waits, absolute. `path` is relative to the site. */
export function stagedPath({ folder, isFirst }: Stage, path: string): string {
  if (isFirst) return join(folder, FIRST_SITE, path);
  const name = sha256Of(path);
  return join(folder, "files", name.slice(0, 1), name.slice(1));
}

/** Puts files on a stage. */
export class FileStager {
  readonly #stage: Stage;
  readonly #folders = new Set<string>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Writes a file and returns what its list will say; throws a `CliError` where the disk does not take it. */
  write(path: string, content: string | Uint8Array): StagedFile {
    const file = stagedPath(this.#stage, path);
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    onDisk(file, () => {
      this.#makeFolder(dirname(file));
      writeFileSync(file, bytes);
    });
    return { sha256: sha256Of(bytes), bytes: bytes.length };
  }

  #makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    if (this.#folders.size >= FOLDERS_KNOWN) this.#folders.clear();
    this.#folders.add(folder);
  }
}
