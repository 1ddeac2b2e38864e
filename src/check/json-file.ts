/** Is a JSON file of a site JSON, and what it claims to be: a JSON feed, a data package, a news item? */

import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FileNotes } from "./page-notes.ts";
import { isFullDate, isMomentWithZone } from "./stated-dates.ts";

type Record_ = Readonly<Record<string, unknown>>;
type Tell = (rule: string, expected: string, found: string) => void;

/** Checks a JSON file by its text; `folder` is the site's. */
export function checkJson(text: string, notes: FileNotes, folder: string): void {
  const tell: Tell = (rule, expected, found) =>
    notes.tell({ rule, line: 1, place: expected, expected, found, remedy: "mend what writes it" });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    tell("json/syntax", "JSON", error instanceof Error ? error.message.slice(0, 120) : "none");
    return;
  }
  if (!isObject(value)) return;
  const { version, resources } = value;
  if (typeof version === "string" && version.startsWith("https://jsonfeed.org/"))
    checkFeed(value, notes, tell);
  if (Array.isArray(resources) && /(?:^|[/.-])datapackage\.json$/.test(notes.file))
    checkPackage(value, notes.file, { folder, tell });
  if (typeof value["uri"] === "string" && typeof value["type"] === "string") checkItem(value, tell);
}

/** Checks a file of JSON Lines: each of its lines by itself. */
export function checkJsonLines(text: string, notes: FileNotes): void {
  let line = 1;
  for (const row of text.split("\n")) {
    try {
      if (row.trim() !== "") JSON.parse(row);
    } catch (error) {
      const found = error instanceof Error ? error.message.slice(0, 120) : "none";
      notes.tell({
        rule: "json/syntax",
        line,
        expected: "JSON in each line",
        found,
        remedy: "mend what writes it",
      });
    }
    line += 1;
  }
}

/** By https://www.jsonfeed.org/version/1.1/. */
function checkFeed(feed: Record_, notes: FileNotes, tell: Tell): void {
  const rule = "data/json-feed";
  const note = (href: unknown): void => {
    if (typeof href === "string") notes.references.push({ href, line: 1, place: "JSON feed" });
  };
  if (!isText(feed["title"])) tell(rule, "a title", "none");
  for (const name of ["home_page_url", "feed_url", "icon", "favicon", "next_url"]) note(feed[name]);
  const items = feed["items"];
  if (!Array.isArray(items)) {
    tell(rule, "a list of items", "none");
    return;
  }
  const ids = new Set<unknown>();
  for (const item of items) {
    if (!isObject(item) || !isText(item["id"])) {
      tell(rule, "items that each have an id", JSON.stringify(item)?.slice(0, 60) ?? "none");
      continue;
    }
    if (ids.has(item["id"])) tell(rule, "an id of its own for each item", item["id"]);
    ids.add(item["id"]);
    if (!isText(item["content_text"]) && !isText(item["content_html"]))
      tell(rule, "items with content_text or content_html", String(item["id"]));
    for (const name of ["date_published", "date_modified"]) {
      const date = item[name];
      if (date !== undefined && !(typeof date === "string" && isMomentWithZone(date)))
        tell(rule, `${name} as RFC 3339 has it`, String(date));
    }
    note(item["url"]);
    note(item["image"]);
  }
}

/** By https://specs.frictionlessdata.io/data-package/. */
function checkPackage(
  value: Record_,
  file: string,
  { folder, tell }: { folder: string; tell: Tell },
): void {
  const rule = "data/package";
  if (typeof value["name"] !== "string" || !/^[a-z0-9._/-]+$/.test(value["name"]))
    tell(rule, "a name in small letters, figures, - . _", String(value["name"]));
  const resources: readonly unknown[] = Array.isArray(value["resources"]) ? value["resources"] : [];
  if (resources.length === 0) tell(rule, "one resource at least", "none");
  const names = new Set<unknown>();
  for (const resource of resources) {
    if (!isObject(resource) || !isText(resource["name"])) {
      tell(rule, "a name for each resource", "none");
      continue;
    }
    if (names.has(resource["name"]))
      tell(rule, "a name of its own for each resource", resource["name"]);
    names.add(resource["name"]);
    const paths = [resource["path"]].flat().filter((path) => typeof path === "string");
    if (paths.length === 0 && resource["data"] === undefined)
      tell(rule, `${resource["name"]} with a path`, "none");
    for (const path of paths) {
      if (/^https?:/.test(path)) continue;
      const target = join(folder, dirname(file), path);
      if (existsSync(target)) checkResource(resource, target, { alone: paths.length === 1, tell });
      else tell(rule, `the file ${path} of ${resource["name"]}`, "none");
    }
  }
}

/** Files larger than this are not read for their hash. */
const MOST_READ = 64_000_000;

function checkResource(
  resource: Record_,
  target: string,
  { alone, tell }: { alone: boolean; tell: Tell },
): void {
  const rule = "data/package";
  const { size } = statSync(target);
  const name = String(resource["name"]);
  if (alone && typeof resource["bytes"] === "number" && resource["bytes"] !== size)
    tell(rule, `${name} of ${resource["bytes"]} bytes`, `${size}`);
  if (size > MOST_READ) return;
  const bytes = readFileSync(target);
  const hash = resource["hash"];
  if (alone && typeof hash === "string" && /^(?:sha256:)?[0-9a-f]{64}$/.test(hash)) {
    const found = createHash("sha256").update(bytes).digest("hex");
    if (!hash.endsWith(found)) tell(rule, `${name} with SHA-256 ${hash}`, found);
  }
  const schema = resource["schema"];
  if (!target.endsWith(".csv") || !isObject(schema) || !Array.isArray(schema["fields"])) return;
  const fields = schema["fields"].map((field: unknown) =>
    isObject(field) ? field["name"] : undefined,
  );
  const [header = ""] = bytes
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .split(/\r?\n/, 1);
  const columns = header.split(",").map((column) => column.replace(/^"|"$/g, ""));
  if (fields.join() !== columns.join())
    tell(rule, `${name} with the columns ${fields.join(", ")}`, columns.join(", "));
}

/** A news item by ninjs: https://iptc.org/standards/ninjs/. */
function checkItem(item: Record_, tell: Tell): void {
  for (const name of [
    "versioncreated",
    "firstcreated",
    "contentcreated",
    "versionCreated",
    "firstCreated",
    "contentCreated",
  ]) {
    const date = item[name];
    if (date !== undefined && !(typeof date === "string" && isFullDate(date)))
      tell("data/ninjs", `${name} as ISO 8601 has it`, String(date));
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function isObject(value: unknown): value is Record_ {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
