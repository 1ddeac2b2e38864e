/** Are texts that repeat one another found, in any script, and those that only sound alike left alone? */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ComparedArticle } from "../src/link/near-duplicates.ts";
import { sharedRuns, shingle } from "../src/link/shingles.ts";
import { duplicateRemarks } from "../src/linked-stories.ts";

function compared(path: string, text: string): ComparedArticle {
  return {
    path,
    sortKey: "",
    front: { headline: `Of ${path}`, address: `/${path}/` },
    document: {
      text,
      language: "und",
      blocks: [{ kind: "paragraph", start: 0, end: text.length }],
    },
  };
}

function remarksOf(...texts: readonly string[]): readonly string[] {
  const articles = texts.map((text, index) => compared(String(index), text));
  return duplicateRemarks(articles).map(({ rule, file, about }) => `${rule} ${file} ${about}`);
}

/** A text of invented words, no five of which are another's. */
function words(count: number, seed: number): string {
  return Array.from(
    { length: count },
    (_, at) => `w${((at + 1) * 7919 * (seed + 1)) % 10_007}`,
  ).join(" ");
}

test("the same words under other capitals, marks and spaces are the same text", () => {
  const text = words(40, 1);
  assert.deepEqual(remarksOf(text, words(40, 2), `“${text.toUpperCase()}”\n\n`), [
    "link/duplicate 2 0",
  ]);
});

test("each text is named once, with the earliest that is the same", () => {
  const text = words(80, 1);
  assert.deepEqual(remarksOf(text, text, text), ["link/duplicate 1 0", "link/duplicate 2 0"]);
});

test("a figure that differs makes another text, nearly the same", () => {
  const text = words(100, 1);
  assert.deepEqual(remarksOf(text, text.replace(" w", " 17 ")), ["link/near-duplicate 1 0"]);
});

test("a text that stands in a longer one is found, whichever came first", () => {
  const [part, rest] = [words(80, 1), words(900, 2)];
  assert.deepEqual(remarksOf(part, `${rest} ${part}`), ["link/near-duplicate 1 0"]);
  const [remark] = duplicateRemarks([compared("a", `${rest} ${part}`), compared("b", part)]);
  assert.match(remark?.message ?? "", /^100 % of it stands in a \(“Of a”\), word for word/);
  assert.equal(remark?.settle, "withdrawn: nearly the same text as /a/");
});

test("half a text in common, short texts and formulas of the trade are no duplicates", () => {
  const [half, one, two] = [words(60, 1), words(60, 2), words(60, 3)];
  assert.deepEqual(remarksOf(`${half} ${one}`, `${half} ${two}`), []);
  assert.deepEqual(remarksOf("Shr 39 cts vs 50 cts", "Shr 39 cts vs 50 cts"), []);
  assert.deepEqual(remarksOf(words(45, 1), words(44, 1)), []);
  const formula = words(60, 1);
  const many = Array.from({ length: 40 }, (_, at) => `${formula} ${words(10, at + 5)}`);
  assert.deepEqual(remarksOf(...many), []);
});

test("scripts without spaces are compared by their characters", () => {
  const text =
    "港口管理委员会周一在给乘客的信中说渡轮从下周一开始每天两班没有说明原因自从第一艘船在一九八八年刷漆以来从未说明过原因市长表示他会像往常一样步行沿着河边回家";
  assert.deepEqual(remarksOf(text, text.replace("两班", "三班")), ["link/near-duplicate 1 0"]);
  assert.deepEqual(remarksOf(text, [...text].reverse().join("")), []);
});

test("the order in which articles are given does not matter", () => {
  const articles = [
    compared("a", words(90, 1)),
    compared("b", `${words(90, 1)} end`),
    compared("c", words(90, 1)),
    compared("d", `${words(90, 1)} other end`),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(articles, { minLength: 4 }), (shuffled) => {
      assert.deepEqual(duplicateRemarks(shuffled), duplicateRemarks(articles));
    }),
    { seed: 11, numRuns: 50 },
  );
});

test("runs that two texts share are counted as sets count them", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 30 });
  fc.assert(
    fc.property(text, text, (left, right) => {
      const [a, b] = [shingle(left.join(" ")).runs, shingle(right.join(" ")).runs];
      assert.equal(sharedRuns(a, b), [...a].filter((run) => b.includes(run)).length);
      assert.equal(sharedRuns(a, b), sharedRuns(b, a));
    }),
    { seed: 12, numRuns: 300 },
  );
});

test("a hostile text takes no longer than its length", () => {
  for (const text of [
    "a".repeat(300_000),
    "ก".repeat(300_000),
    "a\u200c".repeat(150_000),
    " ,".repeat(150_000),
  ]) {
    assert.ok(shingle(text).runs.length <= text.length);
  }
});
