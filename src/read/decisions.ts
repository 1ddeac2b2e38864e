/** What has the editor ruled once and for all? Stage 1: reads `decisions.yml`. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Decisions, NameRulings } from "../settings-model.ts";
import { checkYaml } from "../text/checked-yaml.ts";
import { CliError } from "../text/cli-error.ts";
import { onDisk } from "../text/disk-error.ts";

const FILE = "decisions.yml";
const KINDS = ["settled", "split"] as const;

/** YAML reads a bare `12345678` or `1e234567` as a number; an id is looked at as it was typed. */
const id = z
  .string({ error: 'expected an id in quotation marks, such as "5f1c2a9b"' })
  .regex(/^[0-9a-f]{8}$/, {
    error: "expected an id of eight hexadecimal digits, as the review list prints it",
  });
const lines = z
  .array(z.number().int().min(2, { error: "expected a line number above 1" }))
  .min(1, { error: "expected the lines at which further articles begin, such as [14, 31]" });

const decision = z
  .strictObject({
    settled: id.optional(),
    split: z.string().min(1).optional(),
    at: lines.optional(),
    note: z.string().optional(),
  })
  .refine((line) => KINDS.filter((kind) => line[kind] !== undefined).length === 1, {
    error: "expected one decision: `settled: ID` or `split: FILE`",
  })
  .refine((line) => (line.split === undefined) === (line.at === undefined), {
    error: "expected `at: [14, 31]` with `split`, and with nothing else",
  });

const schema = z.array(decision);

/**
 * Returns the editor's decisions; none where there is no `decisions.yml`. A file of a split may be named with or
 * without `sources/` before it, and cut again by a later decision: the lines add up. Throws a `CliError` with
 * file and line where one cannot be read.
 */
export function readDecisions(contentFolder: string): Decisions {
  const path = join(contentFolder, FILE);
  const yaml = existsSync(path) ? onDisk(path, () => readFileSync(path, "utf8")) : "";
  const checked = checkYaml(yaml, schema, []);
  if ("fault" in checked) {
    throw new CliError(`${path}:${checked.fault.line}: ${checked.fault.message}`);
  }
  const settled = new Set<string>();
  const splits = new Map<string, readonly number[]>();
  for (const { settled: settledId, split, at = [] } of checked.value) {
    if (settledId !== undefined) settled.add(settledId);
    if (split === undefined) continue;
    const source = split.replace(/^sources\//, "");
    const lines = new Set([...(splits.get(source) ?? []), ...at]);
    splits.set(
      source,
      [...lines].sort((a, b) => a - b),
    );
  }
  return { settled, splits, names: { person: NONE, organisation: NONE, place: NONE } };
}

const NONE: NameRulings = {
  same: [],
  different: [],
  apart: [],
  none: [],
  renamed: [],
  records: [],
};
