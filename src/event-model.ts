/** What the articles of an archive say happened when: the types that `link/` makes and `pages/` shows. Imports the model alone. */
import type { CitedSentence } from "./model.ts";

/** Whether a sentence tells of what was over when it was printed, of what was still to come, or of what somebody said then. */
export type Outlook = "happened" | "expected" | "said";

/** One sentence of one article that says what happened at a time, or was to happen. */
export interface EventReport {
  /** The article's Markdown file. */
  readonly article: string;
  /** The sentence, with the words of the time. */
  readonly sentence: CitedSentence;
  readonly outlook: Outlook;
}

/** What happened at a time, with every sentence that tells of it. */
export interface ArchiveEvent {
  /** Day, month, year, decade or century: `2022-01-26`, `2022-01`, `2022`, `193`, `19`. */
  readonly period: string;
  /** TIMEX3, without a time of day: `2022-W04`. */
  readonly value: string;
  /** `happened` where one report tells of it as past. */
  readonly outlook: Outlook;
  /** The earliest first, and before all others the earliest that tells of it as it turned out. */
  readonly reports: readonly [EventReport, ...EventReport[]];
}
