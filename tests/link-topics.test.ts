/** Which articles are about which topics, pairs of countries and organisations, and what may be a topic? Stage 5. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { countryPair, pairNamed } from "../src/link/entity-topics.ts";
import { phraseFactsOf } from "../src/link/phrase-words.ts";
import { recurringPhrases, sentenceAt } from "../src/link/recurring-phrases.ts";
import { type EditorRulings, linkArchive } from "../src/linked-names/archive-links.ts";
import type { ArchiveArticle, FrontMatter, TopicDefinition } from "../src/model.ts";
import { parseTopicFile } from "../src/read/topic-files.ts";
import { overlaidTopics } from "../src/read/topic-overlay.ts";
import { recognise } from "../src/recognise/recognise.ts";
import type { Thresholds, TopicFile } from "../src/settings-model.ts";
import { documentOfMarkdown } from "../src/text/document.ts";
import { NO_NAMES, THRESHOLDS } from "./support/link-settings.ts";

const SHIPS: TopicDefinition = { id: "ships", label: "ships", phrases: ["ferry", "vessel"] };
const DUES: TopicDefinition = {
  id: "dues",
  label: "harbour dues",
  phrases: ["dues", "mooring fee"],
};

function rulings(files: Readonly<Record<string, string>> = {}): EditorRulings {
  const parsed = Object.entries(files).map(([slug, yaml]) =>
    parseTopicFile(`---\n${yaml}\n---\n`, slug),
  );
  const read = parsed.filter((one): one is TopicFile => !("message" in one));
  assert.equal(read.length, parsed.length);
  return { names: NO_NAMES, topics: overlaidTopics([SHIPS, DUES], read).topics };
}

let made = 0;

function article(
  headline: string,
  body: string,
  front: Partial<FrontMatter> = {},
  { topics }: EditorRulings = rulings(),
): ArchiveArticle {
  made += 1;
  const address = `/${made}/`;
  const whole: FrontMatter = { headline, language: "en", address, ...front };
  const { document } = documentOfMarkdown(whole, body);
  return {
    path: `articles/${String(made).padStart(4, "0")}.md`,
    address,
    front: whole,
    body,
    document,
    annotations: recognise(document, topics.definitions),
    sortKey: String(made),
  };
}

/** By slug: name, articles, page. */
function topicsOf(
  articles: readonly ArchiveArticle[],
  editor: EditorRulings = rulings(),
  thresholds: Partial<Thresholds> = {},
) {
  const links = linkArchive(articles, { ...THRESHOLDS, ...thresholds }, editor);
  const topics = links.entities.filter(({ entity }) => entity.kind === "topic");
  return {
    links,
    rows: topics.map(
      ({ entity, appearances }) =>
        `${entity.slug}: ${entity.name}, ${appearances.length}${entity.hasPage ? ", page" : ""}`,
    ),
  };
}

const FERRY = ["Ferry to sail", "The ferry, an old vessel, will sail on Monday."] as const;

test("a topic of the editor's has a page from the first article on, one that ships from three", () => {
  assert.deepEqual(topicsOf([article(...FERRY)]).rows, ["ships: ships, 1"]);
  const own = rulings({
    tides: "label: Tides\nphrases: [tide table]\nscope: When the water comes.",
  });
  const tide = article(
    "Tide table",
    "The tide table is wrong. So was the last tide table.",
    {},
    own,
  );
  const { rows, links } = topicsOf([tide], own);
  assert.deepEqual(rows, ["tides: Tides, 1, page"]);
  assert.equal(
    links.entities.find(({ entity }) => entity.slug === "tides")?.entity.scope,
    "When the water comes.",
  );
});

test("a list written under an old label, a new one or the address means the same topic", () => {
  const editor = rulings({ ships: "label: Shipping" });
  for (const name of ["ships", "Shipping", "SHIPPING"]) {
    const { rows } = topicsOf([article(...FERRY, { topics: [name] }, editor)], editor);
    assert.deepEqual(rows, ["ships: Shipping, 1"], name);
  }
});

test("what the editor took out of an article's list leaves it; what came in with a file does not", () => {
  const editor = rulings({ tides: "phrases: [ferry]" });
  const imported = { headline: "H", address: "/x/", topics: ["ships"] };
  const emptied = { ...article(...FERRY, { topics: [] }, editor), imported };
  assert.deepEqual(topicsOf([emptied], editor).rows, ["tides: tides, 1, page"]);
});

test("a topic in the list that import wrote and the text has no longer is not put back", () => {
  const editor = rulings({ ships: "without: [ferry, vessel]" });
  const listed = article(...FERRY, { topics: ["ships"] }, editor);
  const imported = { headline: "H", address: "/x/", topics: ["ships"] };
  assert.deepEqual(topicsOf([{ ...listed, imported }], editor).rows, []);
  assert.deepEqual(topicsOf([listed], editor).rows, ["ships: ships, 1, page"]);
});

