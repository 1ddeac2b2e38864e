/** Does reading find every source, in order, and decode or refuse its bytes as it should? */
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { decode } from "../src/read/decode.ts";
import { readFreePages } from "../src/read/free-pages.ts";
import { listSources, readSources } from "../src/read/sources.ts";
import type { ArchiveSettings } from "../src/settings-model.ts";
import { CliError } from "../src/text/cli-error.ts";

const settings: ArchiveSettings = {
  title: "Test",
  language: "en",
  publishers: [],
  thresholds: {
    personSure: 0.9,
    personLikely: 0.5,
    personArticles: 2,
    topicArticles: 3,
    countryPairArticles: 5,
    leadingOrganisationArticles: 3,
    placeArticles: 2,
    organisationArticles: 2,
    sourceBytes: 1000,
  },
};

/** Runs with a content folder that holds these files below sources/. */
function withSources(files: Readonly<Record<string, string>>, run: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "backfile-read-"));
  try {
    mkdirSync(join(folder, "sources"));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, "sources", path)), { recursive: true });
      writeFileSync(join(folder, "sources", path), text);
    }
    run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const bytesOf = (...parts: (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));

describe("decode", () => {
  const reads = (bytes: Uint8Array, text: string, encoding: string, ...rules: string[]): void => {
    const decoding = decode(bytes);
    assert.ok(!("refused" in decoding));
    assert.equal(decoding.text, text);
    assert.equal(decoding.encoding, encoding);
    assert.deepEqual(
      decoding.diagnostics.map(({ rule }) => rule),
      rules,
    );
  };
  const refuses = (bytes: Uint8Array, rule: string): void => {
    const decoding = decode(bytes);
    assert.ok("refused" in decoding);
    assert.equal(decoding.refused.rule, rule);
    assert.equal(decoding.refused.severity, "set-aside");
  };

  test("UTF-8, with and without a mark", () => {
    reads(bytesOf("café – port"), "café – port", "utf-8");
    reads(bytesOf([0xef, 0xbb, 0xbf], "café"), "café", "utf-8");
  });
  test("UTF-16, with and without a mark, both ends first", () => {
    const little = Buffer.from("The ferry", "utf16le");
    const big = Buffer.from(little).swap16();
    reads(bytesOf([0xff, 0xfe], [...little]), "The ferry", "utf-16le");
    reads(bytesOf([0xfe, 0xff], [...big]), "The ferry", "utf-16be");
    reads(little, "The ferry", "utf-16le");
    reads(big, "The ferry", "utf-16be");
  });
  test("Windows code pages, by their letters, with a warning", () => {
    reads(
      bytesOf("The caf", [0xe9], " said ", [0x93], "no", [0x94]),
      "The café said “no”",
      "windows-1252",
      "read/encoding-guessed",
    );
    const port = [0xcf, 0xee, 0xf0, 0xf2, 0x20, 0xe7, 0xe0, 0xea, 0xf0, 0xfb, 0xf2];
    reads(bytesOf(port), "Порт закрыт", "windows-1251", "read/encoding-guessed");
    const most = [
      0x4d, 0x6f, 0x73, 0x74, 0x20, 0x7a, 0x61, 0x6d, 0x6b, 0x6e, 0x69, 0xea, 0x74, 0x79, 0x2c,
      0x20, 0x9c, 0x77, 0x69, 0x61, 0x74, 0xb3, 0x6f,
    ];
    reads(bytesOf(most), "Most zamknięty, światło", "windows-1250", "read/encoding-guessed");
  });
  test("keeps what was garbled before, and says where", () => {
    const decoding = decode(bytesOf("One\nthe boardâ€™s boat"));
    assert.ok(!("refused" in decoding));
    assert.deepEqual(
      decoding.diagnostics.map(({ rule, line }) => [rule, line]),
      [["read/mojibake", 2]],
    );
    assert.equal(decoding.text, "One\nthe boardâ€™s boat");
  });
  test("does not flag honest accents", () => {
    reads(bytesOf("Ã is a letter, â too: pâté"), "Ã is a letter, â too: pâté", "utf-8");
  });
  test("refuses what is empty or no text, but not a wire's control character", () => {
    refuses(bytesOf(""), "read/empty-file");
    refuses(bytesOf([0xef, 0xbb, 0xbf], " \r\n "), "read/empty-file");
    refuses(bytesOf("PNG", [0, 0, 1, 2]), "read/binary-file");
    refuses(bytesOf("A long caption inside of a picture", [0, 0xff, 0xd8]), "read/binary-file");
    reads(
      bytesOf("A story with a stray \0 in it"),
      "A story with a stray \0 in it",
      "utf-8",
      "read/nul",
    );
    refuses(bytesOf("a", [1, 2, 3, 4, 5]), "read/binary-file");
    reads(
      bytesOf("A story of the usual length. Wire \u0003"),
      "A story of the usual length. Wire \u0003",
      "utf-8",
    );
  });
});

