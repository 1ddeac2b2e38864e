/** How is a text drawn with what was recognised in it, its evidence in the margin? For rendering and layouts. */
import type { Mark } from "../page-parts.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import { blockText, type MarkdownBlock, parseMarkdown } from "../text/markdown.ts";
import { type InLanguage, passageLanguage } from "../text/passage-language.ts";
import { type Html, html } from "./html.ts";
import { languageWithin } from "./language.ts";
import { layersOf, renderLayers } from "./layers.ts";
import { NoteKeeper, type NoteLanguage, type PassageNotes } from "./notes.ts";
import type { Linker } from "./urls.ts";

/** What else may be said about a body. */
export interface BodyOptions {
  /** What is said beside it. */
  readonly words: InterfaceWords;
  /** The notes' language, where it is not the text's. */
  readonly notes?: NoteLanguage;
  /** The body's; a block in another script then says so. */
  readonly language?: InLanguage;
}

/**
 * Returns the mark-up of a Markdown body, with the marks, if any, drawn over its plain text. After each
 * block stand its notes, in an element of class `notes`; all else, without mark-up, is to the character
 * the text of the blocks. Marks are sorted by start, longer first; they may overlap and cross blocks; an
 * `id` is given once, to the first piece.
 *
 *     renderMarkdown("Reis *left*.", [], link, { words })   // <p>Reis <em>left</em>.</p>
 */
export function renderMarkdown(
  markdown: string,
  marks: readonly Mark[],
  link: Linker,
  options: BodyOptions,
): Html {
  const groups = groupsOf(parseMarkdown(markdown));
  const marksOf = marksByGroup(groups, marks);
  const notes = new NoteKeeper(link, options.words, options.notes);
  const ids = new Set<string>();
  const tables = groups.filter(([block]) => block.kind === "table");
  const numbers = new Map(tables.map((group, index) => [group, index + 1]));
  return html`${groups.map((group, index) => {
    const here = marksOf[index] ?? [];
    const table = tableName(tables.length > 1 ? numbers.get(group) : undefined, options.words);
    const passage = notes.passage(here, group);
    const drawing = { marks: here, link, ids, table, language: options.language, ...passage };
    return html`${renderGroup(group, drawing)}${passage.notes}
`;
  })}`;
}

function tableName(number: number | undefined, words: InterfaceWords): string {
  return number === undefined
    ? words.say("article.table")
    : words.say("article.tableNumber", { number });
}

interface Drawing {
  readonly marks: readonly Mark[];
  readonly link: Linker;
  /** Those already given, so that a mark in two pieces has one target. */
  readonly ids: Set<string>;
  /** The ids of the notes on times. */
  readonly idOf: PassageNotes["idOf"];
  /** What a table is called, for those who do not see it. */
  readonly table: string;
  readonly language: InLanguage | undefined;
}

/** Blocks that share an element: the items of a list, the paragraphs of a quotation. */
type Group = readonly [MarkdownBlock, ...MarkdownBlock[]];

function groupsOf(blocks: readonly MarkdownBlock[]): readonly Group[] {
  const groups: [MarkdownBlock, ...MarkdownBlock[]][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    if (group !== undefined && belongsTogether(group[0], block)) group.push(block);
    else groups.push([block]);
  }
  return groups;
}

function belongsTogether(first: MarkdownBlock, next: MarkdownBlock): boolean {
  if (first.kind !== next.kind) return false;
  if (first.kind === "blockquote") return true;
  return first.kind === "listItem" && (first.number === undefined) === (next.number === undefined);
}

/** Both are in the order of the text, so that one pass finds the marks that touch each group. */
function marksByGroup(
  groups: readonly Group[],
  marks: readonly Mark[],
): readonly (readonly Mark[])[] {
  let next = 0;
  let open: readonly Mark[] = [];
  return groups.map((group) => {
    const end = group.at(-1)?.end ?? group[0].end;
    const begun = next;
    while (next < marks.length && (marks[next]?.start ?? end) < end) next++;
    open = [...open, ...marks.slice(begun, next)].filter((mark) => mark.end > group[0].start);
    return open;
  });
}

function renderGroup(group: Group, drawing: Drawing): Html {
  const block = group[0];
  const text = (): Html => renderBlock(block, drawing);
  const lang = languageWithin(blockText(block), drawing.language);
  switch (block.kind) {
    case "paragraph":
      return html`<p${lang}>${text()}</p>`;
    case "crosshead":
      return html`<h2 class="crosshead"${lang}>${text()}</h2>`;
    case "caption":
      return html`<p class="caption"${lang}>${text()}</p>`;
    case "table":
      return html`<section class="scroll" aria-label="${drawing.table}" tabindex="0"><pre${lang}>${preText(text())}</pre></section>`;
    case "blockquote":
      return html`<blockquote>${group.map((part) => html`<p${languageWithin(blockText(part), drawing.language)}>${renderBlock(part, drawing)}</p>`)}</blockquote>`;
    case "listItem":
      return renderList(group, drawing);
  }
}

/** HTML drops one line end at the head of `pre`; a text that begins with one keeps it so. */
function preText(text: Html): Html {
  return html`
${text}`;
}

/** Items keep the mark that the source printed, for it is among its characters; they want no other one. */
const PRINTED_MARK = /^\s*(?:[•●▪◦‣*·–—-]|\d{1,3}[.)])\s/u;

function renderList(group: Group, drawing: Drawing): Html {
  const items = group.map((item) => {
    const words = renderBlock(item, drawing);
    const lang = languageWithin(blockText(item), drawing.language);
    return item.number === undefined
      ? html`<li${lang}>${words}</li>`
      : html`<li value="${item.number}"${lang}>${words}</li>`;
  });
  if (group[0].number !== undefined) return html`<ol>${items}</ol>`;
  return group.every((item) => PRINTED_MARK.test(blockText(item)))
    ? html`<ul class="marked">${items}</ul>`
    : html`<ul>${items}</ul>`;
}

function renderBlock(block: MarkdownBlock, drawing: Drawing): Html {
  const { marks, link, ids, idOf } = drawing;
  const language = drawing.language && passageLanguage(blockText(block), drawing.language);
  return renderLayers(block.runs, layersOf(block.runs, marks, { link, language, idOf }), ids);
}
