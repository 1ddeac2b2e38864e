/**
 * Which blocks and words does a Markdown body hold, and how is a text written as Markdown? For every stage.
 *
 * The dialect is CommonMark less what would let a news text turn into mark-up unseen: no HTML, no
 * indented code, no underlined headings, rules, reference definitions, images or `<links>`. Two
 * conventions of our own: a paragraph that is wholly in italics is a caption, and a fenced block is a
 * table or other matter whose columns count.
 */
import MarkdownIt from "markdown-it";
import type { Block, BlockKind, Span } from "../model.ts";

type MarkdownToken = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];

/** How a run of text is set. */
export type TextMark = "strong" | "emphasis" | "code" | { readonly href: string };

/** A piece of a block's text, all of it set alike. `start` counts UTF-16 units of the plain text. */
export interface TextRun {
  readonly text: string;
  readonly start: number;
  readonly marks: readonly TextMark[];
}

/** A block of a Markdown body. `start` and `end` are UTF-16 offsets in `plainText`, end exclusive. */
export interface MarkdownBlock extends Block {
  readonly runs: readonly TextRun[];
  /** Of a crosshead, 1 to 6. */
  readonly level?: number;
  /** Of a list item in a numbered list: its number. */
  readonly number?: number;
}

const BETWEEN_BLOCKS = "\n\n";

/** What is nested deeper is dropped by the reader, and by the preset from the tenth list in a list. */
const DEEPEST = 500;

const reader = new MarkdownIt("commonmark", { html: false, maxNesting: DEEPEST }).disable([
  "code",
  "lheading",
  "hr",
  "html_block",
  "html_inline",
  "reference",
  "image",
  "autolink",
]);

/**
 * Returns the blocks of a Markdown body in order, with their text and how it is set.
 *
 *     parseMarkdown("Flour *rose*.\n\n## Bread")
 *     // paragraph 0–11 [{text: "Flour "}, {text: "rose", marks: ["emphasis"]}, {text: "."}], crosshead 13–18
 *
 * Nested blocks are flattened: each paragraph in a list item or a quotation is one block of that kind.
 */
export function parseMarkdown(markdown: string): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  const containers: Container[] = [];
  let offset = 0;
  for (const token of reader.parse(markdown, {})) {
    trackContainer(containers, token);
    const block = blockOf(token, containers.at(-1), offset);
    if (block === undefined) continue;
    blocks.push(block);
    offset = block.end + BETWEEN_BLOCKS.length;
  }
  return blocks;
}

/** Returns the words of a block, which `plainText` holds at the block's span. */
export function blockText(block: MarkdownBlock): string {
  return block.runs.map((run) => run.text).join("");
}

/** Returns the text of a Markdown body without mark-up, its blocks parted by an empty line. */
export function plainText(markdown: string): string {
  return parseMarkdown(markdown).map(blockText).join(BETWEEN_BLOCKS);
}

/**
 * Writes blocks of a text as a Markdown body, from which `parseMarkdown` gives the same kinds and, to
 * the character, the same words; only line ends become `\n`, and NUL, which Markdown cannot hold,
 * becomes U+FFFD. Blocks are `Block`s of `text`, in order, with no white space at their ends.
 *
 *     writeMarkdown("1. Flour <IBM>", [{kind: "paragraph", start: 0, end: 14}])  // "1\\. Flour \\<IBM>\n"
 */
export function writeMarkdown(text: string, blocks: readonly Block[]): string {
  let markdown = "";
  let before: BlockKind | undefined;
  for (const block of blocks) {
    if (before !== undefined)
      markdown += before === "listItem" && block.kind === "listItem" ? "\n" : "\n\n";
    markdown += writeBlock(wordsOf(text, block), block.kind);
    before = block.kind;
  }
  return markdown === "" ? "" : `${markdown}\n`;
}

// ------------------------------------------------------------------ reading

interface Container {
  readonly kind: BlockKind | "list";
  number?: number;
  level?: number;
}

const OPENS: Readonly<Record<string, Container["kind"]>> = {
  heading_open: "crosshead",
  blockquote_open: "blockquote",
  bullet_list_open: "list",
  ordered_list_open: "list",
  list_item_open: "listItem",
};

/** Keeps the stack of headings, quotations and lists that a token opens or closes. */
function trackContainer(containers: Container[], token: MarkdownToken): void {
  const kind = OPENS[token.type.replace("_close", "_open")];
  if (kind === undefined) return;
  if (token.nesting === -1) {
    containers.pop();
    return;
  }
  const container: Container = { kind };
  if (token.type === "heading_open") container.level = Number(token.tag.slice(1));
  if (token.type === "list_item_open" && token.info !== "") container.number = Number(token.info);
  containers.push(container);
}

