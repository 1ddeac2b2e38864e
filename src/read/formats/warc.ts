/** What does a web archive (WARC) say? Stage 1: each page that a crawler was given is an article. */
import { type FormatAdapter, type FormatDiagnostic, FormatError, readEach } from "./adapter.ts";
import { readPage } from "./html-page.ts";
import { type HttpResponse, httpResponse, unpackedBody } from "./http-message.ts";
import { itemName, uniquelyNamed } from "./item-name.ts";
import { leftOut } from "./left-out.ts";
import { webAddress } from "./page-metadata.ts";
import { type WarcRecord, warcRecords } from "./warc-records.ts";
import { decodeWeb, type WebText } from "./web-encoding.ts";

const PAGE = /^(?:text\/html|application\/xhtml\+xml)\b/i;
const ADVICE = "they stay in the WARC";

/** Reads web archives: `.warc` and `.warc.gz`. */
export const warc: FormatAdapter = {
  format: "warc",
  recognises: (name) => /\.warc(?:\.gz)?$/i.test(name),
  read: ({ bytes, mostBytes }) => {
    const others: string[] = [];
    const doubts: FormatDiagnostic[] = [];
    // one after the other, so that a large crawl is not unpacked in memory as a whole
    const captures = uniquelyNamed(capturesIn(bytes, mostBytes, others));
    const read = readEach(captures, (capture, name) => {
      doubts.push(...doubtsOf(capture.record, name));
      const page = pageOf(capture, mostBytes);
      for (const doubt of page.doubts) doubts.push({ ...doubt, item: name });
      return readPage(page.text, webAddress(addressOf(capture.record)));
    });
    if (read.items.length + read.diagnostics.length + others.length === 0) {
      throw new FormatError(
        "read/broken-warc",
        "expected WARC records, found none; fetch the file again",
      );
    }
    const diagnostics = [...read.diagnostics, ...doubts, ...leftOut(others, ADVICE)];
    return { items: read.items, diagnostics, encoding: "utf-8" };
  },
};

/** Yields the pages in a file by their names; what else there is goes onto the list of others. */
function* capturesIn(
  bytes: Uint8Array,
  mostBytes: number,
  others: string[],
): Generator<readonly [name: string, capture: Capture]> {
  for (const record of warcRecords(bytes, mostBytes)) {
    const capture = captureOf(record);
    if (typeof capture === "string") others.push(capture);
    else yield [captureName(record), capture];
  }
}

/** A page as it was fetched. */
interface Capture {
  readonly record: WarcRecord;
  readonly response: HttpResponse;
}

/** A record of a page that was answered in full; else what the note counts it as. */
function captureOf(record: WarcRecord): Capture | string {
  const type = record.headers.get("warc-type") ?? "unknown";
  if (type !== "response") return `${type} records`;
  const response = httpResponse(record.block);
  if (response === undefined) return "responses of other protocols";
  const { status, headers } = response;
  if (status < 200 || status > 299) return `answers with status ${status}`;
  const content = headers.get("content-type") ?? "";
  if (PAGE.test(content)) return { record, response };
  return `files of type ${content.split(";")[0]?.trim().toLowerCase() || "unknown"}`;
}

function addressOf(record: WarcRecord): string {
  return (record.headers.get("warc-target-uri") ?? "").replace(/^<|>$/g, "");
}

/** Each capture of an address is an article of its own: the pages differ, or they are told to be repeats. */
function captureName(record: WarcRecord): string {
  const date = (record.headers.get("warc-date") ?? "").replace(/\D/g, "").slice(0, 14);
  return `${itemName(addressOf(record))}${date === "" ? "" : `@${date}`}`;
}

function pageOf({ record, response }: Capture, mostBytes: number): WebText {
  if (record.fault === "too-large" || record.block.length > mostBytes) {
    throw new FormatError(
      "read/too-large",
      `more than ${mostBytes} bytes; raise thresholds.sourceBytes in archive.yml if it is a page`,
    );
  }
  const body = unpackedBody(response, mostBytes);
  if (body.length > mostBytes) {
    throw new FormatError(
      "read/too-large",
      `${body.length} bytes, expected at most ${mostBytes}; raise thresholds.sourceBytes in archive.yml`,
    );
  }
  return decodeWeb(body, response.headers.get("content-type"));
}

function doubtsOf({ fault }: WarcRecord, item: string): FormatDiagnostic[] {
  if (fault === undefined || fault === "too-large") return [];
  const what =
    fault === "cut-off"
      ? "is cut off; what there is of it was read"
      : "is not as long as it says; it was read up to the next record";
  return [{ severity: "warning", rule: "read/broken-record", item, message: `its record ${what}` }];
}
