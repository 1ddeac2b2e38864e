/**
 * How does the cost of linking names grow with the archive? `node tests/bench/linking-speed.ts [ARTICLES...]` makes facts of so many
 * invented articles (10,000 by default; seeded), each with five people, three organisations, three places and three topics,
 * as often as Zipf's law has it, in a catalogue on disk. Prints the seconds of CPU for writing the facts, for linking
 * them from nothing and for linking again after one article has changed, in a process of its own and with what Node's
 * start costs in one, and the most memory held.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDatabase } from "../../src/catalog/database.ts";
import {
  putLinkedArticle,
  replaceSightings,
  type SightingRow,
} from "../../src/catalog/sightings.ts";
import { inTransaction } from "../../src/catalog/statements.ts";
import { tellingOffices, worldsOf } from "../../src/link/callings.ts";
import { linkNames } from "../../src/linked-names/linked-names.ts";
import type { EntityKind } from "../../src/model.ts";
import { Chooser } from "../support/chooser.ts";
import { NO_RULINGS, THRESHOLDS } from "../support/link-settings.ts";

/** What is asked of a chooser here. */
type Chance = Pick<Chooser, "below">;

const BY = { thresholds: THRESHOLDS, ...NO_RULINGS };
const KINDS: readonly (readonly [kind: EntityKind, each: number, names: number])[] = [
  ["person", 5, 2],
  ["organisation", 3, 0.5],
  ["place", 3, 0.2],
];
const TOPICS = 150;
const SYLLABLES =
  "ba do ki lan mor nev ost par qui rud sel tam ulf van wes yor zan bre cho dral fen gor hul jas".split(
    " ",
  );
const TITLES = [
  "Carrow harbour master",
  "mayor",
  "goalkeeper",
  "Tollen town council clerk",
  "",
  "",
  "",
];
const BATCH = 5000;

const [first = "10000", file] = process.argv.slice(2);
if (first === "--change" && file !== undefined) changeOne(file);
else
  for (const size of process.argv.slice(2).length > 0 ? process.argv.slice(2) : [first])
    measure(Number(size));

function measure(size: number): void {
  const folder = mkdtempSync(join(tmpdir(), "linking-"));
  const path = join(folder, "catalog.db");
  const database = openDatabase(path);
  const started = seconds();
  for (let from = 0; from < size; from += BATCH) {
    inTransaction(database, () => {
      for (let number = from; number < Math.min(size, from + BATCH); number++)
        write(number, new Chooser(number), size);
    });
  }
  const written = seconds();
  inTransaction(database, () => linkNames(database, BY));
  const linked = seconds();
  const count = (table: string): unknown =>
    database.prepare(`SELECT COUNT(*) AS count FROM ${table}`).get()?.["count"];
  const perThousand = (from: number, to: number): string =>
    (((to - from) / size) * 1000).toFixed(3);
  process.stdout.write(
    `${size} articles, ${count("entity")} entities, ${count("appearance")} appearances: for 1,000 articles ` +
      `${perThousand(started, written)} s to write facts, ${perThousand(written, linked)} s to link; ` +
      `${Math.round(process.resourceUsage().maxRSS / 1024)} MB; ${Math.round(statSync(path).size / 1e6)} MB on disk\n`,
  );
  database.close();
  const self = fileURLToPath(import.meta.url);
  const options = ["--disable-warning=ExperimentalWarning", self, "--change", path];
  process.stdout.write(spawnSync(process.execPath, options, { encoding: "utf8" }).stdout);
  rmSync(folder, { recursive: true });

  function write(number: number, chance: Chance, of: number): void {
    writeArticle(database, number, { chance, of });
  }
}

