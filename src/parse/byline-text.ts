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
  `^(?:(?:${longestFirst(words.openings)})(?:\\s{0,2}[:/]|\\s-\\s|\\s)\\s{0,3}|(?:${longestFirst(words.labelledOpenings)})\\s{0,2}[:/]\\s{0,3}|by(?=\\p{Lu}))(?=[\\p{Lu}\\p{Lo}"])`,
  "iu",
);
const CAPITAL = /^["(]?[\p{Lu}\p{Lo}]/u;
const JOINT = new RegExp(
  `\\s{0,3}(?:[,;/&|•·]|\\s(?:${longestFirst(words.joints)})\\s)\\s{0,3}`,
  "iu",
);
/** What pages glue to a name: handles, ages of the page, footnote marks, links to other work. */
const GLUED =
  /\s{0,3}(?:@\w{2,30}|(?:published\s|updated\s)?(?:a|an|\d{1,3}) ?(?:sec|min|hour|day|week|month|year)\p{L}{0,7} ago|\d{1,2} min\p{L}{0,5}(?: read)?|[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}|view (?:more|all) \p{L}+|view profile|follow|\(?updated\)?|\d{1,2}|[*†])\s{0,3}$/iu;
const TRAILING = /[\s,|:;*•·/-]+$/;
const PLACE = /\s(?:in|at|for|aus|à|en)\s.*$/iu;
const FOR_PAPER = /(?:^|\s)(?:for|special to|of the)\s.*$/iu;
/** Behind the writers the photographers: `Text: Ana Reis, Foto: Tomas Varga`. */
const PICTURES_BY =
  /^(?:photo|picture|image|video|graphic|illustration|foto|fotos|bild|bilder|fotografi|kuvat?|valokuva|zdjęcia|фото|photographie)(?:s|graphs?|graphy)?(?:\s|:|$)/iu;
/** `MDR Carrow` behind a name in small letters is a station. */
const STATION = /^\p{Lu}{3,6}\s/u;
const SMALL_LETTER = /\p{Ll}/u;
/** `Ana Reis (AP)`, `Ana Reis (Enviado especial)`: what stands in brackets behind a name. */
const BRACKETED = /\s?\((?<aside>[^()]{2,40})\)$/u;
/** Ideographs and syllables of a name, with the word for its bearer's job before or behind them. */
const EAST_ASIAN_NAME = new RegExp(
  `^(?:(?!\\p{Script=Hangul})(?:${longestFirst(words.roles)})\\s?)?(?<name>[\\p{Script=Han}\\p{Script=Hangul}]{2,4})(?:\\s?(?:${longestFirst(words.roles)}))?$`,
  "u",
);
/** Papers, agencies and their departments end like this: 本报, 新华社, 経済部. */
const EAST_ASIAN_PAPER = /[部社报報网網台局刊]$/u;
/** `记者李明／台北报道`: reports from a place. */
const REPORTS = /(?:报道|報導|報道|摄影报道|電|电)$/u;
/** Korean puts the job behind the name alone: 기자 회견 is a press conference. */
const HAS_ROLE = new RegExp(
  `^(?!\\p{Script=Hangul})(?:${words.roles.join("|")})|(?:${words.roles.join("|")})$`,
  "u",
);
/** Only such lines are asked for a job beside a name. */
const EAST_ASIAN = /[\u3040-\u9fff\uac00-\ud7af]/;
const BRACKETS = /^[【[(（]\s?(?<inside>[^【】]{2,60}?)\s?[】\])）]$/u;
const CAPITAL_WORD = /^\p{Lu}[\p{L}\p{N}.&'-]*$/u;
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}]{1,5}$/u;
/** Words of a name; a full stop stands behind initials and short forms alone: `J.R.`, `Jr.`, `St.` */
const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}'-]*|(?:\p{Lu}\p{Ll}{0,3}\.-?){1,3}\p{L}*|(?:JR|SR|ST|DR)\.)$/u;
const UNCASED = /^\p{Lo}[\p{Lo}\p{M}\u200c]+$/u;
const agencies = new Set(words.agencies.map((name) => name.toLowerCase()));
const jobs = new Set(words.jobs);
const modifiers = new Set(words.modifiers);
const papers = new Set(words.papers);
const publishers = new Set(words.publishers);
const particles = new Set(words.particles);
const notNames = new Set(words.notNames);
const roles = new Set(words.roles);
const desks = new Set(words.desks);
const pictureAgencies = new Set(words.pictureAgencies.map((name) => name.toLowerCase()));

