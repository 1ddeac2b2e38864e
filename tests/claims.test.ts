/** Does every claim on every page of a person or a subject lead to the sentence that says so, and is every count right? */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { SitePages } from "./support/claim-trail.ts";
import { builtSample } from "./support/sample-archive.ts";
import { walkClaims } from "./support/site-claims.ts";

let pages: SitePages;

before(async (t) => {
  const folder = await builtSample(t);
  pages = new Map(
    folder
      .files("_site")
      .filter((path) => /(?:^|\/)index\.html$/.test(path))
      .map((path) => [`/${path.slice(0, -"index.html".length)}`, folder.read(`_site/${path}`)]),
  );
});

/** The pages that make claims about names. */
function claiming(): readonly string[] {
  return [...pages.keys()].filter((address) =>
    /^\/(?:people|topics|places|organisations)\//.test(address),
  );
}

test("every claim on every page is borne out by the article that it links to", () => {
  const { checked, faults } = walkClaims(pages, pages.keys());
  assert.deepEqual(faults, []);
  const least = {
    sentence: 300,
    quotation: 150,
    speaker: 150,
    "why this speaker": 150,
    "words cited": 60,
    role: 60,
    "role here": 40,
    "topic's word": 40,
    "day spoken of": 40,
    neighbour: 40,
    event: 200,
    "when it happened": 200,
    "what was to come": 60,
    "other report": 1,
    "events under a heading": 40,
    "event of the period": 100,
    "events of a day": 30,
    "printed on a day": 30,
    "articles of a square": 40,
    "printed then": 40,
    "said about": 1,
    articles: 60,
    "related article": 30,
    "shared name": 60,
    "shared word": 20,
    "days between": 30,
    "part of a story": 4,
    "articles of a story": 1,
    "word of a topic": 100,
    "times as often": 10,
  };
  for (const [kind, count] of Object.entries(least))
    assert.ok((checked.get(kind) ?? 0) >= count, `only ${checked.get(kind)} of ${kind}`);
});

