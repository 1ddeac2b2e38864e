/** Where is the archive cut into parts that are indexed and searched by themselves? Stage 8. Pure. */

/** A part of the archive with an index of its own. */
export interface Shard {
  /** `2026-10`, `2026-q4`, `2026`, `2016-2023` or `undated`: its folder, too. */
  readonly name: string;
  /** Articles in it; never 0. */
  readonly count: number;
  /** The part of the calendar that it is; none for the undated. */
  readonly span?: MonthSpan;
  /** The first and the last month that has an article; none for the undated. */
  readonly printed?: MonthSpan;
}

/** Months from the first to the last, both included: `2016-01` to `2023-12`. */
export interface MonthSpan {
  readonly from: string;
  readonly to: string;
}

/** The month under which articles without a day or month that is known are counted. */
export const UNDATED = "";

/**
 * Articles that a shard may hold. Pagefind keeps an index in memory until it is written, 0.16 MB an
 * article of 250 words, and takes 2.4 ms of CPU for each: 3,000 are 500 MB, and 7 s where one of them is corrected.
 */
const MOST = 3000;
/** The same for a shard that the newest year lies in: a day's new articles index no more than this anew. */
const MOST_WHERE_IT_GROWS = 500;

/** How many articles a shard may hold. */
interface Most {
  readonly elsewhere: number;
  readonly whereItGrows: number;
}

const MOST_IN_INDEX: Most = { elsewhere: MOST, whereItGrows: MOST_WHERE_IT_GROWS };
/** 16, 8, 4, 2 years, a year, a quarter, a month; each begins at a multiple of its own length. */
const LENGTHS: readonly number[] = [192, 96, 48, 24, 12, 3, 1];
const MONTHS_IN_YEAR = 12;

/**
 * Returns the month under which an article is counted, by when it was printed: `2022-01-26T21:27` →
 * `2022-01`. A year alone counts as its January, so that it lies in the year.
 */
export function monthOf(published: string | undefined): string {
  const { year, month } = PUBLISHED.exec(published ?? "")?.groups ?? {};
  return year === undefined ? UNDATED : `${year}-${month ?? "01"}`;
}

const PUBLISHED = /^(?<year>\d{4})(?:-(?<month>0[1-9]|1[0-2]))?/;

/**
 * Cuts an archive into shards, newest first, the undated last; `counts` has the articles of each month
 * (`2022-01`, or `UNDATED`). Each shard is the longest part of the aligned calendar that holds no more than 3,000
 * articles, or 500 where the newest year lies in it, or as told; a month is never cut. The same counts give the same shards, and
 * one article more cuts at most the shard that it comes into, but for the first one of a new year.
 */
export function cutShards(
  counts: ReadonlyMap<string, number>,
  most: Most = MOST_IN_INDEX,
): readonly Shard[] {
  const months = [...counts]
    .filter(([month, count]) => month !== UNDATED && count > 0)
    .map(([month, count]) => ({ number: numberOf(month), count }))
    .sort((a, b) => b.number - a.number);
  const growsFrom = startOf(months[0]?.number ?? 0, MONTHS_IN_YEAR);
  const undated = counts.get(UNDATED) ?? 0;
  return [
    ...cutInto(months, LENGTHS, { ...most, growsFrom }),
    ...(undated > 0 ? [{ name: "undated", count: undated }] : []),
  ];
}

/** A month, as the number of months since the year 0, and how many articles it has. */
interface Month {
  readonly number: number;
  readonly count: number;
}

function cutInto(
  months: readonly Month[],
  lengths: readonly number[],
  most: Most & { readonly growsFrom: number },
): readonly Shard[] {
  const [length = 1, ...shorter] = lengths;
  return [...Map.groupBy(months, ({ number }) => startOf(number, length))].flatMap(
    ([start, within]) => {
      const count = within.reduce((sum, month) => sum + month.count, 0);
      const mayHold = start + length > most.growsFrom ? most.whereItGrows : most.elsewhere;
      if (count > mayHold && shorter.length > 0) return cutInto(within, shorter, most);
      const span = { from: monthAt(start), to: monthAt(start + length - 1) };
      // newest first
      const printed = {
        from: monthAt(within.at(-1)?.number ?? start),
        to: monthAt(within[0]?.number ?? start),
      };
      return [{ name: nameOf(span, length), count, span, printed }];
    },
  );
}

function startOf(month: number, length: number): number {
  return month - (month % length);
}

function nameOf({ from, to }: MonthSpan, length: number): string {
  if (length === 1) return from;
  const year = from.slice(0, 4);
  if (length === MONTHS_IN_YEAR) return year;
  if (length < MONTHS_IN_YEAR) return `${year}-q${Math.ceil(Number(to.slice(5)) / 3)}`;
  return `${year}-${to.slice(0, 4)}`;
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * MONTHS_IN_YEAR + Number(month.slice(5)) - 1;
}

function monthAt(number: number): string {
  const year = String(Math.floor(number / MONTHS_IN_YEAR)).padStart(4, "0");
  return `${year}-${String((number % MONTHS_IN_YEAR) + 1).padStart(2, "0")}`;
}
