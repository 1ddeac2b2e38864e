/** Are publication lines of many languages and calendars read, and do the calendars agree with `Intl`? */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { ParseFacts } from "../src/model.ts";
import { readDateLine } from "../src/parse/dates/date-line.ts";
import { namedMonth } from "../src/parse/dates/months.ts";
import { dateOrderShown, orderOfLanguage } from "../src/parse/dates/order.ts";
import { parseArticle } from "../src/parse/parse.ts";
import { isoDayOf } from "../src/text/calendars.ts";
import { shadowOf } from "../src/text/shadow.ts";

const EVENING = "2022-01-26T21:27";
const DAY = "2022-01-26";

/** Each line states the evening, or the day, and nothing else. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  [EVENING]: [
    "Wed 26 Jan 2022, 9.27pm",
    "January 26th, 2022 at 9:27 p.m.",
    "26-Jan-22 21:27",
    "26 January 2022, 2127 hrs",
    "21:27 | 26.01.22",
    "Wed Jan 26 21:27:00 2022",
    "Mittwoch, 26. Januar 2022, 21.27 Uhr",
    "Stand: 26.01.2022, 21:27 Uhr",
    "Mercredi 26 janvier 2022 à 21h27",
    "Mis en ligne le 26 janv. 2022 à 21 h 27",
    "Miércoles, 26 de enero de 2022 - 9:27 p. m.",
    "mercoledì 26 gennaio 2022, ore 21:27",
    "26 de janeiro de 2022, às 21h27",
    "woensdag 26 januari 2022, 21:27 uur",
    "26. jan. 2022 kl. 21.27",
    "Publicerad 26 januari 2022 kl 21.27",
    "26.1.2022 klo 21.27",
    "26 stycznia 2022, godz. 21:27",
    "26. ledna 2022, 21:27",
    "26 января 2022 года, 21:27",
    "Опубліковано: 26 січня 2022 р., 21:27",
    "26 Ocak 2022 Çarşamba 21:27",
    "الأربعاء 26 يناير 2022 - 09:27 مساءً",
    "الأربعاء ٢٦ كانون الثاني ٢٠٢٢ - ٢١:٢٧",
    "26 جانفي 2022 - 21:27",
    "چهارشنبه ۶ بهمن ۱۴۰۰ - ۲۱:۲۷",
    "تاریخ انتشار: ۲۱:۲۷ - ۱۴۰۰/۱۱/۰۶",
    "چهارشنبه ۶ دلو ۱۴۰۰ - ۲۱:۲۷",
    "26 جنوری 2022 ، 9:27 شام",
    "פורסם: יום רביעי, 26 בינואר 2022, 21:27",
    "बुधवार, २६ जनवरी २०२२ 09:27 PM",
    "2022年01月26日 21:27",
    "2022年1月26日（水） 21時27分",
    "令和4年1月26日 午後9時27分",
    "2022.01.26. 오후 9:27",
    "입력 2022-01-26 21:27:00 수정 2022-01-27 09:00:00",
    "Rabu, 26 Januari 2022 | 21.27",
    "Thứ tư, 26 tháng 1 năm 2022, 21:27",
    "วันพุธที่ 26 มกราคม 2565 เวลา 21:27 น.".replace("วันพุธที่ ", ""),
    "Τετάρτη 26 Ιανουαρίου 2022, 9:27 μ.μ.",
    "2022. január 26. szerda, 21:27",
    "miercuri, 26 ianuarie 2022, 21:27",
    "2022 m. sausio 26 d. 21:27",
    "2022. gada 26. janvāris, 21:27",
  ],
  [DAY]: [
    "26 d'enero de 2022".replace("d'", "de "),
    "26 يناير/كانون الثاني 2022",
    "23 جمادى الآخرة 1443 هـ",
    "23-6-1443هـ",
    "الأربعاء 23 جمادى الآخرة 1443 هـ - 26 يناير 2022 م",
    "26 ม.ค. 2565",
    "二〇二二年一月二十六日",
    "民國111年1月26日",
    "26/01/2565",
    "۱۴۰۰/۱۱/۰۶",
    "22. 1. 2022 | 26. 1. 2022".slice(-11),
    'כ"ד בשבט תשפ"ב | 26 בינואר 2022',
    // Swahili hours are counted from dawn, and midnight is of two days.
    "Jumatano, Januari 26, 2022 saa 3:27 usiku",
    "Jan. 26, 2022, 12:00 midnight",
  ],
  "2022-01-26T12:00": ["Jan. 26, 2022, noon", "Jan 26, 2022 12 noon"],
  "2022-10-26": ["26. listopada 2022."],
  "2022-11-26": ["26 listopada 2022", "26. listopadu 2022"],
  "1989-01-08": ["平成元年1月8日"],
};

describe("lines in many languages", () => {
  for (const [value, lines] of Object.entries(LINES)) {
    for (const line of lines) {
      test(line, () => {
        const found = readDateLine(shadowOf(line), {});
        assert.equal(found?.publication?.value, value);
      });
    }
  }

  const zoned: readonly (readonly [string, string, string])[] = [
    ["26 января 2022, 21:27 МСК", `${EVENING}+03:00`, "Europe/Moscow"],
    ["26 января 2022 г., 21:27 (мск)", `${EVENING}+03:00`, "Europe/Moscow"],
    ["26.01.2022 21:27 по московскому времени", `${EVENING}+03:00`, "Europe/Moscow"],
    ["26 січня 2022, 21:27 за київським часом", EVENING, "Europe/Kyiv"],
    ["Rabu, 26 Januari 2022 | 21:27 WIB", `${EVENING}+07:00`, "Asia/Jakarta"],
    ["26/1/2022, 21:27 (GMT+7)", `${EVENING}+07:00`, "+07:00"],
    ["26 Jan 2022 21:27 +0330", `${EVENING}+03:30`, "+03:30"],
    ["January 26, 2022 9:27 PM Eastern", EVENING, "America/New_York"],
  ];
  for (const [line, value, zone] of zoned) {
    test(line, () => {
      assert.deepEqual(readDateLine(shadowOf(line), {})?.publication, { value, zone });
    });
  }

  test("a small word is no zone", () => {
    const found = readDateLine("26/01/2022 21:27 et 22:00", {});
    assert.deepEqual(found?.publication, { value: EVENING });
  });

  test("what only looks like a date is none", () => {
    for (const line of [
      "26 people came in 2022",
      "Marz 2 2a",
      "Psalm 26, 20 1",
      "1400 people",
      "Room 1436",
      "6 بهمن",
    ]) {
      assert.equal(readDateLine(shadowOf(line), {}), undefined, line);
    }
  });

  test("every month that Intl prints is that month", () => {
    for (const language of ["de", "fr", "ar", "fa", "th", "he", "ru", "ko", "tr", "cs", "hi"]) {
      for (let month = 1; month <= 12; month += 1) {
        const options = { month: "long", calendar: "gregory", timeZone: "UTC" } as const;
        const format = new Intl.DateTimeFormat(language, options);
        const name = format.format(Date.UTC(2020, month - 1, 9));
        if (/\d/.test(name)) continue;
        assert.deepEqual(namedMonth(name), { calendar: "gregorian", month }, name);
      }
    }
  });
});

describe("calendars", () => {
  const pairs = [
    ["persian", "persian"],
    ["islamic", "islamic-umalqura"],
    ["buddhist", "buddhist"],
  ] as const;
  for (const [calendar, intl] of pairs) {
    test(`${calendar} agrees with Intl on any day from 1925 to 2070`, () => {
      const format = new Intl.DateTimeFormat(`en-u-ca-${intl}-nu-latn`, {
        year: "numeric",
        month: "numeric",
        day: "numeric",
        timeZone: "UTC",
      });
      const first = Date.UTC(1925, 0, 1) / 86_400_000;
      const last = Date.UTC(2070, 0, 1) / 86_400_000;
      fc.assert(
        fc.property(fc.integer({ min: first, max: last }), (day) => {
          const parts = format.formatToParts(day * 86_400_000);
          const figure = (type: string): number =>
            Number.parseInt(parts.find((part) => part.type === type)?.value ?? "", 10);
          const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
          assert.equal(isoDayOf(calendar, figure("year"), figure("month"), figure("day")), iso);
        }),
        { numRuns: 3000, seed: 3 },
      );
    });
  }

  test("Japanese eras agree with Intl", () => {
    const format = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
      dateStyle: "long",
      timeZone: "UTC",
    });
    for (let year = 1930; year <= 2060; year += 1) {
      for (const month of [0, 5, 11]) {
        const time = Date.UTC(year, month, 26);
        const found = readDateLine(shadowOf(format.format(time)), {});
        assert.equal(found?.publication?.value, new Date(time).toISOString().slice(0, 10));
      }
    }
  });

  test("no calendar has a thirteenth month, and few a 30 Esfand", () => {
    assert.equal(isoDayOf("persian", 1400, 13, 1), undefined);
    assert.equal(isoDayOf("persian", 1400, 12, 30), undefined);
    assert.equal(isoDayOf("persian", 1399, 12, 30), "2021-03-20");
    assert.equal(isoDayOf("persian", 1400, 7, 31), undefined);
    assert.equal(isoDayOf("islamic", 1443, 1, 31), undefined);
    assert.equal(isoDayOf("gregorian", 2021, 2, 29), undefined);
  });

  test("a 30th that Umm al-Qura does not have follows its 29th", () => {
    assert.equal(isoDayOf("islamic", 1443, 6, 29), "2022-02-01");
    assert.equal(isoDayOf("islamic", 1443, 6, 30), "2022-02-02");
  });
});

describe("the order of day and month", () => {
  test("is what a number above 12 proves", () => {
    const orders = ["26/01/2022", "Updated 01/26/2022 9:27 PM", "2022-01-26", "04/05/2020"];
    assert.deepEqual(orders.map(dateOrderShown), ["dmy", "mdy", undefined, undefined]);
    assert.deepEqual(
      ["26 January 2022", "26.01.2022", "26/01/2022 | 01/26/2022", "31/31/2022", ""].map(
        dateOrderShown,
      ),
      [undefined, undefined, undefined, undefined, undefined],
    );
  });

  test("is what the line's own language says", () => {
    const value = (line: string, facts: ParseFacts = {}): string | undefined =>
      readDateLine(shadowOf(line), facts)?.publication?.value;
    assert.equal(value("Mis à jour le 04/05/2020"), "2020-05-04");
    assert.equal(value("الأحد 04/05/2020"), "2020-05-04");
    assert.equal(value("Perşembe 04/05/2020"), "2020-05-04");
    assert.equal(value("Published 04/05/2020"), undefined);
    assert.equal(value("Sunday 04/05/2020"), undefined);
    assert.equal(value("公開 04/05/2020"), undefined);
    assert.equal(value("Mis à jour le 04/05/2020", { dateOrder: "mdy" }), "2020-04-05");
  });

  test("is what the text's language says, if it can be told", () => {
    const german =
      "Der Rat hat das Dach und die Uhr nicht mit dem Geld bezahlt, das auf der Bank ist. ";
    const english =
      "The council has not paid for the roof and the clock with that money, they say. ";
    assert.equal(orderOfLanguage(german.repeat(3)), "dmy");
    assert.equal(orderOfLanguage("Совет заплатил за крышу и за часы."), "dmy");
    assert.equal(orderOfLanguage(english.repeat(3)), undefined);
    assert.equal(orderOfLanguage("Der Rat"), undefined);
    assert.equal(orderOfLanguage("市议会没有付屋顶的钱。"), undefined);
    const text = `Das Dach\n\n04/05/2020\n\n${german.repeat(3)}\n`;
    assert.equal(parseArticle(text).published?.value, "2020-05-04");
  });
});

describe("lines as programs of web logs print them", () => {
  for (const line of [
    "Posted on January 26th, 2022 by admin",
    "Submitted by admin on Wed, 26/01/2022",
    "Quarta-feira, 26 de janeiro de 2022",
    "Publicado originalmente em 26 de janeiro de 2022",
    "Originally published Jan 26 2022",
  ]) {
    test(line, () => {
      const found = readDateLine(line, {});
      assert.equal(found?.publication?.value, DAY);
      assert.equal(`${found?.before}${found?.after}`, "");
    });
  }

  test("what is published elsewhere states no date", () => {
    const article = parseArticle("Bridge opens\n\nOriginally published in the Thornby Gazette\n");
    assert.equal(article.published, undefined);
  });
});

describe("lines beside each other", () => {
  const story = "The bridge was opened by the mayor, who had not crossed it before that day.";
  const parse = (...lines: string[]) =>
    parseArticle(["Bridge opens", ...lines, story].join("\n\n"));
  const rules = (...lines: string[]): string[] =>
    parse(...lines).diagnostics.map(({ rule }) => rule);

  test("of two days that disagree the first is taken and the doubt reported", () => {
    const article = parse("26 January 2022", "3 February 2022");
    assert.equal(article.published?.value, DAY);
    assert.deepEqual(
      article.diagnostics.map(({ severity, rule, line }) => [severity, rule, line]),
      [["warning", "parse/several-dates", 3]],
    );
    assert.match(article.diagnostics[0]?.message ?? "", /2022-02-03 on line 5.*set published/);
  });

  test("a label, an update or another calendar is no doubt", () => {
    assert.deepEqual(rules("26 January 2022", "Updated: 27 January 2022"), []);
    assert.deepEqual(rules("25 January 2022", "Published: 26 January 2022"), []);
    assert.deepEqual(rules("6 بهمن 1400", "26 January 2022"), []);
    assert.deepEqual(rules("26 January 2022", "26 January 2022"), []);
  });

  test("the labelled day counts, and the Gregorian one of two calendars", () => {
    assert.equal(parse("25 January 2022", "Published: 26 January 2022").published?.value, DAY);
    const both = parse("23 جمادى الآخرة 1443 هـ", "27 January 2022");
    assert.equal(both.published?.value, "2022-01-27");
  });

  test("a label or a time on a line of its own belongs to the date beside it", () => {
    const article = parse(
      "Published",
      "26 January 2022",
      "21:27 GMT",
      "Updated",
      "27 January 2022",
    );
    assert.equal(article.published?.value, `${EVENING}Z`);
    assert.deepEqual(
      article.other.map(({ kind }) => kind),
      ["modified", "modified"],
    );
    assert.equal(parse("26 January 2022", "21 days of rain").published?.value, DAY);
  });

  test("an update may be named behind its date", () => {
    assert.equal(parse("27 January 2022 (updated)", "26 January 2022").published?.value, DAY);
    const both = parse("26 January 2022 21:27 (Updated 22:15)");
    assert.equal(both.published?.value, EVENING);
    assert.deepEqual(both.diagnostics, []);
  });

  test("a short lede with a dateline is no date line", () => {
    const lede = "PORT ELLIS, Jan. 26, 2022 (AP) - It opened.";
    assert.equal(parse(lede).published, undefined);
  });

  test("an author on the date's line is read, before it or behind it", () => {
    for (const line of [
      "By Ana Reis | 26 January 2022",
      "Ana Reis  | 26.01.2022",
      "Von Ana Reis 26.01.2022, 21:27",
      "Posted by Ana Reis on January 26, 2022",
      "Posted on January 26, 2022 by Ana Reis",
      "Politics | 26 January 2022 | By Ana Reis",
      "Artikel veröffentlicht am 26. Januar 2022, 21:27 Uhr, Ana Reis",
    ]) {
      const { byline, published } = parse(line);
      assert.deepEqual(byline?.authors, ["Ana Reis"], line);
      assert.equal(published?.value.slice(0, 10), DAY, line);
    }
  });
});

test("long lines of what dates are made of cost no time", () => {
  for (const part of [
    "26 ",
    "Jan ",
    "26 Jan",
    "1/",
    "二",
    "2022.",
    "كانون ",
    "a/(",
    "9:2 ",
    "ม.",
  ]) {
    const line = part.repeat(50_000 / part.length);
    assert.equal(readDateLine(line, {}), undefined);
    readDateLine(line.slice(0, 220), {});
    dateOrderShown(line);
    orderOfLanguage(line);
  }
});