/** One false claim of each kind: what is changed on the first page that has it, and into what. */
const FORGERIES: readonly (readonly [claim: string, from: RegExp, to: string])[] = [
  ["a word in a quotation", /(<blockquote[^>]*><p>.\w+)/, "$1x"],
  ["where a quotation stands", /(href="[^"]*#q-)/, "$1not-"],
  ["that a speaker is sure", /<span class="doubt">Probably theirs.<\/span>/, ""],
  [
    "that a speaker is doubtful",
    /(<p class="where">)(?=<a)/,
    '$1<span class="doubt">Probably</span>',
  ],
  ["why somebody is probably the speaker", /(<p class="why">)/, "$1Not "],
  ["a doubtful speaker without a reason", /<p class="why">.*?<\/p>/, ""],
  [
    "a reason where the speaker is sure",
    /(<\/cite>[^<]*(?:<bdi>[^<]*<\/bdi>)?<\/p>\n)(?=<\/div>)/,
    '$1<p class="why">By name.</p>',
  ],
  ["a sentence", /(<p class="passage"[^>]*>.*?[a-z])(\.?<\/p>)/, "$1 not$2"],
  ["a sentence's link", /(class="evidence" href="[^"]*#s)\d+(">Printed)/, "$1999$2"],
  ["a day", /(>Printed on <span class="day">)\d+/, "$142"],
  ["a headline", /(<p class="in-article"><cite[^>]*><bdi>)/, "$1Not "],
  ["a role", /(<tr class="role"><th scope="row"><bdi>)/, "$1vice-"],
  ["a role's sentence", /(<p class="sentence-shown"><span>)/, "$1Formerly "],
  ["when a role was first printed", /(<tr class="role">.*?<td><a href="[^"]*">)\d+/, "$142"],
  ["how often a role was printed", /(<tr class="role">.*?<td class="number">)/, "$19"],
  ["the role printed last", /(<p class="standfirst"><a [^>]*><bdi>)/, "$1acting "],
  ["how many quotations", /(<h2>Said <span class="count">)/, "$11"],
  ["how many sentences", /(<h2>Mentioned <span class="count">)/, "$11"],
  ["how many articles", /(<h2>Articles <span class="count">)/, "$11"],
  ["how many of a month", /(<table class="figures">.*?<td>)/s, "$11"],
  ["company", /(<aside.*?<span class="count">)/s, "$11"],
  ["when first seen", /(First named <a href=")[^"]*/, "$1../../404/"],
  ["a mention that is none", /(<p class="passage"[^>]*>)(\w+) /, "$1<b>$2</b> "],
  ["an article in a list", /(<p class="headline"><a [^>]*>)/, "$1Not "],
];

for (const [claim, from, to] of FORGERIES)
  test(`a false claim is found: ${claim}`, () => {
    const address = claiming().find(
      (one) => /^\/people\/[^/]+\/$/.test(one) && from.test(pages.get(one) ?? ""),
    );
    assert.ok(address, `no page has ${claim}`);
    const forged = new Map(pages).set(address, (pages.get(address) ?? "").replace(from, to));
    assert.notDeepEqual(walkClaims(forged, [address]).faults, []);
  });

/** The same of topics, places and organisations. */
const FORGED_SUBJECTS: typeof FORGERIES = [
  ["a sentence", /(<p class="passage"[^>]*>.*?[a-z])(\.?<\/p>)/, "$1 not$2"],
  ["how many quotations", /(<h2>Who said what <span class="count">)/, "$11"],
  ["how many sentences", /(<h2>Mentioned <span class="count">)/, "$11"],
  ["when first seen", /(First named <a href="[^"]*">)(?:on|in) /, "$1on 1 "],
  ["where last seen", /(First named .*?, last <a href=")[^"]*/, "$1../../404/"],
];

for (const [claim, from, to] of FORGED_SUBJECTS)
  test(`a false claim is found of a subject: ${claim}`, () => {
    const address = claiming().find(
      (one) => /^\/(?:places|organisations)\/[^/]+\/$/.test(one) && from.test(pages.get(one) ?? ""),
    );
    assert.ok(address, `no page has ${claim}`);
    const forged = new Map(pages).set(address, (pages.get(address) ?? "").replace(from, to));
    assert.notDeepEqual(walkClaims(forged, [address]).faults, []);
  });

const ARTICLE = /^\/\d{4}\/\d\d\/\d\d\/./;
const DAY = /^\/\d{4}\/\d\d\/\d\d\/$/;
const FIRST = /^\/$/;
const STORY = /^\/stories\/[^/]+\/$/;
const STORIES = /^\/stories\/$/;
const TOPIC = /^\/topics\/[^/]+\/$/;

/** The same of the pages of articles, of days, and of the first page. */
const FORGED_PAGES: readonly (readonly [claim: string, at: RegExp, from: RegExp, to: string])[] = [
  ["a role here", ARTICLE, /(<span class="roles"><a [^>]*><bdi>)/, "$1vice-"],
  ["a topic's word", ARTICLE, /(because of “<bdi>)/, "$1not "],
  ["a day spoken of", ARTICLE, /(<a class="words" [^>]*>“<bdi>)/, "$1not "],
  ["a neighbour", ARTICLE, /(<nav class="neighbours".*?<a [^>]*>)/s, "$1Not "],
  ["who is cited", ARTICLE, /(<li class="citation"><bdi>)/, "$1Not "],
  ["what is cited", ARTICLE, /(<li class="citation"><bdi>[^<]*<\/bdi>: <bdi>.)/, "$1Not "],
  ["which quotation is cited", ARTICLE, /(<a class="url" href="#q-)/, "$1not-"],
  ["a related article", ARTICLE, /(<ul class="related-rows">\s*<li><a [^>]*>)/, "$1Not "],
  ["a shared name", ARTICLE, /(<span class="shared-names">Shares <a href=")[^"]*/, "$1../../404/"],
  ["a shared word", ARTICLE, /(<span class="shared-words">[^“]*“<bdi>)/, "$1not "],
  ["how far a related article is", ARTICLE, /(<span class="distance">)(?:the|\d+) /, "$1999 "],
  ["a part of a story", ARTICLE, /(<p class="story-line">Part )\d/, "$19"],
  ["what comes after in a story", ARTICLE, /(After it in the story.*?<a [^>]*>)/s, "$1Not "],
  ["an article of a story", STORY, /(<p class="headline[^>]*><a [^>]*>)/, "$1Not "],
  ["a story's title", STORY, /(<p class="kicker">.*?<h1><bdi[^>]*>)/s, "$1Not "],
  [
    "a name that a story shares",
    STORY,
    /(<span class="shared-names">Shares <a href=")[^"]*/,
    "$1../../404/",
  ],
  [
    "how many articles a story has",
    STORY,
    /(<h2>In the order of time <span class="count">)/,
    "$11",
  ],
  ["how many articles of a story name somebody", STORY, /(<aside.*?<span class="count">)/s, "$11"],
  ["why a day is a turning day", STORY, /(<p class="turn">.*?)(\d+)/, "$19$2"],
  ["a story in a list", STORIES, /(<p class="headline"><a [^>]*><bdi[^>]*>)/, "$1Not "],
  [
    "how many articles a listed story has",
    STORIES,
    /(<span class="count">)\d+ article/,
    "$199 article",
  ],
  ["a topic's word in a list", TOPIC, /(<a class="evidence" [^>]*>“<bdi>)/, "$1not "],
  ["how often topics go together", TOPIC, /(<span class="beneath">about )(?=[\d.]+ times)/, "$17"],
  ["who speaks", TOPIC, /(<h2>Who speaks<\/h2>.*?<span class="count">)/s, "$11"],
  ["how many are cited", ARTICLE, /<li class="citation">.*?<\/li>/s, ""],
  ["what a day printed", DAY, /(<p class="headline[^>]*><a [^>]*>)/, "$1Not "],
  ["how much a day printed", DAY, /(<p class="apparatus">)\d+ article/, "$199 article"],
  ["who spoke on a day", DAY, /(<span class="speaker">)<a .*?<\/a>/, "$1<bdi>Nobody</bdi>"],
  ["how many quotations of a day", DAY, /(<h2>Who spoke <span class="count">)/, "$11"],
  ["what is newest", FIRST, /(<p class="headline[^>]*><a [^>]*>)/, "$1Not "],
  ["a quotation in front", FIRST, /(<blockquote[^>]*><p>.)/, "$1Not "],
  [
    "how often a person is named",
    FIRST,
    /(<ol class="spark-rows">.*?<span class="count">)/s,
    "$11",
  ],
];

for (const [claim, at, from, to] of FORGED_PAGES)
  test(`a false claim is found: ${claim}`, () => {
    const address = [...pages.keys()].find(
      (one) => at.test(one) && from.test(pages.get(one) ?? ""),
    );
    assert.ok(address, `no page has ${claim}`);
    const forged = new Map(pages).set(address, (pages.get(address) ?? "").replace(from, to));
    assert.notDeepEqual(walkClaims(forged, [address]).faults, []);
  });

const TIMELINE = /^\/timeline\/\d{4}\/\d\d\/$/;
const YEAR = /^\/\d{4}\/$/;
const ANNIVERSARY = /^\/on-this-day\/./;

/** The same of what happened when. */
const FORGED_TIMES: typeof FORGED_PAGES = [
  ["which time", TIMELINE, /(<li class="row event [^>]*data-value="\d{4}-\d\d-)\d\d/, "$142"],
  ["which day", TIMELINE, /(<h2>)\d+ /, "$142 "],
  [
    "which words say so",
    TIMELINE,
    /(<p class="passage"[^>]*>)(\w+) (.*?)<b>(.*?)<\/b>/,
    "$1<b>$2</b> $3$4",
  ],
  ["that it is told", TIMELINE, /(class="evidence" href="[^"]*#s)\d+/, "$1999"],
  [
    "that it was to come",
    TIMELINE,
    /<li class="row event happened"/,
    '<li class="row event expected"',
  ],
  ["that it happened", TIMELINE, /<span class="doubt">Expected<\/span>/, ""],
  ["how much happened", TIMELINE, /(<section class="part".*?<span class="count">)/s, "$11"],
  ["how much happened on a day", TIMELINE, /(<table class="calendar">.*?<b>)/s, "$11"],
  ["what else tells of it", /./, /(<div class="also">.*?href="[^"]*#s)\d+/s, "$1999"],
  ["how many tell of it", /./, /Also in \d+ article/, "Also in 99 article"],
  [
    "what happened, on a name's page",
    /^\/people\/[^/]+\/$/,
    /(<li class="row event [^>]*data-value=")\d/,
    "$19",
  ],
  [
    "how much a square stands for",
    YEAR,
    /(<figure class="heat-map">.*?aria-label="[^:]*: )\d+/s,
    "$199",
  ],
  ["which day a square is", YEAR, /(<figure class="heat-map">.*?aria-label=")\d+/s, "$142"],
  [
    "what was printed on this day",
    ANNIVERSARY,
    /(<li class="year-printed">.*?<li><a [^>]*>)/s,
    "$1Not ",
  ],
  ["what happened on this day", ANNIVERSARY, /(data-value="\d{4}-)\d\d/, "$142"],
];

for (const [claim, at, from, to] of FORGED_TIMES)
  test(`a false claim is found of a time: ${claim}`, () => {
    const address = [...pages.keys()].find(
      (one) => at.test(one) && from.test(pages.get(one) ?? ""),
    );
    assert.ok(address, `no page has ${claim}`);
    const forged = new Map(pages).set(address, (pages.get(address) ?? "").replace(from, to));
    assert.notDeepEqual(walkClaims(forged, [address]).faults, []);
  });

/** The same of the indexes. */
const FORGED_ROWS: typeof FORGERIES = [
  [
    "a country",
    /(<h2>)(?=[^<]*<span class="count">[^<]*<\/span><\/h2>\s*<ul[^>]*>\s*<li[^>]*><span[^>]*><a)/,
    "$1Not ",
  ],
  ["how many of a country", /(<section class="part">\s*<h2>.*?<span class="count">)/, "$11"],
  ["how many articles", /(<span class="count">)\d+ article/, "$1999 article"],
  ["years", /(<span class="count">\d+ articles?, )\d{4}/, "$11066"],
  ["how many quotations", /(<span class="count">[^<]*, )\d+ quotation/, "$1999 quotation"],
  ["a role", /(<span class="detail"><a [^>]*><bdi>)/, "$1acting "],
  ["a sentence", /(<p class="passage"><span[^>]*>)/, "$1Not "],
];

for (const [claim, from, to] of FORGED_ROWS)
  test(`a false claim is found in an index: ${claim}`, () => {
    const address = ["/people/", "/places/", "/organisations/", "/places/by/country/"].find((one) =>
      from.test(pages.get(one) ?? ""),
    );
    assert.ok(address, `no index has ${claim}`);
    const forged = new Map(pages).set(address, (pages.get(address) ?? "").replace(from, to));
    assert.notDeepEqual(walkClaims(forged, [address]).faults, []);
  });

test("a page is found out by a change of the article, too", () => {
  const address = "/people/ilse-okafor/";
  const forged = new Map(
    [...pages].map(([at, html]) => [
      at,
      html.replace(/(<span class="sentence" id="s\d+">)/g, "$1Yet "),
    ]),
  );
  assert.notDeepEqual(walkClaims(forged, [address]).faults, []);
});
