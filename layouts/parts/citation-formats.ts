/** How do reference managers take an article over: as BibTeX, RIS and CSL-JSON? For layouts. */
import type { ArticlePage } from "../../src/page-model.ts";
import { type Html, html } from "../../src/render/html.ts";
import { canonicalOf, type Frame } from "./frame.ts";

/** What all formats say of an article. */
interface Reference {
  /** `2022-01-26-bridge-opens`, from the article's address. */
  readonly key: string;
  readonly title: string;
  /** As printed: which part of a name is the last is not known. */
  readonly authors: readonly string[];
  readonly publication: string;
  /** Year, month and day, as many as are known. */
  readonly date: readonly string[];
  readonly place: string | undefined;
  readonly language: string | undefined;
  readonly url: string | undefined;
}

/** Returns the article's reference in three formats, folded: each to copy, and to save as a file. */
export function drawFormats(page: ArticlePage, frame: Frame): Html {
  const reference = referenceOf(page, frame);
  const formats = [
    { ending: "bib", type: "application/x-bibtex", text: bibtexOf(reference) },
    { ending: "ris", type: "application/x-research-info-systems", text: risOf(reference) },
    { ending: "json", type: "application/vnd.citationstyles.csl+json", text: cslOf(reference) },
  ];
  const drawn = formats.map(({ ending, type, text }) => {
    const file = `${reference.key}.${ending}`;
    return html`
<li><a download="${file}" href="data:${type};charset=utf-8,${encodeURIComponent(text)}">${file}</a>
<pre>${text.replace(/[ \r\n]+$/gm, "")}</pre></li>`;
  });
  return html`
<details class="formats"><summary>${frame.say("cite.formats")}</summary>
<ul dir="ltr">${drawn}
</ul>
</details>`;
}

function referenceOf(page: ArticlePage, { site }: Frame): Reference {
  return {
    key: page.address.split("/").filter(Boolean).join("-"),
    title: oneLine(page.headline),
    authors: page.byline.map(oneLine),
    publication: oneLine(page.publisher?.name ?? site.title),
    date: page.date?.slice(0, 10).split("-") ?? [],
    place: page.dateline && oneLine(page.dateline),
    language: page.language === "und" ? undefined : page.language,
    url: canonicalOf(page.address, site),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function bibtexOf({ key, authors, date, ...reference }: Reference): string {
  const fields: readonly (readonly [string, string | undefined])[] = [
    // braces of its own keep each name, and the title's capitals, as printed
    ["author", authors.map((author) => `{${inBibtex(author)}}`).join(" and ") || undefined],
    ["title", `{${inBibtex(reference.title)}}`],
    ["journal", inBibtex(reference.publication)],
    ["date", date.join("-") || undefined],
    ["year", date[0]],
    ["location", reference.place && inBibtex(reference.place)],
    ["langid", reference.language],
    ["url", reference.url],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : `  ${name} = {${value}}`,
  );
  return `@article{${key},\n${lines.join(",\n")}\n}\n`;
}

const BIBTEX_SPECIAL = /[\\{}$&#_%~^]/g;

const BIBTEX_WORDS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function inBibtex(text: string): string {
  return text.replace(BIBTEX_SPECIAL, (sign) => BIBTEX_WORDS[sign] ?? `\\${sign}`);
}

function risOf({ key, authors, date, ...reference }: Reference): string {
  const [year, month = "", day = ""] = date;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["TY", "NEWS"],
    ["ID", key],
    ["TI", reference.title],
    ...authors.map((author) => ["AU", author] as const),
    ["T2", reference.publication],
    ["PY", year],
    ["DA", year && `${year}/${month}/${day}/`],
    ["CY", reference.place],
    ["LA", reference.language],
    ["UR", reference.url],
    ["ER", ""],
  ];
  return lines
    .flatMap(([tag, value]) => (value === undefined ? [] : `${tag}  - ${value}\r\n`))
    .join("");
}

function cslOf({ key, authors, date, ...reference }: Reference): string {
  const item = {
    id: key,
    type: "article-newspaper",
    title: reference.title,
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    "container-title": reference.publication,
    ...(date.length > 0 && { issued: { "date-parts": [date.map(Number)] } }),
    "publisher-place": reference.place,
    language: reference.language,
    URL: reference.url,
  };
  return `${JSON.stringify([item], undefined, 1)}\n`;
}
