/** Whether a line is a known piece of page furniture, by the word lists (stage 2). */
import { groupBy } from "../text/grouping.ts";
import words from "../words/parse-furniture.json" with { type: "json" };
import { openingAmong } from "./openings.ts";

/** Which list knows a line, and by which words. */
export interface KnownFurniture {
  /** `comment-form`, `share-bar`, `newsletter`, … */
  readonly rule: string;
  readonly words: string;
}

/** Most lines are plain ASCII, and so are asked for fewer phrases. */
const NOT_ASCII = /[^\n -~]/;
const SHORT = 140;
const LONGEST = 900;
const MARK_BEFORE = /[\s"'*•·>»|-]/;
const MARK_BEHIND = /[\s"'*.:;!?…>»|,-]/;
const RUN_OF_DIGITS = /\d+/g;
/** White space that is not one space already. */
const WIDE_SPACE = /\s{2,}|[^\S ]/g;
const HANDLE = /^@\w{2,30}$/;
/** `2 hours ago`, `Last updated an hour ago`, `Monday 5:30PM`: nothing without the day it was printed. */
const AGE =
  /^(?:(?:last )?(?:updated|published|posted) )?(?:(?:an?|\d{1,3}) ?(?:sec|min|h|hour|day|week|month|year|d|w)\p{L}{0,6}\.? ago|vor \d{1,2} \p{L}{3,8}|il y a \d{1,2} \p{L}{3,8}|hace \d{1,2} \p{L}{3,8}|(?:mon|tues|wednes|thurs|fri|satur|sun)day \d{1,2}:\d{2} ?[ap]m)$/u;
/** `$285 at Carrow Outfitters`, `Buy at Carrow Outfitters`, `Check price`. */
const PRICE_AT_SHOP =
  /^(?:now |from |was )?(?:[£$€]\s?\d[\d.,]{0,9}|\d[\d.,]{0,9}\s?(?:€|euro|eur))(?:,? (?:now |was )?[£$€]\s?\d[\d.,]{0,9})? (?:at|from|bei|chez|en|su|bij|hos) [\p{L}\d][^.!?]{1,40}$/u;
const SHOP =
  /^(?:(?:buy|shop|see|view|check(?: the)? price|get it|see price|order) (?:now |it )?(?:at|from|on) [\p{L}\d][^.!?,]{1,30}|(?:check|see|view|compare) (?:the )?(?:latest )?prices?|jetzt bei [\p{L}\d][^.!?,]{1,30} (?:kaufen|ansehen)|voir (?:le prix|l'offre)|ver (?:precio|oferta|en amazon))$/u;
const PLAIN_ENOUGH = 80;
const ENGLISH = /\b(?:the|and|of|that)\b/;
const TO_READER =
  /\b(?:our|your|you|us|we|my|here|now|free|@|account|subscri\p{L}+|newsletter\p{L}*)\b/u;
const NEWSLETTER =
  /newsletter|infolettre|nyhedsbrev|nyhetsbrev|nieuwsbrief|uutiskirje|рассылк|розсилк|bülten/u;
const READER =
  /(?:^|[\s"'(])(?:you|your|sie|ihnen|ihr|du|dich|dein|jetzt|kostenlos|vous|votre|vos|te|tu|gratis|gratuit\p{L}{0,3}|je|jouw|dig|din|deg|sinun|вас|вам|ваш\p{L}{0,2}|size|sizi)(?=[\s.,!?:]|$)/u;
const SPEECH =
  /\b(?:said|says|told|wrote|sagt\p{L}?|schrieb|dijo|disse|detto|déclaré|sa|zei)\b|(?:^|\s)"[^"]{40}/u;
/** `Follow Ana Reis on Twitter`, `Folgen Sie uns @gazette`. */
const FOLLOW = new RegExp(`^(?:${anyOf(words.followWords).source})\\s`, "u");
const ACCOUNT = new RegExp(
  `(?:^|\\s)@\\w{2,30}|(?:^|[\\s(])(?:${anyOf(words.accounts).source})(?![\\p{L}\\d])[\\s.,:!)]{0,3}(?:@\\w{2,30}[\\s.!]{0,3})?$`,
  "u",
);
const RECEIVE = new RegExp(`^(?:${anyOf(words.receiveWords).source})\\s`, "u");
const BY_MAIL = anyOf(words.mailWords);
const LETTERS = /\p{L}+/gu;
const FIRST_LETTERS = /\p{L}+/u;
/** Without spaces; the longest first, so that `linkedin` is not read as `link`. */
const networks = words.networks
  .map((name) => name.match(LETTERS)?.join("") ?? name)
  .sort((a, b) => b.length - a.length);
const networksByLetter = groupBy(networks, (name) => name.charAt(0));

const rules = Object.entries(words.rules);
const wholeLines = new Map(
  rules.flatMap(([rule, lists]) => lists.lines.map((line) => [line, rule] as const)).reverse(),
);
/** Of a phrase in two lists the first rule counts. */
const openings = new Map(
  rules.flatMap(([rule, lists]) => lists.starts.map((phrase) => [phrase, rule] as const)).reverse(),
);
const openingOf = openingAmong(rules.flatMap(([, lists]) => lists.starts));
const inside = new Map(
  rules.flatMap(([rule, lists]) => lists.contains.map((phrase) => [phrase, rule] as const)),
);
const INSIDE = anyOf([...inside.keys()].filter((phrase) => !NOT_ASCII.test(phrase)));
const INSIDE_NOT_ASCII = anyOf([...inside.keys()].filter((phrase) => NOT_ASCII.test(phrase)));

/**
 * Returns the list that knows a line and the words by which it does, or undefined. `plain` is the
 * line's plain text (see `shadowOf`). Whole lines only: a phrase inside a paragraph of prose is not
 * asked for unless the lists hold it under `contains`.
 *
 * Example: `knownFurniture("Share this article")` → `{rule: "share-bar", words: "share this article"}`.
 */
export function knownFurniture(plain: string): KnownFurniture | undefined {
  if (plain.length > LONGEST) return undefined;
  const lower = plain.toLowerCase();
  return (
    (plain.length <= SHORT ? wholeLine(lower) : undefined) ??
    (plain.length <= SHORT * 2 ? opening(lower) : undefined) ??
    within(lower) ??
    (plain.length <= SHORT * 2 ? appeal(lower) : undefined)
  );
}

/** What asks the reader to take the paper's mail or follow its people; a report of what somebody said does not. */
function appeal(lower: string): KnownFurniture | undefined {
  if (lower.length <= SHORT && FOLLOW.test(lower) && ACCOUNT.test(lower) && !SPEECH.test(lower))
    return { rule: "share-bar", words: "to follow on a network" };
  if (lower.length <= SHORT && RECEIVE.test(lower) && BY_MAIL.test(lower) && !SPEECH.test(lower))
    return { rule: "newsletter", words: "news by mail, to the reader" };
  if (NEWSLETTER.test(lower) && READER.test(lower) && !SPEECH.test(lower))
    return { rule: "newsletter", words: "newsletter, to the reader" };
  return undefined;
}

/** Returns whether a line opens as what is offered to readers does: `Get the day's news …`, and reports nobody's words. */
export function opensAsOffer(plain: string): boolean {
  const lower = plain.toLowerCase();
  return RECEIVE.test(lower) && !SPEECH.test(lower);
}

function wholeLine(lower: string): KnownFurniture | undefined {
  const bare = withoutEdges(lower).replace(RUN_OF_DIGITS, "#").replace(WIDE_SPACE, " ");
  const rule = wholeLines.get(bare) ?? patterned(lower.trim());
  return rule === undefined ? undefined : { rule, words: bare };
}

/** From the ends inwards, since a pattern for the end of a line is tried at each of its spaces. */
function withoutEdges(lower: string): string {
  let start = 0;
  let end = lower.length;
  while (start < end && MARK_BEFORE.test(lower.charAt(start))) start += 1;
  while (end > start && MARK_BEHIND.test(lower.charAt(end - 1))) end -= 1;
  return lower.slice(start, end);
}

function patterned(lower: string): string | undefined {
  if (HANDLE.test(lower) || isNetworks(lower)) return "share-bar";
  if (PRICE_AT_SHOP.test(lower) || SHOP.test(lower)) return "shop-link";
  return AGE.test(lower) ? "page-furniture" : undefined;
}

/** Whether nothing but names of networks and words of share bars is on a line, glued or not. */
function isNetworks(lower: string): boolean {
  // few lines open as a network's name does; the letters of the others need not be put together
  const opening = FIRST_LETTERS.exec(lower)?.[0] ?? "";
  const near = networksByLetter.get(opening.charAt(0));
  if (!near?.some((name) => opening.startsWith(name) || name.startsWith(opening))) return false;
  const letters = lower.match(LETTERS)?.join("") ?? "";
  let at = 0;
  let count = 0;
  while (at < letters.length) {
    const name = networks.find((known) => letters.startsWith(known, at));
    if (name === undefined) return false;
    at += name.length;
    count += 1;
  }
  return count >= 2;
}

/** Page furniture speaks to the reader; a longer English sentence that does not is prose. */
function opening(lower: string): KnownFurniture | undefined {
  const phrase = openingOf(lower);
  const rule = phrase === undefined ? undefined : openings.get(phrase);
  if (phrase === undefined || rule === undefined) return undefined;
  const label = phrase.endsWith(":") || lower.length <= PLAIN_ENOUGH;
  if (!label && ENGLISH.test(lower) && !TO_READER.test(lower)) return undefined;
  return { rule, words: phrase };
}

function within(lower: string): KnownFurniture | undefined {
  const accented = NOT_ASCII.test(lower) ? INSIDE_NOT_ASCII.exec(lower)?.[0] : undefined;
  const phrase = accented ?? INSIDE.exec(lower)?.[0] ?? "";
  const rule = inside.get(phrase);
  if (rule === undefined) return undefined;
  // A longer sentence that quotes somebody, or speaks to nobody, only mentions such a thing.
  const own = rule !== "copyright" && lower.length > PLAIN_ENOUGH && ENGLISH.test(lower);
  if (own && (lower.includes('"') || !TO_READER.test(lower))) return undefined;
  return { rule, words: phrase };
}

function anyOf(phrases: readonly string[]): RegExp {
  const escaped = phrases.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  // the flag makes the search slower, and plain ASCII needs none
  return new RegExp(escaped.join("|"), phrases.some((phrase) => NOT_ASCII.test(phrase)) ? "u" : "");
}
