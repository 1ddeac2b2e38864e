/** Where does the catalogue lie, and is what lies there of use? The database file: opened, made anew where it is older or damaged. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CliError } from "../text/cli-error.ts";
import { onDisk } from "../text/disk-error.ts";
import { SCHEMA } from "./schema.ts";
import { DamagedRow } from "./statements.ts";

/** In memory, for as long as the program runs. */
export const IN_MEMORY = ":memory:";

/**
 * Opens the catalogue in a file, or in memory. One of another schema, or one that is no database or a damaged one, is thrown away and begun
 * anew: everything in it can be made again from the content folder. Throws a `CliError` where the disk refuses or another
 * build has it open.
 */
export function openDatabase(file: string): DatabaseSync {
  if (file === IN_MEMORY) return begun(new DatabaseSync(file));
  return onDisk(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    try {
      const database = opened(file);
      if (versionOf(database) === VERSION) return database;
      database.close();
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
    removeDatabase(file);
    return begun(opened(file));
  });
}

/** Returns whether there is a catalogue in a file. */
export function isThere(file: string): boolean {
  return existsSync(file);
}

/** Deletes a catalogue with the files that SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const ending of ["", "-journal", "-wal", "-shm"])
    rmSync(`${file}${ending}`, { force: true });
}

/** SQLite's numbers for a file that is no database, and for a damaged one. */
const DAMAGE: ReadonlySet<unknown> = new Set([11, 26]);
const BUSY: ReadonlySet<unknown> = new Set([5, 6]);
const PRIMARY_CODE = 0xff;

/** Returns whether an error says that the database itself is damaged, so that it has to be made anew. */
export function isDamage(error: unknown): boolean {
  return error instanceof DamagedRow || DAMAGE.has(sqliteCode(error));
}

function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  return Number(error.errcode) & PRIMARY_CODE;
}

function opened(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    // proof against a killed process, which is what builds are; after a loss of power it may have to be made anew
    database.exec(
      "PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = FILE;",
    );
    // one build at a time: the lock is taken now and kept
    database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT;");
  } catch (error) {
    database.close();
    if (!BUSY.has(sqliteCode(error))) throw error;
    throw new CliError(`${file}: another build is at work on this archive; wait until it is done`);
  }
  return database;
}

/** Another schema has another number, which nobody has to remember to change. */
const VERSION = createHash("sha256").update(SCHEMA).digest().readInt32BE();

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
}

function begun(database: DatabaseSync): DatabaseSync {
  database.exec(`BEGIN; ${SCHEMA} PRAGMA user_version = ${VERSION}; COMMIT;`);
  return database;
}
