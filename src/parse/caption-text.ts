/** Whether a line, by its own words, is a caption or a picture credit (stage 2). */
import words from "../words/parse-bylines.json" with { type: "json" };
import { isAgency, isName } from "./byline-text.ts";
import { endsSentence } from "./draft.ts";

const LONGEST = 700;
const LONGEST_CREDIT = 110;
/** What opens as a caption or says where people stand is no longer than this. */
const LONGEST_TOLD = 300;
const WINDOW = 140;
const byLength = (a: string, b: string): number => b.length - a.length;
const pictureWords = [...words.pictureWords].sort(byLength).join("|");
const pictureOpenings = [...words.pictureOpenings].sort(byLength).join("|");
const agencies = words.agencies
  .filter((name) => name.length > 2)
  .sort(byLength)
  .join("|");

/** `Photo: Ana Reis`, `Image caption The bridge`, `Foto: dpa`. */
const OPENS = new RegExp(
  `^[(\\[]?(?:(?:${pictureWords})\\s?[:/]|(?:${pictureOpenings})(?:\\s|(?=\\p{Lu}\\p{Ll})))`,
  "iu",
);
const FILE_PICTURE = /^FILE\s?[-:]/;
/** Ends of captions, each with what it shows; the first that fits says why. */
const ENDS: readonly (readonly [string, RegExp])[] = [
  [
    "ends in a picture credit in brackets",
    new RegExp(
      `[(\\[](?:(?:(?:AP|Reuters|AFP) )?(?:${pictureWords}|file)\\b[^()\\[\\]]{0,80}|(?:${agencies})(?:\\s[^()]{0,40})?)[)\\]]\\.?$`,
      "iu",
    ),
  ],
  [
    "ends in a picture credit",
    new RegExp(
      `(?:^|[\\s.])(?:AP Photo|(?:${pictureWords})(?:\\s(?:by|courtesy)|\\s?:)\\s?[^.:]{2,90}(?::\\s[^.:]{2,30})?(?:\\.\\p{Ll}{2,4})?)\\.?$`,
      "iu",
    ),
  ],
  // … in the market AP Photo/Ana Reis
  [
    "ends in an agency's picture",
    /\s(?:AP|EPA|AFP|Reuters) (?:Photo|Foto|Bild)\s?[/:-]\s?[^/.]{2,40}$/u,
  ],
  // … in the market. © Ana Reis; … Bild © Ana Reis (hr)
  ["ends in a copyright mark and a name", /©\s?[^©]{2,90}$/u],
  ["ends in an agency behind a stroke", new RegExp(`[^.]/(?:${agencies})\\.?$`, "u")],
  // … over the harbour. Video: Harbour Board
  ["ends in a film's credit", /[.!?]\s(?:Video|V\u00eddeo|Film)\s?:\s?\p{Lu}[^.:]{2,60}\.?$/u],
  // … at the market Ana Reis/Coast Images; … at the market Tomas Varga/CWN
  [
    "ends in a name and an agency behind a stroke",
    /\s\p{Lu}[\p{L}'.-]{1,20} (?:\p{Lu}\.? )?\p{Lu}[\p{L}'-]{1,20} ?\/ ?(?:\p{Lu}{2,6}|(?:\p{Lu}[\p{L}&]{0,20} ){0,3}(?:Images?|Photos?|Pictures|Press|Agency|Media|News|Shutterstock|Getty)(?: \p{Lu}\p{Ll}{2,12})?)$/u,
  ],
  // … at the market / A. Reis / Coast Wire nuotr.
  ["ends in a picture word behind a name", /\s\/\s?[^/.]{2,40}\s(?:nuotr|photo|foto|fotó)\.?$/u],
  // … in New York.Reuters; … in 2019.Ana Reis / AP file
  [
    "ends in an agency behind the full stop",
    new RegExp(
      `[\\p{Ll}\\d][.!?](?:\\p{Lu}[\\p{L}.' ]{1,30}\\s?/\\s?)?(?:${agencies})(?: file|\\s?/\\s?\\p{Lu}[\\p{L}.' ]{1,30})?$`,
      "u",
    ),
  ],
  ["holds Credit...", /Credit\.\.\./],
];
/** Without one of these, a line that ends as a sentence has no credit at its end. */
const CREDIT_MARKS = /[:©([/]|\.\.\.|[Pp]hoto/;
/** `… in May. (Nine)`, `… before the vote. Ana Reis`: a credit behind the full stop. */
const BEHIND_STOP =
  /.{20}[\p{Ll}\d]{2}[.!?]["']?(?:\s{0,3}\(\p{Lu}[^():]{1,40}\)|\s\p{Lu}[\p{L}'-]+(?:[\s/]{1,3}(?:(?:for|of|via|the)\s)?\p{Lu}[\p{L}.'-]*){0,5})$/u;
/**
 * `Ana Reis, left, and …`, `Pictured: …`, `(l.)`, and the family of "from left to right". Capitals are spelt out, since a scan
 * of prose that folds case takes three times as long.
 */
const POSITION =
  /(?:^(?:[Pp]ictured|PICTURED)\b|\((?:(?:[Ll]eft|[Rr]ight|[Cc]ent(?:re|er)|[Pp]ictured|[Aa]bove|[Bb]elow|[Ll]\.?|[Rr]\.?|[Mm]\.|[Ll]inks|[Rr]echts|[Mm]itte|Symbolbild|Symbolfoto|Archivbild)\)|(?:[Vv]on|[Vv])\.?\s?(?:li|l)(?:nks)?\b)|,\s(?:(?:second|third|fourth|far|top|bottom|front)[ -])?(?:left|right|cent(?:re|er))(?:,|$| and )|\b[Vv]\.\s?l\.|\b[Ll]i(?:nks)?\.? nach re|\b[Dd]e (?:gauche à droite|izquierda a derecha)|\b(?:[Dd]a|[Aa]) sinistra[,:]|\b[Vv]an links naar rechts|\b[Ff]r(?:a venstre|ån vänster)|\b[Oo]d lewej|\b[Ss]oldan sağa|\b[Dd]ari kiri|\b[Cc]apture d'écran)/u;
/** `… efficient. MA/PA`: of reporter and editor; `… in May. AFP/EPA` names agencies. */
const INITIALS = /[.!?"')]\s{1,4}(?<initials>\p{Lu}{2,3}(?:\/\p{Lu}{2,4}){1,3})$/u;
/** Where people stand, in other scripts, and who took the picture. */
const NOT_LATIN = /[\u0400-\u06ff\u3040-\ud7af（]/;
const PLACED_NOT_LATIN =
  /слева направо|зліва направо|من اليمين|من اليسار|از راست|از چپ|מימין לשמאל|左から|右から|（[左右中]）|(?:撮影|提供|摄)[）)]?$|写真[＝:]|왼쪽부터|오른쪽부터|사진\s?(?:출처|제공|=)|图片来源|供图/u;

/** What a line is, and why. */
export interface PictureText {
  readonly became: "caption" | "credit";
  readonly why: string;
}

/** Returns whether a line opens as captions do: `Image caption …`. */
export function opensAsCaption(plain: string): boolean {
  return OPENS.test(plain);
}

/**
 * Returns what a line's own words show it to be, or undefined. `plain` is its plain text (see `shadowOf`).
 * Example: `readPictureText("Ana Reis/Getty Images")` → `{became: "credit", …}`.
 */
export function readPictureText(plain: string): PictureText | undefined {
  if (plain.length > LONGEST) return undefined;
  if (plain.length <= LONGEST_CREDIT && isCredit(plain)) {
    return { became: "credit", why: "a picture credit" };
  }
  const why = captionReason(plain);
  return why === undefined ? undefined : { became: "caption", why };
}

function captionReason(plain: string): string | undefined {
  const told = plain.length < LONGEST_TOLD;
  if (told && (OPENS.test(plain) || FILE_PICTURE.test(plain))) return "says that it is a caption";
  const tail = plain.slice(-WINDOW);
  const initials = INITIALS.exec(tail)?.groups?.["initials"];
  if (initials && !initials.split("/").every(isAgency)) return undefined;
  const sentence = endsSentence(plain);
  if (!sentence || CREDIT_MARKS.test(tail)) {
    const end = ENDS.find(([, pattern]) => pattern.test(tail));
    if (end) return end[0];
    if (told && !sentence && BEHIND_STOP.test(tail)) return "a credit behind the full stop";
  }
  return told && isPlaced(plain)
    ? "says where people stand in a picture, or who took it"
    : undefined;
}

function isPlaced(plain: string): boolean {
  if (POSITION.test(plain)) return true;
  return NOT_LATIN.test(plain) && PLACED_NOT_LATIN.test(plain);
}

/** Whether a line consists of agencies, picture words and names: `Ana Reis/Getty Images`. */
function isCredit(plain: string): boolean {
  const rest = plain.replace(OPENS, "").trim();
  const opened = rest !== plain.trim();
  if (/[.!?]$/.test(rest) && !opened) return false;
  const parts = rest.replace(/[)\]]$/, "").split(/\s?[/|,]\s?|\svia\s|\s-\s/);
  const others = parts.filter((part) => !isAgency(part) && !hasPictureWord(part));
  const named = parts.length - others.length;
  const people = others.filter((part) => isName(part) || /^\p{Lu}\S*$/u.test(part)).length;
  if (opened) return parts.length <= 4 && named + people === parts.length;
  return named > 0 && parts.length <= 5 && named + people >= parts.length;
}

function hasPictureWord(part: string): boolean {
  return /(?:Images|Photos?|Press|stock\.adobe\.com)$/.test(part) && part.split(" ").length <= 4;
}
