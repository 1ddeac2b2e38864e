/** Is the bench's invented paper always the same, and does the program find in it what was put there? */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseArticle } from "../src/parse/parse.ts";
import { annotateText } from "../src/single-text.ts";
import { articleAt, yearsOf } from "./bench/archive/article.ts";
import { writeArchive } from "./bench/archive/writing.ts";
import { Chance } from "./support/chance.ts";
import { freshFolder } from "./support/fresh-folder.ts";

const PLAN = { articles: 10_000, seed: 7 };
/** What `backfile annotate` says of a text, as far as it is asked here. */
interface Said {
  readonly people: readonly { readonly name: string; readonly roles: readonly unknown[] }[];
  readonly quotations: readonly { readonly speaker?: string }[];
  readonly places: readonly unknown[];
  readonly topics: readonly unknown[];
}

/** Of all years of the archive. */
const SAMPLE = Array.from({ length: 200 }, (_, index) => articleAt(PLAN, index * 50));

test("an article depends on the seed and its place alone", () => {
  const backwards = Array.from({ length: 20 }, (_, index) => articleAt(PLAN, (19 - index) * 50));
  assert.deepEqual(backwards.toReversed(), SAMPLE.slice(0, 20));
  assert.notEqual(articleAt({ ...PLAN, seed: 8 }, 0).text, SAMPLE[0]?.text);
  assert.equal(new Set(SAMPLE.map(({ text }) => text)).size, SAMPLE.length);
});

test("two archives of one plan are one, byte for byte, and a whole one is not written again", (t) => {
  const folder = freshFolder(t);
  const plan = { articles: 30, seed: 7 };
  writeArchive(folder.at("one"), plan);
  writeArchive(folder.at("two"), plan);
  assert.deepEqual(folder.files("one"), folder.files("two"));
  for (const file of folder.files("one"))
    assert.equal(folder.read(`one/${file}`), folder.read(`two/${file}`));
  const sources = folder.files("one/sources");
  assert.equal(sources.length, plan.articles);
  assert.match(sources[0] ?? "", /^\d{4}\/\d\d\/000000\.txt$/);
  folder.write(`one/sources/${sources[0]}`, "changed by the bench");
  writeArchive(folder.at("one"), plan);
  assert.equal(folder.read(`one/sources/${sources[0]}`), "changed by the bench");
});

test("articles are as long as a paper's, and come in the order of print over some decades", () => {
  const words = SAMPLE.map(({ text }) => text.split(/\s+/).length);
  const mean = words.reduce((sum, count) => sum + count, 0) / words.length;
  assert.ok(mean > 200 && mean < 300, `${mean} words an article`);
  const paths = SAMPLE.map(({ path }) => path);
  assert.deepEqual(paths.toSorted(), paths);
  assert.equal(yearsOf(PLAN), 20);
  assert.deepEqual([paths[0]?.slice(0, 4), paths.at(-1)?.slice(0, 4)], ["2004", "2023"]);
});

test("most people are named now and then and a few very often, and their number grows less than the archive's", () => {
  const few = namings(2000);
  const many = namings(10_000);
  const counts = [...many.values()].sort((a, b) => b - a);
  assert.ok(many.size > 2000 && many.size < 3500, `${many.size} people`);
  assert.ok(many.size < few.size * 3.5, `${few.size} people, then ${many.size}`);
  assert.ok((counts[0] ?? 0) > 500 && (counts[many.size >> 1] ?? 0) < 5);
});

test("the sources parse without a remark, their heads as they were printed", () => {
  for (const { path, text } of SAMPLE) {
    const article = parseArticle(text);
    assert.deepEqual(article.diagnostics, [], path);
    assert.equal(article.published?.value.slice(0, 7).replace("-", "/"), path.slice(0, 7), path);
    assert.notEqual(article.dateline, undefined, path);
  }
});

test("recognition finds the people who were put in, with offices, quotations, places and topics", () => {
  let named = 0;
  let found = 0;
  const totals = { roles: 0, spoken: 0, places: 0, withTopic: 0 };
  for (const { path, text, people } of SAMPLE) {
    // the shape is the annotation contract's
    const said = annotateText({ id: path, text }) as unknown as Said;
    const { people: seen, quotations, places, topics } = said;
    const names = new Set(seen.map(({ name }) => name));
    named += people.length;
    found += people.filter((name) => names.has(name)).length;
    totals.roles += seen.filter(({ roles }) => roles.length > 0).length;
    totals.spoken += quotations.filter(({ speaker }) => speaker !== undefined).length;
    totals.places += places.length;
    if (topics.length > 0) totals.withTopic += 1;
  }
  assert.ok(found / named >= 0.9, `${found} of ${named} people`);
  assert.ok(totals.roles / named >= 0.75, `${totals.roles} of ${named} offices`);
  assert.ok(totals.spoken >= SAMPLE.length * 2, `${totals.spoken} quotations`);
  assert.ok(totals.places >= SAMPLE.length * 2, `${totals.places} places`);
  assert.ok(totals.withTopic >= SAMPLE.length * 0.8, `${totals.withTopic} articles with a topic`);
});

test("a rank is drawn as often as its exponent says", () => {
  const chance = new Chance(1);
  const counts = [0, 0, 0];
  for (let draws = 0; draws < 30_000; draws++) {
    const rank = chance.rank(2, 3);
    counts[rank] = (counts[rank] ?? 0) + 1;
  }
  // 1 : 1/4 : 1/9
  const shares = counts.map((count) => Math.round((count / 30_000) * 49) / 49);
  assert.deepEqual(shares, [36 / 49, 9 / 49, 4 / 49]);
});

function namings(articles: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let index = 0; index < articles; index++)
    for (const name of articleAt({ articles, seed: 7 }, index).people)
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
