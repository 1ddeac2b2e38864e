/** Does every event stand on the pages of a timeline where a reader looks for it, and is no page endless? */

import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { IN_MEMORY, openDatabase } from "../src/catalog/database.ts";
import { ownCounts, putOwnEvents, recountOwn } from "../src/catalog/own-events.ts";
import type { ArchiveEvent } from "../src/event-model.ts";
import { headOf } from "../src/pages/entries.ts";
import { EventLookup } from "../src/pages/event-lookup.ts";
import { planOwner } from "../src/pages/own-timeline-plan.ts";
import type { PlannedPage } from "../src/pages/planned-pages.ts";
import { Readings } from "../src/pages/readings.ts";
import { planShelf, planYearWithMonths } from "../src/pages/shelf-plan.ts";
import { LONGEST_LIST } from "../src/pages/shelves.ts";
import { planRoot, timeAddresses } from "../src/pages/timeline-plan.ts";
import { shelvesOf } from "../src/pages/timeline-shelves.ts";
import { calendarPlace } from "../src/text/time-values.ts";
import { ENGLISH } from "./support/english.ts";
import { fillCatalogue } from "./support/filled-catalogue.ts";

const PRINTED = { first: 2018, last: 2022 };

function eventAt(value: string, outlook: ArchiveEvent["outlook"] = "happened"): ArchiveEvent {
  const sentence = { anchor: "s1", text: "It was so.", words: [{ start: 0, end: 2 }] };
  const report = { article: "articles/1.md", sentence, span: { start: 0, end: 2 }, outlook };
  return { period: calendarPlace(value)?.period ?? "", value, outlook, reports: [report] };
}

function times(value: string, count: number): readonly ArchiveEvent[] {
  return Array.from({ length: count }, () => eventAt(value));
}

/** The whole timeline of an archive, planned at once. */
function planArchive(events: readonly ArchiveEvent[]): readonly PlannedPage[] {
  const shelves = shelvesOf(events, PRINTED);
  const isShort = events.length <= LONGEST_LIST;
  const shown = isShort ? events : events.slice(-10);
  return [
    ...planRoot({ shelves, printed: PRINTED, expected: 0, events: shown, words: ENGLISH }),
    ...shelves.flatMap((shelf, index) => {
      const beside = {
        previous: shelves[index - 1]?.period,
        next: shelves[index + 1]?.period,
        words: ENGLISH,
      };
      return shelf.scale === "year" ? planYearWithMonths(shelf, beside) : planShelf(shelf, beside);
    }),
  ];
}

function at(pages: readonly PlannedPage[], address: string): PlannedPage {
  const page = pages.find((one) => one.address === address);
  assert.ok(page, `${address} among ${pages.map((one) => one.address).join(" ")}`);
  return page;
}

function eventsOn({ groups }: PlannedPage): readonly ArchiveEvent[] {
  return groups.flatMap(({ events }) => events);
}

test("years near the print have pages of their own; older ones stand by decades and centuries", () => {
  const events = ["1666-09", "1931-05-03", "195X", "2016", "2019-11-05", "2041"].map((value) =>
    eventAt(value),
  );
  const pages = planArchive(events);
  const root = at(pages, "/timeline/");
  assert.deepEqual(
    root.earlier.map(({ name }) => name),
    ["17th century", "1930s", "1950s"],
  );
  assert.deepEqual(
    root.later.map(({ name }) => name),
    ["2040s"],
  );
  assert.deepEqual(
    root.parts.map(({ period, count, address }) => [period, count, address]),
    [
      ["2016", 1, "/timeline/2016/"],
      ["2017", 0, undefined],
      ["2018", 0, undefined],
      ["2019", 1, "/timeline/2019/"],
    ],
  );
  assert.deepEqual(at(pages, "/timeline/1930s/").groups[0]?.heading, "1931");
  assert.deepEqual(at(pages, "/timeline/2019/11/").groups[0]?.heading, "5 November 2019");
  assert.equal(at(pages, "/timeline/2019/").parts.length, 12);
});

test("a month lists its days, its weeks, and last what is known to the month alone", () => {
  const values = ["2020-02", "2020-02-29", "2020-W07", "2020-02-03"];
  const events = values
    .map((value) => eventAt(value))
    .sort((a, b) =>
      String(calendarPlace(a.value)?.first) < String(calendarPlace(b.value)?.first) ? -1 : 1,
    );
  const month = at(planArchive(events), "/timeline/2020/02/");
  assert.deepEqual(
    month.groups.map(({ heading }) => heading),
    [
      "3 February 2020",
      "29 February 2020",
      "Week of 10 February 2020",
      "February 2020, day not stated",
    ],
  );
  assert.equal(month.parts.length, 29);
  assert.equal(month.parts[2]?.address, "/timeline/2020/02/#d03");
});

test("a month with more than a hundred events goes by day, and a day with more by pages", () => {
  const events = [...times("2020-02-03", 130), ...times("2020-02-04", 20), ...times("2020-02", 5)];
  const pages = planArchive(events);
  const month = at(pages, "/timeline/2020/02/");
  assert.equal(eventsOn(month).length, 5);
  assert.equal(month.parts[2]?.address, "/timeline/2020/02/03/");
  const first = at(pages, "/timeline/2020/02/03/");
  const second = at(pages, "/timeline/2020/02/03/page-2/");
  assert.deepEqual([eventsOn(first).length, eventsOn(second).length], [100, 30]);
  assert.deepEqual(
    second.pages.map(({ name, address }) => [name, address]),
    [
      ["1", "/timeline/2020/02/03/"],
      ["2", undefined],
    ],
  );
  assert.equal(at(pages, "/timeline/2020/02/04/").previous?.address, "/timeline/2020/02/03/");
});

