/** Are related articles those that share what is rare, the nearest first, each with its reason? */

import assert from "node:assert/strict";
import { test } from "node:test";
import { daysBetween, timeBetween } from "../src/pages/time-between.ts";
import type { ArchiveStories } from "../src/story-model.ts";
import { ENGLISH } from "./support/english.ts";
import { fileOf, type NamedArticle, storiesOf, strangers } from "./support/named-archive.ts";

const OTHERS = strangers(60);

function relatedOf({ relations }: Pick<ArchiveStories, "relations">, slug: string) {
  return (relations.get(fileOf(slug)) ?? []).map(({ article, copy, shared }) => ({
    slug: article.replace(/^articles\/|\.md$/g, ""),
    copy,
    shared: shared.map((trait) => (trait.kind === "word" ? trait.word : trait.slug)),
  }));
}

const PELL: NamedArticle = {
  slug: "pell",
  published: "2018-03-12",
  names: ["Walter Pell", "Ines Lund", "place: Carrow"],
};

test("an article that shares rare people is related, and says whom it shares", () => {
  const later = { ...PELL, slug: "later", published: "2020-08-01" };
  const [related, ...others] = relatedOf(storiesOf([...OTHERS, PELL, later]), "pell");
  assert.equal(related?.slug, "later");
  assert.deepEqual(related?.shared.toSorted(), ["carrow", "ines-lund", "walter-pell"]);
  assert.deepEqual(others, []);
});

test("of two that share the same, the nearer in time comes first", () => {
  const far = { ...PELL, slug: "far", published: "2024-01-01" };
  const near = { ...PELL, slug: "near", published: "2018-05-12" };
  const related = relatedOf(storiesOf([...OTHERS, far, PELL, near]), "pell");
  assert.deepEqual(
    related.map(({ slug }) => slug),
    ["near", "far"],
  );
});

test("nobody is related by a place, a topic or a word alone", () => {
  const names = ["place: Carrow", "topic: floods", "Person Alone"];
  const alone = [
    { slug: "a", published: "2018-03-12", names: [...names, "Ana Reis"] },
    { slug: "b", published: "2018-03-12", names: ["place: Carrow", "Bo Quist", "Cy Marsh"] },
    { slug: "c", published: "2018-03-12", names: ["topic: floods", "Di Lund", "Ed Pell"] },
  ];
  assert.deepEqual(relatedOf(storiesOf([...OTHERS, ...alone]), "b"), []);
  assert.deepEqual(relatedOf(storiesOf([...OTHERS, ...alone]), "c"), []);
});

test("at most five are named", () => {
  const many = Array.from({ length: 9 }, (_, index) => ({
    ...PELL,
    slug: `year-${index}`,
    published: `20${10 + index}-03-12`,
  }));
  assert.equal(relatedOf(storiesOf([...OTHERS, ...many]), "year-4").length, 5);
});

test("an article with the same text, or nearly, is named first, and as that", () => {
  const text = Array.from({ length: 80 }, (_, at) => `w${(at * 7919) % 1009}`).join(" ");
  const [first, same, near, like] = [
    { ...PELL, text },
    { ...PELL, slug: "same", text },
    { ...PELL, slug: "near", text: `${text} and more` },
    { ...PELL, slug: "like", published: "2019-03-12" },
  ];
  const linked = storiesOf([...OTHERS, first, same, near, like]);
  assert.deepEqual(
    relatedOf(linked, "pell").map(({ slug, copy }) => [slug, copy]),
    [
      ["same", "same"],
      ["near", "near"],
      ["like", undefined],
    ],
  );
  // and of several copies of one text only one
  assert.equal(relatedOf(linked, "like").length, 1);
});

test("what is in the article's own story is not said again", () => {
  const story = [1, 2, 3].map((day) => ({
    ...PELL,
    slug: `part-${day}`,
    published: `2018-03-0${day}`,
  }));
  const later = { ...PELL, slug: "later", published: "2019-08-01" };
  const related = relatedOf(storiesOf([...OTHERS, ...story, later]), "part-2");
  assert.deepEqual(
    related.map(({ slug }) => slug),
    ["later"],
  );
});

test("words in any script that parts words count, but not those inside names", () => {
  const text = "سیلاب پل‌بندر را برد Walter Pell";
  const persian = (slug: string, published: string): NamedArticle => ({
    slug,
    published,
    names: ["Walter Pell"],
    text,
  });
  const linked = storiesOf([...OTHERS, persian("a", "2018-03-12"), persian("b", "2019-03-12")]);
  assert.ok(relatedOf(linked, "a")[0]?.shared.includes("سیلاب"));
});

for (const [from, to, words] of [
  ["2018-03-12", "2018-03-12", "the same day"],
  ["2018-03-12", "2018-03-13", "the day after"],
  ["2018-03-12", "2018-03-11", "the day before"],
  ["2018-03-12", "2018-03-25", "13 days later"],
  ["2018-03-12", "2018-04-02", "3 weeks later"],
  ["2018-03-12", "2017-09-12", "6 months earlier"],
  ["2018-03-12", "2020-04-12", "2 years later"],
  ["2018-12-31", "2019-01-01", "the day after"],
] as const)
  test(`${to} is ${words} for ${from}`, () => assert.equal(timeBetween(from, to, ENGLISH), words));

test("what is not known to the day is at no distance", () => {
  assert.equal(timeBetween("2018-03", "2018-03-12", ENGLISH), undefined);
  assert.equal(timeBetween(undefined, "2018-03-12", ENGLISH), undefined);
  assert.equal(daysBetween("2020-02-28", "2020-03-01"), 2);
});

for (const [from, to, words] of [
  ["2018-03-03", "2018-03-17", "3–17 March 2018"],
  ["2018-03-03", "2018-04-02", "3 March – 2 April 2018"],
  ["2018-12-28", "2019-01-03", "28 December 2018 – 3 January 2019"],
  ["2018-03-03", "2018-03-03", "3 March 2018"],
  ["2018-03", "2018-05-02", "March 2018 – 2 May 2018"],
] as const)
  test(`${from} to ${to} is ${words}`, () => assert.equal(ENGLISH.dates.range(from, to), words));
