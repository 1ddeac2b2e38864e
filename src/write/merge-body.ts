/** What becomes of a body that its editor and its source have both changed? Stage 3: paragraph by paragraph. */
import { alignment } from "../text/alignment.ts";

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
 * Merges three bodies paragraph by paragraph (diff3: S. Khanna, K. Kunal, B. C. Pierce, A Formal Investigation of
 * Diff3, 2007): what only one side has changed since `base` is as that side has it; where both have, the editor's
 * (`standing`) stands and a conflict says what `incoming` has. Untouched Markdown is kept to the character.
 */
export function mergeBody(base: string, incoming: string, standing: string): MergedBody {
  if (base === incoming || standing === incoming)
    return { body: standing, conflicts: [], taken: 0 };
  if (base === standing)
    return { body: incoming, conflicts: [], taken: changedCount(base, incoming) };
  const sides = {
    base: bodyUnits(base),
    incoming: bodyUnits(incoming),
    standing: bodyUnits(standing),
  };
  const merged: BodyUnit[] = [];
  const conflicts: BodyConflict[] = [];
  let taken = 0;
  for (const region of regionsOf(sides)) {
    const { units, clash } = settled(region);
    if (clash) {
      const paragraph = merged.length + 1;
      conflicts.push({
        paragraph,
        standing: textsOf(region.standing),
        incoming: textsOf(region.incoming),
      });
    }
    if (units !== region.standing)
      taken += Math.max(region.standing.length, region.incoming.length);
    merged.push(...units);
  }
  return { body: joined(merged), conflicts, taken };
}

function changedCount(base: string, incoming: string): number {
  const [before, after] = [textsOf(bodyUnits(base)), textsOf(bodyUnits(incoming))];
  return Math.max(before.length, after.length) - alignment(before, after).length;
}

/** The same stretch of all three bodies. */
interface Region {
  readonly base: readonly BodyUnit[];
  readonly incoming: readonly BodyUnit[];
  readonly standing: readonly BodyUnit[];
}

/** Cuts three bodies wherever one unit stands unchanged in all of them. */
function regionsOf({ base, incoming, standing }: Region): readonly Region[] {
  const toStanding = new Map(alignment(textsOf(base), textsOf(standing)));
  const toIncoming = new Map(alignment(textsOf(base), textsOf(incoming)));
  const regions: Region[] = [];
  let from: readonly [number, number, number] = [0, 0, 0];
  const cut = (to: readonly [number, number, number]): void => {
    const region = {
      base: base.slice(from[0], to[0]),
      standing: standing.slice(from[1], to[1]),
      incoming: incoming.slice(from[2], to[2]),
    };
    regions.push(...paragraphsOf(region));
  };
  for (let at = 0; at < base.length; at += 1) {
    const [s, i] = [toStanding.get(at), toIncoming.get(at)];
    if (s === undefined || i === undefined) continue;
    cut([at, s, i]);
    from = [at, s, i];
    cut([at + 1, s + 1, i + 1]);
    from = [at + 1, s + 1, i + 1];
  }
  cut([base.length, standing.length, incoming.length]);
  return regions.filter((region) => region.standing.length + region.incoming.length > 0);
}

/** Neighbours that one side each has changed are merged one by one, if no side has put in or taken out any. */
function paragraphsOf(region: Region): readonly Region[] {
  const { base, incoming, standing } = region;
  if (base.length !== incoming.length || base.length !== standing.length) return [region];
  return base.map((_unit, index) => ({
    base: base.slice(index, index + 1),
    incoming: incoming.slice(index, index + 1),
    standing: standing.slice(index, index + 1),
  }));
}

function settled({ base, incoming, standing }: Region): {
  readonly units: readonly BodyUnit[];
  readonly clash: boolean;
} {
  const isSame = (a: readonly BodyUnit[], b: readonly BodyUnit[]): boolean =>
    a.length === b.length && a.every(({ text }, index) => text === b[index]?.text);
  if (isSame(base, incoming) || isSame(standing, incoming))
    return { units: standing, clash: false };
  if (isSame(base, standing)) return { units: incoming, clash: false };
  return { units: standing, clash: true };
}

function textsOf(units: readonly BodyUnit[]): readonly string[] {
  return units.map(({ text }) => text);
}

/** Units of two bodies beside each other: what stood last may now stand in the middle. */
function joined(units: readonly BodyUnit[]): string {
  return units
    .map(({ text, gap }, index) => {
      const next = units[index + 1];
      if (next === undefined) return `${text}\n`;
      const bothItems = LIST_MARK.test(text) && LIST_MARK.test(next.text);
      return `${text}${isApart(gap) || bothItems ? gap || "\n" : "\n\n"}`;
    })
    .join("");
}
