/** Which faults must a check of a site find? Each is planted in a sound page by itself. */

/** A change of a page that makes it faulty in one way. */
export interface PlantedFault {
  readonly name: string;
  /** What stands in the page; a text that is not there fails the test. */
  readonly from: string | RegExp;
  readonly to: string;
  /** The rule that must tell of it, and what it must say. */
  readonly rule: string;
  readonly says: RegExp;
}

type Row = readonly [name: string, from: string | RegExp, to: string, rule: string, says: RegExp];

const BEFORE_END = "</main>";
const within = (html: string): readonly [string, string] => [BEFORE_END, `${html}${BEFORE_END}`];

const ROWS: readonly Row[] = [
  // links
  [
    "a link to no page",
    ...within('<p><a href="../no-such-page/">x</a></p>'),
    "link/missing",
    /no-such-page\/index\.html/,
  ],
  [
    "a link to no place on the page",
    ...within('<p><a href="#s9999">x</a></p>'),
    "link/anchor",
    /id s9999/,
  ],
  [
    "a link to no place on another page",
    ...within('<p><a href="../#no-such-day">x</a></p>'),
    "link/anchor",
    /id no-such-day in .*index\.html/,
  ],
  [
    "a link without its slash",
    ...within('<p><a href="../../../../people">x</a></p>'),
    "link/slash",
    /\/people\//,
  ],
  [
    "a link out of the site's folder",
    ...within('<p><a href="../../../../../x/">x</a></p>'),
    "link/outside",
    /leaves the site/,
  ],
  [
    "a link from the host's root",
    ...within('<p><a href="/people/">x</a></p>'),
    "link/root",
    /relative to its page/,
  ],
  [
    "a link with a broken escape",
    ...within('<p><a href="../%E0%A4%A/">x</a></p>'),
    "link/address",
    /escapes/,
  ],
  [
    "a script in a link",
    ...within('<p><a href="javascript:alert(1)">x</a></p>'),
    "link/address",
    /no script/,
  ],
  [
    "a style sheet that is not there",
    "assets/site.css",
    "assets/no-such.css",
    "link/missing",
    /no-such\.css/,
  ],
  [
    "a picture of a srcset that is not there",
    ...within('<p><img alt="A bridge" src="data:," srcset="../a.png 1x, ../b.png 2x"></p>'),
    "link/missing",
    /b\.png/,
  ],
  [
    "a redirect to no page",
    "</head>",
    '<meta http-equiv="refresh" content="0; url=../gone/"></head>',
    "link/missing",
    /gone/,
  ],
  [
    "a picture to share that is not there",
    "</head>",
    '<meta property="og:title" content="x"><meta property="og:type" content="x"><meta property="og:image" content="x.png"></head>',
    "link/missing",
    /x\.png/,
  ],
  // mark-up
  ["an element that is not closed", ...within("<div><p>x</p>"), "html/nesting", /<\/div>/],
  ["an end tag of nothing", ...within("</section>"), "html/nesting", /no <\/section>/],
  ["elements that cross", ...within("<p><b><i>x</b></i></p>"), "html/nesting", /<\/i>/],
  ["a block in a span", ...within("<p><span><div>x</div></span></p>"), "html/content", /no <div>/],
  ["a block in a paragraph", ...within("<p>x<ul><li>x</li></ul></p>"), "html/nesting", /no <\/p>/],
  ["an item outside a list", ...within("<li>x</li>"), "html/content", /no <li> right in <main>/],
  [
    "text right in a list",
    ...within("<ul>x<li>x</li></ul>"),
    "html/content",
    /no text right in <ul>/,
  ],
  [
    "a link in a link",
    ...within('<p><a href="../"><b><a href="../">x</a></b></a></p>'),
    "html/content",
    /no <a> in <a>/,
  ],
  ["an unknown element", ...within("<blink>x</blink>"), "html/content", /an element of HTML/],
  [
    "details without a summary",
    ...within("<details><p>x</p></details>"),
    "html/content",
    /<summary>/,
  ],
  ["an unknown attribute", ...within('<p colour="red">x</p>'), "html/attribute", /colour="red"/],
  [
    "a picture without an address",
    ...within('<p><img alt="x"></p>'),
    "html/attribute",
    /src or srcset/,
  ],
  [
    "a day that is none",
    ...within('<p><time datetime="2022-13-01">x</time></p>'),
    "html/value",
    /2022-13-01/,
  ],
  ["an unknown role", ...within('<p role="button-like">x</p>'), "html/value", /WAI-ARIA/],
  [
    "an attribute twice",
    ...within('<p class="a" class="b">x</p>'),
    "html/syntax",
    /duplicate attribute/,
  ],
  ["an id twice", ...within('<p id="main">x</p>'), "html/id", /main, which line \d+ has/],
  [
    "a name of an id that is not there",
    ...within('<p aria-describedby="nothing">x</p>'),
    "html/reference",
    /id nothing/,
  ],
  [
    "a style that the policy forbids",
    ...within('<p style="color: red">x</p>'),
    "html/policy",
    /attribute style/,
  ],
  [
    "a script that the policy forbids",
    ...within("<script>1</script>"),
    "html/policy",
    /a script in the page/,
  ],
  ["no doctype", "<!DOCTYPE html>", "", "html/doctype", /none/],
  // words
  ["a second headline", ...within("<h1>x</h1>"), "page/heading", /one <h1>.*another one/],
  ["no headline", /<h1[^>]*>|<\/h1>/g, "", "page/heading", /one <h1>, found none/],
  ["a level left out", ...within("<h2>x</h2><h4>x</h4>"), "page/heading", /<h3>.*<h4>/],
  ["no language", ' lang="en"', "", "page/language", /<html lang>/],
  ["no direction", ' dir="ltr"', "", "page/direction", /<html dir/],
  ["no title", /<title>[^<]*<\/title>/, "<title></title>", "page/title", /none/],
  ["no description", /<meta name="description"[^>]*>/, "", "page/description", /none/],
  [
    "a picture without words",
    ...within('<p><img src="data:,"></p>'),
    "page/alt",
    /words for a picture/,
  ],
  ["a link without words", ...within('<p><a href="../"></a></p>'), "page/words", /words in <a>/],
  ["a field without a label", ...within("<p><input></p>"), "page/label", /<label> for <input>/],
  // data
  ["JSON-LD that is no JSON", '{"@context"', '{"@context', "data/json-ld", /JSON/],
  [
    "an article without a headline",
    /"headline":"[^"]*",/,
    "",
    "data/json-ld",
    /NewsArticle with headline/,
  ],
  [
    "a date that is none",
    /"datePublished":"[^"]*"/,
    '"datePublished":"12 March"',
    "data/json-ld",
    /ISO 8601/,
  ],
  ["a misspelt property", '"dateline":', '"datelin":', "data/json-ld", /perhaps dateline/],
  [
    "a person without a name",
    /"@type":"Person","name":"[^"]*"/,
    '"@type":"Person"',
    "data/json-ld",
    /Person with name/,
  ],
  [
    "no title for Zotero",
    /<meta name="citation_title"[^>]*>/,
    "",
    "data/highwire",
    /citation_title/,
  ],
  [
    "a day that Zotero cannot read",
    /(citation_publication_date" content=")[^"]*/,
    "$112 March 2018",
    "data/highwire",
    /2022\/01\/26/,
  ],
  ["no title to share", /<meta property="og:title"[^>]*>/, "", "data/open-graph", /og:title/],
];

/** Faults of a page of an article. */
export const PLANTED_FAULTS: readonly PlantedFault[] = ROWS.map(([name, from, to, rule, says]) => ({
  name,
  from,
  to,
  rule,
  says,
}));

/** Returns a page with one fault. Throws where there is nothing to plant it in. */
export function planted(html: string, { name, from, to }: PlantedFault): string {
  const faulty = html.replace(from, to);
  if (faulty === html) throw new Error(`${name}: the page has no ${from}`);
  return faulty;
}
