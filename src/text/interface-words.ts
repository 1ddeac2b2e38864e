/** What does the interface of an archive say, in its language: sentences, numbers and lists of names? Pure; reads no file, no locale of the machine. */
import type { Speech, WordTable } from "../page-parts.ts";
import { directionOf } from "./direction.ts";
import { InterfaceDates } from "./interface-dates.ts";
import type { InterfaceSlots } from "./interface-slots.ts";

/** Names of what is said: `article.by`, as in `words/interface/en.yml`. */
export type WordKey = keyof InterfaceSlots;

/** The keys of what fills slots, in a type that leaves out the parameter where a sentence has none. */
export type SlotsFor<Key extends WordKey, Value> = [InterfaceSlots[Key]] extends [never]
  ? []
  : [slots: Readonly<Record<InterfaceSlots[Key], Value>>];

/** Words, or a whole number, which is said in the language's figures. */
export type SlotText = string | number;

/** A text and slots by turns: `["named ", {slot: "count"}, " times"]`. */
type Piece = string | { readonly slot: string };
type Compiled = readonly Piece[];

/** Locale of what the runtime knows no language for: a fixed one, for the machine's own would differ. */
const NO_LOCALE = "en-GB";

/** What an archive says in its language. One for a whole process; a sentence is taken apart when it is first said. */
export class InterfaceWords {
  readonly language: string;
  /** BCP 47 for `Intl`: a language that it knows, with the archive's numerals. */
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  readonly dates: InterfaceDates;
  /** What it was made of, as data. */
  readonly speech: Speech;
  readonly #table: WordTable;
  readonly #cardinal: Intl.PluralRules;
  readonly #ordinal: Intl.PluralRules;
  readonly #figures: Intl.NumberFormat;
  readonly #digits: readonly string[] | undefined;
  #fractions: Intl.NumberFormat | undefined;
  #countries: Intl.DisplayNames | undefined;
  readonly #compiled = new Map<string, Compiled>();
  readonly #counted = new Map<string, ReadonlyMap<string, Compiled>>();
  readonly #numbers = new Map<number, string>();
  readonly #categories = new Map<number, string>();

  constructor(speech: Speech) {
    const { language, numerals, calendars = [], table } = speech;
    this.speech = speech;
    this.language = language;
    this.locale = localeOf(language, numerals);
    this.direction = directionOf(language);
    this.#table = table;
    this.#cardinal = new Intl.PluralRules(this.locale);
    this.#ordinal = new Intl.PluralRules(this.locale, { type: "ordinal" });
    this.#figures = new Intl.NumberFormat(this.locale, { maximumFractionDigits: 1 });
    this.#digits = digitsOf(this.locale);
    this.dates = new InterfaceDates(this.locale, calendars, (text) => this.figures(text));
  }

  /**
   * Returns a sentence with its slots filled, as plain text. The slot `count` decides which of its forms is said. Words that run the
   * other way than the interface are isolated by Unicode's FSI and PDI.
   *
   *     words.say("count.articles", { count: 8412 })   // "8,412 articles"
   */
  say<Key extends WordKey>(key: Key, ...slots: SlotsFor<Key, SlotText>): string {
    const values = (slots[0] ?? {}) as Readonly<Record<string, SlotText>>;
    const pieces = this.#piecesOf(key, values["count"], this.#cardinal);
    return this.#filled(pieces, values);
  }

  /** Returns a sentence of which `number` decides by its place in a row, `19th`, `22nd`; the slot `roman` has the same in Roman figures. */
  sayOrdinal<Key extends WordKey>(key: Key, ...slots: SlotsFor<Key, SlotText>): string {
    const values = (slots[0] ?? {}) as Readonly<Record<string, SlotText>>;
    const number = values["number"];
    const roman = typeof number === "number" ? romanOf(number) : "";
    return this.#filled(this.#piecesOf(key, number, this.#ordinal), { ...values, roman });
  }

