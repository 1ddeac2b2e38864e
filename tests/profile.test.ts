/** Does each stage get its own time and nobody else's, and is it told in words that are true? */
import assert from "node:assert/strict";
import { test } from "node:test";
import { profileTable } from "../src/commands/profile.ts";
import { progressWords } from "../src/commands/progress.ts";
import { type Reading, StageClock } from "../src/stage-clock.ts";

/** A meter that a test moves on. */
function handMeter() {
  let reading: Reading = { wall: 5, cpu: 3 };
  return {
    read: () => reading,
    pass(wall: number, cpu = wall): void {
      reading = { wall: reading.wall + wall, cpu: reading.cpu + cpu };
    },
  };
}

function times(clock: StageClock): Readonly<Record<string, readonly [wall: number, cpu: number]>> {
  return Object.fromEntries(clock.report().map(({ stage, wall, cpu }) => [stage, [wall, cpu]]));
}

test("a stage within another takes the time from it, and one that comes again goes on", () => {
  const meter = handMeter();
  const clock = new StageClock(meter.read);
  meter.pass(100);
  const result = clock.stage("outer", () => {
    meter.pass(1);
    clock.stage("inner", () => meter.pass(10, 7));
    meter.pass(2);
    clock.stage("inner", () => meter.pass(20));
    return "done";
  });
  meter.pass(100);
  assert.equal(result, "done");
  assert.deepEqual(times(clock), { outer: [3, 3], inner: [30, 27] });
});

test("a stage that is waited for lasts until it is settled, one that throws until it threw", async () => {
  const meter = handMeter();
  const clock = new StageClock(meter.read);
  const later = clock.stage("wait", async () => {
    meter.pass(1);
    await Promise.resolve();
    meter.pass(2);
    throw new Error("no");
  });
  await assert.rejects(later, /no/);
  meter.pass(50);
  const throwing = () =>
    clock.stage("throw", () => {
      meter.pass(4);
      throw new Error("at once");
    });
  assert.throws(throwing, /at once/);
  meter.pass(50);
  assert.deepEqual(times(clock), { wait: [3, 3], throw: [4, 4] });
});

test("what is yielded is timed while it is made, not while it is used, and counted", () => {
  const meter = handMeter();
  const clock = new StageClock(meter.read);
  const made = function* (): Generator<number> {
    for (const value of [1, 2, 3]) {
      meter.pass(10);
      yield value;
    }
  };
  clock.stage("use", () => {
    for (const value of clock.each("make", made())) meter.pass(value);
  });
  assert.deepEqual(times(clock), { use: [6, 6], make: [30, 30] });
  assert.equal(clock.report().find(({ stage }) => stage === "make")?.count, 3);
});

test("what stages note is added up", () => {
  const clock = StageClock.stopped();
  clock.note("draw", { count: 2, bytes: 10 });
  clock.note("draw", { count: 3, workers: 40 });
  const [{ count, bytes, workers, wall } = assert.fail("no stage")] = clock.report();
  assert.deepEqual([count, bytes, workers, wall], [5, 10, 40, 0]);
});

test("the table has a line a stage, and one for all", () => {
  const stage = { wall: 2000, cpu: 1000, workers: 500, count: 1000, bytes: 3e6 };
  const lines = profileTable([
    { ...stage, stage: "draw" },
    { ...stage, stage: "a longer name", count: 0 },
  ]).split("\n");
  assert.deepEqual(
    lines.map((line) => line.trim().split(/\s{2,}/)),
    [
      ["stage", "wall s", "CPU s", "others' CPU s", "count", "CPU ms each", "MB"],
      ["draw", "2.0", "1.0", "0.5", "1000", "1.50", "3.0"],
      ["a longer name", "2.0", "1.0", "0.5", "0", "3.0"],
      ["all", "4.0", "2.0", "1.0", "0", "6.0"],
    ],
  );
  assert.equal(new Set(lines.map(({ length }) => length)).size, 1, "its columns are aligned");
});

for (const [state, words] of [
  [{ steps: 0, total: 100, seconds: 50 }, "0/100"],
  [{ steps: 40, total: 100, seconds: 0.5 }, "40/100"],
  [{ steps: 12_400, total: 100_000, seconds: 10 }, "12,400/100,000, 1,240/s, 1 min left"],
  [{ steps: 5, total: 10, seconds: 2 }, "5/10, 2.5/s, 2 s left"],
  [{ steps: 100, total: 1_000_000, seconds: 1 }, "100/1,000,000, 100/s, 2 h 47 min left"],
  [{ steps: 100, total: 100, seconds: 10 }, "100/100, 10/s"],
  [{ steps: 1234, total: 0, seconds: 2 }, "1,234, 617/s"],
] as const) {
  test(`progress is told as ${words}`, () => assert.equal(progressWords(state), words));
}
