/** What happened when, by what articles tell? Stage 5: time expressions of all articles → events. */
import type { ArchiveEvent, EventReport, Outlook } from "../event-model.ts";
import type { ArchiveArticle, Sentence, Timex } from "../model.ts";
import { SentenceFinder } from "../text/anchors.ts";
import { dayOf } from "../text/dates.ts";
import { type CalendarPlace, calendarPlace, orderOf } from "../text/time-values.ts";
import words from "../words/event-words.json" with { type: "json" };
import { outlookInEnglish, type TimeInSentence } from "./event-clauses.ts";
import { groupReports } from "./event-groups.ts";

/** A longer "sentence" is a table or a list that lost its line ends. */
const LONGEST_SENTENCE = 700;
/** A shorter one says nothing. */
const FEWEST_WORDS = 4;

/** What one article tells of a time. */
export interface TimedReport {
  /** TIMEX3, without a time of day. */
  readonly value: string;
  readonly report: EventReport;
}

/** Returns the events of one time by all reports of it, in the order of their articles' times. */
export function eventsAt(value: string, reports: readonly EventReport[]): readonly ArchiveEvent[] {
  const place = calendarPlace(value);
  if (place === undefined) return [];
  return groupReports(reports, place.grain === "day").map((group) => ({
    period: place.period,
    value,
    outlook: group[0].outlook,
    reports: group,
  }));
}

/**
 * Returns what an article tells of times that it states, in the order of its text. A time that does not say when something happened gives
 * nothing: durations, sets, datelines, quarters of business years, captions, tables. Of languages other than English days alone are taken.
 */
export function reportsIn(article: ArchiveArticle): readonly TimedReport[] {
  const { document, annotations, front } = article;
  const published =
    front.published === undefined ? undefined : calendarPlace(dayOf(front.published));
  const finder = new SentenceFinder(document, annotations.sentences);
  const setting = { article, finder, published };
  const found = new Map<string, TimedReport>();
  for (const timex of annotations.times) {
    const placed = isOfType(timex) ? placedReport(timex, setting) : undefined;
    if (placed === undefined) continue;
    const key = `${placed.report.sentence.anchor} ${placed.report.sentence.text} ${placed.value}`;
    if (!found.has(key)) found.set(key, placed);
  }
  return [...found.values()];
}

function placedReport(timex: Timex, setting: Setting): TimedReport | undefined {
  const { article, finder } = setting;
  const place = calendarPlace(timex.value);
  const around = finder.at(timex.start);
  const sentence = finder.cite(timex);
  if (place === undefined || around === undefined || sentence === undefined) return undefined;
  if (!isProse(around, article, sentence.text)) return undefined;
  const outlook = outlookOf(timex, around, place, setting);
  if (outlook === undefined) return undefined;
  const value = place.grain === "day" ? dayOf(timex.value) : timex.value;
  return { value, report: { article: article.path, sentence, outlook } };
}

interface Setting {
  readonly article: ArchiveArticle;
  readonly finder: SentenceFinder;
  /** The day, month or year of publication. */
  readonly published: CalendarPlace | undefined;
}

function isOfType({ type }: Timex): boolean {
  return type === "DATE" || type === "TIME";
}

const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;
const DIGITS = /\p{Nd}/gu;
/** Lines that tell about the text itself. */
const OF_THE_TEXT =
  /^\W{0,3}(?:updated?|published|posted|last (?:modified|updated)|copyright|©|\(c\)|file photo|photo(?:graph)?s?\b|image|correction|because of an editing error|an earlier version)/iu;

/** Whether a sentence is one, and not a row of a table, a caption or a line about the text. */
function isProse({ part, block }: Sentence, { document }: ArchiveArticle, text: string): boolean {
  if (part === "body") {
    const kind = document.blocks[block]?.kind;
    if (kind !== "paragraph" && kind !== "listItem" && kind !== "blockquote") return false;
  }
  if (text.length > LONGEST_SENTENCE || OF_THE_TEXT.test(text)) return false;
  if ((text.match(WORD) ?? []).length < FEWEST_WORDS) return false;
  return (text.match(DIGITS) ?? []).length * 5 < text.length;
}

function outlookOf(
  timex: Timex,
  sentence: Sentence,
  place: CalendarPlace,
  { article, published }: Setting,
): Outlook | undefined {
  const { text, language } = article.document;
  const before = text.slice(sentence.start, timex.start);
  const after = text.slice(timex.end, Math.max(timex.end, sentence.end));
  const order = published === undefined ? "unknown" : orderOf(place, published);
  const [code = ""] = language.split("-", 1);
  if (isOfTheMoment(timex) && isSpoken(timex, article)) return undefined;
  if (code !== "en" && code !== "und")
    return outlookElsewhere(code, { before, after, place, order });
  return outlookInEnglish({
    ...inSmallLetters({ before, words: text.slice(timex.start, timex.end), after }),
    grain: place.grain,
    rule: timex.evidence.rule,
    order,
    isHeadline: sentence.part === "headline",
  });
}

/** A headline in capitals has no names to be told by them. */
function inSmallLetters<T extends Pick<TimeInSentence, "before" | "words" | "after">>(time: T): T {
  const { before, words: meant, after } = time;
  if (/\p{Ll}/u.test(before + meant + after)) return time;
  const small = {
    before: before.toLowerCase(),
    words: meant.toLowerCase(),
    after: after.toLowerCase(),
  };
  return { ...time, ...small };
}

/** "Today we are free", "last week you asked": reckoned from the day on which it was spoken, which is not known. */
function isOfTheMoment({ evidence }: Timex): boolean {
  return evidence.rule.endsWith("publication") && !evidence.rule.startsWith("weekday-");
}

function isSpoken(timex: Timex, { annotations }: ArchiveArticle): boolean {
  return annotations.quotations.some(
    ({ kind, start, end }) => kind !== "scare" && timex.start >= start && timex.end <= end,
  );
}

const REPORTING: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(words.reporting).map(([language, list]) => [language, new Set(list)]),
);
/** So many words around a time are looked at for a verb of saying. */
const NEAR = 4;

/** Without the grammar of a language: days alone, and a verb of saying close by. */
function outlookElsewhere(
  language: string,
  time: Pick<TimeInSentence, "before" | "after" | "order"> & { readonly place: CalendarPlace },
): Outlook | undefined {
  if (time.place.grain !== "day") return undefined;
  if (time.order === "after") return "expected";
  const near = [
    ...(time.before.match(WORD) ?? []).slice(-NEAR),
    ...(time.after.match(WORD) ?? []).slice(0, NEAR),
  ];
  const says = REPORTING.get(language);
  return near.some((word) => says?.has(word.toLowerCase())) ? "said" : "happened";
}
