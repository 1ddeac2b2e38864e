/** How is an index made of pages? Stage 8: drives Pagefind by its Node API. */
import { readFileSync } from "node:fs";
import { close, createIndex } from "pagefind";
import { byBytes } from "../text/fold.ts";
import { searchedPart } from "./searched-part.ts";

/** A page to index, as it stands on the site. */
export interface IndexedPage {
  /** Relative to the site's folder: `2022/01/26/x/index.html`. */
  readonly path: string;
  readonly html: string;
}

/** A file of an index. `path` is relative to `pagefind/`. */
export interface IndexFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files of one index. */
export interface PagefindFiles {
  /** Its own, in its folder. */
  readonly own: readonly IndexFile[];
  /** Those that are the same in all of one language: script and wasm, in the folder above. */
  readonly shared: readonly IndexFile[];
}

/** Milliseconds after which a call to Pagefind counts as dead; its API never settles on a full disk. */
const DEADLINE = 120_000;
/**
 * Results that the browser fetches in one file. They are neighbours in time, and the newest come first;
 * a file each is a request each, and a million files on the host.
 */
const RESULTS_IN_FILE = 8;

/** Returns what the bytes of an index depend on besides the pages: language, versions, and how files are cut. */
export function indexSetup(language: string): string {
  return JSON.stringify({
    pagefind: pagefindVersion(),
    language: stemmedAs(language),
    resultsInFile: RESULTS_IN_FILE,
    format: 1,
  });
}

/**
 * Returns the files of an index in the folder `pagefind/<name>/` over `count` pages, which must come in
 * the order of the bytes of their paths: Pagefind numbers pages as they come, and the same order gives the same bytes.
 * Only what the pages mark with `data-pagefind-body` is indexed. All languages share one index, stemmed
 * as `language`. One process serves all indexes until `closePagefind`.
 */
export async function indexPages(
  pages: Iterable<IndexedPage>,
  {
    name,
    count,
    language,
  }: { readonly name: string; readonly count: number; readonly language: string },
): Promise<PagefindFiles> {
  const options = {
    forceLanguage: stemmedAs(language),
    maxFragments: Math.ceil(count / RESULTS_IN_FILE),
  };
  const { index, errors } = await inTime(createIndex(options));
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
  let before = "";
  for (const { path, html } of pages) {
    if (byBytes(path, before) < 0)
      throw new Error(`${path} comes after ${before}: pages to index must be sorted`);
    before = path;
    const added = await inTime(
      index.addHTMLFile({ sourcePath: path, content: searchedPart(html) }),
    );
    if (added.errors.length > 0)
      throw new Error(`Pagefind refused ${path}: ${added.errors.join("; ")}`);
  }
  const { files, errors: failures } = await inTime(index.getFiles());
  if (failures.length > 0) throw new Error(`Pagefind made no index: ${failures.join("; ")}`);
  await inTime(index.deleteIndex());
  return divided(files, name);
}

/** Ends Pagefind's process, if it runs. */
export async function closePagefind(): Promise<void> {
  await close();
}

/** The interfaces that Pagefind brings, since the site has its own, and a worker that would start too late. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\b/;
const SHARED = /^(?:pagefind\.js|wasm\..*)$/;
const ENTRY = "pagefind-entry.json";
const SCRIPT = "pagefind.js";
/** By one name in every language, so that a page can ask for it before it has read an entry. */
const WASM = "wasm.pagefind";

function divided(
  files: readonly { readonly path: string; readonly content: Uint8Array }[],
  name: string,
): PagefindFiles {
  const entry = entryOf(files);
  const own = files
    .filter(({ path }) => path !== ENTRY && !UNUSED.test(path) && !SHARED.test(path))
    .map(({ path, content }) => ({ path: `${name}/${path}`, bytes: content }));
  const shared = files.flatMap(({ path, content }) => {
    if (path === SCRIPT) return { path, bytes: content };
    return path === `wasm.${entry.wasm}.pagefind` ? { path: WASM, bytes: content } : [];
  });
  return {
    own: [...own, { path: `${name}/${ENTRY}`, bytes: entry.bytes }].sort(byPath),
    shared: shared.sort(byPath),
  };
}

/**
 * Returns an index's entry file in which the wasm is that of the folder above, and whose that is now. Pagefind's
 * script fetches `<folder>/wasm.<name>.pagefind` with the name that stands here, and a browser takes the
 * steps out of such an address before it asks for it, so that all indexes share one in its cache.
 */
function entryOf(files: readonly { readonly path: string; readonly content: Uint8Array }[]): {
  readonly bytes: Uint8Array;
  readonly wasm: string;
} {
  const content = files.find(({ path }) => path === ENTRY)?.content ?? new Uint8Array();
  // Pagefind's own file, whose form belongs to the version that package.json fixes
  const entry = JSON.parse(Buffer.from(content).toString("utf8")) as {
    readonly languages: Readonly<Record<string, { wasm?: string | null }>>;
  };
  let wasm = "unknown";
  for (const language of Object.values(entry.languages)) {
    wasm = language.wasm ?? wasm;
    language.wasm = "of/../../wasm";
  }
  return { bytes: Buffer.from(JSON.stringify(entry)), wasm };
}

function byPath(a: IndexFile, b: IndexFile): number {
  return byBytes(a.path, b.path);
}

/** Pagefind knows languages without their regions: `pt-BR` is `pt`, `fil` is not `fi`. */
function stemmedAs(language: string): string {
  return language.split("-", 1)[0] ?? language;
}

function pagefindVersion(): string {
  const file = new URL("../package.json", import.meta.resolve("pagefind"));
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { readonly version: string };
  return version;
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error("Pagefind did not answer within two minutes")),
      DEADLINE,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
