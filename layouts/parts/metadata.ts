/** What do search engines, reference managers and our own search read in an article's head? For layouts. */
import type { ArticlePage, SiteFrame } from "../../src/page-model.ts";
import { type Html, html, trustedHtml } from "../../src/render/html.ts";
import { canonicalOf } from "./frame.ts";

/** Returns the metadata of an article: Highwire, Open Graph, schema.org, and Pagefind's facets. */
export function drawMetadata(page: ArticlePage, site: SiteFrame): Html {
  return html`${drawCitationTags(page, site)}${drawOpenGraph(page, site)}${drawSearchTags(page, site)}<script type="application/ld+json">${trustedHtml(scriptSafe(newsArticleOf(page, site)))}</script>
`;
}

function drawCitationTags(page: ArticlePage, site: SiteFrame): Html {
  return html`${meta("citation_title", page.headline)}${page.byline.map((author) => meta("citation_author", author))}${meta(
    "citation_publication_date",
    page.date?.slice(0, 10).replaceAll("-", "/"),
  )}${meta("citation_journal_title", page.publisher?.name ?? site.title)}${meta("citation_language", page.language)}`;
}

function drawOpenGraph(page: ArticlePage, site: SiteFrame): Html {
  const properties: readonly (readonly [string, string | undefined])[] = [
    ["og:type", "article"],
    ["og:title", page.headline],
    ["og:site_name", site.title],
    ["og:url", canonicalOf(page.address, site)],
    ["og:description", page.standfirst],
    ["article:published_time", page.date],
  ];
  return html`${properties.map(
    ([property, content]) =>
      content !== undefined &&
      html`<meta property="${property}" content="${content}">
`,
  )}`;
}

/** Pagefind reads facets, sorting and what a result shows from attributes, anywhere in the document. */
function drawSearchTags(page: ArticlePage, site: SiteFrame): Html {
  const filters: readonly (readonly [string, string])[] = [
    ["year", page.date?.slice(0, 4) ?? "undated"],
    ...page.people
      .filter(({ address }) => site.filtersPeople && address !== undefined)
      .map((person): readonly [string, string] => ["person", person.name]),
    ...page.topics.map((topic): readonly [string, string] => ["topic", topic.name]),
    ...page.places
      .filter(({ address }) => address !== undefined)
      .map((place): readonly [string, string] => ["place", place.name]),
    ...(page.section === undefined ? [] : [["section", page.section] as const]),
    ...(page.language === "und" ? [] : [["language", page.language] as const]),
  ];
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["title", page.headline],
    ["date", page.date],
    ["dateLabel", page.dateLabel],
    ["publisher", page.publisher?.name],
    ["language", page.language],
    ["direction", page.direction],
    ["correction", page.correction],
    ["note", page.note],
  ];
  return html`${filters.map(
    ([name, value]) =>
      html`<meta name="backfile:${name}" content="${value}" data-pagefind-filter="${name}[content]">
`,
  )}${facts.map(
    ([name, value]) =>
      value !== undefined &&
      html`<meta name="backfile:${name}" content="${value}" data-pagefind-meta="${name}[content]">
`,
  )}<meta name="backfile:sort" content="${page.sortKey}" data-pagefind-sort="date[content]">
`;
}

function meta(name: string, content: string | undefined): Html | undefined {
  if (content === undefined || content === "") return undefined;
  return html`<meta name="${name}" content="${content}">
`;
}

/** The names are schema.org's: https://schema.org/NewsArticle. */
function newsArticleOf(page: ArticlePage, site: SiteFrame): unknown {
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: page.headline,
    description: page.standfirst,
    url: canonicalOf(page.address, site),
    datePublished: page.date,
    dateline: page.dateline,
    inLanguage: page.language === "und" ? undefined : page.language,
    author: page.byline.map((name) => ({ "@type": "Person", name })),
    publisher: page.publisher && { "@type": "Organization", name: page.publisher.name },
    articleSection: page.section,
    mentions: [
      ...page.people.map(({ name }) => ({ "@type": "Person", name })),
      ...page.organisations.map(({ name }) => ({ "@type": "Organization", name })),
      ...page.places.map(({ name }) => ({ "@type": "Place", name })),
    ],
    about: page.topics.map(({ name }) => ({ "@type": "Thing", name })),
    correction: page.correction,
  };
}

/** Returns JSON in which nothing can end the element it stands in. */
function scriptSafe(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[<>&]/g, (mark) => `\\u00${mark.charCodeAt(0).toString(16)}`)
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
