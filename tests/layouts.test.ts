/** Is each page whole, valid, safe, and does each claim lead to its sentence? */
import assert from "node:assert/strict";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import articleTemplate from "../layouts/article.11ty.ts";
import { drawCoverage } from "../layouts/parts/coverage.ts";
import { frameOf } from "../layouts/parts/frame.ts";
import subjectTemplate from "../layouts/subject.11ty.ts";
import type { Page, SiteFrame } from "../src/page-model.ts";
import type { CoverageBar } from "../src/page-parts.ts";
import { type Html, renderHtml } from "../src/render/html.ts";
import { PageView } from "../src/render/page-lists.ts";
import * as fixture from "./fixture-pages.ts";
import { timePages } from "./fixture-time-pages.ts";
import { drawPage } from "./support/drawn-page.ts";

const { site } = fixture;
const pages: readonly Page[] = [...fixture.pages, ...timePages];

function draw(page: Page, frame: SiteFrame = site): string {
  return renderHtml(drawPage(page, frame));
}

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: { "long-title": "off" },
});

for (const page of pages)
  test(`${page.address} is valid and has the frame`, async () => {
    const markup = draw(page);
    const report = await validator.validateString(markup);
    const faults = report.results.flatMap((result) => result.messages);
    assert.deepEqual(
      faults.map((fault) => `${fault.line}: ${fault.message}`),
      [],
    );
    assert.doesNotMatch(markup, /undefined|\[object|NaN|Infinity/);
    assert.equal(markup.split("<h1").length, 2);
    for (const part of [
      '<html lang="en" dir="ltr">',
      'href="#main"',
      '<main id="main">',
      "<header",
      "<footer",
      "Content-Security-Policy",
    ])
      assert.ok(markup.includes(part), part);
  });

test("no page holds inline style or script, and only search runs one", () => {
  for (const page of pages) {
    const markup = draw(page);
    assert.doesNotMatch(markup, / style="|<style| on[a-z]+="/);
    const scripts = [...markup.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    const running = scripts.filter((tag) => !tag.includes("application/ld+json"));
    const expected =
      page.kind === "search" ? ['<script type="module" src="../assets/search.js">'] : [];
    assert.deepEqual(running, expected);
    assert.equal(markup.includes("script-src"), page.kind === "search");
    assert.doesNotMatch(markup, /unsafe-inline/);
  }
});

test("every link of a page is relative, so that the site works under any path", () => {
  // where an article stood before is the one address of the web that an article links to
  for (const page of pages.filter((each) => each.address.endsWith("/")))
    for (const [, target] of draw(page).matchAll(
      / (?:href|src|action)="([^"]*)"(?! rel="nofollow noopener")/g,
    ))
      assert.match(
        target ?? "",
        /^(?:\.|#|[a-z0-9-]+\/|feed\.xml$|https:\/\/archive\.example\/courier\/|https:\/\/(?:www\.geonames\.org|www\.naturalearthdata\.com|iptc\.org)\/|data:,|data:application\/)/,
      );
});

test("an article says where it stood, when it was changed, and the source's keywords, escaped", () => {
  const markup = draw(fixture.article);
  assert.match(
    markup,
    /<a href="https:\/\/courier\.example\/2022\/bridge\?a=1&amp;b=&lt;2&gt;" rel="nofollow noopener">/,
  );
  assert.match(markup, /Changed 27 January 2022, 08:15\./);
  assert.match(
    markup,
    /<bdi>Bridges &amp; roads<\/bdi> and <bdi>&lt;b&gt;harbour&lt;\/b&gt;<\/bdi>/,
  );
});

test("a page that leads on says where to, for browsers, search engines and readers", () => {
  const markup = draw(fixture.redirect);
  assert.match(markup, /<meta http-equiv="refresh" content="0; url=\.\.\/tomas-varga\/">/);
  assert.match(markup, /<meta name="robots" content="noindex">/);
  assert.match(
    markup,
    /<link rel="canonical" href="https:\/\/archive\.example\/courier\/people\/tomas-varga\/">/,
  );
  assert.match(markup, /<a href="\.\.\/tomas-varga\/"><bdi>Tomas &lt;Varga&gt;<\/bdi><\/a>/);
  const { url: _, ...homeless } = site;
  assert.match(draw(fixture.redirect, homeless), /rel="canonical" href="\.\.\/tomas-varga\/"/);
});

test("the page for a missing address links from the root, which it cannot know otherwise", () => {
  assert.match(draw(fixture.free), /href="\/courier\/assets\/site\.css"/);
  const { url: _, ...homeless } = site;
  for (const frame of [homeless, { ...site, url: "https://archive.example" }]) {
    const markup = draw(fixture.free, frame);
    assert.match(markup, /href="\/assets\/site\.css"/);
    const relative = [...markup.matchAll(/ (?:href|src)="(?![/#]|https?:|data:)[^"]*"/g)];
    assert.deepEqual(relative, [], "shown under any address, so no link may be relative");
  }
});

test("no text of a page becomes mark-up", () => {
  const hostile = `<script>alert(1)</script><img src=x onerror=alert(1)>"'&`;
  const kept = new Set([
    "kind",
    "scale",
    "of",
    "type",
    "quoted",
    "address",
    "day",
    "url",
    "id",
    "updated",
    "feed",
    "sameAs",
    "value",
    "period",
    "language",
    "direction",
    "date",
    "copy",
    "severity",
    "partsAre",
    "source",
  ]);
  const poison = (value: unknown, key = ""): unknown => {
    if (typeof value === "string") return kept.has(key) ? value : value + hostile;
    if (Array.isArray(value)) return value.map((item) => poison(item, key));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, poison(item, name)]),
    );
  };
  for (const page of pages) {
    const markup = draw(poison(page) as Page, poison(site) as SiteFrame);
    assert.doesNotMatch(markup, /<script>|<img/, page.address);
    assert.doesNotMatch(markup, /<[^>]*onerror=alert\(1\)>[^<]*<\/script/, page.address);
  }
});

