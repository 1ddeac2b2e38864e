/** Which names and topics are typical of some articles, and not only frequent everywhere? Stage 6. */
import type { EntityKind } from "../model.ts";
import type { CountedLink } from "../page-parts.ts";
import type { KindredTopic } from "../page-subjects.ts";
import { byCodeUnits } from "../text/fold.ts";
import type { PageContext } from "./context.ts";
import type { Counts } from "./name-sums.ts";

/** A topic that shares fewer articles, or a smaller part of them, is next to another by chance. */
const FEWEST_SHARED = 3;
const LEAST_PART = 0.02;
/** Both figures of the archive are rounded, so that the true lift may be less by the square root of two: never less than 1. */
const LEAST_LIFT = 1.5;

/** Two figures that are rounded to powers of the square root of two may be off by so much together. */
const ROUNDING = Math.SQRT2;

/** Of so many articles, what one alone names is typical of that one. */
const MANY_ARTICLES = 10;

/** Articles of a subject, and how often these have each name of a kind. */
export interface Tallied {
  readonly kind: EntityKind;
  readonly counts: Counts;
  readonly articles: number;
}

/**
 * Returns the names of a kind in some articles (of ten articles or more: in two of them at least), each with how many of them have it: those first that they have more often than the archive
 * as a whole, by how unlikely that is (log-likelihood ratio, Dunning 1993), then the others by their number; so many at most.
 */
export function typicalNames(
  { kind, counts, articles }: Tallied,
  most: number,
  context: PageContext,
): readonly CountedLink[] {
  const all = Math.max(context.print.printedAbout(""), articles);
  const least = articles < MANY_ARTICLES ? 1 : 2;
  const mostFirst = counts.filter(([, count]) => count >= least).sort(([, a], [, b]) => b - a);
  const weightOf = (count: number, total: number): number =>
    count * all > total * articles * ROUNDING ? likelihoodRatio(count, articles, total, all) : 0;
  const weighed: { readonly link: CountedLink; readonly weight: number }[] = [];
  const heaviest: number[] = [];
  for (const [slug, count] of mostFirst) {
    // of names of one count that weighs most which no other article has: where even it is too light, so are all that follow
    const bound = weightOf(count, count);
    const lightest = heaviest[0] ?? 0;
    const isFull = heaviest.length === most && count < (mostFirst[most - 1]?.[1] ?? 0);
    if (isFull && (bound < lightest || bound === 0)) break;
    const weight = weightOf(count, Math.max(context.names.total(kind, slug), count));
    weighed.push({ link: { ...context.names.link({ kind, slug }), count }, weight });
    heaviest.push(weight);
    heaviest.sort((a, b) => a - b);
    if (heaviest.length > most) heaviest.shift();
  }
  return weighed
    .sort(
      (a, b) =>
        b.weight - a.weight || b.link.count - a.link.count || byCodeUnits(a.link.name, b.link.name),
    )
    .slice(0, most)
    .map(({ link }) => link);
}

/**
 * Returns the topics that stand in some articles more often than in the archive as a whole, by about how many times as often (lift: to within the square root of two, and more often for certain); those in three of
 * them or more, and in one of fifty.
 *
 * @param but Slugs that are left out.
 */
export function kindredTopics(
  { counts, articles }: Omit<Tallied, "kind">,
  but: ReadonlySet<string>,
  context: PageContext,
): readonly KindredTopic[] {
  const kind = "topic";
  const all = Math.max(context.print.printedAbout(""), articles);
  const least = Math.max(FEWEST_SHARED, articles * LEAST_PART);
  return counts
    .filter(([slug, count]) => !but.has(slug) && count >= least)
    .map(([slug, count]) => {
      const total = Math.max(context.names.total(kind, slug), count);
      const lift = (count * all) / (total * articles);
      return { ...context.names.link({ kind, slug }), count, lift };
    })
    .filter(({ address, lift }) => address !== undefined && lift >= LEAST_LIFT)
    .sort((a, b) => b.lift - a.lift || b.count - a.count || byCodeUnits(a.name, b.name));
}

/** Dunning's G² of a two-by-two table: `both` articles of `own`, of which the archive has `total` in `all`. */
function likelihoodRatio(both: number, own: number, total: number, all: number): number {
  const cells = [
    { seen: both, expected: (own * total) / all },
    { seen: own - both, expected: (own * (all - total)) / all },
    { seen: total - both, expected: ((all - own) * total) / all },
    { seen: all - own - total + both, expected: ((all - own) * (all - total)) / all },
  ];
  return cells.reduce(
    (sum, { seen, expected }) =>
      seen <= 0 || expected <= 0 ? sum : sum + 2 * seen * Math.log(seen / expected),
    0,
  );
}
