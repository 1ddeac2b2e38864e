/** What does the editor rule about a person, and how is it written down? */
import { relative, resolve } from "node:path";
import type { ArchivePeople } from "../archive-people.ts";
import { addDecision } from "../read/decision-file.ts";
import { addRecord } from "../read/record-file.ts";
import { CliError } from "../text/cli-error.ts";
import { byCodeUnits } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import type { Options } from "./command.ts";
import { type Bearers, bearersOf, shownName } from "./people-named.ts";
import { printable } from "./report.ts";

type Ruling = Parameters<typeof addDecision>[1];
type Given = Pick<Options, "content" | "note" | "label">;

/** `merge NAME NAME...`: all are one person, shown by the first name. */
export function mergePeople(
  words: readonly string[],
  { people }: ArchivePeople,
  given: Given,
): void {
  if (words.length < 2) throw wants("merge", "two names or more", '"Tomas Varga" "Tom Varga"');
  const meant = words.map((word) => bearersOf(word, people));
  const names = [...new Set(meant.map(({ name }) => name))];
  const slugs = new Set(meant.flatMap(({ people: some }) => some.map(({ entity }) => entity.slug)));
  if (slugs.size < 2) {
    throw new CliError(`${words.map(quoted).join(" and ")} are one person already`);
  }
  // namesakes by one name: `same: [NAME]` says that there is but one
  if (names.length > 1) for (const bearers of meant) refuseOneOfSeveral(bearers);
  write({ same: names }, given);
}

/** `split NAME FILE...`: whoever bears the name in these articles is another one. */
export function splitPerson(
  words: readonly string[],
  { people }: ArchivePeople,
  given: Given,
): void {
  const [typed, ...files] = words;
  if (typed === undefined || files.length === 0) {
    throw wants("split", "a name and articles", '"Anton Melrose" articles/2019/03/ferry.md');
  }
  const { people: found } = bearersOf(typed, people);
  const byArticle = new Map(
    found.flatMap(({ appearances }) => appearances.map((one) => [one.article, one.printed])),
  );
  const chosen = files.map((file) => {
    const article = articleNamed(file, given.content);
    const printed = byArticle.get(article);
    if (printed !== undefined) return { article, printed };
    const known = [...byArticle.keys()].slice(0, 3).join(", ");
    throw new CliError(
      `${printable(file)}: expected an article that names ${quoted(typed)}, such as ${known}`,
    );
  });
  const label = given.label === undefined ? {} : { label: given.label };
  for (const [printed, rows] of groupBy(chosen, (one) => one.printed)) {
    const articles = [...new Set(rows.map(({ article }) => article))].sort(byCodeUnits);
    write({ different: printed, in: articles, ...label }, given);
  }
}

/** `rename NAME NAME`: whoever is shown by the first name is shown by the second. */
export function renamePerson(
  words: readonly string[],
  { people }: ArchivePeople,
  given: Given,
): void {
  const [typed, to, ...rest] = words;
  if (typed === undefined || to === undefined || rest.length > 0) {
    throw wants("rename", "two names", '"Tom Varga" "Tomas Varga"');
  }
  const bearers = bearersOf(typed, people);
  refuseOneOfSeveral(bearers);
  write({ rename: bearers.people[0]?.entity.name ?? bearers.name, to }, given);
}

/** `not-a-person NAME`: nobody bears it, nor any other form of it. */
export function notAPerson(
  words: readonly string[],
  { people }: ArchivePeople,
  given: Given,
): void {
  const [typed, ...rest] = words;
  if (typed === undefined || rest.length > 0)
    throw wants("not-a-person", "one name", '"Silk Road"');
  const bearers = bearersOf(typed, people);
  refuseOneOfSeveral(bearers);
  const isShown = bearers.people.some(({ entity }) => entity.name === bearers.name);
  const forms = isShown ? bearers.people.flatMap(({ entity }) => entity.variants) : [];
  for (const name of new Set([bearers.name, ...forms])) write({ "not-a-person": name }, given);
}

/** `note NAME`: begins the authority record of a person. */
export function notePerson(
  words: readonly string[],
  { people }: ArchivePeople,
  given: Given,
): void {
  const [typed, ...rest] = words;
  if (typed === undefined || rest.length > 0) throw wants("note", "one name", '"Tomas Varga"');
  const { people: found, isOneOfSeveral } = bearersOf(typed, people);
  const [person, other] = found;
  if (person === undefined || other !== undefined) {
    const known = found.map(({ entity }) => quoted(shownName(entity))).join(", ");
    throw new CliError(`${found.length} people bear the name ${quoted(typed)}: ${known}; type one`);
  }
  const { slug, name, variants, label } = person.entity;
  const path = addRecord(given.content, {
    slug,
    name,
    variants,
    ...(label !== undefined && { label }),
    ...(isOneOfSeveral && { articles: person.appearances.map(({ article }) => article) }),
    ...(given.note !== undefined && { note: given.note }),
  });
  process.stdout.write(`${printable(path)}\nWrite there what you know; the next build shows it.\n`);
}

/** A line of `decisions.yml` names people by name alone, and so reaches all who bear it. */
function refuseOneOfSeveral({ name, people, isOneOfSeveral }: Bearers): void {
  if (!isOneOfSeveral && people.length === 1) return;
  const [first] = people;
  const shown = first === undefined ? name : shownName(first.entity);
  throw new CliError(
    `several people bear the name ${quoted(name)}, and a line would reach them all; write down which is which with \`backfile person note ${JSON.stringify(shown)}\``,
  );
}

function write(ruling: Ruling, { content, note }: Given): void {
  const lines = addDecision(content, { ...ruling, ...(note !== undefined && { note }) });
  process.stdout.write(`${lines.split("\n").map(printable).join("\n")}\n`);
}

/** The file may be named as messages name it, below the content folder or from where the user stands. */
function articleNamed(typed: string, content: string): string {
  const unix = typed.replaceAll("\\", "/");
  if (/^articles\//.test(unix)) return unix;
  const below = relative(resolve(content), resolve(typed)).replaceAll("\\", "/");
  return below.startsWith("articles/") ? below : `articles/${unix}`;
}

function wants(action: string, what: string, example: string): CliError {
  return new CliError(
    `\`backfile person ${action}\` wants ${what}: backfile person ${action} ${example}`,
  );
}

function quoted(name: string): string {
  return `\`${printable(name)}\``;
}
