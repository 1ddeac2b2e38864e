/** The lists in the search page's margin: years, people, topics and more as words with counts. */
import { addressOf, FILTERS, toggled } from "./search-state.js";

const HEADINGS = {
  year: "Year",
  person: "People",
  topic: "Topics",
  place: "Places",
  section: "Sections",
  language: "Languages",
};
/** Of these, one alone is no choice. */
const NEEDS_TWO = ["language", "section"];
/** How many values stand open before the rest is folded. */
const OPEN = 10;

/** Returns the counts of several parts of the index as one. */
export function addedUp(counts) {
  const sum = {};
  for (const lists of counts) {
    for (const [name, values] of Object.entries(lists)) {
      sum[name] ??= {};
      for (const [value, count] of Object.entries(values)) {
        sum[name][value] = (sum[name][value] ?? 0) + count;
      }
    }
  }
  return sum;
}

/**
 * Draws the lists into a place, under a line that says how far the counts go. Values that would find
 * nothing are left out, unless chosen.
 */
export function drawFilters(place, counts, state, extent) {
  const open = new Set(
    [...place.querySelectorAll("details[open]")].map((details) => details.dataset.list),
  );
  const lists = ["year", ...FILTERS]
    .map((name) => drawList(name, counts[name] ?? {}, state, open.has(name)))
    .filter((list) => list !== undefined);
  const parts = lists.length > 0 && extent ? [element("p", "apparatus", extent), ...lists] : lists;
  place.replaceChildren(...parts);
}

function drawList(name, counts, state, isOpen) {
  const chosen = chosenIn(name, state);
  const values = Object.entries(counts).filter(([value, count]) => count > 0 || chosen.has(value));
  for (const value of chosen) if (!(value in counts)) values.push([value, 0]);
  const least = NEEDS_TWO.includes(name) && chosen.size === 0 ? 2 : 1;
  if (values.length < least) return undefined;
  values.sort(name === "year" ? byYear : byCount);
  values.sort((a, b) => Number(chosen.has(b[0])) - Number(chosen.has(a[0])));
  const items = values.map(([value, count]) =>
    drawValue({ name, value, count, chosen: chosen.has(value) }, state),
  );
  const section = element("section", "margin-part facet");
  section.append(element("h2", "", HEADINGS[name]), listOf(items.slice(0, OPEN)));
  if (items.length > OPEN) section.append(foldedList(name, items.slice(OPEN), isOpen));
  return section;
}

function chosenIn(name, state) {
  if (name === "year") return new Set(state.from === state.to && state.from ? [state.from] : []);
  return new Set(
    state.chosen.filter((choice) => choice.name === name).map((choice) => choice.value),
  );
}

function drawValue({ name, value, count, chosen }, state) {
  const item = element("li", "");
  const link = element("a", "");
  link.href = addressOf(toggled(state, name, value)) || "?";
  link.dataset.choice = `${name}:${value}`;
  link.append(element("bdi", "", name === "language" ? languageName(value) : value));
  if (chosen) {
    link.setAttribute("aria-current", "true");
    link.append(element("span", "remove", " (take away)"));
  }
  item.append(link, " ", element("span", "count", String(count)));
  return item;
}

function languageName(code) {
  try {
    return new Intl.DisplayNames(document.documentElement.lang, { type: "language" }).of(code);
  } catch {
    // no code of a language
    return code;
  }
}

function foldedList(name, items, isOpen) {
  const details = document.createElement("details");
  details.dataset.list = name;
  details.open = isOpen;
  details.append(element("summary", "", `and ${items.length} more`), listOf(items));
  return details;
}

function listOf(items) {
  const list = element("ul", "counts");
  list.append(...items);
  return list;
}

function byYear(a, b) {
  return a[0] < b[0] ? 1 : -1;
}

function byCount(a, b) {
  return b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
}

function element(name, kind, text) {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  if (text !== undefined) made.textContent = text;
  return made;
}
