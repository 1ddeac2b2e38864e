/** What does a JSON Feed say? Stage 1: each item is an article. https://www.jsonfeed.org/version/1.1/ */
import { type FormatAdapter, FormatError, type FormatItem, readEach } from "./adapter.ts";
import { itemName, uniquelyNamed } from "./item-name.ts";
import { type JsonRecord, jsonValue, names, recordsIn, words } from "./json-fields.ts";
import { markupPieces, plainPieces, recordItem } from "./record.ts";
import { decodeWeb } from "./web-encoding.ts";

/** Reads JSON Feeds: `.json` files that name the version of that format. */
export const jsonFeed: FormatAdapter = {
  format: "feed",
  recognises: (name, opening) => /\.json$/i.test(name) && /jsonfeed\.org\\?\/version/.test(opening),
  read: ({ bytes }) => {
    const { text, encoding, doubts } = decodeWeb(bytes);
    const [channel] = recordsIn(jsonValue(text));
    const entries = recordsIn(channel?.["items"]);
    const named = entries.map((entry) => {
      const id = words(entry, "id", "url", "title") ?? JSON.stringify(entry);
      return [itemName(id), entry] as const;
    });
    const read = readEach(uniquelyNamed(named), (entry) => articleOf(entry, channel));
    return { items: read.items, diagnostics: [...doubts, ...read.diagnostics], encoding };
  },
};

function articleOf(entry: JsonRecord, channel: JsonRecord | undefined): FormatItem {
  const markup = words(entry, "content_html");
  const plain = words(entry, "content_text");
  const summary = words(entry, "summary");
  const body =
    markup === undefined ? plainPieces(plain ?? summary ?? "") : markupPieces("feed", markup);
  const own = authorsOf(entry);
  const item = recordItem("feed", {
    headline: words(entry, "title"),
    standfirst: summary,
    body,
    published: words(entry, "date_published"),
    modified: words(entry, "date_modified"),
    authors: own.length > 0 ? own : authorsOf(channel),
    language: words(entry, "language") ?? words(channel, "language"),
    keywords: names(entry["tags"] ?? []),
    original: words(entry, "url", "external_url"),
  });
  if (item.text === "") {
    throw new FormatError("read/empty-entry", "expected a title or text, found neither");
  }
  return item;
}

/** Version 1.1 has a list, version 1 one author. */
function authorsOf(record: JsonRecord | undefined): string[] {
  return [...names(record?.["authors"] ?? []), ...names(record?.["author"] ?? [])];
}
