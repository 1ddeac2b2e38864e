/** What is a person called or told by others, in quotation marks? Stage 6. */
import type { Appearance, Quotation } from "../model.ts";
import type { QuotationEntry } from "../page-parts.ts";
import { SentenceFinder } from "../text/anchors.ts";
import { isSure } from "../text/certainty.ts";
import type { PageContext } from "./context.ts";
import { peopleByName } from "./speakers.ts";

/**
 * Returns the quotations of one article that name a person between their quotation marks and whose speaker is known to
 * be somebody else. Nothing less is claimed: a name beside the marks may be that of the speaker or of a listener.
 */
export function saidAbout(appearance: Appearance, context: PageContext): readonly QuotationEntry[] {
  const spoken = context.spokenSpans(appearance.article);
  const names = appearance.mentions.some(({ start, end }) =>
    spoken.some((quotation) => start >= quotation.start && end <= quotation.end),
  );
  if (!names) return [];
  const article = context.catalogue.article(appearance.article);
  if (article === undefined) return [];
  const { annotations, document } = article;
  const here = context.catalogue.appearancesIn(appearance.article);
  const speakers = peopleByName(annotations.people, here);
  const own = annotations.people.find(({ name }) => speakers.get(name)?.slug === appearance.slug);
  const finder = new SentenceFinder(document, annotations.sentences);
  return annotations.quotations.flatMap((quotation) => {
    const { speaker, kind, evidence } = quotation;
    if (speaker === undefined || kind === "scare" || speaker === own?.name) return [];
    const theirs = speakers.get(speaker);
    if (theirs?.slug === appearance.slug || !appearance.mentions.some(isWithin(quotation)))
      return [];
    const anchor = finder.cite(quotation)?.anchor;
    if (anchor === undefined) return [];
    const entry = context.quotationEntry(appearance.article, {
      anchor,
      text: document.text.slice(quotation.start, quotation.end),
      kind,
      sure: isSure(evidence.confidence),
    });
    return [{ ...entry, speaker: theirs === undefined ? { name: speaker } : context.link(theirs) }];
  });
}

function isWithin(quotation: Quotation): (mention: { start: number; end: number }) => boolean {
  return ({ start, end }) => start >= quotation.start && end <= quotation.end;
}
