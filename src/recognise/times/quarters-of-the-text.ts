/** Which quarter do "the quarter", "the 1988 period" and "a year earlier" go back to in a report of earnings? (stage 4, recognise) */
import { fourDigits, isoQuarter, monthNumber } from "./calendar.ts";
import { date, type TimeContext, type TimeReading } from "./rule.ts";

const QUARTER = /^(?<year>\d{4})-Q(?<quarter>[1-4])$/;
const YEAR = /^\d{4}(?:-|$)/;
/** So many of the last times in the text are asked. */
const NEAR = 40;
const MONEY =
  /[$£€¥%]|(?<![a-zà-ɏ])(?:cents?|earnings|profits?|loss|losses|sales|revenues?|income|net|shares?|percent|percentage|quarter|results|higher|lower)(?![a-zà-ɏ])/i;
/** Sums over more than a quarter: what stood "a year earlier" stood in the same months of the year before. */
const SUM =
  /(?<![a-zà-ɏ])(?:(?:six|nine|twelve|6|9|12)[- ]months?|half|full[- ]year|fiscal year|year-to-date)(?![a-zà-ɏ])/i;
/** "ended Sept. 30", "that ends in June": the month says which quarter it is. */
const ENDED =
  /^,? (?:that |which )?(?:ended|ending|ends|to) (?:on |in )?(?<month>\p{Lu}\p{L}{2,8})\.?(?![\p{L}])/u;
const LAST_MONTHS = ["mar", "jun", "sep", "dec"];

/**
 * Returns the quarter that "the quarter" or "the latest period" goes back to: the last one named that is over by
 * publication. "That quarter" is the last named at all, "the previous quarter" the one before it. Where none was named, "the latest quarter" is the one that
 * was over last, and "the quarter ended Sept. 30" the one of that month.
 */
export function quarterOfTheText(context: TimeContext): TimeReading | undefined {
  const { groups, printed, after } = context;
  // "the quarter-to-quarter comparison"
  if (/^[-‑]/.test(after)) return undefined;
  const isLatest = groups["latest"] !== undefined;
  const isQuarter = groups["unit"]?.toLowerCase() === "quarter";
  if (/^that/i.test(printed)) {
    const last = isQuarter ? namedQuarters(context).at(-1) : undefined;
    return last === undefined ? undefined : dateOf(last);
  }
  if (groups["before"] !== undefined) {
    const last = isQuarter ? namedQuarters(context).at(-1) : undefined;
    return last === undefined ? undefined : dateOf(last - 1);
  }
  if (!isQuarter && !isLatest) return undefined;
  const ended = isQuarter ? LAST_MONTHS.indexOf(monthOf(after)) : -1;
  const named = reportedQuarter(context);
  const over = lastOver(context);
  // "the fiscal first quarter ... the quarter ended Sept. 30": a quarter that is not the calendar's last keeps its number
  if (named !== undefined && (ended < 0 || named !== over)) return dateOf(named);
  if (over === undefined) return undefined;
  if (ended >= 0) return dateOf(over - (((((over % 4) - ended) % 4) + 4) % 4));
  return isLatest ? dateOf(over) : undefined;
}

/**
 * Returns the quarter that the text reports on, in another year: the one given or else the year before. The year alone
 * where the sentence speaks of nine months or half a year, or where no quarter was named but sums are compared; then it
 * is the one before the year that the sentence has named, if it has.
 */
export function sameQuarterOf(
  context: TimeContext,
  year: number | undefined,
): TimeReading | undefined {
  const { anchor, before, after, groups } = context;
  const isQuarter = groups["unit"]?.toLowerCase() === "quarter";
  const isSum = !isQuarter && SUM.test(before);
  const quarter = isSum ? undefined : reportedQuarter(context);
  if (year !== undefined) {
    return quarter === undefined ? undefined : dateOf(year * 4 + (quarter % 4));
  }
  if (!isQuarter && !MONEY.test(before + after)) return undefined;
  if (quarter !== undefined) return dateOf(quarter - 4);
  if (!anchor || isQuarter) return undefined;
  return date(fourDigits((yearOfTheSentence(context) ?? anchor.year) - 1));
}

function yearOfTheSentence({ earlier, sentenceStart }: TimeContext): number | undefined {
  const last = earlier.findLast(({ type }) => type === "DATE");
  return last && last.start >= sentenceStart && YEAR.test(last.value)
    ? Number(last.value.slice(0, 4))
    : undefined;
}

/** The latest quarter that the text has named and that is over by publication, counted from year 0. */
function reportedQuarter(context: TimeContext): number | undefined {
  const over = lastOver(context);
  const named = namedQuarters(context).filter((quarter) => over === undefined || quarter <= over);
  return named.length === 0 ? undefined : Math.max(...named);
}

function namedQuarters({ earlier }: TimeContext): readonly number[] {
  return earlier.slice(-NEAR).flatMap(({ value }) => {
    const parts = QUARTER.exec(value)?.groups;
    return parts ? [Number(parts["year"]) * 4 + Number(parts["quarter"]) - 1] : [];
  });
}

/** The last quarter that is over on the day of publication. */
function lastOver({ anchor }: TimeContext): number | undefined {
  const now = monthNumber(anchor);
  return now === undefined ? undefined : Math.floor(now / 3) - 1;
}

function monthOf(after: string): string {
  return (ENDED.exec(after)?.groups?.["month"] ?? "").slice(0, 3).toLowerCase();
}

function dateOf(quarter: number): TimeReading {
  return date(isoQuarter(quarter));
}
