/** Which lines does the source's format state itself (stage 2)? */
import type { ParseFacts, StatedSpan } from "../../model.ts";
import { type BylineText, readByline, readNames } from "../byline-text.ts";
import { readDateLine } from "../dates/date-line.ts";
import type { Finding, Line, Reading, Rule } from "../draft.ts";
import { statedPublication } from "../stated-publication.ts";

/**
 * Claims the lines whose kind the source's format states: a page by its mark-up, a record by its fields. A publication
 * line and a byline are read, too; where the format states their values, those count. Claims nothing in a plain text.
 */
export const stated: Rule = ({ lines, facts }) => {
  const spans = new Map(facts.stated?.spans.map((span) => [span.end, span]));
  if (spans.size === 0) return [];
  return lines.flatMap((line, index): Finding[] => {
    const span = spans.get(line.end);
    if (span === undefined || span.start > line.start) return [];
    const reading = readingOf(span, line, facts);
    return [{ line: index, reading, rule: span.rule, why: "its format says so" }];
  });
};

function readingOf({ became }: StatedSpan, line: Line, facts: ParseFacts): Reading {
  if (became === "published") {
    const publication = statedPublication(facts) ?? readDateLine(line.plain, facts)?.publication;
    return publication === undefined ? { became: "note" } : { became, publication };
  }
  if (became !== "byline") return { became };
  const found = readByline(line.plain) ?? readNames(line.plain);
  return { became, ...(statedAuthors(facts) ?? found ?? { authors: [line.plain] }) };
}

/**
 * The authors that the format states, several in one field told apart and agencies noted; undefined where it
 * states none. Example: `["By Ana Reis and Tomas Varga"]` → `{authors: ["Ana Reis", "Tomas Varga"]}`.
 */
function statedAuthors({ stated }: ParseFacts): BylineText | undefined {
  const authors: string[] = [];
  let agency = stated?.agency;
  for (const field of stated?.authors ?? []) {
    const names = readByline(field) ?? readNames(field);
    agency ??= names?.agency;
    authors.push(...(names?.authors ?? [field]));
  }
  if (authors.length === 0) return undefined;
  return { authors: [...new Set(authors)], ...(agency === undefined ? {} : { agency }) };
}
