/** How are sentences and quotations drawn with the article they stand in? For layouts. */
import type { ArticleEntry, Portion, QuotationEntry, SentenceEntry } from "../../src/page-parts.ts";
import { type Html, html } from "../../src/render/html.ts";
import { dayWord, withCommas } from "./counts.ts";
import { drawRemarks, isShouted } from "./entries.ts";
import { type Frame, languageOf } from "./frame.ts";
import { drawName } from "./names.ts";

/** What is said of a list that a page cuts short: which rows it has, and where the others stand. */
export interface Cut {
  readonly shown: string;
  readonly others: string;
}

/** Of a list that is cut by year. */
export const UNDER_YEARS: Cut = {
  shown: "The newest",
  others: "all of them stand under their years",
};

/** Of a list of which the rest is nowhere put together. */
export const IN_ARTICLES: Cut = {
  shown: "The first",
  others: "the others stand in the articles",
};

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
  return drawRows(rows, sentences.total, "sentences", UNDER_YEARS);
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
  cut: Cut = UNDER_YEARS,
): Html | undefined {
  const rows = quotations.shown.map(
    (quotation, index, all) => html`
<li class="row">
<p class="where">${drawSpeaker(quotation, frame, ownPage)}${drawWhere(quotation, frame)}</p>
<div class="what">
${drawPassage(quotation, frame)}
${drawArticleOf(all, index, frame)}${drawReason(quotation)}</div>
</li>`,
  );
  return drawRows(rows, quotations.total, "quotations", cut);
}

/** Returns the words of a quotation, a paragraph for each that the article has. */
export function drawPassage({ text, article }: QuotationEntry, frame: Frame): Html {
  const paragraphs = text.split("\n\n").map((words) => html`<p>${words}</p>`);
  return html`<blockquote class="passage"${languageOf(article, frame.site, text)}>${paragraphs}</blockquote>`;
}

function drawReason({ because, speaker, sure }: QuotationEntry): Html | undefined {
  if (sure || speaker === undefined) return undefined;
  return html`<p class="why">${because.charAt(0).toUpperCase()}${because.slice(1)}.</p>
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
  const { date, dateLabel } = entry.article;
  const day =
    date === undefined
      ? html`in an undated article`
      : html`${dayWord(date)} <span class="day">${dateLabel}</span>`;
  const place =
    "place" in entry && entry.place !== undefined && html`, from <bdi>${entry.place}</bdi>`;
  return html`<a class="evidence" href="${frame.link(entry.address)}">Printed ${day}${place}</a>`;
}

/** Returns the headline of the article that a sentence or quotation stands in, with the editor's remarks on it. */
export function drawArticle(article: ArticleEntry, frame: Frame): Html {
  return html`<p class="in-article">${drawTitle(article, frame)}${drawRemarks(article)}</p>
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
  return html`<cite${isShouted(article.headline) && html` class="shouted"`}${languageOf(article, frame.site, article.headline)}><bdi>${article.headline}</bdi></cite>${article.publisher !== undefined && html`, <bdi>${article.publisher}</bdi>`}`;
}

function drawSpeaker(quotation: QuotationEntry, frame: Frame, ownPage: boolean): Html | undefined {
  if (ownPage)
    return quotation.sure ? undefined : html`<span class="doubt">Probably theirs.</span> `;
  if (quotation.speaker === undefined) return html`<span class="doubt">Speaker not known.</span> `;
  const probably = !quotation.sure && html` <span class="doubt">probably</span>`;
  return html`<span class="speaker">${drawName(quotation.speaker, frame)}${probably}</span> `;
}

function drawRows(rows: readonly Html[], total: number, noun: string, cut: Cut): Html | undefined {
  if (rows.length === 0) return undefined;
  const rest = rows.slice(OPEN_ROWS);
  return html`<ol class="rows">${rows.slice(0, OPEN_ROWS)}
</ol>
${
  rest.length > 0 &&
  html`<details class="rest"><summary>${withCommas(rest.length)} more ${noun}</summary>
<ol class="rows">${rest}
</ol>
</details>
`
}${
  total > rows.length &&
  html`<p class="apparatus">${cut.shown} ${rows.length} of ${withCommas(total)} ${noun}; ${cut.others}.</p>
`
}`;
}
