/** The lists in the search page's margin: years, people, topics as words with counts. */
import { addressOf, FILTERS, toggled } from "./search-state.js";

const HEADINGS = { year: "Year", person: "People", topic: "Topics" };
/** How many values stand open before the rest is folded. */
const OPEN = 10;

/** Draws the lists into a place. Values that would find nothing are left out, unless chosen. */
export function drawFilters(place, counts, state) {
  const open = new Set(
    [...place.querySelectorAll("details[open]")].map((details) => details.dataset.list),
  );
  const parts = FILTERS.map((name) => drawList(name, counts[name] ?? {}, state, open.has(name)));
  place.replaceChildren(...parts.filter((part) => part !== undefined));
}

function drawList(name, counts, state, isOpen) {
  const chosen = new Set(
    state.chosen.filter((choice) => choice.name === name).map((choice) => choice.value),
  );
  const values = Object.entries(counts).filter(([value, count]) => count > 0 || chosen.has(value));
  for (const value of chosen) if (!(value in counts)) values.push([value, 0]);
  if (values.length === 0) return undefined;
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

function drawValue({ name, value, count, chosen }, state) {
  const item = element("li", "");
  const link = element("a", "");
  link.href = addressOf(toggled(state, name, value)) || "?";
  link.dataset.choice = `${name}:${value}`;
  link.append(element("bdi", "", value));
  if (chosen) {
    link.setAttribute("aria-current", "true");
    link.append(element("span", "remove", " (take away)"));
  }
  item.append(link, " ", element("span", "count", String(count)));
  return item;
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
