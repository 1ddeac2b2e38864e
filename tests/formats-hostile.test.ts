/** Does reading pages, exports and web archives stand what is broken, enormous or meant ill, and is no word lost? */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { brotliCompressSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import type { SourceText } from "../src/model.ts";
import { parseArticle } from "../src/parse/parse.ts";
import { uniquelyNamed } from "../src/read/formats/item-name.ts";
import { readBytes } from "../src/read/sources.ts";

const SEED = 7;

function read(file: string, content: string | Uint8Array, mostBytes?: number) {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return readBytes(file, bytes, [], mostBytes);
}

function onlySource(file: string, content: string | Uint8Array): SourceText {
  const { sources, diagnostics } = read(file, content);
  const [source] = sources;
  assert.ok(source, JSON.stringify(diagnostics));
  return source;
}

const rulesOf = (file: string, content: string | Uint8Array, mostBytes?: number): string[] =>
  read(file, content, mostBytes).diagnostics.map(({ rule }) => rule);

/** The letters and figures of a text, in order. */
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");

describe("the words of a page", () => {
  const word = fc.constantFrom(
    "bridge",
    "Ferry",
    "3",
    "&amp;",
    "été",
    "ميناء",
    "Reis",
    "2019",
    "港",
  );
  const words = fc.array(word, { minLength: 1, maxLength: 30 }).map((list) => list.join(" "));
  const element = fc.constantFrom(
    ..."p div h1 h2 h3 li blockquote span b a figure figcaption pre td section nav aside footer button time br".split(
      " ",
    ),
  );
  const pieces = fc.array(fc.tuple(element, words), { minLength: 1, maxLength: 25 });

  test("are all in its text, in their order, and the parser accounts for each", () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const body = list.map(([name, text]) => `<${name} class="x">${text}</${name}>`).join("\n");
        const source = onlySource("a.html", `<html><head></head><body>${body}</body></html>`);
        const seen = list.map(([, text]) => text.replaceAll("&amp;", "&")).join(" ");
        assert.equal(lettersOf(source.text), lettersOf(seen));
        const { stated, text } = source;
        const article = parseArticle(text, { ...(stated && { stated }) });
        const read = article.readings.map(({ start, end }) => text.slice(start, end)).join(" ");
        assert.equal(lettersOf(read), lettersOf(text));
      }),
      { numRuns: 150, seed: SEED },
    );
  });

  test("are found whatever the mark-up is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (rubbish) => {
        const { sources, diagnostics } = read("a.html", `<p>Tide ${rubbish}<b`);
        for (const { text, stated } of sources) parseArticle(text, { ...(stated && { stated }) });
        assert.ok(sources.length + diagnostics.length > 0);
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  test("are found where browsers find them, in mark-up that is none", () => {
    const pages: readonly (readonly [string, string])[] = [
      ["plain words only", "plain words only"],
      ["<title>T</title><p>one<p>two", "T\n\none\n\ntwo"],
      ["<html><!-- <body> --><p>x", "x"],
      ["<html><head><title>T</title></head>after the head</html>", "T\n\nafter the head"],
      [
        "<html><head><title>T</title><body class='a>b'>no end of the head",
        "T\n\nno end of the head",
      ],
      ["<html><body></body></html><p>after the end</p>", "after the end"],
      ["<body><p>x</p></body><body><p>second</p></body>", "x\n\nsecond"],
      ["<frameset><frame src=x></frameset><noframes>old words</noframes>", "old words"],
      ["<p>a &lt;body&gt;&nbsp;b&#0;&notin;<br>c<br> <br>d", "a <body>\u00a0b\ufffd∉\nc\n\nd"],
      ["<ul><li>a<li>b<ul><li>c</ul></ul>", "a\n\nb\n\nc"],
      ["<table><tr><td>a<table><tr><td>b</table></table>", "a\n\nb"],
    ];
    for (const [page, text] of pages) assert.equal(onlySource("a.html", page).text, text, page);
  });

  test("are decoded as the page, its mark or nobody says", () => {
    const cafe = Buffer.from([0x63, 0x61, 0x66, 0xe9]);
    const page = (head: string): Buffer =>
      Buffer.concat([
        Buffer.from(`<html><head>${head}</head><body><p>`),
        cafe,
        Buffer.from("</p>"),
      ]);
    assert.equal(onlySource("a.html", page('<meta charset="iso-8859-15">')).text, "café");
    assert.equal(onlySource("a.html", page('<meta charset="iso-8859-7">')).text, "cafι");
    assert.equal(onlySource("a.html", page('<meta charset="utf-8">')).text, "café");
    const wide = Buffer.from('\uFEFF<meta charset="utf-8"><p>café</p>', "utf16le");
    assert.equal(onlySource("a.html", wide).text, "café");
    const latin = Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><title>caf\xe9</title></item></channel></rss>',
      "latin1",
    );
    assert.equal(onlySource("a.rss", latin).text, "café");
  });
});

