/** Do two printed titles mean the same office? `defense chief` and `Defense Minister`. Stage 4, recognise. */
import { phraseAt } from "../names/chunks.ts";
import { lexicon } from "../names/lexicon.ts";
import type { Word } from "../reading.ts";

/** A title taken to pieces. */
export interface Office {
  /** The noun: `minister`, `president`, `general`. */
  readonly head: string;
  /** What makes another office of it: `prime`, `deputy`, `former`. */
  readonly grade: readonly string[];
  /** Fields by their first name: `defence`, `military`. */
  readonly domains: readonly string[];
  /** ISO 3166 alpha-2. */
  readonly country?: string;
  /** Whether it is said to be the highest: `the top general`. */
  readonly top: boolean;
  /** Further capitalised words: of a body or a place. */
  readonly names: readonly string[];
}

const GRADES: ReadonlySet<string> = new Set(
  "prime vice deputy assistant associate under former ex late acting interim elect designate joint outgoing chief-of".split(
    " ",
  ),
);
const TOP: ReadonlySet<string> = new Set(["top", "supreme", "highest"]);

const SAME_HEADS: ReadonlyMap<string, string> = new Map([
  ["premier", "minister"],
  ["chairwoman", "chairman"],
  ["chairperson", "chairman"],
  ["chair", "chairman"],
  ["spokeswoman", "spokesman"],
  ["spokesperson", "spokesman"],
  ["sen", "senator"],
  ["rep", "representative"],
  ["gov", "governor"],
  ["gen", "general"],
  ["adm", "admiral"],
  ["col", "colonel"],
]);

/** Offices that the newspapers call `chief` for short, where the field is the same. */
const CHIEFS: ReadonlySet<string> = new Set([
  "minister",
  "secretary",
  "commander",
  "chief",
  "director",
  "head",
  "commissioner",
  "chairman",
  "leader",
]);
const CALLED_CHIEF: ReadonlySet<string> = new Set(["chief", "boss", "head"]);
const ENDS_HEAD: ReadonlySet<string> = new Set(["of", "for", "at", "in", "to"]);

/** Returns a printed title taken to pieces; without `head` as far as any list knows, `undefined`. */
export function officeOf(words: readonly Word[]): Office | undefined {
  const lists = lexicon();
  const behind = words.findIndex(({ key }) => ENDS_HEAD.has(key));
  const core = behind < 0 ? words : words.slice(0, behind);
  const head = core.findLast(({ key }) => lists.heads.has(key) || lists.ranks.has(key));
  if (head === undefined) return undefined;
  const country = countryIn(words);
  const premier = head.key === "premier";
  return {
    head: SAME_HEADS.get(head.key) ?? head.key,
    grade: [
      ...core.filter(({ key }) => GRADES.has(key)).map(({ key }) => key),
      ...(premier ? ["prime"] : []),
    ],
    domains: [...new Set(words.flatMap(({ key }) => lists.domains.get(key) ?? []))].filter(
      (field) => field !== "prime",
    ),
    top: core.some(({ key }) => TOP.has(key)),
    names: words.filter((word) => isOtherName(word)).map(({ key }) => key),
    ...(country && { country }),
  };
}

function countryIn(words: readonly Word[]): string | undefined {
  const { demonyms } = lexicon();
  for (const [at, word] of words.entries()) {
    if (!word.capital) continue;
    const pair = `${word.key} ${words[at + 1]?.key ?? ""}`;
    const code =
      demonyms.get(pair) ?? demonyms.get(word.key) ?? phraseAt(words, at)?.phrase.country;
    if (code !== undefined) return code;
  }
  return undefined;
}

/** A capitalised word that is no part of a title: of a body or a place that is no country. */
function isOtherName(word: Word): boolean {
  const lists = lexicon();
  if (!word.capital || lists.heads.has(word.key) || lists.ranks.has(word.key)) return false;
  return (
    !lists.modifiers.has(word.key) &&
    !lists.domains.has(word.key) &&
    !lists.demonyms.has(word.key) &&
    !GRADES.has(word.key) &&
    !lists.stop.has(word.key) &&
    !COMMON_TITLE_WORDS.has(word.key)
  );
}

const COMMON_TITLE_WORDS: ReadonlySet<string> = new Set([
  "republic",
  "islamic",
  "states",
  "kingdom",
  "united",
]);

/** Returns the office with the country of another: an Iranian counterpart of a minister is Iran’s minister. */
export function counterpartOf(office: Office, country: string | undefined): Office {
  const { country: _theirs, ...rest } = office;
  return { ...rest, names: [], ...(country && { country }) };
}

/** Returns the nouns by which a title can mean this office: its own, and `chief` and the like for some. */
export function headsFor({ head }: Office): readonly string[] {
  return CHIEFS.has(head) ? [head, ...CALLED_CHIEF] : [head];
}

/** Whether a title mention can mean who holds these offices. Vague is not enough: what it says must be known. */
export function fits(mention: Office, offices: readonly Office[]): boolean {
  return offices.some((office) => fitsOne(mention, office, offices));
}

function fitsOne(mention: Office, office: Office, all: readonly Office[]): boolean {
  if (mention.grade.join() !== office.grade.join()) return false;
  if (!sameHead(mention, office)) return false;
  if (!mention.domains.every((field) => office.domains.includes(field))) return false;
  const country = office.country ?? all.find(({ country }) => country !== undefined)?.country;
  if (mention.country !== undefined && mention.country !== country) return false;
  const names = all.flatMap((each) => each.names);
  if (!mention.names.every((name) => mention.country !== undefined || names.includes(name)))
    return false;
  return !mention.top || all.some(isMilitaryChief);
}

function sameHead(mention: Office, office: Office): boolean {
  if (mention.head === office.head) return true;
  const called = CALLED_CHIEF.has(mention.head) && CHIEFS.has(office.head);
  return called && mention.domains.length > 0;
}

/** `the top general` is who heads the armed forces, among several generals. */
function isMilitaryChief({ head, domains }: Office): boolean {
  return (head === "chief" || head === "commander") && domains.includes("military");
}
