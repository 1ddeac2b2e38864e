/** Are an article's topics those its words speak of, each with the words that say so? */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { NewsDocument, TopicDefinition, TopicMatch } from "../src/model.ts";
import { type Reading, readingOf } from "../src/recognise/reading.ts";
import { splitSentences } from "../src/recognise/sentences.ts";
import { builtInTopics, findTopics } from "../src/recognise/topics/topics.ts";
import { testCases } from "./support/golden.ts";
import { type DocumentFacts, documentOf, peopleOf } from "./support/news-document.ts";

const SHIPS: TopicDefinition = {
  id: "ships",
  label: "ships",
  root: "1",
  phrases: ["ship", "ferry", "harbour master", "Old Tub"],
  against: ["ship shape"],
};
const SHOPS: TopicDefinition = {
  id: "shops",
  label: "shops",
  root: "2",
  phrases: ["shop", "market", "till"],
};

function readingIn(document: NewsDocument): Reading {
  return readingOf(document, splitSentences(document));
}

function topicsOf(
  text: string,
  topics: readonly TopicDefinition[] = builtInTopics(),
): readonly TopicMatch[] {
  const document = documentOf(text);
  return findTopics(readingIn(document), { topics, people: [] });
}

const idsOf = (text: string, topics?: readonly TopicDefinition[]): readonly string[] =>
  topicsOf(text, topics).map(({ id }) => id);

testCases("topics", "topics.txt", (folder) => {
  const text = folder.read("source.txt");
  // a case's facts are written by us, in the shape named
  const facts = JSON.parse(folder.read("facts.json")) as DocumentFacts;
  const document = documentOf(text, facts);
  const people = peopleOf(text, facts);
  return findTopics(readingIn(document), { topics: builtInTopics(), people })
    .map(({ id, because }) =>
      [id, ...because.map(({ start, end }) => text.slice(start, end))].join(" | "),
    )
    .concat("")
    .join("\n");
});

test("a topic shows the words that put it there, plural and upper case too", () => {
  const text = "It rained\n\nThe ferries met a SHIP and the harbour master.";
  const [match] = topicsOf(text, [SHIPS, SHOPS]);
  assert.equal(match?.id, "ships");
  assert.deepEqual(
    match?.because.map(({ start, end }) => text.slice(start, end)),
    ["ferries", "SHIP", "harbour master"],
  );
});

test("one word once is no topic, in the headline it is", () => {
  assert.deepEqual(idsOf("It rained\n\nIt rained.\n\nA ship came.", [SHIPS]), []);
  assert.deepEqual(idsOf("A ship came\n\nIt rained.", [SHIPS]), ["ships"]);
});

test("words match on word boundaries, and with a capital only as they stand", () => {
  assert.deepEqual(
    idsOf("Shipping news\n\nHardship and worship, township and shipment.", [SHIPS]),
    [],
  );
  assert.deepEqual(idsOf("It rained\n\nAn old tub. One old tub. Two old tubs.", [SHIPS]), []);
  assert.deepEqual(idsOf("The Old Tub sinks\n\nThe Old Tub sank.", [SHIPS]), ["ships"]);
});

test("headline and lede weigh more than the rest", () => {
  const both = [SHIPS, SHOPS];
  assert.equal(idsOf("Ship and ferry\n\nIt rained.\n\nThe shop and the market.", both)[0], "ships");
  assert.equal(idsOf("Shop and market\n\nIt rained.\n\nThe ship and the ferry.", both)[0], "shops");
});

test("what speaks against a topic is taken off", () => {
  const text = "It rained\n\nThe ship and the ferry.";
  assert.deepEqual(idsOf(text, [SHIPS]), ["ships"]);
  assert.deepEqual(idsOf(`${text}\n\nShip shape, ship shape, ship shape.`, [SHIPS]), []);
});

const IN_NAMES = [
  "It rained\n\nYoung Mr Ship met her in Ferry Lane, and then Mr Ship walked away along Ferry Lane.",
  "It rained\n\nThe Lane & Ferry Works stood empty. She had worked for Ship since May, and so for Ferry.",
  "FERRY LANE IS SHUT TODAY\n\nThey shut Ferry Lane at noon.\n\nA ship came.",
];
for (const text of IN_NAMES)
  test(`a word inside a name does not count: ${text.slice(0, 24)}`, () => {
    assert.deepEqual(idsOf(text, [SHIPS]), []);
  });