function blockOf(
  token: MarkdownToken,
  container: Container | undefined,
  start: number,
): MarkdownBlock | undefined {
  if (token.type === "fence") {
    const text = token.content.replace(/\n$/, "");
    return { kind: "table", start, end: start + text.length, runs: [{ text, start, marks: [] }] };
  }
  if (token.type !== "inline") return undefined;
  const runs = runsOf(token.children ?? [], start);
  const last = runs.at(-1);
  if (last === undefined) return undefined;
  const end = last.start + last.text.length;
  if (container === undefined && isWhollyEmphasised(runs)) {
    const plain = runs.map((run) => ({
      ...run,
      marks: run.marks.filter((mark) => mark !== "emphasis"),
    }));
    return { kind: "caption", start, end, runs: plain };
  }
  const kind = container === undefined || container.kind === "list" ? "paragraph" : container.kind;
  return {
    kind,
    start,
    end,
    runs,
    ...(container?.level !== undefined && { level: container.level }),
    ...(container?.number !== undefined && { number: container.number }),
  };
}

const MARK_OPENS: Readonly<Record<string, TextMark>> = {
  strong_open: "strong",
  em_open: "emphasis",
};

function runsOf(tokens: readonly MarkdownToken[], offset: number): TextRun[] {
  const runs: TextRun[] = [];
  const marks: TextMark[] = [];
  let start = offset;
  const add = (text: string, set: readonly TextMark[]): void => {
    if (text === "") return;
    runs.push({ text, start, marks: set });
    start += text.length;
  };
  for (const token of tokens) {
    const opened = MARK_OPENS[token.type];
    if (opened !== undefined) marks.push(opened);
    else if (token.type === "link_open") marks.push({ href: String(token.attrGet("href") ?? "") });
    else if (token.nesting === -1) marks.pop();
    else if (token.type === "softbreak" || token.type === "hardbreak") add("\n", [...marks]);
    else if (token.type === "code_inline") add(token.content, [...marks, "code"]);
    else add(token.content, [...marks]);
  }
  return runs;
}

function isWhollyEmphasised(runs: readonly TextRun[]): boolean {
  return runs.every((run) => run.marks.includes("emphasis"));
}

// ------------------------------------------------------------------ writing

const LINE_END = /\r\n?/g;

function wordsOf(text: string, span: Span): string {
  return text.slice(span.start, span.end).replace(LINE_END, "\n").replaceAll("\0", "\ufffd");
}

function writeBlock(words: string, kind: BlockKind): string {
  switch (kind) {
    case "paragraph":
      return escapeLines(words).join("\n");
    case "crosshead":
      return `## ${escapeHeading(words)}`;
    case "listItem":
      return `- ${escapeLines(words).join("\n  ")}`;
    case "blockquote":
      return escapeLines(words)
        .map((line) => `> ${line}`)
        .join("\n");
    case "caption":
      return `*${escapeLines(words).join("\n")}*`;
    case "table":
      return fence(words);
  }
}

/** An ampersand counts where a character reference could follow; names of them have at most 31 letters. */
const INLINE_MARKUP = /[\\`*_[\]<]|&(?=#?[A-Za-z0-9]{1,31};)/g;
/** Marks that mean something at the head of a line only: `# `, `> `, `- `, `1. `, `~~~`. */
const LINE_HEAD = /^(?:(?<digits>\d{1,9})(?=[.)](?:\s|$))|(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|~~~))/;
const SPACE_AT_HEAD = /^[ \t]/;
const SPACE_AT_END = /[ \t]$/;

/** Escapes each line so that it stays one line of text; empty lines become written-out line ends. */
function escapeLines(words: string): string[] {
  const lines: string[] = [];
  let emptyBefore = "";
  for (const line of words.split("\n")) {
    if (line === "" && lines.length > 0) {
      emptyBefore += "&#10;";
    } else {
      lines.push(emptyBefore + escapeLine(line));
      emptyBefore = "";
    }
  }
  return lines;
}

function escapeLine(line: string): string {
  const inline = line.replace(INLINE_MARKUP, "\\$&");
  const headed = inline.replace(LINE_HEAD, (_match, digits?: string) => `${digits ?? ""}\\`);
  return headed.replace(SPACE_AT_HEAD, spelledOut).replace(SPACE_AT_END, spelledOut);
}

/** A heading is one line, and Markdown drops number signs at its end. */
function escapeHeading(words: string): string {
  return words.replace(INLINE_MARKUP, "\\$&").replaceAll("#", "\\#").replaceAll("\n", "&#10;");
}

function spelledOut(space: string): string {
  return `&#${space.charCodeAt(0)};`;
}

function fence(words: string): string {
  const longest = Math.max(2, ...(words.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}table\n${words}\n${ticks}`;
}
