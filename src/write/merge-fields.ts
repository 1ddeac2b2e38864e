/** What becomes of front matter that its editor and its source have both changed? Stage 3: field by field. */
import type { FrontMatter } from "../model.ts";

/** A field that both have changed: the editor's value stands, and this is what import would have put. */
export interface FieldConflict {
  readonly field: keyof FrontMatter;
  readonly standing: unknown;
  readonly incoming: unknown;
}

/** Merged front matter, which fields were taken from the incoming, and what could not be merged. */
export interface MergedFields {
  readonly front: FrontMatter;
  readonly taken: readonly (keyof FrontMatter)[];
  readonly conflicts: readonly FieldConflict[];
}

/** Three values of one field; `undefined` where it is not there. */
interface Sides {
  readonly base: unknown;
  readonly incoming: unknown;
  readonly standing: unknown;
}

/** An address once given stays, whatever date or headline the source has now. */
const FIXED: ReadonlySet<string> = new Set(["address"]);
/** Says where the text comes from, which only import knows. */
const IMPORTS_OWN: ReadonlySet<string> = new Set(["source"]);

/**
 * Merges front matter field by field: what only one side has changed since `base` is as that side has it; where both
 * have, the editor's (`standing`) stands and a conflict says what `incoming` has. Lists are merged name
 * by name: what the editor took out stays out, what he put in stays in, and what import finds anew comes in at the end.
 */
export function mergeFields(
  base: FrontMatter,
  incoming: FrontMatter,
  standing: FrontMatter,
): MergedFields {
  // the keys of three checked front matters are the type's own
  const keys = [
    ...new Set([...Object.keys(standing), ...Object.keys(incoming)]),
  ] as (keyof FrontMatter)[];
  const front: Record<string, unknown> = {};
  const taken: (keyof FrontMatter)[] = [];
  const conflicts: FieldConflict[] = [];
  for (const field of keys) {
    const sides = { base: base[field], incoming: incoming[field], standing: standing[field] };
    const { value, clash } = mergedValue(field, sides);
    if (value !== undefined) front[field] = value;
    if (!isEqual(value, sides.standing)) taken.push(field);
    if (clash) conflicts.push({ field, standing: sides.standing, incoming: sides.incoming });
  }
  // each value is one that a checked front matter has under that key
  return { front: front as unknown as FrontMatter, taken, conflicts };
}

function mergedValue(
  field: string,
  sides: Sides,
): { readonly value: unknown; readonly clash: boolean } {
  const { base, incoming, standing } = sides;
  if (FIXED.has(field)) return { value: standing, clash: false };
  if (IMPORTS_OWN.has(field)) return { value: incoming ?? standing, clash: false };
  if (isEqual(base, standing)) return { value: incoming, clash: false };
  if (isEqual(base, incoming) || isEqual(standing, incoming))
    return { value: standing, clash: false };
  // a list that was taken out altogether is filled by what is recognised, whatever the source has
  if (isList(base) && standing === undefined) return { value: undefined, clash: false };
  if (isList(base) && isList(incoming) && isList(standing)) {
    return { value: mergedList(base, incoming, standing), clash: false };
  }
  return { value: standing, clash: true };
}

function mergedList(
  base: readonly unknown[],
  incoming: readonly unknown[],
  standing: readonly unknown[],
): readonly unknown[] {
  const [before, now] = [keysOf(base), keysOf(incoming)];
  const kept = standing.filter((entry) => !before.has(keyOf(entry)) || now.has(keyOf(entry)));
  const known = new Set([...before, ...keysOf(standing)]);
  return [...kept, ...incoming.filter((entry) => !known.has(keyOf(entry)))];
}

function keysOf(list: readonly unknown[]): ReadonlySet<string> {
  return new Set(list.map(keyOf));
}

/** Entries are names, or small maps such as those of `removed`. */
function keyOf(entry: unknown): string {
  return JSON.stringify(entry);
}

/** A list that was emptied and one that is not there say the same. */
function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
