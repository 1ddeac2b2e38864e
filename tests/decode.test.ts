/** Is a text read in the encoding it was written in, and is each doubt said with its line? Sentences are invented. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { decode } from "../src/read/decode.ts";

/** Bytes written out, so that no encoder of ours can share a fault with the decoder. */
function bytes(hex: string): Uint8Array {
  return Buffer.from(hex.replaceAll(" ", ""), "hex");
}

function bytesOf(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

/** Writes a text in an encoding of one or two bytes, by asking the platform what each pair of bytes stands for. */
function encode(text: string, label: string): Uint8Array {
  const table = tableOf(label);
  return bytesOf(...[...text].map((character) => table.get(character) ?? assert.fail(character)));
}

function tableOf(label: string): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(label);
  const add = (...code: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(code));
    if ([...text].length === 1 && text !== "\ufffd" && !table.has(text)) table.set(text, code);
  };
  for (let first = 0; first < 256; first += 1) add(first);
  for (let first = 0x81; first < 255; first += 1)
    for (let second = 0x40; second < 255; second += 1) add(first, second);
  return table;
}

function read(input: Uint8Array) {
  const decoding = decode(input);
  assert.ok(!("refused" in decoding), JSON.stringify(decoding));
  return decoding;
}

const PORT_HE = "הנמל ייפתח מחדש אחרי שנים רבות, אמר ראש העיר";
const LEGACY: readonly (readonly [string, string])[] = [
  [
    "windows-1252",
    "Ten\u00a0 million\u00a0 people\u00a0 came\u00a0 to\u00a0 it\u00a0 in\u00a0 all",
  ],
  ["windows-1252", "Übung am Hafen"],
  ["windows-1252", "Disse «no, è così»"],
  [
    "windows-1252",
    "Le maire a déclaré que le pont rouvrirait à l’été, après une année de travaux.",
  ],
  ["windows-1252", "Der Bürgermeister sagte, die Brücke öffne im März für Fußgänger."],
  ["windows-1252", "¿Quién pagará el puente? «Nadie», respondió el señor Núñez."],
  ["windows-1251", "Мост откроют весной, сказал мэр города Ольга Перова."],
  ["windows-1251", "Міст відкриють навесні, сказала міська голова."],
  ["koi8-r", "Мост откроют весной, сказал мэр города Ольга Перова."],
  ["iso-8859-5", "Мост откроют весной, сказал мэр города Ольга Перова."],
  ["ibm866", "Мост откроют весной, сказал мэр города Ольга Перова."],
  ["windows-1250", "Most zostanie otwarty wiosną, powiedział burmistrz, dziękując załodze."],
  ["windows-1250", "Most bude otevřen na jaře, řekl starosta města při prohlídce."],
  ["windows-1250", "A hidat tavasszal nyitják meg, közölte a főmérnök, Bartók Örs."],
  ["windows-1253", "Η γέφυρα θα ανοίξει την άνοιξη, είπε ο δήμαρχος."],
  ["windows-1254", "Köprü baharda açılacak, dedi şehrin başkanı Işıl Öğüt."],
  ["windows-1255", PORT_HE],
  ["windows-1256", "قال رئيس البلدية إن الجسر سيفتح في الربيع بعد سنوات."],
  ["windows-1256", "شهردار گفت پل پس از چند سال در بهار باز خواهد شد."],
  ["windows-1257", "Tiltas bus atidarytas pavasarį, sakė miesto meras, dėkodamas už kantrybę."],
  ["macintosh", "Le maire a déclaré que le pont rouvrirait après l’été, à midi."],
  ["gb18030", "市长说，大桥将在春天重新开放，这是多年来的第一次。"],
  ["big5", "市長說，大橋將在春天重新開放，這是多年來的第一次。"],
  ["shift_jis", "市長は、橋が春に再び開くと述べた。工事は三年かかった。"],
  ["euc-jp", "市長は、橋が春に再び開くと述べた。工事は三年かかった。"],
  ["euc-kr", "시장은 다리가 봄에 다시 열린다고 말했다. 공사는 삼년이 걸렸다."],
];

describe("a text that is not Unicode is read by its letters, and the guess is said", () => {
  for (const [label, text] of LEGACY) {
    test(`${label}: ${text.slice(0, 30)}`, () => {
      const found = read(encode(text, label));
      assert.equal(found.text, text);
      assert.equal(found.encoding, label);
      assert.deepEqual(
        found.diagnostics.map(({ rule }) => rule),
        ["read/encoding-guessed"],
      );
    });
  }
});

