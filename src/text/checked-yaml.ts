/** Does a YAML text say what a schema wants, and if not, in which line does it err? For settings and front matter. */
import { load, YAMLException } from "js-yaml";
import type { z } from "zod";
import { nearestWord } from "./nearest.ts";

/** What is wrong and in which line of the YAML text, counted from 1. */
export interface YamlFault {
  readonly line: number;
  readonly message: string;
}

/** A value as its schema wants it, or the first fault. */
export type CheckedYaml<T> = { readonly value: T } | { readonly fault: YamlFault };

const DEEPEST = 20;
/** What the reasons of js-yaml do not say, and the line they give is often the one after it. */
const USUAL_SLIPS =
  "look, here and in the line before, for a bracket or quotation mark left open, a tab, or words with a colon or a mark at their head, which want quotation marks";
/** Blank lines and comments; js-yaml wants a document. */
const NOTHING = /^(?:[ \t]*(?:#[^\n]*)?\r?(?:\n|$))*$/;

/**
 * Returns the checked value of a YAML 1.2 text (dates and times stay strings), or its first fault. A
 * text that holds nothing is `empty`. Refuses the key `__proto__`, aliases beyond 100 and depth beyond 20.
 *
 *     checkYaml("tilte: The Courier", schema)
 *     // {fault: {line: 1, message: "unknown key `tilte`; did you mean `title`?"}}
 */
export function checkYaml<T>(
  yaml: string,
  schema: z.ZodType<T>,
  empty: unknown = {},
): CheckedYaml<T> {
  let raw: unknown;
  try {
    raw = NOTHING.test(yaml)
      ? empty
      : (load(yaml, { maxDepth: DEEPEST, maxAliases: 100 }) ?? empty);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const at = error.mark?.line ?? 0;
    return { fault: { line: at + 1, message: slipOf(error.reason, yaml.split("\n")[at] ?? "") } };
  }
  const checked = schema.safeParse(raw);
  if (checked.success) return { value: checked.data };
  const { issues } = checked.error;
  // a mistyped key is also a missing one; the mistyping is what to put right
  const issue = issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0];
  if (issue === undefined) throw new Error("zod refused a value and gave no reason");
  return { fault: { line: lineOf(yaml, issue), message: messageOf(issue, schema) } };
}

/**
 * Returns the line, counted from 1, at which each item of a YAML text's list begins. The list must stand at the top, in
 * block style, an item a dash; of one in brackets no line is known.
 */
export function itemLines(yaml: string): readonly number[] {
  return linesOfItems(yaml.split("\n"), -1).map((index) => index + 1);
}

type Issue = z.core.$ZodIssue;

/** What is wrong with a text that is no YAML: the slips that can be told for sure by themselves, else the usual ones. */
function slipOf(reason: string, line: string): string {
  if (reason === "duplicated mapping key") return "a key that stands twice; take one of them out";
  if (TAB_BEFORE_WORDS.test(line)) return "a tab before the words; put spaces in its place";
  return `is not YAML: ${reason}; ${USUAL_SLIPS}`;
}

/** YAML indents by spaces alone. */
const TAB_BEFORE_WORDS = /^[ -]*\t/;

function messageOf(issue: Issue, schema: z.ZodType): string {
  // an item of a list at the top has a line, and its number says nothing more
  const where = issue.path
    .slice(typeof issue.path[0] === "number" ? 1 : 0)
    .map(String)
    .join(".");
  if (issue.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    const known = keysAt(schema, issue.path);
    const meant = nearestWord(key, known);
    const remedy =
      meant === undefined ? `known are ${known.join(", ")}` : `did you mean \`${meant}\`?`;
    return `unknown key \`${where === "" ? "" : `${where}.`}${key}\`; ${remedy}`;
  }
  if (issue.message.endsWith("received undefined")) return `\`${where}\` is missing; add it`;
  if (issue.message.endsWith("received null")) {
    return `\`${where}\` is empty; give it a value or delete the line`;
  }
  const message = issue.code === "invalid_type" ? wantedOf(issue) : issue.message;
  return where === "" ? message : `\`${where}\`: ${message}`;
}

/** What to write where another type of value stands; the words of a schema go before. */
function wantedOf({ message, expected }: z.core.$ZodIssueInvalidType): string {
  if (!message.startsWith("Invalid input")) return message;
  return WANTED[expected] ?? message;
}

const WANTED: Readonly<Record<string, string>> = {
  object: "expected a key and its value, with a colon and a space between them: `key: value`",
  array: "expected a list, such as [one, two]",
  string: "expected words; put them in quotation marks",
  number: "expected a number",
  boolean: "expected true or false",
};

function lineOf(yaml: string, issue: Issue): number {
  return lineAt(yaml, [
    ...issue.path,
    ...(issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : []),
  ]);
}

/** Returns the first line, counted from 1, that holds the last key of a path after the ones before it; 1 if none does. */
export function lineAt(yaml: string, path: readonly PropertyKey[]): number {
  const lines = yaml.split("\n");
  let at = -1;
  let found = 1;
  for (const key of path) {
    const next =
      typeof key === "number" ? lineOfItem(lines, at, key) : lineOfKey(lines, at, String(key));
    if (next === -1) break;
    at = next;
    found = next + 1;
  }
  return found;
}

function lineOfKey(lines: readonly string[], from: number, key: string): number {
  return lines.findIndex((line, index) => index >= from && startsWithKey(line, key));
}

/** The line of a list's item, counted from 0. */
function lineOfItem(lines: readonly string[], from: number, item: number): number {
  return linesOfItems(lines, from)[item] ?? -1;
}

/** Counted from 0: the items of a list have their dash in one column. */
function linesOfItems(lines: readonly string[], from: number): readonly number[] {
  const dashes = lines.flatMap((line, index) => {
    const { dash } = DASH.exec(line)?.indices?.groups ?? {};
    return index > from && dash !== undefined ? { index, column: dash[0] } : [];
  });
  return dashes.filter(({ column }) => column === dashes[0]?.column).map(({ index }) => index);
}

/** The dash of an item; `---` begins a document. */
const DASH = /^[ ]*(?<dash>-)(?=[ \t\r]|$)/d;

function startsWithKey(line: string, key: string): boolean {
  const bare = line.replace(/^[\s\-{]*["']?/, "");
  return bare.startsWith(key) && /^["']?\s*:/.test(bare.slice(key.length));
}

/** The keys that the object at a path of a schema knows. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let inner: unknown = schema;
  for (const step of path) inner = unwrap(inner, step);
  const shape = bare(inner).shape;
  return shape === undefined ? [] : Object.keys(shape);
}

interface SchemaParts {
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly element?: unknown;
}

function unwrap(schema: unknown, step: PropertyKey): unknown {
  const { shape, element } = bare(schema);
  return typeof step === "number" ? element : shape?.[String(step)];
}

/** Takes `optional`, `default` and the like off a schema; what is left has a shape or an element. */
function bare(schema: unknown): SchemaParts {
  let inner = schema as {
    unwrap?: () => unknown;
    removeDefault?: () => unknown;
    element?: unknown;
  };
  while (inner?.element === undefined && typeof inner?.unwrap === "function") {
    // zod's own wrappers all have `unwrap`, and each gives the schema inside
    inner = inner.unwrap() as typeof inner;
  }
  return (inner ?? {}) as SchemaParts;
}
