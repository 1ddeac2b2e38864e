/** What stands on a page, tag by tag? Reads HTML by parse5's tokeniser and hands it to rules; holds one page's open elements. */
import { type Token, Tokenizer, TokenizerMode } from "parse5";
import { PageElement } from "./element.ts";
import type { FileNotes } from "./page-notes.ts";

/** A rule hears of a page in the order of its text. Each page has rules of its own, which may remember. */
export interface PageRule {
  readonly open?: (element: PageElement) => void;
  /** Of text in an element, in pieces. */
  readonly text?: (text: string, around: PageElement | undefined, line: number) => void;
  /** An element ends: by its end tag, or, where that is wanting, with what it stands in. */
  readonly close?: (element: PageElement) => void;
  readonly end?: () => void;
}

/** What becomes of an end tag or a start tag that ends others: decided by the rule of nesting. */
export interface Nesting {
  /** Returns how many of the open elements a start tag ends without saying so. */
  readonly endedBy: (name: string, open: readonly PageElement[]) => number;
  /** Returns how many of the open elements an end tag ends, itself included; 0 if it ends none. */
  readonly closedBy: (name: string, open: readonly PageElement[], line: number) => number;
  /** Is told what is open where the page ends. */
  readonly left: (open: readonly PageElement[]) => void;
  readonly isVoid: (name: string) => boolean;
}

/** Reads a page to its end. Faults of single tags (`<a href="x"b>`) go into the notes. */
export function scanPage(
  html: string,
  notes: FileNotes,
  { rules, nesting }: { readonly rules: readonly PageRule[]; readonly nesting: Nesting },
): void {
  const scan = new Scan(notes, rules, nesting);
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, scan);
  scan.begin(tokenizer);
  tokenizer.write(html, true);
}

const RAW_TEXT: ReadonlySet<string> = new Set(["style", "xmp", "iframe", "noembed", "noframes"]);
const PLAIN_TEXT: ReadonlySet<string> = new Set(["title", "textarea"]);
/** In these the words of SVG are words of HTML again. */
const BACK_IN_HTML: ReadonlySet<string> = new Set(["foreignobject", "desc", "title"]);

class Scan {
  readonly #notes: FileNotes;
  readonly #nesting: Nesting;
  readonly #opens: readonly ((element: PageElement) => void)[];
  readonly #texts: readonly NonNullable<PageRule["text"]>[];
  readonly #closes: readonly ((element: PageElement) => void)[];
  readonly #ends: readonly (() => void)[];
  readonly #open: PageElement[] = [];
  #tokenizer: Tokenizer | undefined;
  #hasDoctype = false;

  constructor(notes: FileNotes, rules: readonly PageRule[], nesting: Nesting) {
    this.#notes = notes;
    this.#nesting = nesting;
    this.#opens = rules.flatMap(({ open }) => open ?? []);
    this.#texts = rules.flatMap(({ text }) => text ?? []);
    this.#closes = rules.flatMap(({ close }) => close ?? []);
    this.#ends = rules.flatMap(({ end }) => end ?? []);
  }

  begin(tokenizer: Tokenizer): void {
    this.#tokenizer = tokenizer;
  }

  onStartTag(token: Token.TagToken): void {
    const { tagName: name, attrs, selfClosing, location } = token;
    for (let ended = this.#nesting.endedBy(name, this.#open); ended > 0; ended--) this.#close();
    const parent = this.#open.at(-1);
    const isForeign =
      name === "svg" || name === "math" || (parent?.isForeign === true && !isBack(parent));
    const line = location?.startLine ?? 1;
    const element = new PageElement({ name, attributes: attrs, line }, parent, isForeign);
    for (const open of this.#opens) open(element);
    if (parent !== undefined) parent.children.set(name, (parent.children.get(name) ?? 0) + 1);
    if (isForeign ? selfClosing : this.#nesting.isVoid(name)) {
      for (const close of this.#closes) close(element);
      return;
    }
    if (selfClosing)
      this.#tag("html/tag", line, {
        expected: `<${name}> with an end tag`,
        found: `<${name}/>, which HTML takes for a start tag`,
      });
    this.#open.push(element);
    if (!isForeign) this.#enterText(name);
    this.#setForeign();
  }

  onEndTag({ tagName: name, location }: Token.TagToken): void {
    const closed = this.#nesting.closedBy(name, this.#open, location?.startLine ?? 1);
    for (let left = closed; left > 0; left--) this.#close();
    this.#setForeign();
  }

  onCharacter(token: Token.CharacterToken): void {
    this.#text(token);
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.#text(token);
  }

  onNullCharacter(): void {}

  onComment(): void {}

  onDoctype({ name, publicId, systemId, location }: Token.DoctypeToken): void {
    this.#hasDoctype = true;
    if (name === "html" && publicId === null && systemId === null) return;
    this.#tag("html/doctype", location?.startLine ?? 1, {
      expected: "<!DOCTYPE html>",
      found: `another one, for ${name ?? "nothing"}`,
    });
  }

  onEof(): void {
    if (!this.#hasDoctype)
      this.#tag("html/doctype", 1, { expected: "<!DOCTYPE html> first", found: "none" });
    this.#nesting.left(this.#open);
    while (this.#open.length > 0) this.#close();
    for (const end of this.#ends) end();
  }

  onParseError({ code, startLine }: { readonly code: string; readonly startLine: number }): void {
    // said in plainer words where the rules hear of the tag
    if (code === "non-void-html-element-start-tag-with-trailing-solidus") return;
    this.#tag("html/syntax", startLine, {
      expected: "mark-up that HTML allows",
      found: code.replaceAll("-", " "),
    });
  }

  #text({ chars, location }: Token.CharacterToken): void {
    const around = this.#open.at(-1);
    for (const text of this.#texts) text(chars, around, location?.startLine ?? 1);
  }

  #close(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    for (const close of this.#closes) close(element);
  }

  #tag(rule: string, line: number, told: { expected: string; found: string }): void {
    const place = `${this.#open.at(-1)?.place ?? ""} ${told.found}`;
    this.#notes.tell({ rule, line, place, ...told, remedy: "mend the layout that writes it" });
  }

  #enterText(name: string): void {
    const tokenizer = this.#tokenizer;
    if (tokenizer === undefined) return;
    if (PLAIN_TEXT.has(name)) tokenizer.state = TokenizerMode.RCDATA;
    else if (RAW_TEXT.has(name)) tokenizer.state = TokenizerMode.RAWTEXT;
    else if (name === "script") tokenizer.state = TokenizerMode.SCRIPT_DATA;
  }

  #setForeign(): void {
    const top = this.#open.at(-1);
    if (this.#tokenizer !== undefined)
      this.#tokenizer.inForeignNode = top?.isForeign === true && !isBack(top);
  }
}

function isBack({ name }: PageElement): boolean {
  return BACK_IN_HTML.has(name);
}
