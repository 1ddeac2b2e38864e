/** How does a site become the next one, whole or not at all, by the files that differ? Stage 9: writes the output folder. */
import { lstatSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { CliError } from "../text/cli-error.ts";
import { diskError } from "../text/disk-error.ts";
import { ChangeLog } from "./change-log.ts";
import { FileList } from "./file-list.ts";
import { WayCheck } from "./foreign.ts";
import { LineWriter } from "./line-file.ts";
import { ListCutter } from "./list-cutter.ts";
import { parseList, sha256Of } from "./list-parts.ts";
import { type Claim, checkClaims, updateList } from "./list-update.ts";
import { formatManifest, type SiteManifest } from "./manifest.ts";
import { MOVED, REMOVED } from "./placing.ts";
import { bytesIn } from "./site-file.ts";
import { checkPath, FILE_LIST, isListFile, MANIFEST } from "./site-paths.ts";
import { FileStager, type Stage, type StagedFile, stagedPath } from "./staged-file.ts";
import {
  beginStaging,
  giveUpStaging,
  placeStaged,
  type SitePlaces,
  undoStaging,
} from "./staging.ts";

/** What a commit did. */
export interface SiteChanges {
  /** Files that are new or have other bytes than before. */
  readonly written: number;
  /** Files that were given with the bytes that stand. */
  readonly unchanged: number;
  readonly removed: number;
  /** Bytes of the files written. */
  readonly bytes: number;
  /** The SHA-256 of the site's list of files, which stands for the whole site. */
  readonly digest: string;
}

/** A site that is being changed. Paths are relative to it, with forward slashes. */
export interface SiteWriter {
  /**
   * The SHA-256 of the standing site's list of files; `undefined` if none stands, or one of a former version. A
   * build that writes only what changed since another must find the digest that the other's commit returned.
   */
  readonly digest: string | undefined;
  /** Where other processes put files that `adopt` then takes in; see `FileStager`. */
  readonly stage: Stage;
  /** Returns the SHA-256 that the standing site's list has for a path. */
  standing(path: string): string | undefined;
  /** Returns the text of a file of the standing site; `undefined` where the list has none, or it is another. */
  standingText(path: string): string | undefined;
  /**
   * Takes in one file. `origin` is what it is made from, such as `articles/2022/01/bridge.md`, for messages.
   * Throws a `CliError` for a path that leaves the site, and where the disk does not take it.
   */
  write(path: string, content: string | Uint8Array, origin?: string): void;
  /** Takes in one file that stands on the stage already; throws as `write` does. */
  adopt(path: string, file: StagedFile, origin?: string): void;
  /** Removes a file, if the site has it and nothing writes it. */
  remove(path: string): void;
  /** Removes all files of the standing site that are not written in this build, as one that writes everything does, but for those that are kept. */
  removeOthers(isKept?: (path: string) => boolean): void;
  /**
   * Puts all that was written in its place; other files stay as they are, those too that backfile did not write.
   * Throws a `CliError`, and changes nothing, where two files want one path (paths that differ in capitals or
   * composed letters alone are one path on some machines), or where a file of somebody else's is in the way.
   */
  commit(): Promise<SiteChanges>;
  /** Gives up what was written; the site stands as it stood, unless a commit had begun to put it in place. */
  discard(): Promise<void>;
}

/** How a site is opened. */
interface OpenOptions {
  /** Whether files may stand there with other bytes than its list says: all that are given are then compared with the files themselves. @default false */
  readonly isSuspect?: boolean;
}

/**
 * Opens a site for changes, after it has finished or undone what a killed build left. Files that are neither written
 * nor removed cost nothing. Throws a `CliError` if `output` holds anything and was not made by backfile, if
 * another build is writing to it, or if the disk refuses.
 *
 *     const site = await openSite("_site");
 *     site.write("2022/01/26/bridge/index.html", "<!doctype html>…", "articles/2022/01/bridge.md");
 *     await site.commit(); // {written: 1, unchanged: 0, removed: 0, bytes: 17, digest: "5f1c…"}
 *
 * Proof against a process that is killed at any moment; not against a machine that loses power.
 */
export async function openSite(
  output: string,
  { isSuspect = false }: OpenOptions = {},
): Promise<SiteWriter> {
  const { places, manifest } = beginStaging(output);
  try {
    return new StagedSite(places, manifest, isSuspect);
  } catch (error) {
    undoStaging(places);
    throw error;
  }
}

class StagedSite implements SiteWriter {
  readonly digest: string | undefined;
  readonly stage: Stage;
  readonly #isSuspect: boolean;
  readonly #places: SitePlaces;
  readonly #former: FileList | undefined;
  readonly #log: ChangeLog;
  readonly #stager: FileStager;
  readonly #counts = { written: 0, unchanged: 0, removed: 0, bytes: 0 };
  #isKept: ((path: string) => boolean) | undefined;

  constructor(places: SitePlaces, manifest: SiteManifest | undefined, isSuspect: boolean) {
    this.#isSuspect = isSuspect;
    this.#places = places;
    this.digest = manifest?.list;
    this.stage = { folder: places.next, isFirst: manifest === undefined };
    this.#former = manifest && formerList(places.output, manifest);
    this.#log = new ChangeLog(join(places.next, "changes"));
    this.#stager = new FileStager(this.stage);
  }

  standing(path: string): string | undefined {
    return this.#former?.hashOf(path);
  }

  standingText(path: string): string | undefined {
    const listed = this.standing(path);
    const bytes = listed === undefined ? undefined : bytesIn(this.#places.output, path);
    return bytes !== undefined && sha256Of(bytes) === listed ? bytes.toString("utf8") : undefined;
  }

  write(path: string, content: string | Uint8Array, origin = path): void {
    checkPath(path, origin);
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    const sha256 = sha256Of(bytes);
    const isSame = this.#isAsItStands(path, { sha256, bytes: bytes.length });
    if (isSame) this.#keep({ path, origin }, sha256);
    else this.#take({ path, origin }, this.#stageOrTellWhy({ path, origin }, bytes));
  }

  adopt(path: string, file: StagedFile, origin = path): void {
    checkPath(path, origin);
    if (this.#isAsItStands(path, file)) {
      unlinkSync(stagedPath(this.stage, path));
      this.#keep({ path, origin }, file.sha256);
    } else this.#take({ path, origin }, file);
  }

  remove(path: string): void {
    checkPath(path, path);
    this.#log.add({ path, kind: "removed", sha256: "", origin: path });
  }

  removeOthers(isKept: (path: string) => boolean = () => false): void {
    this.#isKept = isKept;
  }

  async commit(): Promise<SiteChanges> {
    try {
      const list = this.#writeList();
      const digest = sha256Of(list);
      if (digest === this.digest && this.#counts.written === 0) undoStaging(this.#places);
      else this.#place(list, digest);
      return { ...this.#counts, digest };
    } catch (error) {
      throw diskError(error, this.#places.output);
    }
  }

  async discard(): Promise<void> {
    giveUpStaging(this.#places);
  }

  #stageOrTellWhy(claim: Claim, bytes: Uint8Array): StagedFile {
    try {
      return this.#stager.write(claim.path, bytes);
    } catch (error) {
      // the folders of a first site show at once that one path is the folder of another
      this.#log.add({ ...claim, kind: "staged", sha256: sha256Of(bytes) });
      checkClaims(this.#log.sorted());
      throw error;
    }
  }

  #keep({ path, origin }: Claim, sha256: string): void {
    this.#log.add({ path, kind: "same", sha256, origin });
    this.#counts.unchanged += 1;
  }

  #take({ path, origin }: Claim, file: StagedFile): void {
    this.#log.add({ path, kind: "staged", sha256: file.sha256, origin });
    this.#counts.written += 1;
    this.#counts.bytes += file.bytes;
  }

  /** A file that somebody has altered or deleted is written again, as far as its size tells, or, where the site is suspect, its bytes. */
  #isAsItStands(path: string, { sha256, bytes }: StagedFile): boolean {
    if (this.standing(path) !== sha256) return false;
    const stat = lstatSync(join(this.#places.output, path), { throwIfNoEntry: false });
    if (stat?.isFile() !== true || stat.size !== bytes) return false;
    return !this.#isSuspect || this.standingText(path) !== undefined;
  }

  /** Returns the topmost part of the new list, when all others are staged and what is to be done is noted. */
  #writeList(): string {
    const { next, output } = this.#places;
    const moved = new LineWriter(join(next, MOVED));
    const removed = new LineWriter(join(next, REMOVED));
    const isOurs = (path: string): boolean => isListFile(path) || this.standing(path) !== undefined;
    const way = new WayCheck(output, isOurs);
    const move = (path: string): void => {
      if (this.stage.isFirst) return;
      way.check(path);
      moved.write(path);
    };
    const keeper = {
      write: (path: string, text: string) => {
        this.#stager.write(path, text);
        move(path);
      },
      drop: (path: string) => removed.write(path),
    };
    const cutter = new ListCutter(this.#former, keeper);
    updateList(this.#log.sorted(), {
      former: this.#former,
      cutter,
      removesOthers: this.#isKept !== undefined,
      isKept: this.#isKept ?? (() => true),
      onStaged: move,
      onRemoved: (path) => {
        this.#counts.removed += 1;
        removed.write(path);
      },
    });
    const list = cutter.finish();
    for (const path of [FILE_LIST, MANIFEST]) move(path);
    moved.close();
    removed.close();
    return list;
  }

  #place(list: string, digest: string): void {
    this.#stager.write(FILE_LIST, list);
    this.#stager.write(MANIFEST, formatManifest(digest));
    placeStaged(this.#places);
  }
}

/** Reads the list of the standing site, which must be whole, for what is not in it would never be removed. */
function formerList(output: string, { list, former }: SiteManifest): FileList {
  const read = (path: string): string | undefined => bytesIn(output, path)?.toString("utf8");
  const onFault = (): never => {
    throw new CliError(
      `${output}: expected the list of its files below ${FILE_LIST} as it was built, found another; move this folder away and build the site again`,
    );
  };
  if (former !== undefined) return new FileList(former, { read, onFault });
  const text = read(FILE_LIST);
  const root = parseList(text);
  if (root === undefined || text === undefined || sha256Of(text) !== list) return onFault();
  return new FileList(root, { read, onFault });
}
