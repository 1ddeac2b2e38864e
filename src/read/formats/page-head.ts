/** Which blocks of a page are its headline, standfirst, byline, publication line and section? Stage 1. */
import type { StatedSpan } from "../../model.ts";
import { isApart } from "./page-body.ts";
import type { PageMetadata } from "./page-metadata.ts";
import type { VisibleBlock } from "./visible-text.ts";

/** What a block of a page is, and by which word of the page. `open` is left to the parsing rules. */
export type HeadPart =
  | { readonly became: StatedSpan["became"]; readonly rule: string }
  | { readonly became: "open" };

const STANDFIRST_PART: HeadPart = { became: "standfirst", rule: "html/description" };
const ONCE: ReadonlySet<string> = new Set(["standfirst", "byline", "published", "section"]);
const NOT_WORDS = /[^\p{L}\p{N}]+/gu;
/** Names of a paper and sections that titles end with: `Bridge opens | Coast Wire`, `Bridge opens - News`. */
const SITE_NAME = /\s+[|–—·•:-]\s+[^|–—]{2,60}$/u;
const SHORTEST_TITLE = 8;
const LONGEST_LINE = 160;
/** `By`, `Von`, `كتبت`: letters before a byline's first name. */
const LONGEST_LABEL = 8;
/** So many blocks above the headline are looked at: section, date and byline may stand there. */
const ABOVE = 8;
/** And so many below the body's beginning and end: some pages state the date in the foot. */
const SHORTEST_STANDFIRST = 40;
const STANDFIRST =
  /(?:^|[.\-_>])(?:stand-?first|dek|deck|sub-?(?:title|head|headline|heading)|lead|lede|intro|introduction|teaser|summary|excerpt|abstract|chapo|chapeau|entradilla|bajada|ingress|vorspann|sommario|occhiello|kicker-text)(?:$|[.\-_>])/i;
const BYLINE = /(?:byline|author|autor|auteur|writer|redakteur|firma)/i;
const DATED =
  /(?:^|[.\-_>])(?:time|date|datetime|published?|pubdate|timestamp|datum|fecha|posted)/i;
const CLOCK = /\d{1,2}[:.]\d\d/g;
const UPDATED = /updat|modif/i;

/** Returns the index of the block that is the headline; undefined where none of the page's titles is seen in it. */
export function headlineIndex(
  blocks: readonly VisibleBlock[],
  { titles, siteName }: PageMetadata,
  bodyStart: number,
): number | undefined {
  const plain = titles.map((title) => title.replace(SITE_NAME, ""));
  const wanted = [...titles, ...plain]
    .map(bare)
    .filter((title) => title.length >= SHORTEST_TITLE / 2);
  const site = bare(siteName ?? "");
  const scored = blocks.flatMap((block, index) => {
    const words = bare(block.text);
    if (words === "" || words === site || block.text.length > 400) return [];
    const score = headlineScore(block, words, wanted);
    // of equal ones the last before the text, which is nearest to it
    return score === 0 ? [] : [{ index, score: score + (index < bodyStart ? 1 + index / 1e6 : 0) }];
  });
  return scored.sort((a, b) => b.score - a.score)[0]?.index;
}

/** A heading that is one of the titles, or is most of one, or holds one; or any block that is one to the letter. */
function headlineScore(block: VisibleBlock, words: string, titles: readonly string[]): number {
  const level = /^h(?<level>[1-4])$/.exec(block.tag)?.groups?.["level"];
  const rank = titles.indexOf(words);
  if (rank !== -1) return (level === undefined ? 3 : 8 - Number(level)) + 1 / (rank + 2);
  if (level === undefined || words.length < SHORTEST_TITLE) return 0;
  const near = titles.some(
    (title) => title.includes(words) || (title.length >= SHORTEST_TITLE && words.includes(title)),
  );
  if (near) return level === "1" ? 5 : words.length > 2 * SHORTEST_TITLE ? 2 : 0;
  return level === "1" && !isApart(block) ? 1.5 : 0;
}

/** Returns a page's title without the name of its site: for a page that shows no headline. */
export function plainTitle({ titles }: PageMetadata): string | undefined {
  return titles[0]?.replace(SITE_NAME, "");
}

