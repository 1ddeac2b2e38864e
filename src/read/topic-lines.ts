/** How is one thing changed in a topic's file, so that its comments and its order stay? Stage 1: text in, text out. */
import { load } from "js-yaml";
import { nameInYaml } from "../text/yaml-name.ts";

const ITEM = /^(?<indent>[ ]*)-(?:\s+(?<value>[^\n]*))?$/;

/** Returns a file's text with a phrase more in one of its lists; undefined where the list is not written as lists usually are. */
export function withPhrase(text: string, key: string, phrase: string): string | undefined {
  const lines = text.split("\n");
  const at = lineOf(lines, key);
  const written = nameInYaml(phrase);
  if (at === undefined) return withLines(lines, endOf(lines), [`${key}:`, `  - ${written}`]);
  const line = lines[at] ?? "";
  if (isBlock(line, key)) {
    const items = itemsBelow(lines, at);
    const last = items.at(-1);
    const indent =
      last === undefined ? "  " : (ITEM.exec(lines[last] ?? "")?.groups?.["indent"] ?? "");
    return withLines(lines, (last ?? at) + 1, [`${indent}- ${written}`]);
  }
  const parts = bracketed(line);
  if (parts === undefined) return undefined;
  const items = parts.inside.trim() === "" ? written : `${parts.inside.trimEnd()}, ${written}`;
  return withLine(lines, at, `${parts.before}${items}${parts.behind}`);
}

/** Returns a file's text without a phrase of one of its lists; undefined where it is not found there. */
export function withoutPhrase(text: string, key: string, phrase: string): string | undefined {
  const lines = text.split("\n");
  const at = lineOf(lines, key);
  if (at === undefined) return undefined;
  const line = lines[at] ?? "";
  if (isBlock(line, key)) {
    const item = itemsBelow(lines, at).find(
      (index) => scalarOf(ITEM.exec(lines[index] ?? "")?.groups?.["value"] ?? "") === phrase,
    );
    return item === undefined ? undefined : lines.toSpliced(item, 1).join("\n");
  }
  const parts = bracketed(line);
  if (parts === undefined) return undefined;
  const items = listedIn(parts.inside);
  const kept = items.filter((one) => scalarOf(one) !== phrase);
  if (kept.length === items.length) return undefined;
  return withLine(lines, at, `${parts.before}${kept.join(", ")}${parts.behind}`);
}

/** Returns a file's text that says `key: true`. */
export function withTrue(text: string, key: string): string {
  const lines = text.split("\n");
  const at = lineOf(lines, key);
  if (at === undefined) return withLines(lines, endOf(lines), [`${key}: true`]);
  return withLine(lines, at, `${key}: true${lines[0]?.endsWith("\r") ? "\r" : ""}`);
}

function lineOf(lines: readonly string[], key: string): number | undefined {
  const end = endOf(lines);
  const at = lines.findIndex((line, index) => index > 0 && index < end && keyOf(line) === key);
  return at === -1 ? undefined : at;
}

function keyOf(line: string): string | undefined {
  return /^["']?(?<key>[\w-]+)["']?\s*:(?=\s|$)/.exec(line)?.groups?.["key"];
}

/** The second line of hyphens. */
function endOf(lines: readonly string[]): number {
  const at = lines.findIndex((line, index) => index > 0 && /^---[ \t]*\r?$/.test(line));
  return at === -1 ? lines.length : at;
}

/** Whether the list stands below its key, an item a line. */
function isBlock(line: string, key: string): boolean {
  return new RegExp(`^["']?${RegExp.escape(key)}["']?\\s*:\\s*(?:#.*)?$`).test(line);
}

function itemsBelow(lines: readonly string[], at: number): readonly number[] {
  const items: number[] = [];
  for (let index = at + 1; index < endOf(lines); index++) {
    const line = lines[index] ?? "";
    if (keyOf(line) !== undefined) break;
    if (ITEM.test(line)) items.push(index);
  }
  return items;
}

/** `add: [a, b]  # why` in its three parts; undefined where the brackets are not closed on the line. */
function bracketed(
  line: string,
): { readonly before: string; readonly inside: string; readonly behind: string } | undefined {
  const open = line.indexOf("[");
  const close = closingOf(line, open);
  if (open === -1 || close === undefined || !/^["']?[\w-]+["']?\s*:\s*\[/.test(line))
    return undefined;
  return {
    before: line.slice(0, open + 1),
    inside: line.slice(open + 1, close),
    behind: line.slice(close),
  };
}

function closingOf(line: string, open: number): number | undefined {
  let quote = "";
  for (let at = open + 1; at < line.length; at++) {
    const character = line.charAt(at);
    if (quote !== "") {
      if (character === "\\" && quote === '"') at += 1;
      else if (character === quote) quote = "";
    } else if (/["']/.test(character) && /[\s[,]/.test(line.charAt(at - 1))) quote = character;
    else if (character === "]") return at;
  }
  return undefined;
}

/** The items between two brackets, as they are written. */
function listedIn(inside: string): readonly string[] {
  const items: string[] = [];
  let from = 0;
  for (let at = 0; at <= inside.length; at++) {
    if (at < inside.length && (inside.charAt(at) !== "," || isInQuotes(inside, at))) continue;
    items.push(inside.slice(from, at).trim());
    from = at + 1;
  }
  return items.filter((one) => one !== "");
}

function isInQuotes(inside: string, at: number): boolean {
  return closingOf(`[${inside.slice(0, at)}]`, 0) === undefined;
}

function scalarOf(written: string): string | undefined {
  try {
    const value: unknown = load(written);
    return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
  } catch {
    // a value that cannot be read is not the one that is sought
    return undefined;
  }
}

function withLine(lines: readonly string[], at: number, line: string): string {
  return lines.with(at, line).join("\n");
}

function withLines(lines: readonly string[], at: number, more: readonly string[]): string {
  const end = lines[0]?.endsWith("\r") ? "\r" : "";
  return lines.toSpliced(at, 0, ...more.map((line) => `${line}${end}`)).join("\n");
}
