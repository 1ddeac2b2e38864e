/** Where is an archive cut for search, and does an article more cut it anew only where it comes in? */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cutShards, monthOf, type Shard, UNDATED } from "../src/search/shards.ts";

const LENGTHS = [192, 96, 48, 24, 12, 3, 1];

/** Months since the year 0. */
function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthAt(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
}

/** Archives of up to a century, with few and with many articles a month, and some undated ones. */
const archives = fc
  .record({
    first: fc.integer({ min: 1850 * 12, max: 2020 * 12 }),
    months: fc.array(fc.tuple(fc.nat(1200), fc.oneof(fc.nat(3), fc.nat(400), fc.nat(5000))), {
      minLength: 1,
      maxLength: 150,
    }),
    undated: fc.nat(20),
  })
  .map(({ first, months, undated }) => {
    const counts = new Map<string, number>();
    for (const [offset, count] of months) counts.set(monthAt(first + offset), count);
    if (undated > 0) counts.set(UNDATED, undated);
    return counts;
  });

const options = { seed: 20_220_126, numRuns: 400 };

/** The articles of the months that a shard covers. */
function within(shard: Shard, counts: ReadonlyMap<string, number>): number {
  const { span } = shard;
  if (span === undefined) return counts.get(UNDATED) ?? 0;
  return [...counts]
    .filter(([month]) => month !== UNDATED && span.from <= month && month <= span.to)
    .reduce((sum, [, count]) => sum + count, 0);
}

function newestYear(counts: ReadonlyMap<string, number>): string {
  const printed = [...counts].filter(([month, count]) => month !== UNDATED && count > 0);
  return (
    printed
      .map(([month]) => month.slice(0, 4))
      .sort()
      .at(-1) ?? ""
  );
}

test("every article lies in exactly one shard, and no shard is empty", () => {
  fc.assert(
    fc.property(archives, (counts) => {
      const shards = cutShards(counts);
      for (const [month, count] of counts) {
        const holding = shards.filter(({ span }) =>
          span === undefined ? month === UNDATED : span.from <= month && month <= span.to,
        );
        if (count > 0) assert.equal(holding.length, 1, month);
      }
      for (const shard of shards) assert.equal(shard.count, within(shard, counts), shard.name);
      for (const shard of shards) assert.ok(shard.count > 0, shard.name);
      assert.equal(new Set(shards.map(({ name }) => name)).size, shards.length);
    }),
    options,
  );
});

test("shards are parts of the aligned calendar, the newest first and the undated last", () => {
  fc.assert(
    fc.property(archives, (counts) => {
      const shards = cutShards(counts);
      const dated = shards.flatMap(({ span }) => span ?? []);
      assert.equal(
        shards.findIndex(({ span }) => span === undefined),
        counts.has(UNDATED) ? dated.length : -1,
      );
      for (const [index, { from, to }] of dated.entries()) {
        const length = numberOf(to) - numberOf(from) + 1;
        assert.ok(LENGTHS.includes(length), `${from} to ${to}`);
        assert.equal(numberOf(from) % length, 0, `${from} to ${to}`);
        const newer = dated[index - 1];
        if (newer !== undefined) assert.ok(to < newer.from);
      }
    }),
    options,
  );
});

test("a shard holds what it may, and the next longer part of the calendar would hold more", () => {
  fc.assert(
    fc.property(archives, (counts) => {
      const newest = newestYear(counts);
      const most = (from: string, to: string): number =>
        from.slice(0, 4) <= newest && newest <= to.slice(0, 4) ? 500 : 3000;
      for (const { span, count } of cutShards(counts)) {
        if (span === undefined) continue;
        const length = numberOf(span.to) - numberOf(span.from) + 1;
        if (length > 1) assert.ok(count <= most(span.from, span.to), span.from);
        const longer = LENGTHS[LENGTHS.indexOf(length) - 1];
        if (longer === undefined) continue;
        const start = numberOf(span.from) - (numberOf(span.from) % longer);
        const wider = { from: monthAt(start), to: monthAt(start + longer - 1) };
        const held = within({ name: "", count: 0, span: wider }, counts);
        assert.ok(held > most(wider.from, wider.to), `${span.from} could be longer`);
      }
    }),
    options,
  );
});

test("one article more leaves every shard as it was but the one that it comes into", () => {
  fc.assert(
    fc.property(archives, fc.nat(), (counts, choice) => {
      const months = [...counts.keys()].filter((month) => month !== UNDATED);
      const month = months[choice % months.length] ?? "";
      // the first article of a newer year lets the year before be cut as all others
      fc.pre(month.slice(0, 4) <= newestYear(counts));
      const before = cutShards(counts);
      const after = cutShards(new Map([...counts, [month, (counts.get(month) ?? 0) + 1]]));
      const names = new Set(after.map(({ name }) => name));
      const gone = before.filter(({ name }) => !names.has(name));
      assert.ok(gone.length <= 1);
      for (const { span } of gone) assert.ok(span && span.from <= month && month <= span.to);
      const others = after.filter(({ span }) => span && (month < span.from || span.to < month));
      for (const shard of others) {
        const same = before.find(({ name }) => name === shard.name);
        // what is cut may leave its other parts with names of their own
        if (gone.length === 0) assert.deepEqual(same, shard);
      }
    }),
    options,
  );
});

test("names and months are told as a reader would", () => {
  const counts = new Map([
    ["2026-10", 300],
    ["2026-09", 210],
    ["2025-05", 1400],
    ["2024-03", 1500],
    ["1999-12", 2000],
    ["1987-01", 900],
    ["1960-01", 1],
    [UNDATED, 2],
  ]);
  assert.deepEqual(
    cutShards(counts).map(({ name, count, printed }) => [name, count, printed?.from, printed?.to]),
    [
      ["2026-q4", 300, "2026-10", "2026-10"],
      ["2026-q3", 210, "2026-09", "2026-09"],
      ["2024-2025", 2900, "2024-03", "2025-05"],
      ["1984-1999", 2900, "1987-01", "1999-12"],
      ["1952-1967", 1, "1960-01", "1960-01"],
      ["undated", 2, undefined, undefined],
    ],
  );
  assert.deepEqual(cutShards(new Map()), []);
});

test("an article counts in the month it was printed in, a year alone as its January", () => {
  assert.equal(monthOf("2022-01-26T21:27"), "2022-01");
  assert.equal(monthOf("2022-12"), "2022-12");
  assert.equal(monthOf("2022"), "2022-01");
  assert.equal(monthOf("2022-13"), "2022-01");
  assert.equal(monthOf("next week"), UNDATED);
  assert.equal(monthOf(undefined), UNDATED);
});
