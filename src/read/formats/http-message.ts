/** What did a server answer? Stage 1: the head and the body of an HTTP response, as a crawler kept it. */
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from "node:zlib";
import { FormatError } from "./adapter.ts";

/** A response, its body unpacked. */
export interface HttpResponse {
  readonly status: number;
  /** By lower-case name; of repeated ones the last. */
  readonly headers: ReadonlyMap<string, string>;
  /** As it came: `unpackedBody` gives what was meant. */
  readonly body: Buffer;
}

/** The lines above the blank line, and what stands below it. */
export interface Message {
  readonly start: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly bodyAt: number;
}

const LONGEST_HEAD = 65_536;
const STATUS = /^HTTP\/\d(?:\.\d)?\s(?<status>\d{3})/;
const CHUNK_SIZE = /^(?<size>[0-9a-f]{1,8})\s*(?:;[^\r\n]*)?\r?\n/i;

const UNPACK: Readonly<
  Record<string, (bytes: Buffer, options: { readonly maxOutputLength: number }) => Buffer>
> = {
  gzip: gunzipSync,
  "x-gzip": gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
};

/** Returns the head of a message that begins at an offset; undefined where no blank line ends it within 64 kB. */
export function messageAt(bytes: Buffer, at: number): Message | undefined {
  const window = bytes.subarray(at, at + LONGEST_HEAD).toString("latin1");
  const blank = /\r?\n\r?\n/.exec(window);
  if (blank === null) return undefined;
  const lines = window.slice(0, blank.index).split(/\r?\n/);
  const headers = new Map<string, string>();
  let last: string | undefined;
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(":");
    if (/^[ \t]/.test(line) && last !== undefined) {
      headers.set(last, `${headers.get(last) ?? ""} ${line.trim()}`);
    } else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      headers.set(last, line.slice(colon + 1).trim());
    }
  }
  return { start: lines[0] ?? "", headers, bodyAt: at + blank.index + blank[0].length };
}

/** Returns the response that bytes hold; undefined where they hold none. */
export function httpResponse(bytes: Buffer): HttpResponse | undefined {
  const message = messageAt(bytes, 0);
  const status = STATUS.exec(message?.start ?? "")?.groups?.["status"];
  if (message === undefined || status === undefined) return undefined;
  return {
    status: Number(status),
    headers: message.headers,
    body: bytes.subarray(message.bodyAt),
  };
}

/**
 * Returns a response's body without chunks and content encodings. Crawlers may have taken either off already: what is not
 * chunked or packed stays as it is. Throws a `FormatError` for a body that is broken or unpacks to more than `mostBytes`.
 */
export function unpackedBody({ headers, body }: HttpResponse, mostBytes: number): Buffer {
  const isChunked = headers.get("transfer-encoding")?.toLowerCase().includes("chunked") === true;
  let unpacked = isChunked ? (withoutChunks(body) ?? body) : body;
  const encodings = (headers.get("content-encoding") ?? "")
    .toLowerCase()
    .split(/\s*,\s*/)
    .reverse();
  for (const encoding of encodings) unpacked = decompressed(unpacked, encoding, mostBytes);
  return unpacked;
}

/** Undefined where the body is not in chunks; what stands before a chunk that is cut off is kept. */
function withoutChunks(body: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  let at = 0;
  while (at < body.length) {
    const line = CHUNK_SIZE.exec(body.subarray(at, at + 256).toString("latin1"));
    if (line === null) return chunks.length === 0 ? undefined : Buffer.concat(chunks);
    const size = Number.parseInt(line.groups?.["size"] ?? "", 16);
    if (size === 0) break;
    const start = at + line[0].length;
    chunks.push(body.subarray(start, start + size));
    at = start + size;
    while (body[at] === 0x0d || body[at] === 0x0a) at += 1;
  }
  return Buffer.concat(chunks);
}

function decompressed(body: Buffer, encoding: string, mostBytes: number): Buffer {
  const unpack = UNPACK[encoding];
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  if (unpack === undefined || (encoding.endsWith("gzip") && !isGzip)) return body;
  try {
    return unpack(body, { maxOutputLength: mostBytes });
  } catch (cause) {
    if (cause instanceof RangeError) {
      throw new FormatError(
        "read/too-large",
        `its ${encoding} body unpacks to more than ${mostBytes} bytes; raise thresholds.sourceBytes in archive.yml if it is a page`,
        { cause },
      );
    }
    // some crawlers unpack the body and leave the header
    if (/^\s*</.test(body.subarray(0, 200).toString("latin1"))) return body;
    throw new FormatError(
      "read/broken-record",
      `its ${encoding} body is broken; fetch the page again`,
      {
        cause,
      },
    );
  }
}
