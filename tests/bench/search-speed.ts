/**
 * What does indexing cost, and how soon does a reader see what a search finds? `node tests/bench/search-speed.ts [ARTICLES]
 * [DIR]` invents so many articles (100,000 by default), indexes them into DIR/pagefind (a new folder among the temporary
 * ones; an index that stands in DIR is taken as it is), prints CPU and peak memory, and then opens the search page in
 * Chromium with an empty cache over a server that answers after 20 ms: requests, kilobytes and milliseconds from opening
 * the page to the first results drawn, and to ten of them or the end of the walk; of five runs the fastest, since whatever
 * else the machine does only adds to it. Linux alone, for `/proc`.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import type { Browser } from "playwright-core";
import { drawSearch } from "../../layouts/search.11ty.ts";
import { readAssets } from "../../src/render/assets.ts";
import { renderHtml } from "../../src/render/html.ts";
import { indexShards } from "../../src/search/index-shards.ts";
import type { SearchedArchive } from "../../src/search/searched-archive.ts";
import { isWithin } from "../../src/search/searched-archive.ts";
import { search as searchPage, site } from "../fixture-pages.ts";
import { launchBrowser } from "../support/browser.ts";
import { articleAt, pageOf, wordOf } from "./search-articles.ts";

const LATENCY = 20;
const RUNS = 5;
/** From a word in most articles to one in a few hundred of them, and what a reader might ask besides. */
const QUERIES: readonly (readonly [string, string])[] = [
  ["a word in a third of the articles", `?q=${wordOf(30)}`],
  ["in one of 50", `?q=${wordOf(900)}`],
  ["in one of 700", `?q=${wordOf(13_000)}`],
  ["two words", `?q=${wordOf(30)}+${wordOf(60)}`],
  ["in 1994", `?q=${wordOf(60)}&year=1994`],
  ["from 1990 to 1999", `?q=${wordOf(60)}&from=1990&to=1999`],
  ["best match first", `?q=${wordOf(900)}&sort=relevance`],
  ["no word that there is", "?q=xyzzyplugh"],
];
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
};

const total = Number(process.argv[2] ?? 100_000);
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), "search-speed-"));
if (existsSync(join(folder, "pagefind", "shards.json"))) say(`index in ${folder} taken as it is`);
else await index();
put("search/index.html", renderHtml(drawSearch(searchPage, site)));
for (const { path, bytes } of readAssets()) put(path, bytes);
await measure();

// ------------------------------------------------------------------ indexing

async function index(): Promise<void> {
  let [files, bytes, seen] = [0, 0, 0];
  let pagefind = { cpu: 0, peak: 0 };
  const report = await indexShards({
    archive: inventedArchive(),
    standing: { digests: new Map(), filesOf: () => [] },
    language: "en",
    htmlOf: (path) => pageOf(articleAt(Number(/a(\d+)\/index/.exec(path)?.[1]), total)),
    write(file) {
      put(file.path, file.bytes);
      files += 1;
      bytes += file.bytes.length;
    },
    onTotal() {},
    onProgress() {
      seen += 1;
      if (seen % 250 === 0 || seen === total) pagefind = childUsage() ?? pagefind;
    },
  });
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const own = (userCPUTime + systemCPUTime) / 1e6;
  const each = ((own + pagefind.cpu) / total) * 1000;
  say(
    `${total} articles, ${report.shards} shards, ${files} files, ${Math.round(bytes / 1e6)} MB in ${folder}`,
    `CPU: ${own.toFixed(1)} s of our own (with inventing the pages), ${pagefind.cpu.toFixed(1)} s of Pagefind's, ${each.toFixed(2)} s for 1,000 articles`,
    `peak memory: ${Math.round(maxRSS / 1024)} MB of our own, ${Math.round(pagefind.peak / 1024)} MB of Pagefind's`,
  );
}

function inventedArchive(): SearchedArchive {
  const numbers = new Map<string, number[]>();
  for (let number = 0; number < total; number++) {
    const month = articleAt(number, total).date.slice(0, 7);
    const known = numbers.get(month);
    if (known === undefined) numbers.set(month, [number]);
    else known.push(number);
  }
  return {
    counts: () => new Map([...numbers].map(([month, { length }]) => [month, length])),
    *articles(span) {
      for (const [month, within] of numbers) {
        if (!isWithin(month, span)) continue;
        // invented in the order of their paths
        for (const number of within)
          yield { path: articleAt(number, total).path, month, digest: String(number) };
      }
    },
  };
}

