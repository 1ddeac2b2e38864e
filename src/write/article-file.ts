/** How does an article's Markdown file stand on disk, and what does it say? Stage 3: front matter ⇄ text. */
import matter from "gray-matter";
import { dump } from "js-yaml";
import { z } from "zod";
import type { Diagnostic, FrontMatter, MarkdownArticle } from "../model.ts";
import { checkYaml } from "../text/checked-yaml.ts";
import { isZone } from "../text/dates.ts";

/** Longest front matter that is read, in characters: what a page's trailing rubbish may fill, and no attack. */
const LONGEST = 1_000_000;
/** gray-matter strips comments by a pattern that is quadratic in blank lines, so long runs are refused. */
const BLANK_LINES = /\n[ \t]*(?:\n[ \t]*){100}/;
const OPENING = "---\n";

/** YAML reads a bare `1984` as a number; here it is words. */
const words = z
  .union([z.string(), z.number()], {
    error: ({ input }) =>
      // the ends of these messages are what `checkYaml` knows a missing or an empty value by
      input === undefined || input === null
        ? `expected words, received ${input}`
        : "expected words; put them in quotation marks",
  })
  .transform(String)
  .pipe(z.string().min(1, { error: "expected words, found nothing" }));
/** A list that was emptied by hand is an empty list. */
const names = z
  .array(words, { error: "expected a list, one name a line after `- `" })
  .nullable()
  .transform((list) => list ?? []);
const otherKind = z.enum(["modified", "section", "credit", "signoff", "source", "note"]);
const date = z.coerce
  .string()
  .regex(/^\d{4}(-\d\d(-\d\d(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$/, {
    error: "expected a date such as 2022, 2022-01, 2022-01-26 or 2022-01-26T21:27",
  })
  .refine(isOnTheCalendar, { error: "expected a day that is on the calendar" });
const address = z.string().regex(/^(\/[^/\s?#%\\]+)+\/$/, {
  error: "expected an address such as /2022/01/26/harbour-bridge/",
});

const frontMatter = z.strictObject({
  headline: words,
  published: date.optional(),
  zone: words
    .refine(isZone, { error: "expected a zone such as Europe/Lisbon or +03:30" })
    .optional(),
  modified: date.optional(),
  dateline: words.optional(),
  byline: names.optional(),
  agency: words.optional(),
  standfirst: words.optional(),
  section: words.optional(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: "expected a code such as en or fa" })
    .optional(),
  people: names.optional(),
  organisations: names.optional(),
  places: names.optional(),
  topics: names.optional(),
  address: address.refine((path) => !path.split("/").includes(".."), {
    error: "expected no `..` in an address",
  }),
  original: z
    .url({
      protocol: /^https?$/,
      error: "expected an address such as https://courier.example/bridge",
    })
    .optional(),
  keywords: names.optional(),
  source: z.strictObject({ file: words, item: words.optional(), sha256: words }).optional(),
  printed: z
    .strictObject({
      headline: words.optional(),
      published: words.optional(),
      byline: words.optional(),
    })
    .optional(),
  kept: z.array(z.strictObject({ kind: otherKind, text: words })).optional(),
  removed: z.array(z.strictObject({ rule: words, text: words })).optional(),
  note: words.optional(),
  correction: words.optional(),
  draft: z.boolean({ error: "expected true or false" }).optional(),
  withdrawn: z
    .unknown()
    .refine((reason) => typeof reason !== "boolean", {
      error: "expected the reason in words, such as `withdrawn: At the request of the family.`",
    })
    .pipe(words)
    .optional(),
});

/**
 * Returns a Markdown file's article, or why it cannot be used (severity `set-aside`, with the line).
 * `path` is relative to the content folder. Only YAML front matter is read; no other engine ever runs.
 */
export function parseArticleFile(text: string, path: string): MarkdownArticle | Diagnostic {
  const setAside = (line: number, message: string): Diagnostic => ({
    severity: "set-aside",
    rule: "write/front-matter",
    file: path,
    line,
    message,
  });
  const unix = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const closing = unix.indexOf("\n---", OPENING.length - 1);
  if (!unix.startsWith(OPENING) || closing === -1) {
    return setAside(
      1,
      "expected front matter between two lines of `---`; put it back or delete the file",
    );
  }
  if (closing > LONGEST || BLANK_LINES.test(unix.slice(0, closing))) {
    return setAside(
      1,
      `front matter is longer than ${LONGEST} characters or has 100 empty lines together; shorten it`,
    );
  }
  let fault: { line: number; message: string } | undefined;
  const file = matter(unix, {
    language: "yaml",
    engines: enginesThat((yaml) => {
      const checked = checkYaml(yaml, frontMatter);
      if ("value" in checked) return checked.value;
      fault = checked.fault;
      return {};
    }),
  });
  // the engine is given the rest of the opening line too, so that its lines are the file's
  if (fault !== undefined) return setAside(fault.line, fault.message);
  // checked just above; zod leaves absent keys absent, as the type wants them
  return { path, front: file.data as FrontMatter, body: file.content };
}

/**
 * Returns an article's Markdown file: front matter in the order of the glossary, then the body.
 * The same values give the same bytes.
 */
export function formatArticleFile(front: FrontMatter, body: string): string {
  const ordered = Object.fromEntries(
    Object.keys(frontMatter.shape).flatMap((key) => {
      const value = front[key as keyof FrontMatter];
      return value === undefined ? [] : [[key, value]];
    }),
  );
  const yaml = (data: object): string => dump(data, { lineWidth: -1, noRefs: true });
  return matter.stringify({ content: body }, ordered, {
    language: "yaml",
    engines: enginesThat(() => ({}), yaml),
  });
}

/** YAML by our own reader; whatever else a text asks for is refused (gray-matter's own would run code). */
function enginesThat(parse: (yaml: string) => object, stringify?: (data: object) => string) {
  const refuse = (): never => {
    throw new Error("only YAML front matter is read");
  };
  const refused = { parse: refuse, stringify: refuse };
  return {
    yaml: { parse, stringify: stringify ?? refuse },
    json: refused,
    javascript: refused,
    js: refused,
    coffee: refused,
    toml: refused,
  };
}

function isOnTheCalendar(value: string): boolean {
  const [year = 0, month = 1, day = 1] = value.slice(0, 10).split("-").map(Number);
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
}
