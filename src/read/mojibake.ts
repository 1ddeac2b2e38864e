/** Were letters garbled before the text came here, how, and where? Stage 1. */
import type { Diagnostic } from "../model.ts";

/** What Windows-1252 shows for the bytes 80 to BF, of which a UTF-8 letter has one to three after its first. */
const TAIL_1252 = "\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
const TAIL_1251 = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ\\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї";
/** Its letters are left out: ط and ظ stand before them in honest Arabic. */
const TAIL_1256 = "€‚ƒ„…†‡ˆ‰‹Œ‘’“”•–—™›œ¢-©«-¹»-¾";

/** A way in which letters get lost, what it looks like, and why honest words do not. */
interface Family {
  readonly what: string;
  readonly shape: RegExp;
}

/** The commoner come first. Each shape has a bounded length, so that looking for it is linear. */
const FAMILIES: readonly Family[] = [
  {
    what: "UTF-8 read as Windows-1252",
    shape: new RegExp(
      [
        // quotation marks and dashes, the mark of lost letters, the byte order mark
        "â€[\\u0090-\\u02dc™œ\\u201a-\\u203a]|ï¿½|ï»¿",
        // é and the like; Â before a sign that letters do not stand before
        `Ã[${TAIL_1252}]|Â[\\u00a0£©®°·¡¿§´]`,
        // š, ć, ő; other Slavic letters are found by their neighbours
        "[ÄÅ][\\u0080-\\u009f¡-ª¬-º¼-¿†‡ˆ‰]",
        // Greek, Cyrillic, Hebrew and Arabic have two bytes a letter, two letters in a row
        `(?:[ÎÏÐÑ×ØÙÚÛ][${TAIL_1252}]){2}`,
        // Indic, Chinese, Japanese and Korean have three
        `(?:[à-ï][${TAIL_1252}]{2}){2}`,
      ].join("|"),
    ),
  },
  { what: "UTF-8 read as Windows-1251", shape: new RegExp(`(?:[РС][${TAIL_1251}]){3}`) },
  { what: "UTF-8 read as Windows-1256", shape: new RegExp(`(?:[طظ][${TAIL_1256}]){2}`) },
  { what: "letters replaced by \ufffd", shape: /\ufffd/ },
];

/**
 * Returns a warning for each way in which letters of the text were garbled before it was saved, with
 * the first line that shows it (`read/mojibake`). Nothing is mended: what the letters were is not sure.
 */
export function mojibakeIn(text: string): readonly Omit<Diagnostic, "file">[] {
  return FAMILIES.flatMap(({ what, shape }) => {
    const at = text.search(shape);
    if (at === -1) return [];
    return [
      {
        severity: "warning" as const,
        rule: "read/mojibake",
        line: lineAt(text, at),
        message: `letters were garbled before the text came here (${what}); they are kept as they stand`,
      },
    ];
  });
}

/** Returns the number of the line, counted from 1, in which a position lies. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split(/\r\n|\n|\r/).length;
}
