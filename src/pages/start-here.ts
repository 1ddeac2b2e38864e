/** With which articles does one begin to read about a subject? Stage 6. */
import type { StartEntry } from "../page-subjects.ts";

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

/**
 * Returns up to five articles to begin with, in the order of time, each with its reasons: the first one (if it can be, with three of the subject's words), the one that names most of the
 * people, the one with most of the subject's words, the same of the busiest month or year, and the last. Of equals the
 * earliest. None where there are fewer than six.
 *
 * @param oldestFirst Articles of which the day, month or year is known come in the order of time.
 * @param people How many people are typical of the subject.
 * @param busiest The month or year with most articles.
 */
export function startHere(
  oldestFirst: readonly Beginning[],
  people: number,
  busiest: { readonly period: string; readonly label: string } | undefined,
): readonly StartEntry[] {
  if (oldestFirst.length < FEWEST_ARTICLES) return [];
  const dated = oldestFirst.filter(({ article }) => article.date !== undefined);
  const withPeople = most(oldestFirst, (one) => one.people, FEWEST_PEOPLE);
  const withWords = most(oldestFirst, (one) => one.words, FEWEST_WORDS);
  const inBusiest = dated.filter(({ article }) => article.date?.startsWith(busiest?.period ?? "–"));
  const ofBusiest = most(inBusiest, (one) => one.words, 1);
  const [earliest] = dated;
  const first = dated.find(({ words }) => words >= SURE_WORDS) ?? earliest;
  const reasons: readonly (readonly [Beginning | undefined, string])[] = [
    [first, first === earliest ? "the first" : `the first with ${SURE_WORDS} of its words or more`],
    [withPeople, `names most of its people: ${withPeople?.people} of ${people}`],
    [withWords, `has most of its words: ${withWords?.words} different ones`],
    [ofBusiest, `has most of its words of all in ${busiest?.label}, when most was printed on it`],
    [dated.at(-1), "the latest"],
  ];
  return oldestFirst.flatMap((one) => {
    const own = reasons.flatMap(([chosen, reason]) => (chosen === one ? reason : []));
    return own.length === 0 ? [] : { article: one.article, reasons: own };
  });
}

function most(
  beginnings: readonly Beginning[],
  countOf: (one: Beginning) => number,
  least: number,
): Beginning | undefined {
  let best: Beginning | undefined;
  for (const one of beginnings) {
    const before = best === undefined ? least - 1 : countOf(best);
    if (countOf(one) > before) best = one;
  }
  return best;
}
