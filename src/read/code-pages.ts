/** Which code page of one byte a letter was a text written in that is not UTF-8? Stage 1. */

type Page = readonly [label: string, languages: readonly string[]];

/** Letters beyond ASCII, a language or a family of languages each, that have the same code pages. */
const WESTERN = [
  "éèàêâçîôûëïùœ",
  "äöüß",
  "áéíóúñü",
  "ãáàâçéêíóõôú",
  "àèéìòù",
  "åäöæøé",
  "áéíóúýðþæö",
];
const CENTRAL = ["ąćęłńóśźż", "áčďéěíňóřšťúůýžľĺŕäô", "áéíóöőúüű", "ăâîșțşţ", "čćđšž"];
const CYRILLIC = ["оеаинтсрвлкмдпуяыьгзбчйхжшюцщэъёіїєґўђјљњћџѓќѕ"];
const ARABIC = [
  "اليمونرتبةعدسفهكقحجشصطخذزضغثظءآأإئؤى",
  "ایمونرتبعدسفهکكيقحجشصطخذزضغثظآئپچگژۀ",
  "ایمنرتبدسکيےںھہٹڈڑوپچگعقفشحجآئ",
];

/** Per code page the letters that its languages use most; the commoner page comes first. */
const COMMON: readonly Page[] = [
  ["windows-1252", WESTERN],
  ["windows-1251", CYRILLIC],
  ["windows-1250", CENTRAL],
  ["windows-1256", ARABIC],
  ["windows-1253", ["αοιετσνηυρπκμλςγδχθφβξζψόίάέήύώ"]],
  ["windows-1255", ["יוהלאמרתבשנעםדקחפטכצזסגןךףץ"]],
  ["windows-1254", ["ıişğüöçâîû"]],
  ["windows-1257", ["ąčęėįšųūž", "āčēģīķļņšūž"]],
];
/** Pages that few files of today are in: a handful of letters does not speak for them. */
const RARE: readonly Page[] = [
  ["koi8-r", CYRILLIC],
  ["iso-8859-5", CYRILLIC],
  ["ibm866", CYRILLIC],
  ["iso-8859-2", CENTRAL],
  ["iso-8859-6", ARABIC],
  ["macintosh", WESTERN],
];
const TYPOGRAPHY = "‘’‚“”„–—…«»‹›•€\u00a0°§¿¡";
const SAMPLE = 100_000;
const LETTER = /\p{L}/u;
const LATIN = /\p{Script=Latin}/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
/** What a letter speaks for the page in whose language it is frequent; its capital less. */
const FREQUENT = 2;
const FREQUENT_CAPITAL = 1;
/** By so much must a rare page be better. */
const RARE_MARGIN = 4;

/**
 * Returns the WHATWG label of the code page under which the bytes read most like one language: its
 * letters and typographic marks speak for a page; undefined characters, words that mix scripts and
 * capitals after small letters speak against it. Between equals the commoner page wins. The bytes
 * should hold some above 0x7F.
 */
export function guessCodePage(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE);
  const common = bestOf(COMMON, sample);
  const rare = bestOf(RARE, sample);
  return rare.score > common.score + RARE_MARGIN ? rare.page : common.page;
}

function bestOf(pages: readonly Page[], sample: Uint8Array): { page: string; score: number } {
  let best = { page: "windows-1252", score: Number.NEGATIVE_INFINITY };
  for (const [page, languages] of pages) {
    const score = scoreOf(new TextDecoder(page).decode(sample), languages);
    if (score > best.score) best = { page, score };
  }
  return best;
}

function scoreOf(text: string, languages: readonly string[]): number {
  let score = 0;
  const letters = new Map<string, number>();
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character < "\u0080") continue;
    const fit = fitOf(character, text.charAt(index - 1), text.charAt(index + 1));
    if (fit === undefined) letters.set(character, (letters.get(character) ?? 0) + 1);
    else score += fit;
  }
  return score + Math.max(...languages.map((language) => frequencyOf(letters, language)));
}

/** How a character fits between its neighbours; undefined for a letter that does. */
function fitOf(character: string, before: string, after: string): number | undefined {
  if (TYPOGRAPHY.includes(character)) return 1;
  if (character < "\u00a0" || character === "\ufffd") return -4;
  if (!LETTER.test(character)) return LETTER.test(before) ? -2 : 0;
  const isLatin = LATIN.test(character);
  if ([before, after].some((beside) => LETTER.test(beside) && LATIN.test(beside) !== isLatin))
    return -3;
  // a no-break space in another page is a letter on its own in this one
  if (!isLatin && !LETTER.test(before) && !LETTER.test(after)) return 0;
  if (UPPER.test(character) && LOWER.test(before)) return -3;
  return LOWER.test(character) && UPPER.test(after) ? -3 : undefined;
}

function frequencyOf(letters: ReadonlyMap<string, number>, language: string): number {
  let score = 0;
  for (const [letter, count] of letters) {
    if (language.includes(letter)) score += FREQUENT * count;
    else if (language.includes(letter.toLowerCase())) score += FREQUENT_CAPITAL * count;
  }
  return score;
}
