/** Can text become mark-up, a link leave the site, or an address point elsewhere? Render's small tools. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { htmlTimeOf, monthNumber, weekdayOf } from "../src/render/dates.ts";
import { html, renderHtml, trustedHtml } from "../src/render/html.ts";
import { filePathOf, isAddress, relativeTo, safeHref } from "../src/render/urls.ts";

test("values are escaped for text and for quoted attributes", () => {
  const hostile = `<b title='x' id="y">&amp;\0`;
  const escaped = "&lt;b title=&#39;x&#39; id=&quot;y&quot;&gt;&amp;amp;\uFFFD";
  assert.equal(
    renderHtml(html`<p title="${hostile}">${hostile}</p>`),
    `<p title="${escaped}">${escaped}</p>`,
  );
});

test("nothing, numbers, lists and finished mark-up are drawn as they should be", () => {
  const items = ["a", "<"].map((item) => html`<li>${item}</li>`);
  assert.equal(renderHtml(html`${items}`), "<li>a</li><li>&lt;</li>");
  assert.equal(renderHtml(html`[${undefined}${false}${""}${[]}${0}]`), "[0]");
  assert.equal(renderHtml(html`${html`<i>${"&"}</i>`}`), "<i>&amp;</i>");
  assert.equal(renderHtml(html`${trustedHtml("<i>")}`), "<i>");
});

test("an object that only looks like mark-up cannot be drawn", () => {
  const forged = { markup: "<script>" } as unknown as string;
  assert.throws(() => html`${forged}`);
});

test("an attribute without quotation marks is refused, wherever its tag began", () => {
  assert.throws(() => html`<a href=${"x"}>`, /quotation marks/);
  assert.throws(() => html`<a class="${"x"}" href= ${"x"}>`, /quotation marks/);
  assert.equal(renderHtml(html`<p>a = ${"b"}</p>`), "<p>a = b</p>");
});

test("any text comes back from an element unchanged", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      const drawn = renderHtml(html`${text}`);
      assert.doesNotMatch(drawn, /[<>"'\0]/);
      assert.equal(unescaped(drawn), text.replaceAll("\0", "\uFFFD"));
    }),
  );
});

function unescaped(markup: string): string {
  const marks: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  return markup.replace(/&(lt|gt|quot|#39|amp);/g, (_whole, name: string) => marks[name] ?? "");
}

test("addresses are made relative to the page", () => {
  const link = relativeTo("/2022/01/26/y/");
  assert.equal(link("/people/x/"), "../../../../people/x/");
  assert.equal(link("/2022/01/26/y/#s4"), "#s4");
  assert.equal(link("/2022/01/26/z/#s4"), "../z/#s4");
  assert.equal(link("/2022/01/26/y/"), "./");
  assert.equal(link("/search/?q=a"), "../../../../search/?q=a");
  assert.equal(relativeTo("/")("/"), "./");
  assert.equal(relativeTo("/")("/a:b/"), "./a:b/");
  assert.equal(relativeTo("/404.html")("/assets/site.css"), "assets/site.css");
});

test("a relative link leads where its address says, under any path", () => {
  const part = fc.constantFrom("a", "b", "2022", "x:y", "été", "a.b");
  const address = fc.array(part, { maxLength: 4 }).map((parts) => ["", ...parts, ""].join("/"));
  const suffix = fc.constantFrom("", "#s1", "?q=/..//");
  fc.assert(
    fc.property(address, address, suffix, (page, target, end) => {
      const at = new URL(`https://h.example/some/path${page}`);
      const reached = new URL(relativeTo(page)(target + end), at);
      assert.equal(reached.href, new URL(`https://h.example/some/path${target}${end}`).href);
    }),
  );
});

test("an address that is none is refused", () => {
  for (const address of [
    "people/",
    "//evil.example/",
    "https://evil.example/",
    "/\\evil.example/",
    "",
  ])
    assert.throws(() => relativeTo("/")(address), /one slash/, address);
  assert.equal(isAddress("/a/"), true);
});

test("a page's file lies inside the site", () => {
  assert.equal(filePathOf("/"), "index.html");
  assert.equal(filePathOf("/2022/"), "2022/index.html");
  assert.equal(filePathOf("/404.html"), "404.html");
  assert.equal(filePathOf("/%2e%2e/"), "%2e%2e/index.html");
  for (const address of [
    "/../a/",
    "/a/../",
    "/a/..",
    "/./",
    "/a//b/",
    "/a\\b/",
    "/a\0/",
    "/a/#s1",
    "/a/?q",
  ])
    assert.throws(() => filePathOf(address), Error, address);
});

test("an editor's link may lead to the web or by mail, and never run anything", () => {
  for (const href of [
    "https://a.example/",
    "HTTP://a.example/",
    "mailto:a@b.example",
    "#s1",
    "../a:b",
    "?a:b",
  ])
    assert.equal(safeHref(href), href);
  for (const href of [
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:x",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc",
  ])
    assert.equal(safeHref(href), undefined, href);
});

test("the day of the week is that of the calendar", () => {
  assert.equal(weekdayOf("2022-01-26"), 2);
  assert.equal(weekdayOf("2000-02-29"), 1);
  assert.equal(weekdayOf("2022-01"), undefined);
  assert.equal(weekdayOf("2022-13-01"), undefined);
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 60_000 }), (days) => {
      const date = new Date(days * 86_400_000);
      assert.equal(weekdayOf(date.toISOString().slice(0, 10)), (date.getUTCDay() + 6) % 7);
    }),
  );
});

test("months are numbered without a gap", () => {
  assert.equal(monthNumber("2022-01") - monthNumber("2021-12"), 1);
  assert.equal(monthNumber("2022"), monthNumber("2022-01"));
});

test("a time's value is put into HTML only where HTML knows it", () => {
  for (const value of [
    "2022",
    "2022-01",
    "2022-01-26",
    "2022-W04",
    "2022-01-26T21:27",
    "2022-01-26T21:27+03:30",
    "P2D",
    "PT36H",
    "P1DT2H",
  ])
    assert.equal(htmlTimeOf(value), value);
  for (const value of [
    "2022-Q1",
    "202",
    "XXXX-WXX-3",
    "2022-W60",
    "2022-13",
    "P",
    "PT",
    "P2Y",
    "P3M",
    "PAST_REF",
    "2022-01-26TXX",
    "2022-01TEV",
    "2022-W60-WE",
  ])
    assert.equal(htmlTimeOf(value), undefined, value);
  assert.equal(htmlTimeOf("2022-01-26TEV"), "2022-01-26");
  assert.equal(htmlTimeOf("2022-W04-WE"), "2022-W04");
});
