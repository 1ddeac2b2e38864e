/**
 * What each page is given: the typed values that `pages/` makes and `layouts/` draw.
 *
 * Every `address` is a path from the site's root that starts and ends with a slash, perhaps with a
 * `#fragment`; layouts make it relative to the page they draw. Labels are finished words for people,
 * in the archive's language; nothing in here needs a clock, a locale or a look-up to be drawn.
 * All strings are plain text and must be escaped, but for the fields that say that they are Markdown.
 */
import type { Diagnostic } from "./model.ts";
import type {
  ArticleEntry,
  CitedArticle,
  CountedLink,
  CoverageBar,
  Direction,
  Link,
  Mark,
  PageBase,
  PersonHere,
  PlaceMap,
  Portion,
  Position,
  QuotationEntry,
  QuotationHere,
  SentenceEntry,
  Shelf,
  Speech,
  TopicHere,
} from "./page-parts.ts";
import type {
  EntryNotes,
  LinesOffer,
  RelatedEntry,
  StoryHere,
  StoryPart,
  StoryRow,
  StoryTitle,
  SubjectTelling,
} from "./page-subjects.ts";
import type {
  AnniversariesPage,
  AnniversaryPage,
  PeriodPage,
  TimelineCut,
  TimelinePage,
} from "./page-time.ts";

/** An article. */
export interface ArticlePage extends PageBase {
  readonly kind: "article";
  readonly headline: string;
  readonly standfirst?: string;
  readonly section?: string;
  readonly publisher?: Link;
  readonly date?: string;
  readonly dateLabel: string;
  /** `21:27`, where the time is known. */
  readonly timeLabel?: string;
  readonly zone?: string;
  /** The line as the source prints it. */
  readonly datePrinted?: string;
  readonly day?: Link;
  readonly byline: readonly string[];
  readonly agency?: string;
  readonly dateline?: string;
  readonly language: string;
  readonly direction: Direction;
  /** Markdown. */
  readonly body: string;
  /** Over the plain text of `body`, sorted by start, longer first. */
  readonly marks: readonly Mark[];
  readonly people: readonly PersonHere[];
  /** In the order of the text. */
  readonly quotations: readonly QuotationHere[];
  readonly organisations: readonly CountedLink[];
  readonly places: readonly CountedLink[];
  /** Absent where it names fewer than two places whose position is known. */
  readonly map?: PlaceMap;
  readonly topics: readonly TopicHere[];
  /** The days it speaks of, in order of time. */
  readonly days: readonly {
    readonly value: string;
    readonly label: string;
    readonly words: string;
    readonly address: string;
    readonly day?: string;
  }[];
  /** Lines of the head as the source prints them. */
  readonly printed: readonly { readonly kind: "published" | "byline"; readonly text: string }[];
  readonly kept: readonly { readonly kind: string; readonly text: string }[];
  readonly removed: readonly { readonly rule: string; readonly text: string }[];
  readonly source?: { readonly file: string; readonly item?: string; readonly sha256: string };
  /** Where it stood on the web; http or https. */
  readonly original?: string;
  /** Subject words that the source states. */
  readonly keywords: readonly string[];
  /** When it was last changed, as words: `26 January 2022, 21:27`. */
  readonly modifiedLabel?: string;
  /** What it was before its source changed, the oldest first. */
  readonly versions: readonly VersionHere[];
  readonly note?: string;
  readonly correction?: string;
  /** At most five, the nearest first; none of its own story. */
  readonly related: readonly RelatedEntry[];
  readonly story?: StoryHere;
  /** Printed before and after it. */
  readonly previous?: CitedArticle;
  readonly next?: CitedArticle;
  /** ISO in UTC, for sorting in search. */
  readonly sortKey: string;
}

/** A former version of an article and what came of it. */
export interface VersionHere {
  readonly number: number;
  readonly source?: { readonly file: string; readonly sha256: string };
  /** Each place that the next version changed, with its words laid over each other. */
  readonly changes: readonly {
    readonly label: string;
    readonly words: readonly {
      readonly kind: "same" | "added" | "removed";
      readonly text: string;
    }[];
  }[];
}