describe("what is meant ill", () => {
  test("a page nested a hundred thousand deep is refused", () => {
    assert.deepEqual(rulesOf("a.html", `${"<div>".repeat(100_000)}x`), ["read/too-deep"]);
    assert.deepEqual(rulesOf("a.xml", `<rss>${"<a>".repeat(100_000)}`), ["read/broken-xml"]);
  });

  test("long pages are read in time that grows with their length", () => {
    for (const piece of [
      "<p>The boat sails.",
      "<b>",
      "x",
      "<!--",
      "&amp",
      "<a href='",
      "\n",
      "]]>",
      "<br>",
    ]) {
      const { sources, diagnostics } = read("a.html", `<p>Boat ${piece.repeat(20_000)}`);
      assert.ok(sources.length + diagnostics.length > 0, piece);
    }
  });

  test("entities of a DTD are not expanded", () => {
    const levels = Array.from({ length: 30 }, (_, n) => `<!ENTITY e${n + 1} "&e${n};&e${n};">`);
    const bomb = `<!DOCTYPE rss [<!ENTITY e0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">${levels.join("")}]>
<rss version="2.0"><channel><item><title>Boom &e30; &file; &amp; &#233;</title></item></channel></rss>`;
    assert.equal(onlySource("a.xml", bomb).text, "Boom &e30; &file; & é");
  });

  test("an address that is none of the web is no original", () => {
    for (const address of [
      "javascript:alert(1)",
      "data:text/html,x",
      "//x",
      "http://",
      "ftp://a.example/",
    ]) {
      const page = `<link rel="canonical" href="${address}"><p>Words</p>`;
      assert.equal(onlySource("a.html", page).stated?.original, undefined, address);
    }
  });

  test("what is broken says so, under the file's name", () => {
    assert.deepEqual(rulesOf("a.xml", "<rss><channel><item><title>Cut"), ["read/broken-xml"]);
    assert.deepEqual(rulesOf("a.xml", "<urlset><url/></urlset>"), ["read/unknown-format"]);
    assert.deepEqual(rulesOf("a.json", '{"name": "not news"}'), ["read/unknown-format"]);
    assert.deepEqual(rulesOf("a.json", '{"uri": "x", "headlines": [{'), ["read/broken-json"]);
    assert.deepEqual(rulesOf("a.html", ""), ["read/empty-file"]);
    assert.deepEqual(rulesOf("a.html", "<script>x</script>"), ["read/empty-page"]);
    assert.deepEqual(rulesOf("a.warc", "nothing of the kind"), ["read/broken-warc"]);
    assert.deepEqual(rulesOf("a.rss", "<rss><channel></channel></rss>"), ["read/no-articles"]);
    const [refused] = read("b/a.xml", "<urlset/>").diagnostics;
    assert.equal(refused?.file, "sources/b/a.xml");
    assert.match(refused?.message ?? "", /found <urlset>/);
  });
});

