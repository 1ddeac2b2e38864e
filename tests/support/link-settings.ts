/** What does an editor lay down for linking who has laid down nothing? For tests and measurements. */
import type { Decisions, NameRulings, Thresholds } from "../../src/settings-model.ts";

/** Those of an archive whose `archive.yml` names none. */
export const THRESHOLDS: Thresholds = {
  personSure: 0.9,
  personLikely: 0.5,
  personArticles: 2,
  topicArticles: 3,
  placeArticles: 2,
  organisationArticles: 2,
  sourceBytes: 1_000_000,
};

/** No line on names of one kind. */
export const NONE: NameRulings = {
  same: [],
  different: [],
  apart: [],
  none: [],
  renamed: [],
  records: [],
};

/** No line on names of any kind. */
export const NO_RULINGS: Decisions["names"] = { person: NONE, organisation: NONE, place: NONE };