/** What a person was, through all forms of one office: "the Foreign Minister" and "foreign minister of Iran". */
export interface RoleGroup {
  /** In which most articles print it. */
  readonly title: string;
  readonly first: SentenceEntry;
  readonly last: SentenceEntry;
  /** Articles that print it in any form. */
  readonly count: number;
  /** Every form, the most frequent first, with the newest sentence that prints it so. */
  readonly forms: readonly {
    readonly title: string;
    readonly count: number;
    readonly sentence: SentenceEntry;
  }[];
}

/** Something that the editor may rule about a name: lines for `decisions.yml`, and the command that adds them. */
export interface RulingOffer {
  readonly purpose: string;
  readonly lines: readonly string[];
  readonly command: string;
}

/** A person: what they said, what they were, where they are named. */
export interface PersonPage extends PageBase {
  readonly kind: "person";
  readonly name: string;
  /** Tells them from namesakes: `harbour master`, `1951–2019`. */
  readonly label?: string;
  readonly variants: readonly string[];
  /** Markdown. */
  readonly note?: string;
  /** The same person elsewhere; http or https. */
  readonly sameAs: readonly string[];
  readonly reason: string;
  /** Printed last. */
  readonly latestRole?: { readonly title: string; readonly sentence: SentenceEntry };
  /** Articles on which the editor has remarked; newest first, as all lists of the page. */
  readonly remarked: Portion<ArticleEntry>;
  /** The latest first. */
  readonly roles: readonly RoleGroup[];
  readonly said: Portion<QuotationEntry>;
  /** What happened, in sentences that name this person; absent where it is too little for a timeline. */
  readonly timeline?: TimelineCut;
  /** What others are quoted with that names this person. */
  readonly saidAbout: Portion<QuotationEntry>;
  readonly mentioned: Portion<SentenceEntry>;
  /** With how many people they share an article, and those with whom they share most. */
  readonly company: Portion<CountedLink>;
  readonly coverage: readonly CoverageBar[];
  /** Places in the articles; absent where they name fewer than two places whose position is known. */
  readonly map?: PlaceMap;
  /** The parts of a long one are chapters. */
  readonly articles: Shelf;
  readonly first: ArticleEntry;
  readonly last: ArticleEntry;
  /** Address of their feed; absent where no article has a date. */
  readonly feed?: string;
  readonly rulings: readonly RulingOffer[];
}

/** One year or month of a person who is named too often for one page; lists are only counted where `articles` has parts. */
export interface ChapterPage
  extends PageBase,
    Pick<PersonPage, "said" | "saidAbout" | "mentioned" | "articles"> {
  readonly kind: "chapter";
  /** Whether the parent is who speaks in `said`; else others do, in articles that name it. */
  readonly isSpeaker: boolean;
  readonly parent: Required<Link>;
  /** Newer and older. */
  readonly next?: Link;
  readonly previous?: Link;
}

/** A feed of the newest articles about somebody or something: Atom, with IRIs and instants as RFC 4287 wants them. */
export interface FeedPage extends PageBase {
  readonly kind: "feed";
  readonly id: string;
  readonly about: Required<Link>;
  /** Dated, newest first, at least one. */
  readonly entries: readonly {
    readonly id: string;
    readonly updated: string;
    readonly article: CitedArticle;
    /** Of the article. */
    readonly sentence?: Omit<SentenceEntry, "article">;
  }[];
}