/**
 * Returns what the blocks around the headline are: what stands between it and the text, and just above it. A block that the
 * page's own statements explain is stated; a date or byline that they do not is left open for the parsing rules.
 */
export function headParts(
  blocks: readonly VisibleBlock[],
  metadata: PageMetadata,
  known: {
    readonly headline: number | undefined;
    readonly standfirst: number | undefined;
    readonly body: ReadonlySet<number>;
  },
): ReadonlyMap<number, HeadPart> {
  const { headline, standfirst, body } = known;
  const parts = new Map<number, HeadPart>();
  if (standfirst !== undefined) parts.set(standfirst, STANDFIRST_PART);
  if (headline === undefined) return parts;
  parts.set(headline, { became: "headline", rule: "html/headline" });
  const below = [...body].filter((index) => index > headline).sort((a, b) => a - b);
  const end = below[0] ?? headline + 1;
  const taken = new Set<string>([...parts.values()].map(({ became }) => became));
  const above = range(Math.max(0, headline - ABOVE), headline).reverse();
  for (const index of [...range(headline + 1, end), ...above]) {
    const block = blocks[index];
    if (block === undefined || body.has(index) || parts.has(index)) continue;
    const part = headPart(block, metadata, index < headline);
    if (part === undefined || (ONCE.has(part.became) && taken.has(part.became))) continue;
    taken.add(part.became);
    parts.set(index, part);
  }
  return parts;
}

/** Returns whether the body's first block is rather the standfirst: it says what the page gives as its summary, or is marked so. */
export function isStandfirst(block: VisibleBlock, { descriptions }: PageMetadata): boolean {
  if (block.kind === "caption" || block.text.length < SHORTEST_STANDFIRST) return false;
  const words = bare(block.text);
  return (
    descriptions.some((description) => bare(description) === words) || STANDFIRST.test(own(block))
  );
}

function headPart(
  block: VisibleBlock,
  metadata: PageMetadata,
  isAbove: boolean,
): HeadPart | undefined {
  const { facts, siteName } = metadata;
  const words = bare(block.text);
  const isShort = block.text.length <= LONGEST_LINE;
  const names = (facts.authors ?? []).map(bare).filter((name) => name.length > 3);
  // "Photograph: Ana Reis" names an author, too; a byline begins with the name, or nearly so
  const mostBefore = BYLINE.test(own(block)) ? LONGEST_LINE : LONGEST_LABEL;
  const named =
    isShort && names.some((name) => words.slice(0, mostBefore + name.length).includes(name));
  const dated =
    isShort &&
    ((/\d/.test(block.text.replace(CLOCK, "")) && DATED.test(own(block))) ||
      statesDay(block.text, facts.published));
  if (block.tag === "figcaption" && !isAbove) return { became: "caption", rule: "html/figcaption" };
  if (named && (dated || /\d{4}/.test(block.text))) return { became: "open" };
  if (named && words !== bare(siteName ?? "")) return { became: "byline", rule: "html/author" };
  if (dated) {
    if (UPDATED.test(own(block))) return { became: "modified", rule: "html/modified" };
    return facts.published === undefined
      ? { became: "open" }
      : { became: "published", rule: "html/published" };
  }
  if (isShort && words !== "" && words === bare(facts.section ?? "")) {
    return { became: "section", rule: "html/section" };
  }
  if (!isAbove && !isApart(block) && isStandfirst(block, metadata)) {
    return STANDFIRST_PART;
  }
  if (names.length === 0 && isShort && BYLINE.test(own(block))) return { became: "open" };
  return undefined;
}

/** Whether a line prints a day: its year, and its number in the month or, over a zone's border, the one beside it. */
function statesDay(text: string, day = ""): boolean {
  const [year = 0, , date = 0] = day.slice(0, 10).split("-").map(Number);
  const figures = new Set((text.match(/\d+/g) ?? []).map(Number));
  const isYear = year > 0 && (figures.has(year) || figures.has(year % 100));
  return isYear && date > 0 && [date, date - 1, date + 1].some((number) => figures.has(number));
}

/** The block's own elements, not those of the page around it. */
function own({ inner }: VisibleBlock): string {
  return inner.slice(-3).join(">");
}

function bare(text: string): string {
  return text.toLowerCase().replace(NOT_WORDS, "");
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
