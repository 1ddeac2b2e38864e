/** How are sentences and quotations drawn with the article they stand in? For layouts. */
import type { ArticleEntry, Portion, QuotationEntry, SentenceEntry } from "../../src/page-parts.ts";
import { type Html, html } from "../../src/render/html.ts";
import type { WordKey } from "../../src/text/interface-words.ts";
import { drawRemarks, isShouted } from "./entries.ts";
import { type Frame, languageOf } from "./frame.ts";
import { drawName } from "./names.ts";

/** What is said of a list that a page cuts short: which rows it has, and where the others stand. */
type QuotationsCut = Exclude<Extract<WordKey, `cut.quotations${string}`>, "cut.quotationsMore">;

/** How many quotations or sentences stand open before the rest is folded. */
const OPEN_ROWS = 20;

/** Returns sentences in the order given, each with the words meant, and its article in the margin. */
export function drawSentences(sentences: Portion<SentenceEntry>, frame: Frame): Html | undefined {
  const rows = sentences.shown.map(
    (sentence, index, all) => html`
<li class="row">
<p class="where">${drawWhere(sentence, frame)}</p>
<div class="what">
<p class="passage"${languageOf(sentence.article, frame.site, sentence.text)}>${drawWords(sentence)}</p>
${drawArticleOf(all, index, frame)}</div>
</li>`,
  );
  return drawRows(rows, sentences.total, SENTENCES, frame);
}

/**
 * Returns quotations in the order given, each with its day, place and article in the margin, with
 * its speaker unless the page is the speaker's own, and, of a speaker who is not sure, with why it is probably
 * theirs. Why a sure one is the speaker stands on the article's page, to which the quotation leads.
 *
 * @param cut What is said of those that the page leaves out.
 */
export function drawQuotations(
  quotations: Portion<QuotationEntry>,
  frame: Frame,
  ownPage: boolean,
  cut: QuotationsCut = "cut.quotationsByYear",
): Html | undefined {
  const rows = quotations.shown.map(
    (quotation, index, all) => html`
<li class="row">
<p class="where">${drawSpeaker(quotation, frame, ownPage)}${drawWhere(quotation, frame)}</p>
<div class="what">
${drawPassage(quotation, frame)}
${drawArticleOf(all, index, frame)}${drawReason(quotation, frame)}</div>
</li>`,
  );
  return drawRows(rows, quotations.total, { more: "cut.quotationsMore", cut }, frame);
}

/** Returns the words of a quotation, a paragraph for each that the article has. */
export function drawPassage({ text, article }: QuotationEntry, frame: Frame): Html {
  const paragraphs = text.split("\n\n").map((words) => html`<p>${words}</p>`);
  return html`<blockquote class="passage"${languageOf(article, frame.site, text)}>${paragraphs}</blockquote>`;
}

function drawReason(
  { because, speaker, sure }: QuotationEntry,
  { words }: Frame,
): Html | undefined {
  if (sure || speaker === undefined) return undefined;
  return html`<p class="why">${words.capitalised(because)}.</p>
`;
}

/** Returns a sentence with the words meant set in bold. */
export function drawWords(sentence: SentenceEntry): Html {
  const pieces: Html[] = [];
  let done = 0;
  for (const span of sentence.words) {
    if (span.start < done) continue;
    const words = sentence.text.slice(span.start, span.end);
    pieces.push(html`${sentence.text.slice(done, span.start)}<b>${words}</b>`);
    done = span.end;
  }
  return html`${pieces}${sentence.text.slice(done)}`;
}

/**
 * Returns `Printed on 26 January 2022, from Tehran`, linked to the sentence. Day and place are those of
 * the article: when and where somebody spoke is not known from them.
 */
export function drawWhere(entry: SentenceEntry | QuotationEntry, frame: Frame): Html {
  const { date: iso, dateLabel } = entry.article;
  const date = html`<span class="day">${dateLabel}</span>`;
  const place =
    "place" in entry && entry.place !== undefined ? html`<bdi>${entry.place}</bdi>` : undefined;
  return html`<a class="evidence" href="${frame.link(entry.address)}">${drawPrinted(iso, date, place, frame)}</a>`;
}

function drawPrinted(
  iso: string | undefined,
  date: Html,
  place: Html | undefined,
  { tell }: Frame,
): Html {
  if (iso === undefined)
    return place === undefined ? tell("where.undated") : tell("where.undatedFrom", { place });
  const isDay = isWholeDay(iso);
  if (place === undefined) return tell(isDay ? "where.onDay" : "where.inMonth", { date });
  return tell(isDay ? "where.onDayFrom" : "where.inMonthFrom", { date, place });
}

/** Returns whether an ISO date is known to the day: languages say "on" a day, and "in" a month or a year. */
export function isWholeDay(date: string): boolean {
  return date.length > "2022-01".length;
}

/** Returns the headline of the article that a sentence or quotation stands in, with the editor's remarks on it. */
export function drawArticle(article: ArticleEntry, frame: Frame): Html {
  return html`<p class="in-article">${drawTitle(article, frame)}${drawRemarks(article, frame)}</p>
`;
}

/** Rows of one article stand together: the remarks are made at the first. */
function drawArticleOf(
  rows: readonly { readonly article: ArticleEntry }[],
  index: number,
  frame: Frame,
): Html | undefined {
  const article = rows[index]?.article;
  if (article === undefined) return undefined;
  if (rows[index - 1]?.article.address !== article.address) return drawArticle(article, frame);
  return html`<p class="in-article">${drawTitle(article, frame)}</p>
`;
}

function drawTitle(article: ArticleEntry, frame: Frame): Html {
  return html`<cite${isShouted(article.headline) && html` class="shouted"`}${languageOf(article, frame.site, article.headline)}><bdi>${article.headline}</bdi></cite>${article.publisher !== undefined && html`${frame.say("list.comma")}<bdi>${article.publisher}</bdi>`}`;
}

function drawSpeaker(quotation: QuotationEntry, frame: Frame, ownPage: boolean): Html | undefined {
  if (ownPage)
    return quotation.sure
      ? undefined
      : html`<span class="doubt">${frame.say("speaker.probablyTheirs")}</span> `;
  if (quotation.speaker === undefined)
    return html`<span class="doubt">${frame.say("speaker.unknown")}</span> `;
  const probably =
    !quotation.sure && html` <span class="doubt">${frame.say("speaker.probably")}</span>`;
  return html`<span class="speaker">${drawName(quotation.speaker, frame)}${probably}</span> `;
}

const SENTENCES = { more: "cut.sentencesMore", cut: "cut.sentencesByYear" } as const;

function drawRows(
  rows: readonly Html[],
  total: number,
  {
    more,
    cut,
  }: {
    readonly more: "cut.sentencesMore" | "cut.quotationsMore";
    readonly cut: QuotationsCut | "cut.sentencesByYear";
  },
  { say }: Frame,
): Html | undefined {
  if (rows.length === 0) return undefined;
  const rest = rows.slice(OPEN_ROWS);
  return html`<ol class="rows">${rows.slice(0, OPEN_ROWS)}
</ol>
${
  rest.length > 0 &&
  html`<details class="rest"><summary>${say(more, { count: rest.length })}</summary>
<ol class="rows">${rest}
</ol>
</details>
`
}${
  total > rows.length &&
  html`<p class="apparatus">${say(cut, { shown: rows.length, count: total })}</p>
`
}`;
}
