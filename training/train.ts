/** Trains the name model: `npm run train -- --corpus DIR` writes `src/words/names-model.json`. The same texts give the same bytes. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { namesByRules } from "../src/recognise/names/rules.ts";
import { type ModelFile, openModel } from "../src/recognise/tagger/model.ts";
import { factsOf } from "../src/recognise/tagger/word-facts.ts";
import { chanceFrom } from "./chance.ts";
import { credibleRows } from "./credible-rows.ts";
import { exampleOf, type HashedRow, numberFeatures, rowsOf } from "./hashed-rows.ts";
import { HIDDEN, hideWords } from "./hiding.ts";
import { type LabelledText, readingOfText, readTexts, SETS } from "./labelled-texts.ts";
import { type LearningSettings, learn } from "./learning.ts";
import { OWN_SET, ownRows } from "./own-labels.ts";
import { packModel } from "./packing.ts";

const OUTPUT = fileURLToPath(new URL("../src/words/names-model.json", import.meta.url));
const SETTINGS: LearningSettings = { rounds: 10, rate: 0.03, decay: 0.003, seed: 1 };

const { values: options } = parseArgs({
  options: { corpus: { type: "string" }, output: { type: "string", default: OUTPUT } },
});
if (options.corpus === undefined) throw new Error("name the folder of texts: --corpus DIR");
const { corpus, output } = options;

const chance = chanceFrom(SETTINGS.seed);
say("reading");
const byHand = SETS.flatMap(({ name, heldOut }) =>
  readTexts(corpus, name)
    .filter((_, index) => index % heldOut !== heldOut - 1)
    .flatMap(handRows),
);
say(`${byHand.length} rows of words by hand; which of them are credible?`);
const credible = credibleRows(byHand, SETTINGS);
say(`${credible.length} are; the first model`);
const first = openModel(modelOf(credible));
say("labelling texts with it");
const own = ownRows(corpus, first, chance);
say(`${own.length} rows of its own; the second model`);
const model = modelOf([...credible, ...own]);
writeFileSync(output, `${JSON.stringify(model, null, 1)}\n`);
say(`${model.rows} features, version ${model.version}`);

/** The rows of a text as it stands, and again as if rules and lists knew less of it than they do. */
function handRows({ text, entities }: LabelledText): HashedRow[] {
  const reading = readingOfText(text);
  const spans = namesByRules(reading).names;
  const fewer = spans.filter(() => chance() >= HIDDEN);
  const poorer = factsOf(reading, fewer);
  hideWords(poorer, chance);
  const labels = { names: entities, weight: 1 };
  return [...rowsOf(reading, factsOf(reading, spans), labels), ...rowsOf(reading, poorer, labels)];
}

function modelOf(rows: readonly HashedRow[]): ModelFile {
  const numbers = numberFeatures(rows);
  const examples = rows.map((row) => exampleOf(row, numbers));
  const packed = packModel([...numbers.keys()], learn(examples, numbers.size, SETTINGS));
  return {
    source: "trained by training/train.ts on the texts named under training",
    licence: "CC BY-SA 4.0",
    note: "A conditional random field that tells people, organisations and places. How it is read: src/recognise/tagger/model.ts.",
    version: createHash("sha256").update(JSON.stringify(packed)).digest("hex").slice(0, 8),
    training: [
      ...SETS.map(
        ({ name, licence, heldOut }) => `${name}: ${licence}; one text in ${heldOut} held out`,
      ),
      OWN_SET,
    ],
    ...packed,
  };
}

function say(what: string): void {
  process.stderr.write(`${what}\n`);
}
