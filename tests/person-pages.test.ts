/** Is a person's page right for one mention and for thousands, without dates, in any script, with any name? */

import assert from "node:assert/strict";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { load } from "js-yaml";
import { SaxesParser } from "saxes";
import { drawChapter } from "../layouts/chapter.11ty.ts";
import { drawFeed } from "../layouts/feed.11ty.ts";
import { drawIndex } from "../layouts/index.11ty.ts";
import { drawPerson } from "../layouts/person.11ty.ts";
import { drawTimeline } from "../layouts/timeline.11ty.ts";
import type { ChapterPage, FeedPage, IndexPage, PersonPage } from "../src/page-model.ts";
import type { TimelinePage } from "../src/page-time.ts";
import { officeKey, officeOf, wordingOf } from "../src/pages/role-wording.ts";
import { rulingsOn } from "../src/pages/rulings.ts";
import { type Html, renderHtml } from "../src/render/html.ts";
import { filePathOf } from "../src/render/urls.ts";
import { printedName } from "../src/text/invisible.ts";
import { site } from "./fixture-pages.ts";
import { ENGLISH } from "./support/english.ts";
import { isIndex, namePagesTold, pagesTold, type Told } from "./support/told-archive.ts";

type Drawn = PersonPage | ChapterPage | FeedPage | TimelinePage;

function pagesOf(told: readonly Told[]): readonly Drawn[] {
  // the pages of people are of these kinds
  return namePagesTold(told, "person") as readonly Drawn[];
}

function personIn(pages: readonly Drawn[]): PersonPage {
  const page = pages.find((one) => one.kind === "person");
  assert.ok(page);
  return page;
}

function draw(page: Drawn | IndexPage): string {
  const drawn: Record<Drawn["kind"] | "index", () => Html> = {
    person: () => drawPerson(page as PersonPage, site),
    chapter: () => drawChapter(page as ChapterPage, site),
    feed: () => drawFeed(page as FeedPage, site),
    timeline: () => drawTimeline(page as TimelinePage, site),
    index: () => drawIndex(page as IndexPage, site),
  };
  return renderHtml(drawn[page.kind]());
}

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: { "long-title": "off" },
});

async function assertValid(page: Drawn | IndexPage): Promise<void> {
  const markup = draw(page);
  if (page.kind === "feed") return assertXml(markup);
  const { results } = await validator.validateString(markup);
  const faults = results.flatMap(({ messages }) => messages.map(({ message }) => message));
  assert.deepEqual([...new Set(faults)], [], page.address);
  assert.doesNotMatch(markup, /undefined|\[object|NaN|Infinity/, page.address);
}

function assertXml(markup: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => assert.fail(`${error.message}\n${markup}`));
  parser.write(markup).close();
}

const ROLE = "harbour master";

/** So many articles, spread over days of months of years from 2001 on, each with a sentence or more. */
function career(articles: number, sentences: number, years: number, name = "Ana Reis"): Told[] {
  return Array.from({ length: articles }, (_, index) => {
    const year = 2001 + (index % years);
    const month = String(1 + (index % 12)).padStart(2, "0");
    const day = String(1 + (index % 28)).padStart(2, "0");
    return { name, role: ROLE, published: `${year}-${month}-${day}`, sentences };
  });
}

test("one mention makes a whole page, and its feed", async () => {
  const pages = pagesOf(career(1, 1, 1));
  assert.deepEqual(
    pages.map(({ address }) => address),
    ["/people/ana-reis/", "/people/ana-reis/feed.xml"],
  );
  for (const page of pages) await assertValid(page);
  const markup = draw(personIn(pages));
  assert.match(markup, /1 article, all in January 2001\./);
  assert.match(markup, /type="application\/atom\+xml" [^>]* href="feed\.xml"/);
});

test("of five thousand mentions each is on one page, and no page is endless", async () => {
  const pages = pagesOf(career(1000, 5, 3));
  const chapters = pages.filter((page) => page.kind === "chapter");
  const shown = chapters.flatMap(({ mentioned }) => mentioned.shown.map(({ address }) => address));
  assert.equal(shown.length, 5000);
  assert.equal(new Set(shown).size, 5000);
  const articles = chapters.flatMap((page) => page.articles.entries.map(({ address }) => address));
  assert.equal(new Set(articles).size, 1000);
  for (const page of chapters) assert.ok(page.mentioned.shown.length <= 500, page.address);
  const person = personIn(pages);
  assert.equal(person.mentioned.total, 5000);
  assert.equal(person.mentioned.shown.length, 20);
  assert.deepEqual(
    person.articles.parts.map(({ name }) => name),
    ["2003", "2002", "2001"],
  );
  assert.match(
    draw(person),
    /The newest 20 of 5,000 sentences; all of them stand under their years/,
  );
  assert.ok(draw(person).length < 100_000);
  const addresses = new Set(pages.map(({ address }) => address));
  assert.equal(addresses.size, pages.length);
  for (const part of [person, ...chapters].flatMap((page) => page.articles.parts))
    assert.ok(part.address !== undefined && addresses.has(part.address), part.address);
  for (const page of pages) filePathOf(page.address);
  for (const page of [person, ...chapters.slice(0, 2)]) await assertValid(page);
});

test("undated articles have a chapter, no chart and no feed", async () => {
  const undated = career(150, 1, 1).map(({ published: _, ...told }) => told);
  const pages = pagesOf(undated);
  assert.deepEqual(
    pages.map(({ address }) => address),
    ["/people/ana-reis/undated/", "/people/ana-reis/"],
  );
  for (const page of pages) await assertValid(page);
  const mixed = personIn(pagesOf([...career(3, 1, 1), ...undated.slice(0, 2)]));
  assert.match(draw(mixed), /Of 2 more articles the month is not known\./);
});

