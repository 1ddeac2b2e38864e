/** What comes of a batch of files, in a form that threads can hand to each other? */
import { FaultBook, type FaultGroup } from "./fault.ts";
import type { FileChecks } from "./file-check.ts";
import { type KindWeight, WeightTally } from "./weight-tally.ts";

/** Files to be looked at. */
export interface FileBatch {
  /** The place of the first in the list of all files. */
  readonly first: number;
  readonly files: readonly string[];
}

/** What was found in them. */
export interface BatchAccount {
  readonly files: number;
  readonly bytes: number;
  readonly groups: readonly FaultGroup[];
  readonly weights: readonly KindWeight[];
  /** Numbers of the places that there are. */
  readonly places: Float64Array;
  /** Three numbers a link: the place, the file in the list of all, the line. */
  readonly links: Float64Array;
  readonly counts: { readonly pages: number; readonly links: number };
}

/** Checks a batch. */
export function checkBatch({ first, files }: FileBatch, checks: FileChecks): BatchAccount {
  const book = new FaultBook();
  const tally = new WeightTally();
  const places: number[] = [];
  const links: number[] = [];
  let bytes = 0;
  let pages = 0;
  for (const [index, file] of files.entries()) {
    const account = checks.check(file);
    for (const fault of account.faults) book.add(fault);
    for (const place of account.places) places.push(place);
    for (const { anchor, line } of account.links) links.push(anchor, first + index, line);
    bytes += account.bytes;
    if (account.weight === undefined) continue;
    pages += 1;
    tally.add(account.kind ?? "page", account.weight);
  }
  return {
    files: files.length,
    bytes,
    groups: book.groups(),
    weights: tally.kinds(),
    places: Float64Array.from(places),
    links: Float64Array.from(links),
    counts: { pages, links: links.length / 3 },
  };
}
