/** Does the site stand already as a build would make it? Asked before any stage, with next to no modules loaded. */
import { hasTouched } from "./catalog/cells.ts";
import { isThere, openDatabase } from "./catalog/database.ts";
import { siteVersion } from "./catalog/program.ts";
import { isSearchDue } from "./catalog/shards.ts";
import { type BuildSummary, stateOf, summaryOf } from "./catalog/state.ts";
import type { Database } from "./catalog/statements.ts";
import { catalogueOf } from "./catalogue-file.ts";
import { isImportDue, surveyContent } from "./content-survey.ts";
import { digestOfSite } from "./publish/site-digest.ts";

/**
 * Returns what the last build had to tell, if neither a file of the archive nor the program has changed since and the site that it made stands; undefined
 * where a build has something to do. What is asked of a site is what its list of files says; its pages are not looked at.
 */
export function standingSite(
  content: string,
  output: string,
  { search }: { readonly search: boolean },
): BuildSummary | undefined {
  if (!isThere(catalogueOf(content))) return undefined;
  const database = openDatabase(catalogueOf(content));
  try {
    if (surveyContent(content, database).hasChanged || isSomethingDue(database)) return undefined;
    if (search && isSearchDue(database)) return undefined;
    if (stateOf(database, "drawn") !== siteVersion(database)) return undefined;
    const site = digestOfSite(output);
    return site !== undefined && stateOf(database, "site") === site
      ? summaryOf(database)
      : undefined;
  } finally {
    database.close();
  }
}

/** Whether a build was killed on the way. */
function isSomethingDue(database: Database): boolean {
  if (isImportDue(database) || stateOf(database, "noting") === undefined) return true;
  return hasTouched(database);
}
