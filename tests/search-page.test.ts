/** Does the search page ask only those parts of the index that can hold what is asked for, and does its address say all of it? */
import assert from "node:assert/strict";
import { test } from "node:test";

interface Part {
  readonly name: string;
  readonly count: number;
  readonly from?: string;
  readonly to?: string;
}

interface Years {
  readonly from: string;
  readonly to: string;
}

interface State extends Years {
  readonly query: string;
  readonly chosen: readonly { readonly name: string; readonly value: string }[];
  readonly sort: string;
}

interface Result {
  readonly id: string;
  readonly score: number;
}

interface Answer {
  readonly results: readonly Result[];
  readonly unfilteredResultCount: number;
}

interface Walk {
  readonly results: readonly Result[];
  readonly searched: readonly Part[];
  readonly next: Part | undefined;
  goOn(wanted: { results?: number; articles?: number }, onStep: () => unknown): Promise<void>;
}

interface WalkOptions {
  readonly byScore?: boolean;
}

/** The browser's own modules, which have no types. */
const { addressOf, isEmpty, readState, toggled } = (await asset("search-state.js")) as {
  addressOf: (state: State) => string;
  isEmpty: (state: State) => boolean;
  readState: (queryString: string) => State;
  toggled: (state: State, name: string, value: string) => State;
};
const { partsFor, Walk, whenPrinted, yearsToAsk } = (await asset("search-walk.js")) as {
  partsFor: (parts: readonly Part[], years: Years) => readonly Part[];
  yearsToAsk: (part: Part, years: Years) => readonly string[] | undefined;
  whenPrinted: (parts: readonly Part[], years: Years, language: string) => string;
  Walk: new (
    parts: readonly Part[],
    ask: (part: Part) => Promise<Answer>,
    options?: WalkOptions,
  ) => Walk;
};
const { textOf } = (await asset("search-words.js")) as {
  textOf: {
    found: (
      current: { readonly state: State; readonly walk: Walk; readonly shown: number },
      language: string,
    ) => string;
  };
};

function asset(name: string): Promise<unknown> {
  return import(new URL(`../layouts/assets/${name}`, import.meta.url).href);
}

const PARTS: readonly Part[] = [
  { name: "2026-10", count: 200, from: "2026-10", to: "2026-10" },
  { name: "2026-q3", count: 400, from: "2026-08", to: "2026-09" },
  { name: "2024-2025", count: 3000, from: "2024-01", to: "2025-12" },
  { name: "2016-2023", count: 3500, from: "2016-02", to: "2023-12" },
  { name: "1984-1999", count: 900, from: "1987-03", to: "1999-12" },
  { name: "undated", count: 5 },
];
const ALL = { from: "", to: "" };
const NOTHING = { results: [], unfilteredResultCount: 0 };

/** Parts of ten results each, with marks from 0 to 9. */
async function ask(part: Part): Promise<Answer> {
  return {
    unfilteredResultCount: part.count / 10,
    results: Array.from({ length: 10 }, (_, index) => ({
      id: `${part.name}/${index}`,
      score: index,
    })),
  };
}

function names(parts: readonly Part[]): readonly string[] {
  return parts.map(({ name }) => name);
}

test("the state of a search is in its address, and comes back from it", () => {
  const state = {
    query: "ferry & “sail”",
    from: "1990",
    to: "1999",
    chosen: [
      { name: "person", value: "Ana Reis" },
      { name: "person", value: "I. Okafor" },
      { name: "section", value: "Harbour" },
    ],
    sort: "relevance",
  };
  assert.deepEqual(readState(addressOf(state)), state);
  assert.equal(addressOf(readState("")), "");
  assert.ok(isEmpty(readState("?sort=relevance&other=1")));
  assert.equal(
    addressOf(readState("?q=a&sort=else&other=1&year=2022&year=2022")),
    "?q=a&year=2022",
  );
  assert.equal(addressOf(readState("?from=1999&to=1990")), "?from=1990&to=1999");
  assert.equal(addressOf(readState("?from=199&to=<b>")), "");
  assert.equal(addressOf(readState("?year=undated")), "?year=undated");
});

test("a value that is chosen again is taken away, and a year is a range of one", () => {
  const state = readState("?q=a&person=Ana+Reis&person=I.+Okafor&from=1990");
  assert.equal(addressOf(toggled(state, "person", "Ana Reis")), "?q=a&from=1990&person=I.+Okafor");
  assert.equal(
    addressOf(toggled(state, "topic", "Fishing")),
    "?q=a&from=1990&person=Ana+Reis&person=I.+Okafor&topic=Fishing",
  );
  const inYear = toggled(readState("?q=a"), "year", "1994");
  assert.equal(addressOf(inYear), "?q=a&year=1994");
  assert.equal(addressOf(toggled(inYear, "year", "1994")), "?q=a");
});

