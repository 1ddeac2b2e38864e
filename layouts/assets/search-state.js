/** What is searched for, as the address says it: `?q=ferry&from=1990&to=1999&person=Ana+Reis&sort=relevance`. */

/** The lists to choose from, in the order in which they stand; years are apart, since they are a range. */
export const FILTERS = ["person", "topic", "place", "section", "language"];

/** The "year" of articles of which nobody knows when they were printed. */
export const UNDATED = "undated";

const YEAR = /^\d{4}$/;

/**
 * Returns the state that a query string says: the words, the first and the last year (empty where it is
 * open), the chosen values by list, and the order. One year alone may stand as `year=1994`.
 */
export function readState(queryString) {
  const parameters = new URLSearchParams(queryString);
  const chosen = FILTERS.flatMap((name) =>
    [...new Set(parameters.getAll(name))].map((value) => ({ name, value })),
  );
  return {
    query: (parameters.get("q") ?? "").trim(),
    ...readYears(parameters),
    chosen,
    sort: parameters.get("sort") === "relevance" ? "relevance" : "newest",
  };
}

function readYears(parameters) {
  const single = parameters.getAll("year");
  if (single.includes(UNDATED)) return { from: UNDATED, to: UNDATED };
  const years = single.filter((year) => YEAR.test(year)).sort();
  if (years.length > 0) return { from: years[0], to: years.at(-1) };
  const [from = "", to = ""] = ["from", "to"].map((name) => {
    const year = parameters.get(name) ?? "";
    return YEAR.test(year) ? year : "";
  });
  return from !== "" && to !== "" && to < from ? { from: to, to: from } : { from, to };
}

/** Returns the query string that says a state, empty for the empty one. */
export function addressOf(state) {
  const parameters = new URLSearchParams();
  if (state.query !== "") parameters.set("q", state.query);
  if (state.from !== "" && state.from === state.to) parameters.set("year", state.from);
  else {
    if (state.from !== "") parameters.set("from", state.from);
    if (state.to !== "") parameters.set("to", state.to);
  }
  for (const { name, value } of state.chosen) parameters.append(name, value);
  if (state.sort === "relevance") parameters.set("sort", "relevance");
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

/** Returns the state with a value chosen that was not, or no longer chosen if it was. */
export function toggled(state, name, value) {
  if (name === "year") {
    const isChosen = state.from === value && state.to === value;
    return { ...state, from: isChosen ? "" : value, to: isChosen ? "" : value };
  }
  const others = state.chosen.filter((choice) => choice.name !== name || choice.value !== value);
  const isChosen = others.length < state.chosen.length;
  return { ...state, chosen: isChosen ? others : [...state.chosen, { name, value }] };
}

/** Whether nothing is asked for yet. */
export function isEmpty(state) {
  return state.query === "" && state.chosen.length === 0 && state.from === "" && state.to === "";
}
