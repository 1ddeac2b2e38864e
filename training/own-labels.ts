/** What does a first model see in texts that nobody has labelled? The second one learns from that, too. For `npm run train`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { namesTogether } from "../src/recognise/names/names.ts";
import type { NameSpan } from "../src/recognise/names/recogniser.ts";
import { namesByRules } from "../src/recognise/names/rules.ts";
import type { Reading } from "../src/recognise/reading.ts";
import type { Model } from "../src/recognise/tagger/model.ts";
import { factsOf } from "../src/recognise/tagger/word-facts.ts";
import { type HashedRow, rowsOf } from "./hashed-rows.ts";
import { hideWords } from "./hiding.ts";
import { type GoldName, readingOfText } from "./labelled-texts.ts";

/** Where the texts stand below the corpus, and what they are. */
export const OWN_SET =
  "tehrantimes: Tehran Times Dataset, CC BY 4.0, labelled by the first model; one text in four";
const FILE = "scraped/tehrantimes.jsonl.gz";
/** One text in so many is taken; with half of them the model learns to see less. */
const EVERY = 4;
/** What is behind so many characters of a text is left out: few texts would outweigh the rest. */
const LONGEST = 4000;
/** Rows with a name that is less sure than this are left out. */
const SURE = 0.9;
/** What such a row counts. */
const WEIGHT = 0.3;

/** Returns the rows of unlabelled news that a model, with the rules, is sure of. Some of what is known of each word is hidden. */
export function ownRows(corpus: string, model: Model, chance: () => number): HashedRow[] {
  const lines = gunzipSync(readFileSync(join(corpus, FILE)))
    .toString("utf8")
    .trimEnd()
    .split("\n");
  return lines
    .filter((_, index) => index % EVERY === 0)
    .flatMap((line) => {
      // the sets' README gives this shape
      const { text } = JSON.parse(line) as { readonly text: string };
      return rowsOfText(text.slice(0, LONGEST), model, chance);
    });
}

function rowsOfText(text: string, model: Model, chance: () => number): HashedRow[] {
  const reading: Reading = readingOfText(text);
  const facts = factsOf(reading, namesByRules(reading).names);
  hideWords(facts, chance);
  const found = namesTogether(reading, model);
  const doubtful = found.filter(({ evidence }) => evidence.confidence < SURE);
  return rowsOf(reading, facts, { names: found.map(labelled), weight: WEIGHT }).filter(
    (row) => !doubtful.some((name) => isIn(name, row)),
  );
}

const LABEL_OF = { person: "PER", organisation: "ORG", place: "LOC" } as const;

function labelled({ start, end, kind }: NameSpan): GoldName {
  return { start, end, label: LABEL_OF[kind] };
}

function isIn(name: NameSpan, row: HashedRow): boolean {
  return name.line === row.line && name.first < row.last && row.first < name.last;
}
