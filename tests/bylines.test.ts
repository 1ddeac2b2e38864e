/** Are bylines of many languages and layouts read, and is nobody made an author who is none? */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readByline, readNames } from "../src/parse/byline-text.ts";
import { parseArticle } from "../src/parse/parse.ts";
import { shadowOf } from "../src/text/shadow.ts";

describe("lines that open as a byline", () => {
  const lines: readonly (readonly [string, readonly string[], string?])[] = [
    ["By Ana Reis, BBC News, Nairobi", ["Ana Reis"], "BBC News"],
    ["By ANA REIS, TOMAS VARGA and ILSE OKAFOR", ["ANA REIS", "TOMAS VARGA", "ILSE OKAFOR"]],
    ["By Ana Reis | Staff Writer", ["Ana Reis"]],
    ["By Ana Reis (AP)", ["Ana Reis"], "AP"],
    ["By Ana Reis, Special to the Gazette", ["Ana Reis"]],
    ["By Ana Reis of the Carrow Gazette", ["Ana Reis"]],
    ["By Ana Reis ana.reis@gazette.example", ["Ana Reis"]],
    ["Analysis by Ana Reis, Gazette Editor-at-large", ["Ana Reis"]],
    ["Words by Ana Reis; photographs by Tomas Varga", ["Ana Reis"]],
    ["By J. R. O'Neill-Varga", ["J. R. O'Neill-Varga"]],
    ["By Gazette Staff", ["Gazette Staff"]],
    ["By TCW", ["TCW"]],
    ["Von unserem Korrespondenten Tomas Varga, Carrow", ["Tomas Varga"]],
    ["Von Ilse Okafor mit AFP", ["Ilse Okafor"], "AFP"],
    ["Von Ilse Okafor, TCW Carrow", ["Ilse Okafor"]],
    ["Propos recueillis par Léa Morel", ["Léa Morel"]],
    ["Por Ana Reis, enviada especial", ["Ana Reis"]],
    ["a cura di Luca Neri", ["Luca Neri"]],
    ["Door Ilse van der Laak", ["Ilse van der Laak"]],
    ["Tekst: Ilse Dahl, Foto: Tomas Berg", ["Ilse Dahl"]],
    ["Autor: Jan Nowak", ["Jan Nowak"]],
    ["Автор: Анна Рейс", ["Анна Рейс"]],
    ["Oleh: Budi Santoso", ["Budi Santoso"]],
    ["كتب - أحمد سالم", ["أحمد سالم"]],
    ["نویسنده: مریم احمدی", ["مریم احمدی"]],
    ["تحریر: علی خان", ["علی خان"]],
    ["מאת רות לוי", ["רות לוי"]],
    ["本报记者 李明", ["李明"]],
    ["【记者李明／台北报道】", ["李明"]],
    ["文／王小明", ["王小明"]],
    ["김나리·이철수 기자", ["김나리", "이철수"]],
    ["山田太郎記者", ["山田太郎"]],
  ];
  for (const [line, authors, agency] of lines) {
    test(line, () => {
      assert.deepEqual(readByline(shadowOf(line)), { authors, ...(agency ? { agency } : {}) });
    });
  }
  const none = [
    "By Monday",
    "By the river",
    "By the numbers",
    "Par exemple",
    "Por la mañana",
    "Von Montag an",
    "Text messages",
    "新华社记者",
    "政治部記者",
    "记者在现场看到了很多人",
    "기자 회견",
  ];
  for (const line of none) {
    test(`none in ${line}`, () => assert.equal(readByline(shadowOf(line)), undefined));
  }
});

describe("names alone", () => {
  test("with what pages glue to them", () => {
    for (const line of [
      "Ana Reis@anareis",
      "Ana Reis2 minutes ago",
      "Ana Reis 4 minutes read",
      "Ana Reis Parliamentary editor",
      "Ana Reis (Enviada especial)",
    ]) {
      assert.deepEqual(readNames(shadowOf(line))?.authors, ["Ana Reis"], line);
    }
  });

  test("are not every two words with capitals", () => {
    for (const line of [
      "By Tide",
      "Related Stories",
      "All News",
      "Economic Scene.",
      "Political Correspondent",
      "FULL TEXT.",
      "Ana Reis (left)",
    ]) {
      assert.equal(readNames(line), undefined, line);
    }
  });
});

describe("the byline of an article", () => {
  const story = "The bridge was opened by the mayor, who had not crossed it before that day.";
  const authors = (...lines: string[]): readonly string[] | undefined =>
    parseArticle(["Bridge opens", ...lines, story, story].join("\n\n")).byline?.authors;

  test("stands below a label, on as many lines as there are authors", () => {
    assert.deepEqual(authors("Von", "Ana Reis", ",", "Tomas Varga"), ["Ana Reis", "Tomas Varga"]);
    assert.deepEqual(authors("By", "The Associated Press"), ["The Associated Press"]);
    assert.deepEqual(authors("By", "Ana Reis", "Ana Reis"), ["Ana Reis"]);
  });

  test("takes the names around it, but not the addresses between them", () => {
    assert.deepEqual(authors("김나리 기자", "nari@gazette.example", "이철수 기자", "3 May 2020"), [
      "김나리",
      "이철수",
    ]);
    assert.deepEqual(authors("Ana Reis", "Tomas Varga", "3 May 2020"), ["Ana Reis", "Tomas Varga"]);
  });

  test("is not the name of whom a picture shows or the text speaks of", () => {
    const found = authors("3 May 2020", "Ilse Okafor", "Photo: Coast Wire", "Ana Reis");
    assert.deepEqual(found, ["Ana Reis"]);
    const text = `Bridge opens\n\n3 May 2020\n\nIlse Okafor\n\nAna Reis\n\nThe mayor, Ilse Okafor, opened the bridge on a day on which it rained.`;
    assert.deepEqual(parseArticle(text).byline?.authors, ["Ana Reis"]);
  });

  test("is a person's before it is a paper's", () => {
    assert.deepEqual(authors("by Carrow Gazette", "3 May 2020", "Ana Reis"), ["Ana Reis"]);
    assert.deepEqual(authors("by Carrow Gazette", "3 May 2020"), ["Carrow Gazette"]);
  });

  test("may be a news agency's, beside the date, and not a picture agency's", () => {
    assert.deepEqual(authors("REUTERS", "3 May 2020"), ["REUTERS"]);
    assert.equal(authors("Getty Images", "3 May 2020"), undefined);
  });
});

test("long lines of what bylines are made of cost no time", () => {
  for (const part of ["By A ", "记者", "A, ", "a@", "(A) ", "【", "기자 ", "By\n"]) {
    const line = part.repeat(50_000 / part.length);
    assert.equal(readByline(line), undefined);
    assert.equal(readNames(line), undefined);
    readByline(line.slice(0, 200));
    readNames(line.slice(0, 200));
  }
});
