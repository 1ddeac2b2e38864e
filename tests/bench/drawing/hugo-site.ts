/** How is page data given to Hugo? A content file a page, its data in JSON front matter, and the layouts as Go templates. */

import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { canonicalOf, frameOf } from "../../../layouts/parts/frame.ts";
import type { ArticlePage, Page, SiteFrame } from "../../../src/page-model.ts";
import type { CoverageBar } from "../../../src/page-parts.ts";
import { englishWords } from "../../../src/read/interface-words.ts";
import { renderMarkdown } from "../../../src/render/body.ts";
import { monthNumber, weekdayOf } from "../../../src/render/dates.ts";
import { renderHtml } from "../../../src/render/html.ts";
import type { Linker } from "../../../src/render/urls.ts";
import { dateLabel, daysInMonth } from "../../../src/text/dates.ts";
import { ledgerFile } from "../../../src/text/ledger-file.ts";
import { nameInYaml } from "../../../src/text/yaml-name.ts";
import { annotatedMarkdown } from "./annotated-markdown.ts";
import { PAGE_KINDS } from "./page-kinds.ts";
import { kindOf, pagesIn, readFrame } from "./page-lists.ts";

const TEMPLATES = join(import.meta.dirname, "../hugo");
/** What every layout may call. */
const SHARED = ["parts.gotmpl", "charts.gotmpl", "notes.gotmpl", "shell.gotmpl"];
/** One site of Hugo's holds all its pages in memory, 200 kB each; of more pages than this there are several sites, drawn one after the other. */
const PAGES_IN_SITE = 50_000;
/** Files in a folder: with many more, listing it would become the work. */
const FILES_IN_FOLDER = 1000;

/** Writes the sites for Hugo from the page lists of a folder, each in a folder of its own below `folder`. */
export function writeHugoSites(lists: string, folder: string): void {
  const frame = readFrame(lists);
  let number = 0;
  let site = "";
  for (const page of pagesIn(lists)) {
    if (number % PAGES_IN_SITE === 0) {
      site = join(folder, `site-${number / PAGES_IN_SITE}`);
      mkdirSync(site, { recursive: true });
      writeFileSync(join(site, "hugo.json"), JSON.stringify(configOf(frame), undefined, 1));
      writeLayouts(site);
    }
    const inside = join(site, "content", String(Math.floor(number / FILES_IN_FOLDER)));
    if (number % FILES_IN_FOLDER === 0) mkdirSync(inside, { recursive: true });
    writeContent(join(inside, `${number}.md`), page, frame);
    number += 1;
  }
}

/** Returns the folders of the sites that `writeHugoSites` has written. */
export function hugoSites(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith("site-"))
    .map((name) => join(folder, name));
}

/** As quick as Hugo can be told to be: it makes no page and keeps no list that nobody asked for. */
function configOf(frame: SiteFrame): unknown {
  return {
    baseURL: frame.url,
    languageCode: frame.language,
    title: frame.title,
    disableKinds: ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"],
    disableAliases: true,
    disableLiveReload: true,
    enableGitInfo: false,
    timeout: "600s",
    markup: {
      goldmark: {
        renderer: { unsafe: true },
        parser: { autoHeadingID: false, attribute: { title: false } },
        extensions: {
          typographer: false,
          linkify: false,
          footnote: false,
          definitionList: false,
          strikethrough: false,
          table: false,
          taskList: false,
        },
      },
    },
    params: { frame },
  };
}

/** Each layout with all parts in front, so that Hugo calls them by its quickest way and not as partials. */
function writeLayouts(site: string): void {
  const shared = SHARED.map(readTemplate).join("");
  for (const kind of PAGE_KINDS) {
    const file = join(site, "layouts", kind, "single.html");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      kind === "feed" ? readTemplate("feed.gotmpl") : shared + readTemplate(`${kind}.gotmpl`),
    );
  }
}

function readTemplate(name: string): string {
  return readFileSync(join(TEMPLATES, name), "utf8");
}

function writeContent(file: string, page: Page, frame: SiteFrame): void {
  const front = JSON.stringify({ url: page.address, type: kindOf(page), v: dataOf(page, frame) });
  const body = page.kind === "article" ? bodyOf(page, frame) : "";
  const content = openSync(file, "w");
  writeSync(content, `${front}\n${body}`);
  closeSync(content);
}

/** The body with all marks in it, as Markdown; Hugo is spared the laying of marks over it, and the notes. */
function bodyOf(page: ArticlePage, frame: SiteFrame): string {
  const { link } = frameOf(page, frame);
  return annotatedMarkdown(
    renderHtml(renderMarkdown(page.body, page.marks, link, { words: englishWords() })),
  );
}

