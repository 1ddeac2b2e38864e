/** Which characters do a file's bytes stand for, and in which encoding? Stage 1. */
import type { Diagnostic } from "../model.ts";
import { guessCodePage } from "./code-pages.ts";

/** What should be said about a file's bytes; the caller knows the file. */
export type ByteDiagnostic = Omit<Diagnostic, "file">;

/** A file's text, or the reason why it is none. */
export type Decoding =
  | {
      readonly text: string;
      /** WHATWG label: `utf-8`, `utf-16le`, `windows-1252`, … */
      readonly encoding: string;
      readonly diagnostics: readonly ByteDiagnostic[];
    }
  | { readonly refused: ByteDiagnostic };

/** More control characters than this and the file is no text; wire texts have one in hundreds, some scrapes a NUL. */
const MOST_CONTROLS = 0.05;
/** Of the bytes that are the upper halves of UTF-16 units in Latin text, most are NUL. */
const UTF16_NULS = 0.4;
const SAMPLE = 65_536;
/** UTF-8 that was once read as Windows-1252 and written again: `â€™`, `Ã©`. */
const MOJIBAKE = /â€[\u0090-\u02dc™œ\u201a-\u203a]|Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;
const NOT_SPACE = /\S/;

/**
 * Returns the text of a file's bytes, without byte order mark, and its encoding: by the mark, as
 * UTF-16 by its NUL bytes, as strict UTF-8, else as the Windows code page for which the letters speak, under
 * the warning `read/encoding-guessed`. Refuses what holds no text (`read/empty-file`) and what is none
 * (`read/binary-file`). Text that was broken before it came (`â€™`, U+FFFD) is flagged
 * (`read/mojibake`), not mended.
 *
 * Example: the bytes `63 61 66 E9` → `{text: "café", encoding: "windows-1252", diagnostics: […]}`.
 */
export function decode(bytes: Uint8Array): Decoding {
  const marked = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (marked === undefined && isBinary(bytes)) {
    return refused(
      "read/binary-file",
      "expected text, found binary data; convert it to plain text",
    );
  }
  const strict = strictText(bytes, marked ?? "utf-8");
  if (strict !== undefined) return decoded(strict, marked ?? "utf-8", []);
  if (marked !== undefined) {
    const text = new TextDecoder(marked).decode(bytes);
    return decoded(text, marked, [
      {
        severity: "warning",
        rule: "read/broken-encoding",
        message: `${marked} with broken characters, shown as \ufffd; save the file again as UTF-8`,
      },
    ]);
  }
  const encoding = guessCodePage(bytes);
  return decoded(new TextDecoder(encoding).decode(bytes), encoding, [
    {
      severity: "warning",
      rule: "read/encoding-guessed",
      message: `not UTF-8; its letters speak for ${encoding}; if some look wrong, save the file as UTF-8`,
    },
  ]);
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

/** UTF-16 without a mark: nearly every second byte is NUL, and no other. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, SAMPLE);
  const nuls = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls.map((count) => count / (sample.length / 2));
  if (odd > UTF16_NULS && even === 0) return "utf-16le";
  return even > UTF16_NULS && odd === 0 ? "utf-16be" : undefined;
}

/** A text may hold a stray NUL; bytes that hold one and are not UTF-8 either are none. */
function isBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0) && strictText(bytes, "utf-8") === undefined) return true;
  let controls = 0;
  for (const byte of bytes) {
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) controls += 1;
  }
  return controls > MOST_CONTROLS * bytes.length;
}

function strictText(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Thrown for bytes that the encoding does not have; the next one is asked.
    return undefined;
  }
}

function decoded(text: string, encoding: string, found: readonly ByteDiagnostic[]): Decoding {
  if (!NOT_SPACE.test(text)) {
    return refused("read/empty-file", "expected text, found nothing; delete the file or fill it");
  }
  return { text, encoding, diagnostics: [...found, ...brokenBefore(text), ...nulsIn(text)] };
}

function brokenBefore(text: string): ByteDiagnostic[] {
  const at = text.search(MOJIBAKE);
  if (at === -1) return [];
  return [
    {
      severity: "warning",
      rule: "read/mojibake",
      line: lineAt(text, at),
      message: "letters were garbled before the text came here; they are kept as they stand",
    },
  ];
}

function nulsIn(text: string): ByteDiagnostic[] {
  const at = text.indexOf("\0");
  if (at === -1) return [];
  return [
    {
      severity: "warning",
      rule: "read/nul",
      line: lineAt(text, at),
      message:
        "NUL characters stand in the text; pages show them as \ufffd, take them out if they mean nothing",
    },
  ];
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split(/\r\n|\n|\r/).length;
}

function refused(rule: string, message: string): Decoding {
  return { refused: { severity: "set-aside", rule, message } };
}
