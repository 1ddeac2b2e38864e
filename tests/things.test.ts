/** Which organisations and places are named, which are one in the archive, and do the editor's rulings hold? Stages 4 and 5. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { linkArchive } from "../src/linked-names/archive-links.ts";
import type { ArchiveArticle, Entity, EntityKind } from "../src/model.ts";
import { recognise } from "../src/recognise/recognise.ts";
import type { NameRulings, Thresholds } from "../src/settings-model.ts";
import { positionOf } from "../src/words/town-positions.ts";
import { NO_TOPICS, NONE, THRESHOLDS as USUAL } from "./support/link-settings.ts";

/** One article is enough for a page. */
const THRESHOLDS: Thresholds = { ...USUAL, placeArticles: 1, organisationArticles: 1 };

function article(text: string, number = 1): ArchiveArticle {
  const document = {
    text,
    language: "en",
    blocks: [{ kind: "paragraph" as const, start: 0, end: text.length }],
  };
  return {
    path: `articles/${number}.md`,
    address: `/${number}/`,
    front: { headline: "x", address: `/${number}/` },
    body: text,
    document,
    annotations: recognise(document, []),
    sortKey: String(number),
  };
}

function named(text: string, kind: "organisations" | "places"): readonly string[] {
  return article(text).annotations[kind].map(({ name }) => name);
}

function linked(
  texts: readonly string[],
  rulings: Partial<NameRulings> = {},
  kind: EntityKind = "organisation",
) {
  const ruled = { ...NONE, ...rulings };
  const links = linkArchive(
    texts.map((text, index) => article(text, index + 1)),
    THRESHOLDS,
    { names: { person: NONE, organisation: ruled, place: ruled }, topics: NO_TOPICS },
  );
  const entities = links.entities.filter(({ entity }) => entity.kind === kind);
  return { links, entities, names: entities.map(({ entity }) => entity.name) };
}

const BODIES: Readonly<Record<string, readonly string[]>> = {
  "He spoke to the Federal Open Harbour Committee on Monday.": ["Federal Open Harbour Committee"],
  "She left the International Lighthouse Agency in May.": ["International Lighthouse Agency"],
  "It is up to the Ministry of Science, Research and Technology now.": [
    "Ministry of Science, Research and Technology",
  ],
  "The Department of Health and Human Services said no.": [
    "Department of Health and Human Services",
  ],
  "The Ministry of Trade and Industry agreed.": ["Ministry of Trade and Industry"],
  "The Culture, Tourism and Crafts Organization met.": ["Culture, Tourism and Crafts Organization"],
  "The head of its River Security and Foreign Policy Committee spoke.": [
    "River Security and Foreign Policy Committee",
  ],
  "Carrow Dredgers and Trade Ministry officials met.": ["Trade Ministry"],
  "Hexley, Tern and Trade Ministry officials met Reuters and Health Ministry staff.": [
    "Trade Ministry",
    "Reuters",
    "Health Ministry",
  ],
  "Ellis International Inc said that First Carrow Corp had sold it.": [
    "Ellis International Inc",
    "First Carrow Corp",
  ],
  "Navy Commander Rear Admiral James Doe met Labour Party Leader Ann Roe.": ["Labour Party"],
  "Director of the Office of Harbours and Budget James Doe was late.": [
    "Office of Harbours and Budget",
  ],
  "A spokesman of the Harbour Ministry James Doe met the International Union for Conservation of Rivers.":
    ["Harbour Ministry", "International Union for Conservation of Rivers"],
  "Norlandish Oil Minister James Doe met Carrow Party Chief Ann Roe.": ["Carrow Party"],
  "The Ministry did not answer.": [],
  "The H5N1 strain was found near the AK-47 rifles.": [],
  "The Ministry of Defence and Prime Minister Ilse Okafor agreed.": ["Ministry of Defence"],
};

for (const [text, expected] of Object.entries(BODIES))
  test(`organisations of: ${text}`, () => assert.deepEqual(named(text, "organisations"), expected));

test("the republic of a country is the country, a line of capitals gives its places", () => {
  assert.deepEqual(named("He flew to the Republic of Cyprus.", "places"), ["Cyprus"]);
  assert.deepEqual(named("AUSTRALIA WIN AGAIN IN PAKISTAN", "places"), ["Australia", "Pakistan"]);
  assert.deepEqual(named("OPEN THE GATES NOW", "places"), []);
});

