/** What does each line of `decisions.yml` say, and where does it stand? Stage 1. */
import { z } from "zod";
import type { RuledKind } from "../settings-model.ts";
import { checkYaml, itemLines } from "../text/checked-yaml.ts";
import { CliError } from "../text/cli-error.ts";
import { foldName } from "../text/fold.ts";
import { printedName } from "../text/invisible.ts";

/** The file's name below the content folder. */
export const DECISIONS_FILE = "decisions.yml";

/** YAML reads a bare `12345678` or `1e234567` as a number; an id is looked at as it was typed. */
const id = z
  .string({ error: 'expected an id in quotation marks, such as "5f1c2a9b"' })
  .regex(/^[0-9a-f]{8}$/, {
    error: "expected an id of eight hexadecimal digits, as the review list prints it",
  });
const lines = z
  .array(z.number().int().min(2, { error: "expected a line number above 1" }), {
    error: "expected the lines at which further articles begin, such as [14, 31]",
  })
  .min(1, { error: "expected the lines at which further articles begin, such as [14, 31]" });

const CONTROL = /\p{Cc}/u;
const LONGEST_NAME = 300;

/** A name or label as pages show it: whatever is not seen is left out. */
export const shownWords = z
  .union([z.string(), z.number()], {
    error: ({ input }) =>
      input === undefined || input === null
        ? `expected words, received ${input}`
        : "expected words; put them in quotation marks",
  })
  .transform((typed) => printedName(String(typed)))
  .refine((words) => foldName(words) !== "", { error: "expected words, found nothing to be seen" })
  .refine((words) => !CONTROL.test(words), { error: "expected words without control characters" })
  .refine((words) => words.length <= LONGEST_NAME, {
    error: `expected a name of at most ${LONGEST_NAME} characters`,
  });

/** The path of an article's Markdown file; `articles/` before it may be left out. */
export const articlePath = z
  .string({ error: "expected a Markdown file such as articles/2019/03/ferry.md" })
  .regex(/\.md$/, { error: "expected a Markdown file such as articles/2019/03/ferry.md" })
  .transform((typed) => typed.replace(/^(?:content\/)?(?:articles\/)?/, "articles/"));

const names = listOf(shownWords);
const articles = listOf(articlePath);
const kind = z.enum(["person", "organisation", "place"], {
  error: "expected person, organisation or place",
});

const decision = z
  .strictObject({
    settled: id.optional(),
    split: z.string().min(1).optional(),
    at: lines.optional(),
    same: names.optional(),
    different: names.optional(),
    in: articles.optional(),
    label: shownWords.optional(),
    "not-a-person": shownWords.optional(),
    "not-an-organisation": shownWords.optional(),
    "not-a-place": shownWords.optional(),
    rename: shownWords.optional(),
    to: shownWords.optional(),
    kind: kind.optional(),
    story: articles.optional(),
    "not-story": articles.optional(),
    title: shownWords.optional(),
    note: z.string().optional(),
  })
  .superRefine((line, context) => {
    const message = faultOf(line);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });

/** One item of the file, checked. */
type Decision = z.infer<typeof decision>;

/** Each kind of decision with the keys that may stand beside it, and those that must. */
const KINDS = {
  settled: { may: [], must: [] },
  split: { may: ["at"], must: ["at"] },
  same: { may: ["kind"], must: [] },
  different: { may: ["in", "label", "kind"], must: [] },
  "not-a-person": { may: [], must: [] },
  "not-an-organisation": { may: [], must: [] },
  "not-a-place": { may: [], must: [] },
  rename: { may: ["to", "kind"], must: ["to"] },
  story: { may: ["title"], must: [] },
  "not-story": { may: [], must: [] },
} as const satisfies Partial<Record<keyof Decision, unknown>>;

type DecisionKind = keyof typeof KINDS;
type Beside = "at" | "in" | "label" | "to" | "kind" | "title";

/** What to write, by the key that is missing or stands in the wrong place. */
const BESIDE: Readonly<Record<Beside, string>> = {
  at: "`at: [14, 31]` with `split`, and with nothing else",
  in: "`in: [articles/2019/03/ferry.md]` with `different: NAME`, and with nothing else",
  label: "`label` with `different: NAME` and `in`, and with nothing else",
  to: "`to: NAME` with `rename`, and with nothing else",
  kind: "`kind: organisation` or `kind: place` with `same`, `different` or `rename`, and with nothing else",
  title: "`title` with `story: [ARTICLE, ARTICLE]`, and with nothing else",
};

const isKind = (key: string): key is DecisionKind => key in KINDS;

/** Says what is wrong with an item whose values are right, each by itself. */
function faultOf(line: Decision): string | undefined {
  const [only, second] = Object.keys(line).filter(isKind);
  if (only === undefined || second !== undefined) {
    return "expected one decision: `settled: ID`, `split: FILE`, `same: [NAME, NAME]`, `different: [NAME, NAME]`, `not-a-person: NAME`, `rename: NAME`, `story: [ARTICLE, ARTICLE]` or `not-story: [ARTICLE, ARTICLE]`";
  }
  const { may, must }: { may: readonly Beside[]; must: readonly Beside[] } = KINDS[only];
  for (const key of Object.keys(BESIDE) as Beside[]) {
    const isThere = line[key] !== undefined;
    if (isThere ? !may.includes(key) : must.includes(key)) return `expected ${BESIDE[key]}`;
  }
  if (only === "story") return storyFault(line);
  return only === "different" ? differenceFault(line) : undefined;
}

function storyFault({ story = [], title }: Decision): string | undefined {
  if (title !== undefined || new Set(story).size > 1) return undefined;
  return "expected two articles in `story`, or one with the `title` of its story";
}

function differenceFault({ different = [], in: only, label }: Decision): string | undefined {
  const count = new Set(different.map(foldName)).size;
  if (only === undefined) {
    if (label !== undefined) return `expected ${BESIDE.label}`;
    if (count > 1) return undefined;
    return "expected two names that differ in more than capitals and accents, or `different: NAME` with `in: [articles/2019/03/ferry.md]`";
  }
  return count === 1 ? undefined : "expected one name in `different` where `in` names its articles";
}

/** A decision with its line. */
export type DecisionLine = Omit<Decision, "at" | "kind"> & {
  /** `decisions.yml:12`. */
  readonly at: string;
  /** The `at` of a split. */
  readonly lines?: readonly number[];
  readonly kind: RuledKind;
};

const NO_LIST =
  "expected a list, each ruling behind a dash and a space, such as `- not-a-person: Silk Road`";

/**
 * Returns the items of a `decisions.yml` in their order; those of a list in brackets all stand at line 1. Throws a `CliError`
 * that names `path` and the line where one cannot be understood.
 */
export function parseDecisions(yaml: string, path: string): readonly DecisionLine[] {
  const checked = checkYaml(yaml, z.array(decision, { error: NO_LIST }), []);
  if ("fault" in checked) {
    throw new CliError(`${path}:${checked.fault.line}: ${checked.fault.message}`);
  }
  const starts = itemLines(yaml);
  return checked.value.map(({ at: lines, kind = "person", ...line }, item) => ({
    ...line,
    kind,
    ...(lines !== undefined && { lines }),
    at: `${DECISIONS_FILE}:${starts[item] ?? 1}`,
  }));
}

/** One value by itself is a list of one. */
function listOf<T extends z.ZodType>(one: T) {
  return z.preprocess(
    (typed) => (Array.isArray(typed) ? typed : [typed]),
    z.array(one).min(1, { error: "expected one at least, found an empty list" }),
  );
}
