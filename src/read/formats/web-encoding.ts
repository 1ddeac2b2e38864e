/** Which characters do the bytes of a page or an XML file stand for? Stage 1: as such files state it themselves. */
import { type ByteDiagnostic, decode } from "../decode.ts";
import { mojibakeIn } from "../mojibake.ts";
import { FormatError } from "./adapter.ts";

/** A page or XML file as text. */
export interface WebText {
  readonly text: string;
  /** WHATWG label. */
  readonly encoding: string;
  /** That it was guessed, or that letters were garbled before. */
  readonly doubts: readonly ByteDiagnostic[];
}

/** How far into a file its encoding may be stated, in bytes; HTML says 1,024, pages say otherwise. */
const DECLARED_WITHIN = 8192;
const XML_DECLARATION = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["'](?<label>[\w.:-]{1,40})["']/i;
const META = /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*(?<label>[\w.:-]{1,40})/i;
const IN_HEADER = /charset\s*=\s*["']?(?<label>[\w.:-]{1,40})/i;

/**
 * Returns the text of a page's or XML file's bytes: by the byte order mark, else by the HTTP header, else by the XML
 * declaration or `<meta charset>`, where the bytes are valid in it; else as any text is decoded.
 * Throws a `FormatError` where they are no text at all.
 */
export function decodeWeb(bytes: Uint8Array, contentType = ""): WebText {
  const opening = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARED_WITHIN));
  const label =
    IN_HEADER.exec(contentType)?.groups?.["label"] ??
    XML_DECLARATION.exec(opening)?.groups?.["label"] ??
    META.exec(opening)?.groups?.["label"];
  const stated = hasMark(bytes) || label === undefined ? undefined : strictly(bytes, label);
  if (stated !== undefined) return stated;
  const decoding = decode(bytes);
  if ("refused" in decoding) {
    throw new FormatError(decoding.refused.rule, decoding.refused.message);
  }
  const { text, encoding, diagnostics } = decoding;
  return { text, encoding, doubts: diagnostics };
}

function hasMark([first, second, third]: Uint8Array): boolean {
  if (first === 0xef) return second === 0xbb && third === 0xbf;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Nothing where the encoding is not known, or the bytes are not valid in it: then it was stated wrongly. */
function strictly(bytes: Uint8Array, label: string): WebText | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    const text = decoder.decode(bytes);
    // a declaration that can be read as ASCII is not in UTF-16, whatever it says
    if (decoder.encoding.startsWith("utf-16") && text.indexOf("<") === -1) return undefined;
    return { text, encoding: decoder.encoding, doubts: mojibakeIn(text) };
  } catch {
    // thrown for labels and bytes that the decoder does not have
    return undefined;
  }
}
