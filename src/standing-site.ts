/** Does the site stand already as a build would make it? Asked before any stage, with next to no modules loaded. */
import { hasTouched, isNoting } from "./catalog/cells.ts";
import { isThere, openDatabase } from "./catalog/database.ts";
import { siteVersion } from "./catalog/program.ts";
import { isSearchDue } from "./catalog/shards.ts";
import { type BuildSummary, stateOf, summaryOf } from "./catalog/state.ts";
import { catalogueOf } from "./catalogue-file.ts";
import { isImportDue, surveyContent } from "./content-survey.ts";
import { digestOfSite } from "./publish/site-digest.ts";

/** What is asked of a site. */
interface StandingOptions {
  /** Whether it has to be searchable, too. */
  readonly search: boolean;
  /** Whether a build is under way that has imported: what a later import will look at again does not count. @default false */
  readonly isUnderWay?: boolean;
}

/**
 * Returns what the last build had to tell, if neither a file of the archive nor the program has changed since and the site that it made stands; undefined
 * where a build has something to do. What is asked of a site is what its list of files says; its pages are not looked at.
 */
export function standingSite(
  content: string,
  output: string,
  { search, isUnderWay = false }: StandingOptions,
): BuildSummary | undefined {
  if (!isThere(catalogueOf(content))) return undefined;
  const database = openDatabase(catalogueOf(content));
  try {
    if (surveyContent(content, database).hasChanged || hasTouched(database)) return undefined;
    if (!isNoting(database)) return undefined;
    const isPrepared = isUnderWay && stateOf(database, "prepared") === siteVersion(database);
    if (!isPrepared && isImportDue(database)) return undefined;
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