test("a topic that was taken out is in no article, whatever its list says, and nothing leads to it", () => {
  const editor = rulings({ ships: "remove: true" });
  const { rows, links } = topicsOf(
    [article(...FERRY, { topics: ["ships", "Petty Cash"] }, editor)],
    editor,
  );
  assert.deepEqual(rows, ["petty-cash: Petty Cash, 1, page"]);
  assert.deepEqual([links.moved, links.remarks], [[], []]);
});

test("the address of a topic that was replaced leads to the one in its place", () => {
  const editor = rulings({ boats: "phrases: [ferry]\nreplaces: [ships, punts]" });
  const { rows, links } = topicsOf([article(...FERRY, { topics: ["ships"] }, editor)], editor);
  assert.deepEqual(rows, ["boats: boats, 1, page"]);
  assert.deepEqual(
    links.moved.map(({ kind, from, to }) => `${kind} ${from} ${to}`),
    ["topic punts boats", "topic ships boats"],
  );
});

test("a file that takes out what never was is named with the nearest topic", () => {
  const { links } = topicsOf([article(...FERRY)], rulings({ shps: "remove: true" }));
  assert.match(links.remarks.map(({ message }) => message).join(), /did you mean `ships\.md`\?/);
});

// ------------------------------------------------------------------ two countries

const PAIRS: Readonly<
  Record<string, readonly [headline: string, body: string, pair: string | undefined]>
> = {
  "two in the headline": [
    "Norway and Peru agree on cod",
    "Norway will buy cod from Peru, the two said.",
    "Norway and Peru",
  ],
  "by the words for their people": [
    "Peruvian ministers in Oslo",
    "Peruvian ministers met Norwegian fishermen on Monday. Norwegian boats will come.\n\nNorway pays, and Norway eats.",
    "Norway and Peru",
  ],
  "one in passing": ["Norway builds a quay", "Norway builds a quay of Peruvian stone.", undefined],
  "one alone": [
    "Norway builds a quay",
    "Norway builds a quay. The Norwegian king will open it.",
    undefined,
  ],
  "three alike": [
    "Norway, Peru and Chile meet",
    "Norway, Peru and Chile met on Monday.",
    undefined,
  ],
  "a currency": [
    "Norway lends money",
    "Norway lent ten million Canadian dollars on Monday. The Canadian dollars are gone. Canadian dollars are dear.",
    undefined,
  ],
  "headline in capitals": [
    "NORWAY TO BUY CHILEAN COPPER",
    "LIMA, March 2 - Norway will buy Chilean copper. Chile is glad.",
    "Chile and Norway",
  ],
  "a name that begins another": [
    "NIGERIA-NIGER ROAD OPENS",
    "Ministers cut a ribbon on Monday. They slept.\n\nNigeria paid. The road leads to Niger.",
    "Niger and Nigeria",
  ],
  "a headline that begins with a bracket": [
    "[Updated] Norway and Peru agree",
    "Two ministers signed on Monday, and dined. They slept.\n\nNorway will buy cod. Peru will sell it.",
    "Norway and Peru",
  ],
  "two-word adjective": [
    "South African coal for Norway",
    "South African coal will heat Norway. South Africa sells it.",
    "Norway and South Africa",
  ],
};

for (const [name, [headline, body, pair]] of Object.entries(PAIRS)) {
  test(`two countries: ${name}`, () => {
    assert.equal(countryPair(article(headline, body))?.label, pair);
  });
}

test("the words that make a pair mean its countries and do not overlap", () => {
  const one = article(...PAIR);
  const words = countryPair(one)?.because.map(({ start, end }) =>
    one.document.text.slice(start, end),
  );
  assert.deepEqual(words, ["Norway", "Peru", "Norway", "Peru"]);
});

const PAIR = [
  "Norway and Peru agree on cod",
  "Norway will buy cod from Peru, the two said.",
] as const;

test("a pair is a topic from the threshold on, and with 0 never", () => {
  const four = [1, 2, 3, 4].map(() => article(...PAIR));
  assert.deepEqual(topicsOf(four).rows, []);
  const five = [...four, article(...PAIR)];
  assert.deepEqual(topicsOf(five).rows, ["norway-and-peru: Norway and Peru, 5, page"]);
  assert.deepEqual(topicsOf(five, rulings(), { countryPairArticles: 0 }).rows, []);
  assert.deepEqual(topicsOf(five, rulings({ "norway-and-peru": "remove: true" })).rows, []);
  assert.deepEqual(topicsOf(five, rulings({ "peru-and-norway": "remove: true" })).rows, []);
});

test("a pair with a file is a topic from its first article on, in the file's order of names", () => {
  const editor = rulings({ "peru-and-norway": "scope: Cod." });
  const { rows, links } = topicsOf([article(...PAIR, {}, editor)], editor);
  assert.deepEqual(rows, ["peru-and-norway: Peru and Norway, 1, page"]);
  assert.deepEqual(links.moved, [
    { kind: "topic", from: "norway-and-peru", to: "peru-and-norway" },
  ]);
});

test("a country that the editor took out of an article's places makes no pair there", () => {
  const one = article(...PAIR, { places: ["Norway"] });
  const imported = { headline: "H", address: "/x/", places: ["Norway", "Peru"] };
  assert.equal(countryPair({ ...one, imported }), undefined);
});

