/** Which lines are turns of a transcript, "VARGA: We shall see.", and who takes them? (stage 4, recognise) */
import type { Person, Span } from "../../model.ts";
import { foldName } from "../../text/fold.ts";
import words from "../../words/transcripts.json" with { type: "json" };
import type { Quoted } from "./marks.ts";

/** A line that begins as a turn does, before it is known whether its neighbours do so, too. */
interface Line {
  /** Index of the part it stands in. */
  readonly part: number;
  readonly label: Span;
  readonly words: Span;
  readonly role: "question" | "answer" | "name" | "capitals" | "other";
  readonly person?: Person;
  /** The label as it is compared with others. */
  readonly key: string;
}

type PeopleBySurname = ReadonlyMap<string, readonly Person[]>;
/** People of one surname that are looked at. */
const MOST_BEARERS = 20;
/** A label of at most this many characters, with what stands in brackets behind it. */
const LABEL =
  /^["“]?(?<label>\p{Lu}[\p{L}\p{M}.'’ -]{0,40})(?<aside>\s?\([^()\n]{1,30}\))?[:：]\s{0,3}(?=\S)/u;
/** "Q. Is it?", "A. It is." */
const LETTER = /^(?<label>[QA])\.\s{1,3}(?=\S)/u;
const LABEL_REACH = 90;
const SPOKEN = /^["“‘([…—–-]*\p{L}[^\n]*(?:[.?!…—–\])]["”’]?|["”’])\s*$/u;
const MARKED = /^["“”„«»「『‘']/u;
/** So many parts without a label may stand between two turns: stage directions, pictures. */
const WIDEST_GAP = 3;
const QUESTIONS: ReadonlySet<string> = new Set(words.questions);
const ANSWERS: ReadonlySet<string> = new Set(words.answers);
/** Words in capitals that are no speaker's: "NOTE: …", "UPDATE: …". */
const NOBODY: ReadonlySet<string> = new Set(words.nobody);

/**
 * Returns the turns of transcripts by the index of their part: what stands behind "NAME:" or "Q:", "A:", to the end of its line. A turn is
 * taken only beside others: a question and the answer behind it; two neighbours in capitals who are people of the
 * article; or three neighbours, one of whom is such a person and one of whom comes back. So neither "Note: …", "Update: …",
 * "10:30" nor a list of names with what belongs to them is one. Names are those of `people`.
 *
 *     KORVER: It leans.   // span "It leans.", label "KORVER"
 */
export function turnsOf(
  text: string,
  parts: readonly (Span & { readonly kind: string })[],
  people: readonly Person[],
): ReadonlyMap<number, readonly Quoted[]> {
  const bySurname = peopleBySurname(people);
  const lines = parts.flatMap((part, index) =>
    // a headline such as "Korver: bridge to close" puts it in its own words
    part.kind === "block" ? linesOf(text, part, { index, bySurname }) : [],
  );
  if (lines.length < 2) return new Map();
  const turns = new Map<number, Quoted[]>();
  for (const neighbours of neighboursIn(lines)) {
    for (const { part, label, words: spoken, role, person } of transcribed(neighbours)) {
      const speaker = role === "answer" ? interviewed(people, neighbours) : person;
      const list = turns.get(part) ?? [];
      list.push({
        ...spoken,
        inner: spoken,
        closed: true,
        mark: "",
        turn: { label, ...(speaker && { person: speaker }), isAnswer: role === "answer" },
      });
      turns.set(part, list);
    }
  }
  return turns;
}

function linesOf(
  text: string,
  part: Span,
  { index, bySurname }: { readonly index: number; readonly bySurname: PeopleBySurname },
): readonly Line[] {
  const lines: Line[] = [];
  for (let start = part.start; start < part.end; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 || newline > part.end ? part.end : newline;
    const head = text.slice(start, Math.min(end, start + LABEL_REACH));
    const found = head.includes(":") || head.includes("：") ? LABEL.exec(head) : LETTER.exec(head);
    const label = found?.groups?.["label"]?.trimEnd();
    if (found && label !== undefined) {
      const from = start + found[0].length;
      const words = { start: from, end: from + text.slice(from, end).trimEnd().length };
      const at = start + found[0].indexOf(label);
      const line = lineOf(
        text,
        { part: index, label: { start: at, end: at + label.length }, words },
        bySurname,
      );
      if (line) lines.push(line);
    }
    start = end + 1;
  }
  return lines;
}

function lineOf(
  text: string,
  place: Pick<Line, "part" | "label" | "words">,
  bySurname: PeopleBySurname,
): Line | undefined {
  const label = text.slice(place.label.start, place.label.end);
  const spoken = text.slice(place.words.start, place.words.end);
  // words in quotation marks are found by their marks
  if (MARKED.test(spoken) || !SPOKEN.test(spoken)) return undefined;
  const key = foldName(label);
  if (QUESTIONS.has(label)) return { ...place, key, role: "question" };
  if (ANSWERS.has(label)) return { ...place, key, role: "answer" };
  if (NOBODY.has(key.split(" ", 1)[0] ?? "")) return undefined;
  const person = personOf(label, bySurname);
  const isCapitals = label.length > 1 && label === label.toUpperCase();
  const role = isCapitals ? "capitals" : person ? "name" : "other";
  if (role === "other") return undefined;
  return { ...place, key: person?.name ?? key, role, ...(person && { person }) };
}

/** The one person whose surname ends the label and whose other names do not contradict it. */
function personOf(label: string, bySurname: PeopleBySurname): Person | undefined {
  const named = foldName(label).split(" ");
  const bearers = bySurname.get(named.at(-1) ?? "") ?? [];
  const fitting = bearers.filter(({ name }) => {
    const given = foldName(name).split(" ").slice(0, -1);
    if (given.length === 0) return false;
    return named.length === 1 || named.slice(0, -1).some((word) => given.includes(word));
  });
  if (fitting.length === 1) return fitting[0];
  // "SEN. KORVER": a title before the surname
  return fitting.length === 0 && bearers.length === 1 ? bearers[0] : undefined;
}

function peopleBySurname(people: readonly Person[]): PeopleBySurname {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const surname = foldName(person.name).split(" ").at(-1) ?? "";
    groups.set(surname, [...(groups.get(surname) ?? []), person].slice(0, MOST_BEARERS));
  }
  return groups;
}

function neighboursIn(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    if (!previous || line.part - previous.part > WIDEST_GAP + 1) groups.push([]);
    groups.at(-1)?.push(line);
    previous = line;
  }
  return groups;
}

/** Those of a group of neighbours that are turns; all or none of either kind. */
function transcribed(lines: readonly Line[]): readonly Line[] {
  const letters = lines.filter(({ role }) => role === "question" || role === "answer");
  const isInterview = letters.some(
    ({ role }, index) => role === "question" && letters[index + 1]?.role === "answer",
  );
  const names = lines.filter(({ role }) => role === "capitals" || role === "name");
  const keys = new Set(names.map(({ key }) => key));
  const known = names.filter(({ person }) => person);
  const isExchange = keys.size >= 2 && known.length > 0 && names.length > keys.size;
  const isPair = keys.size === 2 && names.length === 2 && known.length === 2;
  const isTranscript = isExchange || (isPair && names.every(({ role }) => role === "capitals"));
  const isTurn = ({ role }: Line): boolean =>
    role === "question" || role === "answer" ? isInterview : isTranscript || isInterview;
  return lines.filter(isTurn);
}

/** Who answers "Q:" with "A:": the only person named before the first question. */
function interviewed(people: readonly Person[], lines: readonly Line[]): Person | undefined {
  const first = lines.find(({ role }) => role === "question")?.label.start ?? 0;
  const before = people.filter(({ mentions }) => mentions.some(({ start }) => start < first));
  return before.length === 1 ? before[0] : undefined;
}
