/** Is a marked text still the text, to the character, and its mark-up well nested? */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Mark } from "../src/page-parts.ts";
import { renderMarkdown } from "../src/render/body.ts";
import { renderHtml } from "../src/render/html.ts";
import { relativeTo } from "../src/render/urls.ts";
import { blockText, parseMarkdown, plainText } from "../src/text/markdown.ts";
import { ENGLISH } from "./support/english.ts";

const link = relativeTo("/2022/01/26/x/");

function draw(markdown: string, marks: readonly Mark[]): string {
  return renderHtml(renderMarkdown(markdown, marks, link, { words: ENGLISH }));
}

/** The span of some words in the plain text of a Markdown body. */
function at(markdown: string, words: string): { start: number; end: number } {
  const start = plainText(markdown).indexOf(words);
  assert.notEqual(start, -1, words);
  return { start, end: start + words.length };
}

test("every kind of block has its element", () => {
  const markdown =
    "Words *and* **more** `code`.\n\n## Cross\n\n- a\n- b\n\n3. c\n4. d\n\n> e\n>\n> f\n\n*caption*\n\n```table\nx   y\n```\n";
  assert.equal(
    draw(markdown, []),
    `<p>Words <em>and</em> <strong>more</strong> <code>code</code>.</p>
<h2 class="crosshead">Cross</h2>
<ul><li>a</li><li>b</li></ul>
<ol><li value="3">c</li><li value="4">d</li></ol>
<blockquote><p>e</p><p>f</p></blockquote>
<p class="caption">caption</p>
<section class="scroll" aria-label="Table" tabindex="0"><pre>
x   y</pre></section>
`,
  );
});

test("items that keep their printed marks are given no other ones", () => {
  assert.equal(draw("- • a\n- • b\n", []), '<ul class="marked"><li>• a</li><li>• b</li></ul>\n');
  assert.match(draw("- 1\\. a\n- 2\\. b\n", []), /^<ul class="marked"><li>1\. a/);
  assert.match(draw("- \\- a\n- b\n", []), /^<ul><li>- a/);
});

test("tables, each a region to scroll in, are told apart", () => {
  const drawn = draw("```\na\n```\n\nText.\n\n```\nb\n```", []);
  assert.deepEqual(drawn.match(/aria-label="[^"]+"/g), [
    'aria-label="Table 1"',
    'aria-label="Table 2"',
  ]);
});

test("marks that cross are closed and opened again, and an id is given once", () => {
  const text = "One “two. Three” four.";
  const marks: Mark[] = [
    { kind: "sentence", id: "s1", start: 0, end: 9 },
    { kind: "quotation", id: "q1", quoted: "direct", sure: true, because: "", start: 4, end: 16 },
    { kind: "sentence", id: "s2", start: 10, end: 22 },
  ];
  assert.equal(
    draw(text, marks).replace(/<div class="notes".*<\/div>/, ""),
    `<p><span class="sentence" id="s1">One <span class="quotation direct" id="q1">“two.</span></span><span class="quotation direct"> </span><span class="sentence" id="s2"><span class="quotation direct">Three”</span> four.</span></p>\n`,
  );
});

test("a quotation over several paragraphs has its id and its speaker's name once", () => {
  const markdown = "“One two.\n\n“Three,” said Ana Reis.";
  const speaker = { name: "Ana Reis", address: "/people/ana-reis/" };
  const drawn = draw(markdown, [
    {
      kind: "quotation",
      id: "q1",
      quoted: "direct",
      speaker,
      sure: false,
      because: "named after it",
      start: 0,
      end: 18,
    },
  ]);
  assert.equal(drawn.split('id="q1"').length, 2);
  assert.equal(drawn.split('class="quotation direct probable"').length, 3);
  assert.equal(drawn.split('role="note"').length, 2);
  assert.match(
    drawn,
    /<a href="[./]+people\/ana-reis\/"><bdi>Ana Reis<\/bdi><\/a> <span class="doubt">probably<\/span> <span class="why">— named after it<\/span>/,
  );
});

