/** Whom does an article introduce, and where does it name them again? Stage 4, recognise. */
import { foldName } from "../../text/fold.ts";
import { printedName } from "../../text/invisible.ts";
import { phraseAt } from "../names/chunks.ts";
import { isEnglish } from "../names/languages/languages.ts";
import { lexicon } from "../names/lexicon.ts";
import type { NameSpan } from "../names/recogniser.ts";
import { isTitle } from "../names/titles.ts";
import type { Reading, Word } from "../reading.ts";
import { type Draft, DraftList, type PlacedMention, Taken } from "./drafts.ts";
import { headlineNames } from "./headline-names.ts";
import { hasInitial, opensWithParticles, partsOf, sameName, suffixOf } from "./name-parts.ts";
import { bindShortMentions } from "./short-mentions.ts";

/** Somebody introduced, with the mentions by name. */
export interface Introduced {
  readonly name: string;
  /** Of the fullest form, folded, without suffixes. */
  readonly parts: readonly string[];
  readonly confidence: number;
  readonly mentions: readonly PlacedMention[];
}

/**
 * Returns everybody whom the spans introduce, in the order of the text, with all full and short mentions.
 *
 * A full name introduces; a fuller form of the same name (Sayyid Omar Tell, Omar Tell; J. Doe,
 * John Doe) is the same person. A surname binds to the one person who has it, anywhere in the document, also in a
 * headline in capitals; two of that surname bind none. A surname behind a title that nobody introduces, or one that
 * only a headline names, is a person by that surname, with a confidence below 0.5.
 */
