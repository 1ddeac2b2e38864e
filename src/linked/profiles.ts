/** Which traits does each article have now, and what do they weigh? Stage 5 over the tables: profiles and vectors of what has changed, or of all. */

import type { NearnessTables, ProfileRow } from "../catalog/nearness.ts";
import { storedJson } from "../catalog/statements.ts";
import type { Placed } from "../catalog/trait-lists.ts";
import { dayOfTime, prominenceOf, type WordCount } from "../link/story-facts.ts";
import {
  type CountedTrait,
  type Frequencies,
  leadingTraits,
  packedVector,
  rounded,
  roundedSpread,
  traitId,
  unpackedVector,
  type Vector,
  vectorOf,
} from "../link/traits.ts";
import type { EntityKind, Span } from "../model.ts";
import type { Trait } from "../story-model.ts";
import { hashOf } from "../text/number-hash.ts";
import { AtHand } from "./at-hand.ts";

/** An article's vector and when it was printed. */
export interface Standing {
  readonly time: number;
  readonly day?: number;
  readonly vector: Vector;
}

/** How an article stood and how it stands; absent where there was or is none. */
export interface Move {
  readonly before?: Standing;
  readonly after?: Standing;
}

/** What has changed of profiles. */
export interface ProfileChanges {
  /** Articles whose vector, time or address is another one, by number. */
  readonly moves: ReadonlyMap<number, Move>;
  /** Markdown files of articles that are gone. */
  readonly gone: readonly string[];
}

/** A spread kept at hand: rare traits are in the cache as long as it holds. */
const MOST_CACHED = 200_000;

/** Returns the traits of an article, as its profile says. */
export function countedOf({ counted }: Pick<ProfileRow, "counted">): readonly CountedTrait[] {
  // `profileOf` wrote it
  const rows = storedJson(counted) as readonly (readonly [Trait["kind"], string, number])[];
  return rows.map(([kind, name, count]) => {
    const trait: Trait = kind === "word" ? { kind, word: name } : { kind, slug: name };
    return { id: traitId(trait), trait, count };
  });
}

/** Returns where an article stands by the row of its vector. */
export function standingOf({ time, vector }: { time: number; vector: Uint8Array }): Standing {
  const day = dayOfTime(time);
  return { time, ...(day !== undefined && { day }), vector: unpackedVector(vector) };
}

/**
 * Brings profiles, spreads, vectors and lists of all articles that are touched up to date, and of those whose traits have become another step rarer or
 * more common by it. Returns undefined where the size of the archive has come to another step: then all has to be made anew.
 */
export function updateProfiles(
  tables: NearnessTables,
  touched: readonly string[],
): ProfileChanges | undefined {
  const size = rounded(tables.size());
  if (String(size) !== tables.state("size")) return undefined;
  const changed = new Set<number>();
  const spreads = new Map<number, { readonly before: number; after: number }>();
  const gone: string[] = [];
  for (const path of touched) {
    const article = hashOf(path);
    const before = tables.profile(article);
    const after = profileOf(tables, article);
    if (after === undefined) gone.push(path);
    if (sameProfile(before, after)) continue;
    changed.add(article);
    updateHolders(tables, article, { before, after, spreads });
    if (after !== undefined) tables.writeProfile(after);
  }
  const reweighed = new Set(changed);
  for (const [trait, { before, after }] of spreads) {
    tables.lists.writeSpread(trait, after);
    if (roundedSpread(before) === roundedSpread(after)) continue;
    for (const article of tables.lists.holders(trait)) reweighed.add(article);
  }
  return { moves: moved(tables, { changed, reweighed, size }), gone };
}

function sameProfile(before: ProfileRow | undefined, after: ProfileRow | undefined): boolean {
  return (
    before?.counted === after?.counted &&
    before?.time === after?.time &&
    before?.address === after?.address
  );
}

/** What the text of an article and its names say now; undefined where there is none. */
function profileOf(tables: NearnessTables, article: number): ProfileRow | undefined {
  const fact = tables.fact(article);
  if (fact === undefined) return undefined;
  // written by `writeStoryFacts`
  const dateline = fact.dateline === null ? undefined : (storedJson(fact.dateline) as Span);
  const words = storedJson(fact.words) as readonly WordCount[];
  const named = tables.named(fact.path).flatMap((row) => {
    const count = prominenceOf(
      {
        // the column holds nothing else
        kind: row.kind as EntityKind,
        mentions: row.mentions,
        spans: row.spans === null ? [] : (storedJson(row.spans) as readonly Span[]),
        isInHeadline: row.inHeadline === 1,
      },
      dateline,
    );
    return count === 0 ? [] : [[row.kind, row.slug, count] as const];
  });
  const { path, address, time } = fact;
  const all = [...named, ...words.map(([word, count]) => ["word", word, count] as const)];
  const sorted = all.sort(([a, one], [b, other]) => (a + one < b + other ? -1 : 1));
  return { article, path, address, time, counted: JSON.stringify(sorted) };
}