/**
 * Returns the names of a line that opens as a byline does ("By", "Von", "Par", "Text:"), or undefined.
 * Jobs, papers and places after a name are left out of it, agencies are told apart; a line that
 * names only an agency has it as author too. `plain` is the line's plain text.
 *
 * Example: `readByline("By Ana Reis and Tomas Varga, Reuters")` →
 * `{authors: ["Ana Reis", "Tomas Varga"], agency: "Reuters"}`.
 */
export function readByline(printed: string): BylineText | undefined {
  if (printed.length > LONGEST) return undefined;
  const plain = BRACKETS.exec(printed)?.groups?.["inside"] ?? printed;
  const opening = OPENING.exec(plain)?.[0];
  if (opening !== undefined && !HAS_ROLE.test(plain)) {
    return readNames(plain.slice(opening.length), isNameOfPaper);
  }
  if (!EAST_ASIAN.test(plain)) return undefined;
  return HAS_ROLE.test(bare(plain)) ? eastAsianNames(plain) : undefined;
}

/** 김나리 기자, 记者 李明、王芳: names with their bearers' job. */
function eastAsianNames(plain: string): BylineText | undefined {
  const pieces = bare(plain)
    .split(/[\s,·・、/／]+/u)
    .filter((piece) => !roles.has(piece) && !REPORTS.test(piece));
  const named = pieces
    .map((piece) => EAST_ASIAN_NAME.exec(piece)?.groups?.["name"] ?? "")
    .filter((name) => name !== "" && !EAST_ASIAN_PAPER.test(name) && !isAgency(name));
  return named.length > 0 && named.length === pieces.length ? { authors: named } : undefined;
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
  if (names === "" || /[!?]$/.test(names) || (/\d/.test(names) && !isOther(names)))
    return undefined;
  const authors: string[] = [];
  let agency: string | undefined;
  for (const printed of names.split(JOINT)) {
    if (PICTURES_BY.test(printed) && authors.length > 0) break;
    const piece = bare(printed).replace(FOR_PAPER, "");
    const bracketed = BRACKETED.exec(piece)?.groups?.["aside"] ?? "";
    if (isAgency(bracketed)) agency ??= bracketed;
    const bareName = isAgency(bracketed) || isJob(bracketed) ? piece.replace(BRACKETED, "") : piece;
    const name = withoutJob(once(bareName.replace(PLACE, "")));
    const later = authors.length > 0;
    if (isAgency(name) || (later && isPaper(name))) agency ??= name;
    else if (later && (isJob(name) || isStation(name, authors))) continue;
    else if ((isName(name) && !isJobAlone(name)) || isOther(name)) authors.push(name);
    else if (!later || !isAside(piece)) return undefined;
  }
  if (authors.length === 0 && agency !== undefined) return { authors: [agency], agency };
  if (authors.length === 0) return undefined;
  return { authors, ...(agency === undefined ? {} : { agency }) };
}

/** `Political Correspondent`: a job, and nobody's name before it. */
function isJobAlone(phrase: string): boolean {
  const parts = phrase.toLowerCase().split(/\s+/);
  const last = parts.pop() ?? "";
  return jobs.has(last) && parts.every((part) => modifiers.has(part) || jobs.has(part));
}

function isStation(name: string, authors: readonly string[]): boolean {
  return STATION.test(name) && authors.every((author) => SMALL_LETTER.test(author));
}

/** Returns whether words are the name of an agency that sends news, not pictures alone. */
export function isNewsAgency(name: string): boolean {
  return isAgency(name) && !pictureAgencies.has(name.toLowerCase());
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
  if (parts.length < 3 || !jobs.has(parts.at(-1)?.toLowerCase() ?? "")) return phrase;
  do parts.pop();
  while (parts.length > 2 && modifiers.has(parts.at(-1)?.toLowerCase() ?? ""));
  return parts.join(" ");
}

/**
 * Returns whether words behind "By" name somebody though they do not read as a person's name: in a script without capitals
 * (`كتبت: ليلى بنزيان`), an acronym (`TPN`), or a paper's people together (`Gazette Staff`).
 */
export function isNameOfPaper(phrase: string): boolean {
  if (ACRONYM.test(phrase)) return true;
  const parts = phrase.split(/\s+/);
  if (parts.length > 4) return false;
  if (parts.every((part) => UNCASED.test(part))) return true;
  const isDesk = desks.has(parts.at(-1)?.toLowerCase() ?? "") && parts.length > 1;
  return isDesk && parts.slice(0, -1).every((part) => CAPITAL_WORD.test(part));
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
