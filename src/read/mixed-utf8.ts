/** Is a file UTF-8 but for a few bytes that somebody pasted in, and what do they stand for? Stage 1. */

/** For each letter in UTF-8 beyond ASCII at most this many bytes that are none; by chance there are several. */
const MOST_STRAYS = 0.5;

/** A text read as UTF-8, its stray bytes as Windows-1252. */
export interface MixedText {
  readonly text: string;
  readonly strays: number;
  /** Where the first stray byte's character stands in the text. */
  readonly first: number;
}

/**
 * Returns the text of bytes that are mostly UTF-8, each byte that is not as the character that it is in
 * Windows-1252, so that none is lost; undefined where UTF-8 is not the rule among the bytes above 7F.
 * One pass.
 */
export function mixedText(bytes: Uint8Array): MixedText | undefined {
  const strays: number[] = [];
  let letters = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = characterLength(bytes, at);
    if (length === 0) strays.push(at);
    if (length > 1) letters += 1;
    at += Math.max(1, length);
  }
  if (strays.length === 0 || strays.length > letters * MOST_STRAYS) return undefined;
  const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const western = new TextDecoder("windows-1252");
  const pieces: string[] = [];
  let done = 0;
  for (const stray of strays) {
    if (stray > done) pieces.push(utf8.decode(bytes.subarray(done, stray)));
    pieces.push(western.decode(bytes.subarray(stray, stray + 1)));
    done = stray + 1;
  }
  pieces.push(utf8.decode(bytes.subarray(done)));
  const first = strays[0] === 0 ? 0 : (pieces[0]?.length ?? 0);
  return { text: pieces.join(""), strays: strays.length, first };
}

/** Length in bytes of the well-formed UTF-8 character at a position (Unicode, table 3-7); 0 where there is none. */
function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const second = bytes[at + 1] ?? 0;
  if (second < (LOWEST_SECOND[lead] ?? 0x80) || second > (HIGHEST_SECOND[lead] ?? 0xbf)) return 0;
  for (let next = at + 2; next < at + length; next += 1) {
    const byte = bytes[next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}

/** After these the second byte has a narrower range, which shuts out surrogates and overlong forms. */
const LOWEST_SECOND: Readonly<Record<number, number>> = { 224: 0xa0, 240: 0x90 };
const HIGHEST_SECOND: Readonly<Record<number, number>> = { 237: 0x9f, 244: 0x8f };
