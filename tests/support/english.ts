/** What do pages say in English? For tests that draw. */
import { readWords } from "../../src/read/interface-words.ts";

/** The words that ship in English. */
export const ENGLISH = readWords(undefined, { language: "en" }).words;
