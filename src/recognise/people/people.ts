/** Who is in an article, as what, and where? Stage 4, recognise. */
import type { Mention, Person, Role } from "../../model.ts";
import { foldName } from "../../text/fold.ts";
import { isEnglish } from "../names/other-languages.ts";
import type { NameSpan } from "../names/recogniser.ts";
import type { Reading, Word } from "../reading.ts";
import type { PlacedMention } from "./drafts.ts";
import { type Introduced, introducePeople } from "./introductions.ts";
import { counterpartOf, type Office, officeOf } from "./offices.ts";
import { type PlacedRole, rolesAround } from "./roles.ts";
import { type TitleMention, titleMentions } from "./title-mentions.ts";

/** Surer than this no title mention is: it rests on the article being about few people. */
const TITLE_MENTION = 0.8;

/**
 * Returns everybody whom the document introduces, in the order of their first mention by name, each with roles
 * as printed (each title once) and all mentions: full, short, and by title where exactly one person fits.
 * Pronouns are not resolved here. Roles and titles are
 * read in English only.
 */
export function findPeople(reading: Reading, spans: readonly NameSpan[]): readonly Person[] {
  const introduced = introducePeople(reading, spans);
  const english = isEnglish(reading);
  const roles = introduced.map(({ mentions }) =>
    english ? mentions.flatMap((mention) => rolesAround(reading, mention)) : [],
  );
  const offices = officesOf(reading, introduced, roles);
  const titles = english ? titleMentions(reading, offices, takenBy(introduced, roles)) : [];
  return introduced.map((person, index) => {
    const own = titles.filter((title) => title.person === index);
    const byTitle = own.map((title) => titleMention(reading, title));
    return {
      name: person.name,
      confidence: person.confidence,
      roles: printedRoles(reading, [...(roles[index] ?? []), ...own.map(titleRole)]),
      mentions: [...person.mentions.map(plainMention), ...byTitle].sort(
        (a, b) => a.start - b.start,
      ),
    };
  });
}

function wordsIn(reading: Reading, { line, first, last }: PlacedRole): readonly Word[] {
  return reading.lines[line]?.words.slice(first, last) ?? [];
}

/** Everybody's offices; a counterpart has the office of who was named before, in the country given. */
function officesOf(
  reading: Reading,
  people: readonly Introduced[],
  roles: readonly (readonly PlacedRole[])[],
): readonly (readonly Office[])[] {
  const own = roles.map((held) => held.flatMap((role) => officeOf(wordsIn(reading, role)) ?? []));
  return own.map((offices, index) =>
    offices.flatMap((office, at) => {
      const role = roles[index]?.[at];
      if (office.head !== "counterpart" || role === undefined) return [office];
      const other = namedBefore(people, index, role);
      const theirs = other === undefined ? [] : (own[other] ?? []);
      return theirs
        .filter(({ head }) => head !== "counterpart" && !RANKS.has(head))
        .map((each) => counterpartOf(each, office.country));
    }),
  );
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

/** Index of the person named last before a role, other than its holder. */
function namedBefore(
  people: readonly Introduced[],
  holder: number,
  role: PlacedRole,
): number | undefined {
  let best: { readonly index: number; readonly mention: PlacedMention } | undefined;
  for (const [index, { mentions }] of people.entries()) {
    if (index === holder) continue;
    for (const mention of mentions) {
      const before =
        mention.line < role.line || (mention.line === role.line && mention.last <= role.first);
      if (before && (best === undefined || mention.start > best.mention.start))
        best = { index, mention };
    }
  }
  return best?.index;
}

/** Tells whether words are already part of a name or of a role around one. */
function takenBy(
  people: readonly Introduced[],
  roles: readonly (readonly PlacedRole[])[],
): (line: number, first: number, last: number) => boolean {
  const byLine = new Map<number, { readonly first: number; readonly last: number }[]>();
  for (const range of [...people.flatMap(({ mentions }) => mentions), ...roles.flat()]) {
    byLine.set(range.line, [...(byLine.get(range.line) ?? []), range]);
  }
  return (line, first, last) =>
    (byLine.get(line) ?? []).some((range) => range.first < last && first < range.last);
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
    const title = reading.document.text.slice(start, end).replace(/\s+/g, " ");
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
