/**
 * How many articles does the parser read in a second of CPU? `node tests/bench/parse-speed.ts [FILE...]`
 *
 * Parses the texts named, or else those of the sample archive, again and again for some seconds after a
 * warm-up, and prints articles and characters for each second of CPU of this process, collection of
 * garbage included.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArticle } from "../../src/parse/parse.ts";
import { decode } from "../../src/read/decode.ts";

const SAMPLE = fileURLToPath(new URL("../../content/sources", import.meta.url));
const WARM_UP = 2;
const MEASURED = 5;
/** Asking for the time used costs as much as parsing a brief, so it is asked after so many articles at least. */
const BETWEEN_LOOKS = 100;

const named = process.argv.slice(2);
const texts = (named.length > 0 ? named : sampleTexts()).map(textOf);

run(WARM_UP);
const { articles, characters, seconds } = run(MEASURED);
process.stdout.write(
  `${Math.round(articles / seconds)} articles, ${Math.round(characters / seconds / 1000)} thousand characters a second of CPU ` +
    `(${texts.length} texts, ${Math.round(characters / articles)} characters each on average)\n`,
);

/** Parses the texts in turn until so many seconds of CPU are used. */
function run(wanted: number): { articles: number; characters: number; seconds: number } {
  const began = process.cpuUsage();
  let articles = 0;
  let characters = 0;
  for (;;) {
    for (let parsed = 0; parsed < BETWEEN_LOOKS; parsed += texts.length) {
      for (const text of texts) {
        parseArticle(text);
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
