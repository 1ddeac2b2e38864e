/** Does each passage say its own language and direction, and can no control character turn round what stands beside it? */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { renderMarkdown } from "../src/render/body.ts";
import { strayControls } from "../src/render/direction-controls.ts";
import { html, renderHtml } from "../src/render/html.ts";
import { languageOn, languageWithin } from "../src/render/language.ts";
import { type InLanguage, passageLanguage } from "../src/text/passage-language.ts";
import { ENGLISH as WORDS } from "./support/english.ts";

const LRE = "\u202a";
const RLE = "\u202b";
const PDF = "\u202c";
const LRO = "\u202d";
const RLO = "\u202e";
const RLI = "\u2067";
const FSI = "\u2068";
const PDI = "\u2069";

const CONTROLS: readonly (readonly [string, string, readonly number[]])[] = [
  ["marks turn nothing", "a\u200eb\u200fc\u061c", []],
  ["an isolate with its end", `a ${RLI}b${PDI} c`, []],
  ["an embedding with its end", `${RLE}b${PDF}`, []],
  ["pairs in pairs", `${RLI}${LRE}a${PDF}${FSI}b${PDI}${PDI}`, []],
  ["an override, with its end or without", `a${RLO}b${PDF}c${LRO}d`, [1, 3, 5]],
  ["an embedding without its end", `${RLE}a`, [0]],
  ["an end without its beginning", `a${PDF}b${PDI}`, [1, 3]],
  ["an embedding that its isolate ends", `${RLI}${RLE}a${PDI}${PDF}`, [1, 4]],
  ["an end that is inside an isolate", `${RLE}${RLI}${PDF}${PDI}${PDF}`, [2]],
];

describe("which controls must not act", () => {
  for (const [what, text, stray] of CONTROLS)
    test(what, () => assert.deepEqual(strayControls(text), stray));
});

test("what is left without the stray controls has none", () => {
  const unit = fc.constantFrom("a", "ب", LRE, RLE, PDF, LRO, RLO, RLI, FSI, PDI);
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
      const stray = new Set(strayControls(units.join("")));
      const rest = units.filter((_unit, at) => !stray.has(at)).join("");
      assert.deepEqual(strayControls(rest), []);
      assert.ok(!rest.includes(RLO) && !rest.includes(LRO));
    }),
    { seed: 7 },
  );
});

test("a hundred thousand controls are read in one go", () => {
  for (const piece of [RLE, PDF, RLI, PDI, `${RLE}${PDI}`, `${RLI}${RLE}`, `${RLO}${PDF}`])
    assert.ok(strayControls(piece.repeat(100_000)).length >= 0);
});

test("in an element a stray control is closed off and kept, in an attribute and a title it is replaced", () => {
  const name = `A${RLO}<b>`;
  const off = `A<bdi class="control">${RLO}</bdi>&lt;b&gt;`;
  assert.equal(
    renderHtml(html`<p title="x ${name}">${name}</p>`),
    `<p title="x A\ufffd&lt;b&gt;">${off}</p>`,
  );
  assert.equal(renderHtml(html`<title>${name}</title>`), "<title>A\ufffd&lt;b&gt;</title>");
  assert.equal(renderHtml(html` lang="${name}"`), ' lang="A\ufffd&lt;b&gt;"');
  const sound = `${RLI}A${PDI}\u200f`;
  assert.equal(
    renderHtml(html`<p title="${sound}">${sound}</p>`),
    `<p title="${sound}">${sound}</p>`,
  );
});

test("in a body a pair may lie around a setting, and every character stays", () => {
  const body = (text: string): string =>
    renderHtml(renderMarkdown(text, [], String, { words: WORDS }));
  assert.equal(body(`a ${RLI}b *c*${PDI} d`), `<p>a ${RLI}b <em>c</em>${PDI} d</p>\n`);
  assert.equal(
    body(`a ${RLO}b *c* d`),
    `<p>a <bdi class="control">${RLO}</bdi>b <em>c</em> d</p>\n`,
  );
});

const ENGLISH: InLanguage = { language: "en", direction: "ltr" };
const PERSIAN: InLanguage = { language: "fa", direction: "rtl" };
const UNKNOWN: InLanguage = { language: "und", direction: "ltr" };

