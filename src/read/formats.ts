/** Which files besides plain texts can be read, and what articles does each hold? Stage 1: the table of formats. */
import { createHash } from "node:crypto";
import type { Diagnostic, SourceText } from "../model.ts";
import { sourceName } from "../text/source-name.ts";
import {
  type FormatAdapter,
  type FormatDiagnostic,
  FormatError,
  type FormatItem,
  type FormatReading,
  refusal,
} from "./formats/adapter.ts";
import { feed } from "./formats/feed.ts";
import { htmlPage } from "./formats/html-page.ts";
import { jsonFeed } from "./formats/json-feed.ts";
import { mhtml } from "./formats/mhtml.ts";
import { newsml } from "./formats/newsml.ts";
import { newsmlOne } from "./formats/newsml-one.ts";
import { ninjs } from "./formats/ninjs.ts";
import { warc } from "./formats/warc.ts";
import { wordpress } from "./formats/wordpress.ts";

/** The formats in the order in which they are asked; the first that knows a file reads it. */
const FORMATS: readonly FormatAdapter[] = [
  warc,
  // An export is RSS with WordPress' own fields, so it comes before the feeds.
  wordpress,
  newsml,
  newsmlOne,
  feed,
  // Says what it is; ninjs is known by its fields alone.
  jsonFeed,
  ninjs,
  htmlPage,
  mhtml,
];

/** In so many characters a file says what it is. */
const OPENING = 65_536;

/**
 * Returns the articles in a file of a format. A file with several gives each a name (`item`) and a hash of its own, of its
 * text. What cannot be read is set aside: the file, or one article of it by name.
 */
export function readFormat(
  path: string,
  bytes: Uint8Array,
  mostBytes: number,
): { readonly sources: readonly SourceText[]; readonly diagnostics: readonly Diagnostic[] } {
  try {
    const opening = new TextDecoder("latin1")
      .decode(bytes.subarray(0, OPENING))
      .replaceAll("\0", "");
    const adapter = FORMATS.find(({ recognises }) => recognises(path, opening));
    if (adapter === undefined) throw unknownFormat(opening);
    const reading = adapter.read({ bytes, mostBytes });
    const sources = reading.items.map((item) =>
      sourceOf({ path, format: adapter.format, bytes }, reading, item),
    );
    const found =
      sources.length === 0 && reading.diagnostics.length === 0
        ? [noArticles()]
        : reading.diagnostics;
    return { sources, diagnostics: found.map((remark) => diagnosticOf(path, remark)) };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { sources: [], diagnostics: [diagnosticOf(path, refusal(error))] };
  }
}

function sourceOf(
  file: Pick<SourceText, "path" | "format"> & { readonly bytes: Uint8Array },
  { encoding }: FormatReading,
  { item, text, stated }: FormatItem,
): SourceText {
  const hashed = item === undefined ? file.bytes : text;
  return {
    path: file.path,
    ...(item !== undefined && { item }),
    text,
    sha256: createHash("sha256").update(hashed).digest("hex"),
    encoding,
    format: file.format,
    stated,
  };
}

function diagnosticOf(path: string, { item, ...remark }: FormatDiagnostic): Diagnostic {
  return { ...remark, file: sourceName(path, item) };
}

function unknownFormat(opening: string): FormatError {
  const root = /<(?<root>[A-Za-z][\w:.-]{0,40})/.exec(opening.replace(/<[?!][^>]*>/g, ""))
    ?.groups?.["root"];
  const found = root === undefined ? "other JSON" : `<${root}>`;
  return new FormatError(
    "read/unknown-format",
    `expected a WordPress export, NewsML, NITF, a feed, a JSON Feed or ninjs, found ${found}; take it out of sources/`,
  );
}

function noArticles(): FormatDiagnostic {
  return {
    severity: "set-aside",
    rule: "read/no-articles",
    message: "expected articles in it, found none; take it out of sources/ or export it again",
  };
}
