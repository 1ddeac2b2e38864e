/** Is a long list cut by year and month, whatever its articles state of their dates? Stage 6. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArticleEntry } from "../src/page-parts.ts";
import { LONGEST_LIST, shelve } from "../src/pages/shelves.ts";
import { filePathOf } from "../src/render/urls.ts";
import { pagesTold, type Told } from "./support/told-archive.ts";

function entries(count: number, date?: string): ArticleEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    address: `/${date ?? "undated"}/${index}/`,
    headline: "H",
    dateLabel: date ?? "undated",
    language: "en",
    direction: "ltr",
    ...(date !== undefined && { date }),
  }));
}

const OWNER = { name: "Carrow", address: "/places/carrow/" };

test("a list that fits stays on its page", () => {
  const { shelf, pages } = shelve(entries(LONGEST_LIST, "2019-11-06"), OWNER);
  assert.equal(shelf.entries.length, LONGEST_LIST);
  assert.deepEqual(pages, []);
});

test("a long list is cut by year, month and day, dates of any precision and none each in their place", () => {
  const all = [
    ...entries(80, "2020-03-05"),
    ...entries(230, "2020-03-04"),
    ...entries(4, "2020-03"),
    ...entries(2, "2020"),
    ...entries(3, "2019-11"),
    ...entries(120),
  ];
  const { shelf, pages } = shelve(all, OWNER);
  assert.deepEqual(
    shelf.parts.map(({ name, address, count }) => [name, address, count]),
    [
      ["2020", "/places/carrow/2020/", 316],
      ["2019", "/places/carrow/2019/", 3],
      ["Undated", "/places/carrow/undated/", 120],
    ],
  );
  assert.deepEqual(
    pages.map(({ address, title }) => [address.replace(OWNER.address, ""), title]),
    [
      ["2020/", "Carrow: 2020"],
      ["2020/03/", "Carrow: March 2020"],
      ["2020/03/05/", "Carrow: 5 March 2020"],
      ["2020/03/04/", "Carrow: 4 March 2020"],
      ["2020/03/04/1-100/", "Carrow: 4 March 2020, 1–100"],
      ["2020/03/04/101-200/", "Carrow: 4 March 2020, 101–200"],
      ["2020/03/04/201-230/", "Carrow: 4 March 2020, 201–230"],
      ["2020/03/undated/", "Carrow: March 2020, day not stated"],
      ["2020/undated/", "Carrow: 2020, month not stated"],
      ["2019/", "Carrow: 2019"],
      ["undated/", "Carrow: Undated"],
      ["undated/1-100/", "Carrow: Undated, 1–100"],
      ["undated/101-120/", "Carrow: Undated, 101–120"],
    ],
  );
  for (const { address } of pages) assert.match(filePathOf(address), /index\.html$/);
  for (const { shelf: part } of pages) assert.ok(part.entries.length <= LONGEST_LIST);
  const listed = pages.flatMap((page) => page.shelf.entries);
  assert.equal(listed.length, all.length, "each article is listed once");
});

test("a day of which much was printed, and what has no date, are cut by the hundred, beside their articles", () => {
  const told = (published: string | undefined, count: number): Told[] =>
    Array.from({ length: count }, () => ({
      kind: "place" as const,
      name: "Carrow",
      role: "a harbour",
      sentences: 1,
      ...(published !== undefined && { published }),
    }));
  const pages = pagesTold([...told("2020-03-04", 130), ...told(undefined, 201)], "period/").filter(
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