describe("Unicode in any form", () => {
  const text = "Мост\nوصل خبر الجسر\nbridge 橋 🌉\n";
  const little = Buffer.from(text, "utf16le");
  const wide = Buffer.alloc([...text].length * 4);
  [...text].forEach((character, index) => {
    wide.writeUInt32LE(character.codePointAt(0) ?? 0, index * 4);
  });
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ["utf-8", Buffer.from(text)],
    ["utf-16le", bytesOf([0xff, 0xfe], [...little])],
    ["utf-16be", bytesOf([0xfe, 0xff], [...Buffer.from(little).swap16()])],
    ["utf-32le", bytesOf([0xff, 0xfe, 0, 0], [...wide])],
    ["utf-32be", bytesOf([0, 0, 0xfe, 0xff], [...Buffer.from(wide).swap32()])],
    ["utf-32le", wide],
    ["utf-32be", Buffer.from(wide).swap32()],
  ];
  for (const [encoding, input] of cases) {
    test(`${encoding}, ${input.length} bytes`, () => {
      const found = read(input);
      assert.deepEqual([found.text, found.encoding, found.diagnostics], [text, encoding, []]);
    });
  }
  const unmarked = [
    "Мост откроют весной, сказал мэр.",
    "قال رئيس البلدية إن الجسر سيفتح",
    "पुल वसंत में फिर से खुलेगा",
    PORT_HE,
    "다리가 봄에 다시 열린다고 말했다.\n시장은 밝혔다.",
  ];
  for (const sentence of unmarked) {
    test(`UTF-16 without a mark: ${sentence}`, () => {
      const units = Buffer.from(sentence, "utf16le");
      assert.deepEqual([read(units).text, read(units).encoding], [sentence, "utf-16le"]);
      units.swap16();
      assert.deepEqual([read(units).text, read(units).encoding], [sentence, "utf-16be"]);
    });
  }
  test("a mark inside a text is kept, one at its head is not", () => {
    assert.equal(read(Buffer.from("\ufeffOne\ufefftwo")).text, "One\ufefftwo");
  });
  test("broken UTF-16 and UTF-32 are read, and it is said", () => {
    for (const input of [
      bytes("fffe 4100 00d8 4200"),
      bytes("fffe0000 41000000 ffffffff 42000000"),
    ]) {
      const found = read(input);
      assert.equal(found.text, "A\ufffdB");
      assert.deepEqual(
        found.diagnostics.map(({ rule }) => rule),
        ["read/broken-encoding"],
      );
    }
  });
});

describe("UTF-8 with bytes that are none", () => {
  test("the rest is UTF-8, the bytes are Windows-1252, and the line is named", () => {
    const input = bytesOf("Café déjà vu à Üst\nThe board", [0x92], "s boat\n", [0x93], "é");
    const found = read(input);
    assert.equal(found.text, "Café déjà vu à Üst\nThe board’s boat\n“é");
    assert.equal(found.encoding, "utf-8");
    assert.deepEqual(
      found.diagnostics.map(({ rule, line }) => [rule, line]),
      [["read/mixed-encoding", 2]],
    );
  });
  test("a text cut off within a letter keeps all of it but that", () => {
    const found = read(Buffer.from("Die Brücke über die Böe für Grüße").subarray(0, -2));
    assert.ok(found.text.startsWith("Die Brücke über die Böe für Grü"));
  });
  test("no valid character of it is lost, wherever the bytes stand", () => {
    const part = fc.oneof(fc.constantFrom("é", "й", "橋", "🌉", "a"), fc.constant(0x92));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 30 }), (parts) => {
        const head = "é".repeat(200);
        const input = bytesOf(head, ...parts.map((one) => (one === 0x92 ? [one] : String(one))));
        const wanted = parts.map((one) => (one === 0x92 ? "’" : one)).join("");
        assert.equal(read(input).text, head + wanted);
      }),
      { seed: 3 },
    );
  });
});

describe("letters that were garbled before are kept and flagged with their line", () => {
  const western = new TextDecoder("windows-1252");
  const garbled: readonly (readonly [string, string])[] = [
    ["quotation marks", western.decode(Buffer.from("the board’s"))],
    ["French", western.decode(Buffer.from("déjà"))],
    ["Russian", western.decode(Buffer.from("Сказал"))],
    ["Arabic", western.decode(Buffer.from("الجسر"))],
    ["Hebrew", western.decode(Buffer.from("הנמל"))],
    ["Greek", western.decode(Buffer.from("γέφυρα"))],
    ["Chinese", western.decode(Buffer.from("大橋"))],
    ["Russian as 1251", new TextDecoder("windows-1251").decode(Buffer.from("Сказал"))],
    ["Arabic as 1256", new TextDecoder("windows-1256").decode(Buffer.from("الجسر"))],
    ["the mark of lost letters", western.decode(Buffer.from("caf\ufffd"))],
    ["lost letters", "caf\ufffd\ufffd"],
  ];
  for (const [what, words] of garbled) {
    test(what, () => {
      const text = `One\r\ntwo\r\n${words} stood there`;
      const found = read(Buffer.from(text));
      assert.equal(found.text, text);
      assert.ok(found.diagnostics.length > 0, words);
      for (const { rule, line } of found.diagnostics)
        assert.deepEqual([rule, line], ["read/mojibake", 3]);
    });
  }
  const honest = [
    "Ålesund «Å» SÃO PAULO ÂNGELA «Ð» Øystein Øst Ûl",
    "ÎLE-DE-FRANCE, ÉTÉ À ÎLES; £5 – 6°, ×3 ×4, l’État",
    "РСФСР, СССР, ССР, РЖД и Россия",
    "طظ وظل الطقس، «طظ»",
    "Ä–Ö “Å” Đorđe Čačak",
  ];
  for (const text of honest) {
    test(`not: ${text}`, () => assert.deepEqual(read(Buffer.from(text)).diagnostics, []));
  }
});
