/** What is searched for, as the address says it: `?q=ferry&year=2022&person=Ana+Reis&sort=newest`. */

/** The lists to choose from, in the order in which they stand. */
export const FILTERS = ["year", "person", "topic"];

/** Returns the state that a query string says: the words, the chosen values by list, and the order. */
export function readState(queryString) {
  const parameters = new URLSearchParams(queryString);
  const query = (parameters.get("q") ?? "").trim();
  const chosen = FILTERS.flatMap((name) =>
    [...new Set(parameters.getAll(name))].map((value) => ({ name, value })),
  );
  const sort = parameters.get("sort") === "newest" ? "newest" : "relevance";
  return { query, chosen, sort };
}

/** Returns the query string that says a state, empty for the empty one. */
export function addressOf(state) {
  const parameters = new URLSearchParams();
  if (state.query !== "") parameters.set("q", state.query);
  for (const { name, value } of state.chosen) parameters.append(name, value);
  if (state.sort === "newest") parameters.set("sort", "newest");
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

/** Returns the state with a value chosen that was not, or no longer chosen if it was. */
export function toggled(state, name, value) {
  const others = state.chosen.filter((choice) => choice.name !== name || choice.value !== value);
  const isChosen = others.length < state.chosen.length;
  return { ...state, chosen: isChosen ? others : [...state.chosen, { name, value }] };
}
