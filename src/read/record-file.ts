/** How is an authority record begun, so that no file is ever written over? Stage 1. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AuthorityRecord } from "../settings-model.ts";
import { CliError } from "../text/cli-error.ts";
import { onDisk } from "../text/disk-error.ts";
import { nameInYaml } from "../text/yaml-name.ts";
import { RECORDS_FOLDER } from "./authority-records.ts";
import { readDecisions } from "./decisions.ts";

/** What is known of a person before the editor has said anything. */
type Known = Pick<AuthorityRecord, "slug" | "name" | "variants" | "articles" | "label" | "note">;

/**
 * Writes `people/<slug>.md` and returns its path.
 * @throws CliError if it is there, if it would contradict a decision, or if the disk refuses. Nothing is left behind.
 */
export function addRecord(contentFolder: string, known: Known): string {
  // what cannot be read now is not the new file's fault
  readDecisions(contentFolder);
  const folder = join(contentFolder, RECORDS_FOLDER);
  const path = join(folder, `${known.slug}.md`);
  if (existsSync(path)) throw new CliError(`${path} is there already; open it in an editor`);
  onDisk(path, () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, recordText(known), { flag: "wx" });
  });
  try {
    readDecisions(contentFolder);
  } catch (error) {
    rmSync(path);
    throw error;
  }
  return path;
}

function recordText({ name, variants, articles, label, note = "" }: Known): string {
  const list = (key: string, entries: readonly string[] = []): readonly string[] =>
    entries.length === 0 ? [] : [`${key}:`, ...entries.map((one) => `  - ${nameInYaml(one)}`)];
  const lines = [
    `name: ${nameInYaml(name)}`,
    ...list("variants", variants),
    ...list("articles", articles),
    label === undefined ? "# label: harbour master" : `label: ${nameInYaml(label)}`,
    "# born: 1951",
    "# died: 2019",
    "# same-as: [https://people.example/somebody]",
  ];
  return `---\n${lines.join("\n")}\n---\n\n${note === "" ? "" : `${note}\n`}`;
}
