/** Which pages are made of a catalogue that a test has filled? Plans them as a build does, without drawing. */

import type { DatabaseSync } from "node:sqlite";
import { forgetTouched, noteChanges } from "../../src/catalog/cells.ts";
import { PageContext } from "../../src/pages/context.ts";
import { type MadePage, SitePlan } from "../../src/pages/plan.ts";
import type { ArchiveSettings } from "../../src/settings-model.ts";
import { ENGLISH } from "./english.ts";

/** Settings of an archive of which nothing more is known. */
const PORT_ELLIS: ArchiveSettings = {
  title: "The Port Ellis Courier",
  language: "en",
  publishers: [],
  thresholds: {
    personSure: 0.9,
    personLikely: 0.5,
    personArticles: 2,
    topicArticles: 3,
    countryPairArticles: 5,
    leadingOrganisationArticles: 3,
    placeArticles: 3,
    organisationArticles: 3,
    sourceBytes: 1000,
  },
};

/** Makes all pages, or those that are out of date, and returns those that differ from before; from then on changes are noted. */
export function planPages(database: DatabaseSync, isWhole: boolean): readonly MadePage[] {
  const word = (): string => "told";
  const context = new PageContext(database, {
    settings: PORT_ELLIS,
    words: ENGLISH,
    wordings: { time: word, speaker: word },
    review: { open: [], settled: 0 },
  });
  const made = [...new SitePlan(context, { freeTexts: [], withdrawn: [] }, isWhole).changed()];
  forgetTouched(database);
  noteChanges(database, true);
  return made;
}

/** Returns all pages that there are now, each with the digest of its data, by address. */
export function keptPages(database: DatabaseSync): readonly string[] {
  return database
    .prepare("SELECT address, digest FROM page ORDER BY address, digest")
    .all()
    .map(({ address, digest }) => `${address} ${digest}`);
}
