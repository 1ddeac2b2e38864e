/** Which names of a text in Russian, Ukrainian or Polish are one name in several cases? Stage 4, recognise. */
import { foldName } from "../../../text/fold.ts";
import { printedName } from "../../../text/invisible.ts";
import type { Reading } from "../../reading.ts";
import type { NameSpan } from "../recogniser.ts";
import type { CapitalWords } from "./capital-words.ts";

const SLAVONIC = /(?:ого|ому|ими|ыми|ій|ий|ый|ая|ую|ові|еві|ым|им|ом|ем|ою|ой|ей|[аеиіоуыюяйь])$/;
/** By language, what is taken off a word, twice at most, to get what its cases have in common. */
const ENDINGS: ReadonlyMap<string, RegExp> = new Map([
  ["ru", SLAVONIC],
  ["uk", SLAVONIC],
  ["pl", /(?:iego|iemu|ego|emu|owi|iem|em|ie|im|ym|[aeiouy])$/],
]);

/**
 * Returns the spans; a person whose name stands in another case goes by the form that a document has with its given
 * name in the nominative (Владимира Лорнова by Владимир Лорнов). Without such a form it keeps the printed one.
 */
export function withUsualNames(
  reading: Reading,
  spans: readonly NameSpan[],
  words: CapitalWords,
): readonly NameSpan[] {
  const endings = ENDINGS.get(words.language);
  if (endings === undefined) return spans;
  const printed = ({ start, end }: NameSpan): string =>
    printedName(reading.document.text.slice(start, end));
  const usual = new Map<string, string>();
  for (const span of spans) {
    const name = printed(span);
    const [given = ""] = name.toLowerCase().split(" ");
    const key = stemOf(name, endings);
    if (span.kind !== "person" || !words.nominative.has(given)) continue;
    const known = usual.get(key);
    if (known === undefined || name.length < known.length) usual.set(key, name);
  }
  return spans.map((span) => {
    const name = span.kind === "person" ? usual.get(stemOf(printed(span), endings)) : undefined;
    return name === undefined || name === printed(span) ? span : { ...span, name };
  });
}

function stemOf(name: string, endings: RegExp): string {
  const once = (word: string): string => (word.length > 3 ? word.replace(endings, "") : word);
  return foldName(name)
    .split(" ")
    .map((word) => once(once(word)))
    .join(" ");
}
