/** How is it printed what a topic's file would do? */
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { parseArticle } from "../parse/parse.ts";
import { decode } from "../read/decode.ts";
import { readFreePages } from "../read/free-pages.ts";
import { parseTopicFile, readTopicFiles, readTopics } from "../read/topic-files.ts";
import { overlaidTopics } from "../read/topic-overlay.ts";
import { languageOf } from "../recognise/language.ts";
import { builtInTopics } from "../recognise/topics/topics.ts";
import type { ArchiveTopics, TopicFile } from "../settings-model.ts";
import { CliError } from "../text/cli-error.ts";
import { onDisk } from "../text/disk-error.ts";
import { documentOfSource } from "../text/document.ts";
import { byCodeUnits } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { printedName } from "../text/invisible.ts";
import { type Trial, type TriedText, tryTopic } from "../topic-trial.ts";
import { usableArticles, withDocument } from "../usable-articles.ts";
import { readArticles } from "../write/article-folder.ts";
import type { Options } from "./command.ts";
import { terminalProgress } from "./progress.ts";
import { counted, printable } from "./report.ts";
import { readNamed } from "./text-files.ts";
import { definitionOf, topicNamed } from "./topics-named.ts";

/** Articles that are printed of those that a topic just misses. */
const MOST_MISSED = 10;
/** Just missed is what has so much of the score that it needs. */
const JUST_MISSED = 0.5;

/** Prints which articles, or with `--text` which texts, a topic's file would catch, and why, and which it just misses. */
export function tryTopicFile(words: readonly string[], options: Options): void {
  const [typed, ...files] = words;
  if (
    typed === undefined ||
    (!options.text && files.length > 0) ||
    (options.text && files.length === 0)
  ) {
    throw new CliError(
      "`backfile topic try` wants a topic's file: backfile topic try content/topics/harbour-bridge.md, and with --text texts behind it",
    );
  }
  const { id, before, after } = triedTopics(typed, options.content);
  const texts = options.text ? files.map(textOf) : articlesIn(options.content);
  const trials = tryTopic(id, texts, {
    change: { before, after },
    progress: terminalProgress(options.quiet),
  });
  if (options.json) for (const trial of trials) say(JSON.stringify(trial));
  else for (const line of linesOf(id, trials, { before, after, count: texts.length })) say(line);
}

/** The archive's topics without a file and with it; the file may be a draft in any folder. */
function triedTopics(
  typed: string,
  content: string,
): { readonly id: string; readonly before: ArchiveTopics; readonly after: ArchiveTopics } {
  if (!existsSync(typed) || !statSync(typed).isFile()) {
    if (/\.md$/.test(typed)) throw new CliError(`${typed}: no such file; expected a topic's file`);
    const { topics } = readTopics(content, builtInTopics());
    return { id: topicNamed(typed, topics), before: topics, after: topics };
  }
  const draft = parseTopicFile(
    onDisk(typed, () => readFileSync(typed, "utf8")),
    basename(typed).replace(/\.md$/, ""),
  );
  if ("message" in draft) throw new CliError(`${typed}:${draft.line}: ${draft.about}`);
  const others = readTopicFiles(content).files.filter(({ slug }) => slug !== draft.slug);
  const laid = overlaidTopics(builtInTopics(), withDraft(others, draft));
  const fault = laid.diagnostics.find(({ file }) => file === `topics/${draft.slug}.md`);
  if (fault?.severity === "error") throw new CliError(`${typed}:${fault.line}: ${fault.about}`);
  return {
    id: draft.slug,
    before: overlaidTopics(builtInTopics(), others).topics,
    after: laid.topics,
  };
}

/** By slug, as a folder has them. */
function withDraft(others: readonly TopicFile[], draft: TopicFile): readonly TopicFile[] {
  return [...others, draft].sort((a, b) => byCodeUnits(a.slug, b.slug));
}

function articlesIn(content: string): readonly TriedText[] {
  const { published } = usableArticles(readArticles(content), readFreePages(content));
  if (published.length === 0) {
    throw new CliError(`no articles below ${content}/articles; run \`backfile import\` first`);
  }
  return published.map((article) => ({
    name: article.path,
    document: withDocument(article).document,
    front: article.front,
    ...(article.imported !== undefined && { imported: article.imported }),
  }));
}

