/** In which order do the texts of a folder write day and month, as far as they show it? (Stage 2.) */
import type { ParseFacts } from "../../model.ts";

/** Whether day or month comes first. */
export type DateOrder = NonNullable<ParseFacts["dateOrder"]>;

/** So many dates must show an order before others are read by it. */
const FEWEST = 3;
/** And so large a share of those that show one. */
const SHARE = 0.95;

/**
 * Returns the order that the dates of a folder show, of which so many prove one by themselves, such as `26/01/2022`: three at least, and
 * nineteen in twenty of those that prove any. `undefined` where they do not agree so far.
 */
export function orderShownBy({
  dmy,
  mdy,
}: Readonly<Record<DateOrder, number>>): DateOrder | undefined {
  const count = Math.max(dmy, mdy);
  if (count < FEWEST || count < SHARE * (dmy + mdy)) return undefined;
  return dmy > mdy ? "dmy" : "mdy";
}
