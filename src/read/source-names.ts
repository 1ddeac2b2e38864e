/** What may a file be by its name alone? Stage 1, and the survey, which loads no reader of any format. */

const TEXT_FILE = /\.(?:txt|text)$/i;
/** By its name a file may be of a format; what it is its first characters say. */
const FORMAT_FILE = /\.(?:html?|xhtml|mht|mhtml|xml|nitf|rss|atom|rdf|json|warc|warc\.gz)$/i;
const PAGE = /\.(?:x?html?|mht(?:ml)?)$/i;
const CRAWL_FILE = /\.warc(?:\.gz)?$/i;
const PAGE_FILE = /^(?<page>.+)\.x?html?$/i;
/** In the browser's language: the endings that Windows knows for such folders. */
const OF_PAGE =
  /^(?:[._]files|_archivos|-Dateien|_fichiers|_bestanden|_file|-filer|_tiedostot|_pliki|_soubory|_elemei|_ficheiros|_arquivos|_dosyalar|_datoteke|_fitxers|_failid|_fails|_bylos|_fajlovi|_fitxategiak)$/i;
/** How many times `thresholds.sourceBytes` a file may have that holds many articles: exports, feeds, crawls. */
const MANY = 10;
const CRAWL = 100;

/** What a folder is for, said to whoever opens it: no source, no record and no page. */
export const FOLDER_NOTE = "README.md";

/** Returns whether a file's name is that of a text or of a format which can be read. */
export function isSourceName(name: string): boolean {
  return TEXT_FILE.test(name) || FORMAT_FILE.test(name);
}

/** Returns whether a file's name is that of a format which can be read. */
export function isFormatName(name: string): boolean {
  return FORMAT_FILE.test(name);
}

/** Returns whether a file of that name holds one article at the most: a plain text or a saved page. */
export function isSingleName(name: string): boolean {
  return PAGE.test(name) || !isFormatName(name);
}

/** Returns the most bytes that a file may have: a page as many as a text, an export 10 times and a crawl 100 times as many. */
export function mostBytesOf(name: string, sourceBytes: number): number {
  if (CRAWL_FILE.test(name)) return CRAWL * sourceBytes;
  return isSingleName(name) ? sourceBytes : MANY * sourceBytes;
}

/** Returns whether a folder is that of a page which a browser saved beside it, with its pictures and frames: `bridge_files`. */
export function isFolderOfPage(folder: string, names: readonly string[]): boolean {
  return names.some((name) => {
    const page = PAGE_FILE.exec(name)?.groups?.["page"];
    return page !== undefined && folder.startsWith(page) && OF_PAGE.test(folder.slice(page.length));
  });
}
