/** Which way does a language run? For the `dir` attribute of pages and quotations. */

/** Languages whose usual script runs from right to left (Unicode CLDR, `characterOrder`). */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  "ar",
  "arc",
  "ckb",
  "dv",
  "fa",
  "he",
  "ks",
  "ps",
  "sd",
  "syr",
  "ug",
  "ur",
  "yi",
]);

/** Scripts that run from right to left, for tags such as `az-Arab`. */
const RIGHT_TO_LEFT_SCRIPTS: ReadonlySet<string> = new Set([
  "arab",
  "hebr",
  "syrc",
  "thaa",
  "nkoo",
  "adlm",
]);

/**
 * Returns the direction of a language's script from its BCP 47 tag. A script subtag wins over the
 * language; an unknown language runs from left to right.
 *
 * `directionOf("fa")` is `"rtl"`, `directionOf("az-Arab")` is `"rtl"`, `directionOf("und")` is `"ltr"`.
 */
export function directionOf(language: string): "ltr" | "rtl" {
  const [primary = "", second = ""] = language.toLowerCase().split("-");
  if (second.length === 4) return RIGHT_TO_LEFT_SCRIPTS.has(second) ? "rtl" : "ltr";
  return RIGHT_TO_LEFT.has(primary) ? "rtl" : "ltr";
}