describe("web archives", () => {
  const PAGE =
    "<html><head><title>Tide</title></head><body><h1>Tide</h1><p>The tide came in at noon and went out again.</p></body></html>";
  const record = (
    headers: Readonly<Record<string, string>>,
    block: Buffer,
    length = block.length,
  ): Buffer =>
    Buffer.concat([
      Buffer.from(
        `WARC/1.0\r\n${Object.entries(headers)
          .map(([name, value]) => `${name}: ${value}\r\n`)
          .join("")}Content-Length: ${length}\r\n\r\n`,
      ),
      block,
      Buffer.from("\r\n\r\n"),
    ]);
  const answer = (headers: string, body: Buffer | string, status = "200 OK"): Buffer =>
    Buffer.concat([
      Buffer.from(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`),
      typeof body === "string" ? Buffer.from(body) : body,
    ]);
  const response = (address: string, http: Buffer, length?: number): Buffer =>
    record(
      { "WARC-Type": "response", "WARC-Target-URI": address, "WARC-Date": "2015-04-09T10:00:00Z" },
      http,
      length,
    );
  const HTML = "Content-Type: text/html; charset=utf-8";
  const chunked = (body: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`10;x=y\r\n`),
      body.subarray(0, 16),
      Buffer.from(`\r\n${(body.length - 16).toString(16)}\r\n`),
      body.subarray(16),
      Buffer.from("\r\n0\r\n\r\n"),
    ]);
  const namesIn = (bytes: Uint8Array): (string | undefined)[] =>
    read("a.warc", bytes).sources.map(({ item }) => item);

  test("give each page that was answered, and count the rest in one note", () => {
    const file = Buffer.concat([
      record({ "WARC-Type": "warcinfo" }, Buffer.from("software: x")),
      record(
        { "WARC-Type": "request", "WARC-Target-URI": "http://a.example/" },
        Buffer.from("GET /"),
      ),
      response("http://a.example/tide", answer(HTML, PAGE)),
      response("http://a.example/gone", answer(HTML, PAGE, "404 Not Found")),
      response("http://a.example/boat.jpg", answer("Content-Type: image/jpeg", "x")),
      response("http://a.example/tide", answer(HTML, PAGE)),
    ]);
    const { sources, diagnostics } = read("a.warc", file);
    assert.deepEqual(
      sources.map(({ item, stated }) => [item, stated?.original]),
      [
        ["a.example/tide@20150409100000", "http://a.example/tide"],
        ["a.example/tide@20150409100000-2", "http://a.example/tide"],
      ],
    );
    // exact repeats have one hash, by which they are told to be repeats
    assert.equal(sources[0]?.sha256, sources[1]?.sha256);
    assert.equal(sources[0]?.text, "Tide\n\nThe tide came in at noon and went out again.");
    assert.deepEqual(
      diagnostics.map(({ rule }) => rule),
      ["read/left-out"],
    );
    assert.match(
      diagnostics[0]?.message ?? "",
      /answers with status 404 \(1\), files of type image\/jpeg \(1\)/,
    );
  });

  test("unpack what servers pack: chunks, gzip, br, and what a crawler has unpacked before", () => {
    const page = Buffer.from(PAGE);
    const bodies: readonly (readonly [string, Buffer])[] = [
      ["Transfer-Encoding: chunked", chunked(page)],
      ["Transfer-Encoding: chunked", page],
      ["Content-Encoding: gzip", gzipSync(page)],
      ["Content-Encoding: gzip", page],
      ["Content-Encoding: br", brotliCompressSync(page)],
      ["Transfer-Encoding: chunked\r\nContent-Encoding: gzip", chunked(gzipSync(page))],
    ];
    for (const [header, body] of bodies) {
      const source = onlySource(
        "a.warc",
        response("http://a.example/", answer(`${HTML}\r\n${header}`, body)),
      );
      assert.match(source.text, /came in at noon/, header);
    }
  });

  test("are read past a broken gzip member and a wrong length", () => {
    const [first, second, third] = ["a", "b", "c"].map((name) =>
      response(`http://${name}.example/`, answer(HTML, PAGE.replaceAll("Tide", `Tide ${name}`))),
    );
    assert.ok(first && second && third);
    const broken = Buffer.from(gzipSync(second));
    broken.fill(0xff, 60, 140);
    const packed = Buffer.concat([gzipSync(first), broken, gzipSync(third)]);
    const names = namesIn(packed);
    assert.ok(
      names.includes("a.example@20150409100000") && names.includes("c.example@20150409100000"),
    );
    for (const length of [10, 99_999]) {
      const wrong = Buffer.concat([
        response("http://w.example/", answer(HTML, PAGE), length),
        third,
      ]);
      const { sources, diagnostics } = read("a.warc", wrong);
      assert.deepEqual(
        sources.map(({ item }) => item?.slice(0, 9)),
        ["w.example", "c.example"],
      );
      assert.deepEqual(
        diagnostics.map(({ rule }) => rule),
        ["read/broken-record"],
      );
    }
  });

  test("refuse bombs by name and go on", () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from("<p>"), Buffer.alloc(3_000_000, 0x20)]));
    const file = Buffer.concat([
      response("http://bomb.example/", answer(`${HTML}\r\nContent-Encoding: gzip`, bomb)),
      response("http://a.example/", answer(HTML, PAGE)),
    ]);
    const { sources, diagnostics } = read("a.warc", file, 100_000);
    assert.deepEqual(
      sources.map(({ item }) => item),
      ["a.example@20150409100000"],
    );
    assert.deepEqual(
      diagnostics.map(({ severity, rule, file: at }) => [severity, rule, at]),
      [["set-aside", "read/too-large", "sources/a.warc#bomb.example@20150409100000"]],
    );
    const member = gzipSync(
      response("http://m.example/", answer(HTML, Buffer.alloc(3_000_000, 0x20))),
    );
    const packed = Buffer.concat([
      member,
      gzipSync(response("http://a.example/", answer(HTML, PAGE))),
    ]);
    assert.deepEqual(rulesOf("a.warc.gz", packed, 100_000), ["read/too-large"]);
    assert.equal(read("a.warc.gz", packed, 100_000).sources.length, 1);
  });

  test("stand any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(300), (noise, at) => {
        const sound = response("http://a.example/", answer(HTML, PAGE));
        const spoilt = Buffer.concat([sound.subarray(0, at), noise, sound.subarray(at), sound]);
        read("a.warc", spoilt);
        read("a.warc.gz", Buffer.concat([gzipSync(sound).subarray(0, at), noise]));
      }),
      { numRuns: 200, seed: SEED },
    );
  });
});

test("a hundred thousand articles of one name get names of their own, at once", () => {
  const entries = Array.from({ length: 100_000 }, (_, i) => ["bridge", i] as const);
  const names = Array.from(uniquelyNamed([["bridge-2", -1], ...entries]), ([name]) => name);
  assert.deepEqual(names.slice(0, 4), ["bridge-2", "bridge", "bridge-3", "bridge-4"]);
  assert.equal(new Set(names).size, names.length);
});
