/** The search page: reads the address, goes through the index, shows what it finds as it comes. Runs in the browser. */
import { ask, countChoices, loadScript, readParts } from "./search-index.js";
import { drawResult } from "./search-results.js";
import { addressOf, isEmpty, readState, UNDATED } from "./search-state.js";
import { partsFor, Walk, whenPrinted } from "./search-walk.js";
import { drawSorts, drawYears, textOf } from "./search-words.js";

/** Results that are shown first, and that each press of the button adds. */
const FIRST = 10;
const MORE = 20;
/** Of those, how many are fetched at once: the first stand there before all have come. */
const AT_ONCE = 5;
/** Articles out of which the best matches are told; the newest of them need no more than a page's results. */
const STRETCH = 5000;
/** Typing is answered when it rests this long, in milliseconds. */
const REST = 250;
/** For so long the list of the index's parts is taken for true; after that a site may have been published anew. */
const TRUE_FOR = 5 * 60_000;

const at = (id) => document.getElementById(id);
const [form, input, line] = [at("search-form"), at("q"), at("search-line")];
const [status, sorts, list] = [at("search-status"), at("search-sorts"), at("search-results")];
const [more, older] = [at("search-more"), at("search-older")];
const [filters, years, note] = [at("search-filters"), at("search-years"), at("search-note")];
const language = document.documentElement.lang;

/** The list of the index's parts, once it has been read, and when that was. */
let parts;
let readAt;
/** The search that is shown: `{state, walk, shown}`. */
let current;
/** Counts searches, so that an answer that comes late is dropped. */
let latest = 0;
let timer;

start();

async function start() {
  line.hidden = false;
  filters.hidden = false;
  input.value = readState(location.search).query;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(typedState(), "push");
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => go(typedState(), "replace"), REST);
  });
  years.addEventListener("change", () => go(typedState(), "push"));
  document.addEventListener("click", followWithinPage);
  more.addEventListener("click", () => add(false));
  older.addEventListener("click", () => add(true));
  addEventListener("popstate", () => {
    input.value = readState(location.search).query;
    search();
  });
  await search();
}

/** What the form says; what has been chosen from the lists stays chosen. */
function typedState() {
  const state = readState(location.search);
  const [from, to] = [at("from"), at("to")].map((select) => select.value);
  const query = input.value.trim();
  // the undated are in no list of years; while the list of parts is not read, nothing is
  if (years.hidden || (state.from === UNDATED && from === "" && to === "")) {
    return { ...state, query };
  }
  return { ...state, query, ...(to !== "" && to < from ? { from: to, to: from } : { from, to }) };
}

