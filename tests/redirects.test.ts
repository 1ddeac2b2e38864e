/** Does an address that a ruling took away lead on, and never hide a page? */

import assert from "node:assert/strict";
import { test } from "node:test";
import { IN_MEMORY, openDatabase } from "../src/catalog/database.ts";
import type { Entity } from "../src/model.ts";
import { PageContext } from "../src/pages/context.ts";
import { headOf } from "../src/pages/entries.ts";
import { pageOf, SitePlan } from "../src/pages/plan.ts";
import { readSettings } from "../src/read/settings.ts";
import { ENGLISH } from "./support/english.ts";
import { fillCatalogue } from "./support/filled-catalogue.ts";
import { freshFolder } from "./support/fresh-folder.ts";

function person(slug: string, hasPage: boolean): Entity {
  return {
    kind: "person",
    slug,
    name: slug,
    variants: [],
    hasPage,
    reason: { kind: "count", articles: 1 },
  };
}

test("a former address leads to the page now, else to the index, and gives way to a page", (t) => {
  const catalogue = openDatabase(IN_MEMORY);
  t.after(() => catalogue.close());
  const entity = person("ana-reis", false);
  const moved = [
    { kind: "person", from: "a-reis", to: "ana-reis" },
    { kind: "person", from: "index", to: "ana-reis" },
    { kind: "person", from: "none", to: "nobody" },
    { kind: "place", from: "carow", to: "carrow" },
    { kind: "organisation", from: "board", to: "dock-board" },
  ] as const;
  fillCatalogue(
    catalogue,
    {
      articles: [],
      linked: [
        { entity, appearances: [] },
        { entity: person("index", true), appearances: [] },
        { entity: { ...entity, kind: "place", slug: "carrow" }, appearances: [] },
      ],
      events: [],
      moved,
    },
    headOf,
  );
  const context = new PageContext(catalogue, {
    settings: readSettings(freshFolder(t).path),
    words: ENGLISH,
    wordings: { time: () => "", speaker: () => "" },
    review: { open: [], settled: 0 },
  });
  const texts = { freeTexts: [], withdrawn: [] };
  const pages = [...new SitePlan(context, texts, true).changed().map(pageOf)];
  const redirects = pages.filter(({ kind }) => kind === "redirect");
  assert.deepEqual(
    redirects.map((page) => [page.address, page.kind === "redirect" && page.to.address]),
    [
      ["/people/a-reis/", "/people/"],
      ["/places/carow/", "/places/"],
    ],
  );
  const addresses = pages.map(({ address }) => address);
  assert.equal(new Set(addresses).size, addresses.length);
});
