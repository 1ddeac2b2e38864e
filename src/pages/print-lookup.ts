/** What was printed when, and which days have pages? Look-ups that are noted. Stage 6. */

import {
  besidePeriod,
  daysLike,
  extentOfPrint,
  latestDay,
  pathsIn,
  printedIn,
  printedWithin,
  yearsOfPrint,
} from "../catalog/periods.ts";
import type { Database } from "../catalog/statements.ts";
import { anniversaries } from "../catalog/stories.ts";
import { periodAddress } from "./page-addresses.ts";
import type { Readings } from "./readings.ts";
import { Recent } from "./recent.ts";
import { rounded } from "./rounded.ts";

/** The years, months and days of an archive. */
export class PrintLookup {
  readonly #database: Database;
  readonly #readings: Readings;
  readonly #has = new Recent<boolean>();
  #anniversaries: ReadonlyMap<string, number> | undefined;

  constructor(database: Database, readings: Readings) {
    this.#database = database;
    this.#readings = readings;
  }

  /** Returns the address of a day's page, if the archive has an article of that day. */
  dayAddress(day: string): string | undefined {
    return this.hasPeriod(day) ? periodAddress(day) : undefined;
  }

  /** Returns whether a day, month or year (`2022-01`) has an article. */
  hasPeriod(period: string): boolean {
    this.#readings.note(`has/${period}`);
    return this.#has.get(period, () => printedIn(this.#database, period) > 0);
  }

  /** Returns how many articles were printed in a year, month or on a day; of the empty period, how many there are in all. */
  printedIn(period: string): number {
    this.#readings.note(period === "" ? "articles" : `printed/${period}`);
    return printedIn(this.#database, period);
  }

  /**
   * Returns about how many articles were printed in a year or month, or, of the empty period, are in the whole archive: rounded, so that one article
   * more rarely changes it.
   */
  printedAbout(period: string): number {
    this.#readings.note(`share/${period}`);
    return rounded(printedIn(this.#database, period));
  }

  /** Returns the Markdown files of the articles of a year, month or day, oldest first; of the empty period, of those without a date. */
  pathsIn(period: string): readonly string[] {
    this.#readings.note(`printed/${period}`);
    const paths = pathsIn(this.#database, period);
    // what changes in them is a change of their day, month and year, too
    for (const path of paths) this.#readings.cover(path);
    return paths;
  }

  /** Returns how many articles each month and day of a year, or each day of a month, has. */
  printedWithin(period: string): ReadonlyMap<string, number> {
    this.#readings.note(`printed/${period}`);
    return printedWithin(this.#database, period);
  }

  /** Returns how many articles each year has, in the order of time. */
  years(): readonly { readonly year: string; readonly count: number }[] {
    this.#readings.note("articles");
    return yearsOfPrint(this.#database);
  }

  /** Returns the last day of which there is an article; undefined where no article states its day. */
  latestDay(): string | undefined {
    this.#readings.note("articles");
    return latestDay(this.#database);
  }

  /** Returns the days with articles among those of one day of the calendar (`01-26`), in the order of time. */
  daysLike(monthDay: string): readonly string[] {
    this.#readings.note(`anniversary/${monthDay}`);
    return daysLike(this.#database, monthDay);
  }

  /** Returns the days of the calendar that have pages, in its order. */
  anniversaryDays(): readonly string[] {
    this.#readings.note("anniversary-days");
    return [...this.#anniversaryCounts().keys()];
  }

  /** Returns how much there is of each day of the calendar that has a page. */
  anniversaryCounts(): ReadonlyMap<string, number> {
    this.#readings.note("anniversary-counts");
    return this.#anniversaryCounts();
  }

  /** They are put into the catalogue before the first page that asks for them is made. */
  #anniversaryCounts(): ReadonlyMap<string, number> {
    this.#anniversaries ??= anniversaries(this.#database);
    return this.#anniversaries;
  }

  /** Returns the year, month or day with articles before and after one of the same length. */
  besidePeriod(period: string): { readonly previous?: string; readonly next?: string } {
    this.#readings.note(`beside/${period}`);
    return besidePeriod(this.#database, period);
  }

  /** Returns the first and the last date of print, as far as each is known; undefined where no article has one. */
  extent(): { readonly first: string; readonly last: string } | undefined {
    this.#readings.note("extent");
    return extentOfPrint(this.#database);
  }
}