test("a word counts behind an article, at the head of a sentence, and where capitals say nothing", () => {
  assert.deepEqual(idsOf("It rained\n\nThe Ship met the Ferry.", [SHIPS]), ["ships"]);
  assert.deepEqual(idsOf("It rained\n\nShip after ship. Ferry after ferry.", [SHIPS]), ["ships"]);
  assert.deepEqual(idsOf("FERRY MEETS SHIP AT NOON\n\nIt rained.", [SHIPS]), ["ships"]);
});

test("of common words of the built-in topics two are no evidence", () => {
  assert.deepEqual(idsOf("It rained\n\nThe company was paid 2 mln."), []);
  assert.deepEqual(idsOf("It rained\n\nThe market superintendent began an inquiry."), []);
  const [match] = topicsOf("It rained\n\nThe company was paid 2 mln and made a profit.");
  assert.equal(match?.id, "business-information");
});

test("the banks of a river are no banks", () => {
  const flood = topicsOf("WYE BURSTS BANKS AT HALM\n\nThe river ran over its banks at Halm.");
  assert.deepEqual(
    flood.map(({ id }) => id),
    ["flood"],
  );
  const bank = topicsOf("BANKS LEND LESS MONEY\n\nThe banks gave fewer mortgages and loans.");
  assert.equal(bank[0]?.id, "banking");
});

test("a longer phrase uses its words up", () => {
  const virus: TopicDefinition = {
    id: "illness",
    label: "illness",
    phrases: ["virus", "infection"],
  };
  const computers: TopicDefinition = {
    id: "computers",
    label: "computers",
    phrases: ["computer virus", "laptop"],
  };
  assert.deepEqual(
    idsOf("A computer virus\n\nThe computer virus took a laptop.", [virus, computers]),
    ["computers"],
  );
});

test("there are at most five topics, strongest first, and equal input gives equal output", () => {
  const text =
    "Court jails minister over hospital flood\n\nThe judge told the jury that the prime minister, the football club, the bank and the army were to blame for the flood at the hospital, where patients and nurses drowned in the rain and the trial began. Shares fell on the stock exchange.";
  const matches = topicsOf(text);
  assert.ok(matches.length <= 5 && matches.length > 1);
  assert.deepEqual(
    matches.map(({ score }) => score),
    matches.map(({ score }) => score).toSorted((a, b) => b - a),
  );
  assert.deepEqual(topicsOf(text), matches);
});

for (const [id, text] of [
  [
    "court",
    "Jury out\n\nThe judge sent the jury home on the third day of the trial at the crown court.",
  ],
  [
    "flood",
    "River floods town\n\nThe flood burst its banks; homes were under water and evacuated.",
  ],
  [
    "soccer",
    "Late penalty\n\nThe striker scored the penalty in injury time and the goalkeeper wept at half-time.",
  ],
  [
    "election",
    "Voters go to the polls\n\nTurnout was low, a polling station said; the candidates waited for the ballot.",
  ],
  [
    "election",
    "Lamm is mayor\n\nJo Lamm was elected by 40 votes in the third ward, a narrow majority.",
  ],
  [
    "soccer",
    "Ebner leaves Rovers\n\nThe manager took the club from the Third Division to promotion.",
  ],
  [
    "transport",
    "Bridge shut\n\nPassengers must wait while the bridge is mended; transport links and a tunnel are shut, too.",
  ],
  [
    "local-government-and-authority",
    "Council meets\n\nThe mayor and a councillor told the city council that the borough was poor.",
  ],
  [
    "stocks",
    "Shares fall\n\nInvestors sold bonds and equities on the stock exchange; the share price sank.",
  ],
] as const)
  test(`of the built-in topics, ${id} is found`, () => {
    assert.equal(topicsOf(text)[0]?.id, id);
  });

test("the built-in phrases are not looked for in other languages, an editor's are", () => {
  const text =
    "Es war einmal\n\nEs war ein Ship, und es war ein Ship, und es war die Art der Ferry.";
  const document = { ...documentOf(text), language: "de" };
  const reading = readingIn(document);
  assert.deepEqual(findTopics(reading, { topics: builtInTopics(), people: [] }), []);
  const [match] = findTopics(reading, { topics: [...builtInTopics(), SHIPS], people: [] });
  assert.equal(match?.id, "ships");
});

