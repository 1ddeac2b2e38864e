/** Which sentences tell of the same event? Stage 5. */
import type { EventReport } from "../event-model.ts";
import words from "../words/event-words.json" with { type: "json" };

/** Reports of one event, the one that leads first. */
export type ReportGroup = readonly [EventReport, ...EventReport[]];

/**
 * Returns reports of one time by the event that they tell of, groups in the order of their first report. Two tell of the same where
 * nearly the same words stand in both, or many of the same with the same names; each is compared with the one that
 * opened a group, so that no chain of likenesses joins two that are unlike. First in a group stands the earliest report that tells of the
 * event as it turned out. What was said is not joined with what was done.
 */
export function groupReports(
  reports: readonly EventReport[],
  isDay: boolean,
): readonly ReportGroup[] {
  const groups: { readonly key: ReportWords; readonly reports: [EventReport, ...EventReport[]] }[] =
    [];
  const byWord = new Map<string, number[]>();
  for (const report of reports) {
    const key = { ...wordsOf(report), isDay };
    const candidates = new Set([...key.all].flatMap((word) => byWord.get(word) ?? []));
    const alike = [...candidates]
      .sort((a, b) => a - b)
      .flatMap((at) => groups[at] ?? [])
      .find((group) => tellTheSame(group.key, key));
    if (alike !== undefined) {
      alike.reports.push(report);
      continue;
    }
    for (const word of key.all) {
      const at = byWord.get(word) ?? [];
      // a word in so many groups does not tell them apart
      if (at.length < COMMON) byWord.set(word, [...at, groups.length]);
    }
    groups.push({ key, reports: [report] });
  }
  return groups.map((group) => led(group.reports));
}

const COMMON = 60;

/** First the earliest that tells of it as past; what was expected only where nothing else is told. */
function led(reports: [EventReport, ...EventReport[]]): ReportGroup {
  const lead = reports.find(({ outlook }) => outlook === "happened") ?? reports[0];
  return [lead, ...reports.filter((report) => report !== lead)];
}

interface ReportWords {
  readonly all: ReadonlySet<string>;
  /** Those with a capital inside the sentence; of a name of several words the last. */
  readonly names: ReadonlySet<string>;
  readonly said: boolean;
  /** Whether the time is a day: of a month or a year much is told with the same names. */
  readonly isDay: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const STOP_WORDS: ReadonlySet<string> = new Set(words.stopWords);
/** Words with so many equal letters at their head are one, their endings apart: "closes", "closed", "closing". */
const STEM = 5;
const ENDING = /(?<=\p{L}{3})(?:ed|ing|es|s|e)$/u;
const SHORTEST = 3;

function wordsOf({ sentence, outlook }: EventReport): Omit<ReportWords, "isDay"> {
  const { text, words: meant } = sentence;
  const all = new Set<string>();
  const names = new Set<string>();
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const end = match.index + word.length;
    const isTime = meant.some((span) => match.index >= span.start && match.index < span.end);
    const folded = word.toLowerCase();
    if (isTime || STOP_WORDS.has(folded)) continue;
    if (word.length < SHORTEST && !/^\p{N}/u.test(word)) continue;
    const isName = match.index > 0 && CAPITAL.test(word);
    // of "the New York Stock Exchange" the last word stands for all
    if (isName && NAME_GOES_ON.test(text.slice(end, end + 3))) continue;
    const stem = folded.replace(ENDING, "").slice(0, STEM);
    all.add(stem);
    if (isName) names.add(stem);
  }
  return { all, names, said: outlook === "said" };
}

const CAPITAL = /^\p{Lu}\p{Ll}/u;
const NAME_GOES_ON = /^ \p{Lu}\p{Ll}/u;

const FEWEST_SHARED = 4;
/** Titles and names alone tell who, not what. */
const FEWEST_NOT_NAMES = 3;
const NEARLY_ALL = 0.6;
const MANY = 0.45;
const NAMES = 2;
/** Of one day, with so many names and other words in common, fewer are enough: nobody leaves one treaty twice on a day. */
const ON_ONE_DAY = { share: 0.4, names: 2, notNames: 2, shared: 4 };

function tellTheSame(one: ReportWords, other: ReportWords): boolean {
  if (one.said !== other.said) return false;
  const shared = sharedOf(one.all, other.all);
  const names = sharedOf(one.names, other.names);
  const share = shared / Math.min(one.all.size, other.all.size);
  const notNames = shared - names;
  if (one.isDay && share >= ON_ONE_DAY.share && shared >= ON_ONE_DAY.shared)
    if (names >= ON_ONE_DAY.names && notNames >= ON_ONE_DAY.notNames) return true;
  if (shared < FEWEST_SHARED || notNames < FEWEST_NOT_NAMES) return false;
  return share >= NEARLY_ALL || (share >= MANY && names >= NAMES);
}

function sharedOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared;
}
