/**
 * What pages are put together from: links, rows of lists, bars of charts, marks over a text. As for `page-model.ts`, every
 * `address` is a path from the site's root, labels are finished words, and all strings are plain text that must be escaped.
 */
import type { Quotation, Span, Timex } from "./model.ts";

/** Which way a text runs: the value of `dir`. */
export type Direction = "ltr" | "rtl";

/** A sentence of the interface, or one for each way in which a language counts (CLDR); `{name}` in it is a slot. */
export type Sentence =
  | string
  | {
      readonly zero?: string;
      readonly one?: string;
      readonly two?: string;
      readonly few?: string;
      readonly many?: string;
      readonly other: string;
    };

/** All sentences of a language, by their keys: `article.by`. */
export type WordTable = Readonly<Record<string, Sentence>>;

/** In what an archive's interface speaks; `InterfaceWords` is made of it. */
export interface Speech {
  /** BCP 47, as the archive states it. */
  readonly language: string;
  /** CLDR's name of a numbering system, such as `latn`; that of the language where none is given. */
  readonly numerals?: string;
  /** Shown beside the Gregorian one. */
  readonly calendars?: readonly ("jalali" | "hijri")[];
  readonly table: WordTable;
}

/** What every page has. */
export interface PageBase {
  readonly address: string;
  readonly title: string;
}

/** The first rows of a list, and how many it has in all; the rest stands on pages that are linked. */
export interface Portion<Row> {
  readonly shown: readonly Row[];
  readonly total: number;
}

/** A name that may have a page. */
export interface Link {
  readonly name: string;
  readonly address?: string;
}

/** A name with how often it occurs. */
export interface CountedLink extends Link {
  readonly count: number;
}

/** An article that is named beside something else, such as a sentence of it: page data would else be ledes for the most part. */
export type CitedArticle = Omit<ArticleEntry, "lede">;

/** An article in a list. */
export interface ArticleEntry {
  readonly address: string;
  readonly headline: string;
  /** ISO to the precision known; absent if the article is undated. */
  readonly date?: string;
  /** `26 January 2022`, `January 2022`, or `undated`. */
  readonly dateLabel: string;
  /** The first sentence after the dateline, cut at about 160 characters. */
  readonly lede?: string;
  readonly publisher?: string;
  readonly note?: string;
  readonly correction?: string;
  readonly language: string;
  readonly direction: Direction;
}

/** Where somebody speaks in an article, and the paragraphs in which they do. */
export interface SpokenSpan extends Span {
  readonly paragraphs: Span;
}

/** What other pages than its own show of an article. */
export interface ArticleHead {
  /** Without words of the interface, which are of one language. */
  readonly entry: Omit<ArticleEntry, "dateLabel">;
  /** Where it was written, its capitals as a name has them: `Port Ellis`. */
  readonly place?: string;
  /** The spans of its utterances that have a speaker. A text that grows before them moves them, which alone changes no list. */
  readonly spoken: readonly SpokenSpan[];
  /** How many sentences each block has: by it lists know that a paragraph was parted or joined, and other words stand beside a quotation. */
  readonly shape: string;
  /** How many utterances it has, and how many with a speaker. */
  readonly utterances: number;
  readonly attributed: number;
  /** The name of its source. */
  readonly source?: string;
  /** Sorts articles by time, then by address. */
  readonly order: string;
}

/** A sentence that carries a claim. */
export interface SentenceEntry {
  /** With the sentence's anchor: `/2022/01/26/x/#s4`. */
  readonly address: string;
  readonly text: string;
  /** Where in `text` the words meant stand. */
  readonly words: readonly Span[];
  readonly article: CitedArticle;
}

/** A quotation on a person's, topic's or day's page. */
export interface QuotationEntry {
  /** With the anchor of its own mark; in a headline or standfirst, which have none, with theirs. */
  readonly address: string;
  /** With its quotation marks; paragraphs are parted by a blank line. */
  readonly text: string;
  readonly kind: Quotation["kind"];
  /** False where the speaker is only probable. */
  readonly sure: boolean;
  /** Why this speaker, in half a sentence. */
  readonly because: string;
  readonly speaker?: Link;
  readonly place?: string;
  readonly article: CitedArticle;
}

