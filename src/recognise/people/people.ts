/** Who is in an article, as what, and where? Stage 4, recognise. */

import type { Mention, Person, Role } from "../../model.ts";
import { foldName } from "../../text/fold.ts";
import { printedName } from "../../text/invisible.ts";
import { isEnglish } from "../names/languages/languages.ts";
import { lexicon } from "../names/lexicon.ts";
import type { NameSpan } from "../names/recogniser.ts";
import { isTitle } from "../names/titles.ts";
import type { Reading, Word } from "../reading.ts";
import { type PlacedMention, Taken } from "./drafts.ts";
import { type Introduced, introducePeople } from "./introductions.ts";
import { counterpartOf, type Office, officeOf } from "./offices.ts";
import { type PlacedRole, rolesAround } from "./roles.ts";
import { type IsTaken, type TitleMention, titleMentions } from "./title-mentions.ts";

/** Surer than this no title mention is: it rests on the article being about few people. */
const TITLE_MENTION = 0.8;

/**
 * Returns everybody whom the document introduces, in the order of their first mention by name, each with roles
 * as printed (each title once) and all mentions: full, short, and by title where exactly one person fits.
 * Pronouns are not resolved here. Roles and titles are
 * read in English only; of other languages only the office right before a name that a list knows.
 */
export function findPeople(reading: Reading, spans: readonly NameSpan[]): readonly Person[] {
  const introduced = introducePeople(reading, spans);
  const english = isEnglish(reading);
  const full = fullNames(introduced);
  const roles = ownRoles(
    introduced.map(({ mentions }) =>
      mentions.flatMap((mention) => (english ? rolesAround(reading, mention) : titleOf(mention))),
    ),
    (role) => endsInName(reading, role, full),
  );
  const byTitle: TitleMention[][] = introduced.map(() => []);
  if (english) {
    const offices = officesOf(reading, introduced, roles);
    const taken = takenBy(introduced, roles);
    for (const title of titleMentions(reading, offices, taken)) byTitle[title.person]?.push(title);
  }
  return introduced.map(({ name, confidence, mentions }, index) => {
    const own = byTitle[index] ?? [];
    const all = [
      ...mentions.map(plainMention),
      ...own.map((title) => titleMention(reading, title)),
    ];
    return {
      name,
      confidence,
      roles: printedRoles(reading, [...(roles[index] ?? []), ...own.map(titleRole)]),
      mentions: all.sort((a, b) => a.start - b.start),
    };
  });
}

/** The office that a list of another language knows right before the name. */
function titleOf({ line, title }: PlacedMention): readonly PlacedRole[] {
  return title ? [{ ...title, line, rule: "title-before", confidence: 0.85 }] : [];
}

/**
 * In a list of people an office may follow a name and go before the next: `Omar Tell, Minister of Mines John Doe`. It
 * is the next one's, and what reaches over that name is nobody's.
 */
function ownRoles(
  roles: readonly (readonly PlacedRole[])[],
  endsInOther: (role: PlacedRole) => boolean,
): readonly (readonly PlacedRole[])[] {
  const before = new Set(
    roles.flat().flatMap((role) => (role.rule === "title-before" ? placeOf(role) : [])),
  );
  return roles.map((held) =>
    held.filter(
      (role) => role.rule !== "apposition" || !(before.has(placeOf(role)) || endsInOther(role)),
    ),
  );
}

/** Where full names start, by where they end. */
function fullNames(people: readonly Introduced[]): ReadonlyMap<string, number> {
  const mentions = people.flatMap((person) => person.mentions);
  return new Map(
    mentions
      .filter(({ form }) => form === "full")
      .map(({ line, first, last }) => [`${line}:${last}`, first]),
  );
}

/** Deputy Minister for Foreign Affairs John Doe: a name at the end that nothing joins but the row of capitals. */
function endsInName(
  reading: Reading,
  { line, first, last }: PlacedRole,
  full: ReadonlyMap<string, number>,
): boolean {
  const name = full.get(`${line}:${last}`);
  if (name === undefined || name <= first) return false;
  const before = reading.lines[line]?.words[name - 1];
  return before?.capital === true && !isTitle(before.key, lexicon());
}

function placeOf({ line, first }: PlacedRole): string {
  return `${line}:${first}`;
}

function wordsIn(reading: Reading, { line, first, last }: PlacedRole): readonly Word[] {
  return reading.lines[line]?.words.slice(first, last) ?? [];
}

