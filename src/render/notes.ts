/** What does the margin say beside a passage: who speaks, which day is meant, and why? For rendering. */
import type { Direction, Mark } from "../page-parts.ts";
import { blockText, type MarkdownBlock } from "../text/markdown.ts";
import { type Html, html } from "./html.ts";
import type { Linker } from "./urls.ts";

/** The language that notes are written in, if the text beside them has another. */
export interface NoteLanguage {
  readonly language: string;
  readonly direction: Direction;
}

type QuotationMark = Extract<Mark, { kind: "quotation" }>;
type TimeMark = Extract<Mark, { kind: "time" }>;

/** What stands beside a passage. */
export interface PassageNotes {
  readonly notes?: Html;
  /** The id of the note that explains a time, by its mark. */
  readonly idOf: ReadonlyMap<Mark, string>;
}

/**
 * Draws an article's margin notes passage by passage and remembers what it has said, so that a speaker
 * is named once a passage and a reason is given again only when it is another one.
 */
export class NoteKeeper {
  readonly #link: Linker;
  readonly #attributes: Html | undefined;
  readonly #daysExplained = new Set<string>();
  #lastReason = "";
  #days = 0;

  constructor(link: Linker, language?: NoteLanguage) {
    this.#link = link;
    this.#attributes = language && html` lang="${language.language}" dir="${language.direction}"`;
  }

  /**
   * Returns the notes on the marks that begin in these blocks, in an element of class `notes`, or
   * nothing, and the id of the note that explains each time. Search leaves them out.
   */
  passage(marks: readonly Mark[], blocks: readonly MarkdownBlock[]): PassageNotes {
    const here = marks.filter((mark) => blocks.some((block) => beginsIn(mark, block)));
    const speakers = speakersOf(here).map((mark) => this.#speaker(mark));
    const idOf = new Map<Mark, string>();
    const days = daysOf(here, blocks).map((day) => {
      this.#days += 1;
      const id = `t${this.#days}`;
      for (const mark of day.marks) idOf.set(mark, id);
      return this.#day(day, id);
    });
    const notes = [...speakers, ...days];
    if (notes.length === 0) return { idOf };
    return {
      idOf,
      notes: html`<div class="notes" data-pagefind-ignore="all"${this.#attributes}>${notes}</div>`,
    };
  }

  #speaker(mark: SpokenMark): Html {
    const reason = `${mark.speaker.name}: ${mark.because}`;
    const why = reason === this.#lastReason ? "" : mark.because;
    this.#lastReason = reason;
    const doubt = mark.sure ? "" : html` <span class="doubt">probably</span>`;
    const name = nameOf(mark.speaker, this.#link);
    return html`<p class="note speaker" role="note">${name}${doubt}${reasonOf(why)}</p>`;
  }

  #day({ words, marks: [mark] }: ExplainedDay, id: string): Html {
    const explained = `${words}: ${mark.because}`;
    const why = this.#daysExplained.has(explained) ? "" : mark.because;
    this.#daysExplained.add(explained);
    const name = nameOf({ name: mark.label ?? "", address: mark.address }, this.#link);
    return html`<p class="note day" role="note" id="${id}"><bdi class="words">${words}</bdi>: ${name}${reasonOf(why)}</p>`;
  }
}

function reasonOf(because: string): Html | undefined {
  return because === "" ? undefined : html` <span class="why">— ${because}</span>`;
}

function nameOf(name: { name: string; address?: string | undefined }, link: Linker): Html {
  return name.address === undefined
    ? html`<bdi>${name.name}</bdi>`
    : html`<a href="${link(name.address)}"><bdi>${name.name}</bdi></a>`;
}

type SpokenMark = QuotationMark & { readonly speaker: NonNullable<QuotationMark["speaker"]> };

/** Each speaker's first quotation of the passage. */
function speakersOf(marks: readonly Mark[]): readonly SpokenMark[] {
  const speakers = new Map<string, SpokenMark>();
  for (const mark of marks)
    if (isSpoken(mark) && !speakers.has(mark.speaker.name)) speakers.set(mark.speaker.name, mark);
  return [...speakers.values()];
}

function isSpoken(mark: Mark): mark is SpokenMark {
  return mark.kind === "quotation" && mark.quoted !== "scare" && mark.speaker !== undefined;
}

interface ExplainedDay {
  readonly words: string;
  /** All that are printed so and mean it, in the order of the text. */
  readonly marks: [TimeMark, ...TimeMark[]];
}

/** The days whose printed words need a calendar, each pair of words and day once a passage. */
function daysOf(marks: readonly Mark[], blocks: readonly MarkdownBlock[]): readonly ExplainedDay[] {
  const days = new Map<string, ExplainedDay>();
  for (const mark of marks) {
    if (mark.kind !== "time" || mark.label === undefined) continue;
    const words = wordsOf(mark, blocks);
    const key = `${words}: ${mark.label}`;
    const known = days.get(key);
    if (known === undefined) days.set(key, { words, marks: [mark] });
    else known.marks.push(mark);
  }
  return [...days.values()];
}

function beginsIn(mark: Mark, block: MarkdownBlock): boolean {
  return mark.start >= block.start && mark.start < block.end;
}

function wordsOf(mark: Mark, blocks: readonly MarkdownBlock[]): string {
  const block = blocks.find((candidate) => beginsIn(mark, candidate));
  if (block === undefined) return "";
  return blockText(block).slice(mark.start - block.start, mark.end - block.start);
}
