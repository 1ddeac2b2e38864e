/** In which form of Unicode are a file's bytes, and which characters do they stand for? Stage 1. */

/** A form of Unicode; all but UTF-32 are WHATWG labels. */
export type UnicodeForm = "utf-8" | "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be";

const SAMPLE = 65_536;
/** Of the bytes that are the upper halves of UTF-16 units in Latin text, most are NUL. */
const UTF16_NULS = 0.4;
/** UTF-16 that passes for UTF-8 is of a script whose upper halves are control characters: half of its bytes. */
const FEWEST_CONTROLS = 0.2;
/** Of the units of any text at least this share are spaces and line ends, and this share no controls or holes. */
const FEWEST_SPACES = 0.005;
const FEWEST_PRINTABLE = 0.97;
const SPACES = /[ \n\r]/g;
const PRINTABLE = /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{Cf}\n\r\t]/gu;

/** Returns the form that a byte order mark names. */
export function markedForm(bytes: Uint8Array): UnicodeForm | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) {
    return third === 0 && fourth === 0 && bytes.length % 4 === 0 ? "utf-32le" : "utf-16le";
  }
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return "utf-32be";
  return undefined;
}

/**
 * Returns UTF-16 or UTF-32 for bytes without a mark that are that: by their NULs, each in its place,
 * or, for scripts whose upper halves are not NUL, because they read as text with spaces only so.
 */
export function unmarkedForm(bytes: Uint8Array): UnicodeForm | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  if (bytes.length < 4 || bytes.length % 2 !== 0 || !sample.includes(0)) return undefined;
  const nuls = nulShares(sample);
  if (bytes.length % 4 === 0) {
    const [first = 0, second = 0, third = 0, fourth = 0] = nuls;
    if (fourth === 1 && third > 0.9 && first < 0.5) return "utf-32le";
    if (first === 1 && second > 0.9 && fourth < 0.5) return "utf-32be";
  }
  const even = ((nuls[0] ?? 0) + (nuls[2] ?? 0)) / 2;
  const odd = ((nuls[1] ?? 0) + (nuls[3] ?? 0)) / 2;
  if (odd > UTF16_NULS && even === 0) return "utf-16le";
  if (even > UTF16_NULS && odd === 0) return "utf-16be";
  if (strictText(bytes, "utf-8") !== undefined && controlShare(sample) < FEWEST_CONTROLS) {
    return undefined;
  }
  if (readsAsText(sample, "utf-16le")) return "utf-16le";
  return readsAsText(sample, "utf-16be") ? "utf-16be" : undefined;
}

/** Returns the text of well-formed bytes, without their mark; undefined where they are not. */
export function strictText(bytes: Uint8Array, form: UnicodeForm): string | undefined {
  if (form === "utf-32le" || form === "utf-32be") {
    const text = utf32Text(bytes, form);
    return text.includes("\ufffd") ? undefined : text;
  }
  try {
    return new TextDecoder(form, { fatal: true }).decode(bytes);
  } catch {
    // Thrown for bytes that the form does not have; the caller asks the next one.
    return undefined;
  }
}

/** Returns the text of bytes, without their mark, U+FFFD in the place of what is broken. */
export function lenientText(bytes: Uint8Array, form: UnicodeForm): string {
  if (form === "utf-32le" || form === "utf-32be") return utf32Text(bytes, form);
  return new TextDecoder(form).decode(bytes);
}

/** Of each of four bytes in a row, how often it is NUL, 0 to 1. */
function nulShares(sample: Uint8Array): readonly number[] {
  const nuls = [0, 0, 0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) nuls[index % 4] = (nuls[index % 4] ?? 0) + 1;
  });
  return nuls.map((count, place) => count / Math.ceil((sample.length - place) / 4));
}

function controlShare(sample: Uint8Array): number {
  return sample.filter((byte) => byte < 0x20).length / sample.length;
}

function readsAsText(sample: Uint8Array, form: "utf-16le" | "utf-16be"): boolean {
  const text = new TextDecoder(form).decode(sample.subarray(0, sample.length & ~1));
  const share = (shape: RegExp): number => (text.match(shape)?.length ?? 0) / text.length;
  return (
    !text.includes("\0") &&
    !text.slice(0, -1).includes("\ufffd") &&
    share(SPACES) >= FEWEST_SPACES &&
    share(PRINTABLE) >= FEWEST_PRINTABLE
  );
}

/** The platform does not read UTF-32. Pieces, because a call takes only so many arguments. */
function utf32Text(bytes: Uint8Array, form: "utf-32le" | "utf-32be"): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, form === "utf-32le");
    if (at === 0 && point === 0xfeff) continue;
    const known = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    pieces.push(known ? String.fromCodePoint(point) : "\ufffd");
  }
  if (bytes.length % 4 !== 0) pieces.push("\ufffd");
  return pieces.join("");
}
