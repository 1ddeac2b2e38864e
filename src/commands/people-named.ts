/** Whom of the archive's people does the user mean by a name? */
import type { LinkedEntity } from "../link/linked-entity.ts";
import type { Entity } from "../model.ts";
import { CliError } from "../text/cli-error.ts";
import { foldName } from "../text/fold.ts";
import { printedName } from "../text/invisible.ts";
import { nearestWord } from "../text/nearest.ts";
import { printable } from "./report.ts";

/** People who bear a name. */
export interface Bearers {
  /** As the archive writes it, which decides what a ruling on it reaches. */
  readonly name: string;
  /** One at least. */
  readonly people: readonly LinkedEntity[];
  /** Whether others bear the name too, and the label was typed that tells these from them. */
  readonly isOneOfSeveral: boolean;
}

/** Returns a person's name as lists show it: `Anton Melrose (harbour master)`. */
export function shownName({ name, label }: Pick<Entity, "name" | "label">): string {
  return label === undefined ? name : `${name} (${label})`;
}

/**
 * Returns who bears a name, a variant, or a name with its label, however its capitals and accents are typed. Throws a
 * `CliError` that offers the nearest names where nobody does.
 */
export function bearersOf(typed: string, people: readonly LinkedEntity[]): Bearers {
  const folded = foldName(printedName(typed));
  const formOf = ({ entity }: LinkedEntity): string | undefined =>
    [entity.name, ...entity.variants].find((form) => foldName(form) === folded);
  const labelled = people.filter(({ entity }) => foldName(shownName(entity)) === folded);
  const [only] = labelled;
  if (only?.entity.label !== undefined) {
    const { name } = only.entity;
    const all = people.filter(({ entity }) => foldName(entity.name) === foldName(name));
    return { name, people: labelled, isOneOfSeveral: all.length > labelled.length };
  }
  const found = people.filter((person) => formOf(person) !== undefined);
  const [first] = found;
  if (first === undefined) throw new CliError(nobody(typed, people));
  return { name: formOf(first) ?? first.entity.name, people: found, isOneOfSeveral: false };
}

const MOST_OFFERED = 3;
const LABEL = /\s*\([^()]*\)\s*$/;

function nobody(typed: string, people: readonly LinkedEntity[]): string {
  const folded = foldName(typed.replace(LABEL, ""));
  const forms = [...new Set(people.map(({ entity }) => foldName(entity.name)))];
  const near = nearestWord(folded, forms);
  const last = folded.split(" ").at(-1) ?? "";
  const alike = forms.filter((form) => last !== "" && form.split(" ").includes(last));
  const names = new Set([...(near === undefined ? [] : [near]), ...alike]);
  const offered = [...names]
    .flatMap((form) => people.filter(({ entity }) => foldName(entity.name) === form))
    .slice(0, MOST_OFFERED)
    .map(({ entity }) => `\`${printable(shownName(entity))}\``);
  const remedy =
    offered.length === 0 ? "see `backfile person list`" : `did you mean ${offered.join(" or ")}?`;
  return `no article names \`${printable(typed)}\`; ${remedy}`;
}
