/** What does the search page say: how much it found and how far it went, which order, which years? */
import { addressOf, isEmpty, UNDATED } from "./search-state.js";
import { whenPrinted } from "./search-walk.js";

const ORDERS = [
  ["newest", "Newest first"],
  ["relevance", "Best match first"],
];

/** The sentences of the status line and of the button below the results. */
export const textOf = {
  error:
    "The search index could not be read. Try again in a moment; the lists of years, people and topics work without it.",

  noIndex: (isThere) =>
    isThere
      ? "There is no article to search yet."
      : "The search index of this archive is not there yet; it is made after the pages. Try again in a moment: until then, the lists of years, people and topics lead everywhere.",

  searching({ state, walk }, language) {
    const found = walk.results.length === 0 ? "Nothing" : counted(walk.results.length);
    return `${found} in ${whenPrinted(walk.searched, state, language)} so far; searching on …`;
  },

  /** What the order means where more than one part of the index has been asked. */
  order: ({ state, walk }) =>
    state.query !== "" && state.sort === "relevance" && walk.searched.length > 1
      ? "How well an article matches is measured within its own years, so that marks from different years compare roughly."
      : "",

  found(current, language) {
    const { state, walk, shown } = current;
    if (isEmpty(state)) return "Type a word or a name, or choose from the lists.";
    const count = walk.results.length;
    const words = state.query === "" ? "" : ` with “${state.query}”`;
    const extent = extentOf(current, language);
    if (count === 0) {
      const advice = walk.next ? "" : " Try fewer or other words, or take a choice away.";
      return `No article${words}${extent}.${advice}`;
    }
    const part = shown < count ? `, the first ${shown} of them shown` : "";
    return `${counted(count)}${words}${extent}${part}.`;
  },

  goOn: (next, state, language) =>
    next.from === undefined
      ? "Go on to undated articles"
      : `Go on to ${whenPrinted([next], state, language)}`,
};

/** Says in which years, unless it is all of them. */
function extentOf({ state, walk }, language) {
  if (walk.next) return ` in ${whenPrinted(walk.searched, state, language)} so far`;
  if (state.from === UNDATED) return " among the undated";
  const { from, to } = state;
  if (from === "" && to === "") return "";
  if (from === to) return ` in ${from}`;
  if (to === "") return ` since ${from}`;
  return from === "" ? ` until ${to}` : ` in ${from}–${to}`;
}

function counted(count) {
  const digits = String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${digits} ${count === 1 ? "article" : "articles"}`;
}

/** Draws the orders to choose from; without words there is no best match. */
export function drawSorts(place, state) {
  if (state.query === "") {
    place.replaceChildren();
    return;
  }
  const choices = ORDERS.map(([sort, label]) => {
    const isChosen = state.sort === sort;
    const made = document.createElement(isChosen ? "b" : "a");
    made.textContent = label;
    if (!isChosen) {
      made.href = addressOf({ ...state, sort });
      made.dataset.choice = `sort:${sort}`;
    }
    return made;
  });
  place.replaceChildren(...choices);
}

/** Fills the two lists of years and shows what is chosen in them. */
export function drawYears(place, parts, state) {
  const dated = parts.filter((part) => part.from !== undefined);
  const [last, first] = [dated[0]?.to.slice(0, 4), dated.at(-1)?.from.slice(0, 4)];
  place.hidden = first === undefined || first === last;
  if (place.hidden) return;
  const years = Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) =>
    String(Number(last) - index),
  );
  for (const select of place.querySelectorAll("select")) {
    if (select.options.length !== years.length + 1) {
      select.replaceChildren(
        new Option(select.dataset.open, ""),
        ...years.map((year) => new Option(year, year)),
      );
    }
    // of a year that is not in the list, and of the undated, the list says nothing
    select.value = years.includes(state[select.name]) ? state[select.name] : "";
  }
}
