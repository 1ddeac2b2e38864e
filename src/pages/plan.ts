/** Which pages of the site must be drawn anew, and which are gone? Stage 6: catalogue → page data that differs. */
import { hash } from "node:crypto";
import { touchedCells } from "../catalog/cells.ts";
import { touchListsOfTouchedArticles } from "../catalog/entities.ts";
import {
  dropGroup,
  firstClaimedTwice,
  indexReadings,
  pagesAt,
  putGroup,
  readersOf,
} from "../catalog/pages.ts";
import type { Page } from "../page-model.ts";
import type { PageContext } from "./context.ts";
import { GROUP_KINDS, type GroupKind, type PlainTexts } from "./groups.ts";

/** A page's data written out, with their digest. */
export interface MadePage extends Pick<Page, "kind" | "address"> {
  /** The page as JSON in UTF-8, on one line. */
  readonly json: Uint8Array;
  readonly digest: string;
}

/** Returns the data of a page that was made. */
export function pageOf({ json }: MadePage): Page {
  return JSON.parse(new TextDecoder().decode(json)) as Page;
}

/** Hears how far the making of pages has come. */
export interface PlanWatch {
  /** So many groups are made first, which tell what there is to draw. */
  readonly onBegin: (groups: number) => void;
  /** One of these is made. */
  readonly onGroup: () => void;
  /** So many groups follow: about as many pages. */
  readonly onKnown: (groups: number) => void;
}

const NOBODY: PlanWatch = { onBegin() {}, onGroup() {}, onKnown() {} };

/** What a build has to draw. */
export class SitePlan {
  readonly #context: PageContext;
  readonly #texts: PlainTexts;
  readonly #isWhole: boolean;
  readonly #gone = new Set<string>();
  readonly #taken: string[] = [];
  readonly #cells = new Set<string>();
  readonly #stale = new Map<string, Set<string>>();

  /** @param isWhole Whether all groups are made, for the site is not as the catalogue knows it. */
  constructor(context: PageContext, texts: PlainTexts, isWhole: boolean) {
    this.#context = context;
    this.#texts = texts;
    this.#isWhole = isWhole;
  }

  /** Yields the pages that differ from those that were drawn last, and keeps in the catalogue what they were made from. */
  *changed(watch: PlanWatch = NOBODY): Generator<MadePage> {
    if (!this.#isWhole) touchListsOfTouchedArticles(this.#context.database);
    const before = GROUP_KINDS.filter(({ isBefore }) => isBefore === true);
    const others = GROUP_KINDS.filter(({ isBefore }) => isBefore !== true);
    if (!this.#isWhole) this.#absorb();
    watch.onBegin(this.#countOf(before));
    for (const kind of before) yield* this.#makeAll(kind, watch.onGroup);
    watch.onKnown(this.#countOf(others));
    for (const kind of others) yield* this.#makeAll(kind);
    indexReadings(this.#context.database);
  }

  *#makeAll(kind: GroupKind, onGroup: () => void = () => {}): Generator<MadePage> {
    if (!this.#isWhole) this.#absorb();
    for (const part of this.#partsOf(kind)) {
      yield* this.#make(kind, part);
      onGroup();
    }
  }

  /** Returns how many groups of some kinds are to be made, as far as is known. */
  #countOf(kinds: readonly GroupKind[]): number {
    let count = 0;
    for (const kind of kinds) for (const _ of this.#partsOf(kind)) count += 1;
    return count;
  }

  /** Returns the addresses at which there is no page any more, once `changed` has come to its end. */
  gone(): readonly string[] {
    return [...this.#gone].filter((address) => this.#pagesAt(address) === 0).sort();
  }

  /** Returns the first address that more than one page claims, once `changed` has come to its end. */
  claimedTwice(): string | undefined {
    if (this.#isWhole) return firstClaimedTwice(this.#context.database);
    return this.#taken.filter((address) => this.#pagesAt(address) > 1).sort()[0];
  }

  #pagesAt(address: string): number {
    return pagesAt(this.#context.database, address);
  }

  #partsOf({ kind, all, isAlwaysMade }: GroupKind): Iterable<string> {
    if (this.#isWhole || isAlwaysMade) return all(this.#context);
    return [...(this.#stale.get(kind) ?? [])].sort();
  }

  *#make({ kind, make }: GroupKind, part: string): Generator<MadePage> {
    const { database } = this.#context;
    const key = `${kind}/${part}`;
    const { result, cells } = this.#context.readings.during(() => {
      const made = make(part, this.#context, this.#texts);
      return made && Array.from(made, written);
    });
    const pages = result ?? [];
    const last =
      result === undefined ? dropGroup(database, key) : putGroup(database, key, { cells, pages });
    const before = new Map(last.map((page) => [page.address, page]));
    for (const page of pages) {
      const known = before.get(page.address);
      before.delete(page.address);
      if (known === undefined && !this.#isWhole) this.#taken.push(page.address);
      if (known?.digest !== page.digest) yield page;
    }
    for (const address of before.keys()) this.#gone.add(address);
  }

  /** Finds what is out of date by the cells that have changed since it was looked last. */
  #absorb(): void {
    const { database } = this.#context;
    for (const cell of [...touchedCells(database)]) {
      if (this.#cells.has(cell)) continue;
      this.#cells.add(cell);
      for (const key of readersOf(database, cell)) {
        const slash = key.indexOf("/");
        this.#add(key.slice(0, slash), key.slice(slash + 1));
      }
      const slash = cell.indexOf("/");
      const [name, rest] =
        slash === -1 ? [cell, ""] : [cell.slice(0, slash), cell.slice(slash + 1)];
      for (const { kind, begotten } of GROUP_KINDS)
        for (const part of begotten?.(name, rest, this.#context) ?? []) this.#add(kind, part);
    }
  }

  #add(kind: string, part: string): void {
    const parts = this.#stale.get(kind);
    if (parts === undefined) this.#stale.set(kind, new Set([part]));
    else parts.add(part);
  }
}

function written(page: Page): MadePage {
  // encoded once: who hashes it, and who writes it to a file, would each do so again
  const json = Buffer.from(JSON.stringify(page));
  const digest = hash("sha256", json, "base64url").slice(0, 22);
  return { address: page.address, kind: page.kind, json, digest };
}
