/** Does the name model's arithmetic hold, is a wrong model refused, does training repeat itself, do rules and model agree? */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { nameRecogniser } from "../src/recognise/names/names.ts";
import { namesByRules } from "../src/recognise/names/rules.ts";
import { readingOf } from "../src/recognise/reading.ts";
import { splitSentences } from "../src/recognise/sentences.ts";
import { bestLabels, chanceOf, stepsOf, sumChain } from "../src/recognise/tagger/chain.ts";
import { BEFORE, kindOf, LABELS, labelsOfName, OUTSIDE } from "../src/recognise/tagger/labels.ts";
import { MODEL_VERSION, type ModelFile, openModel } from "../src/recognise/tagger/model.ts";
import { tagNames } from "../src/recognise/tagger/tagger.ts";
import file from "../src/words/names-model.json" with { type: "json" };
import { freshFolder } from "./support/fresh-folder.ts";
import { documentOf } from "./support/news-document.ts";

// ------------------------------------------------------------------ the chain against counting everything

/** Every labelling that the labels allow. */
function labellings(length: number): number[][] {
  let all: number[][] = [[]];
  for (let at = 0; at < length; at += 1)
    all = all.flatMap((before) =>
      Array.from({ length: LABELS }, (_, label) => label)
        .filter((label) => BEFORE[label]?.includes(before.at(-1) ?? OUTSIDE))
        .map((label) => [...before, label]),
    );
  return all.filter((labels) => BEFORE[OUTSIDE]?.includes(labels.at(-1) ?? OUTSIDE));
}

function weightOf(
  labels: readonly number[],
  scores: Float64Array,
  transitions: Float64Array,
): number {
  let weight = 0;
  for (let at = 0; at <= labels.length; at += 1) {
    const label = labels[at] ?? OUTSIDE;
    weight += transitions[(labels[at - 1] ?? OUTSIDE) * LABELS + label] ?? 0;
    if (at < labels.length) weight += scores[at * LABELS + label] ?? 0;
  }
  return weight;
}

const number = fc.double({ min: -30, max: 30, noNaN: true });
const row = fc.integer({ min: 1, max: 3 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    scores: fc.array(number, { minLength: length * LABELS, maxLength: length * LABELS }),
    transitions: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
      minLength: LABELS * LABELS,
      maxLength: LABELS * LABELS,
    }),
  }),
);

test("sums, likeliest labels and chances are those of all labellings counted one by one", () => {
  fc.assert(
    fc.property(row, ({ length, ...numbers }) => {
      const scores = Float64Array.from(numbers.scores);
      const transitions = Float64Array.from(numbers.transitions);
      const chain = sumChain(scores, length, stepsOf(transitions));
      const weighed = labellings(length).map((labels) => ({
        labels,
        weight: weightOf(labels, scores, transitions),
      }));
      const most = Math.max(...weighed.map(({ weight }) => weight));
      const total =
        most + Math.log(weighed.reduce((sum, { weight }) => sum + Math.exp(weight - most), 0));
      assert.ok(Math.abs(chain.total - total) < 1e-6);
      const best = bestLabels(scores, length, transitions);
      assert.ok(Math.abs(weightOf(best, scores, transitions) - most) < 1e-9);
      const name = labelsOfName("person", length);
      const chance = Math.exp(weightOf(name, scores, transitions) - total);
      assert.ok(Math.abs(chanceOf(chain, 0, name) - chance) < 1e-6);
    }),
    { numRuns: 60, seed: 1 },
  );
});

test("a name's labels are of its kind and may follow one another", () => {
  for (const kind of ["person", "organisation", "place"] as const) {
    for (const words of [1, 2, 3, 5]) {
      const labels = labelsOfName(kind, words);
      assert.equal(labels.length, words);
      labels.forEach((label, at) => {
        assert.equal(kindOf(label), kind);
        assert.ok(BEFORE[label]?.includes(labels[at - 1] ?? OUTSIDE));
      });
    }
  }
});

// ------------------------------------------------------------------ the model's file

test("a model for other features, other labels or with bytes missing is refused", () => {
  const wrong: readonly (readonly [Partial<ModelFile>, RegExp])[] = [
    [{ schema: "00000000" }, /expected a model for the features [0-9a-f]{8}.*found 00000000/],
    [{ labels: 7 }, /13 labels, found .* and 7; train it anew/],
    [{ rows: file.rows + 1 }, /expected \d+ rows of weights/],
  ];
  for (const [change, message] of wrong)
    assert.throws(() => openModel({ ...file, ...change }), message);
});