test("each quotation can be linked to, by a label of its own, and a piece that goes on with the first", () => {
  const markdown = "“One two three four five six seven,” he said.\n\n“Nobody’s.”";
  const mark = { kind: "quotation", quoted: "direct", sure: true, because: "by name" } as const;
  const drawn = draw(markdown, [
    { ...mark, id: "q-one", start: 0, end: 37, speaker: { name: "Ana Reis" } },
    { ...mark, id: "q-nobody", start: 47, end: 58 },
  ]);
  assert.match(
    drawn,
    /<a class="permalink" href="#q-one" aria-label="Link to the quotation “One two three four five six …">/,
  );
  assert.match(
    drawn,
    /<p class="note unspoken" role="note"> <a class="permalink" href="#q-nobody" aria-label="Link to the quotation “Nobody’s.”">/,
  );
  const goesOn = draw(markdown, [
    { ...mark, id: "q-one", start: 0, end: 37, speaker: { name: "Ana Reis" } },
    { ...mark, id: "q-one", start: 47, end: 58, speaker: { name: "Ana Reis" }, goesOn: true },
  ]);
  assert.equal(goesOn.split('id="q-one"').length, 2);
  assert.equal(goesOn.split("permalink").length, 2);
  assert.equal(goesOn.split("note speaker").length, 3);
});

