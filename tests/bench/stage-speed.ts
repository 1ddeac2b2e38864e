/**
 * How many articles does a stage take in a second of CPU? `node tests/bench/stage-speed.ts [parse|split|annotate] [FILE...]`
 *
 * `parse` is stage 2; `split` finds the sentences and words of an article that is parsed; `annotate` is all that
 * `backfile annotate` does but reading and writing. Without a name all three are measured. Takes the texts named, or
 * else those of the sample archive, again and again for some seconds after a warm-up, and prints articles and characters
 * for each second of CPU of this process, collection of garbage included.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArticle } from "../../src/parse/parse.ts";
import { decode } from "../../src/read/decode.ts";
import { splitSentences } from "../../src/recognise/sentences.ts";
import { tokenise } from "../../src/recognise/tokens.ts";
import { annotateText } from "../../src/single-text.ts";
import { documentOfSource } from "../../src/text/document.ts";

const SAMPLE = fileURLToPath(new URL("../../content/sources", import.meta.url));
const WARM_UP = 2;
const MEASURED = 5;
/** Asking for the time used costs as much as parsing a brief, so it is asked after so many articles at least. */
const BETWEEN_LOOKS = 100;

/** Each stage as what is done with one text; what goes before it is done once, beforehand. */
const STAGES: Readonly<Record<string, (text: string) => () => void>> = {
  parse: (text) => () => {
    parseArticle(text);
  },
  split: (text) => {
    const document = documentOfSource(text, parseArticle(text), "en");
    return () => {
      for (const sentence of splitSentences(document)) tokenise(text, sentence);
    };
  },
  annotate: (text) => () => {
    annotateText({ id: "text", text });
  },
};

const [first = "", ...rest] = process.argv.slice(2);
const stages = first in STAGES ? [first] : Object.keys(STAGES);
const named = first in STAGES || first === "" ? rest : [first, ...rest];
const texts = (named.length > 0 ? named : sampleTexts()).map(textOf);

for (const stage of stages) {
  const steps = texts.map((text) => ({ text, run: STAGES[stage]?.(text) ?? (() => undefined) }));
  measure(steps, WARM_UP);
  const { articles, characters, seconds } = measure(steps, MEASURED);
  process.stdout.write(
    `${stage}: ${Math.round(articles / seconds)} articles, ${Math.round(characters / seconds / 1000)} thousand characters a second of CPU ` +
      `(${texts.length} texts, ${Math.round(characters / articles)} characters each on average)\n`,
  );
}

/** Takes the texts in turn until so many seconds of CPU are used. */
function measure(
  steps: readonly { readonly text: string; readonly run: () => void }[],
  wanted: number,
): { articles: number; characters: number; seconds: number } {
  const began = process.cpuUsage();
  let articles = 0;
  let characters = 0;
  for (;;) {
    for (let taken = 0; taken < BETWEEN_LOOKS; taken += steps.length) {
      for (const { text, run } of steps) {
        run();
        articles += 1;
        characters += text.length;
      }
    }
    const { user, system } = process.cpuUsage(began);
    const seconds = (user + system) / 1_000_000;
    if (seconds >= wanted) return { articles, characters, seconds };
  }
}

function sampleTexts(): string[] {
  return readdirSync(SAMPLE, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".txt"))
    .sort()
    .map((path) => join(SAMPLE, path));
}

function textOf(path: string): string {
  const decoding = decode(readFileSync(path));
  if ("refused" in decoding) throw new Error(`${path}: ${decoding.refused.message}`);
  return decoding.text;
}
