/** Which words of a clause say that it looks ahead or back? Found in one pass, since every day of a text asks (stage 4, recognise). */
import words from "../../words/times.json" with { type: "json" };

/** Where the words of a clause stand that tell its time; -1 for none. Offsets into the clause. */
export interface Cues {
  /** The last word of the future: "will", "scheduled", "is giving". */
  readonly ahead: number;
  /** The last and the first that can hardly be anything else: "will", "is to". */
  readonly surelyAhead: number;
  readonly firstSurelyAhead: number;
  /** The last and the first word of the past: "was", "said", "since". */
  readonly back: number;
  readonly firstBack: number;
  /** A word of the past stands there that is none of saying, which may tell of any time. */
  readonly isBackBesidesSaying: boolean;
  /** The first word that ends as verbs of the past do: "announced". */
  readonly pastForm: string | undefined;
  /** A verb that timetables print in the present: "resumes". */
  readonly isTimetabled: boolean;
}

interface Cue {
  readonly phrase: string;
  readonly kind: "ahead" | "surelyAhead" | "back" | "saying" | "timetabled";
}

const FIRST_LETTER_ABOVE_ASCII = 0xc0;
const FIRST_PUNCTUATION = 0x2000;
const LAST_PUNCTUATION = 0x206f;

/** Cues by their first words, in small letters with straight apostrophes. */
const CUES: ReadonlyMap<string, readonly Cue[]> = cuesByFirstWord();
const BE: ReadonlySet<string> = new Set(["is", "are", "am", "'s", "'re"]);
/** "is giving a supper on Saturday": the present continuous with a day means what is to come. */
const CONTINUOUS = /(?:is|are|am|'s|'re) (?!being)\p{L}{2,14}ing(?![\p{L}])/uy;
const ASKING: ReadonlySet<string> = new Set(
  "ask asks urge urges advise advises beg begs invite invites call calls want wants".split(" "),
);
/** "asks everyone to bring a lamp on Friday"; not "asks who went to the fair on Friday". */
const REQUEST =
  /(?:asks?|urges?|advises?|begs?|invites?|calls? on|wants?) (?!wh|how|if)[^;.?]{2,70}? to \p{Ll}/uy;
/** So many words behind "had been" are told of as past: "had been due", "had been scheduled to end". */
const PAST_PLAN = 2;
const SHORTEST_PAST_FORM = 5;
const LONGEST_PAST_FORM = 16;
const CURLY = /’/g;
const NONE = -1;

/** Returns the cues of a clause. */
export function cuesIn(clause: string): Cues {
  const text = (clause.includes("’") ? clause.replace(CURLY, "'") : clause).toLowerCase();
  const found = {
    ahead: NONE,
    surelyAhead: NONE,
    firstSurelyAhead: NONE,
    back: NONE,
    firstBack: NONE,
    isBackBesidesSaying: false,
    pastForm: undefined as string | undefined,
    isTimetabled: false,
  };
  let [previous, beforeIt] = ["", ""];
  let behindHadBeen = PAST_PLAN + 1;
  for (let start = nextWord(text, 0); start < text.length; ) {
    const end = wordEnd(text, start);
    const word = text.slice(start, end);
    behindHadBeen = isHadBeen(word, previous, beforeIt)
      ? 0
      : behindHadBeen + (word === "to" ? 0 : 1);
    note(found, { text, start, word, isPastPlan: behindHadBeen <= PAST_PLAN && behindHadBeen > 0 });
    [beforeIt, previous] = [previous, word];
    start = nextWord(text, end);
  }
  return found;
}

interface WordInText {
  readonly text: string;
  readonly start: number;
  readonly word: string;
  /** The word stands behind "had been". */
  readonly isPastPlan: boolean;
}

/** Adds what one word says. */
function note(
  found: { -readonly [Key in keyof Cues]: Cues[Key] },
  { text, start, word, isPastPlan }: WordInText,
): void {
  for (const { phrase, kind } of CUES.get(word) ?? []) {
    if (phrase !== word && !isPhraseAt(text, start, phrase)) continue;
    if (kind === "timetabled") found.isTimetabled = true;
    else if (kind === "back" || kind === "saying") {
      found.back = start;
      if (found.firstBack < 0) found.firstBack = start;
      if (kind === "back") found.isBackBesidesSaying = true;
    } else if (!isPastPlan) {
      if (kind === "ahead") found.ahead = start;
      else {
        found.surelyAhead = start;
        if (found.firstSurelyAhead < 0) found.firstSurelyAhead = start;
      }
    }
  }
  if (BE.has(word) && matchesAt(CONTINUOUS, text, start)) found.ahead = start;
  if (ASKING.has(word) && matchesAt(REQUEST, text, start)) {
    found.ahead = start;
    found.surelyAhead = start;
  }
  if (found.pastForm === undefined && isPastForm(word)) found.pastForm = word;
}

function isHadBeen(word: string, previous: string, beforeIt: string): boolean {
  const isHad = (verb: string): boolean => verb === "had" || verb === "having";
  return word === "been" && (isHad(previous) || isHad(beforeIt));
}

function isPastForm(word: string): boolean {
  return (
    word.length >= SHORTEST_PAST_FORM && word.length <= LONGEST_PAST_FORM && word.endsWith("ed")
  );
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function isPhraseAt(text: string, at: number, phrase: string): boolean {
  return text.startsWith(phrase, at) && !isLetter(text.charCodeAt(at + phrase.length));
}

/** Where the next word begins; an apostrophe with letters behind it begins one: 'll. */
function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (isLetter(unit)) return at;
    if (text[at] === "'" && isLetter(text.charCodeAt(at + 1))) return at;
    at += 1;
  }
  return at;
}

function wordEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && isLetter(text.charCodeAt(at))) at += 1;
  return at;
}

function isLetter(unit: number): boolean {
  if (unit < FIRST_LETTER_ABOVE_ASCII)
    return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
  return unit < FIRST_PUNCTUATION || unit > LAST_PUNCTUATION;
}

function cuesByFirstWord(): ReadonlyMap<string, readonly Cue[]> {
  const saying = new Set(["said", "told"]);
  const cues: readonly Cue[] = [
    ...words.futureCues.map((phrase) => ({ phrase, kind: "ahead" as const })),
    ...words.strongFutureCues.map((phrase) => ({ phrase, kind: "surelyAhead" as const })),
    ...words.pastCues.map((phrase) => ({
      phrase,
      kind: saying.has(phrase) ? ("saying" as const) : ("back" as const),
    })),
    ...[...words.timetabledVerbs, ...words.timetabledPlurals].map((phrase) => ({
      phrase,
      kind: "timetabled" as const,
    })),
  ];
  const byWord = new Map<string, Cue[]>();
  for (const cue of cues) {
    const first = cue.phrase.slice(0, wordEnd(cue.phrase, 0));
    const list = byWord.get(first);
    if (list) list.push(cue);
    else byWord.set(first, [cue]);
  }
  return byWord;
}
