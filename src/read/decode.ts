/** Which characters do a file's bytes stand for, and in which encoding? Stage 1. */
import type { Diagnostic } from "../model.ts";
import { guessCodePage } from "./code-pages.ts";
import { guessEastAsian } from "./east-asian-pages.ts";
import { mixedText } from "./mixed-utf8.ts";
import { lineAt, mojibakeIn } from "./mojibake.ts";
import { lenientText, markedForm, strictText, unmarkedForm } from "./unicode.ts";

/** What should be said about a file's bytes; the caller knows the file. */
export type ByteDiagnostic = Omit<Diagnostic, "file">;

/** A file's text, or the reason why it is none. */
export type Decoding =
  | {
      readonly text: string;
      /** WHATWG label: `utf-8`, `utf-16le`, `windows-1252`, …; or `utf-32le`, `utf-32be`. */
      readonly encoding: string;
      readonly diagnostics: readonly ByteDiagnostic[];
    }
  | { readonly refused: ByteDiagnostic };

/** More control characters than this and the file is no text; wire texts have one in hundreds, some scrapes a NUL. */
const MOST_CONTROLS = 0.05;
const NOT_SPACE = /\S/;

/**
 * Returns the text of a file's bytes, without byte order mark, and its encoding: by the mark, as UTF-16 or
 * UTF-32 by its NUL bytes, as strict UTF-8, as UTF-8 with a few bytes of Windows-1252 pasted in
 * (`read/mixed-encoding`), else as the double-byte encoding or code page for which the letters speak, under
 * the warning `read/encoding-guessed`. Refuses what holds no text (`read/empty-file`) and what is none
 * (`read/binary-file`). Text that was broken before it came (`â€™`, U+FFFD) is flagged
 * (`read/mojibake`), not mended.
 *
 * Example: the bytes `63 61 66 E9` → `{text: "café", encoding: "windows-1252", diagnostics: […]}`.
 */
export function decode(bytes: Uint8Array): Decoding {
  const form = markedForm(bytes) ?? unmarkedForm(bytes);
  if (form === undefined && isBinary(bytes)) {
    return refused(
      "read/binary-file",
      "expected text, found binary data; convert it to plain text",
    );
  }
  const strict = strictText(bytes, form ?? "utf-8");
  if (strict !== undefined) return decoded(strict, form ?? "utf-8", mojibakeIn(strict));
  const mixed = form === undefined || form === "utf-8" ? mixedText(bytes) : undefined;
  if (mixed !== undefined) {
    const text = mixed.text.replace(/^\ufeff/, "");
    const found = pastedIn(mixed.strays, lineAt(mixed.text, mixed.first));
    return decoded(text, "utf-8", [found, ...mojibakeIn(text)]);
  }
  if (form !== undefined) return decoded(lenientText(bytes, form), form, [broken(form)]);
  const encoding = guessEastAsian(bytes) ?? guessCodePage(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return decoded(text, encoding, [guessed(encoding), ...mojibakeIn(text)]);
}

function broken(form: string): ByteDiagnostic {
  return {
    severity: "warning",
    rule: "read/broken-encoding",
    message: `${form} with broken characters, shown as \ufffd; save the file again as UTF-8`,
  };
}

function pastedIn(strays: number, line: number): ByteDiagnostic {
  const found = strays === 1 ? "1 byte that is" : `${strays} bytes that are`;
  return {
    severity: "warning",
    rule: "read/mixed-encoding",
    line,
    message: `UTF-8 with ${found} not, read as windows-1252; look here and save the file as UTF-8`,
  };
}

function guessed(encoding: string): ByteDiagnostic {
  return {
    severity: "warning",
    rule: "read/encoding-guessed",
    message: `not UTF-8; its letters speak for ${encoding}; if some look wrong, save the file as UTF-8`,
  };
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

function decoded(text: string, encoding: string, found: readonly ByteDiagnostic[]): Decoding {
  if (!NOT_SPACE.test(text)) {
    return refused("read/empty-file", "expected text, found nothing; delete the file or fill it");
  }
  return { text, encoding, diagnostics: [...found, ...nulsIn(text)] };
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

function refused(rule: string, message: string): Decoding {
  return { refused: { severity: "set-aside", rule, message } };
}
