/** Who speaks, by the verb of speech and the name beside a quotation, in languages other than English? (stage 4, recognise) */
import type { Token } from "../../model.ts";
import cues from "../../words/cues-languages.json" with { type: "json" };
import type { Attribution, Context } from "./context.ts";
import type { Phrase } from "./phrases.ts";
import { type DocumentView, mentionsIn, QUOTATION_TOKEN } from "./view.ts";

/** What tells speech in a language. */
interface LanguageCues {
  readonly verbs: ReadonlySet<string>;
  /** Cues that the name, or its title, follows at once: "so Varga". */
  readonly touching: ReadonlySet<string>;
  /** Second words of cues of two, by the first. */
  readonly phrases: ReadonlyMap<string, ReadonlySet<string>>;
  readonly pronouns: ReadonlySet<string>;
  readonly he: ReadonlySet<string>;
  readonly she: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly spokesmen: ReadonlySet<string>;
}

const LANGUAGES: ReadonlyMap<string, LanguageCues> = new Map(
  Object.entries(cues.languages).map(([code, words]) => [code, cuesOf(words)]),
);
/** Tokens behind a quotation, and before one, in which its verb is looked for. */
const REACH_BEHIND = 14;
const REACH_BEFORE = 26;
/** A name stands no farther from its verb than so many tokens; so near, and with no comma between, it is sure. */
const FARTHEST_NAME = 9;
const NEAR_NAME = 5;
const LONGEST_NOUN = 4;
const SURE = 0.95;
const LIKELY = 0.85;
const ENDS_CLAUSE = /^[.;!?؟؛…]$/;
/** "Déclara-t-il", "dit-elle": verb and pronoun in one word. */
const JOINED = /^(?<verb>\p{L}+)-(?:t-)?(?<pronoun>il|elle|on)$/u;

/** A cue in a window of tokens: from `from` to before `to`. */
interface Verb {
  readonly from: number;
  readonly to: number;
  /** So many tokens may stand between it and the name. */
  readonly reach: number;
}

/**
 * Returns source and cue by the nearest verb of speech of German, French, Spanish, Arabic or Persian behind the quotation, else
 * before it, with the name or pronoun beside the verb, whichever comes first: „…“, sagte Varga; قال فارغا: «…». `undefined`
 * for other languages, and where neither name nor pronoun stands there, nor article and noun behind the verb.
 *
 *     « Le pont est fermé », a déclaré Ilse Korver.   // source "Ilse Korver", cue "déclaré"
 */
export function attributionInLanguage(context: Context): Attribution | undefined {
  const { view, before, after } = context;
  const words = LANGUAGES.get(view.language);
  if (!words) return undefined;
  const behind = clauseBehind(after);
  const verb = verbs(behind, words)[0];
  const found = verb && beside(view, behind, { verb, words });
  if (found) {
    const isFirst = found.attribution.source.from < found.verb.from;
    return {
      ...found.attribution,
      rule: isFirst ? "source-and-cue-after" : "cue-and-source-after",
    };
  }
  const ahead = clauseBefore(before);
  const last = verbs(ahead, words).at(-1);
  return last && beside(view, ahead, { verb: last, words })?.attribution;
}

function cuesOf(words: (typeof cues.languages)["fa"]): LanguageCues {
  const phrases = new Map<string, Set<string>>();
  for (const phrase of words.phrases) {
    const [first = "", second = ""] = phrase.split(" ");
    phrases.set(first, (phrases.get(first) ?? new Set()).add(second));
  }
  const setOf = (list: string): ReadonlySet<string> => new Set(list.split(" ").filter(Boolean));
  return {
    phrases,
    verbs: setOf(words.verbs),
    touching: setOf(words.touching),
    pronouns: setOf(words.pronouns),
    he: setOf(words.he),
    she: setOf(words.she),
    determiners: setOf(words.determiners),
    prepositions: setOf(words.prepositions),
    spokesmen: setOf(words.spokesmen),
  };
}

/** Returns "he" or "she" for a pronoun of a language other than English that tells a man or a woman: "er", "elle". */
export function pronounMeans(language: string, word: string): "he" | "she" | undefined {
  const words = LANGUAGES.get(language);
  if (words?.he.has(word)) return "he";
  return words?.she.has(word) ? "she" : undefined;
}

/** Returns whether words before a name say, in a language other than English, that it is not the name of who speaks: "ein Sprecher von". */
export function isOfAnother(language: string, before: string): boolean {
  const words = LANGUAGES.get(language);
  if (!words) return false;
  return before
    .split(/\s+/u)
    .some((word) => words.prepositions.has(word) || words.spokesmen.has(word));
}

function clauseBehind(tokens: readonly Token[]): readonly Token[] {
  const first = tokens[0]?.kind === "mark" && tokens[0].text !== QUOTATION_TOKEN ? 1 : 0;
  const window = tokens.slice(first, first + REACH_BEHIND);
  const end = window.findIndex(({ text }) => ENDS_CLAUSE.test(text) || text === QUOTATION_TOKEN);
  return end < 0 ? window : window.slice(0, end);
}

function clauseBefore(tokens: readonly Token[]): readonly Token[] {
  const window = tokens.slice(-REACH_BEFORE);
  const end = window.findLastIndex(({ text }) => ENDS_CLAUSE.test(text));
  return window.slice(end + 1);
}

