/** What do all pages look up? Articles, names, days, events: each look-up is noted. Stage 6. */
import type { Database } from "../catalog/statements.ts";
import type { Appearance, CitedQuotation, CitedSentence } from "../model.ts";
import type { CitedArticle, QuotationEntry, SentenceEntry } from "../page-parts.ts";
import type { ArchiveSettings } from "../settings-model.ts";
import { dayOf } from "../text/dates.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import type { ReviewList } from "../text/review-list.ts";
import { ArticleLookup } from "./article-lookup.ts";
import { EventLookup } from "./event-lookup.ts";
import { NameLookup } from "./name-lookup.ts";
import { PrintLookup } from "./print-lookup.ts";
import { Readings } from "./readings.ts";

/** Says in half a sentence why a rule claims what it claims; the recognisers' own words, in English. */
export interface Wordings {
  readonly time: (rule: string) => string;
  readonly speaker: (rule: string) => string;
}

/** Look-ups that many pages share. What a page asks for is noted in `readings`. */
export class PageContext {
  readonly database: Database;
  readonly settings: ArchiveSettings;
  readonly wordings: Wordings;
  /** What the interface says. */
  readonly words: InterfaceWords;
  /** What waits for the editor. */
  readonly review: ReviewList;
  readonly readings: Readings;
  readonly articles: ArticleLookup;
  readonly names: NameLookup;
  readonly print: PrintLookup;
  readonly events: EventLookup;

  constructor(
    database: Database,
    told: Pick<PageContext, "settings" | "wordings" | "words" | "review">,
  ) {
    this.database = database;
    this.settings = told.settings;
    this.wordings = told.wordings;
    this.words = told.words;
    this.review = told.review;
    this.readings = new Readings();
    this.articles = new ArticleLookup(database, this.readings, this.words);
    this.names = new NameLookup(database, this.readings);
    this.print = new PrintLookup(database, this.readings);
    this.events = new EventLookup(database, this.readings);
  }

  /** Returns where a time is told of: on the page of its day, else in the timeline; undefined where it is nowhere. */
  timeAddress(value: string): string | undefined {
    return this.print.dayAddress(dayOf(value)) ?? this.events.addressOf(dayOf(value));
  }

  /** Says why a quotation is its speaker's, by the rule that found it: a rule is made of parts. */
  whyTheirs(rule: string): string {
    const parts = rule.split("+").map((part) => this.words.known(`speakerRule.${part}`));
    const isKnown = parts.every((part) => part !== undefined);
    return isKnown ? parts.join(this.words.say("list.comma")) : this.wordings.speaker(rule);
  }

  /** Says why a time is meant by its words, by the rule that found it. */
  whyThen(rule: string): string {
    return this.words.known(`timeRule.${rule}`) ?? this.wordings.time(rule);
  }

  /** Returns the sentences in which an entity is named in one article. */
  sentences(appearance: Appearance): SentenceEntry[] {
    const article = this.articles.cited(appearance.article);
    return appearance.sentences.map((sentence) => sentenceEntry(article, sentence));
  }

  /** Returns what a person says in one article, in its order. */
  quotations(appearance: Appearance): QuotationEntry[] {
    const speaker = this.names.link(appearance);
    return appearance.quotations.map((quotation) => ({
      ...this.quotationEntry(appearance.article, quotation),
      speaker,
    }));
  }

  /** Returns a quotation of an article as other pages show it, without its speaker. */
  quotationEntry(path: string, quotation: CitedQuotation): QuotationEntry {
    const { anchor, mark = anchor, text, kind, sure, rule } = quotation;
    const article = this.articles.cited(path);
    const place = this.articles.placeOf(path);
    return {
      address: `${article.address}#${mark}`,
      text,
      kind,
      sure,
      because: this.whyTheirs(rule),
      article,
      ...(place !== undefined && { place }),
    };
  }
}

/** Returns a sentence of an article as other pages cite it. */
export function sentenceEntry(article: CitedArticle, sentence: CitedSentence): SentenceEntry {
  const { anchor, text, words } = sentence;
  return { address: `${article.address}#${anchor}`, text, words, article };
}
