/** In which order do the texts of a folder write day and month, as far as they show it? (Stage 2.) */
import type { ParseFacts } from "../../model.ts";

type Order = NonNullable<ParseFacts["dateOrder"]>;

/** So many dates must show an order before others are read by it. */
const FEWEST = 3;
/** And so large a share of those that show one. */
const SHARE = 0.95;

/** Remembers which order the unambiguous dates of each folder show. */
export class ShownOrders {
  readonly #counts = new Map<string, Record<Order, number>>();

  /** Counts a date of a folder that shows its order, such as `26/01/2022`. */
  add(folder: string, order: Order): void {
    const counts = this.#counts.get(folder) ?? { dmy: 0, mdy: 0 };
    counts[order] += 1;
    this.#counts.set(folder, counts);
  }

  /**
   * Returns the order that a folder's dates show, and how many show it: three at least, and nineteen in twenty of
   * those that show any. `undefined` where they do not agree so far.
   */
  of(folder: string): { readonly order: Order; readonly count: number } | undefined {
    const { dmy = 0, mdy = 0 } = this.#counts.get(folder) ?? {};
    const order = dmy > mdy ? "dmy" : "mdy";
    const count = Math.max(dmy, mdy);
    return count >= FEWEST && count >= SHARE * (dmy + mdy) ? { order, count } : undefined;
  }
}
