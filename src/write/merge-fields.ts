/** What becomes of front matter that its editor and its source have both changed? Stage 3: field by field. */
import type { FrontMatter } from "../model.ts";

/** A field that both have changed: the editor's value stands, and this is what import would have put. */
export interface FieldConflict {
  readonly field: keyof FrontMatter;
  readonly standing: unknown;
  readonly incoming: unknown;
}

/** By field: entries of its list that the editor took out. They stay out, whatever a source says later. */
export type Refused = Readonly<Record<string, readonly unknown[]>>;

/** Merged front matter, which fields were taken from the incoming, and what could not be merged. */
export interface MergedFields {
  readonly front: FrontMatter;
  readonly taken: readonly (keyof FrontMatter)[];
  readonly conflicts: readonly FieldConflict[];
  /** What has to be refused at the next merge. */
  readonly refused: Refused;
}

/** Three values of one field; `undefined` where it is not there. */
interface Sides {
  readonly base: unknown;
  readonly incoming: unknown;
  readonly standing: unknown;
}

/** What earlier imports leave to know. */
export interface Earlier {
  readonly refused: Refused;
  /** An import of this very change was killed: what only `standing` lacks of `base` it may have taken out itself. */
  readonly isResumed: boolean;
}

/** An address once given stays, whatever date or headline the source has now. */
const FIXED: ReadonlySet<string> = new Set(["address"]);
/** Says where the text comes from, which only import knows. */
const IMPORTS_OWN: ReadonlySet<string> = new Set(["source"]);

/**
 * Merges front matter field by field: what only one side has changed since `base` is as that side has it; where both
 * have, the editor's (`standing`) stands and a conflict says what `incoming` has. Lists are merged name
 * by name: what the editor took out stays out until he puts it back, what he put in stays in, and what import finds anew
 * comes in at the end.
 */
export function mergeFields(
  base: FrontMatter,
  incoming: FrontMatter,
  standing: FrontMatter,
  earlier: Earlier,
): MergedFields {
  const fields = [base, standing, incoming, earlier.refused].flatMap(Object.keys);
  const front: Record<string, unknown> = {};
  const taken: (keyof FrontMatter)[] = [];
  const conflicts: FieldConflict[] = [];
  const refused: Record<string, readonly unknown[]> = {};
  // the keys of checked front matters are the type's own
  for (const field of new Set(fields) as Set<keyof FrontMatter>) {
    const before = earlier.refused[field] ?? [];
    const sides = {
      // import did not put there what was refused before
      base: without(base[field], before),
      incoming: incoming[field],
      standing: standing[field],
    };
    const out = refusedOf(sides, before, earlier.isResumed);
    if (out.length > 0) refused[field] = out;
    const { value, clash } = mergedValue(field, sides, out);
    if (value !== undefined) front[field] = value;
    if (!isEqual(value, sides.standing)) taken.push(field);
    if (clash) conflicts.push({ field, standing: sides.standing, incoming: sides.incoming });
  }
  // each value is one that a checked front matter has under that key
  return { front: front as unknown as FrontMatter, taken, conflicts, refused };
}

/** What the editor has taken out of a list, now or earlier, and not put back. */
function refusedOf(
  { base, incoming, standing }: Sides,
  earlier: readonly unknown[],
  isResumed: boolean,
): readonly unknown[] {
  const here = keysOf(listOf(standing));
  const offered = keysOf(listOf(incoming));
  const were = isList(standing) ? listOf(base) : [];
  const takenOut = were.filter((entry) => !isResumed || offered.has(keyOf(entry)));
  const all = new Map([...earlier, ...takenOut].map((entry) => [keyOf(entry), entry]));
  return [...all].filter(([key]) => !here.has(key)).map(([, entry]) => entry);
}

function mergedValue(
  field: string,
  sides: Sides,
  refused: readonly unknown[],
): { readonly value: unknown; readonly clash: boolean } {
  const { base, incoming, standing } = sides;
  if (FIXED.has(field)) return { value: standing, clash: false };
  if (IMPORTS_OWN.has(field)) return { value: incoming ?? standing, clash: false };
  if (isEqual(base, standing)) return { value: without(incoming, refused), clash: false };
  if (isEqual(base, incoming) || isEqual(standing, incoming))
    return { value: standing, clash: false };
  // a list that was taken out altogether is filled by what is recognised, whatever the source has
  if (isList(base) && standing === undefined) return { value: undefined, clash: false };
  if (isList(standing)) return { value: mergedList(sides, refused), clash: false };
  return { value: standing, clash: true };
}

function mergedList(
  { base, incoming, standing }: Sides,
  refused: readonly unknown[],
): readonly unknown[] {
  const [before, now] = [keysOf(listOf(base)), keysOf(listOf(incoming))];
  const isKept = (key: string): boolean => !before.has(key) || now.has(key);
  const kept = listOf(standing).filter((entry) => isKept(keyOf(entry)));
  const known = new Set([...before, ...keysOf(listOf(standing)), ...keysOf(refused)]);
  return [...kept, ...listOf(incoming).filter((entry) => !known.has(keyOf(entry)))];
}

function without(value: unknown, refused: readonly unknown[]): unknown {
  if (!isList(value) || refused.length === 0) return value;
  const out = keysOf(refused);
  return value.filter((entry) => !out.has(keyOf(entry)));
}

/** A list that is not there is empty. */
function listOf(value: unknown): readonly unknown[] {
  return isList(value) ? value : [];
}

function keysOf(list: readonly unknown[]): ReadonlySet<string> {
  return new Set(list.map(keyOf));
}

/** Entries are names, or small maps such as those of `removed`. */
function keyOf(entry: unknown): string {
  return JSON.stringify(entry);
}

/** An emptied list is not one that is absent: that one is filled by what is recognised. */
function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
