/** How is a word typed so that a shell takes it as one? For commands that pages and messages offer. */

const PLAIN = /^[\w./-]+$/;

/** Returns a string as one word of a POSIX shell's command line. */
export function shellWord(words: string): string {
  return PLAIN.test(words) ? words : `'${words.replaceAll("'", "'\\''")}'`;
}