test("each claim on a person's page leads to its sentence", () => {
  const markup = draw(fixture.person);
  const bridge = "../../2022/01/26/bridge/";
  assert.ok(markup.includes(`<a href="${bridge}#s2"><bdi>deputy mayor</bdi></a>`));
  assert.ok(
    markup.includes(
      `<th scope="row"><bdi>deputy mayor</bdi></th><td><a href="../../2021/11/02/pol/#s1">November 2021</a></td><td><a href="${bridge}#s2">26 January 2022</a></td>`,
    ),
  );
  assert.match(markup, /another form.*<bdi>the Deputy Mayor of Port Ellis<\/bdi>/s);
  assert.ok(
    markup.includes(
      `href="${bridge}#s3">Printed on <span class="day">26 January 2022</span>, from <bdi>Port Ellis</bdi></a>`,
    ),
  );
  assert.ok(
    markup.includes(`href="${bridge}#s2">Printed on <span class="day">26 January 2022</span></a>`),
  );
  assert.match(markup, /#s1">Printed in <span class="day">November 2021<\/span><\/a>/);
  assert.match(markup, /Probably theirs/);
});

test("no page says when or where somebody spoke: it knows when and from where it was printed", () => {
  for (const page of pages) assert.doesNotMatch(draw(page), />Said (?:on|in) /);
  const [, home = ""] = /class="margin-part said"(.*?)<\/section>/s.exec(draw(fixture.home)) ?? [];
  assert.match(
    home,
    />Printed on <span class="day">26 January 2022<\/span>, from <bdi>Port Ellis<\/bdi><\/a>/,
  );
});

test("what a page tells the editor to do is what a build follows", () => {
  const [, wrong = ""] =
    /<summary>Is this wrong\?(.*?)<\/details>/s.exec(draw(fixture.person)) ?? [];
  assert.match(wrong, /<b><bdi>Ilse Okafor<\/bdi><\/b> out of its <code>people<\/code>/);
  assert.match(wrong, /correct its text/);
  assert.match(wrong, /<pre>- not-a-person: Ilse Okafor<\/pre>/);
  assert.match(wrong, /<code>backfile person not-a-person &#39;Ilse Okafor&#39;<\/code>/);
  assert.match(draw(fixture.about), /can be corrected by the editor/);
});

test("the parts of a person's page are listed at its top and can be reached", () => {
  const markup = draw(fixture.person);
  for (const id of ["said", "offices-and-roles", "said-about", "mentioned", "articles"]) {
    assert.ok(markup.includes(`<a href="#${id}">`), id);
    assert.ok(markup.includes(`<section class="part" id="${id}">`), id);
  }
});

test("a headline in capitals keeps its letters and is marked, so that it is set quietly", () => {
  const shouted = { ...fixture.article, headline: "BRIDGE TO REOPEN <1>" };
  assert.match(
    draw(shouted),
    /<h1 id="headline" class="shouted" data-ledger="headline" data-pagefind-body>BRIDGE TO REOPEN &lt;1&gt;<\/h1>/,
  );
  const shelf = { total: 1, entries: [{ ...fixture.entry, headline: "BRIDGE" }], parts: [] };
  assert.match(draw({ ...fixture.shelf, shelf }), /<p class="headline shouted">/);
  assert.doesNotMatch(draw(fixture.shelf), /shouted/);
});

test("a long list of names is folded, and says how many more", () => {
  const markup = draw(fixture.person);
  assert.match(markup, /and 28 more/);
  assert.match(markup, /These are the most frequent of 200/);
  assert.ok(markup.indexOf("Person 11<") < markup.indexOf("and 28 more"));
  assert.ok(markup.indexOf("Person 12<") > markup.indexOf("and 28 more"));
});

test("foreign headlines and quotations say their language and direction, the archive's own do not", () => {
  const markup = draw(fixture.person);
  assert.match(markup, /<p class="headline" lang="fa" dir="rtl">/);
  assert.match(markup, /<blockquote class="passage" lang="fa" dir="rtl">/);
  assert.match(markup, /<p class="headline"><a/);
  const foreign = draw(fixture.persianArticle);
  assert.match(
    foreign,
    /<h1 id="headline" data-ledger="headline" data-pagefind-body lang="fa" dir="rtl">/,
  );
  assert.match(
    foreign,
    /<div class="text" data-ledger="body" data-pagefind-body lang="fa" dir="rtl">/,
  );
  assert.match(foreign, /<div class="notes" data-pagefind-ignore="all" lang="en" dir="ltr">/);
});

test("an article tells Pagefind its text, facets, order and what a result shows", () => {
  const markup = draw(fixture.article);
  assert.equal(markup.split("data-pagefind-body").length, 4);
  const told = [
    ...markup.matchAll(/content="([^"]*)" data-pagefind-(filter|meta|sort)="(\w+)\[content\]"/g),
  ];
  assert.deepEqual(
    told.map(([, content, kind, name]) => `${kind} ${name}: ${content}`),
    [
      "filter year: 2022",
      "filter person: Tomas Varga",
      "filter topic: Transport",
      "filter topic: Schools",
      "filter place: Tomas Varga",
      "filter section: Local",
      "filter language: en",
      "meta title: Harbour bridge to reopen",
      "meta date: 2022-01-26T21:27",
      "meta dateLabel: 26 January 2022",
      "meta publisher: Coast Press",
      "meta language: en",
      "meta direction: ltr",
      "meta correction: The cost was wrong.",
      "meta note: Reprinted.",
      "sort date: 2022-01-26T21:27:00Z",
    ],
  );
  for (const page of pages.filter((each) => each.kind !== "article"))
    assert.doesNotMatch(draw(page), /data-pagefind-(?:body|filter)/);
});

test("a withdrawn article leaves the reason, and nothing to search", () => {
  const markup = draw(fixture.withdrawn);
  assert.match(markup, /This article was withdrawn: at the family’s request\./);
  assert.match(markup, /<meta name="robots" content="noindex">/);
  assert.doesNotMatch(markup, /data-pagefind/);
  assert.doesNotMatch(draw(fixture.article), /noindex/);
});

test("what was removed from the source is shown as removed", () => {
  assert.match(
    draw(fixture.article),
    /removed: share-bar<\/span> <del data-ledger="removed">Share this<\/del>/,
  );
});

test("an article's schema.org record is JSON, with nothing that could end its element", () => {
  const page = { ...fixture.article, headline: "</script><!--\u2028" };
  const [, json = ""] =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(draw(page)) ?? [];
  const record = JSON.parse(json);
  assert.equal(record.headline, page.headline);
  assert.equal(record["@type"], "NewsArticle");
  assert.equal(record.url, "https://archive.example/courier/2022/01/26/bridge/");
  assert.doesNotMatch(json, /[<>\u2028]/);
});

test("the calendar of a month puts its first day under the right weekday", () => {
  const [, firstWeek = ""] = /<tbody>\s*<tr>(.*?)<\/tr>/s.exec(draw(fixture.month)) ?? [];
  const cells = firstWeek.split("</td>").slice(0, 7);
  assert.equal(cells[0], "<td>");
  assert.match(cells[1] ?? "", /class="number">1</);
});

test("a coverage chart keeps the gaps in time, and one period needs no chart", () => {
  const bar = (period: string, count: number): CoverageBar => ({ period, label: period, count });
  const frame = frameOf({ address: "/x/" }, site);
  const chart = drawCoverage(
    "Articles",
    [bar("2020-01", 1), bar("2021-07", 4), bar("2021-12", 0)],
    frame,
  );
  const places = [...renderHtml(chart as Html).matchAll(/<rect class="([^"]+)" x="([^"]+)"/g)];
  assert.deepEqual(
    places.map(([, kind, x]) => [kind, x]),
    [
      ["bar", "0%"],
      ["bar peak", "75%"],
    ],
  );
  const words = drawCoverage("Articles", [bar("2020-01", 1), bar("2020-02", 0)], frame);
  assert.match(renderHtml(words as Html), /1 article, all in 2020-01/);
  assert.equal(drawCoverage("Articles", [bar("2020-01", 0)], frame), undefined);
});

test("years without articles stay in the strip, empty and without a link", () => {
  const markup = draw(fixture.home);
  assert.match(markup, /<span class="empty">.*?<span class="year">2020<\/span>/);
  assert.match(markup, /<a href="2022\/">.*?<span class="year">2022<\/span>/);
});

test("an archive of one article, and one of none, has a front page", () => {
  const bare = {
    ...fixture.home,
    years: [],
    people: [],
    topics: [],
    places: [],
    onThisDay: { label: "", entries: [] },
  };
  const { quotation: _, description: __, ...least } = bare;
  assert.match(draw({ ...least, articles: 1, latest: [fixture.entry] }), /1 article, 1951/);
  assert.doesNotMatch(
    draw({ ...least, articles: 0, extent: "", latest: [] }),
    /class="part"|margin-part/,
  );
});

function viewOf(page: Page): PageView {
  return new PageView(page, () => page);
}

test("a template gives Eleventy its pages, their files and their mark-up", () => {
  const { data, render } = articleTemplate;
  assert.deepEqual(data["pagination"], { data: "pages.article", size: 1, alias: "view" });
  const permalink = data["permalink"] as (data: unknown) => string;
  const given = { view: viewOf(fixture.article), site };
  assert.equal(permalink(given), "2022/01/26/bridge/index.html");
  assert.equal(render(given), draw(fixture.article));
  assert.throws(() => render({ view: viewOf(fixture.person), site }), /kind article/);
  assert.throws(() => render({}), /kind article/);
  assert.equal(subjectTemplate.render({ view: viewOf(fixture.topic), site }), draw(fixture.topic));
});

test("the review list quotes words in their own direction and shows what to type as it is typed", () => {
  const markup = draw(fixture.review);
  assert.match(markup, /“<bdi>پل بندر<\/bdi>”/);
  assert.match(markup, /<q lang="fa" dir="rtl"><bdi>۴ مه<\/bdi><\/q>/);
  assert.match(markup, /<pre class="typed" dir="ltr">rm content\/sources\/a\.txt<\/pre>/);
  assert.match(markup, /- settled: &quot;5f1c2a9b&quot;<\/pre>/);
  assert.match(markup, /2 remarks to review, and 120 notes for the record\. 3 remarks settled/);
  assert.match(markup, /<b aria-current="page">1<\/b>/);
});