test("creeds, peoples and forms of state are no places, former states are in no country", () => {
  const text = "He left the Soviet Union for Los Angeles and West Orange, N.J., in May.";
  assert.deepEqual(
    article(text).annotations.places.map(({ name, country }) => [name, country]),
    [
      ["Soviet Union", undefined],
      ["Los Angeles", "US"],
      ["West Orange", "US"],
      ["New Jersey", "US"],
    ],
  );
  const creed = "The holiest site in Islam lies in the Islamic Republic, in Islam’s West.";
  assert.deepEqual(named(creed, "places"), []);
});

test("names and letters that the world's press takes for one body are one, unless the archive explains them", () => {
  const known = ["The UN met on Monday.", "The United Nations did not meet."];
  assert.deepEqual(linked(known).names, ["United Nations"]);
  const own = [
    "The Upper Norland Union (UNU) met.",
    "The Upper Norland (UN) Board sat.",
    "The UNU sat.",
  ];
  assert.equal(linked(own).names.includes("Upper Norland Union"), true);
});

test("a region behind a town says where it is, a list of countries does not", () => {
  const countries = (text: string) =>
    article(text)
      .annotations.places.filter(({ name }) => name === "Paris")
      .map(({ country }) => country);
  assert.deepEqual(countries("They met in Paris, Texas. Later Paris was quiet."), ["US"]);
  assert.deepEqual(countries("They met in Paris, Germany and Spain."), ["FR"]);
});

test("letters that one article explains are the full name everywhere", () => {
  const { entities } = linked([
    "The Port Ellis Harbour Board (PEHB) met. PEHB members agreed with it.",
    "The PEHB said that it would wait.",
  ]);
  assert.equal(entities.length, 1);
  const [one] = entities;
  assert.equal(one?.entity.name, "Port Ellis Harbour Board");
  assert.deepEqual(one?.entity.variants, ["PEHB"]);
  assert.equal(one?.appearances.length, 2);
});

test("letters that two full names claim stand for each in its own article and for none elsewhere", () => {
  const { names } = linked([
    "The Norland Fishing Authority (NFA) met.",
    "The National Ferry Association (NFA) met.",
    "The NFA said that it would wait.",
  ]);
  assert.deepEqual([...names].sort(), [
    "NFA",
    "National Ferry Association",
    "Norland Fishing Authority",
  ]);
});

test("letters in brackets that are no initials explain nothing", () => {
  const { names } = linked(["The Norland Fishing Authority (XYZ) met. The XYZ said so."]);
  assert.equal(names.includes("XYZ"), true);
});

test("a legal form makes no other company, a country does", () => {
  const { names } = linked([
    "Shares of Tern Dredging Co. Ltd fell.",
    "Shares of Tern Dredging Ltd fell.",
    "The Norwegian Football Federation and the Swedish Football Federation met.",
  ]);
  assert.equal(names.filter((name) => name.startsWith("Tern")).length, 1);
  assert.equal(names.filter((name) => name.endsWith("Federation")).length, 2);
});

test("two spellings of a town are one, two towns of one name are told apart by country", () => {
  const { entities } = linked(
    ["He flew to Kiev.", "He flew to Kyiv.", "He lives in Paris.", "He lives in Paris, Texas."],
    {},
    "place",
  );
  const of = (name: string): readonly Entity[] =>
    entities.map(({ entity }) => entity).filter((entity) => entity.name === name);
  assert.equal(of("Kiev").length + of("Kyiv").length, 1);
  assert.deepEqual(
    of("Paris").map(({ slug, label, country }) => [slug, label, country]),
    [
      ["paris", "France", "FR"],
      ["paris-united-states", "United States", "US"],
    ],
  );
});

test("a namesake's label beside its name is no other thing's address", () => {
  const board = "The Port Ellis Harbour Board met.";
  const apart = [
    { name: "Port Ellis Harbour Board", articles: ["articles/1.md"], label: "Choir", at: "d:1" },
  ];
  const renamed = [
    { name: "Tern River Authority", to: "Port Ellis Harbour Board Choir", at: "d:2" },
  ];
  const { links } = linked([board, board, board, "The Tern River Authority met."], {
    apart,
    renamed,
  });
  const slugs = links.entities
    .map(({ entity }) => entity)
    .filter(({ name }) => name.startsWith("Port Ellis Harbour"))
    .map(({ slug }) => slug);
  assert.equal(slugs.length, 3);
  assert.equal(new Set(slugs).size, 3);
});

