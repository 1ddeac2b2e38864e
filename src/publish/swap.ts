/**
 * Which of two sites stands, whenever the process is killed? Stage 9: the journal and the renames.
 *
 * The journal `<output>.journal` says `writing` while `<output>.next` grows, and `swapping` from when it
 * is whole until it stands in the output's place. A build that finds `writing` clears it away; one that
 * finds `swapping` goes on with the renames, each of which can be told from what stands where.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { CliError } from "../text/cli-error.ts";
import { diskError } from "../text/disk-error.ts";
import { readManifest } from "./manifest.ts";

/** The folders and the file that an update of a site works with, absolute. */
export interface SitePlaces {
  /** Where the site stands. */
  readonly output: string;
  /** Where the new one is built. */
  readonly next: string;
  /** Where the old one waits to be removed. */
  readonly old: string;
  readonly journal: string;
}

/**
 * Finishes or undoes what a killed build left, and returns the places of a new one, with `next` empty.
 * Throws a `CliError` if the output is somebody else's, if another build is at work on it, or if the
 * disk refuses.
 */
export function beginStaging(output: string): SitePlaces {
  const places = placesOf(output);
  try {
    recover(places);
    refuseForeign(places);
    writeJournal(places, "writing");
    mkdirSync(places.next);
    return places;
  } catch (error) {
    throw diskError(error, places.output);
  }
}

/** Removes what was built and leaves the standing site as it is. */
export function undoStaging(places: SitePlaces): void {
  rmSync(places.next, { recursive: true, force: true });
  rmSync(places.journal, { force: true });
}

/** Puts `next`, which must be whole, in the output's place. */
export function swapSites(places: SitePlaces): void {
  writeJournal(places, "swapping");
  finishSwap(places);
}

/** A link is followed, so that the folder it leads to is replaced and not the link. */
function placesOf(output: string): SitePlaces {
  const wanted = resolve(output);
  let path: string;
  try {
    mkdirSync(dirname(wanted), { recursive: true });
    path = existsSync(wanted)
      ? realpathSync(wanted)
      : join(realpathSync(dirname(wanted)), basename(wanted));
  } catch (error) {
    throw diskError(error, wanted);
  }
  return {
    output: path,
    next: `${path}.next`,
    old: `${path}.old`,
    journal: `${path}.journal`,
  };
}

function recover(places: SitePlaces): void {
  const journal = readJournal(places);
  if (journal === undefined) return;
  if (journal.pid !== process.pid && isRunning(journal.pid)) {
    throw new CliError(
      `${places.output}: process ${journal.pid} is building this site; wait for it, or, if that is another program, remove ${places.journal}`,
    );
  }
  if (journal.state === "swapping") finishSwap(places);
  else undoStaging(places);
}

/** Whatever of the renames is already done is seen from what stands where. */
function finishSwap(places: SitePlaces): void {
  if (existsSync(places.next)) {
    if (existsSync(places.output)) renameSync(places.output, places.old);
    renameSync(places.next, places.output);
  }
  rmSync(places.old, { recursive: true, force: true });
  rmSync(places.journal, { force: true });
}

function refuseForeign({ output, next, old }: SitePlaces): void {
  const isOurs = !existsSync(output) || readManifest(output) !== undefined;
  if (!isOurs && readdirSync(output).length > 0) {
    throw new CliError(
      `${output}: expected an empty folder or a site made by backfile, found other files; name another output folder or empty this one`,
    );
  }
  const inTheWay = [next, old].find((path) => existsSync(path));
  if (inTheWay !== undefined) {
    throw new CliError(
      `${inTheWay}: backfile needs this name for the site it builds, and did not make what is there; move it away`,
    );
  }
}

interface Journal {
  readonly state: "writing" | "swapping";
  readonly pid: number;
}

function writeJournal(places: SitePlaces, state: Journal["state"]): void {
  const journal: Journal = { state, pid: process.pid };
  // the first one must be the only one: two builds may begin at the same time
  const flag = state === "writing" ? "wx" : "w";
  writeFileSync(places.journal, `${JSON.stringify(journal)}\n`, { flush: true, flag });
}

/** A journal cut short was being written before any rename, so it counts as `writing`. */
function readJournal(places: SitePlaces): Journal | undefined {
  if (!existsSync(places.journal)) return undefined;
  const text = readFileSync(places.journal, "utf8");
  const pid = /"pid":(?<pid>\d{1,10})\}/.exec(text)?.groups?.["pid"];
  if (pid === undefined) return { state: "writing", pid: process.pid };
  return { state: text.includes('"swapping"') ? "swapping" : "writing", pid: Number(pid) };
}

function isRunning(pid: number): boolean {
  try {
    // signal 0 asks whether the process exists and sends nothing
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
