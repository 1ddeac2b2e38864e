/** What does the catalogue of an archive know of its sources and articles, apart from when files were changed and what is left to do? */
import { DatabaseSync } from "node:sqlite";

/** Rows without numbers and times that differ from run to run. */
const VIEWS: readonly string[] = [
  // former versions that were moved with their article are found by the next survey
  "SELECT path, kind, size, sha256 FROM file WHERE kind <> 'version' ORDER BY path",
  "SELECT path, basis FROM source_file ORDER BY path",
  "SELECT name, path, number, sha256, article, holder, shelf, shown, read_as, outcome FROM source ORDER BY name",
  "SELECT path, folded, readable, address, place, headline, published, source, sha256, draft, withdrawn, matched, status FROM article_file ORDER BY path",
  // one that a killed import has moved may be listed under its old name, too: it is looked for before it is used
  "SELECT path, address FROM article_copy WHERE path IN (SELECT path FROM article_file) ORDER BY path",
  "SELECT owner, number, json FROM remark ORDER BY owner, number",
];

/** Returns the rows of a catalogue, each table as one list; `file` is where it lies. */
export function catalogueRows(file: string): readonly (readonly object[])[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return VIEWS.map((sql) =>
      database
        .prepare(sql)
        .all()
        .map((row) => ({ ...row })),
    );
  } finally {
    database.close();
  }
}