test("no part is asked that the chosen years exclude", () => {
  assert.deepEqual(partsFor(PARTS, ALL), PARTS);
  assert.deepEqual(names(partsFor(PARTS, { from: "2026", to: "" })), ["2026-10", "2026-q3"]);
  assert.deepEqual(names(partsFor(PARTS, { from: "2000", to: "2015" })), []);
  assert.deepEqual(names(partsFor(PARTS, { from: "", to: "2016" })), ["2016-2023", "1984-1999"]);
  assert.deepEqual(names(partsFor(PARTS, { from: "2023", to: "2024" })), [
    "2024-2025",
    "2016-2023",
  ]);
  assert.deepEqual(names(partsFor(PARTS, { from: "undated", to: "undated" })), ["undated"]);
});

test("a part that lies within the years is asked for all, one that sticks out for the years alone", () => {
  const part = PARTS[3] ?? assert.fail();
  assert.equal(yearsToAsk(part, ALL), undefined);
  assert.equal(yearsToAsk(part, { from: "1990", to: "2023" }), undefined);
  assert.deepEqual(yearsToAsk(part, { from: "2021", to: "" }), ["2021", "2022", "2023"]);
  assert.deepEqual(yearsToAsk(part, { from: "2000", to: "2017" }), ["2016", "2017"]);
});

test("a search stops at the first part that has enough, and goes on from there", async () => {
  const walk = new Walk(PARTS, ask);
  await walk.goOn({ results: 10 }, () => {});
  assert.deepEqual(names(walk.searched), ["2026-10"]);
  await walk.goOn({ results: 30 }, () => {});
  assert.deepEqual(names(walk.searched), names(PARTS.slice(0, 4)));
  assert.equal(walk.results[10]?.id, "2026-q3/0");
  await walk.goOn({ results: 100 }, () => {});
  assert.equal(walk.next, undefined);
  assert.equal(walk.results.length, 60);
});

test("a search that finds nothing asks twelve parts at most, and then the reader", async () => {
  const parts = Array.from({ length: 40 }, (_, index) => ({ name: String(index), count: 1 }));
  const steps: number[] = [];
  const walk = new Walk(parts, async () => NOTHING);
  await walk.goOn({ results: 10 }, () => steps.push(walk.searched.length));
  assert.deepEqual(steps, [1, 3, 7, 11, 12]);
  await walk.goOn({ results: 10 }, () => {});
  assert.equal(walk.searched.length, 24);
});

test("a search that is given up asks no further part", async () => {
  const walk = new Walk(PARTS, async () => NOTHING);
  await walk.goOn({ results: 10 }, () => false);
  assert.deepEqual(names(walk.searched), ["2026-10"]);
});

test("the best matches of all parts asked come first, the newer of two that are equal", async () => {
  const walk = new Walk(PARTS, ask, { byScore: true });
  await walk.goOn({ results: 10, articles: 3000 }, () => {});
  assert.deepEqual(names(walk.searched), ["2026-10", "2026-q3", "2024-2025"]);
  assert.deepEqual(
    walk.results.slice(0, 4).map(({ id }) => id),
    ["2026-10/9", "2026-q3/9", "2024-2025/9", "2026-10/8"],
  );
});

test("a word is worth no more in a part in which it is rare", async () => {
  const parts = [
    { name: "much", count: 100 },
    { name: "little", count: 100 },
  ];
  const walk = new Walk(
    parts,
    async ({ name }) =>
      name === "much"
        ? { results: [{ id: "often in it", score: 0.9 }], unfilteredResultCount: 60 }
        : { results: [{ id: "once in it", score: 2 }], unfilteredResultCount: 2 },
    { byScore: true },
  );
  await walk.goOn({ results: 10 }, () => {});
  assert.deepEqual(
    walk.results.map(({ id }) => id),
    ["often in it", "once in it"],
  );
});

test("what has been searched is told in months while a year is not done, else in years", () => {
  assert.equal(whenPrinted(PARTS.slice(0, 1), ALL, "en"), "October 2026");
  assert.equal(whenPrinted(PARTS.slice(0, 2), ALL, "en"), "August to October 2026");
  assert.equal(whenPrinted(PARTS.slice(0, 3), ALL, "en"), "2024–2026");
  assert.equal(whenPrinted(PARTS.slice(3, 5), { from: "1990", to: "2020" }, "en"), "1990–2020");
  assert.equal(whenPrinted(PARTS.slice(5), ALL, "en"), "undated articles");
});

test("a number of articles is told with the years that it is true of", async () => {
  const told = async (query: string, results: number): Promise<string> => {
    const state = readState(query);
    const walk = new Walk(partsFor(PARTS, state), ask);
    await walk.goOn({ results }, () => {});
    return textOf.found({ state, walk, shown: 10 }, "en");
  };
  assert.equal(
    await told("?q=ferry", 30),
    "30 articles with “ferry” in 2024–2026 so far, the first 10 of them shown.",
  );
  assert.equal(
    await told("?q=ferry", 100),
    "60 articles with “ferry”, the first 10 of them shown.",
  );
  assert.equal(
    await told("?q=ferry&from=1990&to=2020", 100),
    "20 articles with “ferry” in 1990–2020, the first 10 of them shown.",
  );
  assert.equal(await told("?q=ferry&year=1994", 10), "10 articles with “ferry” in 1994.");
  assert.match(await told("", 10), /^Type a word/);
});
