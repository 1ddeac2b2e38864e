/** Does each time expression get the value that a reader on the day of publication gives it? */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Timex } from "../src/model.ts";
import { readingOf } from "../src/recognise/reading.ts";
import { splitSentences } from "../src/recognise/sentences.ts";
import { OTHER_LANGUAGES } from "../src/recognise/times/language-words.ts";
import { otherLanguageRules } from "../src/recognise/times/other-languages.ts";
import type { TimeRule } from "../src/recognise/times/rule.ts";
import { explainTime, findTimes } from "../src/recognise/times/times.ts";
import { testCases } from "./support/golden.ts";
import { type DocumentFacts, documentOf } from "./support/news-document.ts";

/** The rules of all languages, from the files that hold them. */
async function allRules(): Promise<readonly TimeRule[]> {
  const folder = new URL("../src/recognise/times/", import.meta.url);
  const files = readdirSync(folder).sort();
  const modules: Record<string, unknown>[] = await Promise.all(
    files.map((file) => import(new URL(file, folder).href)),
  );
  // each exported list whose name ends so is one of rules
  const english = modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) =>
      /Rules$/.test(name) && Array.isArray(value) ? (value as TimeRule[]) : [],
    ),
  );
  return [...english, ...OTHER_LANGUAGES.flatMap(otherLanguageRules)];
}

function timesOf(text: string, facts: DocumentFacts): readonly Timex[] {
  const document = documentOf(text, facts);
  return findTimes(readingOf(document, splitSentences(document)));
}

/** The value of the only time in one sentence, by what stands in a text published on Wednesday 26 January 2022. */
function valueIn(sentence: string, published = "2022-01-26"): string | undefined {
  const times = timesOf(`A headline\n\n${sentence}`, { published });
  assert.ok(times.length <= 1, `one time wanted in: ${sentence}`);
  return times[0]?.value;
}

testCases("times", "times.txt", (folder) => {
  const text = folder.read("source.txt");
  // a case's facts are written by us, in the shape named
  const facts = JSON.parse(folder.read("facts.json")) as DocumentFacts;
  return timesOf(text, facts)
    .map(({ start, end, type, value, evidence }) =>
      [text.slice(start, end), type, value, evidence.rule].join(" | "),
    )
    .concat("")
    .join("\n");
});

/** The value of the only time in a headline of a text published on Wednesday 26 January 2022. */
function valueInHeadline(headline: string): string | undefined {
  const times = timesOf(`${headline}\n\nNothing more was said.`, { published: "2022-01-26" });
  assert.equal(times.length, 1, `one time wanted in: ${headline}`);
  return times[0]?.value;
}

test("an infinitive in a headline looks ahead, and only there", () => {
  for (const headline of [
    "Ferry to sail on Friday",
    "Ferry To Sail on Friday",
    "FERRY TO SAIL FRIDAY",
    "Nether Amble ferry to sail again at dawn on Friday",
  ])
    assert.equal(valueInHeadline(headline), "2022-01-28", headline);
  for (const headline of [
    "Man taken to court on Friday",
    "Talks failed to open on Friday",
    "Mayor flies to Port Ellis on Friday",
    "Pier costs double to 80 million on Friday",
    "Clerk walks to the mill on Friday",
  ])
    assert.equal(valueInHeadline(headline), "2022-01-21", headline);
  assert.equal(valueIn("A man sent the ferry to sail on Friday."), "2022-01-21");
  assert.equal(valueInHeadline("Bridge to reopen in March"), "2022-03");
});

test("a date a few days ahead is not the one of the year before, unless the verb beside it says so", () => {
  assert.equal(valueIn("The board said it had chosen not to sell it on January 28."), "2022-01-28");
  assert.equal(valueIn("There were 300 boats on the list at January 29."), "2022-01-29");
  assert.equal(valueIn("It was paid for the months ended January 31."), "2021-01-31");
  assert.equal(valueIn("It was kept shut since January 28."), "2021-01-28");
  assert.equal(valueIn("The mill was opened on January 24."), "2022-01-24");
});

test("what is predicted lies ahead; a show is no time", () => {
  assert.equal(valueIn("Rain is predicted on Friday."), "2022-01-28");
  assert.equal(valueIn("She sang on The Tonight Show."), undefined);
  assert.equal(valueIn("She sings tonight."), "2022-01-26TNI");
});

test("a bare weekday is the latest such day, the day of publication included", () => {
  assert.equal(valueIn("It began on Wednesday."), "2022-01-26");
  assert.equal(valueIn("It began on Thursday."), "2022-01-20");
});

test("a bare weekday lies ahead where the sentence does", () => {
  assert.equal(valueIn("It will begin on Thursday."), "2022-01-27");
  assert.equal(valueIn("On Thursday, the board will meet."), "2022-01-27");
  assert.equal(valueIn("It was said on Thursday that the board will meet."), "2022-01-20");
});

test("a day that something lasted until is past, and one that was set is not", () => {
  assert.equal(valueIn("They kept the mill shut until Friday."), "2022-01-21");
  assert.equal(valueIn("They shut the mill until Friday."), "2022-01-28");
  assert.equal(valueIn("They kept a promise to shut the mill until Friday."), "2022-01-28");
});

