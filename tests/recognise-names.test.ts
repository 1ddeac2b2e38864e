/** Who is named, as what, and who is nobody? The cases in tests/cases/people, and what must hold of any text. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Annotations, NamedThing, NewsDocument, Person, Span } from "../src/model.ts";
import { parseArticle } from "../src/parse/parse.ts";
import { languageOf } from "../src/recognise/language.ts";
import { recognise } from "../src/recognise/recognise.ts";
import { documentOfSource } from "../src/text/document.ts";
import { testCases } from "./support/golden.ts";

function documentOf(text: string): NewsDocument {
  return documentOfSource(text, parseArticle(text), languageOf(text));
}

/** A body of paragraphs parted by empty lines, without any head. */
function bodyOf(text: string): NewsDocument {
  let start = 0;
  const blocks = text.split("\n\n").map((words) => {
    const block = { kind: "paragraph" as const, start, end: start + words.length };
    start = block.end + 2;
    return block;
  });
  return { text, language: "en", blocks };
}

function read(text: string): Annotations {
  return recognise(bodyOf(text), []);
}

/** Names as a golden file shows them: words instead of offsets, surely or not. */
function shown(text: string, { people, organisations, places }: Annotations): string {
  const words = ({ start, end }: Span): string => text.slice(start, end).replace(/\s+/g, " ");
  const person = ({ name, confidence, roles, mentions }: Person): unknown => ({
    name,
    sure: confidence >= 0.9,
    roles: roles.map(({ title, evidence }) => `${evidence.rule}: ${title}`),
    mentions: mentions.map((mention) => `${mention.form}: ${words(mention)}`),
  });
  const thing = ({ name, country, mentions }: NamedThing): string =>
    `${name}${country === undefined ? "" : ` (${country})`} × ${mentions.length}`;
  const all = {
    people: people.map(person),
    organisations: organisations.map(thing),
    places: places.map(thing),
  };
  return `${JSON.stringify(all, undefined, 2)}\n`;
}

testCases("people", "names.json", ({ read: file }) => {
  const text = file("source.txt");
  return shown(text, recognise(documentOf(text), []));
});

test("a surname binds to the one who has it, and to nobody where two have it", () => {
  const one = read("Anton Marsh, 61, smiled.\n\nMarsh said no.").people;
  assert.deepEqual(
    one.map(({ name, mentions }) => [name, mentions.length]),
    [["Anton Marsh", 2]],
  );
  const two = read("Anton Marsh, 61, met Caspar Marsh, 58.\n\nMarsh said no.").people;
  assert.deepEqual(
    two.map(({ mentions }) => mentions.length),
    [1, 1],
  );
});

test("a title means the one person it fits, and nobody where none or two fit", () => {
  const titled = (text: string): string[] =>
    read(text).people.flatMap(({ name, mentions }) =>
      mentions.filter(({ form }) => form === "title").map(() => name),
    );
  const introduced = "Iranian Foreign Minister Kaveh Daryabi met Iraqi President Salma Zangi.";
  assert.deepEqual(titled(`${introduced} The foreign minister smiled.`), ["Kaveh Daryabi"]);
  assert.deepEqual(titled(`${introduced} The Iraqi president smiled.`), ["Salma Zangi"]);
  assert.deepEqual(titled(`${introduced} The Iranian president smiled.`), []);
  assert.deepEqual(titled(`${introduced} A president smiled. The presidents waved.`), []);
  assert.deepEqual(titled(`${introduced} The defence minister smiled.`), []);
  assert.deepEqual(titled(`${introduced} The next president smiled.`), []);
  assert.deepEqual(titled(`${introduced} The president of Turkey smiled.`), []);
  assert.deepEqual(titled(`${introduced} The president of the Harbour Board smiled.`), []);
  const two = `${introduced} Iraqi Foreign Minister Omar Tell sat.`;
  assert.deepEqual(titled(`${two} The foreign minister smiled.`), []);
  assert.deepEqual(titled(`${two} The Iraqi foreign minister smiled.`), ["Omar Tell"]);
});

test("a former office is not the office", () => {
  const { people } = read("Former President Leo Castellane sat. The president stood.");
  assert.deepEqual(
    people.map(({ mentions }) => mentions.length),
    [1],
  );
});

test("a mention is the name alone: no title, no honorific, no possessive", () => {
  const text = "Brigadier General Dr Solveig Tveit’s boat and Sir Hugh Finch's dog met Mr Tveit’s.";
  const { people } = read(text);
  const mentions = people.flatMap((person) => person.mentions);
  assert.deepEqual(
    mentions.map(({ start, end }) => text.slice(start, end)),
    ["Solveig Tveit", "Tveit", "Hugh Finch"],
  );
});

