/** Has a place or an organisation all its sentences on its pages, and has each place its country in the index? */
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawChapter } from "../layouts/chapter.11ty.ts";
import { drawIndex } from "../layouts/index.11ty.ts";
import { drawSubject } from "../layouts/subject.11ty.ts";
import type { ChapterPage, IndexPage, SubjectPage } from "../src/page-model.ts";
import { renderHtml } from "../src/render/html.ts";
import { site } from "./fixture-pages.ts";
import { isIndex, namePagesTold, pagesTold, type Told } from "./support/told-archive.ts";

const ROLE = "a harbour";

function named(name: string, articles: number, country?: string): Told[] {
  return Array.from({ length: articles }, (_, index) => ({
    kind: "place",
    name,
    role: ROLE,
    published: `${2001 + (index % 4)}-0${1 + (index % 9)}-11`,
    sentences: 2,
    ...(country !== undefined && { country }),
  }));
}

function isOfSubject(page: { readonly kind: string }): page is SubjectPage {
  return page.kind === "place" || page.kind === "organisation";
}

function isChapter(page: { readonly kind: string }): page is ChapterPage {
  return page.kind === "chapter";
}

test("a place that is named often has all its sentences in the chapters of its years, each once", () => {
  const pages = namePagesTold(named("Port Ellis", 900), "place");
  const [place] = pages.filter(isOfSubject);
  const chapters = pages.filter(isChapter);
  assert.ok(place);
  assert.equal(place.mentioned.total, 1800);
  assert.equal(place.mentioned.shown.length, 20);
  assert.match(renderHtml(drawSubject(place, site)), /The newest 20 of 1,800 sentences/);
  const listed = chapters.flatMap(({ mentioned }) => mentioned.shown.map(({ address }) => address));
  assert.equal(listed.length, 1800);
  assert.equal(new Set(listed).size, 1800);
  assert.equal(new Set(chapters.map(({ address }) => address)).size, chapters.length);
  for (const page of chapters) assert.ok(page.mentioned.shown.length <= 300, page.address);
  const [chapter] = chapters;
  assert.ok(chapter);
  assert.doesNotMatch(renderHtml(drawChapter(chapter, site)), /undefined|NaN|Infinity/);
});

test("a month in which a place is named very often is cut by day", () => {
  const told = Array.from({ length: 400 }, (_, index) => ({
    kind: "place" as const,
    name: "Port Ellis",
    role: ROLE,
    published: index === 0 ? "2001-03" : `2001-03-${11 + (index % 4)}`,
    sentences: 2,
  }));
  const chapters = namePagesTold(told, "place").filter(isChapter);
  assert.deepEqual(
    chapters.map(({ address, title }) => [address.replace("/places/port-ellis/", ""), title]),
    [
      ["2001/03/11/", "Port Ellis: 11 March 2001"],
      ["2001/03/12/", "Port Ellis: 12 March 2001"],
      ["2001/03/13/", "Port Ellis: 13 March 2001"],
      ["2001/03/14/", "Port Ellis: 14 March 2001"],
      ["2001/03/undated/", "Port Ellis: Day not stated"],
      ["2001/03/", "Port Ellis: March 2001"],
      ["2001/", "Port Ellis: 2001"],
    ],
  );
  const listed = chapters.flatMap(({ mentioned }) => mentioned.shown.map(({ address }) => address));
  assert.equal(listed.length, 800);
  assert.equal(new Set(listed).size, 800);
});

test("a place that is named seldom has all its sentences on its page", () => {
  const [place, ...others] = namePagesTold(named("Port Ellis", 12), "place");
  assert.ok(place && isOfSubject(place));
  assert.deepEqual(
    others.map(({ address }) => address),
    [place.feed],
  );
  assert.equal(place.mentioned.shown.length, 24);
});

/** By address: the headings or parts with what stands below each. */
function underCountries(told: readonly Told[]): readonly IndexPage[] {
  return pagesTold(told, "index/place")
    .filter(isIndex)
    .filter(({ address }) => address.includes("/by/"));
}

test("places stand under their countries, a country before its towns, and the rest is counted", () => {
  const told = [
    ...named("Lisbon", 2, "PT"),
    ...named("Portugal", 1, "PT"),
    ...named("Faro", 1, "PT"),
    ...named("Austria", 1, "AT"),
    ...named("Tern River", 1),
  ];
  const [page, ...others] = underCountries(told);
  assert.ok(page);
  assert.deepEqual(others, []);
  assert.deepEqual(
    page.groups.map(({ heading, rows }) => [heading, ...rows.map(({ name }) => name)]),
    [
      ["Austria", "Austria"],
      ["Portugal", "Portugal", "Faro", "Lisbon"],
    ],
  );
  assert.equal(page.total, 4);
  assert.match(page.about ?? "", /\. 1 more, /);
  assert.match(renderHtml(drawIndex(page, site)), /<h2>Austria <span class="count">1 place</);
});

test("where no country is known there is no such index, and where it is long each country has a page", () => {
  assert.deepEqual(underCountries(named("Tern River", 2)), []);
  const many = Array.from({ length: 600 }, (_, index) =>
    named(`Town ${index}`, 1, index % 3 === 0 ? "PT" : "AT"),
  ).flat();
  const pages = underCountries(many);
  assert.deepEqual(
    pages.map(({ address, total }) => [address, total]),
    [
      ["/places/by/country/", 600],
      ["/places/by/country/austria/", 400],
      ["/places/by/country/portugal/", 200],
    ],
  );
});
