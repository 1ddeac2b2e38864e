/** Which kinds of pages does the comparison draw? */

/** The kinds that nearly all pages are of; the others, a few dozen pages of any archive, nobody draws. */
export const PAGE_KINDS = [
  "article",
  "person",
  "chapter",
  "feed",
  "subject",
  "shelf",
  "story",
  "period",
  "timeline",
  "anniversary",
  "index",
] as const;

/** One of the kinds that are drawn; topics, places and organisations are subjects. */
export type PageKind = (typeof PAGE_KINDS)[number];