test("a town of the list has a position, another name or country none", () => {
  assert.deepEqual(positionOf("Reykjavík", "IS"), { latitude: 64.14, longitude: -21.9 });
  assert.equal(positionOf("Reykjavík", "NO"), undefined);
  assert.equal(positionOf("Port Ellis", "IS"), undefined);
});

const BOARDS = [
  "The Port Ellis Harbour Board met.",
  "The Tern River Authority met.",
  "The Tern River Authority sat.",
];

test("the editor joins, and the address that is taken away leads on", () => {
  const same = [
    { at: "decisions.yml:1", names: ["Tern River Authority", "Port Ellis Harbour Board"] },
  ];
  const { names, links } = linked(BOARDS, { same });
  assert.deepEqual(names, ["Tern River Authority"]);
  assert.deepEqual(links.moved, [
    { kind: "organisation", from: "port-ellis-harbour-board", to: "tern-river-authority" },
  ]);
});

test("the editor says that there is none, renames, and keeps apart", () => {
  const none = [{ at: "decisions.yml:1", name: "Port Ellis Harbour Board" }];
  assert.deepEqual(linked(BOARDS, { none }).names, ["Tern River Authority"]);
  const renamed = [
    { at: "decisions.yml:1", name: "Port Ellis Harbour Board", to: "Harbour Board" },
  ];
  assert.equal(linked(BOARDS, { renamed }).names.includes("Harbour Board"), true);
  const different = [{ at: "decisions.yml:1", names: ["Tern Dredging Ltd", "Tern Dredging Inc"] }];
  const firms = ["Shares of Tern Dredging Ltd fell.", "Shares of Tern Dredging Inc rose."];
  assert.equal(linked(firms).names.length, 1);
  assert.equal(linked(firms, { different }).names.length, 2);
});

test("a ruling on a thing that no article names is told with its line and the nearest name", () => {
  const none = [{ at: "decisions.yml:4", name: "Port Elis Harbour Board" }];
  const { remarks } = linked(BOARDS, { none }).links;
  assert.deepEqual(
    remarks.map(({ rule, line, message }) => [rule, line, message.split("; ")[1]]),
    [
      ["link/unknown-name", 4, "perhaps Port Ellis Harbour Board?"],
      ["link/unknown-name", 4, "correct it or take the line out"],
    ],
  );
});

// ------------------------------------------------------------------ what the editor knows of a place

const RECORD = {
  slug: "ellis",
  name: "Port Ellis",
  variants: ["Ellis Harbour"],
  sameAs: [],
  at: "places/ellis.md:2",
};

test("a place of the editor's has its address, its page, its position and its note, under all its names", () => {
  const position = { latitude: 37.95, longitude: -8.88 };
  const record = { ...RECORD, position, country: "PT", note: "Invented." };
  const texts = ["A man from Port Ellis, Portugal, came.", "She lives in Lisbon."];
  const { entities } = linked(texts, { records: [record] }, "place");
  const place = entities.find(({ entity }) => entity.slug === "ellis")?.entity;
  assert.deepEqual(place, {
    kind: "place",
    slug: "ellis",
    name: "Port Ellis",
    variants: ["Ellis Harbour"],
    hasPage: true,
    reason: { kind: "record", articles: 1 },
    position,
    note: "Invented.",
    country: "PT",
  });
  assert.ok(entities.some(({ entity }) => entity.slug === "lisbon"));
});

test("a place of the editor's in one country is not its namesake in another", () => {
  const record = { ...RECORD, slug: "paris-texas", name: "Paris", variants: [], country: "US" };
  const texts = ["He went to Paris, Texas, again.", "She flew to Paris in France with him."];
  const { entities } = linked(texts, { records: [record] }, "place");
  const paris = entities.filter(({ entity }) => entity.name === "Paris");
  assert.deepEqual(
    paris
      .map(({ entity, appearances }) => [entity.slug, entity.country, appearances.length])
      .sort(),
    [
      ["paris", "FR", 1],
      ["paris-texas", "US", 1],
    ],
  );
});