test("datelines and tables are not read", () => {
  const text = "It rained\n\nFERRY, Ship – It rained.\n\nShip 1 Ferry 2 Ship 3 Ferry 4";
  const whole = documentOf(text);
  const sources = { topics: [SHIPS], people: [] };
  assert.equal(findTopics(readingIn(whole), sources).length, 1);
  const [lede, table] = whole.blocks;
  assert.ok(lede && table);
  const document: NewsDocument = {
    ...whole,
    dateline: { start: lede.start, end: lede.start + "FERRY, Ship –".length, place: "FERRY" },
    blocks: [lede, { ...table, kind: "table" }],
  };
  assert.deepEqual(findTopics(readingIn(document), sources), []);
});

const SEA: TopicDefinition = { id: "sea", label: "sea", root: "1", phrases: ["sailor"] };
const BOATS: TopicDefinition = { ...SHIPS, broader: "sea" };
const NETS: TopicDefinition = {
  id: "nets",
  label: "nets",
  root: "1",
  broader: "sea",
  phrases: ["net", "trawler"],
};

test("a broader topic stands aside for a narrower one, and gathers what is too little for each", () => {
  const all = [SEA, BOATS, NETS];
  assert.deepEqual(idsOf("A sailor\n\nThe sailor, the ship and the ferry.", all), ["ships"]);
  assert.deepEqual(idsOf("A sailor\n\nThe sailor sat there.", all), ["sea"]);
  const gathered = topicsOf("It rained\n\nA sailor, a ship and a trawler.", all);
  assert.deepEqual(
    gathered.map(({ id, because }) => [id, because.length]),
    [["sea", 3]],
  );
});

test("one word is one phrase, however many phrases name it", () => {
  const twice: TopicDefinition = {
    id: "x",
    label: "x",
    phrases: ["harbour", "harbours", "Harbour", "harbor"],
  };
  assert.deepEqual(idsOf("It rained\n\nThe harbours were shut.", [twice]), []);
  assert.deepEqual(idsOf("It rained\n\nThe harbor was shut.", [twice]), []);
});

test("phrases are found as Americans spell them", () => {
  const defence: TopicDefinition = {
    id: "defence",
    label: "defence",
    phrases: ["defence programme", "privatisation"],
  };
  assert.deepEqual(idsOf("It rained\n\nDefense programs need privatization.", [defence]), [
    "defence",
  ]);
});

test("what speaks for a topic is in the text, in its order, and does not overlap", () => {
  const text =
    "Voters go to the polls\n\nThe prime minister’s party lost the general election, the election commission said at the polling station.";
  const [match] = topicsOf(text);
  assert.equal(match?.id, "election");
  for (const [at, { start }] of match.because.entries())
    assert.ok(start >= (match.because[at - 1]?.end ?? 0));
});

test("a text about nothing in particular has no topics", () => {
  assert.deepEqual(
    idsOf("A quiet day\n\nNobody came and nobody went. It was neither warm nor cold."),
    [],
  );
});

test("the built-in topics are whole: codes, roots, parents, and no phrase twice in one", () => {
  const topics = builtInTopics();
  const ids = new Set(topics.map(({ id }) => id));
  const roots = new Set<string>();
  assert.equal(ids.size, topics.length);
  for (const { id, code, root, broader, phrases } of topics) {
    assert.match(code ?? "", /^\d{8}$/, id);
    assert.match(root ?? "", /^\d{2}000000$/, id);
    assert.ok(broader === undefined ? code === root : ids.has(broader), id);
    assert.equal(new Set(phrases).size, phrases.length, id);
    if (phrases.length > 0) roots.add(root ?? "");
  }
  assert.equal(roots.size, 17);
});

test("each span lies in the text, whatever the text is", () => {
  const word = fc.constantFrom(
    "court",
    "Court",
    "PORT",
    "judge",
    "flood",
    "the",
    ".",
    "\n\n",
    "’s",
    "prime",
    "minister",
    "—",
    "1998",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 80 }), (words) => {
      const text = `A headline\n\nx ${words.join(" ")}`;
      for (const { because, score } of topicsOf(text)) {
        assert.ok(score > 0 && because.length > 0 && because.length <= 12);
        for (const { start, end } of because) assert.ok(start < end && end <= text.length);
      }
    }),
    { numRuns: 500, seed: 7 },
  );
});
