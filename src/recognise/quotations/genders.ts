/** Do "he", "she" and "Ms" fit a person, by honorifics, roles and given name? (stage 4, recognise) */
import type { Person } from "../../model.ts";
import english from "../../words/names-english.json" with { type: "json" };
import genders from "../../words/names-gender.json" with { type: "json" };
import type { DocumentView } from "./view.ts";

/** Honorifics and titles of men, at the end of a text. */
export const MAN =
  /(?:^|\W)(?:mr|sir|lord|king|prince|father|brother|chairman|spokesman|businessman|congressman|councilman|actor)\.?$/i;
const WOMAN =
  /(?:^|\W)(?:mrs|ms|miss|dame|lady|queen|princess|sister|chairwoman|spokeswoman|businesswoman|congresswoman|councilwoman|actress)\.?$/i;
const WOMEN = new Set(genders.women.split(" "));
const MEN = new Set(genders.men.split(" "));
const EITHER = new Set(genders.either.split(" "));
const ENGLISH = new Set(english.first.split(" "));
/** Mentions of a person that are looked at. */
const MOST_MENTIONS = 20;
/** Is what nouns for people end with: "the owner of the launderette", "a spokesman". */
export const HUMAN =
  /(?:er|or|ist|man|woman|person|ian|ant|ent|boy|girl|mother|father|wife|husband|son|judge|coach|clerk|chief|aide|witness|official)$/i;

/** Returns false only where a title, a role or the given name tells that the pronoun cannot be meant. */
export function genderFits(view: DocumentView, person: Person, pronoun: "he" | "she"): boolean {
  const [against, agreeing] = pronoun === "he" ? [WOMAN, MAN] : [MAN, WOMAN];
  if (person.roles.some(({ title }) => against.test(title))) return false;
  if (person.roles.some(({ title }) => agreeing.test(title))) return true;
  const given = person.name.split(" ", 1)[0] ?? "";
  if (pronoun === "he" ? WOMEN.has(given) : isMan(given)) return false;
  return !person.mentions
    .slice(0, MOST_MENTIONS)
    .some(({ start }) => against.test(view.text.slice(Math.max(0, start - 14), start).trimEnd()));
}

function isMan(given: string): boolean {
  return MEN.has(given) || (ENGLISH.has(given) && !WOMEN.has(given) && !EITHER.has(given));
}
