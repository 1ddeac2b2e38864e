/** What do the pages say in the archive's language? Stage 1: reads the sentences that ship and those of the archive's own. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Sentence, Speech, WordTable } from "../page-parts.ts";
import { checkYaml, lineAt } from "../text/checked-yaml.ts";
import { CliError } from "../text/cli-error.ts";
import { onDisk } from "../text/disk-error.ts";
import { InterfaceWords, slotsIn } from "../text/interface-words.ts";
import { nearestWord } from "../text/nearest.ts";

/** The folder of an archive's own words, below the content folder. */
const WORDS_FOLDER = "words";

const SHIPPED = new URL("../words/interface/", import.meta.url);
const ENGLISH = "en";

/** An archive's words, and what its editor is to hear of them. */
export interface ReadWords {
  readonly words: InterfaceWords;
  /** A line where sentences are missing and said in English; undefined where all are there. */
  readonly remark?: string;
}

/**
 * Returns what pages say in a language: the archive's own sentences (`words/LANGUAGE.yml` of the content folder), before those that
 * ship for it, before English. Of `ar-EG` the files of `ar` hold, too, and the nearer ones first.
 * @throws CliError with file and line where a file is no YAML, has an unknown key, or a sentence with slots that are not its own.
 */
export function readWords(
  contentFolder: string | undefined,
  settings: Omit<Speech, "table">,
): ReadWords {
  const { language } = settings;
  const english = shippedTable(ENGLISH) ?? {};
  const own = contentFolder === undefined ? undefined : join(contentFolder, WORDS_FOLDER);
  const tables = fallbacksOf(language).flatMap((tag) => [
    shippedTable(tag) ?? {},
    (own && ownTable(join(own, `${tag}.yml`), english)) ?? {},
  ]);
  const table: WordTable = Object.assign({}, english, ...tables);
  const spoken = new Set(tables.flatMap((one) => Object.keys(one)));
  const words = new InterfaceWords({ ...speechOf(settings), table });
  const missing = isEnglish(language) ? [] : Object.keys(english).filter((key) => !spoken.has(key));
  if (missing.length === 0) return { words };
  return { words, remark: remarkOn(missing, Object.keys(english).length, { own, language }) };
}

/** Of the settings what the words need to know, for the rest of them changes none. */
function speechOf({ language, numerals, calendars }: Omit<Speech, "table">): Omit<Speech, "table"> {
  return {
    language,
    ...(numerals !== undefined && { numerals }),
    ...(calendars !== undefined && { calendars }),
  };
}

/** Returns the words in English: what commands say with them. */
export function englishWords(): InterfaceWords {
  return readWords(undefined, { language: ENGLISH }).words;
}

/** Returns the languages that ship. */
export function shippedLanguages(): readonly string[] {
  return readdirSync(SHIPPED)
    .filter((name) => name.endsWith(".yml"))
    .map((name) => name.slice(0, -".yml".length))
    .sort();
}

/** `ar-EG` → `ar`, `ar-EG`: the nearer come later. */
function fallbacksOf(language: string): readonly string[] {
  const parts = language.split("-");
  return parts.map((_, index) => parts.slice(0, index + 1).join("-"));
}

function isEnglish(language: string): boolean {
  return language === ENGLISH || language.startsWith(`${ENGLISH}-`);
}

function remarkOn(
  missing: readonly string[],
  all: number,
  { own = `content/${WORDS_FOLDER}`, language }: { own: string | undefined; language: string },
): string {
  const file = join(own, `${language}.yml`);
  const remedy = `add them to ${file}, as content/README.md says`;
  return missing.length === all
    ? `no words for the language ${language}: the pages speak English; ${remedy}`
    : `${missing.length} of ${all} sentences are missing in the language ${language} and are said in English: ${missing.slice(0, MOST_NAMED).join(", ")}${missing.length > MOST_NAMED ? ", …" : ""}; ${remedy}`;
}

const MOST_NAMED = 3;

const shipped = new Map<string, WordTable | undefined>();

