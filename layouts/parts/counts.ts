/** How are numbers and lists said in words? For layouts. */

/**
 * Returns a count with its noun.
 *
 *     counted(1, "article")       // "1 article"
 *     counted(8412, "article")    // "8,412 articles"
 *     counted(2, "person", "people")
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${withCommas(count)} ${count === 1 ? one : many}`;
}

/** Returns a whole number with commas: `8,412`. */
export function withCommas(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** Returns `on` before a whole day and `in` before a month or a year, by how exactly the ISO date is known. */
export function dayWord(date: string): "on" | "in" {
  return date.length > "2022-01".length ? "on" : "in";
}
