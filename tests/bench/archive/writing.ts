/** How does an invented archive get onto the disk? Article by article, so that a million need no more memory than one. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ArchivePlan, articleAt, yearsOf } from "./article.ts";

/** Changes when the articles do, so that an archive of an older generator is not taken for today's. */
const EDITION = 1;

/** Returns the settings file of the invented paper. */
export function settingsOf(plan: ArchivePlan): string {
  return `title: The Oakford Messenger
description: A town paper that nobody printed, of ${yearsOf(plan)} years.
language: en
zone: Europe/London
dateOrder: dmy
url: https://messenger.example/
`;
}

/**
 * Writes an archive's `content` folder, unless a whole one of the same plan stands there: `archive.yml` and a text for each
 * article below `sources/YEAR/MONTH/`. What a build has added there stays.
 */
export function writeArchive(content: string, plan: ArchivePlan): void {
  const mark = join(content, ".invented");
  const whole = JSON.stringify({ ...plan, edition: EDITION });
  if (existsSync(mark) && readFileSync(mark, "utf8") === whole) return;
  mkdirSync(content, { recursive: true });
  writeFileSync(join(content, "archive.yml"), settingsOf(plan));
  const made = new Set<string>();
  for (let index = 0; index < plan.articles; index++) {
    const { path, text } = articleAt(plan, index);
    const file = join(content, "sources", path);
    if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    made.add(dirname(file));
    writeFileSync(file, text);
  }
  writeFileSync(mark, whole);
}