/** A list cut so that no page is endless: either rows, or links to the parts. */
export interface Shelf {
  readonly total: number;
  readonly entries: readonly ArticleEntry[];
  /** Years, months, days or hundreds with pages of their own where the list is too long for one page; `peak` where much more was printed than usual. */
  readonly parts: readonly (CountedLink & { readonly peak?: true })[];
}

/** One bar of a coverage chart. */
export interface CoverageBar {
  /** `2022-01` or `2022`. */
  readonly period: string;
  readonly label: string;
  readonly count: number;
  readonly address?: string;
  /** Much more was printed than usual. */
  readonly peak?: true;
}

/** Something to draw over the plain text of a body, as `text/markdown.ts` gives it. */
export type Mark =
  | (Span & { readonly kind: "sentence"; readonly id: string })
  | (Span & { readonly kind: "dateline" })
  | (Span & {
      readonly kind: "quotation";
      /** The same for all pieces of an utterance. */
      readonly id: string;
      /** Set on each piece but the first. */
      readonly goesOn?: true;
      readonly quoted: Quotation["kind"];
      readonly speaker?: Link;
      readonly sure: boolean;
      /** Why this speaker, in half a sentence. */
      readonly because: string;
    })
  | (Span & {
      readonly kind: "person" | "organisation" | "place";
      readonly name: string;
      readonly address: string;
    })
  | (Span & {
      readonly kind: "time";
      readonly value: string;
      readonly type: Timex["type"];
      /** `26 January 2022`; absent where the printed words say as much. */
      readonly label?: string;
      /** Why, such as `the latest Wednesday on or before publication`. */
      readonly because: string;
      /** The page of the day, or the place in the timeline, if there is one. */
      readonly address?: string;
    });

/** What is quoted in one article, as it is cited. */
export interface QuotationHere {
  /** Of its mark. */
  readonly id: string;
  /** With its quotation marks; a long one is cut. */
  readonly text: string;
  readonly speaker?: Link;
  readonly sure: boolean;
}

/** A person in one article. */
export interface PersonHere extends Link {
  /** Their roles as printed in this article, each with its sentence. */
  readonly roles: readonly { readonly title: string; readonly address: string }[];
  readonly mentions: number;
  readonly quotations: number;
  readonly byEditor: boolean;
}

/** A topic of one article. */
export interface TopicHere extends Link {
  /** The words of the text that put it here, each once, as printed. */
  readonly because: readonly string[];
}

/** Where a position comes from: the editor, the largest town of the name, the middle of a country, its capital. */
export type PositionSource = "editor" | "town" | "country" | "capital";

/** Where a place lies, in degrees. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  readonly source: PositionSource;
}

/** A place on a map. */
export interface MapPlace extends CountedLink {
  readonly position: Position;
  /** From the left and from the top, in per cent of the map, to a tenth. */
  readonly x: number;
  readonly y: number;
  /** In pixels: the area goes by the count. */
  readonly radius: number;
  /** Whether the page is about it. */
  readonly isMeant: boolean;
  /** Where its name stands; absent where there is no room for it. */
  readonly label?: {
    readonly side: "right" | "left" | "above" | "below";
    /** On a narrow map the name is left out. */
    readonly onlyWide: boolean;
  };
}

/** A map of places. */
export interface PlaceMap {
  /** Those in most articles first. */
  readonly places: readonly MapPlace[];
  /** How many more there are that have a position, and how many that have none. */
  readonly more: number;
  readonly unplaced: number;
  /** Width and height of the grid on which the paths are drawn. */
  readonly grid: { readonly width: number; readonly height: number };
  /** SVG path data. */
  readonly land: string;
  readonly borders: string;
}
