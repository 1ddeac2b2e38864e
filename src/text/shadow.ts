/** Which plain letters stand behind a text's look-alikes (stages 1 and 2). */

/** Each character of a group is matched as the one that stands for it. All are one UTF-16 unit. */
const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  [
    " ",
    "\u0000-\u0008\u000e-\u001f\u007f-\u00a0\u061c\u1680\u2000-\u200b\u200e\u200f\u202a-\u202f\u205f\u2060-\u2064\u2066-\u206f\u3000\ufeff",
  ],
  ["'", "\u2018\u2019\u201a\u201b\u2032\u00b4\u0060"],
  ['"', "\u201c-\u201f\u2033\u00ab\u00bb"],
  ["-", "\u2010-\u2015\u2212\ufe58\uff0d"],
  [":", "\uff1a"],
  ["/", "\u2044\uff0f"],
  [",", "\u060c\u3001\uff0c"],
];

/** The first digit of each decimal script that news in this field is printed in. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];

const ODD = /[^\n\r -~]/;
const REPLACEABLE = new RegExp(
  `[${LOOK_ALIKES.map(([, group]) => group).join("")}${ZEROS.map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`).join("")}]`,
  "g",
);
const GROUPS = LOOK_ALIKES.map(([plain, group]) => [plain, new RegExp(`[${group}]`)] as const);
const plainOf = new Map<string, string>();

/**
 * Returns a copy of the text, of equal length, in which typographic quotation marks, dashes, special
 * and zero-width spaces, control characters and foreign digits are plain ASCII, so that one pattern matches them all and
 * its offsets hold for the original. Letters are left as they are. The half-space U+200C, part of
 * Persian spelling, is kept.
 *
 * Example: `shadowOf("٢٦ – “x”")` → `26 - "x"`.
 */
export function shadowOf(text: string): string {
  return ODD.test(text) ? text.replace(REPLACEABLE, plainCharacter) : text;
}

function plainCharacter(character: string): string {
  const known = plainOf.get(character);
  if (known !== undefined) return known;
  const plain = GROUPS.find(([, group]) => group.test(character))?.[0] ?? plainDigit(character);
  plainOf.set(character, plain);
  return plain;
}

function plainDigit(character: string): string {
  const code = character.charCodeAt(0);
  const zero = ZEROS.find((start) => code >= start && code <= start + 9);
  return zero === undefined ? character : String(code - zero);
}
