/** Is what a page's head says to reference managers and to those who share it complete? Highwire, Dublin Core, Open Graph, JSON-LD. */
import type { PageElement } from "./element.ts";
import type { FileNotes } from "./page-notes.ts";
import type { PageRule } from "./page-scan.ts";
import { isFullDate, isHighwireDate } from "./stated-dates.ts";
import { checkJsonLd } from "./structured-data.ts";

type Values = ReadonlyMap<string, readonly string[]>;

const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

interface Wanted {
  /** Told where a page has any of the family. */
  readonly family: RegExp;
  readonly rule: string;
  readonly required: readonly string[];
  /** Names that stand once at most. */
  readonly once: readonly string[];
}

const FAMILIES: readonly Wanted[] = [
  {
    family: /^citation_/,
    rule: "data/highwire",
    required: ["citation_title"],
    once: [
      "citation_title",
      "citation_publication_date",
      "citation_language",
      "citation_journal_title",
    ],
  },
  {
    family: /^og:/,
    rule: "data/open-graph",
    required: ["og:title", "og:type"],
    once: ["og:title", "og:type", "og:url"],
  },
  {
    family: /^dc(?:terms)?\./,
    rule: "data/dublin-core",
    required: ["dc.title|dcterms.title"],
    once: [],
  },
];

const FORMS: readonly (readonly [RegExp, (value: string) => boolean, string])[] = [
  [/^citation_(?:publication_|online_)?date$/, isHighwireDate, "a day such as 2022/01/26"],
  [/^citation_language$/, (value) => LANGUAGE.test(value), "a language code"],
  [/^citation_.*_url$|^og:(?:url|image|image:url)$/, isWhole, "a whole address, with https://"],
  [/^(?:article:(?:published|modified)_time)$/, isFullDate, "a date of ISO 8601"],
  [/^dc(?:terms)?\.(?:date|issued|modified|created)$/, isFullDate, "a date of ISO 8601"],
  [/^dc(?:terms)?\.language$/, (value) => LANGUAGE.test(value), "a language code"],
  [/^og:image:(?:width|height)$/, (value) => /^\d+$/.test(value), "a number of pixels"],
];

function isWhole(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value);
}

/** Returns the rule of structured data: it reads meta elements and scripts of JSON-LD. */
export function dataRule(notes: FileNotes): PageRule {
  const values = new Map<string, string[]>();
  let json: { text: string; element: PageElement } | undefined;
  return {
    open(element) {
      if (element.name === "meta") noteMeta(element, values, notes);
      if (element.name === "script" && element.get("type") === "application/ld+json")
        json = { text: "", element };
    },
    text(text, around) {
      if (json !== undefined && around === json.element) json.text += text;
    },
    close(element) {
      if (json?.element !== element) return;
      checkJsonLd(json.text, { notes, line: element.line, place: element.place });
      json = undefined;
    },
    end() {
      for (const family of FAMILIES) checkFamily(family, values, notes);
    },
  };
}

function noteMeta(element: PageElement, values: Map<string, string[]>, notes: FileNotes): void {
  const name = (element.get("property") ?? element.get("name") ?? "").toLowerCase();
  const value = element.get("content") ?? "";
  if (name === "") return;
  const known = values.get(name);
  if (known === undefined) values.set(name, [value]);
  else known.push(value);
  const form = FORMS.find(([pattern]) => pattern.test(name));
  if (form === undefined || form[1](value)) return;
  notes.tell({
    rule: ruleOf(name),
    line: element.line,
    place: name,
    expected: `${name}: ${form[2]}`,
    found: value === "" ? "nothing" : value.slice(0, 80),
    remedy: "mend the layout's head, or set url in archive.yml",
  });
}

function checkFamily(
  { family, rule, required, once }: Wanted,
  values: Values,
  notes: FileNotes,
): void {
  if (![...values.keys()].some((name) => family.test(name))) return;
  const tell = (about: string, expected: string, found: string): void =>
    notes.tell({ rule, line: 1, place: about, expected, found, remedy: "mend the layout's head" });
  for (const wanted of required) {
    const found = wanted.split("|").flatMap((name) => values.get(name) ?? []);
    if (!found.some((value) => value.trim() !== ""))
      tell(wanted, `${wanted.split("|")[0]} beside the others`, "none");
  }
  for (const name of once) {
    const count = values.get(name)?.length ?? 0;
    if (count > 1) tell(name, `${name} once`, `${count} of them`);
  }
}

function ruleOf(name: string): string {
  return FAMILIES.find(({ family }) => family.test(name))?.rule ?? "data/open-graph";
}
