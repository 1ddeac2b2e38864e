/** What becomes of an article's file that its editor has changed when its source says something new? Stage 3. */
import type { Diagnostic, FrontMatter } from "../model.ts";
import { parseArticleFile } from "./article-file.ts";
import { withFields } from "./front-lines.ts";
import { bodyUnits, mergeBody } from "./merge-body.ts";
import { type Earlier, mergeFields, type Refused } from "./merge-fields.ts";

const BYTE_ORDER_MARK = /^\uFEFF/;

/** A place that editor and source have both changed, as it is remembered until it is settled. */
export interface Conflict {
  /** A field's name, or `paragraph`. */
  readonly place: string;
  /** What stands there, the editor's; paragraphs are parted by an empty line. Absent where he took it out. */
  readonly standing?: string;
  /** What import would have put there; absent where it would have put nothing. */
  readonly incoming?: string;
}

/** A merged file. */
export interface Merge {
  readonly text: string;
  readonly conflicts: readonly Conflict[];
  readonly refused: Refused;
  /** What was taken from the source, in words: `published, 2 paragraphs`; empty where nothing was but its name and hash. */
  readonly taken: string;
}

/**
 * Merges three texts of an article's file: as import wrote it last (`base`), as it would write it now, and as it
 * stands (`edited`; its line ends and byte order mark stay). What only one side has changed is as that side has it;
 * where both have, the editor's words stand and a conflict is returned. `undefined` where one of the three cannot be read as an article's file.
 */
export function mergeArticle(
  base: string,
  incoming: string,
  edited: string,
  earlier: Earlier = { refused: {}, isResumed: false },
): Merge | undefined {
  const standing = edited.replace(BYTE_ORDER_MARK, "").replace(/\r\n?/g, "\n");
  const [before, now, here] = [base, incoming, standing].map((text) => parseArticleFile(text, ""));
  if (before === undefined || now === undefined || here === undefined) return undefined;
  if (!("front" in before && "front" in now && "front" in here)) return undefined;
  const fields = mergeFields(before.front, now.front, here.front, earlier);
  const body = mergeBody(before.body, now.body, here.body);
  const isAsItStands = fields.taken.length === 0 && body.body === here.body;
  const text = isAsItStands
    ? edited
    : typedAs(edited, withFields(standing, fields.taken, { front: fields.front, body: body.body }));
  const conflicts = [
    ...fields.conflicts.map((clash) => ({
      place: String(clash.field),
      ...wordsOf(printed(clash.standing), printed(clash.incoming)),
    })),
    ...body.conflicts.map((clash) => ({
      place: "paragraph",
      ...wordsOf(paragraphs(clash.standing), paragraphs(clash.incoming)),
    })),
  ];
  const counted = body.taken === 0 ? [] : [`${body.taken} paragraph${body.taken === 1 ? "" : "s"}`];
  const { refused } = fields;
  const named = fields.taken.filter((field) => field !== "source");
  return { text, conflicts, refused, taken: [...named, ...counted].join(", ") };
}

/** Line ends and byte order mark as in the file that the editor saved: on Windows, often both. */
function typedAs(edited: string, text: string): string {
  const mark = BYTE_ORDER_MARK.exec(edited)?.[0] ?? "";
  return mark + (edited.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text);
}

/**
 * Returns the conflicts of earlier imports that are still open: the editor's words stand as they stood then, and
 * import would still put the others, which do not stand there yet.
 */
export function openConflicts(
  earlier: readonly Conflict[],
  standing: string,
  incoming: string,
): readonly Conflict[] {
  const [here, now] = [parseArticleFile(standing, ""), parseArticleFile(incoming, "")];
  if (!("front" in here && "front" in now)) return earlier;
  const [textsHere, textsNow] = [here.body, now.body].map(unitTexts);
  const isOpen = ({ place, standing: mine, incoming: theirs }: Conflict): boolean => {
    if (place === "paragraph")
      return (
        textsHere !== undefined &&
        textsNow !== undefined &&
        holds(textsHere, mine) &&
        holds(textsNow, theirs) &&
        (theirs === undefined || !holds(textsHere, theirs))
      );
    // a conflict names a field of the front matter by its own key
    const field = place as keyof FrontMatter;
    return printed(here.front[field]) === mine && printed(now.front[field]) === theirs;
  };
  return earlier.filter(isOpen);
}

/** Returns what is said of a conflict on the review list; `path` is the article's file. */
export function conflictRemark(path: string, conflict: Conflict, text: string): Diagnostic {
  const { place, standing, incoming } = conflict;
  const line = lineOf(text, conflict);
  return {
    severity: "warning",
    rule: "write/conflict",
    file: path,
    ...(line !== undefined && { line }),
    about: JSON.stringify([place, incoming ?? ""]),
    message:
      `you and the source have both changed ${place === "paragraph" ? "this paragraph" : `\`${place}\``}: ` +
      `${shown(standing)} stands, the source now has ${shown(incoming)}; change it, or settle it as it stands`,
  };
}

function wordsOf(
  standing: string | undefined,
  incoming: string | undefined,
): Omit<Conflict, "place"> {
  return {
    ...(standing !== undefined && { standing }),
    ...(incoming !== undefined && { incoming }),
  };
}

function printed(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
}

function paragraphs(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.join("\n\n");
}

function unitTexts(body: string): ReadonlySet<string> {
  return new Set(bodyUnits(body).map(({ text }) => text));
}

/** Whether all paragraphs of a conflict stand there; a conflict about nothing always does. */
function holds(texts: ReadonlySet<string>, words: string | undefined): boolean {
  return words === undefined || bodyUnits(words).every(({ text }) => texts.has(text));
}

function lineOf(text: string, { place, standing }: Conflict): number | undefined {
  const wanted = place === "paragraph" ? standing : `${place}:`;
  const at = wanted === undefined ? -1 : `\n${text}`.indexOf(`\n${wanted}`);
  return at === -1 ? undefined : text.slice(0, at).split("\n").length;
}

const LONGEST_SHOWN = 80;

function shown(words: string | undefined): string {
  if (words === undefined) return "nothing";
  const line = words.replace(/\s+/g, " ");
  return `“${line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line}”`;
}
