/** Does every page that shows an article carry what the editor has remarked on it? */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { parseHTML } from "linkedom";
import { wordsOf } from "./support/article-here.ts";
import type { FreshFolder } from "./support/fresh-folder.ts";
import { buildIn, builtSample } from "./support/sample-archive.ts";

/** A corrected article, and by what a page is known to show it. */
interface Remarked {
  readonly address: string;
  readonly headline: string;
  readonly remark: string;
  readonly sentences: readonly string[];
}

let folder: FreshFolder;
let remarked: readonly Remarked[];

before(async (t) => {
  folder = await builtSample(t);
  // every third article, the newest among them: each kind of list shows one
  const texts = folder.files("content/articles").toReversed();
  const chosen = texts.filter((_, index) => index % 3 === 0);
  const marked = chosen.map((path, index) => {
    const at = `content/articles/${path}`;
    const remark = `The figure was ${index} & not ${index + 1000}.`;
    const key = index % 2 === 0 ? "correction" : "note";
    folder.write(at, folder.read(at).replace("---\n", `---\n${key}: "${remark}"\n`));
    const address = /^address: (.*)$/m.exec(folder.read(at))?.[1] ?? "";
    return { address, remark };
  });
  await buildIn(folder);
  remarked = marked.map(({ address, remark }) => {
    const { document } = parseHTML(folder.read(`_site${address}index.html`));
    const sentences = [...document.querySelectorAll(".sentence")].map((one) => wordsOf(one));
    return {
      address,
      remark,
      headline: wordsOf(document.querySelector("h1")),
      sentences: sentences.filter((words) => words.length > 40),
    };
  });
});

test("every page that shows a corrected article carries the correction, whatever its kind", () => {
  const seen = new Map<string, number>();
  for (const path of folder.files("_site")) {
    if (!/\.(?:html|xml)$/.test(path)) continue;
    const markup = folder.read(`_site/${path}`);
    const { document } = parseHTML(markup);
    const words = wordsOf(document.documentElement);
    const links = new Set(
      [...document.querySelectorAll("main a[href], link[rel=alternate][href]")].map(
        (link) => new URL(link.getAttribute("href") ?? "", `https://a.example/${path}`).pathname,
      ),
    );
    for (const { address, headline, remark, sentences } of remarked) {
      const isOwn = `/${path}` === `${address}index.html`;
      const shows = [headline, ...sentences].some((text) => words.includes(text));
      if (!isOwn && !(links.has(address) && shows)) continue;
      assert.ok(words.includes(remark), `${path} shows ${address} without “${remark}”`);
      const kind = document.body?.className ?? "feed";
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
  }
  for (const kind of [
    "article",
    "person",
    "topic",
    "place",
    "organisation",
    "period",
    "index",
    "home",
  ])
    assert.ok((seen.get(`page-${kind}`) ?? 0) > 0, `no ${kind} page shows a corrected article`);
  assert.ok(
    [...seen.keys()].some((kind) => !kind.startsWith("page-")),
    "no feed shows one",
  );
});

test("on the page of a name the remarks come before all else", () => {
  let checked = 0;
  for (const path of folder.files("_site")) {
    if (!/^(?:people|topics|places|organisations)\/[^/]+\/index\.html$/.test(path)) continue;
    const { document } = parseHTML(folder.read(`_site/${path}`));
    const first = document.querySelector(".part");
    const parts = [...document.querySelectorAll(".part")].map((part) => wordsOf(part));
    const isRemarked = remarked.some(({ remark }) => parts.some((words) => words.includes(remark)));
    const heading = wordsOf(first?.querySelector("h2"));
    assert.equal(/^(?:Corrections|Editor’s notes)/.test(heading), isRemarked, path);
    for (const { remark } of remarked)
      if (parts.some((words) => words.includes(remark)))
        assert.ok(parts[0]?.includes(remark), path);
    checked += Number(isRemarked);
  }
  assert.ok(checked > 20, `only ${checked} pages have remarks`);
});

test("a search result shows what the editor has remarked", async (t) => {
  const { document } = parseHTML("<html lang=en><body></body></html>");
  Object.assign(globalThis, { document });
  t.after(() => Reflect.deleteProperty(globalThis, "document"));
  const script = new URL("../layouts/assets/search-results.js", import.meta.url).href;
  // a browser's script has no types of its own
  const { drawResult } = (await import(script)) as { drawResult: (article: unknown) => Element };
  const meta = { title: "Ferry resumes", dateLabel: "May 2019", correction: "At <b>nine</b>." };
  const drawn = drawResult({
    meta,
    raw_url: "/2019/05/01/ferry/",
    anchors: [],
    content: "",
    locations: [],
    excerpt: "The ferry",
  });
  assert.equal(wordsOf(drawn.querySelector(".remark")), "Correction: At <b>nine</b>.");
  assert.equal(drawn.querySelector(".remark b + bdi > b"), null);
});
