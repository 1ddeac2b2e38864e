/** The search page: reads the address, asks Pagefind, draws what it finds. Runs in the browser. */
import { drawFilters } from "./search-filters.js";
import { drawResult } from "./search-results.js";
import { addressOf, readState } from "./search-state.js";

const PAGE = 20;
/** Typing is answered when it rests this long, in milliseconds. */
const REST = 250;

const form = document.getElementById("search-form");
const input = document.getElementById("q");
const line = document.getElementById("search-line");
const status = document.getElementById("search-status");
const sorts = document.getElementById("search-sorts");
const list = document.getElementById("search-results");
const more = document.getElementById("search-more");
const filters = document.getElementById("search-filters");

let pagefind;
let found = [];
let shown = 0;
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
    go({ ...readState(location.search), query: input.value.trim() }, "push");
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(
      () => go({ ...readState(location.search), query: input.value.trim() }, "replace"),
      REST,
    );
  });
  document.addEventListener("click", followWithinPage);
  more.addEventListener("click", showMore);
  addEventListener("popstate", () => {
    input.value = readState(location.search).query;
    search();
  });
  await search();
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
  const state = readState(location.search);
  try {
    pagefind ??= await loadPagefind();
    const isEmpty = state.query === "" && state.chosen.length === 0;
    const answer = isEmpty ? await everything() : await ask(state);
    if (own !== latest) return;
    found = answer.results;
    drawFilters(filters, answer.filters, state);
    drawSorts(state, isEmpty);
    await showFirst(own, state, isEmpty);
    if (focus) document.querySelector(`[data-choice="${CSS.escape(focus)}"]`)?.focus();
  } catch (error) {
    if (own === latest) showError(error);
  }
}

async function loadPagefind() {
  const module = await import(new URL("../pagefind/pagefind.js", import.meta.url).href);
  await module.options({ excerptLength: 30 });
  // Answers say how many each choice would leave only once the lists have been read.
  await module.filters();
  return module;
}

async function everything() {
  return { results: [], filters: await pagefind.filters() };
}

/** Without words there is no best match, so the newest come first. */
function ask(state) {
  const newestFirst = state.query === "" || state.sort === "newest";
  const chosen = {};
  for (const { name, value } of state.chosen) {
    chosen[name] ??= name === "year" ? { any: [] } : [];
    (chosen[name].any ?? chosen[name]).push(value);
  }
  return pagefind.search(state.query === "" ? null : state.query, {
    filters: chosen,
    ...(newestFirst && { sort: { date: "desc" } }),
  });
}

async function showFirst(own, state, isEmpty) {
  const data = await Promise.all(found.slice(0, PAGE).map((result) => result.data()));
  if (own !== latest) return;
  list.replaceChildren(...data.map((article) => drawResult(article)));
  shown = data.length;
  tellState(state, isEmpty);
}

async function showMore() {
  const own = latest;
  more.disabled = true;
  try {
    const data = await Promise.all(found.slice(shown, shown + PAGE).map((result) => result.data()));
    if (own !== latest) return;
    const items = data.map((article) => drawResult(article));
    list.append(...items);
    shown += items.length;
    tellState(readState(location.search), false);
    items[0]?.querySelector("a")?.focus();
  } catch (error) {
    showError(error);
  } finally {
    more.disabled = false;
  }
}

function tellState(state, isEmpty) {
  const rest = found.length - shown;
  more.hidden = rest <= 0;
  more.textContent = `Show ${Math.min(rest, PAGE)} more`;
  if (isEmpty) {
    status.textContent = "Type a word or a name, or choose from the lists.";
    return;
  }
  const words = state.query === "" ? "" : ` with “${state.query}”`;
  const part = rest > 0 ? `, the first ${shown} of them shown` : "";
  status.textContent =
    found.length === 0
      ? `No article${words}. Try fewer or other words, or take a choice away.`
      : `${counted(found.length)}${words}${part}.`;
}

function counted(count) {
  const digits = String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${digits} ${count === 1 ? "article" : "articles"}`;
}

function drawSorts(state, isEmpty) {
  const choices =
    state.query === "" || isEmpty
      ? []
      : [
          ["relevance", "Best match first"],
          ["newest", "Newest first"],
        ];
  sorts.replaceChildren(
    ...choices.map(([sort, label]) => {
      const chosen = state.sort === sort;
      const element = document.createElement(chosen ? "b" : "a");
      element.textContent = label;
      if (!chosen) {
        element.href = addressOf({ ...state, sort });
        element.dataset.choice = `sort:${sort}`;
      }
      return element;
    }),
  );
}

function showError(error) {
  console.error(error);
  found = [];
  list.replaceChildren();
  more.hidden = true;
  status.textContent =
    "The search index could not be read. Try again in a moment; the lists of years, people and topics work without it.";
}