/** The page's data less what its body has taken up, with links as they stand on the page and some figures worked out. */
function dataOf(page: Page, frame: SiteFrame): unknown {
  const { link } = frameOf(page.kind === "feed" ? page.about : page, frame);
  const linker: Linker =
    page.kind === "feed" ? (address) => canonicalOf(address, frame) ?? link(address) : link;
  const { marks: _, body: __, ...rest } = page as Page & { marks?: unknown; body?: unknown };
  return {
    ...Object(forHugo(rest, linker)),
    address: page.address,
    root: frameOf(page, frame).link("/"),
    ...workedOut(page, linker),
  };
}

/** Keys whose text is an address of the site. */
const ADDRESSES: ReadonlySet<string> = new Set([
  "address",
  "detailAddress",
  "day",
  "timeline",
  "feed",
]);

function forHugo(value: unknown, link: Linker, key = ""): unknown {
  if (typeof value === "string")
    return ADDRESSES.has(key) && value.startsWith("/") ? link(value) : value;
  if (Array.isArray(value)) return value.map((one) => forHugo(one, link));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [
    name.startsWith("/") ? link(name) : name,
    forHugo(inner, link, name),
  ]);
  const made = Object.fromEntries(entries) as Record<string, unknown>;
  if (isSentence(value)) made["pieces"] = piecesOf(value);
  if ("period" in value && "count" in value) made["m"] = monthNumber(String(value.period));
  if ("lift" in value)
    made["beneath"] = `about ${figure(Number(value.lift))} times as often as elsewhere`;
  if ("alone" in value && Number(value.alone) > 0)
    made["beneath"] = `${Number(value.alone).toLocaleString("en")} of them through it alone`;
  return made;
}

function figure(lift: number): string {
  return String(lift < 3 ? Math.round(lift * 2) / 2 : Math.round(lift));
}

interface Sentence {
  readonly text: string;
  readonly words: readonly { readonly start: number; readonly end: number }[];
}

function isSentence(value: object): value is Sentence {
  return "text" in value && "words" in value && Array.isArray(value.words);
}

/** The sentence cut where its words meant begin and end: every second piece is bold. */
function piecesOf({ text, words }: Sentence): readonly string[] {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of words) {
    if (start < done) continue;
    pieces.push(text.slice(done, start), text.slice(start, end));
    done = end;
  }
  return [...pieces, text.slice(done)];
}

function workedOut(page: Page, link: Linker): object {
  switch (page.kind) {
    case "period":
    case "timeline": {
      const lead = weekdayOf(page.parts[0]?.period ?? "") ?? 0;
      if (page.kind === "timeline" || page.scale !== "year" || page.days.length === 0)
        return { lead };
      return { ...squaresOf(page.period, page.days, link) };
    }
    case "article":
      return { ledger: link(`/${ledgerFile(page.address)}`) };
    case "anniversary":
      return { articles: page.printed.reduce((sum, { entries }) => sum + entries.total, 0) };
    case "place":
    case "organisation":
      return { quoted: nameInYaml(page.name) };
    default:
      return {};
  }
}

/** A year as weeks of squares, and its months; there are few such pages. */
function squaresOf(year: string, days: readonly CoverageBar[], link: Linker): object {
  const known = new Map(days.map((day) => [day.period, day]));
  const most = Math.max(...days.map(({ count }) => count));
  const lead = weekdayOf(`${year}-01-01`) ?? 0;
  const months = Array.from(
    { length: 12 },
    (_, at) => `${year}-${String(at + 1).padStart(2, "0")}`,
  );
  const dates = months.flatMap((month) =>
    Array.from(
      { length: daysInMonth(month) },
      (_, at) => `${month}-${String(at + 1).padStart(2, "0")}`,
    ),
  );
  const squareOf = (iso: string | undefined): object => {
    const day = known.get(iso ?? "");
    if (iso === undefined) return {};
    if (day?.address === undefined) return { title: dateLabel(iso).replace(/ \d+$/, "") };
    const shade = Math.ceil(4 * Math.sqrt(day.count / most));
    return { label: day.label, count: day.count, address: link(day.address), shade };
  };
  const weeks = Array.from({ length: Math.ceil((lead + dates.length) / 7) }, (_, week) => {
    const isos = Array.from({ length: 7 }, (__, weekday) => dates[week * 7 + weekday - lead]);
    const first = isos.find((iso) => iso?.endsWith("-01"));
    return {
      month: first && dateLabel(first.slice(0, 7)).split(" ")[0],
      squares: isos.map(squareOf),
    };
  });
  return { weeks, months: months.map((month) => monthOf(month, days, link)) };
}

function monthOf(month: string, days: readonly CoverageBar[], link: Linker): object {
  const within = days.filter(({ period }) => period.startsWith(month));
  const [fullest] = within.toSorted((a, b) => b.count - a.count);
  return {
    name: dateLabel(month).split(" ")[0],
    total: within.reduce((sum, { count }) => sum + count, 0),
    days: within.length,
    ...(fullest?.address !== undefined && {
      fullest: { ...fullest, address: link(fullest.address) },
    }),
  };
}
