/** Which day do weekdays and "yesterday" name in German, French, Spanish, Arabic and Persian? (stage 4, recognise) */
import { daysSince, isoDay } from "./calendar.ts";
import {
  foldPersian,
  formIn,
  type LanguageWords,
  type OtherLanguage,
  withArabicLetters,
  wordsOf,
} from "./language-words.ts";
import { otherDateRules } from "./other-dates.ts";
import { looksAheadIn, type OtherTense, otherTenseOf } from "./other-tense.ts";
import { shiftedPeriod } from "./periods.ts";
import {
  anyOf,
  firstWords,
  GAP,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  timePattern,
} from "./rule.ts";

type DayOf = (published: number, weekday: number) => number;

/**
 * Returns the rules of a language other than English: dates with and without a year, months, weekdays, words such as
 * "yesterday", and weeks, months and years counted from that of publication.
 */
export function otherLanguageRules(language: OtherLanguage): readonly TimeRule[] {
  const words = wordsOf(language);
  const tense = otherTenseOf(words);
  return [
    ...otherDateRules(words, tense),
    ...periodRules(words),
    ...namedDayRules(words),
    ...weekdayRules(words, tense),
  ];
}

function periodRules({ periods }: LanguageWords): readonly TimeRule[] {
  const forms = Object.keys(periods);
  return [
    {
      name: "period-from-publication",
      words: "the week, month or year counted from that of publication",
      starts: firstWords(forms),
      pattern: timePattern(`(?<period>${anyOf(withArabicLetters([forms]).flat())})`),
      confidence: 0.85,
      read: ({ groups, anchor }) => {
        const printed = foldApostrophe(groups["period"] ?? "");
        const [unit, offset] = periods[printed] ?? periods[foldPersian(printed)] ?? [];
        return shiftedPeriod(anchor, String(unit), Number(offset));
      },
    },
  ];
}

function namedDayRules(words: LanguageWords): readonly TimeRule[] {
  const { days, nights, weekdays } = words;
  const names = withArabicLetters([[...Object.keys(days), ...Object.keys(nights)]]).flat();
  const weekday = `(?<weekday>${anyOf(withArabicLetters(weekdays).flat())})`;
  const part = partAfter(words);
  return [
    {
      name: "day-named-with-its-weekday",
      words:
        "the latest such day on or before publication, which the text calls today or yesterday",
      starts: firstWords(names),
      pattern: timePattern(`(?<named>${anyOf(names)})(?:,|،| \\()?${GAP}?${weekday}`),
      confidence: 0.85,
      read: (context) => readNamedWithWeekday(context, words),
    },
    {
      name: "day-named-from-publication",
      words: "counted from the day of publication",
      starts: firstWords(names),
      pattern: timePattern(`(?<named>${anyOf(names)})${part}`),
      confidence: 0.8,
      read: (context) => readNamed(context, words),
    },
  ];
}

/** "heute Abend", "hier soir": nothing where a language has no such words. */
function partAfter({ partsAfter }: LanguageWords): string {
  const parts = Object.keys(partsAfter);
  return parts.length === 0 ? "" : `(?:${GAP}(?:au${GAP})?(?<part>${anyOf(parts)}))?`;
}

/** "اليوم الخميس" in a text that is dated Friday was written on Thursday. */
function readNamedWithWeekday(context: TimeContext, words: LanguageWords): TimeReading | undefined {
  const { groups, anchor } = context;
  const offset = offsetOf(context, words);
  const weekday = formIn(words.weekdays, groups["weekday"]);
  if (anchor?.number === undefined || offset === undefined || weekday < 0) return undefined;
  if (offset > 0) return { type: "DATE", value: isoDay(anchor.number + offset) };
  return { type: "DATE", value: isoDay(anchor.number - daysSince(anchor.number, weekday)) };
}

function readNamed(context: TimeContext, words: LanguageWords): TimeReading | undefined {
  const { groups, anchor, before } = context;
  const offset = offsetOf(context, words);
  if (anchor?.number === undefined || offset === undefined) return undefined;
  const isNight = foldPersian(groups["named"] ?? "") in words.nights;
  const part = isNight ? "TNI" : partOf(words, groups["part"], before);
  return timeOf(anchor.number + offset, part);
}

