/** What becomes of all sources of an archive? Stages 1 to 3, for every source, and what import then writes. */
import type { Diagnostic, SourceText } from "./model.ts";
import { importSource } from "./one-source.ts";
import { ShownOrders } from "./parse/dates/shown-orders.ts";
import { readDecisions } from "./read/decisions.ts";
import { publisherOf, readSettings } from "./read/settings.ts";
import { digestSources, listSources, readSources } from "./read/sources.ts";
import { strayRecords } from "./read/stray-records.ts";
import type { ArchiveSettings } from "./settings-model.ts";
import { sourceName } from "./text/source-name.ts";
import { AddressBook } from "./write/address-book.ts";
import { readArticles } from "./write/article-folder.ts";
import { planWrite, type WritePlan } from "./write/article-writing.ts";
import { conflictRemark } from "./write/merge.ts";
import { renamedArticles } from "./write/renamed.ts";
import { matchSources, sourceOf } from "./write/source-match.ts";

/** Hears how far the work is. */
export interface Progress {
  /** A stage begins; `total` is how many steps it has, if that is known. */
  start(stage: string, total?: number): void;
  step(count: number): void;
  done(): void;
}

/** What an import did, and what should be known of it. */
export interface ImportReport {
  readonly sources: number;
  readonly written: number;
  readonly unchanged: number;
  /** Markdown files that an editor has changed and that took in something new, with what it was. */
  readonly merged: readonly { readonly path: string; readonly taken: string }[];
  /** Markdown files that an editor has changed and that were left alone. */
  readonly kept: readonly string[];
  /** Former versions laid by, because their sources have changed. */
  readonly versions: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads and parses every source and gives `carryOut` what is to be done to each article's file, one after the other:
 * to do it, to show it, or to look at it. Returns what was planned, settled remarks among the diagnostics.
 */
export function importArchive(
  content: string,
  progress: Progress,
  carryOut: (plan: WritePlan) => void,
): ImportReport {
  const settings = readSettings(content);
  const { splits } = readDecisions(content);
  const listed = listSources(content, settings);
  const mostBytes = settings.thresholds.sourceBytes;
  const digests = listed.paths.flatMap((path) =>
    digestSources(content, path, splits.get(path), mostBytes).map(({ item, sha256 }) => ({
      name: sourceName(path, item),
      sha256,
    })),
  );
  const { articles, unreadable } = readArticles(content);
  const waiting = unreadable.flatMap(({ path, front }) => (front ? [{ path, front }] : []));
  const match = matchSources([...articles, ...waiting], digests);
  const book = new AddressBook(articles, unreadable, match);
  const renamed = renamedArticles(content, articles);
  const tally = new Tally();
  const orders = new ShownOrders();
  const ambiguous: SourceText[] = [];
  const enter = (source: SourceText, dateOrder?: "dmy" | "mdy" | "unknown"): void => {
    const outcome = importSource(source, { settings, book, ...(dateOrder && { dateOrder }) });
    const { file, diagnostics, orderShown, isAmbiguous } = outcome;
    if (isAmbiguous) ambiguous.push(source);
    if (orderShown !== undefined) orders.add(shelfOf(source.path, settings), orderShown);
    tally.note(diagnostics);
    if (file === undefined) return;
    const renamedFrom = renamed.get(file.path);
    const plan = planWrite(content, { ...file, ...(renamedFrom && { renamedFrom }) });
    tally.add(plan);
    carryOut(plan);
  };
  tally.note(listed.diagnostics);
  tally.note(strayRecords(content));
  progress.start("Reading sources", listed.paths.length);
  for (const path of listed.paths) {
    const { sources, diagnostics } = readSources(content, path, splits.get(path), mostBytes);
    tally.note(diagnostics);
    for (const source of sources) enter(source);
    progress.step(1);
  }
  for (const source of ambiguous) {
    const shown = orders.of(shelfOf(source.path, settings));
    if (shown !== undefined) tally.note([orderRemark(source, shown)]);
    enter(source, shown?.order ?? "unknown");
  }
  progress.done();
  const setAside = tally.setAside();
  tally.note(
    match.gone.flatMap((article) => {
      const { file = "", item } = sourceOf(article) ?? {};
      const name = sourceName(file, item);
      // what lies there and cannot be read has been named
      const isThere = setAside.has(name) || setAside.has(sourceName(file));
      return isThere ? [] : [goneRemark(article.path, name)];
    }),
  );
  return tally.report(listed.paths.length);
}

/** Counts what is planned, and keeps what should be known of it. */
class Tally {
  readonly #counts = { written: 0, unchanged: 0 };
  readonly #merged: { path: string; taken: string }[] = [];
  readonly #kept: string[] = [];
  readonly #versions: string[] = [];
  readonly #diagnostics: Diagnostic[] = [];

  note(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.#diagnostics.push(diagnostic);
  }

  /** Returns the names of the files and of the articles in them that were set aside. */
  setAside(): ReadonlySet<string> {
    const remarks = this.#diagnostics.filter(({ severity }) => severity === "set-aside");
    return new Set(remarks.map(({ file }) => file));
  }

  add(plan: WritePlan): void {
    const { path, outcome, taken, version, memory, text } = plan;
    if (outcome === "merged") this.#merged.push({ path, taken });
    else if (outcome === "kept") this.#kept.push(path);
    else this.#counts[outcome] += 1;
    if (version !== undefined) this.#versions.push(version.path);
    if (plan.isWithoutBase) this.#diagnostics.push(withoutBaseRemark(path));
    this.note(memory.conflicts.map((conflict) => conflictRemark(path, conflict, text)));
  }

  report(sources: number): ImportReport {
    return {
      sources,
      ...this.#counts,
      merged: this.#merged,
      kept: this.#kept,
      versions: this.#versions,
      diagnostics: this.#diagnostics,
    };
  }
}

/** Texts of one publisher, or else of one folder, write their dates alike. */
function shelfOf(path: string, settings: ArchiveSettings): string {
  return publisherOf(path, settings)?.folder ?? path.split("/").slice(0, -1).join("/");
}

function orderRemark(
  { path, item }: SourceText,
  { order, count }: { readonly order: "dmy" | "mdy"; readonly count: number },
): Diagnostic {
  const read = order === "dmy" ? "day before month" : "month before day";
  return {
    severity: "note",
    rule: "import/date-order",
    file: sourceName(path, item),
    message: `its date is read with the ${read}, as ${count} others beside it are written; if that is wrong, set \`published:\` in its article, or dateOrder in archive.yml`,
  };
}

function goneRemark(path: string, source: string): Diagnostic {
  return {
    severity: "note",
    rule: "write/source-gone",
    file: path,
    message: `its source ${source} is gone, so that nothing proves it any more; the article stays, delete this file too if it should not`,
  };
}

function withoutBaseRemark(path: string): Diagnostic {
  return {
    severity: "warning",
    rule: "write/no-copy",
    file: path,
    message:
      "its source has changed, and there is no copy in .backfile/ of what import wrote, so that nothing can be merged; " +
      "take over what is new by hand and set `sha256` under `source`, or delete this file to have it made anew",
  };
}
