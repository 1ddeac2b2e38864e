/** Which topics has the archive, and what has the editor laid down about them? Stage 1: reads `content/topics/*.md`. */
import { join } from "node:path";
import { z } from "zod";
import type { Diagnostic, TopicDefinition } from "../model.ts";
import type { ArchiveTopics, TopicFile } from "../settings-model.ts";
import { shownWords } from "./decision-lines.ts";
import { readMarkdownFolder } from "./markdown-folder.ts";
import { checkRecord, isRecordSlug, RECORD_SLUG } from "./record-text.ts";
import { leftOut, overlaidTopics } from "./topic-overlay.ts";

/** Below the content folder. */
export const TOPICS_FOLDER = "topics";

const LONGEST_PHRASE = 100;
const HIGHEST_THRESHOLD = 100;

const phrase = shownWords
  .refine((words) => /[\p{L}\p{N}]/u.test(words), { error: "expected words of letters or figures" })
  .refine((words) => words.length <= LONGEST_PHRASE, {
    error: `expected a phrase of at most ${LONGEST_PHRASE} characters`,
  });
const slug = z
  .string({ error: "expected the file name of a topic without .md, such as transport" })
  .transform((typed) => typed.replace(/\.md$/, ""))
  .pipe(
    z.string().regex(RECORD_SLUG, {
      error: "expected the file name of a topic, such as local-government",
    }),
  );

/** One value by itself is a list of one; a list emptied by hand is an empty list. */
function list<T extends z.ZodType>(one: T) {
  return z.preprocess(
    (typed) => (typed === null ? [] : Array.isArray(typed) ? typed : [typed]),
    z.array(one),
  );
}

const schema = z
  .strictObject({
    label: shownWords.optional(),
    scope: shownWords.optional(),
    broader: slug.optional(),
    code: z
      .string({ error: 'expected eight figures in quotation marks, such as "11000000"' })
      .regex(/^\d{8}$/, { error: 'expected eight figures, such as "11000000"' })
      .optional(),
    phrases: list(phrase).optional(),
    add: list(phrase).optional(),
    without: list(phrase).optional(),
    against: list(phrase).optional(),
    threshold: z
      .number({ error: "expected a number such as 2.5" })
      .positive({ error: "expected a number above 0, such as 2.5" })
      .max(HIGHEST_THRESHOLD)
      .optional(),
    replaces: list(slug).optional(),
    remove: z.boolean({ error: "expected true or false" }).optional(),
  })
  .superRefine(({ phrases = [], add = [], against = [] }, context) => {
    const both = [...phrases, ...add].find((words) => against.includes(words));
    if (both === undefined) return;
    context.addIssue({
      code: "custom",
      path: ["against"],
      message: `\`${both}\` cannot speak for the topic and against it`,
    });
  });

const TOPIC_KEYS: readonly string[] = Object.keys(schema.shape);

/** The editor's files that can be understood, and a remark on each other one. */
interface TopicFolder {
  readonly files: readonly TopicFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Returns the topics of an archive: those that ship, with what the files in `topics/` change, add and take out. A file that
 * cannot be used is left out and named in `diagnostics`, by file and line.
 */
export function readTopics(
  contentFolder: string,
  shipped: readonly TopicDefinition[],
): { readonly topics: ArchiveTopics; readonly diagnostics: readonly Diagnostic[] } {
  const { files, diagnostics } = readTopicFiles(contentFolder);
  const laid = overlaidTopics(shipped, files);
  return { topics: laid.topics, diagnostics: [...diagnostics, ...laid.diagnostics] };
}

/** Reads the files in `topics/`. Folders, and files whose names do not end in `.md` or start with a dot, are passed over. */
export function readTopicFiles(contentFolder: string): TopicFolder {
  const read = readMarkdownFolder(join(contentFolder, TOPICS_FOLDER)).map(({ name, text }) =>
    parseTopicFile(text, name.slice(0, -".md".length)),
  );
  return {
    files: read.filter((one): one is TopicFile => !("message" in one)),
    diagnostics: read.filter((one): one is Diagnostic => "message" in one),
  };
}

/** Returns what a topic's file says by itself, or the remark that it cannot be understood. */
export function parseTopicFile(text: string, slugOfFile: string): TopicFile | Diagnostic {
  if (!isRecordSlug(slugOfFile)) {
    const message =
      "expected a file name of small letters, figures and hyphens, for it is the topic's address";
    return leftOut(slugOfFile, { line: 1, message });
  }
  const read = checkRecord(text, { schema, known: "what is known" });
  if ("fault" in read) return leftOut(slugOfFile, read.fault);
  const { add = [], without = [], replaces = [], remove = false, ...given } = read.value;
  // zod leaves absent keys absent, as the type wants them
  return {
    ...(given as Partial<TopicFile>),
    slug: slugOfFile,
    add,
    without,
    replaces,
    remove,
    ...(read.note !== "" && { note: read.note }),
    lines: new Map(TOPIC_KEYS.map((key) => [key, read.lineOf(key)])),
  };
}
