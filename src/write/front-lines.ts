/** How are single fields of a file's front matter written anew and all its other lines left as they are? Stage 3. */
import { isDeepStrictEqual } from "node:util";
import type { FrontMatter } from "../model.ts";
import { formatArticleFile, parseArticleFile } from "./article-file.ts";

const OPENING = "---\n";
/** A key at the left edge; list items may stand there too, and belong to the key above. */
const KEY = /^(?:"(?<quoted>[^"\n]+)"|'(?<single>[^'\n]+)'|(?<bare>[A-Za-z]\w*))\s*:(?=\s|$)/;

/**
 * Returns an article's file with some fields of its front matter as in `front` and the body given; comments and
 * every line of the other fields stay as their editor wrote them. Front matter in a form that cannot be
 * changed line by line (all on one line in braces, say) is written anew as a whole.
 */
export function withFields(
  standing: string,
  fields: readonly (keyof FrontMatter)[],
  wanted: { readonly front: FrontMatter; readonly body: string },
): string {
  const { front, body } = wanted;
  const whole = formatArticleFile(front, body);
  const parts = partsOf(standing);
  if (parts === undefined) return whole;
  const fresh = new Map((partsOf(whole)?.fields ?? []).map(({ key, lines }) => [key, lines]));
  const lines = parts.fields.flatMap(({ key, lead, lines: own }) => {
    const isNew = fields.some((name) => name === key);
    return [...lead, ...(isNew ? (fresh.get(key) ?? []) : own)];
  });
  const present = new Set(parts.fields.map(({ key }) => key));
  const added = fields
    .filter((name) => !present.has(name))
    .flatMap((name) => fresh.get(name) ?? []);
  const all = [...lines, ...added, ...parts.tail];
  const spliced = `${OPENING}${all.map((line) => `${line}\n`).join("")}${OPENING}${body}`;
  const read = parseArticleFile(spliced, "");
  return "front" in read && isDeepStrictEqual(read.front, front) ? spliced : whole;
}

interface Field {
  readonly key: string;
  /** Comments above it, which stay even where it is written anew. */
  readonly lead: readonly string[];
  readonly lines: string[];
}

interface Parts {
  readonly fields: readonly Field[];
  /** Comments below the last field. */
  readonly tail: readonly string[];
}

function partsOf(file: string): Parts | undefined {
  const end = file.startsWith(OPENING) ? file.indexOf("\n---", OPENING.length - 1) : -1;
  if (end === -1) return undefined;
  const fields: Field[] = [];
  let comments: string[] = [];
  for (const line of file.slice(OPENING.length, end).split("\n")) {
    const groups = KEY.exec(line)?.groups;
    const key = groups?.["quoted"] ?? groups?.["single"] ?? groups?.["bare"];
    const last = fields.at(-1);
    if (key !== undefined) {
      fields.push({ key, lead: comments, lines: [line] });
      comments = [];
    } else if (line.startsWith("#") || last === undefined) {
      comments.push(line);
    } else {
      for (const own of [...comments, line]) last.lines.push(own);
      comments = [];
    }
  }
  return { fields, tail: comments };
}
