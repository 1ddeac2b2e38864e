/** How does work, or what came of it, travel from one machine to another? As one file: a line that says what it is, then portions, end to end. */
import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { CliError } from "../text/cli-error.ts";
import { onDisk } from "../text/disk-error.ts";
import type { JobTask } from "./job-task.ts";

/** A part of a parcel. */
export interface Portion {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** A word on it for the one who unpacks it. */
  readonly note?: string;
}

/** What a parcel holds, but for its portions. */
export interface ParcelLabel {
  readonly kind: "job" | "result";
  /** Under which the portions of the result are looked for; the same where the same would come of the same portion. */
  readonly subject: string;
  /** The version of the program that has made it (`siteVersion`). */
  readonly program: string;
  readonly task: JobTask;
}

/** Where a portion lies. */
export interface PortionPlace {
  readonly name: string;
  /** Of its first byte in the file. */
  readonly start: number;
  readonly bytes: number;
  readonly note?: string;
}

/** The first line of a parcel, and where its portions are. */
export interface Parcel extends ParcelLabel {
  /** `recognise-1998-2013-5f1c9a03b2d4`: its last part stands for all that the job is told and given. */
  readonly id: string;
  readonly portions: readonly PortionPlace[];
}

/** The first line as it is written; `portions` has a name, a number of bytes and perhaps a note. */
interface Head extends ParcelLabel {
  readonly format: typeof FORMAT;
  readonly id: string;
  readonly sha256: string;
  readonly portions: readonly (readonly [name: string, bytes: number, note?: string])[];
}

const FORMAT = "backfile/1";
const LINE_END = 0x0a;
/** Enough that no two jobs of an archive have the same, in as much as can be read out. */
const DIGEST_DIGITS = 12;

/** Returns a job's ID: the same for the same work, and for no other. */
export function jobId(name: string, label: ParcelLabel, portions: readonly Portion[]): string {
  return `${name}-${digestOf(label, entriesOf(portions), sha256Of(portions))}`;
}

/** Writes a parcel into a file, which must be renamed to where others look for it once it is whole. */
export function writeParcel(
  file: string,
  { id, ...label }: ParcelLabel & { readonly id: string },
  portions: readonly Portion[],
): void {
  const head: Head = {
    format: FORMAT,
    id,
    ...label,
    sha256: sha256Of(portions),
    portions: entriesOf(portions),
  };
  const parts = [Buffer.from(`${JSON.stringify(head)}\n`), ...portions.map(({ bytes }) => bytes)];
  onDisk(file, () => writeFileSync(file, Buffer.concat(parts)));
}

/** Returns what a parcel is and where its portions lie, once all of it has been read. Throws a `CliError` where it is none, or cut short or altered. */
export function readParcel(file: string): Parcel {
  return parcelOf(
    file,
    onDisk(file, () => readFileSync(file)),
  ).parcel;
}

/** Returns a parcel with its portions. Throws as `readParcel` does, and where a job's ID does not stand for what it holds. */
export function unpackJob(file: string): {
  readonly parcel: Parcel;
  readonly portions: readonly Portion[];
} {
  const bytes = onDisk(file, () => readFileSync(file));
  const { parcel, head } = parcelOf(file, bytes);
  const { kind, subject, program, task } = head;
  const digest = digestOf({ kind, subject, program, task }, head.portions, head.sha256);
  if (kind !== "job" || !parcel.id.endsWith(`-${digest}`)) throw altered(file);
  const portions = parcel.portions.map(({ start, bytes: length, ...portion }) => ({
    ...portion,
    bytes: bytes.subarray(start, start + length),
  }));
  return { parcel, portions };
}

/** Returns the bytes of a portion in a file that `readParcel` has looked through. */
export function readPortion(
  file: string,
  { start, bytes }: Pick<PortionPlace, "start" | "bytes">,
): Buffer {
  return onDisk(file, () => {
    const opened = openSync(file, "r");
    try {
      const portion = Buffer.alloc(bytes);
      if (readSync(opened, portion, 0, bytes, start) < bytes) throw altered(file);
      return portion;
    } finally {
      closeSync(opened);
    }
  });
}

function parcelOf(file: string, bytes: Buffer): { readonly parcel: Parcel; readonly head: Head } {
  const end = bytes.indexOf(LINE_END);
  const head = headIn(bytes.toString("utf8", 0, Math.max(end, 0)));
  const body = bytes.subarray(end + 1);
  if (head === undefined || createHash("sha256").update(body).digest("hex") !== head.sha256)
    throw altered(file);
  let start = end + 1;
  const portions = head.portions.map(([name, length, note]) => {
    const place = { name, start, bytes: length, ...(note !== undefined && { note }) };
    start += length;
    return place;
  });
  if (start !== bytes.length) throw altered(file);
  const { id, kind, subject, program, task } = head;
  return { parcel: { id, kind, subject, program, task, portions }, head };
}

function headIn(line: string): Head | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isOurs =
      typeof value === "object" && value !== null && "format" in value && value.format === FORMAT;
    // `writeParcel` wrote it
    return isOurs ? (value as Head) : undefined;
  } catch {
    return undefined;
  }
}

function altered(file: string): CliError {
  return new CliError(
    `${file}: expected a whole file of a job, found one that is cut short, altered or of another version; copy it again, or delete it and make it again`,
  );
}

function entriesOf(portions: readonly Portion[]): Head["portions"] {
  return portions.map(({ name, bytes, note }) =>
    note === undefined ? [name, bytes.length] : [name, bytes.length, note],
  );
}

function sha256Of(portions: readonly Portion[]): string {
  const hash = createHash("sha256");
  for (const { bytes } of portions) hash.update(bytes);
  return hash.digest("hex");
}

function digestOf(
  { subject, program, task }: ParcelLabel,
  entries: Head["portions"],
  sha256: string,
): string {
  const all = JSON.stringify([subject, program, task, entries, sha256]);
  return createHash("sha256").update(all).digest("hex").slice(0, DIGEST_DIGITS);
}
