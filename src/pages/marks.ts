/** What is drawn over an article's text: sentences, quotations, people, dates? Stage 6. */
import type { Appearance, ArchiveArticle, Span, Timex } from "../model.ts";
import type { Link, Mark } from "../page-parts.ts";
import { anchorsOf } from "../text/anchors.ts";
import { isSure } from "../text/certainty.ts";
import { dateLabel } from "../text/dates.ts";
import { timeInWords } from "../text/interface-times.ts";
import type { Utterance } from "../text/utterances.ts";
import type { PageContext } from "./context.ts";

/** What an article's page knows of it already. */
export interface MarkOptions {
  readonly context: PageContext;
  readonly bodyStart: number;
  readonly utterances: readonly Utterance[];
  /** By the name that the article's annotations have. */
  readonly speakers: ReadonlyMap<string, Link>;
}

/**
 * Returns the marks of an article's body, as offsets into the plain text of its Markdown (`bodyStart`
 * is where that starts in the document's text), sorted by start, longer first.
 */
export function marksOf(
  article: ArchiveArticle,
  appearances: readonly Appearance[],
  options: MarkOptions,
): readonly Mark[] {
  const { context, bodyStart, utterances, speakers } = options;
  const marks = [
    ...sentenceMarks(article),
    ...datelineMarks(article),
    ...quotationMarks(utterances, speakers, context),
    ...personMarks(appearances, { context, bodyStart }),
    ...timeMarks(article, context),
  ];
  return marks
    .filter((mark) => mark.start >= bodyStart)
    .map((mark) => ({ ...mark, start: mark.start - bodyStart, end: mark.end - bodyStart }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function sentenceMarks({ annotations }: ArchiveArticle): Mark[] {
  const anchors = anchorsOf(annotations.sentences);
  return annotations.sentences.map(({ start, end }, index) => ({
    kind: "sentence",
    id: anchors[index] ?? "",
    start,
    end,
  }));
}

function datelineMarks({ document }: ArchiveArticle): Mark[] {
  if (document.dateline === undefined) return [];
  const { start, end } = document.dateline;
  return [{ kind: "dateline", start, end }];
}

function quotationMarks(
  utterances: readonly Utterance[],
  speakers: ReadonlyMap<string, Link>,
  context: PageContext,
): Mark[] {
  return utterances.flatMap(({ pieces, anchor, speaker: name = "", evidence }) => {
    const speaker = speakers.get(name);
    return pieces.map(
      ({ start, end, kind }, index): Mark => ({
        kind: "quotation",
        id: anchor,
        start,
        end,
        quoted: kind,
        sure: isSure(evidence.confidence),
        because: context.whyTheirs(evidence.rule),
        ...(index > 0 && { goesOn: true as const }),
        ...(speaker !== undefined && { speaker }),
      }),
    );
  });
}

/** Each person with a page, linked where the body first names them. */
function personMarks(
  appearances: readonly Appearance[],
  options: { readonly context: PageContext; readonly bodyStart: number },
): Mark[] {
  return appearances.flatMap((appearance): Mark[] => {
    if (appearance.kind !== "person") return [];
    const { name, address } = options.context.names.link(appearance);
    const first: Span | undefined = appearance.mentions.find(
      ({ start }) => start >= options.bodyStart,
    );
    if (address === undefined || first === undefined) return [];
    return [{ kind: "person", start: first.start, end: first.end, name, address }];
  });
}

function timeMarks(article: ArchiveArticle, context: PageContext): Mark[] {
  return article.annotations.times.map((timex) => {
    const label = timeLabelOf(timex, article, context);
    const address = isOfCalendar(timex) ? context.timeAddress(timex.value) : undefined;
    return {
      kind: "time",
      start: timex.start,
      end: timex.end,
      value: timex.value,
      type: timex.type,
      because: context.whyThen(timex.evidence.rule),
      ...(label !== undefined && { label }),
      ...(address !== undefined && { address }),
    };
  });
}

/** The date in full, where the words printed do not state it already. */
function timeLabelOf(
  timex: Timex,
  { document }: ArchiveArticle,
  { words }: PageContext,
): string | undefined {
  const label = isOfCalendar(timex) ? timeInWords(timex.value, words) : undefined;
  if (label === undefined) return undefined;
  const printed = document.text.slice(timex.start, timex.end);
  const says = (date: string): boolean => date.split(" ").every((part) => printed.includes(part));
  // the article may be in another language than the interface
  return says(label) || says(dateLabel(timex.value, document.language)) ? undefined : label;
}

function isOfCalendar({ type }: Timex): boolean {
  return type === "DATE" || type === "TIME";
}