test("a note holds for those quotations alone that are as sure and for the same reason", () => {
  const mark = { kind: "quotation", quoted: "direct", speaker: { name: "Ana Reis" } } as const;
  const drawn = draw("“A,” she said. “B.” “C.”", [
    { ...mark, id: "q-a", sure: true, because: "by name", start: 0, end: 4 },
    { ...mark, id: "q-b", sure: false, because: "she goes on", start: 15, end: 19 },
    { ...mark, id: "q-c", sure: false, because: "she goes on", start: 20, end: 24 },
  ]);
  const notes = [...drawn.matchAll(/<p class="note speaker".*?<\/p>/g)].map(([note]) => note);
  assert.deepEqual(
    notes.map((note) => [note.includes("probably"), note.match(/#q-./g)]),
    [
      [false, ["#q-a"]],
      [true, ["#q-b", "#q-c"]],
    ],
  );
});

test("a speaker is named once a passage and a reason once in a row; scare quotes have nobody", () => {
  const markdown = "“A,” he said. “B.”\n\n“C,” he said of the “D”.";
  const quotation = (words: string, quoted: "direct" | "scare"): Mark => ({
    kind: "quotation",
    id: words,
    quoted,
    speaker: { name: quoted === "scare" ? "Nobody" : "Jon Marsh" },
    sure: true,
    because: "“he”",
    ...at(markdown, words),
  });
  const drawn = draw(markdown, [
    quotation("“A,”", "direct"),
    quotation("“B.”", "direct"),
    quotation("“C,”", "direct"),
    quotation("“D”", "scare"),
  ]);
  assert.equal(drawn.split("<bdi>Jon Marsh</bdi>").length, 3);
  assert.equal(drawn.split("— “he”").length, 2);
  assert.doesNotMatch(drawn, /Nobody/);
});

test("a resolved day is explained in the margin; a plain date is not", () => {
  const markdown = "He came on Wednesday, not in March 2014.";
  const drawn = draw(markdown, [
    {
      kind: "time",
      type: "DATE",
      value: "2022-01-26",
      label: "26 January 2022",
      because: "the latest Wednesday on or before publication",
      address: "/2022/01/26/",
      ...at(markdown, "Wednesday"),
    },
    {
      kind: "time",
      type: "DATE",
      value: "2014-03",
      because: "as printed",
      ...at(markdown, "March 2014"),
    },
  ]);
  assert.match(drawn, /<time class="time resolved" datetime="2022-01-26">Wednesday<\/time>/);
  assert.match(drawn, /<time class="time" datetime="2014-03">March 2014<\/time>/);
  assert.match(
    drawn,
    /<bdi class="words">Wednesday<\/bdi>: <a href="\.\.\/"><bdi>26 January 2022<\/bdi><\/a> <span class="why">— the latest Wednesday on or before publication<\/span>/,
  );
  assert.equal(drawn.split('role="note"').length, 2);
});

const WEDNESDAY = {
  kind: "time",
  type: "DATE",
  value: "2022-01-26",
  label: "26 January 2022",
  because: "the latest such day",
} as const;

test("a resolved day is a link to its page, described by its note, and says in focus what it means", () => {
  const markdown = "He came on Wednesday. On Wednesday he left.";
  const spans = [...markdown.matchAll(/Wednesday/g)].map(({ index }) => index);
  const marks = spans.map((start) => ({
    ...WEDNESDAY,
    address: "/2022/01/26/",
    start,
    end: start + "Wednesday".length,
  }));
  const drawn = draw(markdown, marks);
  const opening =
    '<a class="to-time" href="../" aria-describedby="t1" data-means="26 January 2022: the latest such day">';
  assert.equal(drawn.split(opening).length, 3);
  assert.equal(drawn.split('role="note" id="t1"').length, 2);
  assert.doesNotMatch(drawn, / title=/);
});

test("a day without a page of its own leads to its note; one within a link is no link of its own", () => {
  const markdown = "Seen on Wednesday [in the Courier of Wednesday](/about/).";
  const [first = 0, second = 0] = [...markdown.replace("[", "").matchAll(/Wednesday/g)].map(
    ({ index }) => index,
  );
  const end = (start: number): number => start + "Wednesday".length;
  const drawn = draw(markdown, [
    { ...WEDNESDAY, start: first, end: end(first) },
    { ...WEDNESDAY, start: second, end: end(second) },
  ]);
  assert.match(drawn, /Seen on <a class="to-time" href="#t1" aria-describedby="t1"/);
  assert.match(
    drawn,
    /of <time class="time resolved" datetime="2022-01-26">Wednesday<\/time><\/a>/,
  );
});

test("a day printed in full that has a page is a link without a note", () => {
  const { label: _, ...plain } = WEDNESDAY;
  const drawn = draw("On 26 January 2022.", [
    { ...plain, address: "/2022/01/26/", start: 3, end: 18 },
  ]);
  assert.match(drawn, /<a class="to-time" href="\.\.\/"><time class="time" datetime="2022-01-26">/);
  assert.doesNotMatch(drawn, /role="note"/);
});

test("a value that HTML does not know makes no time element", () => {
  const drawn = draw("In the quarter.", [
    {
      kind: "time",
      type: "DATE",
      value: "2022-Q1",
      label: "the first quarter of 2022",
      because: "x",
      start: 3,
      end: 14,
    },
  ]);
  assert.match(drawn, /<span class="time resolved" data-value="2022-Q1">the quarter<\/span>/);
});

test("a part of a day is a time of its day", () => {
  const drawn = draw("On Monday morning.", [
    {
      kind: "time",
      type: "TIME",
      value: "2018-03-12TMO",
      label: "12 March 2018",
      because: "x",
      start: 3,
      end: 17,
    },
  ]);
  assert.match(
    drawn,
    /<time class="time resolved" datetime="2018-03-12" data-value="2018-03-12TMO">Monday morning<\/time>/,
  );
});

test("links never lie in links, and the editor's win", () => {
  const markdown = "See [Ana Reis of Port Ellis](/about/) and Ilse Okafor.";
  const person = (words: string): Mark => ({
    kind: "person",
    name: words,
    address: "/people/p/",
    ...at(markdown, words),
  });
  const drawn = draw(markdown, [
    person("Ana Reis"),
    person("Ilse Okafor"),
    { ...person("Okafor"), kind: "organisation" } as Mark,
  ]);
  assert.equal(
    drawn,
    `<p>See <a href="../../../../about/">Ana Reis of Port Ellis</a> and <a class="person" href="../../../../people/p/">Ilse Okafor</a>.</p>\n`,
  );
});

test("a link that would run something is drawn as its words", () => {
  for (const href of ["javascript:alert(1)", "data:text/html,x", "JAVASCRIPT:x"])
    assert.doesNotMatch(draw(`[a](${href})`, []), /href/);
  assert.match(
    draw("[a](https://a.example/?b&c)", []),
    /<a href="https:\/\/a\.example\/\?b&amp;c">a<\/a>/,
  );
});

const KINDS = ["sentence", "dateline", "quotation", "person", "place", "time"] as const;

function markOf(kind: (typeof KINDS)[number], id: string, start: number, end: number): Mark {
  switch (kind) {
    case "sentence":
      return { kind, id, start, end };
    case "dateline":
      return { kind, start, end };
    case "quotation":
      return {
        kind,
        id,
        quoted: "direct",
        speaker: { name: "N" },
        sure: true,
        because: "b",
        start,
        end,
      };
    case "person":
    case "place":
      return { kind, name: "n", address: "/p/", start, end };
    case "time":
      return { kind, type: "DATE", value: "2022", label: "2022", because: "b", start, end };
  }
}

const BODY =
  "Some *set **words*** and [links](https://a.example/) & `code`.\nMore\n\n## Head\n\n- one *x*\n- two\n\n> said\n\n```\na <b>\n\n c\n```\n\n*cap*\n\nEnd **of** it.";

test("whatever marks lie over it, the text is the text and elements nest", () => {
  const text = plainText(BODY);
  const texts = parseMarkdown(BODY).map(blockText);
  const position = fc.integer({ min: 0, max: text.length });
  const mark = fc.tuple(fc.constantFrom(...KINDS), position, position);
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 12 }), (drawn) => {
      const marks = drawn
        .map(([kind, a, b], index) => markOf(kind, `m${index}`, Math.min(a, b), Math.max(a, b)))
        .sort((a, b) => a.start - b.start || b.end - a.end);
      const markup = draw(BODY, marks);
      assert.deepEqual(textsOutsideNotes(markup), texts);
      const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      assert.equal(new Set(ids).size, ids.length);
    }),
    { numRuns: 400 },
  );
});