  /** Returns the pieces of a sentence, its slots filled by what `fill` gives for their names: what mark-up is made of. `count` decides which form is said. */
  pieces<Value>(
    key: WordKey,
    count: unknown,
    fill: (slot: string) => Value,
  ): readonly (string | Value)[] {
    return this.#piecesOf(key, count, this.#cardinal).map((piece) =>
      typeof piece === "string" ? piece : fill(piece.slot),
    );
  }

  /** Returns a sentence by a key that is put together of data, such as a rule's name; undefined where there is none. */
  known(key: string): string | undefined {
    const sentence = this.#table[key];
    return typeof sentence === "object" ? sentence.other : sentence;
  }

  /** Returns a number in the language's figures, parted as the language does: `8,412`, `۸٬۴۱۲`. */
  number(value: number): string {
    let said = this.#numbers.get(value);
    if (said === undefined) {
      said = this.#figures.format(value);
      if (this.#numbers.size < MOST_NUMBERS) this.#numbers.set(value, said);
    }
    return said;
  }

  /** Returns a share between 0 and 1 to three places: `0.9`. */
  fraction(value: number): string {
    this.#fractions ??= new Intl.NumberFormat(this.locale, { maximumFractionDigits: 3 });
    return this.#fractions.format(value);
  }

  /** Returns the name of a country by its ISO 3166 alpha-2 code; `english`, its name in English, where the language has none. */
  country(code: string, english: string): string {
    if (/^en\b/.test(this.language)) return english;
    this.#countries ??= new Intl.DisplayNames(this.locale, { type: "region", fallback: "none" });
    return this.#countries.of(code) ?? english;
  }

  /** Returns a text with its figures in those of the language, without parting them: years, hours. */
  figures(text: string): string {
    const digits = this.#digits;
    return digits === undefined
      ? text
      : text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
  }

  /** Returns items as a sentence lists them, as pieces: `Ana Reis, Tomas Varga and Ilse Okafor`. */
  listed<Item>(items: readonly Item[]): readonly (string | Item)[] {
    const [comma = "", last = ""] = [this.known("list.comma"), this.known("list.last")];
    return items.flatMap((item, index) => {
      if (index === 0) return [item];
      return [index === items.length - 1 ? last : comma, item];
    });
  }

  /** Returns words with their first letter as a sentence begins. */
  capitalised(words: string): string {
    const [first = ""] = words;
    return first.toUpperCase() + words.slice(first.length);
  }

  /** Returns words for a plain text among those of the interface: isolated where they run the other way. */
  isolated(words: string): string {
    const opposite = this.direction === "rtl" ? LEFT_TO_RIGHT : RIGHT_TO_LEFT;
    return opposite.test(words) ? `\u2068${words}\u2069` : words;
  }

  #filled(pieces: Compiled, values: Readonly<Record<string, SlotText>>): string {
    const [only] = pieces;
    if (pieces.length === 1 && typeof only === "string") return only;
    let said = "";
    for (const piece of pieces) {
      if (typeof piece === "string") said += piece;
      else {
        const value = values[piece.slot] ?? "";
        said += typeof value === "number" ? this.number(value) : this.isolated(value);
      }
    }
    return said;
  }

  #piecesOf(key: string, count: unknown, rules: Intl.PluralRules): Compiled {
    const plain = this.#compiled.get(key);
    if (plain !== undefined) return plain;
    const forms = this.#counted.get(key) ?? this.#compile(key);
    if (isCompiled(forms)) return forms;
    const category = typeof count === "number" ? this.#category(count, rules) : "other";
    return forms.get(category) ?? forms.get("other") ?? [];
  }

  #compile(key: string): Compiled | ReadonlyMap<string, Compiled> {
    const sentence = this.#table[key];
    if (sentence === undefined) throw new Error(`no words for ${key}`);
    if (typeof sentence === "string") {
      const pieces = piecesIn(sentence);
      this.#compiled.set(key, pieces);
      return pieces;
    }
    const forms = new Map(Object.entries(sentence).map(([name, form]) => [name, piecesIn(form)]));
    this.#counted.set(key, forms);
    return forms;
  }

  #category(count: number, rules: Intl.PluralRules): string {
    if (rules !== this.#cardinal) return rules.select(count);
    let category = this.#categories.get(count);
    if (category === undefined) {
      category = rules.select(count);
      if (this.#categories.size < MOST_NUMBERS) this.#categories.set(count, category);
    }
    return category;
  }
}

function isCompiled(forms: Compiled | ReadonlyMap<string, Compiled>): forms is Compiled {
  return Array.isArray(forms);
}

/** Numbers that are kept once said. */
const MOST_NUMBERS = 10_000;

/** Returns the names of a sentence's slots. */
export function slotsIn(sentence: string): readonly string[] {
  return piecesIn(sentence).flatMap((piece) => (typeof piece === "string" ? [] : piece.slot));
}

function piecesIn(sentence: string): Compiled {
  const parts = sentence.split(/\{([a-zA-Z0-9]+)\}/);
  return parts.flatMap((part, index): readonly Piece[] => {
    if (index % 2 === 1) return [{ slot: part }];
    return part === "" ? [] : [part];
  });
}

/** The language itself or, of one that the runtime does not know, a fixed one; always with the numerals said. */
function localeOf(language: string, numerals: string | undefined): string {
  // print in English without a country writes the day before the month, as the rest of the world does
  const wanted = language === "en" ? NO_LOCALE : language;
  const [known = NO_LOCALE] = Intl.DateTimeFormat.supportedLocalesOf([wanted]);
  return numerals === undefined
    ? known
    : new Intl.Locale(known, { numberingSystem: numerals }).toString();
}

/** Of centuries: up to 39. */
function romanOf(number: number): string {
  const ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
  return "X".repeat(Math.floor(number / 10)) + (ones[number % 10] ?? "");
}

/** The ten figures, unless they are 0 to 9. */
function digitsOf(locale: string): readonly string[] | undefined {
  const format = new Intl.NumberFormat(locale, { useGrouping: false });
  const digits = Array.from({ length: 10 }, (_, digit) => format.format(digit));
  return digits.join("") === "0123456789" ? undefined : digits;
}

/** Letters of scripts that run from right to left, and of those that run from left to right and often meet them. */
const RIGHT_TO_LEFT = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}]/u;
const LEFT_TO_RIGHT = /[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}]/u;
