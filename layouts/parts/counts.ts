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

/** Returns names as a sentence lists them: `Ana Reis, Tomas Varga and Ilse Okafor`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** Returns `on 26 January 2022` or `in January 2022`, by how exactly the ISO date is known. */
export function onDate(date: string | undefined, label: string): string | undefined {
  if (date === undefined) return undefined;
  return date.length > "2022-01".length ? `on ${label}` : `in ${label}`;
}
