/** How does a short text of a test become a document, with the people that the test says are in it? */
import type { NewsDocument, Person } from "../../src/model.ts";

/** What a test's `facts.json` may say of its text. */
export interface DocumentFacts {
  readonly published?: string;
  readonly language?: string;
  readonly people?: readonly PersonFacts[];
}

/** Is somebody in a text: the full name, the words that also name the person, and the roles printed. */
export interface PersonFacts {
  readonly name: string;
  readonly short?: readonly string[];
  readonly titles?: readonly string[];
  readonly roles?: readonly string[];
}

const EVIDENCE = { rule: "said-by-the-test", confidence: 1 };

/** Returns a document whose first line is the headline and whose other blocks are parted by empty lines. */
export function documentOf(text: string, facts: DocumentFacts = {}): NewsDocument {
  const spans: { start: number; end: number }[] = [];
  for (const { index, 0: block } of text.matchAll(/\S[^\n]*(?:\n[^\n]+)*/g)) {
    spans.push({ start: index, end: index + block.trimEnd().length });
  }
  const [headline, ...blocks] = spans;
  return {
    text,
    language: facts.language ?? "en",
    ...(headline && { headline }),
    ...(facts.published !== undefined && { published: facts.published }),
    blocks: blocks.map((span) => ({ ...span, kind: "paragraph" })),
  };
}

/** Returns the people of the facts, with a mention wherever their names or titles stand in the text. */
export function peopleOf(text: string, facts: DocumentFacts): readonly Person[] {
  return (facts.people ?? []).map(({ name, short = [], titles = [], roles = [] }) => {
    const taken: { start: number; end: number }[] = [];
    const mentions = [[name], short, titles].flatMap((words, index) =>
      words.flatMap((word) =>
        [...text.matchAll(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "gu"))].flatMap((match) => {
          const span = { start: match.index, end: match.index + word.length };
          if (taken.some(({ start, end }) => start < span.end && span.start < end)) return [];
          taken.push(span);
          const form = (["full", "short", "title"] as const)[index] ?? "full";
          return [{ ...span, form, evidence: EVIDENCE }];
        }),
      ),
    );
    return {
      name,
      confidence: 1,
      mentions: mentions.toSorted((a, b) => a.start - b.start),
      roles: roles.map((title) => {
        const start = Math.max(0, text.indexOf(title));
        return { title, start, end: start + title.length, evidence: EVIDENCE };
      }),
    };
  });
}
