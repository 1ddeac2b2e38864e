/** With which of many phrases a line opens (stage 2). */

/** Phrases are looked up by their first characters, shorter ones (`©`) by all they have. */
const KEY_LENGTH = 2;

/**
 * Returns a function that says with which of the phrases a text opens: the first of them in their order, or undefined.
 * Case counts. It costs as little as the few phrases that begin with the same two characters.
 *
 * Example: `openingAmong(["read more", "read:"])("read: the bridge")` → `read:`.
 */
export function openingAmong(phrases: Iterable<string>): (text: string) => string | undefined {
  const byKey = new Map<string, string[]>();
  for (const phrase of phrases) {
    const key = phrase.slice(0, KEY_LENGTH);
    const known = byKey.get(key);
    if (known) known.push(phrase);
    else byKey.set(key, [phrase]);
  }
  return (text) =>
    byKey.get(text.slice(0, KEY_LENGTH))?.find((phrase) => text.startsWith(phrase)) ??
    byKey.get(text.slice(0, 1))?.[0];
}
