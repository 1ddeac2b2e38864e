/** What has the editor laid down for the whole archive? Its settings and decisions, checked. */

/** `content/archive.yml`, checked, with defaults filled in. */
export interface ArchiveSettings {
  readonly title: string;
  readonly description?: string;
  /** Where the site will stand, such as `https://archive.example/news/`; only for absolute links. */
  readonly url?: string;
  /** BCP 47, of the archive's own pages. */
  readonly language: string;
  /** IANA zone for sources whose publisher names none. */
  readonly zone?: string;
  readonly dateOrder?: "dmy" | "mdy";
  readonly publishers: readonly PublisherSettings[];
  readonly thresholds: Thresholds;
}

/** `content/decisions.yml`, checked: what the editor has ruled once and for all. */
export interface Decisions {
  /** Ids of remarks on the review list that are settled as they stand. */
  readonly settled: ReadonlySet<string>;
  /** By the path of a source: the lines, counted from 1, at which its second and later articles begin. */
  readonly splits: ReadonlyMap<string, readonly number[]>;
}

/** What holds for the sources below one folder. */
export interface PublisherSettings {
  readonly name: string;
  /** Folder below `sources/`, without slashes at its ends. */
  readonly folder: string;
  readonly zone?: string;
  readonly dateOrder?: "dmy" | "mdy";
}

/** When a name or subject gets a page of its own; printed on the about page. */
export interface Thresholds {
  /** One mention as sure as this is enough. */
  readonly personSure: number;
  /** Or as sure as this in `personArticles` articles. */
  readonly personLikely: number;
  readonly personArticles: number;
  readonly topicArticles: number;
  readonly placeArticles: number;
  readonly organisationArticles: number;
  /** Sources larger than this are set aside; in bytes. */
  readonly sourceBytes: number;
}
