/** What is drawn over an article's text: sentences, quotations, people, dates? Stage 6. */
import type { Appearance, ArchiveArticle, Quotation, Span, Timex } from "../model.ts";
import type { Link, Mark } from "../page-parts.ts";
import { anchorsOf } from "../text/anchors.ts";
import { isSure } from "../text/certainty.ts";
import { calendarPlace } from "../text/time-values.ts";
import type { PageContext } from "./context.ts";
import { peopleByName } from "./speakers.ts";

/**
 * Returns the marks of an article's body, as offsets into the plain text of its Markdown (`bodyStart`
 * is where that starts in the document's text), sorted by start, longer first.
 */
export function marksOf(
  article: ArchiveArticle,
  appearances: readonly Appearance[],
  options: { readonly context: PageContext; readonly bodyStart: number },
): readonly Mark[] {
  const { context, bodyStart } = options;
  const marks = [
    ...sentenceMarks(article),
    ...datelineMarks(article),
    ...quotationMarks(article, appearances, context),
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
  { annotations }: ArchiveArticle,
  appearances: readonly Appearance[],
  context: PageContext,
): Mark[] {
  const speakers = speakersOf(annotations.people, appearances, context);
  return annotations.quotations
    .filter(({ kind }) => kind !== "scare")
    .map((quotation: Quotation, index) => {
      const speaker = speakers.get(quotation.speaker ?? "");
      return {
        kind: "quotation",
        id: `q${index + 1}`,
        start: quotation.start,
        end: quotation.end,
        quoted: quotation.kind,
        sure: isSure(quotation.evidence.confidence),
        because: context.wordings.speaker(quotation.evidence.rule),
        ...(speaker !== undefined && { speaker }),
      };
    });
}

/** The archive's person for each name that this article's quotations have as their speaker. */
function speakersOf(
  people: ArchiveArticle["annotations"]["people"],
  appearances: readonly Appearance[],
  context: PageContext,
): ReadonlyMap<string, Link> {
  const known = peopleByName(people, appearances);
  return new Map(
    people.map(({ name }) => {
      const appearance = known.get(name);
      return [name, appearance === undefined ? { name } : context.link(appearance)];
    }),
  );
}

/** Each person with a page, linked where the body first names them. */
function personMarks(
  appearances: readonly Appearance[],
  options: { readonly context: PageContext; readonly bodyStart: number },
): Mark[] {
  return appearances.flatMap((appearance): Mark[] => {
    if (appearance.kind !== "person") return [];
    const { name, address } = options.context.link(appearance);
    const first: Span | undefined = appearance.mentions.find(
      ({ start }) => start >= options.bodyStart,
    );
    if (address === undefined || first === undefined) return [];
    return [{ kind: "person", start: first.start, end: first.end, name, address }];
  });
}

function timeMarks({ annotations, document }: ArchiveArticle, context: PageContext): Mark[] {
  return annotations.times.map((timex) => {
    const label = timeLabelOf(timex, document.text.slice(timex.start, timex.end));
    const address = isOfCalendar(timex) ? context.timeAddress(timex.value) : undefined;
    return {
      kind: "time",
      start: timex.start,
      end: timex.end,
      value: timex.value,
      type: timex.type,
      because: context.wordings.time(timex.evidence.rule),
      ...(label !== undefined && { label }),
      ...(address !== undefined && { address }),
    };
  });
}

/** The date in full, where the words printed do not state it already. */
function timeLabelOf(timex: Timex, printed: string): string | undefined {
  const label = isOfCalendar(timex) ? calendarPlace(timex.value)?.label : undefined;
  if (label === undefined) return undefined;
  const says = label.split(" ").every((part) => printed.includes(part));
  return says ? undefined : label;
}

function isOfCalendar({ type }: Timex): boolean {
  return type === "DATE" || type === "TIME";
}
