/** What does an editor lay down for linking who has laid down nothing? For tests and measurements. */
import type { EditorRulings } from "../../src/linked-names/archive-links.ts";
import type {
  ArchiveTopics,
  Decisions,
  NameRulings,
  Thresholds,
} from "../../src/settings-model.ts";

/** Those of an archive whose `archive.yml` names none. */
export const THRESHOLDS: Thresholds = {
  personSure: 0.9,
  personLikely: 0.5,
  personArticles: 2,
  topicArticles: 3,
  countryPairArticles: 5,
  leadingOrganisationArticles: 3,
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
export const NO_NAMES: Decisions["names"] = { person: NONE, organisation: NONE, place: NONE };

/** No topic at all: articles have what a test says that was recognised in them. */
export const NO_TOPICS: ArchiveTopics = {
  definitions: [],
  shipped: new Set(),
  files: new Map(),
  removed: new Set(),
  replaced: new Map(),
  names: new Map(),
};

/** Nothing at all. */
export const NO_RULINGS: EditorRulings = { names: NO_NAMES, topics: NO_TOPICS };
