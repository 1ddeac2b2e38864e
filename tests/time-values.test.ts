/** Does each value of a time stand where it belongs in the calendar? */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { timeInWords } from "../src/text/interface-times.ts";
import { calendarPlace, orderOf } from "../src/text/time-values.ts";
import { ENGLISH } from "./support/english.ts";

test("each kind of value has its place and its words", () => {
  const rows = [
    ["2022-01-26", "2022-01-26", "26 January 2022", "2022-01-26", "2022-01-26"],
    ["2022-01-26TMO", "2022-01-26", "26 January 2022", "2022-01-26", "2022-01-26"],
    ["2022-W04", "2022-01", "week of 24 January 2022", "2022-01-24", "2022-01-30"],
    ["2020-W53", "2020-12", "week of 28 December 2020", "2020-12-28", "2021-01-03"],
    ["2022-W04-WE", "2022-01", "weekend of 29 January 2022", "2022-01-29", "2022-01-30"],
    ["2020-02", "2020-02", "February 2020", "2020-02-01", "2020-02-29"],
    ["2022-Q3", "2022", "third quarter of 2022", "2022-07-01", "2022-09-30"],
    ["2022-H1", "2022", "first half of 2022", "2022-01-01", "2022-06-30"],
    ["2022-SP", "2022", "spring 2022", "2022-03-01", "2022-05-31"],
    ["2022", "2022", "2022", "2022-01-01", "2022-12-31"],
    ["193X", "193", "1930s", "1930-01-01", "1939-12-31"],
    ["18XX", "18", "19th century", "1800-01-01", "1899-12-31"],
    ["20XX", "20", "21st century", "2000-01-01", "2099-12-31"],
    ["11XX", "11", "12th century", "1100-01-01", "1199-12-31"],
  ] as const;
  for (const [value, period, label, first, last] of rows) {
    const place = calendarPlace(value);
    assert.deepEqual(
      [place?.period, timeInWords(value, ENGLISH), place?.first, place?.last],
      [period, label, first, last],
      value,
    );
  }
});

test("what is no date has no place", () => {
  for (const value of [
    "P3D",
    "PT2H",
    "XXXX-WXX-1",
    "2022-13",
    "2022-02-30",
    "2022-00-10",
    "2022-W54",
    "",
    "1",
    "12345",
    "PRESENT_REF",
  ])
    assert.equal(calendarPlace(value), undefined, value);
});

test("every day of the calendar lies in the week that ISO gives it", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }),
      (date) => {
        const day = date.toISOString().slice(0, 10);
        const thursday = new Date(`${day}T00:00Z`);
        thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
        const year = thursday.getUTCFullYear();
        const week = Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7);
        const place = calendarPlace(`${year}-W${String(week).padStart(2, "0")}`);
        assert.ok(place && place.first <= day && day <= place.last, day);
      },
    ),
    { seed: 7 },
  );
});

test("stretches are before, after or together", () => {
  const order = (a: string, b: string) => {
    const [one, other] = [calendarPlace(a), calendarPlace(b)];
    assert.ok(one && other);
    return orderOf(one, other);
  };
  assert.equal(order("2022-01-25", "2022-01-26"), "before");
  assert.equal(order("2022-02", "2022-01-26"), "after");
  assert.equal(order("2022", "2022-01-26"), "together");
  assert.equal(order("18XX", "2022"), "before");
});