const TEXT_ELEMENTS: ReadonlySet<string> = new Set(["p", "h2", "li", "pre"]);

/**
 * Returns the text of each block's element, without the notes. Reads strictly: each end tag must close
 * the tag opened last, and no link may hold a link.
 */
function textsOutsideNotes(markup: string): string[] {
  const open: string[] = [];
  const texts: string[] = [];
  let notes = Number.POSITIVE_INFINITY;
  for (const [piece] of markup.matchAll(/<[^>]*>|[^<]+/g)) {
    const tag = /^<(?<end>\/?)(?<name>[a-z0-9]+)/.exec(piece)?.groups;
    const name = tag?.["name"] ?? "";
    if (tag === undefined) {
      if (open.length < notes && open.length > 0) texts.push((texts.pop() ?? "") + piece);
    } else if (tag["end"] === "/") {
      assert.equal(open.pop(), name);
      if (open.length < notes) notes = Number.POSITIVE_INFINITY;
    } else {
      assert.ok(name !== "a" || !open.includes("a"), "a link in a link");
      open.push(name);
      if (piece.includes('class="notes"')) notes = open.length;
      if (TEXT_ELEMENTS.has(name) && open.length < notes) texts.push("");
    }
  }
  assert.deepEqual(open, []);
  return texts.map((text) => unescaped(text).replace(/^\n/, ""));
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

test("one very long line with very many marks is drawn", () => {
  const sentence = "Ana Reis said so on Monday. ";
  const count = 20_000;
  const marks = Array.from({ length: count }, (_, index): Mark[] => {
    const start = index * sentence.length;
    return [
      markOf("sentence", `s${index}`, start, start + 27),
      markOf("person", "", start, start + 8),
    ];
  }).flat();
  assert.equal(draw(sentence.repeat(count), marks).split("</span>").length, count + 1);
});
