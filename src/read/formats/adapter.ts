/** What does an adapter of a file format give, and what may it refuse? Stage 1. */
import type { SourceFormat, StatedFacts } from "../../model.ts";
import type { ByteDiagnostic } from "../decode.ts";

/** One article of a file, before it has a path and a hash. */
export interface FormatItem {
  /** Its name within the file; absent where the file is one article. */
  readonly item?: string;
  /** The words that a reader would see, one block a paragraph, parted by an empty line. */
  readonly text: string;
  readonly stated: StatedFacts;
}

/** A remark on a file, or on one of its items. */
export type FormatDiagnostic = ByteDiagnostic & { readonly item?: string };

/** What a file holds. */
export interface FormatReading {
  readonly items: readonly FormatItem[];
  readonly diagnostics: readonly FormatDiagnostic[];
  /** WHATWG label; of a file with several, that of its container. */
  readonly encoding: string;
}

/** What an adapter is given. */
export interface FormatInput {
  readonly bytes: Uint8Array;
  /** The most bytes that one article may have, once it is unpacked. */
  readonly mostBytes: number;
}

/** A kind of file, how it is known, and what reads it. Throws a `FormatError` for a file of it that cannot be read. */
export interface FormatAdapter {
  readonly format: Exclude<SourceFormat, "text">;
  /** Whether a file is of this kind: by the ending of its name and its first characters, as ASCII. */
  readonly recognises: (name: string, opening: string) => boolean;
  readonly read: (input: FormatInput) => FormatReading;
}

/** Why a file, or one article of it, cannot be read; becomes a `set-aside` diagnostic. */
export class FormatError extends Error {
  override readonly name = "FormatError";
  /** Stage and rule, such as `read/broken-xml`. */
  readonly rule: string;

  constructor(rule: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.rule = rule;
  }
}

/**
 * Returns what `read` makes of each entry. An entry that throws a `FormatError` is set aside under its name, and the
 * others are read all the same.
 */
export function readEach<T>(
  entries: Iterable<readonly [name: string, entry: T]>,
  read: (entry: T, name: string) => FormatItem | undefined,
): { readonly items: FormatItem[]; readonly diagnostics: FormatDiagnostic[] } {
  const items: FormatItem[] = [];
  const diagnostics: FormatDiagnostic[] = [];
  for (const [name, entry] of entries) {
    try {
      const item = read(entry, name);
      if (item !== undefined) items.push({ ...item, item: name });
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      diagnostics.push({ ...refusal(error), item: name });
    }
  }
  return { items, diagnostics };
}

/** Returns what should be said of a file, or of an article in it, that cannot be read. */
export function refusal({ rule, message }: FormatError): FormatDiagnostic {
  return { severity: "set-aside", rule, message };
}
