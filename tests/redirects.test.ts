/** Does an address that a ruling took away lead on, and never hide a page? */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Catalogue } from "../src/catalog/catalogue.ts";
import type { Entity } from "../src/model.ts";
import { PageContext } from "../src/pages/context.ts";
import { allPages } from "../src/pages/pages.ts";
import { readSettings } from "../src/read/settings.ts";
import { freshFolder } from "./support/fresh-folder.ts";

function person(slug: string, hasPage: boolean): Entity {
  return { kind: "person", slug, name: slug, variants: [], hasPage, reason: "a test" };
}

test("a former address leads to the page now, else to the index, and gives way to a page", (t) => {
  const catalogue = new Catalogue(":memory:");
  t.after(() => catalogue.close());
  const entity = person("ana-reis", false);
  const moved = [
    { kind: "person", from: "a-reis", to: "ana-reis" },
    { kind: "person", from: "index", to: "nobody" },
    { kind: "place", from: "carow", to: "carrow" },
    { kind: "organisation", from: "board", to: "dock-board" },
  ] as const;
  catalogue.fill({
    articles: [],
    linked: [
      { entity, appearances: [] },
      { entity: { ...entity, kind: "place", slug: "carrow" }, appearances: [] },
    ],
    events: [],
    moved,
    review: { open: [], settled: 0 },
  });
  const context = new PageContext(catalogue, readSettings(freshFolder(t).path), {
    time: () => "",
    speaker: () => "",
  });
  const texts = { freeTexts: [], withdrawn: [] };
  const redirects = [...allPages(context, texts)].filter(({ kind }) => kind === "redirect");
  assert.deepEqual(
    redirects.map((page) => [page.address, page.kind === "redirect" && page.to.address]),
    [
      ["/people/a-reis/", "/people/"],
      ["/places/carow/", "/places/"],
    ],
  );
  const pages = [
    ...allPages(context, {
      ...texts,
      freeTexts: [{ file: "pages/x.md", slug: "people/a-reis", title: "A page", text: "" }],
    }),
  ];
  const addresses = pages.map(({ address }) => address);
  assert.equal(new Set(addresses).size, addresses.length);
  assert.equal(pages.find(({ address }) => address === "/people/a-reis/")?.kind, "free");
});