/** A topic, a place or an organisation. */
export interface SubjectPage extends PageBase, SubjectTelling {
  readonly kind: "topic" | "place" | "organisation";
  readonly name: string;
  readonly variants: readonly string[];
  /** Tells it from namesakes. */
  readonly label?: string;
  /** The English name of the country that a place lies in; absent for countries themselves. */
  readonly country?: string;
  /** Of a place whose position is known. */
  readonly position?: Position;
  /** The place among those named with it, or where a topic or an organisation is about. */
  readonly map?: PlaceMap;
  /** Scope note or editor's note, Markdown. */
  readonly note?: string;
  readonly code?: string;
  /** Of a topic: all its phrases stand in the editor's file. */
  readonly isOwnTopic?: true;
  readonly reason: string;
  readonly coverage: readonly CoverageBar[];
  readonly people: readonly CountedLink[];
  readonly places: readonly CountedLink[];
  readonly topics: readonly CountedLink[];
  /** Articles on which the editor has remarked, newest first. */
  readonly remarked: Portion<ArticleEntry>;
  /** Newest first; of a topic, those whose paragraphs hold its words before the others. */
  readonly said: Portion<QuotationEntry>;
  /** Sentences that name it, newest article first; none for a topic. */
  readonly mentioned: Portion<SentenceEntry>;
  /** What happened, in sentences that name it; absent where it is too little for a timeline. */
  readonly timeline?: TimelineCut;
  /** The parts of a long one are chapters; those of a topic list articles alone. */
  readonly articles: Shelf;
  /** Absent where no article is left. */
  readonly first?: ArticleEntry;
  readonly last?: ArticleEntry;
}

/** One part (a year or a month) of a list too long for its own page. */
export interface ShelfPage extends PageBase {
  readonly kind: "shelf";
  readonly parent: Link;
  readonly shelf: Shelf;
  /** Of the articles that it lists. */
  readonly notes: EntryNotes;
}

/** Articles that tell of one thing that happened, and of what came of it. */
export interface StoryPage extends PageBase {
  readonly kind: "story";
  readonly story: StoryTitle;
  /** `3–17 March 2018`. */
  readonly extent: string;
  readonly count: number;
  /** In the order of time; at most as many as one page lists. */
  readonly parts: readonly StoryPart[];
  /** The pages of a long one, this one without an address. */
  readonly pages: readonly Link[];
  readonly people: readonly CountedLink[];
  readonly organisations: readonly CountedLink[];
  readonly places: readonly CountedLink[];
  readonly topics: readonly CountedLink[];
  /** One quotation of each who speaks, in the order of time, and how many there are in all. */
  readonly said: Portion<QuotationEntry>;
  readonly rulings: readonly LinesOffer[];
}

/** Stories, newest first: all, or those that begin in one year. */
export interface StoriesPage extends PageBase {
  readonly kind: "stories";
  readonly total: number;
  readonly rows: readonly StoryRow[];
  /** Years, and months of a full year, with pages of their own. */
  readonly parts: readonly CountedLink[];
  readonly up?: Link;
}

/** One row of an index of names. */
export interface IndexRow extends CountedLink {
  /** Tells it from namesakes. */
  readonly label?: string;
  /** Role last printed, country, or scope note. */
  readonly detail?: string;
  /** Of the sentence that prints the role. */
  readonly detailAddress?: string;
  /** The sentence for a name without a page. */
  readonly sentence?: SentenceEntry;
  readonly span: string;
  /** How many quotations a person has. */
  readonly quotations?: number;
}

/** People A–Z, by mentions, by quotations, by role; places A–Z, by country; topics, organisations, or all years. */
export interface IndexPage extends PageBase {
  readonly kind: "index";
  readonly of: "people" | "topics" | "places" | "organisations" | "archive";
  readonly total: number;
  /** What is told about the order or about what is left out. */
  readonly about?: string;
  readonly rows: readonly IndexRow[];
  /** Rows under headings, instead of `rows`. */
  readonly groups: readonly { readonly heading: string; readonly rows: readonly IndexRow[] }[];
  /** Other orders of the same names; the one shown has no address. */
  readonly orders: readonly Link[];
  /** All places whose position is known, or the most frequent of them; on the first page of places alone. */
  readonly map?: PlaceMap;
  /** Letters, groups such as offices, or page numbers with pages of their own where the index is long. */
  readonly parts: readonly CountedLink[];
  readonly partsAre: "letters" | "groups" | "pages";
  /** The name of the part shown, if this is one part's page. */
  readonly part?: string;
}

/** The first page. */
export interface HomePage extends PageBase {
  readonly kind: "home";
  readonly description?: string;
  readonly articles: number;
  /** `2018–2023`. */
  readonly extent: string;
  readonly latest: readonly ArticleEntry[];
  readonly years: readonly CoverageBar[];
  readonly people: readonly (CountedLink & {
    readonly detail?: string;
    readonly coverage: readonly CoverageBar[];
  })[];
  readonly topics: readonly CountedLink[];
  readonly places: readonly CountedLink[];
  /** From earlier years on the day and month of the newest article. */
  readonly onThisDay: {
    readonly label: string;
    readonly entries: readonly ArticleEntry[];
    /** Of the day's own page; absent where no article states its day. */
    readonly address?: string;
  };
  readonly quotation?: QuotationEntry;
}

