/** What does the index hold? Asks Pagefind, whose index is cut into parts along the calendar. */
import { yearsToAsk } from "./search-walk.js";

/** Where the index stands, under whatever path the site does. */
const INDEX = new URL("../pagefind/", import.meta.url);
const EXCERPT_WORDS = 30;

let script;
/** The opened parts, by their folders and digests. */
const opened = new Map();
/** Settles when the first part is ready: until then a second one would start Pagefind's wasm once more. */
let first;

/**
 * Returns the parts of the index, the newest first and the undated last: `{name, count, digest}` and, but
 * for the undated, `from` and `to` (months). Returns nothing if there is no index yet.
 */
export async function readParts() {
  const response = await fetch(new URL("shards.json", INDEX), { cache: "no-cache" });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${response.status} for the list of the index's parts`);
  return (await response.json()).shards;
}

/** Starts to fetch Pagefind's script, which answers need; it is fetched once. */
export function loadScript() {
  script ??= import(new URL("pagefind.js", INDEX).href);
  return script;
}

/** Returns what Pagefind finds in a part: `{results}`. Without words there is no best match, so the newest come first. */
export async function ask(part, state) {
  const index = await open(part);
  return index.search(state.query === "" ? null : state.query, optionsFor(part, state));
}

/** Returns how many articles of a part each choice would leave, by list and value. */
export async function countChoices(part, state) {
  const index = await open(part);
  // answers have counts of those lists only that have been read
  const all = await index.filters();
  if (state.query === "" && state.chosen.length === 0 && !yearsToAsk(part, state)) return all;
  return (await ask(part, state)).filters;
}

function optionsFor(part, state) {
  const filters = {};
  for (const { name, value } of state.chosen) {
    filters[name] ??= [];
    filters[name].push(value);
  }
  const years = yearsToAsk(part, state);
  if (years) filters.year = { any: years };
  const isNewestFirst = state.query === "" || state.sort === "newest";
  return { filters, ...(isNewestFirst && { sort: { date: "desc" } }) };
}

async function open(part) {
  const { createInstance } = await loadScript();
  const key = `${part.name} ${part.digest}`;
  if (!opened.has(key)) {
    await first;
    if (!opened.has(key)) opened.set(key, openIndex(createInstance, part));
  }
  return opened.get(key);
}

function openIndex(createInstance, part) {
  const index = createInstance({
    basePath: new URL(`${part.name}/`, INDEX).pathname,
    // in the place of the time of day, so that a browser keeps what has not changed
    metaCacheTag: part.digest,
    excerptLength: EXCERPT_WORDS,
    // a part is searched in 3 to 25 ms; a worker would be there later than the answer, and is 43 kB
    noWorker: true,
  });
  // answers when the part is ready to be searched
  first ??= index.search("").catch(() => {
    first = undefined;
  });
  return index;
}
