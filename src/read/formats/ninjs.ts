/** What does a ninjs record say? Stage 1: versions 1 and 2 (and 3, which has the same fields). https://iptc.org/standards/ninjs/ */
import { type FormatAdapter, type FormatItem, readEach } from "./adapter.ts";
import type { StatedPiece } from "./composition.ts";
import { itemName, uniquelyNamed } from "./item-name.ts";
import { type JsonRecord, jsonValue, names, recordsIn, words } from "./json-fields.ts";
import { leftOut } from "./left-out.ts";
import { type ArticleRecord, markupPieces, markupText, plainPieces, recordItem } from "./record.ts";
import { decodeWeb } from "./web-encoding.ts";

const FIELDS =
  /"(?:uri|versioncreated|body_(?:text|html|xhtml)|bodies|headlines|pubstatus)"\s{0,20}:/g;
const ADVICE = "they stay in the file";

/** Reads ninjs: `.json` files of one item, of a list of items, or with the list under `items`. */
export const ninjs: FormatAdapter = {
  format: "ninjs",
  recognises: (name, opening) =>
    /\.json$/i.test(name) && new Set(opening.match(FIELDS) ?? []).size >= 2,
  read: ({ bytes }) => {
    const { text, encoding, doubts } = decodeWeb(bytes);
    const value = jsonValue(text);
    const listed = Array.isArray(value) ? value : (recordsIn(value)[0]?.["items"] ?? value);
    const records = recordsIn(listed);
    const others = records.flatMap((record) => leftOutAs(record) ?? []);
    const articles = records.filter((record) => leftOutAs(record) === undefined);
    const diagnostics = [...doubts, ...leftOut(others, ADVICE)];
    if (records.length === 1 && !Array.isArray(value)) {
      return { items: articles.map(articleOf), diagnostics, encoding };
    }
    const named = articles.map((record) => {
      const id = words(record, "altid", "uri") ?? JSON.stringify(record);
      return [itemName(id), record] as const;
    });
    const read = readEach(uniquelyNamed(named), articleOf);
    return { items: read.items, diagnostics: [...read.diagnostics, ...diagnostics], encoding };
  },
};

/** Pictures and the like have captions, but no text; what was withdrawn is no article any more. */
function leftOutAs(record: JsonRecord): string | undefined {
  const status = words(record, "pubstatus") ?? "usable";
  if (status !== "usable") return `with status ${status}`;
  const type = words(record, "type") ?? "text";
  if (bodyOf(record).length > 0 || type === "text") return undefined;
  return `of type ${type}`;
}

function articleOf(record: JsonRecord): FormatItem {
  const body = bodyOf(record);
  const description = markupText(
    roleValue(record["descriptions"], ["summary", "text"]) ??
      words(record, "description_text", "description_html", "description_xhtml"),
  );
  const brief: StatedPiece = {
    text: description ?? "",
    became: "paragraph",
    rule: "ninjs/description",
  };
  return recordItem("ninjs", {
    headline: markupText(
      roleValue(record["headlines"], ["main"]) ?? words(record, "headline", "title"),
    ),
    // a record without a text is a brief: its description is all that it says
    ...(body.length > 0 && { standfirst: description }),
    byline: words(record, "byline", "by"),
    dateline: words(record, "dateline", "located"),
    body: body.length > 0 ? body : [brief],
    ...timesOf(record),
    agency: agencyOf(record),
    section: names(record["genres"] ?? []).length > 0 ? undefined : words(record, "section"),
    language: words(record, "language"),
    keywords: names(record["subjects"] ?? record["subject"] ?? []),
    original: words(record, "uri"),
  });
}

/** The first creation is the publication where the record has been changed since. */
function timesOf(record: JsonRecord): Pick<ArticleRecord, "published" | "modified"> {
  const version = words(record, "versioncreated");
  const published = words(record, "firstcreated", "firstpublished", "contentcreated") ?? version;
  return { published, modified: version };
}

/** The agency where the byline is its name alone is the byline's; else who holds the copyright. */
function agencyOf(record: JsonRecord): string | undefined {
  return names(record["infosources"] ?? [])[0] ?? words(record, "copyrightholder");
}

/** Mark-up rather than plain text, which has lost its paragraphs. */
function bodyOf(record: JsonRecord): readonly StatedPiece[] {
  const bodies = recordsIn(record["bodies"] ?? []);
  const marked =
    bodies.find((body) => words(body, "contenttype")?.includes("html")) ??
    bodies.find((body) => /<p[\s>]/.test(words(body, "value") ?? ""));
  const markup = words(marked, "value") ?? words(record, "body_xhtml", "body_html");
  if (markup !== undefined) return withoutHeadline(markupPieces("ninjs", markup), record);
  const plain = words(bodies[0], "value") ?? words(record, "body_text");
  return plain === undefined ? [] : plainPieces(plain);
}

/** Some systems repeat the headline as the body's first heading. */
function withoutHeadline(
  pieces: readonly StatedPiece[],
  record: JsonRecord,
): readonly StatedPiece[] {
  const headline = roleValue(record["headlines"], ["main"]) ?? words(record, "headline");
  const [first] = pieces;
  if (first?.became !== "crosshead" || first.text !== headline?.trim()) return pieces;
  return pieces.slice(1);
}

/** The value in a list of version 2 that has one of the roles; else the first. */
function roleValue(list: unknown, roles: readonly string[]): string | undefined {
  const entries = recordsIn(list ?? []);
  for (const role of roles) {
    const entry = entries.find((candidate) => words(candidate, "role") === role);
    if (entry !== undefined) return words(entry, "value");
  }
  return words(entries[0], "value");
}
