/** What do the members of a gzip file hold? Stage 1: one after the other, each with a limit. */
import { constants, type InflateRaw, inflateRawSync } from "node:zlib";

/** A member unpacked; or how it begins, and why the rest could not be had. */
export type GzipMember =
  | { readonly data: Uint8Array }
  | { readonly opening: Uint8Array; readonly fault: "broken" | "too-large" };

const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
const HEADER = 10;
const TRAILER = 8;
/** How many packed bytes are tried for a record's head. */
const OPENINGS = [16_384, 1024, 256];

/**
 * Yields the members of a gzip file, each unpacked to at most `mostBytes`. A member that is broken or larger gives what its
 * first 16 kB hold, and reading goes on at the next one.
 */
export function* gzipMembers(bytes: Uint8Array, mostBytes: number): Generator<GzipMember> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = file.indexOf(MAGIC);
  while (at !== -1 && at < file.length) {
    const start = at + headerLength(file, at);
    const { member, end } = unpacked(file.subarray(start), mostBytes);
    yield member;
    const next = end === undefined ? at + MAGIC.length : start + end + TRAILER;
    at = file.indexOf(MAGIC, next);
  }
}

/** With the optional fields that RFC 1952 allows: extra data, a file's name, a comment, a checksum. */
function headerLength(file: Buffer, at: number): number {
  const flags = file[at + 3] ?? 0;
  let length = HEADER;
  if (flags & 4) length += 2 + (file[at + length] ?? 0) + 256 * (file[at + length + 1] ?? 0);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const zero = file.indexOf(0, at + length);
    length = (zero === -1 ? file.length : zero + 1) - at;
  }
  return flags & 2 ? length + 2 : length;
}

function unpacked(
  packed: Buffer,
  mostBytes: number,
): { readonly member: GzipMember; readonly end?: number } {
  try {
    // with `info` the call returns the engine too, which knows how much it has read; the types do not say so
    const { buffer, engine } = inflateRawSync(packed, {
      info: true,
      maxOutputLength: mostBytes,
    }) as unknown as { readonly buffer: Buffer; readonly engine: InflateRaw };
    return { member: { data: buffer }, end: engine.bytesWritten };
  } catch (error) {
    const isLarge = error instanceof RangeError;
    const opening = openingOf(packed, mostBytes);
    return { member: { opening, fault: isLarge ? "too-large" : "broken" } };
  }
}

/** What the first bytes give, as far as they are sound: of a bomb but a few, which unpack to little. */
function openingOf(packed: Buffer, mostBytes: number): Uint8Array {
  for (const length of OPENINGS) {
    try {
      return inflateRawSync(packed.subarray(0, length), {
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: mostBytes,
      });
    } catch {
      // thrown where even these are broken or unpack to too much; fewer are tried
    }
  }
  return new Uint8Array();
}
