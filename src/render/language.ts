/** Which `lang` and `dir` does a passage need where it stands? For rendering and layouts. */
import { type InLanguage, passageLanguage } from "../text/passage-language.ts";
import { type Html, html } from "./html.ts";

/**
 * Returns ` lang="fa" dir="rtl"` for a passage whose script is not that of the words around it, each only
 * where it differs from theirs; nothing where the passage fits them, or they are not known.
 */
export function languageWithin(text: string, around: InLanguage | undefined): Html | undefined {
  if (around === undefined) return undefined;
  const own = passageLanguage(text, around);
  return own === around ? undefined : differenceOf(own, around);
}

/**
 * Returns ` lang="fa" dir="rtl"` for a passage of a text in one language on a page in another, each only where
 * it differs from the page's. An unknown language in the page's own script is not named.
 */
export function languageOn(page: InLanguage, words: InLanguage, text: string): Html | undefined {
  const own = passageLanguage(text, words.language === "und" ? page : words);
  if (own.language.startsWith("und-") && passageLanguage(text, page) === page) return undefined;
  return differenceOf(own, page);
}

function differenceOf(own: InLanguage, around: InLanguage): Html {
  const lang =
    own.language !== around.language && own.language !== "und" && html` lang="${own.language}"`;
  const dir = own.direction !== around.direction && html` dir="${own.direction}"`;
  return html`${lang}${dir}`;
}
