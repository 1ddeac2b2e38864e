/** Which addresses does a style sheet name, and which typefaces does it bring? */

/** An address in a style sheet. */
export interface CssAddress {
  readonly href: string;
  /** From 1. */
  readonly line: number;
}

/** A typeface in a file of its own. */
export interface FontFace {
  /** The file that a browser of today takes: the first one named. */
  readonly href: string;
  readonly family: string;
  /** Ranges of code points that it is for, first and last; all where none are named. */
  readonly ranges: readonly (readonly [number, number])[];
  readonly isItalic: boolean;
}

const COMMENT = /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g;
const ADDRESS =
  /url\(\s*(?:"(?<double>[^"\n]*)"|'(?<single>[^'\n]*)'|(?<bare>[^"'()\s]+))\s*\)|@import\s+(?:"(?<importDouble>[^"\n]*)"|'(?<importSingle>[^'\n]*)')/g;

/** Returns each `url(…)` and `@import` of a style sheet that stands in no comment. */
export function cssAddresses(css: string): readonly CssAddress[] {
  // lines stay where they are
  const text = css.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, " "));
  const found: CssAddress[] = [];
  let line = 1;
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    for (; at < match.index; at++) if (text.charCodeAt(at) === LINE_END) line += 1;
    const href = Object.values(match.groups ?? {}).find((value) => value !== undefined);
    if (href !== undefined) found.push({ href, line });
  }
  return found;
}

const LINE_END = 0x0a;
const FACE = /@font-face\s*\{(?<body>[^}]*)\}/g;
const RANGE = /U\+(?<first>[0-9A-F?]+)(?:-(?<last>[0-9A-F]+))?/gi;

/** Returns the typefaces that a style sheet brings, in its order. */
export function fontFaces(css: string): readonly FontFace[] {
  return [...css.replace(COMMENT, "").matchAll(FACE)].flatMap(({ groups }) => {
    const body = groups?.["body"] ?? "";
    const href = cssAddresses(body)[0]?.href;
    if (href === undefined) return [];
    const named = /unicode-range\s*:(?<ranges>[^;]*)/i.exec(body)?.groups?.["ranges"] ?? "";
    const ranges = [...named.matchAll(RANGE)].map(rangeOf);
    const family = /font-family\s*:\s*["']?(?<name>[^"';]+)/i.exec(body)?.groups?.["name"] ?? "";
    return [{ href, family, ranges, isItalic: /font-style\s*:\s*(?:italic|oblique)/i.test(body) }];
  });
}

function rangeOf({ groups }: RegExpMatchArray): readonly [number, number] {
  const first = groups?.["first"] ?? "0";
  const last = groups?.["last"] ?? first.replaceAll("?", "F");
  return [Number.parseInt(first.replaceAll("?", "0"), 16), Number.parseInt(last, 16)];
}
