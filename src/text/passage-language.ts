/** In which language and direction is a passage, such as a headline, whose script is not that of the text around it? */
import { directionOf } from "./direction.ts";

/** A language (BCP 47) and the direction in which words stand. */
export interface InLanguage {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
}

/** ISO 15924 code of each script that is looked for, and its letters. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = (
  [
    ["Latn", "Latin"],
    ["Arab", "Arabic"],
    ["Cyrl", "Cyrillic"],
    ["Hebr", "Hebrew"],
    ["Grek", "Greek"],
    ["Hani", "Han"],
    ["Kana", "Hiragana Katakana"],
    ["Hang", "Hangul"],
    ["Deva", "Devanagari"],
    ["Beng", "Bengali"],
    ["Thai", "Thai"],
    ["Geor", "Georgian"],
    ["Armn", "Armenian"],
    ["Taml", "Tamil"],
    ["Telu", "Telugu"],
    ["Knda", "Kannada"],
    ["Mlym", "Malayalam"],
    ["Gujr", "Gujarati"],
    ["Guru", "Gurmukhi"],
    ["Sinh", "Sinhala"],
    ["Mymr", "Myanmar"],
    ["Khmr", "Khmer"],
    ["Laoo", "Lao"],
    ["Ethi", "Ethiopic"],
    ["Thaa", "Thaana"],
    ["Syrc", "Syriac"],
  ] as const
).map(([code, names]) => [
  code,
  new RegExp(
    `[${names
      .split(" ")
      .map((name) => `\\p{sc=${name}}`)
      .join("")}]`,
    "gu",
  ),
]);

/** Scripts of one language, in print. */
const ONLY_LANGUAGE: Readonly<Record<string, string>> = {
  Hebr: "he",
  Grek: "el",
  Kana: "ja",
  Hani: "zh",
  Hang: "ko",
  Thai: "th",
  Geor: "ka",
  Armn: "hy",
  Taml: "ta",
  Telu: "te",
  Knda: "kn",
  Mlym: "ml",
  Gujr: "gu",
  Guru: "pa",
  Sinh: "si",
  Mymr: "my",
  Khmr: "km",
  Laoo: "lo",
  Thaa: "dv",
};

/** Scripts beside their own that a language is printed in. */
const ALSO_WRITES: Readonly<Record<string, readonly string[]>> = {
  Jpan: ["Hani", "Kana"],
  Kore: ["Hang", "Hani"],
  Hans: ["Hani"],
  Hant: ["Hani"],
};

/** Letters of one language among those that share its script, the more telling ones first. */
const LETTERS: Readonly<Record<string, readonly (readonly [string, RegExp])[]>> = {
  Arab: [
    ["ps", /[ټډړښځڅېۍ]/g],
    ["ckb", /[ێۆڕڵە]/g],
    ["ur", /[ٹڈڑےںہھ]/g],
    ["fa", /[پچژگیک]/g],
    ["ar", /[ةىيكأإؤ]|(?<!\p{L})ال/gu],
  ],
  Cyrl: [
    ["uk", /[іїєґ]/gi],
    ["sr", /[ђјљњћџ]/gi],
    ["ru", /[ыэё]/gi],
  ],
};
/** Of the letters at least this share must speak for the language: names bring strange ones with them. */
const FEWEST_TELLING = 0.03;

const SAMPLE = 1000;
const NOT_LATIN =
  /[\u0370-\u1dff\u2c00-\u2dff\u2e80-\ud7ff\u{10000}-\u{1ffff}]|[\uf900-\ufdff\ufe70-\ufefc]/u;
const LATIN = /\p{sc=Latin}/u;

/**
 * Returns the language and direction of a passage: those around it where its script fits them, or where it has
 * no letters; else those that its script and letters tell, such as `{language: "fa", direction: "rtl"}`, or the
 * script alone (`und-Cyrl`). Looks at the first 1,000 UTF-16 units; a script must have most of the letters.
 */
export function passageLanguage(text: string, around: InLanguage): InLanguage {
  const script = scriptOf(text);
  if (script === undefined || isWrittenIn(around, script)) return around;
  const language = languageOfScript(text.slice(0, SAMPLE), script) ?? `und-${script}`;
  return { language, direction: directionOf(`und-${script}`) };
}

/**
 * Returns the language that the script and letters of a text tell by themselves; undefined where several
 * languages share them, as all that are in Latin letters.
 */
export function languageByLetters(text: string): string | undefined {
  const script = scriptOf(text);
  return script === undefined ? undefined : languageOfScript(text.slice(0, SAMPLE), script);
}

/** ISO 15924 code of the script that most letters are of. Japanese is known by its kana, though most may be Han. */
function scriptOf(text: string): string | undefined {
  if (!NOT_LATIN.test(text)) return LATIN.test(text) ? "Latn" : undefined;
  const sample = text.slice(0, SAMPLE);
  const counts = SCRIPTS.map(([code, letters]) => [code, countOf(sample, letters)] as const);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const kana = counts.find(([code]) => code === "Kana")?.[1] ?? 0;
  const han = counts.find(([code]) => code === "Hani")?.[1] ?? 0;
  if (kana * 10 > han && (kana + han) * 2 > total) return "Kana";
  return counts.find(([, count]) => count * 2 > total)?.[0];
}

function languageOfScript(sample: string, script: string): string | undefined {
  const only = ONLY_LANGUAGE[script];
  if (only !== undefined) return only;
  const letters = countOf(sample, SCRIPTS.find(([code]) => code === script)?.[1] ?? LATIN);
  const found = (LETTERS[script] ?? []).map(
    ([language, telling]) => [language, countOf(sample, telling) / letters] as const,
  );
  const [first] = found.filter(([, share]) => share >= FEWEST_TELLING);
  const best = found.toSorted((a, b) => b[1] - a[1])[0];
  // a letter of Urdu, Pashto or Kurdish is rare elsewhere; between Persian and Arabic the more frequent decide
  return first?.[0] === "fa" || first?.[0] === "ar" ? best?.[0] : first?.[0];
}

const known = new Map<string, readonly string[] | undefined>();

/** A language that nobody knows is taken to be in any script of its direction. */
function isWrittenIn({ language, direction }: InLanguage, script: string): boolean {
  if (!known.has(language)) known.set(language, scriptsOf(language));
  const scripts = known.get(language);
  if (scripts !== undefined) return scripts.includes(script);
  return directionOf(`und-${script}`) === direction;
}

/** By CLDR's likely subtags, which the platform has; undefined for what is no tag, or `und`. */
function scriptsOf(language: string): readonly string[] | undefined {
  if (language === "und") return undefined;
  try {
    const { script = "" } = new Intl.Locale(language).maximize();
    return script === "" ? undefined : (ALSO_WRITES[script] ?? [script]);
  } catch {
    // Thrown for what is no tag.
    return undefined;
  }
}

function countOf(text: string, shape: RegExp): number {
  return text.match(shape)?.length ?? 0;
}
