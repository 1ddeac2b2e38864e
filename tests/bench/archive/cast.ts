/** Who and what is in the invented archive: its people with their offices, its towns, its bodies? */
import { type Chance, fixedBelow } from "../../support/chance.ts";
import { type Subject, WORDS } from "./words.ts";

/** Somebody who is named. */
export interface Person {
  readonly name: string;
  readonly surname: string;
  /** What they are, without an article: `harbour master`. */
  readonly role: string;
}

/** People are drawn by rank within a subject: the exponent sets how many of them are new as the archive grows. */
const PEOPLE_EXPONENT = 1.75;
const TOWNS_EXPONENT = 1.3;
const SUBJECTS_EXPONENT = 1.15;
/** Ranks in a subject. */
const MOST_RANKS = 40_000;
/** So often somebody from public life speaks on a subject that is not theirs. */
const PUBLIC_SHARE = 0.22;
const FIRST_YEAR = 1900;
/** Successors that a rank may have. */
const SUCCESSORS = 32;
/** Ranks of reporters come behind those of all others. */
const REPORTERS = 12;

const GIVEN = [...WORDS.women, ...WORDS.men];
const SURNAMES = [
  ...WORDS.surnames,
  ...WORDS.surnameBeginnings.flatMap((one) => WORDS.surnameEndings.map((two) => one + two)),
];
const TOWNS = WORDS.townBeginnings.flatMap((one) => WORDS.townEndings.map((two) => one + two));
/** Without a common divisor with the number of names, so that each number has a name of its own. */
const STRIDE = 104_729;

/** Returns who speaks on a subject in a year: the few first ranks of it again and again, most others now and then. */
export function personOn(subject: number, year: number, chance: Chance): Person {
  const groups = WORDS.subjects.length + 1;
  const group = chance.happens(PUBLIC_SHARE) ? groups - 1 : subject;
  const rank = chance.rank(PEOPLE_EXPONENT, MOST_RANKS);
  return holderOf(rank * groups + group, year, WORDS.subjects[group]?.roles ?? WORDS.public);
}

/** Returns the name of a reporter of a year. */
export function reporterOf(year: number, chance: Chance): string {
  const groups = WORDS.subjects.length + 1;
  const rank = MOST_RANKS * groups + chance.rank(1.2, REPORTERS);
  return holderOf(rank, year, WORDS.public).name;
}

/** Returns the place of a subject in the list. */
export function subjectBy(chance: Chance): number {
  return chance.rank(SUBJECTS_EXPONENT, WORDS.subjects.length);
}

/** Returns a town; the first ones are named in much of the paper. */
export function townBy(chance: Chance): string {
  const rank = chance.rank(TOWNS_EXPONENT, TOWNS.length);
  return TOWNS[(rank * 7919) % TOWNS.length] ?? "";
}

/** Returns a body of a subject in a town: `Oakford Harbour Board`. */
export function bodyOf(subject: Subject, town: string, chance: Chance): string {
  return `${town} ${subject.bodies[chance.rank(1.8, subject.bodies.length)]}`;
}

/** Whoever held a rank in a year; each is followed by another one after eight years to twenty. */
function holderOf(rank: number, year: number, roles: readonly string[]): Person {
  const span = 8 + fixedBelow(13, rank, 1);
  const successor = Math.floor((year - FIRST_YEAR + fixedBelow(span, rank, 2)) / span) % SUCCESSORS;
  const number = rank * SUCCESSORS + successor;
  const names = GIVEN.length * SURNAMES.length;
  const place = ((number % names) * STRIDE) % names;
  const initial = Math.floor(number / names);
  const given = GIVEN[place % GIVEN.length] ?? "";
  const surname = SURNAMES[Math.floor(place / GIVEN.length)] ?? "";
  const between = initial === 0 ? "" : `${String.fromCharCode(64 + (initial % 26 || 26))}. `;
  return {
    name: `${given} ${between}${surname}`,
    surname,
    role: roles[fixedBelow(roles.length, number, 3)] ?? "",
  };
}
