/**
 * How well are people told apart and put together? `node tests/bench/linking-score.ts --corpus DIR` prints B³ precision
 * and recall (Bagga, Baldwin 1998) of linking over the sightings that `linking-labels.json` labels; every article of
 * the set is linked. A sighting that is recognised no longer is not counted, so that recall is over what is recognised.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { linkArchive } from "../../src/linked-names/archive-links.ts";
import type { ArchiveArticle } from "../../src/model.ts";
import { parseArticle } from "../../src/parse/parse.ts";
import { languageOf } from "../../src/recognise/language.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { builtInTopics } from "../../src/recognise/topics/topics.ts";
import { documentOfSource } from "../../src/text/document.ts";
import { foldName } from "../../src/text/fold.ts";
import { NO_RULINGS, THRESHOLDS } from "../support/link-settings.ts";
import labels from "./linking-labels.json" with { type: "json" };

const { corpus = "" } = parseArgs({ options: { corpus: { type: "string" } } }).values;
const identities = labelled();
const clusters = linkedSightings();
const known = [...identities.keys()].filter((sighting) => clusters.has(sighting));
const { precision, recall, faults } = score();
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(
  `${new Set(identities.values()).size} people, ${known.length} of ${identities.size} labelled sightings recognised: ` +
    `B³ precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}\n`,
);

/** From `row name` to the person meant. */
function labelled(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(labels.people).flatMap(([identity, names]) =>
      Object.entries<string>(names).flatMap(([name, rows]) =>
        rows.split(" ").map((row) => [`${row} ${foldName(name)}`, identity] as const),
      ),
    ),
  );
}

/** From `row name` to the slug of the person that the program shows it under; a search hit is a person by itself. */
function linkedSightings(): ReadonlyMap<string, string> {
  const path = join(corpus, "scraped", "tehrantimes.jsonl.gz");
  const lines = gunzipSync(readFileSync(path)).toString("utf8").trim().split("\n");
  const articles = lines.map(annotated);
  const found = new Map<string, string>();
  for (const { path: row, annotations } of articles) {
    for (const { name } of annotations.people) {
      const sighting = `${row} ${foldName(name)}`;
      found.set(sighting, sighting);
    }
  }
  const rowsOf = new Map<string, string[]>();
  for (const sighting of found.keys()) {
    const row = sighting.slice(0, sighting.indexOf(" "));
    rowsOf.set(row, [...(rowsOf.get(row) ?? []), sighting]);
  }
  for (const { entity, appearances } of linkArchive(articles, THRESHOLDS, NO_RULINGS).entities) {
    if (entity.kind !== "person") continue;
    const forms = new Set([entity.name, ...entity.variants].map(foldName));
    for (const { article } of appearances) {
      for (const sighting of rowsOf.get(article) ?? []) {
        if (forms.has(sighting.slice(article.length + 1))) found.set(sighting, entity.slug);
      }
    }
  }
  return found;
}

function annotated(line: string): ArchiveArticle {
  // the shape is the corpus's own
  const { id, text } = JSON.parse(line) as { readonly id: string; readonly text: string };
  const document = documentOfSource(text, parseArticle(text, {}), languageOf(text));
  const path = id.replace("tehrantimes-", "");
  const address = `/${path}/`;
  return {
    path,
    address,
    front: { headline: "", address },
    body: "",
    document,
    annotations: recognise(document, builtInTopics()),
    sortKey: path,
  };
}

function score(): {
  readonly precision: number;
  readonly recall: number;
  readonly faults: readonly string[];
} {
  const cells = new Map<string, number>();
  const ofPerson = new Map<string, number>();
  const ofCluster = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const sighting of known) {
    const [person = "", cluster = ""] = [identities.get(sighting), clusters.get(sighting)];
    count(cells, `${person}\t${cluster}`);
    count(ofPerson, person);
    count(ofCluster, cluster);
  }
  let precise = 0;
  let recalled = 0;
  const faults: string[] = [];
  for (const [cell, both] of cells) {
    const [person = "", cluster = ""] = cell.split("\t");
    const [persons = 1, clusterSize = 1] = [ofPerson.get(person), ofCluster.get(cluster)];
    precise += (both * both) / clusterSize;
    recalled += (both * both) / persons;
    if (both < clusterSize) faults.push(`merged\t${person}\t${cluster}\t${both} of ${clusterSize}`);
    if (both < persons) faults.push(`split\t${person}\t${cluster}\t${both} of ${persons}`);
  }
  return {
    precision: precise / known.length,
    recall: recalled / known.length,
    faults: faults.sort(),
  };
}