/** Chosen filters and orders are links with the whole state in them; here they need no new page. */
function followWithinPage(event) {
  const link = event.target.closest("a[data-choice]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  go(readState(new URL(link.href).search), "push", link.dataset.choice);
}

function go(state, how, focus) {
  clearTimeout(timer);
  const address = addressOf(state);
  if (how === "push" && address !== location.search) history.pushState(null, "", address || "?");
  else history.replaceState(null, "", address || location.pathname);
  search(focus);
}

async function search(focus) {
  const own = ++latest;
  const isLatest = () => own === latest;
  const state = readState(location.search);
  list.setAttribute("aria-busy", "true");
  if (performance.now() - readAt > TRUE_FOR) parts = undefined;
  const wasRead = parts !== undefined;
  try {
    loadScript().catch(() => {}); // whoever needs it hears of it
    if (!wasRead) {
      parts = await readParts();
      readAt = performance.now();
    }
    if (!isLatest()) return;
    if (!parts?.length) {
      tell(textOf.noIndex(parts !== undefined));
      return;
    }
    drawYears(years, parts, state);
    const walk = new Walk(partsFor(parts, state), (part) => ask(part, state), {
      byScore: isByScore(state),
    });
    current = { state, walk, shown: 0 };
    drawSorts(sorts, state);
    await show(FIRST, isLatest);
    if (isLatest()) await drawCounts(isLatest);
    if (isLatest() && focus) focusOn(`[data-choice="${CSS.escape(focus)}"]`);
  } catch (error) {
    if (!isLatest()) return;
    parts = undefined;
    // the index may have been made anew since its list was read
    if (wasRead) search(focus);
    else showError(error);
  } finally {
    if (isLatest()) list.setAttribute("aria-busy", "false");
  }
}

function isByScore(state) {
  return state.query !== "" && state.sort === "relevance";
}

/** Goes on until so many results are there, and shows them as they come. */
async function show(wanted, isLatest) {
  const { state, walk } = current;
  if (walk.next === undefined && walk.searched.length === 0) {
    list.replaceChildren();
    tell(textOf.found(current, language));
    return;
  }
  const articles = isByScore(state) ? walk.articles + STRETCH : isEmpty(state) ? FIRST : 0;
  const results = isEmpty(state) ? 0 : wanted;
  await walk.goOn({ results, articles }, async () => {
    if (!isLatest()) return false;
    // the best are known only when all have been asked
    if (!isByScore(state)) await draw(wanted, isLatest);
    if (isLatest() && walk.next) tell(textOf.searching(current, language));
    return isLatest();
  });
  if (!isLatest()) return;
  if (isByScore(state)) await draw(wanted, isLatest, true);
  if (isLatest()) tell(textOf.found(current, language));
}

/** Draws results up to a number, a few at a time; `anew` puts them in the place of those that stand there. */
async function draw(wanted, isLatest, anew = current.shown === 0) {
  const { state, walk } = current;
  const results = isEmpty(state) ? [] : walk.results.slice(0, wanted);
  let from = anew ? 0 : current.shown;
  if (anew && results.length === 0) list.replaceChildren();
  while (from < results.length) {
    const next = results.slice(from, from + AT_ONCE);
    const data = await Promise.all(next.map((result) => result.data()));
    if (!isLatest()) return;
    const items = data.map((article) => drawResult(article));
    if (anew && from === 0) list.replaceChildren(...items);
    else list.append(...items);
    from += items.length;
    current.shown = from;
  }
}

/** Shows more of what has been found, or goes on to older parts. */
async function add(goesOn) {
  const own = ++latest;
  const isLatest = () => own === latest;
  const before = new Set([...list.querySelectorAll("a")].map(({ href }) => href));
  more.disabled = true;
  older.disabled = true;
  list.setAttribute("aria-busy", "true");
  try {
    const wanted = current.shown + MORE;
    if (goesOn) await show(wanted, isLatest);
    else {
      await draw(wanted, isLatest, false);
      if (isLatest()) tell(textOf.found(current, language));
    }
    if (isLatest()) focusOnFirstOf(before);
    if (isLatest() && goesOn) await drawCounts(isLatest);
  } catch (error) {
    if (isLatest()) showError(error);
  } finally {
    more.disabled = false;
    older.disabled = false;
    if (isLatest()) list.setAttribute("aria-busy", "false");
  }
}

/** What is new on the page is where reading goes on. */
function focusOnFirstOf(before) {
  const link = [...list.querySelectorAll("a")].find(({ href }) => !before.has(href));
  if (link) link.focus();
  else if (!older.hidden) older.focus();
  else focusOn("#q");
}

/** The lists to choose from come after the results, which nobody should wait for. */
async function drawCounts(isLatest) {
  const { state, walk } = current;
  const { searched, next } = walk;
  const [{ addedUp, drawFilters }, ...counts] = await Promise.all([
    import("./search-filters.js"),
    ...searched.map((part) => countChoices(part, state)),
  ]);
  if (!isLatest()) return;
  const when = whenPrinted(searched, state, language);
  drawFilters(filters, addedUp(counts), state, next && `Counted in ${when} so far.`);
}

function tell(text) {
  status.textContent = text;
  note.textContent = current ? textOf.order(current) : "";
  note.hidden = note.textContent === "";
  const walk = current?.walk;
  const rest = walk && !isEmpty(current.state) ? walk.results.length - current.shown : 0;
  more.hidden = rest <= 0;
  more.textContent = `Show ${Math.min(rest, MORE)} more`;
  const next = isEmpty(current?.state ?? {}) ? undefined : walk?.next;
  older.hidden = next === undefined || (rest > 0 && !isByScore(current.state));
  if (next) older.textContent = textOf.goOn(next, current.state, language);
}

function focusOn(selector) {
  document.querySelector(selector)?.focus();
}

function showError(error) {
  console.error(error);
  parts = undefined;
  tell(textOf.error);
}
