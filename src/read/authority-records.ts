/** What does the editor know of single people? Stage 1: reads `content/people/*.md`. */
import { join } from "node:path";
import { z } from "zod";
import type { AuthorityRecord } from "../settings-model.ts";
import { checkYaml } from "../text/checked-yaml.ts";
import { CliError } from "../text/cli-error.ts";
import { articlePath, shownWords } from "./decision-lines.ts";
import { readMarkdownFolder } from "./markdown-folder.ts";
import { LONGEST_SLUG, lineOfKey, RECORD_SLUG, splitRecord } from "./record-text.ts";

/** Below the content folder. */
export const RECORDS_FOLDER = "people";

const year = z
  .union([z.number(), z.string()])
  .transform(String)
  .pipe(z.string().regex(/^\d{3,4}$/, { error: "expected a year such as 1951" }));
const address = z.url({
  protocol: /^https?$/,
  error: "expected an address such as https://people.example/tomas-varga",
});

/** A list that was emptied by hand is an empty list. */
function list<T extends z.ZodType>(one: T, example: string) {
  return z
    .array(one, { error: `expected a list such as [${example}]` })
    .nullable()
    .transform((entries) => entries ?? []);
}

const schema = z
  .strictObject({
    name: shownWords,
    variants: list(shownWords, "Tom Varga, T. J. Varga").default([]),
    articles: list(articlePath, "articles/2019/03/ferry.md").optional(),
    label: shownWords.optional(),
    born: year.optional(),
    died: year.optional(),
    "same-as": list(address, "https://people.example/tomas-varga").default([]),
  })
  .refine(({ born, died }) => Number(born ?? 0) <= Number(died ?? 9999), {
    error: "expected a year not before `born`",
    path: ["died"],
  });

/**
 * Returns the authority records of a content folder by slug; none where it has no `people` folder. Folders, and files whose
 * names do not end in `.md` or start with a dot, are passed over. Throws a `CliError` with file and line where a record
 * cannot be understood: it is the editor's own file, and nothing may be built past it.
 */
export function readAuthorityRecords(contentFolder: string): readonly AuthorityRecord[] {
  return readMarkdownFolder(join(contentFolder, RECORDS_FOLDER)).map(({ name, path, text }) =>
    parseRecord(text, name.slice(0, -".md".length), path),
  );
}

function parseRecord(text: string, slug: string, path: string): AuthorityRecord {
  if (!RECORD_SLUG.test(slug) || slug.length > LONGEST_SLUG) {
    throw new CliError(
      `${path}: expected a file name of small letters, figures and hyphens, for it is the person's address; call it something like tomas-varga.md`,
    );
  }
  const parts = splitRecord(text);
  if (parts === undefined) {
    throw new CliError(
      `${path}:1: expected \`name\` and what else is known between two lines of ---`,
    );
  }
  const { yaml, note } = parts;
  const checked = checkYaml(yaml, schema);
  // the first line of the file is the one of hyphens
  if ("fault" in checked) {
    throw new CliError(`${path}:${checked.fault.line + 1}: ${checked.fault.message}`);
  }
  const { "same-as": sameAs, ...known } = checked.value;
  // zod leaves absent keys absent, as the type wants them
  return {
    ...(known as Omit<AuthorityRecord, "slug" | "sameAs" | "at">),
    slug,
    sameAs,
    ...(note !== "" && { note }),
    at: `${RECORDS_FOLDER}/${slug}.md:${lineOfKey(yaml, "name")}`,
  };
}
