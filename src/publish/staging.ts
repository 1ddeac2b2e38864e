/**
 * Which of two sites stands, whenever the process is killed? Stage 9: the journal.
 *
 * The journal `<output>.journal` says `writing` while the stage `<output>.next` fills, and `placing` from when it
 * is whole until all that it holds is in its place. A build that finds `writing` clears the stage away; one that
 * finds `placing` goes on with that, and the site is the new one.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { CliError } from "../text/cli-error.ts";
import { diskError } from "../text/disk-error.ts";
import { readManifest, type SiteManifest } from "./manifest.ts";
import { placeFiles } from "./placing.ts";

/** The folders and the file that an update of a site works with, absolute. */
export interface SitePlaces {
  /** Where the site stands. */
  readonly output: string;
  /** Where what is new waits. */
  readonly next: string;
  readonly journal: string;
}

/** An update that has begun. */
export interface Beginning {
  readonly places: SitePlaces;
  /** Of the site that stands, if one does. */
  readonly manifest: SiteManifest | undefined;
}

/**
 * Finishes or undoes what a killed build left, and begins a new update, with `next` empty. Throws a `CliError` if
 * the output is somebody else's, if another build is at work on it, or if the disk refuses.
 */
export function beginStaging(output: string): Beginning {
  const places = placesOf(output);
  try {
    recover(places);
    refuseForeign(places, readManifest(places.output) !== undefined);
    writeJournal(places, "writing");
    mkdirSync(places.next);
    refuseMount(places);
    // read when no other build can change it any more
    return { places, manifest: readManifest(places.output) };
  } catch (error) {
    throw diskError(error, places.output);
  }
}

/** Clears away what was to come, and leaves the standing site as it is. */
export function undoStaging(places: SitePlaces): void {
  rmSync(places.next, { recursive: true, force: true });
  rmSync(places.journal, { force: true });
}

/** Gives an update up, unless it has begun to be put in place: the next one brings that to its end. */
export function giveUpStaging(places: SitePlaces): void {
  if (readJournal(places)?.state !== "placing") undoStaging(places);
}

/** Puts all that waits in `next`, which must be whole, in its place. From here on the site is the new one. */
export function placeStaged(places: SitePlaces): void {
  writeJournal(places, "placing");
  finishPlacing(places);
}

/**
 * Returns the process that puts a site in place, or that was killed at it; `undefined` where none does. Until it is
 * done, or a build has done it, the site is partly the old one.
 */
export function isBeingPlaced(
  output: string,
): { readonly pid: number; readonly runs: boolean } | undefined {
  const journal = readJournal(placesOf(output));
  if (journal?.state !== "placing") return undefined;
  return { pid: journal.pid, runs: isRunning(journal.pid) };
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
  return { output: path, next: `${path}.next`, journal: `${path}.journal` };
}

function recover(places: SitePlaces): void {
  const journal = readJournal(places);
  if (journal === undefined) return;
  if (journal.pid !== process.pid && isRunning(journal.pid)) {
    throw new CliError(
      `${places.output}: process ${journal.pid} is building this site; wait for it, or, if that is another program, remove ${places.journal}`,
    );
  }
  if (journal.state === "placing") finishPlacing(places);
  else undoStaging(places);
}

function finishPlacing(places: SitePlaces): void {
  placeFiles(places.next, places.output);
  undoStaging(places);
}

function refuseForeign({ output, next }: SitePlaces, isOurs: boolean): void {
  if (!isOurs && existsSync(output) && readdirSync(output).length > 0) {
    throw new CliError(
      `${output}: expected an empty folder or a site made by backfile, found other files; name another output folder or empty this one`,
    );
  }
  if (existsSync(next)) {
    throw new CliError(
      `${next}: backfile needs this name for the site it builds, and did not make what is there; move it away`,
    );
  }
}

/** Files can be put in place in one step only where both folders are on one disk. */
function refuseMount(places: SitePlaces): void {
  const { output, next } = places;
  if (!existsSync(output) || statSync(output).dev === statSync(next).dev) return;
  undoStaging(places);
  throw Object.assign(new Error(`${output} is on a disk of its own`), { code: "EXDEV" });
}

interface Journal {
  readonly state: "writing" | "placing";
  readonly pid: number;
}

function writeJournal(places: SitePlaces, state: Journal["state"]): void {
  const journal: Journal = { state, pid: process.pid };
  // the first one must be the only one: two builds may begin at the same time
  const flag = state === "writing" ? "wx" : "w";
  writeFileSync(places.journal, `${JSON.stringify(journal)}\n`, { flush: true, flag });
}

/** A journal cut short was being written before anything was put in place, so it counts as `writing`. */
function readJournal(places: SitePlaces): Journal | undefined {
  if (!existsSync(places.journal)) return undefined;
  const text = readFileSync(places.journal, "utf8");
  const pid = /"pid":(?<pid>\d{1,10})\}/.exec(text)?.groups?.["pid"];
  if (pid === undefined) return { state: "writing", pid: process.pid };
  return { state: text.includes('"placing"') ? "placing" : "writing", pid: Number(pid) };
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
