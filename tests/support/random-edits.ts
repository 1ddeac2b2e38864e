/** What may befall an archive between two builds? Edits chosen by a seed, each one that an editor might make. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Chooser } from "./chooser.ts";

/** An edit of the content folder; says what it did. */
type Edit = (content: string, chooser: Chooser) => string;

const SENTENCES = [
  "Ilse Okafor, the harbour master, said on Monday that the ferries would sail again.",
  "“We shall wait for the tide,” said Tomas Varga, the mayor of Port Ellis.",
  "Nothing was decided on 3 March 2019, and the Harbour Board met again in April.",
  "In 1987 the bridge over the Carrow was closed for a year.",
  "The strike of the dockers in Vescombe went into its second week.",
];

const EDITS: readonly Edit[] = [
  appendSentence,
  appendSentence,
  changeHeadline,
  changeDate,
  loseName,
  remark,
  hide,
  deleteArticle,
  renameArticle,
  addSource,
  addSource,
  changeSource,
  moveSource,
  deleteSource,
  rule,
  writeTopic,
  writePerson,
];

/** Does one edit of a content folder and returns what it was. */
export function editAtRandom(content: string, chooser: Chooser): string {
  return chooser.oneOf(EDITS)(content, chooser);
}

function filesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .sort();
}

function anArticle(content: string, chooser: Chooser): string {
  return join(content, "articles", chooser.oneOf(filesIn(join(content, "articles"), ".md")));
}

function aSource(content: string, chooser: Chooser): string {
  return join(content, "sources", chooser.oneOf(filesIn(join(content, "sources"), ".txt")));
}

function change(file: string, by: (text: string) => string): void {
  writeFileSync(file, by(readFileSync(file, "utf8")));
}

function appendSentence(content: string, chooser: Chooser): string {
  const file = anArticle(content, chooser);
  const sentence = chooser.oneOf(SENTENCES);
  change(file, (text) => `${text.trimEnd()}\n\n${sentence}\n`);
  return `${file}: ${sentence}`;
}

function changeHeadline(content: string, chooser: Chooser): string {
  const file = anArticle(content, chooser);
  const headline = `A tide that nobody saw, part ${chooser.below(1000)}`;
  change(file, (text) => text.replace(/^headline: .*(?:\n {2}.*)*$/m, `headline: ${headline}`));
  return `${file}: ${headline}`;
}

function changeDate(content: string, chooser: Chooser): string {
  const file = anArticle(content, chooser);
  const day = `20${10 + chooser.below(14)}-0${1 + chooser.below(9)}-1${chooser.below(10)}`;
  change(file, (text) => text.replace(/^published: .*$/m, `published: "${day}"`));
  return `${file}: ${day}`;
}

/** Takes the first of the article's people out of its list. */
function loseName(content: string, chooser: Chooser): string {
  const file = anArticle(content, chooser);
  change(file, (text) => text.replace(/^people:\n {2}- .*\n(?= {2}- )/m, "people:\n"));
  return `${file}: one person less`;
}

function remark(content: string, chooser: Chooser): string {
  const file = anArticle(content, chooser);
  const key = chooser.oneOf(["note", "correction"]);
  change(file, (text) =>
    new RegExp(`^${key}:`, "m").test(text)
      ? text.replace(new RegExp(`^${key}:.*\n`, "m"), "")
      : text.replace(/^address:/m, `${key}: It was another ferry.\naddress:`),
  );
  return `${file}: ${key}`;
}

function hide(content: string, chooser: Chooser): string {
  const file = anArticle(content, chooser);
  const line = chooser.oneOf(["draft: true", "withdrawn: by order of the court"]);
  change(file, (text) =>
    /^(?:draft|withdrawn):/m.test(text)
      ? text.replace(/^(?:draft|withdrawn):.*\n/m, "")
      : text.replace(/^address:/m, `${line}\naddress:`),
  );
  return `${file}: ${line}`;
}

function deleteArticle(content: string, chooser: Chooser): string {
  const file = anArticle(content, chooser);
  rmSync(file);
  return `${file}: deleted`;
}

function renameArticle(content: string, chooser: Chooser): string {
  const file = anArticle(content, chooser);
  const other = file.replace(/\.md$/, `-${chooser.below(100)}.md`);
  renameSync(file, other);
  return `${file} → ${other}`;
}

function addSource(content: string, chooser: Chooser): string {
  const file = join(content, "sources", `added-${chooser.below(100_000)}.txt`);
  const year = 2010 + chooser.below(14);
  const body = Array.from({ length: 3 }, () => chooser.oneOf(SENTENCES)).join("\n\n");
  writeFileSync(
    file,
    `Harbour report number ${chooser.below(100_000)}\n\n${1 + chooser.below(28)} March ${year}\n\nPORT ELLIS – ${body}\n`,
  );
  return `${file}: new`;
}

function changeSource(content: string, chooser: Chooser): string {
  const file = aSource(content, chooser);
  const sentence = chooser.oneOf(SENTENCES);
  writeFileSync(
    file,
    Buffer.concat([readFileSync(file), Buffer.from(`\n\n${sentence}\n`, "latin1")]),
  );
  return `${file}: ${sentence}`;
}

function moveSource(content: string, chooser: Chooser): string {
  const file = aSource(content, chooser);
  const other = join(content, "sources", "moved", `${chooser.below(100_000)}.txt`);
  mkdirSync(dirname(other), { recursive: true });
  renameSync(file, other);
  return `${file} → ${other}`;
}

function deleteSource(content: string, chooser: Chooser): string {
  const file = aSource(content, chooser);
  rmSync(file);
  return `${file}: deleted`;
}

const RULINGS = [
  "- not-a-person: Ilse Okafor",
  "- same: [Tomas Varga, T. Varga]",
  "- rename: Leontine Achterberg\n  to: Léontine Achterberg",
  "- not-a-person: Lionel Strake",
  "- same: [Harbour Board, Port Ellis Harbour Board]\n  kind: organisation",
];

/** One ruling at a time: two of them may contradict each other. */
function rule(content: string, chooser: Chooser): string {
  const ruling = chooser.oneOf(["", ...RULINGS]);
  writeFileSync(join(content, "decisions.yml"), `${ruling}\n`);
  return `decisions.yml: ${ruling}`;
}

function writeTopic(content: string, chooser: Chooser): string {
  const phrase = chooser.oneOf(["ferries", "the tide", "dockers"]);
  const text = `---\nlabel: Ferry matters\nphrases:\n  - ${phrase}\n---\n`;
  mkdirSync(join(content, "topics"), { recursive: true });
  writeFileSync(join(content, "topics", "ferry-matters.md"), text);
  return `topics/ferry-matters.md: ${phrase}`;
}

function writePerson(content: string, chooser: Chooser): string {
  const note = `Born near the harbour, note ${chooser.below(10)}.`;
  const text = `---\nname: Ilse Okafor\n---\n${note}\n`;
  mkdirSync(join(content, "people"), { recursive: true });
  writeFileSync(join(content, "people", "ilse-okafor.md"), text);
  return `people/ilse-okafor.md: ${note}`;
}