function offsetOf(
  { groups, before, after }: TimeContext,
  words: LanguageWords,
): number | undefined {
  const printed = foldApostrophe(groups["named"] ?? "");
  const name = printed in words.days || printed in words.nights ? printed : foldPersian(printed);
  const beside = words.notADay[name];
  if (beside?.before.some((word) => endsInWord(before.toLowerCase(), word))) return undefined;
  if (beside?.after.some((word) => after.trimStart().startsWith(word))) return undefined;
  return words.days[name] ?? words.nights[name];
}

/** Three rules, told apart by what stands beside the weekday. */
function weekdayRules(words: LanguageWords, tense: OtherTense): readonly TimeRule[] {
  const next = besideOf(words.nextBefore, words.nextAfter);
  const last = besideOf(words.lastBefore, words.lastAfter);
  return [
    weekdayRule(words, {
      name: "next-weekday",
      words: "the first such day after the day of publication",
      holds: (context) => next(context),
      dayOf: (published, weekday) => published + 7 - daysSince(published, weekday),
    }),
    weekdayRule(words, {
      name: "last-weekday",
      words: "the latest such day before the day of publication",
      holds: (context) => last(context),
      dayOf: (published, weekday) => published - (daysSince(published, weekday) || 7),
    }),
    weekdayRule(words, {
      name: "weekday-on-or-after-publication",
      words: "the first such day on or after publication, since the sentence looks ahead",
      holds: (context) => looksAheadIn(tense, context),
      dayOf: (published, weekday) => published + ((7 - daysSince(published, weekday)) % 7),
    }),
    weekdayRule(words, {
      name: "weekday-on-or-before-publication",
      words: "the latest such day on or before publication",
      holds: () => true,
      dayOf: (published, weekday) => published - daysSince(published, weekday),
    }),
  ];
}

interface WeekdayFacts {
  readonly name: string;
  readonly words: string;
  readonly holds: (context: TimeContext) => boolean;
  readonly dayOf: DayOf;
}

function weekdayRule(
  words: LanguageWords,
  { name, words: explained, holds, dayOf }: WeekdayFacts,
): TimeRule {
  const forms = withArabicLetters(words.weekdays).flat();
  const compounds = Object.keys(words.partsAfter).filter((part) => /^\p{L}+$/u.test(part));
  const glued = compounds.length === 0 ? "" : `(?<glued>${anyOf(compounds)})?`;
  return {
    name,
    words: explained,
    starts: [
      ...firstWords(forms),
      ...forms.flatMap((form) => compounds.map((part) => form + part)),
    ],
    pattern: timePattern(`(?<weekday>${anyOf(forms)})${glued}${partAfter(words)}`),
    confidence: 0.8,
    read: (context) => {
      const { groups, anchor, before } = context;
      const weekday = formIn(words.weekdays, groups["weekday"]);
      const isOther =
        words.notAWeekday[foldPersian(groups["weekday"] ?? "")] ??
        words.notAWeekday[groups["weekday"] ?? ""];
      if (anchor?.number === undefined || weekday < 0) return undefined;
      if (isOther?.some((word) => endsInWord(before, word)) || !holds(context)) return undefined;
      const part = partOf(words, groups["glued"] ?? groups["part"], before);
      return timeOf(dayOf(anchor.number, weekday), part);
    },
  };
}

function besideOf(
  before: readonly string[],
  after: readonly string[],
): (context: TimeContext) => boolean {
  return (context) =>
    before.some((word) => endsInWord(context.before.toLowerCase(), word)) ||
    after.some((word) => context.after.trimStart().toLowerCase().startsWith(word));
}

function partOf(
  { partsAfter, partsBefore }: LanguageWords,
  after: string | undefined,
  before: string,
): string | undefined {
  if (after !== undefined) return partsAfter[after.toLowerCase()];
  return Object.entries(partsBefore).find(([word]) =>
    endsInWord(before.replace(/(?:يوم|روز) $/u, ""), word),
  )?.[1];
}

function timeOf(day: number, part: string | undefined): TimeReading {
  return part === undefined
    ? { type: "DATE", value: isoDay(day) }
    : { type: "TIME", value: isoDay(day) + part };
}

/** Whether the text ends in the word and a space. */
function endsInWord(text: string, word: string): boolean {
  const trimmed = text.trimEnd();
  if (trimmed.length === text.length || !trimmed.endsWith(word)) return false;
  const previous = trimmed.at(-word.length - 1);
  return previous === undefined || !/[\p{L}\p{M}]/u.test(previous);
}

function foldApostrophe(printed: string): string {
  return printed.toLowerCase().replace("’", "'").replace(/\s+/g, " ");
}
