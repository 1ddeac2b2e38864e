/** When did a subject fill more of the paper than usual? Stage 6. */
import type { ArticleEntry, CoverageBar } from "../page-parts.ts";
import type { Peak } from "../page-subjects.ts";
import type { PageContext } from "./context.ts";

const FEWEST_ARTICLES = 4;
/** So many times its share of the archive. */
const LEAST_TIMES = 2;
const MOST_PEAKS = 8;

/**
 * Returns, in the order of time, the months (or years, as the bars are) with four articles or more and at least twice as many as the subject's share of
 * the whole archive would give them: what is counted is the paper, so that a month of which the archive has more is no peak for
 * that. At most eight, those that stand out most.
 */
export function peaksOf(coverage: readonly CoverageBar[], context: PageContext): readonly Peak[] {
  const all = context.print.printedAbout("");
  const own = coverage.reduce((sum, { count }) => sum + count, 0);
  return coverage
    .filter((bar) => bar.count >= FEWEST_ARTICLES)
    .map((bar) => ({
      ...bar,
      printed: Math.max(context.print.printedAbout(bar.period), bar.count),
    }))
    .map((bar) => ({ bar, times: (bar.count * all) / (bar.printed * own) }))
    .filter(({ times }) => times >= LEAST_TIMES)
    .sort((a, b) => b.bar.count * (1 - 1 / b.times) - a.bar.count * (1 - 1 / a.times))
    .slice(0, MOST_PEAKS)
    .map(({ bar }) => ({ ...bar, printed: context.print.printedIn(bar.period) }))
    .sort((a, b) => (a.period < b.period ? -1 : 1));
}

/** Returns the peak that an article was printed in. */
export function peakAt({ date = "" }: ArticleEntry, peaks: readonly Peak[]): Peak | undefined {
  return peaks.find(({ period }) => date.startsWith(period));
}
