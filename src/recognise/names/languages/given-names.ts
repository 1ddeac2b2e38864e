/** Where does a name start and end in a capitalised row of another language? Stage 4, recognise. */
import type { Line, Word } from "../../reading.ts";
import { type Chunk, phraseAt } from "../chunks.ts";
import { lexicon } from "../lexicon.ts";
import type { CapitalWords } from "./capital-words.ts";

const MOST_NAMES = 4;
const INITIALS = /^(?:\p{Lu}\.-?)+$/u;
/** Languages whose nouns have capitals: behind one surname the sentence goes on. */
const ONE_SURNAME: ReadonlySet<string> = new Set(["de", "lb"]);
/** A case of Turkish ends a name. */
const CASE = /['’]/;
const NUMERAL = /^[IVX]+$/;
/** Patronymics stand between given name and surname. */
const PATRONYMIC = /(?:ович|евич|івна|ївна|овна|евна|ична|йович)(?:а|у|ем|ы|е|ой|і)?$/;

/** Returns the index of the given name that opens the name in a row; a given name behind `de` or `von` opens another. */
export function givenAt(
  line: Line,
  { first, last }: Chunk,
  words: CapitalWords,
): number | undefined {
  const { particles } = lexicon();
  const isGiven = (at: number): boolean => {
    const word = line.words[at];
    if (word === undefined || at >= last || !word.capital) return false;
    return words.given.has(word.key) && !particles.has(word.key) && !isOpener(word, at);
  };
  for (let at = first; at < last - 1; at += 1) {
    if (!isGiven(at)) continue;
    const behind = line.words.slice(at + 1, last);
    const name = behind.findIndex(({ capital }) => capital);
    // Nike de | Nicolás Maduro
    if (name > 0 && isGiven(at + 1 + name) && at + 2 + name < last) continue;
    return at;
  }
  return undefined;
}

/** A short word at the start of a sentence is an article or a pronoun sooner than a name. */
function isOpener({ text }: Word, at: number): boolean {
  return at === 0 && text.length < 4;
}

/**
 * Returns where the name ends: behind the given names, the particles and one surname (of two words where nouns have no capitals).
 * Nothing where what follows is no surname: a body, a place, letters.
 */
export function endOfName(
  line: Line,
  { first, last }: Chunk,
  words: CapitalWords,
): number | undefined {
  const { particles } = lexicon();
  const most = ONE_SURNAME.has(words.language) ? 1 : 2;
  let surnames = 0;
  let end = first + 1;
  for (let at = first + 1; at < last && surnames < most && at - first <= MOST_NAMES; at += 1) {
    const word = line.words[at];
    if (word === undefined) break;
    if (!word.capital && particles.has(word.key)) {
      if (isArticle(line, at, words)) break;
      if (end > first + 1 && opensAnother(line, at + 1, { last, words })) break;
      continue;
    }
    if (!isSurname(word, words)) break;
    if (surnames > 0 && opensAnother(line, at, { last: last - 1, words })) break;
    end = at + 1;
    if (NUMERAL.test(word.text) || (words.language === "tr" && CASE.test(word.text))) break;
    const inner =
      words.given.has(word.key) || INITIALS.test(word.text) || PATRONYMIC.test(word.key);
    if (!inner || particles.has(line.words[at - 1]?.key ?? "")) surnames += 1;
  }
  return end > first + 1 && !isPlaceBehind(line, first + 1, end) ? end : undefined;
}

/** Vera Lorne | den Preis: in German der, den are articles unless von or van stands before them. */
function isArticle(line: Line, at: number, { language }: CapitalWords): boolean {
  return language === "de" && ARTICLE.test(line.words[at]?.key ?? "")
    ? !BEFORE_ARTICLE.test(line.words[at - 1]?.key ?? "")
    : false;
}

const ARTICLE = /^d(?:er|en|em|es|ie|as)$/;
const BEFORE_ARTICLE = /^(?:von|van|zu|in|auf)$/;

/** Vera Lorne da | Marco Tell, Felipe VI y | Letizia: what stands behind the particle is another person. */
function opensAnother(
  line: Line,
  at: number,
  { last, words }: { readonly last: number; readonly words: CapitalWords },
): boolean {
  const word = line.words[at];
  return word !== undefined && at < last && words.given.has(word.key);
}

/** Rocío de Sevilla: a particle and a place. */
function isPlaceBehind(line: Line, first: number, end: number): boolean {
  const { particles } = lexicon();
  const opens = particles.has(line.words[first]?.key ?? "");
  return opens && phraseAt(line.words, first + 1)?.length === end - first - 1;
}

function isSurname(word: Word, words: CapitalWords): boolean {
  const lists = lexicon();
  if (!word.capital) return false;
  if (words.bodies.has(word.key) || words.titles.has(word.key)) return false;
  if (
    lists.bodyWords.has(word.key) ||
    lists.nobody.has(word.key) ||
    lists.placeBehind.has(word.key)
  )
    return false;
  return INITIALS.test(word.text) || word.text.length < 3 || word.text !== word.text.toUpperCase();
}
