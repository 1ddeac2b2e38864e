/** Is a long list cut by year and month, whatever its articles state of their dates? Stage 6. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page, ShelfPage, SubjectPage } from "../src/page-model.ts";
import { LONGEST_LIST } from "../src/pages/shelves.ts";
import { filePathOf } from "../src/render/urls.ts";
import { namePagesTold, pagesTold, type Told } from "./support/told-archive.ts";

const OWNER = { name: "Carrow", address: "/topics/carrow/" };

function isTopic(page: Page): page is SubjectPage {
  return page.kind === "topic";
}

function articlesOn(published: string | undefined, count: number): Told[] {
  return Array.from({ length: count }, () => ({
    kind: "topic" as const,
    name: "Carrow",
    role: "a harbour",
    sentences: 1,
    ...(published !== undefined && { published }),
  }));
}

test("a list that fits stays on its page", () => {
  const pages = namePagesTold(articlesOn("2019-11-06", LONGEST_LIST), "topic");
  const topic = pages.find(isTopic);
  assert.equal(topic?.articles.entries.length, LONGEST_LIST);
  assert.deepEqual(
    pages.filter(({ kind }) => kind === "shelf"),
    [],
  );
});

test("a long list is cut by year, month and day, dates of any precision and none each in their place", () => {
  const all = [
    ...articlesOn("2020-03-05", 80),
    ...articlesOn("2020-03-04", 230),
    ...articlesOn("2020-03", 4),
    ...articlesOn("2020", 2),
    ...articlesOn("2019-11", 3),
    ...articlesOn(undefined, 120),
  ];
  const told = namePagesTold(all, "topic");
  const topic = told.find(isTopic);
  const pages = told.filter(
    (page) => page.kind === "shelf" && page.address.startsWith(OWNER.address),
  ) as ShelfPage[];
  assert.deepEqual(
    topic?.articles.parts.map(({ name, address, count }) => [name, address, count]),
    [
      ["Undated", "/topics/carrow/undated/", 120],
      ["2019", "/topics/carrow/2019/", 3],
      ["2020", "/topics/carrow/2020/", 316],
    ],
  );
  assert.deepEqual(
    pages.map(({ address, title }) => [address.replace(OWNER.address, ""), title]).sort(),
    [
      ["2019/", "Carrow: 2019"],
      ["2020/", "Carrow: 2020"],
      ["2020/03/", "Carrow: March 2020"],
      ["2020/03/04/", "Carrow: 4 March 2020"],
      ["2020/03/04/1-100/", "Carrow: 4 March 2020, 1–100"],
      ["2020/03/04/101-200/", "Carrow: 4 March 2020, 101–200"],
      ["2020/03/04/201-230/", "Carrow: 4 March 2020, 201–230"],
      ["2020/03/05/", "Carrow: 5 March 2020"],
      ["2020/03/undated/", "Carrow: March 2020, day not stated"],
      ["2020/undated/", "Carrow: 2020, month not stated"],
      ["undated/", "Carrow: Undated"],
      ["undated/1-100/", "Carrow: Undated, 1–100"],
      ["undated/101-120/", "Carrow: Undated, 101–120"],
    ],
  );
  for (const { address } of pages) assert.match(filePathOf(address), /index\.html$/);
  for (const { shelf: part } of pages) assert.ok(part.entries.length <= LONGEST_LIST);
  const listed = pages.flatMap((page) => page.shelf.entries.map(({ address }) => address));
  assert.equal(listed.length, all.length, "each article is listed once");
  assert.equal(new Set(listed).size, all.length);
});

test("a day of which much was printed, and what has no date, are cut by the hundred, beside their articles", () => {
  const told = [...articlesOn("2020-03-04", 130), ...articlesOn(undefined, 201)];
  const pages = pagesTold(told, "period/").filter(
    (page) => page.kind === "period" || page.kind === "shelf",
  );
  const lists = pages.flatMap((page) =>
    page.kind === "shelf"
      ? [[page.address, page.shelf.entries.length]]
      : page.articles.total > 0
        ? [[page.address, page.articles.entries.length]]
        : [],
  );
  const addresses = new Set<string | undefined>(pages.map(({ address }) => address));
  for (const page of pages) {
    if (page.kind === "shelf") assert.ok(addresses.has(page.parent.address), page.parent.address);
    else for (const { address } of page.articles.parts) assert.ok(addresses.has(address), address);
  }
  assert.deepEqual(lists.sort(), [
    ["/2020/03/04/", 0],
    ["/archive/2020/03/04/1-100/", 100],
    ["/archive/2020/03/04/101-130/", 30],
    ["/archive/undated/1-100/", 100],
    ["/archive/undated/101-200/", 100],
    ["/archive/undated/201/", 1],
    ["/undated/", 0],
  ]);
});
