/** Which runs of words does a text consist of? Stage 5: what texts are compared by. */

/** Words that follow each other; a run shared by chance alone is rare from five on (Broder 1997). */
const RUN = 5;

/** A text's words for comparing: case, marks and spaces do not count. */
export interface Shingled {
  /** Every run of five words as a 32-bit hash, each once, rising. */
  readonly runs: Uint32Array;
  /** How many words it has; of a script that parts no words, characters. */
  readonly words: number;
  /** Equal for two texts with the same words in the same order, and for no others but by a one in 2^64 chance. */
  readonly whole: string;
}

/** A word; of Chinese, Japanese, Thai, Lao, Khmer and Burmese, which part no words, a character. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}\p{M}\u200c]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[^\p{L}\p{N}\p{M}\u200c]|$)/gu;

/**
 * Returns a text's runs of five words. A text of fewer words has one run, all of it; one without words has none.
 * Linear in the length of the text.
 */
export function shingle(text: string): Shingled {
  const words = text.normalize("NFKC").toLowerCase().match(WORD) ?? [];
  const hashes = Uint32Array.from(words, hashOf);
  const runs = new Uint32Array(hashes.length === 0 ? 0 : Math.max(1, hashes.length - RUN + 1));
  for (let at = 0; at < runs.length; at++) {
    const end = Math.min(at + RUN, hashes.length);
    let hash = 0;
    for (let next = at; next < end; next++) hash = mixed(hash, hashes[next] ?? 0);
    runs[at] = hash;
  }
  const whole = `${hashes.reduce(mixed, 1) >>> 0}-${hashes.reduce(mixed, 2) >>> 0}`;
  return { runs: distinct(runs.sort()), words: hashes.length, whole };
}

/** Returns how many runs two texts have in common. */
export function sharedRuns(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  let at = 0;
  for (const run of a) {
    while (at < b.length && (b[at] ?? 0) < run) at += 1;
    if (b[at] === run) shared += 1;
  }
  return shared;
}

function distinct(sorted: Uint32Array): Uint32Array {
  return sorted.filter((run, index) => index === 0 || run !== sorted[index - 1]);
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Stirs a word's hash into that of the words before it (the steps of MurmurHash3). */
function mixed(before: number, word: number): number {
  const stirred = Math.imul(word, 0xcc9e2d51);
  const hash = before ^ Math.imul((stirred << 15) | (stirred >>> 17), 0x1b873593);
  const turned = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  return Math.imul(turned ^ (turned >>> 16), 0x85ebca6b);
}
