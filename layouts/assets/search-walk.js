/** How far does a search go back? Through the parts of the index, the newest first, until enough is found. */
import { UNDATED } from "./search-state.js";

/** Parts asked at once at most; the first alone, so that what it finds is seen at once. */
const WIDEST = 4;
/** Parts after which the reader is asked whether to go on. */
const MOST_PARTS = 12;

/** Returns the parts that can hold what is asked for: none that the chosen years exclude. */
export function partsFor(parts, { from, to }) {
  if (from === UNDATED) return parts.filter((part) => part.from === undefined);
  if (from === "" && to === "") return parts;
  return parts.filter(
    (part) =>
      part.from !== undefined &&
      (from === "" || from <= yearOf(part.to)) &&
      (to === "" || yearOf(part.from) <= to),
  );
}

/** Returns the years to look for in a part, or nothing where all of it lies within the chosen years. */
export function yearsToAsk(part, { from, to }) {
  if (part.from === undefined) return undefined;
  const [first, last] = [yearOf(part.from), yearOf(part.to)];
  const start = from !== "" && first < from ? from : first;
  const end = to !== "" && to < last ? to : last;
  if (start === first && end === last) return undefined;
  return Array.from({ length: Number(end) - Number(start) + 1 }, (_, index) =>
    String(Number(start) + index),
  );
}

function yearOf(month) {
  return month.slice(0, 4);
}

/** A walk through parts of the index; `ask` returns `{results}` of one, its best or newest first. */
export class Walk {
  #ask;
  #parts;
  #byScore;
  #results = [];
  #asked = 0;

  constructor(parts, ask, { byScore = false } = {}) {
    this.#parts = parts;
    this.#ask = ask;
    this.#byScore = byScore;
  }

  /** All that has been found so far, in the order in which it is shown. */
  get results() {
    return this.#results;
  }

  /** The parts that have been searched. */
  get searched() {
    return this.#parts.slice(0, this.#asked);
  }

  /** The part that comes next, if there is one. */
  get next() {
    return this.#parts[this.#asked];
  }

  get articles() {
    return this.searched.reduce((sum, { count }) => sum + count, 0);
  }

  /**
   * Goes on until there are so many results out of so many articles, or twelve parts have been asked;
   * calls back after each step and stops if that returns false.
   */
  async goOn({ results = 0, articles = 0 }, onStep) {
    const end = this.#asked + MOST_PARTS;
    let width = 1;
    do {
      const parts = this.#parts.slice(this.#asked, Math.min(this.#asked + width, end));
      const answers = await Promise.all(parts.map((part) => this.#ask(part)));
      this.#take(answers, parts);
      width = Math.min(2 * width, WIDEST);
      if ((await onStep()) === false) return;
    } while (
      this.next !== undefined &&
      this.#asked < end &&
      (this.#results.length < results || this.articles < articles)
    );
  }

  #take(answers, parts) {
    this.#asked += parts.length;
    const found = answers.flatMap((answer, index) =>
      this.#byScore ? comparable(answer, parts[index]) : answer.results,
    );
    this.#results = [...this.#results, ...found];
    // where marks are equal, the newer comes first
    if (this.#byScore) this.#results.sort((a, b) => b.mark - a.mark);
  }
}

/**
 * Returns a part's results with marks that can be set beside those of another. Pagefind's score grows with how
 * rare the words are in the part (BM25's inverse document frequency), so that the same article would be worth more in
 * a part in which few others have them; that is taken out of it, by the articles that hold all the words.
 */
function comparable({ results, unfilteredResultCount }, { count }) {
  const holding = Math.min(unfilteredResultCount, count);
  const rarity = Math.log(1 + (count - holding + 0.5) / (holding + 0.5));
  return results.map((result) => ({ ...result, mark: result.score / rarity }));
}

/** Returns when the parts were printed, in words: `2019–2026`, or `August to October 2026`. */
export function whenPrinted(parts, { from, to }, language) {
  const dated = parts.filter((part) => part.from !== undefined);
  const oldest = dated.at(-1);
  const newest = dated[0];
  if (oldest === undefined || newest === undefined) return "undated articles";
  const start = from > yearOf(oldest.from) ? from : oldest.from;
  const end = to !== "" && to < yearOf(newest.to) ? to : newest.to;
  // only a part of its year has been searched
  const isShort = /^\d{4}-(?:\d\d|q\d)$/.test(oldest.name) && start.length > 4;
  return isShort && end.length > 4
    ? monthsBetween(start, end, language)
    : yearsBetween(yearOf(start), yearOf(end));
}

function yearsBetween(start, end) {
  return start === end ? start : `${start}–${end}`;
}

function monthsBetween(start, end, language) {
  const [year, month] = [monthIn(language, { year: "numeric" }), monthIn(language, {})];
  if (start === end) return year(end);
  return `${yearOf(start) === yearOf(end) ? month(start) : year(start)} to ${year(end)}`;
}

function monthIn(language, options) {
  const format = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC", ...options });
  return (month) => format.format(new Date(`${month}-01T00:00:00Z`));
}
