/** How is the catalogue opened for a look at what would be done, which may leave nothing behind? */
import { existsSync } from "node:fs";
import { IN_MEMORY, openDatabase } from "./database.ts";
import type { Database } from "./statements.ts";

/**
 * Does some work on the catalogue in a file, or on an empty one in memory where there is none, and takes back all that it did there.
 * Throws a `CliError` as `openDatabase` does.
 */
export function previewed<T>(file: string, work: (database: Database) => T): T {
  const database = openDatabase(existsSync(file) ? file : IN_MEMORY);
  try {
    database.exec("BEGIN");
    const result = work(database);
    database.exec("ROLLBACK");
    return result;
  } finally {
    database.close();
  }
}
