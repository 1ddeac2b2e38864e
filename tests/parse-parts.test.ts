/** Do the parser's readers of one line (dates, datelines, bylines, furniture, pictures) say yes and no where they should? */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ParseFacts } from "../src/model.ts";
import { readByline, readNames } from "../src/parse/byline-text.ts";
import { readPictureText } from "../src/parse/caption-text.ts";
import { readDateline } from "../src/parse/dateline.ts";
import { readDateLine } from "../src/parse/dates/date-line.ts";
import { monthOf } from "../src/parse/dates/months.ts";
import { knownFurniture } from "../src/parse/furniture.ts";
import { furnitureOf } from "../src/parse/furniture-vocabulary.ts";
import { openingAmong } from "../src/parse/openings.ts";
import { parseArticle } from "../src/parse/parse.ts";
import { textLines } from "../src/text/lines.ts";
import { shadowOf } from "../src/text/shadow.ts";

describe("publication lines", () => {
  const reads = (line: string, value: string, zone?: string, facts: ParseFacts = {}): void => {
    test(line, () => {
      const found = readDateLine(shadowOf(line), facts);
      assert.equal(found?.publication?.value, value);
      assert.equal(found?.publication?.zone, zone);
    });
  };
  reads("January 26, 2022 - 21:27", "2022-01-26T21:27");
  reads("19 November 2019", "2019-11-19");
  reads("Nov. 18th 2019 8:54 am PT", "2019-11-18T08:54", "America/Los_Angeles");
  reads("Updated 0339 GMT (1139 HKT) November 19, 2019", "2019-11-19T03:39Z", "UTC");
  reads("Published Wed, Nov 20 20194:29 AM EST", "2019-11-20T04:29-05:00", "-05:00");
  reads("12:20pm Jan 7, 2024", "2024-01-07T12:20");
  reads("12:05am Jan 7, 2024", "2024-01-07T00:05");
  reads("2024-02-14T16:15:30Z", "2024-02-14T16:15Z", "UTC");
  reads("2020-11-05T06:30:00+03:30", "2020-11-05T06:30+03:30", "+03:30");
  reads(
    "Published: 15:56 BST, 27 April 2024 | Updated: 15:57 BST, 28 April 2024",
    "2024-04-27T15:56+01:00",
    "Europe/London",
  );
  reads("Updated: 28 April 2024 | Published: 27 April 2024", "2024-04-27");
  reads("21/06/2014", "2014-06-21");
  reads("06/21/2014", "2014-06-21");
  reads("04/05/2020", "2020-05-04", undefined, { dateOrder: "dmy" });
  reads("04/05/2020", "2020-04-05", undefined, { dateOrder: "mdy" });
  reads("05/05/2020", "2020-05-05");
  reads("Stand: 08.07.2026 05:00 Uhr", "2026-07-08T05:00");
  reads("Publié le 30 août 2023 à 14h52, modifié le 30 août 2023 à 15h54", "2023-08-30T14:52");
  reads("Publicado el 3 de enero de 2021", "2021-01-03");
  reads("2019 m. lapkričio 19 d.", "2019-11-19");
  reads("2024年4月5日 14:30", "2024-04-05T14:30");
  reads("۱۷ ژوئن ۲۰۲۳ - ۱۸:۱۵", "2023-06-17T18:15");
  reads("3 May 2020, 10:00", "2020-05-03T10:00", "Asia/Tehran", { zone: "Asia/Tehran" });
  reads("June 2018", "2018-06");
  reads("9 March 2020 10:15 IST", "2020-03-09T10:15");

  for (const line of ["04/05/2020", "31/31/2020", "30 February 2021", "2021-13-01"]) {
    test(`no value for ${line}`, () => {
      const found = readDateLine(line, {});
      assert.ok(found?.trouble);
      assert.equal(found.publication, undefined);
    });
  }
  for (const line of [
    "Marching on",
    "May be closed in 12 days",
    "Route 2019",
    "1939",
    "Page 3 of 12",
    "May 3",
  ]) {
    test(`no date in ${line}`, () => assert.equal(readDateLine(line, {}), undefined));
  }
  test("a label in another language puts the day first", () => {
    assert.equal(readDateLine("Aktualisiert am 04/05/2020", {})?.publication?.value, "2020-05-04");
  });
  test("an update alone says so", () => {
    assert.equal(readDateLine("Updated 3 May 2020", {})?.modified, true);
    assert.equal(readDateLine("Published 3 May 2020", {})?.modified, false);
  });
  test("months in many languages, no other words", () => {
    const months = ["Sept.", "janvier", "Dezember", "enero", "stycznia", "марта", "سبتمبر"].map(
      monthOf,
    );
    assert.deepEqual(months, [9, 1, 12, 1, 1, 3, 9]);
    assert.deepEqual(["Monday", "bridge", "x", ""].map(monthOf), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("datelines", () => {
  const reads = (opening: string, rest: string, place: string, agency?: string): void => {
    test(opening, () => {
      const found = readDateline(shadowOf(opening + rest), 10);
      assert.deepEqual(found, {
        start: 10,
        end: 10 + opening.length,
        place,
        ...(agency ? { agency } : {}),
      });
    });
  };
  reads("PORT ELLIS -", " The bridge opened.", "PORT ELLIS");
  reads("PORT ELLIS –", " the bridge opened.", "PORT ELLIS");
  reads("PORT ELLIS-", " The bridge opened.", "PORT ELLIS");
  reads("PORT ELLIS --", " The bridge opened.", "PORT ELLIS");
  reads("PORT ELLIS _", " The bridge opened.", "PORT ELLIS");
  reads("PORT ELLIS (AP) —", " The bridge opened.", "PORT ELLIS", "AP");
  reads("PORT ELLIS, March 3 (Coast Wire) -", " The bridge opened.", "PORT ELLIS", "Coast Wire");
  reads("CARROW, Sorrel, Sept. 14 -", " The river rose.", "CARROW, Sorrel");
  reads("CARROW, March 3, Reuter -", " The river rose.", "CARROW", "Reuter");
  reads("CARROW March 13 -", " The river rose.", "CARROW");
  reads("Port Ellis –", " The bridge opened.", "Port Ellis");
  reads("Port Ellis (CNN)", "The bridge opened.", "Port Ellis", "CNN");
  reads("VESCOMBE:", " The cabinet met.", "VESCOMBE");
  reads("PORT-AU-GRACE, Sorrel —", " The boat came in.", "PORT-AU-GRACE, Sorrel");
  reads("Vescombe/Carrow –", " Die Brücke ist offen.", "Vescombe/Carrow");
  reads("کارو –", " کتابخانه باز شد.", "کارو");
  const none = [
    "EXCLUSIVE - The bridge will stay shut until spring.",
    "BREAKING: The bridge is shut.",
    "Q: When will it open?",
    "The bridge - which is shut - will open in May.",
    "The well-known engineer said that it would open.",
    "He came - he said - to see the bridge for himself.",
    "Nobody knew why – the gates had opened by themselves.",
    "Tern Dredging Ltd - A company without a boat - was paid.",
    "(CNN) The bridge opened.",
    "12 - The number of gates.",
    "- A dash to begin with.",
  ];
  for (const text of none) {
    test(`none in ${text}`, () => assert.equal(readDateline(shadowOf(text), 0), undefined));
  }
});

describe("bylines", () => {
  const reads = (line: string, authors: string[], agency?: string): void => {
    test(line, () => {
      const found = readByline(shadowOf(line)) ?? readNames(shadowOf(line));
      assert.deepEqual(found, { authors, ...(agency ? { agency } : {}) });
    });
  };
  reads("By Ana Reis", ["Ana Reis"]);
  reads("by ANA REIS and TOMAS VARGA", ["ANA REIS", "TOMAS VARGA"]);
  reads("By Ana Reis, Political Editor", ["Ana Reis"]);
  reads("By Ana Reis for the Carrow Examiner", ["Ana Reis"]);
  reads("By Ana Reis in Port Ellis", ["Ana Reis"]);
  reads("By Ana Reis, Reuters", ["Ana Reis"], "Reuters");
  reads("By Reuters", ["Reuters"], "Reuters");
  reads("Von Ilse van der Laak", ["Ilse van der Laak"]);
  reads("Par Léa Morel et Jean Petit", ["Léa Morel", "Jean Petit"]);
  reads("Ana Reis@anareis", ["Ana Reis"]);
  reads("Ana Reis 2 hours ago", ["Ana Reis"]);
  reads("Ana Reis Senior Correspondent", ["Ana Reis"]);
  for (const line of [
    "By the time it opened, nobody cared.",
    "By 2019",
    "By",
    "Standing by",
    "Read more",
    "The Harbour Board",
    "What Happened Next",
  ]) {
    test(`none in ${line}`, () => {
      assert.equal(readByline(line), undefined);
      assert.equal(readNames(line), undefined);
    });
  }
});

describe("furniture and pictures", () => {
  const furniture: readonly (readonly [string, string | undefined])[] = [
    ["Leave a Comment", "comment-form"],
    ["2 + 0 =", "comment-form"],
    ["Share on Facebook", "share-bar"],
    ["FacebookTwitterWhatsApp", "share-bar"],
    ["Read More: Who pays?", "related-link"],
    ["Sign up for our newsletter", "newsletter"],
    ["© 2020 The Carrow Examiner", "copyright"],
    ["Advertisement", "page-furniture"],
    ["2 hours ago", "page-furniture"],
    ["Das könnte Sie auch interessieren", "related-link"],
    ["Diesen Artikel teilen", "share-bar"],
    ["Temps de lecture : 4 min", "page-furniture"],
    ["Réservé aux abonnés", "newsletter"],
    ["Ver comentarios", "comment-form"],
    ["Condividi su Facebook", "share-bar"],
    ["Leia também: quem paga?", "related-link"],
    ["Lees ook: wie betaalt dat?", "related-link"],
    ["Læs også: Hvem betaler?", "related-link"],
    ["Anmäl fel", "page-furniture"],
    ["Kommentoi", "comment-form"],
    ["Czytaj też: kto płaci?", "related-link"],
    ["Přihlásit se", "newsletter"],
    ["Поделиться", "share-bar"],
    ["Читайте також", "related-link"],
    ["Haberi paylaş", "share-bar"],
    ["اقرأ أيضا: من يدفع؟", "related-link"],
    ["بیشتر بخوانید", "related-link"],
    ["مزید پڑھیں", "related-link"],
    ["קראו גם", "related-link"],
    ["यह भी पढ़ें", "related-link"],
    ["责任编辑：王小明", "page-furniture"],
    ["シェアする", "share-bar"],
    ["댓글 쓰기", "comment-form"],
    ["Baca juga: Siapa yang membayar?", "related-link"],
    ["Chia sẻ", "share-bar"],
    ["Share prices fell in Vescombe on Monday", undefined],
    ["Comment is free, said the mayor", undefined],
    ["The comments of the board were read aloud", undefined],
    ["Related charges were dropped in May", undefined],
    ["Facebook was fined by the court", undefined],
    ["Hier gibt es keine Schule mehr, sagte der Bürgermeister.", undefined],
    ["Recibe el presidente a los vecinos del puerto en su despacho.", undefined],
    ["Sie wollen keine Brücke, sagen sie, und keine Fähre.", undefined],
    [
      "The clerk read “our newsletter” aloud, and the board laughed until the tide went out.",
      undefined,
    ],
    [
      "The children were asked to keep reading over the summer, and some of them did so.",
      undefined,
    ],
    ["Our team won the cup", undefined],
  ];
  for (const [line, rule] of furniture) {
    test(`${line}: ${rule ?? "none"}`, () => {
      const plain = shadowOf(line);
      assert.equal((knownFurniture(plain) ?? furnitureOf(plain))?.rule, rule);
    });
  }
  const pictures: readonly (readonly [string, string | undefined])[] = [
    ["Getty Images", "credit"],
    ["Ana Reis/Getty Images", "credit"],
    ["The bridge in May (Photo: Ana Reis)", "caption"],
    ["The bridge opened in May, 2020. (AP)", "caption"],
    ["Ana Reis, left, and Tomas Varga on the quay in Port Ellis.", "caption"],
    ["Image caption The bridge in May", "caption"],
    ["Ana Reis (v.l.), Tomas Varga und Ilse Okafor auf der Brücke", "caption"],
    ["De gauche à droite : Ana Reis et Tomas Varga", "caption"],
    ["橋を渡るトラック＝３日（山田太郎撮影）", "caption"],
    ["Die Brücke im Mai. Bild: Ana Reis", "caption"],
    ["The mayor in a borrowed coat on the quay Ana Reis/Coast Images", "caption"],
    ["The mayor says that he paid for it himself Tomas Varga/CWN", "caption"],
    ["The bridge at dusk / A. Reis / Coast Wire nuotr.", "caption"],
    ["The last girder goes up in the evening. Video: Harbour Board.", "caption"],
    ["The mayor at the opening of the bridge in May.  (CWN)", "caption"],
    ["The doubles went to Ana Reis/Ilse Okafor", undefined],
    ["A film of the bridge [Video]", undefined],
    ["The board thanked the clerk for his report. MA/PA", undefined],
    ["The photographs were shown to the court on Monday.", undefined],
    ["Photographer Ana Reis said that she had seen the gates open.", undefined],
    ["Credit Sorrel shares fell by a tenth", undefined],
    ["They turned left, and then the road was gone.", undefined],
  ];
  for (const [line, became] of pictures) {
    test(`${line}: ${became ?? "none"}`, () =>
      assert.equal(readPictureText(shadowOf(line))?.became, became));
  }
});

describe("openings", () => {
  const openingOf = openingAmong(["read more", "read", "\u00a9"]);
  const cases: readonly (readonly [string, string | undefined])[] = [
    ["read more here", "read more"],
    ["reading", "read"],
    ["\u00a92022 Gazette", "\u00a9"],
    ["r", undefined],
    ["", undefined],
    ["bread", undefined],
  ];
  for (const [text, opening] of cases) {
    test(`${text}: ${opening ?? "none"}`, () => assert.equal(openingOf(text), opening));
  }
});

describe("text helpers", () => {
  test("the shadow has the text's length", () => {
    const text = "“Ä” – ٣\u00a0\u200b\ud83d\u0000‘x’";
    assert.equal(shadowOf(text), "\"Ä\" - 3  \ud83d 'x'");
    assert.equal(shadowOf(text).length, text.length);
  });
  test("lines end in every way that lines end", () => {
    const lines = textLines("a\r\nb\rc\n\n  d \u2028e");
    assert.deepEqual(
      lines.map(({ number, parted, indent }) => [number, parted, indent]),
      [
        [1, true, 0],
        [2, false, 0],
        [3, false, 0],
        [5, true, 2],
        [6, false, 0],
      ],
    );
  });
});

describe("hostile lines", () => {
  const parts = [
    "a",
    " ",
    "A ",
    "1",
    "1 ",
    "-",
    "(",
    "(A",
    ".",
    ". A",
    "By A ",
    "May 3 ",
    "Photo ",
    "a\u00a0",
    "©",
    "@a",
    "/",
    "\u0000",
    "\ud800",
    "\u200b",
    "1:1",
    "|",
    "a | ",
    "aaaBb",
    '{"a":',
    ">> ",
    "a@b.c ",
    "(source: a",
    "AB/CD/",
    ". REUTER",
    "? ",
    "«a",
    "'",
  ];
  for (const part of parts) {
    test(`100 kB of ${JSON.stringify(part)}`, () => {
      const text = part.repeat(Math.ceil(100_000 / part.length));
      const { blocks, headline, removed } = parseArticle(
        `Title\n\n${text}\n\n${text.slice(0, 200)}\n`,
      );
      assert.ok(headline);
      assert.ok(blocks.length + removed.length > 0 || text.trim() === "");
    });
  }
});

describe("texts of many lines", () => {
  const paragraph =
    "The harbour board of Port Ellis voted to open the old bridge to lorries again.";
  const kinds: readonly (readonly [string, (index: number) => string])[] = [
    [
      "headings and paragraphs",
      (index) => (index % 2 ? `${paragraph} ${index}.` : `Gate ${index}`),
    ],
    ["headlines and dates", (index) => (index % 2 ? "May 3, 2021" : `A headline for ${index}`)],
    ["questions", (index) => `Who pays for gate ${index}?`],
  ];
  for (const [name, lineOf] of kinds) {
    test(`20,000 lines of ${name}`, () => {
      const lines = Array.from({ length: 20_000 }, (_, index) => lineOf(index));
      const { readings } = parseArticle(`Title\n\n${lines.join("\n\n")}\n`);
      assert.equal(readings.length, 20_001);
    });
  }
});

test("that there is no text is said only where lines were removed or nothing was found", () => {
  const noBody = (text: string): string | undefined =>
    parseArticle(text).diagnostics.find(({ rule }) => rule === "parse/no-body")?.message;
  assert.equal(noBody("GOAT TO BE SOLD\n\nMay 4, 2018"), undefined);
  assert.match(
    noBody("Goat sold\n\nShare this article\n\nMay 4, 2018") ?? "",
    /see what was removed$/,
  );
  assert.match(noBody("") ?? "", /found$/);
});