/** Everybody's offices, each once; a counterpart has the office of who was named before, in the country given. */
function officesOf(
  reading: Reading,
  people: readonly Introduced[],
  roles: readonly (readonly PlacedRole[])[],
): readonly (readonly Office[])[] {
  const read = roles.map((held) =>
    held.map((role) => ({ role, office: officeOf(wordsIn(reading, role)) })),
  );
  const own = read.map((held) => distinct(held.flatMap(({ office }) => office ?? [])));
  const mentions = people
    .flatMap((person, index) => person.mentions.map((mention) => ({ index, mention })))
    .sort((a, b) => a.mention.start - b.mention.start);
  return read.map((held, index) => {
    const abroad = held.flatMap(({ office, role }) => {
      if (office?.head !== "counterpart") return [];
      return officesAbroad(own[namedBefore(mentions, index, role) ?? -1] ?? [], office);
    });
    return distinct([
      ...(own[index] ?? []).filter(({ head }) => head !== "counterpart"),
      ...abroad,
    ]);
  });
}

function distinct(offices: readonly Office[]): readonly Office[] {
  return [...new Map(offices.map((office) => [JSON.stringify(office), office])).values()];
}

/** An Iranian counterpart of somebody holds in Iran what that person holds; ranks are everybody's own. */
function officesAbroad(theirs: readonly Office[], counterpart: Office): readonly Office[] {
  return theirs
    .slice(0, MOST_OFFICES)
    .filter(({ head }) => head !== "counterpart" && !RANKS.has(head))
    .map((office) => counterpartOf(office, counterpart.country));
}

const RANKS: ReadonlySet<string> = new Set([
  "general",
  "admiral",
  "colonel",
  "marshal",
  "captain",
  "major",
  "lieutenant",
]);

/** Of the person named before, so many offices are looked at. */
const MOST_OFFICES = 8;
/** So many mentions are passed over in search of somebody else. */
const MENTIONS_BACK = 30;

/** Index of the person named last before a role, other than its holder. `mentions` are in the order of the text. */
function namedBefore(
  mentions: readonly { readonly index: number; readonly mention: PlacedMention }[],
  holder: number,
  role: PlacedRole,
): number | undefined {
  const isBefore = ({ line, last }: PlacedMention): boolean =>
    line < role.line || (line === role.line && last <= role.first);
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const mention = mentions[middle]?.mention;
    if (mention && isBefore(mention)) low = middle + 1;
    else high = middle;
  }
  const near = mentions.slice(Math.max(0, low - MENTIONS_BACK), low);
  return near.findLast(({ index }) => index !== holder)?.index;
}

/** Tells whether words are already part of a name or of a role around one. */
function takenBy(
  people: readonly Introduced[],
  roles: readonly (readonly PlacedRole[])[],
): IsTaken {
  const taken = new Taken();
  for (const { mentions } of people) for (const range of mentions) taken.take(range);
  for (const held of roles) for (const range of held) taken.take(range);
  return (line, first, last) => taken.has({ line, first, last });
}

function titleMention(reading: Reading, { line, first, last }: TitleMention): Mention {
  const words = reading.lines[line]?.words ?? [];
  return {
    start: words[first]?.start ?? 0,
    end: words[last - 1]?.end ?? 0,
    form: "title",
    evidence: { rule: "only-one-fits", confidence: TITLE_MENTION },
  };
}

function titleRole({ line, title, last }: TitleMention): PlacedRole {
  return { line, first: title, last, rule: "title-mention", confidence: TITLE_MENTION };
}

/** Roles in the order of the text, each title once, however often and in whatever case it is printed. */
function printedRoles(reading: Reading, roles: readonly PlacedRole[]): readonly Role[] {
  const printed = roles.map((role): Role => {
    const words = wordsIn(reading, role);
    const start = words[0]?.start ?? 0;
    const end = words.at(-1)?.end ?? start;
    const title = printedName(reading.document.text.slice(start, end));
    return { title, start, end, evidence: { rule: role.rule, confidence: role.confidence } };
  });
  const best = new Map<string, Role>();
  for (const role of printed) {
    const known = best.get(foldName(role.title));
    if (known === undefined || precedes(role, known)) best.set(foldName(role.title), role);
  }
  const kept = [...best].filter(([title, role]) => !isRepeated(title, role, best));
  return kept.map(([, role]) => role).sort((a, b) => a.start - b.start);
}

/** `the mayor`, where `mayor of Carrow` is printed, says nothing more. */
function isRepeated(title: string, role: Role, all: ReadonlyMap<string, Role>): boolean {
  if (role.evidence.rule !== "title-mention") return false;
  return [...all.keys()].some((other) => other !== title && ` ${other} `.includes(` ${title} `));
}

/** Of two roles with the same words, the surer one; then the first. */
function precedes(a: Role, b: Role): boolean {
  const surer = a.evidence.confidence - b.evidence.confidence;
  return surer > 0 || (surer === 0 && a.start < b.start);
}

function plainMention({ start, end, form, evidence }: PlacedMention): Mention {
  return { start, end, form, evidence };
}
