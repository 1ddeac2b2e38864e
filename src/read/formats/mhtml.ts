/** What does a page say that a browser saved in a single file (MHTML)? Stage 1. RFC 2557 */
import { type FormatAdapter, FormatError } from "./adapter.ts";
import { readPage } from "./html-page.ts";
import { messageAt } from "./http-message.ts";
import { webAddress } from "./page-metadata.ts";
import { decodeWeb } from "./web-encoding.ts";

const BOUNDARY = /boundary\s*=\s*"?(?<boundary>[^";\r\n]{1,200})/i;
const PAGE = /^(?:text\/html|application\/xhtml\+xml)\b/i;
const SOFT_BREAK = /=[ \t]*\r?\n/g;
const QUOTED = /=(?<byte>[0-9A-F]{2})/gi;

/** Reads pages saved as a single file: `.mhtml`, `.mht`. */
export const mhtml: FormatAdapter = {
  format: "html",
  recognises: (name) => /\.mht(?:ml)?$/i.test(name),
  read: ({ bytes }) => {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { headers, body } = pagePart(file);
    const packed = body.toString("latin1");
    const plain = decoded(packed, headers.get("content-transfer-encoding") ?? "");
    const { text, encoding, doubts } = decodeWeb(plain, headers.get("content-type"));
    const address = webAddress(headers.get("content-location"));
    return { items: [readPage(text, address)], diagnostics: doubts, encoding };
  },
};

/** The first part that is a page; a file without parts may be one itself. */
function pagePart(file: Buffer): {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
} {
  const head = messageAt(file, 0);
  const type = head?.headers.get("content-type") ?? "";
  const boundary = BOUNDARY.exec(type)?.groups?.["boundary"]?.trim();
  if (head !== undefined && PAGE.test(type)) {
    return { headers: head.headers, body: file.subarray(head.bodyAt) };
  }
  const mark = Buffer.from(`--${boundary ?? ""}`);
  let at = boundary === undefined ? -1 : file.indexOf(mark, head?.bodyAt ?? 0);
  while (at !== -1) {
    const next = file.indexOf(mark, at + mark.length);
    const part = messageAt(file, at);
    if (part !== undefined && PAGE.test(part.headers.get("content-type") ?? "")) {
      return {
        headers: part.headers,
        body: file.subarray(part.bodyAt, next === -1 ? file.length : next),
      };
    }
    at = next;
  }
  throw new FormatError(
    "read/broken-mhtml",
    "expected a part of type text/html, found none; save the page again",
  );
}

function decoded(body: string, encoding: string): Buffer {
  switch (encoding.toLowerCase()) {
    case "base64":
      return Buffer.from(body, "base64");
    case "quoted-printable":
      return Buffer.from(
        body
          .replace(SOFT_BREAK, "")
          .replace(QUOTED, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16))),
        "latin1",
      );
    default:
      return Buffer.from(body, "latin1");
  }
}
