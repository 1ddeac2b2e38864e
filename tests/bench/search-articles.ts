/**
 * What would the pages of a large archive hold, as far as search is concerned? Invented and seeded: an article of 250
 * words out of 60,000, its topics and places, as often as Zipf's law has it; printed evenly over the years.
 */
import { seeded } from "../support/chance.ts";

/** An article to invent. */
export interface InventedArticle {
  readonly number: number;
  /** `2022-01-26`. */
  readonly date: string;
  /** Its page. */
  readonly path: string;
}

const FIRST_YEAR = 1987;
/** The newest year is three quarters over. */
const YEARS = 39.75;
const WORDS = 60_000;
const PARAGRAPHS = 5;
const SENTENCES = 3;
const SYLLABLES =
  "ba be bi bo bu ca ce co da de di do fa fe fi ga ge go ha he hi ka ke ki la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi wa we ya zo".split(
    " ",
  );

/** Returns one of `total` articles. */
export function articleAt(number: number, total: number): InventedArticle {
  const years = FIRST_YEAR + (YEARS * number) / total;
  const year = Math.floor(years);
  const day = new Date(Date.UTC(year, 0, 1) + Math.floor((years - year) * 365) * 86_400_000);
  const date = day.toISOString().slice(0, 10);
  const path = `${date.replaceAll("-", "/")}/a${String(number).padStart(7, "0")}/index.html`;
  return { number, date, path };
}

/** Returns the word of a rank: 0 is the most frequent. */
export function wordOf(rank: number): string {
  let word = "";
  for (let rest = rank + 7; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length] ?? "";
  return word;
}

/** Returns an article's page: what a layout would mark for Pagefind, and a quarter of what stands around it. */
export function pageOf({ number, date }: InventedArticle): string {
  const random = seeded(number * 7919 + 1);
  const headline = sentence(random).split(" ").slice(0, 8).join(" ");
  let anchor = 0;
  const paragraphs = Array.from({ length: PARAGRAPHS }, () => {
    const sentences = Array.from({ length: SENTENCES }, () => {
      anchor += 1;
      return `<span id="s${anchor}">${sentence(random)}</span>`;
    });
    return `<p>${sentences.join(" ")}</p>\n`;
  });
  const facts = [
    meta("filter", "year", date.slice(0, 4)),
    ...names(random, "topic", 150),
    ...names(random, "place", 3000),
    meta("filter", "section", `Section ${number % 8}`),
    meta("filter", "language", "en"),
    meta("meta", "title", headline),
    meta("meta", "date", date),
    meta("meta", "dateLabel", date),
    meta("meta", "publisher", "Gazette"),
    meta("meta", "language", "en"),
    meta("sort", "date", `${date.replaceAll("-", "")}${String(number % 24).padStart(2, "0")}0000`),
  ];
  return `<!DOCTYPE html>
<html lang="en"><head><title>${headline}</title>
${facts.join("\n")}
</head><body><nav>${"<a href='/'>what stands on all pages</a> ".repeat(40)}</nav>
<article><h1 data-pagefind-body>${headline}</h1><div class="text" data-pagefind-body>
${paragraphs.join("")}</div></article></body></html>
`;
}

function meta(kind: string, name: string, value: string): string {
  return `<meta name="backfile:${name}" content="${value}" data-pagefind-${kind}="${name}[content]">`;
}

function names(random: () => number, name: string, many: number): readonly string[] {
  const ranks = new Set(Array.from({ length: 3 }, () => rankOf(random, many)));
  return [...ranks].map((rank) => meta("filter", name, `${wordOf(rank)} ${wordOf(rank * 3)}`));
}

function sentence(random: () => number): string {
  const words = Array.from({ length: 12 + Math.floor(random() * 10) }, () =>
    wordOf(rankOf(random, WORDS)),
  );
  const text = words.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** A rank r is drawn in proportion to 1/r. */
function rankOf(random: () => number, many: number): number {
  return Math.min(many - 1, Math.floor((many + 1) ** random()) - 1);
}