export function introducePeople(
  reading: Reading,
  spans: readonly NameSpan[],
): readonly Introduced[] {
  const drafts = new DraftList();
  const people = spans.filter(({ kind }) => kind === "person");
  const taken = new Taken();
  for (const span of people) {
    const words = wordsOf(reading, span);
    const parts = span.name ? foldName(span.name).split(" ") : partsOf(words);
    if (parts.length > 1 && !opensWithParticles(words))
      addFull(drafts, span, { parts, reading, taken });
  }
  for (const span of people) addPartner(drafts, span, { reading, taken });
  for (const span of people) addTitled(drafts, span, { reading, taken });
  if (isEnglish(reading)) addHeadlineNames(drafts, reading, taken);
  bindShortMentions(reading, drafts.all, taken);
  return drafts.all
    .map((draft) => ({
      ...draft,
      name: inPlainLetters(reading, draft),
      mentions: draft.mentions.sort((a, b) => a.start - b.start),
    }))
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

/** The words of a name, without what is glued to its first or last (`ולדוד`, `Erdoğan’ın`) and is no part of it. */
function wordsOf(reading: Reading, { line, first, last, start, end }: NameSpan): readonly Word[] {
  const words = reading.lines[line]?.words.slice(first, last) ?? [];
  return words.map((word) => {
    if (word.start >= start && word.end <= end) return word;
    const from = Math.max(0, start - word.start);
    const to = Math.min(word.key.length, end - word.start);
    return { ...word, text: word.text.slice(from, to), key: word.key.slice(from, to) };
  });
}

interface Adding {
  readonly reading: Reading;
  readonly taken: Taken;
}

function addFull(
  drafts: DraftList,
  span: NameSpan,
  { parts, reading, taken }: Adding & { readonly parts: readonly string[] },
): void {
  const name = span.name ?? printedName(reading.document.text.slice(span.start, span.end));
  taken.take(span);
  const suffix = suffixOf(wordsOf(reading, span));
  const same = drafts
    .by(parts.at(-1) ?? "")
    .filter((draft) => sameName(draft.parts, parts) && sameSuffix(draft.suffix, suffix));
  const [only] = same;
  const mention = mentionOf(span, only && isSurnameOf(parts, only) ? "short" : "full");
  if (only === undefined || same.length > 1) {
    const { confidence } = span.evidence;
    drafts.add({ name, parts, confidence, mentions: [mention], ...(suffix && { suffix }) });
    return;
  }
  only.mentions.push(mention);
  only.suffix ??= suffix;
  only.confidence = Math.max(only.confidence, span.evidence.confidence);
  if (
    parts.length > only.parts.length ||
    (parts.length === only.parts.length && hasInitial(only.parts) && !hasInitial(parts))
  ) {
    only.name = name;
    only.parts = parts;
  }
}

function mentionOf(span: NameSpan, form: "full" | "short"): PlacedMention {
  const { start, end, evidence, line, first, last, title } = span;
  return { start, end, form, evidence, line, first, last, ...(title && { title }) };
}

/** A son of his father’s name is not his father. */
function sameSuffix(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** Le Drian of Jean-Yves Le Drian, Lin Doe of Aung Tay Lin Doe: a surname of two words, not a given name and a surname. */
function isSurnameOf(parts: readonly string[], draft: Draft): boolean {
  const [first = ""] = parts;
  if (parts.length >= draft.parts.length) return false;
  if (lexicon().particles.has(first)) return true;
  const isEnd = parts.every(
    (part, at) => part === draft.parts[draft.parts.length - parts.length + at],
  );
  return isEnd && !lexicon().firstNames.has(first) && first.length > 2;
}

/** Bill and Hillary Roe: whom a surname further on names too, is less sure than who stands before it. */
const BY_PARTNER = 0.85;

/** The Bill of Bill and Hillary Roe: a given name alone before `and` and a full name. */
function addPartner(drafts: DraftList, span: NameSpan, { reading, taken }: Adding): void {
  const lists = lexicon();
  const words = reading.lines[span.line]?.words ?? [];
  const given = words[span.first - 2];
  const parts = partsOf(wordsOf(reading, span));
  const [surname] = parts.slice(-1);
  if (words[span.first - 1]?.key !== "and" || !given?.capital || parts.length < 2) return;
  if (!lists.firstNames.has(given.key) || lists.doubtful.has(given.key)) return;
  if (phraseAt(words, span.first - 2) !== undefined) return;
  const before = words[span.first - 3];
  if (before?.capital && !isTitle(before.key, lists)) return;
  const place = { line: span.line, first: span.first - 2, last: span.first - 1 };
  if (surname === undefined || taken.has(place) || drafts.by(given.key).length > 0) return;
  taken.take(place);
  const evidence = { rule: "partner", confidence: Math.min(BY_PARTNER, span.evidence.confidence) };
  const mention = {
    start: given.start,
    end: given.end,
    form: "short" as const,
    evidence,
    ...place,
  };
  const own = [foldName(given.key), surname];
  const known = drafts.by(surname).filter((draft) => sameName(draft.parts, own));
  if (known[0] && known.length === 1) known[0].mentions.push(mention);
  else {
    const name = `${given.text} ${words[span.last - 1]?.text ?? ""}`;
    drafts.add({ name, parts: own, confidence: evidence.confidence, mentions: [mention] });
  }
}

/** Whom an article names by a surname only, it does not introduce: a page takes more than that. */
const MOST_BY_SURNAME = 0.49;

/** Those whom one name names in full: Pope Francis. */
const REGNAL: ReadonlySet<string> = new Set(
  "pope king queen prince princess emperor empress sultan emir tsar patriarch".split(" "),
);

function isRegnal(reading: Reading, span: NameSpan): boolean {
  return REGNAL.has(titleOf(reading, span));
}

function titleOf(reading: Reading, { line, first }: NameSpan): string {
  return reading.lines[line]?.words[first - 1]?.key ?? "";
}

/** With these a given name stands alone: Sir Hugh, Sheikh Omar. */
const WITH_GIVEN: ReadonlySet<string> = new Set(
  "sir dame lady don doña prince princess king queen sheikh sheikha emir sister brother father".split(
    " ",
  ),
);

function bearersOf(drafts: DraftList, name: string, title: string): readonly Draft[] {
  const bearers = drafts.by(name);
  if (bearers.length > 0 || !WITH_GIVEN.has(title)) return bearers;
  return drafts.all.filter(({ parts }) => parts.length > 1 && parts[0] === name);
}

/** A surname behind a title whose bearer nobody introduces in full. */
function addTitled(drafts: DraftList, span: NameSpan, { reading, taken }: Adding): void {
  const parts = partsOf(wordsOf(reading, span));
  const [surname] = parts;
  if (surname === undefined || parts.length !== 1 || taken.has(span)) return;
  const bearers = bearersOf(drafts, surname, titleOf(reading, span));
  if (bearers.length > 1) return;
  taken.take(span);
  const [only] = bearers;
  if (only) {
    only.mentions.push(mentionOf(span, "short"));
    only.confidence = Math.max(only.confidence, span.evidence.confidence);
    return;
  }
  const name = printedName(reading.document.text.slice(span.start, span.end));
  const whole = isRegnal(reading, span);
  const confidence = Math.min(span.evidence.confidence, whole ? 1 : MOST_BY_SURNAME);
  drafts.add({ name, parts, confidence, mentions: [mentionOf(span, "short")] });
}

/** DOE of the headline is Doe, where a sentence has it so. */
function inPlainLetters({ document }: Reading, { name, parts, mentions }: Draft): string {
  if (parts.length > 1 || name !== name.toUpperCase()) return name;
  const plain = mentions
    .map(({ start, end }) => printedName(document.text.slice(start, end)))
    .find((printed) => printed !== printed.toUpperCase());
  return plain ?? name;
}

/** A headline is written in haste and out of view of its sentence: less than a title in prose. */
const BY_HEADLINE = 0.4;

/** Surnames of headlines whose bearer the text does not introduce. */
function addHeadlineNames(drafts: DraftList, reading: Reading, taken: Taken): void {
  for (const { line, first, last, rule } of headlineNames(reading)) {
    const words = reading.lines[line]?.words.slice(first, last) ?? [];
    const parts = partsOf(words);
    const surname = parts.at(-1) ?? "";
    if (drafts.by(surname).length > 0 || taken.has({ line, first, last })) continue;
    const start = words[0]?.start ?? 0;
    const end = words.at(-1)?.end ?? start;
    const form = parts.length > 1 ? "full" : "short";
    const evidence = { rule, confidence: BY_HEADLINE };
    const name = printedName(reading.document.text.slice(start, end));
    drafts.add({
      ...{ name, parts, confidence: BY_HEADLINE },
      mentions: [{ start, end, form, evidence, line, first, last }],
    });
    taken.take({ line, first, last });
  }
}
