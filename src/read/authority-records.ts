/** What does the editor know of single people? Stage 1: reads `content/people/*.md`. */
import { z } from "zod";
import type { AuthorityRecord } from "../settings-model.ts";
import { articlePath, shownWords } from "./decision-lines.ts";
import { listOf, readRecords } from "./record-folder.ts";

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

const schema = z
  .strictObject({
    name: shownWords,
    variants: listOf(shownWords, "Tom Varga, T. J. Varga").default([]),
    articles: listOf(articlePath, "articles/2019/03/ferry.md").optional(),
    label: shownWords.optional(),
    born: year.optional(),
    died: year.optional(),
    "same-as": listOf(address, "https://people.example/tomas-varga").default([]),
  })
  .refine(({ born, died }) => Number(born ?? 0) <= Number(died ?? 9999), {
    error: "expected a year not before `born`",
    path: ["died"],
  });

/**
 * Returns the authority records of people in a content folder by slug; none where it has no `people` folder. Folders, and files
 * whose names do not end in `.md` or start with a dot, are passed over. Throws a `CliError` with file and line where a record
 * cannot be understood: it is the editor's own file, and nothing may be built past it.
 */
export function readAuthorityRecords(contentFolder: string): readonly AuthorityRecord[] {
  return readRecords(contentFolder, {
    folder: RECORDS_FOLDER,
    example: "tomas-varga.md",
    schema,
  }).map(({ value, ...head }) => {
    const { "same-as": sameAs, ...known } = value;
    // zod leaves absent keys absent, as the type wants them
    return { ...(known as Pick<AuthorityRecord, "name" | "variants">), sameAs, ...head };
  });
}
