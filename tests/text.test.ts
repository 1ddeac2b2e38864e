/** Do the small helpers on strings keep their promises: slugs, folded names, dates, checked YAML? */
import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { checkYaml } from "../src/text/checked-yaml.ts";
import { dateLabel, daysInMonth, sortKeyOf, timeLabel } from "../src/text/dates.ts";
import { foldName } from "../src/text/fold.ts";
import { nearestWord } from "../src/text/nearest.ts";
import { slugOf } from "../src/text/slug.ts";

test("a slug is plain, short, cut between words, and empty where there is nothing to spell", () => {
  assert.equal(slugOf("Harbour Bridge: “a leap in the dark”"), "harbour-bridge-a-leap-in-the-dark");
  assert.equal(slugOf("Łódź, Straße & Ærø"), "lodz-strasse-aero");
  assert.equal(slugOf("It’s the council's"), "its-the-councils");
  assert.equal(slugOf("../../etc/passwd"), "etc-passwd");
  assert.equal(slugOf("یوسف 漢字 😀"), "");
  const long = slugOf("word ".repeat(100));
  assert.ok(long.length <= 64 && long.endsWith("word"));
  assert.equal(slugOf("x".repeat(500)).length, 64);
});

test("names are compared without case, accents, curly apostrophes and doubled spaces", () => {
  assert.equal(foldName("Zoë  O’HARA"), foldName("Zoe O'Hara"));
  assert.notEqual(foldName("Anne Lee"), foldName("Ann Lee"));
});

test("sort keys follow the instant, with the zone if there is one", () => {
  assert.equal(sortKeyOf("2022-01-26T21:27", "Europe/Lisbon"), "20220126212700");
  assert.equal(sortKeyOf("2022-07-26T21:27", "Europe/Lisbon"), "20220726202700");
  assert.equal(sortKeyOf("2022-01-26T21:27+03:30", undefined), "20220126175700");
  assert.equal(sortKeyOf("2022-01", undefined), "20220101000000");
  assert.equal(sortKeyOf(undefined, undefined), "00000000000000");
  assert.ok(sortKeyOf("2022-01-26", undefined) <= sortKeyOf("2022-01-26T00:01", undefined));
});

test("dates are shown to the precision they have", () => {
  assert.equal(dateLabel("2022-01-26"), "26 January 2022");
  assert.equal(dateLabel("2022-01-26T21:27"), "26 January 2022");
  assert.equal(dateLabel("2022-01"), "January 2022");
  assert.equal(dateLabel("2022"), "2022");
  assert.equal(dateLabel("P2D"), "P2D");
  assert.equal(dateLabel("2022-W04"), "2022-W04");
  assert.equal(dateLabel("2022-01-26", "de"), "26. Januar 2022");
  assert.equal(timeLabel("2022-01-26T21:27"), "21:27");
  assert.equal(timeLabel("2022-01-26"), undefined);
  assert.deepEqual(["2023-02", "2024-02", "2024-12"].map(daysInMonth), [28, 29, 31]);
});

test("YAML is checked against a schema, with the line and the key that was meant", () => {
  const schema = z.strictObject({
    title: z.string(),
    list: z.array(z.strictObject({ name: z.string() })).optional(),
  });
  assert.deepEqual(checkYaml("title: 2022-01-26", schema), { value: { title: "2022-01-26" } });
  assert.deepEqual(checkYaml("title: A\nlist:\n  - name: b\n  - nmae: c\n", schema), {
    fault: { line: 4, message: "unknown key `list.1.nmae`; did you mean `name`?" },
  });
  assert.deepEqual(checkYaml("titel: A\n", z.strictObject({ title: z.string().optional() })), {
    fault: { line: 1, message: "unknown key `titel`; did you mean `title`?" },
  });
});

test("a missing key and a wrong value have their line", () => {
  const schema = z.strictObject({
    title: z.string(),
    list: z.array(z.strictObject({ name: z.string() })).optional(),
  });
  assert.deepEqual(checkYaml("list: []", schema), {
    fault: { line: 1, message: "`title` is missing; add it" },
  });
  const fault = checkYaml("title: A\nlist:\n  - name: b\n  - name: [c]\n", schema);
  assert.ok("fault" in fault);
  assert.equal(fault.fault.line, 4);
});

const SLIPS: readonly (readonly [yaml: string, message: RegExp])[] = [
  ["- a:b\n", /^1: expected a key and its value, with a colon and a space/],
  ["- few: many\n", /^1: `few`: expected a number$/],
  ["- all: one\n", /^1: `all`: expected a list/],
  ["- few: 1\n\tall: [a]\n", /^2: a tab before the words; put spaces/],
  ["- few: 1\n  few: 2\n", /^2: a key that stands twice/],
  ["- all: [a\n", /^2: is not YAML: /],
];

for (const [yaml, message] of SLIPS) {
  test(`a slip in YAML is told in plain words: ${JSON.stringify(yaml)}`, () => {
    const schema = z.array(
      z.strictObject({ few: z.number().optional(), all: z.array(z.string()).optional() }),
    );
    const checked = checkYaml(yaml, schema);
    assert.ok("fault" in checked);
    assert.match(`${checked.fault.line}: ${checked.fault.message}`, message);
  });
}

test("the nearest word is at most two edits away", () => {
  assert.equal(nearestWord("biuld", ["import", "build"]), "build");
  assert.equal(nearestWord("xyz", ["import", "build"]), undefined);
});
