/** What a text says (stage 2): from a source's text to an article whose every character is accounted for. */
import type { Article, ParseFacts } from "../model.ts";
import { articleOf } from "./assembly.ts";
import { applyFindings, type Finding } from "./draft.ts";
import { draftOf } from "./draft-lines.ts";
import { RULES } from "./rules.ts";

/**
 * Returns what a text says: headline, publication, byline, dateline, body, other matter, removals.
 * Every character that is not white space lies in exactly one span, whatever the text is. Doubts are
 * reported as diagnostics (`parse/no-headline`, `parse/unreadable-date`, …) with `file` left empty;
 * nothing is invented. Pure; linear in the length of the text.
 *
 * Example: `parseArticle("Bridge opens\n\nMay 3, 2020\n\nPORT ELLIS - It opened.")` has the headline
 * `Bridge opens`, published `2020-05-03`, dateline `PORT ELLIS` and one paragraph.
 */
export function parseArticle(text: string, facts: ParseFacts = {}): Article {
  let draft = draftOf(text, facts);
  for (const [name, rule] of RULES) {
    const findings = name === "stated" ? rule(draft) : besideStated(rule(draft), facts);
    draft = applyFindings(draft, name, findings);
  }
  return articleOf(draft);
}

/** What an article has one of is not looked for where its format states which words it is. */
function besideStated(findings: readonly Finding[], { stated }: ParseFacts): readonly Finding[] {
  if (!stated || stated.spans.length === 0) return findings;
  const has = new Set<string>(stated.spans.map(({ became }) => became));
  return findings.flatMap((finding): Finding[] => {
    const became = finding.reading?.became ?? "";
    if (!has.has(became)) return [finding];
    if (became === "published") return [{ ...finding, reading: { became: "note" } }];
    return ["headline", "byline", "standfirst"].includes(became) ? [] : [finding];
  });
}
