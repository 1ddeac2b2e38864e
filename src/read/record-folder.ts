/** How is a folder of the editor's records read, a Markdown file each? Stage 1: for people and for places. */
import { join } from "node:path";
import { z } from "zod";
import type { AuthorityRecord } from "../settings-model.ts";
import { checkYaml } from "../text/checked-yaml.ts";
import { CliError } from "../text/cli-error.ts";
import { type MarkdownFile, readMarkdownFolder } from "./markdown-folder.ts";
import { LONGEST_SLUG, lineOfKey, RECORD_SLUG, splitRecord } from "./record-text.ts";

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
  if (!RECORD_SLUG.test(slug) || slug.length > LONGEST_SLUG) {
    throw new CliError(
      `${path}: expected a file name of small letters, figures and hyphens, for it is part of an address; call it something like ${kind.example}`,
    );
  }
  const parts = splitRecord(text);
  if (parts === undefined) {
    throw new CliError(
      `${path}:1: expected \`name\` and what else is known between two lines of ---`,
    );
  }
  const { yaml, note } = parts;
  const checked = checkYaml(yaml, kind.schema);
  // the first line of the file is the one of hyphens
  if ("fault" in checked) {
    throw new CliError(`${path}:${checked.fault.line + 1}: ${checked.fault.message}`);
  }
  return {
    slug,
    value: checked.value,
    ...(note !== "" && { note }),
    at: `${kind.folder}/${slug}.md:${lineOfKey(yaml, "name")}`,
  };
}