/** How the archive was made, in numbers, and what was left out. */
export interface AboutPage extends PageBase {
  readonly kind: "about";
  /** `content/pages/about.md`, Markdown. */
  readonly text?: string;
  readonly figures: readonly { readonly label: string; readonly value: string }[];
  readonly thresholds: readonly { readonly label: string; readonly value: string }[];
  readonly removals: readonly {
    readonly rule: string;
    readonly count: number;
    readonly example: string;
  }[];
  /** What waits for an editor, by the parts of the review list, each with its page. */
  readonly review: readonly CountedLink[];
}

/** A remark on the review list. */
export interface ReviewEntry {
  /** By which the editor settles it. */
  readonly id: string;
  readonly severity: Diagnostic["severity"];
  readonly rule: string;
  /** `sources/2022/a.txt:3`. */
  readonly where: string;
  readonly message: string;
  /** The words of the text that it speaks of. */
  readonly words?: string;
  readonly article?: ArticleEntry;
  /** `touches 14 pages`. */
  readonly touches?: string;
  /** What to type, the likeliest first: commands, or lines for the file that the first of them names. */
  readonly ways: readonly string[];
}

/** What waits for an editor; a long list has several pages. */
export interface ReviewPage extends PageBase {
  readonly kind: "review";
  /** Remarks on all pages that want looking at. */
  readonly total: number;
  /** Remarks for the record, besides. */
  readonly notes: number;
  readonly settled: number;
  /** The parts of the whole list, each with the page on which it begins. */
  readonly contents: readonly CountedLink[];
  /** Counted from 1. */
  readonly page: number;
  readonly pages: readonly Link[];
  readonly parts: readonly {
    readonly id: string;
    readonly heading: string;
    readonly entries: readonly ReviewEntry[];
  }[];
}

/** The search page; its script does the rest. */
export interface SearchPage extends PageBase {
  readonly kind: "search";
  readonly articles: number;
}

/** One of the editor's free pages, or the page for an address that is not there. */
export interface FreePage extends PageBase {
  readonly kind: "free";
  /** Markdown. */
  readonly text: string;
  /** Not for search engines: a withdrawn article, or no page at all. */
  readonly unlisted?: true;
}

/** What is left at an address that an editor's ruling took away: the way to where its page is now. */
export interface RedirectPage extends PageBase {
  readonly kind: "redirect";
  readonly to: Link & { readonly address: string };
}

/** Any page of the site, told apart by `kind`. */
export type Page =
  | ArticlePage
  | PersonPage
  | ChapterPage
  | FeedPage
  | SubjectPage
  | ShelfPage
  | StoryPage
  | StoriesPage
  | PeriodPage
  | TimelinePage
  | AnniversaryPage
  | AnniversariesPage
  | IndexPage
  | HomePage
  | AboutPage
  | ReviewPage
  | SearchPage
  | FreePage
  | RedirectPage;

/** All pages of a site by kind, as the templates in `layouts/` are fed; topics, places, organisations are subjects. */
export type PagesByKind = {
  readonly [Kind in Exclude<Page["kind"], SubjectPage["kind"]>]: readonly Extract<
    Page,
    { kind: Kind }
  >[];
} & { readonly subject: readonly SubjectPage[] };

/** What every page shows around its content. */
export interface SiteFrame {
  readonly title: string;
  readonly description?: string;
  readonly language: string;
  readonly direction: Direction;
  /** What pages say of themselves; `InterfaceWords` says it. */
  readonly speech: Speech;
  readonly url?: string;
  /** `1951–2022`; empty where no article has a date. How many articles there are would change every page with each one more. */
  readonly extent: string;
  /** Whether search offers people as a filter: a filter of thousands of names is megabytes, counted at each search. */
  readonly filtersPeople: boolean;
  readonly sections: readonly Link[];
}