test("names without end take no long time", () => {
  const long = article("Norway and Peru", "Norway met Peruvian fishermen in Norway. ".repeat(4000));
  assert.equal(countryPair(long)?.because.length, 12);
});

test("a slug names a pair in either order, and only two countries do", () => {
  assert.deepEqual(pairNamed("peru-and-norway"), {
    slug: "norway-and-peru",
    label: "Peru and Norway",
  });
  assert.equal(
    pairNamed("united-states-and-trinidad-and-tobago")?.slug,
    "trinidad-and-tobago-and-united-states",
  );
  for (const slug of ["cod-and-chips", "norway-and-norway", "trinidad-and-tobago", "-and-", ""])
    assert.equal(pairNamed(slug), undefined, slug);
});

// ------------------------------------------------------------------ organisations

test("an organisation in headline and lede of three articles leads them, unless a file takes it out", () => {
  const led = [1, 2, 3].map(() =>
    article(
      "HARBOUR BOARD RAISES FEES",
      "The Harbour Board raised its fees on Monday. Nobody paid.",
    ),
  );
  const aside = article("Fees go up", "The Harbour Board raised its fees on Monday.");
  const below = article(
    "Harbour Board is silent",
    "Fees went up on Monday. Nobody paid. The Harbour Board did not answer.",
  );
  const leads = (editor: EditorRulings, thresholds: Partial<Thresholds> = {}) =>
    linkArchive([...led, aside, below], { ...THRESHOLDS, ...thresholds }, editor)
      .entities.filter(({ entity }) => entity.kind === "organisation")
      .map(({ entity }) => [entity.slug, entity.leads]);
  assert.deepEqual(leads(rulings()), [["harbour-board", 3]]);
  assert.deepEqual(leads(rulings({ "harbour-board": "remove: true" })), [
    ["harbour-board", undefined],
  ]);
  assert.deepEqual(leads(rulings(), { leadingOrganisationArticles: 4 }), [
    ["harbour-board", undefined],
  ]);
  assert.deepEqual(leads(rulings(), { leadingOrganisationArticles: 0 }), [
    ["harbour-board", undefined],
  ]);
});

// ------------------------------------------------------------------ recurring phrases

/** Articles about eel traps, each in other words, so that nothing else recurs. */
const EELS = ["quiet", "muddy", "famous", "ruined", "painted", "borrowed"].map((word, index) =>
  article(
    `Eel traps ${word} again`,
    `PORT ELLIS - The ${word} fishermen laid eel traps near pier ${index}. Their eel traps were ${word}. ${"Nobody ".repeat(index)}laughed, said Ada Quist, the harbour master.`,
  ),
);

/** What is proposed for the list of an archive of these articles, all of which are looked at. */
function phrasesIn(
  articles: readonly ArchiveArticle[],
  topics: EditorRulings["topics"],
): ReturnType<typeof recurringPhrases> {
  const phrased = articles.map((one) => ({
    path: one.path,
    facts: phraseFactsOf(one),
    citeAt: (start: number) => sentenceAt(one, start),
  }));
  return recurringPhrases(phrased, topics, articles.length);
}

test("a phrase that recurs is proposed with its count, its sentences and the command that takes it up", () => {
  const remarks = phrasesIn(EELS, rulings().topics);
  assert.deepEqual(
    remarks.map(({ about }) => about),
    ["eel traps"],
  );
  const [remark] = remarks;
  assert.match(
    remark?.message ?? "",
    /^`eel traps` stands in 6 articles, and 6 of them are about it/,
  );
  assert.equal(remark?.message.match(/articles\/\d+\.md#/g)?.length, 3);
  assert.equal(remark?.settle, "backfile topic add 'eel traps' 'eel traps'");
  assert.equal(remark?.severity, "note");
});

test("phrases of topics, names, and what is in too few articles are not proposed", () => {
  const known = rulings({ eels: "phrases: [eel trap]" });
  assert.deepEqual(phrasesIn(EELS, known.topics), []);
  assert.deepEqual(phrasesIn(EELS.slice(0, 4), rulings().topics), []);
});

test("proposals do not depend on the order of the articles", () => {
  const abouts = (articles: readonly ArchiveArticle[]) =>
    phrasesIn(articles, rulings().topics).map(({ about, weight }) => `${about} ${weight}`);
  assert.deepEqual(abouts(EELS.toReversed()), abouts(EELS));
});

test("thirty phrases are proposed at most, and a hostile text takes no long time", () => {
  const letters = "abcdefghijklmnopqrstuvwxyz".split("");
  const many = letters.flatMap((a) => letters.slice(0, 4).map((b) => `k${a}${b}la m${b}${a}ro`));
  const body = many.map((phrase) => `Zu ${phrase} 1 ${phrase}.`).join(" ");
  const eight = Array.from({ length: 26 }, (_, index) =>
    article("H", index < 5 ? body : `Nothing at all ${index}.`),
  );
  assert.equal(phrasesIn(eight, rulings().topics).length, 30);
  const long = article("H", "eel ".repeat(25_000));
  assert.deepEqual(phrasesIn([long, long], rulings().topics), []);
});
