/** Is a word of a phrase a word here, or part of a name? (stage 4, recognise) */
import type { Mention, Person, Span } from "../../model.ts";
import titles from "../../words/titles.json" with { type: "json" };
import words from "../../words/topic-words.json" with { type: "json" };
import type { Line, Reading, Word } from "../reading.ts";

/** How a word is used: as itself, as a title before a name, as what the name of an institution ends in, or in a name. */
export type Use = "plain" | "titled" | "naming" | "named";

/** What is asked of the names of one document. */
export interface NameWords {
  /** How the single word at `at` of a line is used. */
  readonly useOf: (line: Line, at: number) => Use;
  /** Whether the span shares a letter with the name of a person. */
  readonly isInPerson: (span: Span) => boolean;
}

/** Words that are capitalised for the sentence's sake and begin no name. */
const OPENERS: ReadonlySet<string> = new Set(words.openers.split(" "));
/** Behind these a word with a capital is still that word: the Bridge, Iran’s Parliament. */
const DETERMINERS: ReadonlySet<string> = new Set(words.determiners.split(" "));
const TITLES: ReadonlySet<string> = new Set(`${titles.heads} ${titles.ranks}`.split(" "));
/** Last words of names that still are what they say: Port Ellis Hospital. */
const INSTITUTIONS: ReadonlySet<string> = new Set(words.institutions.split(" "));

/**
 * Returns what can be asked of a document's names. `hasLoneNames`: a capital within a sentence makes a name of a word, as it
 * does not in German.
 */
export function nameWordsOf(
  { lines }: Reading,
  people: readonly Person[],
  hasLoneNames: boolean,
): NameWords {
  let pairs: ReadonlySet<string> | undefined;
  let persons: readonly Span[] | undefined;
  const isPair = (first: Word | undefined, second: Word | undefined): boolean => {
    if (!first || !second) return false;
    pairs ??= namePairsOf(lines);
    return pairs.has(pairOf(first, second));
  };
  return {
    useOf: ({ words: all, capitals }, at) => {
      const word = all[at];
      if (!word?.capital) return "plain";
      if (capitals === "prose") return useInProse(all, at, hasLoneNames);
      return isPair(all[at - 1], word) || isPair(word, all[at + 1]) ? "named" : "plain";
    },
    isInPerson: ({ start, end }) => {
      persons ??= people.flatMap(({ mentions }) => mentions.filter(isName));
      return persons.some((name) => name.start < end && start < name.end);
    },
  };
}

function isName({ form }: Mention): boolean {
  return form === "full" || form === "short";
}

/** "Port" in "Port Ellis", "Rail" in "Bridge & Rail", "Toll" alone within a sentence: not the word but a name. */
function useInProse(all: readonly Word[], at: number, hasLoneNames: boolean): Use {
  const [before, word, after] = [all[at - 1], all[at], all[at + 1]];
  const joined = before?.text === "&" ? all[at - 2] : before;
  const isBefore = isNamePart(after);
  if (isBefore || isNamePart(joined)) {
    if (word && TITLES.has(word.key)) return "titled";
    return !isBefore && word && INSTITUTIONS.has(word.key) ? "naming" : "named";
  }
  const isLone = before?.kind === "word" && !DETERMINERS.has(before.key);
  return isLone && hasLoneNames ? "named" : "plain";
}

/** Pairs of names in lines whose case tells, so that PORT ELLIS in a headline is known as one. */
function namePairsOf(lines: readonly Line[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const { words: all, capitals } of lines) {
    if (capitals !== "prose") continue;
    for (let at = 1; at < all.length; at += 1) {
      const [first, second] = [all[at - 1], all[at]];
      if (first && second && isNamePart(second) && isNamePart(first))
        pairs.add(pairOf(first, second));
    }
  }
  return pairs;
}

function isNamePart(word: Word | undefined): boolean {
  return word?.capital === true && !OPENERS.has(word.key);
}

function pairOf(first: Word, second: Word): string {
  return `${first.key} ${second.key}`;
}
