/** How many bytes go over the wire before a page is seen whole? Compressed as static hosts do it. */
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { cssAddresses, type FontFace, fontFaces } from "./css-addresses.ts";
import type { SiteReferences } from "./site-references.ts";

/** What a page weighs, in bytes. */
export interface PageWeight {
  readonly file: string;
  /** What is fetched of the page and of what it loads, where the typefaces are there already. */
  readonly warm: number;
  /** The same with the typefaces that its letters may want. */
  readonly cold: number;
}

/** Bytes that a page may weigh: 60 kB where the typefaces are there, 160 kB at a first visit. */
export const BUDGET: Readonly<Record<"warm" | "cold", number>> = { warm: 60_000, cold: 160_000 };
/** The search brings its program with it, and the program's words in WebAssembly. */
const SEARCH_BUDGET: typeof BUDGET = { warm: 160_000, cold: 260_000 };

/** Returns the bytes that a page of a kind may weigh. */
export function budgetFor(kind: string): typeof BUDGET {
  return kind === "search" ? SEARCH_BUDGET : BUDGET;
}

/** Compressed in themselves: hosts send them as they are. */
const SENT_AS_IS = /^\.(?:woff2?|png|jpe?g|webp|avif|gif|ico|gz|zip|wasm|pagefind|mp4|webm|mp3)$/;
const FONT = /\.(?:woff2?|ttf|otf)$/;
const ITALIC = /<(?:em|i|cite|dfn|var|address)[\s>]/;
const MOST_KNOWN = 2_000;

interface Face extends FontFace {
  readonly path: string;
}

interface Loaded {
  readonly bytes: number;
  /** Files that it loads in turn. */
  readonly files: readonly string[];
  readonly faces: readonly Face[];
}

/** Weighs the pages of a site; what many of them load is weighed once. */
export class PageScales {
  readonly #folder: string;
  readonly #references: SiteReferences;
  readonly #known = new Map<string, Loaded>();

  constructor(folder: string, references: SiteReferences) {
    this.#folder = folder;
    this.#references = references;
  }

  /** Returns the weight of a page by its bytes and the files that it loads, each a path in the site. */
  weigh(
    file: string,
    page: { readonly bytes: Buffer; readonly html: string; readonly loads: readonly string[] },
  ): PageWeight {
    const all = new Set<string>();
    const faces: Face[] = [];
    let warm = wireBytes(file, page.bytes);
    let fonts = 0;
    const take = (path: string): void => {
      if (all.has(path)) return;
      all.add(path);
      const loaded = this.#loaded(path);
      if (FONT.test(path)) fonts += loaded.bytes;
      else warm += loaded.bytes;
      for (const next of loaded.files) take(next);
      faces.push(...loaded.faces);
    };
    for (const path of page.loads) take(path);
    for (const { path } of facesFor(page.html, faces)) take(path);
    return { file, warm, cold: warm + fonts };
  }

  #loaded(path: string): Loaded {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    const bytes = readFileSync(join(this.#folder, path));
    const inside = path.endsWith(".css")
      ? this.#inStyleSheet(path, bytes.toString("utf8"))
      : NOTHING;
    const loaded = { bytes: wireBytes(path, bytes), ...inside };
    this.#known.set(path, loaded);
    return loaded;
  }

  #inStyleSheet(path: string, css: string): Pick<Loaded, "files" | "faces"> {
    const fileAt = (href: string): readonly string[] => {
      const target = this.#references.target(path, href);
      return target.kind === "file" ? [target.path] : [];
    };
    const faces = fontFaces(css).flatMap((face) =>
      fileAt(face.href).map((file) => ({ ...face, path: file })),
    );
    const files = cssAddresses(css).flatMap(({ href }) => fileAt(href));
    return { faces, files: files.filter((file) => !FONT.test(file)) };
  }
}

const NOTHING: Pick<Loaded, "files" | "faces"> = { files: [], faces: [] };

function wireBytes(path: string, bytes: Buffer): number {
  if (SENT_AS_IS.test(extname(path))) return bytes.length;
  return gzipSync(bytes).length;
}

/**
 * Typefaces whose letters stand on a page: of each letter those of the first family in the style sheet that has it. A browser may
 * want fewer: those that no rule sets are not fetched.
 */
function facesFor(html: string, faces: readonly Face[]): ReadonlySet<Face> {
  const wanted = new Set<Face>();
  if (faces.length === 0) return wanted;
  const hasItalics = ITALIC.test(html);
  for (const point of pointsIn(html)) {
    const having = faces.filter(({ ranges }) => has(ranges, point));
    for (const face of having) {
      if (face.family === having[0]?.family && (hasItalics || !face.isItalic)) wanted.add(face);
    }
  }
  return wanted;
}

function has(ranges: Face["ranges"], point: number): boolean {
  return ranges.length === 0 || ranges.some(([first, last]) => point >= first && point <= last);
}

/** The code points of a page's letters, each once; what stands in tags counts as well. */
function pointsIn(html: string): ReadonlySet<number> {
  const points = new Set<number>();
  for (const character of html) points.add(character.codePointAt(0) ?? 0);
  return points;
}
