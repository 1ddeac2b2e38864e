/** With which articles does one begin to read about a subject? Stage 6. */
import type { StartEntry } from "../page-subjects.ts";
import { groupBy } from "../text/grouping.ts";
import type { InterfaceWords } from "../text/interface-words.ts";

/** Who reads fewer articles needs no advice. */
const FEWEST_ARTICLES = 6;
const FEWEST_PEOPLE = 3;
const FEWEST_WORDS = 2;
/** A single word may be there by chance; who has three is about it. */
const SURE_WORDS = 3;

/** What is looked at of an article on a subject. */
export interface Beginning extends Pick<StartEntry, "article"> {
  /** How many of the people that are typical of the subject it names. */
  readonly people: number;
  /** How many different words of the subject it has. */
  readonly words: number;
}

/** An article of which it is not known yet who is typical of its subject. */
export interface BeginningToBe {
  /** Its Markdown file. */
  readonly path: string;
  readonly date?: string;
  /** How many people it names. */
  readonly people: number;
  readonly words: number;
}

/** Of so many articles that name most people the one is chosen that names most of those who are typical. */
const MOST_PEOPLED = 10;

/**
 * Returns those of which `startHere` may choose some, in their order: by each of its reasons, whichever month or year should be the busiest. It may be asked of
 * parts and then of what these gave.
 */
export function beginningsAmong(oldestFirst: readonly BeginningToBe[]): readonly BeginningToBe[] {
  const dated = oldestFirst.filter(({ date }) => date !== undefined);
  const byMonth = groupBy(dated, ({ date = "" }) => date.slice(0, 7));
  const peopled = oldestFirst.toSorted((a, b) => b.people - a.people).slice(0, MOST_PEOPLED);
  const chosen = new Set([
    dated[0],
    dated.at(-1),
    dated.find(({ words }) => words >= SURE_WORDS),
    most(oldestFirst, ({ words }) => words, FEWEST_WORDS),
    ...[...byMonth.values()].map((within) => most(within, ({ words }) => words, 1)),
    ...peopled,
  ]);
  return oldestFirst.filter((one) => chosen.has(one));
}

/** What is known of a subject beside its articles. */
export interface SubjectFigures {
  /** How many articles it has. */
  readonly total: number;
  /** How many people are typical of it. */
  readonly people: number;
  /** The month or year with most articles. */
  readonly busiest: { readonly period: string; readonly label: string } | undefined;
}

/**
 * Returns up to five articles to begin with, in the order of time, each with its reasons: the first one (if it can be, with three of the subject's words), the one that names most of the
 * people, the one with most of the subject's words, the same of the busiest month or year, and the last. Of equals the
 * earliest. None where the subject has fewer than six.
 *
 * @param oldestFirst All, or those that `beginningsAmong` gives of them. Those of which the day, month or year is known come in the order of time.
 */
export function startHere(
  oldestFirst: readonly Beginning[],
  { total, people, busiest }: SubjectFigures,
  words: InterfaceWords,
): readonly StartEntry[] {
  if (total < FEWEST_ARTICLES) return [];
  const dated = oldestFirst.filter(({ article }) => article.date !== undefined);
  const withPeople = most(oldestFirst, (one) => one.people, FEWEST_PEOPLE);
  const withWords = most(oldestFirst, (one) => one.words, FEWEST_WORDS);
  const inBusiest = dated.filter(({ article }) => article.date?.startsWith(busiest?.period ?? "–"));
  const ofBusiest = most(inBusiest, (one) => one.words, 1);
  const [earliest] = dated;
  const first = dated.find(({ words }) => words >= SURE_WORDS) ?? earliest;
  const reasons: readonly (readonly [Beginning | undefined, string])[] = [
    [
      first,
      first === earliest
        ? words.say("subject.first")
        : words.say("subject.firstWithWords", { count: SURE_WORDS }),
    ],
    [withPeople, words.say("subject.namesPeople", { count: withPeople?.people ?? 0, people })],
    [withWords, words.say("subject.hasWords", { count: withWords?.words ?? 0 })],
    [ofBusiest, words.say("subject.hasWordsIn", { period: busiest?.label ?? "" })],
    [dated.at(-1), words.say("subject.latest")],
  ];
  return oldestFirst.flatMap((one) => {
    const own = reasons.flatMap(([chosen, reason]) => (chosen === one ? reason : []));
    return own.length === 0 ? [] : { article: one.article, reasons: own };
  });
}

function most<One>(
  beginnings: readonly One[],
  countOf: (one: One) => number,
  least: number,
): One | undefined {
  let best: One | undefined;
  for (const one of beginnings) {
    const before = best === undefined ? least - 1 : countOf(best);
    if (countOf(one) > before) best = one;
  }
  return best;
}