function verbs(tokens: readonly Token[], words: LanguageCues): readonly Verb[] {
  return tokens.flatMap((token, from) => {
    if (token.kind !== "word") return [];
    const text = token.text.toLowerCase();
    if (words.phrases.get(text)?.has(tokens[from + 1]?.text ?? ""))
      return [{ from, to: from + 2, reach: FARTHEST_NAME }];
    const isVerb = words.verbs.has(text) || joinedPronoun(token) !== undefined;
    if (isVerb) return [{ from, to: from + 1, reach: FARTHEST_NAME }];
    return words.touching.has(text) ? [{ from, to: from + 1, reach: 1 }] : [];
  });
}

function beside(
  view: DocumentView,
  tokens: readonly Token[],
  { verb, words }: { readonly verb: Verb; readonly words: LanguageCues },
): { readonly attribution: Attribution; readonly verb: Verb } | undefined {
  const [first, last] = [tokens[verb.from], tokens[verb.to - 1]];
  if (!first || !last) return undefined;
  const cue = { start: first.start, end: last.end };
  const source = joinedPronoun(first) ?? pronounBeside(tokens, verb, words);
  const rule = "source-and-cue-before";
  if (source) {
    const phrase: Phrase = { ...source, kind: "pronoun", from: verb.from };
    return { attribution: { source: phrase, cue, rule, confidence: SURE }, verb };
  }
  const named = nameBeside(view, tokens, { verb, words }) ?? nounBehind(tokens, { verb, words });
  return named && { attribution: { ...named, cue, rule }, verb };
}

/** The pronoun of "déclara-t-il", and of "a-t-il déclaré", whose verb stands behind. */
function joinedPronoun({ text, end }: Token): { start: number; end: number } | undefined {
  const pronoun = JOINED.exec(text)?.groups?.["pronoun"];
  return pronoun === undefined ? undefined : { start: end - pronoun.length, end };
}

function pronounBeside(
  tokens: readonly Token[],
  verb: Verb,
  { pronouns }: LanguageCues,
): Token | undefined {
  return [tokens[verb.to], tokens[verb.from - 1], tokens[verb.from - 2]].find(
    (token) => token?.kind === "word" && pronouns.has(token.text.toLowerCase()),
  );
}

/** The person's name nearest to the verb on either side; none that a preposition or "spokesman of" stands before. */
function nameBeside(
  view: DocumentView,
  tokens: readonly Token[],
  { verb, words }: { readonly verb: Verb; readonly words: LanguageCues },
): Pick<Attribution, "source" | "confidence"> | undefined {
  const [start, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
  let best:
    | (Pick<Attribution, "source" | "confidence"> & { readonly distance: number })
    | undefined;
  for (const mention of mentionsIn(view, { start, end })) {
    if (mention.form !== "full" && mention.form !== "short") continue;
    const from = tokens.findIndex((token) => token.end > mention.start);
    const to = tokens.findLastIndex((token) => token.start < mention.end) + 1;
    if (from < 0 || (from < verb.to && to > verb.from)) continue;
    const between = from >= verb.to ? tokens.slice(verb.to, from) : tokens.slice(to, verb.from);
    const distance = between.length;
    if (
      distance > verb.reach ||
      (verb.reach === 1 && from < verb.to) ||
      (best && distance >= best.distance)
    )
      continue;
    const spokesman = tokens.findLastIndex(
      ({ text }, index) => index < from && index >= from - 3 && words.spokesmen.has(text),
    );
    if (spokesman >= 0) {
      const start = tokens[spokesman]?.start ?? mention.start;
      const source: Phrase = { start, end: mention.end, kind: "phrase", from: spokesman };
      best = { source, confidence: LIKELY, distance };
      continue;
    }
    if (words.prepositions.has(tokens[from - 1]?.text ?? "")) continue;
    if (between.some(({ text }) => text === QUOTATION_TOKEN || text === ":")) continue;
    const isSure = distance <= NEAR_NAME && between.every(({ kind }) => kind !== "mark");
    const source: Phrase = { start: mention.start, end: mention.end, kind: "name", from };
    best = { source, confidence: isSure ? SURE : LIKELY, distance };
  }
  return best && { source: best.source, confidence: best.confidence };
}

/** « … », a dit le maire: article and noun right behind a verb, for somebody who is not named. */
function nounBehind(
  tokens: readonly Token[],
  { verb, words }: { readonly verb: Verb; readonly words: LanguageCues },
): Pick<Attribution, "source" | "confidence"> | undefined {
  const first = tokens[verb.to];
  if (!first || !words.determiners.has(first.text.toLowerCase())) return undefined;
  let to = verb.to + 1;
  while (to < verb.to + LONGEST_NOUN && tokens[to]?.kind === "word") {
    if (to > verb.to + 1 && words.prepositions.has(tokens[to]?.text ?? "")) break;
    to += 1;
  }
  const last = tokens[to - 1];
  if (!last || to === verb.to + 1) return undefined;
  const source: Phrase = { start: first.start, end: last.end, kind: "phrase", from: verb.to };
  return { source, confidence: LIKELY };
}
