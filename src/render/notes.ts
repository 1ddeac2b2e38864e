/** What does the margin say beside a passage: who speaks, which day is meant, and why? For rendering. */
import type { Direction, Mark } from "../page-parts.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
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
  readonly #words: InterfaceWords;
  readonly #attributes: Html | undefined;
  readonly #daysExplained = new Set<string>();
  #lastReason = "";
  #days = 0;

  constructor(link: Linker, words: InterfaceWords, language?: NoteLanguage) {
    this.#link = link;
    this.#words = words;
    this.#attributes = language && html` lang="${language.language}" dir="${language.direction}"`;
  }

  /**
   * Returns the notes on the marks that begin in these blocks, in an element of class `notes`, or
   * nothing, and the id of the note that explains each time. Search leaves them out.
   */
  passage(marks: readonly Mark[], blocks: readonly MarkdownBlock[]): PassageNotes {
    const here = marks.filter((mark) => blocks.some((block) => beginsIn(mark, block)));
    const idOf = new Map<Mark, string>();
    const notes = [
      ...spokenIn(here).map((marks) => this.#speaker(marks, blocks)),
      ...unspokenIn(here).map((mark) => unspoken(mark, blocks, this.#words)),
      ...daysOf(here, blocks).map((day) => {
        this.#days += 1;
        const id = `t${this.#days}`;
        for (const mark of day.marks) idOf.set(mark, id);
        return this.#day(day, id);
      }),
    ];
    if (notes.length === 0) return { idOf };
    return {
      idOf,
      notes: html`<div class="notes" data-pagefind-ignore="all"${this.#attributes}>${notes}</div>`,
    };
  }

  /** Of one speaker, as sure; each of the quotations can be linked to, and reasons stand where they are other ones than before. */
  #speaker([mark, ...others]: readonly [SpokenMark, ...SpokenMark[]], blocks: Blocks): Html {
    const doubt = mark.sure
      ? ""
      : html` <span class="doubt">${this.#words.say("speaker.probably")}</span>`;
    const name = nameOf(mark.speaker, this.#link);
    const quotations = [mark, ...others].map(
      (one) => html`${this.#newReason(one)}${linkTo(one, blocks, this.#words)}`,
    );
    return html`<p class="note speaker" role="note">${name}${doubt}${quotations}</p>`;
  }

  #newReason({ speaker, because }: SpokenMark): Html | undefined {
    const reason = `${speaker.name}: ${because}`;
    const isSame = reason === this.#lastReason;
    this.#lastReason = reason;
    return isSame ? undefined : reasonOf(because);
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
type Blocks = readonly MarkdownBlock[];

/** The quotations of a passage that have a speaker, together where one note holds for them. */
function spokenIn(marks: readonly Mark[]): readonly [SpokenMark, ...SpokenMark[]][] {
  const byNote = new Map<string, [SpokenMark, ...SpokenMark[]]>();
  for (const mark of marks) {
    if (!isSpoken(mark)) continue;
    const { speaker, sure } = mark;
    const key = JSON.stringify([speaker.name, speaker.address, sure]);
    const together = byNote.get(key);
    if (together === undefined) byNote.set(key, [mark]);
    else together.push(mark);
  }
  return [...byNote.values()];
}

function isSpoken(mark: Mark): mark is SpokenMark {
  return mark.kind === "quotation" && mark.quoted !== "scare" && mark.speaker !== undefined;
}

function unspokenIn(marks: readonly Mark[]): readonly QuotationMark[] {
  return marks.filter(
    (mark): mark is QuotationMark =>
      mark.kind === "quotation" && mark.speaker === undefined && mark.goesOn === undefined,
  );
}

/** Nobody is named for it, but it can be linked to. */
function unspoken(mark: QuotationMark, blocks: Blocks, said: InterfaceWords): Html {
  return html`<p class="note unspoken" role="note">${linkTo(mark, blocks, said)}</p>`;
}

const WORDS_OF_LABEL = 6;

/** The sign by which a reader takes a quotation's address along; a piece that goes on has the first one's. */
function linkTo(mark: QuotationMark, blocks: Blocks, said: InterfaceWords): Html | undefined {
  if (mark.goesOn) return undefined;
  const all = wordsOf(mark, blocks).split(/\s+/u);
  const words = all.slice(0, WORDS_OF_LABEL).join(" ");
  const label = said.say("article.quotationLink", {
    words: `${words}${all.length > WORDS_OF_LABEL ? " …" : ""}`,
  });
  return html` <a class="permalink" href="#${mark.id}" aria-label="${label}">¶</a>`;
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

function wordsOf(mark: Mark, blocks: Blocks): string {
  const block = blocks.find((candidate) => beginsIn(mark, candidate));
  if (block === undefined) return "";
  return blockText(block).slice(mark.start - block.start, mark.end - block.start);
}
