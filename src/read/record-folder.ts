/** How is a folder of the editor's records read, a Markdown file each? Stage 1: for people and for places. */
import { join } from "node:path";
import { z } from "zod";
import type { AuthorityRecord } from "../settings-model.ts";
import { CliError } from "../text/cli-error.ts";
import { type MarkdownFile, readMarkdownFolder } from "./markdown-folder.ts";
import { checkRecord, isRecordSlug } from "./record-text.ts";

/** A record's keys as its schema gives them, and what every record has beside them. */
export interface ReadRecord<T> extends Pick<AuthorityRecord, "slug" | "note" | "at"> {
  readonly value: T;
}

interface RecordKind<T> {
  /** Below the content folder. */
  readonly folder: string;
  /** A name that a file may have. */
  readonly example: string;
  readonly schema: z.ZodType<T>;
}

/**
 * Returns the records of a folder by slug; none where there is no such folder. Folders in it, and files whose names do not end in
 * `.md` or start with a dot, are passed over. Throws a `CliError` with file and line where a record cannot be understood.
 */
export function readRecords<T>(
  contentFolder: string,
  kind: RecordKind<T>,
): readonly ReadRecord<T>[] {
  return readMarkdownFolder(join(contentFolder, kind.folder)).map((file) =>
    parseRecord(file, kind),
  );
}

/** Returns the schema of a list; one that was emptied by hand is an empty list. */
export function listOf<T extends z.ZodType>(one: T, example: string) {
  return z
    .array(one, { error: `expected a list such as [${example}]` })
    .nullable()
    .transform((entries) => entries ?? []);
}

function parseRecord<T>({ name, path, text }: MarkdownFile, kind: RecordKind<T>): ReadRecord<T> {
  const slug = name.slice(0, -".md".length);
  if (!isRecordSlug(slug)) {
    throw new CliError(
      `${path}: expected a file name of small letters, figures and hyphens, for it is part of an address; call it something like ${kind.example}`,
    );
  }
  const read = checkRecord(text, { schema: kind.schema, known: "`name` and what else is known" });
  if ("fault" in read) throw new CliError(`${path}:${read.fault.line}: ${read.fault.message}`);
  const { value, note, lineOf } = read;
  return {
    slug,
    value,
    ...(note !== "" && { note }),
    at: `${kind.folder}/${slug}.md:${lineOf("name")}`,
  };
}
