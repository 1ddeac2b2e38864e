/** What has the editor laid down for the whole archive? Its settings, decisions and topics, checked. */
import type { TopicDefinition } from "./model.ts";

/** `content/archive.yml`, checked, with defaults filled in. */
export interface ArchiveSettings {
  readonly title: string;
  readonly description?: string;
  /** Where the site will stand, such as `https://archive.example/news/`; only for absolute links. */
  readonly url?: string;
  /** BCP 47, of the archive's own pages. */
  readonly language: string;
  /** CLDR's name of the numbering system that pages use, such as `latn`; the language's own where none is given. */
  readonly numerals?: string;
  /** Calendars that stand beside the Gregorian one. */
  readonly calendars?: readonly ("jalali" | "hijri")[];
  /** IANA zone for sources whose publisher names none. */
  readonly zone?: string;
  readonly dateOrder?: "dmy" | "mdy";
  /** Under which the data may be used: an address or words. */
  readonly licence?: string;
  readonly publishers: readonly PublisherSettings[];
  readonly thresholds: Thresholds;
}

/** `content/decisions.yml`, checked: what the editor has ruled once and for all. */
export interface Decisions {
  /** Ids of remarks on the review list that are settled as they stand. */
  readonly settled: ReadonlySet<string>;
  /** By the path of a source: the lines, counted from 1, at which its second and later articles begin. */
  readonly splits: ReadonlyMap<string, readonly number[]>;
  /** By the kind of what is named. */
  readonly names: Readonly<Record<RuledKind, NameRulings>>;
  readonly stories: StoryRulings;
}

/** What the editor has laid down about articles that belong together, by Markdown files; no two lines contradict each other. */
export interface StoryRulings {
  /** These articles are in one story; a single one gives its story a title. */
  readonly together: readonly (Ruled & {
    readonly articles: readonly string[];
    readonly title?: string;
  })[];
  /** No two of these articles are in one story; a single one is in none. */
  readonly apart: readonly (Ruled & { readonly articles: readonly string[] })[];
}

/** Kinds of names that an editor can rule on; topics have files of their own. */
export type RuledKind = "person" | "organisation" | "place";

/** What the editor has laid down about names of one kind; no two lines contradict each other. */
export interface NameRulings {
  /** All who bear one of these names are one; a single name says that its bearers are one person and no namesakes. */
  readonly same: readonly (Ruled & { readonly names: readonly string[] })[];
  /** Bearers of different names among these are never the same. */
  readonly different: readonly (Ruled & { readonly names: readonly string[] })[];
  /** Whoever bears the name in these articles is another one than who bears it elsewhere. */
  readonly apart: readonly (Ruled & {
    readonly name: string;
    /** Markdown files: `articles/2019/03/x.md`. */
    readonly articles: readonly string[];
    /** Tells the namesake from the others: `harbour master`. */
    readonly label?: string;
  })[];
  /** No person (organisation, place) has this name. */
  readonly none: readonly (Ruled & { readonly name: string })[];
  /** Whoever is shown as `name` is shown as `to`. */
  readonly renamed: readonly (Ruled & { readonly name: string; readonly to: string })[];
  /** By slug. */
  readonly records: readonly AuthorityRecord[];
}

/** Where a ruling stands: `decisions.yml:12` or `people/tomas-varga.md:3`. */
export interface Ruled {
  readonly at: string;
}

/**
 * What the editor knows of one person or place: `content/people/<slug>.md`, `content/places/<slug>.md`. Its name and variants are
 * one and have a page.
 */
export interface AuthorityRecord extends Ruled {
  /** The file's name; the address from then on. */
  readonly slug: string;
  readonly name: string;
  readonly variants: readonly string[];
  /** Only in these Markdown files; absent where every bearer of the names is meant. */
  readonly articles?: readonly string[];
  /** Tells the person or place from namesakes: `harbour master`. */
  readonly label?: string;
  /** Of a place, in degrees. */
  readonly position?: { readonly latitude: number; readonly longitude: number };
  /** Of a place: ISO 3166 alpha-2. Only what lies in it, or in no known country, is meant. */
  readonly country?: string;
  /** Years, as digits. */
  readonly born?: string;
  readonly died?: string;
  /** The same person elsewhere, such as at Wikidata; http or https. */
  readonly sameAs: readonly string[];
  /** Markdown. */
  readonly note?: string;
}

/** What the editor says of one topic: `content/topics/<slug>.md`. Of a shipped topic only what is to be different. */
export interface TopicFile {
  /** The file's name; the topic's id and address. */
  readonly slug: string;
  readonly label?: string;
  readonly scope?: string;
  /** The id of the topic that this one is a part of. */
  readonly broader?: string;
  /** IPTC Media Topics code, eight digits. */
  readonly code?: string;
  /** All phrases, in the place of those that ship. */
  readonly phrases?: readonly string[];
  readonly against?: readonly string[];
  readonly threshold?: number;
  /** Phrases more than those that ship, and shipped phrases that do not count here. */
  readonly add: readonly string[];
  readonly without: readonly string[];
  /** Former ids whose addresses lead here. */
  readonly replaces: readonly string[];
  /** The archive has no such topic. */
  readonly remove: boolean;
  /** Markdown. */
  readonly note?: string;
  /** The line on which each key stands, counted from 1. */
  readonly lines: ReadonlyMap<string, number>;
}

/** The topics of an archive: those that ship with the program, as the editor has changed them, and the editor's own. */
export interface ArchiveTopics {
  /** By id, shipped ones first; one list for a whole build, for recognition compiles each list once. */
  readonly definitions: readonly TopicDefinition[];
  /** The ids of all that ship, also of those that are taken out. */
  readonly shipped: ReadonlySet<string>;
  /** The editor's files that can be used, by slug. */
  readonly files: ReadonlyMap<string, TopicFile>;
  /** What the editor has taken out of the archive; may hold ids that no topic ever had. */
  readonly removed: ReadonlySet<string>;
  /** The id of the topic that stands in the place of a former one, by the former id. */
  readonly replaced: ReadonlyMap<string, string>;
  /** The id by what a list may call a topic, folded: its label, the label that it shipped with, its id, and former ids. */
  readonly names: ReadonlyMap<string, string>;
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
  /** Two countries are a topic from so many articles on; 0 for never. */
  readonly countryPairArticles: number;
  /** An organisation is listed among the topics if it leads so many articles; 0 for never. */
  readonly leadingOrganisationArticles: number;
  readonly placeArticles: number;
  readonly organisationArticles: number;
  /** Sources larger than this are set aside; in bytes. */
  readonly sourceBytes: number;
}
