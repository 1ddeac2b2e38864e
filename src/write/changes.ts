/** In which fields and paragraphs do two texts of an article's file differ? Stage 3. */
import { join } from "node:path";
import type { ArticleVersion, Change, FrontMatter } from "../model.ts";
import { differences } from "../text/alignment.ts";
import { importedPath, listVersions } from "./article-copies.ts";
import { parseArticleFile } from "./article-file.ts";
import { bodyUnits } from "./merge-body.ts";
import { readIfThere } from "./whole-files.ts";

/** What is not the article's own says nothing of a change in it. */
const ACCOUNT: ReadonlySet<string> = new Set(["source", "address"]);

/**
 * Returns what differs between two texts of one article's file: each field, then each paragraph, as they stand in
 * Markdown. A paragraph that was changed is one change; where several were, they are paired in order. Fields
 * that only say where the text lies are left out; so is all where one of the two cannot be read.
 */
export function changesBetween(before: string, after: string): readonly Change[] {
  const [old, fresh] = [parseArticleFile(before, ""), parseArticleFile(after, "")];
  if (!("front" in old && "front" in fresh)) return [];
  return [...fieldChanges(old.front, fresh.front), ...paragraphChanges(old.body, fresh.body)];
}

/** Returns the former versions of an article, each with what the next one changed; none where its source never has. */
export function readVersions(contentFolder: string, path: string): readonly ArticleVersion[] {
  const files = listVersions(contentFolder, path);
  if (files.length === 0) return [];
  const read = (file: string): string => readIfThere(join(contentFolder, file)) ?? "";
  const standing = readIfThere(join(contentFolder, importedPath(path))) ?? read(path);
  const texts = [...files.map((file) => read(file.path)), standing];
  return files.map((file, index) => {
    const text = texts[index] ?? "";
    const article = parseArticleFile(text, file.path);
    const source = "front" in article ? article.front.source : undefined;
    const changes = changesBetween(text, texts[index + 1] ?? "");
    return { ...file, changes, ...(source !== undefined && { source }) };
  });
}

function fieldChanges(before: FrontMatter, after: FrontMatter): Change[] {
  // the keys of checked front matter are the type's own
  const fields = [
    ...new Set([...Object.keys(before), ...Object.keys(after)]),
  ] as (keyof FrontMatter)[];
  return fields
    .filter((field) => !ACCOUNT.has(field))
    .flatMap((field) => change(field, wordsOf(before[field]), wordsOf(after[field])));
}

function paragraphChanges(before: string, after: string): Change[] {
  const [old, fresh] = [before, after].map((body) => bodyUnits(body).map(({ text }) => text));
  if (old === undefined || fresh === undefined) return [];
  return differences(old, fresh).flatMap(({ first, second }) => {
    const [gone, come] = [old.slice(...first), fresh.slice(...second)];
    const most = gone.length > come.length ? gone : come;
    return most.flatMap((_, index) => change("paragraph", gone[index], come[index]));
  });
}

function change(place: string, before: string | undefined, after: string | undefined): Change[] {
  if (before === after) return [];
  return [
    { place, ...(before !== undefined && { before }), ...(after !== undefined && { after }) },
  ];
}

function wordsOf(value: FrontMatter[keyof FrontMatter]): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value.map((entry) => lineOf(entry)).join("\n");
  return lineOf(value);
}

/** Names as they are; small maps, such as those of `removed`, with their keys. */
function lineOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([key, word]) => `${key}: ${String(word)}`)
    .join(", ");
}