test("one name's timeline is one page, or goes by years where it is long, and by months and days where these are", () => {
  const owner = { name: "Ilse Okafor", address: "/people/ilse-okafor/" };
  const short = planOwner(times("2020-02-03", 100), { owner, printed: PRINTED, words: ENGLISH });
  assert.deepEqual(
    short.map(({ address }) => address),
    ["/people/ilse-okafor/timeline/"],
  );
  assert.equal(short[0]?.parts[0]?.address, "/people/ilse-okafor/timeline/#y2020");
  const long = planOwner([...times("2019-01-01", 60), ...times("2020-02-03", 141)], {
    owner,
    printed: PRINTED,
    words: ENGLISH,
  });
  assert.deepEqual(
    long.map(({ address }) => address.slice(owner.address.length)),
    [
      ...["timeline/", "timeline/2019/", "timeline/2020/", "timeline/2020/02/"],
      ...["timeline/2020/02/03/", "timeline/2020/02/03/page-2/"],
    ],
  );
});

test("whatever happened when, every event has its place, no page more than a hundred, no address two pages", () => {
  const year = fc.integer({ min: 1100, max: 2099 }).map(String);
  const month = fc.integer({ min: 1, max: 12 }).map((one) => String(one).padStart(2, "0"));
  const value = fc.oneof(
    fc
      .tuple(fc.constantFrom("2019", "2020"), month, fc.constantFrom("-07", "-28", ""))
      .map(([one, other, day]) => `${one}-${other}${day}`),
    fc.tuple(year, fc.constantFrom("", "-05-03", "-W07", "-SU")).map((parts) => parts.join("")),
    fc.constantFrom("193X", "201X", "18XX", "20XX"),
  );
  const many = fc.array(fc.tuple(value, fc.integer({ min: 1, max: 150 })), { maxLength: 12 });
  fc.assert(
    fc.property(many, (list) => {
      const events = list
        .flatMap(([one, count]) => times(one, count))
        .sort((a, b) =>
          String(calendarPlace(a.value)?.first) < String(calendarPlace(b.value)?.first) ? -1 : 1,
        );
      const pages = planArchive(events);
      const places = timeAddresses(pages);
      const addresses = pages.map(({ address }) => address);
      assert.equal(new Set(addresses).size, addresses.length);
      const deepest = pages.filter(({ scale }) => scale !== "whole");
      assert.equal(new Set(deepest.flatMap(eventsOn)).size, events.length);
      for (const page of pages) {
        assert.ok(eventsOn(page).length <= LONGEST_LIST);
        const ids = page.groups.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
      }
      for (const event of events) {
        const [address, id] = places.get(event.value)?.split("#") ?? [];
        const group = at(pages, address ?? "").groups.find((one) => one.id === id);
        assert.ok(group?.events.some((one) => one.value === event.value));
      }
    }),
    { numRuns: 40, seed: 7 },
  );
});

/** The look-ups of an archive of which only events are known. */
function lookupOf(t: TestContext, events: readonly ArchiveEvent[]): EventLookup {
  const catalogue = openDatabase(IN_MEMORY);
  t.after(() => catalogue.close());
  const nothing = { articles: [], linked: [], moved: [] };
  fillCatalogue(catalogue, { ...nothing, events }, headOf);
  return new EventLookup(catalogue, new Readings());
}

test("what somebody said is no event of the timeline, but is told on its day", (t) => {
  const lookup = lookupOf(t, [eventAt("2020-02-03", "said")]);
  assert.deepEqual(lookup.deeds(), []);
  assert.deepEqual(lookup.of(["2020-02"]), []);
  assert.equal(lookup.onDay("2020-02-03").said.length, 1);
  assert.equal(lookup.addressOf("2020-02-03"), undefined);
});

test("a name's events are those of the sentences that name it, told by them", (t) => {
  const [plain] = [eventAt("2020-02-03")];
  const other = { ...plain.reports[0], article: "articles/2.md", outlook: "expected" as const };
  const event: ArchiveEvent = { ...plain, reports: [plain.reports[0], other] };
  const lookup = lookupOf(t, [event]);
  const by = (path: string, anchor: string) =>
    lookup.toldBy(new Map([[path, new Set([anchor])]])).map((own) => own.event);
  assert.deepEqual(by("articles/1.md", "s2"), []);
  assert.equal(by("articles/1.md", "s1")[0]?.outlook, "happened");
  const told = by("articles/2.md", "s1");
  assert.deepEqual([told[0]?.outlook, told[0]?.reports.length], ["expected", 1]);
});

test("what one chapter of a name expects is expected until another tells how it turned out", (t) => {
  const catalogue = openDatabase(IN_MEMORY);
  t.after(() => catalogue.close());
  const ilse = { kind: "person", slug: "ilse-okafor" } as const;
  const tell = (chapter: string, outlook: ArchiveEvent["outlook"]): readonly number[] => {
    const event = eventAt("2020-02-03", outlook);
    putOwnEvents(catalogue, ilse, chapter, new Map([["2020-02", [{ number: 0, event }]]]));
    recountOwn(catalogue, ilse);
    return ownCounts(catalogue, ilse).flatMap(({ count, expected }) => [count, expected]);
  };
  assert.deepEqual(tell("2019", "expected"), [1, 1]);
  assert.deepEqual(tell("2020", "happened"), [1, 0]);
  assert.deepEqual(tell("2020", "expected"), [1, 1]);
});
