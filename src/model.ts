/**
 * What the stages hand to each other: every shared type, in the order of the data.
 *
 * All offsets count UTF-16 code units in the text named, end exclusive, so that
 * `text.slice(start, end)` is the words meant. "Not found" is `undefined`, never null.
 * The words are those of the glossary in `src/README.md`.
 */

/** A half-open range of a text: `text.slice(start, end)` is the words meant. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Something a person should know. `set-aside`: the file is left out of the archive; `error`: one of
 * the editor's files cannot be used as it stands; `warning`: kept, but doubtful; `note`: for the record.
 */
export interface Diagnostic {
  readonly severity: "set-aside" | "error" | "warning" | "note";
  /** Stage and rule, such as `read/empty-file`. */
  readonly rule: string;
  /** Path as the editor knows it, relative to the content folder: `sources/2022/a.txt`. */
  readonly file: string;
  /** Counted from 1; absent where the whole file is meant. */
  readonly line?: number;
  /** What was expected, what was found, and what to do. One line. */
  readonly message: string;
  /** The Markdown file of the article it speaks of, where there is one that is not `file`, or `file` itself. */
  readonly article?: string;
  /** What to type to settle it: a command, or lines for a file that their first line names in a comment. */
  readonly settle?: string;
  /** Tells it from other remarks of the same rule on the same file: the words or the file it speaks of. */
  readonly about?: string;
  /** How many pages it touches; within its part of the review list the heaviest comes first. */
  readonly weight?: number;
}

// ------------------------------------------------------------------ 1 read

/** A kind of file that articles come in. */
export type SourceFormat = "text" | "html" | "wordpress" | "ninjs" | "newsml-g2" | "feed" | "warc";

/** An article as it came, decoded. Never changed. */
export interface SourceText {
  /** Of its file, relative to `sources/`, with forward slashes. */
  readonly path: string;
  /** Which of several articles in the file, such as `post-17` or `line-31`; absent where there is but one, and for the first piece of a split file. */
  readonly item?: string;
  /**
   * A plain text decoded, without a byte order mark, otherwise untouched (line ends included). Of another
   * format, the words that a reader of the file would see, one block a paragraph.
   */
  readonly text: string;
  /** In hexadecimal: of the file's bytes; where the file holds several articles, of `text` in UTF-8. */
  readonly sha256: string;
  /** WHATWG label: `utf-8`, `utf-16le`, `windows-1252`, … */
  readonly encoding: string;
  readonly format: SourceFormat;
  /** What the format says besides; absent for plain text. */
  readonly stated?: StatedFacts;
}

/** What a structured format states about an article, by fields and by marks in the text. */
export interface StatedFacts {
  /** What spans of the text are, in order, without overlaps; what lies between is read by the parsing rules. */
  readonly spans: readonly StatedSpan[];
  /** ISO 8601, to the precision stated. */
  readonly published?: string;
  readonly modified?: string;
  readonly authors?: readonly string[];
  readonly agency?: string;
  readonly section?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly keywords?: readonly string[];
  /** Where it stood on the web; http or https. */
  readonly original?: string;
}

/** A span of a source's text and what its format says that it is. */
export interface StatedSpan extends Span {
  readonly became:
    | "headline"
    | "standfirst"
    | "byline"
    | "published"
    | "removed"
    | BlockKind
    | OtherKind;
  /** The format's own word for it, such as `html/figcaption`; the rule's name where it is removed. */
  readonly rule: string;
}

// ------------------------------------------------------------------ 2 parse

/** The headline as printed; `text` has runs of white space folded to one space. */
export interface Headline extends Span {
  readonly text: string;
}

/** When the text says that it was published, to the precision it states and never more. */
export interface Publication {
  /** `2022`, `2022-01`, `2022-01-26`, `2022-01-26T21:27`, with an offset only where the zone is known. */
  readonly value: string;
  /** Where it is printed; absent where the date came from outside the text. */
  readonly span?: Span;
  /** IANA name or `+03:30`, where the line or the configuration gives it. */
  readonly zone?: string;
}

/** Who wrote it, as printed, without "By". */
export interface Byline extends Span {
  readonly authors: readonly string[];
  readonly agency?: string;
}

/** The place before the lede; lies inside the first body block and includes the dash. */
export interface Dateline extends Span {
  readonly place: string;
  readonly agency?: string;
}

/** What a block of the body is; a `table` keeps its columns. */
export type BlockKind = "paragraph" | "crosshead" | "listItem" | "blockquote" | "caption" | "table";

