/** Which words of times does a language other than English have? (stage 4, recognise) */

import type { Calendar } from "../../text/calendars.ts";
import words from "../../words/times-languages.json" with { type: "json" };
import { indexOfForm } from "./rule.ts";

/** Languages other than English whose words are known. */
export type OtherLanguage = keyof typeof words.languages;

/** Is one list of forms for each day, month or number. */
export type Forms = readonly (readonly string[])[];

/** Words of times in a language, as `words/times-languages.json` explains them. */
export interface LanguageWords {
  readonly weekdays: Forms;
  readonly months: Forms;
  readonly dayOrdinals: Forms;
  readonly yearWords: readonly string[];
  /** Days from that of publication. */
  readonly days: Readonly<Record<string, number>>;
  readonly notADay: Readonly<Record<string, Beside>>;
  readonly notAWeekday: Readonly<Record<string, readonly string[]>>;
  /** TIMEX3 suffixes such as `TEV`. */
  readonly partsAfter: Readonly<Record<string, string>>;
  readonly partsBefore: Readonly<Record<string, string>>;
  readonly nights: Readonly<Record<string, number>>;
  readonly lastBefore: readonly string[];
  readonly lastAfter: readonly string[];
  readonly nextBefore: readonly string[];
  readonly nextAfter: readonly string[];
  readonly future: readonly string[];
  readonly futurePrefixes: readonly string[];
  readonly past: readonly string[];
  readonly monthBefore: readonly string[];
  /** Unit, and how many from that of publication. */
  readonly periods: Readonly<Record<string, readonly (string | number)[]>>;
  readonly dateLink: readonly string[];
  readonly otherCalendar: { readonly calendar: Calendar; readonly months: Forms };
}

/** Words beside another that make it something else. */
interface Beside {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

// the file's parts differ in which words they have; its shape is that of `LanguageWords`
const LANGUAGES = words.languages as unknown as Readonly<Record<OtherLanguage, LanguageWords>>;

/** Returns the words of a language. */
export function wordsOf(language: OtherLanguage): LanguageWords {
  return LANGUAGES[language];
}

/** The languages other than English. */
export const OTHER_LANGUAGES: readonly OtherLanguage[] = ["de", "fr", "es", "ar", "fa"];

/** Persian texts often print the Arabic letters for their own. */
const FOLDED: Readonly<Record<string, string>> = { ي: "ی", ى: "ی", ك: "ک" };
const ARABIC_YEH_AND_KAF = /[يىك]/gu;

/** Returns a form as Persian word lists write it, with Persian letters for the Arabic ones. */
export function foldPersian(printed: string): string {
  return printed.replace(ARABIC_YEH_AND_KAF, (letter) => FOLDED[letter] ?? letter);
}

/** Returns which entry of a list of forms a printed word is, with letters of either kind, or -1. */
export function formIn(forms: Forms, printed: string | undefined): number {
  if (printed === undefined) return -1;
  const folded = indexOfForm(forms, foldPersian(printed));
  return folded === -1 ? indexOfForm(forms, printed) : folded;
}

/** Returns the forms with those that print Arabic letters for Persian ones. */
export function withArabicLetters(forms: Forms): Forms {
  return forms.map((list) =>
    list.flatMap((form) => [form, form.replaceAll("ی", "ي").replaceAll("ک", "ك")]),
  );
}

/** Figures of Latin, Arabic and Persian writing, as a class of a pattern. */
export const FIGURE = "[\\d٠-٩۰-۹]";
const EASTERN = /[٠-٩۰-۹]/g;

/** Returns the number that figures of any of these writings stand for; `NaN` for other words. */
export function figure(printed: string | undefined): number {
  return Number(
    (printed ?? "").replace(EASTERN, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf)),
  );
}
