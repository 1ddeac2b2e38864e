/** What is to be said of one file of a site? Reads it and hands it to the checks of its kind. */
import { readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { onDisk } from "../text/disk-error.ts";
import { cssAddresses } from "./css-addresses.ts";
import type { Fault } from "./fault.ts";
import { checkJson, checkJsonLines } from "./json-file.ts";
import { dataRule } from "./meta-tags.ts";
import { attributeRules } from "./page-attributes.ts";
import { linkRule } from "./page-links.ts";
import { contentRule, nestingOf } from "./page-nesting.ts";
import { FileNotes, type Reference } from "./page-notes.ts";
import { scanPage } from "./page-scan.ts";
import { budgetFor, PageScales, type PageWeight } from "./page-weight.ts";
import { wordRules } from "./page-words.ts";
import { anchorNumber } from "./site-anchors.ts";
import type { FileSet } from "./site-files.ts";
import { type SiteBase, SiteReferences } from "./site-references.ts";
import { checkXml } from "./xml-file.ts";

/** A link to a place on another page, of which it is not known yet whether it is there. */
export interface OpenLink {
  /** The number of the place, by `anchorNumber`. */
  readonly anchor: number;
  readonly line: number;
  /** What is said if it is not there. */
  readonly fault: Fault;
}

/** What was found in one file. */
export interface FileAccount {
  readonly faults: readonly Fault[];
  /** The numbers of the places that the file has. */
  readonly places: readonly number[];
  readonly links: readonly OpenLink[];
  readonly bytes: number;
  /** Of a page alone. */
  readonly kind?: string;
  readonly weight?: PageWeight;
}

/** Files larger than this, in bytes, are not looked into: no page has as many. */
const MOST_BYTES = 64_000_000;

const XML = /^\.(?:xml|atom|rss|svg|opml|rdf)$/;
const JSON_FILE = /^\.(?:json|webmanifest|geojson|jsonld)$/;
/** Pages whose weight is a promise to readers; that of others is a word to whoever builds them. */
const PROMISED = "article";

/** Checks the files of a site, one by one. */
export class FileChecks {
  readonly #folder: string;
  readonly #references: SiteReferences;
  readonly #scales: PageScales;

  constructor(folder: string, files: FileSet, base: SiteBase) {
    this.#folder = folder;
    this.#references = new SiteReferences(files, base);
    this.#scales = new PageScales(folder, this.#references);
  }

  /** Returns what is to be said of a file, by its path in the site. */
  check(file: string): FileAccount {
    const path = join(this.#folder, file);
    const notes = new FileNotes(file);
    const kind = extname(file).toLowerCase();
    const isRead = /^\.(?:html?|css|jsonl)$/.test(kind) || XML.test(kind) || JSON_FILE.test(kind);
    const size = onDisk(path, () => statSync(path).size);
    if (!isRead || size > MOST_BYTES) {
      if (isRead) tellSize(notes, size);
      return { faults: notes.faults, places: [], links: [], bytes: size };
    }
    const bytes = onDisk(path, () => readFileSync(path));
    const text = this.#textOf(bytes, notes);
    if (kind === ".html" || kind === ".htm") return this.#page(text, bytes, notes);
    if (kind === ".css") {
      for (const { href, line } of cssAddresses(text))
        notes.references.push({ href, line, place: "style sheet" });
    } else if (kind === ".jsonl") checkJsonLines(text, notes);
    else if (XML.test(kind)) checkXml(text.replace(/^\ufeff/, ""), notes);
    else checkJson(text.replace(/^\ufeff/, ""), notes, this.#folder);
    const { links } = this.#follow(notes);
    return { faults: notes.faults, places: [], links, bytes: size };
  }

  #page(html: string, bytes: Buffer, notes: FileNotes): FileAccount {
    const rules = [
      contentRule(notes),
      ...attributeRules(notes),
      linkRule(notes),
      ...wordRules(notes),
      dataRule(notes),
    ];
    scanPage(html, notes, { rules, nesting: nestingOf(notes) });
    const { links, loads } = this.#follow(notes);
    const places = [...notes.ids.keys()].map((id) => anchorNumber(notes.file, id));
    const weight = this.#scales.weigh(notes.file, { bytes, html, loads });
    const kind = notes.isRedirect ? "redirect" : notes.kind === "" ? "page" : notes.kind;
    tellWeight(notes, kind, weight);
    return { faults: notes.faults, places, links, bytes: bytes.length, kind, weight };
  }

  #textOf(bytes: Buffer, notes: FileNotes): string {
    try {
      return UTF8.decode(bytes);
    } catch {
      notes.tell({
        rule: "file/encoding",
        line: 1,
        expected: "UTF-8",
        found: "bytes that are none",
        remedy: "write it anew",
      });
      return bytes.toString("utf8");
    }
  }

  /** Looks where the references lead; what is loaded with a page is named. */
  #follow(notes: FileNotes): { links: readonly OpenLink[]; loads: readonly string[] } {
    const links: OpenLink[] = [];
    const loads: string[] = [];
    for (const reference of notes.references) {
      const target = this.#references.target(notes.file, reference.href);
      if (target.kind === "outside") continue;
      if (target.kind === "fault") {
        const { line, place } = reference;
        notes.tell({ ...target, line, place });
        continue;
      }
      const { path, fragment } = target;
      if (reference.isLoaded === true) loads.push(path);
      if (fragment === undefined || reference.isName === true || !path.endsWith(".html")) continue;
      if (path !== notes.file) links.push(openLink(notes.file, reference, { path, fragment }));
      else if (!notes.ids.has(fragment))
        notes.faults.push(anchorFault(notes.file, reference, { path, fragment }));
    }
    return { links, loads };
  }
}

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

type AnchorOf = { readonly path: string; readonly fragment: string };

function openLink(file: string, reference: Reference, to: AnchorOf): OpenLink {
  const anchor = anchorNumber(to.path, to.fragment);
  // made when it is wanted, which it seldom is
  return {
    anchor,
    line: reference.line,
    get fault() {
      return anchorFault(file, reference, to);
    },
  };
}

function anchorFault(
  file: string,
  { href, line, place }: Reference,
  { path, fragment }: AnchorOf,
): Fault {
  return {
    rule: "link/anchor",
    severity: "error",
    file,
    line,
    place,
    expected: `an element with the id ${fragment} in ${path}`,
    found: `none, where ${href} leads`,
    remedy: "mend the link, or give the element its id",
  };
}

function tellSize(notes: FileNotes, size: number): void {
  notes.tell({
    rule: "file/size",
    severity: "warning",
    line: 1,
    expected: `${MOST_BYTES} bytes at most`,
    found: `${size}; it was not looked into`,
    remedy: "cut it into parts",
  });
}

function tellWeight(notes: FileNotes, kind: string, weight: PageWeight): void {
  for (const [name, when] of [
    ["warm", "with its typefaces there"],
    ["cold", "at a first visit"],
  ] as const) {
    const budget = budgetFor(kind)[name];
    if (weight[name] <= budget) continue;
    notes.tell({
      rule: "page/weight",
      severity: kind === PROMISED ? "error" : "warning",
      line: 1,
      place: `${kind} ${name}`,
      expected: `${budget / 1000} kB over the wire at most, ${when}`,
      found: `${(weight[name] / 1000).toFixed(1)} kB`,
      remedy: "cut the page, or make what it loads smaller",
    });
  }
}