/** Seconds of CPU and the largest memory in kilobytes of Pagefind's process. */
function childUsage(): { readonly cpu: number; readonly peak: number } | undefined {
  const children = execFileSync("ps", [
    "--no-headers",
    "-o",
    "pid,comm",
    "--ppid",
    `${process.pid}`,
  ]);
  const pid = /^\s*(\d+) pagefind/m.exec(children.toString())?.[1];
  if (pid === undefined) return undefined;
  const times = readFileSync(`/proc/${pid}/stat`, "utf8").split(" ");
  const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return { cpu: (Number(times[13]) + Number(times[14])) / 100, peak: Number(peak) };
}

// ------------------------------------------------------------------ searching

interface Sent {
  readonly path: string;
  readonly bytes: number;
  /** When the answer was on its way, in milliseconds of the clock. */
  readonly at: number;
}

interface Seen {
  readonly first: number;
  readonly settled: number;
}

async function measure(): Promise<void> {
  const sent: Sent[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    setTimeout(() => {
      const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
      const isThere = existsSync(file) && statSync(file).isFile();
      const bytes = isThere ? readFileSync(file) : Buffer.alloc(0);
      sent.push({
        path: isThere ? path : `${path} (missing)`,
        bytes: bytes.length,
        at: Date.now(),
      });
      response.writeHead(isThere ? 200 : 404, {
        "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
        "Content-Length": bytes.length,
        "Cache-Control": "max-age=600",
      });
      response.end(bytes);
    }, LATENCY);
  }).listen(0);
  const { port } = server.address() as AddressInfo;
  const browser = await launchBrowser();
  try {
    // the first page warms the browser up
    await visit(browser, `http://localhost:${port}/search/?q=${wordOf(1)}`);
    for (const [what, query] of QUERIES) {
      const runs: [Seen, Sent[]][] = [];
      for (let run = 0; run < RUNS; run++) {
        sent.length = 0;
        runs.push([await visit(browser, `http://localhost:${port}/search/${query}`), [...sent]]);
      }
      const told = (when: keyof Seen): string => {
        const [requests, kilobytes, milliseconds] = runs
          .map(([seen, files]) => costsUntil(seen[when], files))
          .sort((a, b) => a[2] - b[2])[0] ?? [0, 0, 0];
        return `${requests} requests, ${kilobytes} kB, ${milliseconds} ms`;
      };
      say(`${what} (${query}): first ${told("first")}; settled ${told("settled")}`);
      const missing = runs
        .flatMap(([, files]) => files)
        .filter(({ path }) => path.includes("missing"));
      if (missing.length > 0) say(`  missing: ${missing.map(({ path }) => path).join(" ")}`);
    }
  } finally {
    await browser.close();
    server.close();
  }
}

/** Opens a page in a context of its own, and returns when the first result stood there and when no more was to come. */
async function visit(browser: Browser, address: string): Promise<Seen> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const seen: { first?: number; settled?: number } = {};
      Object.assign(globalThis, { seen });
      const look = (): void => {
        const status = document.getElementById("search-status")?.textContent ?? "";
        if (document.querySelector("#search-results > li")) seen.first ??= Date.now();
        if (/\.$/.test(status)) seen.settled ??= Date.now();
      };
      new MutationObserver(look).observe(document, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
    await page.goto(address, { waitUntil: "commit" });
    const seen = await page.waitForFunction(() => {
      const { seen } = globalThis as unknown as { seen?: { first?: number; settled?: number } };
      return seen?.settled === undefined ? undefined : { first: seen.settled, ...seen };
    });
    // what is returned once it is anything
    return (await seen.jsonValue()) as Seen;
  } finally {
    await context.close();
  }
}

/** Requests, kilobytes and milliseconds from the page's own request to a moment. */
function costsUntil(moment: number, files: readonly Sent[]): readonly [number, number, number] {
  const until = files.filter(({ at }) => at <= moment);
  const start = (files[0]?.at ?? moment) - LATENCY;
  const bytes = until.reduce((sum, file) => sum + file.bytes, 0);
  return [until.length, Math.round(bytes / 1000), moment - start];
}

function put(path: string, content: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function say(...lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}
