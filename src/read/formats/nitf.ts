/** What does an NITF article say? Stage 1. https://iptc.org/standards/nitf/ */
import type { StatedPiece } from "./composition.ts";
import { markupPieces } from "./record.ts";
import { markupOf } from "./xml-markup.ts";
import { descendants, elements, find, textIn, type XmlElement } from "./xml-tree.ts";

/** The parts of an NITF article, as printed. */
export interface NitfArticle {
  readonly headline?: string | undefined;
  readonly standfirst?: string | undefined;
  readonly byline?: string | undefined;
  readonly dateline?: string | undefined;
  /** As `20190403T101500Z` or with dashes. */
  readonly published?: string | undefined;
  readonly body: readonly StatedPiece[];
}

/** Returns what an `<nitf>` element says: its head, and the blocks of its content and end. */
export function nitfArticle(nitf: XmlElement): NitfArticle {
  const head = find(nitf, "body", "body.head");
  const headings = elements(find(head, "hedline"), "hl2").flatMap((line) => textIn(line) ?? []);
  const abstract = textIn(find(head, "abstract"));
  const issued = find(nitf, "head", "docdata", "date.issue")?.attributes.get("norm");
  const dateline = find(head, "dateline");
  const story = [...(dateline === undefined ? [] : descendants(dateline))].find(
    ({ name }) => name === "story.date",
  );
  return {
    headline: textIn(find(head, "hedline", "hl1")),
    standfirst: [...headings, ...(abstract === undefined ? [] : [abstract])].join(" ") || undefined,
    byline: textIn(find(head, "byline")),
    dateline: textIn(find(dateline, "location")) ?? textIn(dateline),
    published: issued ?? story?.attributes.get("norm"),
    body: [...contentPieces(nitf), ...endPieces(nitf)],
  };
}

function contentPieces(nitf: XmlElement): StatedPiece[] {
  return elements(find(nitf, "body"), "body.content").flatMap((content) =>
    markupPieces("nitf", markupOf(content)),
  );
}

/** What stands below the text: initials, a bibliography. */
function endPieces(nitf: XmlElement): StatedPiece[] {
  return elements(find(nitf, "body", "body.end")).flatMap((part): StatedPiece[] => {
    const text = textIn(part);
    return text === undefined ? [] : [{ text, became: "signoff", rule: `nitf/${part.name}` }];
  });
}
