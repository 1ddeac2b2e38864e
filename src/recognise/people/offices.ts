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
  /** Further words that tell it from another: of a body, a place, a party. */
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
  ["cllr", "councillor"],
  ["ald", "alderman"],
  ["supt", "superintendent"],
  ["insp", "inspector"],
  ["sgt", "sergeant"],
  ["capt", "captain"],
  ["cdr", "commander"],
  ["cmdr", "commander"],
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

/** Returns a printed title taken to pieces; without a noun that any list knows, `undefined`. */
export function officeOf(words: readonly Word[]): Office | undefined {
  const lists = lexicon();
  const behind = words.findIndex(({ key }) => ENDS_HEAD.has(key));
  const core = behind < 0 ? words : words.slice(0, behind);
  const at = core.findLastIndex(({ key }) => lists.heads.has(key) || lists.ranks.has(key));
  const noun = core[at];
  if (noun === undefined) return undefined;
  const country = countryIn(words);
  const rest = country ? words.filter((word) => !country.words.has(word)) : words;
  const head = headOf(noun, core[at - 1]);
  const premier = noun.key === "premier" ? ["prime"] : [];
  return {
    head,
    grade: [...core.filter(({ key }) => GRADES.has(key)).map(({ key }) => key), ...premier],
    domains: [...new Set(words.flatMap(({ key }) => lists.domains.get(key) ?? []))].filter(
      (field) => field !== "prime",
    ),
    top: core.some(({ key }) => TOP.has(key)),
    names: rest.filter((word) => word !== noun && isOther(word)).map(({ key }) => key),
    ...(country && { country: country.code }),
  };
}

const GENERALS: ReadonlySet<string> = new Set([
  "attorney",
  "secretary",
  "director",
  "consul",
  "inspector",
]);

/** Attorney General is no general. */
function headOf(noun: Word, before: Word | undefined): string {
  if (noun.key === "general" && before && GENERALS.has(before.key)) return `${before.key} general`;
  return SAME_HEADS.get(noun.key) ?? noun.key;
}

/** The country that a title names, with its words. Regions and towns are names like any other. */
function countryIn(
  words: readonly Word[],
): { readonly code: string; readonly words: ReadonlySet<Word> } | undefined {
  const { demonyms } = lexicon();
  for (const [at, word] of words.entries()) {
    if (!word.capital) continue;
    const pair = demonyms.get(`${word.key} ${words[at + 1]?.key ?? ""}`);
    if (pair !== undefined) return { code: pair, words: new Set(words.slice(at, at + 2)) };
    const demonym = demonyms.get(word.key);
    if (demonym !== undefined) return { code: demonym, words: new Set([word]) };
    const match = phraseAt(words, at);
    const code = match?.phrase.kind === "country" ? match.phrase.country : undefined;
    if (code !== undefined)
      return { code, words: new Set(words.slice(at, at + (match?.length ?? 1))) };
  }
  return undefined;
}

/** A word that tells one holder from another: of a body, a town, a party (`Harbour`, `Carrow`, `Democratic`, `next`). */
function isOther(word: Word): boolean {
  const lists = lexicon();
  if (word.kind !== "word" || word.text.startsWith("’") || word.text.startsWith("'")) return false;
  if (lists.domains.has(word.key) || lists.demonyms.has(word.key)) return false;
  return !GRADES.has(word.key) && !TOP.has(word.key) && !PLAIN_WORDS.has(word.key);
}

/** Words in a title that tell nobody from anybody. */
const PLAIN_WORDS: ReadonlySet<string> = new Set(
  "the a an of for and in at to his her its their our republic islamic states kingdom united current incumbent general chief major rear brigadier lieutenant".split(
    " ",
  ),
);

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
  if (!mention.names.every((name) => names.includes(name))) return false;
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