test("only what an editor would sign is as sure as 0.9", () => {
  const confidence = (text: string): number => read(text).people[0]?.confidence ?? 0;
  assert.ok(confidence("The mayor, Tomas Varga, said so.") >= 0.9);
  assert.ok(confidence("Inspector Oskar Dunne came.") >= 0.9);
  assert.ok(confidence("It was seen near Tomas Varga.") < 0.9);
  assert.ok(confidence("They like Paris Vale.") < 0.9);
  assert.ok(confidence("Councillor Ackroyd came.") < 0.5);
  assert.ok(confidence("Councillor Bette Ackroyd came. Mr Ackroyd sat.") >= 0.9);
});

test("a document's people do not depend on the document before", () => {
  const text = "Inspector Oskar Dunne came. Dunne left.";
  const first = read(text);
  read("Captain Rosa Dunne sailed. Dunne sank.");
  assert.deepEqual(read(text), first);
});

/** Words that rules look for, in every order. */
const PIECES = [
  "General",
  "Minister",
  "the",
  "The",
  "president",
  "of",
  "Iran",
  "Iran’s",
  "Iranian",
  "Azeri",
  "Mr",
  "Tomas",
  "Varga",
  "van der",
  "Laak",
  "J.",
  "Jr.",
  ",",
  ".",
  "said",
  "“Yes”",
  "in",
  "Port",
  "Ltd",
  "Ministry",
  "'s",
  "’",
  "-",
  "&",
  "chief",
  "counterpart",
  "his",
  "and",
  "61",
  "(",
  ")",
  "MARCH",
  "called",
  "both",
  "town",
  "St",
  "QC",
  "\n\n",
] as const;

test("in any order of words every span lies in a block, in order, and mentions do not overlap", () => {
  const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 });
  fc.assert(
    fc.property(texts, (pieces) => {
      const document = bodyOf(pieces.join(" "));
      const { people, organisations, places, sentences } = recognise(document, []);
      for (const { name, mentions, confidence } of [...people, ...organisations, ...places]) {
        assert.ok(name.trim() !== "" && confidence > 0 && confidence <= 1);
        assert.ok(mentions.length > 0);
        let at = -1;
        for (const { start, end } of mentions) {
          assert.ok(start >= at && end > start, `${start}–${end} behind ${at}`);
          assert.ok(document.blocks.some((block) => block.start <= start && end <= block.end));
          at = end;
        }
      }
      assert.ok(
        sentences.every(
          ({ start, end }) => document.text.slice(start, end).trim().length === end - start,
        ),
      );
    }),
    { numRuns: 3000, seed: 7 },
  );
});

test("names and titles by the ten thousand are told apart", () => {
  const name = (index: number): string =>
    index.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "");
  const text = Array.from(
    { length: 10_000 },
    (_, index) => `President Tomas Q${name(index)} met his counterpart and the president, `,
  ).join("");
  assert.equal(read(text).people.length, 10_000);
});

test("a line of a hundred thousand characters is read in one go", () => {
  for (const piece of [
    "General ",
    "Varga, ",
    "the president of ",
    "J. ",
    "van der ",
    "Iran’s ",
    "Aa ",
    "a boat called Aa ",
    "the town of ",
    "St Mark’s-",
    "AAA (",
  ]) {
    const { sentences } = read(piece.repeat(Math.ceil(1e5 / piece.length)));
    assert.ok(sentences.length > 0);
  }
});

test("names of other languages slice to their words, without what is glued to them", () => {
  const cases = [
    ["he", "השר אמר שלום לדניאל כהן, ולדניאל לוי.", ["דניאל כהן", "דניאל לוי"]],
    ["ar", "قال محمد الزعتري، ومحمود القرني، إن الجسر مغلق.", ["محمد الزعتري", "محمود القرني"]],
    ["tr", "Aylin Kumruoğlu'nun raporu okundu.", ["Aylin Kumruoğlu"]],
  ] as const;
  for (const [language, text, names] of cases) {
    const { people } = recognise({ ...bodyOf(text), language }, []);
    assert.deepEqual(
      people.map(({ name }) => name),
      names,
    );
    for (const { name, mentions } of people)
      for (const { start, end } of mentions) assert.equal(text.slice(start, end), name);
  }
});

test("a long line of nothing but titles or given names is read through in every script", () => {
  const rows = [
    ["he", "בן "],
    ["ar", "وزير "],
    ["fa", "علی "],
    ["de", "Anna von "],
    ["ru", "Анна "],
  ] as const;
  for (const [language, row] of rows) {
    const text = row.repeat(Math.ceil(100_000 / row.length));
    const before = process.cpuUsage().user;
    recognise({ ...bodyOf(text), language }, []);
    assert.ok(process.cpuUsage().user - before < 5_000_000, language);
  }
});