const PASSAGES: readonly (readonly [string, InLanguage, string, string])[] = [
  ["The bridge was closed", ENGLISH, "en", "ltr"],
  ["Der Bürgermeister", ENGLISH, "en", "ltr"],
  ["12:30 – 14", PERSIAN, "fa", "rtl"],
  ["شهردار گفت پل باز خواهد شد", ENGLISH, "fa", "rtl"],
  ["قال رئيس البلدية إن الجسر سيفتح", ENGLISH, "ar", "rtl"],
  ["میئر نے کہا کہ پل بہار میں کھلے گا", ENGLISH, "ur", "rtl"],
  ["ښاروال وویل چې پله به پرانیستل شي", ENGLISH, "ps", "rtl"],
  ["קברניט הנמל אמר", ENGLISH, "he", "rtl"],
  ["Мост открыли весной, сказал мэр", ENGLISH, "ru", "ltr"],
  ["Міст відкрили навесні", ENGLISH, "uk", "ltr"],
  ["Град и мост", ENGLISH, "und-Cyrl", "ltr"],
  ["大橋は春に開く", ENGLISH, "ja", "ltr"],
  ["大橋將在春天開放", ENGLISH, "zh", "ltr"],
  ["大橋", { language: "ja", direction: "ltr" }, "ja", "ltr"],
  ["다리가 열린다", ENGLISH, "ko", "ltr"],
  ["The bridge was closed", PERSIAN, "und-Latn", "ltr"],
  ["The mayor (شهردار) said so", ENGLISH, "en", "ltr"],
  ["شهردار (mayor) چنین گفت و رفت", PERSIAN, "fa", "rtl"],
  ["شهردار گفت پل باز خواهد شد", UNKNOWN, "fa", "rtl"],
  ["The bridge was closed", UNKNOWN, "und", "ltr"],
  ["anything", { language: "no tag at all", direction: "ltr" }, "no tag at all", "ltr"],
];

describe("a passage in another script has its own language and direction", () => {
  for (const [text, around, language, direction] of PASSAGES)
    test(`${text} in ${around.language}`, () =>
      assert.deepEqual(passageLanguage(text, around), { language, direction }));
});

function drawn(value: ReturnType<typeof languageOn>): string {
  return renderHtml(html`${value}`);
}

test("only what differs is said, and an unknown language in the page's script is not named", () => {
  const persian = "شهردار گفت";
  assert.equal(drawn(languageWithin(persian, ENGLISH)), ' lang="fa" dir="rtl"');
  assert.equal(drawn(languageWithin("The mayor", ENGLISH)), "");
  assert.equal(drawn(languageWithin(persian, undefined)), "");
  assert.equal(drawn(languageOn(ENGLISH, PERSIAN, persian)), ' lang="fa" dir="rtl"');
  assert.equal(drawn(languageOn(ENGLISH, PERSIAN, "The mayor")), "");
  assert.equal(drawn(languageOn(ENGLISH, UNKNOWN, persian)), ' lang="fa" dir="rtl"');
  assert.equal(drawn(languageOn(ENGLISH, UNKNOWN, "Град")), ' lang="und-Cyrl"');
  assert.equal(drawn(languageOn(ENGLISH, UNKNOWN, "Meya")), "");
  assert.equal(drawn(languageOn(PERSIAN, UNKNOWN, "Meya")), ' lang="und-Latn" dir="ltr"');
  assert.equal(drawn(languageOn(PERSIAN, PERSIAN, persian)), "");
});

test("every kind of block says its language where it is another, and a quotation within one too", () => {
  const persian = "شهردار گفت پل باز خواهد شد";
  const markdown = `English words.\n\n${persian}\n\n## ${persian}\n\n- ${persian}\n\n> ${persian}\n\n*${persian}*\n\n1. ${persian}\n\nThe mayor left.`;
  const markup = renderHtml(
    renderMarkdown(markdown, [], String, { language: ENGLISH, words: WORDS }),
  );
  const lang = ' lang="fa" dir="rtl"';
  for (const tag of [
    `<p${lang}>`,
    `<h2 class="crosshead"${lang}>`,
    `<li${lang}>`,
    `<p class="caption"${lang}>`,
    `<li value="1"${lang}>`,
    `<blockquote><p${lang}>`,
  ])
    assert.ok(markup.includes(tag), `${tag} in ${markup}`);
  assert.ok(markup.includes("<p>English words.</p>"));
  const line = `He said: “${persian}” in the hall of the old harbour board, and he left the town.`;
  const quoted = renderMarkdown(
    line,
    [
      {
        kind: "quotation",
        id: "q1",
        start: 9,
        end: 11 + persian.length,
        quoted: "direct",
        sure: false,
        because: "",
      },
    ],
    String,
    { language: ENGLISH, words: WORDS },
  );
  assert.match(renderHtml(quoted), /<span class="quotation direct" id="q1" lang="fa" dir="rtl">/);
});
