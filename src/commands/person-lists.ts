/** How are the archive's people printed: all in a list, and one with all that is known? */

import type { ArchivePeople } from "../archive-people.ts";
import type { LinkedEntity } from "../link/linked-entity.ts";
import { englishWords } from "../read/interface-words.ts";
import type { NameRulings } from "../settings-model.ts";
import { CliError } from "../text/cli-error.ts";
import { byCodeUnits, foldName } from "../text/fold.ts";
import { printedName } from "../text/invisible.ts";
import { reasonInWords } from "../text/page-reason.ts";
import type { Options } from "./command.ts";
import { bearersOf, shownName } from "./people-named.ts";
import { counted, printable } from "./report.ts";

/** Prints the people whose names hold all words typed, those in most articles first. */
export function listPeople(
  words: readonly string[],
  { people, isDoubtful }: ArchivePeople,
  { doubtful, json }: Pick<Options, "doubtful" | "json">,
): void {
  const sought = words.flatMap((typed) => foldName(typed).split(" "));
  const found = people
    .filter(({ entity }) => {
      const forms = [shownName(entity), ...entity.variants].map(foldName);
      return forms.some((form) => sought.every((word) => form.includes(word)));
    })
    .filter((person) => !doubtful || isDoubtful(person))
    .sort(
      (a, b) =>
        b.appearances.length - a.appearances.length ||
        byCodeUnits(a.entity.name, b.entity.name) ||
        byCodeUnits(a.entity.slug, b.entity.slug),
    );
  for (const person of found) say(json ? JSON.stringify(rowOf(person)) : lineOf(person));
  if (!json) say(`${found.length} of ${counted(people.length, "name")}`);
}

function rowOf({ entity, appearances }: LinkedEntity): object {
  const { name, label, slug, variants, hasPage, reason } = entity;
  const role = latestRole({ entity, appearances });
  return {
    name,
    ...(label !== undefined && { label }),
    slug,
    variants,
    articles: appearances.length,
    ...(role !== undefined && { role }),
    hasPage,
    reason: reasonInWords(reason, englishWords()),
  };
}

function lineOf(person: LinkedEntity): string {
  const { entity, appearances } = person;
  const parts = [
    shownName(entity),
    counted(appearances.length, "article"),
    latestRole(person) ?? "no role",
    entity.hasPage ? `/people/${entity.slug}/` : "no page",
  ];
  return printable(parts.join("  ·  "));
}

/** Articles come in the order of their files, which begin with year and month. */
function latestRole({ appearances }: LinkedEntity): string | undefined {
  return appearances.findLast(({ roles }) => roles.length > 0)?.roles[0]?.title;
}

/** Prints what is known of everybody who bears a name. */
export function showPerson(words: readonly string[], { people, rulings }: ArchivePeople): void {
  const [name, ...rest] = words;
  if (name === undefined || rest.length > 0) {
    throw new CliError(
      '`backfile person show` wants one name, in quotation marks: backfile person show "Tomas Varga"',
    );
  }
  const found = bearersOf(name, people).people;
  for (const person of found) {
    for (const line of whatIsKnown(person, rulings)) say(printable(line));
  }
  if (found.length > 1) say(`${found.length} people bear this name`);
}

function whatIsKnown(
  { entity, appearances }: LinkedEntity,
  rulings: NameRulings,
): readonly string[] {
  const { variants, hasPage, reason, slug, note } = entity;
  const page = hasPage ? `page at /people/${slug}/` : "no page";
  const roles = appearances.flatMap(({ article, roles: theirs }) =>
    theirs.flatMap(({ title, sentence }) => [
      `  ${title}`,
      `      ${printedName(sentence.text)}`,
      `      ${article}#${sentence.anchor}`,
    ]),
  );
  const touching = rulingsOn([entity.name, ...variants], rulings);
  return [
    shownName(entity),
    ...(variants.length > 0 ? [`  also printed as ${variants.join(", ")}`] : []),
    `  ${page}: ${reasonInWords(reason, englishWords())}`,
    ...(note === undefined ? [] : note.split("\n").map((line) => `  ${line}`)),
    `Roles (${roles.length / 3})`,
    ...roles,
    `Articles (${appearances.length})`,
    ...appearances.map(({ article, sentences, byEditor }) => {
      const words = byEditor ? "put there by you" : printedName(sentences[0]?.text ?? "");
      return `  ${article}  ${words}`;
    }),
    `Rulings (${touching.length})`,
    ...touching.map((line) => `  ${line}`),
    "",
  ];
}

/** Each ruling that speaks of one of the names, with its place. */
function rulingsOn(names: readonly string[], rulings: NameRulings): readonly string[] {
  const folded = new Set(names.map(foldName));
  const all: readonly (readonly [at: string, says: string, about: readonly string[]])[] = [
    ...rulings.same.map(({ at, names: n }) => [at, `same: ${n.join(", ")}`, n] as const),
    ...rulings.different.map(({ at, names: n }) => [at, `different: ${n.join(", ")}`, n] as const),
    ...rulings.apart.map(({ at, name, articles, label }) => {
      const other = label === undefined ? "" : ` (${label})`;
      return [at, `different: ${name}${other} in ${articles.join(", ")}`, [name]] as const;
    }),
    ...rulings.none.map(({ at, name }) => [at, `not-a-person: ${name}`, [name]] as const),
    ...rulings.renamed.map(
      ({ at, name, to }) => [at, `rename: ${name} to ${to}`, [name, to]] as const,
    ),
    ...rulings.records.map(
      ({ at, name, variants }) => [at, `record of ${name}`, [name, ...variants]] as const,
    ),
  ];
  return all
    .filter(([, , about]) => about.some((name) => folded.has(foldName(name))))
    .map(([at, says]) => `${at}  ${says}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
