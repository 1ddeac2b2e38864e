/** Is a built site whole: links, mark-up, data, weight? Reads it file by file, whatever its size, and asks nothing but its files. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { CliError } from "../text/cli-error.ts";
import { onDisk } from "../text/disk-error.ts";
import { checkFiles } from "./crew.ts";
import { type Fault, FaultBook, type FaultGroup } from "./fault.ts";
import { FileChecks } from "./file-check.ts";
import { SiteAnchors } from "./site-anchors.ts";
import { FileSet, siteFiles } from "./site-files.ts";
import type { SiteBase } from "./site-references.ts";
import { type KindWeight, WeightTally } from "./weight-tally.ts";

/** What was found. */
export interface SiteCheck {
  readonly files: number;
  readonly pages: number;
  readonly bytes: number;
  /** Links to places on other pages. */
  readonly links: number;
  /** The site's own address, if its front page states it. */
  readonly url?: string;
  readonly groups: readonly FaultGroup[];
  readonly weights: readonly KindWeight[];
}

/** Told how far the check has come. */
export type OnChecked = (files: number) => void;

/**
 * Checks the site in a folder. Throws a `CliError` if there is no such folder, or none with pages in it.
 *
 *     const { groups } = await checkSite("_site");
 *     groups.length === 0; // all is well
 */
export async function checkSite(
  folder: string,
  onChecked: OnChecked = () => {},
): Promise<SiteCheck> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new CliError(
      `${folder}: expected a built site, found no such folder; run \`backfile build\` first`,
    );
  if (!existsSync(join(folder, "index.html")))
    throw new CliError(
      `${folder}: expected a built site with an index.html, found none; name the site's folder`,
    );
  const files = onDisk(folder, () => siteFiles(folder));
  const known = FileSet.of(files);
  const base = baseOf(folder);
  const book = new FaultBook();
  const tally = new WeightTally();
  const anchors = new SiteAnchors();
  let [pages, bytes, links] = [0, 0, 0];
  try {
    await checkFiles(files, { folder, base, numbers: known.numbers }, (account) => {
      book.merge(account.groups);
      tally.merge(account.weights);
      anchors.addPlaces(account.places);
      anchors.addLinks(account.links);
      pages += account.counts.pages;
      bytes += account.bytes;
      links += account.counts.links;
      onChecked(account.files);
    });
    tellMissing(anchors, files, { book, checks: new FileChecks(folder, known, base) });
  } finally {
    anchors.close();
  }
  const groups = book.groups();
  return { files: files.length, pages, bytes, links, ...base, groups, weights: tally.kinds() };
}

const CANONICAL = /<link\b(?=[^>]*\srel="?canonical\b)[^>]*\shref="(?<url>https?:\/\/[^"]+)"/i;

/** The front page says where the site is to stand. */
function baseOf(folder: string): SiteBase {
  const file = join(folder, "index.html");
  const html = onDisk(file, () => readFileSync(file, "utf8"));
  const url = CANONICAL.exec(html)?.groups?.["url"]?.replaceAll("&amp;", "&");
  return url !== undefined && URL.canParse(url) && url.endsWith("/") ? { url } : {};
}

/** Files that are read again to say which of their links it is: the first ones. */
const MOST_READ_AGAIN = 500;

function tellMissing(
  anchors: SiteAnchors,
  files: readonly string[],
  { book, checks }: { readonly book: FaultBook; readonly checks: FileChecks },
): void {
  const faulty = new Uint8Array(files.length);
  for (const { file } of anchors.missing()) faulty[file] = 1;
  const wanted = new Map<number, Set<number>>();
  for (let file = faulty.indexOf(1); file !== -1; file = faulty.indexOf(1, file + 1)) {
    if (wanted.size === MOST_READ_AGAIN) break;
    wanted.set(file, new Set());
  }
  if (wanted.size === 0) return;
  for (const { anchor, file, line } of anchors.missing()) {
    const known = wanted.get(file);
    if (known === undefined) book.add(otherMissing(files[file] ?? "", line));
    else known.add(anchor);
  }
  for (const [file, numbers] of wanted) {
    for (const { anchor, fault } of checks.check(files[file] ?? "").links)
      if (numbers.has(anchor)) book.add(fault);
  }
}

function otherMissing(file: string, line: number): Fault {
  return {
    rule: "link/anchor",
    severity: "error",
    file,
    line,
    place: "others",
    expected: "the place that a link leads to",
    found: "none of that id on the page",
    remedy: "mend those told of first, and check again",
  };
}
