/** Has the archive layouts of its own, and which files are they? They stand beside its content folder. */
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { byCodeUnits } from "../text/fold.ts";

const FOLDER = "layouts";
const PROGRAMS = fileURLToPath(new URL("../../layouts", import.meta.url));

/**
 * Returns the folder of an archive's own layouts, absolute, if there is one: `my-archive/layouts` for
 * `my-archive/content`. The program's own, where an archive lies within a copy of the program, is none.
 */
export function ownLayouts(content: string): string | undefined {
  const folder = join(dirname(resolve(content)), FOLDER);
  if (!existsSync(folder) || realpathSync(folder) === realpathSync(PROGRAMS)) return undefined;
  return folder;
}

/** Returns the same for the archive that a catalogue belongs to; one in memory belongs to none. */
export function ownLayoutsOf(database: DatabaseSync): string | undefined {
  const file = database.location();
  // `content/.backfile/catalog.db`
  return file === null ? undefined : ownLayouts(dirname(dirname(file)));
}

/** Returns the files of the folder, relative to it, in the order of their code units; hidden ones are passed over. */
export function ownLayoutFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !/(?:^|\/)(?:\.|node_modules\/)/.test(path))
    .sort(byCodeUnits);
}
