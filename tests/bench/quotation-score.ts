/**
 * How well are quotations found and given to those who spoke? `node tests/bench/quotation-score.ts --corpus DIR [--misses N] [--half odd|even]`
 *
 * `DIR/quotes/polnear.jsonl.gz` (PolNeAR 1.0.0) is the set: rows of `{id, text, quotes}`, a quote with lists of spans for `source` and
 * `content`. A quotation found matches a labelled one where they share half of the shorter; its speaker is right where its source words overlap
 * the labelled ones, or the surname is among them. Those are sure whose confidence is 0.9 or more. Prints, over all,
 * by the rule of the evidence, and, with `--misses`, up to so many faults of each kind.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import type { Quotation, Span } from "../../src/model.ts";
import { parseArticle } from "../../src/parse/parse.ts";
import { languageOf } from "../../src/recognise/language.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { isSure } from "../../src/text/certainty.ts";
import { documentOfSource } from "../../src/text/document.ts";

/** A labelled quotation, as the corpus has it. */
interface Labelled {
  readonly source?: readonly Span[];
  readonly content?: readonly Span[];
  readonly direct: boolean;
}

interface Row {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly Labelled[];
}

/** Counts of claims and of those that hold; for recall of labels and of those found. */
class Tally {
  claims = 0;
  right = 0;
  labels = 0;
  reached = 0;

  toString(): string {
    const share = (part: number, whole: number): string =>
      whole === 0 ? "–" : (part / whole).toFixed(4);
    const recall =
      this.labels > 0 ? `  recall ${share(this.reached, this.labels)} of ${this.labels}` : "";
    return `precision ${share(this.right, this.claims)} of ${this.claims}${recall}`;
  }
}

const {
  corpus = "",
  misses = "0",
  half,
} = parseArgs({
  options: { corpus: { type: "string" }, misses: { type: "string" }, half: { type: "string" } },
}).values;
const tallies = {
  found: new Tally(),
  speaker: new Tally(),
  sure: new Tally(),
  sureNamed: new Tally(),
};
const byRule = new Map<string, Tally>();
const faults = new Map<string, string[]>();

const lines = gunzipSync(readFileSync(join(corpus, "quotes", "polnear.jsonl.gz")))
  .toString("utf8")
  .trim()
  .split("\n")
  .filter((_, index) => half === undefined || (index % 2 === 1) === (half === "odd"));
// the shape is the corpus's own
for (const line of lines) score(JSON.parse(line) as Row);
for (const [name, tally] of Object.entries(tallies)) process.stdout.write(`${name}: ${tally}\n`);
const rules = [...byRule].toSorted((a, b) => b[1].claims - a[1].claims);
for (const [rule, tally] of rules) process.stdout.write(`  ${rule}: ${tally}\n`);
for (const [kind, list] of faults)
  process.stdout.write(`\n${kind}: ${list.length}\n${list.slice(0, Number(misses)).join("\n")}\n`);

function score({ id, text, quotes }: Row): void {
  const document = documentOfSource(text, parseArticle(text, {}), languageOf(text));
  const found = recognise(document, []).quotations.filter(({ kind }) => kind !== "scare");
  const labelled = quotes.filter(({ content }) => (content ?? []).length > 0);
  const direct = labelled.filter(({ direct, source }) => direct && (source ?? []).length > 0);
  const fault = (kind: string, quotation: Span, more: string): void => {
    const around = `${text.slice(Math.max(0, quotation.start - 120), quotation.start)}[[${text.slice(quotation.start, quotation.end)}]]${text.slice(quotation.end, quotation.end + 90)}`;
    faults.set(kind, [
      ...(faults.get(kind) ?? []),
      `${id} ${more}: ${around}`.replaceAll(/\s+/g, " "),
    ]);
  };
  const isFound = (label: Labelled): boolean =>
    found.some((quotation) => matches(quotation, label));
  tallies.found.labels += direct.length;
  tallies.found.reached += direct.filter(isFound).length;
  for (const label of direct)
    if (!isFound(label)) fault("missed", label.content?.[0] ?? { start: 0, end: 0 }, "");
  for (const quotation of found) {
    const matching = labelled.filter((label) => matches(quotation, label));
    tallies.found.claims += 1;
    const { rule, confidence } = quotation.evidence;
    if (matching.length > 0) tallies.found.right += 1;
    else fault("invented", quotation, `${quotation.kind} ${rule} ${confidence}`);
    if (matching.length === 0 || !quotation.source) continue;
    const isRight = matching.some((label) => speaks(text, quotation, label));
    for (const tally of talliesOf(quotation)) {
      tally.claims += 1;
      if (isRight) tally.right += 1;
    }
    if (!isRight)
      fault(
        isSure(confidence) ? "wrong though sure" : "wrong",
        quotation,
        `${rule} ${confidence} «${text.slice(quotation.source.start, quotation.source.end)}»`,
      );
  }
  for (const tally of [tallies.speaker, tallies.sure, tallies.sureNamed])
    tally.labels += direct.length;
  for (const label of direct) {
    const right = found.filter(
      (quotation) => matches(quotation, label) && speaks(text, quotation, label),
    );
    if (right.length > 0) tallies.speaker.reached += 1;
    const sure = right.filter(({ evidence }) => isSure(evidence.confidence));
    if (sure.length > 0) tallies.sure.reached += 1;
    if (sure.some(({ speaker }) => speaker !== undefined)) tallies.sureNamed.reached += 1;
  }
}

function talliesOf({ speaker, evidence }: Quotation): readonly Tally[] {
  const rule = `${evidence.rule} ${isSure(evidence.confidence) ? "sure" : "-"}`;
  const tally = byRule.get(rule) ?? new Tally();
  byRule.set(rule, tally);
  const sure = isSure(evidence.confidence);
  return [
    tally,
    tallies.speaker,
    ...(sure ? [tallies.sure] : []),
    ...(sure && speaker !== undefined ? [tallies.sureNamed] : []),
  ];
}

function matches(quotation: Span, { content = [] }: Labelled): boolean {
  return content.some(
    (span) =>
      overlap(span, quotation) >=
      0.5 * Math.min(span.end - span.start, quotation.end - quotation.start),
  );
}

function speaks(text: string, { source, speaker = "" }: Quotation, label: Labelled): boolean {
  const spans = label.source ?? [];
  if (source && spans.some((span) => overlap(span, source) > 0)) return true;
  const surname = wordsOf(speaker).at(-1);
  return (
    surname !== undefined &&
    spans.some(({ start, end }) => wordsOf(text.slice(start, end)).includes(surname))
  );
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize("NFKC")
      .replaceAll(/[‘’`´]/g, "'")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
