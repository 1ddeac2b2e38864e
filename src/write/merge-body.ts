/** What becomes of a body that its editor and its source have both changed? Stage 3: paragraph by paragraph. */
import { alignment, differences } from "../text/alignment.ts";

/** A paragraph, crosshead, list item or table as its Markdown stands, and the empty lines behind it. */
export interface BodyUnit {
  readonly text: string;
  readonly gap: string;
}

/** Where both have changed the same paragraphs: the editor's stand, and this is what import would have put. */
export interface BodyConflict {
  /** Number of the paragraph, from 1, in the merged body; of several the first. */
  readonly paragraph: number;
  readonly standing: readonly string[];
  readonly incoming: readonly string[];
}

/** A merged body and what could not be merged. */
export interface MergedBody {
  readonly body: string;
  readonly conflicts: readonly BodyConflict[];
  /** How many paragraphs were taken from the incoming body, or left out because it has left them out. */
  readonly taken: number;
}

const FENCE = /^(?<fence>`{3,}|~{3,})/;
const LIST_MARK = /^(?:[-*+]|\d{1,9}[.)])\s/;
const LINES = /[^\n]*\n|[^\n]+$/g;

/**
 * Returns the units of a Markdown body, in order: joined, text and gap, they are the body to the character, but for
 * empty lines at its head. A fenced table is one unit whatever it holds; each item of a list is one.
 */
export function bodyUnits(body: string): readonly BodyUnit[] {
  const units: { text: string; gap: string }[] = [];
  let fence: string | undefined;
  for (const line of body.match(LINES) ?? []) {
    const last = units.at(-1);
    if (fence === undefined && line.trim() === "") {
      if (last !== undefined) last.gap += line;
      continue;
    }
    const ticks = FENCE.exec(line)?.groups?.["fence"];
    const text = line.endsWith("\n") ? line.slice(0, -1) : line;
    const gap = line.slice(text.length);
    const begins = fence === undefined && (ticks !== undefined || LIST_MARK.test(line));
    if (last === undefined || begins || (fence === undefined && isApart(last.gap))) {
      units.push({ text, gap });
    } else {
      last.text += `${last.gap}${text}`;
      last.gap = gap;
    }
    if (fence === undefined) fence = ticks;
    else if (ticks?.startsWith(fence) && line.trim() === ticks) fence = undefined;
  }
  return units;
}

/** Whether empty lines stand behind a unit: its own line end and another. */
function isApart(gap: string): boolean {
  return gap.indexOf("\n") !== gap.lastIndexOf("\n");
}

/**
 * Merges three bodies paragraph by paragraph: what only one side has changed since `base` is as that side has it; where
 * both have changed the same paragraphs, the editor's (`standing`) stand and a conflict says what `incoming` has.
 * Unlike diff3 (S. Khanna, K. Kunal, B. C. Pierce, A Formal Investigation of Diff3, 2007), changes of
 * neighbours are no conflict, nor are paragraphs that both put in at one place: the source's come first. Untouched
 * Markdown is kept to the character.
 */
export function mergeBody(base: string, incoming: string, standing: string): MergedBody {
  if (base === incoming || standing === incoming)
    return { body: standing, conflicts: [], taken: 0 };
  const sides: Bodies = {
    base: bodyUnits(base),
    incoming: bodyUnits(incoming),
    standing: bodyUnits(standing),
  };
  const toStanding = new Map(alignment(textsOf(sides.base), textsOf(sides.standing)));
  const merged: BodyUnit[] = [];
  const conflicts: BodyConflict[] = [];
  let taken = 0;
  let at = 0;
  const copyTo = (end: number): void => {
    for (; at < end; at += 1) {
      const unit = sides.standing[toStanding.get(at) ?? -1] ?? sides.base[at];
      if (unit !== undefined) merged.push(unit);
    }
  };
  for (const cluster of clustersOf(sides)) {
    copyTo(cluster.from);
    const { units, clash, taken: fromSource } = settled(cluster, sides.base);
    if (clash !== undefined) conflicts.push({ paragraph: merged.length + 1, ...clash });
    taken += fromSource;
    for (const unit of units) merged.push(unit);
    at = cluster.to;
  }
  copyTo(sides.base.length);
  return { body: joined(merged, sides), conflicts, taken };
}

interface Bodies {
  readonly base: readonly BodyUnit[];
  readonly incoming: readonly BodyUnit[];
  readonly standing: readonly BodyUnit[];
}

/** What one side has put in the place of some units of the base, its end exclusive. */
interface Hunk {
  readonly side: "incoming" | "standing";
  readonly from: number;
  readonly to: number;
  readonly units: readonly BodyUnit[];
}

/** Hunks of both sides that change the same units of the base, or one alone. */
interface Cluster {
  readonly from: number;
  to: number;
  readonly hunks: Hunk[];
}

function clustersOf({ base, incoming, standing }: Bodies): readonly Cluster[] {
  const hunks = [
    ...hunksOf("incoming", base, incoming),
    ...hunksOf("standing", base, standing),
  ].sort((a, b) => a.from - b.from || a.to - b.to || (a.side < b.side ? -1 : 1));
  const clusters: Cluster[] = [];
  for (const hunk of hunks) {
    const last = clusters.at(-1);
    const isAtOnePlace = last?.from === hunk.from && last.to === hunk.to;
    if (last !== undefined && (hunk.from < last.to || isAtOnePlace)) {
      last.hunks.push(hunk);
      last.to = Math.max(last.to, hunk.to);
    } else {
      clusters.push({ from: hunk.from, to: hunk.to, hunks: [hunk] });
    }
  }
  return clusters;
}

/** Where as many units stand as before, each is a change of its own. */
function hunksOf(
  side: Hunk["side"],
  base: readonly BodyUnit[],
  changed: readonly BodyUnit[],
): readonly Hunk[] {
  return differences(textsOf(base), textsOf(changed)).flatMap(({ first: [from, to], second }) => {
    const units = changed.slice(...second);
    if (to - from !== units.length) return [{ side, from, to, units }];
    return units.map((unit, at) => ({ side, from: from + at, to: from + at + 1, units: [unit] }));
  });
}

interface Settlement {
  readonly units: readonly BodyUnit[];
  readonly clash?: Omit<BodyConflict, "paragraph">;
  readonly taken: number;
}

function settled(cluster: Cluster, base: readonly BodyUnit[]): Settlement {
  const incoming = sideOf("incoming", cluster, base);
  const standing = sideOf("standing", cluster, base);
  if (cluster.hunks.every(({ side }) => side === "incoming")) {
    return { units: incoming, taken: Math.max(cluster.to - cluster.from, incoming.length) };
  }
  const mine = { units: standing, taken: 0 };
  if (cluster.hunks.every(({ side }) => side === "standing")) return mine;
  const [theirs, own] = [textsOf(incoming), textsOf(standing)];
  if (cluster.from === cluster.to) {
    // both have put something in, and what they both have put in comes once
    const [inTheirs, inOwn] = [new Set(theirs), new Set(own)];
    const others = standing.filter(({ text }) => !inTheirs.has(text));
    return {
      units: [...incoming, ...others],
      taken: theirs.filter((text) => !inOwn.has(text)).length,
    };
  }
  const isAlike = theirs.length === own.length && theirs.every((text, at) => text === own[at]);
  return isAlike ? mine : { ...mine, clash: { standing: own, incoming: theirs } };
}

/** A cluster's stretch of the base as one side has it. */
function sideOf(
  wanted: Hunk["side"],
  { from, to, hunks }: Cluster,
  base: readonly BodyUnit[],
): readonly BodyUnit[] {
  const stretches: (readonly BodyUnit[])[] = [];
  let at = from;
  for (const { side, from: start, to: end, units } of hunks) {
    if (side !== wanted) continue;
    stretches.push(base.slice(at, start), units);
    at = end;
  }
  return [...stretches, base.slice(at, to)].flat();
}

function textsOf(units: readonly BodyUnit[]): readonly string[] {
  return units.map(({ text }) => text);
}

/** Units that followed each other in a body keep what stood between them; others are parted as import parts them. */
function joined(units: readonly BodyUnit[], { base, incoming, standing }: Bodies): string {
  const followers = new Map(
    [base, incoming, standing].flatMap((body) =>
      body.map((unit, index) => [unit, body[index + 1]] as const),
    ),
  );
  return units
    .map((unit, index) => {
      const next = units[index + 1];
      if (next === undefined) return `${unit.text}\n`;
      if (followers.get(unit) === next) return unit.text + unit.gap;
      const bothItems = LIST_MARK.test(unit.text) && LIST_MARK.test(next.text);
      return `${unit.text}${bothItems ? "\n" : "\n\n"}`;
    })
    .join("");
}