test("a weekday behind a comma goes with the verb before it", () => {
  assert.equal(valueIn("Odd Barrow will sing at the mill, on Friday."), "2022-01-28");
  assert.equal(valueIn("Odd Barrow sang at the mill, on Friday."), "2022-01-21");
  assert.equal(valueIn("Odd Barrow, who will sing, on Friday lost his voice."), "2022-01-21");
});

test("a number that is cut off gives no length of time", () => {
  assert.equal(valueIn("It took two hundred and one days."), "P201D");
  assert.equal(valueIn("It took several hundred and one days."), undefined);
  assert.equal(valueIn("It took a thousand days."), "P1000D");
});

test("from each Monday to Friday, both are days of every week", () => {
  const valuesIn = (words: string): readonly string[] =>
    timesOf(`A headline\n\n${words}`, { published: "2022-01-26" }).map(({ value }) => value);
  assert.deepEqual(valuesIn("It sails every Monday to Friday."), ["XXXX-WXX-1", "XXXX-WXX-5"]);
  assert.deepEqual(valuesIn("It sails from Monday to Friday."), ["2022-01-24", "2022-01-28"]);
});

test("a day's precision is needed for days, and a month's for months", () => {
  assert.equal(valueIn("It began on Wednesday.", "2022-01"), undefined);
  assert.equal(valueIn("It began last month.", "2022-01"), "2021-12");
  assert.equal(valueIn("It began last month.", "2022"), undefined);
  assert.equal(valueIn("It began last year.", "2022"), "2021");
});

test("the week of a new year is ISO 8601's", () => {
  assert.equal(valueIn("It rained last week.", "2021-01-04"), "2020-W53");
  assert.equal(valueIn("It rains this week.", "2019-12-30"), "2020-W01");
});

test("words that are no times give none", () => {
  for (const sentence of [
    "They may march.",
    "A second man came.",
    "He has 1,950 sheep and £1998.",
    "USA Today wrote of it.",
    "The mayor read the Sunday Mirror.",
    "She is a 30-year-old clerk.",
    "Recently it was said, and now it is not.",
  ])
    assert.equal(valueIn(sentence), undefined, sentence);
});

test("a dateline's date is no event", () => {
  const text = "A headline\n\nPORT ELLIS, Jan 25 (Coast Wire) - It rained on Monday.";
  const start = text.indexOf("PORT");
  const document = {
    ...documentOf(text, { published: "2022-01-26" }),
    dateline: { start, end: text.indexOf("It rained"), place: "PORT ELLIS" },
  };
  const times = findTimes(readingOf(document, splitSentences(document)));
  assert.deepEqual(
    times.map(({ value }) => value),
    ["2022-01-24"],
  );
});

test("times do not overlap, are in order and slice to their words", () => {
  const text =
    "A headline\n\nOn Monday, May 28, 2018 at 6 p.m., two years after May 2016, it was Monday.";
  let at = 0;
  for (const { start, end } of timesOf(text, { published: "2022-01-26" })) {
    assert.ok(start >= at && end > start && end <= text.length);
    at = end;
  }
  assert.ok(at > 0);
});

test("every rule is put in words, in one way", async () => {
  const words = explainTime("weekday-on-or-before-publication");
  assert.equal(words, "the latest such day on or before publication");
  const explained = new Set<string>();
  for (const { name, words } of await allRules()) {
    assert.equal(explainTime(name), words, `one explanation wanted of ${name}`);
    assert.match(words, /^[\p{Ll}“][^.]{5,110}[^.,;]$/u, name);
    explained.add(name);
  }
  assert.ok(explained.size > 50);
});

test("every rule of the cases is one that is put in words", () => {
  const folder = fileURLToPath(new URL("cases/times", import.meta.url));
  for (const name of readdirSync(folder)) {
    for (const line of readFileSync(join(folder, name, "times.txt"), "utf8")
      .trim()
      .split("\n")) {
      const rule = line.split(" | ")[3];
      if (rule !== undefined) assert.notEqual(explainTime(rule), rule.replaceAll("-", " "));
    }
  }
});

test("other languages than those known give no times", () => {
  assert.deepEqual(
    timesOf("Rubrik\n\nDet regnade i onsdags den 3 maj 2018.", {
      published: "2022-01-26",
      language: "sv",
    }),
    [],
  );
});

test("a word of megabytes, such as an encoded picture, is passed over", () => {
  const text = `A headline\n\nOn Monday. ${"aB1".repeat(1_650_000)}`;
  assert.equal(timesOf(text, { published: "2022-01-26" }).length, 1);
});

test("a long line of nothing but times is read through", () => {
  const text = `A headline\n\n${"Monday 3 May a year ago, ".repeat(4_000)}`;
  assert.ok(timesOf(text, { published: "2022-01-26" }).length >= 4_000);
});

test("long lines of what is counted from other times are read through", () => {
  for (const words of [
    "that month, ",
    "the quarter, a year ago, ",
    "9 a.m., ",
    "3, 4 and 5, ",
    "the (",
    "Monday to ",
  ]) {
    const text = `A headline\n\nOn 3 May 2018 ${words.repeat(8_000)}`;
    assert.ok(timesOf(text, { published: "2022-01-26" }).length >= 1, words);
  }
});