/** A piece of the body. Has no white space at either end and, but for a table, no blank line in it. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/** What kept matter that is not body is; `modified` is an "Updated" line. */
export type OtherKind = "modified" | "section" | "credit" | "signoff" | "source" | "note";

/** Front or back matter that is kept but is not body. */
export interface OtherMatter extends Span {
  readonly kind: OtherKind;
}

/** A span that is not the article's, and the name of the rule that says so. */
export interface Removal extends Span {
  readonly rule: string;
}

/** What one line became, by which rule, and why: what `backfile explain` prints. */
export interface LineReading extends Span {
  /** Counted from 1. */
  readonly line: number;
  /** `headline`, `published`, `byline`, `standfirst`, a block kind, an other kind, or `removed`. */
  readonly became: string;
  readonly rule: string;
  /** Half a sentence, such as `first line, no end mark, 79 characters`. */
  readonly why: string;
}

/**
 * What a text says, structured. Every character of the text that is not white space lies in exactly
 * one of headline, published, byline, standfirst, other, blocks, removed.
 */
export interface Article {
  readonly headline?: Headline;
  readonly published?: Publication;
  readonly byline?: Byline;
  readonly dateline?: Dateline;
  readonly standfirst?: Span;
  readonly other: readonly OtherMatter[];
  readonly blocks: readonly Block[];
  readonly removed: readonly Removal[];
  readonly readings: readonly LineReading[];
  /** `file` is left empty by the parser, which knows no files; the caller fills it in. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known about a text from outside it: the configuration's or the row's. */
export interface ParseFacts {
  /** Stands in for a publication line that the text lacks. */
  readonly published?: string;
  /** IANA zone in which a publication line without one is read. */
  readonly zone?: string;
  /** How `04/05/2020` is read; without it such a date is ambiguous and left out with a warning. */
  readonly dateOrder?: "dmy" | "mdy";
  /** What the source's format states; it goes before all that rules read in the text. */
  readonly stated?: StatedFacts;
}

// ------------------------------------------------------------------ 3 write

/** What an article's Markdown file says above its body. Import fills it; then it is the editor's. */
export interface FrontMatter {
  readonly headline: string;
  readonly published?: string;
  readonly zone?: string;
  /** When it was last changed, where a structured source says so. */
  readonly modified?: string;
  readonly dateline?: string;
  readonly byline?: readonly string[];
  readonly agency?: string;
  readonly standfirst?: string;
  readonly section?: string;
  /** BCP 47, such as `en` or `fa`. */
  readonly language?: string;
  readonly people?: readonly string[];
  readonly organisations?: readonly string[];
  readonly places?: readonly string[];
  readonly topics?: readonly string[];
  /** Fixed once given: `/2022/01/26/harbour-bridge-to-reopen/`. */
  readonly address: string;
  /** Where it stood on the web. */
  readonly original?: string;
  /** Subject words that the source states; the editor's `topics` are others. */
  readonly keywords?: readonly string[];
  readonly source?: { readonly file: string; readonly item?: string; readonly sha256: string };
  /** Front lines whose words the fields above do not repeat, as printed. */
  readonly printed?: {
    readonly headline?: string;
    readonly published?: string;
    readonly byline?: string;
  };
  readonly kept?: readonly { readonly kind: OtherKind; readonly text: string }[];
  readonly removed?: readonly { readonly rule: string; readonly text: string }[];
  readonly note?: string;
  readonly correction?: string;
  readonly draft?: boolean;
  readonly withdrawn?: string;
}

/** An article's Markdown file, read and checked. */
export interface MarkdownArticle {
  /** Relative to the content folder: `articles/2022/01/x.md`. */
  readonly path: string;
  readonly front: FrontMatter;
  /** Markdown, without the front matter. */
  readonly body: string;
  /** What the last import had written, and in its lists what the editor took out earlier; absent where no copy is left. */
  readonly imported?: FrontMatter;
}

/** A place in which two texts of an article's file differ. */
export interface Change {
  /** A field's name, or `paragraph`. */
  readonly place: string;
  /** Absent where there was nothing. */
  readonly before?: string;
  /** Absent where there is nothing any more. */
  readonly after?: string;
}

/** What an article was before its source changed. */
export interface ArticleVersion {
  /** Counted from 1, the oldest. */
  readonly number: number;
  /** Relative to the content folder: `versions/2022/01/bridge/1.md`. */
  readonly path: string;
  readonly source?: NonNullable<FrontMatter["source"]>;
  /** What the next version changed, in the order of the file. */
  readonly changes: readonly Change[];
}

// ------------------------------------------------------------------ 4 recognise

/** What recognisers read: a text with its structure. Offsets are into `text`. */
export interface NewsDocument {
  readonly text: string;
  /** BCP 47 code of the text's language; `und` where unknown. */
  readonly language: string;
  readonly headline?: Span;
  readonly standfirst?: Span;
  readonly dateline?: Dateline;
  readonly byline?: Byline;
  readonly blocks: readonly Block[];
  /** ISO 8601, to the precision known; against it "Wednesday" has its value. */
  readonly published?: string;
}

/** Why something is claimed: the rule's name and its confidence, 0 to 1. */
export interface Evidence {
  readonly rule: string;
  readonly confidence: number;
}

/** A word, number or mark. White space is between tokens. */
export interface Token extends Span {
  readonly text: string;
  readonly kind: "word" | "number" | "mark";
}

/** A sentence of one part of the document; does not cross blocks and has no white space at its ends. */
export interface Sentence extends Span {
  readonly part: "headline" | "standfirst" | "body";
  /** Index in `blocks`; -1 outside the body. */
  readonly block: number;
}

/** How a mention names: in full, by one name, by an office ("the mayor"), or by "he" and "she". */
export type MentionForm = "full" | "short" | "title" | "pronoun";

/** A place in a text that names a person. A full or short mention is the name alone. */
export interface Mention extends Span {
  readonly form: MentionForm;
  readonly evidence: Evidence;
}

/** An office or description as printed: "Defense Minister of the Republic of Azerbaijan". */
export interface Role extends Span {
  readonly title: string;
  readonly evidence: Evidence;
}

/** Somebody whom one article introduces, with every mention in the order of the text. */
export interface Person {
  /** The fullest form printed, without title or honorific. */
  readonly name: string;
  /** That this is a person's name, 0 to 1. */
  readonly confidence: number;
  readonly roles: readonly Role[];
  readonly mentions: readonly Mention[];
}

/** An organisation or a place that an article names. */
export interface NamedThing {
  readonly name: string;
  readonly confidence: number;
  /** ISO 3166 alpha-2 for a country, or of the country a city lies in. */
  readonly country?: string;
  readonly mentions: readonly Span[];
}

/** A subject of the article, with the words that put it there. */
export interface TopicMatch {
  /** The topic's slug. */
  readonly id: string;
  readonly label: string;
  /** The top-level IPTC Media Topic, eight digits. */
  readonly root?: string;
  readonly score: number;
  readonly because: readonly Span[];
}

/** Words in quotation marks, marks included. */
export interface Quotation extends Span {
  /** `direct`: a sentence or more; `mixed`: a fragment in reported speech; `scare`: nobody's utterance. */
  readonly kind: "direct" | "mixed" | "scare";
  /** A `Person.name` of the same annotations, only where it is sure or probable. */
  readonly speaker?: string;
  /** The nearest words that say who speaks: "he", "the minister", "Captain Arends". */
  readonly source?: Span;
  readonly cue?: Span;
  readonly evidence: Evidence;
}

/** A time expression with its TIMEX3 type and value. */
export interface Timex extends Span {
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  readonly value: string;
  readonly evidence: Evidence;
}

/** All that is recognised in one document. Every span lies in the headline, standfirst or a block. */
export interface Annotations {
  readonly sentences: readonly Sentence[];
  readonly people: readonly Person[];
  readonly organisations: readonly NamedThing[];
  readonly places: readonly NamedThing[];
  readonly topics: readonly TopicMatch[];
  readonly quotations: readonly Quotation[];
  readonly times: readonly Timex[];
}

/** A topic as the word lists and the editor's `content/topics/*.md` define it. */
export interface TopicDefinition {
  readonly id: string;
  readonly label: string;
  readonly scope?: string;
  /** IPTC Media Topics code, eight digits. */
  readonly code?: string;
  readonly root?: string;
  readonly broader?: string;
  /** Words that speak for it; matched on word boundaries, case folded unless they hold a capital. */
  readonly phrases: readonly string[];
  /** Those of its phrases that are common words: they count less, and of them alone it takes three. */
  readonly weak?: readonly string[];
  /** Words that speak against it. */
  readonly against?: readonly string[];
  readonly threshold?: number;
  /** Of a shipped topic that the editor has changed: the list of phrases that it ships with, itself and no copy. */
  readonly shipped?: readonly string[];
}

// ------------------------------------------------------------------ 5 link

/** What the archive keeps authority records of. */
export type EntityKind = "person" | "organisation" | "place" | "topic";

/**
 * Why a name has a page or has none: an authority record, a topic of the archive's own, enough articles, enough with the topics within it, enough by these alone, the
 * editor's list; of people: surely one, probably one, quoted, not surely one. `articles` is how many name it.
 */
export interface PageReason {
  readonly kind:
    | "record"
    | "ownTopic"
    | "count"
    | "wider"
    | "within"
    | "editor"
    | "surely"
    | "probably"
    | "quoted"
    | "unsure";
  readonly articles: number;
}

/** What the archive knows under one name: the head of an authority record. */
export interface Entity {
  readonly kind: EntityKind;
  /** Unique within its kind; also the last part of its address. */
  readonly slug: string;
  readonly name: string;
  /** Other names printed or given, sorted. */
  readonly variants: readonly string[];
  readonly hasPage: boolean;
  /** Why it has a page or has none. */
  readonly reason: PageReason;
  /** Tells it from namesakes: `harbour master`, `1951–2019`. */
  readonly label?: string;
  /** The editor's note, Markdown. */
  readonly note?: string;
  /** The same elsewhere, as the editor says; http or https. */
  readonly sameAs?: readonly string[];
  /** ISO 3166 alpha-2, of a place. */
  readonly country?: string;
  /** Of a place, as the editor gives it; in degrees. */
  readonly position?: { readonly latitude: number; readonly longitude: number };
  /** IPTC Media Topics code, eight digits, of a topic. */
  readonly code?: string;
  /** The slug of the topic that it is a part of; it need not be in any article. */
  readonly broader?: string;
  /** What a topic is about, in a sentence; plain text. */
  readonly scope?: string;
  /** Of a topic: the archive's own, of which all phrases stand in the editor's file; two countries. */
  readonly isOwnTopic?: true;
  readonly isCountryPair?: true;
  /** Articles in whose headline and lede an organisation stands, where they are enough to list it among the topics. */
  readonly leads?: number;
}

/** A sentence that carries a claim: its anchor on the article's page and its words. */
export interface CitedSentence {
  /** `headline`, `standfirst`, `s1`, `s2`, … */
  readonly anchor: string;
  readonly text: string;
  /** Where in `text` the words meant stand. */
  readonly words: readonly Span[];
}

/** What somebody says in an article: an utterance, with its place on the article's page. */
export interface CitedQuotation extends Span {
  readonly kind: Quotation["kind"];
  /** With its quotation marks; paragraphs are parted by a blank line. */
  readonly text: string;
  /** Of the sentence that it opens in. */
  readonly anchor: string;
  /** Of its own mark; absent in a headline or standfirst, which have none. */
  readonly mark?: string;
  readonly sure: boolean;
  /** By which the speaker was found. */
  readonly rule: string;
}

/** One entity in one article, with the sentences that say so. */
export interface Appearance {
  readonly kind: EntityKind;
  readonly slug: string;
  /** The article's Markdown file. */
  readonly article: string;
  /** The entity's name as this article prints it. */
  readonly printed: string;
  /** Where it is named, in the article's document text, in order. */
  readonly mentions: readonly Span[];
  /** Each sentence that names it, in the order of the text. */
  readonly sentences: readonly CitedSentence[];
  readonly roles: readonly { readonly title: string; readonly sentence: CitedSentence }[];
  readonly quotations: readonly CitedQuotation[];
  /** Put there by the editor's list and not found in the text. */
  readonly byEditor: boolean;
}

// ------------------------------------------------------------------ the archive

/** An article as the catalogue knows it: what the Markdown says and what was recognised in it. */
export interface ArchiveArticle {
  /** The Markdown file, relative to the content folder; unique. */
  readonly path: string;
  readonly address: string;
  readonly front: FrontMatter;
  /** As in `MarkdownArticle`: what it says and `front` does not, the editor took out. */
  readonly imported?: FrontMatter;
  readonly body: string;
  /** `body`'s blocks as plain text, and the headline and standfirst before them. */
  readonly document: NewsDocument;
  readonly annotations: Annotations;
  /** Sorts articles by time: ISO in UTC, padded; undated ones first. */
  readonly sortKey: string;
  readonly publisher?: string;
  /** The oldest first; absent where its source has never changed. */
  readonly versions?: readonly ArticleVersion[];
}

/** A page of the editor's own, such as `content/pages/about.md`. */
export interface FreeText {
  /** Relative to the content folder: `pages/about.md`. */
  readonly file: string;
  /** From the file's name. */
  readonly slug: string;
  /** The first heading, else the file's name. */
  readonly title: string;
  /** Markdown, without that heading. */
  readonly text: string;
}