describe("listSources", () => {
  test("finds text files in any folder, sorted by code units, and names the rest once", () => {
    const files = {
      "b.txt": "b",
      "a/z.TXT": "z",
      "a-1.text": "1",
      ".DS_Store": "",
      "x.pdf": "",
      "a/y.doc": "",
    };
    withSources(files, (folder) => {
      const { paths, diagnostics } = listSources(folder, settings);
      assert.deepEqual(paths, ["a-1.text", "a/z.TXT", "b.txt"]);
      assert.deepEqual(
        diagnostics.map(({ rule, file }) => [rule, file]),
        [["read/not-a-source", "sources/a/y.doc"]],
      );
    });
  });
  test("lists pages, exports and crawls, and passes over the folder that a browser saves beside a page", () => {
    const files = {
      "bridge.html": "b",
      "bridge_files/ad.html": "a",
      "bridge-reports/a.htm": "a",
      "pont_fichiers/x.txt": "x",
      "wxr.xml": "x",
      "feed.json": "f",
      "crawl.warc.gz": "c",
      "notes.gz": "n",
    };
    withSources(files, (folder) => {
      const { paths, diagnostics } = listSources(folder, settings);
      assert.deepEqual(paths, [
        "bridge-reports/a.htm",
        "bridge.html",
        "crawl.warc.gz",
        "feed.json",
        "pont_fichiers/x.txt",
        "wxr.xml",
      ]);
      assert.deepEqual(
        diagnostics.map(({ rule, file, message }) => [rule, file, /and 1 more/.test(message)]),
        [["read/not-a-source", "sources/bridge_files", true]],
      );
    });
  });
  test("follows no link out of the folder, and none to a folder", () => {
    withSources({ "in/a.txt": "a" }, (folder) => {
      writeFileSync(join(folder, "secret.txt"), "secret");
      symlinkSync(join(folder, "secret.txt"), join(folder, "sources", "leak.txt"));
      symlinkSync(join(folder, "sources"), join(folder, "sources", "loop"));
      symlinkSync(join(folder, "sources", "in", "a.txt"), join(folder, "sources", "b.txt"));
      symlinkSync(join(folder, "nowhere"), join(folder, "sources", "gone.txt"));
      const { paths, diagnostics } = listSources(folder, settings);
      assert.deepEqual(paths, ["b.txt", "in/a.txt"]);
      assert.deepEqual(diagnostics.map(({ file }) => file).sort(), [
        "sources/gone.txt",
        "sources/leak.txt",
        "sources/loop",
      ]);
    });
  });
  test("sets aside unread what is too large", () => {
    withSources({ "big.txt": "x".repeat(1001), "fits.txt": "x".repeat(1000) }, (folder) => {
      const { paths, diagnostics } = listSources(folder, settings);
      assert.deepEqual(paths, ["fits.txt"]);
      assert.deepEqual(
        diagnostics.map(({ severity, rule, file }) => [severity, rule, file]),
        [["set-aside", "read/too-large", "sources/big.txt"]],
      );
    });
  });
  test("passes over links that lead in a circle", () => {
    withSources({ "a.txt": "a" }, (folder) => {
      symlinkSync("circle.txt", join(folder, "sources", "circle.txt"));
      const { paths, diagnostics } = listSources(folder, settings);
      assert.deepEqual(paths, ["a.txt"]);
      assert.deepEqual(
        diagnostics.map(({ rule, file }) => [rule, file]),
        [["read/link", "sources/circle.txt"]],
      );
    });
  });
  test("sets aside a folder that it may not read, and lists the others", {
    skip: process.getuid?.() === 0 && "root may read everything",
  }, () => {
    withSources({ "locked/a.txt": "a", "open/b.txt": "b" }, (folder) => {
      const locked = join(folder, "sources", "locked");
      chmodSync(locked, 0);
      const { paths, diagnostics } = listSources(folder, settings);
      chmodSync(locked, 0o700);
      assert.deepEqual(paths, ["open/b.txt"]);
      assert.deepEqual(
        diagnostics.map(({ severity, rule, file }) => [severity, rule, file]),
        [["set-aside", "read/unreadable", "sources/locked"]],
      );
    });
  });
  test("warns if there is no source at all", () => {
    withSources({}, (folder) => {
      assert.deepEqual(
        listSources(folder, settings).diagnostics.map(({ severity, rule }) => [severity, rule]),
        [["warning", "read/no-sources"]],
      );
    });
  });
  test("says what to do if there is no folder", () => {
    assert.throws(
      () => listSources(join(tmpdir(), "backfile-nowhere"), settings),
      (error) => error instanceof CliError && /sources.*create/.test(error.message),
    );
  });
});

