/** Are the interface's words complete and sound in every language, and is a mistake in a file told with its line? */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { englishWords, readWords, shippedLanguages } from "../src/read/interface-words.ts";
import { explainSpeaker } from "../src/recognise/quotations/quotations.ts";
import { explainTime } from "../src/recognise/times/times.ts";
import { timeInWords } from "../src/text/interface-times.ts";
import { interfaceSlots } from "../src/words/prepare-interface.ts";
import { runCli } from "./support/cli.ts";
import { freshFolder } from "./support/fresh-folder.ts";

const SHIPPED = new URL("../src/words/interface/", import.meta.url);

test("the types of the sentences are those of the English file", () => {
  const yaml = readFileSync(new URL("en.yml", SHIPPED), "utf8");
  const types = readFileSync(new URL("../src/text/interface-slots.ts", import.meta.url), "utf8");
  assert.equal(types, interfaceSlots(yaml), "run node src/words/prepare-interface.ts");
});

for (const language of shippedLanguages()) {
  test(`every sentence is said in ${language}`, () => {
    const { words, remark } = readWords(undefined, { language });
    assert.equal(remark, undefined);
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, sentence] of Object.entries(words.speech.table)) {
      if (typeof sentence === "string" || key === "time.century") continue;
      for (const form of Object.keys(sentence))
        assert.ok(categories.includes(form as Intl.LDMLPluralRule), `${key}: ${form}`);
    }
  });
}

test("English says of each rule what its recogniser says", () => {
  const words = englishWords();
  for (const [key, sentence] of Object.entries(words.speech.table)) {
    const [section, rule = ""] = key.split(".");
    if (section === "timeRule") assert.equal(sentence, explainTime(rule));
    if (section === "speakerRule") assert.equal(sentence, explainSpeaker(rule));
  }
});

test("numbers, days and other times are said as each language prints them", () => {
  const said = (language: string, value: string): string | undefined =>
    timeInWords(value, readWords(undefined, { language }).words);
  assert.equal(said("en", "2022-01-26"), "26 January 2022");
  assert.equal(said("en-US", "2022-01-26"), "January 26, 2022");
  assert.equal(said("en", "2022-W04"), "week of 24 January 2022");
  assert.equal(said("en", "18"), "19th century");
  assert.equal(said("en", "0099"), "0099");
  const words = (language: string, numerals?: string) =>
    readWords(undefined, { language, ...(numerals !== undefined && { numerals }) }).words;
  assert.equal(words("en").number(8412), "8,412");
  assert.equal(words("fa").number(8412), "۸٬۴۱۲");
  assert.equal(said("fa", "2022-01-26"), "۲۶ ژانویهٔ ۲۰۲۲");
  assert.equal(said("fr", "18"), "XIXe siècle");
  assert.equal(words("ar").figures("2022"), "2022");
  assert.equal(words("ar", "arab").figures("2022"), "٢٠٢٢");
  assert.equal(words("ar").say("count.articles", { count: 2 }), "مقالان");
  assert.equal(words("ar").say("count.articles", { count: 3 }), "3 مقالات");
  assert.equal(words("ar").say("count.articles", { count: 11 }), "11 مقالًا");
  assert.equal(words("ar").say("count.articles", { count: 100 }), "100 مقال");
  assert.deepEqual(
    ["en", "en-US", "de", "fa"].map((language) => words(language).dates.weekdays[0]),
    ["Monday", "Sunday", "Montag", "شنبه"],
  );
});

test("other calendars stand beside days, months and years", () => {
  const dates = (language: string) =>
    readWords(undefined, { language, calendars: ["jalali", "hijri"] }).words.dates;
  assert.deepEqual(dates("en").others("2022-01-26T21:27"), [
    "6 Bahman 1400",
    "23 Jumada II 1443 AH",
  ]);
  assert.deepEqual(dates("en").others("2022"), ["1400–1401", "1443–1444 AH"]);
  assert.deepEqual(dates("en").others("undated"), []);
  assert.equal(dates("en").others("2022-01")[0], "Dey – Bahman 1400");
  assert.deepEqual(dates("fa").others("2023-09"), [
    "شهریور – مهر ۱۴۰۲",
    "صفر – ربیع‌الاول ۱۴۴۵ ه‍.ق.",
  ]);
  assert.equal(dates("fa").others("2022-01-26")[0], "۶ بهمن ۱۴۰۰");
  assert.equal(dates("ar").others("2022-01-26")[1], "23 جمادى الآخرة 1443 هـ");
  assert.equal(dates("ar-EG").others("2022-01-26")[1], "٢٣ جمادى الآخرة ١٤٤٣ هـ");
});

const FAULTS: readonly (readonly [yaml: string, line: number, message: RegExp])[] = [
  ["article:\n  buy: Di {names}\n", 2, /unknown key `article.buy`; did you mean `article.by`\?/],
  ["article:\n  by: Di {name}\n", 2, /`article.by`: \{name\} is no slot .* it has \{names\}/],
  ["article:\n  by: Di\n", 2, /`article.by`: \{names\} is missing/],
  ["\narticle:\n  named:\n    one: una volta\n", 3, /`article.named`: the form `other` is missing/],
  [
    "article:\n  named: {one: una, several: tante, other: '{count}'}\n",
    2,
    /`several` is no way of counting; known are zero, one/,
  ],
  ["article:\n  - by\n", 1, /article/],
  ["article\n", 1, /expected/],
];

for (const [yaml, line, message] of FAULTS)
  test(`a mistake in an archive's words is told with its line: ${message.source}`, (t) => {
    const folder = freshFolder(t);
    folder.write("words/it.yml", yaml);
    assert.throws(() => readWords(folder.path, { language: "it" }), {
      message: new RegExp(`words/it\\.yml:${line}: .*${message.source}`),
    });
  });

test("an archive changes single words, and an unknown language is said in English, with a remark", (t) => {
  const folder = freshFolder(t);
  folder.write("words/en.yml", "article:\n  by: Words by {names}\n");
  folder.write("words/it.yml", "article:\n  by: Di {names}\n");
  const own = readWords(folder.path, { language: "en" });
  assert.equal(own.words.say("article.by", { names: "Ana" }), "Words by Ana");
  assert.equal(own.remark, undefined);
  const italian = readWords(folder.path, { language: "it-CH" });
  assert.equal(italian.words.say("article.by", { names: "Ana" }), "Di Ana");
  assert.equal(italian.words.say("shell.skip"), "Skip to the text");
  assert.match(italian.remark ?? "", /^\d+ of \d+ sentences are missing in the language it-CH/);
  const none = readWords(folder.path, { language: "pt" });
  assert.match(none.remark ?? "", /^no words for the language pt: .*words\/pt\.yml/);
});

test("a build says in one line what is missing, and a change of words changes the pages", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/archive.yml", "title: Courier\nlanguage: it\n");
  folder.write("content/sources/a.txt", "Bridge to reopen\n\nThe bridge will reopen.\n");
  const first = await runCli(["build"], { cwd: folder.path });
  assert.equal(first.code, 0, first.stderr);
  assert.match(first.stderr, /^no words for the language it: /m);
  assert.match(folder.read("_site/index.html"), /Skip to the text/);
  folder.write("content/words/it.yml", "shell:\n  skip: Vai al testo\n");
  const second = await runCli(["build"], { cwd: folder.path });
  assert.equal(second.code, 0, second.stderr);
  assert.match(folder.read("_site/index.html"), /Vai al testo/);
  const third = await runCli(["build"], { cwd: folder.path });
  assert.match(third.stdout, /nothing has changed/);
});
