/** What is a person called or told by others, in quotation marks? Stage 6. */
import type { Appearance, Span } from "../model.ts";
import type { QuotationEntry } from "../page-parts.ts";
import { SentenceFinder } from "../text/anchors.ts";
import { citedQuotation, utterancesOf } from "../text/utterances.ts";
import type { PageContext } from "./context.ts";
import { peopleByName } from "./speakers.ts";

/**
 * Returns the quotations of one article that name a person between their quotation marks and whose speaker is known to
 * be somebody else. Nothing less is claimed: a name beside the marks may be that of the speaker or of a listener.
 */
export function saidAbout(appearance: Appearance, context: PageContext): readonly QuotationEntry[] {
  const spoken = context.articles.spokenSpans(appearance.article);
  const names = appearance.mentions.some(({ start, end }) =>
    spoken.some((quotation) => start >= quotation.start && end <= quotation.end),
  );
  if (!names) return [];
  const article = context.articles.article(appearance.article);
  const { annotations, document } = article;
  const here = context.names.appearancesIn(appearance.article);
  const speakers = peopleByName(annotations.people, here);
  const own = annotations.people.find(({ name }) => speakers.get(name)?.slug === appearance.slug);
  const finder = new SentenceFinder(document, annotations.sentences);
  return utterancesOf(document, annotations.quotations).flatMap((utterance) => {
    const { speaker, pieces } = utterance;
    if (speaker === undefined || speaker === own?.name) return [];
    const theirs = speakers.get(speaker);
    const isNamed = appearance.mentions.some((mention) => pieces.some(holds(mention)));
    if (theirs?.slug === appearance.slug || !isNamed) return [];
    const cited = citedQuotation(document, utterance, finder);
    if (cited === undefined) return [];
    const entry = context.quotationEntry(appearance.article, cited);
    return [
      { ...entry, speaker: theirs === undefined ? { name: speaker } : context.names.link(theirs) },
    ];
  });
}

function holds(mention: Span): (piece: Span) => boolean {
  return ({ start, end }) => mention.start >= start && mention.end <= end;
}
