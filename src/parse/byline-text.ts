/** Which authors and agency a byline names (stage 2). */
import words from "../words/parse-bylines.json" with { type: "json" };

/** Who wrote a text, as printed. */
export interface BylineText {
  readonly authors: readonly string[];
  readonly agency?: string;
}

const LONGEST = 200;
const MOST_NAME_WORDS = 5;
const OPENING = new RegExp(
  `^(?:(?:${longestFirst(words.openings)})(?:\\s{0,2}:|\\s)\\s{0,3}|by(?=\\p{Lu}))(?=[\\p{Lu}\\p{Lo}"])`,
  "iu",
);
const CAPITAL = /^["(]?[\p{Lu}\p{Lo}]/u;
const JOINT = new RegExp(
  `\\s{0,3}(?:[,;/&|•·]|\\s(?:${longestFirst(words.joints)})\\s)\\s{0,3}`,
  "iu",
);
/** What pages glue to a name: handles, ages of the page, footnote marks, links to other work. */
const GLUED =
  /\s{0,3}(?:@\w{2,30}|(?:published\s|updated\s)?(?:a|an|\d{1,3}) ?(?:sec|min|hour|day|week|month|year)\p{L}{0,7} ago|view (?:more|all) \p{L}+|view profile|follow|\(?updated\)?|\d{1,2}|[*†])\s{0,3}$/iu;
const TRAILING = /[\s,|:;*•·/-]+$/;
const PLACE = /\s(?:in|at|for|aus|à|en)\s.*$/iu;
const FOR_PAPER = /\sfor\s.*$/iu;
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}'.-]*|\p{Lu}\.)$/u;
const UNCASED = /^\p{Lo}[\p{Lo}\p{M}\u200c]+$/u;
const agencies = new Set(words.agencies.map((name) => name.toLowerCase()));
const jobs = new Set(words.jobs);
const modifiers = new Set(words.modifiers);
const papers = new Set(words.papers);
const publishers = new Set(words.publishers);
const particles = new Set(words.particles);
const notNames = new Set(words.notNames);

/**
 * Returns the names of a line that opens as a byline does ("By", "Von", "Par", "Text:"), or undefined.
 * Jobs, papers and places after a name are left out of it, agencies are told apart; a line that
 * names only an agency has it as author too. `plain` is the line's plain text.
 *
 * Example: `readByline("By Ana Reis and Tomas Varga, Reuters")` →
 * `{authors: ["Ana Reis", "Tomas Varga"], agency: "Reuters"}`.
 */
export function readByline(plain: string): BylineText | undefined {
  if (plain.length > LONGEST) return undefined;
  const opening = OPENING.exec(plain)?.[0];
  return opening === undefined ? undefined : readNames(plain.slice(opening.length), isUncasedName);
}

/**
 * Returns the names that a line consists of, or undefined where something else is on it too. `isOther`
 * admits names that do not look like one.
 * Example: `readNames("Ana Reis@anareis")` → `{authors: ["Ana Reis"]}`.
 */
export function readNames(
  plain: string,
  isOther: (phrase: string) => boolean = () => false,
): BylineText | undefined {
  if (plain.length > LONGEST) return undefined;
  const names = bare(plain);
  if (names === "" || /[!?]$|\d/.test(names)) return undefined;
  const authors: string[] = [];
  let agency: string | undefined;
  for (const piece of names.split(JOINT).map((part) => bare(part).replace(FOR_PAPER, ""))) {
    const name = withoutJob(once(piece.replace(PLACE, "")));
    if (isAgency(name) || (authors.length > 0 && isPaper(name))) agency ??= name;
    else if (isName(name) || isOther(name)) authors.push(name);
    else if (authors.length === 0 || !isAside(piece)) return undefined;
  }
  if (authors.length === 0 && agency !== undefined) return { authors: [agency], agency };
  if (authors.length === 0) return undefined;
  return { authors, ...(agency === undefined ? {} : { agency }) };
}

/** Returns whether words are the name of a news or picture agency. */
export function isAgency(name: string): boolean {
  return agencies.has(name.toLowerCase());
}

/** Returns whether words name a paper, by a last word that is nobody's surname: `Coast Wire`, `The Carrow Examiner`. */
export function isPublisher(name: string): boolean {
  return publishers.has(name.toLowerCase().split(/\s+/).at(-1) ?? "");
}

/** By the last word, which may be a surname too: behind the names of authors only. */
function isPaper(name: string): boolean {
  const last = name.toLowerCase().split(/\s+/).at(-1) ?? "";
  return papers.has(last);
}

/** Returns whether words name a job: `Political Correspondent`. */
export function isJob(phrase: string): boolean {
  return phrase
    .toLowerCase()
    .split(/[\s-]+/)
    .some((word) => jobs.has(word.replace(/[.,]$/, "")));
}

/** Returns whether words read as one person's name: two to five, capitalised, none that names do not hold. */
export function isName(phrase: string): boolean {
  const parts = phrase.split(/\s+/);
  if (parts.length < 2 || parts.length > MOST_NAME_WORDS || !CAPITAL.test(phrase)) return false;
  let capitals = 0;
  for (const part of parts) {
    const lower = part.toLowerCase();
    if (notNames.has(lower)) return false;
    if (NAME_WORD.test(part)) capitals += 1;
    else if (!particles.has(lower)) return false;
  }
  return capitals >= 2;
}

/** `Ana Reis Ana Reis` → `Ana Reis`: a name beside its own picture's label. */
function once(phrase: string): string {
  const half = phrase.slice(0, phrase.length >> 1).trim();
  return phrase === `${half} ${half}` ? half : phrase;
}

/** `Ana Reis Political Correspondent` → `Ana Reis`. */
function withoutJob(phrase: string): string {
  const parts = phrase.split(/\s+/);
  if (!jobs.has(parts.at(-1)?.toLowerCase() ?? "")) return phrase;
  do parts.pop();
  while (parts.length > 2 && modifiers.has(parts.at(-1)?.toLowerCase() ?? ""));
  return parts.join(" ");
}

/** Behind "By" a name may be in a script without capitals: `كتبت: ليلى بنزيان`. */
function isUncasedName(phrase: string): boolean {
  const parts = phrase.split(/\s+/);
  return parts.length <= 4 && parts.every((part) => UNCASED.test(part));
}

/** What may follow a name: a job, or capitalised words such as a paper or a place. */
function isAside(piece: string): boolean {
  if (piece === "" || isJob(piece)) return true;
  const parts = piece.split(/\s+/);
  return (
    parts.length <= 6 &&
    parts.every(
      (part) =>
        CAPITAL.test(part) ||
        particles.has(part) ||
        part === "of" ||
        part === "at" ||
        part === "in",
    )
  );
}

function bare(names: string): string {
  let left = names.trim();
  for (let round = 0; round < 3; round += 1) left = left.replace(GLUED, "").replace(TRAILING, "");
  return left;
}

function longestFirst(phrases: readonly string[]): string {
  return [...phrases].sort((a, b) => b.length - a.length).join("|");
}
