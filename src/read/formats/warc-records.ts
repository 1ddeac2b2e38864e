/** Which records does a WARC file hold? Stage 1. https://iipc.github.io/warc-specifications/ */
import { gzipMembers } from "./gzip-members.ts";
import { messageAt } from "./http-message.ts";

/** A record as it stands in the file. */
export interface WarcRecord {
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly block: Buffer;
  /** What is wrong with it, if anything: its length was not as stated, it is cut off, or too large. */
  readonly fault?: "wrong-length" | "cut-off" | "too-large";
}

const VERSION = Buffer.from("WARC/");
const BETWEEN = Buffer.from("\r\n\r\nWARC/");
/** A member is one record in most files; in some it is all of them. */
const MEMBER_FACTOR = 10;

/**
 * Yields the records of a WARC file, plain or gzipped. A record whose length is not as stated ends where the next one
 * begins; of a gzip member that is broken, or unpacks to more than ten times `mostBytes`, the record's head is given.
 */
export function* warcRecords(bytes: Uint8Array, mostBytes: number): Generator<WarcRecord> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    yield* recordsIn(bufferOf(bytes), undefined);
    return;
  }
  for (const member of gzipMembers(bytes, MEMBER_FACTOR * mostBytes)) {
    if ("data" in member) yield* recordsIn(bufferOf(member.data), undefined);
    else
      yield* recordsIn(
        bufferOf(member.opening),
        member.fault === "broken" ? "cut-off" : member.fault,
      );
  }
}

function* recordsIn(bytes: Buffer, fault: WarcRecord["fault"]): Generator<WarcRecord> {
  let at = bytes.indexOf(VERSION);
  while (at !== -1) {
    const message = messageAt(bytes, at);
    if (message === undefined) return;
    const { headers, bodyAt } = message;
    const stated = Number(headers.get("content-length") ?? Number.NaN);
    const end = bodyAt + stated;
    const isRight = Number.isSafeInteger(end) && end <= bytes.length && endsRecord(bytes, end);
    const found = isRight ? end : nextRecord(bytes, bodyAt);
    const wrong = isRight
      ? undefined
      : end > bytes.length && found === bytes.length
        ? "cut-off"
        : "wrong-length";
    const marked = fault ?? wrong;
    yield {
      headers,
      block: bytes.subarray(bodyAt, found),
      ...(marked !== undefined && { fault: marked }),
    };
    at = bytes.indexOf(VERSION, found);
  }
}

/** Whether the file ends here, or the next record follows. */
function endsRecord(bytes: Buffer, end: number): boolean {
  const after = bytes
    .subarray(end, end + 16)
    .toString("latin1")
    .trimStart();
  return after === "" || after.startsWith("WARC/");
}

function nextRecord(bytes: Buffer, from: number): number {
  const next = bytes.indexOf(BETWEEN, from);
  return next === -1 ? bytes.length : next;
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
