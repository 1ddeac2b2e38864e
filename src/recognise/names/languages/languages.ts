/** Which names can be told in a text whose words are not English? By its language and script. Stage 4, recognise. */
import type { Reading } from "../../reading.ts";
import type { NameSpan } from "../recogniser.ts";
import { namesByCapitals } from "./capitalised.ts";
import { namesWithoutCapitals } from "./caseless.ts";
import { wordsOfLanguage } from "./language-words.ts";

/** Whether the English word lists for titles, verbs and descriptions hold for a document. */
export function isEnglish({ document: { language } }: Reading): boolean {
  return language === "und" || language === "en" || language.startsWith("en-");
}

/**
 * Returns the names of a text in another language than English: by the lists of that language where its script has no
 * capitals (Arabic, Persian, Urdu, Hebrew), else by capitals and known given names. Other scripts without capitals
 * yield nothing.
 */
export function namesInOtherLanguages(reading: Reading): readonly NameSpan[] {
  const words = wordsOfLanguage(reading.document.language);
  return words ? namesWithoutCapitals(reading, words) : namesByCapitals(reading);
}