function updateHolders(
  tables: NearnessTables,
  article: number,
  {
    before,
    after,
    spreads,
  }: {
    readonly before: ProfileRow | undefined;
    readonly after: ProfileRow | undefined;
    readonly spreads: Map<number, { readonly before: number; after: number }>;
  },
): void {
  const had = new Set(before === undefined ? [] : countedOf(before).map(({ id }) => id));
  const has = new Set(after === undefined ? [] : countedOf(after).map(({ id }) => id));
  const count = (trait: number, step: number): void => {
    const spread = spreads.get(trait);
    const known = spread?.before ?? tables.lists.spread(trait);
    spreads.set(trait, { before: known, after: (spread?.after ?? known) + step });
  };
  for (const trait of had)
    if (!has.has(trait)) {
      tables.lists.removeHolder(trait, article);
      count(trait, -1);
    }
  for (const trait of has)
    if (!had.has(trait)) {
      tables.lists.addHolder(trait, article);
      count(trait, 1);
    }
}

/** Vectors of those that are to be weighed anew; the lists by which articles are found are left for the caller to change. */
function moved(
  tables: NearnessTables,
  {
    changed,
    reweighed,
    size,
  }: {
    readonly changed: ReadonlySet<number>;
    readonly reweighed: ReadonlySet<number>;
    readonly size: number;
  },
): ReadonlyMap<number, Move> {
  const frequencies = frequenciesIn(tables, size);
  const moves = new Map<number, Move>();
  for (const article of [...reweighed].sort((a, b) => a - b)) {
    const before = tables.vector(article);
    const profile = tables.fact(article) === undefined ? undefined : tables.profile(article);
    const after = profile && {
      time: profile.time,
      vector: packedVector(vectorOf(countedOf(profile), frequencies)),
    };
    const isSame =
      before?.time === after?.time &&
      before !== undefined &&
      after !== undefined &&
      Buffer.compare(before.vector, after.vector) === 0;
    if (isSame && !changed.has(article)) continue;
    if (after !== undefined) tables.writeVector(article, after);
    moves.set(article, {
      ...(before !== undefined && { before: standingOf(before) }),
      ...(after !== undefined && { after: standingOf(after) }),
    });
  }
  return moves;
}

/** Spreads by their steps, the common ones kept at hand. */
function frequenciesIn(tables: NearnessTables, size: number): Frequencies {
  const spreads = new AtHand(MOST_CACHED, (trait) => roundedSpread(tables.lists.spread(trait)));
  return { size, of: (trait) => spreads.get(trait) ?? 0 };
}

/** Makes the profiles, spreads, vectors and lists of all articles anew. */
export function makeProfiles(tables: NearnessTables): void {
  const size = rounded(tables.size());
  tables.clear();
  tables.keepState("size", String(size));
  const held = tables.lists.gather();
  for (const { article } of tables.facts()) {
    const profile = profileOf(tables, article);
    if (profile === undefined) continue;
    tables.writeProfile(profile);
    for (const { id } of countedOf(profile)) held.add(id, { article, time: 0 });
  }
  held.intoHolders();
  const frequencies = frequenciesIn(tables, size);
  const found = tables.lists.gather();
  for (const profile of tables.profiles()) {
    const { article, time } = profile;
    const vector = vectorOf(countedOf(profile), frequencies);
    tables.writeVector(article, { time, vector: packedVector(vector) });
    for (const trait of leadingTraits(vector)) found.add(trait, { article, time });
  }
  found.intoLeading();
}

/** Returns the entries by which an article is found: its leading traits, each at its time. */
export function entriesOf(standing: Standing | undefined, article: number): readonly Entry[] {
  if (standing === undefined) return [];
  const { time, vector } = standing;
  return leadingTraits(vector).map((trait) => ({ trait, time, article }));
}

/** A place in the list of a trait. */
export interface Entry extends Placed {
  readonly trait: number;
}
