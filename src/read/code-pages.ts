/** Which Windows code page was a text written in that is not UTF-8? Stage 1. */

/** Per code page the letters beyond ASCII that its languages use most; the commoner page comes first. */
const PAGES: readonly (readonly [string, string])[] = [
  ["windows-1252", "éèàäöüßçñáíóúâêôëïîûåæøõãœ"],
  ["windows-1251", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфіїєў"],
  ["windows-1250", "ąćęłńóśźżáčďéěíňřšťúůýžőűäöüâîășțđ"],
  ["windows-1256", "اليمونرتبةعدسفهكقحجشصطخذزضغثءآأإئؤىپچگ"],
  ["windows-1253", "αοιετσνηυρπκμλςγδχθφβξζψόίάέήύώ"],
  ["windows-1255", "יוהלאמרתבשנעםדקחפטכצזגסןךף"],
  ["windows-1254", "ıişğüöçâ"],
  ["windows-1257", "ąčęėįšųūžāēģīķļņõäöü"],
];
const TYPOGRAPHY = "‘’‚“”„–—…«»‹›•€\u00a0°§";
const SAMPLE = 100_000;
const LETTER = /\p{L}/u;
const SCRIPT = /\p{Script=Latin}/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;

/**
 * Returns the WHATWG label of the Windows code page under which the bytes read most like a language:
 * frequent letters and typographic marks speak for a page; undefined characters, words that mix scripts and
 * capitals after small letters speak against it. Between equals the commoner page wins. The bytes
 * should hold some above 0x7F.
 */
export function guessCodePage(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE);
  let best = "windows-1252";
  let most = Number.NEGATIVE_INFINITY;
  for (const [page, letters] of PAGES) {
    const score = scoreOf(new TextDecoder(page).decode(sample), new Set(letters));
    if (score > most) [best, most] = [page, score];
  }
  return best;
}

function scoreOf(text: string, letters: ReadonlySet<string>): number {
  let score = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character < "\u0080") continue;
    score += characterScore(character, text.charAt(index - 1), letters);
  }
  return score;
}

function characterScore(character: string, before: string, letters: ReadonlySet<string>): number {
  if (TYPOGRAPHY.includes(character)) return 1;
  if (character < "\u00a0" || character === "\ufffd") return -4;
  if (!LETTER.test(character)) return LETTER.test(before) ? -2 : 0;
  if (LETTER.test(before) && SCRIPT.test(before) !== SCRIPT.test(character)) return -3;
  if (UPPER.test(character) && LOWER.test(before)) return -3;
  if (letters.has(character)) return 2;
  return letters.has(character.toLowerCase()) ? 1 : 0;
}
