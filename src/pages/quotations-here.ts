/** How is each quotation of an article cited on its page? Stage 6. */
import type { Link, QuotationHere } from "../page-parts.ts";
import { isSure } from "../text/certainty.ts";
import { type Utterance, wordsOf } from "../text/utterances.ts";

/** A citation repeats so many characters; the rest is one click away. */
const LONGEST = 200;
/** By its opening mark, what closes a quotation that has been cut. */
const CLOSERS: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“",
  "”": "”",
  "«": "»",
  "»": "«",
  "‘": "’",
  "「": "」",
  "『": "』",
};

/** Returns an article's utterances as they are cited, in the order of the text. */
export function quotationsHere(
  text: string,
  utterances: readonly Utterance[],
  speakers: ReadonlyMap<string, Link>,
): readonly QuotationHere[] {
  return utterances.map((utterance) => {
    const speaker = speakers.get(utterance.speaker ?? "");
    return {
      id: utterance.anchor,
      text: shortened(wordsOf(text, utterance)),
      sure: isSure(utterance.evidence.confidence),
      ...(speaker !== undefined && { speaker }),
    };
  });
}

/** Cut between words, with three points and the closing mark; paragraphs run on. */
function shortened(words: string): string {
  const line = words.replace(/\s+/gu, " ");
  if (line.length <= LONGEST) return line;
  const cut = line.lastIndexOf(" ", LONGEST);
  const opening = line.charAt(0);
  return `${line.slice(0, cut > 0 ? cut : LONGEST)} …${CLOSERS[opening] ?? (/\p{L}/u.test(opening) ? "" : opening)}`;
}