test("the model says what it was trained on, and is small", () => {
  assert.ok(file.training.length > 0);
  assert.ok(JSON.stringify(file).length <= 1_000_000);
  assert.match(file.version, /^[0-9a-f]{8}$/);
});

const TRAINER = fileURLToPath(new URL("../training/train.ts", import.meta.url));

test("training twice on the same texts gives the same bytes", async (context) => {
  const folder = freshFolder(context);
  const texts = Array.from({ length: 400 }, (_, index) => textOfHarbour(index));
  for (const name of ["gmb", "ewt", "wikigold"])
    folder.write(`entities/${name}.jsonl.gz`, packed(texts));
  folder.write("scraped/tehrantimes.jsonl.gz", packed(texts));
  const train = (output: string) =>
    promisify(execFile)(process.execPath, [
      TRAINER,
      ...["--corpus", folder.path, "--output", folder.at(output)],
    ]);
  await Promise.all([train("one.json"), train("two.json")]);
  assert.equal(folder.read("one.json"), folder.read("two.json"));
  // it has learnt something, and its file can be read
  const model = openModel(JSON.parse(folder.read("one.json")) as ModelFile);
  const reading = readingOfText("A pilot saw Zorvan Quell near the mole.");
  const [name] = tagNames(reading, [], model).names;
  assert.equal(name?.kind, "person");
});

function packed(rows: readonly object[]): Uint8Array {
  return gzipSync(rows.map((each) => JSON.stringify(each)).join("\n"));
}

/** A text with a person in it whom no list knows, as a labelled set has it. */
function textOfHarbour(index: number): object {
  const name = `${["Zorvan", "Ilmek", "Brask", "Tolvi"][index % 4]} ${["Quell", "Ostrun", "Mevik"][index % 3]}`;
  const text = `A pilot saw ${name} near the mole.\nThe lamp was lit at six.`;
  const start = text.indexOf(name);
  return {
    id: `harbour-${index}`,
    text,
    entities: [{ start, end: start + name.length, label: "PER", text: name }],
  };
}

// ------------------------------------------------------------------ rules and model together

function readingOfText(text: string) {
  const document = documentOf(`The day in Port Ellis\n\n${text}`);
  return readingOf(document, splitSentences(document));
}

function peopleIn(text: string): readonly string[] {
  const reading = readingOfText(text);
  return nameRecogniser
    .recognise(reading)
    .filter(({ kind }) => kind === "person")
    .map(({ start, end }) => reading.document.text.slice(start, end));
}

test("somebody whom no list knows is found by how the text speaks of him", () => {
  const text = "The race was won by Zorvan Quellen of Norway, with Ilmek Ostrun second.";
  const reading = readingOfText(text);
  const byRules = namesByRules(reading).names.filter(({ kind }) => kind === "person");
  assert.deepEqual(byRules, []);
  assert.ok(peopleIn(text).includes("Zorvan Quellen"));
});

test("what the rules know to be a ship or an airport stays one, whatever the model says", () => {
  assert.deepEqual(peopleIn("The freighter Hanna Varga left for the Anton Marsh airport."), []);
});

test("a title before and letters behind a name are no part of it", () => {
  const found = peopleIn("Judge Zorvan Quellen QC heard Mr Ilmek Ostrun MP on Monday.");
  for (const name of found) assert.doesNotMatch(name, /\b(?:Judge|Mr|QC|MP)\b/);
  assert.ok(found.includes("Zorvan Quellen"));
});

test("names never overlap and slice to their words", () => {
  const text =
    "Tomas Varga met Ilse Okafor of the Harbour Board in Port Ellis. Varga and Okafor spoke for an hour, said the Board’s clerk, Wim van der Laak.";
  const reading = readingOfText(text);
  let end = 0;
  for (const span of nameRecogniser.recognise(reading)) {
    const words = reading.lines[span.line]?.words.slice(span.first, span.last) ?? [];
    assert.equal(span.start, words[0]?.start);
    assert.equal(span.end, words.at(-1)?.end);
    assert.ok(span.start >= end);
    end = span.end;
  }
});

test("the model in the program is that of the file", () => {
  assert.equal(MODEL_VERSION, file.version);
  assert.ok(nameRecogniser.version.endsWith(file.version));
});
