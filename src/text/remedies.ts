/** What can an editor type to settle a remark? For the review list: the table from rule to remedy. */
import type { Diagnostic } from "../model.ts";
import { remarkId } from "./remark-id.ts";
import { rulingWays } from "./ruling-remedies.ts";

/** Parts of the review list. */
export type ReviewGroup =
  | "conflicts"
  | "set-aside"
  | "several"
  | "dates"
  | "missing"
  | "duplicates"
  | "people"
  | "topics"
  | "encodings"
  | "other";

/** How the remarks of a rule are settled. */
interface Remedy {
  readonly group: ReviewGroup;
  /** Ways other than letting it stand, the likeliest first; each begins with a comment that names a file, or is a command. */
  readonly ways?: (remark: Diagnostic) => readonly string[];
  /** The article is kept off the site until it is mended, so that it must not be forgotten. */
  readonly mustBeMended?: true;
}

const CONTENT = "content";
/** One of several articles in a file is named so; it cannot be deleted by itself. A folder or a text may have `#` in its name. */
const ITEM = /(?<=\.(?:txt|text|xml|nitf|json|rss|atom|rdf|warc|gz))#.*$/is;
const PIECE = /^sources\/(?<path>.*?)(?:#line-(?<line>\d+))?$/s;
const PLAIN_PATH = /^[\w./-]+$/;
const GUESSED =
  /\b(?:utf-16|windows-\d+|iso-8859-\d+|koi8-\w|macintosh|gb18030|big5|shift_jis|euc-\w+)\b/;

const REMEDIES: Readonly<Record<string, Remedy>> = {
  "write/no-copy": { group: "conflicts", ways: (remark) => [open(remark)] },
  "write/conflict": { group: "conflicts", ways: (remark) => [open(remark)] },

  "read/empty-file": { group: "set-aside", ways: deletion },
  "read/binary-file": { group: "set-aside", ways: deletion },
  "read/too-large": { group: "set-aside", ways: ({ settle }) => [thresholds(settle)] },
  "read/unreadable": { group: "set-aside", ways: ({ file }) => [`chmod u+r ${shellPath(file)}`] },
  "read/link": { group: "set-aside", ways: deletion },
  "read/no-articles": { group: "set-aside", ways: deletion },
  "read/unknown-format": { group: "set-aside", ways: deletion },
  "read/broken-warc": { group: "set-aside", ways: deletion },
  "import/no-article": {
    group: "set-aside",
    ways: (remark) => [open(remark), ...deletion(remark)],
  },
  "write/front-matter": mending((remark) => [open(remark)]),
  "write/unreadable": mending(({ file }) => [`chmod u+r ${shellPath(file)}`]),
  "write/encoding": mending(conversion),
  "write/shared-address": mending((remark) => [anotherAddress(remark)]),
  "pages/taken-address": mending((remark) => [anotherAddress(remark)]),

  "parse/several-articles": { group: "several", ways: (remark) => [split(remark)] },
  "read/split": {
    group: "several",
    ways: () => [`# ${CONTENT}/decisions.yml: correct \`at:\` of this file`],
  },

  "parse/ambiguous-date": { group: "dates", ways: (remark) => [DATE_ORDER, ...published(remark)] },
  "import/date-order": { group: "dates", ways: published },
  "parse/unreadable-date": { group: "dates", ways: published },
  "parse/several-dates": { group: "dates", ways: published },
  "parse/updated-only": { group: "dates", ways: published },
  "import/undated": { group: "dates", ways: published },

  "parse/suspected-gap": { group: "missing", ways: sourceOpened },
  "read/broken-record": { group: "missing" },
  "read/left-out": { group: "missing" },
  "parse/no-body": { group: "missing" },
  "parse/removed-list": { group: "missing" },
  "parse/removed-prose": { group: "missing" },
  "write/source-gone": { group: "missing", ways: deletion },

  "import/repeated": { group: "duplicates", ways: deletion },
  "link/duplicate": { group: "duplicates", ways: withdrawal },
  "link/near-duplicate": { group: "duplicates", ways: withdrawal },
  "write/address-taken": { group: "duplicates" },

  "link/perhaps-same": { group: "people", ways: rulingWays },
  "link/namesakes": { group: "people", ways: rulingWays },
  "link/doubtful-person": { group: "people", ways: rulingWays },
  "link/unknown-name": { group: "people", ways: (remark) => [open(remark)] },
  "link/no-story": { group: "other", ways: (remark) => [open(remark)] },

  "read/topic-file": { group: "topics", ways: (remark) => [open(remark)] },
  "read/topic-phrase": { group: "topics", ways: (remark) => [open(remark)] },
  "link/unknown-topic": { group: "topics", ways: (remark) => [...deletion(remark), open(remark)] },
  "link/recurring-phrase": { group: "topics" },

  "read/encoding-guessed": {
    group: "encodings",
    ways: conversion,
  },
  "read/broken-encoding": { group: "encodings" },
  "read/mixed-encoding": { group: "encodings", ways: sourceOpened },
  "read/mojibake": { group: "encodings" },
  "read/nul": { group: "encodings" },

  "read/not-a-record": { group: "other", ways: ({ file }) => [renaming(file)] },
  "read/no-publisher-folder": { group: "other", ways: (remark) => [open(remark)] },
  "parse/no-headline": { group: "other", ways: (remark) => aboveTheText(remark, "headline: …") },
};

/** Returns the part of the review list that a remark belongs in; one of an unknown rule by its gravity. */
export function groupOf({ rule, severity }: Diagnostic): ReviewGroup {
  const isGrave = severity === "set-aside" || severity === "error";
  return REMEDIES[rule]?.group ?? (isGrave ? "set-aside" : "other");
}

/** Returns whether a remark may be settled as it stands. One that keeps an article off the site may not. */
export function mayStand({ rule }: Diagnostic): boolean {
  return REMEDIES[rule]?.mustBeMended !== true;
}

/**
 * Returns a remark with all that can be typed to settle it: ways parted by blank lines, each a command, or lines
 * for a file that the first of them names in a comment. The last one lets the remark stand. What the maker of
 * the remark left in `settle` is kept as the first way, or completed where the table has one for its rule.
 */
export function withRemedy(remark: Diagnostic): Diagnostic {
  const known = REMEDIES[remark.rule]?.ways;
  const made = remark.settle === undefined ? [] : [remark.settle];
  const ways = known === undefined ? made : known(remark);
  const stand = mayStand(remark) ? [standing(remark)] : [];
  return { ...remark, settle: [...ways, ...stand].join("\n\n") };
}

/** Returns the lines of `decisions.yml` that let a remark stand. */
function standing(remark: Diagnostic): string {
  return `# ${CONTENT}/decisions.yml, to let it stand\n- settled: "${remarkId(remark)}"`;
}

function mending(ways: Remedy["ways"] & {}): Remedy {
  return { group: "set-aside", ways, mustBeMended: true };
}

const DATE_ORDER = `# ${CONTENT}/archive.yml: dmy if 04/05 is 4 May, mdy if it is April 5\ndateOrder: dmy`;

function published(remark: Diagnostic): string[] {
  return aboveTheText(remark, "published: YYYY-MM-DD");
}

/** Lines for the front matter of the article's Markdown file, where there is one. */
function aboveTheText({ article }: Diagnostic, line: string): string[] {
  return article === undefined
    ? []
    : [`# ${CONTENT}/${article}, above the second line of ---\n${line}`];
}

function withdrawal({ file, settle = "" }: Diagnostic): string[] {
  return [`# ${CONTENT}/${file}, above the second line of ---\n${settle}`];
}

function thresholds(limit = "sourceBytes: …"): string {
  return `# ${CONTENT}/archive.yml\nthresholds:\n  ${limit}`;
}

function anotherAddress({ file }: Diagnostic): string {
  return file.startsWith("pages/")
    ? `mv ${shellPath(file)} ${shellPath(file.replace(/(?:\.md)?$/, "-2.md"))}`
    : `# ${CONTENT}/${file}, above the second line of ---\naddress: /…/`;
}

function deletion({ file }: Diagnostic): string[] {
  return ITEM.test(file) ? [] : [`rm ${shellPath(file)}`];
}

/** `topics/locks.txt` → `mv content/topics/locks.txt content/topics/locks.md`; of a folder, what is in it is moved up. */
function renaming(file: string): string {
  const [folder = "", name = ""] = file.split("/");
  if (file.endsWith("/"))
    return `mv ${shellPath(file)}*.md ${shellPath(`${folder}/`)} && rmdir ${shellPath(file)}`;
  return `mv ${shellPath(file)} ${shellPath(`${folder}/${name.replace(/(?<=.)\.\w+$/, "")}.md`)}`;
}

function open({ file, line = 1 }: Diagnostic): string {
  return `\${EDITOR:-nano} +${line} ${shellPath(file.replace(ITEM, ""))}`;
}

function sourceOpened(remark: Diagnostic): string[] {
  return ITEM.test(remark.file) ? [] : [open(remark)];
}

function conversion({ file, message }: Diagnostic): string[] {
  const from = GUESSED.exec(message)?.[0] ?? "windows-1252";
  const path = shellPath(file);
  const beside = shellPath(`${file}.utf-8`);
  return [`iconv -f ${from} -t utf-8 ${path} > ${beside} && mv ${beside} ${path}`];
}

/**
 * The rule gives the lines as it counts them, `at: [14, 31]`; in a piece that was cut at line 31 its first line is
 * line 31 of the file.
 */
function split({ file, settle = "" }: Diagnostic): string {
  const { path = file, line = "1" } = PIECE.exec(file)?.groups ?? {};
  const at = settle.replace(/\d+/g, (found) => String(Number(found) + Number(line) - 1));
  const name = PLAIN_PATH.test(path) ? path : JSON.stringify(path);
  return `# ${CONTENT}/decisions.yml\n- split: ${name}\n  ${at}`;
}

/** A path below the content folder as a shell takes it. */
function shellPath(path: string): string {
  const whole = `${CONTENT}/${path}`;
  return PLAIN_PATH.test(whole) ? whole : `'${whole.replaceAll("'", "'\\''")}'`;
}