function textOf(file: string): TriedText {
  const decoding = decode(readNamed(file));
  if ("refused" in decoding) throw new CliError(`${file}: ${decoding.refused.message}`);
  const { text } = decoding;
  return { name: file, document: documentOfSource(text, parseArticle(text, {}), languageOf(text)) };
}

interface Tried {
  readonly before: ArchiveTopics;
  readonly after: ArchiveTopics;
  readonly count: number;
}

function linesOf(
  id: string,
  trials: readonly Trial[],
  { before, after, count }: Tried,
): readonly string[] {
  const caught = trials.filter(({ result }) => result === "caught").sort(byShare);
  const missed = trials
    .filter(
      ({ result, score, threshold }) => result === "missed" && score >= threshold * JUST_MISSED,
    )
    .sort(byShare);
  const label = (definitionOf(id, after) ?? definitionOf(id, before))?.label ?? id;
  const rest = missed.length - MOST_MISSED;
  const isThere = trials.some(({ hadIt }) => hadIt);
  return [
    `${label}: ${caught.length} of ${counted(count, "article")}`,
    `Catches (${caught.length})`,
    ...caught.flatMap((trial) => trialLines(trial, isThere)),
    `Just misses (${missed.length})`,
    ...missed.slice(0, MOST_MISSED).flatMap((trial) => trialLines(trial, isThere)),
    ...(rest > 0 ? [`  … and ${rest} more: --json prints all`] : []),
    ...effectLines(trials),
  ].map(printable);
}

function byShare(a: Trial, b: Trial): number {
  const share = ({ score, threshold }: Trial): number => score / (threshold || 1);
  return share(b) - share(a) || byCodeUnits(a.name, b.name);
}

/** @param isThere Whether any article had the topic before the file, so that one that had it not is worth a word. */
function trialLines(trial: Trial, isThere: boolean): readonly string[] {
  const { name, headline, score, threshold, reason, hadIt, result, sentences } = trial;
  const isNew = isThere && result === "caught" && !hadIt ? ", new" : "";
  const why = reason === undefined ? "" : `, ${reason}`;
  const [first] = sentences;
  return [
    `  ${name}  ${score} of ${threshold}${isNew}${why}  ${printedName(headline)}`,
    ...(first === undefined ? [] : [`      ${printedName(marked(first))}`]),
    ...(sentences.length > 1 ? [`      and: ${wordsOf(sentences.slice(1)).join(", ")}`] : []),
  ];
}

/** The words that speak for it, in brackets. */
function marked({ text, words }: Trial["sentences"][number]): string {
  let out = "";
  let from = 0;
  for (const { start, end } of words) {
    out += `${text.slice(from, start)}[${text.slice(start, end)}]`;
    from = end;
  }
  return out + text.slice(from);
}

function wordsOf(sentences: Trial["sentences"]): readonly string[] {
  const words = sentences.flatMap(({ text, words: spans }) =>
    spans.map(({ start, end }) => printedName(text.slice(start, end))),
  );
  return [...new Set(words)];
}

/** What the file does to the topics that are there. */
function effectLines(trials: readonly Trial[]): readonly string[] {
  const lost = trials.filter(({ hadIt, result }) => hadIt && result === "missed");
  const gains = countedLabels(trials.flatMap((one) => one.gains));
  const loses = countedLabels(trials.flatMap((one) => one.loses));
  const lines = [
    ...(lost.length === 0
      ? []
      : [
          `  ${counted(lost.length, "article")} no longer: ${lost.map(({ name }) => name).join(", ")}`,
        ]),
    ...(loses.length === 0 ? [] : [`  other topics that give way: ${loses.join(", ")}`]),
    ...(gains.length === 0 ? [] : [`  other topics that come in: ${gains.join(", ")}`]),
  ];
  return ["Changes", ...(lines.length === 0 ? ["  nothing about other topics"] : lines)];
}

function countedLabels(labels: readonly string[]): readonly string[] {
  return [...groupBy(labels, (label) => label)]
    .sort(([a, those], [b, others]) => others.length - those.length || byCodeUnits(a, b))
    .map(([label, those]) => `${label} in ${counted(those.length, "article")}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
