/** What is a fault of a site, and how do ten thousand pages with one fault in their layout say so once? */

/** Something in a file of the site that is not as it must be. */
export interface Fault {
  /** What is asked for, in two words: `link/missing`. */
  readonly rule: string;
  /** A warning does not fail the check. */
  readonly severity: "error" | "warning";
  /** Relative to the site's folder, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly expected: string;
  readonly found: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Where in a layout it stands, such as `footer.colophon > p > a`: the same for all pages that a layout draws. */
  readonly place: string;
}

/** Faults of one rule at one place of the layouts. */
export interface FaultGroup {
  /** How many there are. */
  readonly count: number;
  /** The first of them, in the order of their files. */
  readonly first: readonly Fault[];
}

/** Faults that are kept of each group. */
const KEPT = 20;

/** Faults by rule and place. Keeps the first twenty of each group and counts the others. */
export class FaultBook {
  readonly #groups = new Map<string, { count: number; first: Fault[] }>();

  /** Adds a fault. */
  add(fault: Fault): void {
    const group = this.#groupOf(fault);
    group.count += 1;
    keep(group.first, fault);
  }

  /** Takes over what another book holds. */
  merge(groups: readonly FaultGroup[]): void {
    for (const { count, first } of groups) {
      const [any] = first;
      if (any === undefined) continue;
      const group = this.#groupOf(any);
      group.count += count;
      for (const fault of first) keep(group.first, fault);
    }
  }

  /** Returns all groups: errors first, then in the order of rules and of their first faults. */
  groups(): readonly FaultGroup[] {
    return [...this.#groups.values()].sort((a, b) => byRule(a.first[0], b.first[0]));
  }

  #groupOf({ severity, rule, place }: Fault): { count: number; first: Fault[] } {
    const key = `${severity} ${rule} ${place}`;
    const group = this.#groups.get(key) ?? { count: 0, first: [] };
    this.#groups.set(key, group);
    return group;
  }
}

/** Keeps the list in order and short. */
function keep(first: Fault[], fault: Fault): void {
  if (first.length === KEPT && !isBefore(fault, first.at(-1))) return;
  first.push(fault);
  first.sort(byPlace);
  first.length = Math.min(first.length, KEPT);
}

function isBefore(fault: Fault, other: Fault | undefined): boolean {
  return other !== undefined && byPlace(fault, other) < 0;
}

function byPlace(a: Fault, b: Fault): number {
  return compared(a.file, b.file) || a.line - b.line || compared(a.found, b.found);
}

function byRule(a: Fault | undefined, b: Fault | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return compared(a.severity, b.severity) || compared(a.rule, b.rule) || byPlace(a, b);
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