describe("readSources", () => {
  test("gives text and hash, or sets aside", () => {
    withSources({ "a.txt": "abc", "empty.txt": "" }, (folder) => {
      const {
        sources: [source],
      } = readSources(folder, "a.txt");
      assert.deepEqual(source, {
        path: "a.txt",
        text: "abc",
        encoding: "utf-8",
        format: "text",
        sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      });
      const {
        sources: [none],
        diagnostics,
      } = readSources(folder, "empty.txt");
      assert.equal(none, undefined);
      assert.deepEqual(
        diagnostics.map(({ rule, file }) => [rule, file]),
        [["read/empty-file", "sources/empty.txt"]],
      );
      assert.equal(readSources(folder, "gone.txt").diagnostics[0]?.rule, "read/unreadable");
    });
  });
});

describe("readFreePages", () => {
  test("names the file as it is called, and drops none for its letters", () => {
    withSources({}, (folder) => {
      mkdirSync(join(folder, "pages", "dir.md"), { recursive: true });
      const files = {
        "关于.md": "# 关于本站\n\n文字",
        "联系.md": "文字",
        "People.md": "Us",
        ".draft.md": "no",
        "notes.txt": "no",
      };
      for (const [name, text] of Object.entries(files))
        writeFileSync(join(folder, "pages", name), text);
      const pages = readFreePages(folder);
      assert.deepEqual(
        pages.map(({ file, title }) => [file, title]),
        [
          ["pages/People.md", "People"],
          ["pages/关于.md", "关于本站"],
          ["pages/联系.md", "联系"],
        ],
      );
      const slugs = pages.map(({ slug }) => slug);
      assert.equal(slugs[0], "people");
      for (const slug of slugs) assert.match(slug, /^[a-z0-9-]+$/);
      assert.equal(new Set(slugs).size, 3);
    });
  });
  test("reads the title behind a byte order mark and front matter, and prints neither", () => {
    withSources({}, (folder) => {
      mkdirSync(join(folder, "pages"));
      const files = {
        "a.md": "\uFEFF# Imprint\r\n\r\nWe.",
        "b.md": '---\nlayout: x\ntitle: "Our rules"\n---\n\nBe kind.\n',
        "c.md": "---\ntitle: Not this\n---\n# Corrections\n\nNone.",
        "d.md": "---\n\nA rule above.\n\n---\n\nAnd below.",
      };
      for (const [name, text] of Object.entries(files))
        writeFileSync(join(folder, "pages", name), text);
      assert.deepEqual(
        readFreePages(folder).map(({ title, text }) => [title, text]),
        [
          ["Imprint", "We."],
          ["Our rules", "Be kind.\n"],
          ["Corrections", "None."],
          ["d", "---\n\nA rule above.\n\n---\n\nAnd below."],
        ],
      );
    });
  });
});