/** The archive's most usual names move into an article that had others. */
function changeOne(path: string): void {
  const database = openDatabase(path);
  const of = Number(
    database.prepare("SELECT COUNT(*) AS count FROM linked_article").get()?.["count"],
  );
  const start = seconds();
  const usual: Chance = { below: (below) => (below === of ? 7 : 0) };
  const rest = new Chooser(99);
  for (const [what, chance] of [
    ["the most usual names", usual],
    ["names by chance", rest],
    ["names by chance again", new Chooser(98)],
  ] as const) {
    const before = seconds();
    inTransaction(database, () => {
      writeArticle(database, 5, { chance, of });
      linkNames(database, BY);
    });
    process.stdout.write(
      `  one article changed, ${what}: ${(seconds() - before).toFixed(3)} s of CPU\n`,
    );
  }
  process.stdout.write(`  Node's start and opening the catalogue: ${start.toFixed(3)} s\n`);
}

function seconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function writeArticle(
  database: ReturnType<typeof openDatabase>,
  number: number,
  { chance, of }: { readonly chance: Chance; readonly of: number },
): void {
  const article = `articles/${1900 + (number % 120)}/${String(number).padStart(7, "0")}.md`;
  const sortKey = `${1900 + (number % 120)}${String(10_000_000 + (number % 9_000_000)).slice(1)}000`;
  const facts = KINDS.flatMap(([kind, each, names]) =>
    Array.from({ length: each }, () => {
      // Zipf: the name of rank r is drawn in proportion to 1 / r
      const rank = Math.floor((of * names) ** (chance.below(1_000_000) / 1_000_000));
      return factsOf(kind, rank, { article, chance });
    }),
  );
  const topics = Array.from({ length: 3 }, () => {
    const rank = Math.floor(TOPICS ** (chance.below(1_000_000) / 1_000_000));
    return {
      id: `topic-${rank}`,
      label: `topic ${rank}`,
      isPair: false,
      appearance: appearanceOf("topic", `topic ${rank}`, article),
    };
  });
  putLinkedArticle(database, { article, sortKey, topics: JSON.stringify({ recognised: topics }) });
  replaceSightings(database, { article, sortKey }, ["person", "organisation", "place"], facts);
}

function factsOf(
  kind: EntityKind,
  rank: number,
  { article, chance }: { readonly article: string; readonly chance: Chance },
): SightingRow {
  const name = nameOf(kind, rank);
  const title =
    kind === "person" && chance.below(3) === 0 ? (TITLES[rank % TITLES.length] ?? "") : "";
  const titles = title === "" ? [] : [title];
  return {
    ...{
      kind,
      name,
      manner: "",
      confidence: 0.5 + chance.below(50) / 100,
      speaks: chance.below(4) === 0,
    },
    offices: tellingOffices(titles),
    worlds: worldsOf(titles),
    lead: 0,
    appearance: appearanceOf(kind, name, article, titles),
  };
}

function appearanceOf(
  kind: EntityKind,
  name: string,
  article: string,
  titles: readonly string[] = [],
) {
  const text = `${name} spoke, in a sentence that is as long as sentences of newspapers are, and that says what was said ${article}.`;
  const sentence = { anchor: "s1", text, words: [{ start: 0, end: name.length }] };
  return {
    ...{ kind, article, printed: name, mentions: [{ start: 0, end: name.length }] },
    sentences: [sentence, { ...sentence, anchor: "s2" }],
    roles: titles.map((title) => ({ title, sentence })),
    quotations: [],
    byEditor: false,
  };
}

function nameOf(kind: EntityKind, rank: number): string {
  let rest = Math.imul(rank, 2654435761) >>> 0;
  const word = (syllables: number): string => {
    let letters = "";
    for (let count = 0; count < syllables; count++) {
      letters += SYLLABLES[rest % SYLLABLES.length] ?? "";
      rest = Math.floor(rest / SYLLABLES.length);
    }
    return letters.charAt(0).toUpperCase() + letters.slice(1);
  };
  if (kind === "place") return word(4);
  const given = word(2);
  if (kind === "organisation") return `${given} ${word(3)} Board`;
  return rank % 9 === 0 ? `${given} ${word(1)} ${word(3)}` : `${given} ${word(3)}`;
}
