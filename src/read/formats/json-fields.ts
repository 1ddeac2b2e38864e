/** What do the fields of a JSON record say? Stage 1: looked at without trust in their types. */
import { FormatError } from "./adapter.ts";

/** A JSON object, its fields not yet looked at. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Returns a JSON text's value. Throws a `FormatError` (`read/broken-json`) where it is none. */
export function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new FormatError("read/broken-json", `expected JSON: ${reason}; export it again`, {
      cause,
    });
  }
}

/** Returns the objects in a value: itself, or those of a list; none where it holds none. */
export function recordsIn(value: unknown): readonly JsonRecord[] {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  return entries.filter(
    (entry): entry is JsonRecord =>
      typeof entry === "object" && entry !== null && !Array.isArray(entry),
  );
}

/** Returns the first field of those named that holds words. */
export function words(
  record: JsonRecord | undefined,
  ...fields: readonly string[]
): string | undefined {
  for (const field of fields) {
    const value = record?.[field];
    if (typeof value === "string" && value.trim() !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return undefined;
}

/** Returns the strings of a list, or the `name`s of the objects in it. */
export function names(value: unknown): string[] {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  return entries.flatMap((entry) => {
    if (typeof entry === "string") return entry.trim() === "" ? [] : [entry];
    return words(recordsIn(entry)[0], "name", "literal") ?? [];
  });
}