const NAMES = [
  `<script>alert(1)</script> "O'Neill" & \u202eSons`,
  "الشيخ محمد بن راشد",
  "Ana: Reis, #1 [or: two]",
  "'Ana Reis",
  `${"Wolfeschlegelsteinhausen".repeat(12)} Berg`,
  "null",
  "A\u0007B \ud800",
];

for (const name of NAMES)
  test(`any name is drawn, fed and ruled on: ${JSON.stringify(name).slice(0, 40)}`, async () => {
    const pages = pagesOf(career(2, 1, 1, name));
    for (const page of pages) {
      await assertValid(page);
      assert.doesNotMatch(draw(page), /<script>/);
    }
    for (const { lines, command } of personIn(pages).rulings) {
      // what is not seen would turn the line round in an editor's window
      assert.deepEqual(readBack(lines.join("\n")), printedName(name));
      assert.ok(unquoted(command).includes(name), command);
    }
  });

test("of a namesake no line is offered that would reach the others", () => {
  const namesake = { name: "Anton Melrose", label: "harbour master" };
  const offers = rulingsOn(namesake, ["articles/2019/03/ferry.md"], ENGLISH);
  assert.deepEqual(
    offers.map(({ command }) => command),
    [
      "backfile person note 'Anton Melrose (harbour master)'",
      "backfile person split 'Anton Melrose' articles/2019/03/ferry.md",
    ],
  );
});

/** The name that a ruling is about, as YAML reads it. */
function readBack(yaml: string): unknown {
  const [ruling] = load(yaml) as readonly Record<string, unknown>[];
  const [value] = Object.values(ruling ?? {});
  return Array.isArray(value) ? value[0] : value;
}

/** A command line's words, as a shell takes single quotation marks. */
function unquoted(command: string): readonly string[] {
  return [...command.matchAll(/(?:'[^']*'|\\'|[^\s'\\])+/g)].map(([word]) =>
    word.replace(/'([^']*)'|\\'/g, (_, inner: string | undefined) => inner ?? "'"),
  );
}

test("forms of one office are one row with every form; another country's is another", () => {
  const forms = ["Foreign Minister", "the foreign minister", "Iran's foreign minister"];
  const told = forms.map((role, index) => ({
    ...career(1, 1, 1)[0],
    role,
    published: `200${index}-01-01`,
  }));
  const [row, ...rest] = personIn(pagesOf(told as Told[])).roles;
  assert.deepEqual(rest, []);
  assert.deepEqual(row?.forms.map(({ title }) => title).sort(), [...forms].sort());
  assert.equal(row?.count, 3);
  assert.equal(row?.first.article.date, "2000-01-01");
  assert.equal(row?.last.article.date, "2002-01-01");
  const other = { ...career(1, 1, 1)[0], role: "Foreign Minister of Chile" };
  assert.equal(personIn(pagesOf([...told, other] as Told[])).roles.length, 3);
});

test("a role says its office and its country", () => {
  assert.deepEqual(
    wordingOf("President of the Republic of Chile"),
    wordingOf("president of Chile"),
  );
  assert.deepEqual(wordingOf("new president"), { core: "new president" });
  const offices: readonly (readonly [role: string, office: string | undefined])[] = [
    ["Deputy Defence Minister of Chile", "minister"],
    ["the 54-year-old owner of the ferry", "owner"],
    ["chief of staff", "chief"],
    ["vice-chairman, Harbour Board", "chairman"],
    ["وزیر خارجه", "وزیر خارجه"],
    ["!?", "!?"],
    ["Gen.", "general"],
    ["ruling-party MP for Carrow", "MP"],
    ["Sorrel counterpart", undefined],
  ];
  for (const [role, office] of offices) assert.equal(officeOf(role), office);
  assert.equal(officeKey("spokesman"), officeKey("spokeswoman"));
  assert.notEqual(officeKey("woman"), officeKey("man"));
});

test("the index of many people has no endless page, and every one of them on its pages", async () => {
  const told = Array.from({ length: 3000 }, (_, index): Told => {
    const letters = (number: number) => String.fromCharCode(97 + (number % 26));
    const surname = index < 900 ? "Li" : `L${letters(index)}${letters(index >> 3)}berg`;
    return {
      name: `A${letters(index)}${index} ${surname}`,
      role: ROLE,
      sentences: 1,
      published: "2001",
    };
  });
  const pages = pagesTold(told, "index/person").filter(isIndex);
  assert.equal(new Set(pages.map(({ address }) => address)).size, pages.length);
  const letters = pages.filter(({ address }) => /^\/people\/(?:by-letter\/|$)/.test(address));
  const listed = letters.flatMap(({ rows }) => rows.map(({ name }) => name));
  assert.deepEqual([...listed].sort(), told.map(({ name }) => name).sort());
  for (const page of letters) assert.ok(page.rows.length <= 900 && page.rows.length !== 3000);
  const mentions = pages.find(({ address }) => address === "/people/by/mentions/");
  assert.match(mentions?.about ?? "", /3,000 named in a single article/);
  const roles = pages.find(({ address }) => address === "/people/by/role/");
  assert.deepEqual(
    roles?.parts.map(({ name, count }) => [name, count]),
    [["master", 3000]],
  );
  for (const page of [pages[0], mentions, roles]) if (page) await assertValid(page);
});