function shippedTable(language: string): WordTable | undefined {
  if (!shipped.has(language)) {
    const file = new URL(`${language}.yml`, SHIPPED);
    const yaml = existsSync(file) ? readFileSync(file, "utf8") : undefined;
    const path = `src/words/interface/${language}.yml`;
    const english = language === ENGLISH || yaml === undefined ? undefined : shippedTable(ENGLISH);
    shipped.set(language, yaml === undefined ? undefined : tableOf(yaml, path, english));
  }
  return shipped.get(language);
}

function ownTable(path: string, english: WordTable): WordTable | undefined {
  if (!existsSync(path)) return undefined;
  return tableOf(
    onDisk(path, () => readFileSync(path, "utf8")),
    path,
    english,
  );
}

// ------------------------------------------------------------------ one file

const PLURAL_CATEGORIES: readonly string[] = ["zero", "one", "two", "few", "many", "other"];
const sentence = z.union([z.string(), z.record(z.string(), z.string())], {
  error: `expected a sentence, or one for each of ${PLURAL_CATEGORIES.join(", ")}`,
});
const schema = z.record(z.string(), z.record(z.string(), sentence));

/** The sentences of a file, checked against those in English; without these, those in English themselves. */
function tableOf(yaml: string, path: string, english: WordTable | undefined): WordTable {
  const checked = checkYaml(yaml, schema);
  const fail = (line: number, message: string): never => {
    throw new CliError(`${path}:${line}: ${message}`);
  };
  if ("fault" in checked) return fail(checked.fault.line, checked.fault.message);
  const table: Record<string, Sentence> = {};
  for (const [section, sentences] of Object.entries(checked.value))
    for (const [name, value] of Object.entries(sentences)) {
      const key = `${section}.${name}`;
      const fault = english && faultOf(key, value as Sentence, english);
      if (fault !== undefined) fail(lineAt(yaml, [section, name]), fault);
      // `faultOf` has seen that there is one for all other numbers
      table[key] = value as Sentence;
    }
  return table;
}

/** What is wrong with a sentence in the place of the one in English. */
function faultOf(key: string, said: Sentence, english: WordTable): string | undefined {
  const model = english[key];
  if (model === undefined) {
    const meant = nearestWord(key, Object.keys(english));
    return `unknown key \`${key}\`; ${meant === undefined ? "src/words/interface/en.yml has all that are known" : `did you mean \`${meant}\`?`}`;
  }
  const forms = typeof said === "string" ? { other: said } : said;
  if (forms.other === undefined) return `\`${key}\`: the form \`other\` is missing; add it`;
  const known = slotsOf(model);
  for (const [category, form] of Object.entries(forms)) {
    if (!PLURAL_CATEGORIES.includes(category))
      return `\`${key}\`: \`${category}\` is no way of counting; known are ${PLURAL_CATEGORIES.join(", ")}`;
    const slots = slotsIn(form);
    const strange = slots.find((slot) => !known.has(slot) && MAY_USE[key] !== slot);
    if (strange !== undefined)
      return `\`${key}\`: {${strange}} is no slot of this sentence; ${known.size === 0 ? "it has none" : `it has ${named(known)}`}`;
    const lost =
      category === "other" ? [...known].find((slot) => !slots.includes(slot)) : undefined;
    // what is counted may be in the words themselves: "once"
    if (lost !== undefined && !isLeftOut(lost, model) && MAY_USE[key] === undefined)
      return `\`${key}\`: {${lost}} is missing; the sentence has ${named(known)}`;
  }
  if (forms.other.includes("{") && !/\{\w+\}/.test(forms.other))
    return `\`${key}\`: a brace without a name in it; slots are written {name}`;
  return undefined;
}

/** Slots that English does not use, by the key of the sentence. */
const MAY_USE: Readonly<Record<string, string>> = { "time.century": "roman" };

function slotsOf(model: Sentence): ReadonlySet<string> {
  if (typeof model === "string") return new Set(slotsIn(model));
  const slots = new Set(Object.values(model).flatMap(slotsIn));
  return slots.has("number") ? slots : slots.add("count");
}

/** Whether English itself leaves a slot out where it may. */
function isLeftOut(slot: string, model: Sentence): boolean {
  return !slotsIn(typeof model === "string" ? model : model.other).includes(slot);
}

function named(slots: ReadonlySet<string>): string {
  return [...slots].map((slot) => `{${slot}}`).join(", ");
}
